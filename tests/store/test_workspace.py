"""The promises of every workspace, in each kind of store: what goes in comes out, what does not fit is refused whole."""

import numpy as np
import pandas as pd
import pytest
from osgeo import ogr

from narvard_plugin.store import errors
from narvard_plugin.store.geometry import xy_from_wkb
from narvard_plugin.store.register import MIGRATIONS
from narvard_plugin.store.schema import (
    INTEGER,
    TEXT,
    AddColumn,
    AddTable,
    Column,
    Migration,
    Script,
    Table,
    latest_version,
)
from narvard_plugin.store.sentences import sentence
from narvard_plugin.store.workspace import open_workspace

XY = (np.array([500000.0, 560000.5]), np.array([6400000.0, 6300000.25]))


def wkb(wkt):
    return bytes(ogr.CreateGeometryFromWkt(wkt).ExportToWkb())


SQUARE = wkb("POLYGON((500000 6400000,501000 6400000,501000 6401000,500000 6401000,500000 6400000))")
HOLES = wkb("MULTIPOLYGON(((0 0,9 0,9 9,0 9,0 0),(1 1,2 1,2 2,1 1)),((50 60,51 60,50 61,50 60)))")


def test_what_is_written_is_read_back(workspace, facilities):
    rows = facilities("0114", "två").assign(opened=[1998, None], region="08", source_date=pd.Timestamp("2025-03-01"))
    assert workspace.write("facilities", rows, xy=XY) == 2
    read = workspace.read("facilities")
    assert read["facility_id"].tolist() == ["0114", "två"]
    assert read["opened"][0] == 1998
    assert np.isnan(read["opened"][1])
    assert read["source_date"].tolist() == ["2025-03-01", "2025-03-01"]
    assert read["operator"].tolist() == [None, None]
    assert np.array_equal(xy_from_wkb(read["geom"]), XY)


def test_polygons_keep_holes_and_a_single_one_becomes_multi(workspace):
    rows = pd.DataFrame({"area_code": ["1", "2", "3"], "vintage": "2025"})
    workspace.write("areas", rows, wkb=[SQUARE, HOLES, None])
    first, second, third = workspace.read("areas")["geom"]
    assert ogr.CreateGeometryFromWkb(first).ExportToWkt().startswith("MULTIPOLYGON (((500000 6400000")
    assert ogr.CreateGeometryFromWkb(second).Equals(ogr.CreateGeometryFromWkb(HOLES))
    assert third is None


def test_a_place_may_be_unknown(workspace, facilities):
    workspace.write("facilities", facilities("a", "b"), xy=([np.nan, 1.0], [np.nan, 2.0]))
    assert [wkb is None for wkb in workspace.read("facilities")["geom"]] == [True, False]


def test_a_code_that_pandas_made_a_float_of_is_the_code(workspace):
    rows = pd.DataFrame({"origin_id": [7, 8], "population": [1, 2], "area_code": [12.0, None]})
    workspace.write("people", rows)
    assert workspace.read("people")[["origin_id", "area_code"]].values.tolist() == [["7", "12"], ["8", None]]


def test_input_is_not_changed(workspace, facilities):
    rows = facilities("a", "b").assign(opened=[1998, None])
    before = rows.copy(deep=True)
    workspace.write("facilities", rows, xy=XY)
    pd.testing.assert_frame_equal(rows, before)


FACILITY = {"facility_id": "x", "name": "n", "type": "t"}
PERSON = {"origin_id": "x", "population": 1}
STATISTIC = {"area_code": "x", "vintage": "2025", "variable": "v", "year": 2024, "value": 1, "status": "ok"}
WAITING = {"region": "08", "specialty": "s", "measure": "m", "period": "2025-01"}
CHANGE = {"scenario": "B", "facility_id": "a", "action": "close", "year": 2030}


