"""A bound under every p-median, and what it proves about sites and pairs (Lagrangian relaxation, subgradient steps)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..network.limits import Step, no_step
from .interchange import interchange
from .solver import EQUAL, Clock

STEPS, PATIENCE = 800, 20
WORTHWHILE = 1e-5  # a rise of the bound by less than this share does not count as one


class Bounded(NamedTuple):
    """``lower``: no p-median costs less. ``chosen`` (m bool) and ``upper``: the best found on the way. From the relaxation
    at its best: each origin's price (n) and each site's reduced cost (m)."""

    lower: float
    chosen: np.ndarray
    upper: float
    price: np.ndarray
    reduced: np.ndarray


def bound_median(
    cost: np.ndarray,
    demand: np.ndarray,
    sites: int,
    fixed: np.ndarray,
    allowed: np.ndarray,
    start: tuple[np.ndarray, float],
    clock: Clock,
    step: Step = no_step,
) -> Bounded:
    """``cost`` (n × m; inf = no route) of origins with ``demand`` (n), ``start``: sites and their cost, which must be finite.

    Every origin may be served any number of times, at a price: the relaxed problem picks the ``sites`` cheapest sites.
    Prices move in proportion to demand, as a price per person would: steps that are equal for all gain little where demand
    differs a hundredfold.
    """
    (chosen, upper), lower = start, -np.inf
    price = np.sort(np.where(np.isfinite(cost), cost, upper), axis=1)[:, : 2 if cost.shape[1] > 1 else 1].mean(1)
    best_price, best_reduced, pace, waited = price, np.zeros(cost.shape[1]), 2.0, 0
    for _ in range(STEPS):
        step(0.4)
        reduced = np.minimum(cost - price[:, None], 0).sum(0)
        picked = pick(reduced, sites, fixed, allowed)
        value = float(price.sum() + reduced[picked].sum())
        waited = 0 if value > lower + WORTHWHILE * abs(lower) or lower == -np.inf else waited + 1
        if value > lower:
            lower, best_price, best_reduced = value, price, reduced
            real = float(cost[:, picked].min(1).sum())
            if real < upper * 1.02:
                chosen, upper = _improve(cost, picked, (chosen, upper), fixed, allowed, step)
        if waited == PATIENCE:
            pace, waited = pace / 2, 0
        slack = 1.0 - (cost[:, picked] < price[:, None]).sum(1)
        length = float(demand @ slack**2)
        if length == 0 or upper - lower <= EQUAL * abs(upper) or pace < 1e-4 or clock.left <= 0:
            break
        price = np.maximum(price + pace * (1.0001 * upper - value) / length * demand * slack, 0)
    return Bounded(min(lower, upper), chosen, upper, best_price, best_reduced)


def pick(reduced: np.ndarray, sites: int, fixed: np.ndarray, allowed: np.ndarray) -> np.ndarray:
    """Numbers of the fixed sites and of the cheapest others, ``sites`` in all."""
    rank = np.where(fixed, -np.inf, np.where(allowed, reduced, np.inf))
    return np.argsort(rank, kind="stable")[:sites]


def needed(
    cost: np.ndarray, bounded: Bounded, sites: int, fixed: np.ndarray, allowed: np.ndarray, upper: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """What a choice no dearer than ``upper`` may use: sites (m bool), sites it must use (m bool) and pairs (n × m bool).

    The bound with a site forced open, or shut, or a pair forced, is the bound plus what the force costs.
    """
    picked = np.zeros(len(fixed), bool)
    picked[pick(bounded.reduced, sites, fixed, allowed)] = True
    base = float(bounded.price.sum() + bounded.reduced[picked].sum())
    ceiling = upper + 1e-7 * max(1.0, abs(upper))
    loose = picked & ~fixed
    dearest = bounded.reduced[loose].max() if loose.any() else -np.inf
    rest = allowed & ~picked
    cheapest = bounded.reduced[rest].min() if rest.any() else np.inf
    forced = np.where(picked, 0.0, bounded.reduced - dearest)
    usable = allowed & (picked | (base + forced <= ceiling))
    must = fixed | (loose & (base - bounded.reduced + cheapest > ceiling))
    pair = base + forced[None, :] + np.maximum(cost - bounded.price[:, None], 0) <= ceiling
    return usable, must, pair & usable[None, :] & np.isfinite(cost)


def _improve(cost, picked, best, fixed, allowed, step):
    chosen = np.zeros(cost.shape[1], bool)
    chosen[picked] = True
    if not np.isfinite(cost[:, picked].min(1)).all():
        return best
    finite = np.where(np.isfinite(cost), cost, cost[np.isfinite(cost)].sum())
    found, value = interchange(finite, chosen, fixed, allowed, step)
    return (found, value) if value < best[1] else best
