"""Compare with known trips: on a small network by hand, on the sample county with known factors, and its page and network."""

import os
import re
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from qgis import processing
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsVectorLayer,
)

from narvard_plugin.adapters.network import open_network
from narvard_plugin.core.network.road_class import with_factors
from narvard_plugin.core.network.travel import RoadTravel, TravelRules
from narvard_plugin.store.network_file import load_network, save_network

from .small_network import MINUTE, WALK, CancelAfter, Listening, refused, rows, run

TOOL = "comparewithobserved"
TRIP = "LINESTRING({} {}, {} {})"


def trips_layer(make_layer, ends, fields="", more=(), **layer):
    """Lines from (x, y) to (x, y) with observed minutes, and further columns."""
    more = list(more) or [()] * len(ends)
    lines = [(TRIP.format(*start, *end), minutes, *extra) for (start, end, minutes), extra in zip(ends, more)]
    return make_layer("observed:double" + fields, lines, kind="LineString", **layer)


def ask(network, trips, **more):
    return {"NETWORK": network, "TRIPS": trips, "OBSERVED_MINUTES": "observed", "OUTPUT": "TEMPORARY_OUTPUT", **more}


def summary(result):
    return {
        (row["measure"], row["road_class"] or None, row["hour"] or None): row["value"]
        for row in rows(result["SUMMARY"])
    }


@pytest.fixture
def classed(make_layer, tmp_path):
    """The small network with classes: the line a–b–c is "stor", a–n is "liten", the island has none."""
    path = str(tmp_path / "classed.npz")
    roads = make_layer(
        "speed:double,class:string",
        [
            ("LINESTRING(0 0, 1000 0)", 50, "stor"),
            ("LINESTRING(1000 0, 2000 0)", 50, "stor"),
            ("LINESTRING(0 0, 0 1000)", 100, "liten"),
            ("LINESTRING(9000 9000, 9500 9000)", 50, None),
        ],
    )
    run("buildnetwork", ROADS=roads, PRESET="fields", SPEED_FIELD="speed", CLASS_FIELD="class", NETWORK=path)
    return path


ENDS = [
    ((0, 1000), (2000, 0), 4.0),  # 0.6 + 2.4 computed
    ((100, 30), (1000, 0), 1.0),  # 900 m and 30 m on foot
    ((0, 1000), (9250, 9000), 20.0),  # to the island
    ((50000, 50000), (0, 0), 20.0),  # from nowhere
]


def test_by_hand(make_layer, classed):
    layer = trips_layer(make_layer, ENDS)
    result = run(TOOL, **ask(classed, layer, SUMMARY="TEMPORARY_OUTPUT"))
    first, second, island, nowhere = rows(result["OUTPUT"])
    assert first["computed_minutes"] == pytest.approx(3.0) and first["deviation"] == pytest.approx(-1.0)
    assert first["ratio"] == pytest.approx(0.75) and first["metres"] == pytest.approx(3000)
    assert (first["main_class"], first["status"]) == ("stor", "ok")
    assert first["main_share"] == first["share_stor"] == pytest.approx(0.8)
    assert first["share_liten"] == pytest.approx(0.2)
    assert second["computed_minutes"] == pytest.approx(900 * MINUTE + 30 * WALK)
    assert second["offroad_minutes"] == pytest.approx(30 * WALK)
    assert [row["status"] for row in (island, nowhere)] == ["no_route", "no_road"]
    assert not island["computed_minutes"] and not nowhere["deviation"]
    told = summary(result)
    deviations = [-1.0, 900 * MINUTE + 30 * WALK - 1]
    assert told["trips", None, None] == result["TRIP_COUNT"] == 2
    assert told["trips_no_road", None, None] == told["trips_no_route", None, None] == 1
    assert told["bias_minutes", None, None] == result["BIAS_MINUTES"] == pytest.approx(np.mean(deviations))
    assert told["p90_absolute_minutes", None, None] == result["P90_MINUTES"] == pytest.approx(1.0)
    assert told["bias_share", None, None] == pytest.approx(sum(deviations) / 5)
    overall = (5 - 30 * WALK) / (3 + 900 * MINUTE)  # legs off the road stay as they are
    assert told["factor_overall", None, None] == result["OVERALL_FACTOR"] == pytest.approx(overall)
    assert told["factor", "stor", None] == pytest.approx(overall) and told["factor_is_own", "stor", None] == 0
    assert told["km", "liten", None] == pytest.approx(1.0)


