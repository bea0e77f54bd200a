"""Items of the national geodata platform's search for plans, read as rows: nested or dotted names, metres, documents kept."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Optional

import pandas as pd
from osgeo import ogr

from ..gdal_answers import or_none
from .days import day_of
from .errors import Unreadable
from .polygons import multipolygon

SOURCE = "ngp"
PLAN = "detaljplan"
_TEXTS = {
    "designation": "beteckning", "name": "namn", "purpose": "syfte", "status": "status", "plan_type": "typ",
    "usability": "anvandbarhet",
}  # fmt: skip
_DATES = {"begun": "datumPaborjat", "status_date": "datumStatusforandring", "in_force": "datumLagakraft"}


class Plans(NamedTuple):
    """Rows of ``plan_items`` with a WKB each (None = no area), and what to tell: provisions left by kind, plans without area,
    and plans whose area crosses itself."""

    rows: pd.DataFrame
    wkb: list[Optional[bytes]]
    left: Mapping[str, int]
    without_area: list[str]
    crossing: list[str]


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
    rows, wkb, left, without, crossing = [], [], {}, [], []
    for item in items:
        properties = item["properties"]
        if str(item.get("collection") or municipality) != municipality:
            raise Unreadable(place, f"{municipality} ≠ {item.get('collection')}")
        kind = _text(value_of(properties, "feature.typ"))
        if kind is None:  # then nobody knows what it is, and it must not pass for a plan that is gone
            raise Unreadable(place, "feature.typ")
        if kind.casefold() != PLAN:
            left[kind] = left.get(kind, 0) + 1
            continue
        row = _row(item, municipality)
        if statuses and row["status"] not in statuses:
            raise Unreadable(place, f"status: {row['status']}")
        area = _area(item.get("geometry"), place)
        if area is None:
            without.append(row["designation"] or item["id"])
        elif not area.IsValid():
            crossing.append(row["designation"] or item["id"])
        rows.append(row)
        wkb.append(None if area is None else bytes(area.ExportToWkb(ogr.wkbNDR)))
    return Plans(pd.DataFrame(rows, columns=_COLUMNS, dtype=object), wkb, left, without, crossing)


def _row(item: Mapping, municipality: str) -> dict:
    properties = item["properties"]
    texts = {column: _text(value_of(properties, f"{PLAN}.{name}")) for column, name in _TEXTS.items()}
    dates = {column: day_of(value_of(properties, f"{PLAN}.{name}")) for column, name in _DATES.items()}
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


def _area(geometry, place: str) -> Optional[ogr.Geometry]:
    """The area of an item; None where it has none."""
    if not isinstance(geometry, Mapping) or not (geometry.get("coordinates") or geometry.get("geometries")):
        return None
    shape = or_none(ogr.CreateGeometryFromJson, json.dumps(geometry))
    if shape is None:
        raise Unreadable(place, "geometry")
    return multipolygon(shape, place)


def _text(value) -> Optional[str]:
    return None if value is None or isinstance(value, (dict, list)) else str(value).strip() or None


def _json(value) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
