"""How far people travel to each service, and who is nearest where the region itself lacks one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..access.response import Coverage
from ..deso.small_numbers import MINIMUM
from .access import covered
from .content import Origin, Table
from .figures import Figure, Found, counted, nothing, plain_value, shares
from .places import Places
from .words import Words


class Service(NamedTuple):
    """Travel by car to one service: points' ``minutes`` (n) and ``facility`` name (n text, "" = none); how many facilities
    ``offered`` offer it in the region, and how many ``elsewhere``."""

    code: str
    label: str
    minutes: np.ndarray
    facility: np.ndarray
    offered: int
    elsewhere: int


def services_topic(
    places: Places,
    services: Sequence[Service],
    why: str,
    date: str,
    words: Words,
    origins: Sequence[Origin],
    note: str = "",
) -> Found:
    """Travel by car to each service, and who is nearest where the region lacks one."""
    if not services:
        return nothing("services", places.count, why or words("missing.services"), words, origins)
    figures, found = [], {}
    for one in services:
        found[one.code] = covered(places, one.minutes, (30, 60))
        figures += _service_figures(one, found[one.code], date, note, words, shown=one is services[0])
    text = [_service_text(at, places, services, found, words) for at in range(places.count)]
    tables = [[_service_table(at, places, services, found, words)] for at in range(places.count)]
    return Found(
        "services", figures, text, tables=tables, origins=origins,
        uncertain=[words("uncertain.services"), *([why] if why else [])], not_measured=[words("not_measured.services")],
    )  # fmt: skip


def _service_figures(
    service: Service, found: Sequence[Coverage], date: str, note: str, words: Words, shown: bool
) -> list[Figure]:
    people = np.array([one.population for one in found])
    few = people - np.array([one.unreachable for one in found]) < MINIMUM
    median = np.where(few, np.nan, np.array([one.median for one in found]))
    share, why = _share(found, 0, words)
    return [
        Figure(f"services.{service.code}.median", words("services.median", service=words.inside(service.label)), median, people, "min", 0,
               "lower", [_why_no_median(one, value, words) for one, value in zip(found, median)], date, note=note, shown=shown),
        Figure(f"services.{service.code}.share_30", words("services.share", service=words.inside(service.label)), share, people, "%", 1,
               "higher", why, date, note=note, shown=False),
    ]  # fmt: skip


def _share(found: Sequence[Coverage], limit: int, words: Words) -> tuple[np.ndarray, list[str]]:
    """(p) per cent within the ``limit`` of that number, and why there is none."""
    within, people = np.array([one.within[limit] for one in found]), np.array([one.population for one in found])
    return shares(within, people, words("why.hidden"), words("why.nobody"))


def _why_no_median(found: Coverage, median: float, words: Words) -> str:
    if np.isfinite(median):
        return ""
    if not found.population:
        return words("why.nobody")
    return words("why.unreached" if found.unreachable == found.population else "why.hidden")


def _service_text(at, places, services, found, words) -> list[str]:
    known = [(one, found[one.code][at].median) for one in services
             if np.isfinite(found[one.code][at].median) and found[one.code][at].population - found[one.code][at].unreachable >= MINIMUM]  # fmt: skip
    if not known or found[services[0].code][at].population < MINIMUM:
        return [words("services.none", name=places.names[at])]
    near, far = min(known, key=lambda one: one[1]), max(known, key=lambda one: one[1])
    said = words("services.lead", name=places.names[at], far=words.inside(far[0].label), far_median=words.minutes(far[1]),
                 near=words.inside(near[0].label), near_median=words.minutes(near[1]))  # fmt: skip
    lacking = [words.inside(one.label) for one in services if not one.offered]
    paragraphs = [said]
    if lacking:
        paragraphs.append(words("services.lacking", services=words.listed(lacking)))
    return paragraphs


def _service_table(at, places, services, found, words) -> Table:
    columns = [
        words(f"services.column_{one}")
        for one in ("service", "nearest", "offered", "within_30", "within_60", "median", "p90", "left")
    ]
    rows = []
    for one in services:
        here = found[one.code][at]
        if here.population < MINIMUM:
            rows.append([one.label, "–", one.offered, None, None, None, None, None])
            continue
        within = [plain_value(_share(found[one.code], limit, words)[0][at]) for limit in (0, 1)]
        left, _ = counted(np.array([place.unreachable for place in found[one.code]]), "", "")
        reached = here.population - here.unreachable >= MINIMUM
        rows.append([one.label, _nearest(at, places, one) or words("services.nobody"), one.offered, *within,
                     *(plain_value(value) if reached else None for value in (here.median, here.p90)), plain_value(left[at])])  # fmt: skip
    return Table(words("services.table"), columns, rows, (0, 0, 0, 1, 1, 0, 0, 0), words("services.note"))


def _nearest(at, places, service: Service) -> str:
    """The facility that is nearest to most people of the place; the first by name of several."""
    rows = places.of(at)
    names, at_name = np.unique(service.facility[rows].astype(str), return_inverse=True)
    people = np.bincount(at_name, places.people[rows], len(names))
    people[names == ""] = -1
    return str(names[people.argmax()]) if len(people) and people.max() > 0 else ""
