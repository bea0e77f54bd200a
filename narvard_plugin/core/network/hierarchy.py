"""A contraction of the network for search: junctions with few neighbours are taken out in rounds, exactly.

Taking out junction x puts an arc p → q of w(p, x) + w(x, q) between each two of its neighbours, so every travel time among
the rest stays what it was. Only junctions with at most ``MOST_NEIGHBOURS`` go, never two neighbours in one round; dead-end
trees and chains vanish, and what remains of a road network, the core, is a fifth of it. A search climbs from its seeds into
the core, runs there, and descends to all others. The structure holds no times: it is made once, for all modes, and times of
any mode and direction are filled in by three passes over arrays ("customisable" contraction; Dibbelt, Strasser and Wagner).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

MOST_NEIGHBOURS = 4
LEAST_SHARE = 0.002  # a round that would take out fewer of all junctions than this is not worth its passes


@dataclass(frozen=True, eq=False)
class Hierarchy:
    """Arc 2e runs along edge e from its lower to its higher junction, arc 2e + 1 back. The first edges join linked
    junctions, the rest are shortcuts; one past the last arc is never open.

    ``edges`` (e, 2) junctions, lower first. ``base_link`` and ``base_start``: which links (2 * link + against) make each of
    the first arcs. Triangles, sorted by ``target`` within each of the rounds ``triangle_start``: arc ``target`` p → q gets
    ``into`` p → x and ``out_of`` x → q. ``node`` (k): junctions taken out, in the rounds ``round_start``; ``spoke_node``,
    ``spoke_arc`` (MOST_NEIGHBOURS, k): their neighbours then, and the arcs from those. ``core``: the junctions that remain,
    and ``core_start``, ``core_head``, ``core_arc`` the arcs among them by tail, in the core's own numbers.
    """

    edges: np.ndarray
    base_link: np.ndarray
    base_start: np.ndarray
    target: np.ndarray
    into: np.ndarray
    out_of: np.ndarray
    triangle_start: np.ndarray
    node: np.ndarray
    round_start: np.ndarray
    spoke_node: np.ndarray
    spoke_arc: np.ndarray
    core: np.ndarray
    core_start: np.ndarray
    core_head: np.ndarray
    core_arc: np.ndarray

    @property
    def rounds(self) -> int:
        return len(self.round_start) - 1


def build_hierarchy(node_count: int, link_from: np.ndarray, link_to: np.ndarray) -> Hierarchy:
    """The hierarchy of junctions 0 … ``node_count`` − 1 joined by links; loops and parallel links are allowed."""
    links = np.flatnonzero(link_from != link_to)
    low = np.minimum(link_from, link_to)[links].astype(np.int64)
    high = np.maximum(link_from, link_to)[links].astype(np.int64)
    keys, edge = np.unique(low * node_count + high, return_inverse=True)
    base_link, base_start = _base_arcs(links, edge, link_from[links] == low, len(keys))

    edge_low, edge_high = [keys // node_count], [keys % node_count]
    live_key, live_edge, edge_count = keys, np.arange(len(keys)), len(keys)
    alive = np.ones(node_count, bool)
    taken, spoke_nodes, spoke_arcs, triangles = [], [], [], []
    while True:
        chosen = _independent(node_count, live_key, alive)
        if chosen.sum() < max(1, LEAST_SHARE * node_count):
            break
        alive &= ~chosen
        low, high = live_key // node_count, live_key % node_count
        out = chosen[low] | chosen[high]
        centre = np.where(chosen[low[out]], low[out], high[out])
        order = np.argsort(centre, kind="stable")
        centre, rim = centre[order], (low[out] + high[out])[order] - centre[order]
        inward = 2 * live_edge[out][order] + (rim > centre)  # arc from the rim to the centre
        one, two = _pairs(centre)
        fresh = np.minimum(rim[one], rim[two]) * node_count + np.maximum(rim[one], rim[two])
        rest_key, rest_edge = live_key[~out], live_edge[~out]
        new = np.setdiff1d(fresh, rest_key)
        live_key = np.concatenate([rest_key, new])
        live_edge = np.concatenate([rest_edge, edge_count + np.arange(len(new))])
        edge_count += len(new)
        edge_low.append(new // node_count)
        edge_high.append(new % node_count)
        order = np.argsort(live_key)
        live_key, live_edge = live_key[order], live_edge[order]
        target = 2 * live_edge[np.searchsorted(live_key, fresh)] + (rim[one] > rim[two])
        triangles.append(_by_target(target, inward[one], inward[two] ^ 1))
        taken.append(np.unique(centre) if len(centre) else np.empty(0, np.int64))
        alone = np.setdiff1d(np.flatnonzero(chosen), taken[-1])  # junctions without neighbours go, too
        taken[-1] = np.concatenate([taken[-1], alone])
        spokes = _spokes(taken[-1], centre, rim, inward)
        spoke_nodes.append(spokes[0])
        spoke_arcs.append(spokes[1])
    core = np.flatnonzero(alive)
    core_start, core_head, core_arc = _core_arcs(node_count, core, live_key, live_edge)
    closed = 2 * edge_count
    spoke_arc = _joined(spoke_arcs, (MOST_NEIGHBOURS, 0), axis=1)
    parts = [_joined([triangle[i] for triangle in triangles], 0) for i in range(3)]
    return Hierarchy(
        edges=np.column_stack([np.concatenate(edge_low), np.concatenate(edge_high)]).astype(np.int32),
        base_link=base_link,
        base_start=base_start,
        target=parts[0].astype(np.int32),
        into=parts[1].astype(np.int32),
        out_of=parts[2].astype(np.int32),
        triangle_start=np.concatenate([[0], np.cumsum([len(triangle[0]) for triangle in triangles])]).astype(np.int64),
        node=_joined(taken, 0).astype(np.int32),
        round_start=np.concatenate([[0], np.cumsum([len(nodes) for nodes in taken])]).astype(np.int64),
        spoke_node=_joined(spoke_nodes, (MOST_NEIGHBOURS, 0), axis=1).astype(np.int32),
        spoke_arc=np.where(spoke_arc < 0, closed, spoke_arc).astype(np.int32),
        core=core.astype(np.int32),
        core_start=core_start.astype(np.int32),
        core_head=core_head.astype(np.int32),
        core_arc=core_arc.astype(np.int32),
    )


def _base_arcs(links, edge, along, edge_count):
    """Which links make each of the first arcs: ``2 * link + against`` sorted by arc, and where each arc's begin."""
    arc = np.concatenate([2 * edge + ~along, 2 * edge + along])
    way = np.concatenate([2 * links, 2 * links + 1])
    order = np.argsort(arc, kind="stable")
    return way[order], np.searchsorted(arc[order], np.arange(2 * edge_count))


