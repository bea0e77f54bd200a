"""The sample county as users get it: layers that load, a workspace that opens, and never half a folder."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import numpy as np
import pytest
from osgeo import ogr
from qgis import processing
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

from narvard_plugin.adapters.samplefolder import FILES, LAYERS, MARK, FilesInTheWayError, check_folder, new_content
from narvard_plugin.store.workspace import open_workspace
from tests.shared import campaign

from .conftest import FOLDER, HOW_IT_WAS_MADE, NETWORK

MADE_UP = "Exempellän (påhittat)"


@pytest.fixture(scope="module")
def how(county):
    """What the tool gave and asked when the county of all tests was made."""
    return json.loads((county.folder / HOW_IT_WAS_MADE).read_text("utf8"))


@pytest.fixture(scope="module")
def made(county, how):
    return {name: value.replace(FOLDER, str(county.folder)) for name, value in how["results"].items()}


def layer(source):
    found = QgsVectorLayer(source, "layer", "ogr")
    assert found.isValid()
    return found


def test_folder_holds_the_files_and_nothing_else(made):
    assert {path.name for path in Path(made["FOLDER"]).iterdir()} - {HOW_IT_WAS_MADE, NETWORK} == set(FILES)
    assert Path(made["GTFS"]).is_file()
    assert Path(made["PLANS"]).is_file()


@pytest.mark.parametrize(
    ("output", "fewest", "columns"),
    [
        ("ROADS", 30_000, "F_Hogst_225 B_Hogst_225 Klass_181 F_ForbjudenFardriktning Farjeled Vagtr_474 source"),
        ("PEOPLE", 10_000, "origin_id population region area_code age_0_4 age_85_plus population_july source"),
        (
            "FACILITIES",
            400,
            "facility_id name type role huvudman driftsform operator region municipality opened closed source source_date",
        ),
        ("AREAS", 150, "area_code vintage name municipality region population area_type area_type_2015 source"),
    ],
)
def test_layers(made, output, fewest, columns):
    found = layer(made[output])
    assert found.crs().authid() == "EPSG:3006"
    assert found.featureCount() >= fewest
    assert set(columns.split()) <= set(found.fields().names())
    assert found.uniqueValues(found.fields().indexFromName("source")) == {MADE_UP}


def test_services_are_a_table_of_the_contract(made):
    found = layer(made["SERVICES"])
    assert not found.isSpatial()
    names = "facility_id service care_form urgency weekdays hours beds volume from_year to_year"
    assert set(names.split()) <= set(found.fields().names())
    assert found.featureCount() > 600


def test_every_layer_is_marked_and_every_geometry_is_whole(made):
    for file in (made["ROADS"].split("|")[0], made["PLANS"]):
        whole = QgsVectorLayer(file, "all", "ogr")
        for part in whole.dataProvider().subLayers():
            name = part.split("!!::!!")[1]
            found = layer(f"{file}|layername={name}")
            assert found.fields().indexFromName("source") >= 0 or name == "layer_styles", name
            if found.isSpatial() and name != "roads":
                assert all(feature.geometry().isGeosValid() for feature in found.getFeatures()), name


def test_every_table_of_the_workspace_is_marked(made):
    container = ogr.Open(made["WORKSPACE"])
    answer = container.ExecuteSQL("SELECT table_name, identifier, description FROM gpkg_contents")
    told = {row.GetField(0): (row.GetField(1), row.GetField(2)) for row in answer}
    container.ReleaseResultSet(answer)
    assert {"people", "areas", "statistics", "listings", "scenarios"} <= set(told)
    assert all("påhittat" in text for texts in told.values() for text in texts)


def test_workspace_holds_the_county(made):
    with open_workspace(made["WORKSPACE"], writable=False) as workspace:
        assert workspace.region == "99"
        tables = {name: workspace.read(name) for name in workspace.tables}
    filled = {name for name, rows in tables.items() if len(rows)}
    nobody_fetched = {"plan_items", "plan_checks", "plan_provisions", "frozen_bases"}
    nobody_reviewed = {"checklists", "checks", "evidence", "remarks", "statements", "plan_files"}
    assert filled == set(tables) - {"method_log", *nobody_fetched, *nobody_reviewed}
    assert len(tables["facilities"]) == layer(made["FACILITIES"]).featureCount()
    assert tables["people"]["population"].sum() > 250_000
    assert set(tables["scenario_changes"]["scenario"]) == {"A", "B", "C"}


def test_timetable_reads_as_text(made):
    with zipfile.ZipFile(made["GTFS"]) as archive:
        stops = list(csv.DictReader(io.TextIOWrapper(archive.open("stops.txt"), "utf-8")))
        assert {info.date_time for info in archive.infolist()} == {(2024, 12, 31, 0, 0, 0)}
    assert all(19 < float(stop["stop_lon"]) < 22 and 55 < float(stop["stop_lat"]) < 59 for stop in stops)


def test_cancel_is_asked_all_the_way(how):
    """Geography, care and people, files and workspace: each asks often enough for a second not to pass in between."""
    geography, care, files = np.histogram(how["asked_at"], bins=[0, 22, 55, 101])[0]
    assert geography >= 12
    assert care >= 60
    assert files >= 25


@pytest.mark.parametrize("percent", [1, 10, 20, 91][: campaign(2, 4)])
def test_cancel_leaves_nothing(tmp_path, percent):
    folder = tmp_path / "new"
    feedback = QgsProcessingFeedback()
    feedback.progressChanged.connect(lambda done: feedback.cancel() if done >= percent else None)
    tool = QgsApplication.processingRegistry().createAlgorithmById("narvard:samplecounty")
    results, _ = tool.run({"FOLDER": str(folder)}, QgsProcessingContext(), feedback)
    assert results.get("ROADS") is None
    assert not folder.exists()


def test_other_files_are_left_alone(tmp_path):
    (tmp_path / LAYERS).write_text("mine")
    with pytest.raises(QgsProcessingException, match=LAYERS):
        processing.run("narvard:samplecounty", {"FOLDER": str(tmp_path)})
    assert [path.name for path in tmp_path.iterdir()] == [LAYERS]


def stop_half_way(folder):
    with new_content(folder) as content:
        (content / LAYERS).write_text("half")
        raise RuntimeError("half-way")


def test_own_files_are_replaced_whole_or_not_at_all(tmp_path):
    mark = '{"made_by": "narvard:samplecounty"}'
    with new_content(tmp_path) as first:
        (first / MARK).write_text(mark)
        (first / LAYERS).write_text("old")
    (tmp_path / "notes.txt").write_text("mine")
    check_folder(tmp_path)
    with pytest.raises(RuntimeError, match="half-way"):
        stop_half_way(tmp_path)
    assert (tmp_path / LAYERS).read_text() == "old"
    with new_content(tmp_path) as third:
        (third / MARK).write_text(mark)
        (third / LAYERS).write_text("new")
    assert (tmp_path / LAYERS).read_text() == "new"
    assert {path.name for path in tmp_path.iterdir()} == {LAYERS, MARK, "notes.txt"}
    (tmp_path / MARK).unlink()
    with pytest.raises(FilesInTheWayError):
        check_folder(tmp_path)
