"""Scenarios in QGIS: edited in the attribute table, copied, and applied to a register."""

import pandas as pd
import pytest
from qgis import processing
from qgis.core import NULL, QgsFeature, QgsProcessingContext, QgsVectorLayer

from narvard_plugin.algorithms.scenario_account import _fault_texts, _note_texts
from narvard_plugin.core.scenarios.changes import FAULTS, NOTES
from narvard_plugin.store.workspace import create_workspace, open_workspace

from .small_network import CancelAfter, Listening, by_id, refused, rows, run

EKHAMN = "99-lansdelssjukhus-001"
DAY_AND_NIGHT = "akutmottagning_dygnet_runt"


@pytest.fixture
def register(make_layer):
    """A hospital, a centre that closes in 2019 and a station that opens in 2031."""
    return make_layer(
        "facility_id:string,name:string,type:string,role:string,region:string,opened:integer,closed:integer",
        [
            ("POINT(500000 6300000)", "H", "Sjukhuset", "lansdelssjukhus", "akutsjukhus", "99", 1990, None),
            ("POINT(501000 6300000)", "C", "Centralen", "vardcentral", None, "99", 1980, 2019),
            ("POINT(502000 6300000)", "S", "Stationen", "ambulansstation", None, "99", 2031, None),
        ],
    )


@pytest.fixture
def services(make_layer):
    rows = [("H", "akut", "1-7", 2000, None), ("H", "geriatrik", "1-5", 2000, 2028), ("C", "akut", "1-5", 2000, None)]
    fields = "facility_id:string,service:string,weekdays:string,from_year:integer,to_year:integer"
    return make_layer(fields, [(None, *row) for row in rows], kind="None")


CHANGE_FIELDS = (
    "scenario:string,facility_id:string,action:string,year:integer,x:double,y:double,type:string,service:string,"
    "capacity:double,operator:string,name:string,region:string"
)


@pytest.fixture
def changes(make_layer, tmp_path):
    """``changes({"facility_id": "H", "action": "close", "year": 2028})``: a file with such rows."""
    names = [field.split(":")[0] for field in CHANGE_FIELDS.split(",")]

    def make(*found):
        table = make_layer(CHANGE_FIELDS, [(None, *(row.get(name) for name in names)) for row in found], kind="None")
        return processing.run("native:savefeatures", {"INPUT": table, "OUTPUT": str(tmp_path / "changes.gpkg")})[
            "OUTPUT"
        ]

    return make


def apply(register, changes=None, year=2028, **more):
    given = {"FACILITIES": register, "CHANGES": changes, "YEAR": year, "OUTPUT": "TEMPORARY_OUTPUT", **more}
    return run("applyscenario", **given)


def row(facility="H", action="close", year=2028, scenario="A", **rest):
    return {"scenario": scenario, "facility_id": facility, "action": action, "year": year, **rest}


# --- the attribute table ----------------------------------------------------------------------------------------


@pytest.fixture
def workspace(tmp_path):
    path = str(tmp_path / "arbetsyta.gpkg")
    with create_workspace(path, "99") as made:
        made.write("scenarios", pd.DataFrame({"scenario": ["A"], "description": ["Först"], "year": [2030]}))
        made.write(
            "scenario_changes",
            pd.DataFrame([row(), row("N", "open", x=500000.0, y=6300000.0, type="mobilt_team", name="Teamet")]),
        )
    return path


def table_of(path, name):
    with open_workspace(path) as workspace:
        layer = QgsVectorLayer(workspace.layer_source(name), name, "ogr")
    assert layer.isValid()
    return layer


def added(layer, **values):
    feature = QgsFeature(layer.fields())
    for name, value in values.items():
        feature[name] = value
    assert layer.addFeature(feature)


