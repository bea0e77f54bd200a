"""Features of municipalities' maps, whatever service they come from: an id, properties, and an area in SWEREF 99 TM."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Optional

from osgeo import ogr

from ...gdal_answers import or_none
from ...i18n import tr
from ..errors import Unreadable
from ..polygons import multipolygon
from .shapes import SYSTEMS, TM, in_sweden, in_zone, way_to_tm

DEGREES = 4326
_CODE = re.compile(r"(?:EPSG:[\d.]*:?|/EPSG/[\d.]+/|epsg\.xml#)(\d{4,5})$", re.IGNORECASE)
_CRS84 = re.compile(r"CRS:?84$", re.IGNORECASE)
#: Sweden in degrees, with its sea.
_LONGITUDE, _LATITUDE = (9.0, 26.0), (54.0, 70.0)


class Feature(NamedTuple):
    """``id`` as the service tells it ("" = none); ``area`` a multipolygon in EPSG:3006, None where there is none."""

    id: str
    properties: Mapping[str, object]
    area: Optional[ogr.Geometry]


def geojson_features(told, place: str, system: Optional[int] = None) -> list[Feature]:
    """The features of a GeoJSON collection; ``system`` (EPSG) goes before what the file says of its coordinates.

    One that says nothing is in degrees, as the standard has it, or in SWEREF 99 TM where its numbers can be nothing else.
    """
    features = told.get("features") if isinstance(told, Mapping) and told.get("type") == "FeatureCollection" else None
    if not isinstance(features, list) or not all(isinstance(one, Mapping) for one in features):
        raise Unreadable(place, tr("it holds no list of objects"))
    shapes = [_shape(one.get("geometry"), place) for one in features]
    system = system or _told_system(told, place) or _likely_system(shapes, place)
    found = []
    for one, shape in zip(features, shapes):
        properties = one.get("properties")
        identity = one.get("id")
        found.append(
            Feature(
                str(identity) if isinstance(identity, (str, int)) and not isinstance(identity, bool) else "",
                properties if isinstance(properties, Mapping) else {},
                in_metres(shape, system, place),
            )
        )
    return found


def in_metres(shape: Optional[ogr.Geometry], system: int, place: str) -> Optional[ogr.Geometry]:
    """``shape`` (easting or longitude first, in EPSG ``system``) as a multipolygon in EPSG:3006; None where it is no area."""
    if shape is None or shape.IsEmpty():
        return None
    shape = ogr.Geometry(wkb=bytes(shape.GetLinearGeometry().ExportToWkb()))
    if system in SYSTEMS and system != TM:
        west, east, *_ = shape.GetEnvelope()
        if not (in_zone(west, system) and in_zone(east, system)):
            raise Unreadable(place, f"EPSG:{system} E: {west:g}, {east:g}")
    if system != TM and or_none(shape.Transform, way_to_tm(system)) != 0:
        raise Unreadable(place, f"EPSG:{system}")
    return multipolygon(shape, place)


def system_of(name: str) -> Optional[int]:
    """The EPSG code of a coordinate system's name; None where it is none that is known."""
    if _CRS84.search(name):
        return DEGREES
    code = _CODE.search(name)
    return int(code[1]) if code else None


def polygon_of(rings: Sequence[Sequence[Sequence[float]]], place: str) -> Optional[ogr.Geometry]:
    """An area of rings that nobody told the inner from the outer of: what lies in two of them is a hole."""
    whole = None
    for ring in rings:
        line = ogr.Geometry(ogr.wkbLinearRing)
        for point in ring:
            line.AddPoint_2D(*numbers_of(point, place))
        line.CloseRings()
        one = ogr.Geometry(ogr.wkbPolygon)
        one.AddGeometry(line)
        if line.GetPointCount() < 4 or one.GetArea() == 0:
            continue
        one = one if one.IsValid() else one.MakeValid()
        whole = one if whole is None else whole.SymDifference(one)
    return whole


def numbers_of(point, place: str) -> tuple[float, float]:
    """Easting and northing of a point as a service writes it."""
    try:
        return float(point[0]), float(point[1])
    except (TypeError, ValueError, IndexError, KeyError) as error:
        raise Unreadable(place, tr("its coordinates are no list of points.")) from error


def _shape(geometry, place: str) -> Optional[ogr.Geometry]:
    if geometry is None:
        return None
    if not isinstance(geometry, Mapping):
        raise Unreadable(place, "geometry")
    if not (geometry.get("coordinates") or geometry.get("geometries")):
        return None
    shape = or_none(ogr.CreateGeometryFromJson, json.dumps(geometry))
    if shape is None:
        raise Unreadable(place, "geometry")
    return shape


def _told_system(told: Mapping, place: str) -> Optional[int]:
    crs = told.get("crs")
    if crs is None:
        return None
    properties = crs.get("properties") if isinstance(crs, Mapping) else None
    name = str(properties.get("name", "")) if isinstance(properties, Mapping) else ""
    system = system_of(name)
    if system is None:
        text = tr("its coordinates are in {found}, which is not known. Say in CRS which system they are in")
        raise Unreadable(place, text.format(found=name or "?"))
    return system


def _likely_system(shapes: Sequence[Optional[ogr.Geometry]], place: str) -> int:
    """Degrees or SWEREF 99 TM, by the numbers alone; every other system must be told."""
    corners = [(x, y) for one in shapes if one is not None for x, y in _corners(one)]
    if all(_LONGITUDE[0] <= x <= _LONGITUDE[1] and _LATITUDE[0] <= y <= _LATITUDE[1] for x, y in corners):
        return DEGREES
    if all(in_sweden(x, y) for x, y in corners):
        return TM
    raise Unreadable(place, tr("it does not say which coordinate system it is in. Say it in CRS"))


def _corners(shape: ogr.Geometry):
    west, east, south, north = shape.GetEnvelope()
    return (west, south), (east, north)
