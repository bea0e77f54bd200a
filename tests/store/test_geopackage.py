"""The workspace as a file: what goes in comes out, and what does not fit is refused whole."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from osgeo import gdal, ogr

from narvard_plugin.store import errors
from narvard_plugin.store.geometry import xy_from_wkb
from narvard_plugin.store.geopackage import GeoPackageWorkspace, create_geopackage
from narvard_plugin.store.register import MIGRATIONS, TABLES
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
from narvard_plugin.store.workspace import create_workspace, open_workspace

ROOT = Path(__file__).resolve().parents[2]
XY = (np.array([500000.0, 560000.5]), np.array([6400000.0, 6300000.25]))


def wkb(wkt):
    return bytes(ogr.CreateGeometryFromWkt(wkt).ExportToWkb())


SQUARE = wkb("POLYGON((500000 6400000,501000 6400000,501000 6401000,500000 6401000,500000 6400000))")
HOLES = wkb("MULTIPOLYGON(((0 0,9 0,9 9,0 9,0 0),(1 1,2 1,2 2,1 1)),((50 60,51 60,50 61,50 60)))")


# --- the file ---------------------------------------------------------------------------------------------------


def test_a_new_workspace_is_a_valid_geopackage(workspace, path, facilities):
    workspace.write("facilities", facilities("a", "b"), xy=XY)
    workspace.write("areas", pd.DataFrame({"area_code": ["1"], "vintage": ["2025"]}), wkb=[HOLES])
    workspace.close()
    validate = pytest.importorskip("osgeo_utils.samples.validate_gpkg")
    validate.check(str(path), extra_checks=True)


def test_ogr_sees_layers_tables_types_and_extent(workspace, path, facilities):
    workspace.write("facilities", facilities("a", "b"), xy=XY)
    workspace.close()
    source = ogr.Open(str(path))
    layers = {source.GetLayer(i).GetName(): source.GetLayer(i) for i in range(source.GetLayerCount())}
    assert set(layers) - {"layer_styles"} == set(TABLES)
    assert layers["facilities"].GetGeomType() == ogr.wkbPoint
    assert layers["areas"].GetGeomType() == ogr.wkbMultiPolygon
    assert layers["capacity"].GetGeomType() == ogr.wkbNone
    assert layers["facilities"].GetSpatialRef().GetAuthorityCode(None) == "3006"
    assert layers["facilities"].GetExtent() == pytest.approx((500000.0, 560000.5, 6300000.25, 6400000.0), abs=1)
    assert layers["facilities"].GetMetadataItem("IDENTIFIER") == "Vårdenheter"


def test_the_spatial_index_follows_every_write_and_edit(workspace, path, facilities):
    workspace.write("facilities", facilities("a", "b"), xy=XY)
    workspace.write("facilities", facilities("c"), xy=([700000], [7000000]))
    workspace.close()

    def found(source, west, south, east, north):
        layer = source.GetLayerByName("facilities")
        layer.SetSpatialFilterRect(west, south, east, north)
        return sorted(feature["facility_id"] for feature in layer)

    source = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    assert found(source, 499999, 6399999, 500001, 6400001) == ["a"]
    assert found(source, 0, 0, 1e6, 8e6) == ["a", "b", "c"]
    layer = source.GetLayerByName("facilities")
    moved = layer.GetFeature(1)
    moved.SetGeometry(ogr.CreateGeometryFromWkt("POINT(300000 6200000)"))  # as an edit in QGIS would
    assert layer.SetFeature(moved) == ogr.OGRERR_NONE
    assert found(source, 299999, 6199999, 300001, 6200001) == ["a"]
    del moved, layer, source
    with open_workspace(str(path)) as again:
        again.write("facilities", facilities("d"), xy=([1.0], [2.0]), mode="replace")
    index = sqlite3.connect(path).execute("SELECT id, minx, maxy FROM rtree_facilities_geom").fetchall()
    assert index == [(4, 1.0, 2.0)]


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


# --- what is refused --------------------------------------------------------------------------------------------


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


def test_the_method_log_can_only_grow(workspace, path):
    row = pd.DataFrame(
        {"time": [pd.Timestamp("2026-01-02 12:00:05", tz="Europe/Stockholm")], "who": "AB", "choice": "x"}
    )
    workspace.write("method_log", row)
    assert workspace.read("method_log")["time"].tolist() == ["2026-01-02T11:00:05.000Z"]
    with pytest.raises(errors.AppendOnly):
        workspace.write("method_log", row, mode="replace")
    workspace.close()
    raw = sqlite3.connect(path)
    for change in (
        "UPDATE method_log SET choice = 'y'",
        "DELETE FROM method_log",
        "INSERT OR REPLACE INTO method_log (fid, time, who, choice) VALUES (1, '2026-01-02T03:04:05.000Z', 'x', 'y')",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            raw.execute(change)


# --- transactions -----------------------------------------------------------------------------------------------


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


def test_a_second_writer_is_told_and_loses_nothing(workspace, path, facilities):
    with GeoPackageWorkspace(path, busy_seconds=0.1) as second:
        with workspace.transaction():  # from its beginning, so that what the first reads stays true until it writes
            with pytest.raises(errors.Busy) as busy:
                second.write("facilities", facilities("b"))
            workspace.write("facilities", facilities("a"))
            assert second.read("facilities").empty  # reading goes on meanwhile
        assert "Someone else is writing" in sentence(busy.value)
        second.write("facilities", facilities("b"))
    assert workspace.read("facilities")["facility_id"].tolist() == ["a", "b"]


# --- opening ----------------------------------------------------------------------------------------------------


def foreign_geopackage(path):
    ogr.GetDriverByName("GPKG").CreateDataSource(str(path)).CreateLayer("roads")


def table_of_the_same_name(path):
    sqlite3.connect(path).execute("CREATE TABLE workspace (id INTEGER)")


@pytest.mark.parametrize(
    "make",
    [
        foreign_geopackage,
        table_of_the_same_name,
        lambda path: path.write_bytes(b""),
        lambda path: path.write_text("not a database " * 100),
    ],
)
def test_a_foreign_file_is_refused_and_left_alone(path, make):
    make(path)
    before = path.read_bytes()
    with pytest.raises(errors.NotAWorkspace) as refused:
        open_workspace(str(path))
    assert "not a Närvård workspace" in sentence(refused.value)
    with pytest.raises(errors.FileExists):
        create_workspace(str(path), "99")
    assert path.read_bytes() == before


def test_a_damaged_workspace_is_refused(workspace, path):
    workspace.close()
    content = bytearray(path.read_bytes())
    content[100:4096] = bytes(3996)
    path.write_bytes(content)
    with pytest.raises(errors.NotAWorkspace):
        open_workspace(str(path))


@pytest.mark.parametrize("text", ["", "min databas", "/tmp/x.sqlite", "x.gpkg.zip"])
def test_a_text_that_names_no_geopackage_is_refused(text):
    with pytest.raises(errors.NoWorkspaceName) as refused:
        open_workspace(text)
    assert ".gpkg" in sentence(refused.value)


def test_places_that_do_not_work_get_their_own_sentence(tmp_path):
    with pytest.raises(errors.FolderMissing, match="saknas"):
        create_workspace(str(tmp_path / "saknas" / "x.gpkg"), "99")
    with pytest.raises(errors.FileMissing):
        open_workspace(str(tmp_path / "x.gpkg"))
    deep = tmp_path.joinpath(*["mapp" * 30] * 5)
    deep.mkdir(parents=True)
    with pytest.raises(errors.PathTooLong) as refused:
        create_workspace(str(deep / "x.gpkg"), "99")
    assert "shorter" in sentence(refused.value)
    assert list(deep.iterdir()) == []


def test_a_path_as_long_as_windows_and_more_works(tmp_path, facilities):
    deep = tmp_path.joinpath(*["Hälso- och sjukvårdens geografi"] * 9)
    deep.mkdir(parents=True)
    path = deep / "x.gpkg"
    assert len(str(path)) > 260
    with create_workspace(str(path), "99") as made:
        made.write("facilities", facilities("a"))


AS_NOBODY = """
import os, sys
from narvard_plugin.store.errors import ReadOnlyPlace
from narvard_plugin.store.workspace import create_workspace, open_workspace
from narvard_plugin.store.sentences import sentence
os.setgid(65534); os.setuid(65534)
existing, new = sys.argv[1:]
for attempt in (lambda: open_workspace(existing), lambda: create_workspace(new, "99")):
    try:
        attempt()
    except ReadOnlyPlace as error:
        print(sentence(error))
