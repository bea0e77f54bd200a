"""Who changed what, when and with what tool: nothing slips past, and nothing of it can be changed."""

import json

import pandas as pd
import pytest
from osgeo import ogr
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

from narvard_plugin.store import errors
from narvard_plugin.store.audit import KEPT_BY_HAND
from narvard_plugin.store.register import TABLES
from narvard_plugin.store.workspace import create_workspace, open_workspace

SQUARE = bytes(ogr.CreateGeometryFromWkt("POLYGON((0 0,9 0,9 9,0 9,0 0))").ExportToWkb())
WIDER = bytes(ogr.CreateGeometryFromWkt("POLYGON((0 0,8 0,9 9,0 9,0 0))").ExportToWkb())
ONE_ROW = {
    "facilities": {"facility_id": "a", "name": "n", "type": "t"},
    "capacity": {"facility_id": "a", "kind": "k", "value": 1},
    "services": {"facility_id": "a", "service": "s"},
    "scenarios": {"scenario": "B"},
    "scenario_changes": {"scenario": "B", "facility_id": "a", "action": "close", "year": 2030},
    "malvarde": {
        "indicator": "i",
        "area_code": "0",
        "area_level": "deso",
        "year": 2030,
        "target": 1,
        "better": "lower",
    },
    "divisions": {"zone_id": "z", "kind": "k"},
    "grant_followup": {"unit_id": "u", "year": 2024, "effort": "e", "indicator": "i"},
}


@pytest.fixture
def workspace(store):
    with create_workspace(store.text, "99", who="Åsa", tool="importfacilities") as made:
        yield made


def told(workspace, *columns):
    """Rows of the audit; JSON as what it says."""
    rows = workspace.read("audit").astype(object).where(lambda frame: frame.notna(), None)
    for name in ("before", "after"):
        rows[name] = [None if text is None else json.loads(text) for text in rows[name]]
    return [tuple(row) for row in rows[list(columns)].itertuples(index=False)]


def test_every_change_of_a_hand_kept_row_is_told_with_what_stood_there(workspace, facilities):
    rows = facilities("a", 'b "å" \n')
    workspace.refresh("facilities", rows, xy=([500000.0, 1.0], [6400000.25, 2.0]))
    workspace.refresh("facilities", rows[:1].assign(name="Ny"), xy=([500001.0], [6400000.25]))
    columns = ("who", "tool", "table_name", "action", "row_key", "added", "changed", "removed")
    who = ("Åsa", "importfacilities", "facilities")
    assert sorted(told(workspace, *columns)) == sorted(
        [
            (*who, "insert", "a", 1, 0, 0),
            (*who, "insert", 'b "å" \n', 1, 0, 0),
            (*who, "delete", 'b "å" \n', 0, 0, 1),
            (*who, "update", "a", 0, 1, 0),
        ]
    )
    (before, after), *_ = [pair for *pair, action in told(workspace, "before", "after", "action") if action == "update"]
    assert (before["name"], before["geom"]) == ("Enhet a", "POINT(500000.000 6400000.250)")
    assert (after["name"], after["geom"], after["opened"]) == ("Ny", "POINT(500001.000 6400000.250)", None)
    times = workspace.read("audit")["time"]
    assert times.str.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z").all()


@pytest.mark.parametrize("table", KEPT_BY_HAND)
def test_every_column_of_every_hand_kept_table_is_told(workspace, table):
    with workspace.transaction():
        for parent in ("facilities", "scenarios"):
            if parent != table:
                workspace.write(parent, pd.DataFrame([ONE_ROW[parent]]))
        workspace.write(table, pd.DataFrame([ONE_ROW[table]]))
    ((after,),) = [(row,) for row, name in told(workspace, "after", "table_name") if name == table]
    columns = set(TABLES[table].column_names)
    assert set(after) == (columns | {"geom"} if TABLES[table].geometry else columns)


def test_another_shape_of_a_zone_is_told(workspace):
    zone = pd.DataFrame([ONE_ROW["divisions"]])
    for shape in (None, SQUARE, SQUARE, WIDER):
        workspace.refresh("divisions", zone, wkb=[shape])
    told_shapes = [(before["geom"], after["geom"]) for before, after in told(workspace, "before", "after") if before]
    assert len(told_shapes) == 2  # the same shape again is no change
    assert told_shapes[0][0] is None
    assert all(before != after for before, after in told_shapes)


