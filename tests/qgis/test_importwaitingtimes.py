"""Waiting times (care guarantee) read into the workspace: formats, what is rejected, and doing it twice."""

import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qgis import processing
from qgis.core import QgsProcessingContext

from narvard_plugin.core.figures import Unreadable, read_count
from narvard_plugin.core.waiting import PERCENT, SHARE, read_period, read_share
from narvard_plugin.store.workspace import create_workspace, open_workspace

from .small_network import CancelAfter, Listening, refused, rows, run

FIELDS = "lan:string,enhet:string,specialitet:string,matt:string,period:string,antal:string,andel:string"
COUNTS = ("ADDED_COUNT", "CHANGED_COUNT", "UNCHANGED_COUNT", "REJECTED_COUNT")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2024", "2024"), ("2024-12", "2024-12"), ("2024M03", "2024-03"), ("202403", "2024-03"), ("2024-Q4", "2024-Q4"),
        ("2024 kv 4", "2024-Q4"), ("2024K1", "2024-Q1"), ("2024 kvartal 2", "2024-Q2"),
    ],
)  # fmt: skip
def test_periods(written, meant):
    assert read_period(written) == meant == read_period(meant)


@pytest.mark.parametrize(
    "written", ["", "2024-13", "2024-00", "24-12", "2024-Q5", "2024-12-01", "december 2024", "1234"]
)
def test_what_is_no_period(written):
    with pytest.raises(Unreadable):
        read_period(written)


@pytest.mark.parametrize(
    ("written", "written_as", "meant"),
    [
        ("0,65", SHARE, 0.65), ("1", SHARE, 1.0), ("65", PERCENT, 0.65), ("65 %", PERCENT, 0.65), ("65,5%", PERCENT, 0.655),
        ("0.5", PERCENT, 0.005), ("", SHARE, None), ("..", PERCENT, None), ("<5", SHARE, None),
    ],
)  # fmt: skip
def test_shares_are_read_as_told(written, written_as, meant):
    assert read_share(written, written_as) == (None if meant is None else pytest.approx(meant))


@pytest.mark.parametrize(
    ("written", "written_as"), [("65", SHARE), ("0,65 %", SHARE), ("101", PERCENT), ("-1", SHARE), ("many", SHARE)]
)
def test_a_share_that_says_something_else_is_refused(written, written_as):
    with pytest.raises(Unreadable):
        read_share(written, written_as)


def test_counts():
    assert [read_count(text) for text in ("1 234", "1\u00a0234,0", "0", "..", "")] == [1234, 1234, 0, None, None]
    for text in ("1.234", "12,5", "-3", "tolv"):
        with pytest.raises(Unreadable):
            read_count(text)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.integers(0, 1000))
def test_share_and_percent_meet(thousandths):
    comma = f"{thousandths / 1000:.3f}".replace(".", ",")
    percent = f"{thousandths / 10:.1f} %".replace(".", ",")
    assert read_share(comma, SHARE) == pytest.approx(read_share(percent, PERCENT))


@pytest.fixture
def workspace(tmp_path):
    path = str(tmp_path / "arbetsyta.gpkg")
    create_workspace(path, "08").close()
    return path


@pytest.fixture
def waiting(make_layer):
    def make(*rows, fields=FIELDS):
        return make_layer(fields, [(None, *row) for row in rows], kind="NoGeometry")

    return make


def imported(layer, workspace, **more):
    fields = {
        "REGION_FIELD": "lan", "UNIT_FIELD": "enhet", "SPECIALTY_FIELD": "specialitet", "MEASURE_FIELD": "matt",
        "PERIOD_FIELD": "period", "NUMBER_FIELD": "antal", "SHARE_FIELD": "andel", "SHARE_AS": "percent",
    }  # fmt: skip
    given = {"INPUT": layer, "WORKSPACE": workspace, "SOURCE": "Uppgift 2024", **fields}
    return {**given, "OUTPUT": "TEMPORARY_OUTPUT", "REJECTED": "TEMPORARY_OUTPUT", **more}


def kept(workspace):
    with open_workspace(workspace) as store:
        return store.read("waiting_times")


GOOD = ("08", "e1", "ortopedi", "besök", "2024 kv 4", "1 234", "65,5 %")


def test_twice_changes_nothing_and_a_new_figure_replaces(waiting, workspace):
    results = run("importwaitingtimes", **imported(waiting(GOOD, ("8", None, *GOOD[2:5], "..", "0")), workspace))
    assert [results[name] for name in COUNTS] == [2, 0, 0, 0]
    first = kept(workspace)
    assert first.iloc[0].tolist() == ["08", "e1", "ortopedi", "besök", "2024-Q4", 1234, 0.655, "Uppgift 2024"]
    assert (first.iloc[1]["region"], first.iloc[1]["share_over_90d"]) == ("08", 0)
    assert first.iloc[1][["unit", "number"]].isna().all()
    results = run("importwaitingtimes", **imported(waiting(GOOD, ("8", None, *GOOD[2:5], "..", "0")), workspace))
    assert [results[name] for name in COUNTS] == [0, 0, 2, 0]
    assert kept(workspace).equals(first)
    more = waiting((*GOOD[:6], "64 %"), ("08", "e2", *GOOD[2:]))
    results = run("importwaitingtimes", **imported(more, workspace))
    assert [results[name] for name in COUNTS] == [1, 1, 0, 0]
    assert [row["import_status"] for row in rows(results["OUTPUT"])] == ["changed", "added"]
    assert kept(workspace)["unit"].fillna("").tolist() == ["e1", "", "e2"]
    assert kept(workspace)["share_over_90d"].tolist() == [0.64, 0, 0.655]


