"""Areas, people and facilities fetched into an empty workspace as ``qgis_process`` asks, from local servers."""

import sqlite3
from contextlib import closing

import pytest

from tests.shared import in_campaign
from tests.sources.servers import overpass, scb_wfs

pytestmark = in_campaign  # test_region asks the same tools in one run


def count(workspace, statement):
    with closing(sqlite3.connect(workspace)) as connection:
        return connection.execute(statement).fetchall()


def test_a_county_from_nothing(checkout, county):
    workspace = county.folder / "ny arbetsyta.gpkg"
    checkout.run("narvard:createworkspace", {"WORKSPACE": workspace, "REGION": "99"})
    asked = {"WORKSPACE": workspace}
    with scb_wfs.for_county(county.folder) as scb, overpass.for_county(county.folder) as osm:
        areas = {**asked, "BASE_URL": scb.wfs, "VERSION": "deso2025;regso2025", "NEIGHBOURS": True}
        assert checkout.run("narvard:fetchareas", areas)["ADDED_COUNT"] > 189
        squares = checkout.run("narvard:fetchgrid", {**asked, "BASE_URL": scb.wfs, "NEIGHBOURS": True})
        assert (squares["ADDED_COUNT"], squares["DATA_DATE"]) == (8462, "2025-12-31")
        found = checkout.run("narvard:fetchfacilities", {**asked, "BASE_URL": osm.interpreter})
        assert found["ADDED_COUNT"] > 150
        scb.misbehave("cut_off", times=None, after=1)
        with pytest.raises(RuntimeError, match=r"Nothing was stored|Ingenting sparades"):
            checkout.run("narvard:fetchgrid", {**asked, "BASE_URL": scb.wfs, "NEIGHBOURS": True})
    assert count(workspace, "SELECT count(*), sum(population) FROM people") == [(8462, 312_000)]
    sources = count(workspace, "SELECT source_id, count(*) FROM sources GROUP BY 1 ORDER BY 1")
    assert sources == [("osm", 1), ("scb_areas", 1), ("scb_grid", 1)]
