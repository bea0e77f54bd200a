"""Listed people: places by doctors, who is at the nearest, and where the listed of a closed centre go."""

import pytest
from qgis import processing
from qgis.core import NULL, QgsProcessingContext

from narvard_plugin.algorithms.scenarios import listingflows

from .small_network import CancelAfter, Listening, common, refused, run
from .small_network import rows as features


def rows(layer):
    return [{name: None if value == NULL else value for name, value in row.items()} for row in features(layer)]


def by(field, layer):
    return {row[field]: row for row in rows(layer)}


@pytest.fixture
def three_centres(make_layer):
    return make_layer(
        "code:string,region:string,municipality:string,opened:integer,closed:integer",
        [
            ("POINT(1000 0)", "B", "99", "9901", None, None),
            ("POINT(0 500)", "N", "99", "9902", None, None),
            ("POINT(1900 0)", "X", "98", "9801", 1990, 2010),
        ],
    )


@pytest.fixture
def capacity(make_layer):
    return make_layer(
        "facility_id:string,kind:string,value:double,date:date",
        [
            (None, "B", "heltid_specialist", 9, "2020-01-01"),
            (None, "B", "heltid_specialist", 2, "2024-12-31"),
            (None, "B", "heltid_st", 1, "2024-12-31"),
            (None, "B", "listade", 2751, "2024-12-31"),
            (None, "N", "heltid_specialist", 1, "2024-12-31"),
            (None, "elsewhere", "listade", 5, "2024-12-31"),
            (None, "N", "vardplatser", None, "2024-12-31"),
        ],
        kind="NoGeometry",
    )


@pytest.fixture
def listings(make_layer):
    """North: 90 at N and 10 at B; east: 40 at B, 3 at N, a hidden number at X; and what is older, nameless or unknown."""
    return make_layer(
        "area_code:string,unit_id:string,number:integer,date:string,status:string",
        [
            (None, "north", "N", 90, "2024-12-31", "ok"),
            (None, "north", "B", 10, "2024-12-31", "ok"),
            (None, "east", "B", 40, "2024-12-31", "ok"),
            (None, "east", "N", 3, "2024-12-31", "ok"),
            (None, "east", "X", None, "2024-12-31", "suppressed"),
            (None, "lone", "B", 20, "2024-12-31", "ok"),
            (None, "east", "gone", 70, "2023-12-31", "ok"),
            (None, "east", None, 8, "2024-12-31", "ok"),
            (None, "east", "abroad", 7, "2024-12-31", "ok"),
        ],
        kind="NoGeometry",
    )


@pytest.fixture
def areas(make_layer):
    square = "POLYGON(({0} 0, {1} 0, {1} 9, {0} 9, {0} 0))".format
    return make_layer(
        "area_code:string,municipality:string,region:string",
        [
            (square(0, 1), "north", "9902", "99"),
            (square(1, 2), "east", "9901", "99"),
            (square(2, 3), "empty", "9801", "98"),
        ],
    )


@pytest.fixture
def homes(make_layer):
    return make_layer(
        "id:string,n:integer,area_code:string",
        [("POINT(0 600)", "a", 100, "north"), ("POINT(900 0)", "b", 60, "east"), ("POINT(700 0)", "c", 5, None)],
    )


def measured(facilities, capacity, **more):
    given = {"FACILITIES": facilities, "FACILITY_ID": "code", "CAPACITY": capacity, "OUTPUT": "TEMPORARY_OUTPUT"}
    return {**given, **more}


def test_places_by_the_newest_doctors_of_each_centre(three_centres, capacity):
    feedback = Listening()
    found = by("code", run_with(feedback, "primarycarecapacity", **measured(three_centres, capacity)))
    b, n, x = (found[code] for code in "BNX")
    assert (b["supply"], b["listed"], b["spare_places"], b["norm_status"]) == (2750, 2751, -1, "over")
    assert b["listed_per_gp"] == 1375.5
    assert (n["supply"], n["listed"], n["norm_status"]) == (1100, None, "unknown")
    assert [x[name] for name in ("supply", "listed", "gp_fte", "load")] == [None] * 4
    assert x["norm_status"] == "unknown"
    assert "no row of the kind heltid_specialist; their supply is unknown: X" in feedback.said
    assert "no row of the kind heltid_st; they count as having no doctor in training: N" in feedback.said


