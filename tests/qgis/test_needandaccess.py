"""Need and access as a tool: classes on the areas, people who add up, what is left out, and the county's first story."""

import csv

import numpy as np
import pandas as pd
import pytest
from qgis import processing
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)

from narvard_plugin.adapters.fields import new_field
from narvard_plugin.core.sample.statistics import cni_per_person
from tests.shared import shared_file

from .small_network import CancelAfter, Listening, by_id, refused, rows, run

SQUARE = "POLYGON((0 0,1 0,1 1,0 1,0 0))"
FIELDS = "code:string,need:double,minutes:double,population:integer"
SIX = [
    (SQUARE, "a", 1.0, 60.0, 100), (SQUARE, "b", 2.0, 10.0, 100), (SQUARE, "c", 3.0, 50.0, 100),
    (SQUARE, "d", 4.0, 20.0, 100), (SQUARE, "e", 5.0, 40.0, 100), (SQUARE, "f", 6.0, 55.0, 100),
]  # fmt: skip
GIVEN = {"AREA_CODE": "code", "NEED": "need", "ACCESS": "minutes", "POPULATION": "population"}


def computed(areas, **more):
    return run("needandaccess", AREAS=areas, **{**GIVEN, "OUTPUT": "TEMPORARY_OUTPUT", **more})


def legend(layer):
    """What each symbol of ``layer`` is called."""
    return [item.label() for item in layer.renderer().legendSymbolItems()]


def told(areas, **more):
    feedback = Listening()
    given = {"AREAS": areas, **GIVEN, "OUTPUT": "memory:", **more}
    processing.run("narvard:needandaccess", given, feedback=feedback)
    return feedback.said


def test_classes_rank_and_people(make_layer):
    result = computed(make_layer(FIELDS, SIX), SUMMARY="TEMPORARY_OUTPUT")
    found = by_id(result["OUTPUT"], "code")
    assert {code: row["combined_class"] for code, row in found.items()} == {
        "a": "1-3", "b": "1-1", "c": "2-2", "d": "2-1", "e": "3-2", "f": "3-3",
    }  # fmt: skip
    assert {code: row["rank"] for code, row in found.items()} == {"f": 1, "e": 2, "c": 3, "d": 4, "a": 5, "b": 6}
    assert found["f"]["weight"] == pytest.approx(30 / 36) and found["f"]["people"] == 100
    assert (found["f"]["need_class"], found["f"]["access_class"], found["f"]["status"]) == (3, 3, "ok")
    summary = rows(result["SUMMARY"])
    assert [row["combined_class"] for row in summary] == [f"{n}-{a}" for n in (3, 2, 1) for a in (3, 2, 1)]
    assert [row["people"] for row in summary] == [100, 100, 0, 0, 100, 100, 100, 0, 100]
    assert sum(row["share"] for row in summary) == pytest.approx(1)
    assert (result["PEOPLE_IN_NEED"], result["AREAS_IN_NEED"]) == (100, 1)
    assert result["SHARE_IN_NEED"] == pytest.approx(1 / 6) and result["PEOPLE_LEFT_OUT"] == 0


def test_which_way_the_measures_go(make_layer):
    turned = [(wkt, code, -need, -minutes, people) for wkt, code, need, minutes, people in SIX]
    one, other = (rows(computed(layer, **more)["OUTPUT"]) for layer, more in (
        (make_layer(FIELDS, SIX), {}), (make_layer(FIELDS, turned), {"ACCESS_IS": "supply", "NEED_IS": "lower"}),
    ))  # fmt: skip
    assert [row["rank"] for row in one] == [row["rank"] for row in other]
    assert [row["combined_class"] for row in one] == [row["combined_class"] for row in other]


