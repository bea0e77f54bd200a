"""From a table in memory to the values that SQLite binds, and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

import numpy as np
import pandas as pd

from .schema import BLOB, DATE, DATETIME, INTEGER, REAL, TEXT, Column, Table


def bound_values(values: pd.Series, column: Column) -> list:
    """Python values of one column, None where missing; times become the ISO text that a GeoPackage holds."""
    if pd.api.types.is_datetime64_any_dtype(values.dtype):
        values = _iso(values, column)
    plain = np.array(values, dtype=object)
    plain[pd.isna(plain)] = None
    if column.type == TEXT or not pd.api.types.is_numeric_dtype(values.dtype):
        return [_plain(value, column.type) for value in plain]
    return plain.tolist()


def frame(table: Table, names: list[str], rows: list[tuple]) -> pd.DataFrame:
    """Rows that were read, typed by the schema: numbers as numbers also when every one is missing."""
    kinds = {column.name: column.type for column in table.columns}
    columns = zip(*rows) if rows else [()] * len(names)
    return pd.DataFrame(
        {name: _read_column(kinds.get(name), told) for name, told in zip(names, columns)}, columns=names
    )


def _read_column(kind: Optional[str], told: Sequence) -> np.ndarray:
    """One column as it was read; ``kind`` None is the row key or the geometry."""
    if kind == REAL or (kind == INTEGER and None in told):
        return np.array(told, dtype=float)
    if kind == INTEGER:
        return np.array(told, dtype=np.int64)
    read = np.empty(len(told), dtype=object)
    read[:] = [None if value is None else bytes(value) for value in told] if kind == BLOB else told
    return read


def _iso(values, column):
    if column.type == DATE:
        return values.dt.strftime("%Y-%m-%d")
    if getattr(values.dt, "tz", None) is not None:
        values = values.dt.tz_convert("UTC")
    return values.dt.strftime("%Y-%m-%dT%H:%M:%S.%f").str.slice(0, 23) + "Z"


def _plain(value, kind):
    """Databases know no numpy scalars, and a code that pandas made 7.0 of (beside a missing one) is still 7."""
    if isinstance(value, np.generic):
        value = value.item()
    if kind == BLOB and isinstance(value, (bytearray, memoryview)):
        return bytes(value)
    if kind == TEXT and isinstance(value, (int, float)):
        return str(int(value)) if isinstance(value, int) or value.is_integer() else str(value)
    if hasattr(value, "isoformat") and kind in (DATE, DATETIME):
        return bound_values(pd.Series(pd.to_datetime([value])), Column("", kind, "", ""))[0]
    return value
