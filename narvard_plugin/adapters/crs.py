"""Which projected system to measure in, and moving coordinates into it."""

from __future__ import annotations

import struct

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsDistanceArea,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingException,
    QgsUnitTypes,
)

from ..i18n import tr

SWEDEN = (10.0, 54.9, 24.3, 69.2)  # west, south, east, north in degrees
_WGS84 = "EPSG:4326"
_NOT_TRUE_METRES = {"EPSG:3857", "EPSG:900913", "EPSG:3785"}
STRETCH = 0.01  # a system whose metres differ more than this from metres on the ground does not measure


def crs_text(crs: QgsCoordinateReferenceSystem) -> str:
    """Text that ``crs_from_text`` reads back on any machine: an authority code, else WKT (a user's own codes are local)."""
    if crs.authid() and not crs.authid().startswith("USER:"):
        return crs.authid()
    return crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT2_2018)


def crs_from_text(text: str) -> QgsCoordinateReferenceSystem:
    crs = QgsCoordinateReferenceSystem.fromWkt(text) if "[" in text else QgsCoordinateReferenceSystem(text)
    if not crs.isValid():
        raise QgsProcessingException(
            tr(
                "The network's coordinate reference system is not known here: {text}. Make the network file again."
            ).format(text=text[:80])
        )
    return crs


def measuring_crs(
    crs: QgsCoordinateReferenceSystem, xy: np.ndarray, transforms: QgsCoordinateTransformContext
) -> QgsCoordinateReferenceSystem:
    """The system to measure ``xy`` in: its own, else SWEREF 99 TM in Sweden, else the UTM zone of its centre."""
    if not crs.isValid():
        raise QgsProcessingException(
            tr("The layer has no coordinate reference system. Set it in the layer's properties, and run again.")
        )
    degrees = transform_xy(xy, crs, QgsCoordinateReferenceSystem(_WGS84), transforms)
    on_earth = np.isfinite(degrees).all(1) & (np.abs(degrees) <= (180, 90)).all(1)
    if not on_earth.any():
        raise QgsProcessingException(
            tr(
                "No coordinate of the layer lies on the earth. Check that its coordinate reference system is the right one."
            )
        )
    if _has_true_metres(crs, xy[on_earth], transforms):
        return crs
    west, south = degrees[on_earth].min(0)
    east, north = degrees[on_earth].max(0)
    if west >= SWEDEN[0] and south >= SWEDEN[1] and east <= SWEDEN[2] and north <= SWEDEN[3]:
        return QgsCoordinateReferenceSystem("EPSG:3006")
    zone = int(((west + east) / 2 + 180) // 6) % 60 + 1
    return QgsCoordinateReferenceSystem(f"EPSG:{(32600 if south + north >= 0 else 32700) + zone}")


def _has_true_metres(crs, xy: np.ndarray, transforms) -> bool:
    """Is ``crs`` projected, with metres that are metres on the ground where ``xy`` lies?"""
    if crs.isGeographic() or crs.authid() in _NOT_TRUE_METRES:
        return False
    if crs.mapUnits() != QgsUnitTypes.DistanceUnit.DistanceMeters:
        return False
    measure = QgsDistanceArea()
    measure.setSourceCrs(crs, transforms)
    measure.setEllipsoid("EPSG:7030")
    x, y = (xy.min(0) + xy.max(0)) / 2
    sides = [QgsPointXY(x + 1000, y), QgsPointXY(x, y + 1000)]
    try:
        return all(abs(measure.measureLine(QgsPointXY(x, y), side) / 1000 - 1) < STRETCH for side in sides)
    except QgsCsException:
        return False


def transform_xy(
    xy: np.ndarray,
    source: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
    transforms: QgsCoordinateTransformContext,
) -> np.ndarray:
    """Coordinates (n, 2) of ``source`` in ``target``; not-a-number where one cannot be moved."""
    if source == target or len(xy) == 0:
        return xy
    transform = QgsCoordinateTransform(source, target, transforms)
    moved = _moved_at_once(transform, xy) if len(xy) > 1 else None
    return np.array([_moved(transform, x, y) for x, y in xy]) if moved is None else moved


def _moved_at_once(transform: QgsCoordinateTransform, xy: np.ndarray) -> np.ndarray | None:
    """All points as one long line, which crosses between Python and C++ once; None where some cannot be moved."""
    line = QgsGeometry()
    line.fromWkb(struct.pack("<BII", 1, 2, len(xy)) + np.ascontiguousarray(xy, "<f8").tobytes())
    try:
        line.transform(transform)
    except QgsCsException:
        return None
    moved = np.frombuffer(line.asWkb().data(), "<f8", offset=9).reshape(-1, 2)
    return moved.copy() if np.isfinite(moved).all() else None


def _moved(transform: QgsCoordinateTransform, x: float, y: float) -> tuple[float, float]:
    try:
        point = transform.transform(QgsPointXY(x, y))
    except QgsCsException:
        return np.nan, np.nan
    return (point.x(), point.y()) if np.isfinite([point.x(), point.y()]).all() else (np.nan, np.nan)
