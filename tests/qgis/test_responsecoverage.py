"""Response coverage by hand on the small network, and the story of Ekhamn on the sample county."""

import pytest
from qgis import processing
from qgis.core import NULL, QgsFeature, QgsProcessingContext, QgsRenderContext, QgsVectorLayer

from tests.shared import ROOT

from .small_network import MINUTE, WALK, CancelAfter, Listening, refused, rows, run

N_ONE, N_NORTH, B_TWO = 500 * MINUTE / 2 + 100 * MINUTE + 30 * WALK, 250 * MINUTE, 500 * MINUTE
B_ONE, B_NORTH = 900 * MINUTE + 30 * WALK, 1000 * MINUTE + 500 * MINUTE
ONE_A, NORTH_A, A_N, A_B = 100 * MINUTE + 30 * WALK, 500 * MINUTE, 250 * MINUTE, 1000 * MINUTE
MISSIONS = {"one": 2 + N_ONE + 10 + ONE_A + 5 + A_N, "north": 2 + N_NORTH + 10 + NORTH_A + 5 + A_N}


@pytest.fixture
def given(network, people, centres):
    return {
        "NETWORK": network, "STATIONS": centres, "STATION_ID": "code", "ORIGINS": people, "ORIGIN_ID": "id",
        "POPULATION": "n", "ALARM_MINUTES": 1, "TURNOUT_MINUTES": 2, "THRESHOLDS": "3.1,3.5,4",
        "OUTPUT": "TEMPORARY_OUTPUT",
    }  # fmt: skip


@pytest.fixture
def hospital(make_layer):
    places = make_layer("code:string", [("POINT(0 0)", "A")])
    return {"HOSPITALS": places, "HOSPITAL_ID": "code", "SCENE_MINUTES": 10, "HANDOVER_MINUTES": 5}


def listen(**parameters):
    context, heard = QgsProcessingContext(), Listening()
    out = processing.run("narvard:responsecoverage", parameters, context=context, feedback=heard)
    run.kept = context
    return out, heard.said


def by(layer, *names):
    return {tuple(row[name] for name in names): row for row in rows(layer)}


def test_response_is_alarm_turn_out_and_drive_from_the_station(given):
    out = run("responsecoverage", **given, SUMMARY="TEMPORARY_OUTPUT")
    found = {row["id"]: row for row in rows(out["OUTPUT"])}
    for who, station, drive in (("one", "N", N_ONE), ("two", "B", B_TWO), ("north", "N", N_NORTH)):
        assert found[who]["station_id"] == station
        assert found[who]["drive_minutes"] == pytest.approx(drive)
        assert found[who]["response_minutes"] == pytest.approx(3 + drive)
    for who, status in (("island", "no_route"), ("nowhere", "no_road")):
        assert [found[who][k] for k in ("station_id", "drive_minutes", "response_minutes", "status")] == [NULL] * 3 + [
            status
        ]
    assert (
        {row["hospital_id"] for row in found.values()} == {row["mission_minutes"] for row in found.values()} == {NULL}
    )
    summary = by(out["SUMMARY"], "group_kind", "threshold")
    assert {limit: summary["all", limit]["population_within"] for limit in (3.1, 3.5, 4)} == {3.1: 0, 3.5: 3, 4: 33}
    row = summary["all", 4]
    assert (row["population"], row["share"], row["unreachable"]) == (39, pytest.approx(33 / 39), 6)
    mean = (10 * N_ONE + 20 * B_TWO + 3 * N_NORTH) / 33
    assert (row["mean_drive_minutes"], row["mean_minutes"]) == (pytest.approx(mean), pytest.approx(3 + mean))
    assert row["median_minutes"] == pytest.approx(3 + B_TWO) and row["p90_minutes"] == pytest.approx(3 + N_ONE)
    assert out["UNREACHABLE_COUNT"] == 6


