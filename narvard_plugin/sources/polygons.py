"""Areas from outside as a workspace keeps them: multipolygons in two dimensions, in metres of SWEREF 99 TM."""

from __future__ import annotations

from typing import Optional

from osgeo import ogr

from .errors import Unreadable

#: Sweden with its sea. Metres of a local zone (eastings around 150 000), of RT 90, or swapped ones lie outside.
_EAST, _NORTH = (240_000.0, 1_000_000.0), (6_050_000.0, 7_750_000.0)


def multipolygon(shape: Optional[ogr.Geometry], place: str) -> Optional[ogr.Geometry]:
    """``shape`` with its rings closed, as a multipolygon; None where it is no area. Parts that are no area are dropped.

    Raises `Unreadable` where its coordinates are no SWEREF 99 TM, easting before northing.
    """
    area = ogr.Geometry(ogr.wkbMultiPolygon)
    for part in _polygons(shape):
        part.CloseRings()
        part.FlattenTo2D()
        if part.GetArea() > 0:
            area.AddGeometry(part)
    if area.IsEmpty():
        return None
    west, east, south, north = area.GetEnvelope()
    if not (_EAST[0] <= west <= east <= _EAST[1] and _NORTH[0] <= south <= north <= _NORTH[1]):
        raise Unreadable(place, f"EPSG:3006 E,N: {west:g} {south:g}, {east:g} {north:g}")
    return area


def _polygons(shape: Optional[ogr.Geometry]) -> list[ogr.Geometry]:
    """The polygons of a geometry, also of a collection within a collection."""
    if shape is None or shape.IsEmpty():
        return []
    shape = ogr.Geometry(wkb=bytes(shape.GetLinearGeometry().ExportToWkb()))
    if ogr.GT_Flatten(shape.GetGeometryType()) == ogr.wkbPolygon:
        return [shape]
    parts = [shape.GetGeometryRef(number) for number in range(shape.GetGeometryCount())]
    return [polygon for part in parts if part.GetDimension() == 2 for polygon in _polygons(part)]
