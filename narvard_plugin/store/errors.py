"""What can go wrong in a workspace, as facts; `sentences` turns them into what a user reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Optional


class StoreError(Exception):
    """A workspace that can't be opened, or refuses what is written to it. Nothing was changed."""


@dataclass
class NoWorkspaceName(StoreError):
    """The text is neither the path of a GeoPackage nor the name of a connection that QGIS knows."""

    text: str
    connections: Sequence[str] = ()


@dataclass
class FolderMissing(StoreError):
    path: str


@dataclass
class FileMissing(StoreError):
    path: str


@dataclass
class FileExists(StoreError):
    path: str


@dataclass
class PathTooLong(StoreError):
    path: str
    length: int
    limit: int


@dataclass
class ReadOnlyPlace(StoreError):
    path: str


@dataclass
class NotAWorkspace(StoreError):
    """A file that something else made, or that is damaged; ``detail`` is the database's own words."""

    path: str
    detail: str


@dataclass
class NewerSchema(StoreError):
    path: str
    found: int
    known: int


@dataclass
class OlderSchema(StoreError):
    """Opened for reading only, so it can't be brought up to date."""

    path: str
    found: int
    known: int


@dataclass
class Busy(StoreError):
    path: str
    seconds: float


@dataclass
class DiskFull(StoreError):
    path: str


@dataclass
class StoreFailed(StoreError):
    """The database stopped for a reason of its own."""

    path: str
    detail: str


@dataclass
class MigrationFailed(StoreError):
    path: str
    found: int
    wanted: int
    detail: str


@dataclass
class UnknownTable(StoreError):
    table: str
    known: Sequence[str]


@dataclass
class UnknownColumns(StoreError):
    table: str
    columns: Sequence[str]
    known: Sequence[str]


@dataclass
class MissingColumns(StoreError):
    table: str
    columns: Sequence[str]


@dataclass
class RowRefused(StoreError):
    """One row breaks a rule.

    ``problem`` is blank, type, range, choices, digits, date, duplicate, unstorable, or the name of a table's rule.
    """

    table: str
    #: Position of the row in what was written, from 0.
    row: int
    column: Optional[str]
    value: object
    problem: str


@dataclass
class ReferenceMissing(StoreError):
    """Rows point at something that would not be in the store."""

    table: str
    column: str
    parent: str
    #: The first few values that lead nowhere, and how many rows have such a value.
    values: Sequence[str]
    count: int


@dataclass
class RowChanged(StoreError):
    """Someone else changed the row after it was read; ``key`` is its key, empty where the store can't say."""

    table: str
    key: Mapping[str, object]


@dataclass
class RowMissing(StoreError):
    """The row that was to be changed is not there."""

    table: str
    key: Mapping[str, object]


@dataclass
class IllegalStep(StoreError):
    """A ``column`` may not go from ``before`` to ``after``."""

    table: str
    column: str
    before: Optional[str]
    after: Optional[str]


@dataclass
class FrozenRow(StoreError):
    """``columns`` stand still (or, when none are named, the row may not go) while the row is in ``state``."""

    table: str
    columns: Sequence[str]
    state: Optional[str]


@dataclass
class GeometryRefused(StoreError):
    table: str
    row: int
    found: str
    expected: str


@dataclass
class AppendOnly(StoreError):
    table: str


@dataclass
class NoConnection(StoreError):
    """The server could not be reached, or did not let the user in; ``problem`` is server, password, database or other."""

    path: str
    problem: str
    detail: str


@dataclass
class ConnectionLost(StoreError):
    path: str
    #: Lost while the end of a transaction was being confirmed: what was written may stand there, whole.
    perhaps_written: bool


@dataclass
class NoSchema(StoreError):
    """The database has no workspace by that name."""

    path: str
    schema: str


@dataclass
class SchemaExists(StoreError):
    path: str
    schema: str


@dataclass
class PostgisMissing(StoreError):
    path: str
    detail: str


@dataclass
class RightMissing(StoreError):
    """The database does not let this user do it."""

    path: str
    user: str
    detail: str


@dataclass
class ChangedMeanwhile(StoreError):
    """Someone else changed the same rows between the reading and the writing."""

    path: str


@dataclass
class Interrupted(StoreError):
    """The server stopped the work: someone cancelled it, or it took longer than the server allows."""

    path: str
    detail: str