def test_what_lacks_a_value_is_listed_and_its_people_counted(make_layer):
    more = [(SQUARE, "g", None, 9.0, 30), (SQUARE, "h", 9.0, None, 40), (SQUARE, "i", 9.0, 9.0, 0)]
    layer = make_layer(FIELDS, [*SIX, *more])
    result = computed(layer, SUMMARY="TEMPORARY_OUTPUT")
    found = by_id(result["OUTPUT"], "code")
    assert [found[code]["status"] for code in "ghi"] == ["no_value", "no_value", "no_people"]
    assert all(found[code][name] == NULL for code in "ghi" for name in ("need_class", "combined_class", "rank", "weight"))  # fmt: skip
    assert found["f"]["rank"] == 1 and result["PEOPLE_LEFT_OUT"] == 70
    left = rows(result["SUMMARY"])[9:]
    assert [(row["status"], row["areas"], row["people"]) for row in left] == [("no_value", 2, 70), ("no_people", 1, 0)]
    assert sum(row["people"] for row in rows(result["SUMMARY"])) == 670
    said = told(layer)
    assert "2 areas with 70 people lack" in said and "g, h" in said and "1 areas have nobody" in said
    worst = by_id(computed(layer, MISSING_ACCESS_IS_WORST=True)["OUTPUT"], "code")
    assert (worst["h"]["status"], worst["h"]["combined_class"], worst["h"]["rank"]) == ("unreached", "3-3", 1)
    assert "1 areas with 40 people have no value of access" in told(layer, MISSING_ACCESS_IS_WORST=True)


def test_area_types_the_wrong_way_round_are_noticed(make_layer):
    layer = make_layer(FIELDS, [(wkt, code, min(need, 5), *rest) for wkt, code, need, *rest in SIX])
    assert "choose NEED_IS lower" in told(layer) and "NEED_IS" not in told(layer, NEED_IS="lower")


@pytest.mark.parametrize(
    ("words", "change", "given"),
    [
        ("negative value in population: f", {"population": -1}, {}),
        ("No area has a number in each of need, none, population", {}, {"ACCESS": "none"}),
        ("repeated .*: a", {"code": "a"}, {}),
        ("already has fields that this tool adds: need_class", {}, {"PREFIX": "", "AREAS": "again"}),
    ],
)
def test_what_cannot_be_told_is_refused(make_layer, words, change, given):
    names = ["code", "need", "minutes", "population"]
    last = [change.get(name, value) for name, value in zip(names, SIX[-1][1:])]
    layer = make_layer(FIELDS + ",none:double", [*((*row, None) for row in SIX[:-1]), (SQUARE, *last, None)])
    if given.get("AREAS"):
        given = {**given, "AREAS": computed(layer)["OUTPUT"]}
    refused(words, name="needandaccess", **{"AREAS": layer, **GIVEN, "OUTPUT": "TEMPORARY_OUTPUT", **given})


def test_cancel_writes_nothing(make_layer, tmp_path):
    target = tmp_path / "areas.gpkg"
    given = {"AREAS": make_layer(FIELDS, SIX), **GIVEN, "OUTPUT": str(target)}
    for asks in (0, 3, 6, 9):
        processing.run("narvard:needandaccess", given, feedback=CancelAfter(asks))
        assert not target.exists()


def test_the_style_follows_the_measure_and_the_prefix(make_layer):
    drawn = {}
    for words, more in (("time", {}), ("supply", {"ACCESS_IS": "supply"}), ("prefix", {"PREFIX": "n_"})):
        drawn[words] = legend(computed(make_layer(FIELDS, SIX), **more)["OUTPUT"])
    assert len(drawn["time"]) == len(drawn["supply"]) > 9 and drawn["time"] != drawn["supply"]
    assert drawn["prefix"] == drawn["time"]


