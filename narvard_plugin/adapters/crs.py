"""Which projected system to measure in, and moving coordinates into it."""

from __future__ import annotations

import struct

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingException,
    QgsProject,
    QgsUnitTypes,
)

from ..i18n import tr

SWEDEN = (10.0, 54.9, 24.3, 69.2)  # west, south, east, north in degrees
_WGS84 = "EPSG:4326"
_NOT_TRUE_METRES = {"EPSG:3857", "EPSG:900913", "EPSG:3785", "ESRI:102100", "ESRI:102113"}


def crs_text(crs: QgsCoordinateReferenceSystem) -> str:
    """Text that ``crs_from_text`` reads back: an authority code, else WKT."""
    return crs.authid() or crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT2_2018)


def crs_from_text(text: str) -> QgsCoordinateReferenceSystem:
    return QgsCoordinateReferenceSystem(text) if ":" in text[:12] else QgsCoordinateReferenceSystem.fromWkt(text)


def has_true_metres(crs: QgsCoordinateReferenceSystem) -> bool:
    """Is ``crs`` projected, with metres that are metres on the ground?"""
    metres = crs.mapUnits() == QgsUnitTypes.DistanceUnit.DistanceMeters
    return crs.isValid() and not crs.isGeographic() and metres and crs.authid() not in _NOT_TRUE_METRES


def measuring_crs(crs: QgsCoordinateReferenceSystem, xy: np.ndarray) -> QgsCoordinateReferenceSystem:
    """The system to measure ``xy`` in: its own, else SWEREF 99 TM in Sweden, else the UTM zone of its centre."""
    if has_true_metres(crs):
        return crs
    if not crs.isValid():
        raise QgsProcessingException(
            tr("The layer has no coordinate reference system. Set it in the layer's properties, and run again.")
        )
    west, south = xy.min(0)
    east, north = xy.max(0)
    corners = transform_xy(np.array([(west, south), (east, north)]), crs, QgsCoordinateReferenceSystem(_WGS84))
    (west, south), (east, north) = corners
    if west >= SWEDEN[0] and south >= SWEDEN[1] and east <= SWEDEN[2] and north <= SWEDEN[3]:
        return QgsCoordinateReferenceSystem("EPSG:3006")
    zone = int(((west + east) / 2 + 180) // 6) % 60 + 1
    return QgsCoordinateReferenceSystem(f"EPSG:{(32600 if south + north >= 0 else 32700) + zone}")


def transform_xy(
    xy: np.ndarray, source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem
) -> np.ndarray:
    """Coordinates (n, 2) of ``source`` in ``target``; every one of them, or an error."""
    if source == target or len(xy) == 0:
        return xy
    transform = QgsCoordinateTransform(source, target, QgsProject.instance().transformContext())
    if len(xy) == 1:
        try:
            point = transform.transform(QgsPointXY(*xy[0]))
        except QgsCsException as error:
            raise _untransformable(source, target, error) from error
        return np.array([[point.x(), point.y()]])
    # One long line of all points crosses between Python and C++ once.
    line = QgsGeometry()
    line.fromWkb(struct.pack("<BII", 1, 2, len(xy)) + np.ascontiguousarray(xy, "<f8").tobytes())
    try:
        line.transform(transform)
    except QgsCsException as error:
        raise _untransformable(source, target, error) from error
    moved = np.frombuffer(line.asWkb().data(), "<f8", offset=9).reshape(-1, 2)
    if not np.isfinite(moved).all():
        raise _untransformable(source, target, "")
    return moved.copy()


def _untransformable(source, target, error) -> QgsProcessingException:
    return QgsProcessingException(
        tr(
            "Some coordinates cannot be moved from {source} to {target}. "
            "Check that the layer's coordinate reference system is the right one. {details}"
        ).format(source=source.userFriendlyIdentifier(), target=target.userFriendlyIdentifier(), details=error)
    )
