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
    has_provisions,
    keep_version,
    read_case,
    read_version,
    versions_of,
)
from .errors import PlanRefused
from .known_cases import KnownCases

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
    #: Of a new case: another one of the municipality that is called the same, and may be the same plan.
    alike: str = ""
    #: Whether the source tells less than the version that is stored, so that it became no version.
    tells_less: bool = False


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
    known: Optional[KnownCases] = None,
) -> Kept:
    """Store one plan as it was read; the same content again changes nothing.

    ``plan_id``: the case that it belongs to, else the one with its identity or designation, else a new one. ``stage``: else
    by the status that the file tells, or the case has. ``defaults``: columns of a new case that the file does not tell.
    ``catalogue``: rows of ``plan_provisions``, which fill in stored provisions that were unknown before. ``known``: the cases
    as they were read in a transaction around several plans.

    What a source told of a stage before, and tells again, is no new version, though another source told of it in between; nor
    is a plan without provisions where the newest version of the stage has them from another source.
    """
    with workspace.transaction():
        known = known or KnownCases(workspace)
        told = dict(content.case)
        if plan_id:
            _refuse_another_plan(read_case(workspace, plan_id), told)
        found = plan_id or known.find(told)
        fate, alike = (UNCHANGED, "") if found else (ADDED, known.alike(told))
        found = found or add_case(workspace, {**(defaults or {}), **told}, today)
        case = read_case(workspace, found)
        versions = versions_of(workspace, found)
        stage = stage or _stage(versions, content, told.get("status"), case["status"])
        version, tells_less = _stored_version(workspace, found, content, stage, versions)
        is_new = version is not None and version not in set(versions["version_id"])
        if fate != ADDED:
            is_newest = is_new and versions_of(workspace, found)["version_id"].iloc[-1] == version
            fate = CHANGED if _take_over(workspace, case, told, is_newest, today) else UNCHANGED
        known.put(read_case(workspace, found) if fate == CHANGED else case)
        completed = 0 if is_new or version is None or catalogue is None else _complete(workspace, version, catalogue)
        fate_of_version = ADDED if is_new else CHANGED if completed else UNCHANGED
        return Kept(found, version, stage, fate, fate_of_version, completed, alike, tells_less)


def _stage(versions: pd.DataFrame, content: PlanContent, told: Optional[str], known: str) -> str:
    """The stage by the status that the file tells; of a file that tells none, the one that it was stored in before, else by
    the status of the case, which may have moved on."""
    alike = versions[versions["content_sha256"] == content_sha256(content)]
    return alike["stage"].iloc[-1] if not told and len(alike) else stage_of(told or known)


def _stored_version(
    workspace, plan_id: str, content: PlanContent, stage: str, versions: pd.DataFrame
) -> tuple[Optional[str], bool]:
    """The version that the content is, None of a plan that is only heard of; and whether it tells less than what is stored."""
    if not (len(content.areas) or len(content.provisions) or len(content.documents)):
        return None, False
    of_stage = versions[versions["stage"] == stage].sort_values("number")
    same_source = of_stage[of_stage["format"].fillna("") == content.format].tail(1)
    if len(same_source) and same_source["content_sha256"].iloc[0] == content_sha256(content):
        return same_source["version_id"].iloc[0], False
    if len(of_stage) and not len(content.provisions) and of_stage["format"].iloc[-1] != content.format:
        newest = of_stage["version_id"].iloc[-1]
        if has_provisions(workspace, newest):
            return newest, True
    return keep_version(workspace, plan_id, content, versions, stage=stage), False


def _take_over(workspace, case: Mapping, told: Mapping, is_newest: bool, today: Optional[date]) -> bool:
    """Fill in what the case did not know and, of its newest documents, what they say instead; whether that changed it."""
    values = {
        column: value
        for column, value in told.items()
        if case[column] is None or (is_newest and column in _OF_THE_DOCUMENTS and case[column] != value)
    }
    if "status_date" in values and told.get("status", case["status"]) != {**case, **values}["status"]:
        del values["status_date"]  # the date of a status that the case is not in
    if values:
        change_case(workspace, case["plan_id"], values, case["row_version"], today)
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
