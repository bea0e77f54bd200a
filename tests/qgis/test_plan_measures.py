"""Every kind of check on geometry that can be worked out by hand."""

import math

import numpy as np
import pytest
from osgeo import gdal, osr
from qgis.core import QgsProcessingFeedback

from narvard_plugin.adapters.plan_layers import Bound
from narvard_plugin.adapters.plan_measures.measuring import MEASURES
from narvard_plugin.adapters.reading import Cancelled
from narvard_plugin.core.plans.facts import FACTS
from narvard_plugin.core.plans.measured import FAILED, MEASURED, MISSING_LAYER, NO_DATA, NOTHING_TO_MEASURE

from .plan_measures_steps import (
    ORIGIN,
    drawn,
    layer,
    limit,
    measured,
    plan,
    square,
    surroundings,
    use,
)

PLAN = square(0, 0, 100)


def test_there_is_a_measure_for_every_kind_of_check():
    assert set(MEASURES) == set(FACTS)


# ------------------------------------------------------------------------------------------------- distance


def test_distance_to_the_nearest_of_each_role():
    roads = layer("name:string", [("LINESTRING(400 -500, 400 500)", "Leden"), ("LINESTRING(900 0, 900 9)", "Far")])
    stops = layer("name:string", [("POINT(50 130)", "Stop"), (None, "Nowhere")])
    ground = surroundings({"roads": roads, "stops": stops})
    found = measured("distance", plan(PLAN), ground, layer="roads", layers=("stops",), params={"metric": "euclid"})
    assert found.state == MEASURED
    assert found.facts == {"value": 300, "names": "Leden", "value_stops": 30}
    assert [(one.role, one.date, one.count) for one in found.layers] == [
        ("roads", "2026-05-01", 2),
        ("stops", "2026-05-01", 2),
    ]
    assert drawn(found.findings[0]).length() == pytest.approx(300)
    assert "1 of 2" in found.explanation  # the feature without a place is told


def test_distance_is_zero_where_they_meet_and_endless_to_an_empty_layer():
    property_ = layer(
        "name:string", [(square(90, 90, 50), "Lasarettet"), (square(99, 0, 9), "Annexet"), (square(300, 0, 9), "Ej")]
    )
    found = measured("distance", plan(PLAN), surroundings({"care": property_}), layer="care")
    assert found.facts == {"value": 0, "names": "Lasarettet, Annexet"}
    assert drawn(found.findings[0]).area() == pytest.approx(100)
    empty = measured("distance", plan(PLAN), surroundings({"care": layer("name:string", [])}), layer="care")
    assert (empty.state, empty.facts["value"], empty.layers[0].count) == (MEASURED, math.inf, 0)
    assert "empty" in empty.explanation


def test_distance_goes_into_a_hole_and_to_every_part():
    hollow = "POLYGON((0 0, 100 0, 100 100, 0 100, 0 0), (20 20, 80 20, 80 80, 20 80, 20 20))"
    ground = surroundings({"stops": layer("name:string", [("POINT(50 50)", "In the hole")])})
    assert measured("distance", plan(hollow), ground, layer="stops").facts["value"] == 30
    parts = "MULTIPOLYGON(((0 0, 10 0, 10 10, 0 10, 0 0)), ((500 0, 510 0, 510 10, 500 10, 500 0)))"
    ground = surroundings({"stops": layer("name:string", [("POINT(530 5)", "Stop")])})
    assert measured("distance", plan(parts), ground, layer="stops").facts["value"] == 20


def test_distance_of_uses_and_of_the_farthest_part():
    homes = [use("B", square(0, 0, 10), "1"), use("B", square(200, 0, 10), "2"), use("S", square(50, 0, 10))]
    both = plan(square(0, 0, 300), homes)
    ground = surroundings({"stops": layer("name:string", [("POINT(0 5)", "Stop")])})
    assert measured("distance", both, ground, layer="stops", subject="uses", use=("S",)).facts["value"] == 50
    # Each part by itself: the farther one's percentile over points 5 m apart, of which the last column stands 207.5 m away.
    worst = measured(
        "distance", both, ground, layer="stops", subject="use_part", use=("B",), params={"percentile": 100}
    )
    assert worst.facts["value"] == pytest.approx(math.hypot(207.5, 2.5), abs=1e-6)
    none = measured("distance", both, ground, layer="stops", subject="uses", use=("D",))
    assert (none.state, none.facts) == (NOTHING_TO_MEASURE, {})
    early = measured("distance", plan(PLAN), ground, layer="stops", subject="uses", use=("D",))
    assert early.facts["value"] == 0  # before any use is known the whole area counts
    assert "whole area" in early.explanation


