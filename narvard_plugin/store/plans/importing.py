"""What was read of a plan, into the register: its case found or made, its version stored when it is new."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, Optional

import pandas as pd

from ...core.plans.catalogue_match import match
from ...core.plans.plan_content import PlanContent, content_sha256
from .cases import (
    add_case,
    change_case,
    complete_provisions,
    find_case,
    read_case,
    read_version,
    store_version,
    versions_of,
)
from .errors import PlanRefused

ADDED, CHANGED, UNCHANGED = "added", "changed", "unchanged"
#: The stage that the documents of a plan in a status belong to; of any other status nobody knows.
_STAGES = {
    "planbesked": "planbesked", "program": "program", "samråd": "samråd", "granskning": "granskning",
    "antagen": "antagen", "överklagad": "antagen", "tillsyn": "antagen", "laga kraft": "antagen",
}  # fmt: skip
OTHER_STAGE = "övrigt"
#: What newer documents of a plan say instead of what the case said; all else only fills in what was not known.
_OF_THE_DOCUMENTS = ("name", "purpose", "status", "status_date", "implementation_months")


class Kept(NamedTuple):
    """What became of one plan: the ids, whether case and version were added, changed or unchanged."""

    plan_id: str
    version_id: Optional[str]
    stage: str
    case: str
    version: str
    #: Stored provisions that a newer catalogue filled in.
    completed: int


def stage_of(status: Optional[str]) -> str:
    """The stage that documents belong to by the status of their plan."""
    return _STAGES.get(status or "", OTHER_STAGE)


def keep_plan(
    workspace,
    content: PlanContent,
    *,
    plan_id: Optional[str] = None,
    stage: Optional[str] = None,
    defaults: Optional[Mapping] = None,
    catalogue: Optional[pd.DataFrame] = None,
    today: Optional[date] = None,
) -> Kept:
    """Store one plan as it was read; the same content again changes nothing.

    ``plan_id``: the case that it belongs to, else the one with its identity or designation, else a new one. ``stage``: else
    by the status that the file tells, or the case has. ``defaults``: columns of a new case that the file does not tell.
    ``catalogue``: rows of ``plan_provisions``, which fill in stored provisions that were unknown before.
    """
    with workspace.transaction():
        told = dict(content.case)
        found = plan_id or find_case(
            workspace,
            national_id=told.get("national_id"),
            municipality=told.get("municipality"),
            designation=told.get("designation"),
            name=told.get("name"),
        )
        if plan_id:
            _refuse_another_plan(read_case(workspace, plan_id), told)
        fate = UNCHANGED if found else ADDED
        found = found or add_case(workspace, {**(defaults or {}), **told}, today)
        versions = versions_of(workspace, found)
        stage = stage or _stage(versions, content, told.get("status"), read_case(workspace, found)["status"])
        version = _stored_version(workspace, found, content, stage)
        is_new = version is not None and version not in set(versions["version_id"])
        if fate != ADDED:
            is_newest = is_new and versions_of(workspace, found)["version_id"].iloc[-1] == version
            fate = CHANGED if _take_over(workspace, found, told, is_newest, today) else UNCHANGED
        completed = 0 if is_new or version is None or catalogue is None else _complete(workspace, version, catalogue)
        return Kept(found, version, stage, fate, ADDED if is_new else CHANGED if completed else UNCHANGED, completed)


def _stage(versions: pd.DataFrame, content: PlanContent, told: Optional[str], known: str) -> str:
    """The stage by the status that the file tells; of a file that tells none, the one that it was stored in before, else by
    the status of the case, which may have moved on."""
    alike = versions[versions["content_sha256"] == content_sha256(content)]
    return alike["stage"].iloc[-1] if not told and len(alike) else stage_of(told or known)


def _stored_version(workspace, plan_id: str, content: PlanContent, stage: str) -> Optional[str]:
    if not (len(content.areas) or len(content.provisions) or len(content.documents)):
        return None  # a plan that is only heard of
    return store_version(workspace, plan_id, content, stage=stage)


def _take_over(workspace, plan_id: str, told: Mapping, is_newest: bool, today: Optional[date]) -> bool:
    """Fill in what the case did not know and, of its newest documents, what they say instead; whether that changed it."""
    case = read_case(workspace, plan_id)
    values = {
        column: value
        for column, value in told.items()
        if case[column] is None or (is_newest and column in _OF_THE_DOCUMENTS and case[column] != value)
    }
    if "status_date" in values and told.get("status", case["status"]) != {**case, **values}["status"]:
        del values["status_date"]  # the date of a status that the case is not in
    if values:
        change_case(workspace, plan_id, values, case["row_version"], today)
    return bool(values)


def _complete(workspace, version_id: str, catalogue: pd.DataFrame) -> int:
    stored = read_version(workspace, version_id)
    matched = match(stored, catalogue)
    return complete_provisions(workspace, version_id, matched.content.provisions) if matched.filled else 0


def _refuse_another_plan(case: Mapping, told: Mapping) -> None:
    """A file of another plan does not become a version of this one."""
    for column in ("national_id", "municipality"):
        if told.get(column) and case[column] and told[column] != case[column]:
            raise PlanRefused("another_plan", name=case["name"], told=told[column], known=case[column])
