"""Where the population grew, by type of area: growth proper, and areas that changed type (methods section 2.6).

(a) keeps every area in the type it had in the first year; (b) takes the type of each year. (b) − (a) is what comes of areas
that changed type, and is no growth of anything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np


class Areas(NamedTuple):
    """Areas (a): types as text (object; None = none) and people (NaN = unknown) in the first and the last year."""

    type_before: np.ndarray
    type_after: np.ndarray
    before: np.ndarray
    after: np.ndarray

    @property
    def compared(self) -> np.ndarray:
        """Which areas (a) have all four: the others stand in neither year, for half an area is no trend."""
        typed = np.array([None not in kinds for kinds in zip(self.type_before, self.type_after)], bool)
        return typed & np.isfinite(self.before) & np.isfinite(self.after)

    @property
    def changed_type(self) -> np.ndarray:
        """Which areas (a) have a type in both years, and not the same."""
        return np.array(
            [None not in kinds and kinds[0] != kinds[1] for kinds in zip(self.type_before, self.type_after)], bool
        )


class Growth(NamedTuple):
    """Per type (t): areas and people, and growth as shares (NaN where nobody lived there before).

    ``after_fixed`` are the people of the last year in the areas that had the type in the first; ``after_current`` those in
    the areas that have it then.
    """

    types: list[str]
    areas_before: np.ndarray
    areas_after: np.ndarray
    before: np.ndarray
    after_fixed: np.ndarray
    after_current: np.ndarray

    @property
    def change(self) -> np.ndarray:
        """People more, with the type of the first year."""
        return self.after_fixed - self.before

    @property
    def fixed(self) -> np.ndarray:
        """(a) Growth with the type of the first year."""
        return shares(self.change, self.before)

    @property
    def current(self) -> np.ndarray:
        """(b) Growth with the type of each year."""
        return shares(self.after_current - self.before, self.before)

    @property
    def reclassification(self) -> np.ndarray:
        """(b) − (a)."""
        return shares(self.after_current - self.after_fixed, self.before)


def shares(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """``part`` / ``whole``; NaN where the whole is 0."""
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(whole != 0, part / whole, np.nan)


def growth_by_type(areas: Areas) -> Growth:
    """Growth per type over the areas that can be compared; types in the order of their numbers, then of their names."""
    there = areas.compared
    first, last = areas.type_before[there], areas.type_after[there]
    before, after = areas.before[there], areas.after[there]
    types = sorted({*first, *last}, key=in_order)
    place = {kind: at for at, kind in enumerate(types)}
    of_first, of_last = (np.array([place[kind] for kind in kinds], int) for kinds in (first, last))
    return Growth(
        types,
        np.bincount(of_first, minlength=len(types)),
        np.bincount(of_last, minlength=len(types)),
        _summed(before, of_first, types),
        _summed(after, of_first, types),
        _summed(after, of_last, types),
    )


def total(growth: Growth) -> Growth:
    """All types as one, in which nothing can change type."""
    return Growth([""], *(np.array([column.sum()]) for column in growth[1:]))


def moves(areas: Areas) -> list[tuple[str, str, int]]:
    """From which type to which, and how many of the compared areas; most first."""
    rows = np.flatnonzero(areas.compared & areas.changed_type)
    counted = Counter((areas.type_before[row], areas.type_after[row]) for row in rows)
    ordered = sorted(counted.items(), key=lambda item: (-item[1], in_order(item[0][0]), in_order(item[0][1])))
    return [(first, last, count) for (first, last), count in ordered]


def in_order(kind: str) -> tuple:
    """Sorts types: numbers by size, then words."""
    try:
        return 0, float(kind), kind
    except ValueError:
        return 1, 0.0, kind


def _summed(people: np.ndarray, place: np.ndarray, types: Sequence[str]) -> np.ndarray:
    return np.bincount(place, weights=people, minlength=len(types))
