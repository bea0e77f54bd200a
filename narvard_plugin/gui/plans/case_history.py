"""What has happened in a case, in plain words: events that people noted, and the audit's changes of its rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple, Optional

from ...core.plans.checklist import Checklist
from ...core.plans.rows import records
from ...i18n import tr
from ...store.register import TABLES
from ..language import language
from .words import event_label, function, stage_label, word, wording_label

#: Tables whose rows belong to a planremiss, and to a case.
_OF_REFERRAL = ("referrals", "partial_answers", "checks", "remarks", "statements", "deadlines")
_OF_CASE = ("plan_cases", "plan_versions", "plan_documents")


class Happening(NamedTuple):
    """``time`` ISO; ``who`` "" where nobody stands behind it, as a change by another program."""

    time: str
    who: str
    what: str
    text: str


def read_happenings(workspace, plan_id: str, checklist: Optional[Checklist] = None) -> tuple[Happening, ...]:
    """Everything of a case and its planremisser, newest first; ``checklist`` names the functions."""
    within = {"plan_id": [plan_id]}
    referrals = {row["referral_id"]: row["stage"] for row in records(workspace.read("referrals", within=within))}
    events = [
        Happening(str(row["time"]), row["who"], event_label(row["kind"]), row["text"])
        for row in records(workspace.read("plan_events", within=within))
    ]
    rows = records(workspace.read("audit", within={"table_name": [*_OF_REFERRAL, *_OF_CASE]}))
    changes = _changes(rows, plan_id, referrals, checklist)
    return tuple(sorted((*events, *changes), key=lambda one: one.time.replace("T", " "), reverse=True))


def _changes(
    rows: Iterable[Mapping], plan_id: str, referrals: Mapping[str, str], checklist: Optional[Checklist]
) -> Iterator[Happening]:
    own = []
    for row in rows:
        before, after = (json.loads(row[name] or "{}") for name in ("before", "after"))
        told = after or before
        if told.get("referral_id") in referrals or (told.get("plan_id") == plan_id):
            own.append((row, before, after))
    for (time, who, table, action), several in groupby(own, _occasion):
        together = list(several)
        if table == "checks" and action == "insert":
            yield Happening(time, who, tr("Checklist"), _run(together))
        elif table == "deadlines":
            yield Happening(time, who, tr("Deadlines"), tr("{n} dates counted anew.").format(n=len(together)))
        else:
            for row, before, after in together:
                if table == "partial_answers":
                    text = _of_part(action, before, after, checklist)
                else:
                    text = _SENTENCES[table](action, before, after)
                if text:
                    yield Happening(str(row["time"]), row["who"] or "", _table_label(table), text)


def _occasion(one) -> tuple:
    row = one[0]
    return str(row["time"])[:19], row["who"] or "", row["table_name"], row["action"]


def _run(together) -> str:
    rows = [after for _, _, after in together]
    text = tr("Run {run}: {n} rules.").format(run=rows[0].get("run"), n=len(rows))
    carried = sum(bool(row.get("carried")) for row in rows)
    return " ".join((text, tr("{n} unchanged since the run before.").format(n=carried))) if carried else text


def _table_label(table: str) -> str:
    return {
        "referrals": tr("Planremiss"),
        "partial_answers": tr("Delsvar"),
        "checks": tr("Check"),
        "remarks": tr("Remark"),
        "statements": tr("Answer (yttrande)"),
        "plan_cases": tr("Case"),
        "plan_versions": tr("Plan version"),
        "plan_documents": tr("Document"),
    }[table]


def _of_referral(action: str, before: Mapping, after: Mapping) -> str:
    if action == "insert":
        return tr("Registered, to be answered by {date}.").format(date=after.get("answer_by"))
    return _moved("referral_statuses", before, after) or _others("referrals", before, after)


def _of_part(action: str, before: Mapping, after: Mapping, checklist: Optional[Checklist]) -> str:
    name = function(checklist, (after or before).get("department"))
    if action == "insert":
        return tr("{function} was asked: {reason}.").format(function=name, reason=after.get("reason") or "–")
    text = _moved("part_statuses", before, after) or _others("partial_answers", before, after)
    if _differs("stance", before, after):
        stance = tr("Stance: {stance}.").format(stance=word("stances", after.get("stance")))
        text = " ".join(filter(None, (text, stance)))
    return f"{name}: {text}" if text else ""


def _of_check(action: str, before: Mapping, after: Mapping) -> str:
    rule = (after or before).get("rule_id")
    if _differs("verdict", before, after):
        text = tr("{rule}: verdict changed from {before} to {after}. {reason}").format(
            rule=rule, before=word("verdicts", before.get("verdict")), after=word("verdicts", after.get("verdict")),
            reason=after.get("reason") or "",
        )  # fmt: skip
        return text.strip()
    if _differs("confirmed_by", before, after) or _differs("confirmed", before, after):
        return tr("{rule}: confirmed as {verdict}.").format(rule=rule, verdict=word("verdicts", after.get("verdict")))
    return ""


def _of_remark(action: str, before: Mapping, after: Mapping) -> str:
    number = (after or before).get("number")
    number = "–" if number is None else number
    if action == "insert":
        return tr("Added: {text}").format(text=after.get("text"))
    if _differs("wording", before, after):
        return tr("No. {n}: {wording}.").format(n=number, wording=wording_label(after["wording"]))
    if _differs("text", before, after):
        return tr("No. {n}: other words.").format(n=number)
    if _differs("outcome", before, after):
        return tr("No. {n}: {outcome}.").format(n=number, outcome=word("outcomes", after.get("outcome")))
    return ""


def _of_statement(action: str, before: Mapping, after: Mapping) -> str:
    if action == "insert":
        return tr("Draft made.")
    status = after.get("status")
    if not _differs("status", before, after):
        return ""
    if status == "beslutat":
        return tr("Decided by {who} on {date}: {stance}.").format(
            who=after.get("decided_by"), date=after.get("decision_date"), stance=word("stances", after.get("stance"))
        )
    return {
        "utkast": tr("Back to draft."),
        "for_beslut": tr("Put before the decision."),
        "skickat": tr("Sent to the municipality."),
    }.get(status, "")


def _of_case(action: str, before: Mapping, after: Mapping) -> str:
    if action == "insert":
        return tr("Registered: {name}.").format(name=after.get("name"))
    if _differs("status", before, after):
        return tr("Stage: {before} → {after}.").format(
            before=stage_label(before["status"]), after=stage_label(after["status"])
        )
    return _others("plan_cases", before, after)


def _of_version(action: str, before: Mapping, after: Mapping) -> str:
    if action != "insert":
        return ""
    return tr("Plan documents of {stage} number {n} stored.").format(
        stage=stage_label(after["stage"]), n=after["number"]
    )  # fmt: skip


def _of_document(action: str, before: Mapping, after: Mapping) -> str:
    return tr("Added: {text}").format(text=after.get("name")) if action == "insert" else ""


_SENTENCES = {
    "referrals": _of_referral,
    "checks": _of_check,
    "remarks": _of_remark,
    "statements": _of_statement,
    "plan_cases": _of_case,
    "plan_versions": _of_version,
    "plan_documents": _of_document,
}


def _moved(group: str, before: Mapping, after: Mapping) -> str:
    if not _differs("status", before, after):
        return ""
    return tr("State: {before} → {after}.").format(
        before=word(group, before.get("status")), after=word(group, after.get("status"))
    )


def _others(table: str, before: Mapping, after: Mapping) -> str:
    """Facts that changed and have no words of their own, by the names of their columns."""
    labels = {one.name: one.label_sv if language() == "sv" else one.label_en for one in TABLES[table].columns}
    hidden = ("fid", "geom", "row_version", "checklist_sha256", "stance", "status")
    changed = [name for name in after if name not in hidden and before.get(name) != after[name]]
    told = (f"{labels.get(name, name)}: {_told(before.get(name))} → {_told(after[name])}" for name in changed)
    return "; ".join(told)


def _told(value) -> str:
    return "–" if value is None else str(value)


def _differs(name: str, before: Mapping, after: Mapping) -> bool:
    return bool(before) and bool(after) and before.get(name) != after.get(name)
