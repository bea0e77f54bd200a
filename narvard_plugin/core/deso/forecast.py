"""People of small areas under a forecast for the municipality or county they lie in, and the care that ages ask for.

A forecast says how many people a place will have, not where in it they live. What is known of that is today's people and
the dwellings that plans add; the forecast is shared out by both, so that the areas of a place sum to its forecast.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np


class OutsideForecast(ValueError):
    """The forecast says nothing of ``year``: it goes from ``first`` to ``last``."""

    def __init__(self, year: int, first: int, last: int):
        super().__init__(f"{year} is outside {first}–{last}")
        self.year, self.first, self.last = year, first, last


class Level(NamedTuple):
    """How many people a forecast has in a year, and whether the year stands between two that it tells."""

    people: float
    interpolated: bool


class Shared(NamedTuple):
    """People (a), NaN where no forecast holds or nobody lives to share it out by; and of each place (p) the forecast people
    that no area could be given."""

    people: np.ndarray
    left: np.ndarray


def level_in(series: Mapping[int, float], year: int) -> Level:
    """People of one place in ``year`` from its ``series`` (year: people); on a straight line between two years.

    Raises ``OutsideForecast`` where the year lies before the first or after the last.
    """
    if year in series:
        return Level(float(series[year]), False)
    years = np.array(sorted(series))
    if not years[0] < year < years[-1]:
        raise OutsideForecast(year, int(years[0]), int(years[-1]))
    return Level(float(np.interp(year, years, [series[int(one)] for one in years])), True)


def share_out(weight: np.ndarray, place: np.ndarray, forecast: np.ndarray) -> Shared:
    """The ``forecast`` people of places (p) given to their areas (a) by ``weight`` (people, NaN = unknown).

    ``place`` (a) is the row of each area's place, −1 for none. An area with unknown weight gets NaN, and so does one whose
    place has no forecast (NaN), or has people in it but none to share it out by.
    """
    known = np.isfinite(weight) & (place >= 0)
    sums = np.bincount(place[known], weights=weight[known], minlength=len(forecast))
    with np.errstate(invalid="ignore", divide="ignore"):
        per_weight = np.where(sums > 0, forecast / sums, np.where(forecast == 0, 0.0, np.nan))
    people = np.full(len(weight), np.nan)
    people[known] = weight[known] * per_weight[place[known]]
    return Shared(people, np.where(sums > 0, 0.0, np.nan_to_num(forecast)))


def with_planned(by_age: Mapping[str, np.ndarray], planned: np.ndarray) -> dict[str, np.ndarray]:
    """People of each age (a) and the ``planned`` ones (a), who are as old as their area's own; as all areas' people where
    nobody lives yet. An area where the people of any age are unknown (NaN) has NaN in those, and no planned people."""
    total = sum(by_age.values())
    everybody = np.nansum(total)
    found = {}
    for age, own in by_age.items():
        usual = np.nansum(np.where(np.isnan(total), np.nan, own)) / everybody if everybody > 0 else 1 / len(by_age)
        share = np.divide(own, total, out=np.full(len(own), usual), where=total > 0)
        found[age] = own + np.where(np.isnan(total), 0.0, planned * share)
    return found


def care_demand(people: np.ndarray, per_person: np.ndarray) -> np.ndarray:
    """Care per area (a) in the unit of the rates: ``people`` by age (a, g) times what one of each age uses (g).

    An area where the people of any age are unknown (NaN) has NaN, never a sum of the ages that are known.
    """
    return people @ per_person


def expected_ratio(people: np.ndarray, per_person: np.ndarray) -> np.ndarray:
    """Per area (a) its care per person over the mean of all: what its ages alone make of it. NaN without people."""
    demand, size = care_demand(people, per_person), people.sum(axis=1)
    known = np.isfinite(demand)
    total = size[known].sum()
    mean = demand[known].sum() / total if total > 0 else np.nan
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(size > 0, demand / size / mean, np.nan)


def places_of(codes: Sequence, known: Sequence[str]) -> tuple[np.ndarray, int]:
    """For each area code (a, None = unknown) the row of its place among ``known`` codes, −1 for none; and their length.

    A Swedish area code begins with those of its municipality (four digits) and county (two). The finest kind of place
    that any area has a forecast for is used for all: a county's forecast holds the people of its municipalities too.
    """
    row = {code: at for at, code in enumerate(known)}
    for length in sorted({len(code) for code in known}, reverse=True):
        found = np.array([row.get(code[:length], -1) if code else -1 for code in codes] or [], int)
        found = np.array([at if at >= 0 and len(known[at]) == length else -1 for at in found] or [], int)
        if (found >= 0).any():
            return found, length
    return np.full(len(codes), -1), 0
