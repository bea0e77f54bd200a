"""Plans of rows of ``plan_items`` that a municipality's own map told of: what its row says, and no provisions."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Optional

import pandas as pd
from osgeo import ogr

from ...core.plans.plan_content import PlanContent, documents_frame, provisions_frame
from ...i18n import tr
from .reading import Asked, municipality_of, plain_text, status_of
from .shapes import Shapes, wkb_of
from .words import plan_words

FORMAT = "map"
_PLACE = "plan_items"


def read_map_items(rows: pd.DataFrame, asked: Asked) -> list[PlanContent]:
    """The plans of ``rows``, whose column ``geom`` is WKB in EPSG:3006. Raises `BadPlanFile`."""
    return [_plan(row, asked) for row in rows.to_dict("records")]


def _plan(row: Mapping, asked: Asked) -> PlanContent:
    told = {name: plain_text(value) if value == value else None for name, value in row.items() if name != "geom"}
    what, notes = tr("item {id}").format(id=told["item_id"]), []
    shapes = Shapes(_PLACE)
    area = None if row["geom"] is None else ogr.CreateGeometryFromWkb(bytes(row["geom"]))
    if area is None:
        notes.append(tr("{what}: it has no area.").format(what=what))
    case = {
        "kind": plan_words().kinds.find(told["plan_type"]) if told["plan_type"] else None,
        "municipality": municipality_of(told["municipality"], asked, _PLACE, what),
        "name": told["name"] or told["designation"] or told["item_id"],
        "designation": told["designation"],
        "national_id": _identity(row["properties"]),
        "status": status_of(told["status"], notes, what),
        "status_date": told["status_date"],
        "purpose": told["purpose"],
        "came_by": "kommunens_karta",
        "source": told["source"],
        "source_url": _address(row["assets"]),
    }
    areas: Sequence[bytes] = [] if area is None else [wkb_of(shapes.sound(area, what))]
    return PlanContent(
        areas=areas,
        provisions=provisions_frame(),
        documents=documents_frame(),
        case={column: value for column, value in case.items() if value is not None},
        format=FORMAT,
        notes=[*notes, *shapes.notes()],
        documents_date=told["status_date"],
    )


def _identity(properties) -> Optional[str]:
    return plain_text(_object(properties).get("detaljplan.objektidentitet"))


def _address(assets) -> Optional[str]:
    """Where the municipality shows the plan, if the map tells it."""
    links = (one.get("href") for one in _object(assets).values() if isinstance(one, dict))
    return plain_text(next(links, None))


def _object(text) -> Mapping:
    try:
        told = json.loads(text) if isinstance(text, str) else {}
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}
