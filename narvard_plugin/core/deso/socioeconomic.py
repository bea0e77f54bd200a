"""An own socioeconomic index, and classes like SCB's area types: derived, and never official."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

NONE, ZSCORE, RANK = "none", "zscore", "rank"
#: Upper bounds of the types 5, 4, 3 and 2, in standard deviations from the mean; what lies above the last is type 1.
CUTS = (-1.0, 0.0, 1.0, 2.0)
#: Sums in floating point leave a trace in the last digits; an index on a cut must not fall to either side by it.
_DIGITS = 9
_SAME = 1e-12  # of the largest value


class Spread(NamedTuple):
    """The mean and the standard deviation (over all, not a sample) of an index."""

    mean: float
    deviation: float


def spread(values: np.ndarray, weights: np.ndarray) -> Spread:
    """Mean and standard deviation of ``values`` (n) by ``weights`` (n); NaN in either takes no part.

    Both are NaN where no weight is above 0, the deviation also where it is too large to be a number; it is exactly 0
    where all values are the same but for the last digits of their sums. The order of the rows means nothing, not even
    in the last digit.
    """
    known = np.isfinite(values) & (np.nan_to_num(weights) > 0)
    x, w = np.asarray(values, float)[known], np.asarray(weights, float)[known]
    total = math.fsum(w)
    if not total:
        return Spread(math.nan, math.nan)
    if np.ptp(x) <= _SAME * np.abs(x).max():
        return Spread(float(x.min()), 0.0)
    mean = math.fsum(w * x) / total
    with np.errstate(over="ignore"):
        deviation = math.sqrt(math.fsum(w * (x - mean) ** 2) / total)
    return Spread(mean, deviation if math.isfinite(deviation) else math.nan)


def ranks(values: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """The share of the weight (n) that lies below each value (n), its own counted by half: 0–1. Ties share a rank."""
    _, place = np.unique(values, return_inverse=True)
    size = np.bincount(place, weights)
    below = np.cumsum(size) - size / 2
    return (below / size.sum())[place] if size.sum() > 0 else np.full(len(values), np.nan)


def standardised(values: np.ndarray, how: str, weights: np.ndarray) -> np.ndarray:
    """``values`` (n, none missing) as they are, as z-scores or as ranks 0–1, by ``weights`` (n).

    Z-scores are NaN where all values are the same.
    """
    if how == RANK:
        return ranks(values, weights)
    if how == NONE:
        return np.asarray(values, float)
    mean, deviation = spread(values, weights)
    return (values - mean) / deviation if deviation else np.full(len(values), np.nan)


def mixed(
    variables: Sequence[np.ndarray], mix: Sequence[float], how: str = NONE, people: np.ndarray | None = None
) -> np.ndarray:
    """The index (a): the mean of the ``variables`` (each a) by the weights ``mix``; NaN where any of them is missing.

    A negative weight turns a variable where lower is worse. The weights' sizes are shared out to 1, so that equal ones
    give the plain mean: SCB's socioekonomiskt index is that of three shares in per cent. Areas with an index set the
    mean, spread and ranks of every variable, by ``people`` (a) where given.
    """
    table = np.array(variables, float)
    whole = np.isfinite(table).all(axis=0)
    weights = np.ones(table.shape[1]) if people is None else np.nan_to_num(people)
    index = np.full(table.shape[1], np.nan)
    parts = [weight * standardised(values[whole], how, weights[whole]) for weight, values in zip(mix, table)]
    index[whole] = np.sum(parts, axis=0) / math.fsum(map(abs, mix))
    return index


def deviations(index: np.ndarray, reference: Spread) -> np.ndarray:
    """How many standard deviations each index (a) lies above the mean of ``reference``; NaN where that is 0."""
    if not reference.deviation > 0:
        return np.full(len(index), np.nan)
    return np.round((index - reference.mean) / reference.deviation, _DIGITS)


def area_types(deviation: np.ndarray, cuts: Sequence[float] = CUTS) -> np.ndarray:
    """Classes 1 (great challenges) to 5 (very good conditions) from standard deviations (a); 0 where that is NaN.

    Type 5 < -1 ≤ type 4 < 0 ≤ type 3 < 1 ≤ type 2 < 2 ≤ type 1, with the default ``cuts`` (four, rising). SCB's own cuts
    are in no source read: these classes are derived (methods section 2.2).
    """
    types = 5 - np.digitize(deviation, cuts)
    return np.where(np.isnan(deviation), 0, types)
