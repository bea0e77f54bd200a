"""Travel time by public transport as users run it: on a small place worked out by hand, and on the sample county."""

import zipfile
from datetime import date

import numpy as np
import pytest
from qgis import processing
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsProcessingContext,
    QgsVectorLayer,
)

from narvard_plugin.adapters.crs import transform_xy
from narvard_plugin.core.network.travel import RoadTravel, TravelRules
from narvard_plugin.store.network_file import load_network
from tests.core.transit import oracle
from tests.core.transit.making import table, write_feed

from .small_network import WALK, CancelAfter, Listening, refused, rows, run

SCHOOL_DAY = date(2026, 3, 4)
DEGREES, METRES = QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateReferenceSystem("EPSG:3006")
TIMES = "trip_id arrival_time departure_time stop_id stop_sequence\n"


def stops_at(**places):
    xy = transform_xy(np.array(list(places.values()), float), METRES, DEGREES, QgsCoordinateTransformContext())
    return "stop_id,stop_lat,stop_lon\n" + "".join(f"{i},{y:.9f},{x:.9f}\n" for i, (x, y) in zip(places, xy))


@pytest.fixture
def feed(tmp_path):
    """A bus from a to shortly before b at 7:10 and back at 7:20, on 4 March 2026 alone."""

    def make(name="gtfs.zip", **tables):
        texts = {
            "stops": stops_at(S=(0, 0), T=(900, 0)),
            "trips": "route_id,service_id,trip_id\nr,day,there\nr,day,back\n",
            "stop_times": table(
                TIMES
                + "there 7:10:00 7:10:00 S 1\nthere 7:12:00 7:12:00 T 2\nback 7:20:00 7:20:00 T 1\nback 7:22:00 7:22:00 S 2\n"
            ),
        }
        return str(write_feed(tmp_path / name, **{**texts, **tables}))

    return make


@pytest.fixture
def ask(network, people, make_layer, feed):
    def given(**more):
        return {
            "GTFS": more.pop("GTFS", None) or feed(), "DATE": "2026-03-04", "START_TIME": "7:00", "END_TIME": "7:10",
            "MAX_WALK_MINUTES": 5, "NETWORK": network, "FACILITIES": make_layer("code:string", [("POINT(1000 0)", "B")]),
            "FACILITY_ID": "code", "ORIGINS": people, "ORIGIN_ID": "id", "POPULATION": "n",
            "OUTPUT": "TEMPORARY_OUTPUT", **more,
        }  # fmt: skip

    return given


def by_id(result):
    return {row["id"]: row for row in rows(result["OUTPUT"])}


def test_a_place_worked_out_by_hand(ask):
    """30 m to the road, 100 m to the stop, the bus at 7:10, and 100 m from where it stops: arrival at 7:13.2 whoever leaves
    no later than 7:08; "two" has the facility within its legs but the street to it closed."""
    result = run("transittimes", **ask(PERCENTILES="10,50,90,91"))
    found = by_id(result)
    one = found["one"]
    assert one["facility_id"] == "B" and one["status"] == "ok" and one["transfers"] == 0
    assert one["offroad_m"] == pytest.approx(30)
    arrival = 12 + 100 * WALK
    assert one["minutes_p10"] == pytest.approx(arrival - 8, abs=1e-4)
    assert one["minutes_p50"] == pytest.approx(arrival - 4, abs=1e-4)
    assert one["minutes_p90"] == pytest.approx(arrival, abs=1e-4) and one["minutes_p91"] == NULL
    assert one["share_of_departures"] == 0.9
    assert {name: found[name]["status"] for name in ("nowhere", "island")} == {
        "nowhere": "no_road",
        "island": "no_route",
    }
    for name in ("nowhere", "island"):
        assert found[name]["facility_id"] == found[name]["minutes_p50"] == found[name]["transfers"] == NULL
        assert found[name]["share_of_departures"] == 0
    assert result["UNREACHABLE_COUNT"] == sum(row["n"] for row in found.values() if row["status"] != "ok")