def test_speed_factor_divides_the_drive_and_the_limit_is_the_drives(given):
    out = run("responsecoverage", **given, SPEED_FACTOR=0.5, MAX_MINUTES=1)
    found = {row["id"]: row for row in rows(out["OUTPUT"])}
    assert found["north"]["response_minutes"] == pytest.approx(3 + 2 * N_NORTH)
    assert (found["two"]["status"], found["two"]["response_minutes"]) == ("beyond_limit", NULL)


def test_how_long_the_vehicle_is_away(given, hospital, make_layer):
    stations = make_layer("code:string,v:integer", [("POINT(1000 0)", "B", 1), ("POINT(0 500)", "N", 2)])
    out, said = listen(
        **{**given, "STATIONS": stations}, **hospital, VEHICLES="v", CALLS="n", SUMMARY="TEMPORARY_OUTPUT"
    )
    found = {row["id"]: row for row in rows(out["OUTPUT"])}
    for who, minutes in MISSIONS.items():
        assert (found[who]["hospital_id"], found[who]["mission_minutes"]) == ("A", pytest.approx(minutes))
    assert [found["two"][k] for k in ("hospital_id", "mission_minutes")] == [
        NULL,
        NULL,
    ]  # a one-way road with no way on
    assert "20 people at 1 points are reached, but the way to a hospital or back is missing" in said
    summary = by(out["SUMMARY"], "group_kind", "group", "threshold")
    hours = (10 * MISSIONS["one"] + 3 * MISSIONS["north"]) / 60
    row = summary["all", NULL, NULL]
    assert [row["calls"], row["calls_unserved"], row["population"]] == [39, 26, 39]
    assert (row["vehicle_hours"], row["mean_mission_minutes"]) == (pytest.approx(hours), pytest.approx(60 * hours / 13))
    row = summary["station", "N", NULL]
    assert [row[k] for k in ("population", "calls", "vehicles", "capacity_hours")] == [13, 13, 2, 17_520]
    assert row["share_away"] == pytest.approx(hours / 17_520)
    assert [summary["station", "B", NULL][k] for k in ("calls", "calls_unserved", "vehicle_hours")] == [20, 20, 0]
    assert [summary["stations", NULL, NULL][k] for k in ("calls", "vehicles")] == [33, 3]


def test_calls_by_people_say_that_they_are_assumed(given, hospital, make_layer):
    out, said = listen(**given, **hospital, CALLS_PER_1000=500, SUMMARY="TEMPORARY_OUTPUT")
    assert "500 per 1 000 people, the same everywhere. This is an assumption" in said
    assert by(out["SUMMARY"], "group_kind", "group", "threshold")["station", "N", NULL]["calls"] == 6.5
    out, _ = listen(**given, **hospital, SUMMARY="TEMPORARY_OUTPUT")
    row = by(out["SUMMARY"], "group_kind", "group", "threshold")["station", "N", NULL]
    assert (row["calls"], row["vehicle_hours"]) == (NULL, NULL)
    assert row["mean_mission_minutes"] == pytest.approx((10 * MISSIONS["one"] + 3 * MISSIONS["north"]) / 13)
    given = {**given, "STATIONS": make_layer("code:string,v:integer", [("POINT(0 500)", "N", 1)])}
    _, said = listen(**given, CALLS="n", VEHICLES="v", CANDIDATES=given["STATIONS"])
    for words in ("Vehicle hours need HOSPITALS", "VEHICLES are compared", "CANDIDATES are tried only where UNITS"):
        assert words in said