@pytest.mark.parametrize(
    ("table", "good", "change", "problem", "column"),
    [
        ("facilities", FACILITY, {"name": None}, "blank", "name"),
        ("facilities", FACILITY, {"facility_id": " "}, "blank", "facility_id"),
        ("facilities", FACILITY, {"region": "8"}, "digits", "region"),
        ("facilities", FACILITY, {"opened": 19988}, "range", "opened"),
        ("facilities", FACILITY, {"source_date": "2025-02-30"}, "date", "source_date"),
        ("facilities", FACILITY, {"opened": 2030, "closed": 2029}, "closed_after_opened", None),
        ("facilities", FACILITY, {"facility_id": "a"}, "duplicate", "facility_id"),
        ("people", PERSON, {"population": -1}, "range", "population"),
        ("people", PERSON, {"population": 2.5}, "type", "population"),
        ("people", PERSON, {"population": "många"}, "type", "population"),
        ("people", PERSON, {"population": 2**70}, "unstorable", None),
        ("people", PERSON, {"region": ["08"]}, "unstorable", None),
        ("statistics", STATISTIC, {"value": np.inf}, "type", "value"),
        ("statistics", STATISTIC, {"status": "?"}, "choices", "status"),
        ("statistics", STATISTIC, {"value": None}, "value_or_reason", None),
        ("waiting_times", WAITING, {"share_over_90d": 37}, "range", "share_over_90d"),
        ("scenario_changes", CHANGE, {"x": 1.0}, "x_with_y", None),
        ("scenario_changes", CHANGE, {"action": "move"}, "place_when_moved", None),
    ],
)
def test_a_row_that_breaks_a_rule_is_told_and_nothing_is_written(
    workspace, facilities, table, good, change, problem, column
):
    workspace.write("facilities", facilities("a"))
    before = workspace.read(table)
    bad = {**good, **change}
    rows = pd.DataFrame([good, bad], dtype=object)  # the good row before the bad one is not kept either
    with pytest.raises(errors.RowRefused) as refused:
        workspace.write(table, rows)
    assert (refused.value.problem, refused.value.column) == (problem, column)
    assert refused.value.row == len(rows) - 1
    assert f"Row {len(rows)} " in sentence(refused.value)
    pd.testing.assert_frame_equal(workspace.read(table), before)


def test_a_missing_value_equals_a_missing_value_in_a_key(workspace, facilities):
    workspace.write("facilities", facilities("a"))
    row = pd.DataFrame({"facility_id": ["a"], "kind": ["listade"], "value": [5000]})
    workspace.write("capacity", row)
    with pytest.raises(errors.RowRefused) as refused:
        workspace.write("capacity", row)
    assert refused.value.problem == "duplicate"


def test_unknown_tables_and_columns_and_missing_ones_are_named(workspace, facilities):
    with pytest.raises(errors.UnknownTable, match="patients") as unknown:
        workspace.read("patients")
    assert "facilities" in sentence(unknown.value)
    with pytest.raises(errors.UnknownColumns) as unknown:
        workspace.write("facilities", facilities("a").assign(**{'x"; DROP TABLE facilities; --': 1}))
    assert "DROP" in sentence(unknown.value)
    with pytest.raises(errors.MissingColumns) as missing:
        workspace.write("facilities", facilities("a").drop(columns="type"))
    assert missing.value.columns == ["type"]
    assert workspace.read("facilities").empty


@pytest.mark.parametrize("wrong", [wkb("POINT(1 2)"), wkb("LINESTRING(0 0,1 1)"), b"\x01\x02", b""])
def test_geometry_of_another_kind_is_refused_with_its_row(workspace, wrong):
    rows = pd.DataFrame({"area_code": ["1", "2"], "vintage": "2025"})
    with pytest.raises(errors.GeometryRefused) as refused:
        workspace.write("areas", rows, wkb=[SQUARE, wrong])
    assert refused.value.row == 1
    with pytest.raises(errors.GeometryRefused):
        workspace.write(
            "facilities", pd.DataFrame({"facility_id": ["a"], "name": "n", "type": "t"}), xy=([np.inf], [1])
        )
    assert workspace.read("areas").empty


def test_rows_may_not_point_at_a_facility_that_is_not_there(workspace, facilities):
    capacity = pd.DataFrame({"facility_id": ["a", "borta", "borta"], "kind": ["x", "x", "y"], "value": 1})
    with workspace.transaction():  # the parent may come last
        workspace.write("capacity", capacity[:1])
        workspace.write("facilities", facilities("a"))
    with pytest.raises(errors.ReferenceMissing) as missing:
        workspace.write("capacity", capacity[1:])
    assert (missing.value.values, missing.value.count) == (["borta"], 2)
    with pytest.raises(errors.ReferenceMissing):
        workspace.write("facilities", facilities("b"), mode="replace")
    assert workspace.read("facilities")["facility_id"].tolist() == ["a"]
    assert workspace.read("capacity")["facility_id"].tolist() == ["a"]


def test_the_method_log_can_only_grow(workspace, store):
    row = pd.DataFrame(
        {"time": [pd.Timestamp("2026-01-02 12:00:05", tz="Europe/Stockholm")], "who": "AB", "choice": "x"}
    )
    workspace.write("method_log", row)
    assert workspace.read("method_log")["time"].tolist() == ["2026-01-02T11:00:05.000Z"]
    with pytest.raises(errors.AppendOnly):
        workspace.write("method_log", row, mode="replace")
    for change in ("UPDATE method_log SET choice = 'y'", "DELETE FROM method_log"):
        with pytest.raises(store.refused, match="append-only"):
            store.execute(change)


def test_writes_in_a_transaction_stay_together(workspace, facilities):
    def stopped_half_way():
        with workspace.transaction():
            workspace.write("facilities", facilities("a"))
            raise InterruptedError

    with pytest.raises(InterruptedError):
        stopped_half_way()
    assert workspace.read("facilities").empty


