"""Squares of people as they are bought or downloaded: ids in several forms, the side of the squares, and ages by many names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from .squares import NotASquare

#: Sides of the grids that SCB makes, the largest first.
SIDES = (1000, 500, 250, 100)
GROUPS = (*(f"age_{low}_{low + 4}" for low in range(0, 85, 5)), "age_85_plus")
_OLDEST = 85
_PLAIN = re.compile(r"(\d{6})(\d{7})(?:-1km)?", re.ASCII)
_CODED = re.compile(r"(?:CRS(\d+))?(?:RES)?(?:\d+(k?)m)?(?:N(\d+)E(\d+)|E(\d+)[_ ]?N(\d+))", re.IGNORECASE | re.ASCII)
_AGE = re.compile(r"(?P<low>\d{1,3})(?:[_-]?(?:(?P<high>\d{1,3})|(?P<open>w|plus|\+)))")
_USUAL = ("ald", "alder", "ålder", "age")


class Ages(NamedTuple):
    """The fields that make each age group of the register, and fields that look like ages but make none whole."""

    fields: Mapping[str, Sequence[str]]
    unused: Sequence[str]


def read_id(text: str) -> str:
    """The id of 13 digits (easting and northing of the lower left corner, EPSG:3006) of a square.

    From that, ``E352000N6860000``, ``1kmN6860E352`` or ``CRS3006RES1000mN6860000E352000``. Raises ``NotASquare``, also for a
    square of another grid (INSPIRE's is in EPSG:3035).
    """
    text = text.strip()
    plain = _PLAIN.fullmatch(text)
    if plain:
        return plain[1] + plain[2]
    coded = _CODED.fullmatch(text)
    if not coded or coded[1] not in (None, "3006"):
        raise NotASquare(text)
    north, east = (coded[3], coded[4]) if coded[3] else (coded[6], coded[5])
    if coded[2]:  # of a kilometre grid, without its zeros
        north, east = f"{north}000", f"{east}000"
    if (len(east), len(north)) != (6, 7):
        raise NotASquare(text)
    return east + north


def side_of(ids: Iterable[str]) -> int:
    """The side (m) of the largest squares that all corners of ``ids`` fit. Raises ``NotASquare`` where none does."""
    corners = [(int(one[:6]), int(one[6:])) for one in ids]
    for side in SIDES:
        if all(east % side == 0 and north % side == 0 for east, north in corners):
            return side
    smallest = SIDES[-1]
    wrong = next(f"{east}{north}" for east, north in corners if east % smallest or north % smallest)
    raise NotASquare(wrong)


def age_fields(names: Sequence[str], prefix: str = "") -> Ages:
    """Which of the fields ``names`` make the register's groups of five years, and those of 85 and over together.

    ``ald0_4``, ``age_0_4``, ``ald65_69``, ``ald100w`` (100 and over) and ``age_85_plus``; only those that begin with ``prefix``
    where it is given. A group is told only where its fields cover all of it once.
    """
    found: dict[tuple[int, float], str] = {}
    for name in names:
        span = _span(name, prefix)
        if span and span not in found:
            found[span] = name
    fields: dict[str, tuple[str, ...]] = {}
    for low, group in zip(range(0, _OLDEST, 5), GROUPS):
        if (low, low + 4) in found:
            fields[group] = (found[(low, low + 4)],)
    oldest = _covering({span: name for span, name in found.items() if span[0] >= _OLDEST})
    if oldest:
        fields[GROUPS[-1]] = oldest
    used = {name for group in fields.values() for name in group}
    return Ages(fields, [name for name in found.values() if name not in used])


def _span(name: str, prefix: str):
    """The youngest and oldest (inf = no limit) of an age field; None for another one."""
    prefixes = (prefix,) if prefix else _USUAL
    start = next((one for one in sorted(prefixes, key=len, reverse=True) if name.lower().startswith(one.lower())), None)
    if start is None:
        return None
    span = _AGE.fullmatch(name[len(start) :].lstrip("_ "))
    if not span:
        return None
    return int(span["low"]), float("inf") if span["open"] else int(span["high"])


def _covering(spans: Mapping[tuple[int, float], str]) -> tuple[str, ...]:
    """Fields that together hold everyone from 85 once; () where some age is missing. One field goes before several."""
    whole = spans.get((_OLDEST, float("inf")))
    if whole:
        return (whole,)
    names, reached = [], _OLDEST
    for (low, high), name in sorted(spans.items()):
        if low != reached:
            return ()
        names.append(name)
        reached = high + 1
    return tuple(names) if reached == float("inf") else ()


def over_total(parts: np.ndarray, total: np.ndarray) -> np.ndarray:
    """Which squares (n bool) have a part (n, m; NaN = not told) over their ``total``; parts may overlap, and are not summed."""
    return (np.nan_to_num(np.asarray(parts, float)) > total[:, None]).any(axis=1)