def test_one_fewer_and_one_more(given, hospital, make_layer):
    candidates = make_layer("name:string", [("POINT(0 1000)", "C"), ("POINT(40000 40000)", "away")])
    out, said = listen(
        **given, **hospital, CALLS="n", UNITS="TEMPORARY_OUTPUT", CANDIDATES=candidates, CANDIDATE_ID="name"
    )
    assert "1 points of CANDIDATES lie farther than" in said and "take no part: away" in said
    units = by(out["UNITS"], "unit_kind", "unit_id", "threshold")
    assert {key[:2] for key in units} == {("station", "B"), ("station", "N"), ("candidate", "C")} and len(units) == 9
    gone = units["station", "N", 4]
    assert [gone[k] for k in ("population_within", "population_change", "people_moved")] == [20, -13, 13]
    assert gone["share_change"] == pytest.approx(-13 / 39) and units["station", "N", 3.5]["population_change"] == -3
    slower = (10 * (B_ONE - N_ONE) + 3 * (B_NORTH - N_NORTH)) / 33
    assert (gone["mean_minutes_change"], gone["unreachable_change"]) == (pytest.approx(slower), 0)
    more = (10 * (B_ONE - N_ONE + A_B - A_N) + 3 * (B_NORTH - N_NORTH + A_B - A_N)) / 60
    assert (gone["vehicle_hours_change"], gone["calls_unserved_change"]) == (pytest.approx(more), 0)
    gone = units["station", "B", 4]
    assert [gone[k] for k in ("population_change", "people_moved", "unreachable_change")] == [-20, 20, 0]
    assert gone["mean_minutes_change"] == pytest.approx(20 * (A_N + A_B) / 33)
    gained = units["candidate", "C", 3.1]
    assert [gained[k] for k in ("population_within", "population_change", "people_moved")] == [3, 3, 3]
    assert gained["mean_minutes_change"] == pytest.approx(-3 * N_NORTH / 33)
    assert gained["vehicle_hours_change"] == pytest.approx(3 * (0 - N_NORTH + 500 * MINUTE - A_N) / 60)


def test_a_candidate_gives_what_a_run_with_it_gives(given, make_layer):
    candidates = make_layer("code:string", [("POINT(2000 0)", "E"), ("POINT(9100 9000)", "I")])
    out = run("responsecoverage", **given, UNITS="TEMPORARY_OUTPUT", CANDIDATES=candidates, CANDIDATE_ID="code")
    units = by(out["UNITS"], "unit_kind", "unit_id", "threshold")
    for name, place in (("E", "POINT(2000 0)"), ("I", "POINT(9100 9000)")):
        stations = make_layer("code:string", [("POINT(1000 0)", "B"), ("POINT(0 500)", "N"), (place, name)])
        again = run("responsecoverage", **{**given, "STATIONS": stations}, SUMMARY="TEMPORARY_OUTPUT")
        summary = by(again["SUMMARY"], "group_kind", "threshold")
        for limit in (3.1, 3.5, 4):
            assert units["candidate", name, limit]["population_within"] == summary["all", limit]["population_within"]
    assert units["candidate", "I", 4]["unreachable_change"] == -5


def test_a_station_without_vehicles_is_told(given, make_layer):
    stations = make_layer("code:string,v:integer", [("POINT(1000 0)", "B", 0), ("POINT(0 500)", "N", 2)])
    _, said = listen(**{**given, "STATIONS": stations}, VEHICLES="v")
    assert "1 stations have no vehicle, but answer the calls nearest to them all the same: B." in said


def test_stations_open_by_hour(given, make_layer):
    stations = make_layer(
        "code:string,f:string,t:string", [("POINT(1000 0)", "B", "22:00", "06:00"), ("POINT(0 500)", "N", NULL, "")]
    )
    given = {**given, "STATIONS": stations, "OPEN_FROM": "f", "OPEN_TO": "t"}
    for clock, station in (("03:00", "B"), ("06:00", "N"), ("21:59", "N"), ("22:00", "B"), ("", "B")):
        out = run("responsecoverage", **given, AT_TIME=clock, UNITS="TEMPORARY_OUTPUT")
        assert {row["id"]: row["station_id"] for row in rows(out["OUTPUT"])}["two"] == station
        units = {row["unit_id"]: row for row in rows(out["UNITS"])}
        assert set(units) == ({"B", "N"} if station == "B" else {"N"})
        assert units["N"]["unreachable_change"] == (0 if station == "B" else 33)
    assert "1 stations have opening hours. Without AT_TIME they count as always open: B" in listen(**given)[1]
    assert "Without AT_TIME" not in listen(**given, AT_TIME="03:00")[1]
    stations.dataProvider().changeAttributeValues({2: {1: "07:00", 2: "07:00"}})
    refused("1 stations have opening hours that cannot be read: N", "responsecoverage", **given, AT_TIME="03:00")
    stations.dataProvider().changeAttributeValues({2: {1: "07:00", 2: "21:00"}})
    refused("No station is open at 21:30", "responsecoverage", **given, AT_TIME="21:30")