def test_another_norm_and_listings_instead_of_the_capacitys_own(three_centres, capacity, listings):
    more = {"NORM": "own", "OWN_NORM": 25, "ST_NORM": 0, "LISTINGS": listings, "PREFIX": "p_"}
    results = run("primarycarecapacity", **measured(three_centres, capacity, SUMMARY="TEMPORARY_OUTPUT", **more))
    found, summary = by("code", results["OUTPUT"]), by("measure", results["SUMMARY"])
    assert (found["B"]["p_supply"], found["B"]["p_listed"], found["B"]["p_norm_status"]) == (50, 70, "over")
    assert (found["N"]["p_supply"], found["N"]["p_listed"], found["N"]["p_norm_status"]) == (25, 93, "over")
    assert found["X"]["p_listed"] is None  # its only number is hidden
    assert [found[code]["p_hidden_cells"] for code in "BNX"] == [0, 0, 1]
    assert summary["centres_over"]["value"] == 2
    assert summary["spare_places"]["value"] == -88
    assert results["SHARE_INSIDE_NORM"] == 0


@pytest.mark.parametrize(("norm", "status"), [(97, "inside"), (96, "unknown"), (92, "over")])
def test_a_hidden_number_may_hide_that_the_norm_is_passed(three_centres, capacity, make_layer, norm, status):
    fields = "area_code:string,unit_id:string,number:integer,status:string"
    cells = [(None, "1", "N", 93, "ok"), (None, "2", "N", None, "suppressed")]
    more = {"NORM": "own", "OWN_NORM": norm, "LISTINGS": make_layer(fields, cells, kind="None")}
    found = by("code", run("primarycarecapacity", **measured(three_centres, capacity, **more))["OUTPUT"])
    assert (found["N"]["listed"], found["N"]["supply"], found["N"]["norm_status"]) == (93, norm, status)


def test_what_capacity_refuses(three_centres, capacity, make_layer):
    refused("give OWN_NORM", "primarycarecapacity", **measured(three_centres, capacity, NORM="own"))
    refused("has no rows of the kinds", "primarycarecapacity", **measured(three_centres, table(make_layer, "x")))
    refused("missing or negative", "primarycarecapacity", **measured(three_centres, table(make_layer, value=-1)))
    refused("repeated", "primarycarecapacity", **measured(three_centres, table(make_layer, times=2)))
    refused("No row of CAPACITY has an id", "primarycarecapacity", **measured(three_centres, table(make_layer, id="z")))
    named = measured(three_centres, capacity, REPORT_REGION="07", FACILITY_REGION="region")
    refused("No feature has the region 07", "primarycarecapacity", **named)
    report = measured(three_centres, capacity, REPORT_REGION="98")
    refused("needs the field FACILITY_REGION", "primarycarecapacity", **report)


def table(make_layer, kind="heltid_specialist", value=1, times=1, id="B"):
    fields = "facility_id:string,kind:string,value:double,date:string"
    return make_layer(fields, [(None, id, kind, value, "2024-12-31")] * times, kind="NoGeometry")


def flows(network, homes, centres, areas, listings, **more):
    given = common(network, homes, centres, LISTINGS=listings, AREAS=areas, AREA_CODE="area_code", **more)
    fields = {"AREA_MUNICIPALITY": "municipality", "AREA_REGION": "region", "ORIGIN_AREA": "area_code"}
    units = {"FACILITY_MUNICIPALITY": "municipality", "FACILITY_REGION": "region"}
    return {**given, **fields, **units, "FACILITY_ID": "code"}


SINKS = dict.fromkeys(("FLOWS", "UNIT_OUTPUT", "AREA_MINUTES"), "TEMPORARY_OUTPUT")