def test_the_four_ways_to_name_the_ends_agree(make_layer, classed):
    people = make_layer("id:integer", [("POINT(0 1000)", 7), ("POINT(100 30)", 8)])
    stations = make_layer("code:string", [("POINT(2000 0)", "C"), ("POINT(1000 0)", "B")])
    lines = trips_layer(make_layer, ENDS[:2])
    table = make_layer(
        "observed:double,home:string,care:string,from_x:double,from_y:double,to_x:double,to_y:double,e:double",
        [(None, 4.0, "7", "C", 0, 1000, 2000, 0, 0), (None, 1.0, "8", "B", 100, 30, 1000, 0, 1)],
        kind="NoGeometry",
    )
    places = {"ORIGINS": people, "ORIGIN_ID": "id", "FACILITIES": stations, "FACILITY_ID": "code"}
    names = {"FROM_X": "from_x", "FROM_Y": "from_y", "TO_X": "to_x", "TO_Y": "to_y"}
    ways = [
        run(TOOL, **ask(classed, lines)),
        run(TOOL, **ask(classed, table, TRIPS_CRS="EPSG:3006")),
        run(TOOL, **ask(classed, table, TRIPS_CRS="EPSG:3006", **names)),
        run(TOOL, **ask(classed, table, FROM_ID="home", TO_ID="care", **places)),
    ]
    found = [[row["computed_minutes"] for row in rows(way["OUTPUT"])] for way in ways]
    assert found[0] == found[1] == found[2] == found[3] == pytest.approx([3.0, 900 * MINUTE + 30 * WALK])
    back = run(TOOL, **ask(classed, table, FROM_ID="care", TO_ID="home", DIRECTION="from_facility", **places))
    starts = [feature.geometry().asPolyline()[0].x() for feature in back["OUTPUT"].getFeatures()]
    assert starts == [2000, 1000]
    assert [row["computed_minutes"] for row in rows(back["OUTPUT"])] == pytest.approx(found[0])


def test_coordinates_in_another_system_are_moved(make_layer, county):
    network = load_network(county.network)
    start, end = network.node_xy[[5, 500]]
    metres = trips_layer(make_layer, [(start, end, 30.0)])
    to_degrees = QgsCoordinateTransform(
        metres.crs(), QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateTransformContext()
    )
    degrees = [value for point in (start, end) for value in to_degrees.transform(*point)]
    fields = "observed:double,from_x:double,from_y:double,to_x:double,to_y:double"
    table = make_layer(fields, [(None, 30.0, *degrees)], "", "NoGeometry")
    given = ask(county.network, table, TRIPS_CRS="EPSG:4326")
    there, here = (rows(run(TOOL, **each)["OUTPUT"])[0] for each in (given, ask(county.network, metres)))
    assert there["status"] == here["status"] == "ok"
    assert there["computed_minutes"] == pytest.approx(here["computed_minutes"], abs=1e-4)


