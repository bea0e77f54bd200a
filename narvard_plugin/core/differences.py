"""Two states of a table, row by row: what came, what went, and which values changed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from numbers import Number
from typing import NamedTuple, Optional

import numpy as np
import pandas as pd

ADDED, CHANGED, REMOVED = "added", "changed", "removed"
#: Numbers that differ by less, of the larger of them, are the same number reckoned twice.
SAME = 1e-9


class Difference(NamedTuple):
    """One thing that differs: the row's ``key`` (texts), ``what`` it is, and for a changed value its ``field`` and both values."""

    key: tuple[str, ...]
    what: str
    field: Optional[str] = None
    before: object = None
    after: object = None

    @property
    def amount(self) -> Optional[float]:
        """After less before, where both are numbers."""
        return float(self.after) - float(self.before) if _numbers(self.before, self.after) else None


def differences(
    before: pd.DataFrame, after: pd.DataFrame, key: Sequence[str], fields: Sequence[str], same: float = SAME
) -> list[Difference]:
    """What makes ``after`` of ``before``: removed rows, added rows, and values of ``fields`` in rows that stand in both.

    Rows are the same by the columns ``key``, each key once, compared as text. None and NaN are no value.
    """
    old, new = keys_of(before, key), keys_of(after, key)
    place = {row_key: at for at, row_key in enumerate(new)}
    there = set(old)
    found = [Difference(row_key, REMOVED) for row_key in old if row_key not in place]
    found += [Difference(row_key, ADDED) for row_key in new if row_key not in there]
    common = [(at, place[row_key]) for at, row_key in enumerate(old) if row_key in place]
    changed: list[tuple[int, Difference]] = []
    for field in fields:
        earlier, later = plain(before[field]), plain(after[field])
        changed += [
            (was, Difference(old[was], CHANGED, field, earlier[was], later[now]))
            for was, now in common
            if not is_same(earlier[was], later[now], same)
        ]
    return found + [one for _, one in sorted(changed, key=lambda pair: pair[0])]


def keys_of(rows: pd.DataFrame, key: Sequence[str]) -> list[tuple[str, ...]]:
    """The key of every row, as texts; no value is ""."""
    return list(zip(*([_text(value) for value in plain(rows[name])] for name in key)))


def plain(values: pd.Series) -> list:
    """Python's own values; None where there is none."""
    return [
        None if missing else value.item() if isinstance(value, np.generic) else value
        for value, missing in zip(values.tolist(), values.isna())
    ]


def is_same(one, other, same: float = SAME) -> bool:
    """Whether two values are the same; 7 is 7.0, and no value is only like no value."""
    if one is None or other is None:
        return one is None and other is None
    if _numbers(one, other):
        return math.isclose(one, other, rel_tol=same, abs_tol=0)
    return one == other


def _numbers(one, other) -> bool:
    return isinstance(one, Number) and isinstance(other, Number)


def _text(value) -> str:
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