def test_who_is_listed_at_the_nearest(network, homes, three_centres, areas, listings):
    feedback = Listening()
    results = results_with(feedback, "listingflows", **flows(network, homes, three_centres, areas, listings, **SINKS))
    found = by("area_code", results["OUTPUT"])
    north, east, empty = found["north"], found["east"], found["empty"]
    # With the 93 listed at N its 90 of the north would tell the 3 of the east.
    assert (north["listed"], north["share_at_nearest"], north["nearest_unit"]) == (100, None, "N")
    assert north["status"] == "suppressed"
    assert north["minutes_nearest"] == pytest.approx(100 * 0.06 / 100)
    assert north["minutes_listed"] is None  # the mean over 90 and 10, with the minutes of each, would tell them
    # 40 at the nearest, 3 at N, 7 abroad and a hidden number: the rest is 10, enough to be told.
    assert (east["listed"], east["share_at_nearest"], east["hidden_cells"]) == (50, 0.8, 1)
    assert (east["status"], east["top_unit"]) == ("incomplete", "B")
    assert (empty["listed"], empty["share_at_nearest"], empty["status"]) == (None, None, "missing")
    assert results["HIDDEN_CELLS"] == 1
    assert results["SHARE_AT_NEAREST"] == pytest.approx(130 / 150)
    for said in (
        "1 rows of LISTINGS of older dates (2023-12-31) were left out", "units have rows of older dates only: gone",
        "with 8 listed, lack an area or a unit", "1 of these numbers are hidden", "are not in AREAS: lone",
        "with 7 listed, are not in FACILITIES: abroad", "5 people at 1 points of ORIGINS are in no area",
    ):  # fmt: skip
        assert said in feedback.said
    flow = {(row["from_code"], row["unit_id"]): row for row in rows(results["FLOWS"])}
    assert (flow["east", "N"]["number"], flow["east", "N"]["status"]) == (None, "suppressed")
    assert (flow["east", "X"]["number"], flow["east", "X"]["hidden_cells"]) == (None, 1)
    assert (flow["north", "B"]["crosses_municipality"], flow["north", "B"]["crosses_region"]) == (True, False)
    assert flow["east", "X"]["crosses_region"] is True
    assert flow["lone", "B"]["crosses_region"] is None
    units = by("code", results["UNIT_OUTPUT"])
    assert units["B"]["listed"] == 70
    parts = ("own_municipality", "other_municipality", "other_region", "unknown_home")
    # The 10 of the north are all that B has from other municipalities; they would tell N's 90, and those its 3.
    assert [units["B"][f"listed_{part}"] for part in parts] == [40, None, 0, None]
    assert (units["N"]["listed"], units["N"]["listed_other_municipality"], units["N"]["status"]) == (
        93,
        None,
        "suppressed",
    )
    assert (units["X"]["listed"], units["X"]["status"]) == (None, "suppressed")
    assert units["N"]["catchment_population"] == 100
    assert units["N"]["listed_per_catchment"] == 0.93


@pytest.mark.parametrize(("level", "start"), [("municipality", "9901"), ("region", "99")])
def test_flows_from_municipality_or_county(network, homes, three_centres, areas, listings, level, start):
    given = flows(network, homes, three_centres, areas, listings, FLOWS="TEMPORARY_OUTPUT", FLOW_LEVEL=level)
    found = {(row["from_code"], row["unit_id"]): row for row in rows(run("listingflows", **given)["FLOWS"])}
    assert found[start, "B"]["number"] == (40 if level == "municipality" else 50)
    # The 3 of 9901 at N hides 90 of 9902 there, that 10 of 9902 at B, and that the least of B.
    assert found[None, "B"]["number"] == (None if level == "municipality" else 20)
    assert found[start, "X"]["status"] == "suppressed"


def test_areas_taken_a_few_at_a_time_give_the_same(network, homes, three_centres, areas, listings, monkeypatch):
    given = flows(network, homes, three_centres, areas, listings, **SINKS)
    whole = run("listingflows", **given)
    expected = {name: rows(whole[name]) for name in ("OUTPUT", *SINKS)}
    monkeypatch.setattr(listingflows, "PAIRS_AT_ONCE", 1)
    parts = run("listingflows", **given)
    assert {name: rows(parts[name]) for name in ("OUTPUT", *SINKS)} == expected


def test_only_the_reported_region_is_written(network, homes, three_centres, areas, listings):
    given = flows(network, homes, three_centres, areas, listings, REPORT_REGION="98", **SINKS)
    results = run("listingflows", **given)
    assert [row["area_code"] for row in rows(results["OUTPUT"])] == ["empty"]
    assert [row["code"] for row in rows(results["UNIT_OUTPUT"])] == ["X"]
    assert {row["unit_id"] for row in rows(results["FLOWS"])} == {"X"}


def test_what_the_flows_refuse(network, homes, three_centres, areas, listings, make_layer):
    given = flows(network, homes, three_centres, areas, listings)
    fields = "area_code:string,unit_id:string,number:double,date:string"

    def with_rows(*listed):
        return {**given, "LISTINGS": make_layer(fields, [(None, *row) for row in listed], kind="NoGeometry")}

    refused("have to be named: AREA_MUNICIPALITY", "listingflows",
            **{**given, "FLOW_LEVEL": "municipality", "AREA_MUNICIPALITY": None})  # fmt: skip
    refused("have to be named: FACILITY_ID", "listingflows", **{**given, "FACILITY_ID": None})
    refused("missing or negative", "listingflows", **with_rows(("north", "N", -5, "2024-12-31")))
    refused("not whole people", "listingflows", **with_rows(("north", "N", 5.5, "2024-12-31")))
    refused("not written as 2024-12-31", "listingflows", **with_rows(("north", "N", 5, "31/12/2024")))
    refused("repeated", "listingflows", **with_rows(*[("north", "N", 5, "2024-12-31")] * 2))
    refused("has no rows with both an area and a unit", "listingflows", **with_rows())
    refused("No row of LISTINGS has an id of FACILITIES", "listingflows", **with_rows(("north", "?", 5, "2024-12-31")))
    refused("No point of ORIGINS has an area code", "listingflows", **{**given, "ORIGIN_AREA": "id"})


