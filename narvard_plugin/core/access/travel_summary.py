"""Travel times of people, summed up per facility. Quantiles follow methods section 3.6: weighted, over the reachable."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np


class FacilitySummary(NamedTuple):
    """Per facility (f): people who have it as their nearest, and their mean, median and 90th percentile minutes (NaN where
    nobody has)."""

    population: np.ndarray
    mean_minutes: np.ndarray
    median_minutes: np.ndarray
    p90_minutes: np.ndarray


def summarise_facilities(
    minutes: np.ndarray, facility: np.ndarray, people: np.ndarray, facility_count: int
) -> FacilitySummary:
    """From each origin's ``minutes`` (n), nearest ``facility`` (n; −1 = none) and ``people`` (n)."""
    served = facility >= 0
    minutes, facility, people = minutes[served], facility[served], people[served]
    population = np.bincount(facility, weights=people, minlength=facility_count)
    total = np.bincount(facility, weights=people * minutes, minlength=facility_count)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.where(population > 0, total / population, np.nan)
    order = np.lexsort((minutes, facility))
    minutes, facility, people = minutes[order], facility[order], people[order]
    ends = np.searchsorted(facility, np.arange(facility_count + 1))
    median, p90 = (
        np.array([weighted_quantile(minutes[a:b], people[a:b], q) for a, b in zip(ends[:-1], ends[1:])])
        for q in (0.5, 0.9)
    )
    return FacilitySummary(population, mean, median, p90)


def weighted_quantile(values: np.ndarray, weights: np.ndarray, share: float) -> float:
    """The smallest of ascending ``values`` whose cumulative share of ``weights`` is at least ``share``; NaN of no weight."""
    cumulative = np.cumsum(weights)
    if len(values) == 0 or cumulative[-1] <= 0:
        return float("nan")
    # A share that rounding puts a hair above its place must not move to the next value.
    at = np.searchsorted(cumulative, share * cumulative[-1] * (1 - 1e-12))
    return float(values[at])
