"""Tables that are published together, and those of the same things side by side as one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Optional

import numpy as np

SAME = 1e-6  # people


class People(NamedTuple):
    """One table: ``keys`` (n text) of its rows, none twice; ``group`` (n text) that sums are known for; ``counts`` of people
    and ``shares`` of them and what ``rests`` on them, each (n, NaN = missing) by field; ``whole`` is the count of all in a row;
    ``parents`` (each n text) are other ways in which the rows belong to something, which another table may tell the sums of."""

    keys: Sequence[str]
    group: Sequence[str]
    counts: Mapping[str, np.ndarray]
    shares: Mapping[str, np.ndarray]
    rests: Mapping[str, np.ndarray]
    whole: str
    parents: Sequence[Sequence[str]] = ()


class Column(NamedTuple):
    """A count over all rows of tables that stand side by side, and where it stands: (table, field)."""

    values: np.ndarray
    places: list[tuple[int, str]]


#: (Total, parts) by their numbers among the columns; None where the total of a row is not told.
Family = tuple[Optional[int], list[int]]


class Space(NamedTuple):
    """Tables side by side: where the rows of each stand among all (``row``, by table), the ``group`` (n) that sums are known
    for, the ``columns``, and the ``families`` of those that sum."""

    row: Mapping[int, np.ndarray]
    group: np.ndarray
    columns: list[Column]
    families: list[Family]
