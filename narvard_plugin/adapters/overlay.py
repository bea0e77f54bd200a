"""Areas under zones: the ground that each pair shares, the cells of a grid that lie in each, and what lies in neither."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from qgis.core import QgsGeometry, QgsProcessingException

from ..core.deso.inside import SortedPoints, edges_of, inside, lone, sides_of, sorted_points
from ..i18n import tr
from .ground import Ground, boxes, rings
from .reading import Cancelled

_SLIVER = 1e-9  # of the smaller of two polygons: less is the rounding of coordinates along a common border
_LAPPED = 0.01  # of the smaller of two areas: more is ground that both have
_LATTICE = 5  # points per side of an area's box


class SharedGround(NamedTuple):
    """Pairs (p) of an ``area`` and a ``zone`` (row numbers) and the ground they share (m²); the ground of each area (a,
    m²) that lies in at least one zone, NaN where it was not asked for."""

    area: np.ndarray
    zone: np.ndarray
    shared: np.ndarray
    in_any_zone: np.ndarray


def at_the_edge(areas: Ground, zones: Ground, feedback) -> np.ndarray:
    """Zones (z bool) near a side that only one area has. All around any other zone there are areas, or there is nothing.

    That holds where no area lies on another, and saves most of the cutting of polygons where areas share their corners.
    """
    every = []
    for geometry in areas.geometries:
        if feedback.isCanceled():
            raise Cancelled
        if geometry is not None:
            every += rings(geometry)
    outer = sides_of(every)
    outer = outer[lone(outer)]
    low, high = np.minimum(outer[:, :2], outer[:, 2:]), np.maximum(outer[:, :2], outer[:, 2:])
    near = np.zeros(len(zones.fids), bool)
    for row, geometry in enumerate(zones.geometries):
        if geometry is not None:
            box = geometry.boundingBox()
            beside = (low <= (box.xMaximum(), box.yMaximum())) & (high >= (box.xMinimum(), box.yMinimum()))
            near[row] = beside.all(1).any()
    return near


def within_areas(areas: Ground, zones: Ground, chosen: np.ndarray, feedback) -> np.ndarray:
    """Which of the ``chosen`` zones (z bool) have a point within an area."""
    rows = np.array([row for row in np.flatnonzero(chosen) if zones.geometries[row] is not None], np.int64)
    points = [zones.geometries[row].pointOnSurface().asPoint() for row in rows]
    _, found = lying_in(areas, sorted_points(np.array(points, float).reshape(-1, 2)), feedback)
    return np.isin(np.arange(len(zones.fids)), rows[found])


def shared_ground(
    areas: Ground, zones: Ground, asked: np.ndarray, cut: np.ndarray, feedback, progress=None
) -> SharedGround:
    """The ground that areas share with zones: every area with the zones to ``cut`` (z bool), and the areas ``asked`` for
    (a bool), whose ``in_any_zone`` is wanted too, with every zone."""
    index, engines = boxes(zones), {}
    pairs, in_any_zone = [], np.full(len(areas.fids), np.nan)
    for row, area in enumerate(areas.geometries):
        if feedback.isCanceled():
            raise Cancelled
        if progress and row % 100 == 0:
            progress(row / len(areas.fids))
        if area is None:
            continue
        pieces = []
        for zone in sorted(index.intersects(area.boundingBox())):
            if not (asked[row] or cut[zone]):
                continue
            piece = _piece(_engine(engines, zones, zone), area)
            shared = 0.0 if piece is None else piece.area()
            if shared > _SLIVER * min(areas.size[row], zones.size[zone]):
                pairs.append((row, zone, shared))
                pieces.append(piece)
        if asked[row]:
            in_any_zone[row] = min(_united_area(pieces, areas.size[row]), areas.size[row])
    found = np.array(pairs, float).reshape(-1, 3)
    return SharedGround(found[:, 0].astype(np.int64), found[:, 1].astype(np.int64), found[:, 2], in_any_zone)


def _engine(engines: dict, zones: Ground, zone: int):
    """The zone made ready for many questions, once."""
    if zone not in engines:
        engines[zone] = QgsGeometry.createGeometryEngine(zones.geometries[zone].constGet())
        engines[zone].prepareGeometry()
    return engines[zone]


def _piece(zone, area: QgsGeometry) -> QgsGeometry | None:
    """What ``area`` shares with the prepared ``zone``: mostly nothing or all of it, which is told without cutting."""
    if not zone.intersects(area.constGet()):
        return None
    if zone.contains(area.constGet()):
        return area
    piece = zone.intersection(area.constGet())
    if piece is None:
        raise QgsProcessingException(
            tr(
                "Two polygons could not be cut with each other. Repair the geometries of ZONES and AREAS, and run again."
            )
        )
    return QgsGeometry(piece)


def _united_area(pieces: list[QgsGeometry], whole: float) -> float:
    """The ground (m²) under at least one of the pieces of an area of ``whole`` m²."""
    sizes = [piece.area() for piece in pieces]
    if len(pieces) < 2 or max(sizes) >= whole:
        return max(sizes, default=0.0)
    return QgsGeometry.unaryUnion(pieces).area()


def covered_ground(areas: Ground, zones: Ground, ground: SharedGround, twice: np.ndarray, feedback) -> np.ndarray:
    """The ground of each zone (z, m²) under at least one area; in the zones ``twice`` (z bool) areas lie on each other."""
    total = np.bincount(ground.zone, ground.shared, len(zones.fids))
    for zone in np.flatnonzero(twice):
        if feedback.isCanceled():
            raise Cancelled
        united = QgsGeometry.unaryUnion([areas.geometries[row] for row in ground.area[ground.zone == zone]])
        total[zone] = zones.geometries[zone].intersection(united).area()
    return np.minimum(total, zones.size)


def overlapping(areas: Ground, feedback) -> np.ndarray:
    """Rows of areas that hold an inner point of another: the same place twice, or two divisions in one layer."""
    rows = [row for row, geometry in enumerate(areas.geometries) if geometry is not None]
    inner = [areas.geometries[row].pointOnSurface().asPoint() for row in rows]
    # An area that has no point but its own in its box holds no other's.
    area, point = lying_in(areas, sorted_points(np.array(inner, float).reshape(-1, 2)), feedback, least=2)
    other = np.array(rows, np.int64)[point] != area
    return np.unique(area[other])


def partly_overlapping(areas: Ground, feedback) -> np.ndarray:
    """Rows of areas that share ground with another, as some points spread over each show: more than a hundredth of the
    smaller one, so that slivers between areas drawn each for themselves are none."""
    owner, xy = _spread_points(areas, feedback)
    area, point = lying_in(areas, sorted_points(xy), feedback)
    pairs = np.sort(np.stack([area, owner[point]], 1)[area != owner[point]], axis=1)
    found = []
    for one, other in np.unique(pairs, axis=0).tolist():
        if feedback.isCanceled():
            raise Cancelled
        shared = areas.geometries[one].intersection(areas.geometries[other]).area()
        if shared > _LAPPED * min(areas.size[one], areas.size[other]):
            found += [one, other]
    return np.unique(np.array(found, np.int64))


def _spread_points(areas: Ground, feedback) -> tuple[np.ndarray, np.ndarray]:
    """Points (p, 2) on a lattice over each area's box that lie within it, and the row of the area (p)."""
    steps = (np.arange(_LATTICE) + 0.5) / _LATTICE
    lattice = np.stack(np.meshgrid(steps, steps), -1).reshape(-1, 2)
    owner, xy = [np.zeros(0, np.int64)], [np.zeros((0, 2))]
    for row, geometry in enumerate(areas.geometries):
        if feedback.isCanceled():
            raise Cancelled
        if geometry is not None:
            box = geometry.boundingBox()
            spread = (box.xMinimum(), box.yMinimum()) + lattice * (box.width(), box.height())
            within = spread[inside(sorted_points(spread), edges_of(rings(geometry)))]
            xy.append(within)
            owner.append(np.full(len(within), row, np.int64))
    return np.concatenate(owner), np.concatenate(xy)


def lying_in(ground: Ground, points: SortedPoints, feedback, least: int = 1) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of a polygon and a point within it (row numbers); ``least`` points have to be in a polygon's box."""
    polygons, found = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for row, geometry in enumerate(ground.geometries):
        if feedback.isCanceled():
            raise Cancelled
        if geometry is not None and _in_box(geometry, points) >= least:
            within = inside(points, edges_of(rings(geometry)))
            found.append(within)
            polygons.append(np.full(len(within), row, np.int64))
    return np.concatenate(polygons), np.concatenate(found)


def _in_box(geometry: QgsGeometry, points: SortedPoints) -> int:
    box = geometry.boundingBox()
    first, last = np.searchsorted(points.y, (box.yMinimum(), box.yMaximum()))
    x = points.x[first:last]
    return np.count_nonzero((x >= box.xMinimum()) & (x <= box.xMaximum()))
