"""An atlas of workspaces that lack much or are stored elsewhere, and of tables to compare with that nobody expects."""

import os

import pandas as pd
import pytest
from qgis import processing
from qgis.core import QgsGeometry, QgsProcessingContext, QgsVectorLayer

from narvard_plugin.store.workspace import create_workspace
from tests.shared import in_campaign

from .small_network import CancelAfter, refused, rows, run

pytestmark = in_campaign
_GIVEN = {"TODAY": "2026-06-20", "OUTPUT": "memory:"}


def told(layer, area="99"):
    return {row["measure"]: row["value"] for row in rows(layer) if row["area_code"] == area}


def fill(workspace, places=((100, 30, 30), (900, 0, 23)), ages=False, code="9901A0010"):
    """People at ``places`` (x, y, people) in one small area."""
    wkt = "MULTIPOLYGON(((-500 -500, 3000 -500, 3000 1500, -500 1500, -500 -500)))"
    areas = pd.DataFrame([(code, "2025", "Ön", code[:4], "99", 50)],
                         columns=["area_code", "vintage", "name", "municipality", "region", "population"])  # fmt: skip
    workspace.write("areas", areas, wkb=[bytes(QgsGeometry.fromWkt(wkt).asWkb())])
    people = pd.DataFrame([(f"p{at}", n, "99", code) for at, (_, _, n) in enumerate(places)],
                          columns=["origin_id", "population", "region", "area_code"])  # fmt: skip
    x, y = (pd.Series([one[axis] for one in places], dtype=float).to_numpy() for axis in (0, 1))
    workspace.write("people", people, xy=(x, y))


@pytest.fixture
def only_people(tmp_path):
    path = str(tmp_path / "people.gpkg")
    with create_workspace(path, "99") as workspace:
        fill(workspace)
    return path


def test_only_people_is_an_atlas_of_people_and_of_what_is_missing(only_people, network, tmp_path):
    html = tmp_path / "a.html"
    results = run(
        "regionreport",
        **_GIVEN,
        WORKSPACE=only_people,
        NETWORK=network,
        OUTPUT_HTML=str(html),
        OUTPUT_PDF=str(tmp_path / "a.pdf"),
    )
    assert told(results["OUTPUT"])["people.population"] == 53 and results["MISSING_COUNT"] == 12
    text = html.read_text("utf-8")
    for wrong in (">nan<", ">None<", "{", "Traceback"):
        assert wrong not in text.split("</style>")[1]


def test_an_island_without_roads_has_no_travel_time_and_is_not_left_out_of_the_share(tmp_path, network):
    path = str(tmp_path / "island.gpkg")
    with create_workspace(path, "99") as workspace:
        fill(workspace, [(100, 30, 30), (9200, 9000, 70)])
        centre = pd.DataFrame([("B", "Berget", "vardcentral", "99")], columns=["facility_id", "name", "type", "region"])
        workspace.write("facilities", centre, xy=(pd.Series([1000.0]).to_numpy(), pd.Series([0.0]).to_numpy()))
    html = tmp_path / "a.html"
    results = run(
        "regionreport", **_GIVEN, WORKSPACE=path, NETWORK=network, PRIMARY="vardcentral", OUTPUT_HTML=str(html)
    )
    found = told(results["OUTPUT"])
    assert found["access.primary.car.share_20"] == 30 and found["access.primary.car.unreached"] == 70
    assert found["vulnerability.primary.second_over_30"] == 100
    assert "hälften av dem som når fram" in html.read_text(
        "utf-8"
    ) and "närmaste vårdcentral/hälsocentral med bil" in html.read_text("utf-8")


def test_a_postgresql_workspace_gives_the_same(only_people, postgres_connection, network):
    server = f"{postgres_connection}/atlas"
    with create_workspace(server, "99") as workspace:
        fill(workspace)
    here, there = (
        told(run("regionreport", **_GIVEN, WORKSPACE=one, NETWORK=network)["OUTPUT"]) for one in (only_people, server)
    )
    assert here == there and here["people.population"] == 53


def test_tables_to_compare_with_that_nobody_expects(only_people, make_layer, tmp_path):
    columns = "region:string,region_name:string,level:string,measure:string,value:string,unit:string,period:string,setting:string,made:string"
    same = ("99", "Påhittad", "region", "people.population", "53", "invånare", "", "", "2020-01-01")
    table = make_layer(columns, [("POINT(0 0)", *same), ("POINT(0 0)", "01", None, "region", "people.population", "många", "invånare", "", "", ""),
                                 ("POINT(0 0)", "02", "<b>Två</b>", "region", "people.population", "7e999", "km", "", "", "")])  # fmt: skip
    html = tmp_path / "a.html"
    run("regionreport", **_GIVEN, WORKSPACE=only_people, COMPARE=[table, table], OUTPUT_HTML=str(html))
    text = html.read_text("utf-8")
    assert (
        "&lt;b&gt;Två&lt;/b&gt;" in text
        and "<b>Två" not in text
        and "Annan enhet" in text
        and "inf" not in text.split('id="compared"')[1]
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_a_sentence(only_people, tmp_path):
    folder = tmp_path / "shut"
    folder.mkdir(mode=0o555)
    refused("cannot|could not", "regionreport", **_GIVEN, WORKSPACE=only_people, OUTPUT_HTML=str(folder / "a.html"))


@pytest.mark.parametrize("asks", range(1, 60, 7))
def test_cancel_at_any_step_leaves_nothing_half_done(only_people, network, tmp_path, asks):
    given = {
        **_GIVEN,
        "WORKSPACE": only_people,
        "NETWORK": network,
        "OUTPUT": str(tmp_path / "a.gpkg"),
        "OUTPUT_HTML": str(tmp_path / "a.html"),
    }
    results = processing.run("narvard:regionreport", given, context=QgsProcessingContext(), feedback=CancelAfter(asks))
    there = (tmp_path / "a.html").exists()
    assert there == ("CHAPTER_COUNT" in results) == (tmp_path / "a.gpkg").exists()
    assert not there or QgsVectorLayer(str(tmp_path / "a.gpkg"), "", "ogr").featureCount() > 0
