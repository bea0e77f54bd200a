"""The checks of a planremiss: each run of the checklist is kept whole, and what a person made of its verdicts.

A run keeps a row for every rule, also for what was fine or did not apply. Nothing of an earlier run is changed by a later
one, but what a person confirmed follows along while the check's inputs stay the same.
"""

from __future__ import annotations

import json
import math
import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime, timezone
from typing import Optional

import pandas as pd

from ...core.plans import codes
from ...core.plans.checklist import Checklist
from ...core.plans.measured import Finding
from ...core.plans.review_run import Judged
from .errors import PlanRefused

#: What a person has set, and a later run of the same inputs takes along.
_OF_A_PERSON = ("verdict", "answer", "reason", "final_text", "confirmed_by", "confirmed")


def freeze_checklist(workspace, referral_id: str, checklist: Checklist) -> str:
    """Keep the list as it stands now, and tie the planremiss to that copy; its checksum.

    A planremiss that has a frozen list keeps it: the same list is fine, another is refused (``other_checklist``).
    """
    referral = _one(workspace, "referrals", "referral_id", referral_id)
    frozen = referral["checklist_sha256"]
    if pd.notna(frozen):
        if frozen != checklist.sha256:
            raise PlanRefused("other_checklist", referral_id=referral_id, list=checklist.id)
        return checklist.sha256
    with workspace.transaction():
        if workspace.read("checklists", within={"sha256": [checklist.sha256]}).empty:
            row = {"sha256": checklist.sha256, "name": checklist.id, "version": checklist.version,
                   "content": checklist.content, "stored": _now()}  # fmt: skip
            workspace.write("checklists", pd.DataFrame([row]))
        workspace.change(
            "referrals",
            {"referral_id": referral_id},
            {"checklist_sha256": checklist.sha256},
            row_version=int(referral["row_version"]),
        )
    return checklist.sha256


def frozen_checklist(workspace, referral_id: str) -> str:
    """The text of the list that the planremiss is tied to; "" when it has none yet."""
    sha256 = _one(workspace, "referrals", "referral_id", referral_id)["checklist_sha256"]
    if pd.isna(sha256):
        return ""
    return _one(workspace, "checklists", "sha256", sha256)["content"]


def store_run(
    workspace, referral_id: str, judgements: Sequence[Judged], findings: Mapping[str, Sequence[Finding]]
) -> int:
    """Keep one run of the checklist, whole or not at all, and tell its number (1 for the first).

    ``judgements``: one per rule; ``findings``: rule id -> what can be shown of it on a map. Where an earlier run has a
    verdict that a person confirmed, changed or answered, and the check's inputs (``input_sha256``) are the same, it
    stands in the new run too (``carried``).
    """
    before = latest_checks(workspace, referral_id).set_index("rule_id", drop=False)
    run = int(before["run"].max()) + 1 if len(before) else 1
    rows = []
    for judged in judgements:
        earlier = before.loc[judged.rule_id] if judged.rule_id in before.index else None
        rows.append(_row(referral_id, run, judged, earlier))
    if not rows:
        raise PlanRefused("empty_run", referral_id=referral_id)
    evidence, wkb = _evidence(rows, findings)
    with workspace.transaction():
        workspace.write("checks", pd.DataFrame(rows))
        if evidence:
            workspace.write("evidence", pd.DataFrame(evidence), wkb=wkb)
    return run


def latest_checks(workspace, referral_id: str) -> pd.DataFrame:
    """The newest row of every rule, in the order of the rules' ids."""
    rows = workspace.read("checks", within={"referral_id": [referral_id]})
    rows = rows.sort_values(["rule_id", "run"], kind="stable").drop_duplicates("rule_id", keep="last")
    return rows.reset_index(drop=True)


def evidence_of(workspace, check_ids: Sequence[str]) -> pd.DataFrame:
    """What the checks rest on: a row per finding, with its place as WKB (None = nowhere)."""
    return workspace.read("evidence", within={"check_id": list(check_ids)})


def confirm(workspace, check_id: str, who: str, row_version: int) -> None:
    """A person stands by the program's verdict."""
    check = _check(workspace, check_id)
    if pd.isna(check["auto_verdict"]) or check["verdict"] == codes.NOT_JUDGED:
        raise PlanRefused("nothing_to_confirm", rule_id=check["rule_id"])
    _change(workspace, check, {}, who, row_version)


def override(workspace, check_id: str, verdict: str, reason: str, who: str, row_version: int) -> None:
    """A person judges otherwise than the program, and says why."""
    check = _check(workspace, check_id)
    if verdict not in codes.VERDICTS:
        raise PlanRefused("unknown_verdict", verdict=verdict)
    if not reason.strip():
        raise PlanRefused("reason_missing", rule_id=check["rule_id"])
    _change(workspace, check, {"verdict": verdict, "reason": reason.strip()}, who, row_version)


