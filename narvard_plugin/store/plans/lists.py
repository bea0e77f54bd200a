"""Cases of a list into the register: new ones added, known ones completed, and what a person wrote left as it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, Optional

from ...core.figures import ADDED, CHANGED, UNCHANGED
from .cases import add_case, change_case, find_case, read_case
from .letters import case_with_reference, later_status

#: What a list may fill in where the register knows nothing.
_FILLED = ("designation", "national_id", "municipality_reference", "region_reference", "purpose", "handler", "dwellings_min",
           "dwellings_max", "dwellings_source", "care_area_m2", "implementation_months", "source_url")  # fmt: skip


class Kept(NamedTuple):
    plan_id: str
    fate: str


def keep_listed(workspace, case: Mapping, source: str, today: Optional[date] = None) -> Kept:
    """Store one case (columns of ``plan_cases``; municipality and name at least) that the list called ``source`` tells.

    A later stage is taken from the list, an earlier one never; a procedure only where none is known.
    """
    case = dict(case)
    if "dwellings_min" in case or "dwellings_max" in case:
        case.setdefault("dwellings_source", source)
    plan_id = case_with_reference(workspace, case) or find_case(
        workspace,
        national_id=case.get("national_id"),
        municipality=case["municipality"],
        designation=case.get("designation"),
        name=case["name"],
    )
    if plan_id is None:
        return Kept(add_case(workspace, {**case, "came_by": "lista", "source": source}, today), ADDED)
    before = read_case(workspace, plan_id)
    values = {name: case[name] for name in _FILLED if case.get(name) is not None and before[name] is None}
    if before["procedure"] == "okant" and case.get("procedure", "okant") != "okant":
        values["procedure"] = case["procedure"]
    if later_status(before["status"], case.get("status")):
        values["status"] = case["status"]
        if case.get("status_date"):
            values["status_date"] = case["status_date"]
    if case.get("source_status") not in (None, before["source_status"]):
        values["source_status"] = case["source_status"]
    if not _ordered({**before, **values}):
        values = {name: value for name, value in values.items() if not name.startswith("dwellings_")}
    if not values:
        return Kept(plan_id, UNCHANGED)
    change_case(workspace, plan_id, values, before["row_version"], today)
    return Kept(plan_id, CHANGED)


def _ordered(case: Mapping) -> bool:
    low, high = case["dwellings_min"], case["dwellings_max"]
    return low is None or high is None or low <= high