def test_from_the_facility_the_bus_back_is_what_counts(ask):
    one = by_id(run("transittimes", **ask(DIRECTION="from_facility", START_TIME="7:15", END_TIME="7:20")))["one"]
    arrival = 22 + (100 + 30) * WALK  # 7:20 is caught by who walks 1.2 minutes, from 7:15 to 7:18
    assert one["share_of_departures"] == 0.8
    assert one["minutes_p50"] == pytest.approx(arrival - 16, abs=1e-4)


def test_walking_all_the_way_competes_within_one_leg(ask):
    one = by_id(run("transittimes", **ask(MAX_WALK_MINUTES=15)))["one"]
    assert (one["share_of_departures"], one["transfers"]) == (1, 0)
    walk = 930 * WALK
    assert one["minutes_p90"] == pytest.approx(walk, abs=1e-4)  # 7:00 and 7:01 wait longer for the bus than they walk
    assert one["minutes_p50"] == pytest.approx(12 + 100 * WALK - 4, abs=1e-4)


def test_without_any_walk_only_what_stands_at_the_stops_is_joined(ask, make_layer):
    at_stops = {
        "ORIGINS": make_layer("id:string,n:integer", [("POINT(0 0)", "one", 3), ("POINT(1 0)", "beside", 3)]),
        "FACILITIES": make_layer("code:string", [("POINT(900 0)", "B")]),
    }
    found = by_id(run("transittimes", **ask(MAX_WALK_MINUTES=0, **at_stops)))
    assert found["one"]["minutes_p50"] == pytest.approx(12 - 5, abs=1e-4) and found["beside"]["status"] == "no_route"


def test_beyond_the_longest_travel_time(ask):
    one = by_id(run("transittimes", **ask(MAX_MINUTES=5)))["one"]
    assert one["status"] == "beyond_limit" and one["share_of_departures"] == 0 and one["minutes_p50"] == NULL
    one = by_id(run("transittimes", **ask(MAX_MINUTES=5.3)))["one"]
    assert one["status"] == "ok" and one["share_of_departures"] == 0.1


def test_straight_walks_say_so(ask):
    result = run("transittimes", **ask(COST="straight", NETWORK=None, DETOUR=2))
    one = by_id(result)["one"]
    assert "minutes_p50" not in one and one["offroad_m"] == NULL and one["status"] == "ok"
    assert one["straight_minutes_p50"] == pytest.approx(12 + 100 * WALK * 2 - 3, abs=1e-4)


def test_a_folder_or_two_feeds_do_as_well(ask, feed, tmp_path):
    with zipfile.ZipFile(feed()) as archive:
        archive.extractall(tmp_path / "folder")
    expected = by_id(run("transittimes", **ask()))
    for given in (str(tmp_path / "folder"), str(tmp_path / "folder" / "stops.txt"), f"{feed()};{feed('second.zip')}"):
        assert by_id(run("transittimes", **ask(GTFS=given))) == expected
    old = feed("old.zip", calendar_dates="service_id,date,exception_type\nday,20250304,1\n")
    listening, context = Listening(), QgsProcessingContext()
    processing.run("narvard:transittimes", ask(GTFS=f"{feed()};{old}"), context=context, feedback=listening)
    assert f"Nothing runs on 2026-03-04 in {old}" in listening.said


