"""Every kind of check on geometry that can be worked out by hand."""

import numpy as np
import pytest
from osgeo import gdal, osr
from qgis.core import QgsProcessingFeedback

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
