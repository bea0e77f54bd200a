"""How much of the people is reached in time, how long a vehicle is away, and what one unit more or fewer changes.

Formulas: methods section 3.6. People who are reached by nobody stay in the denominator of every share; mean, median and
90th percentile are over those who are reached.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..network.limits import WITHIN
from .travel_summary import weighted_quantile

HOURS_PER_YEAR = 8760


class Coverage(NamedTuple):
    """Of ``population`` people: how many are ``within`` each threshold (t), how many are ``unreachable``, and the weighted
    mean, median and 90th percentile minutes of the others (NaN where there are none)."""

    population: float
    within: np.ndarray
    unreachable: float
    mean: float
    median: float
    p90: float

    @property
    def share(self) -> np.ndarray:
        """Share (t) of all people, also those who are not reached; NaN of nobody."""
        return self.within / self.population if self.population > 0 else np.full(len(self.within), np.nan)


def coverage(minutes: np.ndarray, people: np.ndarray, thresholds: Sequence[float]) -> Coverage:
    """Of origins (n) with ``minutes`` (inf = not reached) and ``people``; a threshold itself counts as within."""
    reached = np.isfinite(minutes)
    order = np.argsort(minutes[reached], kind="stable")
    times, weights = minutes[reached][order], people[reached][order]
    total = float(weights.sum())
    return Coverage(
        population=float(people.sum()),
        within=_within(minutes, people, thresholds),
        unreachable=float(people[~reached].sum()),
        mean=float((weights * times).sum() / total) if total > 0 else np.nan,
        median=weighted_quantile(times, weights, 0.5),
        p90=weighted_quantile(times, weights, 0.9),
    )


class Times(NamedTuple):
    """What one call takes besides driving, in minutes: ``alarm`` (call to dispatch), ``turnout`` (dispatch to departure),
    ``scene`` and ``handover`` (at the hospital)."""

    alarm: float
    turnout: float
    scene: float = 0.0
    handover: float = 0.0


class Missions(NamedTuple):
    """Everything that a vehicle's time away depends on, besides its way to the scene: the ``times``; the ``hospital`` (n;
    −1 = none) nearest to each origin and the ``minutes`` (n) there; ``back`` (hospitals, stations) minutes from each
    hospital to each station; ``calls`` (n) per year, NaN where unknown."""

    times: Times
    hospital: np.ndarray
    minutes: np.ndarray
    back: np.ndarray
    calls: np.ndarray

    def away(self, drive: np.ndarray, station: np.ndarray) -> np.ndarray:
        """Minutes (n) from dispatch until the vehicle of ``station`` (n; −1 = none) stands there again; inf where some part
        of the way is missing.

        Turn-out + drive to the scene + time at the scene + drive to the hospital + handover + drive back to the station.
        """
        served = (station >= 0) & (self.hospital >= 0)
        back = np.full(len(drive), np.inf)
        back[served] = self.back[self.hospital[served], station[served]]
        return self.times.turnout + drive + self.times.scene + self.minutes + self.times.handover + back


class Vehicles(NamedTuple):
    """``calls`` per year, those of them that no vehicle completes, ``unserved``, and the ``hours`` vehicles are away."""

    calls: float
    unserved: float
    hours: float

    def share_away(self, vehicles: float) -> float:
        """Share of time that the ``vehicles`` are away when calls spread evenly over the year; NaN without vehicles."""
        return self.hours / (vehicles * HOURS_PER_YEAR) if vehicles > 0 else np.nan


def vehicle_hours(calls: np.ndarray, away: np.ndarray) -> Vehicles:
    """Of origins (n) with ``calls`` per year and minutes ``away`` per call (inf = nobody comes, or no way back)."""
    served = np.isfinite(away)
    return Vehicles(
        float(calls.sum()), float(calls[~served].sum()), float((calls * np.where(served, away, 0)).sum() / 60)
    )


class Change(NamedTuple):
    """What one unit more or fewer changes: people ``within`` each threshold (t) afterwards and the change of it, the people
    whose first vehicle is another, the change in unreachable people, the change in mean minutes over those who are reached
    both before and after, and the change in vehicle hours and unserved calls (NaN where calls are unknown)."""

    within: np.ndarray
    within_change: np.ndarray
    people_moved: float
    unreachable_change: float
    mean_change: float
    hours_change: float
    unserved_change: float


def change(
    before: np.ndarray,
    after: np.ndarray,
    moved: np.ndarray,
    people: np.ndarray,
    thresholds: Sequence[float],
    away: tuple[np.ndarray, np.ndarray] | None = None,
    calls: np.ndarray | None = None,
) -> Change:
    """From response minutes (n) ``before`` and ``after``, which origins ``moved`` (n bool) to another unit, and, with
    ``calls`` (n), the minutes ``away`` before and after.

    Only origins that moved can differ, so the sums run over them; the mean's denominator holds everybody.
    """
    both = np.isfinite(before) & np.isfinite(after)
    weight = people[both].sum()
    minutes = (people[moved & both] * (after[moved & both] - before[moved & both])).sum()
    then, now = (_within(times, people, thresholds) for times in (before, after))
    hours = unserved = np.nan
    if away is not None and calls is not None:
        old, new = (vehicle_hours(calls, values) for values in away)
        hours, unserved = new.hours - old.hours, new.unserved - old.unserved
    return Change(
        within=now,
        within_change=now - then,
        people_moved=float(people[moved].sum()),
        unreachable_change=float(people[np.isinf(after)].sum() - people[np.isinf(before)].sum()),
        mean_change=float(minutes / weight) if weight > 0 else np.nan,
        hours_change=hours,
        unserved_change=unserved,
    )


def _within(minutes: np.ndarray, people: np.ndarray, thresholds: Sequence[float]) -> np.ndarray:
    return np.array([people[minutes <= limit * WITHIN].sum() for limit in thresholds], float)


def without(station: int, nearest: np.ndarray, minutes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Nearest station and minutes (n) when ``station`` is gone, from the two nearest ``nearest`` and ``minutes`` (n, 2)."""
    gone = nearest[:, 0] == station
    return np.where(gone, nearest[:, 1], nearest[:, 0]), np.where(gone, minutes[:, 1], minutes[:, 0])