def _independent(node_count: int, keys: np.ndarray, alive: np.ndarray) -> np.ndarray:
    """Junctions to take out now: few neighbours, and none of two neighbours (the one with fewer, else by a mixed number)."""
    low, high = keys // node_count, keys % node_count
    degree = np.bincount(low, minlength=node_count) + np.bincount(high, minlength=node_count)
    candidate = alive & (degree <= MOST_NEIGHBOURS)
    mixed = (np.arange(node_count, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(24)
    rank = degree.astype(np.int64) * (1 << 41) + mixed.astype(np.int64)
    rivals = candidate[low] & candidate[high]
    low, high = low[rivals], high[rivals]
    candidate[np.where(rank[low] > rank[high], low, high)] = False
    return candidate


def _pairs(centre: np.ndarray):
    """All pairs of rows (one before two) that share a centre; ``centre`` is sorted."""
    one, two = [], []
    for apart in range(1, MOST_NEIGHBOURS):
        same = np.flatnonzero(centre[apart:] == centre[:-apart])
        one.append(same)
        two.append(same + apart)
    return np.concatenate(one), np.concatenate(two)


def _by_target(target, into, out_of):
    order = np.argsort(target >> 1, kind="stable")
    # Both directions of a pair are filled from one triangle; let every target run from lower to higher junction.
    turned = (target & 1) == 1
    into, out_of = np.where(turned, out_of ^ 1, into), np.where(turned, into ^ 1, out_of)
    return (target & ~1)[order], into[order], out_of[order]


def _spokes(nodes, centre, rim, inward):
    """(MOST_NEIGHBOURS, nodes) neighbours, the junction itself where it has fewer, and arcs, −1 there."""
    spoke_node = np.tile(nodes, (MOST_NEIGHBOURS, 1))
    spoke_arc = np.full((MOST_NEIGHBOURS, len(nodes)), -1)
    row = np.searchsorted(centre, centre)
    slot = np.arange(len(centre)) - row
    order = np.argsort(nodes)
    column = order[np.searchsorted(nodes, centre, sorter=order)]
    spoke_node[slot, column], spoke_arc[slot, column] = rim, inward
    return spoke_node, spoke_arc


def _core_arcs(node_count, core, keys, edge):
    number = np.full(node_count, -1)
    number[core] = np.arange(len(core))
    low, high = number[keys // node_count], number[keys % node_count]
    tail, head = np.concatenate([low, high]), np.concatenate([high, low])
    arc = np.concatenate([2 * edge, 2 * edge + 1])
    order = np.lexsort((head, tail))
    return np.searchsorted(tail[order], np.arange(len(core) + 1)), head[order], arc[order]


def _joined(parts: list, empty, axis: int = 0) -> np.ndarray:
    return np.concatenate(parts, axis=axis) if parts else np.empty(empty, np.int64)
