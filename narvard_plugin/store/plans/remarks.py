"""The remarks of the region's answer: made from confirmed checks, worded by people, followed over the stages.

Every function is one transaction on an open workspace, and raises a ``StoreError`` that leaves it as it was.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Optional

import pandas as pd

from ...core.plans import codes, remarks
from ...core.plans.merging import Wish, join_departments
from ...core.plans.remarks import ACCEPTED, EDITED, PROPOSED, STRUCK
from ...core.plans.rows import plain, record, records
from .answers import also_concerned, checklist_of, open_referral
from .checks import latest_checks
from .errors import PlanRefused
from .referrals import read_referral

_STAGES = {stage: place for place, stage in enumerate(codes.STAGES)}


class Proposed(NamedTuple):
    """Ids of remarks that a run added, changed, made one of several, or struck; ``outdated`` ones are for a person to see."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    merged: tuple[str, ...]
    struck: tuple[str, ...]
    outdated: tuple[str, ...]


def remarks_of(workspace, referral_id: str) -> list[dict]:
    """The remarks of a planremiss as the statement has them, the struck ones last."""
    rows = records(workspace.read("remarks", within={"referral_id": [referral_id]}))
    return [*remarks.ordered(rows), *(row for row in rows if row["wording"] == STRUCK)]


def earlier_remarks(workspace, referral_id: str) -> list[dict]:
    """The remarks of the same plan's earlier planremisser, oldest first, each with its ``stage``."""
    referral = read_referral(workspace, referral_id)
    others = records(workspace.read("referrals", within={"plan_id": [referral["plan_id"]]}))
    before = sorted((one for one in others if _when(one) < _when(referral)), key=_when)
    return [
        {**row, "stage": one["stage"]}
        for one in before
        for row in sorted(
            records(workspace.read("remarks", within={"referral_id": [one["referral_id"]]})),
            key=lambda row: row["number"] or 0,
        )
    ]


def prior_facts(workspace, referral_id: str) -> dict[str, object]:
    """What became of the region's earlier remarks on the same plan: ``open partly numbers partly_numbers``."""
    return remarks.prior_facts(earlier_remarks(workspace, referral_id))


def history(workspace, plan_id: str) -> list[dict]:
    """Every remark on a plan over its stages, by number and then from the oldest, with ``stage received decided``."""
    referrals = sorted(records(workspace.read("referrals", within={"plan_id": [plan_id]})), key=_when)
    found = [
        {**row, "stage": one["stage"], "received": one["received"], "at": at}
        for at, one in enumerate(referrals)
        for row in records(workspace.read("remarks", within={"referral_id": [one["referral_id"]]}))
        if row["number"] and row["wording"] != STRUCK
    ]
    return sorted(found, key=lambda row: (row["number"], row["at"]))


def propose_remarks(workspace, referral_id: str) -> Proposed:
    """Let the remarks follow the newest run's confirmed checks: one remark a rule, naming every function.

    Proposals that nobody has touched follow; what a person has worded, accepted or struck is left as it stands and told
    as ``outdated`` where the finding has changed. Remarks by the same rule from several functions become one. The
    further functions of a rule come from the frozen checklist. Run again it changes nothing.
    """
    with workspace.transaction():
        open_referral(workspace, referral_id)
        checks = records(latest_checks(workspace, referral_id))
        check_ids = {check["rule_id"]: check["check_id"] for check in checks}
        standing = records(workspace.read("remarks", within={"referral_id": [referral_id]}))
        rows = {row["remark_id"]: row for row in standing}
        plan = remarks.plan_remarks(
            remarks.wishes_of(checks, also_concerned(checklist_of(workspace, referral_id))), standing
        )
        taken, last = _kept_numbers(standing), max((row["place"] or 0 for row in standing), default=0)
        for remark_id, wish in plan.follow:
            values = {**_worded(wish), "check_id": check_ids.get(wish.rule_id)}
            if rows[remark_id]["place"] is None:
                last += 1
                values.update(_brought_back(rows[remark_id], taken), place=last)
            _change(workspace, rows[remark_id], values)
        for remark_id, wish, others in plan.merge:
            values = {**_worded(wish), "wording": ACCEPTED, "check_id": check_ids.get(wish.rule_id)}
            _change(workspace, rows[remark_id], values)
            for other in others:
                _change(workspace, rows[other], {"wording": STRUCK})
        for remark_id in plan.strike:
            _change(workspace, rows[remark_id], {"wording": STRUCK, "place": None})
        earlier = remarks.predecessors(earlier_remarks(workspace, referral_id))
        before = {rule_id: one for rule_id, one in earlier.items() if one["number"] not in taken}
        added = [
            _new_row(referral_id, wish, PROPOSED, last + at, check_ids[wish.rule_id], before.get(wish.rule_id))
            for at, wish in enumerate(plan.add, start=1)
        ]
        _write(workspace, added)
        renumber(workspace, referral_id)
    struck = (*plan.strike, *(other for _, _, others in plan.merge for other in others))
    return Proposed(
        tuple(row["remark_id"] for row in added),
        tuple(remark_id for remark_id, _ in plan.follow),
        tuple(remark_id for remark_id, _, _ in plan.merge),
        struck,
        tuple(plan.outdated),
    )


