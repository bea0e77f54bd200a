"""The unpacked package in ``qgis_process``, as a planner without a programmer would have it."""

import numpy as np
import pytest
from osgeo import ogr, osr

from narvard_plugin.algorithms import ALGORITHMS
from tools.headless import Headless
from tools.models import MODELS

HIDE_PANDAS = """
import sys
from importlib.machinery import PathFinder

class WithoutPandas(PathFinder):
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        return None if name == "pandas" else super().find_spec(name, path, target)

sys.meta_path[sys.meta_path.index(PathFinder)] = WithoutPandas
"""


@pytest.fixture
def layer(tmp_path):
    """A GeoPackage in SWEREF 99 TM of ``(wkt, value)`` rows."""

    def make(name, field, kind, rows):
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(3006)
        source = ogr.GetDriverByName("GPKG").CreateDataSource(str(tmp_path / f"{name}.gpkg"))
        table = source.CreateLayer(name, reference)
        table.CreateField(ogr.FieldDefn(field, kind))
        for wkt, value in rows:
            feature = ogr.Feature(table.GetLayerDefn())
            feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
            feature.SetField(field, value)
            table.CreateFeature(feature)
        return tmp_path / f"{name}.gpkg"

    return make


def read(path, layer=0):
    source = ogr.Open(str(path))
    return [feature.items() for feature in source.GetLayer(layer)]


def test_every_tool_is_there(qgis):
    assert qgis.algorithms() == sorted([*(algorithm.ID for algorithm in ALGORITHMS), *MODELS])


def test_a_workspace_is_made(qgis, tmp_path):
    path = tmp_path / "Kalmar län.gpkg"
    assert qgis.run("narvard:createworkspace", {"WORKSPACE": path, "REGION": "08"}) == {"WORKSPACE": str(path)}
    assert ogr.Open(str(path)).GetLayerByName("facilities") is not None


def test_from_roads_to_minutes(qgis, layer, tmp_path):
    roads = layer(
        "roads", "speed", ogr.OFTInteger, [("LINESTRING(500000 6300000, 506000 6300000, 506000 6303000)", 60)]
    )
    people = layer(
        "people", "population", ogr.OFTInteger, [("POINT(500000 6300000)", 30), ("POINT(503000 6300000)", 10)]
    )
    facilities = layer("facilities", "code", ogr.OFTString, [("POINT(506000 6303000)", "A")])
    network = tmp_path / "roads.npz"
    made = qgis.run(
        "narvard:buildnetwork", {"ROADS": roads, "PRESET": "fields", "SPEED_FIELD": "speed", "NETWORK": network}
    )
    assert made["SKIPPED_COUNT"] == 0
    qgis.run(
        "narvard:nearestfacility",
        {
            "NETWORK": network,
            "ORIGINS": people,
            "POPULATION": "population",
            "FACILITIES": facilities,
            "FACILITY_ID": "code",
            "OUTPUT": tmp_path / "nearest.gpkg",
        },
    )
    rows = read(tmp_path / "nearest.gpkg")
    assert [row["facility_1"] for row in rows] == ["A", "A"]
    np.testing.assert_allclose([row["minutes_1"] for row in rows], [9, 6], atol=1e-6)


def test_a_planners_question_is_answered(qgis, county, tmp_path):
    """FACIT story 2 by one ready-made model: who loses by what when Ekhamn's emergency department closes at night."""
    results = ("scenario:FACILITIES_AFTER", "compared:CHANGE", "compared:AREA_CHANGE", "compared:SUMMARY")
    given = {
        "NETWORK": county.network, "PEOPLE": county.layer("people"), "FACILITIES": county.layer("facilities"),
        "SERVICES": county.layer("services"), "CHANGES": county.layer("scenario_changes"), "SCENARIO": "A",
        "YEAR": 2028, "AREAS": county.layer("areas"), "AREA_TYPE": "area_type",
    }  # fmt: skip
    targets = {name: tmp_path / f"{name.split(':')[1].lower()}.gpkg" for name in results}
    qgis.run("narvard:changeofrole", {**given, **targets})
    lost = [row for row in read(targets["compared:CHANGE"]) if row["change"] and row["change"] > 0]
    people = sum(row["population"] for row in lost)
    np.testing.assert_allclose(people, 27_821, rtol=0.01)
    np.testing.assert_allclose(sum(row["population"] * row["change"] for row in lost) / people, 32.9, atol=0.6)
    assert {row["facility_1"] for row in lost} == {"99-lansdelssjukhus-001"}
    measures = {row["measure"]: row for row in read(targets["compared:SUMMARY"]) if row["group_kind"] == "all"}
    assert measures["person_km"]["change"] > 0
    every = {row["area_code"] for row in read(county.folder / "exempellan.gpkg", "areas")}
    assert {row["area_code"] for row in read(targets["compared:AREA_CHANGE"])} == every


def test_a_run_that_fails_says_why(qgis, tmp_path):
    with pytest.raises(RuntimeError, match="does not exist"):
        qgis.run("narvard:createworkspace", {"WORKSPACE": tmp_path / "saknas" / "x.gpkg", "REGION": "08"})


def test_without_pandas_qgis_starts_and_has_no_tools(plugins, tmp_path):
    (tmp_path / "sitecustomize.py").write_text(HIDE_PANDAS, "utf8")
    given = {"PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    without = Headless(plugins, tmp_path / "profile", given).enable()
    assert without.algorithms() == []
