"""The workspace as a file: what goes in comes out, and what does not fit is refused whole."""

import contextlib
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
from narvard_plugin.store.geopackage import GeoPackageWorkspace, create_geopackage
from narvard_plugin.store.register import MIGRATIONS, TABLES
from narvard_plugin.store.schema import (
    INTEGER,
    TEXT,
    AddColumn,
    AddTable,
    Column,
    Migration,
    Table,
    latest_version,
)
from narvard_plugin.store.sentences import sentence
from narvard_plugin.store.workspace import create_workspace, open_workspace
from tests.full_disk import no_more_than

ROOT = Path(__file__).resolve().parents[2]
XY = (np.array([500000.0, 560000.5]), np.array([6400000.0, 6300000.25]))


def wkb(wkt):
    return bytes(ogr.CreateGeometryFromWkt(wkt).ExportToWkb())


HOLES = wkb("MULTIPOLYGON(((0 0,9 0,9 9,0 9,0 0),(1 1,2 1,2 2,1 1)),((50 60,51 60,50 61,50 60)))")


# --- the file ---------------------------------------------------------------------------------------------------


@pytest.fixture
def workspace(path):
    with create_workspace(str(path), "99") as made:
        yield made


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


@pytest.mark.parametrize("length", range(478, 501))
def test_a_path_near_the_longest_works_or_gets_its_sentence(tmp_path, length):
    """The name that a file has until it is whole may be longer than its own."""
    deep = tmp_path / ("m" * 200)
    folder = deep / ("n" * (length - len(f"{deep}//x.gpkg")))
    folder.mkdir(parents=True)
    with contextlib.suppress(errors.PathTooLong):
        create_workspace(str(folder / "x.gpkg"), "99").close()
    assert [path.name for path in folder.iterdir()] in ([], ["x.gpkg"])
    assert length > 478 or list(folder.iterdir())


@pytest.mark.parametrize("name", ["å" * 110 + ".gpkg", "x" * 235 + ".gpkg"])
def test_a_name_may_be_long(tmp_path, name):
    with create_workspace(str(tmp_path / name), "99") as made:
        assert made.region == "99"


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
@pytest.mark.parametrize("mode", ["DELETE", "WAL"])  # the second is what a QGIS that fell leaves behind
def test_a_read_only_place_gets_a_sentence_and_can_still_be_read(facilities, mode):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "vård.gpkg")
        path.parent.chmod(0o755)
        with create_workspace(str(path), "99") as made:
            made.write("facilities", facilities("a", "b"), xy=XY)
        with contextlib.closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA journal_mode = " + mode)
        command = [sys.executable, "-c", AS_NOBODY, str(path), str(path.with_name("ny.gpkg"))]
        run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
        assert run.returncode == 0, run.stderr
        assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    sentences = run.stdout.splitlines()
    assert [line.count("read-only for you") for line in sentences] == [1, 1, 0]
    assert sentences[2] == "2"


def test_a_disk_that_fills_up_within_a_larger_transaction_is_told_as_that(workspace, path, facilities):
    workspace._connection.execute("PRAGMA cache_size = 5")  # it writes before it is done
    with no_more_than(path.stat().st_size), pytest.raises(errors.StoreFailed) as raised, workspace.transaction():
        workspace.write("facilities", facilities(*map(str, range(2000))))
    assert "disk I/O" in raised.value.detail
    workspace.write("facilities", facilities("later"))
    assert workspace.read("facilities")["facility_id"].tolist() == ["later"]


LATER = (
    Migration(
        latest_version(MIGRATIONS) + 1,
        "one column and one table more",
        (
            AddColumn("facilities", Column("floors", INTEGER, "Våningar", "Floors")),
            AddTable(Table("pharmacies", "Apotek", "Pharmacies", (Column("name", TEXT, "Namn", "Name"),))),
        ),
    ),
)


def test_a_migrated_file_has_the_tables_of_a_new_one(workspace, path, tmp_path):
    workspace.close()
    history = (*MIGRATIONS, *LATER)
    GeoPackageWorkspace(path, migrations=history).close()
    create_geopackage(tmp_path / "new.gpkg", "99", "1", history)

    def tables(file):
        rows = sqlite3.connect(file).execute("SELECT m.name, c.* FROM sqlite_master m, pragma_table_info(m.name) c")
        return sorted(rows.fetchall())

    assert tables(path) == tables(tmp_path / "new.gpkg")


def test_a_refresh_in_which_nothing_changed_leaves_the_file_alone(workspace, path, facilities):
    workspace.refresh("facilities", facilities("a", "b"), xy=XY)
    before = path.read_bytes()
    workspace.refresh("facilities", facilities("b", "a"), xy=(XY[0][::-1], XY[1][::-1]))
    assert path.read_bytes() == before
