"""Access and migration as a tool: what it tells, with how much caution, and whom it leaves out."""

import numpy as np
import pytest
from qgis import processing
from qgis.core import NULL

from .small_network import CancelAfter, Listening, by_id, refused, rows, run
from .test_needandaccess import need_and_minutes

SQUARE = "POLYGON((0 0,1 0,1 1,0 1,0 0))"
FIELDS = "code:string,minutes:double,net:integer,population:integer,kind:string"
GIVEN = {"AREA_CODE": "code", "ACCESS": "minutes", "NET_MIGRATION": "net", "POPULATION": "population"}
#: Twelve areas: every minute more costs one person in a hundred, from two in the town and from twelve in the country.
TWELVE = [
    (SQUARE, f"{kind[0]}{minutes:02}", float(minutes), (12 if kind == "town" else 30) - minutes, 100, kind)
    for kind, first in (("town", 1), ("country", 21))
    for minutes in range(first, first + 6)
]


def computed(areas, **more):
    return run("accessandmigration", AREAS=areas, **{**GIVEN, "OUTPUT": "TEMPORARY_OUTPUT", **more})


def summary_of(result):
    found = {}
    for row in rows(result["SUMMARY"]):
        found.setdefault(row["measure"], []).append(row)
    return found


def test_numbers_and_words(make_layer):
    layer = make_layer(FIELDS, TWELVE)
    result = computed(layer, SUMMARY="TEMPORARY_OUTPUT")
    found, summary = by_id(result["OUTPUT"], "code"), summary_of(result)
    minutes, net = (np.array([row[at] for row in TWELVE], float) for at in (2, 3))
    expected = np.corrcoef(minutes, 10 * net)[0, 1]
    assert result["PEARSON"] == pytest.approx(expected) == summary["pearson"][0]["value"]
    assert (result["AREAS_COUNT"], result["LEFT_OUT_COUNT"]) == (12, 0)
    assert found["t01"]["net_per_1000"] == 110 and found["t01"]["migration_access_class"] == 1
    assert found["c26"]["migration_access_class"] == 5 and found["c26"]["migration_status"] == "ok"
    slope, intercept = np.polyfit(minutes, 10 * net, 1)
    assert summary["slope"][0]["value"] == pytest.approx(slope)
    assert found["c26"]["residual"] == pytest.approx(10 * 4 - intercept - 26 * slope)
    assert sum(row["residual"] for row in found.values()) == pytest.approx(0, abs=1e-9)
    fifths = summary["net_per_1000"]
    assert [row["group_value"] for row in fifths] == list("12345")
    assert sum(row["value"] * row["people"] for row in fifths) == pytest.approx(1000 * net.sum())
    assert "areas with poorer access gained fewer people" in summary["pearson"][0]["reading"]


def test_the_caution_goes_with_every_result(make_layer):
    layer, feedback = make_layer(FIELDS, TWELVE), Listening()
    caution = summary_of(computed(layer, SUMMARY="TEMPORARY_OUTPUT"))["caution"][0]
    assert caution["value"] == NULL and "not a cause" in caution["reading"]
    processing.run("narvard:accessandmigration", {"AREAS": layer, **GIVEN, "OUTPUT": "memory:"}, feedback=feedback)
    assert caution["reading"] in feedback.said


def test_supply_turns_the_words_and_not_the_correlation(make_layer):
    layer = make_layer(FIELDS, TWELVE)
    time, supply = (summary_of(computed(layer, ACCESS_IS=word, SUMMARY="TEMPORARY_OUTPUT")) for word in ("time", "supply"))  # fmt: skip
    assert time["pearson"][0]["value"] == supply["pearson"][0]["value"]
    assert "gained more people, or lost fewer" in supply["pearson"][0]["reading"]
    assert [row["value"] for row in supply["net_per_1000"]] == [row["value"] for row in time["net_per_1000"]][::-1]


def test_readings_tell_apart_and_are_said_once(make_layer):
    layer, heard, feedback = make_layer(FIELDS, TWELVE), [], Listening()
    feedback.pushInfo = heard.append
    given = {"AREAS": layer, **GIVEN, "ACCESS_IS": "supply", "OUTPUT": "memory:"}
    processing.run("narvard:accessandmigration", given, feedback=feedback)
    told = [line for line in heard if "association" in line or "Without any" in line or "straight line" in line]
    assert len(told) == 4 and sum(line.startswith("by ranks: ") for line in told) == 1
    slope = np.polyfit([row[2] for row in TWELVE], [10 * row[3] for row in TWELVE], 1)[0]
    assert (
        slope < 0
        and f"one unit more of supply goes with a net migration that is {-slope:.3g} lower per 1 000" in told[-1]
    )


