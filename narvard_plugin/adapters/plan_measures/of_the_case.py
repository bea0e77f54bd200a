"""Checks of the case itself: documents, dates, changes since the last stage, and what the region said before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ...core.plans.difference import Limits
from ...core.plans.measured import NO_DATA, NOTHING_TO_MEASURE, Finding, Measured, Unanswerable
from ...core.plans.remarks import prior_facts
from ...core.plans.workdays import YearOutside, add_workdays, workdays_between
from ...i18n import tr
from ..plan_comparison import compare
from ..plan_words import described, measure_word
from .asked import Asked
from .plan_ground import PlanGround
from .shapes import wkb_of
from .surroundings import Surroundings

#: What checklists call the dates of a planremiss, and the columns that hold them.
_DATES = {
    "remiss.start": "start",
    "remiss.inkom": "received",
    "remiss.svar_senast": "answer_by",
    "remiss.anstand_till": "extension_to",
    "remiss.sammantrade": "meeting",
}
#: The procedure that the least times of the law go by when the plan has a significant environmental impact.
_BMP = "bmp"


def document_present(asked: Asked, plan: PlanGround, ground: Surroundings) -> Measured:
    """How many of the documents that are asked for, by role or kind of investigation, the version does not have."""
    documents = plan.plan.documents
    if documents.empty:
        text = tr("No documents of the plan are in the register, so nobody can tell which are missing.")
        raise Unanswerable(NO_DATA, (), text)
    missing = []
    for member, column in (("roles", "role"), ("underlagstyp", "investigation")):
        there = {str(value).strip().casefold() for value in documents[column] if value is not None}
        wanted = asked.params.get(member) or ()
        missing += [str(one) for one in wanted if str(one).strip().casefold() not in there]
    text = tr("Missing: {list}").format(list=", ".join(missing)) if missing else tr("All documents are there")
    facts = {"missing": len(missing), "missing_list": ", ".join(missing)}
    return Measured(facts=facts, findings=(Finding(text, wkb_of(plan.area), facts),))


def date_interval(asked: Asked, plan: PlanGround, ground: Surroundings) -> Measured:
    """Days or workdays from one date to another; the first day is not counted.

    ``min`` is the least time of the plan's procedure, that of a significant environmental impact before the others;
    ``proposed`` the date that gives enough workdays, where the check's params tell how many.
    """
    params, referral = asked.params, plan.plan.referral
    if not referral:
        raise Unanswerable(NOTHING_TO_MEASURE, (), tr("The region has not been asked about the plan."))
    first, last = (_date(referral, str(params[name])) for name in ("from", "to"))
    try:
        days = workdays_between(first, last) if params.get("workdays") else (last - first).days
        facts = {"value": days}
        wanted = params.get("proposed_workdays")
        if wanted is not None:
            facts["proposed"] = add_workdays(first, int(wanted)).isoformat()
    except YearOutside as error:
        raise ValueError(
            tr("The calendar of workdays does not hold that year: {detail}").format(detail=error)
        ) from error
    if "min_by_procedure" in params:
        least = _least(params["min_by_procedure"], plan.plan.case)
        if least is None:
            text = tr("The plan's procedure is not known, so its least time is not known.")
            raise Unanswerable(NO_DATA, (), text)
        _refuse_unknown_impact(params["min_by_procedure"], plan.plan.case, least, days)
        facts["min"] = least
    text = tr("{first} to {last}: {n}").format(first=first.isoformat(), last=last.isoformat(), n=days)
    return Measured(facts=facts, findings=(Finding(text, wkb_of(plan.area), facts),))


def _date(referral: Mapping, name: str) -> date:
    column = _DATES.get(name, name.partition(".")[2])
    value = referral.get(column)
    if not value:
        raise Unanswerable(NO_DATA, (), tr("The planremiss has no date for {name}.").format(name=name))
    return date.fromisoformat(str(value)[:10])


def _least(by_procedure: Mapping, case: Mapping):
    if case.get("significant_impact") == 1 and _BMP in by_procedure:
        return by_procedure[_BMP]
    return by_procedure.get(case.get("procedure"))


def _refuse_unknown_impact(by_procedure: Mapping, case: Mapping, least: float, days: int) -> None:
    """A plan that may have a significant environmental impact may need longer. (Standard procedure is for those without.)"""
    longer = by_procedure.get(_BMP)
    if longer is None or case.get("significant_impact") is not None or case.get("procedure") == "standard":
        return
    if least <= days < longer:
        text = tr("It is not known whether the plan has a significant environmental impact; then at least {n} days.")
        raise Unanswerable(NO_DATA, (), text.format(n=longer))


def change(asked: Asked, plan: PlanGround, ground: Surroundings) -> Measured:
    """How many differences above the limits there are since the version of the last stage."""
    if plan.plan.previous is None:
        text = tr("The register has no earlier version to compare with.")
        raise Unanswerable(NO_DATA, (), text)
    params = asked.params
    usual = Limits()
    limits = usual._replace(
        height_m=float(params.get("height_m", usual.height_m)),
        area_m2=float(params.get("area_m2", usual.area_m2)),
        share=float(params.get("share", usual.share)),
    )
    before = PlanGround(plan.plan.previous, plan.feedback).content
    found = compare(before, plan.content, ground.feedback, limits)
    findings, told = [], []
    for one in found.changes:
        if not one.significant:
            continue
        rows, at = (found.after, one.row_after) if one.row_after is not None else (found.before, one.row_before)
        name = str(rows["designation"].iloc[at] or rows["wording"].iloc[at] or rows["kind"].iloc[at])
        text = f"{name}: {described(one.change, one.before, one.after, one.unit)}"
        told.append(text)
        places = [shape for _, shape in found.places(one) if shape is not None]
        findings += [Finding(text, wkb_of(shape), {"change": one.change}) for shape in places] or [Finding(text, None)]
    for figure in found.totals.figures:
        if figure.measure.startswith("document_"):
            text = measure_word(figure.measure, figure.use)
            told.append(text)
            findings.append(Finding(text, None))
    facts = {"changes": found.significant, "changes_list": "; ".join(told)}
    findings = findings or [Finding(tr("Nothing has changed"), wkb_of(plan.area), {"changes": 0})]
    return Measured(facts=facts, findings=tuple(findings))


def prior_remarks(asked: Asked, plan: PlanGround, ground: Surroundings) -> Measured:
    """How many of the region's remarks from earlier stages are not met, or met in part."""
    earlier = plan.plan.earlier_remarks
    if earlier is None:
        text = tr("The region was not asked in an earlier stage, so there are no earlier remarks.")
        raise Unanswerable(NOTHING_TO_MEASURE, (), text)
    facts = prior_facts(earlier)
    text = tr("{open} remarks not met, {partly} met in part").format(open=facts["open"], partly=facts["partly"])
    return Measured(facts=facts, findings=(Finding(text, wkb_of(plan.area), facts),))
