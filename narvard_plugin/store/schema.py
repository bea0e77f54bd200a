"""How the register's tables and their history are described: as data that every backend turns into its own SQL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Optional, Union

TEXT, INTEGER, REAL, DATE, DATETIME, BLOB = "TEXT", "INTEGER", "REAL", "DATE", "DATETIME", "BLOB"
#: What a table's geometry may be; ANY_GEOMETRY takes points, lines and areas in one column.
POINT, MULTIPOLYGON, ANY_GEOMETRY = "POINT", "MULTIPOLYGON", "GEOMETRY"

#: QGIS shows such a column as one layer for each of these.
AREAS, LINES, POINTS = "MultiPolygon", "MultiLineString", "MultiPoint"

#: Row key that GeoPackage and QGIS want; never used as a reference.
ROW_KEY = "fid"
#: The geometry column's name in the file, and in tables that are read.
GEOMETRY = "geom"
#: In tables that several people change: raised by one in every change of a row.
ROW_VERSION = "row_version"
#: In a change of one row: leave its geometry.
AS_IT_IS = object()
#: How rows are written: beside those that stand there, or instead of them.
APPEND, REPLACE = "append", "replace"
#: SWEREF 99 TM: every geometry of the register is stored in it.
SRID = 3006


@dataclass(frozen=True)
class Column:
    """One column: what it holds, what it is called by people, and which values it refuses."""

    name: str
    type: str
    label_sv: str
    label_en: str
    required: bool = False
    minimum: Optional[float] = None
    maximum: Optional[float] = None
    choices: tuple[str, ...] = ()
    #: A code of exactly this many digits, leading zero kept.
    digits: Optional[int] = None
    #: ``(table, column)`` whose values this column takes; checked when the transaction ends.
    references: Optional[tuple[str, str]] = None


@dataclass(frozen=True)
class Rule:
    """A condition over several columns of one row, in SQL that SQLite and PostgreSQL read alike."""

    name: str
    condition: str


@dataclass(frozen=True)
class Table:
    """One table or layer. Two rows with the same ``key`` are refused; a missing value equals a missing value there."""

    name: str
    label_sv: str
    label_en: str
    columns: tuple[Column, ...]
    geometry: Optional[str] = None
    key: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    #: Rows are added, never changed or removed.
    append_only: bool = False
    #: Other combinations of required columns in which no two rows are alike.
    also_unique: tuple[tuple[str, ...], ...] = ()

    @property
    def column_names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    @property
    def required(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns if column.required)


@dataclass(frozen=True)
class AddTable:
    table: Table


@dataclass(frozen=True)
class AddColumn:
    """A new column of a table that may hold rows already, which is why it can't be required or part of the key."""

    table: str
    column: Column

    def __post_init__(self):
        if self.column.required:
            raise ValueError(f"{self.table}.{self.column.name} can't be required: earlier rows have no value for it")


@dataclass(frozen=True)
class Script:
    """Statements that only one kind of store understands: filling a new column, triggers of a state machine."""

    geopackage: tuple[str, ...] = ()
    postgresql: tuple[str, ...] = ()


@dataclass(frozen=True)
class Audited:
    """From now on the database writes every change of a row to the audit, with the columns that ``table`` has now.

    Of use again after an `AddColumn` to such a table, so that the new column is written down too.
    """

    table: Table


@dataclass(frozen=True)
class RowVersion:
    """Every change of a row of ``table`` must raise its ``row_version`` by one, so that nobody writes over another."""

    table: str


@dataclass(frozen=True)
class AllowedSteps:
    """``column`` of ``table`` goes only from the first to the second of one of the pairs ``allowed``."""

    table: str
    column: str
    allowed: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class FrozenColumns:
    """``columns`` of ``table`` stand still while ``when`` has one of ``values``; nor is such a row deleted,
    unless ``deletable``.
    """

    table: str
    columns: tuple[str, ...]
    when: str
    values: tuple[str, ...]
    deletable: bool = True


Guard = Union[RowVersion, AllowedSteps, FrozenColumns]


@dataclass(frozen=True)
class Guarded:
    """From now on the database itself refuses what the guard forbids, whoever writes.

    Of use again with other steps or columns, which then stand instead of the earlier ones.
    """

    guard: Guard


Step = Union[AddTable, AddColumn, Script, Audited, Guarded]


@dataclass(frozen=True)
class Migration:
    """The way from version ``version - 1`` to ``version``. Once released it never changes: a later one mends it."""

    version: int
    summary: str
    steps: tuple[Step, ...]


def latest_version(migrations: Sequence[Migration]) -> int:
    """The version that all migrations lead to; they must be numbered 1, 2, 3, …"""
    versions = [migration.version for migration in migrations]
    if versions != list(range(1, len(versions) + 1)):
        raise ValueError(f"Migrations must be numbered from 1 without gaps, not {versions}")
    return len(versions)


def tables_of(migrations: Sequence[Migration]) -> Mapping[str, Table]:
    """The tables as they stand after all migrations, in the order they were added."""
    tables: dict[str, Table] = {}
    for migration in migrations:
        for step in migration.steps:
            if isinstance(step, AddTable):
                tables[step.table.name] = step.table
            elif isinstance(step, AddColumn):
                table = tables[step.table]
                tables[step.table] = replace(table, columns=(*table.columns, step.column))
    return MappingProxyType(tables)


def guards_of(migrations: Sequence[Migration]) -> tuple[Guard, ...]:
    """What the database refuses of changed rows after all migrations."""
    return tuple(step.guard for migration in migrations for step in migration.steps if isinstance(step, Guarded))
