"""Closed rings of boundary lines that an area is said to consist of, as in SS 637040."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

Point = tuple[float, float]
Line = Sequence[Point]
#: How far apart two ends may lie and still be the same point, in metres.
TOLERANCE = 0.01


class OpenRing(ValueError):
    """Boundaries that do not close: the ``end`` from which no unused one goes on, and the ``gap`` in metres to the start."""

    def __init__(self, end: Point, gap: float):
        super().__init__(f"open at {end}, {gap} m")
        self.end, self.gap = end, gap


class Rings(NamedTuple):
    """Closed rings (first point = last), and how many lines had to be turned against the direction that was told."""

    rings: list[list[Point]]
    turned: int


def rings_of(lines: Sequence[tuple[Line, bool]], tolerance: float = TOLERANCE) -> Rings:
    """Chain ``lines`` (at least two points each; True = along the line, False = against it) into rings.

    Their order does not matter, and lines shorter than the tolerance are left out. At a point where several go on, one in the told direction is taken. Raises `OpenRing`.
    """
    directed = [list(line) if along else list(line)[::-1] for line, along in lines]
    directed = [line for line in directed if not all(_same(line[0], point, tolerance) for point in line)]
    ends = _Ends(tolerance)
    for number, line in enumerate(directed):
        ends.add(line[0], number, True)
        ends.add(line[-1], number, False)
    unused, rings, turned = dict.fromkeys(range(len(directed))), [], 0
    while unused:
        first = next(iter(unused))
        del unused[first]
        ring = list(directed[first])
        while not _same(ring[0], ring[-1], tolerance):
            number, starts_there = ends.after(ring[-1], unused)
            if number is None:
                raise OpenRing(ring[-1], math.dist(ring[0], ring[-1]))
            del unused[number]
            turned += not starts_there
            ring += (directed[number] if starts_there else directed[number][::-1])[1:]
        ring[-1] = ring[0]
        rings.append(ring)
    return Rings(rings, turned)


class _Ends:
    """The ends of lines, found again within the tolerance by the square they lie in and its neighbours."""

    def __init__(self, tolerance: float):
        self._tolerance = tolerance
        self._squares: dict[tuple[int, int], list[tuple[Point, int, bool]]] = {}

    def add(self, point: Point, number: int, is_start: bool) -> None:
        self._squares.setdefault(self._square(point), []).append((point, number, is_start))

    def after(self, point: Point, unused) -> tuple[int | None, bool]:
        """The unused line that begins at ``point``, or else ends there (and has to be turned)."""
        column, row = self._square(point)
        near = [
            (is_start, number)
            for x in (column - 1, column, column + 1)
            for y in (row - 1, row, row + 1)
            for other, number, is_start in self._squares.get((x, y), ())
            if number in unused and _same(point, other, self._tolerance)
        ]
        if not near:
            return None, True
        is_start, number = max(near, key=lambda found: (found[0], -found[1]))
        return number, is_start

    def _square(self, point: Point) -> tuple[int, int]:
        return math.floor(point[0] / self._tolerance), math.floor(point[1] / self._tolerance)


def _same(one: Point, other: Point, tolerance: float) -> bool:
    return math.dist(one, other) <= tolerance
