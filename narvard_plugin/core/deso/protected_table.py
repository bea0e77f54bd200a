"""A table of counts with what must not be told of it taken away: columns whose sums are known, and rows with a total or not."""

from __future__ import annotations

from typing import NamedTuple, Optional

import numpy as np

from .small_numbers import too_few
from .suppression import NO_LINE, Cells, suppress

_SAME = 1e-6  # people


class Counts(NamedTuple):
    """A table of people: ``parts`` (rows, fields; NaN = missing), ``total`` (rows) or None, the ``group`` (rows, whole numbers
    from 0) that sums are known for, and ``order`` (rows) that settles ties."""

    parts: np.ndarray
    total: Optional[np.ndarray]
    group: np.ndarray
    order: np.ndarray


class Protected(NamedTuple):
    """What to hide of a table: ``parts`` (rows, fields) and ``total`` (rows) are True where hidden; ``few`` of them for their
    own sake; ``open_columns`` are (group, field; −1 = the total) whose sum tells a hidden cell all the same, and ``open_rows``
    rows whose total does; ``perturbed`` are rows whose parts are more than their total."""

    parts: np.ndarray
    total: np.ndarray
    few: int
    open_columns: list[tuple[int, int]]
    open_rows: list[int]
    perturbed: np.ndarray


def protect(counts: Counts, minimum: int, also: Optional[np.ndarray] = None) -> Protected:
    """Hide counts over 0 and under ``minimum``, and what it takes to keep them hidden.

    The sum of every column within a group is taken to be known, and in each row the total where there is one. The rest
    between parts and total is a number too, though it stands in no column. Where some row's parts are more than their total
    the figures have been perturbed (as SCB's are) or overlap: rests are noise then, and are not numbers to protect, but a
    total less the other parts still comes near a hidden one, so the rows are reckoned with all the same. ``also`` (rows,
    fields + 1 with a total) must be hidden whatever they count.
    """
    rows, fields = counts.parts.shape
    whole = np.zeros((rows, 0)) if counts.total is None else counts.total[:, None]
    told = np.hstack([counts.parts, whole])
    sensitive = too_few(told, minimum) | (np.zeros(told.shape, bool) if also is None else also)
    rest = rests(counts)
    perturbed = rest < 0
    with_rows = counts.total is not None
    cells = _cells(counts, told, np.zeros(rows) if perturbed.any() else rest, sensitive, with_rows, minimum)
    found = suppress(cells, minimum)
    mask = found.hidden[: told.size].reshape(told.shape) & np.isfinite(told)
    lines = np.array(found.open_lines, int)
    width = told.shape[1]
    columns = [(int(at // width), int(at % width)) for at in lines[lines >= rows] - rows]
    return Protected(
        mask[:, :fields],
        mask[:, fields] if counts.total is not None else np.zeros(rows, bool),
        int((sensitive & np.isfinite(told)).sum()),
        [(group, at if at < fields else -1) for group, at in columns],
        lines[lines < rows].tolist(),
        np.flatnonzero(perturbed),
    )


def rests(counts: Counts) -> np.ndarray:
    """What each row's total holds beside its parts (rows); 0 without a total, where a number is missing, and where only the
    last digits of a sum of decimals differ."""
    if counts.total is None:
        return np.zeros(len(counts.parts))
    rest = np.nan_to_num(counts.total - counts.parts.sum(axis=1))
    return np.where(np.abs(rest) < _SAME, 0.0, rest)


def _cells(counts: Counts, told: np.ndarray, rest: np.ndarray, sensitive, with_rows: bool, minimum: int) -> Cells:
    """Every told cell, row by row, and then the rests of the rows that have one."""
    rows, width = told.shape
    row, column = (index.ravel() for index in np.indices(told.shape))
    line_of_row = row if with_rows else np.full(told.size, NO_LINE)
    order = counts.order[row] * width + column
    is_total = (column == width - 1) if with_rows else np.zeros(told.size, bool)
    table = Cells(
        told.ravel(), line_of_row, rows + counts.group[row] * width + column, order, sensitive.ravel(),
        np.zeros(told.size, bool), is_total,
    )  # fmt: skip
    left = np.flatnonzero(rest > 0)
    rests = Cells(
        rest[left], left, np.full(len(left), NO_LINE), np.full(len(left), -1), too_few(rest[left], minimum),
        np.ones(len(left), bool), np.zeros(len(left), bool),
    )  # fmt: skip
    known = np.isfinite(table.value)
    # A missing number is nobody's: it hides nothing, and nothing is worked out from it.
    table = table._replace(
        value=np.where(known, table.value, 0.0),
        first=np.where(known, table.first, NO_LINE),
        second=np.where(known, table.second, NO_LINE),
        sensitive=table.sensitive & known,
    )
    return Cells(*(np.concatenate(pair) for pair in zip(table, rests)))
