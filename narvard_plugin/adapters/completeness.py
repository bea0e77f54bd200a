"""Which of the types that every region has the register holds, and how many: what is missing comes first."""

from __future__ import annotations

from typing import NamedTuple

from .. import catalogue
from .dock_layers import Expected, dock_layers
from .facility_index import Wanted
from .workspace_snapshot import Snapshot


class Held(NamedTuple):
    """An expected type, its number of facilities (of narrower types too, where the data file says so), and how many of them have no place."""

    expected: Expected
    count: int
    unplaced: int


def completeness(snapshot: Snapshot, wanted: Wanted) -> list[Held]:
    """Of the region and year in ``wanted``, whatever is filtered; the missing first, else in the order of the data file."""
    index = snapshot.index
    found = index.matching(Wanted(wanted.year, wanted.regions))
    placed, every = index.type_counts(found & index.placed), index.type_counts(found)
    held = []
    for expected in dock_layers().expected:
        asked = catalogue.care().with_narrower(expected.type) if expected.narrower else {expected.type}
        rows = [number for number, name in enumerate(index.types) if name in asked]
        count = int(every[rows].sum())
        held.append(Held(expected, count, count - int(placed[rows].sum())))
    return sorted(held, key=lambda one: one.count > 0)
