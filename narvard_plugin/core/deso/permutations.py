"""How often chance alone would give an area such neighbours: conditional permutation, and the control of false findings."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from scipy.sparse import csr_matrix

from ..network.limits import Step, no_step
from .weights import neighbour_counts

TIES = 1e-12  # in standard deviations: sums nearer than this are equal
BLOCK = 500_000  # places drawn at a time: bounds the memory, and keeps a block well under a second


def tail_counts(
    weights: csr_matrix, y: np.ndarray, permutations: int, seed: int, step: Step = no_step
) -> tuple[np.ndarray, np.ndarray]:
    """In how many of ``permutations`` draws the neighbours' sum is at least, and at most, as large as it is (n, n).

    Each area (n) keeps its value ``y`` and its number of neighbours, which are drawn without replacement from all the
    other areas. ``weights`` are 0 and 1. As the own value stands still, the sum orders the draws as local Moran does where
    the value lies over the mean, the other way round where it lies under, and as Gi* does everywhere. A draw as large as the
    observed sum counts on both sides.

    The draws are of places: the last area stands in for the one asked about, so that one set of draws serves all areas, and
    two areas with equally many neighbours are held against the same chance. The rows' order decides who is drawn: give
    them in the order of their ids. ``step`` hears the share done.
    """
    n, sizes = len(y), neighbour_counts(weights)
    scaled = (y - y.mean()) / y.std()
    margin = max(TIES, 8 * np.finfo(float).eps * np.abs(y).max() / y.std())
    observed = weights @ scaled
    low, high = observed - margin, observed + margin
    above, below = np.zeros(n, int), np.zeros(n, int)
    for drawn in _draws(n - 1, int(sizes.max()), permutations, np.random.default_rng(seed), step):
        sums = np.cumsum(scaled[drawn], axis=1)  # (draws, most neighbours): of the first one, two, … drawn
        for size in np.unique(sizes[sizes > 0]):
            own, chance = sizes == size, np.sort(sums[:, size - 1])
            above[own] += len(drawn) - np.searchsorted(chance, low[own], "left")
            below[own] += np.searchsorted(chance, high[own], "right")
        draw, place = np.nonzero(np.arange(drawn.shape[1]) < sizes[drawn])
        area = drawn[draw, place]  # was drawn as a neighbour of its own
        before = sums[draw, sizes[area] - 1]
        after = before + scaled[-1] - scaled[area]
        np.add.at(above, area, (after >= low[area]).astype(int) - (before >= low[area]))
        np.add.at(below, area, (after <= high[area]).astype(int) - (before <= high[area]))
    return above, below


def two_sided(above: np.ndarray, below: np.ndarray, permutations: int) -> np.ndarray:
    """p (n) from the counts of both tails: twice the smaller, the observed one counted in, at most 1."""
    return np.minimum(1.0, 2 * (np.minimum(above, below) + 1) / (permutations + 1))


def false_discovery_rate(p: np.ndarray) -> np.ndarray:
    """Benjamini and Hochberg's adjusted p (n); NaN stays, and is no test."""
    tested = np.flatnonzero(np.isfinite(p))
    order = tested[np.argsort(p[tested], kind="stable")[::-1]]
    rank = np.arange(len(order), 0, -1)
    adjusted = np.full(len(p), np.nan)
    adjusted[order] = np.minimum(np.minimum.accumulate(p[order] * len(order) / rank), 1.0)
    return adjusted


def _draws(places: int, most: int, permutations: int, rng: np.random.Generator, step: Step) -> Iterator[np.ndarray]:
    """``most`` different ones of ``places`` places in random order, ``permutations`` times, block by block."""
    few = most**2 <= places  # then most rows of independent draws have no place twice
    block = max(1, BLOCK // (most if few else places))
    for begin in range(0, permutations, block):
        step(begin / permutations)
        count = min(block, permutations - begin)
        if few:
            yield _different(rng, places, (count, most))
        else:
            yield rng.permuted(np.tile(np.arange(places), (count, 1)), axis=1)[:, :most]


def _different(rng: np.random.Generator, places: int, shape: tuple[int, int]) -> np.ndarray:
    """Rows of different places: a row that has one twice is drawn anew as a whole, which favours no place."""
    drawn = rng.integers(0, places, shape)
    again = np.arange(len(drawn))
    while len(again):
        ordered = np.sort(drawn[again], axis=1)
        again = again[(ordered[:, 1:] == ordered[:, :-1]).any(1)]
        drawn[again] = rng.integers(0, places, (len(again), shape[1]))
    return drawn