def test_a_scenario_is_edited_in_the_attribute_table(workspace):
    layer = table_of(workspace, "scenario_changes")
    first, second = sorted(feature.id() for feature in layer.getFeatures())
    assert layer.startEditing()
    assert layer.changeAttributeValue(first, layer.fields().indexOf("year"), 2035)
    assert layer.deleteFeature(second)
    added(layer, **row("S", "add_service", 2029, service="akut", hours="08:00-16:00"))
    assert layer.commitChanges(), layer.commitErrors()
    with open_workspace(workspace) as opened:
        table = opened.read("scenario_changes")
    assert table[["facility_id", "action", "year"]].values.tolist() == [
        ["H", "close", 2035],
        ["S", "add_service", 2029],
    ]
    assert table["hours"].tolist() == [None, "08:00-16:00"]


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (row(action="shut"), "choices:action"),
        (row(action="move"), "place_when_moved"),
        (row(year=28), "range:year"),
        (row(year=None), "NOT NULL"),
        (row(scenario="Z"), "FOREIGN KEY"),
        (row(action="add_service"), "service_named"),
    ],
)
def test_a_row_that_breaks_a_rule_is_refused_when_saved_and_can_be_mended(workspace, bad, why):
    layer = table_of(workspace, "scenario_changes")
    layer.startEditing()
    added(layer, **row("S", year=2040))  # a good row beside the bad one
    added(layer, **bad)
    assert not layer.commitChanges()
    assert why in " ".join(layer.commitErrors())
    assert layer.isEditable()  # the rows are still there to be mended
    with open_workspace(workspace) as opened:
        assert len(opened.read("scenario_changes")) == 2  # nothing half-written
    layer.rollBack()


def test_a_target_value_is_entered_in_the_attribute_table(workspace):
    layer = table_of(workspace, "malvarde")
    value = {"indicator": "restid", "area_code": "99", "area_level": "region", "year": 2030, "target": 20.0}
    layer.startEditing()
    added(layer, **value, better="lower", decided_by="Regionfullmäktige", decided_date="2026-06-15")
    assert layer.commitChanges(), layer.commitErrors()
    layer.startEditing()
    added(layer, **value, better="higher")  # the same indicator, area and year
    assert not layer.commitChanges() and "UNIQUE" in " ".join(layer.commitErrors())
    layer.rollBack()


# --- copyscenario -----------------------------------------------------------------------------------------------


def test_a_copy_has_every_change_and_stands_by_itself(workspace):
    result = run("copyscenario", WORKSPACE=workspace, SCENARIO="A", NEW_NAME="A 2040", YEAR=2040)
    assert (result["SCENARIO"], result["CHANGE_COUNT"]) == ("A 2040", 2)
    with open_workspace(workspace) as opened:
        scenarios, table = opened.read("scenarios"), opened.read("scenario_changes")
    copy = scenarios.set_index("scenario").loc["A 2040"]
    assert (copy["year"], copy["based_on"], copy["description"]) == (2040, "A", "Först")
    first, second = (table[table["scenario"] == name].drop(columns="scenario") for name in ("A", "A 2040"))
    assert first.reset_index(drop=True).equals(second.reset_index(drop=True))


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"NEW_NAME": "A"}, "already a scenario called A"),
        ({"SCENARIO": "B", "NEW_NAME": "C"}, "no scenario called B. It has: A"),
        ({"NEW_NAME": "  "}, "needs a name"),
    ],
)
def test_a_copy_that_cannot_be_made_changes_nothing(workspace, given, words):
    refused(words, name="copyscenario", **{"WORKSPACE": workspace, "SCENARIO": "A", **given})
    with open_workspace(workspace) as opened:
        assert len(opened.read("scenarios")) == 1 and len(opened.read("scenario_changes")) == 2


# --- applyscenario ----------------------------------------------------------------------------------------------


