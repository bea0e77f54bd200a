"""Tools on a workspace in PostgreSQL: they do not know the difference, and QGIS shows what they wrote."""

import itertools

import pandas as pd
import pytest
from qgis.core import QgsVectorLayer

from narvard_plugin.store.workspace import open_workspace

from .small_network import refused, rows, run

SQUARE = "MULTIPOLYGON(((0 0,1 0,1 1,0 1,0 0)))"
WAITING = "lan:string,specialitet:string,matt:string,period:string,antal:string,andel:string"
NUMBERS = itertools.count()


@pytest.fixture(params=["geopackage", "postgresql"])
def workspace(request, tmp_path):
    """The text that names a new workspace, made as users make it."""
    if request.param == "geopackage":
        text = str(tmp_path / "Region Öst.gpkg")
    else:
        text = f"{request.getfixturevalue('postgres_connection')}/vård {next(NUMBERS)}"
    assert run("createworkspace", WORKSPACE=text, REGION="99") == {"WORKSPACE": text}
    return text


def told(workspace):
    with open_workspace(workspace, writable=False) as opened:
        return opened.read("audit")[["table_name", "action", "added", "changed", "removed"]].values.tolist()


def test_a_workspace_that_is_there_is_left_as_it_is_and_another_regions_is_refused(workspace):
    with open_workspace(workspace) as opened:
        opened.write("scenarios", pd.DataFrame({"scenario": ["A"]}))
    assert run("createworkspace", WORKSPACE=workspace, REGION="99") == {"WORKSPACE": workspace}
    refused("not of Region Kalmar", name="createworkspace", WORKSPACE=workspace, REGION="08")
    with open_workspace(workspace) as opened:
        assert opened.read("scenarios")["scenario"].tolist() == ["A"]


def test_an_import_twice_changes_nothing(workspace, make_layer):
    table = make_layer(
        WAITING,
        [
            (None, "99", "ögon", "besök", "2025-01", "1 234", "0,25"),
            (None, "99", "ortopedi", "operation", "2025K1", "..", "0,5"),
            (None, "99", "ortopedi", "operation", "i fjol", "7", "0,5"),
        ],
        kind="None",
    )
    fields = {
        "REGION_FIELD": "lan",
        "SPECIALTY_FIELD": "specialitet",
        "MEASURE_FIELD": "matt",
        "PERIOD_FIELD": "period",
    }
    fields.update(NUMBER_FIELD="antal", SHARE_FIELD="andel", SOURCE="SKR", OUTPUT="TEMPORARY_OUTPUT")
    names = ("ADDED_COUNT", "CHANGED_COUNT", "UNCHANGED_COUNT", "REJECTED_COUNT")
    for expected in ([2, 0, 0, 1], [0, 0, 2, 1]):
        result = run("importwaitingtimes", INPUT=table, WORKSPACE=workspace, **fields)
        assert [result[name] for name in names] == expected
    with open_workspace(workspace, writable=False) as opened:
        layer = QgsVectorLayer(opened.layer_source("waiting_times"), "waiting_times", opened.provider)
        columns = ["specialty", "period", "number", "share_over_90d"]
        stored = opened.read("waiting_times")[columns].astype(object).where(lambda frame: frame.notna(), None)
    expected = [["ögon", "2025-01", 1234, 0.25], ["ortopedi", "2025-Q1", None, 0.5]]
    assert stored.values.tolist() == expected
    shown = [[row[name] for name in columns] for row in rows(layer)]
    assert [[value or None for value in row] for row in shown] == expected
    expected = [["waiting_times", "refresh", 2, 0, 0], ["sources", "write", 1, 0, 0]]
    assert told(workspace) == expected
    changed = make_layer(WAITING, [(None, "99", "ögon", "besök", "2025-01", "1 235", "0,25")], kind="None")
    assert run("importwaitingtimes", INPUT=changed, WORKSPACE=workspace, **fields)["CHANGED_COUNT"] == 1
    assert told(workspace) == [*expected, ["waiting_times", "refresh", 0, 1, 0], ["sources", "write", 1, 0, 0]]


def test_a_copied_scenario_stands_beside_the_first(workspace):
    with open_workspace(workspace) as opened, opened.transaction():
        opened.write("scenarios", pd.DataFrame({"scenario": ["A"], "description": "Först", "year": 2030}))
        change = {"scenario": "A", "facility_id": "x", "action": "move", "year": 2030, "x": 1.5, "y": 2.5}
        opened.write("scenario_changes", pd.DataFrame([change, {**change, "action": "close", "x": None, "y": None}]))
    result = run("copyscenario", WORKSPACE=workspace, SCENARIO="A", NEW_NAME="B", YEAR=2040)
    assert (result["WORKSPACE"], result["CHANGE_COUNT"]) == (workspace, 2)
    refused("already a scenario called B", name="copyscenario", WORKSPACE=workspace, SCENARIO="A", NEW_NAME="B")
    with open_workspace(workspace, writable=False) as opened:
        changes = opened.read("scenario_changes")
        assert opened.read("scenarios")["based_on"].tolist() == [None, "A"]
    assert changes["scenario"].tolist() == ["A", "A", "B", "B"]
    assert changes["x"].fillna(0).tolist() == [1.5, 0, 1.5, 0]
    assert [row[:2] for row in told(workspace)].count(["scenario_changes", "insert"]) == 4


def test_areas_are_held_against_the_targets_of_the_workspace(workspace, make_layer):
    areas = make_layer("area_code:string,minutes:double", [(SQUARE, "9901A0010", 12.0), (SQUARE, "9902A0010", 20.0)])
    target = {"indicator": "restid", "area_level": "municipality", "year": 2030, "better": "lower"}
    with open_workspace(workspace) as opened:
        opened.write("malvarde", pd.DataFrame([{**target, "area_code": "9901", "target": 10.0}]))
        opened.write("areas", pd.DataFrame({"area_code": ["9901A0010"], "vintage": "2025", "population": 15}))
        layer = QgsVectorLayer(opened.layer_source("areas"), "areas", opened.provider)
    asked = {"WORKSPACE": workspace, "INDICATOR": "restid", "YEAR": 2030, "OUTPUT": "TEMPORARY_OUTPUT"}
    result = run("targetgap", AREAS=areas, VALUE="minutes", **asked)
    assert [row["gap"] or None for row in rows(result["OUTPUT"])] == [2.0, None]
    result = run("targetgap", AREAS=layer, VALUE="population", **asked)  # a layer of the workspace itself
    assert [row["gap"] for row in rows(result["OUTPUT"])] == [5.0]