def test_a_use_that_lies_nowhere_leaves_the_rest_unmeasured():
    half = plan(PLAN, [use("D", square(0, 0, 10), "1"), use("D", None, "2")])
    found = measured("distance", half, surroundings({"stops": layer("name:string", [("POINT(9 9)", "S")])}),
                     layer="stops", subject="uses", use=("D",))  # fmt: skip
    assert (found.state, found.facts) == (NO_DATA, {})
    assert "1 of the plan's 2" in found.explanation


def test_the_farthest_point_from_a_road():
    ground = surroundings(
        {
            "roads": layer(
                "width_m:double", [("LINESTRING(-20 -999, -20 999)", 4.0), ("LINESTRING(110 -9, 110 99)", 2.0)]
            )
        }
    )
    found = measured("distance", plan(PLAN), ground, layer="roads", params={"metric": "farthest_point"})
    assert found.facts["value"] == pytest.approx(65, abs=5)  # the middle between the two
    narrow = measured(
        "distance", plan(PLAN), ground, layer="roads", params={"metric": "farthest_point", "drivable_width_m": 3}
    )
    assert narrow.facts["value"] == 120


def test_a_layer_in_another_system_is_moved():
    stops = layer("name:string", [("POINT(15.0 58.0)", "Stop")], crs="EPSG:4326")
    # On the central meridian the northing is the length of the meridian's arc (GRS 80), times the scale there.
    eccentricity, latitude = 0.00669438002290, np.radians(np.linspace(0, 58, 100_001))
    curve = 6378137 * (1 - eccentricity) / (1 - eccentricity * np.sin(latitude) ** 2) ** 1.5
    north = 0.9996 * curve.mean() * latitude[-1]  # the mean of so many points is the integral
    found = measured("distance", plan(PLAN), surroundings({"stops": stops}), layer="stops")
    assert found.facts["value"] == pytest.approx(ORIGIN[1] - north, abs=0.1)


@pytest.mark.parametrize(
    ("rows", "params", "state", "words"),
    [
        ([("POINT(1 1)", "a")], {"filter": "name = 'b'"}, NO_DATA, "filter leaves none of the 1"),
        ([(None, "a"), (None, "b")], {}, NO_DATA, "None of the 2 features"),
        ([("POINT(1 1)", "a")], {"filter": "nmae = 'b'"}, FAILED, "no field nmae"),
        ([("POINT(1 1)", "a")], {"filter": "name = "}, FAILED, "cannot be read"),
        ([("POINT(1 1)", "a")], {"filter": "env('PATH') = name"}, FAILED, "only compare"),
        ([("POINT(1 1)", "a")], {"metric": "crow"}, FAILED, "no metric crow"),
    ],
)
def test_what_a_layer_cannot_answer_is_never_a_distance(rows, params, state, words):
    found = measured(
        "distance", plan(PLAN), surroundings({"stops": layer("name:string", rows)}), layer="stops", params=params
    )
    assert (found.state, found.facts) == (state, {})
    assert words in found.explanation


def test_a_role_that_nothing_is_bound_to():
    assert measured("distance", plan(PLAN), surroundings(roles=["stops"]), layer="stops").missing == ("stops",)

    def lines():
        return {"railway": layer("name:string", [("LINESTRING(200 0, 200 9)", "Banan")])}

    optional = measured(
        "distance", plan(PLAN), surroundings(lines(), roles=["tram"]), layer="railway", layers=("tram",)
    )
    assert (optional.state, optional.missing, optional.facts["value"]) == (MEASURED, ("tram",), 100)
    assert "value_tram" not in optional.facts
    nothing = measured(
        "distance", plan(PLAN), surroundings(lines(), roles=["stops"]), layer="railway", layers=("stops",)
    )
    assert (nothing.state, nothing.missing) == (MISSING_LAYER, ("stops",))