def test_uneven_classes_are_told_and_chance_is_reckoned_from_them(make_layer):
    """Need has two values: the higher one holds half of the people, and access a third, so chance would give a sixth."""
    layer = make_layer(FIELDS, [(wkt, code, 1.0 if need < 4 else 2.0, *rest) for wkt, code, need, *rest in SIX])
    feedback = Listening()
    heard = []
    feedback.pushInfo = heard.append
    processing.run("narvard:needandaccess", {"AREAS": layer, **GIVEN, "OUTPUT": "memory:"}, feedback=feedback)
    assert any("it would be about 16.7 per cent of those in a class" in line for line in heard)
    assert "need 1–3 hold 50 / 0 / 50 per cent, and access 1–3 33 / 33 / 33 per cent" in feedback.said
    assert "not thirds" not in told(make_layer(FIELDS, SIX))


def test_unknown_people_are_not_nobody_and_odd_minutes_are_told(make_layer):
    more = [(SQUARE, "g", 9.0, 9.0, None), (SQUARE, "h", 3.0, -1.0, 50)]
    layer = make_layer(FIELDS, [*SIX, *more])
    *_, left = rows(computed(layer, SUMMARY="TEMPORARY_OUTPUT")["SUMMARY"])
    assert (left["status"], left["areas"], left["people"], left["share"]) == ("no_value", 1, NULL, NULL)
    said = told(layer)
    assert "1 areas have no number of people, and stand in no sum of people: g" in said
    assert "1 areas have a number below 0 in minutes, and it was used as it stands: h" in said


def test_the_first_story_of_the_county(county):
    """The ten worst by minutes are the prosperous by the sea; by need and minutes they are others, in great need."""
    areas, table = need_and_minutes(county)
    result = computed(areas, AREA_CODE="area_code", NEED="cni", SUMMARY="TEMPORARY_OUTPUT")
    found = pd.DataFrame(rows(result["OUTPUT"])).set_index("area_code")
    assert set(found["status"]) == {"ok"} and len(found) == 153
    # The same order as the story's own: by the product of the ranks.
    weight = found["cni"].rank(pct=True) * found["minutes"].rank(pct=True)
    np.testing.assert_allclose(found["weight"].astype(float), weight)
    relative = table["cni"] / np.average(table["cni"], weights=table["population"])
    by_time, by_both = table.nlargest(10, "minutes"), found[found["rank"] <= 10]
    assert by_time["by_sea"].all() and (by_time["area_type"] >= 4).all()
    assert relative[by_time.index].mean() == pytest.approx(0.738, abs=0.001)
    assert relative[by_both.index].mean() > 1.4 and len(by_time.index.intersection(by_both.index)) <= 3
    assert set(by_both.loc[by_both["rank"] <= 9, "combined_class"]) == {"3-3"}
    everybody = sum(row["people"] for row in rows(result["SUMMARY"]))
    assert everybody == table["population"].sum() and 0.03 < result["SHARE_IN_NEED"] < 0.11


