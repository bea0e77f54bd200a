"""A letter from a municipality into the register: its case, documents and planremiss, once however often it is read.

What is left out is not guessed here: without the municipality's date there is no planremiss.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple, Optional

from ...core.plans import codes
from ...core.plans.rows import records
from .cases import add_case, attach, change_case, find_case, read_case
from .deadline_rows import ENDED
from .errors import PlanRefused
from .referrals import register_referral

NEW, KNOWN = "new", "known"
#: What became of the planremiss.
MADE, ALREADY, OTHER_DATE, NO_DATE, NO_STAGE = "made", "already", "other_date", "no_date", "no_stage"
_FILLED = ("municipality_reference", "designation", "purpose")
_STATUS_OF_STAGE = {"planbesked": "planbesked", "program": "program", "samråd": "samråd", "granskning": "granskning",
                    "antagen": "antagen"}  # fmt: skip


class Document(NamedTuple):
    """A file of the letter, and what it is."""

    name: str
    media_type: str
    content: bytes
    role: str
    investigation: Optional[str] = None


class Registered(NamedTuple):
    """``case`` is new or known; ``referral``: made, already, other_date, no_date or no_stage; ``documents`` were added."""

    plan_id: str
    case: str
    referral_id: Optional[str]
    referral: str
    documents: int
    #: The date of the planremiss that stands already, where the letter names another.
    standing_date: Optional[str] = None


def register_letter(
    workspace,
    case: Mapping,
    referral: Mapping,
    documents: Sequence[Document],
    *,
    plan_id: Optional[str] = None,
    today: Optional[date] = None,
) -> Registered:
    """Store what a letter says, in one transaction.

    ``case``: columns of ``plan_cases`` (municipality, name and came_by for a new one); ``referral``: stage, received, and
    where they are known start, answer_by, level and standing. The first of ``documents`` is the letter itself. The case is
    ``plan_id``, else the one that has this letter already, else the one with the same reference, else the one that
    `find_case` finds; a new one otherwise.
    """
    with workspace.transaction():
        known = plan_id or _case_with(workspace, documents[0]) or _case_like(workspace, case)
        if known:
            read_case(workspace, known)
            _fill_in(workspace, known, case, referral, today)
        else:
            missing = [name for name in ("municipality", "name") if not case.get(name)]
            if missing:
                raise PlanRefused("letter_without_case", columns=", ".join(missing))
            status = _STATUS_OF_STAGE.get(referral.get("stage") or "", "bevakad")
            known, plan_id = None, add_case(workspace, {"status": status, **case}, today)
        plan_id = known or plan_id
        added = sum(_attach(workspace, plan_id, one, referral.get("received")) for one in documents)
        referral_id, what, other = _planremiss(workspace, plan_id, referral, today)
    return Registered(plan_id, KNOWN if known else NEW, referral_id, what, added, other)


def _case_with(workspace, letter: Document) -> Optional[str]:
    """The case that this very letter was registered in."""
    checksum = hashlib.sha256(letter.content).hexdigest()
    found = workspace.read("plan_documents", within={"sha256": [checksum], "role": [letter.role]})
    return found["plan_id"].iloc[0] if len(found) else None


def _case_like(workspace, case: Mapping) -> Optional[str]:
    return case_with_reference(workspace, case) or find_case(
        workspace,
        national_id=case.get("national_id"),
        municipality=case.get("municipality"),
        designation=case.get("designation"),
        name=case.get("name"),
    )


def case_with_reference(workspace, case: Mapping) -> Optional[str]:
    """The only case with the municipality's reference (diarienummer) of ``case``; None where there is none, or several."""
    municipality, reference = case.get("municipality"), case.get("municipality_reference")
    if not municipality or not reference:
        return None
    within = {"municipality": [municipality], "municipality_reference": [reference]}
    found = workspace.read("plan_cases", within=within)
    return found["plan_id"].iloc[0] if len(found) == 1 else None


def _fill_in(workspace, plan_id: str, case: Mapping, referral: Mapping, today: Optional[date]) -> None:
    """What the register did not know, and a stage that the plan has come to; what somebody wrote is left."""
    before = read_case(workspace, plan_id)
    values = {name: case[name] for name in _FILLED if case.get(name) and before[name] is None}
    if before["procedure"] == "okant" and case.get("procedure", "okant") != "okant":
        values["procedure"] = case["procedure"]
    status = _STATUS_OF_STAGE.get(referral.get("stage") or "")
    if later_status(before["status"], status):
        values["status"] = status
    if values:
        change_case(workspace, plan_id, values, before["row_version"], today)


def later_status(before: str, told: Optional[str]) -> bool:
    """Whether ``told`` comes after ``before`` in the course of a plan; only then is it taken from outside."""
    order = (*codes.OWN_STATUSES[:4], *codes.NATIONAL_STATUSES)
    return told in order and (before not in order or order.index(told) > order.index(before))


def _attach(workspace, plan_id: str, one: Document, received: Optional[str]) -> bool:
    checksum = hashlib.sha256(one.content).hexdigest()
    within = {"plan_id": [plan_id], "sha256": [checksum], "role": [one.role]}
    if len(workspace.read("plan_documents", within=within)):
        return False
    attach(workspace, plan_id, one.name, one.content, one.media_type, one.role, investigation=one.investigation,
           received=received)  # fmt: skip
    return True


def _planremiss(workspace, plan_id: str, referral: Mapping, today: Optional[date]):
    if not referral.get("stage"):
        return None, NO_STAGE, None
    if not referral.get("answer_by"):
        return None, NO_DATE, None
    within = {"plan_id": [plan_id], "stage": [referral["stage"]]}
    standing = records(workspace.read("referrals", within=within))
    for one in standing:
        if one["answer_by"] == referral["answer_by"]:
            return one["referral_id"], ALREADY, None
    for one in standing:
        if one["status"] not in ENDED:
            return one["referral_id"], OTHER_DATE, one["answer_by"]
    asked = {**referral, "plan_id": plan_id}
    return register_referral(workspace, asked, today), MADE, None
