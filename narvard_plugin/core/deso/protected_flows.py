"""Flows of people and every sum of them that is shown, protected together: each alone would tell what another hides."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple, Optional

import numpy as np

from .small_numbers import too_few
from .suppression import NO_LINE, Cells, suppress

Key = Optional[Hashable]


class Flows(NamedTuple):
    """Flows (n): the ``number`` of people (NaN = told by nobody), the code of the ``start`` and the ``name`` of each, which
    settles ties; and the ``sums`` that are shown, the finest first: per level a key for each flow, in which those of the
    level before lie whole. None = in no sum that is shown."""

    number: np.ndarray
    start: Sequence[Key]
    name: Sequence[str]
    sums: Sequence[Sequence[Key]]


class HiddenFlows(NamedTuple):
    """What to hide: ``flows`` (n bool), the codes of ``starts`` whose sum, and per level the keys whose sum; and ``closed``,
    whether nothing hidden can be worked out (it can where there are no others to hide with it)."""

    flows: np.ndarray
    starts: set
    sums: list[set]
    closed: bool


def protect_flows(flows: Flows, minimum: int, also: frozenset = frozenset()) -> HiddenFlows:
    """Hide flows and sums over 0 and under ``minimum``, and what it takes to keep them hidden.

    Sums of the last level with a key in ``also`` are hidden whatever they count. How many there are in all is taken to be
    known: one hidden sum would follow from the others.
    """
    builder = _Builder(minimum)
    known = np.isfinite(flows.number)
    levels = [("start", flows.start), *((level, keys) for level, keys in enumerate(flows.sums))]
    for at, number in enumerate(flows.number.tolist()):
        first, second = (
            (level, keys[at]) if known[at] and keys[at] is not None else None for level, keys in levels[:2]
        )
        builder.add(number if known[at] else 0.0, first, second, flows.name[at])
    last = len(flows.sums) - 1
    for level, keys in levels:
        above = flows.sums[level + 1] if level not in ("start", last) else None
        for key, (total, parent) in _summed(flows.number, keys, above).items():
            second = (level + 1, parent) if above is not None and parent is not None else None
            if above is None:
                second = ("whole", level)
            builder.add_total(total, (level, key), second, must=level == last and key in also)
    result = suppress(builder.cells(), minimum)
    hidden = result.hidden
    found: dict = {level: set() for level, _ in levels}
    for (level, key), hide in zip(builder.totals, hidden[len(known) :]):
        if hide:
            found[level].add(key)
    sums = [found[level] for level in range(len(flows.sums))]
    return HiddenFlows(hidden[: len(known)] & known, found["start"], sums, not result.open_lines)


def _summed(number: np.ndarray, keys: Sequence[Key], above: Optional[Sequence[Key]]) -> dict:
    """Per key the people, and the key of the next level that it lies in."""
    found: dict = {}
    for at, (people, key) in enumerate(zip(number.tolist(), keys)):
        if key is not None and people == people:
            total, _ = found.get(key, (0.0, None))
            found[key] = total + people, None if above is None else above[at]
    return found


class _Builder:
    """Rows of ``Cells``, with lines by name until all are known."""

    def __init__(self, minimum: int):
        self._minimum = minimum
        self._rows: list[tuple] = []
        self.totals: list[tuple] = []

    def add(self, value: float, first, second, name: str, is_total: bool = False, must: bool = False) -> None:
        """A cell in the lines ``first`` and ``second`` (None = in none)."""
        few = bool(too_few(np.array(value), self._minimum))
        self._rows.append((value, first, second, name, few or must, is_total))

    def add_total(self, value: float, line: tuple, second, must: bool) -> None:
        """The sum of ``line`` as a cell, which stands in ``second`` too."""
        self.totals.append(line)
        self.add(value, line, second, f"{line}", is_total=True, must=must)

    def cells(self) -> Cells:
        value, first, second, name, sensitive, is_total = zip(*self._rows) if self._rows else ((),) * 6
        lines = {line: at for at, line in enumerate(sorted({*first, *second} - {None}, key=str))}
        first, second = (np.array([lines.get(line, NO_LINE) for line in ends], int) for ends in (first, second))
        order = np.argsort(np.argsort(np.array(name, str), kind="stable"), kind="stable")
        flags = (np.array(sensitive, bool), np.zeros(len(value), bool), np.array(is_total, bool))
        return Cells(np.array(value, float), first, second, order, *flags)
