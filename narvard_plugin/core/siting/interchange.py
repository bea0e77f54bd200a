"""P-median by greedy choice and Teitz and Bart's interchange (1968), every swap judged at once."""

from __future__ import annotations

import numpy as np

from ..network.limits import Step, no_step
from .solver import EQUAL


def greedy_median(cost: np.ndarray, sites: int, fixed: np.ndarray, allowed: np.ndarray, step: Step = no_step):
    """Sites (m bool): the ``fixed`` ones, then one by one the site that lowers the sum of ``cost`` (n × m, finite) most."""
    chosen = fixed.copy()
    least = cost[:, chosen].min(1) if chosen.any() else np.full(len(cost), cost.max(initial=0.0))
    for _ in range(sites - int(chosen.sum())):
        step(0.1)
        gain = np.maximum(least[:, None] - cost, 0).sum(0)
        site = int(np.where(allowed & ~chosen, gain, -1.0).argmax())
        chosen[site] = True
        least = np.minimum(least, cost[:, site])
    return chosen


def interchange(cost: np.ndarray, chosen: np.ndarray, fixed: np.ndarray, allowed: np.ndarray, step: Step = no_step):
    """Swap one chosen site for another as long as the sum of least ``cost`` falls; the best swap first. (sites, sum)."""
    chosen = chosen.copy()
    while True:
        step(0.2)
        inside = np.flatnonzero(chosen)
        own, least, second = _two_least(cost[:, inside])
        total = float(least.sum())
        coming = np.flatnonzero(allowed & ~chosen)
        leaving = ~fixed[inside]
        if not len(coming) or not leaving.any():
            return chosen, total
        change = _changes(cost[:, coming], own, least, second, len(inside))
        change[~leaving] = np.inf
        out, into = np.unravel_index(int(change.argmin()), change.shape)
        if change[out, into] >= -EQUAL * max(1.0, abs(total)):
            return chosen, total
        chosen[inside[out]], chosen[coming[into]] = False, True


def _two_least(cost: np.ndarray):
    """Per origin: the column of the least cost, that cost, and the second least (the greatest there is where alone)."""
    own = cost.argmin(1)
    rows = np.arange(len(cost))
    least = cost[rows, own]
    if cost.shape[1] == 1:
        return own, least, np.full(len(cost), np.inf)
    rest = cost.copy()
    rest[rows, own] = np.inf
    return own, least, rest.min(1)


def _changes(cost: np.ndarray, own: np.ndarray, least: np.ndarray, second: np.ndarray, inside: int) -> np.ndarray:
    """What each swap does to the sum: rows = the chosen site that leaves (``inside``), columns = the site that comes.

    An origin whose own site leaves goes to the better of its second and the coming site; any other gains or stays.
    """
    gain = np.minimum(cost - least[:, None], 0)
    left = np.minimum(cost, second[:, None]) - least[:, None] - gain  # beyond what it would gain anyway
    order = np.argsort(own, kind="stable")
    starts = np.searchsorted(own[order], np.arange(inside))
    sums = np.zeros((inside, cost.shape[1]))
    there = np.append(starts, len(own))
    some = np.flatnonzero(np.diff(there))
    if len(some):
        sums[some] = np.add.reduceat(left[order], starts[some], axis=0)
    return sums + gain.sum(0)[None, :]
