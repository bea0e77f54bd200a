"""Maps of rectangles that tile the ground, with corners on whole metres, some of them merged to one area."""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

import numpy as np
from hypothesis import strategies as st

from narvard_plugin.core.deso.borders import Outlines


class Tiled(NamedTuple):
    """Rectangles (r): ``box`` (west, south, east, north) and the ``area`` that each is, or is a part of."""

    box: np.ndarray
    area: np.ndarray

    def rings(self, area: int) -> list[np.ndarray]:
        return [ring(*box) for box in self.box[self.area == area]]

    @property
    def outlines(self) -> Outlines:
        """The sides of every rectangle; a side between two of one area is no outline, and is left out where it is whole."""
        begin, end, area = [], [], []
        for box, own in zip(self.box, self.area):
            corners = ring(*box)
            begin += corners[:-1].tolist()
            end += corners[1:].tolist()
            area += [own] * 4
        return Outlines(np.array(begin, float).reshape(-1, 2), np.array(end, float).reshape(-1, 2), np.array(area, int))


def ring(west: float, south: float, east: float, north: float) -> np.ndarray:
    return np.array([[west, south], [east, south], [east, north], [west, north], [west, south]], float)


@st.composite
def tilings(draw, most: int = 8) -> Tiled:
    """Rectangles made by cutting one in two again and again: corners meet sides, as where a neighbour lacks a corner."""
    boxes = [(0, 0, 64, 64)]
    for _ in range(draw(st.integers(0, most - 1))):
        west, south, east, north = boxes.pop(draw(st.integers(0, len(boxes) - 1)))
        if draw(st.booleans()) and east - west > 1:
            cut = draw(st.integers(west + 1, east - 1))
            boxes += [(west, south, cut, north), (cut, south, east, north)]
        elif north - south > 1:
            cut = draw(st.integers(south + 1, north - 1))
            boxes += [(west, south, east, cut), (west, cut, east, north)]
        else:
            boxes.append((west, south, east, north))
    return Tiled(np.array(boxes, float), np.arange(len(boxes)))


def shared_metres(one, other) -> float:
    """How much border two rectangles that do not overlap share; −1 where they do not even touch."""
    across = [min(one[axis + 2], other[axis + 2]) - max(one[axis], other[axis]) for axis in (0, 1)]
    return max(across) if min(across) == 0 else (-1.0 if min(across) < 0 else np.nan)


def pairs_that_touch(tiled: Tiled) -> dict[tuple[int, int], float]:
    found = {}
    for first, second in product(range(len(tiled.box)), repeat=2):
        metres = shared_metres(tiled.box[first], tiled.box[second]) if first < second else -1.0
        if metres >= 0:
            found[first, second] = metres
    return found
