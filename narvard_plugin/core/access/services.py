"""Which facility offers which service at a given time, and how far people have to each service (methods 3.6: the key is
facility, service and hours, never one point = one hospital)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from .opening import Moment, UnreadableHours, parse_opening
from .response import Coverage, coverage

PASSED_MINUTES = (30.0, 60.0, 90.0)


class OpenThen(NamedTuple):
    """Of table rows (r): which are ``open`` (r bool), which state no weekdays or hours, ``missing`` (r bool), and the texts
    of those that cannot be read {row: text}."""

    open: np.ndarray
    missing: np.ndarray
    unreadable: dict[int, str]


def open_then(weekdays: Sequence[str | None], hours: Sequence[str | None], moment: Moment) -> OpenThen:
    """Which rows are open at ``moment``. A row whose weekdays or hours are missing or unreadable is not: nobody knows."""
    size = len(weekdays)
    is_open, missing, unreadable = np.zeros(size, bool), np.zeros(size, bool), {}
    read: dict[tuple[str, str], bool] = {}  # a few texts fill the whole table
    for row, key in enumerate(zip(weekdays, hours)):
        if not (key[0] and key[1]):
            missing[row] = True
            continue
        try:
            if key not in read:
                read[key] = parse_opening(*key).holds(moment)
            is_open[row] = read[key]
        except UnreadableHours:
            unreadable[row] = f"{key[0]} {key[1]}"
    return OpenThen(is_open, missing, unreadable)


def years(values: Sequence) -> tuple[np.ndarray, np.ndarray]:
    """Years (n; NaN where there is none) from numbers or texts such as ``2028`` or ``2028-07-01``; and which (n bool) hold
    something else."""
    found, bad = np.full(len(values), np.nan), np.zeros(len(values), bool)
    for row, value in enumerate(values):
        text = "" if value is None else str(value).strip()
        begin = text[:4]
        if len(begin) == 4 and begin.isdecimal() and text[4:5] in ("", "-", "."):
            found[row] = int(begin)
        else:
            bad[row] = bool(text)
    return found, bad


def offered_in(from_year: np.ndarray, to_year: np.ndarray, year: int) -> np.ndarray:
    """(r bool): offered in ``year``; the last year counts, and a missing year (NaN) is no bound."""
    return ~(from_year > year) & ~(to_year < year)


def standing_in(opened: np.ndarray, closed: np.ndarray, year: int) -> np.ndarray:
    """(f bool): facilities open in ``year``; the year in which one closes it counts as closed."""
    return ~(opened > year) & ~(closed <= year)


def offers(facility: np.ndarray, service: np.ndarray, rows: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    """(services, facilities) bool from table rows: their ``facility`` and ``service`` numbers (r), where ``rows`` (r bool)."""
    found = np.zeros(shape, bool)
    found[service[rows], facility[rows]] = True
    return found


def alike(offered: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Services that the same facilities offer, so that one search answers all: (services' numbers, facilities (f bool))."""
    groups: dict[bytes, list[int]] = {}
    for service, facilities in enumerate(np.packbits(offered, axis=1)):
        groups.setdefault(facilities.tobytes(), []).append(service)
    for services in groups.values():
        yield np.array(services), offered[services[0]]


class ServiceSummary(NamedTuple):
    """How far people have to one service: ``coverage`` within ``PASSED_MINUTES``; the facility that is nearest to most
    people, ``main`` (−1 = none), and those people, ``main_people``; people whose nearest lies in another region,
    ``crossing`` (NaN where regions are unknown)."""

    coverage: Coverage
    main: int
    main_people: float
    crossing: float


def summarise(
    minutes: np.ndarray, facility: np.ndarray, people: np.ndarray, crosses: np.ndarray | None
) -> ServiceSummary:
    """Of origins (n) with ``minutes`` (inf = none), nearest ``facility`` (−1 = none), ``people`` and, where regions are
    known, which ``crosses`` a border (n bool). Of facilities with equally many people the first counts."""
    served = facility >= 0
    by_facility = np.bincount(facility[served], weights=people[served])
    main = int(by_facility.argmax()) if by_facility.any() else -1
    return ServiceSummary(
        coverage(minutes, people, PASSED_MINUTES),
        main,
        float(by_facility[main]) if main >= 0 else 0.0,
        np.nan if crosses is None else float(people[crosses].sum()),
    )
