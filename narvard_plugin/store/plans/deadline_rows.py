"""The deadlines of planremisser in the table ``deadlines``: computed anew when something changes, kept where set by hand."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple, Optional

import pandas as pd

from ...catalogue import statutory_times
from ...core.plans import codes
from ...core.plans.deadlines import DELEGATION, STEPS, Meeting, Schedule, appeal_end, schedule_for, urgency
from ...core.plans.rows import record, records
from ...core.plans.statutory import last_chance
from ...core.plans.workdays import YearOutside
from .deadline_sentences import note_of, with_last_chance
from .errors import PlanRefused

#: Once a planremiss is here, its dates ask for nothing more.
ENDED = ("skickad", "aterkopplad", "avslutad", "avstar")
#: What is behind a planremiss in each of its states, besides what is behind it in those before.
_BEHIND = {
    "fordelad": ("fordelas",),
    "sammanstallning": ("delsvar",),
    "for_beslut": ("sammanstallt", "namndhandlingar"),
    "beslutad": ("sammantrade", "beslut"),
    "skickad": ("skicka", "svar_senast", "anstand"),
}
_ORDER = codes.REFERRAL_STATUSES
_COMPUTED = (*STEPS, "anstand")


class _Wanted(NamedTuple):
    """A date that the program computed, and for whom."""

    kind: str
    department: Optional[str]
    day: date
    note: str


def schedule_of(workspace, referral: Mapping) -> Schedule:
    """The internal dates of a planremiss (a row of ``referrals`` as plain values) with the meetings that are known.

    Raises `PlanRefused` (``year_outside``).
    """
    meetings = [] if referral["level"] == DELEGATION else meetings_of(workspace, referral["level"])
    try:
        return schedule_for(
            _day(referral["received"]),
            _day(referral["answer_by"]),
            referral["level"],
            meetings,
            extension_to=_day(referral.get("extension_to")),
            chosen=_day(referral.get("meeting")),
        )
    except YearOutside as error:
        raise PlanRefused("year_outside", year=error.year) from error


def meetings_of(workspace, level: str) -> list[Meeting]:
    """Known meetings of all boards of a level."""
    rows = records(workspace.read("board_meetings", within={"level": [level]}))
    return [Meeting(_day(row["date"]), _day(row["papers_by"]), row["body"]) for row in rows]


def recompute(workspace, referral_id: str) -> Schedule:
    """Compute the dates of a planremiss anew and store them; a date that a person set stands, and the rest go by the rules.

    A partial answer's own date follows that of its function.
    """
    referral = record(_referral(workspace, referral_id))
    schedule = schedule_of(workspace, referral)
    with workspace.transaction():
        parts = workspace.read("partial_answers", within={"referral_id": [referral_id]})
        stored = records(workspace.read("deadlines", within={"referral_id": [referral_id]}))
        known = {(row["kind"], row["department"]): row for row in stored}
        wanted = _wanted(schedule, [row["department"] for row in records(parts)])
        by_hand = {key for key, row in known.items() if not row["computed"]}
        rows = [
            _row(referral_id, one, known.get((one.kind, one.department)))
            for one in wanted
            if not by_hand & {(one.kind, one.department), (one.kind, None)}  # set for all functions at once
        ]
        frame = pd.DataFrame(rows, dtype=object)
        workspace.refresh("deadlines", frame, within={"referral_id": [referral_id], "computed": [1]})
        _follow(workspace, referral_id, records(parts))
    return schedule


def set_deadline(
    workspace,
    referral_id: str,
    kind: str,
    day: Optional[date],
    *,
    department: Optional[str] = None,
    note: Optional[str] = None,
) -> None:
    """Set an internal date by hand; it then stands until ``day`` None gives it back to the program.

    The municipality's date is none of ours: a slip in it is mended by `referrals.correct_answer_by`.
    """
    if kind in ("svar_senast", "anstand"):
        raise PlanRefused("municipality_date", kind=kind)
    if kind not in codes.DEADLINE_KINDS:
        raise PlanRefused("unknown_kind", kind=kind)
    _referral(workspace, referral_id)
    with workspace.transaction():
        place = {"referral_id": [referral_id], "kind": [kind], "department": [department]}
        stored = records(workspace.read("deadlines", within=place))
        before = stored[0] if stored else {"deadline_id": str(uuid.uuid4()), "done": None, "note": None}
        row = {**before, "referral_id": referral_id, "kind": kind, "department": department, "computed": 1}
        if day is not None:
            row.update(date=day.isoformat(), computed=0, note=note or row["note"])
        if day is not None or stored:
            workspace.refresh("deadlines", pd.DataFrame([row], dtype=object), within=place)
        recompute(workspace, referral_id)


def mark_done(workspace, deadline_id: str, day: Optional[date]) -> None:
    """A deadline is met (on ``day``), or open again (None)."""
    rows = workspace.read("deadlines", within={"deadline_id": [deadline_id]})
    if rows.empty:
        raise PlanRefused("unknown_id", table="deadlines", id=deadline_id)
    workspace.change("deadlines", {"deadline_id": deadline_id}, {"done": day.isoformat() if day else None})


def mark_steps(workspace, referral_id: str, before: str, after: str, today: date) -> None:
    """Let the deadlines follow the planremiss from one state to another: met on the way forward, open again on the way back."""
    behind, back = _behind(after), _ORDER.index(after) < _ORDER.index(before)
    for row in records(workspace.read("deadlines", within={"referral_id": [referral_id]})):
        if row["kind"] in behind and row["done"] is None:
            mark_done(workspace, row["deadline_id"], today)
        elif back and row["kind"] in _behind(before) and row["kind"] not in behind:
            mark_done(workspace, row["deadline_id"], None)


def watch_appeal(workspace, plan_id: str, posted: date, days: int) -> date:
    """Remember when a plan adopted and ``posted`` can last be appealed, as a deadline of its case; that day."""
    try:
        last = appeal_end(posted, days).last_day
    except YearOutside as error:
        raise PlanRefused("year_outside", year=error.year) from error
    place = {"plan_id": [plan_id], "kind": ["overklagande"], "referral_id": [None]}
    stored = records(workspace.read("deadlines", within=place))
    row = {
        "deadline_id": stored[0]["deadline_id"] if stored else str(uuid.uuid4()),
        "referral_id": None,
        "plan_id": plan_id,
        "kind": "overklagande",
        "date": last.isoformat(),
        "computed": 1,
    }
    workspace.refresh("deadlines", pd.DataFrame([row], dtype=object), within=place)
    return last


def deadlines_of(workspace, today: date, referral_id: Optional[str] = None) -> pd.DataFrame:
    """Every deadline, or those of one planremiss, by date, each with how it stands: what the panel and `watchplans` show.

    Besides the columns of ``deadlines``: ``case_id`` (the case, also of a planremiss's dates), ``case_name``,
    ``municipality``, ``stage``, ``days`` left (NaN = nothing left to do) and ``state`` (late, today, soon, ok, done). A
    step that the planremiss has left behind is done, a function's date when its part is locked, and the municipality's first
    date where an extension is granted. The dates
    of a planremiss that was written by something else than these services are computed here (``deadline_id`` None), so that
    none is silently without. ``note`` says loudly where no granskning follows.
    """
    within = {"referral_id": [referral_id]} if referral_id else None
    rows = records(workspace.read("deadlines", within=within))
    referrals = {row["referral_id"]: row for row in records(workspace.read("referrals", within=within))}
    dated = {row["referral_id"] for row in rows if row["kind"] == "svar_senast"}
    for undated in set(referrals) - dated:
        rows += _unstored(workspace, referrals[undated])
    cases = {row["plan_id"]: row for row in records(workspace.read("plan_cases"))}
    locked = {
        (row["referral_id"], row["department"])
        for row in records(workspace.read("partial_answers"))
        if row["status"] in codes.PARTIAL_LOCKED
    }
    found = []
    for row in rows:
        referral = referrals.get(row["referral_id"], {})
        case_id = row["plan_id"] or referral.get("plan_id")
        case = cases.get(case_id, {})
        done = row["done"] is not None or _is_over(row, referral, locked)
        left = urgency(_day(row["date"]), today, done)
        row["note"] = with_last_chance(row["note"] or "", row["kind"], _is_last_chance(referral, case)) or None
        more = {"case_id": case_id, "case_name": case.get("name"), "municipality": case.get("municipality"),
                "stage": referral.get("stage"), "days": left.days, "state": left.state}  # fmt: skip
        found.append({**row, **more})
    columns = ("deadline_id", "referral_id", "plan_id", "kind", "department", "date", "computed", "done", "note", "case_id",
               "case_name", "municipality", "stage", "days", "state")  # fmt: skip
    frame = pd.DataFrame(found, columns=columns)
    return frame.sort_values(["date", "kind"], kind="stable").reset_index(drop=True)


def _is_last_chance(referral: Mapping, case: Mapping) -> bool:
    if not referral or not case:
        return False
    on = _day(referral["start"] or referral["received"])
    return last_chance(statutory_times(), referral["stage"], case["procedure"], on)


def _unstored(workspace, referral: Mapping) -> list[dict]:
    """The dates of a planremiss that has none in the table: at least the municipality's own."""
    parts = records(workspace.read("partial_answers", within={"referral_id": [referral["referral_id"]]}))
    try:
        wanted = list(_wanted(schedule_of(workspace, referral), [row["department"] for row in parts]))
    except PlanRefused:  # a year without known workdays
        wanted = [_Wanted("svar_senast", None, _day(referral["answer_by"]), "")]
    return [{**_row(referral["referral_id"], one, None), "deadline_id": None} for one in wanted]


def _is_over(row: Mapping, referral: Mapping, locked: set) -> bool:
    if referral.get("status") in ENDED:
        return row["kind"] in _COMPUTED
    if referral and row["kind"] in _behind(referral["status"]):  # dates counted after a step carry no mark of it
        return True
    if row["kind"] == "delsvar" and (row["referral_id"], row["department"]) in locked:
        return True
    return row["kind"] == "svar_senast" and referral.get("extension_to") is not None


def _wanted(schedule: Schedule, departments: Sequence[str]) -> Iterator[_Wanted]:
    for kind, day in schedule.dates.items():
        for department in departments if kind == "delsvar" and departments else [None]:
            yield _Wanted(kind, department, day, note_of(schedule, kind))
    if schedule.until != schedule.answer_by:
        yield _Wanted("anstand", None, schedule.until, "")


def _row(referral_id: str, wanted: _Wanted, before: Optional[Mapping]) -> dict:
    return {
        "deadline_id": before["deadline_id"] if before else str(uuid.uuid4()),
        "referral_id": referral_id,
        "plan_id": None,
        "kind": wanted.kind,
        "department": wanted.department,
        "date": wanted.day.isoformat(),
        "computed": 1,
        "done": before["done"] if before else None,
        "note": wanted.note or None,
    }


def _follow(workspace, referral_id: str, parts: Sequence[Mapping]) -> None:
    within = {"referral_id": [referral_id], "kind": ["delsvar"]}
    dates = {row["department"]: row["date"] for row in records(workspace.read("deadlines", within=within))}
    for part in parts:
        day = dates.get(part["department"], dates.get(None))
        if day != part["answer_by"]:
            key = {"referral_id": referral_id, "department": part["department"]}
            workspace.change("partial_answers", key, {"answer_by": day}, row_version=part["row_version"])


def _behind(status: str) -> set[str]:
    if status == "avstar":
        return set(_COMPUTED)
    until = _ORDER.index(status)
    return {kind for state, kinds in _BEHIND.items() if _ORDER.index(state) <= until for kind in kinds}


def _referral(workspace, referral_id: str) -> pd.DataFrame:
    rows = workspace.read("referrals", within={"referral_id": [referral_id]})
    if rows.empty:
        raise PlanRefused("unknown_id", table="referrals", id=referral_id)
    return rows


def _day(text: Optional[str]) -> Optional[date]:
    return None if text is None else date.fromisoformat(str(text)[:10])
