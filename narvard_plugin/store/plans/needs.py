"""The region's needs of premises: where, for what, how large and by when, and who decided that they are needs."""

from __future__ import annotations

import math
import uuid
from collections.abc import Mapping, Sequence
from typing import Optional

import numpy as np
import pandas as pd

from ...core.plans import codes
from ...core.plans.rows import records
from .dialogues import checked_day, checked_text, checked_word
from .errors import PlanRefused
from .proposals import IDENTIFIED

DECIDED = "beslutat"
#: Needs that somebody still works for.
OPEN = ("identifierat", "beslutat", "framfort", "i_plan")
_COLUMNS = ("municipality", "place", "service", "radius_m", "floor_area_m2", "plot_m2", "earliest_year", "latest_year", "status",
            "decided_by", "decided_date", "plan_id", "basis")  # fmt: skip


def add_need(workspace, need: Mapping, xy: Optional[Sequence[float]] = None) -> str:
    """Store a need and give its id.

    ``need``: columns of ``local_needs``; municipality, place and service at least. ``xy`` in EPSG:3006. Left out, it is
    only identified. The same need again is not stored twice.
    """
    row = {name: need.get(name) if need.get(name) != "" else None for name in _COLUMNS}
    row["status"] = row["status"] or IDENTIFIED
    for name in ("municipality", "place", "service"):
        row[name] = checked_text(row[name], name)
    _check(row)
    for known in records(workspace.read("local_needs", within={"municipality": [row["municipality"]]})):
        if all(known[name] == row[name] for name in _COLUMNS):
            return known["need_id"]
    row = {"need_id": str(uuid.uuid4()), **row, "row_version": 1}
    frame = pd.DataFrame({name: pd.Series([value], dtype=object) for name, value in row.items()})
    if xy is None:
        workspace.write("local_needs", frame)
    else:
        workspace.write("local_needs", frame, xy=tuple(np.array([at], float) for at in xy))
    return row["need_id"]


def change_need(workspace, need_id: str, values: Mapping, row_version: int) -> None:
    """Change a need that was read with ``row_version``; a decided one says who decided it and when."""
    rows = records(workspace.read("local_needs", within={"need_id": [need_id]}))
    if not rows:
        raise PlanRefused("unknown_id", table="local_needs", id=need_id)
    _check({**rows[0], **values})
    workspace.change("local_needs", {"need_id": need_id}, dict(values), row_version=row_version)


def needs_of(workspace, municipality: str) -> list[dict]:
    """A municipality's needs of premises, those to be met first at the top."""
    rows = records(workspace.read("local_needs", within={"municipality": [municipality]}))
    return sorted(rows, key=lambda row: (row["latest_year"] or 9999, row["place"]))


def needs_near(workspace, x: float, y: float, metres: Optional[float] = None) -> list[dict]:
    """Open needs whose place is within ``metres`` of a point (EPSG:3006), or within their own search radius where it is None.

    Each has its ``distance_m``, the nearest first. Needs without a point are near nothing.
    """
    table = workspace.read("local_needs", within={"status": list(OPEN)})
    found = []
    for row, wkb in zip(records(table), table["geom"]):
        if wkb is None:
            continue
        east, north = np.frombuffer(bytes(wkb)[5:21], "<f8" if bytes(wkb)[0] else ">f8")
        distance = math.hypot(east - x, north - y)
        reach = metres if metres is not None else row["radius_m"]
        if reach is not None and distance <= reach:
            found.append({**row, "distance_m": distance})
    return sorted(found, key=lambda row: row["distance_m"])


def _check(row: Mapping) -> None:
    checked_word(row["status"], "status", codes.NEED_STATUSES)
    if row.get("decided_date"):
        checked_day(row["decided_date"], "decided_date")
    if row["status"] == DECIDED and not (row.get("decided_by") and row.get("decided_date")):
        raise PlanRefused("decision_missing")
    earliest, latest = row.get("earliest_year"), row.get("latest_year")
    if earliest is not None and latest is not None and latest < earliest:
        raise PlanRefused("years_turned", earliest=earliest, latest=latest)
