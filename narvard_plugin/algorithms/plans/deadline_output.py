"""The dates of a planremiss as rows of a result, and as events of a calendar file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timezone
from typing import NamedTuple, Optional

import pandas as pd
from qgis.PyQt.QtCore import QDate

from ...adapters.outputs import Column
from ...core.plans.deadlines import Schedule, urgency
from ...core.plans.icalendar import Event, event_uid, write_calendar
from ...core.plans.rows import records
from ...i18n import tr
from ...store.plans.deadline_sentences import kind_label, note_of, with_last_chance

#: The colours of states, dark enough for black and white and apart for those who see no red and green.
COLOURS = {"late": "#f2b8a0", "today": "#f7d58b", "soon": "#fcf0c3", "ok": "#d6e8f5", "done": "#e6e6e6"}


class Deadline(NamedTuple):
    """One date: its kind, the function it is for, whether the program computed it, and how it stands."""

    kind: str
    day: date
    department: str
    computed: bool
    done: Optional[date]
    note: str
    days: Optional[int]
    state: str
    proposed: bool = False


def from_schedule(schedule: Schedule, departments: Sequence[str], last: bool, today: date) -> list[Deadline]:
    """The dates of a planremiss that stands in no register; ``departments`` share the date of delsvar, ``last``: last chance."""
    found = []
    for kind, day in schedule.dates.items():
        for department in departments if kind == "delsvar" and departments else ("",):
            note = with_last_chance(note_of(schedule, kind), kind, last)
            found.append(_open(kind, day, department, note, today))
    if schedule.until != schedule.answer_by:
        found.append(_open("anstand", schedule.until, "", tr("granted"), today))
    return in_order([*found, *_proposed(schedule, today)])


def from_register(rows: pd.DataFrame, schedule: Schedule, today: date) -> list[Deadline]:
    """The stored dates of a planremiss (`deadline_rows.deadlines_of`), with the extension that could be asked for."""
    found = [
        Deadline(
            row["kind"],
            date.fromisoformat(row["date"]),
            row["department"] or "",
            bool(row["computed"]),
            None if row["done"] is None else date.fromisoformat(row["done"]),
            row["note"] or "",
            row["days"],
            row["state"],
        )
        for row in records(rows)
    ]
    return in_order([*found, *_proposed(schedule, today)])


def in_order(deadlines: Iterable[Deadline]) -> list[Deadline]:
    """By date; steps on the same date stay in the order of the work."""
    return sorted(deadlines, key=lambda one: one.day)


def columns() -> list[Column]:
    return [
        Column("type", "text", tr("Kind (code)")),
        Column("date", "date", tr("Date")),
        Column("department", "text", tr("Function")),
        Column("label", "text", tr("What")),
        Column("days_left", "integer", tr("Days left")),
        Column("state", "text", tr("State (late, today, soon, ok, done)")),
        Column("computed", "flag", tr("Computed by the program")),
        Column("done", "date", tr("Done")),
        Column("note", "text", tr("Note")),
    ]


def rows(deadlines: Iterable[Deadline]) -> Iterator[tuple[None, list]]:
    for one in deadlines:
        yield None, [
            one.kind, qdate(one.day), one.department or None, kind_label(one.kind), one.days, one.state, one.computed,
            qdate(one.done), one.note or None,
        ]  # fmt: skip


def calendar(deadlines: Iterable[Deadline], about: str, key: str) -> bytes:
    """The dates that are not done as a calendar file. ``about`` names the plan; ``key`` keeps ids the same from run to run.

    An extension that is only proposed is no date to keep, and is left out.
    """
    events = []
    for one in deadlines:
        if one.state == "done" or one.proposed:
            continue
        what = " – ".join(filter(None, (kind_label(one.kind), one.department)))
        summary = ": ".join(filter(None, (what, about)))
        uid = event_uid(key, one.kind, one.department)
        events.append(Event(uid, one.day, summary, one.note, (tr("Planremiss"),)))
    return write_calendar(events, about or tr("Planremiss"), datetime.now(timezone.utc))


def _proposed(schedule: Schedule, today: date) -> list[Deadline]:
    """The extension to ask for, until one is granted."""
    if schedule.until != schedule.answer_by or schedule.proposed_extension is None:
        return []
    note = tr("proposed: ask the municipality; until it is granted its date stands")
    return [_open("anstand", schedule.proposed_extension, "", note, today)._replace(proposed=True)]


def _open(kind: str, day: date, department: str, note: str, today: date) -> Deadline:
    left = urgency(day, today)
    return Deadline(kind, day, department, True, None, note, left.days, left.state)


def qdate(day: Optional[date]) -> Optional[QDate]:
    return None if day is None else QDate(day.year, day.month, day.day)
