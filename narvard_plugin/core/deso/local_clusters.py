"""Which areas stand out together with their neighbours: local statistic, p and a word for each area (methods section 2.8)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix

from ..network.limits import Step, no_step
from .autocorrelation import getis_ord, is_constant, local_moran, mean_of_neighbours
from .permutations import TIES, false_discovery_rate, tail_counts, two_sided
from .weights import neighbour_counts

MORAN, GISTAR = "moran", "gistar"
HIGH_HIGH, LOW_LOW, HIGH_LOW, LOW_HIGH = "high_high", "low_low", "high_low", "low_high"
HOT, COLD = "hot", "cold"
NOT_SIGNIFICANT, ISLAND, NO_VALUE = "not_significant", "island", "no_value"


class Asked(NamedTuple):
    """``method`` moran or gistar, how many draws, their seed, the level, and whether the FDR is held under it."""

    method: str = MORAN
    permutations: int = 9_999
    seed: int = 1
    level: float = 0.05
    controlled: bool = True


class LocalClusters(NamedTuple):
    """Of the areas (n): ``statistic``, ``p``, ``adjusted`` p and the neighbours' mean ``lag``, NaN where there is none; the
    ``cluster`` in the words above."""

    statistic: np.ndarray
    p: np.ndarray
    adjusted: np.ndarray
    lag: np.ndarray
    cluster: np.ndarray


def local_clusters(weights: csr_matrix, y: np.ndarray, asked: Asked, step: Step = no_step) -> LocalClusters:
    """The clusters of the values ``y`` (n, all known) with binary ``weights`` (n × n), rows in the order of the areas' ids.

    An area without neighbours is ``island``, without statistic and p. Where all values are the same, nothing has any. An
    area's word stands only where chance seldom gives neighbours that lie so far to the side that the word says: one value far
    from all others can pull the mean, and the sum of Gi*, past neighbours that are themselves unlike chance the other way.
    """
    gistar = asked.method == GISTAR
    statistic = (getis_ord if gistar else local_moran)(weights, y)
    lag = mean_of_neighbours(weights, y)
    p, raised = np.full(len(y), np.nan), np.zeros(len(y), bool)
    if not is_constant(y) and neighbour_counts(weights).any():
        above, below = tail_counts(weights, y, asked.permutations, asked.seed, step)
        p, raised = two_sided(above, below, asked.permutations), above < below
        if not gistar:  # an area that lies at the mean itself has I = 0 in every draw
            p = np.where(np.abs(y - y.mean()) <= TIES * y.std(), 1.0, p)
        p = np.where(np.isfinite(statistic), p, np.nan)
    adjusted = false_discovery_rate(p)
    high = statistic > 0 if gistar else lag - y.mean() > 0
    found = ((adjusted if asked.controlled else p) <= asked.level) & (high == raised)
    words = np.where(high, HOT, COLD) if gistar else quadrants(y, lag)
    cluster = np.where(found, words, np.where(neighbour_counts(weights) > 0, NOT_SIGNIFICANT, ISLAND))
    return LocalClusters(statistic, p, adjusted, lag, cluster.astype(object))


def quadrants(y: np.ndarray, lag: np.ndarray) -> np.ndarray:
    """The word (n) for an area over or under the mean among neighbours over or under it; at the mean is low, as in ``esda``."""
    high, around = y - y.mean() > 0, lag - y.mean() > 0
    return np.select([high & around, high, around], [HIGH_HIGH, HIGH_LOW, LOW_HIGH], LOW_LOW)


def areas_that_must_agree(tested: int, asked: Asked) -> int:
    """How many of ``tested`` areas must have the lowest p that so many draws can give before the FDR lets any pass."""
    return max(1, int(np.ceil(2 / (asked.permutations + 1) * tested / asked.level - 1e-9)))
