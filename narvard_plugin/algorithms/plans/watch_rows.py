"""The findings of `watchplans` as rows: what, where, when, and a sentence for each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple, Optional

import pandas as pd

from ...adapters.outputs import Column
from ...adapters.plan_watch import Near
from ...catalogue import statutory_times
from ...core.plans.rows import records
from ...core.plans.statutory import last_chance
from ...core.plans.watch import (
    CHANGED,
    CONTACT,
    DUE,
    KINDS,
    NEAR,
    NEW,
    NOBODY_SENT,
    SILENT,
    VANISHED,
    Change,
    Contacted,
    Known,
    Matched,
    Seen,
)
from ...i18n import tr
from ...sources.ngp_items import SOURCE as NGP
from ...store.plans.deadline_sentences import kind_label, with_last_chance
from .deadline_output import qdate

NGP_NAME = "Lantmäteriet, Nationella geodataplattformen"
#: Colours of kinds, apart for those who see no red and green.
COLOURS = {
    DUE: "#f2b8a0",
    NOBODY_SENT: "#f7d58b",
    NEAR: "#fcf0c3",
    NEW: "#d6e8f5",
    CHANGED: "#e3def0",
    VANISHED: "#e6e6e6",
    SILENT: "#f2b8a0",
}


class Row(NamedTuple):
    """One finding. ``days`` left of a deadline, since a contact, or since a plan was last seen; None = does not apply."""

    kind: str
    municipality: str
    plan: str
    plan_id: str
    item_id: str
    status: str
    day: Optional[date]
    days: Optional[int]
    source: str
    text: str


def columns() -> list[Column]:
    return [
        Column("kind", "text", tr("Kind")),
        Column("label", "text", tr("What")),
        Column("municipality", "text", tr("Municipality (code)")),
        Column("municipality_name", "text", tr("Municipality")),
        Column("plan", "text", tr("Plan")),
        Column("status", "text", tr("Stage")),
        Column("date", "date", tr("Date")),
        Column("days", "integer", tr("Days")),
        Column("text", "text", tr("Text")),
        Column("source", "text", tr("Source")),
        Column("plan_id", "text", tr("Case id")),
        Column("item_id", "text", tr("Item id")),
    ]


def attributes(row: Row, names: Mapping[str, str]) -> list:
    return [
        row.kind, kind_word(row.kind), row.municipality, names.get(row.municipality, row.municipality), row.plan or None,
        row.status or None, qdate(row.day), row.days, row.text, row.source or None, row.plan_id or None, row.item_id or None,
    ]  # fmt: skip


def kind_word(kind: str) -> str:
    return {
        DUE: tr("Deadline"),
        NOBODY_SENT: tr("Nobody asked the region"),
        NEAR: tr("Near the region's property"),
        NEW: tr("New plan"),
        CHANGED: tr("Changed plan"),
        VANISHED: tr("Gone from its source"),
        SILENT: tr("Silent municipality"),
        CONTACT: tr("Municipality"),
    }[kind]


def in_order(rows: Sequence[Row]) -> list[Row]:
    """By kind in the order of `KINDS`; deadlines and silence with the most pressing first, else by municipality and plan."""

    def place(row: Row):
        pressing = row.day or date.max if row.kind == DUE else -(10**6 if row.days is None else row.days)
        pressing = pressing if row.kind in (DUE, SILENT) else row.municipality
        return KINDS.index(row.kind), pressing, row.municipality, row.plan

    return sorted(rows, key=place)


def of_new(plans: Sequence[Seen]) -> Iterator[Row]:
    for item in plans:
        text = tr("Stage {stage}. No case in the register.").format(stage=item.status or tr("not told"))
        yield _row(NEW, None, item, _day(item.status_date), None, text)


def of_changes(case: Known, item: Seen, changes: Sequence[Change]) -> Iterator[Row]:
    if changes:
        text = " ".join(_change_text(change) for change in changes)
        yield _row(CHANGED, case, item, _day(item.status_date), None, text)


def of_vanished(case: Known, today: date) -> Row:
    day = _day(case.vanished) or _day(case.last_seen)
    if case.vanished:
        text = tr(
            "Gone from {source} since {date}. It may have been moved, rested or been renamed: ask the municipality."
        )
    elif case.last_seen:
        text = tr("No longer in {source}, where it was last seen on {date}. Ask the municipality what became of it.")
    else:
        text = tr("No longer in {source}. Ask the municipality what became of it.")
    source = source_label(case.source) or tr("any source")
    text = text.format(source=source, date=day.isoformat() if day else "")
    return _row(VANISHED, case, None, day, None if day is None else (today - day).days, text)


def of_due(deadlines: pd.DataFrame, items: Mapping[str, str], region: str, within_days: int) -> Iterator[Row]:
    """Deadlines that are late or come within some days; ``items``: case -> the item that a source has of it."""
    for row in records(deadlines):
        if row["days"] is None or row["days"] > within_days or not (row["municipality"] or "").startswith(region):
            continue
        what = " – ".join(filter(None, (kind_label(row["kind"]), row["department"])))
        text = " ".join(filter(None, (_due_text(what, row["days"]), row["note"])))
        yield Row(DUE, row["municipality"], row["case_name"], row["case_id"], items.get(row["case_id"], ""), row["stage"] or "",
                  date.fromisoformat(row["date"]), row["days"], "", text)  # fmt: skip


def of_promises(promises: Sequence[Mapping], region: str) -> Iterator[Row]:
    """Promises of no case that are late or due soon, as `promises_due` tells them; those of a case are among its deadlines."""
    for row in promises:
        if row["plan_id"] is None and row["municipality"].startswith(region):
            text = " ".join((_due_text(kind_label("lofte"), row["days"]), row["text"]))
            day = date.fromisoformat(row["due"])
            yield Row(DUE, row["municipality"], "", "", "", "", day, row["days"], "", text)


def _due_text(what: str, days: int) -> str:
    if days < 0:
        return tr("{what}. Days late: {n}.").format(what=what, n=-days)
    if days == 0:
        return tr("{what}. It is today.").format(what=what)
    return tr("{what}. Days left: {n}.").format(what=what, n=days)


def of_nobody_sent(found: Sequence[tuple[Optional[Known], Optional[Seen], str]], today: date) -> Iterator[Row]:
    for case, item, stage in found:
        text = tr("In {stage}, and no planremiss in that stage is registered. Ask the municipality for the documents.")
        if case is None:
            text = tr("In {stage}, and not in the register at all. Ask the municipality for the documents.")
        text = text.format(stage=stage)
        if case is not None and last_chance(statutory_times(), stage, case.procedure, today):
            text = with_last_chance(text, "svar_senast", True)
        day = _day(item.status_date) if item else None
        yield _row(NOBODY_SENT, case, item, day, None, text)


def of_near(near: Mapping[str, Near], plans: Mapping[str, tuple[Optional[Known], Optional[Seen]]]) -> Iterator[Row]:
    for key, found in near.items():
        text = tr("{name} lies within the plan or at its border.") if found.metres < 1 else tr("{name} is {m} m away.")
        text = text.format(name=found.name, m=round(found.metres))
        if found.others:
            text = " ".join((text, tr("Others within the distance: {n}.").format(n=found.others)))
        case, item = plans[key]
        yield _row(NEAR, case, item, None, None, text)


def of_municipality(one: Contacted, asked_stages: Collection[str]) -> Row:
    text = " ".join((_silence(one), _checked(one, asked_stages)))
    source = ", ".join(map(source_label, one.sources))
    return Row(
        SILENT if one.silent else CONTACT, one.municipality, "", "", "", "", one.last, one.days, source, text
    )  # fmt: skip


def of_plan(case: Optional[Known], item: Optional[Seen]) -> tuple[str, str, str, str, str, str]:
    """Municipality, name, case id, item id, status and source of a plan that is a case, is in a source, or both."""
    shown = item or case
    status = (item.status if item else "") or (case.status if case else "")
    return (shown.municipality, case.name if case else item.name, case.plan_id if case else "",
            item.item_id if item else "", status, source_label(shown.source))  # fmt: skip


def source_label(source: str) -> str:
    """What a source is called; the national platform stands by its id, with the stages asked for after it."""
    return source.replace(NGP, NGP_NAME, 1) if source.split(": ")[0] == NGP else source


def _row(kind, case, item, day, days, text) -> Row:
    municipality, plan, plan_id, item_id, status, source = of_plan(case, item)
    return Row(kind, municipality, plan, plan_id, item_id, status, day, days, source, text)


def _change_text(change: Change) -> str:
    return {
        "status": tr("Stage: {before} → {after}."),
        "name": tr("Name: {before} → {after}."),
        "area": tr("The plan area has changed by {after} m²."),
        "back": tr("It is back in its source, where it was gone since {before}."),
    }[change.what].format(before=change.before, after=change.after)


def _silence(one: Contacted) -> str:
    if one.last is None:
        return tr("No contact is registered.")
    how = {
        "dialogue": tr("dialogue meeting"),
        "contact": tr("contact"),
        "referral": tr("planremiss received"),
    }[one.how]
    text = tr("{n} days since the last contact ({how} {date}).")
    return text.format(n=one.days, how=how, date=one.last.isoformat())


def _checked(one: Contacted, asked_stages: Collection[str]) -> str:
    if one.checked is None:
        return tr("Its plans have never been looked up in any source, so nothing is known of them.")
    text = tr("Plans last looked up on {date}: {n} found.").format(date=one.checked.isoformat(), n=one.found)
    if one.found == 0:
        text = " ".join((text, tr("That does not mean that there are none.")))
    if one.municipality not in asked_stages:
        text = " ".join((text, tr("Only some stages were asked for.")))
    return text


def _day(text: str) -> Optional[date]:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:  # a map's own way of writing a date
        return None


def plans_by_key(matched: Matched) -> dict[str, tuple[Optional[Known], Optional[Seen]]]:
    """Every plan as (case, item), by its item's id, else its case's."""
    every = [*matched.pairs, *((None, item) for item in matched.unknown), *((case, None) for case in matched.missing)]
    return {(item.item_id if item else case.plan_id): (case, item) for case, item in every}