def test_bindings_with_other_names_and_a_filter():
    stops = layer("kind:string,label:string", [("POINT(110 50)", "buss", "A"), ("POINT(105 50)", "tåg", "B")])
    ground = surroundings({"stops": stops})
    ground.bounds["stops"] = Bound("stops", stops.id(), "", "2026-05-01", "\"kind\" = 'buss'", {"typ": "kind"})
    assert (
        measured("distance", plan(PLAN), ground, layer="stops", params={"filter": "typ = 'buss'"}).facts["value"] == 10
    )
    ground = surroundings({"stops": layer("kind:string", [("POINT(1 1)", "x")])})
    ground.bounds["stops"] = ground.bounds["stops"]._replace(fields={"typ": "sort"})
    assert "no field sort" in measured("distance", plan(PLAN), ground, layer="stops").explanation


# ------------------------------------------------------------------------------------------------- along roads


@pytest.fixture
def network(provider, tmp_path):
    """A street along y = −10 from x = −1000 to 1000, 50 km/h, and a footpath north from x = 1000."""
    from .small_network import run

    roads = layer(
        "speed:double", [("LINESTRING(-1000 -10, 0 -10, 1000 -10)", 50), ("LINESTRING(1000 -10, 1000 990)", 50)]
    )
    path = str(tmp_path / "street.npz")
    run("buildnetwork", ROADS=roads, PRESET="fields", SPEED_FIELD="speed", NETWORK=path)
    return path


STOPS = [
    ("POINT(500 -10)", "Near", 2.0, "s1"),
    ("POINT(200 -10)", "Rare", 0.5, "s2"),
    ("POINT(-400 -10)", "Unknown", None, "s3"),
]


def test_walking_distance_along_the_street(network):
    ground = surroundings(
        {"stops": layer("name:string,departures_per_hour:double,stop_id:string", STOPS)}, bounds={"network": network}
    )
    spot = plan(square(-1, -11, 2))
    any_stop = measured("distance", spot, ground, layer="stops", params={"metric": "network_walk"})
    assert any_stop.facts["value"] == pytest.approx(200, abs=3)
    assert any_stop.layers[-1].role == "network"
    good = {"metric": "network_walk", "percentile": 90, "min_departures_per_hour": 1}
    often = measured("distance", spot, ground, layer="stops", params=good)
    assert often.facts == {"value": pytest.approx(500, abs=3), "names": "Near"}
    assert "1 of 3" in often.explanation
    none = measured("distance", spot, ground, layer="stops", params={**good, "min_departures_per_hour": 9})
    assert none.facts["value"] == math.inf
    # Part by part: ten metres wide homes at 500 m and at −300 m; the worse one counts.
    homes = plan(square(-400, -50, 1500), [use("B", square(495, -15, 10), "1"), use("B", square(-305, -15, 10), "2")])
    parts = measured("distance", homes, ground, layer="stops", subject="use_part", use=("B",), params=good)
    assert parts.facts["value"] == pytest.approx(800, abs=12)


def test_departures_that_nobody_knows_make_no_stops(network):
    ground = surroundings({"stops": layer("name:string", [("POINT(500 -10)", "Near")])}, bounds={"network": network})
    found = measured(
        "distance", plan(PLAN), ground, layer="stops", params={"metric": "network_walk", "min_departures_per_hour": 1}
    )
    assert (found.state, found.facts) == (NO_DATA, {})
    assert "departures_per_hour" in found.explanation


def test_no_network_and_a_network_elsewhere(network):
    stops = [("POINT(500 -10)", "Near")]
    walk = {"metric": "network_walk"}
    bare = measured(
        "distance", plan(PLAN), surroundings({"stops": layer("name:string", stops)}), layer="stops", params=walk
    )
    assert (bare.state, bare.facts) == (FAILED, {})
    assert "NETWORK" in bare.explanation
    ground = surroundings({"stops": layer("name:string", stops)}, bounds={"network": network})
    far = measured("distance", plan(square(50000, 0, 100)), ground, layer="stops", params=walk)
    assert (far.state, "does not come within 1 km" in far.explanation) == (NO_DATA, True)
    ground = surroundings({"stops": layer("name:string", [("POINT(50000 0)", "Far")])}, bounds={"network": network})
    assert measured("distance", plan(PLAN), ground, layer="stops", params=walk).state == NO_DATA


def test_walking_to_an_area_ends_at_its_edge_and_inside_it_is_no_way(network):
    ground = surroundings(
        {"green": layer("name:string", [(square(300, -60, 100), "Parken")])}, bounds={"network": network}
    )
    params = {"metric": "network_walk", "percentile": 100}
    assert measured("distance", plan(square(-1, -11, 2)), ground, layer="green", params=params).facts[
        "value"
    ] == pytest.approx(300, abs=12)
    assert measured("distance", plan(square(340, -40, 4)), ground, layer="green", params=params).facts["value"] == 0


