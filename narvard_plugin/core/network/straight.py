"""Straight-line stand-in for reach: distance with a detour factor at one speed. Not a road, and named so everywhere."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.spatial import cKDTree

from .limits import Step, no_step
from .matrix import Pairs
from .reach import Nearest, rank_pairs
from .search import NONE


class Straight(NamedTuple):
    """Facilities (f, 2) in metres, the detour factor and the speed in km/h."""

    xy: np.ndarray
    detour: float = 1.3
    speed_kmh: float = 60.0

    @property
    def metres_per_minute(self) -> float:
        return self.speed_kmh * 1000 / 60 / self.detour


def nearest_straight(straight: Straight, xy: np.ndarray, count: int = 1) -> Nearest:
    """The ``count`` nearest facilities of points (n, 2). Ties: lower facility number."""
    n, f = len(xy), len(straight.xy)
    result = Nearest(np.full((n, count), np.inf), np.full((n, count), NONE))
    if f == 0 or n == 0:
        return result
    tree = cKDTree(straight.xy)
    metres, _ = tree.query(xy, k=[min(count, f)])
    # Every facility as near as the k-th, so that ties are settled by number and not by the tree's order.
    near = tree.query_ball_point(xy, np.nextafter(metres[:, 0], np.inf) * (1 + 1e-12))
    row = np.repeat(np.arange(n), [len(found) for found in near])
    facility = np.concatenate([np.asarray(found, np.int64) for found in near])
    minutes = np.hypot(*(xy[row] - straight.xy[facility]).T) / straight.metres_per_minute
    return rank_pairs(row, facility, minutes, n, count)


def pairs_straight(straight: Straight, xy: np.ndarray, limit_minutes: float = np.inf, step: Step = no_step) -> Pairs:
    """All pairs within ``limit_minutes`` (inclusive)."""
    found = []
    for number, place in enumerate(straight.xy):
        step(number / len(straight.xy))
        minutes = np.hypot(*(xy - place).T) / straight.metres_per_minute
        origin = np.flatnonzero(minutes <= limit_minutes)
        found.append((origin, np.full(len(origin), number), minutes[origin]))
    if not found:
        return Pairs(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0))
    return Pairs(*(np.concatenate(column) for column in zip(*found)))