def test_clear_answers(ask, feed, tmp_path, make_layer):
    for given, sentence in (
        ({"DATE": "4 March"}, "DATE must be a day"),
        ({"DATE": "2026-03-05"}, "No trip runs on 2026-03-05.*covers 2026-03-04 to 2026-03-04"),
        ({"START_TIME": "7.00"}, "must be times"),
        ({"END_TIME": "31:00"}, "must be times"),
        ({"END_TIME": "7:00"}, "later than"),
        ({"PERCENTILES": "0,50"}, "whole numbers from 1 to 100"),
        ({"PERCENTILES": "50,50"}, "different"),
        ({"PERCENTILES": "half"}, "whole numbers"),
        ({"MAX_MINUTES": 0}, "above 0 minutes"),
        ({"MAX_WALK_MINUTES": float("nan")}, "MAX_WALK_MINUTES must be a number"),
        ({"MIN_TRANSFER_MINUTES": 1e300}, "MIN_TRANSFER_MINUTES"),
        ({"GTFS": ";"}, "; does not exist"),
        ({"GTFS": str(tmp_path / ("long" * 2000))}, "does not exist"),
        ({"NETWORK": ""}, "needs a network file"),
        ({"GTFS": str(tmp_path / "gone.zip")}, "does not exist"),
        ({"GTFS": feed("bare.zip", stops="stop_id\nA\n")}, "lacks a column.*stops.txt: stop_lat"),
        ({"GTFS": feed("never.zip", calendar_dates="service_id,date,exception_type\n")}, "no day of service"),
        ({"GTFS": feed("odd.zip", stop_times=table(TIMES + "there 7:10 7:10 S 1\n"))}, "No trip of 2026-03-04 can be used: 1 trips"),
        ({"ORIGINS": make_layer("id:string,n:integer,transfers:integer", [("POINT(0 0)", "a", 1, 1)])}, "PREFIX"),
        ({"REPORT_REGION": "08"}, "REPORT_REGION needs"),
    ):  # fmt: skip
        refused(sentence, name="transittimes", **ask(**given))


def test_what_is_wrong_in_the_feed_is_said(ask, feed):
    head = TIMES.replace("\n", " pickup_type\n")
    odd = feed(
        "odd.zip",
        encoding="latin-1",
        agency="agency_id,agency_name\nA,Ängö\n",
        stops=stops_at(S=(0, 0), T=(900, 0), Far=(0, 5000)) + "Lost,,\n",
        routes="route_id,route_type\nr,700\n",
        trips="route_id,service_id,trip_id\n"
        + "".join(f"r,day,{i}\n" for i in ("there", "bad", "back", "one", "pulse")),
        stop_times=table(
            head + "there 7:10:00 7:10:00 S 1 2\nthere . . Lost 2 .\nthere . . Far 3 .\nthere 7:12:00 7:12:00 T 4 .\n"
            "there . . S 5 .\nbad 7:10:00 7:10:00 S 1 .\nbad 25:70:00 25:70:00 T 2 .\nback 7:10:00 7:10:00 S 1 .\n"
            "back 7:05:00 7:05:00 T 2 .\none 7:10:00 7:10:00 S 1 .\none 7:20:00 7:20:00 Gone 2 .\n"
            "pulse 6:00:00 6:00:00 S 1 .\npulse 6:02:00 6:02:00 T 2 .\n"
        ),
        frequencies=table("trip_id start_time end_time headway_secs\npulse 8:00:00 9:00:00 1800\n"),
        transfers=table("from_stop_id to_stop_id transfer_type\nS T 4\nS Gone 0\n"),
    )
    listening = Listening()
    listening.pushInfo = listening.pushWarning
    processing.run("narvard:transittimes", ask(GTFS=odd), context=QgsProcessingContext(), feedback=listening)
    for sentence in (
        "3 trips run on 2026-03-04. From the start of the window on, 3 trips are met: bus 3.",
        "2 of 6 stop times had no time",
        "1 stop times before the first or after the last timed stop",
        "1 stop times at stops that the timetable does not have",
        "2 trips were made from a headway",
        "2 of the trips with a headway have no fixed times",
        "1 stop times must be ordered ahead",
        "cannot be read and were left out: bad.",
        "run backwards and were left out: back.",
        "fewer than two stops with times and were left out: one.",
        "1 stops with traffic have no coordinates",
        "1 stops with traffic lie farther than",
        "1 rules about changing between single trips",
        "1 rules about changing name stops",
    ):
        assert sentence in listening.said
    assert "Latin-1" not in listening.said  # agency.txt is not read