def test_travel_time_by_the_best_of_the_modes(network):
    ground = surroundings(
        {"care": layer("type:string", [("POINT(1000 -10)", "vardcentral")])}, bounds={"network": network}
    )
    spot = plan(square(-1, -11, 2))
    params = {"modes": ["gang", "bil", "kollektivtrafik"], "filter": "type = 'vardcentral'"}
    found = measured("travel_time", spot, ground, layer="care", params=params)
    assert found.facts["value"] == pytest.approx(1.2, abs=0.02)  # a kilometre at 50 km/h
    assert found.findings[0].data["gang"] == pytest.approx(12, abs=0.1)
    assert "No timetable" in found.explanation
    by_bus = measured("travel_time", spot, ground, layer="care", params={"modes": ["kollektivtrafik"]})
    assert (by_bus.state, by_bus.facts) == (FAILED, {})
    ambulance = measured("travel_time", spot, ground, layer="care", params={"modes": ["utryckning"]})
    assert ambulance.facts["value"] == pytest.approx(1.2, abs=0.02)
    assert measured("travel_time", spot, ground, layer="care", params={"modes": ["flyg"]}).state == FAILED


# ------------------------------------------------------------------------------------------------- meeting


def test_overlap_counts_ground_once_and_no_slivers():
    flood = [(square(50, 50, 100), "A"), (square(60, 60, 100), "B"), (square(99.995, 0, 50, 20), "Sliver")]
    ground = surroundings({"flood": layer("name:string", flood)})
    found = measured("overlap", plan(PLAN), ground, layer="flood")
    assert found.facts == {"value": pytest.approx(2500), "names": "A, B"}
    assert sorted(round(drawn(one).area()) for one in found.findings) == [1600, 2500]
    dry = measured("overlap", plan(square(500, 500, 10)), ground, layer="flood")
    assert (dry.facts["value"], len(dry.findings)) == (0, 1)  # the evidence of nothing is the plan itself
    lines = layer("name:string", [("LINESTRING(0 50, 100 50)", "L")])
    assert measured("overlap", plan(PLAN), surroundings({"cables": lines.clone()}), layer="cables").state == NO_DATA
    refused = measured("overlap", plan(PLAN), surroundings({"flood": lines}), layer="flood")
    assert (refused.state, "must hold areas" in refused.explanation) == (FAILED, True)


def test_intersects_measures_by_the_kind_of_layer():
    roads = surroundings(
        {"bus_roads": layer("name:string", [("LINESTRING(-50 50, 150 50)", "Gatan"), ("LINESTRING(0 -9, 9 -9)", "Ej")])}
    )
    assert measured("intersects", plan(PLAN), roads, layer="bus_roads").facts == {"value": 100, "names": "Gatan"}
    points = surroundings(
        {"stops": layer("name:string", [("POINT(5 5)", "A"), ("POINT(50 5)", "B"), ("POINT(500 5)", "C")])}
    )
    assert measured("intersects", plan(PLAN), points, layer="stops").facts["value"] == 2
    street = plan(PLAN, [use("GATA", square(0, 40, 100, 20))])
    assert measured("intersects", street, roads, layer="bus_roads", subject="uses", use=("GATA",)).facts["value"] == 100
    edge = surroundings({"bus_roads": layer("name:string", [("LINESTRING(-50 100, 50 100)", "Edge")])})
    assert measured("intersects", plan(PLAN), edge, layer="bus_roads").facts["value"] == pytest.approx(50)


def test_attributes_of_what_holds_the_plan_or_lies_nearest():
    areas = [(square(-500, -500, 520, 2000), "West", 3.0), (square(20, -500, 2000, 2000), "East", 7.0)]
    ground = surroundings({"deso": layer("name:string,index:double", areas)})
    held = measured("attribute", plan(PLAN), ground, layer="deso", params={"field": "index", "of": "containing"})
    assert held.facts == {"value": 7.0, "names": "East"}
    near = measured("attribute", plan(square(-900, 0, 10)), ground, layer="deso", params={"field": "index"})
    assert near.facts["value"] == 3.0
    far = measured("attribute", plan(square(-900, 0, 10)), ground, layer="deso", params={"field": "index", "max_m": 50})
    assert far.state == NO_DATA
    assert (
        "no field nindex"
        in measured("attribute", plan(PLAN), ground, layer="deso", params={"field": "nindex"}).explanation
    )


