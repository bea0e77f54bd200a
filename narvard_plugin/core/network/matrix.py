"""Travel times between many origins and many facilities, without ever holding all junctions of all facilities."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from .limits import WITHIN, Step, no_step
from .reach import Journeys
from .snap import Places

STRIP_M = 20_000.0  # facilities are taken strip by strip of this width
BLOCK_BYTES = 64e6  # of search results held at once; also keeps one search well under a second


class Pairs(NamedTuple):
    """``origin``, ``facility`` (row numbers) and ``minutes`` of every pair within the limit."""

    origin: np.ndarray
    facility: np.ndarray
    minutes: np.ndarray


class Block(NamedTuple):
    """Search results of some ``facilities`` (b): junction v has ``minutes[row[v]]`` (b; inf = not reached); the last row of
    ``minutes`` stands for all junctions that none of them reaches."""

    facilities: np.ndarray
    row: np.ndarray
    minutes: np.ndarray

    def reaches(self, nodes: np.ndarray) -> np.ndarray:
        """Which of ``nodes`` any of the facilities may reach (bool)."""
        return self.row[nodes] < len(self.minutes) - 1


def node_minutes(journeys: Journeys, limit_minutes: float = np.inf) -> Iterator[Block]:
    """Times at the junctions within ``limit_minutes``, for a few neighbouring facilities at a time."""
    seeds, xy = journeys.seeds(), journeys.network.node_xy[journeys.network.link_from[journeys.places.link]]
    order = np.lexsort((xy[:, 1], xy[:, 0] // STRIP_M))  # near ones together, so that they reach the same junctions
    block = max(1, min(int(BLOCK_BYTES / 8 / (journeys.network.node_count + 1)), 64))
    for begin in range(0, len(order), block):
        chosen = np.sort(order[begin : begin + block])
        row, minutes = journeys.search.from_each(seeds, chosen, limit_minutes)
        yield Block(chosen, row, minutes)


def pairs_within(
    journeys: Journeys,
    origins: Places,
    origin_minutes: np.ndarray,
    limit_minutes: float = np.inf,
    step: Step = no_step,
) -> Pairs:
    """All pairs of attached origins and facilities within ``limit_minutes`` (inclusive), legs off the road included.

    ``origin_minutes`` (n): each origin's leg off the road. ``step`` hears the share done after each block.
    """
    ends = journeys.ends(origins)
    one, two = journeys.network.link_from[origins.link], journeys.network.link_to[origins.link]
    row, facility, along_link = journeys.on_same_link(origins)
    limit = limit_minutes * WITHIN
    found, done = [], 0
    for block in node_minutes(journeys, limit):
        column = np.full(len(journeys.access_minutes), -1)
        column[block.facilities] = np.arange(len(block.facilities))
        direct = np.flatnonzero(column[facility] >= 0)
        near = block.reaches(one) | block.reaches(two)
        near[row[direct]] = True
        near = np.flatnonzero(near)
        by_one = block.minutes[block.row[one[near]]] + ends.at_from[near, None]
        table = np.minimum(by_one, block.minutes[block.row[two[near]]] + ends.at_to[near, None])
        np.minimum.at(table, (np.searchsorted(near, row[direct]), column[facility[direct]]), along_link[direct])
        table += origin_minutes[near, None]
        at, which = np.nonzero((table <= limit) & np.isfinite(table))
        found.append((near[at], block.facilities[which], table[at, which]))
        done += len(block.facilities)
        step(done / len(journeys.access_minutes))
    if not found:
        return Pairs(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0))
    return Pairs(*(np.concatenate(values) for values in zip(*found)))
