"""Listings read into the workspace: hidden cells, both forms, what is unknown, and story 7 of the sample county."""

import shutil

import pandas as pd
import pytest
from qgis import processing
from qgis.core import QgsProcessingContext

from narvard_plugin.store.workspace import create_workspace, open_workspace

from .small_network import CancelAfter, Listening, refused, rows, run

FIELDS = "area_code:string,unit_id:string,number:string,date:string"
COUNTS = ("ADDED_COUNT", "CHANGED_COUNT", "REMOVED_COUNT", "UNCHANGED_COUNT", "REJECTED_COUNT")
DAY = "2024-12-31"


@pytest.fixture
def workspace(tmp_path):
    path = str(tmp_path / "arbetsyta.gpkg")
    with create_workspace(path, "08") as store:
        codes = ["0880A0010", "0880A0020", "0880C1010"]
        store.write("areas", pd.DataFrame({"area_code": codes, "vintage": "2025"}))
        units = pd.DataFrame(
            {"facility_id": ["u1", "u2"], "name": ["Ett", "Två"], "type": "vardcentral", "region": "08"}
        )
        store.write("facilities", units)
        listed = {
            "facility_id": ["u1", "u1", "u2"],
            "kind": "listade",
            "value": [1, 64, 30],
            "date": ["2023-12-31", DAY, DAY],
        }
        store.write("capacity", pd.DataFrame(listed))
    return path


@pytest.fixture
def table(make_layer):
    def make(*given, fields=FIELDS):
        return make_layer(fields, [(None, *row) for row in given], kind="NoGeometry")

    return make


GOOD = (
    ("0880A0010", "u1", "40", DAY), ("0880A0020", "u1", "20", DAY), ("0880C1010", "u1", "<5", DAY),
    ("0880A0010", "u2", "0", DAY), ("0880A0020", "u2", "3", DAY), ("0880C1010", "u2", "..", DAY),
)  # fmt: skip


def imported(layer, workspace, **more):
    feedback, context = Listening(), QgsProcessingContext()
    run.kept = context
    given = {"INPUT": layer, "WORKSPACE": workspace, "SOURCE": "Listningsregistret"}
    sinks = dict.fromkeys(("OUTPUT", "UNITS", "REJECTED"), "memory:")
    results = processing.run("narvard:importlistings", {**given, **sinks, **more}, context=context, feedback=feedback)
    return results, feedback.said


def kept(workspace, name="listings"):
    with open_workspace(workspace) as store:
        return store.read(name)


def counts(results):
    return [results[name] for name in COUNTS]


def test_hidden_cells_are_empty_and_never_zero(table, workspace):
    results, said = imported(table(*GOOD), workspace)
    assert counts(results) == [6, 0, 0, 0, 0]
    stored = kept(workspace)
    assert stored["number"].fillna(-1).tolist() == [40, 20, -1, 0, -1, -1]
    assert stored["status"].tolist() == ["ok", "ok", "suppressed", "ok", "suppressed", "suppressed"]
    assert "2 cells are hidden in the table: 1 written “<5”, 1 written “..”" in said
    assert "1 numbers over 0 and under 5 were hidden by the import" in said
    units = {row["unit_id"]: row for row in rows(results["UNITS"])}
    assert [units["u1"][name] for name in ("listed", "hidden_cells", "capacity_listed", "judged")] == [
        60,
        1,
        64,
        "hidden_cells",
    ]
    assert (units["u2"]["difference"], units["u2"]["judged"]) == (-30, "hidden_cells")  # .. can be anyone
    assert results["SUPPRESSED_COUNT"] == 3