def test_bad_rows_are_listed_and_skipped(make_layer, classed):
    ends = [ENDS[0], (*ENDS[1][:2], None), (*ENDS[1][:2], -5), (*ENDS[1][:2], 0), ENDS[1]]
    more = [("a", 2, 7), ("b", 1, 7), ("c", 1, 7), ("d", 1, 7), ("e", -1, 7)]
    layer = trips_layer(make_layer, ends, ",name:string,n:integer,at:integer", more)
    heard = Listening()
    given = ask(classed, layer, TRIP_ID="name", WEIGHT="n", HOUR="at", SUMMARY="TEMPORARY_OUTPUT")
    result = processing.run(f"narvard:{TOOL}", given, feedback=heard)
    assert re.search(
        r"Skipped 4 trips: b \(no observed time\), c \(an observed time that is not above 0\), d .*, e \(a missing",
        heard.said,
    )
    assert [row["trip_id"] for row in rows(result["OUTPUT"])] == ["a"]
    told = summary(result)
    assert told["trips_read", None, None] == 5 and told["trips_skipped", None, None] == 4
    assert told["weight", None, None] == 2 and told["bias_minutes", None, 7] == pytest.approx(-1)


def test_times_and_hours_that_cannot_be_read_are_told(make_layer, classed):
    coordinates = [(None, "4.0", "07:30", 0, 1000, 2000, 0), (None, "4,0", "7", 0, 1000, 2000, 0)]
    coordinates += [(None, "4.0", "morgon", 0, 1000, 2000, 0)]
    fields = "observed:string,at:string,from_x:double,from_y:double,to_x:double,to_y:double"
    table, heard = make_layer(fields, coordinates, kind="NoGeometry"), Listening()
    processing.run(f"narvard:{TOOL}", ask(classed, table, HOUR="at", TRIPS_CRS="EPSG:3006"), feedback=heard)
    assert "Skipped 1 trips: 2 (an observed time that is no number)" in heard.said
    assert "1 trips have no readable hour and are in no figure per hour: 3." in heard.said


def test_what_cannot_be_answered_is_refused_with_a_sentence(make_layer, classed, tmp_path):
    lines = trips_layer(make_layer, ENDS)
    given = ask(classed, lines)
    none = trips_layer(make_layer, [(*ENDS[0][:2], None)])
    refused("no trip with an observed time", TOOL, **ask(classed, none))
    refused("begins and ends within 1.?000 m", TOOL, **ask(classed, trips_layer(make_layer, ENDS[3:])))
    refused("None of the 1 trips has a route", TOOL, **ask(classed, trips_layer(make_layer, ENDS[2:3])))
    table = make_layer("observed:double", [(None, 4.0)], kind="NoGeometry")
    refused("TRIPS are no lines", TOOL, **ask(classed, table))
    no_system = make_layer(
        "observed:double,from_x:double,from_y:double,to_x:double,to_y:double",
        [(None, 4.0, 0, 0, 9, 9)],
        "",
        "NoGeometry",
    )
    refused("Choose it in TRIPS_CRS", TOOL, **ask(classed, no_system))
    refused("FROM_ID, TO_ID belong together", TOOL, **given, FROM_ID="observed")
    refused("name all four", TOOL, **given, FROM_ID="observed", TO_ID="observed")
    (tmp_path / "sub").mkdir()
    for same in (classed, str(tmp_path / "sub" / os.path.relpath(classed, tmp_path / "sub"))):
        refused("would overwrite NETWORK", TOOL, **given, CALIBRATED_NETWORK=same)
    refused(r"must end in \.npz", TOOL, **given, CALIBRATED_NETWORK=str(tmp_path / "net.zip"))
    refused(r"must end in \.html", TOOL, **given, REPORT=str(tmp_path / "page.pdf"))
    refused("Factors are for driving", TOOL, **given, MODE="walk", CALIBRATED_NETWORK=str(tmp_path / "new.npz"))
    (tmp_path / "file").touch()
    refused("cannot be written", TOOL, **given, REPORT=str(tmp_path / "file" / "page.html"))
    assert not (tmp_path / "new.npz").exists()


