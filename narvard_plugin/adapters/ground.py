"""Polygons of a layer on common ground: repaired, moved to one measuring system, with their square metres and outlines."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingException,
    QgsSpatialIndex,
    QgsWkbTypes,
)

from ..i18n import tr
from .crs import measuring_crs
from .reading import UNCHECKED, Cancelled

_POLYGON = QgsWkbTypes.GeometryType.PolygonGeometry


class Ground(NamedTuple):
    """Polygons (n) in the layer's order: feature ids, ``geometries`` (None = no usable polygon), ``size`` (m², 0 for none),
    and which rows were ``repaired``."""

    fids: list[int]
    geometries: list[QgsGeometry | None]
    size: np.ndarray
    repaired: np.ndarray


def require_crs(source, layer: str) -> None:
    """A layer without a reference system stops the tool; ``layer`` is the parameter's name."""
    if not source.sourceCrs().isValid():
        raise QgsProcessingException(
            tr("The layer in {layer} has no coordinate reference system. Set it in the layer's properties, and run again.")
            .format(layer=layer)
        )  # fmt: skip


def read_geometries(source, layer: str, feedback) -> tuple[list[int], list[QgsGeometry]]:
    """Feature ids and geometries as they are."""
    require_crs(source, layer)
    fids, geometries = [], []
    for feature in source.getFeatures(QgsFeatureRequest().setSubsetOfAttributes([]), UNCHECKED):
        if feedback.isCanceled():
            raise Cancelled
        fids.append(feature.id())
        geometries.append(feature.geometry())
    return fids, geometries


def geometries_of(source, layer: str, fids: Sequence[int], feedback) -> list[QgsGeometry]:
    """The geometries of the features ``fids`` in that order, as they are; a null geometry where a feature has none."""
    found = dict(zip(*read_geometries(source, layer, feedback)))
    return [found.get(fid, QgsGeometry()) for fid in fids]


def measuring_crs_of(
    geometries: list[QgsGeometry], crs: QgsCoordinateReferenceSystem, transforms: QgsCoordinateTransformContext
) -> QgsCoordinateReferenceSystem | None:
    """The system with true metres that ``geometries`` (in ``crs``) are measured in; None where nothing is drawn."""
    boxes = [geometry.boundingBox() for geometry in geometries if not geometry.isNull() and not geometry.isEmpty()]
    xy = [(x, y) for box in boxes for x, y in ((box.xMinimum(), box.yMinimum()), (box.xMaximum(), box.yMaximum()))]
    return measuring_crs(crs, np.array(xy, float), transforms) if xy else None


def on_ground(fids, geometries, transform: QgsCoordinateTransform, feedback) -> Ground:
    """The polygons moved by ``transform``. An invalid one is repaired; one that cannot be moved or repaired is None."""
    usable, repaired = [], np.zeros(len(fids), bool)
    for row, geometry in enumerate(geometries):
        if feedback.isCanceled():
            raise Cancelled
        moved = _moved(geometry, transform)
        if moved is not None and not moved.isGeosValid():
            moved, repaired[row] = _repaired(moved), True
        usable.append(moved)
    size = np.array([0.0 if geometry is None else geometry.area() for geometry in usable])
    for row in np.flatnonzero(size <= 0):
        usable[row] = None
    return Ground(list(fids), usable, size, repaired & (size > 0))


def flat_polygon(geometry: QgsGeometry) -> QgsGeometry | None:
    """A copy of the polygon without heights, with curves as straight pieces; None where it is no polygon."""
    if geometry.isNull() or geometry.isEmpty() or QgsWkbTypes.geometryType(geometry.wkbType()) != _POLYGON:
        return None
    curved, shape = QgsWkbTypes.isCurvedType(geometry.wkbType()), geometry.constGet()
    flat = shape.segmentize() if curved else shape.clone()
    flat.dropZValue()
    flat.dropMValue()
    return QgsGeometry(flat)


def _moved(geometry: QgsGeometry, transform: QgsCoordinateTransform) -> QgsGeometry | None:
    moved = flat_polygon(geometry)
    if moved is None:
        return None
    if not transform.isShortCircuited():
        try:
            moved.transform(transform)
        except QgsCsException:
            return None
    box = moved.boundingBox()
    return moved if np.isfinite([box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()]).all() else None


def _repaired(geometry: QgsGeometry) -> QgsGeometry | None:
    """The polygons of the geometry made valid; None where none is left."""
    valid = geometry.makeValid()
    if valid.isNull():
        return None
    if QgsWkbTypes.geometryType(valid.wkbType()) != _POLYGON:
        valid.convertGeometryCollectionToSubclass(_POLYGON)
    return valid if not valid.isEmpty() and valid.isGeosValid() else None


def boxes(ground: Ground) -> QgsSpatialIndex:
    """The rows of the polygons by the boxes around them."""
    index = QgsSpatialIndex()
    for row, geometry in enumerate(ground.geometries):
        if geometry is not None:
            index.addFeature(row, geometry.boundingBox())
    return index


def rings(geometry: QgsGeometry) -> list[np.ndarray]:
    """The closed rings (corners, 2), outer and inner, of a ``flat_polygon``."""
    wkb = geometry.asWkb().data()
    kind, count = struct.unpack_from("<II", wkb, 1)
    found, at = [], 9
    for _ in range(count if kind == QgsWkbTypes.Type.MultiPolygon else 1):
        if kind == QgsWkbTypes.Type.MultiPolygon:
            at += 9
            count = struct.unpack_from("<I", wkb, at - 4)[0]
        for _ in range(count):
            corners = struct.unpack_from("<I", wkb, at)[0]
            found.append(np.frombuffer(wkb, "<f8", 2 * corners, at + 4).reshape(-1, 2))
            at += 4 + 16 * corners
    return found
