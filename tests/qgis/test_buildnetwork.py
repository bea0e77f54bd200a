"""buildnetwork as users run it, on road layers of every quality."""

import math
from pathlib import Path

import numpy as np
import pytest
from qgis import processing
from qgis.core import (
    NULL,
    QgsDistanceArea,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsLineString,
    QgsPoint,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

from narvard_plugin.core.network.network import costs_of
from narvard_plugin.store.network_file import load_network


class Listening(QgsProcessingFeedback):
    """Keeps what was said, and stops at the n-th time it is asked."""

    def __init__(self, asks=math.inf):
        super().__init__()
        self.left, self.asked, self.warnings, self.infos = asks, 0, [], []

    def isCanceled(self):
        self.asked += 1
        return self.asked > self.left

    def pushWarning(self, text):
        self.warnings.append(text)

    def pushInfo(self, text):
        self.infos.append(text)


@pytest.fixture
def build(tmp_path):
    """``build(layer, …)``: results with the loaded ``network``, ``skipped`` {feature id: reason} and ``feedback``."""
    contexts = []

    def run(roads, network=None, feedback=None, **parameters):
        context = QgsProcessingContext()
        context.setInvalidGeometryCheck(
            QgsFeatureRequest.InvalidGeometryCheck.GeometryAbortOnInvalid
        )  # as users run it
        contexts.append(context)
        given = {
            "PRESET": "fields",
            "NETWORK": str(network or tmp_path / "net.npz"),
            "SKIPPED": "TEMPORARY_OUTPUT",
            **parameters,
        }
        feedback = feedback or Listening()
        results = processing.run("narvard:buildnetwork", {"ROADS": roads, **given}, context=context, feedback=feedback)
        if not results:
            return None
        results["feedback"] = feedback
        results["network"] = load_network(results["NETWORK"])
        if results.get("SKIPPED"):
            rows = [(f["feature_id"], f["reason"]) for f in results["SKIPPED"].getFeatures()]
            assert len(rows) == len(dict(rows)) == results["SKIPPED_COUNT"]
            results["skipped"] = dict(rows)
        return results

    yield run
    for file in tmp_path.rglob(".*.part.*"):
        raise AssertionError(f"{file} was left behind")


def metres(network):
    return network.metres[network.first[1:] - 1]


def kmh(network):
    """Speeds (along, against) of links as they are driven; inf where closed."""
    costs = costs_of(network, "car")
    return [np.round(metres(network) * 0.06 / minutes, 6).tolist() for minutes in (costs.forward, costs.backward)]


SPEEDS = "speed:double,way:string"


def test_bad_geometry_is_skipped_counted_and_listed(make_layer, build):
    good = [(f"LINESTRING({x} 0, {x + 100} 0)", 50, "") for x in (0, 100)]
    roads = make_layer(SPEEDS, [*good, (None, 50, ""), ("LINESTRING EMPTY", 50, ""), ("LINESTRING(5 5, 5 5)", 50, "")])
    for line in (QgsLineString([QgsPoint(3, 3)]), QgsLineString([QgsPoint(0, 0), QgsPoint(math.nan, 1)])):
        feature = QgsFeature(roads.fields())
        feature.setGeometry(QgsGeometry(line))
        feature.setAttributes([50, ""])
        assert roads.dataProvider().addFeature(feature)
    result = build(roads, SPEED_FIELD="speed")
    assert result["skipped"] == {
        3: "no geometry", 4: "empty geometry", 5: "no length", 6: "fewer than two points", 7: "coordinates that are not numbers",
    }  # fmt: skip
    assert metres(result["network"]).sum() == 200
    assert result["SKIPPED"].crs() == roads.crs()
    told = "\n".join(result["feedback"].warnings)
    assert all(f"{reason} (feature {fid})" in told for fid, reason in result["skipped"].items())


def test_one_bad_part_does_not_take_the_good_ones_along(make_layer, build):
    roads = make_layer(
        "", [("MULTILINESTRING((0 0, 100 0), (7 7, 7 7), (100 0, 100 50, 200 50))",)], kind="MultiLineString"
    )
    result = build(roads)
    assert metres(result["network"]).tolist() == [250]
    assert result["skipped"] == {}


@pytest.mark.parametrize(
    ("kind", "wkt"),
    [
        ("LineStringZ", "LINESTRING Z(0 0 5, 300 0 900, 300 400 7)"),
        ("LineStringM", "LINESTRING M(0 0 5, 300 0 900, 300 400 7)"),
        ("LineStringZM", "LINESTRING ZM(0 0 5 1, 300 0 900 2, 300 400 7 3)"),
        ("MultiLineStringZM", "MULTILINESTRING ZM((0 0 5 1, 300 0 900 2), (300 0 1 1, 300 400 7 3))"),
        ("LineString25D", "LINESTRING Z(0 0 5, 300 0 900, 300 400 7)"),
    ],
)
def test_heights_and_measures_are_not_distance(make_layer, build, kind, wkt):
    result = build(make_layer("", [(wkt,)], kind=kind))
    assert metres(result["network"]).tolist() == [700]
    assert np.array_equal(np.unique(result["network"].xy, axis=0), [[0, 0], [300, 0], [300, 400]])


@pytest.mark.parametrize("kind", ["CompoundCurve", "MultiCurve"])
def test_curves_are_as_long_as_they_are(make_layer, build, kind):
    half_circle = "COMPOUNDCURVE(CIRCULARSTRING(0 0, 100 100, 200 0), (200 0, 300 0))"
    wkt = f"MULTICURVE({half_circle})" if kind == "MultiCurve" else half_circle
    result = build(make_layer("", [(wkt,)], kind=kind))
    assert metres(result["network"]).tolist() == [pytest.approx(100 * math.pi + 100, rel=1e-4)]


ODD_SPEEDS = [NULL, 0, -30, 999, 200, 50]


def test_without_a_speed_the_default_is_used_and_counted(make_layer, build):
    rows = [(f"LINESTRING(0 {y}, 100 {y})", speed, "") for y, speed in enumerate(ODD_SPEEDS)]
    result = build(make_layer(SPEEDS, rows), SPEED_FIELD="speed", DEFAULT_SPEED=40)
    reason = "a speed that is zero, negative or above 200 km/h"
    assert result["skipped"] == {2: reason, 3: reason, 4: reason}
    assert kmh(result["network"]) == [[40, 200, 50]] * 2
    assert "1 roads had no speed and got DEFAULT_SPEED." in result["feedback"].warnings


@pytest.mark.parametrize("blank", [None, ""])
def test_a_blank_default_skips_roads_without_speed(make_layer, build, blank):
    rows = [(f"LINESTRING(0 {y}, 100 {y})", speed, "") for y, speed in enumerate(ODD_SPEEDS)]
    result = build(make_layer(SPEEDS, rows), SPEED_FIELD="speed", DEFAULT_SPEED=blank)
    assert result["skipped"][1] == "no speed" and result["SKIPPED_COUNT"] == 4
    assert kmh(result["network"]) == [[200, 50]] * 2


def test_one_way_values_and_speeds_both_ways(make_layer, build):
    rows = [
        ("LINESTRING(0 0, 100 0)", 50, 30, "F"),
        ("LINESTRING(0 1, 100 1)", 50, 30, "T"),
        ("LINESTRING(0 2, 100 2)", 50, 30, NULL),
        ("LINESTRING(0 3, 100 3)", 50, 30, "something else"),
    ]
    roads = make_layer("there:double,back:double,way:string", rows)
    named = {"SPEED_FIELD": "there", "SPEED_BACKWARD_FIELD": "back", "ONEWAY_FIELD": "way"}
    network = build(roads, **named, FORWARD_VALUE="F", BACKWARD_VALUE="T")["network"]
    assert kmh(network) == [[50, 0, 50, 50], [0, 30, 30, 30]]
    assert network.open_to("walk").all() and network.open_to("walk", backward=True).all()
    both_ways = build(roads, **named)["network"]
    assert kmh(both_ways) == [[50] * 4, [30] * 4]


def test_one_way_values_may_be_numbers(make_layer, build):
    roads = make_layer(
        "way:integer,real:double", [("LINESTRING(0 0, 100 0)", 1, 1.0), ("LINESTRING(0 1, 100 1)", 0, 0.0)]
    )
    for field in ("way", "real"):
        assert kmh(build(roads, ONEWAY_FIELD=field, FORWARD_VALUE="1")["network"]) == [[50, 50], [0, 50]]


def test_a_layer_with_nvdbs_columns_in_another_case(make_layer, build):
    fields = "F_HOGST_226:integer,b_hogst_226:integer,F_FORBJUDENFARDRIKTNING:integer,b_forbjudenfardriktning:string,FARJELED:integer,vagtr_475:integer"
    rows = [
        ("LINESTRING Z(0 0 1, 100 0 1)", 70, 50, NULL, NULL, NULL, 1),
        ("LINESTRING Z(0 10 1, 100 10 1)", 70, 50, 1, NULL, NULL, 1),
        ("LINESTRING Z(0 20 1, 100 20 1)", 70, 50, 0, "1", NULL, 1),
        ("LINESTRING Z(0 30 1, 100 30 1)", NULL, NULL, NULL, NULL, 1, 1),
        ("LINESTRING Z(0 40 1, 100 40 1)", NULL, NULL, NULL, NULL, NULL, 2),
        ("LINESTRING Z(0 50 1, 100 50 1)", NULL, NULL, NULL, NULL, NULL, 4),
    ]
    result = build(make_layer(fields, rows, kind="LineStringZ"), PRESET="auto", FERRY_SPEED=12, DEFAULT_SPEED=None)
    network = result["network"]
    assert kmh(network) == [[70, 0, 70, 12, 0, 0], [50, 50, 0, 12, 0, 0]]
    assert network.open_to("bike").tolist() == [True, False, True, True, True, False]
    assert network.open_to("walk").all() and result["SKIPPED_COUNT"] == 0
    assert network.about["preset"] == "nvdb"


@pytest.mark.parametrize(
    ("crs", "line", "measured_in"),
    [
        ("EPSG:3006", "500000 6400000, 500300 6400400", "EPSG:3006"),
        ("EPSG:4326", "16.36 56.66, 16.37 56.67", "EPSG:3006"),
        ("EPSG:4326", "-8.61 41.15, -8.60 41.16", "EPSG:32629"),
        ("EPSG:4326", "-51.20 -30.03, -51.19 -30.02", "EPSG:32722"),
        ("EPSG:3857", "1821000 7690000, 1822000 7691000", "EPSG:3006"),
        ("EPSG:3857", "-958000 5032000, -957000 5033000", "EPSG:32629"),
        ("EPSG:3010", "150000 6400000, 150300 6400400", "EPSG:3010"),
    ],
)
def test_measured_in_true_metres(make_layer, build, crs, line, measured_in):
    roads = make_layer("", [(f"LINESTRING({line})",)], crs=crs)
    network = build(roads)["network"]
    assert network.crs == measured_in
    (feature,) = roads.getFeatures()
    ground = QgsDistanceArea()
    ground.setSourceCrs(roads.crs(), QgsProject.instance().transformContext())
    ground.setEllipsoid("EPSG:7030")
    assert metres(network)[0] == pytest.approx(ground.measureLength(feature.geometry()), rel=1.5e-3)


def test_no_crs_is_refused(make_layer, build):
    with pytest.raises(QgsProcessingException, match="no coordinate reference system"):
        build(make_layer("", [("LINESTRING(0 0, 100 0)",)], crs=""))


def test_empty_layers_and_layers_without_a_usable_line(make_layer, build):
    with pytest.raises(QgsProcessingException, match="road layer is empty"):
        build(make_layer("", [], kind="LineString"))
    with pytest.raises(QgsProcessingException, match="None of the 2 lines could be read; the first: no geometry"):
        build(make_layer("", [(None,), ("LINESTRING EMPTY",)], kind="LineString"))
    with pytest.raises(QgsProcessingException, match="None of the 1 road lines has any length"):
        build(make_layer("", [("LINESTRING(1 1, 1 1)",)]))
    with pytest.raises(QgsProcessingException, match="None of the 1 lines is a road"):
        build(make_layer("highway:string,other_tags:string", [("LINESTRING(0 0, 9 9)", "proposed", "")]), PRESET="osm")
    with pytest.raises(QgsProcessingException, match=r"None of the 1 lines is a road.*1 were skipped"):
        build(make_layer(SPEEDS, [("LINESTRING(0 0, 9 9)", -1, "")]), SPEED_FIELD="speed")


@pytest.mark.parametrize("preset", ["nvdb", "osm"])
def test_a_preset_that_does_not_fit_names_the_columns_it_found(make_layer, build, preset):
    with pytest.raises(QgsProcessingException, match="speed, way"):
        build(make_layer(SPEEDS, [("LINESTRING(0 0, 9 9)", 50, "")]), PRESET=preset)


def test_counts(make_layer, build):
    """A cross of four arms, one of them one-way, with a bend on the way."""
    rows = [
        ("LINESTRING(-100 0, -50 10, 0 0, 100 0)", 50, ""),
        ("LINESTRING(0 -100, 0 0)", 50, "F"),
        ("LINESTRING(0 0, 0 100)", 50, ""),
    ]
    result = build(make_layer(SPEEDS, rows), SPEED_FIELD="speed", ONEWAY_FIELD="way", FORWARD_VALUE="F")
    assert (result["NODE_COUNT"], result["network"].link_count) == (5, 4)
    assert result["ARC_COUNT"] == 8  # walkers may go against the one-way arm
    share = 1 - 100 / metres(result["network"]).sum()
    assert result["LARGEST_COMPONENT_SHARE"] == pytest.approx(share)


@pytest.mark.parametrize(("apart", "warned"), [(400, False), (600, True)])
def test_roads_that_do_not_meet_warn_under_95_per_cent(make_layer, build, apart, warned):
    roads = make_layer("", [("LINESTRING(0 0, 9999 0)",), (f"LINESTRING(0 500, {apart} 500)",)])
    result = build(roads)
    assert result["LARGEST_COMPONENT_SHARE"] == pytest.approx(9999 / (9999 + apart))
    assert any("95 per cent" in text for text in result["feedback"].warnings) == warned


def test_the_network_tells_what_it_was_made_from(make_layer, build):
    about = build(make_layer(SPEEDS, [("LINESTRING(0 0, 9 9)", 50, "")]), SPEED_FIELD="speed")["network"].about
    assert about["preset"] == "fields" and about["nodes"] == 2 and about["arcs"] == 2 and about["skipped"] == 0
    assert any("SPEED_FIELD: speed" in line for line in about["account"]) and about["made"] and about["version"]


def test_cancel_in_every_phase_leaves_nothing(make_layer, build, tmp_path):
    rows = [(f"LINESTRING({x} 0, {x + 100} {x % 7})", 50, "") for x in range(0, 1500, 100)] + [(None, 50, "")] * 3
    roads, folder = make_layer(SPEEDS, rows), tmp_path / "out"
    folder.mkdir()
    finished = Listening()
    build(roads, SPEED_FIELD="speed", network=tmp_path / "whole.npz", feedback=finished)
    assert finished.asked > 15
    for asks in range(finished.asked):
        skipped = str(folder / "skipped.gpkg")
        assert (
            build(roads, SPEED_FIELD="speed", network=folder / "net.npz", feedback=Listening(asks), SKIPPED=skipped)
            is None
        )
        assert list(folder.iterdir()) == [], f"cancelled after {asks} questions"


def test_a_target_that_cannot_be_written_gives_a_sentence_and_leaves_nothing(make_layer, build, tmp_path):
    roads = make_layer(SPEEDS, [("LINESTRING(0 0, 9 9)", 50, ""), (None, 50, "")])
    (tmp_path / "file").write_text("no folder")
    (tmp_path / "folder.npz").mkdir()
    for target in (tmp_path / "file" / "net.npz", tmp_path / "folder.npz", Path("/proc/net.npz")):
        skipped = tmp_path / "skipped.gpkg"
        with pytest.raises(QgsProcessingException, match=r"cannot be written.*Choose another folder"):
            build(roads, network=target, SKIPPED=str(skipped))
        assert not skipped.exists()


def test_a_wrong_ending_is_refused(make_layer, build, tmp_path):
    with pytest.raises(QgsProcessingException, match=r"must end in \.npz"):
        build(make_layer(SPEEDS, [("LINESTRING(0 0, 9 9)", 50, "")]), network=tmp_path / "net.gpkg")


def test_the_earlier_file_stays_where_a_run_fails_or_is_cancelled(make_layer, build, tmp_path):
    target = tmp_path / "vägnät åäö.npz"
    good = make_layer(SPEEDS, [("LINESTRING(0 0, 9 9)", 50, "")])
    build(good, network=target)
    before = target.read_bytes()
    with pytest.raises(QgsProcessingException):
        build(make_layer(SPEEDS, [("LINESTRING(0 0, 0 0)", 50, "")]), network=target)
    with pytest.raises(QgsProcessingException):
        build(
            make_layer(SPEEDS, [("LINESTRING(0 0, 9 9)", 50, ""), (None, 50, "")]),
            network=target,
            SKIPPED="/proc/skipped.gpkg",
        )
    assert build(good, network=target, feedback=Listening(2)) is None
    assert target.read_bytes() == before


def test_skipped_goes_to_a_file_with_its_shapes(make_layer, build, tmp_path):
    skipped = tmp_path / "hoppade över.gpkg"
    roads = make_layer(SPEEDS, [("LINESTRING(0 0, 9 9)", 50, ""), ("LINESTRING(3 3, 4 4)", -1, "")])
    processing.run("narvard:buildnetwork", {
        "ROADS": roads, "PRESET": "fields", "SPEED_FIELD": "speed", "NETWORK": str(tmp_path / "n.npz"), "SKIPPED": str(skipped),
    })  # fmt: skip
    (row,) = QgsVectorLayer(str(skipped)).getFeatures()
    assert (row["feature_id"], row.geometry().asWkt()) == (2, "LineString (3 3, 4 4)")


def classes(network):
    """Names of the classes of the stretches, link by link."""
    names = network.about["road_classes"]
    ends = np.isin(np.arange(len(network.xy)), network.first[1:] - 1)
    return [names[number] for number in network.road_class[~ends]]


LINES = [f"LINESTRING({x} 0, {x + 100} 0)" for x in (0, 100, 200)]


def test_the_class_of_each_stretch_comes_from_the_data(make_layer, build):
    nvdb = make_layer(
        "F_Hogst_225:integer,Klass_181:double", [(line, 50, k) for line, k in zip(LINES, (2.0, 10.0, None))]
    )
    result = build(nvdb, PRESET="auto")
    assert result["network"].link_count == 1  # a class makes no junction
    assert classes(result["network"]) == ["2", "10", ""]
    assert result["network"].about["road_classes"] == ["", "2", "10"]
    assert "Classes of road: 2, 10." in result["feedback"].infos
    kinds = ("primary", None, "residential")
    tags = ("", '"route"=>"ferry"', "")
    osm = make_layer("highway:string,other_tags:string", [*zip(LINES, kinds, tags)])
    assert sorted(classes(build(osm, PRESET="osm")["network"])) == ["", "primary", "residential"]
    own = make_layer("F_Hogst_225:integer,Klass_181:integer,own:string", [(LINES[0], 50, 2, "väg ö")])
    assert classes(build(own, PRESET="nvdb", CLASS_FIELD="own")["network"]) == ["väg ö"]
    assert classes(build(own, PRESET="fields", SPEED_FIELD="F_Hogst_225")["network"]) == [""]


def test_more_classes_than_a_network_holds_are_told(make_layer, build):
    lines = [(f"LINESTRING({x} 0, {x + 1} 0)", 50, f"väg {x}") for x in range(300)]
    result = build(make_layer("speed:double,name:string", lines), SPEED_FIELD="speed", CLASS_FIELD="name")
    assert any("has 255 classes or more" in text for text in result["feedback"].warnings)
    assert classes(result["network"]).count("") == 45