def add_remark(
    workspace,
    referral_id: str,
    departments: Sequence[str],
    text: str,
    severity: str,
    *,
    rule_id: Optional[str] = None,
    previous: Optional[str] = None,
) -> str:
    """A remark of a person's own; ``previous`` = the id of the same remark in an earlier stage, whose number it keeps.

    By a rule that the region remarked on before it goes on from that remark, unless another here does so already.
    """
    if not join_departments(departments):
        raise PlanRefused("department_missing")
    wish = Wish(rule_id or "", tuple(departments), severity, _words(text))
    with workspace.transaction():
        open_referral(workspace, referral_id)
        _known_rule(workspace, referral_id, rule_id)
        standing = records(workspace.read("remarks", within={"referral_id": [referral_id]}))
        before = _before(workspace, referral_id, standing, rule_id, previous)
        last = max((row["place"] or 0 for row in standing), default=0)
        row = _new_row(referral_id, wish, ACCEPTED, last + 1, None, before)
        _write(workspace, [row])
        renumber(workspace, referral_id)
    return row["remark_id"]


def edit_remark(workspace, remark_id: str, text: str, row_version: int, *, severity: Optional[str] = None) -> None:
    """Other words for a remark; the original is kept beside. The original words again mean that they are accepted."""
    text = _words(text)
    with workspace.transaction():
        row = read_remark(workspace, remark_id)
        wording = ACCEPTED if text == row["original_text"] else EDITED
        values = {"text": text, "severity": severity or row["severity"]}
        if row["wording"] == STRUCK:
            values.update(_brought_back(row, _kept_numbers(remarks_of(workspace, row["referral_id"]))))
        values["wording"] = wording
        _change(workspace, row, values, row_version)
        renumber(workspace, row["referral_id"])


def strike_remark(workspace, remark_id: str, row_version: int) -> None:
    """Leave a remark out of the statement; it stands in the register, and `edit_remark` brings it back."""
    with workspace.transaction():
        row = read_remark(workspace, remark_id)
        _change(workspace, row, {"wording": STRUCK}, row_version)
        renumber(workspace, row["referral_id"])


def order_remarks(workspace, referral_id: str, remark_ids: Sequence[str]) -> None:
    """The order of the remarks in the statement: all that are not struck, each once."""
    with workspace.transaction():
        open_referral(workspace, referral_id)
        rows = {row["remark_id"]: row for row in remarks_of(workspace, referral_id) if row["wording"] != STRUCK}
        if sorted(rows) != sorted(remark_ids):
            raise PlanRefused("order_incomplete", wanted=len(rows), given=len(remark_ids))
        renumber(workspace, referral_id, {remark_id: place for place, remark_id in enumerate(remark_ids, start=1)})


def record_reply(workspace, remark_id: str, reply: str, source: str, outcome: str, who: str, row_version: int) -> None:
    """What the municipality answered, quoted with its document and page, and what the region holds that it came to."""
    if outcome not in codes.OUTCOMES:
        raise PlanRefused("unknown_outcome", outcome=outcome)
    if outcome != "oppen" and not who.strip():
        raise PlanRefused("assessor_missing")
    if reply.strip() and not source.strip():
        raise PlanRefused("reply_source_missing")
    values = {
        "municipality_reply": plain(reply).strip() or None,
        "reply_source": plain(source).strip() or None,
        "outcome": outcome,
        "assessed_by": plain(who).strip() or None,
    }
    workspace.change("remarks", {"remark_id": remark_id}, values, row_version=row_version)