def test_formulas_over_what_lies_near():
    areas = [(square(0, 0, 50, 100), 1.0, 100.0), (square(50, 0, 100, 100), 2.0, 400.0), (square(900, 0, 9), 9.0, 9.0)]
    ground = surroundings(
        {
            "deso": layer("index:double,pop:double", areas),
            "stops": layer("turer:integer", [("POINT(0 0)", 40), ("POINT(300 0)", 7)]),
        }
    )
    mean = measured(
        "expression", plan(PLAN), ground, layers=("deso",), params={"expr": "weighted_mean('deso', 'index', 'pop')"}
    )
    assert mean.facts["value"] == pytest.approx((1 * 100 + 2 * 200) / 300)  # half of the second area's people
    assert [one.role for one in mean.layers] == ["deso"]
    near = measured(
        "expression", plan(PLAN), ground, layers=("stops",), params={"expr": "nearest_attr('stops', 'turer') * 2"}
    )
    assert near.facts["value"] == 80
    beside = measured(
        "expression",
        plan(square(5000, 0, 9)),
        ground,
        layers=("deso",),
        params={"expr": "weighted_mean('deso', 'index', 'pop')"},
    )
    assert (beside.state, beside.facts) == (NO_DATA, {})


# ------------------------------------------------------------------------------------------------- provisions

GROSS = "DP_KM_Eg_Utnytt_StorstaAreaKvm_BruttoAnv"
HEIGHT = "DP_KM_Eg_Hojd_HogstaHojd_Nockhojd"


def test_uses_and_what_may_be_built():
    care = plan(
        PLAN,
        [
            use("D", square(0, 0, 50, 100)),
            use("B", square(50, 0, 50, 100)),
            limit("e", GROSS, 3000, square(0, 0, 50, 100), "kvadratmeter"),
        ],
    )
    ground = surroundings()
    assert measured("use_present", care, ground, use=("D",)).facts == {"found": True}
    assert measured("use_present", care, ground, use=("S", "K")).facts == {"found": False}
    params = {"provisions": "DP_KM_Eg_Utnytt_Storsta*"}
    assert measured("use_area", care, ground, use=("D",), params=params).facts == {
        "area": pytest.approx(5000),
        "bta": 3000,
    }
    assert measured("use_area", care, ground, use=("S",), params=params).facts == {"area": 0, "bta": 0}
    untold = measured("use_area", care, ground, use=("B",), params=params)
    assert untold.facts == {"area": pytest.approx(5000)}  # how much may be built is not known, and is not 0
    assert "can't be told" in untold.explanation
    for kind in ("use_present", "use_area"):
        assert measured(kind, plan(PLAN), ground, use=("D",)).state == NO_DATA


def test_heights_that_mean_the_same_are_compared(tmp_path):
    codes = {"codes": "DP_KM_Eg_Hojd_HogstaHojd_*", "aggregate": "max"}
    low, high = limit("h1", HEIGHT, 12, square(0, 0, 50)), limit("h2", HEIGHT, 31, square(50, 0, 50))
    found = measured("provision_value", plan(PLAN, [low, high]), surroundings(), params=codes)
    assert (found.facts["value"], drawn(found.findings[0]).boundingBox().xMinimum()) == (31, 50)
    datum = limit("h3", HEIGHT + "Nollplan", 60, square(50, 0, 50))
    above = measured("provision_value", plan(PLAN, [low, datum]), surroundings(), params=codes)
    assert (above.state, "datum" in above.explanation) == (NO_DATA, True)
    ground = surroundings(bounds={"dem": raster(tmp_path / "dem.tif", np.full((20, 20), 20.0))})
    assert measured("provision_value", plan(PLAN, [low, datum]), ground, params=codes).facts["value"] == 40
    storeys = limit("h4", "DP_KM_Eg_Hojd_HogstaHojd_HogstaVan_Aldre", 4, square(0, 0, 50), "antal")
    assert measured("provision_value", plan(PLAN, [low, storeys]), surroundings(), params=codes).state == NO_DATA
    assert measured("provision_value", plan(PLAN, [use("B", PLAN)]), surroundings(), params=codes).state == NO_DATA
    assert measured("provision_value", plan(PLAN), surroundings(), params=codes).state == NO_DATA


