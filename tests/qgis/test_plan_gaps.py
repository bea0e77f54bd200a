"""What a plan or a layer leaves untold never settles a rule: unknown uses, ground that is not drawn, heights that are missing."""

from dataclasses import replace

import numpy as np
import pytest

from narvard_plugin.adapters.plan_measures.departures import traffic_of
from narvard_plugin.adapters.plan_measures.knowledge import Knowledge
from narvard_plugin.adapters.plan_measures.reviewing import review
from narvard_plugin.core.located import Text
from narvard_plugin.core.plans.measured import MEASURED, NO_DATA, Unanswerable
from narvard_plugin.store.plans.needs import add_need
from narvard_plugin.store.workspace import create_workspace

from .plan_measures_steps import ORIGIN, layer, limit, measured, plan, square, surroundings, use
from .test_plan_measures import raster

PLAN = square(0, 0, 100)
HEIGHT = "DP_KM_Eg_Hojd_HogstaHojd_Totalhojd"
UNTOLD = {"provision_id": "x", "kind": "användningsbestämmelse", "wording": "Se katalogen"}


def test_a_use_that_nobody_knows_may_be_any():
    """A file whose references have not been looked up in the catalogue does not say that there is no care."""
    on = plan(PLAN, [use("B", square(0, 0, 50)), {**UNTOLD, "wkb": use("B", square(50, 0, 50))["wkb"]}])
    ground = surroundings({"flood": layer("name:string", [(square(500, 500, 10), "A")])})
    knowing = Knowledge(on, ground)
    assert knowing.has_use("B") is True and knowing.has_use("D") is None
    found = measured("use_present", on, ground, use=("D",))
    assert found.state == NO_DATA and "1 of the plan's 2 uses" in found.explanation
    assert measured("use_present", on, ground, use=("B",)).facts == {"found": True}
    for kind, more in (("use_area", {}), ("overlap", {"layer": "flood", "subject": "uses"})):
        assert measured(kind, on, ground, use=("B",), **more).state == NO_DATA
    named = plan(PLAN, [{**UNTOLD, "wording": "Vård."}])  # a wording that is the name of a use tells it
    assert Knowledge(named, ground).has_use("D") is True


def test_ground_that_is_not_drawn_has_no_area():
    on = plan(PLAN, [use("D", None)])
    found = measured("use_area", on, surroundings(), use=("D",))
    assert (found.state, found.facts) == (NO_DATA, {}) and "not drawn" in found.explanation


def test_a_timetable_of_another_year_counts_no_departures(county):
    ground = surroundings(bounds={"timetable": county.gtfs})
    ground.today = "2030-01-15"
    told = []
    for _ in range(2):  # read once, and refused every time
        with pytest.raises(Unanswerable, match="more than 200 days away") as caught:
            traffic_of(ground, county.gtfs)
        told.append(caught.value)
    assert told[0] is told[1] and told[0].state == NO_DATA


def test_words_are_known_only_where_the_plan_is_described():
    files = [{"name": "missiv.pdf", "role": "missiv"}]
    ground = surroundings()
    assert Knowledge(plan(PLAN, documents=files), ground).has_keyword("äldreboende") is None
    assert Knowledge(plan(PLAN, documents=[{"name": "PM Äldreboende"}]), ground).has_keyword("äldreboende") is True
    assert Knowledge(plan(PLAN, case={"purpose": "Bostäder"}), ground).has_keyword("äldreboende") is False


@pytest.mark.parametrize("function", ["near", "touches", "intersects"])
def test_a_feature_without_a_place_may_lie_here(function):
    rows = [(square(900, 900, 10), "A"), (None, "B")]
    knowing = Knowledge(plan(PLAN), surroundings({"hospitals": layer("name:string", rows)}))
    ask = {"near": lambda: knowing.near("hospitals", 50)}.get(function, lambda: getattr(knowing, function)("hospitals"))
    with pytest.raises(Unanswerable, match="1 of 2 features"):
        ask()
    here = Knowledge(plan(square(895, 895, 10)), surroundings({"hospitals": layer("name:string", rows)}))
    assert here.near("hospitals", 50) and here.touches("hospitals") and here.intersects("hospitals")


