"""Geometry in a GeoPackage: WKB behind a small header, and the functions that its spatial index calls."""

from __future__ import annotations

import math
import sqlite3
import struct
from collections.abc import Sequence
from typing import Optional

import numpy as np
from osgeo import ogr

from ..gdal_answers import or_none
from .schema import ANY_GEOMETRY, MULTIPOLYGON, POINT

# Header flags: little-endian, envelope kind in bits 1-3 (1 = minx, maxx, miny, maxy), bit 4 = empty geometry.
_LITTLE_ENDIAN, _ENVELOPE_XY, _EMPTY = 0b1, 0b10, 0b10000
_ENVELOPE_DOUBLES = (0, 4, 6, 6, 8)
_POINT_BLOB = np.dtype(
    [
        ("magic", "S2"), ("version", "u1"), ("flags", "u1"), ("srid", "<i4"),
        ("order", "u1"), ("kind", "<u4"), ("x", "<f8"), ("y", "<f8"),
    ]
)  # fmt: skip
# PostGIS's extended WKB: a flag in the type says that the reference system follows it.
_HAS_SRID = 0x20000000
_POINT_EWKB = np.dtype([("order", "u1"), ("kind", "<u4"), ("srid", "<i4"), ("x", "<f8"), ("y", "<f8")])


class GeometryError(ValueError):
    """The geometry of one row is not what its table holds: ``row`` from 0, ``found`` in words."""

    def __init__(self, row: int, found: str):
        super().__init__(f"row {row}: {found}")
        self.row = row
        self.found = found


def blobs_from_xy(x, y, srid: int) -> list[Optional[bytes]]:
    """GeoPackage points of coordinates in metres; None where both are NaN."""
    head = {"magic": b"GP", "flags": _LITTLE_ENDIAN, "srid": srid, "order": 1, "kind": ogr.wkbPoint}
    return _points(x, y, _POINT_BLOB, head)


def blobs_from_wkb(geometries: Sequence[Optional[bytes]], kind: str, srid: int) -> list[Optional[bytes]]:
    """GeoPackage blobs of two-dimensional WKB; a single polygon becomes the multipolygon its table wants."""
    return [None if wkb is None else _blob(row, bytes(wkb), kind, srid) for row, wkb in enumerate(geometries)]


def ewkb_from_xy(x, y, srid: int) -> list[Optional[bytes]]:
    """PostGIS points of coordinates in metres; None where both are NaN."""
    return _points(x, y, _POINT_EWKB, {"order": 1, "kind": ogr.wkbPoint | _HAS_SRID, "srid": srid})


def ewkb_from_wkb(geometries: Sequence[Optional[bytes]], kind: str, srid: int) -> list[Optional[bytes]]:
    """PostGIS geometry of two-dimensional WKB; a single polygon becomes the multipolygon its table wants."""
    return [None if wkb is None else _ewkb(row, bytes(wkb), kind, srid) for row, wkb in enumerate(geometries)]


def wkb_from_ewkb(ewkb: Optional[bytes]) -> Optional[bytes]:
    """Little-endian WKB of PostGIS's little-endian extended WKB."""
    if ewkb is None:
        return None
    kind = struct.unpack_from("<I", ewkb, 1)[0]
    if not kind & _HAS_SRID:
        return bytes(ewkb)
    return bytes(ewkb[:1]) + struct.pack("<I", kind & ~_HAS_SRID) + bytes(ewkb[9:])


def wkb_from_blob(blob: Optional[bytes]) -> Optional[bytes]:
    """The WKB behind the header of a GeoPackage blob."""
    return None if blob is None else blob[_header_size(blob) :]


def xy_from_wkb(geometries: Sequence[Optional[bytes]]) -> tuple[np.ndarray, np.ndarray]:
    """Coordinates of points; NaN where there is no geometry."""
    pairs = np.array([_point(wkb) for wkb in geometries], dtype=float).reshape(-1, 2)
    return pairs[:, 0].copy(), pairs[:, 1].copy()