# ------------------------------------------------------------------------------------------------- rasters


def raster(path, values, x=-50.0, y=150.0, cell=10.0, crs=3006, nodata=-9999.0):
    """A GeoTIFF with its upper left corner at (x, y); NaN = no data."""
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), values.shape[1], values.shape[0], 1, gdal.GDT_Float64)
    dataset.SetGeoTransform((ORIGIN[0] + x, cell, 0, ORIGIN[1] + y, 0, -cell))
    system = osr.SpatialReference()
    system.ImportFromEPSG(crs)
    dataset.SetProjection(system.ExportToWkt())
    band = dataset.GetRasterBand(1)
    band.SetNoDataValue(nodata)
    band.WriteArray(np.where(np.isnan(values), nodata, values))
    dataset.FlushCache()
    return str(path)


def test_statistics_of_a_raster_within_the_plan(tmp_path):
    # Columns 0 … 19 from x = −50: the plan holds columns 5–14 of rows 5–14, and their values are the column's number.
    values = np.tile(np.arange(20.0), (20, 1))
    path = raster(tmp_path / "noise.tif", values)
    ground = surroundings(bounds={"noise": path})

    def stat(name, on=PLAN, **more):
        return measured("raster_stat", plan(on, **more), ground, layer="noise", params={"stat": name})

    assert [stat(name).facts["value"] for name in ("max", "min", "mean", "p90", "p50")] == [14, 5, 9.5, 13, 9]
    assert drawn(stat("max").findings[0]).asPoint().x() == 95  # the middle of the last column
    assert stat("max", square(13, 13, 2)).facts["value"] == 6  # smaller than a cell: the cell that it lies in
    hollow = "POLYGON((0 0, 100 0, 100 100, 0 100, 0 0), (20 1, 99 1, 99 99, 20 99, 20 1))"
    assert stat("max", hollow).facts["value"] == 6
    partly = stat("max", square(60, 0, 96))
    assert partly.state == MEASURED
    assert "6.2 %" in partly.explanation
    assert stat("max", square(100, 0, 100)).state == NO_DATA  # half of it lies beyond the raster
    assert stat("max", square(5000, 0, 100)).state == NO_DATA
    assert "no statistic p190" in stat("p190").explanation


def test_a_raster_without_data_gives_no_answer(tmp_path):
    values = np.full((20, 20), np.nan)
    ground = surroundings(bounds={"noise": raster(tmp_path / "none.tif", values)})
    nothing = measured("raster_stat", plan(PLAN), ground, layer="noise", params={"stat": "max"})
    assert (nothing.state, nothing.facts) == (NO_DATA, {})
    for column, state in ((12, NO_DATA), (14, MEASURED)):  # three columns of ten without data, and one
        values[:, 5:column] = 50
        ground = surroundings(bounds={"noise": raster(tmp_path / f"{column}.tif", values)})
        some = measured("raster_stat", plan(PLAN), ground, layer="noise", params={"stat": "max"})
        assert some.state == state
        assert f"{10 * (15 - column)} of 100 cells" in some.explanation


def test_a_raster_in_another_system_is_read_where_the_plan_lies(tmp_path):
    # 15° E, 58.64° N: the central meridian, so that the cells of a degree raster stand upright.
    values = np.arange(16.0).reshape(4, 4)
    dataset = gdal.GetDriverByName("GTiff").Create(str(tmp_path / "wgs.tif"), 4, 4, 1, gdal.GDT_Float64)
    dataset.SetGeoTransform((14.98, 0.01, 0, 58.66, 0, -0.01))
    system = osr.SpatialReference()
    system.ImportFromEPSG(4326)
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    dataset.SetProjection(system.ExportToWkt())
    dataset.GetRasterBand(1).WriteArray(values)
    dataset.FlushCache()
    dataset = None
    ground = surroundings(bounds={"noise": tmp_path / "wgs.tif"})
    found = measured("raster_stat", plan(square(50, 50, 10)), ground, layer="noise", params={"stat": "max"})
    assert found.facts["value"] in values
    assert found.state == MEASURED


