"""Check of capacity: what a plan and the other plans near it do to the health centres in reach."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from ...core.network.travel import NoFacilityOnRoad, RoadTravel, TravelRules
from ...core.plans.expression import Unknown
from ...core.plans.judging import parameter_values
from ...core.plans.judging_words import doubts
from ...core.plans.measured import NO_DATA, Finding, Measured, Unanswerable
from ...core.plans.review_run import NETWORK
from ...i18n import number, tr
from ..crs import crs_from_text, transform_xy
from ..reading import as_text
from ..tables import amount
from .asked import Asked, sentences, user_language
from .knowledge import Knowledge
from .layer_data import SWEREF99TM, LayerData
from .near import about, known
from .network_reach import MOST_OFFROAD_M, WALK_KMH, asking
from .plan_ground import PlanGround
from .shapes import middle, point, united, wkb_of
from .surroundings import Surroundings

_LISTED, _SPECIALISTS = "listade", "heltid_specialist"
_CARE, _CAPACITY = "care", "capacity"
#: A comprehensive plan or a programme holds the same dwellings as the detail plans that follow it.
_COUNTED = ("detaljplan", "andring", "planbesked")


class Centre(NamedTuple):
    """A health centre in reach: its ``row`` in the layer, listed people, and places by the norm (NaN = unknown)."""

    row: int
    listed: float
    places: float


def capacity(asked: Asked, plan: PlanGround, ground: Surroundings) -> Measured:
    """The load (listed over places) of the centres in reach together, before and after the plan's people.

    Places are ``listed_per_gp`` per full-time specialist. With ``include_ongoing_plans_m`` the people of every other plan
    under way within so many metres come too.
    """
    figures = {**parameter_values(asked.checklist, asked.context.confirmed), **asked.params}
    care = known(ground.layer(_CARE, str(asked.params.get("filter", ""))))
    table = ground.layer(_CAPACITY)
    computed = asked.formulas({})
    people = _number(computed, "persons", asked)
    minutes, norm = float(figures.get("minutes", figures.get("pc_minutes"))), float(figures["listed_per_gp"])
    centres, unknown = _centres(plan, care, table, minutes, norm, ground)
    others, notes, uncounted = _others(asked, plan, ground)
    listed, places = sum(one.listed for one in centres), sum(one.places for one in centres)
    facts = {name: float(value) for name, value in computed.items() if not isinstance(value, Unknown)}
    names = ", ".join(care.label(one.row) for one in centres)
    if not centres or places <= 0:
        facts.update(load_before=math.inf, load_after=math.inf, value=math.inf, names="")
        notes.append(tr("No health centre with places lies within {n} minutes by car.").format(n=number(minutes)))
    else:
        after = (listed + people + others) / places
        facts.update(load_before=listed / places, load_after=after, value=after, names=names)
        most = _if_all_were_houses(asked, computed)
        if most > people and after <= figures.get("load_ok", math.inf) < (listed + most + others) / places:
            text = tr("It is not known how many of the dwellings are houses. If all were, {people} people would come.")
            uncounted = sentences([uncounted, text.format(people=number(round(most)))])
        text = tr("{listed} listed and {people} new people ({others} of them from other plans) on {places} places.")
        told = {"listed": listed, "people": people + others, "others": others, "places": places}
        notes.append(text.format(**{name: number(round(value)) for name, value in told.items()}))
    if unknown:
        text = tr("The capacity is not known of {list}.").format(list=", ".join(care.label(row) for row in unknown))
        raise Unanswerable(NO_DATA, (_CAPACITY,), sentences([text, *notes]))
    where = [care.shapes[one.row] for one in centres]
    finding = Finding(
        notes[-1], wkb_of(united([point(middle(shape)) for shape in where]) if where else plan.area), facts
    )
    return Measured(facts=facts, findings=(finding,), explanation=sentences([about(care), *notes]), doubt=uncounted)


def _if_all_were_houses(asked: Asked, computed: Mapping) -> float:
    """The plan's people if every dwelling were a house; 0 where the case tells how many are."""
    facts = asked.context.facts
    if facts.get("dwellings_house") is not None or isinstance(computed.get("dwellings"), (Unknown, type(None))):
        return 0.0
    houses = {**facts, "dwellings_house": computed["dwellings"]}
    found = replace(asked, context=replace(asked.context, facts=houses)).formulas({}).get("persons")
    return 0.0 if found is None or isinstance(found, Unknown) else float(found)