def test_twice_changes_nothing_and_a_changed_file_replaces_its_units(table, workspace):
    imported(table(*GOOD), workspace)
    first, sources = kept(workspace), kept(workspace, "sources")
    assert sources[["name", "fed", "added", "data_date"]].values.tolist() == [
        ["Listningsregistret", "listings", 6, DAY]
    ]
    results, _ = imported(table(*GOOD), workspace)
    assert counts(results) == [0, 0, 0, 6, 0]
    assert kept(workspace).equals(first)
    assert kept(workspace, "sources").equals(sources)
    results, said = imported(table(("0880A0010", "u1", "41", DAY), GOOD[1]), workspace)
    assert counts(results) == [0, 1, 1, 1, 0]
    assert (
        "1 units have rows of the same dates in the workspace and none in the table; theirs are left as they were: u2"
        in said
    )
    assert len(kept(workspace)) == 5
    older = table(("0880A0010", "u1", "39", "2023-12-31"))
    assert counts(imported(older, workspace)[0]) == [1, 0, 0, 0, 0]
    assert len(kept(workspace)) == 6


def test_a_unit_and_a_date_that_stand_in_different_rows_replace_nothing_together(table, workspace):
    later = "2025-12-31"
    rows_of = [("0880A0010", unit, number, day) for unit, day, number in (
        ("u1", DAY, "40"), ("u1", later, "41"), ("u2", DAY, "30"), ("u2", later, "31"),
    )]  # fmt: skip
    imported(table(*rows_of), workspace)
    results, said = imported(table(("0880A0010", "u1", "50", DAY), ("0880A0010", "u2", "51", later)), workspace)
    assert counts(results) == [0, 2, 0, 0, 0]
    stored = kept(workspace).set_index(["unit_id", "date"])["number"].to_dict()
    assert stored == {("u1", DAY): 50, ("u1", later): 41, ("u2", DAY): 30, ("u2", later): 51}
    assert "theirs are left as they were: u1, u2." in said
    assert kept(workspace, "sources")[["added", "changed", "removed"]].values.tolist() == [[4, 0, 0], [0, 2, 0]]


def test_a_table_that_no_row_can_be_read_of_does_not_make_its_source_fresh(table, workspace):
    results, _ = imported(table(("0880A0010", "u1", "många", DAY)), workspace)
    assert counts(results) == [0, 0, 0, 0, 1] and kept(workspace, "sources").empty


def test_a_number_of_more_people_than_there_are_is_rejected(table, workspace):
    results, said = imported(table(*GOOD[:1], ("0880A0020", "u1", "9" * 25, DAY)), workspace)
    assert counts(results) == [1, 0, 0, 0, 1] and "not a number of whole people" in said


def test_numbers_of_few_are_kept_only_on_request(table, workspace):
    imported(table(*GOOD), workspace, HIDE=False)
    assert kept(workspace)["number"].fillna(-1).tolist() == [40, 20, -1, 0, 3, -1]
    results, _ = imported(table(*GOOD), workspace, MINIMUM=30)
    assert kept(workspace)["number"].fillna(-1).tolist() == [40, -1, -1, 0, -1, -1]
    assert results["CHANGED_COUNT"] == 2


def test_a_matrix_with_a_column_per_unit(table, workspace):
    matrix = table(
        ("0880A0010_DeSO2025", 40, "<5", "40"), ("0880A0020_DeSO2025", 20, None, "20"), ("Totalt", 60, "9", "69"),
        fields="omrade:string,u1:integer,u2:string,Summa:string",
    )  # fmt: skip
    given = {"FORM": "matrix", "AREA_FIELD": "omrade", "DATE": DAY}
    results, said = imported(matrix, workspace, **given)
    assert counts(results) == [4, 0, 0, 0, 5]  # the column Summa, and the row Totalt
    assert {row["reason"] for row in rows(results["REJECTED"])} == {
        "It is a sum of several areas or units; everyone in it would be counted twice."
    }
    stored = kept(workspace).set_index(["area_code", "unit_id"])
    assert stored.loc[("0880A0010", "u2"), "status"] == "suppressed"
    assert stored.loc[("0880A0020", "u2"), "status"] == "missing"
    assert "1 cells are empty; they are kept as missing, not 0" in said
    results, _ = imported(matrix, workspace, UNIT_FIELDS=["u1", "u2"], EMPTY_AS="zero", **given)
    assert (results["CHANGED_COUNT"], results["REJECTED_COUNT"]) == (1, 2)
    assert kept(workspace)["number"].fillna(-1).tolist() == [40, -1, 20, 0]


