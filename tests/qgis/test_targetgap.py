"""Gap to target values: whose target holds, what is missing, and what is refused."""

import pandas as pd
import pytest
from qgis import processing
from qgis.core import NULL

from narvard_plugin.store.workspace import create_workspace

from .small_network import Listening, refused, rows, run

SQUARE = "POLYGON((0 0,1 0,1 1,0 1,0 0))"
TARGET = "indicator:string,area_code:string,year:integer,target:double,better:string,decided_by:string"


@pytest.fixture
def areas(make_layer):
    return make_layer(
        "area_code:string,minutes:double,people:integer",
        [
            (SQUARE, "9901A0010", 12.0, 100),
            (SQUARE, "9902A0010", 20.0, 200),
            (SQUARE, "9903A0010", 25.0, 300),
            (SQUARE, "9801A0010", 1.0, 400),
            (SQUARE, "9904A0010", None, 500),
        ],
    )


@pytest.fixture
def targets(make_layer):
    found = [
        ("restid", "9901A0010", 2030, 10.0, "lower", "Nämnden"),
        ("restid", "9902", 2030, 20.0, "lower", "Nämnden"),
        ("restid", "99", 2030, 30.0, "lower", "Fullmäktige"),
        ("restid", "99", 2040, 25.0, "lower", "Fullmäktige"),
        ("listade", "99", 2030, 1100.0, "higher", None),
    ]
    return make_layer(TARGET, [(None, *row) for row in found], kind="None")


def gap(areas, targets, **more):
    given = {"AREAS": areas, "VALUE": "minutes", "TARGETS": targets, "INDICATOR": "restid", "YEAR": 2030}
    return run("targetgap", **{**given, "OUTPUT": "TEMPORARY_OUTPUT", **more})


def test_each_area_is_held_against_the_nearest_target(areas, targets):
    result = gap(areas, targets, POPULATION="people", SUMMARY="TEMPORARY_OUTPUT")
    found = [[row[name] for name in ("target", "gap", "met", "target_level", "decided_by")] for row in rows(result["OUTPUT"])]  # fmt: skip
    assert found == [
        [10, 2, False, "own", "Nämnden"],
        [20, 0, True, "municipality", "Nämnden"],
        [30, -5, True, "region", "Fullmäktige"],
        [NULL] * 5,
        [30, NULL, NULL, "region", "Fullmäktige"],
    ]
    counted = {row.pop("group_name"): list(row.values()) for row in rows(result["SUMMARY"])}
    assert counted["all"] == [3, 2, pytest.approx(2 / 3), 600, 500, pytest.approx(5 / 6)]
    assert counted["region"] == [1, 1, 1, 300, 300, 1]
    assert counted["no_target"] == [1, NULL, NULL, 400, NULL, NULL]
    assert counted["no_value"] == [1, NULL, NULL, 500, NULL, NULL]


def test_what_has_no_gap_is_told(areas, targets):
    feedback = Listening()
    given = {"AREAS": areas, "VALUE": "minutes", "TARGETS": targets, "INDICATOR": "restid", "YEAR": 2030}
    processing.run("narvard:targetgap", {**given, "OUTPUT": "memory:"}, feedback=feedback)
    assert "1 areas have no target" in feedback.said and "9801A0010" in feedback.said
    assert "1 areas have a target but no value: 9904A0010" in feedback.said


def test_municipality_and_region_can_be_fields(make_layer, targets):
    layer = make_layer(
        "area_code:string,minutes:double,kommun:string,lan:string",
        [(SQUARE, "east", 5.0, "9902", "98"), (SQUARE, "west", 5.0, None, "99"), (SQUARE, None, 5.0, None, None)],
    )
    found = rows(gap(layer, targets, MUNICIPALITY="kommun", REGION="lan")["OUTPUT"])
    assert [row["target_level"] for row in found] == ["municipality", "region", NULL]


def test_the_targets_can_stand_in_the_workspace(areas, tmp_path):
    path = str(tmp_path / "arbetsyta.gpkg")
    with create_workspace(path, "99") as workspace:
        row = {"indicator": "restid", "area_code": "99", "area_level": "region", "year": 2030, "target": 15.0}
        decided = {"decided_by": "Fullmäktige", "decided_date": "2026-06-15", "unit": "minuter", "better": "lower"}
        workspace.write("malvarde", pd.DataFrame([{**row, **decided}]))
    found = rows(gap(areas, None, WORKSPACE=path)["OUTPUT"])
    assert [row["met"] for row in found] == [True, False, False, NULL, NULL]
    assert (found[0]["decided_by"], found[0]["decided_date"]) == ("Fullmäktige", "2026-06-15")


@pytest.mark.parametrize(
    ("words", "extra", "given"),
    [
        ("no target for väntetid in 2030. There are targets for: listade 2030, restid 2030", None, {"INDICATOR": "väntetid"}),
        ("no target for restid in 2050", None, {"YEAR": 2050}),
        ("repeated .*: 99", ("restid", "99", 2030, 5.0, "lower", None), {}),
        ("1 targets lack .*: 9903", ("restid", "9903", 2030, None, "lower", None), {}),
        ("1 targets lack .*: 9903", ("restid", "9903", 2030, 1.0, "up", None), {}),
        ("do not agree", ("restid", "9903", 2030, 1.0, "higher", None), {}),
        ("either WORKSPACE or TARGETS", None, {"WORKSPACE": "x.gpkg"}),
        ("There is no workspace", None, {"TARGETS": None, "WORKSPACE": "/nowhere/x.gpkg"}),
        ("AREA_CODE must name a field", None, {"AREA_CODE": ""}),
    ],
)  # fmt: skip
def test_what_is_unclear_is_refused(areas, targets, make_layer, words, extra, given):
    if extra:
        kept = [(None, *feature.attributes()) for feature in targets.getFeatures()]
        targets = make_layer(TARGET, [*kept, (None, *extra)], kind="None")
    given = {
        "AREAS": areas, "VALUE": "minutes", "TARGETS": targets, "INDICATOR": "restid", "YEAR": 2030,
        "OUTPUT": "TEMPORARY_OUTPUT", **given,
    }  # fmt: skip
    refused(words, name="targetgap", **given)
