"""What a statement says, as one value that JSON holds: the snapshot that is frozen with the decision."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Optional

from . import remarks as remark_rules
from .checklist import Checklist
from .codes import FAIL, NOT_JUDGED, REMARK
from .merging import split_departments
from .rows import one_line
from .stances import Weighed, contradictions, left_open, propose_stance, unconfirmed

FORMAT = "narvard-yttrande/1"

_CASE = ("plan_id", "kind", "municipality", "name", "designation", "national_id", "municipality_reference",
         "region_reference", "procedure", "status")  # fmt: skip
_REFERRAL = ("referral_id", "stage", "standing", "received", "start", "answer_by", "extension_to", "level", "meeting",
             "region_reference", "handler", "delegation_point")  # fmt: skip
_CHECK = ("check_id", "run", "verdict", "auto_verdict", "value", "unit", "threshold", "layer", "layer_date",
          "explanation", "answer", "reason", "confirmed_by", "confirmed")  # fmt: skip
_ONE_LINE = ("name", "designation", "municipality_reference", "region_reference", "handler", "delegation_point")


class Review(NamedTuple):
    """Everything that a statement is made from: rows of the register as plain values, and the frozen checklist."""

    region: str
    case: Mapping
    referral: Mapping
    version: Optional[Mapping]
    parts: Sequence[Mapping]
    checks: Sequence[Mapping]
    remarks: Sequence[Mapping]
    earlier: Sequence[Mapping]
    checklist: Optional[Checklist]


def statement_content(review: Review, stance: Optional[str], summary: Optional[str]) -> dict:
    """The statement as a value of names, texts, numbers and lists; `as_text` is what the register keeps."""
    stage, checklist = review.referral["stage"], review.checklist
    weighed = [*(weigh(check) for check in review.checks), *_never_run(review)]
    checks = {check["rule_id"]: check for check in review.checks}
    titles = {rule.id: {"sv": rule.title.sv, "en": rule.title.en} for rule in checklist.rules} if checklist else {}
    said = remark_rules.ordered(review.remarks)
    return {
        "format": FORMAT,
        "region": review.region,
        "case": _chosen(review.case, _CASE),
        "referral": _chosen(review.referral, _REFERRAL),
        "version": _chosen(review.version, ("stage", "number", "documents_date")) if review.version else None,
        "checklist": {"name": checklist.id, "version": checklist.version, "sha256": checklist.sha256}
        if checklist
        else None,
        "functions": [_function(part, checklist) for part in review.parts],
        "remarks": [_remark(one, checks, checklist, titles) for one in said],
        "earlier": [_earlier(one) for one in remark_rules.newest_of_each_number(review.earlier)],
        "proposal": propose_stance(weighed, stage)._asdict(),
        "reviewed": bool(review.checks),
        "open": [_open(one, titles) for one in left_open(weighed)],
        "unconfirmed": [_open(one, titles) for one in unconfirmed(weighed)],
        "outdated": [_outdated(one, checks, titles) for one in said if _is_outdated(one, checks)],
        "contradictions": [
            one._asdict() for one in contradictions({part["department"]: part["stance"] for part in review.parts})
        ],
        "stance": stance,
        "summary": summary,
    }


def weigh(check: Mapping) -> Weighed:
    return Weighed(check["rule_id"], check["severity"], check["verdict"], bool(check["confirmed_by"]))


def as_text(content: Mapping) -> str:
    """The content as the register keeps it: the same content gives the same text."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True)


def department_name(checklist: Optional[Checklist], code: str) -> dict[str, str]:
    """The name of a function in both languages; its code where the list has none."""
    name = checklist.departments.get(code) if checklist else None
    return {"sv": name.sv, "en": name.en} if name else {"sv": code, "en": code}


def _function(part: Mapping, checklist: Optional[Checklist]) -> dict:
    chosen = _chosen(part, ("department", "status", "stance", "summary", "handler", "reason"))
    return {**chosen, "name": department_name(checklist, part["department"])}


def _never_run(review: Review) -> list[Weighed]:
    """The stage's rules that no run has had in it: nobody knows what they would have said."""
    run = {check["rule_id"] for check in review.checks}
    rules = review.checklist.rules if review.checklist else ()
    asked = (rule for rule in rules if rule.off is None and review.referral["stage"] in rule.stages)
    return [Weighed(rule.id, rule.severity, NOT_JUDGED, False) for rule in asked if rule.id not in run]


def _check_of(remark: Mapping, checks: Mapping[str, Mapping]) -> Optional[Mapping]:
    """The newest check behind a remark that came of one, whichever run that was."""
    return checks.get(remark["rule_id"]) if remark["check_id"] else None


def _is_outdated(remark: Mapping, checks: Mapping[str, Mapping]) -> bool:
    """Whether the newest run no longer says what the remark rests on, or nobody has confirmed that it does."""
    check = _check_of(remark, checks)
    if check is None:
        return bool(remark["check_id"])
    worded = bool((check["final_text"] or "").strip())
    return not check["confirmed_by"] or not (worded or check["verdict"] in (REMARK, FAIL))


def _outdated(remark: Mapping, checks: Mapping[str, Mapping], titles: Mapping) -> dict:
    check = _check_of(remark, checks)
    return {
        **_chosen(remark, ("number", "rule_id", "severity")),
        "verdict": check["verdict"] if check else NOT_JUDGED,
        "title": titles.get(remark["rule_id"]),
    }


def _remark(remark: Mapping, checks: Mapping, checklist: Optional[Checklist], titles: Mapping) -> dict:
    rule = _rule(checklist, remark["rule_id"])
    check = _check_of(remark, checks)
    return {
        **_chosen(remark, ("remark_id", "number", "text", "severity", "rule_id", "outcome")),
        "earlier": remark["previous"] is not None,
        "departments": [
            {"code": code, "name": department_name(checklist, code)}
            for code in split_departments(remark["departments"])
        ],
        "title": titles.get(remark["rule_id"]),
        "sources": [{"ref": one.ref, "url": one.url, "read": one.read} for one in rule.sources] if rule else [],
        "check": {**_chosen(check, _CHECK), "yes": _yes(check)} if check else None,
    }


def _earlier(remark: Mapping) -> dict:
    return _chosen(remark, ("number", "stage", "text", "severity", "municipality_reply", "reply_source", "outcome"))


def _yes(check: Mapping) -> Optional[bool]:
    """What was found where that is a yes or a no; None where it is a number."""
    try:
        facts = json.loads(check["values_json"] or "{}")
    except ValueError:
        return None
    flags = [fact for fact in facts.values() if isinstance(fact, bool)] if isinstance(facts, dict) else []
    return flags[0] if len(flags) == 1 and "value" not in facts and check["value"] == flags[0] else None


def _open(one: Weighed, titles: Mapping) -> dict:
    return {
        "number": None,  # no remark has come of it
        "rule_id": one.rule_id,
        "severity": one.severity,
        "verdict": one.verdict,
        "title": titles.get(one.rule_id),
    }


def _rule(checklist: Optional[Checklist], rule_id: Optional[str]):
    return next((rule for rule in checklist.rules if rule.id == rule_id), None) if checklist else None


def _chosen(row: Mapping, names: Sequence[str]) -> dict:
    return {name: one_line(row[name]) if name in _ONE_LINE and row[name] else row[name] for name in names}
