"""Neighbours on the map: which polygons meet, along how many metres of border, and where their centres lie."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext, QgsGeometry

from ..core.deso.borders import TOLERANCE, Borders, Outlines, borders
from .crs import measuring_crs, transform_xy
from .ground import flat_polygon, rings
from .reading import Cancelled


def centres(
    geometries: Sequence[QgsGeometry], crs: QgsCoordinateReferenceSystem, transforms: QgsCoordinateTransformContext
) -> np.ndarray:
    """The centroids (n, 2) in metres, in the system that all tools measure in; NaN where a geometry has none."""
    points = [geometry.centroid() for geometry in geometries]
    xy = np.array(
        [(np.nan, np.nan) if point.isNull() else (point.asPoint().x(), point.asPoint().y()) for point in points]
    ).reshape(-1, 2)
    there = np.isfinite(xy).all(1)
    if there.any():
        xy[there] = transform_xy(xy[there], crs, measuring_crs(crs, xy[there], transforms), transforms)
    return xy


def shared_borders(
    geometries: Sequence[QgsGeometry],
    crs: QgsCoordinateReferenceSystem,
    transforms: QgsCoordinateTransformContext,
    feedback,
    tolerance: float = TOLERANCE,
) -> Borders:
    """Which of the polygons ``geometries`` (in ``crs``) meet, by their row numbers, and along how many metres.

    Lengths are metres on the ground: in ``crs`` itself where it has true metres, else in the system that all tools measure
    in. Outlines within ``tolerance`` metres of each other are one border, also where one polygon has corners that the other
    lacks. A wider gap, as between areas drawn each for themselves, or a strip of overlap, is no border: polygons that
    overlap still meet (0 metres). A polygon inside another, without touching its outline, meets nothing. Null and empty
    geometries, points and lines meet nothing.
    """
    outlines = _outlines(geometries, feedback)
    if len(outlines.area):
        xy = np.concatenate([outlines.begin, outlines.end])
        target = measuring_crs(crs, xy, transforms)
        begin, end = np.split(transform_xy(xy, crs, target, transforms), 2)
        outlines = outlines._replace(begin=begin, end=end)

    def step(share: float):
        if feedback.isCanceled():
            raise Cancelled

    return borders(outlines, tolerance, step)


def _outlines(geometries: Sequence[QgsGeometry], feedback) -> Outlines:
    begins, ends, areas = [], [], []
    for row, geometry in enumerate(geometries):
        if feedback.isCanceled():
            raise Cancelled
        shape = flat_polygon(geometry)
        for ring in rings(shape) if shape is not None else []:
            begins.append(ring[:-1])
            ends.append(ring[1:])
            areas.append(np.full(len(ring) - 1, row, np.int64))
    if not areas:
        return Outlines(np.zeros((0, 2)), np.zeros((0, 2)), np.zeros(0, np.int64))
    return Outlines(np.concatenate(begins), np.concatenate(ends), np.concatenate(areas))
