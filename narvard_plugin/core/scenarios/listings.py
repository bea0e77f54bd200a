"""The listing matrix, small area × health centre: who is listed at the nearest, and where the listed of a closed one go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..network.matrix import Pairs

#: How a closing centre's listed were placed.
BY_CHOICE, BY_NEAREST, UNPLACED = "choice", "nearest", "unplaced"


class Cells(NamedTuple):
    """Cells (n) of the matrix: numbers of the ``area`` and the ``unit`` (−1 = in no layer), and how many are listed
    (NaN = hidden or missing)."""

    area: np.ndarray
    unit: np.ndarray
    number: np.ndarray

    @property
    def hidden(self) -> np.ndarray:
        return np.isnan(self.number)

    def sums(self, of: np.ndarray, size: int, cells: np.ndarray | None = None) -> np.ndarray:
        """People (size) by the key ``of`` (n; −1 = left out), all or of some ``cells`` (n bool); hidden ones add nothing."""
        chosen = of >= 0 if cells is None else (of >= 0) & cells
        return np.bincount(of[chosen], np.nan_to_num(self.number[chosen]), size)


class Choice(NamedTuple):
    """Per area (a): people ``listed`` and ``at_nearest``, the ``nearest`` unit (−1 = none in reach) and the ``top`` one with
    its ``top_number``, mean minutes to the nearest and to where people are listed (NaN = unknown)."""

    listed: np.ndarray
    at_nearest: np.ndarray
    nearest: np.ndarray
    top: np.ndarray
    top_number: np.ndarray
    minutes_nearest: np.ndarray
    minutes_listed: np.ndarray


class Moves(NamedTuple):
    """People (m) who leave a closing unit: their ``area``, ``origin`` unit, ``target`` unit (−1 = nowhere known), the
    ``number`` of people and ``how`` the target was found."""

    area: np.ndarray
    origin: np.ndarray
    target: np.ndarray
    number: np.ndarray
    how: np.ndarray


def newest_rows(dates: Sequence[str]) -> np.ndarray:
    """Which rows (n bool) have the newest of ``dates`` (ISO text; "" = undated, oldest).

    One date for the whole matrix: a centre that closed since an older one must not count its people twice.
    """
    return np.array(dates, object) == max(dates, default="")


def area_minutes(pairs: Pairs, area: np.ndarray, people: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    """Mean minutes (areas, units) of an area's people to each unit.

    ``area`` (n; −1 = none) and ``people`` (n) belong to the origins of ``pairs``. The mean is over those who reach the
    unit, and infinite where they are not more than half of the area's people.
    """
    areas, units = shape
    inside = area[pairs.origin] >= 0
    key = area[pairs.origin[inside]] * units + pairs.facility[inside]
    weight = people[pairs.origin[inside]]
    reached = np.bincount(key, weight, areas * units).reshape(shape)
    minutes = np.bincount(key, weight * pairs.minutes[inside], areas * units).reshape(shape)
    total = np.bincount(area[area >= 0], people[area >= 0], areas)
    return np.divide(minutes, reached, out=np.full(shape, np.inf), where=2 * reached > total[:, None])


def area_blocks(area: np.ndarray, size: int) -> list[np.ndarray]:
    """Numbers of the origins (``area`` n; −1 = left out) in blocks of whole areas, each of about ``size`` origins."""
    order = np.argsort(area, kind="stable")[np.count_nonzero(area < 0) :]
    first = np.searchsorted(area[order], area[order])  # where each one's area begins
    return np.split(order, np.flatnonzero(np.diff(first // size)) + 1) if len(order) else []


def choices(cells: Cells, minutes: np.ndarray) -> Choice:
    """Who is listed at the nearest unit, by the mean ``minutes`` (areas, units; inf = out of reach) of each area.

    Equal times, and equal numbers, go to the unit that comes first. Units in no layer count among the listed.
    """
    areas, units = minutes.shape
    nearest = np.where(np.isfinite(minutes).any(1), minutes.argmin(1), -1) if units else np.full(areas, -1)
    placed = (cells.area >= 0) & (cells.unit >= 0)
    at_nearest = np.zeros(len(cells.area), bool)
    at_nearest[placed] = nearest[cells.area[placed]] == cells.unit[placed]
    cell_minutes = np.full(len(cells.area), np.inf)
    cell_minutes[placed] = minutes[cells.area[placed], cells.unit[placed]]
    timed = np.isfinite(cell_minutes)
    known = cells.sums(cells.area, areas, timed)
    total = cells._replace(number=cells.number * np.where(timed, cell_minutes, 0)).sums(cells.area, areas, timed)
    top, top_number = _largest(cells, areas)
    return Choice(
        cells.sums(cells.area, areas),
        cells.sums(cells.area, areas, at_nearest),
        nearest,
        top,
        top_number,
        np.where(nearest >= 0, minutes[np.arange(areas), nearest], np.nan) if units else np.full(areas, np.nan),
        np.divide(total, known, out=np.full(areas, np.nan), where=known > 0),
    )


def _largest(cells: Cells, areas: int) -> tuple[np.ndarray, np.ndarray]:
    """The unit with most listed of every area (−1 = none), and how many they are."""
    rows = np.flatnonzero((cells.area >= 0) & (cells.unit >= 0) & (cells.number > 0))
    order = rows[np.lexsort((cells.unit[rows], -cells.number[rows], cells.area[rows]))]
    area, first = np.unique(cells.area[order], return_index=True)
    top, number = np.full(areas, -1), np.zeros(areas)
    top[area], number[area] = cells.unit[order[first]], cells.number[order[first]]
    return top, number


def apportion(number: int, weights: np.ndarray) -> np.ndarray:
    """``number`` whole people in proportion to ``weights`` (u, of a positive sum), by largest remainder.

    Equal remainders go to the larger weight, then to the first.
    """
    exact = number * weights / weights.sum()
    # A quotient that rounding puts a hair under a whole number is that number, and a hair makes no remainder larger.
    whole = np.floor(exact + 1e-9)
    order = np.lexsort((-weights, np.round(whole - exact, 9)))
    whole[order[: int(number - whole.sum())]] += 1
    return whole.astype(np.int64)


def move_listed(cells: Cells, remaining: np.ndarray, minutes: np.ndarray | None = None) -> Moves:
    """Where the listed of the units that do not remain go (``remaining``: u bool).

    The people of an area go as its others are listed today among the remaining units; where it has no others, to the
    nearest remaining unit by ``minutes`` (areas, units), the first of equals; where that is unknown too, nowhere.
    """
    numbers = np.zeros((int(cells.area.max(initial=-1)) + 1, len(remaining)))
    placed = (cells.area >= 0) & (cells.unit >= 0) & ~cells.hidden
    np.add.at(numbers, (cells.area[placed], cells.unit[placed]), cells.number[placed])
    leaving = np.argwhere((numbers > 0) & ~remaining)
    rows = []
    for area, unit in leaving:
        people = int(numbers[area, unit])
        shares, how = _where_to(numbers[area], remaining, None if minutes is None else minutes[area])
        if how == UNPLACED:
            rows.append((area, unit, -1, people, how))
            continue
        moved = apportion(people, shares)
        rows += [(area, unit, target, moved[target], how) for target in np.flatnonzero(moved)]
    area, origin, target, number, how = zip(*rows) if rows else ((),) * 5
    whole = (np.array(values, np.int64) for values in (area, origin, target, number))
    return Moves(*whole, np.array(how, object))


def _where_to(numbers: np.ndarray, remaining: np.ndarray, minutes: np.ndarray | None) -> tuple[np.ndarray, str]:
    """Weights (u) of the units that an area's people may move to, and how they were found."""
    chosen = np.where(remaining, numbers, 0)
    if chosen.any():
        return chosen, BY_CHOICE
    if minutes is not None:
        open_minutes = np.where(remaining, minutes, np.inf)
        if np.isfinite(open_minutes).any():
            return (np.arange(len(remaining)) == open_minutes.argmin()).astype(float), BY_NEAREST
    return chosen, UNPLACED