def _number(computed: Mapping, name: str, asked: Asked) -> float:
    value = computed.get(name)
    if value is None or isinstance(value, Unknown):
        reason = doubts(value, asked.checklist).get(user_language()) if isinstance(value, Unknown) else ""
        text = tr("How many people the plan brings can't be counted. {reason}").format(reason=reason)
        raise Unanswerable(NO_DATA, (), text.strip())
    return float(value)


def _centres(plan: PlanGround, care: LayerData, table: LayerData, minutes: float, norm: float, ground: Surroundings):
    """The centres within ``minutes`` by car of the middle of the plan, and rows of those whose capacity is not known."""
    found = _figures(table)
    ids = [as_text(value) for value in care.column("facility_id")]
    centres, unknown = [], []
    for row in _in_reach(plan, care, minutes, ground):
        listed, specialists = (found.get((ids[row], kind), math.nan) for kind in (_LISTED, _SPECIALISTS))
        if math.isnan(listed) or math.isnan(specialists):
            unknown.append(row)
        else:
            centres.append(Centre(row, listed, specialists * norm))
    return centres, unknown


def _figures(table: LayerData) -> dict[tuple[str, str], float]:
    """(centre, kind) -> the newest value, of a table with a row per kind or a column per kind."""
    ids = [as_text(value) for value in table.column("facility_id")]
    found: dict[tuple[str, str], float] = {}
    if "kind" not in table.columns:
        for kind in (_LISTED, _SPECIALISTS):
            found.update({(own, kind): amount(value) for own, value in zip(ids, table.column(kind))})
        return found
    kinds, values = table.column("kind"), table.column("value")
    days = [as_text(day or "") for day in table.columns.get("date", [None] * len(ids))]
    for row in sorted(range(len(ids)), key=lambda row: days[row]):
        found[(ids[row], as_text(kinds[row]))] = amount(values[row])
    return found


def _in_reach(plan: PlanGround, care: LayerData, minutes: float, ground: Surroundings) -> list[int]:
    network = ground.use_network()
    crs = crs_from_text(network.crs)
    key = ("capacity_travel", id(care), minutes)
    if key not in ground.kept:
        spots = np.array([middle(care.shapes[row]) for row in care.placed])
        rules = TravelRules("car", "to_facility", minutes, 1.0, MOST_OFFROAD_M, WALK_KMH)
        spots = transform_xy(spots, SWEREF99TM, crs, ground.transforms)
        ground.kept[key] = (RoadTravel(network, rules, spots), care)
    travel, _ = ground.kept[key]
    if plan.area.isNull():
        raise Unanswerable(NO_DATA, (), tr("The plan has no area on the map, so nothing can be measured."))
    xy = transform_xy(middle(plan.area)[None, :], SWEREF99TM, crs, ground.transforms)
    try:
        pairs = travel.pairs(xy, asking(ground.feedback))
    except NoFacilityOnRoad as error:
        text = tr("None of the features of the layer {name} lies near a road of the network.").format(name=care.name)
        raise Unanswerable(NO_DATA, (_CARE, NETWORK), text) from error
    return sorted(int(care.placed[row]) for row in pairs.facility)


def _others(asked: Asked, plan: PlanGround, ground: Surroundings) -> tuple[float, list[str], str]:
    """People of the other plans under way near this one, what must be said of them, and of those that could not be counted."""
    radius = asked.params.get("include_ongoing_plans_m")
    if radius is None:
        return 0.0, [], ""
    people, unknown, counted = 0.0, [], 0
    for other in ground.every_plan():
        if other.plan.plan_id == plan.plan.plan_id or other.area.isNull():
            continue
        if other.plan.case.get("kind") not in _COUNTED:
            continue
        if other.area.distance(plan.area) > float(radius):
            continue
        facts = Knowledge(other, ground).facts
        found = replace(asked, context=replace(asked.context, facts=facts)).formulas({}).get("persons")
        if found is None or isinstance(found, Unknown):
            unknown.append(other.plan.name)
        else:
            people, counted = people + float(found), counted + 1
    notes = [tr("{n} other plans within {m} m were counted.").format(n=counted, m=number(float(radius)))]
    text = tr("How many people these plans bring is not known: {list}.")
    return people, notes, text.format(list=", ".join(unknown)) if unknown else ""