def answer_question(
    workspace,
    check_id: str,
    answer: str,
    reason: str,
    who: str,
    row_version: int,
    *,
    answers: Mapping[str, str],
) -> None:
    """A person answers the rule's question, which gives its verdict.

    ``answers`` (answer -> verdict) are those of the rule in the frozen list: yes is good news in one and bad in another.
    """
    check = _check(workspace, check_id)
    if answer not in answers:
        raise PlanRefused("unknown_answer", answer=answer, rule_id=check["rule_id"])
    values = {"answer": answer, "verdict": answers[answer], "reason": reason.strip() or None}
    _change(workspace, check, values, who, row_version)


def _change(workspace, check, values: Mapping, who: str, row_version: int) -> None:
    if not who.strip():
        raise PlanRefused("who_missing", rule_id=check["rule_id"])
    _refuse_when_decided(workspace, check["referral_id"])
    key = {"referral_id": check["referral_id"], "rule_id": check["rule_id"], "run": int(check["run"])}
    confirmed = {"confirmed_by": who.strip(), "confirmed": _now()}
    with workspace.transaction():
        workspace.change("checks", key, {**values, **confirmed}, row_version=row_version)


def _refuse_when_decided(workspace, referral_id: str) -> None:
    """What people judged for an answer stands still with it; a new run is beside it, not instead."""
    status = _one(workspace, "referrals", "referral_id", referral_id)["status"]
    if status not in codes.REFERRAL_OPEN:
        raise PlanRefused("answer_closed", status=status)


def _check(workspace, check_id: str) -> pd.Series:
    """The check, which must be the newest of its rule: an older one is history."""
    check = _one(workspace, "checks", "check_id", check_id)
    newest = workspace.read("checks", within={"referral_id": [check["referral_id"]], "rule_id": [check["rule_id"]]})
    if int(check["run"]) != int(newest["run"].max()):
        raise PlanRefused("older_run", rule_id=check["rule_id"], run=int(newest["run"].max()))
    return check


def _one(workspace, table: str, column: str, value: str) -> pd.Series:
    rows = workspace.read(table, within={column: [value]})
    if rows.empty:
        raise PlanRefused("unknown_id", table=table, id=value)
    return rows.iloc[0]


def _row(referral_id: str, run: int, judged: Judged, earlier: Optional[pd.Series]) -> dict:
    row = {
        "check_id": str(uuid.uuid4()),
        "referral_id": referral_id,
        "rule_id": judged.rule_id,
        "run": run,
        "department": judged.department,
        "severity": judged.severity,
        "auto_verdict": judged.verdict,
        "verdict": judged.verdict,
        "value": judged.value if judged.value is not None and math.isfinite(judged.value) else None,
        "unit": judged.unit or None,
        "threshold": judged.threshold or None,
        "layer": judged.layer or None,
        "layer_date": judged.layer_date or None,
        "explanation": judged.explanation or None,
        "values_json": json.dumps(plain(judged.facts), ensure_ascii=False, sort_keys=True),
        "proposed_text": judged.text or None,
        "input_sha256": judged.input_sha256 or None,
        "carried": int(judged.carried),
        "replaces": None if earlier is None else earlier["check_id"],
        **dict.fromkeys(("answer", "reason", "final_text", "confirmed_by", "confirmed")),
    }
    if earlier is not None and _still_holds(judged, earlier):
        row.update({name: earlier[name] for name in _OF_A_PERSON}, carried=1)
    return row


def _still_holds(judged: Judged, earlier: pd.Series) -> bool:
    """Whether a person settled the check on the same inputs, and the program still says the same."""
    settled = pd.notna(earlier["confirmed_by"])
    same = bool(judged.input_sha256) and judged.input_sha256 == earlier["input_sha256"]
    return settled and same and judged.verdict == earlier["auto_verdict"]


def _evidence(rows: Sequence[Mapping], findings: Mapping[str, Sequence[Finding]]) -> tuple[list[dict], list]:
    made, wkb = [], []
    for row in rows:
        for finding in findings.get(row["rule_id"], ()):
            made.append(
                {
                    "evidence_id": str(uuid.uuid4()),
                    "check_id": row["check_id"],
                    "kind": "karta" if finding.wkb is not None else "matvarde",
                    "heading": finding.heading,
                    "data": json.dumps(plain(finding.data), ensure_ascii=False, sort_keys=True),
                    "layer": row["layer"],
                    "layer_date": row["layer_date"],
                }
            )
            wkb.append(finding.wkb)
    return made, wkb


def plain(values: Mapping) -> dict:
    """Values as JSON holds them: what is infinite becomes the text "inf", what is not a number becomes null."""
    return {str(name): _plain(value) for name, value in values.items()}


def _plain(value):
    if isinstance(value, Mapping):
        return plain(value)
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if hasattr(value, "item"):  # a number of numpy
        value = value.item()
    if isinstance(value, float) and not math.isfinite(value):
        return None if math.isnan(value) else ("inf" if value > 0 else "-inf")
    return value if value is None or isinstance(value, (bool, int, float, str)) else str(value)


def _now() -> str:
    return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")
