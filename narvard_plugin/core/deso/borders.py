"""Which areas meet, and along how many metres: from the straight pieces of their outlines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from ..network.limits import Step, no_step

TOLERANCE = 0.01  # metres: outlines nearer than this are the same line
BLOCK = 500_000  # pairs of pieces measured at a time


class Borders(NamedTuple):
    """Pairs of areas (p) that meet: row numbers ``first`` < ``second``, and the ``metres`` of border that they share.

    ``metres`` is 0 where they meet only in a point, or only cross each other. Rook neighbours share metres; queen
    neighbours are all of the pairs. The pairs stand by rising first, then second.
    """

    first: np.ndarray
    second: np.ndarray
    metres: np.ndarray


class Outlines(NamedTuple):
    """Straight pieces (s) of the areas' outlines: ``begin`` and ``end`` (s, 2) in metres, and the row number ``area`` (s)."""

    begin: np.ndarray
    end: np.ndarray
    area: np.ndarray

    def taken(self, chosen: np.ndarray) -> Outlines:
        return Outlines(self.begin[chosen], self.end[chosen], self.area[chosen])


def borders(outlines: Outlines, tolerance: float = TOLERANCE, step: Step = no_step) -> Borders:
    """The pairs of areas whose outlines come within ``tolerance`` metres of each other.

    Pieces with the very same ends are found by their ends. The other pieces, where one area has a corner that its neighbour
    lacks, or where rounding has moved one, are held against those near them: they share what lies along each other within
    the tolerance. ``step`` hears the share done. An area inside another that does not touch its outline is no neighbour.
    """
    finite = np.isfinite(outlines.begin).all(1) & np.isfinite(outlines.end).all(1)
    outlines = outlines.taken(finite & (outlines.begin != outlines.end).any(1))
    length = np.hypot(*(outlines.end - outlines.begin).T)
    ends = np.ascontiguousarray(np.concatenate([outlines.begin, outlines.end]), float).view(complex).ravel()
    node = np.unique(ends, return_inverse=True)[1].reshape(2, -1)
    step(0.3)
    found = _Found(int(outlines.area.max(initial=0)) + 1)
    same = list(_pairs_within(node.min(0) * (node.max(initial=0) + 1) + node.max(0)))
    alone, twice = np.ones(len(length), bool), np.zeros(len(length), bool)
    for one, other in same:  # what an area passes twice, as between its own parts, is no border of it
        doubled = outlines.area[one] == outlines.area[other]
        twice[one[doubled]] = twice[other[doubled]] = True
    for one, other in same:
        single = ~(twice[one] | twice[other])
        one, other = one[single], other[single]
        alone[one] = alone[other] = False
        found.add(outlines.area[one], outlines.area[other], length[one])
    step(0.5)
    for one, other in _at_corners(node, outlines.area):
        found.add(one, other)
    step(0.7)
    lone = outlines.taken(np.flatnonzero(alone & ~twice))
    for one, other in _near(lone, tolerance, step):
        along, apart = _along(lone.taken(one), lone.taken(other), tolerance)
        meets = (along > 0) | (apart <= tolerance)
        found.add(lone.area[one][meets], lone.area[other][meets], along[meets])
    return found.borders(tolerance)


