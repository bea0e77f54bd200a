"""Polygons from groups of cells: cells with the same label become one area, borders shared to the millimetre."""

from __future__ import annotations

import numpy as np

from .land import Cells, inside


def dissolve(label: np.ndarray, count: int, cells: Cells) -> list[list[list[np.ndarray]]]:
    """One multipolygon for each label 0 … count - 1; cells labelled -1 belong to nothing.

    A multipolygon is a list of polygons, a polygon its outer ring (counter-clockwise) followed by its holes
    (clockwise), a ring a closed (n, 2) array in metres. Three cells meet at a corner, never four, so a ring never
    touches itself.
    """
    start, end, owner = _directed_border(label, cells)
    rings_of: list[list[np.ndarray]] = [[] for _ in range(count)]
    for group, corners in _rings(start, end, owner, len(cells.vertices)):
        ring = _closed(cells.vertices[corners])
        if len(ring) > 3:
            rings_of[group].append(ring)
    return [_polygons(rings) for rings in rings_of]


def ring_area(ring: np.ndarray) -> float:
    """Square metres inside a closed ring: positive when it runs counter-clockwise."""
    # Measured from its first corner, so that large coordinates do not eat the digits.
    x, y = (ring - ring[0]).T
    return float((x[:-1] * y[1:] - x[1:] * y[:-1]).sum() / 2.0)


def _directed_border(label: np.ndarray, cells: Cells) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Ridges between different labels, once for each labelled side, running with the owner on the left."""
    left, right = label[cells.ridge_cells[:, 0]], label[cells.ridge_cells[:, 1]]
    border = left != right
    corners = cells.ridge_vertices[border]
    if (corners < 0).any():
        raise ValueError("A labelled cell reaches to infinity: widen the margin of sea cells around the land.")
    first, second = cells.vertices[corners[:, 0]], cells.vertices[corners[:, 1]]
    site = cells.xy[cells.ridge_cells[border, 0]]
    along, across = second - first, site - first
    turned = along[:, 0] * across[:, 1] - along[:, 1] * across[:, 0] < 0.0
    corners = np.where(turned[:, None], corners[:, ::-1], corners)
    owner = np.concatenate([left[border], right[border]])
    start = np.concatenate([corners[:, 0], corners[:, 1]])
    end = np.concatenate([corners[:, 1], corners[:, 0]])
    owned = owner >= 0
    return start[owned], end[owned], owner[owned]


def _rings(start: np.ndarray, end: np.ndarray, owner: np.ndarray, corner_count: int):
    """Yields (owner, corner numbers) of every ring, in order of owner and first corner."""
    leaving = owner.astype(np.int64) * corner_count + start
    order = np.argsort(leaving, kind="stable")
    start, end, owner, leaving = start[order], end[order], owner[order], leaving[order]
    following = np.searchsorted(leaving, owner.astype(np.int64) * corner_count + end).tolist()
    seen = np.zeros(len(start), dtype=bool).tolist()
    for first in range(len(following)):
        if seen[first]:
            continue
        edges = []
        edge = first
        while not seen[edge]:
            seen[edge] = True
            edges.append(edge)
            edge = following[edge]
        yield int(owner[first]), start[edges]


def _closed(corners: np.ndarray) -> np.ndarray:
    """The ring closed, without corners that rounding has put on top of each other."""
    moved = (corners != np.roll(corners, 1, axis=0)).any(axis=1)
    corners = corners[moved]
    return np.concatenate([corners, corners[:1]])


def _polygons(rings: list[np.ndarray]) -> list[list[np.ndarray]]:
    areas = [ring_area(ring) for ring in rings]
    outers = sorted((i for i in range(len(rings)) if areas[i] > 0.0), key=lambda i: -areas[i])
    polygons = {i: [rings[i]] for i in outers}
    for i, ring in enumerate(rings):
        if areas[i] > 0.0:
            continue
        # The smallest outer ring around the middle of one of the hole's sides is the one it is a hole in.
        middle = ((ring[0] + ring[1]) / 2.0)[None, :]
        around = [j for j in outers if inside(middle, rings[j])[0]]
        polygons[around[-1]].append(ring)
    return [polygons[i] for i in outers]
