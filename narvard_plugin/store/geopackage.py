"""The workspace as one GeoPackage file."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime, timezone
from pathlib import Path
from typing import Optional
from urllib.parse import quote

import numpy as np

from ..whole_files import name_beside, take_away
from . import sql
from .audit import this_person
from .container import add_note, apply_migration, create_container, note_change
from .database import DatabaseWorkspace
from .errors import (
    FileExists,
    FileMissing,
    FolderMissing,
    MigrationFailed,
    NewerSchema,
    NotAWorkspace,
    OlderSchema,
    PathTooLong,
    ReadOnlyPlace,
    ReferenceMissing,
    RowRefused,
    StoreError,
    StoreFailed,
)
from .geometry import blobs_from_wkb, blobs_from_xy, install_spatial_functions, wkb_from_blob
from .geopackage_errors import BUSY_SECONDS, broken_rule, error_for, worded
from .guards import error_of, refusal_in
from .places import is_on_network
from .register import MIGRATIONS
from .schema import ANY_GEOMETRY, AREAS, SRID, Migration, Table, guards_of, latest_version, tables_of
from .sentences import network_warning

#: SQLite's own limit for a file name, its journal's ending included.
_LONGEST_PATH = 500
_SHOWN_VALUES = 5


def create_geopackage(
    path: Path, region: str, plugin_version: str, migrations: Sequence[Migration] = MIGRATIONS, note: str = ""
) -> None:
    """A new file with empty tables, made beside and renamed when whole: no half-made file ever has the name.

    ``note`` is added to what every table says of itself.
    """
    if path.exists():
        raise FileExists(str(path))
    _check_place(path)
    unfinished = name_beside(path)
    longest = _LONGEST_PATH - max(len(os.fsencode(unfinished)) - len(os.fsencode(path)), 0)
    if len(os.fsencode(path)) > longest:
        raise PathTooLong(str(path), len(os.fsencode(path)), longest)
    try:
        with worded(path), contextlib.closing(_connect(unfinished, "rwc", BUSY_SECONDS)) as connection:
            connection.execute("BEGIN")
            create_container(connection)
            for migration in migrations:
                apply_migration(connection, migration)
            if note:
                add_note(connection, note)
            connection.execute(
                'INSERT INTO workspace ("fid", "schema_version", "region", "created", "plugin_version", "crs") '
                "VALUES (1, ?, ?, ?, ?, ?)",
                (latest_version(migrations), region, _now(), plugin_version, "EPSG:" + str(SRID)),
            )
            connection.execute("COMMIT")
        _take_name(unfinished, path)
    finally:
        take_away(unfinished)


def _take_name(unfinished: Path, path: Path) -> None:
    """Raises ``FileExists`` where another run took the name meanwhile: it may be filling its file already."""
    try:
        os.link(unfinished, path)
    except FileExistsError as error:
        raise FileExists(str(path)) from error
    except OSError as error:  # a disk that knows no second names
        if path.exists():
            raise FileExists(str(path)) from error
        unfinished.rename(path)


class GeoPackageWorkspace(DatabaseWorkspace):
    """One region's register in a GeoPackage; see `workspace.Workspace` for what its methods promise."""

    provider = "ogr"

    def __init__(
        self,
        path: Path,
        writable: bool = True,
        migrations: Sequence[Migration] = MIGRATIONS,
        busy_seconds: float = BUSY_SECONDS,
        who: str = "",
        tool: str = "",
    ):
        self.who, self.tool = who or this_person(), tool
        self._signed = False
        self._changed: dict[str, Table] = {}
        self.name = str(path)
        self.tables: Mapping[str, Table] = tables_of(migrations)
        self.guards = guards_of(migrations)
        self.warnings = (network_warning(self.name),) if is_on_network(path) else ()
        self._path = path
        self._busy_seconds = busy_seconds
        if not path.is_file():
            raise FileMissing(str(path))
        _check_place(path, writable)
        if not writable:
            _take_back_half_done(path, busy_seconds)
        self._connection = _connect(path, "rw" if writable else _reading_mode(path), busy_seconds)
        try:
            self.region = self._open(migrations, writable)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        self._connection.close()

    def layer_source(self, table: str, shape: str = AREAS) -> str:
        target = self._table(table)
        only = "|geometrytype=" + shape if target.geometry == ANY_GEOMETRY else ""
        return self.name + "|layername=" + target.name + only

    @contextlib.contextmanager
    def transaction(self):
        # A write inside a larger transaction gets a savepoint: a caller that catches its error and goes on
        # keeps nothing of it.
        nested, signed = self._connection.in_transaction, self._signed
        with worded(self._path, self._busy_seconds):
            self._connection.execute("SAVEPOINT step" if nested else "BEGIN IMMEDIATE")
            try:
                yield
                self._keep(nested)
            except BaseException:
                self._undo(nested)
                self._signed = signed
                raise

    def _keep(self, nested):
        if nested:
            self._connection.execute("RELEASE step")
            return
        if self._signed:
            self._connection.execute("DELETE FROM writing")
        for table in self._changed.values():
            note_change(self._connection, table)
        try:
            self._connection.execute("COMMIT")
        except sqlite3.IntegrityError as error:  # references are checked when the outermost transaction ends
            raise self._missing_reference() from error
        self._signed = False
        self._changed.clear()

    def _undo(self, nested):
        if not self._connection.in_transaction:  # a full disk has SQLite roll back by itself, the whole of it
            self._changed.clear()
            return
        if nested:
            self._connection.execute("ROLLBACK TO step")
            self._connection.execute("RELEASE step")
        else:
            self._connection.execute("ROLLBACK")
            self._changed.clear()

    def _sign(self):
        if not self._signed:
            self._connection.execute("DELETE FROM writing")
            self._connection.execute("INSERT INTO writing (who, tool) VALUES (?, ?)", (self.who, self.tool or None))
            self._signed = True

    def _open(self, migrations, writable) -> str:
        known = latest_version(migrations)
        found, region = self._identity()
        if found > known:
            raise NewerSchema(self.name, found, known)
        if found < known and not writable:
            raise OlderSchema(self.name, found, known)
        if found < known:
            self._migrate(migrations)
            self.migrated_from = found
        return region

    def _identity(self) -> tuple[int, str]:
        try:
            row = self._connection.execute("SELECT schema_version, region FROM workspace WHERE fid = 1").fetchone()
        except UnicodeDecodeError as error:  # SQLite names what it lacks, and the name is damaged
            raise NotAWorkspace(self.name, str(error)) from error
        except sqlite3.DatabaseError as error:
            worded = error_for(self._path, self._busy_seconds, error)
            raise NotAWorkspace(self.name, str(error)) if isinstance(worded, StoreFailed) else worded from error
        if row is None or not isinstance(row[0], int):
            raise NotAWorkspace(self.name, "workspace: 0")
        return row

    def _migrate(self, migrations):
        known = latest_version(migrations)
        with self.transaction():
            found, _ = self._identity()  # another one may have done it while this one waited
            try:
                for migration in migrations[found:]:
                    apply_migration(self._connection, migration)
                self._connection.execute("UPDATE workspace SET schema_version = ? WHERE fid = 1", (known,))
            except sqlite3.Error as error:
                raise MigrationFailed(self.name, found, known, str(error)) from error

    def _geometry_of_xy(self, x, y) -> list:
        return blobs_from_xy(x, y, SRID)

    def _geometry_of_wkb(self, geometries, kind) -> list:
        return blobs_from_wkb(geometries, kind, SRID)

    def _wkb(self, stored) -> list[Optional[bytes]]:
        return [wkb_from_blob(blob) for blob in stored]

    def _select(self, table, within) -> list[tuple]:
        chosen = [json.dumps(one.values) for one in within]
        with worded(self._path, self._busy_seconds):
            return self._connection.execute(sql.select(table, within), chosen).fetchall()

    def _insert(self, table, names, values, at):
        chosen = values if len(at) == len(values[0]) else _chosen(values, at)
        self._execute(sql.insert(table, names), zip(*chosen), table, names, values, at)

    def _update(self, table, names, values, at, fids):
        rows = zip(*_chosen(values, at), fids.tolist())
        self._execute(sql.update(table, names), rows, table, names, values, at)

    def _delete(self, table, fids):
        for fid in fids.tolist():
            try:
                self._connection.execute(sql.delete_row(table), (fid,))
            except sqlite3.IntegrityError as error:
                raise self._guarded(error, fid) or error from error

    def _delete_all(self, table):
        return self._connection.execute(sql.delete_all(table)).rowcount

    def _note_change(self, table):
        # Once, when the outermost transaction ends: the extent is of all the table's rows, however few were written.
        self._changed[table.name] = table

    def _execute(self, statement, rows, table, names, values, at):
        done, last = -1, ()

        def counted():
            nonlocal done, last
            for last in rows:
                done += 1
                yield last

        try:
            self._connection.executemany(statement, counted())
        except sqlite3.IntegrityError as error:
            row = int(at[done])
            if refusal_in(str(error)):  # only an update is, whose last value is the row key
                raise self._guarded(error, last[-1], names, [column[row] for column in values]) from error
            problem, column = broken_rule(table, str(error))
            value = values[names.index(column)][row] if column in names else None
            raise RowRefused(table.name, row, column, value, problem) from error
        except (sqlite3.InterfaceError, sqlite3.ProgrammingError, OverflowError, UnicodeError) as error:
            raise RowRefused(table.name, int(at[done]), None, error, "unstorable") from error

    def _guarded(self, error, fid, names=(), values=()) -> Optional[StoreError]:
        """What a trigger refused for the row ``fid``, if that is what SQLite complains of."""
        refusal = refusal_in(str(error))
        if refusal is None:
            return None
        before = self._connection.execute(sql.value_of_row(refusal.table, refusal.column), (fid,)).fetchone()[0]
        return error_of(refusal, before, dict(zip(names, values)).get(refusal.column), names, self.guards)

    def _missing_reference(self) -> ReferenceMissing:
        broken = self._connection.execute("PRAGMA foreign_key_check").fetchall()
        table, _, parent, _ = broken[0]
        column = next(c for c in self._table(table).columns if c.references and c.references[0] == parent).name
        rows = [row for name, row, of, _ in broken if (name, of) == (table, parent)]
        read = sql.value_of_row(table, column)
        values = {self._connection.execute(read, (row,)).fetchone()[0] for row in rows}
        return ReferenceMissing(table, column, parent, sorted(values)[:_SHOWN_VALUES], len(rows))