def install_spatial_functions(connection: sqlite3.Connection) -> None:
    """Give SQLite the functions that the triggers of a GeoPackage's spatial index call."""
    connection.create_function("ST_IsEmpty", 1, _is_empty, deterministic=True)
    for place, name in enumerate(("ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY")):
        connection.create_function(name, 1, _bound(place), deterministic=True)


def _points(x, y, layout: np.dtype, head: dict) -> list[Optional[bytes]]:
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    empty = np.isnan(x) & np.isnan(y)
    wrong = ~empty & ~(np.isfinite(x) & np.isfinite(y))
    if wrong.any():
        row = int(np.flatnonzero(wrong)[0])
        raise GeometryError(row, f"x={x[row]}, y={y[row]}")
    points = np.zeros(len(x), dtype=layout)
    for name, value in head.items():
        points[name] = value
    points["x"], points["y"] = x, y
    size, raw = layout.itemsize, points.tobytes()
    return [None if empty[i] else raw[i * size : (i + 1) * size] for i in range(len(x))]


def _blob(row: int, wkb: bytes, kind: str, srid: int) -> bytes:
    geometry, body = _of_kind(row, wkb, kind)
    if geometry.IsEmpty():
        return struct.pack("<2sBBi", b"GP", 0, _LITTLE_ENDIAN | _EMPTY, srid) + body
    return struct.pack("<2sBBi4d", b"GP", 0, _LITTLE_ENDIAN | _ENVELOPE_XY, srid, *geometry.GetEnvelope()) + body


def _ewkb(row: int, wkb: bytes, kind: str, srid: int) -> bytes:
    _, body = _of_kind(row, wkb, kind)
    return body[:1] + struct.pack("<Ii", struct.unpack_from("<I", body, 1)[0] | _HAS_SRID, srid) + body[5:]


def _of_kind(row: int, wkb: bytes, kind: str) -> tuple[ogr.Geometry, bytes]:
    """The geometry of one row as its table holds it, and its little-endian WKB."""
    geometry = or_none(ogr.CreateGeometryFromWkb, wkb)
    if geometry is None:
        raise GeometryError(row, "WKB?")
    if geometry.GetGeometryType() == ogr.wkbPolygon and kind == MULTIPOLYGON:
        geometry = ogr.ForceToMultiPolygon(geometry)
    if geometry.GetGeometryType() not in _OGR_TYPES[kind]:
        raise GeometryError(row, ogr.GeometryTypeToName(geometry.GetGeometryType()))
    if not geometry.IsEmpty() and not all(map(math.isfinite, geometry.GetEnvelope())):
        raise GeometryError(row, f"{geometry.GetEnvelope()}")
    return geometry, bytes(geometry.ExportToWkb(ogr.wkbNDR))


_OGR_TYPES = {
    POINT: (ogr.wkbPoint,),
    MULTIPOLYGON: (ogr.wkbMultiPolygon,),
    ANY_GEOMETRY: (
        ogr.wkbPoint,
        ogr.wkbLineString,
        ogr.wkbPolygon,
        ogr.wkbMultiPoint,
        ogr.wkbMultiLineString,
        ogr.wkbMultiPolygon,
    ),
}


def _header_size(blob: bytes) -> int:
    return 8 + 8 * _ENVELOPE_DOUBLES[(blob[3] >> 1) & 0b111]


def _point(wkb: Optional[bytes]) -> tuple[float, float]:
    if wkb is None:
        return math.nan, math.nan
    return struct.unpack_from("<2d" if wkb[0] else ">2d", wkb, 5)


def _is_empty(blob):
    return None if blob is None else int(bool(blob[3] & _EMPTY))


def _bound(place: int):
    def bound(blob):
        return None if blob is None else _envelope(blob)[place]

    return bound


def _envelope(blob: bytes) -> tuple[float, float, float, float]:
    if (blob[3] >> 1) & 0b111:
        return struct.unpack_from("<4d" if blob[3] & _LITTLE_ENDIAN else ">4d", blob, 8)
    return ogr.CreateGeometryFromWkb(wkb_from_blob(blob)).GetEnvelope()
