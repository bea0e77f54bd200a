"""The follow-up of the development grant read into the workspace: formats, what is rejected, and doing it twice."""

import pytest
from qgis import processing
from qgis.core import QgsProcessingContext

from narvard_plugin.store.workspace import create_workspace, open_workspace

from .small_network import CancelAfter, Listening, refused, rows, run

FIELDS = "enhet:string,ar:string,kronor:string,insats:string,matt:string,utfall:string,battre:string"
GOOD = ("e1", "2024", "100 000,50", "Mobilt team", "inskrivna", "12,5", "Lägre")


@pytest.fixture
def workspace(tmp_path):
    path = str(tmp_path / "arbetsyta.gpkg")
    create_workspace(path, "99").close()
    return path


@pytest.fixture
def table(make_layer):
    def make(*found):
        return make_layer(FIELDS, [(None, *row) for row in found], kind="NoGeometry")

    return make


def asked(layer, workspace, **more):
    fields = ("UNIT_FIELD", "YEAR_FIELD", "AMOUNT_FIELD", "EFFORT_FIELD", "INDICATOR_FIELD", "OUTCOME_FIELD", "BETTER_FIELD")  # fmt: skip
    named = dict(zip(fields, (field.split(":")[0] for field in FIELDS.split(","))))
    sinks = {"OUTPUT": "TEMPORARY_OUTPUT", "REJECTED": "TEMPORARY_OUTPUT"}
    return {"INPUT": layer, "WORKSPACE": workspace, "SOURCE": "Bokslut", **named, **sinks, **more}


def counts(results):
    return [results[f"{name}_COUNT"] for name in ("ADDED", "CHANGED", "UNCHANGED", "REJECTED")]


def kept(workspace):
    with open_workspace(workspace) as store:
        return store.read("grant_followup")


def test_twice_changes_nothing_and_a_new_figure_replaces(table, workspace):
    bare = ("e2", "2024", "0", "Mobilt team", "inskrivna", "..", "")
    assert counts(run("importgrants", **asked(table(GOOD, bare), workspace, BETTER="lower"))) == [2, 0, 0, 0]
    first = kept(workspace)
    assert first.iloc[0][["unit_id", "year", "amount", "outcome", "better", "source"]].tolist() == ["e1", 2024, 100_000.5, 12.5, "lower", "Bokslut"]  # fmt: skip
    assert first.iloc[1][["amount", "better"]].tolist() == [0, "lower"] and first["outcome"].isna().tolist() == [False, True]  # fmt: skip
    assert counts(run("importgrants", **asked(table(GOOD, bare), workspace, BETTER="lower"))) == [0, 0, 2, 0]
    assert kept(workspace).equals(first)
    results = run("importgrants", **asked(table((*GOOD[:5], "11", "lower"), ("e3", *GOOD[1:])), workspace))
    assert counts(results) == [1, 1, 0, 0]
    assert [row["import_status"] for row in rows(results["OUTPUT"])] == ["changed", "added"]
    assert kept(workspace)["outcome"].fillna(-1).tolist() == [11, -1, 12.5]
    followed = run("grantfollowup", WORKSPACE=workspace, OUTPUT="TEMPORARY_OUTPUT")
    assert [row["status"] for row in rows(followed["OUTPUT"])] == ["one_year_only", "no_outcome", "one_year_only"]


def test_default_fields_need_not_be_named_and_small_numbers_are_numbers(make_layer, workspace):
    fields = "unit_id:string,year:integer,amount:double,effort:string,indicator:string,outcome:double"
    layer = make_layer(
        fields, [(None, own, 2024, 1e6, "team", "share", 2e-05) for own in ("007", "7")], kind="NoGeometry"
    )
    given = {"INPUT": layer, "WORKSPACE": workspace, "OUTPUT": "TEMPORARY_OUTPUT"}
    assert counts(run("importgrants", **given)) == [2, 0, 0, 0]
    assert kept(workspace)[["unit_id", "amount", "outcome"]].values.tolist() == [["007", 1e6, 2e-05], ["7", 1e6, 2e-05]]
    refused("YEAR_FIELD must name a field", "importgrants", **given, YEAR_FIELD="")


def test_rejected_rows_have_their_reason(table, workspace):
    wrong = {
        "no unit id": (None, *GOOD[1:]), "year is not": ("e2", "24", *GOOD[2:]), "no effort": (*GOOD[:3], "", *GOOD[4:]),
        "no indicator": (*GOOD[:4], None, *GOOD[5:]), "not a number": ("e3", "2024", "mycket", *GOOD[3:]),
        "below 0": ("e4", "2024", "-1", *GOOD[3:]), "neither an amount": ("e5", "2024", "", *GOOD[3:5], "..", "lower"),
        "neither lower nor higher": ("e6", *GOOD[1:6], "upp"), "stands earlier": GOOD,
        "different figures": ("e7", *GOOD[1:]),
    }  # fmt: skip
    results = run("importgrants", **asked(table(GOOD, *wrong.values(), ("e7", *GOOD[1:5], "3", "lower")), workspace))
    assert counts(results) == [1, 0, 0, 11]
    rejected = rows(results["REJECTED"])
    assert [row["row"] for row in rejected] == list(range(2, 13))
    assert all(words in row["reason"] for words, row in zip([*wrong, "different figures"], rejected))
    assert rejected[3]["unit_id"] == "e1" and len(kept(workspace)) == 1
    bare = {**asked(table(GOOD, *wrong.values()), workspace), "REJECTED": None}
    feedback = Listening()
    processing.run("narvard:importgrants", bare, feedback=feedback)
    assert "Rejected rows 3: The year is not written as 2024" in feedback.said  # also without the sink


def test_what_is_refused(table, workspace, tmp_path):
    refused("has no rows", "importgrants", **asked(table(), workspace))
    refused("There is no workspace", "importgrants", **asked(table(GOOD), str(tmp_path / "none.gpkg")))
    refused("OUTPUT cannot be in the workspace", "importgrants", **asked(table(GOOD), workspace, OUTPUT=workspace))
    refused("has no field", "importgrants", **asked(table(GOOD), workspace, OUTCOME_FIELD="resultat"))


def test_a_cancelled_import_changes_nothing(table, workspace, provider):
    given = asked(table(GOOD, ("e2", *GOOD[1:])), workspace)
    for stop in range(4):
        tool = provider.algorithm("importgrants").create()
        results, fine = tool.run(given, QgsProcessingContext(), CancelAfter(stop))
        assert fine and results == {} and len(kept(workspace)) == 0