def test_only_the_reported_region_is_written_while_all_compete(ask, make_layer):
    people = make_layer(
        "id:string,n:integer,region:string",
        [("POINT(100 0)", "own", 1, "08"), ("POINT(200 0)", "other", 1, "06")],
    )
    centres = make_layer("code:string,region:string", [("POINT(1000 0)", "B", "06"), ("POINT(900 0)", "Far", "08")])
    given = ask(
        ORIGINS=people, FACILITIES=centres, ORIGIN_REGION="region", FACILITY_REGION="region", REPORT_REGION="08"
    )
    (row,) = rows(run("transittimes", **given)["OUTPUT"])
    assert (row["id"], row["facility_id"], row["region_1"], row["crosses_border"]) == ("own", "Far", "08", False)
    given["FACILITIES"] = make_layer("code:string,region:string", [("POINT(1000 0)", "B", "06")])
    (row,) = rows(run("transittimes", **given)["OUTPUT"])
    assert (row["region_1"], row["crosses_border"]) == ("06", True)


def test_the_prefix_goes_before_every_field(ask):
    row = by_id(run("transittimes", **ask(PREFIX="bus_", PERCENTILES="75")))["one"]
    added = ["facility_id", "minutes_p75", "share_of_departures", "transfers", "offroad_m", "status"]
    assert list(row)[-6:] == [f"bus_{name}" for name in added]


