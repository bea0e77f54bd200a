"""Travel times between many origins and many facilities, without ever holding all junctions of all facilities."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from .reach import Journeys
from .snap import Places

BLOCK_BYTES = 64e6  # of search results held at once; also keeps one search well under a second


class Pairs(NamedTuple):
    """``origin``, ``facility`` (row numbers) and ``minutes`` of every pair within the limit."""

    origin: np.ndarray
    facility: np.ndarray
    minutes: np.ndarray


def node_minutes(journeys: Journeys, limit_minutes: float = np.inf) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Blocks of ``(facility numbers (b), minutes (n, b) at every junction; inf beyond the limit)``."""
    seeds, facilities = journeys.seeds(), np.arange(len(journeys.access_minutes))
    block = max(1, min(int(BLOCK_BYTES / 8 / (journeys.network.node_count + 1)), 64))
    for begin in range(0, len(facilities), block):
        chosen = facilities[begin : begin + block]
        yield chosen, journeys.search.from_each(seeds, chosen, limit_minutes)


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
        table = np.minimum(minutes[one] + ends.at_from[:, None], minutes[two] + ends.at_to[:, None])
        here = slice(*np.searchsorted(facility, [chosen[0], chosen[-1] + 1]))
        np.minimum.at(table, (row[here], facility[here] - chosen[0]), along_link[here])
        table += origin_minutes[:, None]
        near_origin, near_facility = np.nonzero((table <= limit_minutes) & np.isfinite(table))
        found.append((near_origin, chosen[near_facility], table[near_origin, near_facility]))
        step((chosen[-1] + 1) / len(journeys.access_minutes))
    if not found:
        return Pairs(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0))
    return Pairs(*(np.concatenate(column) for column in zip(*found)))