def read_remark(workspace, remark_id: str) -> dict:
    """One remark as plain values."""
    rows = workspace.read("remarks", within={"remark_id": [remark_id]})
    if rows.empty:
        raise PlanRefused("unknown_id", table="remarks", id=remark_id)
    return record(rows)


def _known_rule(workspace, referral_id: str, rule_id: Optional[str]) -> None:
    checklist = checklist_of(workspace, referral_id) if rule_id else None
    if rule_id and (checklist is None or all(rule.id != rule_id for rule in checklist.rules)):
        raise PlanRefused("unknown_rule", rule_id=rule_id)


def _before(workspace, referral_id: str, standing: Sequence[Mapping], rule_id, previous) -> Optional[dict]:
    """The remark of an earlier stage that a new one goes on from; refused where it is asked for and taken or unknown."""
    earlier, taken = earlier_remarks(workspace, referral_id), _kept_numbers(standing)
    if not previous:
        before = remarks.predecessors(earlier).get(rule_id)
        return before if before and before["number"] not in taken else None
    before = next((one for one in earlier if one["remark_id"] == previous), None)
    if before is None:
        raise PlanRefused("unknown_id", table="remarks", id=previous)
    if before["number"] in taken:
        raise PlanRefused("number_taken", number=before["number"])
    return before


def _brought_back(row: Mapping, taken: set[int]) -> dict:
    """What a struck remark is when it comes back: a new one where another goes on from its earlier stage by now."""
    return {"wording": PROPOSED, **({"previous": None} if row["previous"] and row["number"] in taken else {})}


def _kept_numbers(standing: Sequence[Mapping]) -> set[int]:
    """The numbers that remarks of the statement have from earlier stages."""
    return {row["number"] for row in standing if row["previous"] and row["wording"] != STRUCK}


def renumber(workspace, referral_id: str, places: Mapping[str, int] = {}) -> None:
    """Give the remarks of a planremiss the numbers that their places ask for; a number of an earlier stage stays.

    ``places``: new places by the remark's id, where they are to be others.
    """
    with workspace.transaction():
        highest = max((row["number"] or 0 for row in earlier_remarks(workspace, referral_id)), default=0)
        rows = records(workspace.read("remarks", within={"referral_id": [referral_id]}))
        placed = [{**row, "place": places.get(row["remark_id"], row["place"])} for row in rows]
        for row, now, number in zip(rows, placed, remarks.numbers(placed, highest)):
            if (row["place"], row["number"]) != (now["place"], number):
                values, key = {"place": now["place"], "number": number}, {"remark_id": row["remark_id"]}
                workspace.change("remarks", key, values, row_version=row["row_version"])


def _change(workspace, row: Mapping, values: Mapping, row_version: Optional[int] = None) -> None:
    """One remark of an open planremiss changed; without ``row_version`` as it was read in the same transaction."""
    open_referral(workspace, row["referral_id"])
    version = row["row_version"] if row_version is None else row_version
    workspace.change("remarks", {"remark_id": row["remark_id"]}, values, row_version=version)


def _worded(wish: Wish) -> dict:
    return {
        "text": wish.text,
        "original_text": wish.text,
        "severity": wish.severity,
        "departments": join_departments(wish.departments),
    }


def _new_row(referral_id, wish: Wish, wording: str, place: int, check_id, before: Optional[Mapping]) -> dict:
    return {
        "remark_id": str(uuid.uuid4()),
        "referral_id": referral_id,
        "check_id": check_id,
        "rule_id": wish.rule_id or None,
        **_worded(wish),
        "number": before["number"] if before else None,
        "place": place,
        "wording": wording,
        "previous": before["remark_id"] if before else None,
        "outcome": "oppen",
        "row_version": 1,
    }


def _write(workspace, rows: Sequence[Mapping]) -> None:
    if rows:
        workspace.write("remarks", pd.DataFrame(list(rows), dtype=object))


def _words(text: str) -> str:
    text = plain(text).strip()
    if not text:
        raise PlanRefused("remark_empty")
    return text


def _when(referral: Mapping) -> tuple:
    return referral["received"], _STAGES.get(referral["stage"], 0), referral["referral_id"]
