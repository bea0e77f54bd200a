"""Checks of what the plan's provisions allow: uses, their areas and building rights, and single values."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ...core.plans.measured import NO_DATA, Finding, Measured, Unanswerable
from ...core.plans.provision_values import DATUM, HEIGHT, LEAST, STOREYS, Value, matching, values
from ...i18n import number, tr
from ..plan_words import reason_word
from .asked import Asked, measured_words, sentences
from .height_gaps import height_doubts
from .plan_ground import PlanGround
from .shapes import from_wkb, united, wkb_of
from .surroundings import Surroundings

_AGGREGATES = {"max": max, "min": min, "sum": math.fsum}


def use_present(asked: Asked, plan: PlanGround, ground: Surroundings) -> Measured:
    """Whether the plan has one of the check's uses."""
    _require_uses(plan)
    if plan.has_use(*asked.check.use) is None:
        plan.require_known_uses()
    uses = [use for use in plan.uses if use.is_any_of(asked.check.use)]
    shapes = [use.shape for use in uses if use.shape is not None]
    named = ", ".join(asked.check.use)
    text = tr("Use {uses} is here") if uses else tr("No use {uses} in the plan")
    where = united(shapes) if shapes else plan.area
    finding = Finding(text.format(uses=named), wkb_of(where), {"found": bool(uses)})
    return Measured(facts={"found": bool(uses)}, findings=(finding,))


def use_area(asked: Asked, plan: PlanGround, ground: Surroundings) -> Measured:
    """m² of the places where a use is allowed, and the gross floor area that may be built there."""
    _require_uses(plan)
    plan.require_known_uses()
    letters = [use for use in asked.check.use if len(use) == 1]
    subject = plan.subject(asked.check) if asked.check.subject != "plan" else None
    rights = plan.rights_by(str(asked.params.get("provisions", "*")))
    facts, notes = {"area": rights.area(*letters)}, []
    if math.isnan(facts["area"]):
        text = tr("The plan's ground for {uses} is not drawn, so its area is not known.")
        raise Unanswerable(NO_DATA, (), text.format(uses=", ".join(letters)))
    if facts["area"] == 0:
        facts["bta"] = 0.0
    else:
        gross = rights.gross_area(*letters)
        doubts = [one for one in rights.unclear if not one.uses or set(one.uses) & set(letters)]
        notes = [f"{_named(one.value)}: {reason_word(one.reason)}." for one in doubts]
        if math.isnan(gross) or not rights.is_clear(*letters):
            notes.append(tr("How much may be built for {uses} can't be told.").format(uses=", ".join(letters)))
        else:
            facts["bta"] = gross
        shared = rights.shared_with(*letters)
        if shared:
            text = tr("On the same ground {uses} may be built, which may take all of the floor area.")
            notes.append(text.format(uses=", ".join(shared)))
    shapes = [use.shape for use in plan.uses if use.shape is not None and use.is_any_of(letters)]
    where = subject.whole if subject is not None else united(shapes) if shapes else plan.area
    text = tr("{uses}: {area} m², {bta} m² gross").format(
        uses=", ".join(letters), area=number(round(facts["area"])), bta=number(round(facts.get("bta", math.nan), 1))
    )
    return Measured(facts=facts, findings=(Finding(text, wkb_of(where), facts),), explanation=sentences(notes))


