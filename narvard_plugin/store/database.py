"""What every workspace does alike, whichever database holds it: writing, refreshing, and the checks before."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime, timezone
from typing import Optional, Union

import numpy as np
import pandas as pd

from .audit import AUDIT, REFRESH, UPDATE, WRITE, is_summed_up
from .binding import bound_values, frame
from .changes import Changes, Difference, compare, compare_in_order, is_within
from .errors import (
    AppendOnly,
    ChangedMeanwhile,
    GeometryRefused,
    MissingColumns,
    RowChanged,
    RowMissing,
    UnknownColumns,
    UnknownTable,
)
from .geometry import GeometryError
from .schema import APPEND, AS_IT_IS, BLOB, GEOMETRY, REPLACE, ROW_KEY, ROW_VERSION, Guard, Table
from .sql import Chosen


class DatabaseWorkspace(ABC):
    """The part of `workspace.Workspace` that is the same for every database.

    A backend says how its database begins a transaction, and how it inserts, updates, deletes and reads rows.
    """

    name: str
    region: str
    tables: Mapping[str, Table]
    #: What the database refuses of changed rows.
    guards: Sequence[Guard]
    migrated_from: Optional[int] = None
    #: What stands in the audit and the method log of what is written.
    who: str
    tool: str
    #: Sentences that a user should read before working here with others.
    warnings: Sequence[str] = ()
    #: Name of the QGIS provider that opens `layer_source`.
    provider: str

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()

    @abstractmethod
    def close(self) -> None: ...

    @abstractmethod
    def transaction(self) -> AbstractContextManager: ...

    def write(
        self,
        table: str,
        rows: pd.DataFrame,
        *,
        xy: Optional[tuple[np.ndarray, np.ndarray]] = None,
        wkb: Optional[Sequence[Optional[bytes]]] = None,
        mode: str = APPEND,
    ) -> int:
        if mode not in (APPEND, REPLACE):
            raise ValueError(f"mode is {APPEND} or {REPLACE}, not {mode}")
        target = self._table(table)
        if target.append_only and mode == REPLACE:
            raise AppendOnly(table)
        if _is_versioned(target) and ROW_VERSION not in rows:
            rows = rows.assign(**{ROW_VERSION: 1})
        names, values = _columns(target, rows)
        if target.geometry:
            names.append(GEOMETRY)
            values.append(self._stored_geometry(target, len(rows), xy, wkb))
        with self.transaction():
            self._sign()
            removed = self._delete_all(target) if mode == REPLACE else 0
            self._insert(target, names, values, np.arange(len(rows)))
            self._note_change(target)
            self._audit(target, WRITE, len(rows), 0, removed)
        return len(rows)

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
        target = self._table(table)
        if target.append_only:
            raise ValueError(f"{table} only grows: write to it, don't refresh it")
        rows = rows.drop(columns=ROW_VERSION, errors="ignore")
        rows = rows.assign(**{name: None for name in target.key if name not in (*rows.columns, *target.required)})
        names, values = _columns(target, rows)
        if target.geometry and not (xy is None and wkb is None):
            names.append(GEOMETRY)
            values.append(self._stored_geometry(target, len(rows), xy, wkb))
        new = _as_frame(names, values, len(rows))
        if target.geometry and GEOMETRY in names:
            new[GEOMETRY] = _objects(self._wkb(values[-1]))
        if any(name not in new for name in within or ()) or not is_within(new, within).all():
            raise ValueError(f"rows for {table} lie outside what they stand instead of: {within}")
        with self.transaction():
            fids, stored = self._rows(target, within)
            difference = (compare if target.key else compare_in_order)(target, stored, new)
            changes = difference.summary(target, stored, new)
            gone = [] if keep_missing else difference.removed
            if _is_versioned(target):
                names.append(ROW_VERSION)
                values.append(_versions(difference, stored, len(rows)))
            if changes.added or changes.changed or len(gone):
                self._sign()
                self._delete(target, fids[gone])
                self._update(target, names, values, difference.changed_new, fids[difference.changed_stored])
                self._insert(target, names, values, difference.added)
                self._note_change(target)
                self._audit(target, REFRESH, changes.added, changes.changed, len(gone))
        return changes

    def log(self, choice: str, reason: str = "", tool: str = "", parameters: Optional[Mapping] = None) -> None:
        row = {"time": datetime.now(timezone.utc), "who": self.who, "choice": choice, "reason": reason or None}
        row["tool"] = tool or self.tool or None
        row["parameters"] = None if parameters is None else json.dumps(parameters, ensure_ascii=False, default=str)
        self.write("method_log", pd.DataFrame([row]))

    def change(
        self,
        table: str,
        key: Mapping[str, object],
        values: Mapping[str, object],
        row_version: Optional[int] = None,
        wkb: Union[bytes, object, None] = AS_IT_IS,
    ) -> None:
        target = self._table(table)
        if target.append_only:
            raise AppendOnly(table)
        if set(key) not in [set(names) for names in (target.key, *target.also_unique)]:
            raise ValueError(f"{', '.join(key)} is no key of {table}")
        if _is_versioned(target) != (row_version is not None) or ROW_VERSION in values:
            raise ValueError(f"{table}: give the version that was read where there is one; the store raises it")
        names, bound = _bound(target, pd.DataFrame({name: [value] for name, value in values.items()}, dtype=object))
        if wkb is not AS_IT_IS:
            names.append(GEOMETRY)
            bound.append(self._stored_geometry(target, 1, None, [wkb]))
        if row_version is not None:
            names.append(ROW_VERSION)
            bound.append([int(row_version) + 1])
        try:
            with self.transaction():
                self._sign()
                self._update(target, names, bound, np.arange(1), self._row_of(target, key, row_version))
                self._note_change(target)
                self._audit(target, UPDATE, 0, 1, 0)
        except ChangedMeanwhile as error:
            raise RowChanged(table, dict(key)) from error

    def read(self, table: str, within: Optional[Mapping[str, Sequence]] = None) -> pd.DataFrame:
        return self._rows(self._table(table), within)[1]

    def _row_of(self, table, key, row_version) -> np.ndarray:
        """The row key, as an array of one, of the row that still has the version."""
        fids, stored = self._rows(table, {name: [value] for name, value in key.items()})
        if not len(fids):
            raise RowMissing(table.name, dict(key))
        if row_version is not None and int(stored[ROW_VERSION].iloc[0]) != row_version:
            raise RowChanged(table.name, dict(key))
        return fids

    def _audit(self, table, action, added, changed, removed):
        if not is_summed_up(table) or not (added or changed or removed):
            return
        row = {"time": datetime.now(timezone.utc), "who": self.who, "tool": self.tool or None, "table_name": table.name}
        row.update(action=action, added=added, changed=changed, removed=removed)
        names, values = _columns(AUDIT, pd.DataFrame([row]))
        self._insert(AUDIT, names, values, np.arange(1))

    def _rows(self, table: Table, within: Optional[Mapping[str, Sequence]] = None) -> tuple[np.ndarray, pd.DataFrame]:
        """The row keys and the rows, in the order they were written."""
        names = [ROW_KEY, *table.column_names, *([GEOMETRY] if table.geometry else [])]
        read = frame(table, names, self._select(table, _chosen(table, within or {})))
        if table.geometry:
            read[GEOMETRY] = _objects(self._wkb(read[GEOMETRY]))
        return read.pop(ROW_KEY).to_numpy(dtype=np.int64), read

    def _table(self, name: str) -> Table:
        if name not in self.tables:
            raise UnknownTable(name, tuple(self.tables))
        return self.tables[name]

    def _stored_geometry(self, table, count, xy, wkb) -> list:
        if xy is None and wkb is None:
            return [None] * count
        try:
            stored = self._geometry_of_xy(*xy) if xy is not None else self._geometry_of_wkb(wkb, table.geometry)
        except GeometryError as error:
            raise GeometryRefused(table.name, error.row, error.found, table.geometry) from error
        if len(stored) != count:
            raise ValueError(f"{len(stored)} geometries for {count} rows")
        return stored

    @abstractmethod
    def _geometry_of_xy(self, x, y) -> list:
        """Points as the database takes them, None where both are NaN; raises `GeometryError`."""

    @abstractmethod
    def _geometry_of_wkb(self, geometries, kind: str) -> list:
        """Geometry as the database takes it; raises `GeometryError`."""

    @abstractmethod
    def _wkb(self, stored: Sequence) -> list[Optional[bytes]]:
        """Little-endian WKB of geometry as the database gives or takes it."""

    @abstractmethod
    def _select(self, table: Table, within: Sequence[Chosen]) -> list[tuple]:
        """Row key, columns and geometry of the rows within, in the order they were written."""

    @abstractmethod
    def _insert(self, table: Table, names: list[str], values: list[list], at: np.ndarray) -> None:
        """Insert the rows at the positions ``at``; raises `RowRefused` with the position of the row."""

    @abstractmethod
    def _update(self, table: Table, names: list[str], values: list[list], at: np.ndarray, fids: np.ndarray) -> None:
        """Give the rows ``fids`` the values at the positions ``at``; raises `RowRefused` likewise."""

    @abstractmethod
    def _delete(self, table: Table, fids: np.ndarray) -> None: ...

    @abstractmethod
    def _delete_all(self, table: Table) -> int:
        """Delete every row; how many there were."""

    @abstractmethod
    def _sign(self) -> None:
        """Tell the database, until the transaction ends, who writes and with what tool."""

    @abstractmethod
    def _note_change(self, table: Table) -> None:
        """Bring what the database says of a changed table up to date."""


def _is_versioned(table: Table) -> bool:
    return ROW_VERSION in table.column_names


def _versions(difference: Difference, stored: pd.DataFrame, count: int) -> list[int]:
    """The version that each of the new rows gets."""
    versions = np.ones(count, dtype=np.int64)
    versions[difference.changed_new] = stored[ROW_VERSION].to_numpy()[difference.changed_stored] + 1
    return versions.tolist()


def _chosen(table: Table, within: Mapping[str, Sequence]) -> list[Chosen]:
    columns = {column.name: column for column in table.columns if column.type != BLOB}
    if not set(within) <= set(columns):
        raise UnknownColumns(table.name, sorted(set(within) - set(columns)), tuple(columns))
    chosen = []
    for name, values in within.items():
        bound = bound_values(pd.Series(list(values), dtype=object), columns[name])
        chosen.append(Chosen(columns[name], [value for value in bound if value is not None], None in bound))
    return chosen


def _columns(table: Table, rows: pd.DataFrame) -> tuple[list[str], list[list]]:
    """Names and bound values of new rows; the store itself knows their version."""
    missing = [name for name in table.required if name not in (*rows.columns, ROW_VERSION)]
    bound = _bound(table, rows)
    if missing:
        raise MissingColumns(table.name, missing)
    return bound


def _bound(table: Table, rows: pd.DataFrame) -> tuple[list[str], list[list]]:
    unknown = [str(name) for name in rows.columns if name not in table.column_names]
    if unknown:
        raise UnknownColumns(table.name, unknown, table.column_names)
    given = [column for column in table.columns if column.name in rows.columns]
    return [column.name for column in given], [bound_values(rows[column.name], column) for column in given]


def _as_frame(names, values, count) -> pd.DataFrame:
    return pd.DataFrame({name: _objects(column) for name, column in zip(names, values)}, index=range(count))


def _objects(values: Sequence) -> pd.Series:
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return pd.Series(column, dtype=object)
