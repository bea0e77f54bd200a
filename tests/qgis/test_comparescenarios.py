"""Travel times before and after a scenario: who gains and who loses, by hand and in the stories of the sample county."""

import math
from types import SimpleNamespace

import pytest
from qgis import processing
from qgis.core import NULL, QgsRenderContext

from narvard_plugin.paths import bundled

from ..core.sample.stories import promised
from .small_network import Listening, by_id, refused, rows, run

EKHAMN = "99-lansdelssjukhus-001"
DAY_AND_NIGHT = "akutmottagning_dygnet_runt"


TIMES = "origin_id:string,n:integer,area_code:string,minutes_1:double,metres_1:double,age_0_17:integer,age_18_plus:integer,status:string"  # fmt: skip


@pytest.fixture
def before(make_layer):
    return make_layer(
        TIMES,
        [
            ("POINT(0 0)", "a", 100, "1", 30.0, 30000.0, 40, 60, "ok"),
            ("POINT(1 0)", "b", 50, "1", 25.0, 20000.0, 10, 40, "ok"),
            ("POINT(2 0)", "c", 30, "2", 10.0, 5000.0, 0, 30, "ok"),
            ("POINT(3 0)", "d", 20, None, None, None, 5, 15, "no_road"),
            ("POINT(4 0)", "only before", 7, "2", 1.0, 1.0, 0, 7, "ok"),
        ],
    )


@pytest.fixture
def after(make_layer):
    return make_layer(
        "origin_id:string,minutes_1:double,metres_1:double",
        [
            ("POINT(0 0)", "a", 20.0, 18000.0),
            ("POINT(1 0)", "b", 65.0, 60000.0),
            ("POINT(2 0)", "c", None, None),
            ("POINT(3 0)", "d", None, None),
            ("POINT(9 9)", "only after", 3.0, 1.0),
        ],
    )


@pytest.fixture
def areas(make_layer):
    square = "POLYGON((0 0,1 0,1 1,0 1,0 0))"
    fields = "area_code:string,name:string,kind:integer,cni:double,population:integer"
    return make_layer(fields, [(square, "1", "Ett", 5, 2.0, 1), (square, "2", "Två", None, 1.0, 1), (square, "3", "Tre", 1, None, 1)])  # fmt: skip


def compared(before, after, **more):
    given = {"BEFORE": before, "AFTER": after, "POPULATION": "n", "OUTPUT": "TEMPORARY_OUTPUT", **more}
    return run("comparescenarios", **given)


def summary(layer, kind="all", name="all"):
    return {
        row["measure"]: tuple(None if row[key] == NULL else row[key] for key in ("before", "after", "change"))
        for row in rows(layer)
        if (row["group_kind"], row["group_name"]) == (kind, name)
    }


def test_the_quintile_ratio_comes_first(county, stories):
    """Who has the greatest need against who has the least, before and after Ekhamn closes at night."""
    result = compared(
        stories.times("", DAY_AND_NIGHT), stories.times("A", DAY_AND_NIGHT), POPULATION="population",
        AREAS=county.layer("areas"), AREA_INDEX="socioeconomic_index", SUMMARY="TEMPORARY_OUTPUT",
    )  # fmt: skip
    assert rows(result["SUMMARY"])[0]["measure"] == "quintile_ratio"
    highest, lowest = (summary(result["SUMMARY"], "quintile", fifth)["mean"] for fifth in "51")
    before, after, change = summary(result["SUMMARY"])["quintile_ratio"]
    assert (before, after) == pytest.approx((highest[0] / lowest[0], highest[1] / lowest[1]))
    assert change == pytest.approx(after - before) and change != 0


