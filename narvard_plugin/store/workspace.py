"""The small interface of every workspace, and the choice of backend by the text a user gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Optional, Protocol, Union

import numpy as np
import pandas as pd

from .. import settings
from ..paths import plugin_version
from .changes import Changes
from .connections import StoredConnection, connection_names, find_connection
from .errors import NoWorkspaceName
from .geopackage import GeoPackageWorkspace, create_geopackage
from .postgres import PostgresWorkspace, create_postgres, postgres_exists
from .schema import APPEND, AREAS, AS_IT_IS, Table


class Workspace(Protocol):
    """One region's register. Use it in ``with``: leaving closes it.

    Every method raises a ``StoreError`` and leaves the store as it was when it can't do the whole of its work.
    """

    #: The text that opens it again.
    name: str
    #: Two-digit code of the region whose register this is.
    region: str
    #: The schema's version before this opening brought it up to date, else None.
    migrated_from: Optional[int]
    #: Who and what tool stand in the audit and the method log.
    who: str
    tool: str
    #: Sentences that a user should read before working here with others.
    warnings: Sequence[str]
    #: The QGIS provider that opens `layer_source`.
    provider: str

    @property
    def tables(self) -> Mapping[str, Table]:
        """The tables by name."""

    def write(
        self,
        table: str,
        rows: pd.DataFrame,
        *,
        xy: Optional[tuple[np.ndarray, np.ndarray]] = None,
        wkb: Optional[Sequence[Optional[bytes]]] = None,
        mode: str = APPEND,
    ) -> int:
        """Add ``rows``, or replace all rows by them, in one transaction; the number of rows written.

        ``rows`` has columns of the table in any order; columns left out and missing values become NULL, and a
        ``row_version`` left out is 1. Geometry comes
        beside, one per row in EPSG:3006: ``xy`` two arrays in metres for points (both NaN = no place), or ``wkb``.
        """

    def refresh(
        self,
        table: str,
        rows: pd.DataFrame,
        *,
        xy: Optional[tuple[np.ndarray, np.ndarray]] = None,
        wkb: Optional[Sequence[Optional[bytes]]] = None,
        within: Optional[Mapping[str, Sequence]] = None,
        keep_missing: bool = False,
    ) -> Changes:
        """Let ``rows`` stand instead of the stored ones, in one transaction, and say what that changed.

        ``within`` (column -> the values it may have, None for a missing one) names the stored rows that they stand
        instead of; without it they stand instead of all. Rows are compared by the table's key: equal ones are left
        untouched, changed ones updated in place, vanished ones deleted, or kept (and counted) with ``keep_missing``.
        If nothing changed, nothing is written. In a changed row, columns that ``rows`` leaves out (and geometry, when
        neither ``xy`` nor ``wkb`` is given) keep what is stored: give them as None to empty them.
        In tables with ``row_version`` the store raises it, whatever ``rows`` say of it.
        In a table without a key the order tells the rows apart. Raises `RowRefused` (``repeated``) where two of the
        ``rows`` have the same key, and `ReferenceMissing` where other tables refer to a vanished one; `ValueError` for a
        table that only grows, and for rows outside ``within``.
        """

    def change(
        self,
        table: str,
        key: Mapping[str, object],
        values: Mapping[str, object],
        row_version: Optional[int] = None,
        wkb: Union[bytes, object, None] = AS_IT_IS,
    ) -> None:
        """Give the row with the ``key`` (all columns of one of the table's keys) the ``values``, and the geometry ``wkb``.

        In a table with ``row_version`` give the version that was read: the store raises it by one. Raises `RowChanged`
        where the row has another version by now, `RowMissing` where it is gone, `IllegalStep` and `FrozenRow` where
        the database refuses the change.
        """

    def read(self, table: str, within: Optional[Mapping[str, Sequence]] = None) -> pd.DataFrame:
        """The rows in the order they were written; a layer's last column ``geom`` holds WKB, None without geometry.

        ``within`` (column -> the values it may have, None for a missing one) leaves out the others in the database.

        Whole-number columns with missing values come as floats with NaN; dates as ISO text.
        """

    def transaction(self) -> AbstractContextManager:
        """All writes inside stay together, or none does. References between tables are checked when it ends."""

    def layer_source(self, table: str, shape: str = AREAS) -> str:
        """What QGIS opens as a layer, with the provider called `provider`.

        Of a table whose geometry is of any kind, the layer shows the rows of one ``shape``: AREAS, LINES or POINTS of
        `schema`, single ones or several.
        """

    def log(self, choice: str, reason: str = "", tool: str = "", parameters: Optional[Mapping] = None) -> None:
        """Write a choice of method and its reason to the method log, with who and when; it stays there."""

    def close(self) -> None: ...

    def __enter__(self) -> Workspace: ...

    def __exit__(self, *exception) -> None: ...


def open_workspace(text: str, writable: bool = True, who: str = "", tool: str = "") -> Workspace:
    """The workspace that ``text`` names, brought up to the newest schema.

    ``text`` is the path of a .gpkg, or the name of a PostgreSQL connection stored in QGIS (``name/schema`` for one of
    several workspaces in a database). ``who`` (blank = the person of the settings) and ``tool`` stand in the audit.
    """
    place, who = _place(text), who or settings.load().person
    if isinstance(place, Path):
        return GeoPackageWorkspace(place, writable, who=who, tool=tool)
    return PostgresWorkspace(place, writable, who=who, tool=tool)


def create_workspace(text: str, region: str, note: str = "", who: str = "", tool: str = "") -> Workspace:
    """A new, empty workspace of ``region`` (two-digit code); refused where something stands already.

    ``note`` is added to what every table says of itself, for data that must never be mistaken for others.
    """
    place = _place(text)
    if isinstance(place, Path):
        create_geopackage(place, region, plugin_version(), note=note)
    else:
        create_postgres(place, region, plugin_version(), note=note)
    return open_workspace(text, who=who, tool=tool)


def workspace_exists(text: str) -> bool:
    """Whether something, of whatever kind, stands where ``text`` points."""
    place = _place(text)
    return place.exists() if isinstance(place, Path) else postgres_exists(place)


def _place(text: str) -> Union[Path, StoredConnection]:
    path = Path(text.strip().strip('"'))  # quoted when a path is copied from Windows
    if path.suffix.lower() == ".gpkg":
        return path.absolute()
    found = find_connection(text.strip())
    if found is None:
        raise NoWorkspaceName(text, connection_names())
    return found
