"""Travel times between many origins and many facilities, without ever holding all junctions of all facilities."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Optional

import numpy as np
from scipy.spatial import cKDTree

from .limits import WITHIN, Step, no_step
from .reach import Journeys
from .snap import Places, spots

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


def node_minutes(
    journeys: Journeys, limit_minutes: float = np.inf, facilities: Optional[np.ndarray] = None
) -> Iterator[Block]:
    """Times at the junctions within ``limit_minutes``, for a few neighbouring ``facilities`` (rows; None = all) at a time."""
    seeds, xy = journeys.seeds(), journeys.network.node_xy[journeys.network.link_from[journeys.places.link]]
    order = np.lexsort((xy[:, 1], xy[:, 0] // STRIP_M))  # near ones together, so that they reach the same junctions
    if facilities is not None:
        order = order[np.isin(order, facilities)]
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
    found, done, facilities = [], 0, _near_enough(journeys, origins, limit)
    for block in node_minutes(journeys, limit, facilities):
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
        step(done / len(facilities))
    if not found:
        step(1.0)
        return Pairs(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0))
    return Pairs(*(np.concatenate(values) for values in zip(*found)))


def _near_enough(journeys: Journeys, origins: Places, limit: float) -> np.ndarray:
    """Rows of the facilities that lie so near some origin that a straight road at the highest speed would do."""
    radius = journeys.search.fastest * limit
    if not np.isfinite(radius) or not len(origins.link):
        return np.arange(len(journeys.places.link))
    ends = cKDTree(spots(journeys.network, origins))
    metres, _ = ends.query(spots(journeys.network, journeys.places), distance_upper_bound=radius * WITHIN + 1.0)
    return np.flatnonzero(np.isfinite(metres))