def need_and_minutes(county):
    """The region's areas with points of CNI per person and people-weighted minutes to the nearest open centre or branch."""
    open_now = "type IN ('vardcentral', 'narmottagning') AND closed IS NULL"
    people = {"ORIGINS": county.layer("people"), "ORIGIN_ID": "origin_id", "POPULATION": "population"}
    centres = {"FACILITIES": county.layer("facilities", open_now), "FACILITY_ID": "facility_id"}
    found = run("nearestfacility", NETWORK=county.network, **people, **centres, OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"]
    near = with_places(rows(found), found)
    reached = near[near["status"] == "ok"].astype({"minutes_1": float})
    mean = {name: mean_by_area(reached, name) for name in ("minutes_1", "x", "y")}
    source = QgsVectorLayer(county.layer("areas", "region='99'"), "areas", "ogr")
    layer = source.materialize(QgsFeatureRequest())
    table = pd.DataFrame(rows(layer)).set_index("area_code")
    table = table.assign(cni=cni_per_person(table), minutes=mean["minutes_1"])
    places = QgsVectorLayer(county.layer("settlements"), "places", "ogr")
    places = with_places(rows(places), places)
    gap = [np.hypot(places["x"] - x, places["y"] - y).argmin() for x, y in zip(mean["x"][table.index], mean["y"][table.index])]  # fmt: skip
    table["by_sea"] = table[["coastal", "on_island"]].any(axis=1) | (places["coastal"].to_numpy()[gap] == 1)
    layer.dataProvider().addAttributes([new_field("cni", "real"), new_field("minutes", "real")])
    layer.updateFields()
    at = [layer.fields().indexOf(name) for name in ("cni", "minutes")]
    values = {
        feature.id(): dict(zip(at, map(float, table.loc[feature["area_code"], ["cni", "minutes"]])))
        for feature in layer.getFeatures()
    }
    assert layer.dataProvider().changeAttributeValues(values)
    return layer, table


def with_places(found, layer):
    """The rows of a point layer with where they lie."""
    points = [feature.geometry().asPoint() for feature in layer.getFeatures()]
    return pd.DataFrame(found).assign(x=[point.x() for point in points], y=[point.y() for point in points])


def mean_by_area(people, name):
    weighted = (people[name] * people["population"]).groupby(people["area_code"]).sum()
    return weighted / people["population"].groupby(people["area_code"]).sum()


def test_old_people_and_pharmacies_of_dalarna(make_layer):
    """Real DeSO, people and pharmacies: the share aged 65 and over against kilometres from the middle of the area."""
    ages = {}
    with shared_file("data/scb_deso_dalarna/folkmangd_deso_2024_raw_TAB6574.csv").open(encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            ages.setdefault(row["Region"].split("_")[0], {})[row["Alder"]] = float(row["000007Y7 2024"])
    with shared_file("data/pipos_pharmacies_2025/pharmacies_2025.csv").open(encoding="utf-8-sig") as file:
        degrees = [(float(row["long"]), float(row["lat"])) for row in csv.DictReader(file)]
    systems = (QgsCoordinateReferenceSystem(f"EPSG:{code}") for code in (4326, 3006))
    to_metres = QgsCoordinateTransform(*systems, QgsProject.instance())
    pharmacies = np.array([to_metres.transform(QgsPointXY(*place)) for place in degrees])
    shapes = QgsVectorLayer(str(shared_file("data/scb_deso_dalarna/deso_2025_dalarna_raw.geojson")), "deso", "ogr")
    assert shapes.crs().authid() == "EPSG:3006"
    made = []
    for feature in shapes.getFeatures():
        own = ages[feature["desokod"]]
        old = sum(own[age] for age in ("65-69", "70-74", "75-79", "80-")) / own["totalt"]
        middle = feature.geometry().pointOnSurface().asPoint()
        km = float(np.hypot(*(pharmacies - (middle.x(), middle.y())).T).min()) / 1000
        made.append((feature.geometry().asWkt(), feature["desokod"], old, km, own["totalt"]))
    layer = make_layer("code:string,need:double,km:double,population:double", made, kind="MultiPolygon")
    result = computed(layer, ACCESS="km", SUMMARY="TEMPORARY_OUTPUT")
    found, cells = pd.DataFrame(rows(result["OUTPUT"])), pd.DataFrame(rows(result["SUMMARY"]))
    assert len(found) == 175 and result["PEOPLE_LEFT_OUT"] == 0
    assert cells["people"].sum() == sum(own["totalt"] for own in ages.values())
    for name in ("need_class", "access_class"):
        assert cells.groupby(name)["share"].sum().between(0.32, 0.35).all()
    # Far from a pharmacy the old are more: 15 per cent of all have both, 5 per cent live far off among the young.
    share = cells.set_index("combined_class")["share"]
    assert result["PEOPLE_IN_NEED"] == 43191 and share["3-3"] > 2.5 * share["1-3"]
    first = found.sort_values("rank")["code"].tolist()[:10]
    assert first[:3] == ["2085A0020", "2031A0020", "2039A0020"] and not any(code[4] == "C" for code in first)