def test_groups_come_from_the_people_or_from_their_areas(given, make_layer):
    people = make_layer(
        "id:string,n:integer,m:string,a:string",
        [
            ("POINT(100 30)", "one", 10, "X", "1"),
            ("POINT(1500 0)", "two", 20, "Y", "2"),
            ("POINT(0 1000)", "north", 3, "X", "9"),
        ],
    )
    areas = make_layer("area_code:string,type:integer", [(None, "1", 5), (None, "2", 1)], kind="None")
    out, said = listen(
        **{**given, "ORIGINS": people}, MUNICIPALITY="m", AREAS=areas, ORIGIN_AREA="a", AREA_CODE="area_code",
        AREAS_AREA_TYPE="type", SUMMARY="TEMPORARY_OUTPUT",
    )  # fmt: skip
    found = {
        key: row["population"]
        for key, row in by(out["SUMMARY"], "group_kind", "group", "threshold").items()
        if key[2] == 4
    }
    assert found == {
        ("all", NULL, 4): 33, ("municipality", "X", 4): 13, ("municipality", "Y", 4): 20, ("area_type", "1", 4): 20,
        ("area_type", "5", 4): 10, ("area_type", NULL, 4): 3,
    }  # fmt: skip
    assert "1 area codes of the people are not in AREAS: 9" in said and "3 people at 1 points have no area_type" in said


def test_border_rules(given, hospital, make_layer):
    people = make_layer(
        "id:string,n:integer,r:string", [("POINT(100 30)", "own", 10, "99"), ("POINT(0 900)", "far", 4, "98")]
    )
    stations = make_layer("code:string,r:string", [("POINT(1000 0)", "B", "99"), ("POINT(0 500)", "N", "98")])
    regions = {"ORIGIN_REGION": "r", "FACILITY_REGION": "r", "REPORT_REGION": "99"}
    tables = {"SUMMARY": "TEMPORARY_OUTPUT", "UNITS": "TEMPORARY_OUTPUT"}
    given = {**given, "ORIGINS": people, "STATIONS": stations, **regions, **tables, **hospital, "CALLS": "n"}
    out = run("responsecoverage", **given)
    (own,) = rows(out["OUTPUT"])
    assert (own["station_id"], own["station_region"], own["crosses_border"]) == ("N", "98", True)
    summary = by(out["SUMMARY"], "group_kind", "group", "threshold")
    assert summary["all", NULL, 4]["population"] == 10 and ("station", "N", NULL) not in summary
    assert {row["unit_id"] for row in rows(out["UNITS"])} == {"B", "N"}  # N is nearest to somebody of the region
    all_calls = by(
        run("responsecoverage", **{**given, "REPORT_REGION": "98"})["SUMMARY"], "group_kind", "group", "threshold"
    )
    assert all_calls["station", "N", NULL]["calls"] == 14  # a station answers everybody, whatever is reported
    assert all_calls["all", NULL, NULL]["calls"] == 4


