"""The GeoPackage around the tables: the catalogue that makes them layers with Swedish names in QGIS."""

from __future__ import annotations

import html
import sqlite3

from osgeo import osr

from . import sql
from .audit_sql import audit_triggers
from .guards import sqlite_triggers
from .schema import GEOMETRY, SRID, AddColumn, AddTable, Column, Guarded, Migration, Script, Table

_APPLICATION_ID = 0x47504B47  # "GPKG"
_GEOPACKAGE_VERSION = 10200  # 1.2, whose spatial index triggers GDAL 3.6 to 3.10 read and write alike

_CATALOGUE = (
    "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, "
    "organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, "
    "description TEXT)",
    "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, "
    "identifier TEXT UNIQUE, description TEXT DEFAULT '', "
    "last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), "
    "min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER, "
    "CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))",
    "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, "
    "geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, "
    "CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name), "
    "CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name), "
    "CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))",
    "CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, "
    "definition TEXT NOT NULL, scope TEXT NOT NULL, "
    "CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))",
    "CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, "
    "description TEXT, mime_type TEXT, constraint_name TEXT, "
    "CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), CONSTRAINT gdc_tn UNIQUE (table_name, name))",
    "CREATE TABLE gpkg_data_column_constraints (constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, "
    "value TEXT, min NUMERIC, min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN, description TEXT, "
    "CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value))",
    # QGIS's own table of default styles: before GDAL 3.7 the names in gpkg_data_columns reach no user, a style does.
    "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), "
    "f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), "
    "styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30), "
    "update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))",
    "INSERT INTO gpkg_contents (table_name, data_type, identifier) "
    "VALUES ('layer_styles', 'attributes', 'layer_styles')",
)
_STYLE = (
    "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
    '<qgis version="3.22.0" styleCategories="Fields"><aliases></aliases></qgis>'
)
_SCHEMA_EXTENSION = ("gpkg_schema", "http://www.geopackage.org/spec120/#extension_schema", "read-write")
_RTREE_EXTENSION = ("gpkg_rtree_index", "http://www.geopackage.org/spec120/#extension_rtree", "write-only")
_ADD_EXTENSION = "INSERT INTO gpkg_extensions VALUES (?, ?, ?, ?, ?)"


def create_container(connection: sqlite3.Connection) -> None:
    """The catalogue of an empty GeoPackage."""
    connection.execute("PRAGMA application_id = " + str(_APPLICATION_ID))
    connection.execute("PRAGMA user_version = " + str(_GEOPACKAGE_VERSION))
    for statement in _CATALOGUE:
        connection.execute(statement)
    connection.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", _reference_systems())
    for table in ("gpkg_data_columns", "gpkg_data_column_constraints"):
        connection.execute(_ADD_EXTENSION, (table, None, *_SCHEMA_EXTENSION))


def apply_migration(connection: sqlite3.Connection, migration: Migration) -> None:
    """Take the file one version forward, inside the caller's transaction."""
    for step in migration.steps:
        if isinstance(step, AddTable):
            _add_table(connection, step.table)
        elif isinstance(step, AddColumn):
            connection.execute(sql.add_column(step.table, step.column))
            _label(connection, step.table, step.column)
        else:
            for statement in _statements(step):
                connection.execute(statement)


def _statements(step):
    if isinstance(step, Script):
        return step.geopackage
    return sqlite_triggers(step.guard) if isinstance(step, Guarded) else audit_triggers(step.table)


def note_change(connection: sqlite3.Connection, table: Table) -> None:
    """Bring the catalogue's date and extent of a written table up to date."""
    extent = connection.execute(sql.index_extent(table)).fetchone() if table.geometry else (None,) * 4
    connection.execute(
        "UPDATE gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ','now'), "
        "min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?",
        (*extent, table.name),
    )


def _add_table(connection, table):
    connection.execute(sql.create_table(table))
    for statement in sql.indexes(table):
        connection.execute(statement)
    srid = SRID if table.geometry else None
    connection.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES (?, ?, ?, ?, ?)",
        (table.name, "features" if table.geometry else "attributes", table.label_sv, table.label_en, srid),
    )
    connection.execute(
        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, "
        "styleQML, styleSLD, useAsDefault, description) VALUES ('', '', ?, ?, 'Närvård', ?, '', 1, ?)",
        (table.name, GEOMETRY if table.geometry else "", _STYLE, table.label_sv),
    )
    for column in table.columns:
        _label(connection, table.name, column)
    if table.geometry:
        connection.execute(
            "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)", (table.name, GEOMETRY, table.geometry, SRID)
        )
        for statement in sql.spatial_index(table):
            connection.execute(statement)
        connection.execute(_ADD_EXTENSION, (table.name, GEOMETRY, *_RTREE_EXTENSION))
    if table.append_only:
        for statement in sql.append_only_triggers(table):
            connection.execute(statement)


def _label(connection, table: str, column: Column):
    connection.execute(
        "INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES (?, ?, ?, ?, ?)",
        (table, column.name, column.label_sv, column.label_sv, column.label_en),
    )
    alias = " ".join(("<alias field=" + _attribute(column.name), "name=" + _attribute(column.label_sv) + "/>"))
    connection.execute(
        "UPDATE layer_styles SET styleQML = replace(styleQML, '</aliases>', ? || '</aliases>') WHERE f_table_name = ?",
        (alias, table),
    )


def _attribute(text: str) -> str:
    return '"' + html.escape(text) + '"'


def _reference_systems():
    yield "Undefined Cartesian SRS", -1, "NONE", -1, "undefined", "undefined Cartesian coordinate reference system"
    yield "Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic coordinate reference system"
    for code in (4326, SRID):
        system = osr.SpatialReference()
        system.ImportFromEPSG(code)
        yield system.GetName(), code, "EPSG", code, system.ExportToWkt(), None


def add_note(connection: sqlite3.Connection, note: str) -> None:
    """Add ``note`` to the name and the description that every table shows to users."""
    connection.execute(
        "UPDATE gpkg_contents SET identifier = identifier || ' – ' || ?, "
        "description = coalesce(description || '. ', '') || ?",
        (note, note),
    )