def test_rejected_rows_have_their_reason_and_the_others_are_kept(waiting, workspace):
    feedback = Listening()
    context = run.kept = QgsProcessingContext()
    layer = waiting(
        GOOD, ("Kalmar", *GOOD[1:]), (None, *GOOD[1:]), ("08", "e1", "ortopedi", "besök", "2024-12-01", "1", "2"),
        ("08", "e1", None, *GOOD[3:]), ("08", "e1", "ortopedi", None, *GOOD[4:]),
        ("08", "e3", "ortopedi", "besök", "2024", "1,5", "2"), ("08", "e4", "ortopedi", "besök", "2024", "1", "165"),
        ("08", "e5", "ortopedi", "besök", "2024", "<5", ".."), GOOD,
        ("08", "e6", "ortopedi", "besök", "2024", "1", "2"), ("08", "e6", "ortopedi", "besök", "2024", "3", "2"),
    )  # fmt: skip
    given = imported(layer, workspace)
    results = processing.run("narvard:importwaitingtimes", given, context=context, feedback=feedback)
    assert [results[name] for name in COUNTS] == [1, 0, 0, 11]
    reasons = {row["row"]: row["reason"] for row in rows(results["REJECTED"])}
    words = {
        2: "county code", 3: "county code", 4: "not a year, month or quarter", 5: "no specialty", 6: "no measure",
        7: "whole people", 8: "outside what SHARE_AS", 9: "neither a number nor a share", 10: "stands earlier",
        11: "different figures", 12: "different figures",
    }  # fmt: skip
    assert reasons.keys() == words.keys()
    assert all(words[row] in reasons[row] for row in words)
    assert "1 rows added, 0 changed, 0 unchanged, 11 rejected" in feedback.said
    assert "2 cells are hidden" in feedback.said
    assert len(kept(workspace)) == 1


def test_without_region_unit_and_source_fields(waiting, workspace):
    more = {"REGION_FIELD": None, "UNIT_FIELD": None, "SHARE_FIELD": None, "SOURCE": None}
    run("importwaitingtimes", **imported(waiting(GOOD), workspace, **more))
    row = kept(workspace).iloc[0]
    assert (row["region"], row["source"]) == ("08", "input")
    assert row[["unit", "share_over_90d"]].isna().all()


def test_per_cents_that_look_like_shares_are_told(waiting, workspace):
    feedback = Listening()
    given = imported(waiting((*GOOD[:6], "0,65")), workspace)
    context = run.kept = QgsProcessingContext()
    processing.run("narvard:importwaitingtimes", given, context=context, feedback=feedback)
    assert "Check SHARE_AS" in feedback.said


def test_what_the_import_refuses(waiting, workspace, tmp_path):
    name = "importwaitingtimes"
    refused(
        "Name the field of the number", name, **imported(waiting(GOOD), workspace, NUMBER_FIELD=None, SHARE_FIELD=None)
    )
    refused("has no rows", name, **imported(waiting(), workspace))
    refused("There is no workspace", name, **imported(waiting(GOOD), str(tmp_path / "none.gpkg")))
    refused("has no field", name, **imported(waiting(GOOD), workspace, UNIT_FIELD="klinik"))
    inside = f"ogr:dbname='{workspace}' table=\"read\" (geom)"
    refused("REJECTED cannot be in the workspace", name, **imported(waiting(GOOD), workspace, REJECTED=inside))
    refused("OUTPUT cannot be in the workspace", name, **imported(waiting(GOOD), workspace, OUTPUT=workspace))
    assert len(kept(workspace)) == 0


def test_a_cancelled_import_changes_nothing(waiting, workspace, provider):
    given = imported(waiting(GOOD, ("08", "e2", *GOOD[2:])), workspace)
    stop = 0
    while True:
        results, fine = (
            provider.algorithm("importwaitingtimes").create().run(given, QgsProcessingContext(), CancelAfter(stop))
        )
        assert fine
        if results:
            break
        assert len(kept(workspace)) == 0, f"written after {stop} questions"
        stop += 1
    assert stop > 3
    assert len(kept(workspace)) == 2


def test_the_samples_waiting_times_are_in_its_workspace_already(county, tmp_path):
    workspace = str(tmp_path / "arbetsyta.gpkg")
    shutil.copy(county.workspace, workspace)
    before = kept(workspace)
    own = {
        "REGION_FIELD": "region", "UNIT_FIELD": "unit", "SPECIALTY_FIELD": "specialty", "MEASURE_FIELD": "measure",
        "PERIOD_FIELD": "period", "NUMBER_FIELD": "number", "SHARE_FIELD": "share_over_90d", "SOURCE_FIELD": "source",
        "SHARE_AS": "share",
    }  # fmt: skip
    results = run("importwaitingtimes", **imported(county.layer("waiting_times"), workspace, **own))
    assert [results[name] for name in COUNTS] == [0, 0, len(before), 0]
    assert kept(workspace).equals(before)
