"""Areas by need of care and by access to it: who has great need and poor access."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.stats import rankdata

from .classes import people_classes

CLASSES = 3
#: What an area has, or lacks.
OK, UNREACHED, NO_VALUE, NO_PEOPLE = "ok", "unreached", "no_value", "no_people"


class NeedAndAccess(NamedTuple):
    """Of areas (a): ``status``; ``need_class`` and ``access_class`` (1 … 3; 3 = greatest need, poorest access; 0 = none);
    ``weight`` (0–1, NaN = none), the rank of need times the rank of hardship, each over the number of areas; and ``rank``
    (1 = the greatest weight; 0 = none)."""

    status: np.ndarray
    need_class: np.ndarray
    access_class: np.ndarray
    weight: np.ndarray
    rank: np.ndarray

    @property
    def classed(self) -> np.ndarray:
        """(a bool) the areas that have classes and a rank."""
        return self.rank > 0


class Cell(NamedTuple):
    """Areas of one class of need and one of access, and their people."""

    need_class: int
    access_class: int
    areas: int
    people: float


def need_and_access(
    need: np.ndarray, hardship: np.ndarray, people: np.ndarray, ids: np.ndarray, missing_is_worst: bool = False
) -> NeedAndAccess:
    """Classes and rank of areas (a) by ``need`` and by ``hardship``, how poor their access is; higher is worse in both.

    Classes are thirds of the ``people``. The rank is by rank of need times rank of hardship, both among the areas (each area
    counts as one, equal values share the mean of their ranks), so that neither scale counts more than the other; areas of
    equal weight stand in the order of their ``ids`` as text. An area without need, access or people (NaN, or nobody) gets
    none and moves nobody else's, unless ``missing_is_worst``: then a missing hardship counts as worse than all others.
    """
    status = _status(need, hardship, people, missing_is_worst)
    hardship = np.where(status == UNREACHED, _above(hardship), hardship)
    known = np.flatnonzero((status == OK) | (status == UNREACHED))
    need_class, access_class, rank = (np.zeros(len(need), int) for _ in range(3))
    weight = np.full(len(need), np.nan)
    need_class[known] = people_classes(need[known], people[known], CLASSES)
    access_class[known] = people_classes(hardship[known], people[known], CLASSES)
    weight[known] = rankdata(need[known]) * rankdata(hardship[known]) / max(len(known), 1) ** 2
    order = sorted(known, key=lambda area: (-weight[area], str(ids[area])))
    rank[order] = np.arange(1, len(known) + 1)
    return NeedAndAccess(status, need_class, access_class, weight, rank)


def cross_table(found: NeedAndAccess, people: np.ndarray) -> list[Cell]:
    """Every pair of classes, great need and poor access first; also those that no area has."""
    classes = range(CLASSES, 0, -1)
    return [_cell(found, people, need, access) for need in classes for access in classes]


def shares_of_classes(found: NeedAndAccess, people: np.ndarray) -> np.ndarray:
    """(2, classes): the share (0–1) of the people in a class that each class of need, and of access, holds."""
    counts = [
        np.bincount(classes[found.classed], weights=people[found.classed], minlength=CLASSES + 1)[1:]
        for classes in (found.need_class, found.access_class)
    ]
    return np.array(counts) / people[found.classed].sum()


def _cell(found: NeedAndAccess, people, need: int, access: int) -> Cell:
    here = (found.need_class == need) & (found.access_class == access)
    return Cell(need, access, int(here.sum()), float(people[here].sum()))


def _status(need, hardship, people, missing_is_worst: bool) -> np.ndarray:
    status = np.full(len(need), OK, object)
    status[~np.isfinite(hardship)] = UNREACHED if missing_is_worst else NO_VALUE
    status[~np.isfinite(need) | ~np.isfinite(people)] = NO_VALUE
    status[people == 0] = NO_PEOPLE
    return status


def _above(values: np.ndarray) -> float:
    """A number greater than every one of ``values``."""
    known = values[np.isfinite(values)]
    return float(np.nextafter(known.max(), np.inf)) if len(known) else 0.0
