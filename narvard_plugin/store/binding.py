"""From a table in memory to the values that SQLite binds, and back."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .schema import BLOB, DATE, DATETIME, INTEGER, REAL, TEXT, Column, Table


def bound_values(values: pd.Series, column: Column) -> list:
    """Python values of one column, None where missing; times become the ISO text that a GeoPackage holds."""
    if pd.api.types.is_datetime64_any_dtype(values.dtype):
        values = _iso(values, column)
    missing = values.isna().to_numpy()
    plain = values.astype(object).to_numpy(copy=True)
    plain[missing] = None
    if column.type == TEXT or not pd.api.types.is_numeric_dtype(values.dtype):
        return [_plain(value, column.type) for value in plain]
    return plain.tolist()


def frame(table: Table, names: list[str], rows: list[tuple]) -> pd.DataFrame:
    """Rows that were read, typed by the schema: numbers as numbers also when every one is missing."""
    read = pd.DataFrame(rows, columns=names, dtype=object)
    for column in table.columns:
        if column.type == REAL or (column.type == INTEGER and read[column.name].isna().any()):
            read[column.name] = read[column.name].astype(float)
        elif column.type == INTEGER:
            read[column.name] = read[column.name].astype(np.int64)
        elif column.type == BLOB:
            read[column.name] = [None if value is None else bytes(value) for value in read[column.name]]
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
