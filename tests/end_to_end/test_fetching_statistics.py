"""Statistics and health fetched into an empty workspace as ``qgis_process`` asks, and used by the tools that read them."""

import sqlite3
from contextlib import ExitStack, closing

from tests.shared import in_campaign, shared_file
from tests.sources.servers import kolada, pxweb1, pxweb2, socialstyrelsen

from .test_real_data import table

pytestmark = in_campaign  # test_region asks the same tools in one run
COUNTS = ("ADDED_COUNT", "CHANGED_COUNT", "REMOVED_COUNT")


def rows(workspace, statement):
    with closing(sqlite3.connect(workspace)) as connection:
        return connection.execute(statement).fetchall()


def test_a_countys_people_and_health_from_nothing(checkout, county, tmp_path):
    workspace, joined = tmp_path / "ny arbetsyta.gpkg", tmp_path / "joined.gpkg"
    checkout.run("narvard:createworkspace", {"WORKSPACE": workspace, "REGION": "99"})
    asked = {"WORKSPACE": workspace}
    with ExitStack() as running:
        scb, people, deaths, habits = (
            running.enter_context(maker.for_county(county.folder))
            for maker in (pxweb2, kolada, socialstyrelsen, pxweb1)
        )
        statistics = {**asked, "BASE_URL": scb.base}
        assert checkout.run("narvard:fetchstatistics", {**statistics, "NEIGHBOURS": True})["ADDED_COUNT"] == 189 * 7
        checkout.run("narvard:fetchstatistics", {**statistics, "TABLE": "area_type"})
        again = checkout.run("narvard:fetchstatistics", {**statistics, "NEIGHBOURS": True})
        assert [again[name] for name in COUNTS] == [0, 0, 0]
        for server, source, indicators in (
            (people, "kolada", "N99001"),
            (deaths, "socialstyrelsen", "dodsorsaker;matt=1"),
            (habits, "folkhalsomyndigheten", pxweb1.TABLE),
        ):
            health = {**asked, "BASE_URL": server.base, "SOURCE": source, "INDICATORS": indicators}
            assert checkout.run("narvard:fetchhealth", health)["ADDED_COUNT"] > 0
    assert rows(workspace, "SELECT sum(value) FROM statistics WHERE variable = 'population'") == [(312_000,)]
    assert rows(workspace, "SELECT count(*) FROM statistics WHERE value = 0 AND variable = 'population'") == [(0,)]
    assert rows(workspace, "SELECT DISTINCT area_level FROM health_figures ORDER BY 1") == [
        ("country",), ("municipality",), ("region",),
    ]  # fmt: skip
    asked = {"AREAS": county.layer("areas"), "AREA_CODE": "area_code", "TABLE": f"{workspace}|layername=statistics"}
    asked |= {"TABLE_CODE": "area_code", "YEAR_FIELD": "year", "VARIABLE": "variable", "VALUE": "value"}
    out = checkout.run(
        "narvard:joinstatistics", {**asked, "STATUS_FIELD": "status", "PREFIX": "scb_", "OUTPUT": joined}
    )
    found = table(joined)
    assert out["MATCHED_COUNT"] == 189 and (found["scb_population"] == found["population"]).all()
    assert (found["scb_aged_65_plus"] == found["aged_65_plus"]).all()


def test_dalarnas_people(checkout, tmp_path):
    """SCB's own answer, fetched: 175 DeSO, 286 546 people, of whom 74 684 are 65 and over."""
    workspace = tmp_path / "dalarna.gpkg"
    checkout.run("narvard:createworkspace", {"WORKSPACE": workspace, "REGION": "20"})
    with pxweb2.dalarna(shared_file("data/scb_deso_dalarna/folkmangd_deso_2024_raw_TAB6574.csv")) as scb:
        asked = {"WORKSPACE": workspace, "BASE_URL": scb.base, "VALUES": "Alder=totalt,65-69,70-74,75-79,80-"}
        checkout.run("narvard:fetchstatistics", asked)
    sums = rows(
        workspace,
        "SELECT variable, vintage, count(*), sum(value) FROM statistics WHERE variable IN ('population', 'aged_65_plus') "
        "GROUP BY 1, 2 ORDER BY 1",
    )
    assert sums == [("aged_65_plus", "2025", 175, 74684), ("population", "2025", 175, 286546)]
