"""The travel tools give the numbers that can be worked out by hand (see small_network)."""

from pathlib import Path

import pytest
from osgeo import gdal
from qgis import processing
from qgis.core import NULL, QgsProcessing, QgsVectorLayer

from .small_network import MINUTE, WALK, common, rows, run


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
