"""In which area each point stands."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsSpatialIndex,
    QgsWkbTypes,
)

from .reading import UNCHECKED, Cancelled


def area_of_points(points, areas, codes: np.ndarray, context, feedback) -> dict[int, int]:
    """Feature id of each point of the source ``points`` → the row of the feature in the source ``areas`` it stands in.

    ``codes`` (a) name the areas in their layer's order: on a common border the first code counts. A point without a
    place, and one in no area, is left out.
    """
    shapes = _shapes(areas, feedback)
    index = QgsSpatialIndex()
    for row, shape in enumerate(shapes):
        if not shape.isEmpty():
            index.addFeature(row, shape.boundingBox())
    move = QgsCoordinateTransform(points.sourceCrs(), areas.sourceCrs(), context.transformContext())
    found = {}
    request = QgsFeatureRequest().setSubsetOfAttributes([])
    for feature in points.getFeatures(request, UNCHECKED):
        if feedback.isCanceled():
            raise Cancelled
        point = _moved(feature.geometry(), move)
        if point is None:
            continue
        rows = [row for row in index.intersects(point.boundingBox()) if shapes[row].intersects(point)]
        if rows:
            found[feature.id()] = min(rows, key=lambda row: codes[row])
    return found


def _shapes(areas, feedback) -> list[QgsGeometry]:
    """The areas in their layer's order; a damaged one is mended, so that it can be asked."""
    shapes = []
    for feature in areas.getFeatures(QgsFeatureRequest().setSubsetOfAttributes([]), UNCHECKED):
        if feedback.isCanceled():
            raise Cancelled
        shape = QgsGeometry(feature.geometry())
        shapes.append(shape if shape.isEmpty() or shape.isGeosValid() else shape.makeValid())
    return shapes


def _moved(geometry: QgsGeometry, move: QgsCoordinateTransform):
    """The point in the areas' system; None where there is none."""
    if geometry.isEmpty() or QgsWkbTypes.geometryType(geometry.wkbType()) != QgsWkbTypes.GeometryType.PointGeometry:
        return None
    point = QgsGeometry(geometry)
    try:
        point.transform(move)
    except QgsCsException:
        return None
    return point
