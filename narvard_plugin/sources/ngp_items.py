"""Items of the national geodata platform's search for plans, read as rows: nested or dotted names, metres, documents kept."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Optional

import pandas as pd
from osgeo import ogr

from .errors import Unreadable

SOURCE = "ngp"
PLAN = "detaljplan"
#: Sweden in SWEREF 99 TM, with its sea: easting and northing in metres.
_EAST, _NORTH = (200_000.0, 1_000_000.0), (6_050_000.0, 7_750_000.0)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_TEXTS = {
    "designation": "beteckning", "name": "namn", "purpose": "syfte", "status": "status", "plan_type": "typ",
    "usability": "anvandbarhet",
}  # fmt: skip
_DATES = {"begun": "datumPaborjat", "status_date": "datumStatusforandring", "in_force": "datumLagakraft"}


class Plans(NamedTuple):
    """Rows of ``plan_items`` with a WKB each (None = no area), and what was left: provisions by kind, plans without area."""

    rows: pd.DataFrame
    wkb: list[Optional[bytes]]
    left: Mapping[str, int]
    without_area: list[str]


def value_of(properties: Mapping, name: str):
    """The property ``a.b``, whether it is written nested ({"a": {"b": …}}) or dotted ({"a.b": …}); None where absent."""
    if name in properties:
        return properties[name]
    found = properties
    for part in name.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found


def read_items(items: Sequence[Mapping], municipality: str, statuses: Sequence[str], place: str) -> Plans:
    """``items`` that were asked for in ``municipality`` and, where given, in one of ``statuses``.

    Raises `Unreadable` where an item is of something else than was asked for, or its coordinates are no SWEREF 99 TM.
    """
    rows, wkb, left, without = [], [], {}, []
    for item in items:
        properties = item["properties"]
        if str(item.get("collection") or municipality) != municipality:
            raise Unreadable(place, f"{municipality} ≠ {item.get('collection')}")
        kind = str(value_of(properties, "feature.typ") or "")
        if kind != PLAN:
            left[kind or "?"] = left.get(kind or "?", 0) + 1
            continue
        row = _row(item, municipality)
        if statuses and row["status"] not in statuses:
            raise Unreadable(place, f"status: {row['status']}")
        shape = _shape(item.get("geometry"), place)
        if shape is None:
            without.append(row["designation"] or item["id"])
        rows.append(row)
        wkb.append(shape)
    return Plans(pd.DataFrame(rows, columns=_COLUMNS, dtype=object), wkb, left, without)


def _row(item: Mapping, municipality: str) -> dict:
    properties = item["properties"]
    texts = {column: _text(value_of(properties, f"{PLAN}.{name}")) for column, name in _TEXTS.items()}
    dates = {column: _date(value_of(properties, f"{PLAN}.{name}")) for column, name in _DATES.items()}
    texts["name"] = texts["name"] or _text(properties.get("title"))
    return {
        "item_id": item["id"],
        "source": SOURCE,
        "municipality": municipality,
        **texts,
        **dates,
        "properties": _json(properties),
        "assets": _json(item.get("assets") or {}),
    }


_COLUMNS = ["item_id", "source", "municipality", *_TEXTS, *_DATES, "properties", "assets"]


def _shape(geometry, place: str) -> Optional[bytes]:
    """Two-dimensional WKB of an area, as a multipolygon; None where the item has none."""
    if not isinstance(geometry, Mapping) or geometry.get("type") not in ("Polygon", "MultiPolygon"):
        return None
    shape = ogr.CreateGeometryFromJson(json.dumps(geometry))
    if shape is None:
        raise Unreadable(place, "geometry")
    if shape.IsEmpty():
        return None
    shape.FlattenTo2D()
    west, east, south, north = shape.GetEnvelope()
    if not (_EAST[0] <= west <= east <= _EAST[1] and _NORTH[0] <= south <= north <= _NORTH[1]):
        raise Unreadable(place, f"EPSG:3006 E,N: {west:g} {south:g}, {east:g} {north:g}")
    return bytes(ogr.ForceToMultiPolygon(shape).ExportToWkb(ogr.wkbNDR))


def _text(value) -> Optional[str]:
    return None if value is None or isinstance(value, (dict, list)) else str(value).strip() or None


def _date(value) -> Optional[str]:
    found = _DATE.match(str(value or ""))
    return found.group() if found else None


def _json(value) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
