"""Two sets of travel times compared: who gets nearer, who gets farther, and who gains or loses reach altogether.

Minutes and kilometres are compared over those who have reach both before and after, or a lost facility would look like a
shorter road; who gains or loses reach is counted apart. Shares past a time have everyone in the denominator. Source: the
measures of level structuring (nivåstrukturering): Σ visits × change, shares past 30/60/90 minutes, P90, maximum.
"""

from __future__ import annotations

from typing import NamedTuple, Optional

import numpy as np

from ..access.travel_summary import weighted_quantile

OK, LOST, GAINED, NEVER = "ok", "lost", "gained", "never"
PAST = (30, 60, 90)
#: Times closer than this are the same time, summed up in another order.
ROUNDING = 1e-6


class Trips(NamedTuple):
    """Of origins (n): ``minutes`` and ``km`` of one trip, NaN where there is no reach; ``km`` None where not known."""

    minutes: np.ndarray
    km: Optional[np.ndarray] = None


class Compared(NamedTuple):
    """Of origins (n): ``change`` in minutes, NaN without reach on either side, and ``reach`` ok, lost, gained or never;
    ``gainer`` and ``loser`` (bool): who has it nearer or farther by more than the threshold."""

    change: np.ndarray
    reach: np.ndarray
    gainer: np.ndarray
    loser: np.ndarray


class Measure(NamedTuple):
    """One number ``before`` and ``after`` and its ``change``; NaN where it has none."""

    name: str
    before: float
    after: float
    change: float


class AreaSummary(NamedTuple):
    """Per area (a): its people, weighted mean minutes over those with reach before and after (NaN without any), and people
    who gain, lose, lose reach, gain reach, and have no reach after."""

    population: np.ndarray
    mean_before: np.ndarray
    mean_after: np.ndarray
    gainers: np.ndarray
    losers: np.ndarray
    lost_reach: np.ndarray
    gained_reach: np.ndarray
    unreached: np.ndarray


def compare(before: np.ndarray, after: np.ndarray, threshold: float = 0.0) -> Compared:
    """From minutes ``before`` and ``after`` (n, NaN = no reach); a change up to ``threshold`` minutes is none."""
    had, has = np.isfinite(before), np.isfinite(after)
    change = np.where(had & has, after - before, np.nan)
    reach = np.select([had & has, had, has], [OK, LOST, GAINED], NEVER)
    least = max(threshold, ROUNDING)
    with np.errstate(invalid="ignore"):
        return Compared(change, reach, change < -least, change > least)


def summarise(
    before: Trips, after: Trips, people: np.ndarray, visits: np.ndarray, threshold: float = 0.0
) -> list[Measure]:
    """Every measure of one group of origins (n): ``people`` are counted, ``visits`` weight minutes, km and shares."""
    compared = compare(before.minutes, after.minutes, threshold)
    ok = compared.reach == OK
    weight = np.where(ok, visits, 0.0)
    had, has = np.isfinite(before.minutes), np.isfinite(after.minutes)
    return [
        _pair("population", people.sum(), people.sum()),
        _pair("unreached", people[~had].sum(), people[~has].sum()),
        _change("gainers", people[compared.gainer].sum()),
        _change("losers", people[compared.loser].sum()),
        _change("gained_reach", people[compared.reach == GAINED].sum()),
        _change("lost_reach", people[compared.reach == LOST].sum()),
        _pair("person_minutes", *(_sum(trips.minutes, weight) for trips in (before, after))),
        _pair("mean", *(_mean(trips.minutes, weight) for trips in (before, after))),
        _pair("p90", *(_p90(trips.minutes, weight) for trips in (before, after))),
        _pair("maximum", *(_maximum(trips.minutes, weight) for trips in (before, after))),
        *(
            _pair(f"share_past_{limit}", *(_share_past(trips.minutes, visits, limit) for trips in (before, after)))
            for limit in PAST
        ),
        _pair("person_km", *(_sum(trips.km, weight) for trips in (before, after))),
        _pair("km_per_visit", *(_mean(trips.km, weight) for trips in (before, after))),
    ]


def by_area(
    before: np.ndarray,
    after: np.ndarray,
    people: np.ndarray,
    visits: np.ndarray,
    area: np.ndarray,
    count: int,
    threshold: float = 0.0,
) -> AreaSummary:
    """Sums per ``area`` (n: 0 … count − 1, −1 = none)."""
    compared = compare(before, after, threshold)
    inside = area >= 0

    def total(values):
        return np.bincount(area[inside], weights=values[inside], minlength=count)

    weight = np.where(compared.reach == OK, visits, 0.0)
    weights = total(weight)
    with np.errstate(invalid="ignore", divide="ignore"):
        means = [
            np.where(weights > 0, total(np.where(weight > 0, weight * minutes, 0.0)) / weights, np.nan)
            for minutes in (before, after)
        ]
    counted = (
        compared.gainer, compared.loser, compared.reach == LOST, compared.reach == GAINED, ~np.isfinite(after)
    )  # fmt: skip
    return AreaSummary(total(people), *means, *(total(people * who) for who in counted))


def _pair(name: str, before: float, after: float) -> Measure:
    return Measure(name, float(before), float(after), float(after - before))


def _change(name: str, people: float) -> Measure:
    return Measure(name, np.nan, np.nan, float(people))


def _sum(values: Optional[np.ndarray], weight: np.ndarray) -> float:
    used = weight > 0
    return np.nan if values is None else float((values[used] * weight[used]).sum())


def _mean(values: Optional[np.ndarray], weight: np.ndarray) -> float:
    total = weight.sum()
    return _sum(values, weight) / total if total > 0 else np.nan


def _p90(values: np.ndarray, weight: np.ndarray) -> float:
    used = np.flatnonzero(weight > 0)
    used = used[np.argsort(values[used], kind="stable")]
    return weighted_quantile(values[used], weight[used], 0.9)


def _maximum(values: np.ndarray, weight: np.ndarray) -> float:
    used = values[weight > 0]
    return float(used.max()) if len(used) else np.nan


def _share_past(minutes: np.ndarray, visits: np.ndarray, limit: float) -> float:
    """The limit itself is within; who has no reach is past every limit."""
    total = visits.sum()
    return float(visits[~(minutes <= limit)].sum() / total) if total > 0 else np.nan