@pytest.mark.parametrize("direction", ["to_facility", "from_facility"])
def test_cancel_leaves_nothing(ask, tmp_path, direction):
    target = tmp_path / "out.gpkg"
    given = ask(OUTPUT=str(target), DIRECTION=direction)
    count = CancelAfter(10**9)
    processing.run("narvard:transittimes", given, context=QgsProcessingContext(), feedback=count)
    asked = 10**9 - count.left
    target.unlink()
    for n in sorted({0, 3, asked // 2, asked - 8}):
        assert (
            processing.run("narvard:transittimes", given, context=QgsProcessingContext(), feedback=CancelAfter(n)) == {}
        )
        assert list(tmp_path.glob("out*")) == []


@pytest.fixture(scope="module")
def county_case(county):
    """A few places of the county, its hospitals and health centres, and all walks between them and the stops."""
    tables = oracle.tables_of(county.gtfs)
    network = load_network(county.network)
    lonlat = np.array([(row["stop_lon"], row["stop_lat"]) for row in tables["stops"]], float)
    stop_xy = transform_xy(lonlat, DEGREES, METRES, QgsCoordinateTransformContext())
    return tables, network, stop_xy


@pytest.mark.parametrize(
    ("direction", "start", "kind", "count"),
    [
        ("to_facility", "07:10", "type = 'vardcentral'", 40),
        ("from_facility", "15:40", "type IN ('lanssjukhus', 'lansdelssjukhus')", 15),
        ("to_facility", "24:20", "type LIKE 'lans%'", 20),
    ],
)
def test_the_county_against_the_plain_search(county, county_case, direction, start, kind, count):
    tables, network, stop_xy = county_case
    minute, longest, walk = int(start[:2]) * 60 + int(start[3:]), 90, 12
    window, day = range(minute, minute + 4), date(2026, 3, 6)  # a Friday: night buses
    origins = QgsVectorLayer(county.layer("people", "population > 60"), "", "ogr")
    everyone = [(f["origin_id"], f.geometry().asPoint()) for f in origins.getFeatures()]
    chosen = everyone[:: len(everyone) // count]
    names = ",".join(f"'{name}'" for name, _ in chosen)
    result = run(
        "transittimes", GTFS=county.gtfs, DATE=day.isoformat(), START_TIME=start, END_TIME=_clock(window.stop),
        MAX_WALK_MINUTES=walk, MAX_MINUTES=longest, PERCENTILES="1,50,100", NETWORK=county.network, DIRECTION=direction,
        FACILITIES=county.layer("facilities", kind), FACILITY_ID="facility_id",
        ORIGINS=county.layer("people", f"origin_id IN ({names})"), ORIGIN_ID="origin_id", OUTPUT="TEMPORARY_OUTPUT",
    )  # fmt: skip
    found = {row["origin_id"]: row for row in rows(result["OUTPUT"])}
    places = sorted(
        (f["facility_id"], f.geometry().asPoint())
        for f in QgsVectorLayer(county.layer("facilities", kind), "", "ogr").getFeatures()
    )
    xy = [np.array([(p.x(), p.y()) for _, p in points]) for points in (chosen, places)]
    best = _plain(tables, network, stop_xy, *xy, day, window, walk, longest, direction == "to_facility")
    assert sum(any(row) for row in best) >= 5 and sum(bool(b and b[1]) for row in best for b in row) > 10
    for (name, _), row in zip(chosen, best):
        minutes = sorted((b[0] / oracle.MINUTE if b else np.inf) for b in row)
        for percent, rank in ((1, 0), (50, 1), (100, 3)):
            expected = minutes[rank] if np.isfinite(minutes[rank]) else None
            assert found[name][f"minutes_p{percent}"] == (
                NULL if expected is None else pytest.approx(expected, abs=1e-3)
            )
        reached = [b for b in row if b]
        assert found[name]["share_of_departures"] == len(reached) / 4
        facilities = [places[b[2]][0] for b in reached]
        most = min(facilities, key=lambda f: (-facilities.count(f), f), default=NULL)
        assert found[name]["facility_id"] == most
        changes = sorted(max(b[1] - 1, 0) for b in reached)
        assert found[name]["transfers"] == (changes[(len(changes) + 1) // 2 - 1] if changes else NULL)


def _clock(minute):
    return f"{minute // 60:02d}:{minute % 60:02d}"


def _plain(tables, network, stop_xy, origin_xy, facility_xy, day, window, walk, longest, towards):
    """Per origin and departure (ms, rides, facility) or None, by the plain search; walks as the tool's own road travel."""
    n, f = len(origin_xy), len(facility_xy)
    rules = TravelRules("walk", "to_facility" if towards else "from_facility", walk)
    used = {row["stop_id"] for row in tables["stop_times"]}
    ids = [row["stop_id"] for row in tables["stops"]]
    places = [i for i, name in enumerate(ids) if name in used]
    xy = {name: tuple(point) for name, point in zip(ids, stop_xy)}
    pairs = RoadTravel(network, rules, np.concatenate([facility_xy, stop_xy[places]])).pairs(
        np.concatenate([origin_xy, stop_xy[places]])
    )
    access, egress, direct, between = {}, {}, {}, {}
    for here, there, minutes in zip(*(column.tolist() for column in pairs)):
        ms = round(minutes * oracle.MINUTE)
        here_stop = ids[places[here - n]] if here >= n else None
        there_stop = ids[places[there - f]] if there >= f else None
        if here_stop and there_stop:
            between[(here_stop, there_stop) if towards else (there_stop, here_stop)] = ms
        elif here_stop:
            egress.setdefault(here_stop, []).append((ms, there))
        elif there_stop:
            access.setdefault(here, []).append((there_stop, ms))
        else:
            direct.setdefault(here, []).append((ms, there))
    changes = {stop: [(stop, 0)] for stop in ids}
    for (one, two), ms in between.items():
        if one != two:
            changes[one].append((two, ms))
    runs = oracle.runs_of(tables, xy, day, window.start, window.stop)
    board, found = oracle.Board(runs, changes), []
    for origin in range(n):
        row = []
        for minute in window:
            depart, last = minute * oracle.MINUTE, (minute + longest) * oracle.MINUTE
            own = direct.get(origin, [])
            if towards:
                options = [board.best(depart, access.get(origin, []), egress, own, 60, last)]
            else:
                back = {}
                for stop, ms in access.get(origin, []):
                    back.setdefault(stop, []).append((ms, None))
                options = _from_each(board, depart, egress, back, own, last)
            best = min((option for option in options if option and option[0] <= last), default=None)
            row.append(best and (best[0] - depart, *best[1:]))
        found.append(row)
    return found


def _from_each(board, depart, egress, back, own, last):
    """One search from each facility; ``back``: walks from stops to the origin."""
    starts = {}
    for stop, walks in egress.items():
        for ms, facility in walks:
            starts.setdefault(facility, []).append((stop, ms))
    for facility, access in starts.items():
        ends = {stop: [(ms, facility) for ms, _ in walks] for stop, walks in back.items()}
        here = [walk for walk in own if walk[1] == facility]
        if back or here:
            yield board.best(depart, access, ends, here, 60, last)
    yield from ((depart + ms, 0, facility) for ms, facility in own)
