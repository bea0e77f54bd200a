"""Whether like lies by like: Moran's I of a whole map, local Moran and Getis–Ord Gi* of each area (methods section 2.8).

The formulas are those of Ord and Getis's z and of Moran's moments, not those of the library ``esda`` 2.9.0 where it differs:
Gi* of row-standardised weights has another variance there, an island is given p = 0.001, p is one-tailed, and values that
are equal up to rounding count on one side only. Here an area without neighbours has no statistic and no p, and p is
two-sided (``permutations.py``). Moran's I depends on the weights: row-standardised and binary weights give different I.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from scipy.special import ndtr

from .weights import neighbour_counts, row_standardised, with_itself

FEWEST = 4  # areas that the variance under randomisation needs


class GlobalMoran(NamedTuple):
    """Moran's I, its expectation E, and its variance, z and two-sided p under normality and under randomisation."""

    moran_i: float
    expected: float
    variance_normal: float
    variance_random: float
    z_normal: float
    z_random: float
    p_normal: float
    p_random: float


def is_constant(y: np.ndarray) -> bool:
    """Whether all values (n) are the same up to rounding, so that nothing can be said of who lies by whom."""
    return bool(np.ptp(y) <= 1e-12 * np.abs(y).max(initial=0.0)) if len(y) else True


def global_moran(weights: csr_matrix, y: np.ndarray) -> GlobalMoran:
    """Moran's I of the values ``y`` (n) with ``weights`` (n × n) as they are; all NaN where it is not defined.

    Areas without neighbours count in n, as in ``esda``.
    """
    n, total = len(y), weights.sum()
    if n < FEWEST or total == 0 or is_constant(y):
        return GlobalMoran(*[np.nan] * 8)
    z = y - y.mean()
    s1 = (weights + weights.T).power(2).sum() / 2
    s2 = ((np.asarray(weights.sum(1)).ravel() + np.asarray(weights.sum(0)).ravel()) ** 2).sum()
    moran_i = n / total * (z @ (weights @ z)) / (z @ z)
    expected = -1 / (n - 1)
    by_normal = (n**2 * s1 - n * s2 + 3 * total**2) / ((n**2 - 1) * total**2) - expected**2
    b = (z**4).mean() / (z**2).mean() ** 2
    by_random = n * ((n**2 - 3 * n + 3) * s1 - n * s2 + 3 * total**2)
    by_random -= b * ((n**2 - n) * s1 - 2 * n * s2 + 6 * total**2)
    by_random = by_random / ((n - 1) * (n - 2) * (n - 3) * total**2) - expected**2
    scores = [
        (moran_i - expected) / np.sqrt(variance) if variance > 0 else np.nan for variance in (by_normal, by_random)
    ]
    return GlobalMoran(
        float(moran_i),
        expected,
        float(by_normal),
        float(by_random),
        *scores,
        *[2 * float(ndtr(-abs(z))) for z in scores],
    )


def local_moran(weights: csr_matrix, y: np.ndarray) -> np.ndarray:
    """I_i = (n-1) z_i (Wz)_i / sum z² (n) with row-standardised W; NaN for areas without neighbours and where y is constant."""
    if is_constant(y):
        return np.full(len(y), np.nan)
    z = y - y.mean()
    local = (len(y) - 1) * z * (row_standardised(weights) @ z) / (z @ z)
    return np.where(neighbour_counts(weights) > 0, local, np.nan)


def getis_ord(weights: csr_matrix, y: np.ndarray) -> np.ndarray:
    """Gi* (n) as Ord and Getis's z, the area itself, with weight 1, among its neighbours; NaN without neighbours and where y
    is constant. ``weights`` are 0 and 1; dividing each row, the area itself counted in, by its sum would change nothing.
    """
    n = len(y)
    if n < 2 or is_constant(y):
        return np.full(n, np.nan)
    star = with_itself(weights)
    total, squares = np.asarray(star.sum(1)).ravel(), np.asarray(star.power(2).sum(1)).ravel()
    spread = np.sqrt((n * squares - total**2) / (n - 1))
    with np.errstate(invalid="ignore", divide="ignore"):  # everyone is the neighbour of everyone
        score = (star @ (y - y.mean())) / (y.std() * spread)
    return np.where((neighbour_counts(weights) > 0) & (spread > 0), score, np.nan)


def mean_of_neighbours(weights: csr_matrix, y: np.ndarray) -> np.ndarray:
    """The mean value of each area's neighbours (n); NaN without neighbours."""
    return np.where(neighbour_counts(weights) > 0, row_standardised(weights) @ y, np.nan)