def county_trips(county, make_layer, factors, noise=0.0, count=600):
    """Trips from squares to hospitals whose times are those of the network with ``factors`` per class {name: factor}."""
    rng = np.random.default_rng(11)
    network = load_network(county.network)
    names = network.about["road_classes"]
    known = with_factors(network, np.array([factors.get(name, 1.0) for name in names]))
    hospitals = QgsVectorLayer(county.layer("facilities", "type LIKE '%sjukhus%'"), "", "ogr")
    people = QgsVectorLayer(county.layer("people"), "", "ogr")
    xy = [
        np.array([(p.x(), p.y()) for p in (f.geometry().asPoint() for f in layer.getFeatures())])
        for layer in (people, hospitals)
    ]
    assert len(xy[1]) >= 3
    travel = RoadTravel(known, TravelRules(), xy[1])
    chosen = xy[0][rng.choice(len(xy[0]), count, replace=False)]
    pairs = travel.pairs(chosen)
    minutes = np.full((count, len(xy[1])), np.nan)
    minutes[pairs.origin, pairs.facility] = pairs.minutes
    to = rng.integers(0, len(xy[1]), count)
    observed = minutes[np.arange(count), to] * np.exp(rng.normal(0, noise, count))
    ends = [(tuple(a), tuple(b), None if np.isnan(m) else m) for a, b, m in zip(chosen, xy[1][to], observed.tolist())]
    return trips_layer(make_layer, ends)


def test_the_county_gets_its_known_factors_back(county, make_layer, tmp_path):
    factors = {"1": 1.1, "2": 0.9, "3": 1.3, "4": 1.2, "5": 1.4}
    layer = county_trips(county, make_layer, factors)
    target, page = str(tmp_path / "kalibrerat.npz"), str(tmp_path / "sida.html")
    result = run(TOOL, **ask(county.network, layer, SUMMARY="TEMPORARY_OUTPUT", CALIBRATED_NETWORK=target, REPORT=page))
    told = summary(result)
    own = {name: told["factor", name, None] for m, name, _ in told if m == "factor_is_own" and told[m, name, None] == 1}
    common = {name: factor for name, factor in own.items() if told["minutes_share", name, None] > 0.01}
    assert len(common) >= 5
    assert common == pytest.approx({name: factors.get(name, 1.0) for name in common}, abs=0.01)
    assert told["p90_absolute_minutes", None, None] > 2 > 0.05 > told["p90_absolute_minutes_with_factors", None, None]
    told = load_network(target).about["calibration"]
    assert told["trips"] == result["TRIP_COUNT"] and told["mode"] == "car"
    assert {name: told["factors"][name] for name in own} == pytest.approx(own)


def test_a_network_with_factors_says_so_and_takes_no_more(county, make_layer, classed, people, centres, tmp_path):
    layer = trips_layer(make_layer, ENDS[:2])
    target = str(tmp_path / "calibrated.npz")
    result = run(TOOL, **ask(classed, layer, CALIBRATED_NETWORK=target))
    assert result["CALIBRATED_NETWORK"] == target
    heard = Listening()
    said = []
    heard.pushInfo = said.append
    given = {"NETWORK": target, "FACILITIES": centres, "ORIGINS": people, "OUTPUT": "TEMPORARY_OUTPUT"}
    processing.run("narvard:nearestfacility", given, feedback=heard)
    assert any("carry factors per class of road from 2 known trips" in text for text in said)
    processing.run("narvard:nearestfacility", {**given, "MODE": "emergency"}, feedback=heard)
    assert "trips by another vehicle (car)" in heard.said
    refused("has factors already", TOOL, **ask(target, layer, CALIBRATED_NETWORK=str(tmp_path / "twice.npz")))
    assert not (tmp_path / "twice.npz").exists()
    again = run(TOOL, **ask(target, layer, SUMMARY="TEMPORARY_OUTPUT"))  # comparing is still fine
    assert again["OVERALL_FACTOR"] == pytest.approx(1.0)
    walk = [
        rows(run(TOOL, **ask(file, layer, MODE="walk"))["OUTPUT"])[0]["computed_minutes"] for file in (classed, target)
    ]
    assert walk[0] == pytest.approx(walk[1]) == pytest.approx(3000 * WALK)