def test_buildings_under_an_obstacle_surface(tmp_path):
    # Ground at 20 m; a level surface at 60 m over the western half; a building of 31 m above the ground, or 55 above the datum.
    dem = raster(tmp_path / "dem.tif", np.full((20, 20), 20.0))
    level = layer("top_height_m:double", [(square(-10, -10, 60, 200), 60.0)])
    check = {"layers": ("heli_sectors", "dem"), "params": {"codes": "DP_KM_Eg_Hojd_HogstaHojd_*"}, "ok": "margin > 0"}

    def margin(provisions, sectors=level, dem=dem, **pads):
        ground = surroundings(
            {"heli_sectors": sectors.clone(), **pads}, bounds={"dem": dem} if dem else None, roles=["dem"]
        )
        return measured("height_surface", plan(PLAN, provisions), ground, subject="plan", **check)

    building = limit("h", HEIGHT, 31, PLAN)
    assert margin([building]).facts == {"margin": 9, "height": 51, "surface": 60}
    assert margin([limit("h", HEIGHT + "Nollplan", 55, PLAN)]).facts["margin"] == 5
    # From 20 m at the pad in the origin, one in ten: lowest at the plan's corner, 20 m from the pad.
    slope = layer("start_height_m:double,slope:double", [(square(-100, -100, 500), 20.0, 0.1)])
    pad = layer("name:string", [("POINT(-20 0)", "Pad")])
    sloping = margin([building], slope, helipads=pad)
    assert sloping.facts["surface"] == pytest.approx(22)
    assert sloping.facts["margin"] == pytest.approx(-29)
    assert drawn(sloping.findings[0]).asPoint().x() == 0
    beside = margin([limit("h", HEIGHT, 31, square(60, 0, 40))])
    assert beside.state == NOTHING_TO_MEASURE
    for provisions in ([], [limit("h", "DP_KM_Eg_Hojd_HogstaHojd_HogstaVan_Aldre", 4, PLAN, "antal")]):
        assert margin(provisions).state == NO_DATA
    blank = layer("bearing:double", [(square(-10, -10, 60, 200), 245.0)])
    assert "top_height_m" in margin([building], blank).explanation
    assert margin([building], dem=None).state == MISSING_LAYER
    hole = np.full((20, 20), 20.0)
    hole[10, 6] = np.nan
    assert margin([building], dem=raster(tmp_path / "hole.tif", hole)).state == NO_DATA


# ------------------------------------------------------------------------------------------------- the case


def test_documents_that_are_missing():
    sent = plan(
        PLAN,
        documents=[
            {"name": "Karta", "role": "plankarta"},
            {"name": "PM", "role": "planeringsunderlag", "investigation": "Bullerutredning"},
        ],
    )
    ground = surroundings()
    roles = measured("document_present", sent, ground, params={"roles": ["plankarta", "planbeskrivning"]})
    assert roles.facts == {"missing": 1, "missing_list": "planbeskrivning"}
    kinds = measured("document_present", sent, ground, params={"underlagstyp": ["bullerutredning"]})
    assert kinds.facts == {"missing": 0, "missing_list": ""}
    assert measured("document_present", plan(PLAN), ground, params={"roles": ["plankarta"]}).state == NO_DATA


REFERRAL = {"referral_id": "r", "received": "2026-06-12", "start": "2026-06-12", "answer_by": "2026-06-26"}


def test_days_and_workdays_of_a_planremiss():
    params = {
        "from": "remiss.start",
        "to": "remiss.svar_senast",
        "min_by_procedure": {"standard": 14, "utokat": 21, "bmp": 30},
    }
    ground = surroundings()
    asked = plan(PLAN, referral=REFERRAL)
    assert measured("date_interval", asked, ground, params=params).facts == {"value": 14, "min": 14}
    impact = plan(PLAN, referral=REFERRAL, case={"significant_impact": 1})
    assert measured("date_interval", impact, ground, params=params).facts["min"] == 30
    unknown = plan(PLAN, referral=REFERRAL, case={"procedure": "okant"})
    assert measured("date_interval", unknown, ground, params=params).state == NO_DATA
    days = {"from": "remiss.inkom", "to": "remiss.svar_senast", "workdays": True, "proposed_workdays": 15}
    # Midsummer's eve is no workday: 15–18, 22–26 June.
    assert measured("date_interval", asked, ground, params=days).facts == {"value": 9, "proposed": "2026-07-06"}
    assert measured("date_interval", plan(PLAN), ground, params=days).state == NOTHING_TO_MEASURE
    undated = plan(PLAN, referral={**REFERRAL, "start": None})
    assert measured("date_interval", undated, ground, params=params).state == NO_DATA


