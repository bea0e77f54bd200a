"""Floating catchment areas and their kin: how much supply people reach when others reach it too (methods section 3.2).

Everything works on the pairs that have a weight; nothing is ever a full matrix. A pair that is absent is no route.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from .decay import BINARY, EPANECHNIKOV, POWER, STEPS


class Weighted(NamedTuple):
    """Pairs (p) of an ``origin`` and a ``facility`` (row numbers) with a ``weight`` > 0; each pair at most once."""

    origin: np.ndarray
    facility: np.ndarray
    weight: np.ndarray

    @classmethod
    def where_positive(cls, origin: np.ndarray, facility: np.ndarray, weight: np.ndarray) -> Weighted:
        has = weight > 0
        return cls(origin[has], facility[has], weight[has])


class Access(NamedTuple):
    """Per pair (p): the ``demand`` that the origin puts on the facility, and the ``access`` it gets from there. Per facility
    (f): ``ratio``, supply over all demand put on it (0 where there is none)."""

    demand: np.ndarray
    access: np.ndarray
    ratio: np.ndarray


def two_step(pairs: Weighted, demand: np.ndarray, supply: np.ndarray) -> Access:
    """2SFCA; with weights that fall, E2SFCA and KD2SFCA. ``demand`` (n) and ``supply`` (f), both >= 0.

    Keeps the sum of demand × access = supply of the facilities that any demand reaches.
    """
    put = pairs.weight * demand[pairs.origin]
    ratio = _ratio(supply, _sum_by(pairs.facility, put, len(supply)))
    return Access(put, pairs.weight * ratio[pairs.facility], ratio)


def modified_two_step(pairs: Weighted, demand: np.ndarray, supply: np.ndarray) -> Access:
    """M2SFCA (Delamater): the weight counts twice, so supply far away is partly of no use; keeps no sum, by design."""
    found = two_step(pairs, demand, supply)
    return found._replace(access=found.access * pairs.weight)


def three_step(pairs: Weighted, demand: np.ndarray, supply: np.ndarray) -> Access:
    """3SFCA (Wan): people spread over their facilities in proportion to the weights before the two steps."""
    chosen = pairs.weight / _sum_by(pairs.origin, pairs.weight, len(demand))[pairs.origin]
    return two_step(pairs._replace(weight=chosen * pairs.weight), demand, supply)


def balanced(pairs: Weighted, demand: np.ndarray, supply: np.ndarray) -> Access:
    """BFCA (Páez): each origin's weights sum to 1 in the first step, and each facility's in the second.

    Nobody is counted twice. Keeps the sum of access = the sum of ratio over facilities in reach.
    """
    by_origin = pairs.weight / _sum_by(pairs.origin, pairs.weight, len(demand))[pairs.origin]
    by_facility = pairs.weight / _sum_by(pairs.facility, pairs.weight, len(supply))[pairs.facility]
    put = by_origin * demand[pairs.origin]
    ratio = _ratio(supply, _sum_by(pairs.facility, put, len(supply)))
    return Access(put, by_facility * ratio[pairs.facility], ratio)


def spatial_availability(pairs: Weighted, demand: np.ndarray, supply: np.ndarray) -> Access:
    """Spatial availability (Soukhov): supply shared out by demand and weight; ``access`` is amounts of supply, not per person.

    Keeps the sum of access = supply of the facilities that any demand reaches. Dividing T's columns by their sums cancels
    the factors of each column, so it is demand × two-step access.
    """
    found = two_step(pairs, demand, supply)
    return found._replace(access=found.access * demand[pairs.origin])


def opportunities(pairs: Weighted, demand: np.ndarray, supply: np.ndarray) -> Access:
    """Weighted supply in reach, without competition: gravity, and with binary weights cumulative opportunities."""
    found = two_step(pairs, demand, supply)
    return found._replace(access=pairs.weight * supply[pairs.facility])


METHODS = {
    "2sfca": two_step,
    "e2sfca": two_step,
    "kd2sfca": two_step,
    "m2sfca": modified_two_step,
    "3sfca": three_step,
    "bfca": balanced,
    "gravity": opportunities,
    "cumulative": opportunities,
    "spatialavailability": spatial_availability,
}

RAAM = "raam"  # by choice instead of by weight: core.access.raam
USUAL_DECAY = {
    "2sfca": BINARY,
    "e2sfca": STEPS,
    "kd2sfca": EPANECHNIKOV,
    "m2sfca": EPANECHNIKOV,
    "3sfca": STEPS,
    "bfca": STEPS,
    "gravity": POWER,
    "cumulative": BINARY,
    "spatialavailability": STEPS,
    RAAM: BINARY,
}
WITHOUT_DECAY = ("2sfca", "cumulative", RAAM)  # all within the threshold counts alike, by definition
WITHOUT_COMPETITION = ("gravity", "cumulative")
# Access is supply per unit of demand. Not with BFCA: its access sums to the ratios, so it falls with the number of origins.
PER_DEMAND = ("2sfca", "e2sfca", "kd2sfca", "m2sfca", "3sfca")


class Reach(NamedTuple):
    """How many thresholds around a place its figure depends on ``supply`` and on ``demand``."""

    supply: int
    demand: int


def reach_of(method: str) -> Reach:
    """How far out data must go (methods section 3): who shares a facility, and with 3SFCA and BFCA what else those reach."""
    if method in WITHOUT_COMPETITION:
        return Reach(1, 0)
    return Reach(3, 2) if method in ("3sfca", "bfca") else Reach(1, 2)


def by_origin(pairs: Weighted, values: np.ndarray, count: int) -> np.ndarray:
    """The sum (n) of the pairs' ``values`` (p) over each origin's facilities."""
    return _sum_by(pairs.origin, values, count)


def by_facility(pairs: Weighted, values: np.ndarray, count: int) -> np.ndarray:
    """The sum (f) of the pairs' ``values`` (p) over each facility's origins."""
    return _sum_by(pairs.facility, values, count)


def _sum_by(row: np.ndarray, values: np.ndarray, count: int) -> np.ndarray:
    return np.bincount(row, weights=values, minlength=count)


def _ratio(supply: np.ndarray, load: np.ndarray) -> np.ndarray:
    return np.divide(supply, load, out=np.zeros(len(supply)), where=load > 0)