def test_a_mass_table_is_one_row_for_each_write_and_refresh(workspace):
    people = pd.DataFrame({"origin_id": ["1", "2", "3"], "population": 1})
    workspace.write("people", people)
    workspace.write("people", people[:2], mode="replace")
    workspace.refresh("people", people.assign(population=[1, 2, 3]))
    workspace.refresh("people", people.assign(population=[1, 2, 3]))  # nothing changed, nothing told
    workspace.refresh("people", people[:1], keep_missing=True)  # nothing removed, nothing told
    assert told(workspace, "who", "tool", "table_name", "action", "row_key", "added", "changed", "removed") == [
        ("Åsa", "importfacilities", "people", "write", None, 3, 0, 0),
        ("Åsa", "importfacilities", "people", "write", None, 2, 0, 3),
        ("Åsa", "importfacilities", "people", "refresh", None, 1, 1, 0),
    ]


def test_what_was_not_kept_is_not_told(workspace, facilities):
    with workspace.transaction():
        with pytest.raises(errors.RowRefused):
            workspace.write("facilities", facilities("a", "a"))
        workspace.write("facilities", facilities("b"))
    with pytest.raises(errors.ReferenceMissing):
        workspace.write("capacity", pd.DataFrame([ONE_ROW["capacity"]]))
    assert told(workspace, "who", "row_key") == [("Åsa", "b")]


def edited_in_qgis(workspace):
    """Add, change and delete features of the layer facilities as the attribute table and the map do."""
    layer = QgsVectorLayer(workspace.layer_source("facilities"), "facilities", workspace.provider)
    assert layer.isValid()
    assert layer.startEditing()
    feature = QgsFeature(layer.fields())
    for name, value in {"facility_id": "ny", "name": "Ekhamns hälsocentral", "type": "vardcentral"}.items():
        feature[name] = value
    feature.setGeometry(QgsGeometry.fromWkt("POINT(600000.5 6300000)"))
    assert layer.addFeature(feature)
    assert layer.commitChanges(), layer.commitErrors()
    assert layer.startEditing()
    (first, second) = sorted(layer.getFeatures(), key=lambda one: one["facility_id"])
    assert layer.changeAttributeValue(second.id(), layer.fields().indexOf("name"), "Ekhamn")
    assert layer.deleteFeature(first.id())
    assert layer.commitChanges(), layer.commitErrors()


def test_an_edit_in_qgis_is_told_too(workspace, facilities):
    workspace.write("facilities", facilities("a"), xy=([1.0], [2.0]))
    edited_in_qgis(workspace)
    who = None if workspace.provider == "ogr" else "postgres"
    assert sorted(told(workspace, "action", "row_key", "who", "tool")) == sorted(
        [
            ("insert", "a", "Åsa", "importfacilities"),
            ("insert", "ny", who, None),
            ("update", "ny", who, None),
            ("delete", "a", who, None),
        ]
    )
    geometries = [after["geom"] for action, after in told(workspace, "action", "after") if action == "update"]
    assert geometries == ["POINT(600000.500 6300000.000)"]


def test_the_audit_only_grows(workspace, store, facilities):
    workspace.write("facilities", facilities("a"))
    before = workspace.read("audit")
    workspace.close()
    changes = ["UPDATE audit SET who = 'x'", "DELETE FROM audit"]
    changes.append(
        "INSERT OR REPLACE INTO audit (fid, time, table_name, action, added, changed, removed) "
        "VALUES (1, '2026-01-02T03:04:05.000Z', 'x', 'write', 0, 0, 0)"
        if workspace.provider == "ogr"
        else "TRUNCATE audit"
    )
    for change in changes:
        with pytest.raises(store.refused, match="append-only"):
            store.execute(change)
    with open_workspace(store.text) as again:
        pd.testing.assert_frame_equal(again.read("audit"), before)
        with pytest.raises(errors.AppendOnly):
            again.write("audit", before[:0], mode="replace")


def test_a_choice_of_method_is_logged_with_who_and_why(workspace):
    workspace.log("45 min", "beslut 2026-03-01", parameters={"BREAKS": [15, 45], "namn": "Öland"})
    workspace.log("60 min", tool="planner")
    rows = workspace.read("method_log")
    assert rows["who"].tolist() == ["Åsa", "Åsa"]
    assert rows["tool"].tolist() == ["importfacilities", "planner"]
    assert rows["reason"].tolist() == ["beslut 2026-03-01", None]
    assert json.loads(rows["parameters"][0]) == {"BREAKS": [15, 45], "namn": "Öland"}


def test_who_writes_is_the_account_when_nobody_says(store):
    with create_workspace(store.text, "99") as made:
        assert made.who
        made.write("scenarios", pd.DataFrame([ONE_ROW["scenarios"]]))
        assert told(made, "who", "tool") == [(made.who, None)]