def test_clear_answers(given, hospital, make_layer):
    good = {"name": "responsecoverage", **given}
    for thresholds in ("", "ten", "20,10", "0,10", "10,10"):
        refused("must be rising numbers above 0", **{**good, "THRESHOLDS": thresholds})
    refused("AT_TIME natt must be a time of day", **{**good, "AT_TIME": "natt"})
    refused("AT_TIME needs the fields OPEN_FROM", **{**good, "AT_TIME": "03:00"})
    refused("above 0 minutes", **{**good, "MAX_MINUTES": 0})
    areas = make_layer("area_code:string", [(None, "1")], kind="None")
    refused("AREAS needs the area code both", **{**good, "AREAS": areas})
    refused("HOSPITALS has no usable points", **{**good, "HOSPITALS": make_layer("code:string", [])})
    far = make_layer("code:string", [("POINT(50000 50000)", "far")])
    refused("None of the 1 points of HOSPITALS lies within", **{**good, "HOSPITALS": far})
    refused("None of the 1 points of CANDIDATES", **{**good, "CANDIDATES": far, "UNITS": "TEMPORARY_OUTPUT"})
    refused("STATIONS has no usable points", **{**good, "STATIONS": make_layer("code:string", [])})
    calls = make_layer("id:string,n:integer,c:integer", [("POINT(0 0)", "a", 1, NULL), ("POINT(1 0)", "b", 1, -2)])
    refused(
        "2 features in ORIGINS have a missing or negative value in c: a, b", **{**good, "ORIGINS": calls, "CALLS": "c"}
    )
    stations = make_layer("code:string,v:integer", [("POINT(0 500)", "N", NULL)])
    refused("missing or negative value in v: N", **{**good, "STATIONS": stations, "VEHICLES": "v"})
    refused(
        "adds.*station_id",
        **{**good, "ORIGINS": make_layer("id:string,n:integer,station_id:string", [("POINT(0 0)", "a", 1, "")])},
    )


def test_straight_line_says_so(given, hospital):
    tables = {"SUMMARY": "TEMPORARY_OUTPUT", "UNITS": "TEMPORARY_OUTPUT"}
    out = run("responsecoverage", **{**given, "NETWORK": ""}, **hospital, **tables, COST="straight", CALLS="n")
    for name in ("OUTPUT", "SUMMARY", "UNITS"):
        assert "straight line" in out[name].name()
        times = [field.name() for field in out[name].fields() if "minutes" in field.name()]
        assert times and all(time.startswith("straight_") for time in times)
    north = next(row for row in rows(out["OUTPUT"]) if row["id"] == "north")
    metre = 1.3 * 0.06 / 60
    assert north["straight_response_minutes"] == pytest.approx(3 + 500 * metre)
    assert north["straight_mission_minutes"] == pytest.approx(2 + 500 * metre + 10 + 1000 * metre + 5 + 500 * metre)


def test_cancel_leaves_nothing(given, hospital, tmp_path):
    everything = {**given, **hospital, "CALLS": "n"}
    for asks in range(100):
        tables = {name: str(tmp_path / f"{asks} {name}.gpkg") for name in ("OUTPUT", "SUMMARY", "UNITS")}
        stop = CancelAfter(asks)
        out = processing.run("narvard:responsecoverage", {**everything, **tables}, feedback=stop)
        if stop.left >= 0:
            break
        assert not list(tmp_path.glob("*.gpkg*")) and "OUTPUT" not in out
    assert asks > 20 and len(list(tmp_path.glob("*.gpkg"))) == 3


@pytest.mark.parametrize("field", ["response_minutes", "straight_response_minutes"])
def test_every_response_time_and_every_missing_one_has_its_class_on_the_map(field, make_layer):
    layer = make_layer(f"{field}:double,status:string", [("POINT(0 0)", 3.0, "ok")])
    told, loaded = layer.loadNamedStyle(str(ROOT / "resources" / "styles" / "responsecoverage_output.qml"))
    assert loaded, told
    context, classes = QgsRenderContext(), {}
    for minutes, status in (
        (5, "ok"),
        (5.01, "ok"),
        (60, "ok"),
        (61, "ok"),
        (NULL, "no_road"),
        (NULL, "beyond_limit"),
        (NULL, NULL),
    ):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([minutes, status])
        context.expressionContext().setFeature(feature)
        renderer = layer.renderer().clone()
        renderer.startRender(context, layer.fields())
        keys = renderer.legendKeysForFeature(feature, context)
        classes[minutes, status] = [item.label() for item in renderer.legendSymbolItems() if item.ruleKey() in keys]
        renderer.stopRender(context)
    assert classes == {
        (5, "ok"): ["0–5 min"], (5.01, "ok"): ["5–10 min"], (60, "ok"): ["45–60 min"], (61, "ok"): ["över 60 min"],
        (NULL, "no_road"): ["nås inte på väg"], (NULL, "beyond_limit"): ["längre än längsta körtid"],
        (NULL, NULL): ["responstid saknas i lagret"],
    }  # fmt: skip