def provision_value(asked: Asked, plan: PlanGround, ground: Surroundings) -> Measured:
    """One number of the provisions whose codes fit a pattern: the greatest, the least or the sum.

    Heights above ground and above the datum are never compared with each other without the ground's own height (role
    ``dem``), and storeys of older plans are no metres.
    """
    params = asked.params
    if plan.plan.provisions.empty:
        raise Unanswerable(NO_DATA, (), tr("The plan's provisions are not known yet."))
    found = matching(values(plan.plan.provisions), str(params.get("codes", "*")))
    aggregate = str(params.get("aggregate", "max"))
    if aggregate not in _AGGREGATES:
        raise ValueError(tr("There is no aggregate {name}.").format(name=aggregate))
    usable = [one for one in found if not one.problem and (aggregate != "max" or one.meaning.bound != LEAST)]
    unclear = [one for one in found if one.problem]
    notes = [f"{_named(one)}: {reason_word(one.problem)}." for one in unclear]
    numbers = _comparable(usable, plan, ground, notes)
    if unclear or len(numbers) < len(usable):
        raise Unanswerable(NO_DATA, (), sentences(notes))
    if not numbers:
        raise Unanswerable(NO_DATA, (), tr("No provision of the plan tells this."))
    value = _AGGREGATES[aggregate](numbers.values())
    told = [one for one in usable if numbers[one.provision_id] == value] or usable
    names = ", ".join(dict.fromkeys(_named(one) for one in told))
    place = _place(plan, [one.provision_id for one in told])
    finding = Finding(measured_words(asked, value), place, {"value": value, "names": names})
    facts = {"value": value, "names": names}
    return Measured(
        facts=facts, findings=(finding,), explanation=sentences(notes), doubt=_doubt(plan, usable, aggregate)
    )


def _doubt(plan: PlanGround, usable: Sequence[Value], aggregate: str) -> str:
    """Why the plan may allow more than its greatest height."""
    heights = [(one, _shape(plan, one.provision_id) or plan.area) for one in usable if one.meaning.quantity == HEIGHT]
    return sentences(height_doubts(heights, plan, plan.area)) if heights and aggregate == "max" else ""


def _comparable(found: Sequence[Value], plan: PlanGround, ground: Surroundings, notes: list[str]) -> dict[str, float]:
    """Provision id -> number, of those that mean the same; heights in metres above ground."""
    others = {(*one.meaning.like, one.meaning.unit) for one in found if one.meaning.quantity not in (HEIGHT, STOREYS)}
    if len(others) > 1 or (others and len(others) < len({one.meaning.quantity for one in found})):
        notes.append(tr("The provisions tell of different things, which can't be compared."))
        return {}
    numbers = {}
    for one in found:
        if one.meaning.quantity == STOREYS:
            notes.append(tr("{name} tells storeys, not metres.").format(name=_named(one)))
        elif one.meaning.quantity == HEIGHT and one.meaning.basis == DATUM:
            level = _lowest_ground(plan, ground, one.provision_id)
            if level is None:
                text = tr("{name} is above the datum; the height of the ground is not known (role dem).")
                notes.append(text.format(name=_named(one)))
            else:
                numbers[one.provision_id] = one.number - level
        else:
            numbers[one.provision_id] = one.number
    return numbers


def _lowest_ground(plan: PlanGround, ground: Surroundings, provision_id: str):
    """The ground's lowest height under a provision, where a building is tallest; None where it is not known."""
    if not ground.has("dem"):
        return None
    shape = _shape(plan, provision_id) or plan.area
    cells = ground.raster("dem").within(shape).values
    cells = cells[~(cells != cells)]
    return float(cells.min()) if len(cells) else None


def _shape(plan: PlanGround, provision_id: str):
    rows = plan.plan.provisions
    found = rows.loc[rows["provision_id"] == provision_id, "wkb"]
    return from_wkb(found.iloc[0]) if len(found) else None


def _place(plan: PlanGround, ids: Sequence[str]):
    shapes = [shape for shape in (_shape(plan, one) for one in ids) if shape is not None]
    return wkb_of(united(shapes)) if shapes and len({shape.type() for shape in shapes}) == 1 else wkb_of(plan.area)


def _named(value: Value) -> str:
    return value.code or value.provision_id


def _require_uses(plan: PlanGround) -> None:
    if not plan.knows_uses:
        raise Unanswerable(NO_DATA, (), tr("The plan's uses are not known yet."))
