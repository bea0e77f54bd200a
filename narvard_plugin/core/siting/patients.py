"""Whose patients a unit's are, and how far they travel to each unit that does the same procedures.

The law: a unit's area is the people of its own region who have it as the nearest of the region's units that do the procedures
today. Its patients come from there in proportion to people, and every one of them is as likely as the next to be moved.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..network.limits import WITHIN

THRESHOLDS = (30.0, 60.0, 90.0)


class People(NamedTuple):
    """``minutes`` from every origin to every unit (n × u; inf = no route), people (n) and ``region`` (n; None = any)."""

    minutes: np.ndarray
    population: np.ndarray
    region: np.ndarray | None


class Areas(NamedTuple):
    """For the units of one procedure group (k): the unit whose area each origin lies in (``of_origin``, n; −1 = none); the
    mean ``minutes`` of unit i's patients to unit j (k × k; NaN = unknown), the share of them that has a route there
    (``reach``; NaN = unknown), the ``extra`` minutes against their own unit of those who have, and the share beyond each
    of ``THRESHOLDS`` (``beyond``, 3 × k × k)."""

    of_origin: np.ndarray
    minutes: np.ndarray
    reach: np.ndarray
    extra: np.ndarray
    beyond: np.ndarray

    @property
    def known(self) -> np.ndarray:
        """Which units' patients have a known home (k bool)."""
        return ~np.isnan(np.diag(self.reach))


def areas_of(people: People, units: np.ndarray, region: np.ndarray) -> Areas:
    """For ``units`` (k column numbers of ``people.minutes``) in ``region`` (k)."""
    minutes = people.minutes[:, units]
    own = minutes if people.region is None else np.where(people.region[:, None] == region[None, :], minutes, np.inf)
    nearest = own.argmin(1) if len(units) else np.zeros(len(own), int)
    of_origin = np.where(np.isfinite(own.min(1, initial=np.inf)), nearest, -1)
    count = len(units)
    mean, reach, extra = (np.full((count, count), np.nan) for _ in range(3))
    beyond = np.full((len(THRESHOLDS), count, count), np.nan)
    for unit in range(count):
        rows = np.flatnonzero((of_origin == unit) & (people.population > 0))
        weight = people.population[rows]
        if not len(rows):
            continue
        there = minutes[rows]
        gone = np.isfinite(there)
        reach[unit] = weight @ gone / weight.sum()
        longer = np.where(gone, there - there[:, [unit]], 0.0)
        travel = np.where(gone, there, 0.0)
        served = weight @ gone
        some = served > 0
        mean[unit, some] = (weight @ travel)[some] / served[some]
        extra[unit, some] = (weight @ longer)[some] / served[some]
        for number, limit in enumerate(THRESHOLDS):
            beyond[number, unit, some] = (weight @ (gone & (there > limit * WITHIN)))[some] / served[some]
    return Areas(of_origin, mean, reach, extra, beyond)


def person_minutes(moves: np.ndarray, extra: np.ndarray) -> tuple[float, float]:
    """Extra person-minutes of ``moves`` (k × k) whose travel is known, and how many moved patients' travel is unknown."""
    away = moves * ~np.eye(len(moves), dtype=bool)
    known = ~np.isnan(extra)
    return float((away * np.where(known, extra, 0)).sum()), float(away[~known].sum())


class Travel(NamedTuple):
    """Per origin (n): expected ``patients`` a year and their mean ``minutes`` before and after (NaN where there are none)."""

    patients: np.ndarray
    before: np.ndarray
    after: np.ndarray


def travel_of_origins(people: People, groups) -> Travel:
    """Over all procedure groups: ``groups`` gives (units, areas, need (k), moves (k × k)) for each."""
    count = len(people.population)
    patients, before, after = (np.zeros(count) for _ in range(3))
    for units, areas, need, moves in groups:
        minutes = people.minutes[:, units]
        gone = np.isfinite(minutes)
        for unit in range(len(units)):
            rows = np.flatnonzero((areas.of_origin == unit) & (people.population > 0))
            weight = people.population[rows]
            if not len(rows):
                continue
            own = need[unit] * weight / weight.sum()
            there = np.where(gone[rows], minutes[rows], 0.0)
            away = np.zeros((len(rows), len(units)))
            for other in np.flatnonzero(moves[unit]):
                share = weight * gone[rows, other]
                if share.sum() > 0 and other != unit:
                    away[:, other] = moves[unit, other] * share / share.sum()
            patients[rows] += own
            before[rows] += own * there[:, unit]
            after[rows] += own * there[:, unit] + (away * (there - there[:, [unit]])).sum(1)
    with np.errstate(invalid="ignore", divide="ignore"):
        return Travel(patients, before / patients, after / patients)