def test_within_groups(make_layer):
    """In each kind of area the minutes tell everything, which all areas together hide."""
    found = summary_of(computed(make_layer(FIELDS, TWELVE), GROUP="kind", SUMMARY="TEMPORARY_OUTPUT"))
    assert found["pearson_within_groups"][0]["value"] == pytest.approx(-1)
    assert found["spearman_within_groups"][0]["value"] < -0.99
    own = {row["group_value"]: row for row in found["pearson_in_group"]}
    assert set(own) == {"town", "country"} and all(row["value"] == NULL and row["areas"] == 6 for row in own.values())
    assert "too few areas (6)" in own["town"]["reading"]


def test_few_areas_get_no_correlation(make_layer):
    result = computed(make_layer(FIELDS, TWELVE[:9]), SUMMARY="TEMPORARY_OUTPUT")
    assert result["PEARSON"] is None and "too few areas (9)" in summary_of(result)["pearson"][0]["reading"]
    assert all(row["residual"] == NULL and row["net_per_1000"] != NULL for row in rows(result["OUTPUT"]))


def test_one_area_that_carries_it_all_is_named(make_layer):
    flat = [(SQUARE, f"a{n:02}", float(n % 5), n % 3, 100, "x") for n in range(15)]
    layer = make_layer(FIELDS, [*flat, (SQUARE, "far", 90.0, -90, 100, "x")])
    found = summary_of(computed(layer, SUMMARY="TEMPORARY_OUTPUT"))
    low, high = (found[f"pearson_{end}_without_one"][0] for end in ("lowest", "highest"))
    assert found["pearson"][0]["value"] < -0.9 and high["value"] == pytest.approx(0, abs=0.3) and low["value"] < -0.9
    assert "far" in low["reading"]


def test_who_is_left_out(make_layer):
    more = [
        (SQUARE, "empty kind", 1.0, 1, 40, ""), (SQUARE, "no access", None, 1, 10, "town"), (SQUARE, "no net", 1.0, None, 20, "town"),
        (SQUARE, "nobody", 1.0, 0, 0, "town"), (SQUARE, "no kind", 1.0, 1, 40, None),
    ]  # fmt: skip
    layer, feedback = make_layer(FIELDS, [*TWELVE, *more]), Listening()
    given = {"AREAS": layer, **GIVEN, "GROUP": "kind", "OUTPUT": "memory:"}
    result = processing.run("narvard:accessandmigration", given, feedback=feedback)
    found = by_id(result["OUTPUT"], "code")
    assert [found[code]["migration_status"] for _, code, *_ in more] == [
        "no_group",
        "no_value",
        "no_value",
        "no_people",
        "no_group",
    ]
    assert result["LEFT_OUT_COUNT"] == 5 and found["no access"]["net_per_1000"] == 100
    assert found["no access"]["residual"] == found["nobody"]["net_per_1000"] == NULL
    assert "2 areas with 30 people lack a number" in feedback.said and "no access, no net" in feedback.said
    assert "1 areas have nobody" in feedback.said and "2 areas with 80 people have no value in GROUP" in feedback.said
    alone = computed(make_layer(FIELDS, TWELVE))
    assert result["PEARSON"] == alone["PEARSON"]


def test_what_cannot_be_told_is_refused(make_layer):
    given = {"name": "accessandmigration", **GIVEN, "OUTPUT": "TEMPORARY_OUTPUT"}
    refused("No area has a number in each of minutes, net, population", AREAS=make_layer(FIELDS, [(SQUARE, "a", None, 1, 1, "")]), **given)  # fmt: skip
    refused("negative value in population: a", AREAS=make_layer(FIELDS, [(SQUARE, "a", 1.0, 1, -1, "")]), **given)
    again = computed(make_layer(FIELDS, TWELVE))["OUTPUT"]
    refused("already has fields that this tool adds: net_per_1000", AREAS=again, **given)


def test_cancel_writes_nothing(make_layer, tmp_path):
    target = tmp_path / "areas.gpkg"
    given = {"AREAS": make_layer(FIELDS, TWELVE), **GIVEN, "OUTPUT": str(target)}
    for asks in (0, 6, 12, 18):
        processing.run("narvard:accessandmigration", given, feedback=CancelAfter(asks))
        assert not target.exists()


def test_the_county(county):
    """Its net moves over five years; numpy weighs the same areas."""
    areas, table = need_and_minutes(county)
    named = {"AREA_CODE": "area_code", "NET_MIGRATION": "net_migration", "GROUP": "area_type"}
    result = computed(areas, **named, SUMMARY="TEMPORARY_OUTPUT")
    rate = table["net_migration"] / table["population"]
    spread = np.cov(table["minutes"], rate, aweights=table["population"])
    assert result["PEARSON"] == pytest.approx(spread[0, 1] / np.sqrt(spread[0, 0] * spread[1, 1]))
    assert (result["AREAS_COUNT"], result["LEFT_OUT_COUNT"]) == (153, 0)
    summary = summary_of(result)
    fifths = summary["net_per_1000"]
    assert sum(row["value"] * row["people"] / 1000 for row in fifths) == pytest.approx(table["net_migration"].sum())
    assert all(0.15 < row["people"] / table["population"].sum() < 0.25 for row in fifths)
    assert sum(row["areas"] for row in summary["pearson_in_group"]) == 153