def _connect(path: Path, mode: str, busy_seconds: float) -> sqlite3.Connection:
    with worded(path):
        connection = sqlite3.connect(address_of(path, mode), uri=True, timeout=busy_seconds, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    install_spatial_functions(connection)
    return connection


def _take_back_half_done(path: Path, busy_seconds: float) -> None:
    """Have SQLite take back what a writer that was killed left half done, which it refuses to do for one that only reads."""
    journal = path.with_name(path.name + "-journal")
    if journal.exists() and os.access(path.parent, os.W_OK) and os.access(path, os.W_OK):
        with worded(path, busy_seconds), contextlib.closing(_connect(path, "rw", busy_seconds)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def address_of(path: Path, mode: str) -> str:
    """What SQLite opens in ``mode`` (ro, rw, rwc); it takes //server/share for a path, but not as a host."""
    text = path.as_posix()
    return "file://" + ("" if text.startswith("/") else "/") + quote(text) + "?mode=" + mode


def _reading_mode(path: Path) -> str:
    """A file that was left in WAL mode opens on a medium that nobody can write to only as one that does not change."""
    if os.access(path.parent, os.W_OK) or path.with_name(path.name + "-wal").exists():
        return "ro"
    try:
        with path.open("rb") as file:
            in_wal_mode = file.read(20)[18:] == b"\x02\x02"
    except OSError:  # SQLite says why
        return "ro"
    return "ro&immutable=1" if in_wal_mode else "ro"


def _check_place(path: Path, writable: bool = True):
    """Say what is wrong with the place before SQLite says only that it is unable to open the file."""
    if len(os.fsencode(path)) > _LONGEST_PATH:
        raise PathTooLong(str(path), len(os.fsencode(path)), _LONGEST_PATH)
    if not path.parent.is_dir():
        raise FolderMissing(str(path.parent))
    # The folder too: SQLite keeps its journal beside the file while it writes.
    if writable and not (os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))):
        raise ReadOnlyPlace(str(path))


def _chosen(values: list[list], at: np.ndarray) -> list[list]:
    places = at.tolist()
    return [[column[place] for place in places] for column in values]


def _now() -> str:
    return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.") + "000Z"