def test_who_gains_and_who_loses(before, after, areas):
    result = compared(
        before, after, AREAS=areas, AREA_TYPE="kind", AREA_INDEX="cni", AREA_OUTPUT="TEMPORARY_OUTPUT",
        SUMMARY="TEMPORARY_OUTPUT",
    )  # fmt: skip
    found = by_id(result["OUTPUT"], "origin_id")
    assert list(found) == ["a", "b", "c", "d"]
    assert [found[id]["change"] for id in "abcd"] == [-10, 40, NULL, NULL]
    assert [found[id]["reach"] for id in "abcd"] == ["ok", "ok", "lost", "never"]
    assert (found["c"]["minutes_before"], found["c"]["minutes_after"]) == (10, NULL)
    one, two, three = (by_id(result["AREA_OUTPUT"], "area_code")[code] for code in "123")
    assert (one["population"], one["gainers"], one["losers"], one["name"]) == (150, 100, 50, "Ett")
    assert one["mean_before"] == pytest.approx(4250 / 150) and one["change"] == pytest.approx(1000 / 150)
    assert (two["lost_reach"], two["mean_after"], two["reach"]) == (30, NULL, "lost")
    assert (three["population"], three["reach"]) == (0, "nobody")
    everyone = summary(result["SUMMARY"])
    assert everyone["unreached"] == (20, 50, 30)
    assert everyone["person_minutes"] == (4250, 5250, 1000)
    assert everyone["person_km"] == pytest.approx((4000, 4800, 800))
    assert everyone["losers"] == (None, None, 50) and everyone["lost_reach"] == (None, None, 30)
    assert everyone["share_past_60"] == pytest.approx((0.1, 0.5, 0.4))
    assert summary(result["SUMMARY"], "area_type", "5")["losers"][2] == 50
    assert summary(result["SUMMARY"], "area_type", "unknown")["population"][0] == 50
    assert summary(result["SUMMARY"], "quintile", "1")["lost_reach"][2] == 30
    assert summary(result["SUMMARY"], "age", "0_17")["losers"][2] == 10
    assert summary(result["SUMMARY"], "age", "18_plus")["population"][0] == 145


def test_visits_weigh_and_people_are_counted(before, after):
    result = compared(before, after, VISITS="age_0_17", SUMMARY="TEMPORARY_OUTPUT")
    found = summary(result["SUMMARY"])
    assert found["person_minutes"] == (40 * 30 + 10 * 25, 40 * 20 + 10 * 65, 0) and found["losers"][2] == 50


def test_without_metres_kilometres_are_empty_and_say_why(before, make_layer):
    bare = make_layer("origin_id:string,minutes_1:double", [("POINT(0 0)", "a", 20.0)])
    result = compared(before, bare, SUMMARY="TEMPORARY_OUTPUT")
    found = {row["measure"]: row for row in rows(result["SUMMARY"])}
    assert found["person_km"]["before"] == NULL and "AFTER" in found["km_per_visit"]["note"]
    assert found["person_minutes"]["note"] == NULL
    gaps = make_layer("origin_id:string,minutes_1:double,metres_1:double", [("POINT(0 0)", "a", 20.0, None)])
    result = compared(before, gaps, SUMMARY="TEMPORARY_OUTPUT")
    assert {r["note"] for r in rows(result["SUMMARY"]) if "km" in r["measure"]} == {
        "1 points have minutes but no metres"
    }


def test_points_of_only_one_layer_are_told(before, after):
    feedback = Listening()
    given = {"BEFORE": before, "AFTER": after, "POPULATION": "n", "OUTPUT": "memory:"}
    processing.run("narvard:comparescenarios", given, feedback=feedback)
    assert "1 points with 7 people are only in BEFORE and were left out: only before" in feedback.said
    assert "1 points are only in AFTER and were left out: only after" in feedback.said


def test_people_of_another_year_are_told_and_not_mixed_in(before, make_layer):
    later = make_layer("origin_id:string,minutes_1:double,n:integer", [("POINT(0 0)", "a", 20.0, 130), ("POINT(1 0)", "b", 20.0, 50)])  # fmt: skip
    feedback = Listening()
    given = {"BEFORE": before, "AFTER": later, "POPULATION": "n", "OUTPUT": "memory:"}
    processing.run("narvard:comparescenarios", given, feedback=feedback)
    assert "1 points have another number of people in AFTER (180 in all, 150 in BEFORE)" in feedback.said


