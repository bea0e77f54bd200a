"""Porto Alegre by bus and train as ``qgis_process`` asks: every hexagon to the nearest health care."""

import pandas as pd
import pytest
from osgeo import ogr

from tests.bench import transit
from tests.shared import shared_file


def table(path):
    source = ogr.Open(str(path))
    return pd.DataFrame([feature.items() for feature in source.GetLayer(0)]).set_index("id")


@pytest.fixture(scope="module")
def city(checkout, tmp_path_factory):
    """The hexagons' travel times by timetable, and on foot alone."""
    roads = shared_file("data/porto_alegre_r5r/poa.osm.pbf")
    folder = tmp_path_factory.mktemp("city")
    transit.write_cells(folder / "cells.gpkg", lambda row: True)
    transit.write_cells(folder / "centres.gpkg", lambda row: int(row["healthcare"] or 0) > 0)
    network = str(folder / "poa.npz")
    checkout.run("narvard:buildnetwork", {"ROADS": f"{roads}|layername=lines", "NETWORK": network})
    places = {
        "NETWORK": network, "FACILITIES": str(folder / "centres.gpkg"), "FACILITY_ID": "id",
        "ORIGINS": str(folder / "cells.gpkg"), "ORIGIN_ID": "id", "POPULATION": "population",
    }  # fmt: skip
    by_bus = {
        **places, "GTFS": transit.FEEDS, "DATE": transit.DAY, "START_TIME": "14:00", "END_TIME": "14:30",
        "MAX_WALK_MINUTES": 15, "PERCENTILES": "1,50,90", "OUTPUT": str(folder / "bus.gpkg"),
    }  # fmt: skip
    counted = checkout.run("narvard:transittimes", by_bus)["UNREACHABLE_COUNT"]
    checkout.run("narvard:nearestfacility", {**places, "MODE": "walk", "OUTPUT": str(folder / "walk.gpkg")})
    checkout.run("narvard:transittimes", {**by_bus, "DIRECTION": "from_facility", "OUTPUT": str(folder / "back.gpkg")})
    return table(folder / "bus.gpkg"), table(folder / "walk.gpkg"), table(folder / "back.gpkg"), counted


def test_nobody_is_slower_than_on_foot(city):
    bus, walk, back, counted = city
    near = walk["minutes_1"] <= 15
    assert len(bus) == len(back) == 1227 and near.sum() > 500
    for found in (bus, back):
        assert (found["status"][near] == "ok").all() and (found["share_of_departures"][near] == 1).all()
        assert (found["minutes_p90"][near] <= walk["minutes_1"][near] + 1e-4).all()
        assert (found["minutes_p1"].fillna(0) <= found["minutes_p50"].fillna(999)).all()
    assert counted == bus["population"][bus["facility_id"].isna()].sum()


def test_the_bus_reaches_those_who_cannot_walk(city):
    bus, walk, back, _ = city
    far = (walk["minutes_1"] > 15) & walk["minutes_1"].notna()
    assert far.sum() > 50
    for found in (bus, back):
        assert (found["share_of_departures"][far] > 0.9).mean() > 0.7
        assert (found["minutes_p50"][far] < walk["minutes_1"][far]).mean() > 0.3
    assert ((bus["share_of_departures"] > 0) == (bus["status"] == "ok")).all()