with open_workspace(existing, writable=False) as workspace:
    print(len(workspace.read("facilities")))
"""


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="giving up the right to write needs root")
def test_a_read_only_place_gets_a_sentence_and_can_still_be_read(facilities):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "vård.gpkg")
        path.parent.chmod(0o755)
        with create_workspace(str(path), "99") as made:
            made.write("facilities", facilities("a", "b"), xy=XY)
        command = [sys.executable, "-c", AS_NOBODY, str(path), str(path.with_name("ny.gpkg"))]
        run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
        assert run.returncode == 0, run.stderr
        assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    sentences = run.stdout.splitlines()
    assert [line.count("read-only for you") for line in sentences] == [1, 1, 0]
    assert sentences[2] == "2"


# --- versions ---------------------------------------------------------------------------------------------------

PHARMACY = Table("pharmacies", "Apotek", "Pharmacies", (Column("name", TEXT, "Namn", "Name", required=True),))
FLOORS = Column("floors", INTEGER, "Våningar", "Floors", minimum=0)
KNOWN = latest_version(MIGRATIONS)
NEXT = Migration(
    KNOWN + 1,
    "floors of facilities",
    (AddColumn("facilities", FLOORS), Script(("UPDATE facilities SET floors = length(facility_id)",))),
)
LATER = Migration(KNOWN + 2, "pharmacies", (AddTable(PHARMACY),))
BROKEN = Migration(KNOWN + 2, "stops half-way", (AddTable(PHARMACY), Script(("UPDATE no_such_table SET x = 1",))))


def test_an_older_file_is_brought_forward_step_by_step(workspace, path, facilities):
    workspace.write("facilities", facilities("a", "bb"), xy=XY)
    workspace.close()
    with GeoPackageWorkspace(path, migrations=(*MIGRATIONS, NEXT, LATER)) as newer:
        assert newer.migrated_from == KNOWN
        assert newer.read("facilities")["floors"].tolist() == [1, 2]
        assert newer.write("pharmacies", pd.DataFrame({"name": ["Apoteket"]})) == 1
    with GeoPackageWorkspace(path, migrations=(*MIGRATIONS, NEXT, LATER)) as again:
        assert again.migrated_from is None
    pytest.importorskip("osgeo_utils.samples.validate_gpkg").check(str(path))
    with pytest.raises(errors.NewerSchema) as newer:
        open_workspace(str(path))
    assert (newer.value.found, newer.value.known) == (KNOWN + 2, KNOWN)
    assert "Update the plugin" in sentence(newer.value)


def test_a_migrated_file_has_the_tables_of_a_new_one(workspace, path, tmp_path):
    workspace.close()
    history = (*MIGRATIONS, NEXT, LATER)
    GeoPackageWorkspace(path, migrations=history).close()
    create_geopackage(tmp_path / "new.gpkg", "99", "1", history)

    def tables(file):
        rows = sqlite3.connect(file).execute("SELECT m.name, c.* FROM sqlite_master m, pragma_table_info(m.name) c")
        return sorted(rows.fetchall())

    assert tables(path) == tables(tmp_path / "new.gpkg")


def test_a_migration_that_fails_leaves_the_file_as_it_was(workspace, path, facilities):
    workspace.write("facilities", facilities("a"), xy=([1.0], [2.0]))
    workspace.close()
    before = path.read_bytes()
    with pytest.raises(errors.MigrationFailed) as failed:
        GeoPackageWorkspace(path, migrations=(*MIGRATIONS, NEXT, BROKEN))
    assert "left as it was" in sentence(failed.value)
    assert path.read_bytes() == before
    with open_workspace(str(path)) as unchanged:
        assert "floors" not in unchanged.read("facilities")


def test_an_older_file_that_may_only_be_read_is_not_migrated(workspace, path):
    workspace.close()
    with pytest.raises(errors.OlderSchema):
        GeoPackageWorkspace(path, writable=False, migrations=(*MIGRATIONS, NEXT))


def test_every_error_has_a_sentence():
    from narvard_plugin.store.sentences import _SENTENCES

    assert set(_SENTENCES) == set(errors.StoreError.__subclasses__())