def test_the_register_as_it_stands_after_a_scenario(register, services, changes, make_layer):
    capacity = make_layer("facility_id:string,kind:string,value:double,date:date", [(None, "H", "vardplatser", 105.0, None)], kind="None")  # fmt: skip
    table = changes(
        row("H", "change_role", type="narsjukhus"),
        row("H", "move", x=503000.0, y=6301000.0),
        row("H", "remove_service", service="akut"),
        row("H", "add_service", service="akutmottagning_dagtid"),
        row("H", "capacity", service="vardplatser", capacity=40.0),
        row("N", "open", x=504000.0, y=6302000.0, type="mobilt_team", name="Teamet", operator="Regionen", region="99"),
        row("N", "capacity", service="fordon", capacity=2.0),
        row("H", "close", year=2035),
    )
    result = apply(
        register, table, SERVICES=services, CAPACITY=capacity, SERVICES_OUTPUT="TEMPORARY_OUTPUT",
        CAPACITY_OUTPUT="TEMPORARY_OUTPUT", LEFT_OUT="TEMPORARY_OUTPUT",
    )  # fmt: skip
    found = by_id(result["OUTPUT"])
    assert list(found) == ["H", "N"]
    hospital, team = found["H"], found["N"]
    assert (hospital["type"], hospital["role"], hospital["scenario_status"]) == ("narsjukhus", NULL, "moved")
    assert hospital["scenario_actions"] == "move, change_role, capacity, remove_service, add_service"
    assert (team["name"], team["operator"], team["opened"], team["scenario_status"]) == (
        "Teamet",
        "Regionen",
        2028,
        "opened",
    )
    places = {f["facility_id"]: f.geometry().asWkt(0) for f in result["OUTPUT"].getFeatures()}
    assert places == {"H": "Point (503000 6301000)", "N": "Point (504000 6302000)"}
    left = {row["facility_id"]: row["scenario_status"] for row in rows(result["LEFT_OUT"])}
    assert left == {"C": "closed_before", "S": "not_yet_open"}
    offered = rows(result["SERVICES_OUTPUT"])
    assert [(r["facility_id"], r["service"], r["from_year"]) for r in offered] == [
        ("H", "geriatrik", 2000), ("H", "akutmottagning_dagtid", 2028)
    ]  # fmt: skip
    assert (offered[1]["care_form"], offered[1]["urgency"]) == ("oppenvard", "akut")  # the catalogue's only ones
    held = [(r["facility_id"], r["kind"], r["value"], r["date"].year()) for r in rows(result["CAPACITY_OUTPUT"])]
    assert held == [("H", "vardplatser", 40.0, 2028), ("N", "fordon", 2.0, 2028)]
    closed = apply(register, table, year=2035, LEFT_OUT="TEMPORARY_OUTPUT")
    assert list(by_id(closed["OUTPUT"])) == ["S", "N"]
    assert by_id(closed["LEFT_OUT"])["H"]["scenario_status"] == "closed"
    assert by_id(closed["LEFT_OUT"])["H"]["closed"] == 2035


def test_without_changes_it_is_what_is_decided_already(register):
    assert list(by_id(apply(register, year=2018)["OUTPUT"])) == ["H", "C"]
    assert list(by_id(apply(register, year=2031)["OUTPUT"])) == ["H", "S"]


def test_places_of_changes_are_moved_into_the_facilities_system(make_layer, changes):
    degrees = make_layer("facility_id:string", [("POINT(15 57)", "H")], crs="EPSG:4326")
    result = apply(degrees, changes(row("N", "open", x=500000.0, y=6317000.0, type="vardcentral")))
    point = next(f for f in result["OUTPUT"].getFeatures() if f["facility_id"] == "N").geometry().asPoint()
    assert point.x() == pytest.approx(15, abs=1e-6) and point.y() == pytest.approx(57, abs=0.01)
    assert by_id(result["OUTPUT"])["N"]["type"] == "vardcentral"  # a column that the layer did not have


def test_points_on_the_map_can_be_the_changes(register, make_layer):
    drawn = make_layer(
        "facility_id:string,action:string,year:integer,x:double,y:double",
        [("POINT(15 57)", "H", "move", 2028, None, None)],
        crs="EPSG:4326",
    )
    moved = next(apply(register, drawn)["OUTPUT"].getFeatures()).geometry().asPoint()
    assert moved.x() == pytest.approx(500000, abs=0.01)
    twofold = make_layer(
        "facility_id:string,action:string,year:integer,x:double,y:double",
        [("POINT(500000 6300000)", "H", "move", 2028, 500100.0, 6300000.0)],
    )
    given = {"FACILITIES": register, "CHANGES": twofold, "YEAR": 2028, "OUTPUT": "TEMPORARY_OUTPUT"}
    refused("not where their point is: row 1", name="applyscenario", **given)


