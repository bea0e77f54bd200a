"""The region's one answer (yttrande): drafted from the remarks, decided by a person, then frozen with its file.

Every function is one transaction on an open workspace, and raises a ``StoreError`` that leaves it as it was.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Mapping
from typing import NamedTuple, Optional

import pandas as pd

from ...core.plans import codes
from ...core.plans.deadlines import DELEGATION
from ...core.plans.rows import one_line, plain, record, records
from ...core.plans.statement_content import Review, as_text, statement_content
from ..errors import RowChanged
from . import remarks
from .answers import checklist_of, parts_of
from .cases import keep_file
from .checks import latest_checks
from .errors import PlanRefused
from .referrals import read_referral, step

DRAFT, BEFORE_DECISION, DECIDED, SENT = codes.STATEMENT_STATUSES


class StatementFile(NamedTuple):
    """The document that the decision is of."""

    name: str
    media_type: str
    content: bytes


def read_review(workspace, referral_id: str) -> Review:
    """The planremiss with everything that its answer is made from."""
    referral = read_referral(workspace, referral_id)
    versions = workspace.read("plan_versions", within={"version_id": [referral["version_id"]]})
    return Review(
        region=workspace.region,
        case=record(workspace.read("plan_cases", within={"plan_id": [referral["plan_id"]]})),
        referral=referral,
        version=record(versions) if len(versions) else None,
        parts=parts_of(workspace, referral_id),
        checks=records(latest_checks(workspace, referral_id)),
        remarks=remarks.remarks_of(workspace, referral_id),
        earlier=remarks.earlier_remarks(workspace, referral_id),
        checklist=checklist_of(workspace, referral_id),
    )


def statements_of(workspace, referral_id: str) -> list[dict]:
    """The versions of the answer, the newest last."""
    rows = records(workspace.read("statements", within={"referral_id": [referral_id]}))
    return sorted(rows, key=lambda row: row["version"])


def read_statement(workspace, statement_id: str) -> dict:
    rows = workspace.read("statements", within={"statement_id": [statement_id]})
    if rows.empty:
        raise PlanRefused("unknown_id", table="statements", id=statement_id)
    return record(rows)


def draft_statement(
    workspace,
    referral_id: str,
    *,
    summary: Optional[str] = None,
    stance: Optional[str] = None,
    row_version: Optional[int] = None,
) -> str:
    """Make a draft of the answer, or bring the draft that is there up to date; its id.

    ``summary`` and ``stance`` left out keep what the draft has. The stance is a suggestion of a person's until it is
    decided; the program's own proposal stands in the content. ``row_version``: that of the draft as it was read by whoever
    words it; None = nobody's words are at stake.
    """
    _known_stance(stance)
    with workspace.transaction():
        newest = (statements_of(workspace, referral_id) or [None])[-1]
        if newest and newest["status"] != DRAFT:
            raise PlanRefused("statement_exists", status=newest["status"], version=newest["version"])
        if newest and row_version is not None:
            _as_read(workspace, newest["statement_id"], row_version)
        summary = plain(summary).strip() if summary is not None else (newest["summary"] if newest else None)
        stance = stance or (newest["stance"] if newest else None)
        content = as_text(statement_content(read_review(workspace, referral_id), stance, summary))
        values = {"stance": stance, "summary": summary, "content": content}
        if newest:
            if any(newest[name] != value for name, value in values.items()):
                _change(workspace, newest, values, newest["row_version"])
            return newest["statement_id"]
        row = {
            "statement_id": str(uuid.uuid4()),
            "referral_id": referral_id,
            "version": 1,
            "status": DRAFT,
            **values,
            "row_version": 1,
        }
        workspace.write("statements", pd.DataFrame([row], dtype=object))
    return row["statement_id"]


def send_to_decision(workspace, statement_id: str, row_version: int) -> None:
    """Put the draft, as it stands now, before whoever decides; the planremiss goes to ``for_beslut`` with it."""
    with workspace.transaction():
        statement = _as_read(workspace, statement_id, row_version)
        draft_statement(workspace, statement["referral_id"])
        statement = read_statement(workspace, statement_id)
        _change(workspace, statement, {"status": BEFORE_DECISION}, statement["row_version"])
        _step(workspace, statement["referral_id"], "for_beslut")


def take_back(workspace, statement_id: str, row_version: int) -> None:
    """Back from the decision to the drafting, and the planremiss with it."""
    with workspace.transaction():
        statement = _as_read(workspace, statement_id, row_version)
        _change(workspace, statement, {"status": DRAFT}, row_version)
        _step(workspace, statement["referral_id"], "sammanstallning")


def decide(
    workspace,
    statement_id: str,
    stance: str,
    decided_by: str,
    decision_date: str,
    delegation_point: Optional[str],
    row_version: int,
    *,
    document: Optional[StatementFile],
) -> None:
    """A person's decision: the stance, who and when, and the ``document`` that it is of. From now on it is frozen.

    A decision without its document is refused: nobody could show afterwards what was decided. ``delegation_point`` is
    needed where the level of decision is delegation, and is left out elsewhere.
    """
    _known_stance(stance)
    if not stance:
        raise PlanRefused("stance_missing_statement")
    if not one_line(decided_by):
        raise PlanRefused("decided_by_missing")
    if document is None or not document.content:
        raise PlanRefused("document_missing")
    with workspace.transaction():
        statement = _as_read(workspace, statement_id, row_version)
        referral = read_referral(workspace, statement["referral_id"])
        point = point_of(referral, delegation_point)
        if referral["level"] == DELEGATION and not point:
            raise PlanRefused("delegation_point_missing")
        content = {**json.loads(statement["content"] or "{}"), "stance": stance}
        values = {
            "status": DECIDED,
            "stance": stance,
            "content": as_text(content),
            "decided_by": one_line(decided_by),
            "decision_date": decision_date,
            "delegation_point": point,
            "file_name": document.name,
            "sha256": keep_file(workspace, document.content, document.media_type),
        }
        _change(workspace, statement, values, row_version)
        _step(workspace, statement["referral_id"], "beslutad")


def point_of(referral: Mapping, delegation_point: Optional[str]) -> Optional[str]:
    """The point of the delegation order that a decision rests on; None where a board or committee decides."""
    if referral["level"] != DELEGATION:
        return None
    return one_line(delegation_point or "") or referral["delegation_point"]


def stored_file(workspace, statement_id: str) -> Optional[StatementFile]:
    """The document of a decided statement, byte for byte; None where it was decided elsewhere, before the register.

    Refused where its bytes are no longer those that were decided.
    """
    statement = read_statement(workspace, statement_id)
    if not statement["sha256"]:
        return None
    files = workspace.read("plan_files", within={"sha256": [statement["sha256"]]})
    media_type, content = files["media_type"].iloc[0], bytes(files["content"].iloc[0])
    if hashlib.sha256(content).hexdigest() != statement["sha256"]:
        raise PlanRefused("document_changed", name=statement["file_name"])
    return StatementFile(statement["file_name"], media_type, content)


def _step(workspace, referral_id: str, to: str) -> None:
    """The planremiss goes with its statement, unless somebody has taken it there already."""
    referral = read_referral(workspace, referral_id)
    if referral["status"] != to:
        step(workspace, referral_id, to, referral["row_version"])


def _known_stance(stance: Optional[str]) -> None:
    if stance and stance not in codes.STANCES:
        raise PlanRefused("unknown_stance", stance=stance)


def _as_read(workspace, statement_id: str, row_version: int) -> dict:
    """The statement, refused when somebody has changed it since it was read."""
    statement = read_statement(workspace, statement_id)
    if statement["row_version"] != row_version:
        key = {"referral_id": statement["referral_id"], "version": statement["version"]}
        raise RowChanged("statements", key)
    return statement


def _change(workspace, statement: dict, values: dict, row_version: int) -> None:
    key = {"referral_id": statement["referral_id"], "version": statement["version"]}
    workspace.change("statements", key, values, row_version=row_version)