def test_what_the_workspace_does_not_know_is_kept_and_told(table, workspace):
    results, said = imported(table(*GOOD, ("0780A0010", "k7", "900", DAY)), workspace)
    assert (results["UNKNOWN_UNIT_COUNT"], results["UNKNOWN_AREA_COUNT"]) == (1, 1)
    assert "1 units, with 900 listed, are not among the workspace's facilities" in said
    assert "1 area codes, with 900 listed, are not in the workspace's areas" in said
    assert len(kept(workspace)) == 7
    last = rows(results["OUTPUT"])[-1]
    assert (last["unit_known"], last["area_known"]) == (False, False)


def test_rows_that_cannot_be_read_are_rejected_with_the_reason(table, workspace):
    bad = (("0880A0010", "u9", "tolv", DAY), (None, "u9", "9", DAY), ("0880A0010", None, "9", DAY),
           ("0880A0010", "u9", "9", "2024"), GOOD[0], ("0880A0020", "u9", "7", DAY), ("0880A0020", "u9", "8", DAY))  # fmt: skip
    results, _ = imported(table(*GOOD, *bad), workspace)
    reasons = {row["row"]: row["reason"] for row in rows(results["REJECTED"])}
    words = {
        7: "whole people",
        8: "no area code",
        9: "no unit",
        10: "not a day",
        11: "stands earlier",
        12: "different",
        13: "different",
    }
    assert reasons.keys() == words.keys()
    assert all(words[row] in reasons[row] for row in words)


def test_sentences_for_what_would_go_wrong(table, workspace):
    given = {"INPUT": table(*GOOD), "WORKSPACE": workspace, "OUTPUT": "memory:"}
    refused("must be written as 2024-12-31", "importlistings", **given, DATE="dec 2024")
    refused("INPUT has no field enhet", "importlistings", **given, UNIT_FIELD="enhet")
    strange = table(("0114A0010", "u1", "9", DAY))
    refused("None of the 1 area codes", "importlistings", **{**given, "INPUT": strange})
    mixed = table(("0880A0010_DeSO2025", "u1", "9", DAY), ("0880A0020", "u1", "9", DAY))
    refused("several vintages", "importlistings", **{**given, "INPUT": mixed})
    other = table(("0880A0010_DeSO2018", "u1", "9", DAY))
    refused("vintage 2018", "importlistings", **{**given, "INPUT": other})
    assert len(kept(workspace)) == 0


def test_cancel_leaves_the_workspace_as_it_was(table, workspace):
    for asks in (2, 5, 9):
        context = run.kept = QgsProcessingContext()
        given = {"INPUT": table(*GOOD), "WORKSPACE": workspace, "OUTPUT": "memory:"}
        assert processing.run("narvard:importlistings", given, context=context, feedback=CancelAfter(asks)) == {}
        assert len(kept(workspace)) == 0


def test_story_7_hidden_cells_of_the_sample_county(county, tmp_path):
    """FACIT: 204 cells written <5 and 50 written .."""
    workspace = str(shutil.copy(county.workspace, tmp_path / "arbetsyta.gpkg"))
    bad = str(county.folder / "felaktiga_data" / "listade_dolda_celler.csv")
    before = kept(workspace)
    results, said = imported(bad, workspace)
    assert "254 cells are hidden in the table: 204 written “<5”, 50 written “..”" in said
    assert results["SUPPRESSED_COUNT"] == 254
    after = kept(workspace)
    assert len(after) == len(before) == 2035
    assert (after["status"] == "suppressed").sum() == after["number"].isna().sum() == 254
    assert (results["CHANGED_COUNT"], results["UNCHANGED_COUNT"]) == (254, 2035 - 254)
    assert all(row["difference"] <= 0 for row in rows(results["UNITS"]))  # nobody is listed twice
    again, _ = imported(bad, workspace)
    assert counts(again) == [0, 0, 0, 2035, 0]
