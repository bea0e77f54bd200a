"""A function's part out of the register as a file (answer package), and back into it by id and version."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timezone
from typing import NamedTuple, Optional

from ...core.plans import answer_package, codes
from ...core.plans.answer_package import ANSWER, CHECK, REMARK, Conflict, Package, PackageError, Row
from ...core.plans.checklist import Checklist
from ...core.plans.checklist_reading import ANSWERS
from ...core.plans.merging import split_departments
from ...core.plans.remarks import STRUCK
from ...core.plans.rows import records
from ...i18n import tr
from . import checks as check_service
from . import remarks as remark_service
from .answers import change_part, checklist_of, note_part, open_referral, parts_of
from .cases import read_case
from .checks import latest_checks
from .errors import PlanRefused

_SHOWN_OF_CHECK = ("severity", "auto_verdict", "value", "unit", "threshold", "layer", "layer_date", "explanation",
                   "proposed_text")  # fmt: skip


class Merged(NamedTuple):
    """How many rows of a package were changed, added and said nothing new, and the conflicts: of those nothing was merged."""

    changed: int
    added: int
    unchanged: int
    conflicts: tuple[Conflict, ...]


def export_answer_package(workspace, referral_id: str, department: str) -> dict:
    """One function's part with its checks and remarks, as a value that JSON holds."""
    referral = open_referral(workspace, referral_id)
    case = read_case(workspace, referral["plan_id"])
    part = _part_of(workspace, referral_id, department)
    checklist = checklist_of(workspace, referral_id)
    return {
        "format": answer_package.FORMAT,
        "referral_id": referral_id,
        "department": department,
        "exported": datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "shown": {
            "plan": case["name"],
            "municipality": case["municipality"],
            "stage": referral["stage"],
            "answer_by": part["answer_by"] or referral["extension_to"] or referral["answer_by"],
            "region_reference": referral["region_reference"] or case["region_reference"],
            "statuses": list(codes.PARTIAL_STATUSES),
            "stances": list(codes.STANCES),
            "verdicts": list(codes.VERDICTS),
            "severities": list(codes.SEVERITIES),
        },
        "answer": answer_package.package_row(ANSWER, part["answer_id"], part, {"reason": part["reason"]}),
        "checks": [
            answer_package.package_row(CHECK, row["check_id"], row, _shown(row, checklist))
            for row in _checks_of(workspace, referral_id, department)
        ],
        "remarks": [
            answer_package.package_row(REMARK, row["remark_id"], row, {"number": row["number"]})
            for row in _remarks_of(workspace, referral_id, department)
        ],
    }


def merge_answer_package(workspace, package: Package, take: Collection[str] = ()) -> Merged:
    """Put a function's edited part back.

    A row that somebody changed in the register meanwhile is a conflict: both values are told and nothing of the row is
    merged, unless its id is in ``take``. Everything else is merged, in one transaction.
    """
    with workspace.transaction():
        open_referral(workspace, package.referral_id)
        part = _part_of(workspace, package.referral_id, package.department)
        checklist = checklist_of(workspace, package.referral_id)
        targets = _targets(workspace, package, part)
        merge = _compared(package, _register(targets), take)
        new = _not_there_yet(workspace, package, merge.additions)
        if (merge.changes or new) and part["status"] in codes.PARTIAL_LOCKED:
            raise PlanRefused("part_locked", department=package.department, status=part["status"])
        # The part's own row last: its status may lock what was said.
        for row, wanted in sorted(merge.changes, key=lambda change: change[0].kind == ANSWER):
            _APPLY[row.kind](workspace, targets[row.kind, row.id], row, wanted, checklist)
        for row in new:
            remark_service.add_remark(
                workspace,
                package.referral_id,
                (package.department,),
                row.values["text"],
                row.values.get("severity") or "rad",
                rule_id=row.values.get("rule_id"),
            )
        if merge.changes or new:
            text = tr("The delsvar of {department} was read in from a file.").format(department=package.department)
            note_part(workspace, package.referral_id, text)
    unchanged = merge.unchanged + len(merge.additions) - len(new)
    return Merged(len(merge.changes), len(new), unchanged, merge.conflicts)


def _compared(package: Package, register: Mapping, take: Collection[str]) -> answer_package.Merge:
    try:
        return answer_package.merge_package(package, register, take)
    except PackageError as error:
        if error.problem == "missing":
            raise PlanRefused("package_row", id=error.detail) from error
        if error.problem == "removed":
            raise PlanRefused("package_removed", where=error.where, value=error.detail) from error
        raise PlanRefused("package_rule", where=error.where, value=error.detail) from error


def _not_there_yet(workspace, package: Package, additions: Sequence[Row]) -> list[Row]:
    """New remarks that the function has not made already: what a file says twice, or in two readings, is added once."""
    standing = records(workspace.read("remarks", within={"referral_id": [package.referral_id]}))
    made = {row["original_text"] for row in standing if package.department in split_departments(row["departments"])}
    new = {row.values["text"]: row for row in reversed(additions)}
    return [row for row in additions if row.values["text"] not in made and new[row.values["text"]] is row]


def _targets(workspace, package: Package, part: Mapping) -> dict[tuple[str, str], Mapping]:
    """The rows that the package may tell of; a check of an earlier run stands for the newest by the same rule."""
    referral_id, department = package.referral_id, package.department
    newest = {row["rule_id"]: row for row in _checks_of(workspace, referral_id, department)}
    every = records(workspace.read("checks", within={"referral_id": [referral_id], "department": [department]}))
    return {
        (ANSWER, part["answer_id"]): part,
        **{(CHECK, row["check_id"]): newest.get(row["rule_id"], row) for row in every},
        **{
            (REMARK, row["remark_id"]): row
            for row in remark_service.remarks_of(workspace, referral_id)
            if department in split_departments(row["departments"])
        },
    }


