"""Cells of a population grid as points: the points themselves, or the middles of squares and other polygons."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from qgis.core import QgsGeometry, QgsWkbTypes

from ..i18n import tr
from .points import PointTable, read_points, single_point


def read_cells(source, layer: str, id_field: str, names: Sequence[str], feedback) -> PointTable:
    """Every point or polygon of ``source`` with the fields ``names``; ids and the rest as ``read_points`` has them."""
    return read_points(source, layer, id_field, names, feedback, middle)


def middle(geometry: QgsGeometry):
    """The point of a point, or the centroid of a polygon; else None and the reason."""
    kind = QgsWkbTypes.geometryType(geometry.wkbType())
    if kind == QgsWkbTypes.GeometryType.LineGeometry:
        return None, tr("neither point nor polygon")
    if kind != QgsWkbTypes.GeometryType.PolygonGeometry:
        return single_point(geometry)
    centroid = QgsGeometry() if geometry.isEmpty() else geometry.centroid()
    if centroid.isNull():
        return None, tr("no geometry")
    point = centroid.asPoint()
    if not np.isfinite([point.x(), point.y()]).all():
        return None, tr("coordinates that are not numbers")
    return (point.x(), point.y()), ""