DAY_AND_NIGHT = ("98-universitetssjukhus-001", "99-lanssjukhus-001", "99-lansdelssjukhus-002", "40-lanssjukhus-001")
EKHAMN, ITS_STATION = "99-lansdelssjukhus-001", "99-ambulansstation-002"


def stations_with(county, make_layer, vehicles):
    """The county's ambulance stations with the vehicles of its capacity table; ``vehicles`` replaces some."""
    number = {
        row["facility_id"]: int(row["value"]) for row in rows(county.layer("capacity", "kind = 'fordon'"))
    } | vehicles
    layer = QgsVectorLayer(county.layer("facilities", "type = 'ambulansstation'"))
    return make_layer(
        "facility_id:string,region:string,vehicles:integer",
        [(f.geometry().asWkt(), f["facility_id"], f["region"], number[f["facility_id"]]) for f in layer.getFeatures()],
        crs=layer.crs().authid(), kind="Point",
    )  # fmt: skip


def test_what_a_third_vehicle_repairs_when_ekhamn_is_converted(county, make_layer):
    """FACIT story 2: without Ekhamn's emergency department the vehicles drive farther with the patients. C's third vehicle
    gives vehicle hours; no first vehicle comes sooner by it."""

    def measure(hospitals, vehicles):
        listed = ", ".join(f"'{name}'" for name in hospitals)
        out = run(
            "responsecoverage", NETWORK=county.network, STATIONS=stations_with(county, make_layer, vehicles),
            STATION_ID="facility_id", VEHICLES="vehicles", FACILITY_REGION="region", ORIGINS=county.layer("people_1km"),
            ORIGIN_ID="origin_id", POPULATION="population", ORIGIN_REGION="region", REPORT_REGION="99",
            HOSPITALS=county.layer("facilities", f"facility_id IN ({listed})"), HOSPITAL_ID="facility_id",
            CALLS_PER_1000=120, OUTPUT="TEMPORARY_OUTPUT", SUMMARY="TEMPORARY_OUTPUT",
        )  # fmt: skip
        response = {row["origin_id"]: row["response_minutes"] for row in rows(out["OUTPUT"])}
        summary = by(out["SUMMARY"], "group_kind", "group", "threshold")
        return response, summary["station", ITS_STATION, NULL], summary["all", NULL, NULL], summary["all", NULL, 20]

    today = measure((*DAY_AND_NIGHT, EKHAMN), {})
    b = measure(DAY_AND_NIGHT, {})
    c = measure(DAY_AND_NIGHT, {ITS_STATION: 3})
    assert today[0] == b[0] == c[0] and len(today[0]) > 5000  # the first response is the same everywhere
    assert today[3] == b[3] == c[3]
    assert b[1]["vehicle_hours"] > 2 * today[1]["vehicle_hours"]  # Lindhamn and Norrhamn lie 70 km away
    assert b[2]["vehicle_hours"] > today[2]["vehicle_hours"] and b[2]["calls"] == today[2]["calls"]
    assert (b[1]["vehicles"], c[1]["vehicles"]) == (2, 3) and c[1]["vehicle_hours"] == b[1]["vehicle_hours"]
    assert today[1]["share_away"] < c[1]["share_away"] < b[1]["share_away"]
    assert c[1]["share_away"] == pytest.approx(b[1]["share_away"] * 2 / 3)
