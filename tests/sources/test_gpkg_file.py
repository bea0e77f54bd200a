"""A GeoPackage from outside: its layers, and nothing of its maker's is run to find them."""

import sqlite3
from contextlib import closing

import pytest

from narvard_plugin.sources import errors
from narvard_plugin.sources.gpkg_file import gpkg_layers
from tests.sources.impatient import told
from tests.sources.servers.stac import gpkg
from tests.sources.test_stac import square

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT"


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "leverans.gpkg"
    file.write_bytes(gpkg({"vägar": [({"namn": "a"}, square(760000))], "hus": [({"namn": "b"}, square(761000))]}))
    return file


def test_layers_as_gdal_writes_them(path):
    found = {layer.name: (layer.kind, layer.srs, layer.columns) for layer in gpkg_layers(path)}
    assert found == dict.fromkeys(("hus", "vägar"), ("MULTIPOLYGON", 3006, ("fid", "geom", "namn")))


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (f"DROP TABLE gpkg_contents; CREATE VIEW gpkg_contents AS {ENDLESS} i AS table_name, 'features' AS data_type FROM n", "active"),
        (f"ALTER TABLE hus RENAME TO dolt; CREATE VIEW hus AS {ENDLESS} i AS fid, NULL AS geom, 'b' AS namn FROM n", "active"),
        ("ALTER TABLE hus RENAME TO dolt; CREATE VIEW hus AS SELECT * FROM dolt", "active"),
        ("DROP TABLE gpkg_contents; CREATE VIEW gpkg_contents AS SELECT 'hus' AS table_name, 'features' AS data_type", "damaged"),
        ("CREATE TRIGGER vid_ändring AFTER UPDATE ON hus BEGIN DELETE FROM hus; END", "active"),
        (f"CREATE TRIGGER rtree_hus_geom_extra AFTER UPDATE ON hus BEGIN DELETE FROM hus WHERE fid IN ({ENDLESS} i FROM n); END", "active"),
        ("CREATE VIRTUAL TABLE sök USING fts4(text)", "active"),
        ("UPDATE gpkg_contents SET table_name = 'hus|layername=vägar' WHERE table_name = 'hus';"
         "UPDATE gpkg_geometry_columns SET table_name = 'hus|layername=vägar' WHERE table_name = 'hus'", "active"),
        ("DROP TABLE gpkg_geometry_columns", "damaged"),
        ("UPDATE gpkg_contents SET table_name = CAST(x'FF' AS TEXT) WHERE table_name = 'hus'", ""),
    ],
)  # fmt: skip
def test_what_would_run_when_it_is_read_or_edited_is_refused(path, spoil, reason):
    with closing(sqlite3.connect(path)) as data:
        data.execute("PRAGMA foreign_keys = OFF")
        data.execute("PRAGMA legacy_alter_table = ON")
        for trigger in [name for (name,) in data.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]:
            data.execute(f'DROP TRIGGER "{trigger}"')
        data.executescript(spoil)
    if not reason:
        assert [layer.name for layer in gpkg_layers(path)] == ["vägar"]
        return
    with pytest.raises(errors.HostileFile) as raised:
        gpkg_layers(path)
    assert raised.value.reason == reason


def test_a_layer_without_kind_or_system_is_a_layer_still(path):
    with closing(sqlite3.connect(path)) as data:
        data.executescript(
            "CREATE TABLE g AS SELECT table_name, column_name, NULL AS geometry_type_name, 'x' AS srs_id FROM "
            "gpkg_geometry_columns; DROP TABLE gpkg_geometry_columns; ALTER TABLE g RENAME TO gpkg_geometry_columns"
        )
    assert [(layer.kind, layer.srs) for layer in gpkg_layers(path)] == [("", "x")] * 2


def test_the_sentence_says_what_it_is(path):
    with closing(sqlite3.connect(path)) as data:
        data.execute("CREATE TRIGGER annan AFTER INSERT ON hus BEGIN DELETE FROM hus; END")
    words = told(lambda: gpkg_layers(path))
    assert (
        "leverans.gpkg is not safe to open: it holds a program that would run when it is read or edited (annan)"
        in words
    )
