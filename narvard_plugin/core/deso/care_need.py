"""Care Need Index: weighted head counts, per person and against the nation; and its estimate for a centre's listed.

Two scales are in use and must never be mixed: points per person, and that over the nation's (1 = the nation).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, Optional

import numpy as np

#: Weight per head, as SCB publishes them. One person can count in several variables.
CNI_WEIGHTS = {
    "old_alone": 6.15,
    "foreign_born": 5.72,
    "unemployed": 5.13,
    "single_parent": 4.19,
    "moved": 4.19,
    "low_education": 3.97,
    "under_5": 3.23,
}

POINTS, PER_PERSON, RATIO = "points", "per_person", "ratio"
OK, NO_PEOPLE, MISSING = "ok", "no_population", "missing_variable"
#: Points per person lie well above this for the nation, ratios well below: the middle of a file tells which it holds.
_BETWEEN_SCALES = 2.0


class CareNeed(NamedTuple):
    """Per area (a): the index on its three scales, NaN where it is not told, and ``status`` (object) that says why."""

    points: np.ndarray
    per_person: np.ndarray
    ratio: np.ndarray
    status: np.ndarray


def weighted_counts(counts: Mapping[str, np.ndarray]) -> np.ndarray:
    """Points (a): the head counts (a) of every variable of ``CNI_WEIGHTS``, weighted; NaN where one is missing."""
    return sum(weight * np.asarray(counts[name], float) for name, weight in CNI_WEIGHTS.items())


def care_need(
    counts: Mapping[str, np.ndarray], population: np.ndarray, national_mean: Optional[float] = None
) -> CareNeed:
    """The index of areas (a) from head counts among their ``population`` (a), NaN = missing.

    ``national_mean`` is the nation's points per person that year; without it there is no ratio. Source: SCB, Care Need
    Index (methods section 2.1).
    """
    people = np.asarray(population, float)
    points = weighted_counts(counts)
    status = np.where(np.isnan(points), MISSING, OK).astype(object)
    status[~(people > 0)] = NO_PEOPLE
    told = status == OK
    points = np.where(told, points, np.nan)
    per_person = np.divide(points, people, out=np.full(len(people), np.nan), where=told)
    ratio = per_person / national_mean if national_mean else np.full(len(people), np.nan)
    return CareNeed(points, per_person, ratio, status)


def more_than_people(counts: Mapping[str, np.ndarray], population: np.ndarray) -> np.ndarray:
    """Which areas (a) have a variable that counts more heads than live there."""
    return np.any([np.asarray(count, float) > population for count in counts.values()], axis=0)


def doubtful_scale(values: np.ndarray, scale: str) -> bool:
    """Whether values (n) that are said to be of ``scale`` look like the other one: their median is the other's."""
    known = np.asarray(values, float)[np.isfinite(values)]
    if not len(known) or scale not in (PER_PERSON, RATIO):
        return False
    middle = float(np.median(known))
    return middle < _BETWEEN_SCALES if scale == PER_PERSON else middle > _BETWEEN_SCALES


class Estimate(NamedTuple):
    """Per unit (u): its ``listed``, how many of them live where the index is known, the mean index of those (NaN =
    none), and how many of its listing numbers are hidden."""

    listed: np.ndarray
    covered: np.ndarray
    index: np.ndarray
    hidden: np.ndarray


def ecological(unit: np.ndarray, number: np.ndarray, index: np.ndarray, units: int) -> Estimate:
    """The mean ``index`` of the areas where the listed of each unit live, weighted by how many of them live there.

    ``unit``: per listing row (r) the unit's place 0 … ``units`` − 1; ``number``: the listed, NaN = hidden; ``index``: of
    the row's area, NaN = unknown. An ecological estimate: it says how the areas are, and the listed may differ from
    their neighbours (methods section 2.1).
    """
    order = np.lexsort((index, number, unit))  # so that a sum does not hang on the order of the rows
    unit, number, index = unit[order], number[order], index[order]
    told = np.isfinite(number)
    known = told & np.isfinite(index)
    listed = np.bincount(unit[told], number[told], units)
    covered = np.bincount(unit[known], number[known], units)
    total = np.bincount(unit[known], number[known] * index[known], units)
    mean = np.divide(total, covered, out=np.full(units, np.nan), where=covered > 0)
    return Estimate(listed, covered, mean, np.bincount(unit[~told], minlength=units))