def _register(targets: Mapping[tuple[str, str], Mapping]) -> dict[tuple[str, str], Mapping]:
    """The targets as they are compared. A check that was run again since the export has been changed by that, and a remark
    that the coordinator has struck or shared with other functions since then by the coordinator."""

    def changed(kind: str, row_id: str, row: Mapping) -> bool:
        return {
            ANSWER: lambda: False,
            CHECK: lambda: row["check_id"] != row_id,
            REMARK: lambda: row["wording"] == STRUCK or len(split_departments(row["departments"])) > 1,
        }[kind]()

    return {key: {**row, "row_version": None} if changed(*key, row) else row for key, row in targets.items()}


def _apply_part(workspace, part: Mapping, row: Row, wanted: Mapping, checklist) -> None:
    values = {name: text for name, text in wanted.items() if name != "status"}
    steps = _steps(part["status"], wanted.get("status"), part["department"])
    if steps[-1:] == ["svar_lamnat"] and not (wanted.get("stance") or part["stance"]):
        raise PlanRefused("stance_missing", department=part["department"])
    if values and part["status"] == "ej_paborjad" and not steps:
        steps = ["pagar"]
    version = part["row_version"]
    for at, status in enumerate(steps or [None]):
        # What is said goes in with the first step that leaves the row open, at the latest before the one that locks it.
        now = {**(values if at == 0 else {}), **({"status": status} if status else {})}
        change_part(workspace, part["answer_id"], now, version)
        version += 1


def _steps(before: str, after: Optional[str], department: str) -> list[str]:
    """The steps from one status of a part to another; a file can begin, answer, or say that it is not concerned."""
    if after is None or after == before:
        return []
    ways = {
        ("ej_paborjad", "pagar"): ["pagar"],
        ("ej_paborjad", "svar_lamnat"): ["pagar", "svar_lamnat"],
        ("ej_paborjad", "berors_ej"): ["pagar", "berors_ej"],
        ("pagar", "svar_lamnat"): ["svar_lamnat"],
        ("pagar", "berors_ej"): ["berors_ej"],
        ("komplettering", "svar_lamnat"): ["svar_lamnat"],
    }
    if (before, after) not in ways:
        raise PlanRefused("package_status", department=department, before=before, after=after)
    return ways[before, after]


def _apply_check(workspace, check: Mapping, row: Row, wanted: Mapping, checklist: Optional[Checklist]) -> None:
    check_id, version = check["check_id"], check["row_version"]
    who, reason = row.values.get("confirmed_by") or "", row.values.get("reason") or ""
    if wanted.get("answer"):
        rule = _rule(checklist, check["rule_id"])
        answers = rule.answers if rule else {}
        given = answers.get(wanted["answer"])
        if wanted.get("verdict") and given and wanted["verdict"] != given:
            rule_id, answer, verdict = check["rule_id"], wanted["answer"], wanted["verdict"]
            raise PlanRefused("answer_and_verdict", rule_id=rule_id, answer=answer, verdict=verdict)
        check_service.answer_question(workspace, check_id, wanted["answer"], reason, who, version, answers=answers)
    elif wanted.get("verdict"):
        check_service.override(workspace, check_id, wanted["verdict"], reason, who, version)
    elif wanted.get("confirmed_by"):
        check_service.confirm(workspace, check_id, who, version)
    else:
        version -= 1
    left = {name: wanted[name] for name in ("final_text", "reason") if name in wanted}
    if left:
        key = {name: check[name] for name in ("referral_id", "rule_id", "run")}
        workspace.change("checks", key, left, row_version=version + 1)


def _apply_remark(workspace, remark: Mapping, row: Row, wanted: Mapping, checklist) -> None:
    now = remark_service.read_remark(workspace, row.id)  # an earlier row of the file may have changed its number
    text = wanted.get("text") or now["text"]
    remark_service.edit_remark(workspace, row.id, text, now["row_version"], severity=wanted.get("severity"))


_APPLY = {ANSWER: _apply_part, CHECK: _apply_check, REMARK: _apply_remark}


def _part_of(workspace, referral_id: str, department: str) -> dict:
    for part in parts_of(workspace, referral_id):
        if part["department"] == department:
            return part
    raise PlanRefused("not_asked", department=department)


def _checks_of(workspace, referral_id: str, department: str) -> list[dict]:
    return [row for row in records(latest_checks(workspace, referral_id)) if row["department"] == department]


def _remarks_of(workspace, referral_id: str, department: str) -> list[dict]:
    """The remarks that are the function's alone: those that it shares are the coordinator's to word."""
    return [
        row
        for row in remark_service.remarks_of(workspace, referral_id)
        if split_departments(row["departments"]) == (department,) and row["wording"] != STRUCK
    ]


def _rule(checklist: Optional[Checklist], rule_id: str):
    return next((rule for rule in checklist.rules if rule.id == rule_id), None) if checklist else None


def _shown(check: Mapping, checklist: Optional[Checklist]) -> dict:
    rule = _rule(checklist, check["rule_id"])
    return {
        "rule_id": check["rule_id"],
        "title": rule.title.sv if rule else check["rule_id"],
        "question": rule.question.sv if rule and rule.question else None,
        "answers": [word for word in ANSWERS if word in rule.answers] if rule else [],
        **{name: check[name] for name in _SHOWN_OF_CHECK},
    }
