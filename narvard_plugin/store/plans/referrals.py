"""Planremisser: from the letter that comes in, over who is asked, to the answer that is sent, with their dates.

Every function is one transaction and raises a `StoreError` when it can't do the whole of its work. ``row_version`` is that of
the row as it was read: whoever changed it meanwhile is not written over.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Optional

import pandas as pd

from ...core.plans import codes
from ...core.plans.deadlines import DELEGATION
from ...core.plans.rows import record, records
from ...i18n import tr
from .cases import note_event, read_case
from .deadline_rows import ENDED, mark_steps, recompute
from .errors import PlanRefused

#: Parts that the joint statement may rest on.
_APPROVED = ("godkand", "berors_ej")


def register_referral(workspace, referral: Mapping, today: Optional[date] = None) -> str:
    """Store a planremiss, compute its deadlines and give its id.

    ``referral`` has columns of the table ``referrals``: ``plan_id``, ``stage`` and ``answer_by`` (the municipality's date, ISO)
    at least. Left out: received today, standing vasentligt_intresse, decided by delegation.
    """
    today = today or date.today()
    missing = [name for name in ("plan_id", "stage", "answer_by") if not referral.get(name)]
    if missing:
        raise PlanRefused("referral_incomplete", columns=", ".join(missing))
    case = read_case(workspace, referral["plan_id"])
    row = {
        "referral_id": str(uuid.uuid4()),
        "standing": "vasentligt_intresse",
        "received": today.isoformat(),
        "level": DELEGATION,
        **{name: value for name, value in referral.items() if value not in (None, "")},
        "status": "inkommen",
        "row_version": 1,
    }
    with workspace.transaction():
        workspace.write("referrals", pd.DataFrame([row], dtype=object))
        recompute(workspace, row["referral_id"])
        text = tr("Planremiss received for {stage}: {name}, to be answered by {date}.")
        text = text.format(stage=row["stage"], name=case["name"], date=row["answer_by"])
        note_event(workspace, "inkommen_handling", text, plan_id=row["plan_id"], referral_id=row["referral_id"])
    return row["referral_id"]


def read_referral(workspace, referral_id: str) -> dict:
    """One planremiss as plain values."""
    rows = workspace.read("referrals", within={"referral_id": [referral_id]})
    if rows.empty:
        raise PlanRefused("unknown_id", table="referrals", id=referral_id)
    return record(rows)


def distribute(
    workspace, referral_id: str, departments: Mapping[str, str], today: Optional[date] = None
) -> tuple[str, ...]:
    """Ask functions (code -> why) for their delsvar; the codes that were added, others were asked already.

    The first time it takes the planremiss from inkommen to fordelad; afterwards more functions may be asked until the
    parts are merged.
    """
    referral = read_referral(workspace, referral_id)
    if not departments:
        raise PlanRefused("nobody_asked")
    if referral["status"] not in codes.REFERRAL_STATUSES[:3]:
        raise PlanRefused("too_late_to_ask", status=referral["status"])
    parts = records(workspace.read("partial_answers", within={"referral_id": [referral_id]}))
    added = tuple(code for code in departments if code not in {part["department"] for part in parts})
    rows = [
        {
            "answer_id": str(uuid.uuid4()),
            "referral_id": referral_id,
            "department": code,
            "reason": departments[code] or None,
            "status": "ej_paborjad",
            "row_version": 1,
        }
        for code in added
    ]
    with workspace.transaction():
        if rows:
            workspace.write("partial_answers", pd.DataFrame(rows, dtype=object))
            recompute(workspace, referral_id)
        if referral["status"] == "inkommen":
            _to(workspace, referral, "fordelad", {}, referral["row_version"], today)
    return added


def step(workspace, referral_id: str, to: str, row_version: int, today: Optional[date] = None) -> None:
    """Take the planremiss to another state, where the plugin's own rules allow it too.

    To be merged, every part must be answered, approved or not concerned; to be decided, every part must be approved or not
    concerned; to be decided it needs a decided statement, and to be sent a dispatch (see `dispatch`).
    """
    referral = read_referral(workspace, referral_id)
    with workspace.transaction():
        _check_step(workspace, referral, to)
        _to(workspace, referral, to, {}, row_version, today)


def ask_extension(
    workspace, referral_id: str, to: date, row_version: int, today: Optional[date] = None, reason: str = ""
) -> None:
    """Write down that the municipality was asked for more time; its date stands until it grants it."""
    referral, day = read_referral(workspace, referral_id), (today or date.today()).isoformat()
    _check_extension(referral, to)
    with workspace.transaction():
        _change(workspace, referral_id, {"extension_asked": day}, row_version)
        text = tr("Extension (anstånd) asked for, to {date}.").format(date=to.isoformat())
        _note(workspace, referral, "anstand_begart", " ".join(filter(None, (text, reason))))


def grant_extension(workspace, referral_id: str, to: date, row_version: int) -> None:
    """The municipality granted more time: internal dates are counted anew from ``to``; its own date stays beside it."""
    referral = read_referral(workspace, referral_id)
    _check_extension(referral, to)
    with workspace.transaction():
        _change(workspace, referral_id, {"extension_to": to.isoformat()}, row_version)
        recompute(workspace, referral_id)
        text = tr("The municipality granted an extension (anstånd) to {date}.").format(date=to.isoformat())
        _note(workspace, referral, "kontakt", text)


def correct_answer_by(workspace, referral_id: str, day: date, row_version: int) -> None:
    """Mend a slip in the municipality's date; the store refuses it once the work has begun."""
    with workspace.transaction():
        _change(workspace, referral_id, {"answer_by": day.isoformat()}, row_version)
        recompute(workspace, referral_id)


def change_referral(workspace, referral_id: str, values: Mapping, row_version: int) -> None:
    """Change who handles it, its standing, its level or meeting, and the like, and count its dates anew."""
    own = {"referral_id", "status", "answer_by", "extension_to", "extension_asked", "dispatched", "dispatched_to",
           "delegation_notified", "row_version"}  # fmt: skip
    strange = sorted(own & set(values))
    if strange:
        raise PlanRefused("own_function", columns=", ".join(strange))
    with workspace.transaction():
        _change(workspace, referral_id, values, row_version)
        recompute(workspace, referral_id)


def dispatch(
    workspace, referral_id: str, day: date, to: str, row_version: Optional[int] = None, today: Optional[date] = None
) -> None:
    """The decided answer was sent on ``day`` to whom ``to`` says; its statement and its dates follow."""
    referral = read_referral(workspace, referral_id)
    if referral["status"] != "beslutad":
        raise PlanRefused("not_decided", status=referral["status"])
    if not to.strip():
        raise PlanRefused("no_receiver")
    values = {"dispatched": day.isoformat(), "dispatched_to": to.strip()}
    with workspace.transaction():
        for statement in _statements(workspace, referral_id, "beslutat"):
            key = {"referral_id": referral_id, "version": statement["version"]}
            workspace.change("statements", key, {"status": "skickat"}, row_version=statement["row_version"])
        version = referral["row_version"] if row_version is None else row_version
        _to(workspace, referral, "skickad", values, version, today or day)
        text = tr("The answer was sent on {date} to {to}.").format(date=day.isoformat(), to=to.strip())
        _note(workspace, referral, "expedierat", text)


def notify_delegation(workspace, referral_id: str, point: str, day: date, row_version: int) -> None:
    """The delegated decision was reported to the board on ``day``, by the point of the delegation order that gave the right."""
    referral = read_referral(workspace, referral_id)
    if referral["level"] != DELEGATION:
        raise PlanRefused("not_delegated", level=referral["level"])
    if referral["status"] not in codes.REFERRAL_STATUSES[5:9]:
        raise PlanRefused("not_decided", status=referral["status"])
    if not point.strip():
        raise PlanRefused("no_delegation_point")
    with workspace.transaction():
        values = {"delegation_point": point.strip(), "delegation_notified": day.isoformat()}
        _change(workspace, referral_id, values, row_version)
        text = tr("The decision by delegation ({point}) was reported to the board on {date}.")
        _note(workspace, referral, "delegationsbeslut_anmalt", text.format(point=point.strip(), date=day.isoformat()))


def add_meetings(workspace, meetings: Sequence[Mapping]) -> int:
    """Add meetings of boards and committees (level, body, date, papers_by), or renew their papers' day; the number changed.

    Open planremisser that such a board decides get their dates counted anew.
    """
    columns = ("level", "body", "date", "papers_by")
    rows = [{name: meeting.get(name) for name in columns} for meeting in meetings]
    late = [row["date"] for row in rows if row["papers_by"] and row["papers_by"] > row["date"]]
    if late:
        raise PlanRefused("papers_after_meeting", dates=", ".join(late))
    with workspace.transaction():
        frame = pd.DataFrame(rows, columns=columns, dtype=object)
        changes = workspace.refresh("board_meetings", frame, keep_missing=True)
        levels = sorted({row["level"] for row in rows})
        for referral in records(workspace.read("referrals", within={"level": levels})):
            if referral["status"] not in (*ENDED, "beslutad"):
                recompute(workspace, referral["referral_id"])
    return changes.added + changes.changed


def _to(workspace, referral: Mapping, to: str, values: Mapping, row_version: int, today: Optional[date]) -> None:
    _change(workspace, referral["referral_id"], {**values, "status": to}, row_version)
    mark_steps(workspace, referral["referral_id"], referral["status"], to, today or date.today())


def _check_step(workspace, referral: Mapping, to: str) -> None:
    if to == "sammanstallning" and referral["status"] == "under_beredning":
        _check_parts(workspace, referral["referral_id"], codes.PARTIAL_LOCKED, "parts_open")
    elif to == "for_beslut":
        _check_parts(workspace, referral["referral_id"], _APPROVED, "parts_not_approved")
    elif to == "beslutad" and not _statements(workspace, referral["referral_id"], *codes.STATEMENT_FROZEN):
        raise PlanRefused("no_decided_statement")
    elif to == "skickad":
        raise PlanRefused("use_dispatch")


def _check_parts(workspace, referral_id: str, fine: Sequence[str], problem: str) -> None:
    parts = records(workspace.read("partial_answers", within={"referral_id": [referral_id]}))
    left = [part["department"] for part in parts if part["status"] not in fine]
    if left or not parts:
        raise PlanRefused(problem if parts else "nobody_asked", departments=", ".join(left))


def _check_extension(referral: Mapping, to: date) -> None:
    if referral["status"] in ENDED:
        raise PlanRefused("referral_ended", status=referral["status"])
    if to.isoformat() <= referral["answer_by"]:
        raise PlanRefused("extension_too_early", date=to.isoformat(), answer_by=referral["answer_by"])


def _statements(workspace, referral_id: str, *states: str) -> list[dict]:
    rows = records(workspace.read("statements", within={"referral_id": [referral_id]}))
    return [row for row in rows if row["status"] in states]


def _change(workspace, referral_id: str, values: Mapping, row_version: int) -> None:
    workspace.change("referrals", {"referral_id": referral_id}, values, row_version=row_version)


def _note(workspace, referral: Mapping, kind: str, text: str) -> None:
    note_event(workspace, kind, text, plan_id=referral["plan_id"], referral_id=referral["referral_id"])
