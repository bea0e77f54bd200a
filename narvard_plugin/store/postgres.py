"""The workspace as one schema of a PostgreSQL database with PostGIS."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Mapping, Sequence
from typing import Optional

import numpy as np
import psycopg2
from psycopg2 import errors as server
from psycopg2.extensions import TRANSACTION_STATUS_IDLE, TRANSACTION_STATUS_UNKNOWN
from psycopg2.sql import SQL, Identifier, Literal

from . import postgres_sql as sql
from .audit import this_person
from .connections import StoredConnection
from .copying import copy_lines, failing_fid, refused
from .database import DatabaseWorkspace
from .errors import (
    MigrationFailed,
    NewerSchema,
    NoSchema,
    NotAWorkspace,
    OlderSchema,
    ReferenceMissing,
    RightMissing,
    SchemaExists,
)
from .geometry import ewkb_from_wkb, ewkb_from_xy, wkb_from_ewkb
from .postgres_errors import connect, guard_error, refusal_by, worded
from .postgres_schema import apply_migration, ensure_postgis, make_functions, make_schema
from .register import MIGRATIONS
from .schema import ANY_GEOMETRY, AREAS, GEOMETRY, ROW_KEY, SRID, Migration, Table, guards_of, latest_version, tables_of

#: How long a writer waits for another one before it gives up with a sentence.
BUSY_SECONDS = 5.0
_SHOWN_VALUES = 5


def create_postgres(
    stored: StoredConnection,
    region: str,
    plugin_version: str,
    migrations: Sequence[Migration] = MIGRATIONS,
    note: str = "",
) -> None:
    """A new workspace in a schema that is not there yet, or is empty; all of it or nothing.

    ``note`` is added to what every table says of itself.
    """
    with worded(stored.text, BUSY_SECONDS), contextlib.closing(connect(stored)) as connection:
        cursor = connection.cursor()
        _begin(cursor, stored.schema, BUSY_SECONDS)
        if _tables_in(cursor, stored.schema):
            raise SchemaExists(stored.text, stored.schema)
        spatial = ensure_postgis(cursor, stored.text)
        make_schema(cursor, stored.schema, spatial)
        for migration in migrations:
            apply_migration(cursor, migration, note)
        cursor.execute(
            "INSERT INTO workspace (fid, schema_version, region, created, plugin_version, crs) "
            "VALUES (1, %s, %s, date_trunc('second', now()), %s, %s)",
            (latest_version(migrations), region, plugin_version, "EPSG:" + str(SRID)),
        )
        cursor.execute("COMMIT")


def postgres_exists(stored: StoredConnection) -> bool:
    """Whether the schema holds something, of whatever kind."""
    with worded(stored.text, BUSY_SECONDS), contextlib.closing(connect(stored)) as connection:
        return bool(_tables_in(connection.cursor(), stored.schema))


class PostgresWorkspace(DatabaseWorkspace):
    """One region's register in a schema of PostgreSQL; see `workspace.Workspace` for what its methods promise."""

    provider = "postgres"

    def __init__(
        self,
        stored: StoredConnection,
        writable: bool = True,
        migrations: Sequence[Migration] = MIGRATIONS,
        busy_seconds: float = BUSY_SECONDS,
        who: str = "",
        tool: str = "",
    ):
        self.name, self.who, self.tool = stored.text, who or this_person(), tool
        self.tables: Mapping[str, Table] = tables_of(migrations)
        self.guards = guards_of(migrations)
        self._stored, self._writable, self._busy_seconds = stored, writable, busy_seconds
        self._connection = connect(stored)
        try:
            with self._worded():
                self.region = self._open(migrations)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        self._connection.close()

    def layer_source(self, table: str, shape: str = AREAS) -> str:
        target = self._table(table)
        only = shape if target.geometry == ANY_GEOMETRY else ""
        return self._stored.layer(target.name, GEOMETRY if target.geometry else None, ROW_KEY, only)

    @contextlib.contextmanager
    def transaction(self):
        nested = self._connection.info.transaction_status != TRANSACTION_STATUS_IDLE
        with self._worded() as about, self._connection.cursor() as cursor:
            if nested:
                cursor.execute("SAVEPOINT step")
            try:
                if not nested:
                    self._begin(cursor)
                yield
                if nested:
                    cursor.execute("RELEASE step")
                else:
                    self._check_references(cursor)
                    about.committing = True
                    cursor.execute("COMMIT")
            except BaseException:
                self._undo(cursor, nested)
                raise

    def _begin(self, cursor):
        """Writers stand in line; what the transaction reads stays as it was when its turn came.

        The lock comes first: it takes no snapshot. An edit in QGIS, which does not stand in line, is never written
        over: PostgreSQL refuses to change a row that changed since the snapshot.
        """
        cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
        _wait_at_most(cursor, self._busy_seconds)
        cursor.execute("LOCK TABLE workspace IN SHARE ROW EXCLUSIVE MODE")
        for setting, text in (("narvard.who", self.who), ("narvard.tool", self.tool)):
            cursor.execute("SELECT set_config(%s, %s, true)", (setting, text))

    def _undo(self, cursor, nested):
        if self._connection.closed or self._connection.info.transaction_status == TRANSACTION_STATUS_UNKNOWN:
            return  # the server has rolled it back
        if nested:
            cursor.execute("ROLLBACK TO step")
            cursor.execute("RELEASE step")
        else:
            cursor.execute("ROLLBACK")

    def _check_references(self, cursor):
        cursor.execute("SAVEPOINT references_checked")
        try:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        except server.ForeignKeyViolation as error:
            cursor.execute("ROLLBACK TO references_checked")
            raise self._missing_reference(cursor, error.diag) from error

    def _missing_reference(self, cursor, diag) -> ReferenceMissing:
        name = diag.constraint_name.partition(":")[2]
        column = next(c for c in self._table(diag.table_name).columns if c.name == name)
        cursor.execute(sql.without_parent(diag.table_name, name, *column.references))
        values = [row[0] for row in cursor.fetchall()]
        return ReferenceMissing(
            diag.table_name, name, column.references[0], sorted(set(values))[:_SHOWN_VALUES], len(values)
        )

    def _open(self, migrations) -> str:
        known = latest_version(migrations)
        with self._connection.cursor() as cursor:
            if "workspace" not in _tables_in(cursor, self._stored.schema):
                if _tables_in(cursor, self._stored.schema):
                    raise NotAWorkspace(self.name, self._stored.schema)
                raise NoSchema(self._stored.name, self._stored.schema)
            self._check_entry(cursor)
            spatial = ensure_postgis(cursor, self.name)
            path = SQL(", ").join(map(Identifier, (self._stored.schema, spatial)))
            cursor.execute(SQL("SET search_path TO {}").format(path))
            found, region = self._identity(cursor)
            if found > known:
                raise NewerSchema(self.name, found, known)
            if found < known and not self._writable:
                raise OlderSchema(self.name, found, known)
            if self._writable:
                self._check_rights(cursor)
            if found < known:
                self._migrate(cursor, migrations, spatial)
                self.migrated_from = found
            if not self._writable:
                cursor.execute("SET default_transaction_read_only TO on")
        return region

    def _identity(self, cursor) -> tuple[int, str]:
        try:
            cursor.execute("SELECT schema_version, region FROM workspace WHERE fid = 1")
        except server.UndefinedColumn as error:
            raise NotAWorkspace(self.name, str(error.diag.message_primary)) from error
        row = cursor.fetchone()
        if row is None:
            raise NotAWorkspace(self.name, "workspace: 0")
        return row

    def _check_entry(self, cursor):
        """A schema that one may not use is passed over in silence, as if its tables were not there."""
        cursor.execute("SELECT current_user, has_schema_privilege(%s, 'USAGE')", (self._stored.schema,))
        user, may = cursor.fetchone()
        if not may:
            raise RightMissing(self.name, user, "schema " + self._stored.schema + ": USAGE")

    def _check_rights(self, cursor):
        cursor.execute(
            "SELECT current_user, has_table_privilege('workspace', 'UPDATE'), "
            "current_setting('transaction_read_only') = 'on'"
        )
        user, may, read_only = cursor.fetchone()
        if read_only or not may:
            raise RightMissing(self.name, user, "read-only" if read_only else "workspace: UPDATE")

    def _migrate(self, cursor, migrations, spatial):
        _begin(cursor, self._stored.schema, self._busy_seconds)
        known = latest_version(migrations)
        found, _ = self._identity(cursor)  # another one may have done it while this one waited
        try:
            make_functions(cursor, self._stored.schema, spatial)
            for migration in migrations[found:]:
                apply_migration(cursor, migration)
            cursor.execute("UPDATE workspace SET schema_version = %s WHERE fid = 1", (known,))
            cursor.execute("COMMIT")
        except (server.InsufficientPrivilege, server.LockNotAvailable):
            cursor.execute("ROLLBACK")
            raise
        except psycopg2.Error as error:
            if not self._connection.closed:
                cursor.execute("ROLLBACK")
            raise MigrationFailed(self.name, found, known, str(error).strip()) from error

    def _geometry_of_xy(self, x, y) -> list:
        return ewkb_from_xy(x, y, SRID)

    def _geometry_of_wkb(self, geometries, kind) -> list:
        return ewkb_from_wkb(geometries, kind, SRID)

    def _wkb(self, stored) -> list[Optional[bytes]]:
        return [wkb_from_ewkb(ewkb) for ewkb in stored]

    def _select(self, table, within) -> list[tuple]:
        with self._worded(), self._connection.cursor() as cursor:
            cursor.execute(sql.select(table, within), [one.values for one in within])
            return cursor.fetchall()

    def _insert(self, table, names, values, at):
        if len(at):
            self._copy(table, table.name, names, values, at)

    def _update(self, table, names, values, at, fids):
        if not len(at):
            return
        with self._connection.cursor() as cursor:
            cursor.execute(sql.stage(table, names))
            by_row = np.full(int(at.max()) + 1, -1)
            by_row[at] = fids
            self._copy(table, sql.STAGED, [*names, ROW_KEY], [*values, by_row.tolist()], at)
            try:
                cursor.execute(sql.update_from_staged(table, names))
            except psycopg2.Error as error:
                if refusal_by(error):
                    raise guard_error(error, names, self.guards) from error
                failing = at[fids == failing_fid(error)]
                raise (refused(table, names, values, failing, error) if len(failing) else None) or error from error
            cursor.execute(sql.drop_staged())

    def _copy(self, table, into, names, values, at):
        lines = copy_lines(table, names, values, at)
        try:
            with self._connection.cursor() as cursor:
                cursor.copy_expert(sql.copy_in(into, names), io.BytesIO(lines))
        except psycopg2.Error as error:
            raise refused(table, names, values, at, error) or error from error

    def _delete(self, table, fids):
        if len(fids):
            with self._connection.cursor() as cursor:
                cursor.execute(sql.delete_rows(table), (fids.tolist(),))

    def _delete_all(self, table) -> int:
        with self._connection.cursor() as cursor:
            cursor.execute(sql.delete_all(table))
            return cursor.rowcount

    def _sign(self):
        """Every transaction is signed where it begins."""

    def _note_change(self, table):
        """PostgreSQL keeps its own statistics."""

    def _worded(self):
        return worded(self.name, self._busy_seconds, self._connection)


def _begin(cursor, schema: str, busy_seconds: float):
    """A transaction that makes or changes tables: one at a time in each schema."""
    cursor.execute("BEGIN")
    _wait_at_most(cursor, busy_seconds)
    cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", ("narvard " + schema,))


def _wait_at_most(cursor, seconds: float):
    # Not set_config(): a SELECT would take the snapshot, before the wait instead of after it.
    cursor.execute(SQL("SET LOCAL lock_timeout TO {}").format(Literal(int(seconds * 1000))))


def _tables_in(cursor, schema: str) -> set[str]:
    cursor.execute(
        "SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
        "WHERE n.nspname = %s AND c.relkind IN ('r', 'v', 'm', 'p', 'f')",
        (schema,),
    )
    return {row[0] for row in cursor.fetchall()}