@pytest.mark.parametrize(("x", "y"), [(15.0, 56.8), (6300000.0, 500000.0)])
def test_a_place_in_another_system_or_with_its_numbers_swapped_is_told(register, changes, x, y):
    feedback = Listening()
    table = changes(row("N", "open", x=x, y=y, type="vardcentral"), row("S", "move", x=500000.0, y=6390000.0))
    given = {"FACILITIES": register, "CHANGES": table, "YEAR": 2028, "OUTPUT": "memory:"}
    processing.run("narvard:applyscenario", given, feedback=feedback)
    assert "1 rows of CHANGES have a place far from all facilities: 1 (N)" in feedback.said


def test_a_capacity_that_is_no_number_is_refused_not_left_out(register, services, make_layer):
    fields = "facility_id:string,action:string,year:integer,service:string,capacity:string"
    table = make_layer(fields, [(None, "H", "add_service", 2028, "bb", "tolv")], kind="None")
    given = {"FACILITIES": register, "SERVICES": services, "CHANGES": table, "YEAR": 2028}
    refused(r"number of at least 0: 1 \(H, bb\)", name="applyscenario", OUTPUT="TEMPORARY_OUTPUT", **given)


def test_the_scenario_is_chosen_by_name(register, changes):
    table = changes(row(), row("S", year=2020, scenario="B"), row("S", scenario=None))
    given = {
        "name": "applyscenario", "FACILITIES": register, "CHANGES": table, "YEAR": 2028, "OUTPUT": "TEMPORARY_OUTPUT"
    }  # fmt: skip
    refused("several scenarios: A, B", **given)
    refused("no scenario called Ö. It has: A, B", SCENARIO="Ö", **given)
    refused("SCENARIO needs CHANGES", **{**given, "CHANGES": None, "SCENARIO": "A"})
    assert list(by_id(apply(register, table, SCENARIO="B")["OUTPUT"])) == ["H"]
    feedback = Listening()
    given.pop("name")
    processing.run("narvard:applyscenario", {**given, "SCENARIO": "A", "OUTPUT": "memory:"}, feedback=feedback)
    assert "1 rows of CHANGES belong to no scenario" in feedback.said


def test_what_cannot_be_done_is_refused_with_every_row(register, changes, make_layer, tmp_path):
    table = changes(row("X"), row("N", "open"), row("H", "open", x=1.0, y=1.0), row("H", "remove_service"))
    given = {"name": "applyscenario", "FACILITIES": register, "YEAR": 2028, "OUTPUT": "TEMPORARY_OUTPUT"}
    for words in (r"not in FACILITIES.*1 \(X\)", r"without x and y: 2 \(N\)", r"stands already: 3 \(H\)", r"without naming it: 4"):  # fmt: skip
        refused(words, CHANGES=table, **given)
    numbered = make_layer("facility_id:string,type:integer", [("POINT(0 0)", "H", 1)])
    role = changes(row("H", "change_role", type="narsjukhus"))
    refused("holds numbers", **{**given, "FACILITIES": numbered, "CHANGES": role})
    refused("has no field action", CHANGES=register, **given)
    refused("SERVICES_OUTPUT needs SERVICES", SERVICES_OUTPUT="TEMPORARY_OUTPUT", **given)
    twice = make_layer("facility_id:string", [("POINT(0 0)", "H"), ("POINT(1 1)", "H")])
    refused("repeated", **{**given, "FACILITIES": twice})
    nameless = make_layer("facility_id:string", [("POINT(0 0)", None)])
    refused("no value in the id field", **{**given, "FACILITIES": nameless})
    again = apply(register, OUTPUT=str(tmp_path / "again.gpkg"))["OUTPUT"]
    refused("PREFIX", **{**given, "FACILITIES": again})
    assert "b_scenario_status" in by_id(apply(again, PREFIX="b_")["OUTPUT"])["H"]


def test_every_reason_has_a_sentence():
    assert sorted(_fault_texts()) == sorted(FAULTS) and sorted(_note_texts()) == sorted(NOTES)


def test_cancel_writes_nothing(register, changes, tmp_path):
    for asks in (0, 2, 4):
        target = tmp_path / f"{asks}.gpkg"
        parameters = {"FACILITIES": register, "CHANGES": changes(row()), "YEAR": 2020, "OUTPUT": str(target)}
        processing.run("narvard:applyscenario", parameters, context=QgsProcessingContext(), feedback=CancelAfter(asks))
        assert not target.exists()


# --- comparescenarios -------------------------------------------------------------------------------------------
