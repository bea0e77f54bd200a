"""In which area each point stands."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsCoordinateTransform, QgsCsException, QgsFeatureRequest, QgsGeometry, QgsWkbTypes

from .ground import boxes, on_ground, read_geometries
from .reading import UNCHECKED, Cancelled


def area_of_points(points, areas, codes: np.ndarray, context, feedback) -> dict[int, int]:
    """Feature id of each point of the source ``points`` → the row of the feature in the source ``areas`` it stands in.

    ``codes`` (a) name the areas in their layer's order: on a common border the first code counts, and the outer border
    belongs to its area. (``core.deso.inside`` is for many points: there a border belongs to the area on its right, and a
    point on the outermost one can be in none.) A point without a place, and one in no area, is left out.
    """
    unmoved = QgsCoordinateTransform(areas.sourceCrs(), areas.sourceCrs(), context.transformContext())
    ground = on_ground(*read_geometries(areas, "AREAS", feedback), unmoved, feedback)
    index = boxes(ground)
    move = QgsCoordinateTransform(points.sourceCrs(), areas.sourceCrs(), context.transformContext())
    found = {}
    for feature in points.getFeatures(QgsFeatureRequest().setSubsetOfAttributes([]), UNCHECKED):
        if feedback.isCanceled():
            raise Cancelled
        point = _moved(feature.geometry(), move)
        if point is None:
            continue
        rows = [row for row in index.intersects(point.boundingBox()) if ground.geometries[row].intersects(point)]
        if rows:
            found[feature.id()] = min(rows, key=lambda row: codes[row])
    return found


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
