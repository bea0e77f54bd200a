"""GML of a WFS: the properties of each object and its area, with the axes in the order that its coordinate system's name tells."""

from __future__ import annotations

import re
from typing import Optional

from osgeo import ogr

from ...i18n import tr
from ..errors import Unreadable
from ..hostile import checked_xml
from .map_features import Feature, in_metres, polygon_of, system_of

_MEMBERS = ("member", "featureMember", "featureMembers")
_RINGS = ("LinearRing", "Ring")
_CURVED = ("Arc", "ArcString", "ArcByCenterPoint", "CircleByCenterPoint", "Circle")
_NORTH_FIRST = re.compile(r"^(?:urn:|https?://www\.opengis\.net/def/crs/)", re.IGNORECASE)


def gml_features(body: bytes, place: str) -> tuple[list[Feature], Optional[int]]:
    """The features of a collection, and how many there are in all where it says so."""
    reader = checked_xml(place, body)
    found: list[Feature] = []
    total, depth_of_members = None, 0
    while not reader.atEnd():
        reader.readNext()
        if not reader.isStartElement():
            continue
        if reader.name() == "FeatureCollection":
            matched = reader.attributes().value("numberMatched")
            total = int(matched) if matched.isdecimal() else total
        elif reader.name() in _MEMBERS:
            depth_of_members = 1
        elif depth_of_members and reader.name() not in ("boundedBy", "Envelope", "lowerCorner", "upperCorner", "Tuple"):
            found.append(_feature(reader, place))
    if reader.hasError() or (not depth_of_members and total is None and b"FeatureCollection" not in body):
        raise Unreadable(place, tr("it holds no list of objects"))
    return found, total


def _feature(reader, place: str) -> Feature:
    """The feature whose element has just begun; the reader stands at its end afterwards."""
    identity = next((one.value() for one in reader.attributes() if one.name() in ("id", "fid")), "")
    properties: dict[str, str] = {}
    area = None
    while reader.readNextStartElement():
        name = reader.name()
        text, rings, srs = _property(reader, place)
        if rings is None:
            properties[name] = text
        elif name != "boundedBy" and rings:
            area = _area(rings, srs, place)
    return Feature(identity, properties, area)


def _property(reader, place: str):
    """The text of a property, or the rings of its geometry and the name of their coordinate system."""
    text, rings, srs, depth = "", None, "", 1
    while depth and not reader.atEnd():
        reader.readNext()
        if reader.isStartElement():
            depth += 1
            srs = reader.attributes().value("srsName") or srs
            name = reader.name()
            if reader.attributes().hasAttribute("srsName") or name in ("Envelope", "Null"):
                rings = rings or []
            if name in _CURVED:
                raise Unreadable(place, name)
            if name in _RINGS:
                rings = [*(rings or []), []]
            elif name in ("posList", "pos", "coordinates") and rings:
                rings[-1] += _points(reader.readElementText(), name)
                depth -= 1
        elif reader.isEndElement():
            depth -= 1
        elif reader.isCharacters() and depth == 1:
            text += reader.text()
    return text.strip(), rings, srs


def _points(text: str, kind: str) -> list[tuple[str, str]]:
    if kind == "coordinates":
        return [tuple(pair.split(",")[:2]) for pair in text.split() if "," in pair]
    numbers = text.split()
    return list(zip(numbers[::2], numbers[1::2]))


def _area(rings, srs: str, place: str) -> Optional[ogr.Geometry]:
    system = system_of(srs)
    if system is None:
        raise Unreadable(
            place, tr("its coordinates are in {found}, not in SWEREF 99 TM (EPSG:3006)").format(found=srs or "?")
        )
    if _NORTH_FIRST.match(srs) and "CRS84" not in srs.upper():
        rings = [[(second, first) for first, second in ring] for ring in rings]
    return in_metres(polygon_of(rings, place), system, place)
