"""The links of a network as a sorted adjacency, and as the sparse matrix that a search runs on.

Every link gives two arcs, one each way; a closed direction costs infinity. The structure is therefore symmetric: travel
towards facilities uses the same arrays with the two directions' costs exchanged.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from .network import Costs, Network

TINY = 1e-300  # an arc of no cost at all would read as no arc in a sparse matrix


class Arcs(NamedTuple):
    """Arcs sorted by tail: ``start`` (n + 1), ``head`` and ``minutes`` (arcs, one per pair of junctions, > 0)."""

    start: np.ndarray
    head: np.ndarray
    minutes: np.ndarray

    def tails(self) -> np.ndarray:
        return np.repeat(np.arange(len(self.start) - 1), np.diff(self.start))


def sort_arcs(node_count: int, link_from: np.ndarray, link_to: np.ndarray):
    """``(start, head, arc_link)`` of both directions of every link that is no loop, sorted by tail, then head.

    ``arc_link`` is ``2 * link`` along the link and ``2 * link + 1`` against it; parallel links are neighbours in it.
    """
    links = np.flatnonzero(link_from != link_to)
    tail = np.concatenate([link_from[links], link_to[links]])
    head = np.concatenate([link_to[links], link_from[links]])
    arc_link = np.concatenate([2 * links, 2 * links + 1])
    order = np.argsort(tail.astype(np.int64) * node_count + head, kind="stable")
    start = np.searchsorted(tail[order], np.arange(node_count + 1))
    return start.astype(np.int32), head[order].astype(np.int32), arc_link[order]


def arcs_of(network: Network, costs: Costs, *, reverse: bool = False) -> Arcs:
    """The arcs of ``network`` with their minutes; ``reverse`` gives the graph in which every arc is turned round."""
    both = np.empty(2 * network.link_count)
    both[0::2], both[1::2] = (costs.backward, costs.forward) if reverse else (costs.forward, costs.backward)
    return merge_parallel(network.arc_start, network.arc_head, np.maximum(both[network.arc_link], TINY))


def merge_parallel(start: np.ndarray, head: np.ndarray, minutes: np.ndarray) -> Arcs:
    """Arcs where each pair of junctions keeps only its cheapest arc; ``head`` is sorted within each tail."""
    if len(head) == 0:
        return Arcs(start, head, minutes)
    new = np.empty(len(head), bool)
    new[0] = True
    np.not_equal(head[1:], head[:-1], out=new[1:])
    new[start[:-1][start[:-1] < len(head)]] = True
    if new.all():
        return Arcs(start, head, minutes)
    groups = np.flatnonzero(new)
    before = np.concatenate([[0], np.cumsum(new)])
    return Arcs(before[start].astype(np.int32), head[groups], np.minimum.reduceat(minutes, groups))
