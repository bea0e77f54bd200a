"""What a refresh changes: the stored rows and the new ones, compared by the table's key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Optional

import numpy as np
import pandas as pd

from .errors import RowRefused
from .geometry import xy_from_wkb
from .schema import GEOMETRY, INTEGER, POINT, REAL, Table

#: How many keys of each kind a report shows.
SHOWN_KEYS = 5
_NUMBERS = (INTEGER, REAL)
_HALF_A_MILLIMETRE = 0.0005


class Changes(NamedTuple):
    """How many rows a refresh added, changed, removed and left untouched, and the first keys of the first three."""

    added: int
    changed: int
    removed: int
    unchanged: int
    #: ``added``, ``changed`` and ``removed`` -> the first keys, each as a tuple in the order of the table's key.
    sample: Mapping[str, Sequence[tuple]]

    @property
    def something(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def together(several: Sequence[Changes]) -> Changes:
    """What several refreshes of the same table changed."""
    counts = [sum(counts) for counts in zip(*(one[:4] for one in several))] or [0] * 4
    words = ("added", "changed", "removed")
    return Changes(*counts, {word: [key for one in several for key in one.sample[word]][:SHOWN_KEYS] for word in words})


class Difference(NamedTuple):
    """Positions of rows: ``added`` among the new, ``removed`` among the stored, ``changed`` as (stored, new) pairs."""

    added: np.ndarray
    changed_stored: np.ndarray
    changed_new: np.ndarray
    removed: np.ndarray
    unchanged: int

    def summary(self, table: Table, stored: pd.DataFrame, new: pd.DataFrame) -> Changes:
        places = {"added": (new, self.added), "changed": (new, self.changed_new), "removed": (stored, self.removed)}
        sample = {
            word: [
                tuple(key)
                for key in frame[list(table.key or new.columns)]
                .iloc[at[:SHOWN_KEYS]]
                .itertuples(index=False, name=None)
            ]
            for word, (frame, at) in places.items()
        }
        return Changes(len(self.added), len(self.changed_new), len(self.removed), self.unchanged, sample)


def compare(table: Table, stored: pd.DataFrame, new: pd.DataFrame) -> Difference:
    """What makes ``new`` of ``stored``: rows of the table with the values that the store holds, geometry as WKB.

    Only the columns of ``new`` are compared. A missing value equals a missing value, 7 equals 7.0, and a point is the
    same within half a millimetre. Raises `RowRefused` (``repeated``) where two rows of ``new`` have the same key.
    """
    stored_id, new_id, count = _numbered(table, stored, new)
    stored_at, new_at = np.full(count, -1), np.full(count, -1)
    stored_at[stored_id], new_at[new_id] = np.arange(len(stored)), np.arange(len(new))
    _refuse_repeated(table, new, new_id, new_at)
    before = stored_at[new_id]
    common = np.flatnonzero(before >= 0)
    differs = np.zeros(len(common), dtype=bool)
    for name in new.columns:
        differs |= _differs(table, name, stored[name].to_numpy()[before[common]], new[name].to_numpy()[common])
    changed = common[differs]
    return Difference(
        added=np.flatnonzero(before < 0),
        changed_stored=before[changed],
        changed_new=changed,
        removed=np.flatnonzero(new_at[stored_id] < 0),
        unchanged=int(len(common) - len(changed)),
    )


def compare_in_order(table: Table, stored: pd.DataFrame, new: pd.DataFrame) -> Difference:
    """What makes ``new`` of ``stored`` in a table without a key, where the order tells the rows apart.

    Rows alike at the beginning and, where none are added, at the end stay; of those between, the first are changed.
    """
    most = min(len(stored), len(new))
    differs = np.zeros((2, most), dtype=bool)  # from the beginning, and from the end
    for name in new.columns:
        old, given = stored[name].to_numpy(), new[name].to_numpy()
        differs[0] |= _differs(table, name, old[:most], given[:most])
        differs[1] |= _differs(table, name, old[::-1][:most], given[::-1][:most])
    first, last = (int(found.argmax()) if found.any() else most for found in differs)
    last = 0 if len(new) > len(stored) else min(last, most - first)
    between = np.arange(first, most - last)
    changed = between[differs[0, between]]
    return Difference(
        added=np.arange(most, len(new)),
        changed_stored=changed,
        changed_new=changed,
        removed=np.arange(most - last, len(stored) - last),
        unchanged=most - len(changed),
    )


def is_within(rows: pd.DataFrame, within: Optional[Mapping[str, Sequence]]) -> np.ndarray:
    """Which rows have, in every column of ``within``, one of its values; None among them means a missing value."""
    found = np.ones(len(rows), dtype=bool)
    for name, values in (within or {}).items():
        missing = rows[name].isna().to_numpy() & any(value is None for value in values)
        found &= rows[name].isin([value for value in values if value is not None]).to_numpy() | missing
    return found


def _numbered(table, stored, new):
    """The same number for the same key in both, from 0, and how many there are."""
    columns = [
        np.concatenate([_comparable_key(table, name, rows[name]) for rows in (stored, new)]) for name in table.key
    ]
    numbers = pd.factorize(columns[0])[0].astype(np.int64)
    for column in columns[1:]:
        more, found = pd.factorize(column)
        numbers = pd.factorize(numbers * max(len(found), 1) + more)[0]
    return numbers[: len(stored)], numbers[len(stored) :], int(numbers.max(initial=-1)) + 1


def _comparable_key(table, name, values: pd.Series) -> np.ndarray:
    if _type_of(table, name) in _NUMBERS:
        numbers = _as_numbers(values.to_numpy())[0]
        return np.where(np.isnan(numbers), -np.inf, numbers)
    return values.where(values.notna(), "").astype(str).to_numpy(dtype=object)  # as in the unique index of the key


def _refuse_repeated(table, new, new_id, new_at):
    repeated = np.flatnonzero(new_at[new_id] != np.arange(len(new)))
    if len(repeated):
        row = int(new_at[new_id[repeated[0]]])  # the last of them
        raise RowRefused(table.name, row, table.key[0], new[table.key[0]].iloc[row], "repeated")


def _differs(table, name, before: np.ndarray, after: np.ndarray) -> np.ndarray:
    if name == GEOMETRY and table.geometry == POINT:
        return _moved(before, after)
    if name != GEOMETRY and _type_of(table, name) in _NUMBERS:
        (old, _), (new, wrong) = _as_numbers(before), _as_numbers(after)
        return ~((old == new) | (np.isnan(old) & np.isnan(new))) | wrong
    return np.asarray(before != after, dtype=bool)


def _as_numbers(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Numbers, NaN where missing, and which values are no number at all (the store shall refuse those)."""
    series = pd.Series(values, dtype=object)
    numbers = pd.to_numeric(series, errors="coerce").astype(float).to_numpy()
    return numbers, np.isnan(numbers) & series.notna().to_numpy()


def _moved(before, after):
    old, new = xy_from_wkb(before), xy_from_wkb(after)
    same = np.ones(len(before), dtype=bool)
    for a, b in zip(old, new):
        same &= (np.abs(a - b) < _HALF_A_MILLIMETRE) | (np.isnan(a) & np.isnan(b))
    return ~same


def _type_of(table, name):
    return next(column.type for column in table.columns if column.name == name)
