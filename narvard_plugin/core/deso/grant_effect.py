"""What a development grant means for groups of units (such as a driftsform), and what one rule gives against another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Optional

import numpy as np


class Effect(NamedTuple):
    """A group's units, how many get anything, people listed, kronor; its shares (0–1) of all listed and of all kronor,
    and the second over the first (1 = as much as its listed answer for). None where nothing is there to share."""

    units: int
    paid: int
    listed: float
    kronor: int
    share_of_listed: Optional[float]
    share_of_kronor: Optional[float]
    relative: Optional[float]


class Moved(NamedTuple):
    """From one rule to another within a group: units that gain, lose and keep, and the kronor gained and lost."""

    units: int
    gain: int
    lose: int
    keep: int
    gained: int
    lost: int


def groups_of(names: np.ndarray) -> Iterator[tuple[Optional[str], np.ndarray]]:
    """Each of ``names`` (n text, None = not told) with the rows (n bool) that have it, sorted; those without a name last."""
    for name in sorted({name for name in names if name is not None}):
        yield name, names == name
    nameless = np.array([name is None for name in names], bool)
    if nameless.any():
        yield None, nameless


def effect(rows: np.ndarray, listed: np.ndarray, kronor: np.ndarray) -> Effect:
    """The effect for the ``rows`` (n bool) among all units (n)."""
    people, money = float(listed[rows].sum()), int(kronor[rows].sum())
    of_listed, of_money = _share(people, listed.sum()), _share(money, kronor.sum())
    relative = of_money / of_listed if of_listed and of_money is not None else None
    return Effect(int(rows.sum()), int((kronor[rows] > 0).sum()), people, money, of_listed, of_money, relative)


def moved(first: np.ndarray, second: np.ndarray) -> Moved:
    """From ``first`` to ``second`` (m whole kronor each)."""
    change = second - first
    up, down = change > 0, change < 0
    keep = int(len(change) - up.sum() - down.sum())
    return Moved(len(change), int(up.sum()), int(down.sum()), keep, int(change[up].sum()), int(-change[down].sum()))


def _share(part: float, whole: float) -> Optional[float]:
    return float(part / whole) if whole > 0 else None
