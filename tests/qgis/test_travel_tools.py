"""The travel tools as users run them, on a small network whose times can be worked out by hand.

    n(0,1000)
      |
    a(0,0) --- b(1000,0) --- c(2000,0)      island: i(9000,9000) --- j(9500,9000)

50 km/h on the line a–b–c, 100 km/h on a–n; bc is open only from b to c.
"""

from pathlib import Path

import pytest
from osgeo import gdal, ogr
from qgis import processing
from qgis.core import (
    NULL,
    QgsApplication,
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

ROADS = [
    ("LINESTRING(0 0, 500 0, 1000 0)", 50, ""),
    ("LINESTRING(1000 0, 2000 0)", 50, "F"),
    ("LINESTRING(0 0, 0 1000)", 100, ""),
    ("LINESTRING(9000 9000, 9500 9000)", 50, ""),
]
MINUTE = 0.06 / 50  # per metre
WALK = 0.06 / 5


def run(name, **parameters):
    context = QgsProcessingContext()
    context.setInvalidGeometryCheck(QgsFeatureRequest.GeometryAbortOnInvalid)  # as users run it
    results = processing.run(f"narvard:{name}", parameters, context=context, feedback=QgsProcessingFeedback())
    run.kept = context  # temporary layers live as long as their context
    return results


def rows(layer):
    layer = layer if isinstance(layer, QgsVectorLayer) else QgsVectorLayer(layer)
    return [{f.name(): v for f, v in zip(layer.fields(), feature.attributes())} for feature in layer.getFeatures()]


@pytest.fixture
def network(make_layer, tmp_path):
    roads = make_layer("speed:double,way:string", ROADS)
    path = str(tmp_path / "small.npz")
    run(
        "buildnetwork",
        ROADS=roads,
        PRESET="fields",
        SPEED_FIELD="speed",
        ONEWAY_FIELD="way",
        FORWARD_VALUE="F",
        NETWORK=path,
    )
    return path


@pytest.fixture
def people(make_layer):
    return make_layer(
        "id:string,n:integer",
        [
            ("POINT(100 30)", "one", 10),
            ("POINT(1500 0)", "two", 20),
            ("POINT(9250 9000)", "island", 5),
            ("POINT(50000 50000)", "nowhere", 1),
            ("POINT(0 1000)", "north", 3),
        ],
    )


@pytest.fixture
def centres(make_layer):
    return make_layer("code:string", [("POINT(1000 0)", "B"), ("POINT(0 500)", "N")])


def common(network, people, centres, **more):
    return {
        "NETWORK": network, "FACILITIES": centres, "FACILITY_ID": "code", "ORIGINS": people, "ORIGIN_ID": "id",
        "POPULATION": "n", "OUTPUT": "TEMPORARY_OUTPUT", **more,
    }  # fmt: skip


def test_nearest_facility_there(network, people, centres):
    out = run("nearestfacility", **common(network, people, centres, COUNT=2, FACILITY_SUMMARY="TEMPORARY_OUTPUT"))
    found = {row["id"]: row for row in rows(out["OUTPUT"])}
    to_b = 900 * MINUTE + 30 * WALK
    to_n = 100 * MINUTE + 500 * MINUTE / 2 + 30 * WALK
    assert [found["one"][k] for k in ("facility_1", "facility_2", "status")] == ["N", "B", "ok"]
    assert [found["one"]["minutes_1"], found["one"]["minutes_2"]] == pytest.approx([to_n, to_b])
    assert found["one"]["offroad_m"] == pytest.approx(30)
    # the one-way road cannot be driven back to B, so nothing can be reached
    assert [found["two"][k] for k in ("facility_1", "minutes_1", "status")] == [NULL, NULL, "no_route"]
    assert [found["island"]["status"], found["nowhere"]["status"]] == ["no_route", "no_road"]
    assert out["UNREACHABLE_COUNT"] == 26
    summary = {row["code"]: row for row in rows(out["FACILITY_SUMMARY"])}
    assert [summary["N"]["population"], summary["B"]["population"]] == [13, 0]
    assert summary["N"]["mean_minutes"] == pytest.approx((10 * to_n + 3 * 500 * MINUTE / 2) / 13)
    assert summary["B"]["mean_minutes"] == NULL


def test_direction_matters_on_one_way_roads(network, people, centres):
    out = run("nearestfacility", **common(network, people, centres, DIRECTION="from_facility"))
    two = next(row for row in rows(out["OUTPUT"]) if row["id"] == "two")
    assert (two["facility_1"], two["minutes_1"]) == ("B", pytest.approx(500 * MINUTE))


def test_limit_and_speed_factor(network, people, centres):
    out = run("nearestfacility", **common(network, people, centres, MAX_MINUTES=0.5, SPEED_FACTOR=2))
    found = {row["id"]: row for row in rows(out["OUTPUT"])}
    assert found["north"]["minutes_1"] == pytest.approx(500 * MINUTE / 4)
    assert (found["one"]["status"], found["one"]["facility_1"], found["one"]["minutes_1"]) == (
        "beyond_limit",
        NULL,
        NULL,
    )


def test_matrix_holds_all_pairs_and_the_nearest_of_them(network, people, centres):
    pairs = {
        (r["origin_id"], r["facility_id"]): r["minutes"]
        for r in rows(run("odmatrix", **common(network, people, centres))["OUTPUT"])
    }
    assert set(pairs) == {("one", "B"), ("one", "N"), ("north", "B"), ("north", "N")}
    assert pairs["north", "B"] == pytest.approx(1000 * MINUTE / 2 + 1000 * MINUTE)
    nearest = rows(run("odmatrix", **common(network, people, centres, COUNT=1))["OUTPUT"])
    assert {(r["origin_id"], r["facility_id"]): r["minutes"] for r in nearest} == {
        pair: pytest.approx(pairs[pair]) for pair in [("one", "N"), ("north", "N")]
    }


@pytest.mark.parametrize("overlap", ["separate", "merged", "nearest"])
def test_catchments_count_people_by_their_own_time(network, people, centres, overlap):
    parameters = common(network, people, centres, BREAKS="0.5,1,3", OVERLAP=overlap, CELL_SIZE=50, MAX_OFFROAD=100)
    found = rows(run("catchments", **parameters)["OUTPUT"])
    facilities = {row["facility_id"] for row in found}
    assert facilities == ({NULL} if overlap == "merged" else {"B", "N"})
    within = {row["facility_id"]: row["population_within"] for row in found}  # the last ring of each
    assert within == {"separate": {"B": 13, "N": 13}, "merged": {NULL: 13}, "nearest": {"B": 0, "N": 13}}[overlap]
    assert sum(row["population"] for row in found) == {"separate": 26, "merged": 13, "nearest": 13}[overlap]


def test_responsibility_areas_tile(network, people, centres):
    parameters = common(network, people, centres, BREAKS="1,10", CELL_SIZE=20, MAX_OFFROAD=100)
    areas = {}
    for overlap in ("nearest", "merged"):
        layer = run("catchments", **{**parameters, "OVERLAP": overlap})["OUTPUT"]
        shapes = [f.geometry() for f in layer.getFeatures()]
        assert all(shape.isGeosValid() and shape.isMultipart() for shape in shapes)
        assert all(one.intersection(two).area() == 0 for i, one in enumerate(shapes) for two in shapes[:i])
        assert [f["area_km2"] for f in layer.getFeatures()] == pytest.approx([s.area() / 1e6 for s in shapes])
        areas[overlap] = sum(shape.area() for shape in shapes)
    assert areas["nearest"] == areas["merged"] > 0


def test_raster_is_the_least_time_plus_the_leg_to_the_cell(network, centres, tmp_path):
    target = str(tmp_path / "minutes.tif")
    run(
        "traveltimeraster", NETWORK=network, FACILITIES=centres, FACILITY_ID="code", CELL_SIZE=100, MAX_OFFROAD=150,
        EXTENT="-210,1010,-210,1190 [EPSG:3006]", OUTPUT=target,
    )  # fmt: skip
    raster = gdal.Open(target)
    left, size, _, top, _, _ = raster.GetGeoTransform()
    assert (left % 100, top % 100, size) == (0, 0, 100)
    minutes = raster.ReadAsArray()
    column, row = int((50 - left) // 100), int((top - 450) // 100)
    # centre (50, 450): 50 m beside the road N stands on, at the height of (0, 450)
    assert minutes[row, column] == pytest.approx(50 * MINUTE / 2 + 50 * WALK, abs=0.02)
    assert minutes[int((top + 150) // 100), column] == raster.GetRasterBand(1).GetNoDataValue() or top + 150 > top
    assert (minutes == raster.GetRasterBand(1).GetNoDataValue()).any()


def test_border_rules(make_layer, network):
    people = make_layer("id:string,n:integer,r:string", [("POINT(900 0)", "own", 7), ("POINT(0 900)", "neighbour", 4)])
    centres = make_layer("code:string,r:string", [("POINT(1000 0)", "X", "98"), ("POINT(0 500)", "Y", "99")])
    people.dataProvider().changeAttributeValues({1: {2: "99"}, 2: {2: "98"}})
    out = run(
        "nearestfacility",
        **common(
            network, people, centres, ORIGIN_REGION="r", FACILITY_REGION="r", REPORT_REGION="99",
            FACILITY_SUMMARY="TEMPORARY_OUTPUT",
        ),
    )  # fmt: skip
    (own,) = rows(out["OUTPUT"])
    assert (own["id"], own["facility_1"], own["region_1"], own["crosses_border"]) == ("own", "X", "98", True)
    (centre,) = rows(out["FACILITY_SUMMARY"])
    assert [centre[k] for k in ("code", "population", "population_own", "population_other")] == ["Y", 4, 0, 4]


def test_points_in_degrees_give_the_same_answer(make_layer, network, people, centres):
    in_degrees = processing.run(
        "native:reprojectlayer", {"INPUT": people, "TARGET_CRS": "EPSG:4326", "OUTPUT": QgsProcessing.TEMPORARY_OUTPUT}
    )["OUTPUT"]
    expected = rows(run("nearestfacility", **common(network, people, centres))["OUTPUT"])
    layer = run("nearestfacility", **common(network, in_degrees, centres))["OUTPUT"]
    assert layer.crs().authid() == "EPSG:4326"
    for row, same in zip(rows(layer), expected):
        assert (row["facility_1"], row["status"]) == (same["facility_1"], same["status"])
        assert row["minutes_1"] == (NULL if same["minutes_1"] == NULL else pytest.approx(same["minutes_1"], rel=1e-6))


def test_straight_line_says_so_in_every_time_field(people, centres):
    parameters = common("", people, centres, COST="straight", FACILITY_SUMMARY="TEMPORARY_OUTPUT")
    out = run("nearestfacility", **parameters)
    north = next(row for row in rows(out["OUTPUT"]) if row["id"] == "north")
    assert north["straight_minutes_1"] == pytest.approx(500 * 1.3 * 0.06 / 60)
    for layer in (out["OUTPUT"], out["FACILITY_SUMMARY"]):
        assert "straight line" in layer.name()
        assert not [f.name() for f in layer.fields() if "minutes" in f.name() and not f.name().startswith("straight_")]


def test_result_says_what_it_was_made_from(network, people, centres, tmp_path):
    target = str(tmp_path / "nära åäö.gpkg")
    run("nearestfacility", **common(network, people, centres, OUTPUT=target))
    text = QgsVectorLayer(f"{target}|layername={Path(target).stem}").metadata().abstract()
    assert "nearestfacility" in text and "NETWORK" in text and "no_route" not in text
    assert "cannot reach any facility" in text


# What goes wrong gets a clear answer.


def refused(match, name="nearestfacility", **parameters):
    with pytest.raises(QgsProcessingException, match=match):
        run(name, **parameters)


def test_clear_answers(make_layer, network, people, centres, tmp_path):
    good = common(network, people, centres)
    refused("above 0 minutes", **{**good, "MAX_MINUTES": 0})
    refused("no usable points", **{**good, "FACILITIES": make_layer("code:string", [])})
    refused("no usable points", **{**good, "ORIGINS": make_layer("id:string,n:integer", [])})
    refused(
        "occur more than once.*same", **{**good, "FACILITIES": make_layer("code:string", [("POINT(0 0)", "same")] * 2)}
    )
    refused(
        "have no value in the id field",
        **{**good, "ORIGINS": make_layer("id:string,n:integer", [("POINT(0 0)", NULL, 3)])},
    )
    refused(
        "missing or negative.*bad",
        **{**good, "ORIGINS": make_layer("id:string,n:integer", [("POINT(0 0)", "bad", -3)])},
    )
    refused(
        "missing or negative.*bad",
        **{**good, "ORIGINS": make_layer("id:string,n:integer", [("POINT(0 0)", "bad", NULL)])},
    )
    refused("needs a network file", **{**good, "NETWORK": ""})
    refused("does not exist", **{**good, "NETWORK": str(tmp_path / "gone.npz")})
    (tmp_path / "foreign.npz").write_bytes(b"not a network")
    refused("not a network file", **{**good, "NETWORK": str(tmp_path / "foreign.npz")})
    refused(
        "None of the 1 facilities lies within",
        **{**good, "FACILITIES": make_layer("code:string", [("POINT(0 90000)", "far")])},
    )
    refused(
        "coordinate reference system",
        **{**good, "ORIGINS": make_layer("id:string,n:integer", [("POINT(0 0)", "a", 1)], crs="")},
    )
    refused(
        "PREFIX",
        **{**good, "ORIGINS": make_layer("id:string,n:integer,minutes_1:double", [("POINT(0 0)", "a", 1, 1.0)])},
    )
    refused("REPORT_REGION needs", **{**good, "REPORT_REGION": "99"})
    refused("rising numbers", name="catchments", **{**good, "BREAKS": "10,5"})


def test_prefix_makes_room(make_layer, network, centres):
    people = make_layer("id:string,n:integer,minutes_1:double,fid:integer", [("POINT(0 0)", "a", 1, 99.0, 7)])
    (row,) = rows(run("nearestfacility", **common(network, people, centres, PREFIX="after_"))["OUTPUT"])
    assert row["minutes_1"] == 99 and row["after_minutes_1"] == pytest.approx(500 * MINUTE / 2)
    assert "fid" not in row


def test_null_geometry_and_far_facility_are_skipped_and_said(make_layer, network, people):
    centres = make_layer("code:string", [("POINT(0 500)", "N"), (None, "ghost"), ("POINT(0 40000)", "far")])

    class Listening(QgsProcessingFeedback):
        said = ""

        def pushWarning(self, text):
            self.said += text + "\n"

    feedback = Listening()
    processing.run("narvard:nearestfacility", common(network, people, centres), feedback=feedback)
    assert "ghost (no geometry)" in feedback.said
    assert "far" in feedback.said and "take no part" in feedback.said


class CancelAfter(QgsProcessingFeedback):
    """Says stop at the n-th time it is asked, and counts."""

    def __init__(self, asks):
        super().__init__()
        self.left = asks

    def isCanceled(self):
        self.left -= 1
        return self.left < 0


@pytest.mark.parametrize(
    ("name", "result", "extra"),
    [
        ("nearestfacility", "result.gpkg", {"FACILITY_SUMMARY": "summary.gpkg"}),
        ("nearestfacility", "result.shp", {}),
        ("odmatrix", "result.csv", {}),
        ("catchments", "result.gpkg", {"CELL_SIZE": 100, "OVERLAP": "separate"}),
        ("catchments", "result.gpkg", {"CELL_SIZE": 100, "OVERLAP": "nearest"}),
        ("traveltimeraster", "result.tif", {"CELL_SIZE": 100}),
    ],
)
def test_cancel_in_every_phase_leaves_nothing(network, people, centres, tmp_path, name, result, extra):
    folder = tmp_path / "out"
    folder.mkdir()
    extra = {k: str(folder / v) if str(v).endswith(".gpkg") else v for k, v in extra.items()}
    for asks in (*range(40), *range(40, 1000, 13)):
        parameters = common(network, people, centres, OUTPUT=str(folder / result), **extra)
        try:
            results = processing.run(f"narvard:{name}", parameters, feedback=CancelAfter(asks))
        except QgsProcessingException:
            results = {}
        if results.get("OUTPUT"):
            break
        assert list(folder.iterdir()) == [], f"cancelled after {asks} questions"
    assert 2 < asks < 900
    assert (folder / result).is_file()


def test_cancel_leaves_the_other_tables_of_a_geopackage(network, people, centres, tmp_path):
    path = str(tmp_path / "kept.gpkg")
    run("nearestfacility", **common(network, people, centres, OUTPUT=path))
    target = f"ogr:dbname='{path}' table=\"second\" (geom)"
    parameters = common(network, people, centres, OUTPUT=target)
    for asks in range(60):
        try:
            if processing.run("narvard:nearestfacility", parameters, feedback=CancelAfter(asks)).get("OUTPUT"):
                break
        except QgsProcessingException:
            pass
        container = ogr.Open(path)
        names = {container.GetLayerByIndex(i).GetName() for i in range(container.GetLayerCount())}
        assert names - {"layer_styles"} == {"kept"}
    assert QgsVectorLayer(f"{path}|layername=second").featureCount() == len(rows(people))
    assert asks > 5


# Found by reading against the grain: each of these once gave a wrong number or lost a file.


def test_a_run_never_destroys_what_it_reads(network, people, centres, tmp_path):
    source = str(tmp_path / "in.gpkg")
    for name in ("people", "other"):
        target = f"ogr:dbname='{source}' table=\"{name}\" (geom)"
        processing.run("native:reprojectlayer", {"INPUT": people, "TARGET_CRS": "EPSG:3006", "OUTPUT": target})
    people_in = f"{source}|layername=people"
    for target in (source, f"ogr:dbname='{source}' table=\"people\" (geom)"):
        refused("would overwrite ORIGINS", **{**common(network, people_in, centres), "OUTPUT": target})
        assert QgsVectorLayer(people_in).featureCount() == 5
    beside = f"ogr:dbname='{source}' table=\"result\" (geom)"
    run("nearestfacility", **{**common(network, people_in, centres), "OUTPUT": beside})
    assert QgsVectorLayer(people_in).featureCount() == QgsVectorLayer(f"{source}|layername=result").featureCount() == 5


@pytest.mark.parametrize("table", [False, True])
def test_cancel_over_an_earlier_result_keeps_it(network, people, centres, tmp_path, table):
    path = str(tmp_path / "earlier.gpkg")
    target = f"ogr:dbname='{path}' table=\"earlier\" (geom)" if table else path
    run("nearestfacility", **common(network, people, centres, OUTPUT=path))
    before = rows(QgsVectorLayer(f"{path}|layername=earlier"))
    parameters = common(network, people, centres, OUTPUT=target, MAX_MINUTES=0.1)
    for asks in range(200):
        try:
            if processing.run("narvard:nearestfacility", parameters, feedback=CancelAfter(asks)).get("OUTPUT"):
                break
        except QgsProcessingException:
            pass
        kept = rows(QgsVectorLayer(f"{path}|layername=earlier"))
        assert [{k: v for k, v in row.items() if k != "fid"} for row in kept] == [
            {k: v for k, v in row.items() if k != "fid"} for row in before
        ]
        assert not [file for file in tmp_path.iterdir() if "earlier" in file.name and file.name.endswith(".earlier")]
    assert asks > 5
    assert {row["status"] for row in rows(QgsVectorLayer(f"{path}|layername=earlier"))} != {"ok"}


@pytest.mark.parametrize("field", ["POPULATION", "FACILITY_ID", "ORIGIN_ID"])
def test_a_field_that_does_not_exist_is_refused(network, people, centres, field):
    refused("has no field typo", **{**common(network, people, centres), field: "typo"})


def test_names_that_clash_inside_a_model_are_refused_there_too(network, people, centres):
    """Steps of a model skip the dialog's checks: the first run's numbers must never pass for the second's."""
    first = run("nearestfacility", **common(network, people, centres))["OUTPUT"]
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("narvard:nearestfacility")
    context = QgsProcessingContext()
    parameters = common(network, first, centres, SPEED_FACTOR=0.1)
    assert not algorithm.prepare(parameters, context, QgsProcessingFeedback())


def test_unknown_and_differently_written_regions(make_layer, network):
    people = make_layer("id:string,r:double", [("POINT(900 0)", "own", 8.0), ("POINT(0 900)", "unknown", NULL)])
    centres = make_layer("code:string,r:integer", [("POINT(1000 0)", "X", 8), ("POINT(0 500)", "Y", NULL)])
    given = {**common(network, people, centres), "POPULATION": "", "ORIGIN_REGION": "r", "FACILITY_REGION": "r"}
    out = run("nearestfacility", **given, FACILITY_SUMMARY="TEMPORARY_OUTPUT")
    found = {row["id"]: row for row in rows(out["OUTPUT"])}
    assert (found["own"]["region_1"], found["own"]["crosses_border"]) == ("8", False)
    assert (found["unknown"]["region_1"], found["unknown"]["crosses_border"]) == (NULL, NULL)
    summary = {row["code"]: row for row in rows(out["FACILITY_SUMMARY"])}
    assert [summary["X"][k] for k in ("population", "population_own", "population_other")] == [1, 1, 0]
    assert [summary["Y"][k] for k in ("population", "population_own", "population_other")] == [1, 0, 0]
    refused("No feature has the region 08.*: 8", **given, REPORT_REGION="08")


def test_catchments_of_one_region_reach_as_far_merged_as_alone(make_layer, network):
    centres = make_layer("code:string,r:string", [("POINT(1000 0)", "X", "98"), ("POINT(0 500)", "Y", "99")])
    people = make_layer(
        "id:string,n:integer,r:string", [("POINT(900 0)", "a", 7, "99"), ("POINT(0 900)", "b", 4, "98")]
    )
    given = common(
        network, people, centres, ORIGIN_REGION="r", FACILITY_REGION="r", REPORT_REGION="99", BREAKS="5", CELL_SIZE=50,
        MAX_OFFROAD=100,
    )  # fmt: skip
    (alone,) = rows(run("catchments", **given, OVERLAP="separate")["OUTPUT"])
    (merged,) = rows(run("catchments", **given, OVERLAP="merged")["OUTPUT"])
    assert (alone["facility_id"], merged["facility_id"]) == ("Y", NULL)
    assert alone["area_km2"] == pytest.approx(merged["area_km2"])
    for row in (alone, merged):
        assert [row[k] for k in ("population", "population_own", "population_other")] == [11, 7, 4]
    (own,) = rows(run("catchments", **given, OVERLAP="nearest")["OUTPUT"])
    assert own["population"] == 4 and own["area_km2"] < alone["area_km2"]


def test_a_ring_without_cells_has_no_area(network, people, centres):
    found = rows(run("catchments", **common(network, people, centres, BREAKS="1,3", CELL_SIZE=5000))["OUTPUT"])
    assert sum(row["population"] for row in found if row["facility_id"] == "N") == 13
    assert all(row["area_km2"] >= 0 for row in found)


def test_one_coordinate_off_the_earth_is_skipped_and_counted(make_layer, network, centres):
    people = make_layer(
        "id:string,n:integer", [("POINT(15 56)", "far", 2), ("POINT(15 95)", "off", 40)], crs="EPSG:4326"
    )

    class Listening(QgsProcessingFeedback):
        said = ""

        def pushWarning(self, text):
            self.said += text + "\n"

    feedback = Listening()
    out = processing.run("narvard:nearestfacility", common(network, people, centres), feedback=feedback)
    assert [row["id"] for row in rows(out["OUTPUT"])] == ["far"]
    assert "off (coordinates outside its system)" in feedback.said and "stand for 40 people" in feedback.said
