"""Means over the people of each area, as users run the tool."""

import pytest
from qgis import processing
from qgis.core import NULL

from .small_network import CancelAfter, Listening, refused, rows, run

SQUARE = "POLYGON((0 0,1 0,1 1,0 1,0 0))"


@pytest.fixture
def areas(make_layer):
    return make_layer("code:string", [(SQUARE, "a"), (SQUARE, "b"), (SQUARE, "empty")])


@pytest.fixture
def points(make_layer):
    found = [("a", 10.0, 30), ("a", 40.0, 10), ("b", 5.0, 0), ("b", None, 20), ("x", 9.0, 7), (None, 9.0, 1)]
    return make_layer("area_code:string,minutes_1:double,people:integer", [("POINT(0 0)", *row) for row in found])


def given(areas, points, **more):
    named = {"AREAS": areas, "AREA_CODE": "code", "POINTS": points, "VALUE": "minutes_1", "POPULATION": "people"}
    return {**named, "OUTPUT": "TEMPORARY_OUTPUT", **more}


def values(layer, *names):
    return [[None if row[name] == NULL else row[name] for name in names] for row in rows(layer)]


def test_by_hand(areas, points):
    result = run("averagebyarea", **given(areas, points, LIMIT=10))
    names = ("population_with", "population_without", "mean", "median", "p90", "share_past")
    assert values(result["OUTPUT"], *names) == [
        [40, 0, 17.5, 10, 40, 0.25],
        [0, 20, None, None, None, 1],
        [0, 0, None, None, None, None],
    ]


def test_who_is_left_out_is_said(areas, points):
    feedback = Listening()
    processing.run("narvard:averagebyarea", given(areas, points), feedback=feedback)
    assert "8 people at 2 points are in no area of AREAS: x, –" in feedback.said.replace("–, x", "x, –")
    assert "1 areas hold no point and have no mean: empty" in feedback.said
    assert "20 have none" in feedback.said


def test_sentences(areas, points, make_layer):
    refused("AREA_CODE must name a field", "averagebyarea", **given(areas, points, AREA_CODE=None))
    strangers = make_layer("area_code:string,minutes_1:double,people:integer", [("POINT(0 0)", "z", 1.0, 1)])
    refused("No point has the code of an area", "averagebyarea", **given(areas, strangers))
    fields = "area_code:string,minutes_1:double,people:integer,vintage:string"
    newer = make_layer(fields, [("POINT(0 0)", "0114A0010", 1.0, 1, "2025")])
    older = make_layer("code:string,vintage:string", [(SQUARE, "0114A0010", "2018")])
    refused("POINTS is of DeSO 2025, but AREAS is of DeSO 2018", "averagebyarea", **given(older, newer))
    bare = make_layer("area_code:string,minutes_1:double,people:integer", [("POINT(0 0)", "a", 1.0, None)])
    refused("no number of people in people", "averagebyarea", **given(areas, bare))


def test_cancel_writes_nothing(areas, points, tmp_path):
    target = tmp_path / "mean.gpkg"
    made = processing.run("narvard:averagebyarea", given(areas, points, OUTPUT=str(target)), feedback=CancelAfter(4))
    assert not made.get("OUTPUT") and not target.exists()