def test_a_refused_write_inside_a_transaction_leaves_nothing_of_itself(workspace, facilities):
    with workspace.transaction():
        workspace.write("facilities", facilities("a"))
        with pytest.raises(errors.RowRefused):
            workspace.write("facilities", facilities("b", "a"))
        workspace.write("facilities", facilities("c"))
    assert workspace.read("facilities")["facility_id"].tolist() == ["a", "c"]


def test_a_second_writer_is_told_and_loses_nothing(workspace, store, facilities):
    with store.open(busy_seconds=0.1) as second:
        with workspace.transaction():  # from its beginning, so that what the first reads stays true until it writes
            with pytest.raises(errors.Busy) as busy:
                second.write("facilities", facilities("b"))
            workspace.write("facilities", facilities("a"))
            assert second.read("facilities").empty  # reading goes on meanwhile
        assert "Someone else is writing" in sentence(busy.value)
        second.write("facilities", facilities("b"))
    assert workspace.read("facilities")["facility_id"].tolist() == ["a", "b"]


PHARMACY = Table("pharmacies", "Apotek", "Pharmacies", (Column("name", TEXT, "Namn", "Name", required=True),))
FLOORS = Column("floors", INTEGER, "Våningar", "Floors", minimum=0)
FILL, STOP = "UPDATE facilities SET floors = length(facility_id)", "UPDATE no_such_table SET x = 1"
KNOWN = latest_version(MIGRATIONS)
#: Since this version the database tells of every change.
AUDITED = 5
NEXT = Migration(
    KNOWN + 1,
    "floors of facilities",
    (AddColumn("facilities", FLOORS), Script(geopackage=(FILL,), postgresql=(FILL,))),
)
LATER = Migration(KNOWN + 2, "pharmacies", (AddTable(PHARMACY),))
BROKEN = Migration(KNOWN + 2, "stops half-way", (AddTable(PHARMACY), Script(geopackage=(STOP,), postgresql=(STOP,))))


def test_an_older_file_is_brought_forward_step_by_step(workspace, store, facilities):
    workspace.write("facilities", facilities("a", "bb"), xy=XY)
    workspace.close()
    with store.open(migrations=(*MIGRATIONS, NEXT, LATER)) as newer:
        assert newer.migrated_from == KNOWN
        assert newer.read("facilities")["floors"].tolist() == [1, 2]
        assert newer.write("pharmacies", pd.DataFrame({"name": ["Apoteket"]})) == 1
    with store.open(migrations=(*MIGRATIONS, NEXT, LATER)) as again:
        assert again.migrated_from is None
    with pytest.raises(errors.NewerSchema) as newer:
        open_workspace(store.text)
    assert (newer.value.found, newer.value.known) == (KNOWN + 2, KNOWN)
    assert "Update the plugin" in sentence(newer.value)


@pytest.mark.parametrize("version", range(1, KNOWN))
def test_every_earlier_version_is_brought_to_the_newest_with_its_rows(store, facilities, version):
    store.create(MIGRATIONS[:version])
    store.execute("INSERT INTO facilities (facility_id, name, type) VALUES ('a', 'Ekhamn', 'vardcentral')")
    with open_workspace(store.text) as newest:
        assert newest.migrated_from == version
        assert newest.read("facilities")["name"].tolist() == ["Ekhamn"]
        told = ["insert"] if version >= AUDITED else []
        assert newest.read("audit")["action"].tolist() == told
        newest.refresh("facilities", facilities("a"))
        assert newest.read("audit")["action"].tolist() == [*told, "update"]
        for name, table in newest.tables.items():
            assert set(newest.read(name)) - {"geom"} == set(table.column_names)


def test_a_migration_that_fails_leaves_the_file_as_it_was(workspace, store, facilities):
    workspace.write("facilities", facilities("a"), xy=([1.0], [2.0]))
    workspace.close()
    before = store.content()
    with pytest.raises(errors.MigrationFailed) as failed:
        store.open(migrations=(*MIGRATIONS, NEXT, BROKEN))
    assert "left as it was" in sentence(failed.value)
    assert store.content() == before
    with open_workspace(store.text) as unchanged:
        assert "floors" not in unchanged.read("facilities")


def test_an_older_file_that_may_only_be_read_is_not_migrated(workspace, store):
    workspace.close()
    with pytest.raises(errors.OlderSchema):
        store.open(writable=False, migrations=(*MIGRATIONS, NEXT))


def test_every_error_has_a_sentence():
    from narvard_plugin.store.plans.errors import PlanRefused  # it has sentences of its own
    from narvard_plugin.store.sentences import _SENTENCES

    assert set(_SENTENCES) == set(errors.StoreError.__subclasses__()) - {PlanRefused}
