"""Small numbers taken out of a table, as users run the tool."""

import pytest
from qgis import processing
from qgis.core import NULL

from .small_network import CancelAfter, Listening, refused, rows, run

TABLE = "code:string,kommun:string,men:integer,women:integer,people:integer,share_men:double"


@pytest.fixture
def table(make_layer):
    found = [
        ("a", "9901", 3, 40, 43, 3 / 43),
        ("b", "9901", 20, 50, 70, 20 / 70),
        ("c", "9901", 30, 60, 90, 30 / 90),
        ("d", "9902", 0, 70, 70, 0.0),
        ("e", "9902", 25, None, 80, 25 / 80),
    ]
    return make_layer(TABLE, [(None, *row) for row in found], kind="None")


def protect(table, **more):
    return run("protectsmallnumbers", INPUT=table, OUTPUT="TEMPORARY_OUTPUT", **{"FIELDS": ["men", "women"], **more})


def column(result, name):
    return [None if row[name] == NULL else row[name] for row in rows(result["OUTPUT"])]


def test_a_hidden_number_takes_others_of_its_row_and_column(table):
    result = protect(table, TOTAL_FIELD="people", ROW_GROUP="kommun", ID="code", SHARES="share_men=men/people")
    assert column(result, "men") == [None, None, 30, 0, 25]
    assert column(result, "women") == [None, None, 60, 70, None]
    assert column(result, "people") == [43, 70, 90, 70, 80]
    assert column(result, "men_status") == ["suppressed", "suppressed", "ok", "ok", "ok"]
    assert column(result, "women_status") == ["suppressed", "suppressed", "ok", "ok", "missing"]
    assert column(result, "share_men") == [None, None, pytest.approx(1 / 3), 0, pytest.approx(25 / 80)]
    assert result["SUPPRESSED_COUNT"] == 6


def test_few_that_are_left_of_a_share_are_hidden_with_its_part(make_layer):
    """48 old of 50: with both counts beside it the share's rest, 2, would be told."""
    found = [("a", 48, 50, 0.96), ("b", 20, 50, 0.4), ("c", 30, 90, 1 / 3)]
    table = make_layer(
        "code:string,old:integer,people:integer,share:double", [(None, *row) for row in found], kind="None"
    )
    result = protect(table, FIELDS=["old", "people"], SHARES="share=old/people", PREFIX="p_")
    assert column(result, "old") == [None, None, 30] and column(result, "people") == [50, 50, 90]
    assert column(result, "p_share_status") == ["suppressed", "suppressed", "ok"]


def test_numbers_without_totals_need_only_their_columns(table):
    result = protect(table, FIELDS=["men"])
    assert column(result, "men") == [None, None, 30, 0, 25]
    assert column(result, "women") == [40, 50, 60, 70, None]


def test_what_changed_by_few_since_before_is_hidden(table, make_layer):
    earlier = [("a", 33), ("b", 18), ("c", 90), ("d", 0), ("x", 7)]
    before = make_layer("code:string,men:integer", [(None, *row) for row in earlier], kind="None")
    result = protect(table, FIELDS=["men"], ID="code", PREVIOUS=before)
    assert column(result, "men_status") == ["suppressed", "suppressed", "ok", "ok", "ok"]
    assert column(protect(table, FIELDS=["men"], ID="code", PREVIOUS=before, MINIMUM=2), "men") == [3, 20, 30, 0, 25]


def test_what_cannot_be_protected_and_what_is_perturbed_is_said(table, make_layer):
    feedback = Listening()
    alone = make_layer(TABLE, [(None, "a", "9901", 3, 40, 42, 0.1), (None, "b", "9902", 9, 50, 70, 0.1)], kind="None")
    given = {"INPUT": alone, "FIELDS": ["men", "women"], "ROW_GROUP": "kommun", "TOTAL_FIELD": "people", "ID": "code"}
    processing.run("narvard:protectsmallnumbers", {**given, "OUTPUT": "memory:"}, feedback=feedback)
    assert "3 sums of a column within its group would tell a hidden number" in feedback.said  # 3, and what hides it
    assert "perturbed by their source" in feedback.said and "Rows: a" in feedback.said
    assert "These fields are shown as they are: share_men" in feedback.said


def test_sentences(table):
    refused("TOTAL_FIELD cannot be one of FIELDS", "protectsmallnumbers", INPUT=table, FIELDS=["men"], TOTAL_FIELD="men", OUTPUT="TEMPORARY_OUTPUT")  # fmt: skip
    refused("SHARES cannot be read at “men”", "protectsmallnumbers", INPUT=table, FIELDS=["men"], SHARES="men", OUTPUT="TEMPORARY_OUTPUT")  # fmt: skip
    refused("PREVIOUS needs ID", "protectsmallnumbers", INPUT=table, FIELDS=["men"], PREVIOUS=table, OUTPUT="TEMPORARY_OUTPUT")  # fmt: skip


def test_negative_numbers_stop_it(make_layer):
    bad = make_layer("men:integer", [(None, -1)], kind="None")
    refused("negative value in men", "protectsmallnumbers", INPUT=bad, FIELDS=["men"], OUTPUT="TEMPORARY_OUTPUT")


def test_cancel_writes_nothing(table, tmp_path):
    target = tmp_path / "protected.gpkg"
    given = {"INPUT": table, "FIELDS": ["men"], "OUTPUT": str(target)}
    assert not processing.run("narvard:protectsmallnumbers", given, feedback=CancelAfter(3)).get("OUTPUT")
    assert not target.exists()


def test_the_sample_countys_areas(county):
    """Single parents and long lists of small numbers by municipality: nothing between 0 and 5 is left."""
    areas = county.layer("areas")
    result = protect(
        areas, FIELDS=["single_parent", "unemployed"], ROW_GROUP="municipality", ID="area_code", MINIMUM=20
    )
    for name in ("single_parent", "unemployed"):
        told = [value for value in column(result, name) if value is not None]
        assert not any(0 < value < 20 for value in told)
    assert 0 < result["SUPPRESSED_COUNT"] < 189
