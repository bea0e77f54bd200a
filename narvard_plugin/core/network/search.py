"""Searches over a network's hierarchy: fill in the times, climb from the seeds, run in the core, descend to all.

Rows of seeds and of what grows from them are (label, junction, minutes): label is the facility they belong to.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from .hierarchy import Hierarchy
from .network import Costs, Network

NONE = -1  # no facility
TINY = 1e-300  # an arc of no cost at all would read as no arc in a sparse matrix


class Seeds(NamedTuple):
    """``label``, ``node`` and ``minutes`` (s each): at which junctions facilities enter the search, and at what cost."""

    label: np.ndarray
    node: np.ndarray
    minutes: np.ndarray


class Arcs(NamedTuple):
    """Arcs sorted by tail: ``start`` (n + 1), ``head`` and ``minutes`` (arcs; > 0, inf = closed)."""

    start: np.ndarray
    head: np.ndarray
    minutes: np.ndarray

    def tails(self) -> np.ndarray:
        return np.repeat(np.arange(len(self.start) - 1), np.diff(self.start))


@dataclass(frozen=True, eq=False)
class Search:
    """The network with the times of one mode; ``reverse`` turns every arc round (searching from where people go)."""

    network: Network
    costs: Costs
    reverse: bool = False

    @property
    def _hierarchy(self) -> Hierarchy:
        return self.network.hierarchy

    @cached_property
    def minutes(self) -> np.ndarray:
        """Minutes of every arc of the hierarchy, shortcuts included; inf where closed."""
        h = self._hierarchy
        minutes = np.full(2 * len(h.edges) + 2, np.inf)
        minutes[: len(h.base_start)] = self._own_minutes
        for begin, end in zip(h.triangle_start[:-1], h.triangle_start[1:]):
            target, into, out_of = h.target[begin:end], h.into[begin:end], h.out_of[begin:end]
            if len(target) == 0:
                continue
            first = np.flatnonzero(np.concatenate([[True], target[1:] != target[:-1]]))
            arc = target[first]
            there = np.minimum.reduceat(minutes[into] + minutes[out_of], first)
            back = np.minimum.reduceat(minutes[out_of ^ 1] + minutes[into ^ 1], first)
            minutes[arc] = np.minimum(minutes[arc], there)
            minutes[arc ^ 1] = np.minimum(minutes[arc ^ 1], back)
        return minutes

    @cached_property
    def fastest(self) -> float:
        """Metres per minute that no stretch of road beats, and so no way, as the crow flies; inf where one costs no time."""
        network, costs = self.network, self.costs
        within = np.ones(max(len(network.xy) - 1, 0), bool)
        within[network.first[1:-1] - 1] = False  # from the end of one link to the start of the next is no road
        metres = np.hypot(*np.diff(network.xy, axis=0)[within].T)
        minutes = np.minimum(np.diff(costs.vertex_forward)[within], np.diff(costs.vertex_backward)[within])
        driven = metres > 0
        with np.errstate(divide="ignore"):
            return float((metres[driven] / minutes[driven]).max(initial=0.0))

    def arcs(self) -> Arcs:
        """The network's own arcs, without shortcuts, one per direction of every joined pair of junctions."""
        h = self._hierarchy
        count = len(h.base_start)
        low, high = h.edges[: count // 2].T
        tail, head = np.empty(count, np.int64), np.empty(count, np.int64)
        tail[0::2], tail[1::2], head[0::2], head[1::2] = low, high, high, low
        order = np.argsort(tail, kind="stable")
        start = np.searchsorted(tail[order], np.arange(self.network.node_count + 1))
        return Arcs(start, head[order], self._own_minutes[order])

    @property
    def _own_minutes(self) -> np.ndarray:
        """Minutes of the network's own arcs: the least of the parallel links of each."""
        h = self._hierarchy
        if len(h.base_link) == 0:
            return np.empty(0)
        ways = np.empty(2 * self.network.link_count)
        ways[0::2], ways[1::2] = self.costs[1::-1] if self.reverse else self.costs[:2]
        return np.maximum(np.minimum.reduceat(ways[h.base_link], h.base_start), TINY)

    def nearest(self, seeds: Seeds) -> tuple[np.ndarray, np.ndarray]:
        """Minutes (n; inf) and label (n; −1) of the nearest seed at every junction; ties go to the lower label."""
        h = self._hierarchy
        n = self.network.node_count
        minutes, label = np.full(n, np.inf), np.full(n, np.iinfo(np.int32).max)
        climbed = self._climb(seeds)
        first = _first_of(climbed.node, climbed.minutes, climbed.label)
        minutes[climbed.node[first]], label[climbed.node[first]] = climbed.minutes[first], climbed.label[first]
        if len(h.core):
            own = np.isfinite(minutes[h.core])
            rows = Seeds(label[h.core][own], np.flatnonzero(own), minutes[h.core][own])
            core_minutes, core_label = nearest_in(self._core, rows)
            minutes[h.core] = core_minutes
            label[h.core] = np.where(core_label == NONE, np.iinfo(np.int32).max, core_label)
        for begin, end in _backwards(h.round_start):
            self._descend(slice(begin, end), minutes, label)
        return minutes, np.where(np.isfinite(minutes), label, NONE).astype(np.int64)

    def _descend(self, rows: slice, minutes: np.ndarray, label: np.ndarray) -> None:
        h = self._hierarchy
        node = h.node[rows]
        best, whose = minutes[node], label[node]
        for neighbour, arc in zip(h.spoke_node[:, rows], h.spoke_arc[:, rows]):
            offered, offerer = minutes[neighbour] + self.minutes[arc], label[neighbour]
            better = (offered < best) | ((offered == best) & (offerer < whose))
            best, whose = np.where(better, offered, best), np.where(better, offerer, whose)
        minutes[node], label[node] = best, whose

    def from_each(self, seeds: Seeds, labels: np.ndarray, limit: float = np.inf) -> tuple[np.ndarray, np.ndarray]:
        """Times from each of ``labels`` (b, ascending) alone: ``row`` (n) of every junction in ``minutes`` (rows, b).

        Junctions that no label reaches within ``limit`` share the last row, which is all inf; only the others cost anything.
        """
        h, n = self._hierarchy, self.network.node_count
        climbed = self._climb(Seeds(*(values[np.isin(seeds.label, labels)] for values in seeds)))
        within = climbed.minutes <= limit
        column = np.searchsorted(labels, climbed.label[within])
        node, minutes = climbed.node[within], climbed.minutes[within]
        number = np.full(n, -1)
        number[h.core] = np.arange(len(h.core))
        inside = number[node] >= 0
        graph = _with_seeds(self._core, Seeds(column[inside], number[node[inside]], minutes[inside]), len(labels))
        sources = len(h.core) + np.arange(len(labels))
        core = (
            dijkstra(graph, indices=sources, limit=limit)[:, : len(h.core)].T
            if len(h.core)
            else np.empty((0, len(labels)))
        )

        reached = np.zeros(n, bool)
        reached[node] = True
        reached[h.core[np.isfinite(core).any(1)]] = True
        for begin, end in _backwards(h.round_start):
            reached[h.node[begin:end]] |= reached[h.spoke_node[:, begin:end]].any(0)
        row = np.full(n, reached.sum())
        row[reached] = np.arange(reached.sum())
        table = np.full((reached.sum() + 1, len(labels)), np.inf)
        table[row[node], column] = minutes
        at_core = reached[h.core]
        table[row[h.core[at_core]]] = core[at_core]
        for begin, end in _backwards(h.round_start):
            on = begin + np.flatnonzero(reached[h.node[begin:end]])
            best = table[row[h.node[on]]]
            for neighbour, arc in zip(h.spoke_node[:, on], h.spoke_arc[:, on]):
                np.minimum(best, table[row[neighbour]] + self.minutes[arc][:, None], out=best)
            table[row[h.node[on]]] = best
        return row, table

    @cached_property
    def _core(self) -> Arcs:
        h = self._hierarchy
        return Arcs(h.core_start, h.core_head, self.minutes[h.core_arc])

    @cached_property
    def _place(self) -> tuple[np.ndarray, np.ndarray]:
        """Round of every junction (the core's is the last) and its column among those taken out."""
        h = self._hierarchy
        rounds, column = np.full(self.network.node_count, h.rounds), np.full(self.network.node_count, -1)
        rounds[h.node] = np.repeat(np.arange(h.rounds), np.diff(h.round_start))
        column[h.node] = np.arange(len(h.node))
        return rounds, column

    def _climb(self, seeds: Seeds) -> Seeds:
        """The seeds and all that they reach on the way into the core: one row, the least, per label and junction."""
        h = self._hierarchy
        finite = np.isfinite(seeds.minutes)
        rows = Seeds(seeds.label[finite], seeds.node[finite], seeds.minutes[finite])
        rounds, column = self._place
        settled = []
        for number in range(h.rounds):
            now = rounds[rows.node] == number
            if not now.any():
                continue
            here = _least(Seeds(*(values[now] for values in rows)))
            settled.append(here)
            at = column[here.node]
            onward = (here.minutes + self.minutes[h.spoke_arc[:, at] ^ 1]).ravel()
            reached = np.isfinite(onward)
            rows = Seeds(
                np.concatenate([rows.label[~now], np.tile(here.label, len(h.spoke_arc))[reached]]),
                np.concatenate([rows.node[~now], h.spoke_node[:, at].ravel()[reached]]),
                np.concatenate([rows.minutes[~now], onward[reached]]),
            )
        settled.append(_least(rows))
        return Seeds(*(np.concatenate(values) for values in zip(*settled)))


def nearest_in(arcs: Arcs, seeds: Seeds) -> tuple[np.ndarray, np.ndarray]:
    """Minutes and label (n each) of the nearest seed over plain ``arcs``; ties go to the lower label."""
    n = len(arcs.start) - 1
    used = np.unique(seeds.label[np.isfinite(seeds.minutes)])
    if len(used) == 0:
        return np.full(n, np.inf), np.full(n, NONE)
    graph = _with_seeds(arcs, seeds._replace(label=np.searchsorted(used, seeds.label)), len(used))
    minutes, _, source = dijkstra(graph, indices=n + np.arange(len(used)), min_only=True, return_predecessors=True)
    label = np.where(np.isfinite(minutes), source.astype(np.int64) - n, NONE)
    _settle_ties(graph, minutes, label)
    return minutes[:n], np.append(used, NONE)[label[:n]]


def _with_seeds(arcs: Arcs, seeds: Seeds, label_count: int) -> csr_matrix:
    """The graph of ``arcs`` with one more node per label, whose arcs are its seeds. Closed arcs are left out."""
    n = len(arcs.start) - 1
    finite = np.isfinite(seeds.minutes)
    seeds = _least(Seeds(*(values[finite] for values in seeds)))
    opened = np.isfinite(arcs.minutes)
    before = np.concatenate([[0], np.cumsum(opened)])
    start = before[arcs.start]
    per_label = np.bincount(seeds.label, minlength=label_count)
    indptr = np.concatenate([start, start[-1] + np.cumsum(per_label)]).astype(np.int32)
    data = np.concatenate([arcs.minutes[opened], np.maximum(seeds.minutes, TINY)])
    indices = np.concatenate([arcs.head[opened], seeds.node]).astype(np.int32)
    return csr_matrix((data, indices, indptr), shape=(n + label_count, n + label_count))


def _least(seeds: Seeds) -> Seeds:
    """One row, the least, per label and junction, sorted by label."""
    order = np.lexsort((seeds.minutes, seeds.node, seeds.label))
    label, node, minutes = (values[order] for values in seeds)
    first = np.ones(len(label), bool)
    first[1:] = (label[1:] != label[:-1]) | (node[1:] != node[:-1])
    return Seeds(label[first], node[first], minutes[first])


def _first_of(node, minutes, label) -> np.ndarray:
    """Rows with the least minutes, then label, of each junction."""
    order = np.lexsort((label, minutes, node))
    new = np.ones(len(order), bool)
    new[1:] = node[order][1:] != node[order][:-1]
    return order[new]


def _settle_ties(graph: csr_matrix, minutes: np.ndarray, label: np.ndarray) -> None:
    """Give every node the lowest of the labels that reach it in the same least time (in place)."""
    tails = np.repeat(np.arange(graph.shape[0]), np.diff(graph.indptr))
    heads = graph.indices
    lower = np.flatnonzero((label[tails] < label[heads]) & (label[tails] != NONE))
    tight = lower[minutes[tails[lower]] + graph.data[lower] == minutes[heads[lower]]]
    if len(tight) == 0:
        return
    every = np.flatnonzero((label[tails] != NONE) & (minutes[tails] + graph.data == minutes[heads]))
    while len(tight):
        before = label.copy()
        np.minimum.at(label, heads[tight], label[tails[tight]])
        changed = label != before
        tight = every[changed[tails[every]] & (label[tails[every]] < label[heads[every]])]


def _backwards(start: np.ndarray):
    return zip(start[-2::-1], start[:0:-1])
