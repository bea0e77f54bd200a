"""Early dialogue with a municipality: meetings, what was promised there, and whom to talk to."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date
from typing import Optional

import pandas as pd

from ...core.plans import codes
from ...core.plans.rows import records
from .cases import read_case
from .errors import PlanRefused

#: An open promise without a case has no row among deadlines; `promises_due` tells of both.
OPEN = "oppet"
_CONTACT = ("municipality", "body", "name", "role", "email", "phone", "note")


def add_dialogue(
    workspace,
    municipality: str,
    day: str,
    *,
    participants: Optional[str] = None,
    questions: Optional[str] = None,
    notes: Optional[str] = None,
) -> str:
    """Store a meeting with a municipality (code) on ``day`` (ISO) and give its id."""
    row = {
        "dialogue_id": str(uuid.uuid4()),
        "municipality": checked_text(municipality, "municipality"),
        "date": checked_day(day, "date"),
        "participants": participants or None,
        "questions": questions or None,
        "notes": notes or None,
        "row_version": 1,
    }
    workspace.write("dialogues", pd.DataFrame([row], dtype=object))
    return row["dialogue_id"]


def find_dialogue(workspace, municipality: str, day: str) -> Optional[str]:
    """The id of the meeting with a municipality on a day; None where there is none."""
    found = workspace.read("dialogues", within={"municipality": [municipality], "date": [day]})
    return found["dialogue_id"].iloc[0] if len(found) else None


def change_dialogue(workspace, dialogue_id: str, values: Mapping, row_version: int) -> None:
    """Change a meeting that was read with ``row_version``."""
    values = dict(values)
    if "date" in values:
        values["date"] = checked_day(values["date"], "date")
    workspace.change("dialogues", {"dialogue_id": dialogue_id}, values, row_version=row_version)


def dialogues_of(workspace, municipality: str) -> list[dict]:
    """A municipality's meetings, the newest first."""
    rows = records(workspace.read("dialogues", within={"municipality": [municipality]}))
    return sorted(rows, key=lambda row: row["date"], reverse=True)


def add_promise(
    workspace,
    dialogue_id: str,
    text: str,
    owner: str,
    *,
    due: Optional[str] = None,
    responsible: Optional[str] = None,
    plan_id: Optional[str] = None,
) -> str:
    """Store what was promised at a meeting and by whom (`codes.PROMISE_OWNERS`); its id.

    A promise about a case that has a date is a deadline of that case too.
    """
    if workspace.read("dialogues", within={"dialogue_id": [dialogue_id]}).empty:
        raise PlanRefused("unknown_id", table="dialogues", id=dialogue_id)
    row = {
        "promise_id": str(uuid.uuid4()),
        "dialogue_id": dialogue_id,
        "plan_id": plan_id or None,
        "text": checked_text(text, "text"),
        "owner": checked_word(owner, "owner", codes.PROMISE_OWNERS),
        "responsible": responsible or None,
        "due": checked_day(due, "due") if due else None,
        "status": OPEN,
        "row_version": 1,
    }
    with workspace.transaction():
        if plan_id:
            read_case(workspace, plan_id)
        workspace.write("promises", pd.DataFrame([row], dtype=object))
        if row["due"] and plan_id:
            deadline = {"deadline_id": row["promise_id"], "plan_id": plan_id, "kind": "lofte", "date": row["due"],
                        "computed": 0, "note": row["text"]}  # fmt: skip
            workspace.write("deadlines", pd.DataFrame([deadline], dtype=object))
    return row["promise_id"]


def settle_promise(workspace, promise_id: str, status: str, row_version: int, today: Optional[date] = None) -> None:
    """Say what became of a promise (`codes.PROMISE_STATUSES`); its deadline is done, or open again."""
    checked_word(status, "status", codes.PROMISE_STATUSES)
    if workspace.read("promises", within={"promise_id": [promise_id]}).empty:
        raise PlanRefused("unknown_id", table="promises", id=promise_id)
    with workspace.transaction():
        workspace.change("promises", {"promise_id": promise_id}, {"status": status}, row_version=row_version)
        if len(workspace.read("deadlines", within={"deadline_id": [promise_id]})):
            done = None if status == OPEN else (today or date.today()).isoformat()
            workspace.change("deadlines", {"deadline_id": promise_id}, {"done": done})


def promises_of(workspace, municipality: Optional[str] = None) -> list[dict]:
    """Promises with the ``municipality`` and ``given`` (date) of their meeting, those that are due first at the top."""
    within = {"municipality": [municipality]} if municipality else None
    meetings = {row["dialogue_id"]: row for row in records(workspace.read("dialogues", within=within))}
    if not meetings:
        return []
    rows = records(workspace.read("promises", within={"dialogue_id": sorted(meetings)}))
    told = [
        {
            **row,
            "municipality": meetings[row["dialogue_id"]]["municipality"],
            "given": meetings[row["dialogue_id"]]["date"],
        }
        for row in rows
    ]
    return sorted(told, key=lambda row: (row["due"] is None, row["due"] or "", row["given"], row["text"]))


def promises_due(workspace, today: date, within_days: int = 0, municipality: Optional[str] = None) -> list[dict]:
    """Open promises that are late or due in so many days, with ``days`` left (negative = late), the latest first."""
    found = []
    for row in promises_of(workspace, municipality):
        if row["status"] != OPEN or not row["due"]:
            continue
        days = (date.fromisoformat(row["due"]) - today).days
        if days <= within_days:
            found.append({**row, "days": days})
    return found


def add_contact(workspace, contact: Mapping) -> str:
    """Store whom to talk to (``body`` at least) and give its id; the same one again is not stored twice."""
    row = {name: contact.get(name) or None for name in _CONTACT}
    checked_text(row["body"], "body")
    for known in records(workspace.read("plan_contacts", within={"municipality": [row["municipality"]]})):
        if all(known[name] == row[name] for name in _CONTACT):
            return known["contact_id"]
    row["contact_id"] = str(uuid.uuid4())
    workspace.write("plan_contacts", pd.DataFrame([row], dtype=object))
    return row["contact_id"]


def contacts_of(workspace, municipality: str) -> list[dict]:
    """Whom to talk to in a municipality."""
    rows = records(workspace.read("plan_contacts", within={"municipality": [municipality]}))
    return sorted(rows, key=lambda row: (row["body"], row["name"] or ""))


def checked_text(text: Optional[str], column: str) -> str:
    if not (text or "").strip():
        raise PlanRefused("text_missing", columns=column)
    return text.strip()


def checked_day(text: str, column: str) -> str:
    try:
        return date.fromisoformat(str(text)).isoformat()
    except ValueError as error:
        raise PlanRefused("no_day", column=column, value=text) from error


def checked_word(word: str, column: str, known: tuple[str, ...]) -> str:
    if word not in known:
        raise PlanRefused("unknown_word", column=column, value=word, known=", ".join(known))
    return word