@pytest.mark.parametrize("style", ["comparescenarios_output", "comparescenarios_area_output"])
@pytest.mark.parametrize(
    ("change", "reach", "label"),
    [
        (-30.0, "ok", "minst 30 min kortare"), (-5.0, "ok", "5–15 min kortare"), (-0.5, "ok", "0,5–5 min kortare"),
        (0.0, "ok", "oförändrad (under 0,5 min)"), (0.5, "ok", "0,5–5 min längre"), (29.9, "ok", "15–30 min längre"),
        (None, "lost", "blir helt utan"), (None, "gained", "nås först efter"),
        (None, "never", "nås varken före eller efter"), (None, None, "uppgift saknas"),
    ],
)  # fmt: skip
def test_a_map_of_change_has_one_class_for_each(make_layer, style, change, reach, label):
    kind = "Polygon" if "area" in style else "Point"
    layer = make_layer("change:double,reach:string", [(None, change, reach)], kind=kind)
    message, loaded = layer.loadNamedStyle(str(bundled("resources", "styles", f"{style}.qml")))
    assert loaded, message
    context = QgsRenderContext()
    renderer = layer.renderer().clone()
    renderer.startRender(context, layer.fields())
    feature = next(layer.getFeatures())
    context.expressionContext().setFeature(feature)
    keys = renderer.legendKeysForFeature(feature, context)
    labels = [rule.label() for rule in renderer.rootRule().descendants() if rule.ruleKey() in keys]
    renderer.stopRender(context)
    assert labels == [label]


def test_what_cannot_be_compared_is_refused(before, after, areas, make_layer):
    given = {"name": "comparescenarios", "BEFORE": before, "AFTER": after, "OUTPUT": "TEMPORARY_OUTPUT"}
    refused("need AREAS", AREA_TYPE="kind", **given)
    refused("MINUTES_AFTER must name a field", **{**given, "MINUTES_AFTER": ""})
    refused("has no field", **{**given, "MINUTES_AFTER": "minutes_9"})
    refused("area of AREAS by its code", **{**given, "AREAS": areas, "AREA_CODE": "name"})
    strangers = make_layer("origin_id:string,minutes_1:double", [("POINT(0 0)", "z", 1.0)])
    refused("no id in common", **{**given, "AFTER": strangers})
    twice = make_layer("origin_id:string,minutes_1:double", [("POINT(0 0)", "a", 1.0)] * 2)
    refused("repeated", **{**given, "AFTER": twice})
    negative = make_layer("origin_id:string,minutes_1:double", [("POINT(0 0)", "a", -1.0)])
    refused("that are no time: a", **{**given, "AFTER": negative})
    straight = make_layer("origin_id:string,straight_minutes_1:double", [("POINT(0 0)", "a", 1.0)])
    refused("two of the same kind", **{**given, "AFTER": straight, "MINUTES_AFTER": "straight_minutes_1"})
    again = compared(before, after)["OUTPUT"]
    refused("PREFIX", **{**given, "BEFORE": again, "AFTER": again})


# --- the stories of the sample county ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def stories(county, tmp_path_factory):
    """Who offers a service in 2028 as it is decided (``""``) and in the scenarios, and the travel times to them."""
    folder, made = tmp_path_factory.mktemp("stories"), {}

    def stand(scenario):
        if scenario not in made:
            places = [str(folder / f"{kind} {scenario}.gpkg") for kind in ("facilities", "services")]
            table = county.workspace + "|layername=scenario_changes"
            run(
                "applyscenario", FACILITIES=county.layer("facilities"), SERVICES=county.layer("services"), YEAR=2028,
                **({"CHANGES": table, "SCENARIO": scenario} if scenario else {}), OUTPUT=places[0],
                SERVICES_OUTPUT=places[1],
            )  # fmt: skip
            made[scenario] = places
        return made[scenario]

    def offering(scenario, service):
        return {row["facility_id"] for row in rows(stand(scenario)[1]) if row["service"] == service}

    def times(scenario, service):
        target = str(folder / f"{service} {scenario}.gpkg")
        if target not in made:
            ids = ",".join(f"'{id}'" for id in sorted(offering(scenario, service)))
            made[target] = run(
                "nearestfacility", NETWORK=county.network, FACILITY_ID="facility_id", METRES=True, OUTPUT=target,
                FACILITIES=f"{stand(scenario)[0]}|subset=facility_id IN ({ids})", ORIGINS=county.layer("people"),
                ORIGIN_ID="origin_id", POPULATION="population",
            )  # fmt: skip
        return target

    return SimpleNamespace(offering=offering, times=times)


