"""Create workspace, run the way users run it, and what QGIS then shows."""

import sqlite3

import pandas as pd
import pytest
from osgeo import ogr
from qgis import processing
from qgis.core import QgsProcessingException, QgsVectorLayer, QgsWkbTypes

from narvard_plugin.store import geopackage
from narvard_plugin.store.workspace import create_workspace, open_workspace

from .small_network import Listening


def run(path, region="08"):
    return processing.run("narvard:createworkspace", {"WORKSPACE": str(path), "REGION": region})


@pytest.fixture
def path(tmp_path):
    return tmp_path / "Kalmar län.gpkg"


def test_it_makes_a_workspace_and_says_where(path):
    assert run(path) == {"WORKSPACE": str(path)}
    with open_workspace(str(path)) as workspace:
        assert workspace.region == "08"
        assert workspace.read("workspace")["crs"].tolist() == ["EPSG:3006"]


@pytest.mark.parametrize(
    ("table", "kind", "aliases"),
    [
        ("facilities", QgsWkbTypes.Type.Point, {"facility_id": "Enhetens id", "opened": "Öppnad (år)"}),
        ("areas", QgsWkbTypes.Type.MultiPolygon, {"vintage": "Indelningens årgång"}),
        ("people", QgsWkbTypes.Type.Point, {"age_85_plus": "85 år och äldre"}),
        ("waiting_times", QgsWkbTypes.Type.NoGeometry, {"share_over_90d": "Andel som väntat över 90 dagar"}),
    ],
)
def test_qgis_shows_layers_with_swedish_names(path, table, kind, aliases):
    run(path)
    layer = QgsVectorLayer(f"{path}|layername={table}", table, "ogr")
    assert layer.isValid()
    assert layer.wkbType() == kind
    if kind != QgsWkbTypes.Type.NoGeometry:
        assert layer.crs().authid() == "EPSG:3006"
    assert {name: layer.attributeAlias(layer.fields().indexOf(name)) for name in aliases} == aliases


def test_an_edit_in_qgis_is_read_back_and_stopped_by_the_same_rules(path):
    run(path)
    rows = pd.DataFrame({"facility_id": ["a"], "name": "A", "type": "vardcentral"})
    with open_workspace(str(path)) as workspace:
        workspace.write("facilities", rows, xy=([600000.0], [6300000.0]))
    layer = QgsVectorLayer(f"{path}|layername=facilities", "facilities", "ogr")
    name, region = layer.fields().indexOf("name"), layer.fields().indexOf("region")
    assert layer.dataProvider().changeAttributeValues({1: {name: "Ekhamns hälsocentral"}})
    assert not layer.dataProvider().changeAttributeValues({1: {region: "Kalmar"}})
    with open_workspace(str(path)) as workspace:  # while the layer is open in QGIS
        workspace.write("facilities", rows.assign(facility_id="b"), xy=([1.0], [2.0]))
        assert workspace.read("facilities")["name"].tolist() == ["Ekhamns hälsocentral", "A"]
        assert workspace.read("facilities")["region"].tolist() == [None, None]


def test_the_same_workspace_again_keeps_its_content(path):
    run(path)
    with open_workspace(str(path)) as workspace:
        workspace.write("sources", pd.DataFrame({"name": ["SCB"], "fetched": [pd.Timestamp("2026-01-01")]}))
    before = path.read_bytes()
    assert run(path) == {"WORKSPACE": str(path)}
    assert path.read_bytes() == before


def test_the_workspace_of_another_region_is_refused(path):
    create_workspace(str(path), "99").close()
    before = path.read_bytes()
    with pytest.raises(QgsProcessingException, match=r"made-up sample county.*not of Region Kalmar"):
        run(path)
    assert path.read_bytes() == before


def test_a_foreign_file_is_refused(path):
    ogr.GetDriverByName("GPKG").CreateDataSource(str(path)).CreateLayer("roads")
    before = path.read_bytes()
    with pytest.raises(QgsProcessingException, match="not a Närvård workspace"):
        run(path)
    assert path.read_bytes() == before


def test_a_newer_workspace_is_refused(path):
    run(path)
    with sqlite3.connect(path) as newer:
        newer.execute("UPDATE workspace SET schema_version = 1000")
    newer.close()
    with pytest.raises(QgsProcessingException, match="Update the plugin"):
        run(path)


@pytest.mark.parametrize(
    ("place", "words"), [("x.shp", "ending in .gpkg"), ("saknas/x.gpkg", "folder .* does not exist")]
)
def test_a_place_that_does_not_work_gets_a_sentence(tmp_path, place, words):
    with pytest.raises(QgsProcessingException, match=words):
        run(tmp_path / place)
    assert list(tmp_path.iterdir()) == []


def test_a_file_on_a_server_is_made_with_a_warning(path, monkeypatch):
    monkeypatch.setattr(geopackage, "is_on_network", lambda place: True)
    feedback = Listening()
    processing.run("narvard:createworkspace", {"WORKSPACE": str(path), "REGION": "08"}, feedback=feedback)
    assert "lies on a server" in feedback.said and "PostgreSQL" in feedback.said


def test_an_unknown_region_is_refused(path):
    with pytest.raises(QgsProcessingException):
        run(path, "26")
    assert not path.exists()
