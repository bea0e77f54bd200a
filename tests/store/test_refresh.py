"""Refreshing: the same data twice changes nothing, changed data change exactly what differs."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from osgeo import ogr

from narvard_plugin.store import errors
from narvard_plugin.store.changes import compare, compare_in_order
from narvard_plugin.store.register import TABLES
from narvard_plugin.store.sentences import sentence

STATISTICS = pd.DataFrame(
    {
        "area_code": ["0880", "0881", "0882"],
        "vintage": "2025",
        "variable": "income",
        "year": 2024,
        "value": [7, 2.5, None],
        "status": ["ok", "ok", "suppressed"],
    }
)


def counts(changes):
    return changes[:4]


def kept_rows(workspace, table):
    """Row key by row, so that a row which was deleted and written again is seen."""
    fids, rows = workspace._rows(workspace.tables[table])
    return dict(zip(rows[workspace.tables[table].key[0]], fids.tolist()))


def test_the_same_rows_again_change_nothing(workspace):
    assert counts(workspace.refresh("statistics", STATISTICS)) == (3, 0, 0, 0)
    before = kept_rows(workspace, "statistics")
    again = STATISTICS.iloc[::-1].assign(value=[np.nan, "2.5", 7.0], year=2024.0)
    changes = workspace.refresh("statistics", again)
    assert (counts(changes), changes.something) == ((0, 0, 0, 3), False)
    assert kept_rows(workspace, "statistics") == before


def test_what_differs_is_told_and_the_rest_keeps_its_place(workspace):
    workspace.refresh("statistics", STATISTICS)
    before = kept_rows(workspace, "statistics")
    new = STATISTICS.assign(area_code=["0880", "0882", "0883"], value=[7, 1, 4], status="ok")
    changes = workspace.refresh("statistics", new)
    assert counts(changes) == (1, 1, 1, 1)
    assert changes.sample == {
        "added": [("0883", "2025", "income", 2024)],
        "changed": [("0882", "2025", "income", 2024)],
        "removed": [("0881", "2025", "income", 2024)],
    }
    after = kept_rows(workspace, "statistics")
    assert {code: after[code] for code in ("0880", "0882")} == {code: before[code] for code in ("0880", "0882")}
    rows = workspace.read("statistics").set_index("area_code")
    assert rows["value"].to_dict() == {"0880": 7, "0882": 1, "0883": 4}


def test_only_rows_within_are_replaced(workspace):
    workspace.refresh("statistics", STATISTICS)
    one = STATISTICS[:1].assign(value=8)
    assert counts(workspace.refresh("statistics", one, within={"area_code": ["0880"], "year": [2024]})) == (0, 1, 0, 0)
    assert len(workspace.read("statistics")) == 3
    assert counts(workspace.refresh("statistics", one[:0], within={"area_code": ["0881"]})) == (0, 0, 1, 0)
    with pytest.raises(ValueError, match="outside"):
        workspace.refresh("statistics", one, within={"area_code": ["0881"]})
    people = pd.DataFrame({"origin_id": ["1"], "population": [1]})
    with pytest.raises(ValueError, match="outside"):
        workspace.refresh("people", people, within={"region": ["08"]})


def test_a_missing_value_can_be_named_within(workspace):
    rows = pd.DataFrame(
        {"region": "08", "specialty": "ögon", "measure": "besök", "period": "2025", "unit": ["a", None]}
    )
    workspace.refresh("waiting_times", rows)
    assert counts(workspace.refresh("waiting_times", rows[1:], within={"unit": [None]})) == (0, 0, 0, 1)
    assert counts(workspace.refresh("waiting_times", rows[:0], within={"unit": [None, "b"]})) == (0, 0, 1, 0)
    assert workspace.read("waiting_times")["unit"].tolist() == ["a"]


def test_vanished_rows_can_be_kept(workspace):
    workspace.refresh("statistics", STATISTICS)
    changes = workspace.refresh("statistics", STATISTICS[:1], keep_missing=True)
    assert counts(changes) == (0, 0, 2, 1)
    assert len(workspace.read("statistics")) == 3


def test_columns_left_out_keep_what_is_stored(workspace, facilities):
    workspace.write("facilities", facilities("a", "b").assign(role="jour"), xy=([1.0, 2.0], [3.0, 4.0]))
    places = workspace.read("facilities")["geom"].tolist()
    renamed = facilities("a", "b").assign(name=["Enhet a", "Ny"])
    assert counts(workspace.refresh("facilities", renamed)) == (0, 1, 0, 1)
    read = workspace.read("facilities")
    assert (read["role"].tolist(), read["geom"].tolist()) == (["jour", "jour"], places)
    assert counts(workspace.refresh("facilities", renamed.assign(role=None))) == (0, 2, 0, 0)
    assert workspace.read("facilities")["role"].tolist() == [None, None]


def test_a_place_is_compared_to_the_millimetre(workspace, facilities):
    rows, x = facilities("a", "b"), np.array([500000.0, np.nan])
    workspace.refresh("facilities", rows, xy=(x, x))
    assert counts(workspace.refresh("facilities", rows, xy=(x + 0.0004, x))) == (0, 0, 0, 2)
    assert counts(workspace.refresh("facilities", rows, xy=(x + 0.001, x))) == (0, 1, 0, 1)
    assert counts(workspace.refresh("facilities", rows, xy=([np.nan, 1.0], [np.nan, 2.0]))) == (0, 2, 0, 0)


def test_polygons_are_compared_as_they_are_stored(workspace):
    square = ogr.CreateGeometryFromWkt("POLYGON((0 0,9 0,9 9,0 9,0 0))")
    rows = pd.DataFrame({"area_code": ["1"], "vintage": ["2025"]})
    workspace.refresh("areas", rows, wkb=[bytes(square.ExportToWkb(ogr.wkbXDR))])
    same = bytes(ogr.ForceToMultiPolygon(square).ExportToWkb(ogr.wkbNDR))
    assert counts(workspace.refresh("areas", rows, wkb=[same])) == (0, 0, 0, 1)
    other = ogr.CreateGeometryFromWkt("POLYGON((0 0,9 0,9 9,0 8,0 0))")
    assert counts(workspace.refresh("areas", rows, wkb=[bytes(other.ExportToWkb())])) == (0, 1, 0, 0)
    assert counts(workspace.refresh("areas", rows, wkb=[None])) == (0, 1, 0, 0)


def test_new_rows_with_the_same_key_are_refused(workspace):
    workspace.refresh("statistics", STATISTICS)
    twice = pd.concat([STATISTICS, STATISTICS[1:2].assign(value=9)])
    with pytest.raises(errors.RowRefused) as refused:
        workspace.refresh("statistics", twice)
    assert (refused.value.row, refused.value.problem) == (3, "repeated")
    assert "Row 4" in sentence(refused.value) and "earlier of the new rows" in sentence(refused.value)
    assert workspace.read("statistics")["value"][1] == 2.5


@pytest.mark.parametrize(("year", "problem"), [(99999, "range"), ("i fjol", "type")])
def test_a_changed_row_that_breaks_a_rule_is_told_and_nothing_is_changed(workspace, facilities, year, problem):
    workspace.refresh("facilities", facilities("a", "b", "c"))
    new = facilities("a", "b", "d").assign(opened=[1990, year, 2000])
    with pytest.raises(errors.RowRefused) as refused:
        workspace.refresh("facilities", new)
    assert (refused.value.row, refused.value.column, refused.value.problem) == (1, "opened", problem)
    assert workspace.read("facilities")["facility_id"].tolist() == ["a", "b", "c"]


def test_a_vanished_row_that_others_refer_to_is_refused_or_kept(workspace, facilities):
    workspace.refresh("facilities", facilities("a", "b"))
    workspace.refresh("capacity", pd.DataFrame({"facility_id": ["b"], "kind": ["listade"], "value": [5000]}))
    with pytest.raises(errors.ReferenceMissing) as missing:
        workspace.refresh("facilities", facilities("a"))
    assert (missing.value.table, missing.value.values) == ("capacity", ["b"])
    assert workspace.read("facilities")["facility_id"].tolist() == ["a", "b"]
    assert counts(workspace.refresh("facilities", facilities("a"), keep_missing=True)) == (0, 0, 1, 1)


def test_without_a_key_the_order_tells_the_rows_apart(workspace):
    """Only what differs is written, so that the audit has a row for it and not for everything."""
    a, b, c, d = ({"scenario": "B", "facility_id": id, "action": "close", "year": 2030} for id in "abcd")
    within = {"scenario": ["B"]}
    workspace.write("scenarios", pd.DataFrame({"scenario": ["A", "B"]}))
    workspace.write("scenario_changes", pd.DataFrame([{**a, "scenario": "A"}]))
    for rows, changed in (
        ([a, b, c], (3, 0, 0, 0)),
        ([a, b, c], (0, 0, 0, 3)),
        ([a, {**b, "year": 2031}, c], (0, 1, 0, 2)),
        ([a, c], (0, 0, 1, 2)),
        ([a, d, c], (1, 1, 0, 1)),
    ):
        before = len(workspace.read("audit"))
        assert counts(workspace.refresh("scenario_changes", pd.DataFrame(rows), within=within)) == changed
        stored = workspace.read("scenario_changes")
        assert stored.loc[stored["scenario"] == "B", "facility_id"].tolist() == [row["facility_id"] for row in rows]
        assert len(stored) == len(rows) + 1 and len(workspace.read("audit")) - before == sum(changed[:3])


@pytest.mark.parametrize("table", ["method_log", "frozen_bases"])
def test_tables_that_only_grow_refuse(workspace, table):
    with pytest.raises(ValueError, match="write to it"):
        workspace.refresh(table, workspace.read(table))


TEXTS = st.none() | st.sampled_from(["", "a", "1", "åäö"])
ROWS = st.lists(
    st.tuples(TEXTS, st.integers(0, 3), TEXTS, st.none() | st.sampled_from([0, 1, 1.0, 2.5])),
    max_size=8,
    unique_by=lambda row: (row[0] or "", row[1]),
)
COLUMNS = ["unit", "number", "source", "share_over_90d"]


@given(ROWS, ROWS)
@settings(derandomize=True, deadline=None)
def test_the_comparison_is_that_of_a_dictionary(before, after):
    table = TABLES["waiting_times"].__class__("t", "t", "t", TABLES["waiting_times"].columns, key=("unit", "number"))
    old, new = ({(row[0] or "", row[1]): row for row in rows} for rows in (before, after))
    stored, given_rows = (pd.DataFrame(rows, columns=COLUMNS, dtype=object) for rows in (before, after))
    found = compare(table, stored, given_rows)

    def keys(rows, at):
        return {(rows[place][0] or "", rows[place][1]) for place in at}

    assert keys(after, found.added) == set(new) - set(old)
    assert keys(before, found.removed) == set(old) - set(new)
    changed = {key for key in set(old) & set(new) if old[key] != new[key]}
    assert keys(before, found.changed_stored) == keys(after, found.changed_new) == changed
    assert found.unchanged == len(set(old) & set(new)) - len(changed)


@given(st.lists(st.sampled_from("abc"), max_size=6), st.lists(st.sampled_from("abc"), max_size=6))
@settings(derandomize=True, deadline=None)
def test_the_comparison_in_order_makes_the_new_of_the_stored(before, after):
    stored, new = (pd.DataFrame({"facility_id": rows}, dtype=object) for rows in (before, after))
    found, made = compare_in_order(TABLES["scenario_changes"], stored, new), dict(enumerate(before))
    made.update((int(old), after[at]) for old, at in zip(found.changed_stored, found.changed_new))
    for at in found.removed:
        del made[int(at)]
    assert [*made.values(), *(after[at] for at in found.added)] == after
    assert found.unchanged + len(found.changed_new) + len(found.added) == len(after)