def test_building_land_without_a_height_may_be_built_higher(tmp_path):
    dem = raster(tmp_path / "dem.tif", np.full((20, 20), 20.0))
    level = layer("top_height_m:double", [(square(-10, -10, 60, 200), 60.0)])
    low = limit("h", HEIGHT, 10, square(0, 0, 50, 60))

    def heights(*provisions):
        ground = surroundings({"heli_sectors": level.clone()}, bounds={"dem": dem})
        on = plan(PLAN, [use("B", square(0, 0, 50, 100)), *provisions])
        codes = {"params": {"codes": "DP_KM_Eg_Hojd_*"}}
        return (measured("height_surface", on, ground, layers=("heli_sectors", "dem"), ok="margin > 0", **codes),
                measured("provision_value", on, ground, **codes))  # fmt: skip

    for found in heights(low):
        assert found.state == MEASURED and "2,000 m²" in found.doubt
    marked = {**limit("p", "DP_KM_Eg_Omfatt_Prickmark", 0, square(0, 60, 50, 40)), "values_json": None}
    whole = limit("h", HEIGHT, 10, square(0, 0, 50, 100))
    for provisions in ((low, marked), (whole,)):
        assert [found.doubt for found in heights(*provisions)] == ["", ""]
    exact = limit("h2", "DP_KM_Eg_Hojd_ExaktHojd_Totalhojd", 45, square(0, 60, 50, 40))
    assert heights(low, exact)[0].facts["margin"] == -5  # an exact height is as high as a greatest one
    walls = limit("h", "DP_KM_Eg_Hojd_HogstaHojd_Byggnadshojd", 10, PLAN)
    assert all("the roof may rise above it" in found.doubt for found in heights(walls))
    beside = limit("h", HEIGHT, 10, square(60, 0, 40))
    assert heights(beside)[0].state == NO_DATA  # what lies under the surface has no height at all


def test_a_plan_that_may_have_a_significant_impact_may_need_longer():
    params = {
        "from": "remiss.start",
        "to": "remiss.svar_senast",
        "min_by_procedure": {"standard": 14, "utokat": 21, "bmp": 30},
    }

    def days(last, impact=None, procedure="utokat"):
        on = plan(PLAN, referral={"start": "2026-06-01", "answer_by": last},
                  case={"procedure": procedure, "significant_impact": impact})  # fmt: skip
        return measured("date_interval", on, surroundings(), params=params)

    assert days("2026-06-25").state == NO_DATA and "30 days" in days("2026-06-25").explanation
    assert days("2026-06-25", impact=0).facts["min"] == 21
    assert days("2026-06-25", procedure="standard").facts["min"] == 14
    assert days("2026-07-02").facts["min"] == 21  # enough in either case
    assert days("2026-06-10").facts == {"value": 9, "min": 21}  # too short in either case


@pytest.fixture
def register(tmp_path):
    with create_workspace(str(tmp_path / "register.gpkg"), "99") as made:
        yield made


def test_a_rule_that_the_region_has_switched_off_stands_in_the_run_with_its_reason(register):
    """RIS-02 asks for RIS-01: of a rule that is off nobody knows what it would have given."""
    ground = surroundings(workspace=register)
    off = Text("Länsstyrelsen prövar det.", "The county board tests it.")
    rules = tuple(replace(rule, off=off) if rule.id == "RIS-01" else rule for rule in ground.checklist.rules)
    ground.checklist = replace(ground.checklist, rules=rules)
    on = plan(PLAN, [use("D", square(0, 0, 50))])
    by = {one.rule_id: one for one in review(on, ground, {}, only=["RIS-02"]).judged}
    assert by["RIS-01"].verdict == "ej_tillampligt" and "The county board tests it." in by["RIS-01"].explanation
    assert by["RIS-02"].verdict == "oklart" and "RIS-01" in by["RIS-02"].explanation
    assert len(review(on, ground, {}).judged) == sum("samråd" in rule.stages for rule in rules)


def test_a_condition_on_a_layer_that_cannot_be_read_stops_no_other_rule(register):
    rows = [("POINT(10 10)", "A")]
    ground = surroundings({"ambulance": layer("name:string", rows)}, workspace=register)
    role = replace(ground.checklist.layers["ambulance"], filter="kind = 'station'")  # the layer has no such field
    ground.checklist = replace(ground.checklist, layers={**ground.checklist.layers, "ambulance": role})
    by = {one.rule_id: one for one in review(plan(PLAN), ground, {}, only=["AKU-06", "PRO-06"]).judged}
    assert by["AKU-06"].verdict == "oklart" and by["PRO-06"].verdict == "ej_bedomt"


def test_needs_that_are_met_elsewhere_or_whose_year_nobody_knows(register):
    def need(x, year, **more):
        told = {
            "municipality": "9901",
            "place": "Byn",
            "service": "vardcentral",
            "latest_year": year,
            "basis": f"{x} {year}",
        }
        add_need(register, {**told, **more}, (ORIGIN[0] + x, ORIGIN[1]))

    def knowing(area=PLAN):
        return Knowledge(plan(area), surroundings(workspace=register))

    assert knowing().need("care_premises") is None  # no need at all is written down
    need(50_000, 2030)
    assert knowing().need("care_premises") is False
    assert knowing(area=None).need("care_premises") is None  # where the plan lies is not known
    need(50, 2028, status="tillgodosett")
    assert knowing().need("care_premises") is False
    need(50, 2040)
    need(60, 2031)
    facts = knowing().facts
    assert (facts["need_soonest_year"], facts["need_latest_year"]) == (2031, 2040)
    need(70, None)
    assert not {"need_soonest_year", "need_latest_year"} & set(knowing().facts)
