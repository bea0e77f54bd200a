"""Which points lie in a polygon, for many points at once, so that polygons that tile the plane share no point and lose none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

_AT_ONCE = 2_000_000  # pairs of an edge and a point beside it that are held at a time


class SortedPoints(NamedTuple):
    """Points (n) by rising ``y``: coordinates ``x`` and ``y``, and the ``row`` of each in the order they were given."""

    x: np.ndarray
    y: np.ndarray
    row: np.ndarray


def sorted_points(xy: np.ndarray) -> SortedPoints:
    """The points ``xy`` (n, 2), ready for ``inside``."""
    row = np.argsort(xy[:, 1], kind="stable")
    return SortedPoints(xy[row, 0], xy[row, 1], row)


def sides_of(rings: Sequence[np.ndarray]) -> np.ndarray:
    """The sides (e, 4: x, y of one end, x, y of the other) of closed ``rings`` (corners, 2).

    Every side runs upwards, a level one to the right, so that two polygons have the same numbers along a border that they
    share.
    """
    if not len(rings):
        return np.empty((0, 4))
    sides = np.concatenate([np.hstack([ring[:-1], ring[1:]]) for ring in rings])
    up = (sides[:, 1] < sides[:, 3]) | ((sides[:, 1] == sides[:, 3]) & (sides[:, 0] <= sides[:, 2]))
    return np.where(up[:, None], sides, sides[:, [2, 3, 0, 1]])


def edges_of(rings: Sequence[np.ndarray]) -> np.ndarray:
    """The sides of ``rings`` that cross a level line somewhere: all but the level ones."""
    sides = sides_of(rings)
    return sides[sides[:, 1] != sides[:, 3]]


def lone(sides: np.ndarray) -> np.ndarray:
    """Which ``sides`` (e, 4) of the polygons of a map no other polygon shares (e bool): its coast and its gaps."""
    order = np.lexsort(sides.T)
    ordered = sides[order]
    same = np.concatenate([[False], (ordered[1:] == ordered[:-1]).all(1), [False]])
    found = np.empty(len(sides), bool)
    found[order] = ~(same[1:] | same[:-1])[: len(sides)]
    return found


def inside(points: SortedPoints, edges: np.ndarray) -> np.ndarray:
    """The rows (k, unsorted) of the points within the polygon that has these ``edges`` (holes and parts among them).

    A point is inside where a line from it to the right crosses the outline an odd number of times; one on the outline
    itself belongs to the polygon on its right (above it, where the outline is level). Each edge meets only the points
    level with it, so the work grows with points and edges, not with their product.
    """
    if not len(edges) or not len(points.y):
        return np.empty(0, np.int64)
    first, last = np.searchsorted(points.y, (edges[:, 1].min(), edges[:, 3].max()))
    left, right = edges[:, [0, 2]].min(), edges[:, [0, 2]].max()
    near = first + np.flatnonzero((points.x[first:last] >= left) & (points.x[first:last] <= right))
    if not len(near):
        return np.empty(0, np.int64)
    x, y = points.x[near], points.y[near]
    start, stop = np.searchsorted(y, edges[:, 1]), np.searchsorted(y, edges[:, 3])
    level = stop > start
    odd = _crosses_oddly(x, y, edges[level], start[level], stop[level])
    return points.row[near[odd]]


def _crosses_oddly(x, y, edges, start, stop) -> np.ndarray:
    """Which points (n bool) have an odd number of ``edges`` to their right; edge e is level with ``start[e]:stop[e]``."""
    crossings = np.zeros(len(x), np.int64)
    begin = 0
    while begin < len(edges):
        ahead = np.cumsum(stop[begin:] - start[begin:])
        end = begin + max(1, int(np.searchsorted(ahead, _AT_ONCE, "right")))
        count = (stop - start)[begin:end]
        point = np.arange(count.sum()) + np.repeat(start[begin:end] - np.cumsum(count) + count, count)
        x0, y0, x1, y1 = edges[begin:end].T
        slope = (x1 - x0) / (y1 - y0)
        to_right = np.repeat(x0, count) + (y[point] - np.repeat(y0, count)) * np.repeat(slope, count) > x[point]
        crossings += np.bincount(point[to_right], minlength=len(x))
        begin = end
    return crossings % 2 == 1
