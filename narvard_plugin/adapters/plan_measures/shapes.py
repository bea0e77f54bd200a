"""Geometry of plans and layers: flat and valid shapes, points spread over them, and the evidence drawn between two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY, QgsWkbTypes

from ...core.deso.inside import edges_of, inside, sorted_points
from ..ground import rings

AREA, LINE, POINT = (
    QgsWkbTypes.GeometryType.PolygonGeometry,
    QgsWkbTypes.GeometryType.LineGeometry,
    QgsWkbTypes.GeometryType.PointGeometry,
)
#: Less ground than this in common is how two borders are drawn, not an overlap.
SLIVER_M2 = 1.0
_MOST_SAMPLES = 64  # points spread over one area
_LEAST_SPACING_M = 5.0


def from_wkb(wkb) -> Optional[QgsGeometry]:
    """The flat, valid shape of stored bytes; None where there is none that can be used."""
    if not isinstance(wkb, (bytes, bytearray, memoryview)):
        return None
    geometry = QgsGeometry()
    geometry.fromWkb(bytes(wkb))
    return flat(geometry)


def wkb_of(geometry: Optional[QgsGeometry]) -> Optional[bytes]:
    if geometry is None or geometry.isNull() or geometry.isEmpty():
        return None
    return bytes(geometry.asWkb().data())


def flat(geometry: QgsGeometry) -> Optional[QgsGeometry]:
    """A copy without heights and with curves as straight pieces, made valid; None where nothing usable is left."""
    if geometry.isNull() or geometry.isEmpty():
        return None
    kind, made = geometry.wkbType(), QgsGeometry(geometry)
    if QgsWkbTypes.isCurvedType(kind) or QgsWkbTypes.hasZ(kind) or QgsWkbTypes.hasM(kind):
        shape = geometry.constGet()
        shape = shape.segmentize() if QgsWkbTypes.isCurvedType(kind) else shape.clone()
        shape.dropZValue()
        shape.dropMValue()
        made = QgsGeometry(shape)
    if not made.boundingBox().isFinite():
        return None
    if made.type() != AREA or made.isGeosValid():
        return made
    made = made.makeValid()
    if made.type() != AREA:
        made.convertGeometryCollectionToSubclass(AREA)
    return None if made.isNull() or made.isEmpty() else made


def united(shapes: Sequence[QgsGeometry]) -> QgsGeometry:
    """All the shapes as one; a null geometry for none."""
    if len(shapes) == 1:
        return QgsGeometry(shapes[0])
    return QgsGeometry.unaryUnion(list(shapes)) if shapes else QgsGeometry()


def parts_of(geometry: QgsGeometry) -> list[QgsGeometry]:
    """The single parts of a shape."""
    return geometry.asGeometryCollection()


def only(geometry: QgsGeometry, kind) -> QgsGeometry:
    """The parts of a mixed shape that are areas, lines or points (``kind``)."""
    if geometry.type() == kind and QgsWkbTypes.flatType(geometry.wkbType()) != QgsWkbTypes.Type.GeometryCollection:
        return geometry
    return QgsGeometry.collectGeometry([part for part in parts_of(geometry) if part.type() == kind])


def samples(geometry: QgsGeometry) -> np.ndarray:
    """Points (n, 2) spread evenly over an area, some tens of them and at least one; of a line or point its own corners."""
    if geometry.type() != AREA:
        return along(geometry, 50.0)
    box = geometry.boundingBox()
    spacing = max((geometry.area() / _MOST_SAMPLES) ** 0.5, _LEAST_SPACING_M)
    across, up = (max(1, int(np.ceil(size / spacing))) for size in (box.width(), box.height()))
    x = box.xMinimum() + (np.arange(across) + 0.5) * (box.width() / across)
    y = box.yMinimum() + (np.arange(up) + 0.5) * (box.height() / up)
    lattice = np.stack(np.meshgrid(x, y), -1).reshape(-1, 2)
    found = lattice[within(geometry, lattice)]
    return found if len(found) else middle(geometry)[None, :]


def within(area: QgsGeometry, xy: np.ndarray) -> np.ndarray:
    """Rows of the points (n, 2) that lie in the area, in rising order."""
    return np.sort(inside(sorted_points(xy), edges_of(rings(area))))


def middle(geometry: QgsGeometry) -> np.ndarray:
    """A point (2) on the shape."""
    point = geometry.pointOnSurface().asPoint()
    return np.array([point.x(), point.y()])


def along(geometry: QgsGeometry, spacing: float) -> np.ndarray:
    """Points (n, 2) on a shape's outline, lines or points, at most ``spacing`` metres apart along them."""
    if geometry.type() == POINT:
        shape = geometry
    else:
        shape = geometry.densifyByDistance(spacing)
    return np.array([(vertex.x(), vertex.y()) for vertex in shape.vertices()], float).reshape(-1, 2)


def point(xy) -> QgsGeometry:
    return QgsGeometry.fromPointXY(QgsPointXY(float(xy[0]), float(xy[1])))


def line(start, end) -> QgsGeometry:
    """A straight line between two places; a point where they are one."""
    if np.allclose(start, end, atol=1e-3):
        return point(start)
    return QgsGeometry.fromPolylineXY([QgsPointXY(*map(float, start)), QgsPointXY(*map(float, end))])