def test_changes_since_the_last_stage():
    before = plan(PLAN, [use("D", square(0, 0, 50)), limit("h", HEIGHT, 16, PLAN)]).plan
    after = plan(PLAN, [limit("h", HEIGHT, 31, PLAN)], previous=before)
    found = measured("change", after, surroundings(), params={"height_m": 1, "area_m2": 50, "share": 0.02})
    assert found.facts["changes"] >= 2
    assert "31" in found.facts["changes_list"]
    same = measured(
        "change",
        plan(PLAN, [use("D", square(0, 0, 50)), limit("h", HEIGHT, 16, PLAN)], previous=before),
        surroundings(),
    )
    assert same.facts["changes"] == 0
    assert measured("change", plan(PLAN), surroundings()).state == NO_DATA


def test_what_became_of_earlier_remarks():
    earlier = [
        {"number": number, "wording": "godtagen", "outcome": outcome, "rule_id": None}
        for number, outcome in ((1, "oppen"), (2, "delvis"), (3, "tillgodosedd"))
    ]
    found = measured("prior_remarks", plan(PLAN, earlier_remarks=earlier), surroundings())
    assert found.facts == {"open": 1, "partly": 1, "numbers": "1", "partly_numbers": "2"}
    assert measured("prior_remarks", plan(PLAN, earlier_remarks=[]), surroundings()).facts["open"] == 0
    assert measured("prior_remarks", plan(PLAN), surroundings()).state == NOTHING_TO_MEASURE


# ------------------------------------------------------------------------------------------------- other algorithms


def test_any_algorithm_of_processing(provider):
    ground = surroundings({"stops": layer("name:string", [("POINT(1 1)", "a"), ("POINT(2 2)", "b")])})
    params = {"INPUT_LAYER": "@stops", "FIELD_NAME": "name"}
    usual = {"layers": ("stops",), "algorithm": "qgis:basicstatisticsforfields", "output": "COUNT", "params": params}
    found = measured("processing", plan(PLAN), ground, **usual)
    assert (found.facts, [one.role for one in found.layers]) == ({"value": 2}, ["stops"])
    some = {**params, "INPUT_LAYER": "@stops:name = 'a'"}
    assert measured("processing", plan(PLAN), ground, **{**usual, "params": some}).facts == {"value": 1}
    for change, words in (
        ({"algorithm": "native:nothing"}, "no algorithm native:nothing"),
        ({"algorithm": "narvard:reviewplan"}, "no algorithm narvard:reviewplan"),
        ({"params": {"WHAT": 1}}, "no parameters WHAT"),
        ({"output": "NOTHING"}, "no output NOTHING"),
        ({"output": "MIN"}, "no number"),
        ({"params": {**params, "INPUT_LAYER": "nowhere.gpkg"}}, "stopped"),
    ):
        wrong = measured("processing", plan(PLAN), ground, **{**usual, **change})
        assert wrong.facts == {}
        assert words in wrong.explanation


# ------------------------------------------------------------------------------------------------- all of them


def test_a_fault_of_one_check_is_told_and_cancel_is_not_swallowed(monkeypatch):
    def broken(asked, on, ground):
        raise KeyError("oväntat")

    monkeypatch.setitem(MEASURES, "distance", broken)
    found = measured("distance", plan(PLAN), surroundings())
    assert (found.state, "oväntat" in found.explanation) == (FAILED, True)

    class Stopped(QgsProcessingFeedback):
        def isCanceled(self):
            return True

    ground = surroundings({"stops": layer("name:string", [("POINT(1 1)", "a")])}, feedback=Stopped())
    with pytest.raises(Cancelled):
        measured("overlap", plan(PLAN), ground, layer="stops")


def test_a_plan_without_an_area_is_measured_nowhere():
    nowhere = plan()
    assert (
        measured(
            "distance", nowhere, surroundings({"stops": layer("name:string", [("POINT(1 1)", "a")])}), layer="stops"
        ).state
        == NO_DATA
    )


def test_a_bow_tie_is_mended():
    tie = plan("POLYGON((0 0, 100 100, 100 0, 0 100, 0 0))")
    ground = surroundings({"flood": layer("name:string", [(square(-9, -9, 500), "A")])})
    assert measured("overlap", tie, ground, layer="flood").facts["value"] == pytest.approx(5000)