def test_a_page_without_factors_and_one_without_weight(make_layer, classed, tmp_path):
    layer = trips_layer(make_layer, ENDS, ",n:integer", [(5,), (3,), (1,), (1,)])
    page = tmp_path / "walk.html"
    result = run(TOOL, **ask(classed, layer, MODE="walk", WEIGHT="n", REPORT=str(page)))
    html = page.read_text("utf8")
    assert result["OVERALL_FACTOR"] is None and "Factors are proposed for driving only." in html
    for told in ("stand for 8 trips", "1 trips begin or end too far from a road", "1 trips have no route"):
        assert told in html
    layer = trips_layer(make_layer, ENDS, ",n:integer", [(0,)] * 4)
    result = run(TOOL, **ask(classed, layer, WEIGHT="n", REPORT=str(page), SUMMARY="TEMPORARY_OUTPUT"))
    assert result["BIAS_MINUTES"] is None and "No trip has any weight" in page.read_text("utf8")
    refused("no factors", TOOL, **ask(classed, layer, WEIGHT="n", CALIBRATED_NETWORK=str(tmp_path / "none.npz")))


class Plain(HTMLParser):
    """Everything in a page that could fetch or run something."""

    def __init__(self):
        super().__init__()
        self.fetching, self.text = [], ""

    def handle_starttag(self, tag, attrs):
        if tag in {"script", "link", "img", "iframe", "object"} or any(
            name.startswith("on") or name in {"src", "href"} for name, _ in attrs
        ):
            self.fetching.append((tag, attrs))

    def handle_data(self, data):
        self.text += data


def test_the_page_escapes_what_comes_from_outside_and_fetches_nothing(make_layer, tmp_path):
    evil = "<script>alert('väg')</script> & $verdict"
    path, page = str(tmp_path / "net.npz"), tmp_path / "sida åäö.html"
    roads = make_layer("speed:double,class:string", [("LINESTRING(0 0, 1000 0)", 50, evil)])
    run("buildnetwork", ROADS=roads, PRESET="fields", SPEED_FIELD="speed", CLASS_FIELD="class", NETWORK=path)
    layer = trips_layer(make_layer, [((0, 0), (1000, 0), 1.0 + i / 10) for i in range(40)])
    layer.setName(evil)
    result = run(TOOL, **ask(path, layer, REPORT=str(page)))
    assert result["REPORT"] == str(page) and [file.name for file in tmp_path.glob("*.html")] == [page.name]
    html = page.read_text("utf8")
    parser = Plain()
    parser.feed(html)
    assert parser.fetching == [] and "<script" not in html
    assert parser.text.count(evil) >= 3 and html.count("<circle") == 40
    assert "url(" not in html and "http" not in html


def test_cancel_leaves_nothing(county, make_layer, tmp_path):
    layer = trips_layer(make_layer, ENDS[:2])
    target, page = tmp_path / "new.npz", tmp_path / "page.html"
    network = open_network(county.network)
    save_network(network, str(tmp_path / "county.npz"))
    given = ask(str(tmp_path / "county.npz"), county_trips(county, make_layer, {}, count=50))
    given.update(CALIBRATED_NETWORK=str(target), REPORT=str(page), OUTPUT=str(tmp_path / "out.gpkg"))
    counting = CancelAfter(10**9)
    processing.run(f"narvard:{TOOL}", given, feedback=counting)
    asked = 10**9 - counting.left
    for path in (target, page, tmp_path / "out.gpkg"):
        path.unlink()
    for asks in (0, 20, asked // 2, asked - 2):
        processing.run(f"narvard:{TOOL}", given, feedback=CancelAfter(asks))
        assert not any(path.exists() for path in (target, page, tmp_path / "out.gpkg")), asks
    assert layer.featureCount() == 2 and Path(county.network).exists()