@pytest.fixture
def changes(make_layer):
    return make_layer(
        "scenario:string,facility_id:string,action:string,year:integer,service:string,capacity:double",
        [
            (None, "S", "B", "close", 2028, None, None),
            (None, "S", "N", "capacity", 2028, "heltid_specialist", 0.05),
            (None, "S", "N", "add_service", 2028, "rontgen", None),
            (None, "T", "N", "close", 2028, None, None),
        ],
        kind="NoGeometry",
    )


def closing(listings, centres, changes, capacity=None, **more):
    given = {"LISTINGS": listings, "FACILITIES": centres, "FACILITY_ID": "code", "CHANGES": changes, "SCENARIO": "S"}
    return {**given, "CAPACITY": capacity, "OUTPUT": "TEMPORARY_OUTPUT", "FLOWS": "TEMPORARY_OUTPUT", **more}


def test_where_the_listed_of_a_closed_centre_go(three_centres, capacity, listings, changes, make_layer):
    feedback = Listening()
    matrix = make_layer(
        "origin_id:string,facility_id:string,minutes:double",
        [(None, "lone", "X", 1), (None, "lone", "N", 9), (None, "lone", "B", 2)],
        kind="NoGeometry",
    )
    more = {"MATRIX": matrix, "NORM": "1500", "PAY_PER_LISTED": 100}
    results = results_with(
        feedback, "vardvalsconsequence", **closing(listings, three_centres, changes, capacity, **more)
    )
    found = by("code", results["OUTPUT"])
    b, n, x = (found[code] for code in "BNX")
    assert (b["listed_before"], b["listed_after"], b["outcome"], b["pay_change"]) == (70, 0, "closes", -7000)
    # All 10 of the north, all 40 of the east and the 20 who had no other choice; X closed in 2010, though nearer.
    assert (n["listed_before"], n["listed_after"], n["change"], n["pay_change"]) == (93, 163, 70, 7000)
    assert (n["supply"], n["over_norm_before"], n["over_norm_after"]) == (75, False, True)
    assert (x["outcome"], x["listed_after"]) == ("closed", 0)
    assert (results["MOVED"], results["UNPLACED"], results["HIDDEN_CELLS"]) == (70, 0, 1)
    how = {(row["area_code"], row["to_unit"]): (row["number"], row["how"]) for row in rows(results["FLOWS"])}
    assert how == {("north", "N"): (10, "choice"), ("east", "N"): (40, "choice"), ("lone", "N"): (20, "nearest")}
    assert "1 changes are of other kinds" in feedback.said
    assert "1 hidden numbers are at centres that close" in feedback.said


def test_a_field_with_a_default_may_be_left_out(three_centres, listings, changes, make_layer):
    named = make_layer("facility_id:string", [("POINT(0 0)", "B"), ("POINT(0 0)", "N"), ("POINT(0 0)", "X")])
    given = closing(listings, named, changes)
    del given["FACILITY_ID"]
    assert run("vardvalsconsequence", **given)["MOVED"] == 70


def test_before_the_year_nothing_closes_and_without_a_matrix_some_are_unplaced(three_centres, listings, changes):
    results = run("vardvalsconsequence", **closing(listings, three_centres, changes, YEAR=2027))
    assert (results["MOVED"], len(rows(results["FLOWS"]))) == (0, 0)
    results = run("vardvalsconsequence", **closing(listings, three_centres, changes, YEAR=2028))
    assert (results["MOVED"], results["UNPLACED"]) == (70, 20)
    after = by("code", results["OUTPUT"])
    assert sum(row["listed_after"] for row in after.values()) + 20 == sum(
        row["listed_before"] for row in after.values()
    )
    # Nothing is known of capacity but what the scenario says of N.
    assert (after["N"]["over_norm_before"], after["N"]["over_norm_after"], after["N"]["supply"]) == (None, True, 55)
    assert after["N"]["pay_change"] is None


def test_a_centre_that_the_scenario_opens_again_keeps_its_listed(three_centres, listings, make_layer):
    fields = "facility_id:string,action:string,year:integer"
    table = make_layer(fields, [(None, "B", "open", 2030), (None, "B", "close", 2028)], kind="NoGeometry")
    given = {**closing(listings, three_centres, table), "SCENARIO": ""}
    moved = {year: run("vardvalsconsequence", **{**given, "YEAR": year})["MOVED"] for year in (2027, 2029, 2030)}
    assert moved == {2027: 0, 2029: 70, 2030: 0}


