"""Travel times between many origins and many facilities, without ever holding all junctions of all facilities."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
from scipy.sparse.csgraph import dijkstra

from .reach import Journeys, with_seeds
from .snap import Places

BLOCK_BYTES = 64e6  # of search results held at once; also keeps one search well under a second


class Pairs(NamedTuple):
    """``origin``, ``facility`` (row numbers) and ``minutes`` of every pair within the limit, by facility, then origin."""

    origin: np.ndarray
    facility: np.ndarray
    minutes: np.ndarray


def node_minutes(journeys: Journeys, limit_minutes: float = np.inf) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Blocks of ``(facility numbers (b), minutes (b, n) at every junction; inf beyond the limit)``."""
    arcs, seeds = journeys.arcs(), journeys.seeds()
    n, f = journeys.network.node_count, len(journeys.access_minutes)
    link = journeys.places.link
    graph, _ = with_seeds(
        arcs,
        np.tile(np.arange(f), 2),
        np.concatenate([journeys.network.link_from[link], journeys.network.link_to[link]]),
        np.concatenate([seeds.at_from, seeds.at_to]),
        f,
    )
    block = max(1, min(int(BLOCK_BYTES / 8 / (n + f)), 64))
    for begin in range(0, f, block):
        chosen = np.arange(begin, min(begin + block, f))
        yield chosen, dijkstra(graph, indices=n + chosen, limit=limit_minutes)[:, :n]


def pairs_within(
    journeys: Journeys,
    origins: Places,
    origin_minutes: np.ndarray,
    limit_minutes: float = np.inf,
    step: Callable[[float], None] = lambda share: None,
) -> Pairs:
    """All pairs of attached origins and facilities within ``limit_minutes`` (inclusive), legs off the road included.

    ``origin_minutes`` (n): each origin's leg off the road. ``step`` is called with the share done after each block and may
    raise to stop.
    """
    ends = journeys.ends(origins)
    one, two = journeys.network.link_from[origins.link], journeys.network.link_to[origins.link]
    row, facility, along_link = journeys.on_same_link(origins)
    order = np.argsort(facility, kind="stable")
    row, facility, along_link = row[order], facility[order], along_link[order]
    found = []
    for chosen, minutes in node_minutes(journeys, limit_minutes):
        table = np.minimum(minutes[:, one] + ends.at_from, minutes[:, two] + ends.at_to)
        here = slice(*np.searchsorted(facility, [chosen[0], chosen[-1] + 1]))
        np.minimum.at(table, (facility[here] - chosen[0], row[here]), along_link[here])
        table += origin_minutes
        near_facility, near_origin = np.nonzero((table <= limit_minutes) & np.isfinite(table))
        found.append((near_origin, chosen[near_facility], table[near_facility, near_origin]))
        step((chosen[-1] + 1) / len(journeys.access_minutes))
    if not found:
        return Pairs(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0))
    return Pairs(*(np.concatenate(column) for column in zip(*found)))
