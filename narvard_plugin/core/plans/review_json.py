"""The whole review of a planremiss as one value that JSON holds (`narvard-planremiss/1`), for other systems and for later."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Optional

import pandas as pd

from .rows import records

FORMAT = "narvard-planremiss/1"
#: Tables with one row in the document, and those with many, by the name they have in it.
ONE = {"case": "plan_cases", "version": "plan_versions", "referral": "referrals"}
MANY = {
    "parts": "partial_answers",
    "checks": "checks",
    "remarks": "remarks",
    "statements": "statements",
    "deadlines": "deadlines",
    "events": "plan_events",
}
#: Columns that hold JSON, and stand in the document as what it says.
_JSON = ("values_json", "data", "content")


def review_document(
    tables: Mapping[str, pd.DataFrame],
    *,
    region: str,
    made: str,
    checklist: Optional[Mapping],
    geometry: Callable[[Optional[bytes]], Optional[dict]],
) -> dict:
    """The review from the rows that belong to it, by table; ``evidence`` among them, and every run of ``checks``.

    ``made``: when, ISO. ``checklist``: name, version and sha256 of the frozen list. ``geometry`` turns WKB in EPSG:3006
    into a GeoJSON geometry.
    """
    evidence = tables["evidence"]
    places = [geometry(wkb) for wkb in evidence["geom"]]
    return {
        "format": FORMAT,
        "made": made,
        "region": region,
        "crs": "EPSG:3006",
        "checklist": dict(checklist) if checklist else None,
        **{name: next(iter(_rows(tables[table])), None) for name, table in ONE.items()},
        **{name: _rows(tables[table]) for name, table in MANY.items()},
        "evidence": [{**row, "geometry": place} for row, place in zip(_rows(evidence), places)],
    }


def as_text(document: Mapping) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False)


def _rows(frame: pd.DataFrame) -> list[dict]:
    return [{name: _opened(cell) if name in _JSON else cell for name, cell in row.items()} for row in records(frame)]


def _opened(text: Optional[str]):
    """What a column of JSON says; what is no JSON stands as its text."""
    if text is None:
        return None
    try:
        return json.loads(text)
    except ValueError:
        return text
