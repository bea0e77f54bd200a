"""When each municipality was last spoken with, and when its plans were last looked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ...core.plans.rows import records
from ...core.plans.watch import Contacted, contacts

#: More days than this without a word is silence.
SILENT_DAYS = 90


def contact_days(workspace, municipalities: Sequence[str], today: date, limit: int = SILENT_DAYS) -> list[Contacted]:
    """One of each municipality (code): its last dialogue, contact or planremiss, and the last check of its plans."""
    of_case = {row["plan_id"]: row["municipality"] for row in records(workspace.read("plan_cases"))}
    spoken = days_spoken(workspace, of_case)
    checks = [
        (row["municipality"], _day(row["checked"]), row["source"], row["found"])
        for row in records(workspace.read("plan_checks"))
    ]
    return contacts(municipalities, spoken, checks, today, limit)


def days_spoken(workspace, municipality_of: Mapping[str, str]) -> list[tuple[str, date, str]]:
    """(municipality, day, how) of every dialogue, contact, letter and planremiss; ``municipality_of``: case -> its code."""
    spoken = [(row["municipality"], _day(row["date"]), "dialogue") for row in records(workspace.read("dialogues"))]
    for row in records(workspace.read("plan_events", within={"kind": ["kontakt"]})):
        code = row["municipality"] or municipality_of.get(row["plan_id"])
        if code:
            spoken.append((code, _day(row["time"]), "contact"))
    for row in records(workspace.read("referrals")):
        if row["plan_id"] in municipality_of:
            spoken.append((municipality_of[row["plan_id"]], _day(row["received"]), "referral"))
    # A letter that no planremiss was made of has spoken too.
    for row in records(workspace.read("plan_documents", within={"role": ["missiv"]})):
        if row["received"] and row["plan_id"] in municipality_of:
            spoken.append((municipality_of[row["plan_id"]], _day(row["received"]), "contact"))
    return spoken


def _day(moment) -> date:
    return date.fromisoformat(str(moment)[:10])
