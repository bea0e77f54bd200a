"""Who lives in which part of an atlas: the whole region first, then its areas, everybody counted once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Optional

import numpy as np

#: Of a point: in the own region but in none of its areas, and in another region.
NO_AREA, ELSEWHERE = 0, -1


class Places(NamedTuple):
    """Places (p): ``codes`` and ``names``, the region first; ``km2`` (p) of ground and water, NaN unknown.

    Points (n) of the own region's people: ``people`` and ``member``, the row of the area each lives in (1 …; 0 = none of
    them). Small areas (a): ``small`` codes, ``small_place`` the row of the place that most of their people live in (0 = none).
    """

    codes: Sequence[str]
    names: Sequence[str]
    km2: np.ndarray
    people: np.ndarray
    member: np.ndarray
    small: Sequence[str]
    small_place: np.ndarray

    @property
    def count(self) -> int:
        return len(self.codes)

    def of(self, at: int) -> np.ndarray:
        """(n bool) the points of a place; the region has all of its own."""
        return self.member >= 0 if at == 0 else self.member == at

    def sums(self, values: np.ndarray) -> np.ndarray:
        """(p) the sum of ``values`` (n) over the points of each place; NaN where any of them is unknown."""
        by_area = np.bincount(self.member[self.member >= 0], values[self.member >= 0], self.count)
        by_area[0] = values[self.member >= 0].sum()
        return by_area

    @property
    def population(self) -> np.ndarray:
        """(p) people of each place."""
        return self.sums(self.people)

    def small_of(self, at: int) -> np.ndarray:
        """(a bool) the small areas of a place."""
        return np.ones(len(self.small), bool) if at == 0 else self.small_place == at


def place_of_small(member: np.ndarray, people: np.ndarray, small: np.ndarray, count: int, places: int) -> np.ndarray:
    """(``count``) the place that most people of each small area live in, from points (n) with ``member`` place (≥ 1; 0 = none),
    ``people`` and the row of their ``small`` area (−1 = none). 0 where most live in no place, or nobody lives there."""
    known = (small >= 0) & (member >= 0)
    table = np.zeros((count, places))
    np.add.at(table, (small[known], member[known]), people[known])
    if places < 2:
        return np.zeros(count, int)
    best = table[:, 1:].argmax(axis=1) + 1  # of equally many the first
    most = table[np.arange(count), best]
    return np.where((most > 0) & (most >= table[:, 0]), best, 0)


def split_small(member: np.ndarray, people: np.ndarray, small: np.ndarray, count: int) -> np.ndarray:
    """Rows of small areas whose people live in several places: their figures are told for the place that has most of them."""
    known = (small >= 0) & (member >= 0) & (people > 0)
    pairs = np.unique(np.stack([small[known], member[known]]), axis=1)
    return np.flatnonzero(np.bincount(pairs[0], minlength=count) > 1)


def nearest_year(years: Sequence[int], wanted: int) -> Optional[int]:
    """Of ``years`` the one nearest to ``wanted``, the later of two; None of none."""
    return min(years, key=lambda one: (abs(one - wanted), -one), default=None)