def test_story_2_who_has_ekhamn_nearest_loses_when_it_closes_at_night(county, stories):
    """The promise is measured from junction to junction, without legs off the road, so it is met within a hundredth."""
    now, then = (stories.offering(scenario, DAY_AND_NIGHT) for scenario in ("", "A"))
    assert now - then == {EKHAMN} and len(then) == 4
    result = compared(
        stories.times("", DAY_AND_NIGHT), stories.times("A", DAY_AND_NIGHT), POPULATION="population", AREAS=county.layer("areas"), AREA_TYPE="area_type",
        AREA_OUTPUT="TEMPORARY_OUTPUT", SUMMARY="TEMPORARY_OUTPUT",
    )  # fmt: skip
    found = rows(result["OUTPUT"])
    theirs = [row for row in found if row["facility_1"] == EKHAMN]
    people = sum(row["population"] for row in theirs)
    assert people == pytest.approx(float(promised()["2 people with Ekhamn nearest"]), rel=0.01)
    assert min(row["change"] for row in theirs) > 0
    mean = sum(row["population"] * row["change"] for row in theirs) / people
    assert mean == pytest.approx(float(promised()["2 mean minutes more when Ekhamn is gone"]), abs=0.6)
    assert all(abs(row["change"]) < 1e-6 for row in found if row["facility_1"] not in (EKHAMN, NULL))
    everyone = summary(result["SUMMARY"])
    assert everyone["losers"][2] == people and everyone["gainers"][2] == everyone["lost_reach"][2] == 0
    assert everyone["person_minutes"][2] == pytest.approx(mean * people, rel=1e-9)
    assert everyone["km_per_visit"][2] > 0 and everyone["share_past_30"][2] > 0.05
    assert sum(row["losers"] for row in rows(result["AREA_OUTPUT"])) == people
    kinds = {row["group_name"] for row in rows(result["SUMMARY"]) if row["group_kind"] == "area_type"}
    assert sum(summary(result["SUMMARY"], "area_type", kind)["losers"][2] for kind in kinds) == people


def test_story_2_what_c_repairs_of_b_and_what_stays_away(stories):
    repaired = compared(
        stories.times("B", "narvardsplatser"), stories.times("C", "narvardsplatser"), POPULATION="population",
        SUMMARY="TEMPORARY_OUTPUT",
    )  # fmt: skip
    found = summary(repaired["SUMMARY"])
    assert found["gainers"][2] > 20_000 and found["losers"][2] == 0 and found["person_minutes"][2] < -400_000
    for service in (DAY_AND_NIGHT, "kirurgi", "forlossning"):
        assert stories.offering("B", service) == stories.offering("C", service)
        assert EKHAMN not in stories.offering("C", service)
    assert EKHAMN in stories.offering("", "kirurgi") and EKHAMN not in stories.offering("", "forlossning")
    assert EKHAMN in stories.offering("C", "akutmottagning_dagtid") & stories.offering("C", "medicinjour")


def test_story_6_the_island_in_july(county, stories):
    """The same change for twice as many people."""
    before, after = stories.times("", DAY_AND_NIGHT), stories.times("A", DAY_AND_NIGHT)
    island = {row["area_code"] for row in rows(county.layer("areas")) if row["on_island"]}
    names = ",".join(f"'{code}'" for code in sorted(island))
    on_island = f"{before}|subset=area_code IN ({names})"
    year, july = (
        summary(compared(on_island, after, POPULATION=field, SUMMARY="TEMPORARY_OUTPUT")["SUMMARY"])
        for field in ("population", "population_july")
    )
    assert july["population"][0] / year["population"][0] == pytest.approx(float(promised()["6 in July over the year"]), rel=0.02)  # fmt: skip
    visits = summary(compared(on_island, after, POPULATION="population", VISITS="population_july", SUMMARY="TEMPORARY_OUTPUT")["SUMMARY"])  # fmt: skip
    assert visits["person_minutes"] == july["person_minutes"] and visits["losers"] == year["losers"]
    assert july["losers"][2] > 1.5 * year["losers"][2] > 0 and math.isfinite(july["mean"][1])