class _Found:
    """Pairs of ``areas`` areas as they are found, and the metres of each find."""

    def __init__(self, areas: int):
        self._areas, self._keys, self._metres = areas, [np.zeros(0, np.int64)], [np.zeros(0)]

    def add(self, one: np.ndarray, other: np.ndarray, metres: np.ndarray | float = 0.0) -> None:
        key = np.minimum(one, other).astype(np.int64) * self._areas + np.maximum(one, other)
        known, place = np.unique(key, return_inverse=True)
        strange = known // self._areas != known % self._areas  # an area that meets itself
        self._keys.append(known[strange])
        weight = np.broadcast_to(metres, key.shape)
        self._metres.append(np.bincount(place.ravel(), weight, len(known))[strange])

    def borders(self, tolerance: float) -> Borders:
        key, place = np.unique(np.concatenate(self._keys), return_inverse=True)
        metres = np.bincount(place.ravel(), np.concatenate(self._metres), len(key))
        return Borders(key // self._areas, key % self._areas, np.where(metres > tolerance, metres, 0.0))


def _pairs_within(group: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """All pairs of rows whose ``group`` (n whole numbers) is the same, block by block."""
    order = np.argsort(group, kind="stable")
    sorted_group = group[order]
    row, lag = np.arange(len(group)), 0
    while len(row):
        lag += 1
        row = row[row + lag < len(group)]
        row = row[sorted_group[row] == sorted_group[row + lag]]
        if len(row):
            yield order[row], order[row + lag]


def _at_corners(node: np.ndarray, area: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Pairs of areas that have a corner in the very same place."""
    areas = int(area.max(initial=0)) + 1
    corner = np.unique(node.astype(np.int64) * areas + area)  # each area once in each corner
    for one, other in _pairs_within(corner // areas):
        yield corner[one] % areas, corner[other] % areas


def _near(lone: Outlines, tolerance: float, step: Step) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Pairs of pieces of different areas that may come within ``tolerance``, each pair once: they pass the same cell of a
    grid whose cells are as wide as a piece is long on the average."""
    if len(lone.area) == 0:
        return
    span = lone.end - lone.begin
    length = np.hypot(*span.T)
    width = max(length.mean(), 4 * tolerance)
    parts = np.ceil(length / width).astype(np.int64)
    piece = np.repeat(np.arange(len(parts)), parts)
    place = np.arange(len(piece)) - np.repeat(np.cumsum(parts) - parts, parts)
    reach = (span / parts[:, None])[piece]
    start = lone.begin[piece] + reach * place[:, None]
    origin = np.minimum(lone.begin, lone.end).min(0) - width
    low = ((np.minimum(start, start + reach) - tolerance - origin) // width).astype(np.int64)
    high = ((np.maximum(start, start + reach) + tolerance - origin) // width).astype(np.int64)
    step(0.8)
    rows = high[:, 1].max() + 1
    cells, held = [], []
    for east, north in np.ndindex(3, 3):  # a part is at most as long as a cell is wide
        inside = (low[:, 0] + east <= high[:, 0]) & (low[:, 1] + north <= high[:, 1])
        cells.append((low[inside, 0] + east) * rows + low[inside, 1] + north)
        held.append(piece[inside])
    cell, piece = np.concatenate(cells), np.concatenate(held)
    shared = _of_several_areas(cell, lone.area[piece])
    cell, piece = cell[shared], piece[shared]
    step(0.9)
    keys = [np.zeros(0, np.int64)]
    for one, other in _pairs_within(cell):
        one, other = piece[one], piece[other]
        strange = lone.area[one] != lone.area[other]
        keys.append(np.minimum(one, other)[strange] * len(parts) + np.maximum(one, other)[strange])
        step(0.9)
    key = np.unique(np.concatenate(keys))  # two pieces may pass several cells together
    for begin in range(0, len(key), BLOCK):
        step(0.95)
        yield np.divmod(key[begin : begin + BLOCK], len(parts))


def _of_several_areas(cell: np.ndarray, area: np.ndarray) -> np.ndarray:
    """Rows in cells that more than one area passes."""
    order = np.lexsort([area, cell])
    cell, area = cell[order], area[order]
    first = np.flatnonzero(np.diff(cell, prepend=cell[0] - 1)) if len(cell) else np.zeros(0, int)
    last = np.append(first[1:], len(cell)) - 1
    several = area[first] != area[last]
    return order[np.repeat(several, last - first + 1)]


def _along(one: Outlines, other: Outlines, tolerance: float) -> tuple[np.ndarray, np.ndarray]:
    """For pairs of pieces (p): the metres that lie along each other within ``tolerance``, and how far apart they are."""
    length = np.hypot(*(one.end - one.begin).T)
    east, north = ((one.end - one.begin) / length[:, None]).T

    def seen_from_one(point):
        x, y = (point - one.begin).T
        return x * east + y * north, y * east - x * north

    (along_0, off_0), (along_1, off_1) = seen_from_one(other.begin), seen_from_one(other.end)
    run = along_1 - along_0
    low = np.maximum(np.minimum(along_0, along_1), 0.0)
    high = np.minimum(np.maximum(along_0, along_1), length)
    slope = np.divide(off_1 - off_0, run, out=np.zeros(len(run)), where=run != 0)
    beside = np.maximum(np.abs(off_0 + (low - along_0) * slope), np.abs(off_0 + (high - along_0) * slope))
    shared = np.where((run != 0) & (high > low) & (beside <= tolerance), high - low, 0.0)
    ends = [
        _distance(other.begin, one), _distance(other.end, one), _distance(one.begin, other), _distance(one.end, other),
    ]  # fmt: skip
    return shared, np.where(_cross(one, other), 0.0, np.min(ends, axis=0))


def _distance(point: np.ndarray, piece: Outlines) -> np.ndarray:
    """From points (p, 2) to the pieces (p), in metres."""
    span = piece.end - piece.begin
    share = np.clip(((point - piece.begin) * span).sum(1) / (span**2).sum(1), 0, 1)
    return np.hypot(*(piece.begin + share[:, None] * span - point).T)


def _cross(one: Outlines, other: Outlines) -> np.ndarray:
    """Pairs of pieces (p) that cut through each other."""
    return _parted(one, other) & _parted(other, one)


def _parted(line: Outlines, piece: Outlines) -> np.ndarray:
    """Whether the line along ``line`` has the two ends of ``piece`` on different sides."""
    east, north = (line.end - line.begin).T
    sides = [east * (y - line.begin[:, 1]) - north * (x - line.begin[:, 0]) for x, y in (piece.begin.T, piece.end.T)]
    return sides[0] * sides[1] < 0
