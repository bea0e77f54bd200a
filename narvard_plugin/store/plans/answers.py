"""The functions' parts of the region's answer (delsvar): who is asked, what they say, and what locks it.

Every function is one transaction on an open workspace, and raises a ``StoreError`` that leaves it as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional

from ...core.plans import codes
from ...core.plans.checklist import Checklist
from ...core.plans.checklist_reading import read_frozen
from ...core.plans.merging import Concerned, concerned
from ...core.plans.rows import plain, record, records
from ...i18n import tr
from .cases import note_event
from .checks import frozen_checklist, latest_checks
from .errors import PlanRefused
from .referrals import read_referral


def open_referral(workspace, referral_id: str) -> dict:
    """The planremiss, refused when its answer has gone to the decision."""
    referral = read_referral(workspace, referral_id)
    if referral["status"] not in codes.REFERRAL_OPEN:
        raise PlanRefused("answer_closed", status=referral["status"])
    return referral


def parts_of(workspace, referral_id: str) -> list[dict]:
    """The parts of a planremiss in the order that they were asked."""
    return records(workspace.read("partial_answers", within={"referral_id": [referral_id]}))


def checklist_of(workspace, referral_id: str) -> Optional[Checklist]:
    """The checklist as it was frozen for the planremiss; None where none is."""
    content = frozen_checklist(workspace, referral_id)
    return read_frozen(content) if content else None


def also_concerned(checklist: Optional[Checklist]) -> dict[str, tuple[str, ...]]:
    """Rule id -> the further functions that it concerns."""
    return {rule.id: rule.also for rule in checklist.rules} if checklist else {}


def propose_functions(workspace, referral_id: str) -> list[Concerned]:
    """The functions that the newest run of checks concerns, with the rules that say so, in the frozen list's order."""
    checks = records(latest_checks(workspace, referral_id), ("rule_id", "department", "verdict"))
    checklist = checklist_of(workspace, referral_id)
    order = tuple(checklist.departments) if checklist else ()
    return concerned([tuple(check.values()) for check in checks], also_concerned(checklist), order)


def start_part(workspace, answer_id: str, row_version: int, handler: Optional[str] = None) -> None:
    """A function takes its part in hand."""
    values = {"status": "pagar", **({"handler": handler} if handler else {})}
    change_part(workspace, answer_id, values, row_version)


def answer_part(workspace, answer_id: str, stance: str, summary: str, row_version: int) -> None:
    """What the function says of the plan; a part that nobody had begun is begun by it. It can still be changed."""
    if stance not in codes.STANCES:
        raise PlanRefused("unknown_stance", stance=stance)
    with workspace.transaction():
        part = _part(workspace, answer_id)
        begun = {"status": "pagar"} if part["status"] == "ej_paborjad" else {}
        values = {"stance": stance, "summary": plain(summary).strip() or None, **begun}
        change_part(workspace, answer_id, values, row_version)


def lock_part(workspace, answer_id: str, row_version: int) -> None:
    """The function has answered: its stance and summary stand still until the coordinator asks for more."""
    with workspace.transaction():
        part = _part(workspace, answer_id)
        if not part["stance"]:
            raise PlanRefused("stance_missing", department=part["department"])
        change_part(workspace, answer_id, {"status": "svar_lamnat"}, row_version)


def ask_completion(workspace, answer_id: str, question: str, row_version: int) -> None:
    """The coordinator wants more of the function, and says what; the part opens again."""
    if not question.strip():
        raise PlanRefused("question_missing")
    with workspace.transaction():
        part = change_part(workspace, answer_id, {"status": "komplettering"}, row_version)
        text = tr("{department} was asked to complete its delsvar: {question}")
        text = text.format(department=part["department"], question=plain(question).strip())
        note_part(workspace, part["referral_id"], text)


def approve_part(workspace, answer_id: str, row_version: int) -> None:
    """The coordinator takes the answer as it stands."""
    change_part(workspace, answer_id, {"status": "godkand"}, row_version)


def not_concerned(workspace, answer_id: str, reason: str, row_version: int) -> None:
    """The function has nothing to say of this plan, and says why; `reopen_part` asks it again."""
    if not reason.strip():
        raise PlanRefused("reason_missing_part")
    change_part(workspace, answer_id, {"status": "berors_ej", "summary": plain(reason).strip()}, row_version)


def reopen_part(workspace, answer_id: str, row_version: int) -> None:
    """A function that was not concerned is asked after all."""
    change_part(workspace, answer_id, {"status": "ej_paborjad"}, row_version)


def _part(workspace, answer_id: str) -> dict:
    rows = workspace.read("partial_answers", within={"answer_id": [answer_id]})
    if rows.empty:
        raise PlanRefused("unknown_id", table="partial_answers", id=answer_id)
    return record(rows)


def change_part(workspace, answer_id: str, values: Mapping, row_version: int) -> dict:
    """Change columns of a part that was read with ``row_version``; the part as it was."""
    with workspace.transaction():
        part = _part(workspace, answer_id)
        open_referral(workspace, part["referral_id"])
        key = {"referral_id": part["referral_id"], "department": part["department"]}
        workspace.change("partial_answers", key, values, row_version=row_version)
    return part


def note_part(workspace, referral_id: str, text: str) -> None:
    """Something about a part that is no change of its row, in the case's events."""
    plan_id = read_referral(workspace, referral_id)["plan_id"]
    note_event(workspace, "anteckning", text, plan_id=plan_id, referral_id=referral_id)