def test_a_change_of_few_people_is_hidden_and_so_is_what_would_tell_it(three_centres, make_layer):
    fields = "area_code:string,unit_id:string,number:integer,date:string"
    cells = [("east", "B", 3), ("east", "N", 50), ("west", "B", 40), ("west", "X", 60)]
    table = make_layer(fields, [(None, *cell, "2008-12-31") for cell in cells], kind="NoGeometry")
    closes = make_layer(
        "facility_id:string,action:string,year:integer", [(None, "B", "close", 2009)], kind="NoGeometry"
    )
    results = run("vardvalsconsequence", **{**closing(table, three_centres, closes, PAY_PER_LISTED=7), "SCENARIO": ""})
    told = by("code", results["OUTPUT"])
    n, x = told["N"], told["X"]
    assert (n["listed_before"], n["status"]) == (50, "suppressed")
    assert [n[name] for name in ("listed_after", "change", "spare_after", "pay_change")] == [None] * 4
    # 43 move, and that is told: the 40 of X would tell the 3 of N.
    assert (x["listed_before"], x["listed_after"], x["change"], x["status"]) == (60, None, None, "suppressed")


def test_how_many_find_no_place_does_not_tell_of_few(three_centres, make_layer):
    """60 of B go to N, and 3 nowhere: 63 move, and the result does not say 3 of anything."""
    fields = "area_code:string,unit_id:string,number:integer,date:string"
    cells = [("east", "B", 60), ("east", "N", 50), ("lone", "B", 3)]
    table = make_layer(fields, [(None, *cell, "2024-12-31") for cell in cells], kind="NoGeometry")
    closes = make_layer(
        "facility_id:string,action:string,year:integer", [(None, "B", "close", 2028)], kind="NoGeometry"
    )
    feedback = Listening()
    results = results_with(feedback, "vardvalsconsequence", **{**closing(table, three_centres, closes), "SCENARIO": ""})
    assert (results["MOVED"], results["UNPLACED"]) == (63, None)
    assert "Some of them, in 1 areas, have no known place to go" in feedback.said
    assert by("code", results["OUTPUT"])["N"]["change"] is None
    assert {row["number"] for row in rows(results["FLOWS"])} == {None}


def test_what_the_consequence_refuses(three_centres, listings, changes, make_layer):
    given = closing(listings, three_centres, changes)
    fields = "scenario:string,facility_id:string,action:string,year:integer"
    unknown = make_layer(fields, [(None, "S", "?", "close", 2028)], kind="NoGeometry")
    every = make_layer(fields, [(None, "S", code, "close", 2028) for code in "BN"], kind="NoGeometry")
    refused("no scenario called Z. It has: S, T", "vardvalsconsequence", **{**given, "SCENARIO": "Z"})
    refused("several scenarios: S, T", "vardvalsconsequence", **{**given, "SCENARIO": ""})
    refused("no facility of FACILITIES.*: [?] close 2028", "vardvalsconsequence", **{**given, "CHANGES": unknown})
    typo = make_layer(fields, [(None, "S", "B", "stäng", 2028)], kind="NoGeometry")
    refused("no known action.*: B stäng 2028", "vardvalsconsequence", **{**given, "CHANGES": typo})
    refused("nowhere to be listed", "vardvalsconsequence", **{**given, "CHANGES": every})


def test_cancelled_runs_write_nothing(network, homes, three_centres, areas, listings, capacity, changes, provider):
    for name, given in (
        ("primarycarecapacity", measured(three_centres, capacity)),
        ("listingflows", flows(network, homes, three_centres, areas, listings)),
        ("vardvalsconsequence", closing(listings, three_centres, changes)),
    ):
        asked = CancelAfter(10**6)
        assert provider.algorithm(name).create().run(given, QgsProcessingContext(), asked)[1]
        for stop in range(0, 10**6 - asked.left, 3):
            results, fine = provider.algorithm(name).create().run(given, QgsProcessingContext(), CancelAfter(stop))
            assert fine
            assert results == {}, f"{name} wrote after {stop} questions"


def run_with(feedback, name, **parameters):
    return results_with(feedback, name, **parameters)["OUTPUT"]


def results_with(feedback, name, **parameters):
    context = run.kept = QgsProcessingContext()
    return processing.run(f"narvard:{name}", parameters, context=context, feedback=feedback)
