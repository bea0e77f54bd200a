"""Reach along links: the k nearest facilities of every junction and of every place, exactly.

Source of the method: multi-source search with one virtual node per facility; the k-th nearest follows from the first
k − 1 by a search that only runs where those are the same at both ends of an arc (methods, section 3.0).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from .adjacency import TINY, Arcs, arcs_of
from .network import Costs, Network
from .snap import Ends, Places, along, arriving, leaving

NONE = -1  # no facility
DIRECTIONS = ("to_facility", "from_facility")


class Nearest(NamedTuple):
    """Minutes (rows, k; inf = none) and facility numbers (rows, k; −1 = none), the nearest first."""

    minutes: np.ndarray
    facility: np.ndarray


@dataclass(frozen=True, eq=False)
class Journeys:
    """Facilities on a network, and the direction people travel: everything that a question of reach starts from.

    ``places`` are attached facilities (f), whose order settles ties; ``access_minutes`` (f) is added at the facility (its
    leg off the road). ``direction`` is ``to_facility`` or ``from_facility``.
    """

    network: Network
    costs: Costs
    direction: str
    places: Places
    access_minutes: np.ndarray

    def __post_init__(self):
        if self.direction not in DIRECTIONS:
            raise ValueError(f"unknown direction {self.direction!r}; choose {' or '.join(DIRECTIONS)}")

    @property
    def towards(self) -> bool:
        return self.direction == "to_facility"

    def arcs(self) -> Arcs:
        """The arcs as searched from the facilities: turned round when people travel towards them."""
        return arcs_of(self.network, self.costs, reverse=self.towards)

    def seeds(self) -> Ends:
        """Minutes (f) between each facility and the ends of its link, its access included."""
        ends = (arriving if self.towards else leaving)(self.network, self.costs, self.places)
        return Ends(ends.at_from + self.access_minutes, ends.at_to + self.access_minutes)

    def ends(self, places: Places) -> Ends:
        """Minutes (n) between each place of a traveller and the ends of its link."""
        return (leaving if self.towards else arriving)(self.network, self.costs, places)

    def on_same_link(self, places: Places) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Pairs (place, facility, minutes) that share a link, travelled along that link alone."""
        return _pieces(self, places)


def nearest_at_nodes(journeys: Journeys, count: int = 1) -> Nearest:
    """The ``count`` nearest facilities of every junction. Ties: lower minutes, then lower facility number."""
    arcs, seeds = journeys.arcs(), journeys.seeds()
    n, f = journeys.network.node_count, len(journeys.access_minutes)
    link = journeys.places.link
    seed_node = np.concatenate([journeys.network.link_from[link], journeys.network.link_to[link]])
    seed_facility = np.tile(np.arange(f), 2)
    seed_minutes = np.concatenate([seeds.at_from, seeds.at_to])
    minutes, facility = np.full((n, count), np.inf), np.full((n, count), NONE)
    minutes[:, 0], facility[:, 0] = _search(arcs, seed_facility, seed_node, seed_minutes, f)
    if count > 1:
        tails = arcs.tails()
    for k in range(1, count):
        known = facility[:, :k]
        same = np.ones(len(tails), bool)
        ordered = np.sort(known, axis=1)
        for column in ordered.T:
            same &= column[tails] == column[arcs.head]
        parts = [_unless_known(known, seed_facility, seed_node, seed_minutes)]
        crossing = np.flatnonzero(~same)
        for j in range(k):
            from_label = known[tails[crossing], j]
            arrived = minutes[tails[crossing], j] + arcs.minutes[crossing]
            parts.append(_unless_known(known, from_label, arcs.head[crossing], arrived))
        label, node, cost = (np.concatenate(column) for column in zip(*parts))
        minutes[:, k], facility[:, k] = _search(_keep_arcs(arcs, same), label, node, cost, f)
    return Nearest(minutes, facility)


def _unless_known(known: np.ndarray, label: np.ndarray, node: np.ndarray, cost: np.ndarray):
    fresh = (label != NONE) & np.isfinite(cost) & (known[node] != label[:, None]).all(1)
    return label[fresh], node[fresh], cost[fresh]


def _keep_arcs(arcs: Arcs, keep: np.ndarray) -> Arcs:
    before = np.concatenate([[0], np.cumsum(keep)])
    return Arcs(before[arcs.start].astype(np.int32), arcs.head[keep], arcs.minutes[keep])


def _search(arcs: Arcs, label: np.ndarray, node: np.ndarray, cost: np.ndarray, facility_count: int):
    """Minutes and facility (n each) of the nearest seed; seed i brings ``label[i]`` to ``node[i]`` at ``cost[i]``."""
    n = len(arcs.start) - 1
    graph, sources = with_seeds(arcs, label, node, cost, facility_count)
    if len(sources) == 0:
        return np.full(n, np.inf), np.full(n, NONE)
    minutes, _, source = dijkstra(graph, indices=sources, min_only=True, return_predecessors=True)
    facility = np.where(np.isfinite(minutes), source.astype(np.int64) - n, NONE)
    _settle_ties(graph, minutes, facility)
    return minutes[:n], facility[:n]


def with_seeds(arcs: Arcs, label: np.ndarray, node: np.ndarray, cost: np.ndarray, facility_count: int):
    """The graph of ``arcs`` with one more node per facility, whose arcs are its seeds; and those nodes that have any.

    Closed arcs (infinite) are left out: the search would otherwise walk them.
    """
    n = len(arcs.start) - 1
    finite = np.isfinite(cost)
    label, node, cost = label[finite], node[finite], np.maximum(cost[finite], TINY)
    order = np.lexsort((cost, node, label))
    label, node, cost = label[order], node[order], cost[order]
    first = np.ones(len(label), bool)
    first[1:] = (label[1:] != label[:-1]) | (node[1:] != node[:-1])
    label, node, cost = label[first], node[first], cost[first]

    opened = np.isfinite(arcs.minutes)
    opened_before = np.concatenate([[0], np.cumsum(opened)])
    start = opened_before[arcs.start]
    seeds_of = np.bincount(label, minlength=facility_count)
    indptr = np.concatenate([start, start[-1] + np.cumsum(seeds_of)]).astype(np.int32)
    data = np.concatenate([arcs.minutes[opened], cost])
    indices = np.concatenate([arcs.head[opened], node]).astype(np.int32)
    size = n + facility_count
    return csr_matrix((data, indices, indptr), shape=(size, size)), n + np.flatnonzero(seeds_of)


def _settle_ties(graph: csr_matrix, minutes: np.ndarray, facility: np.ndarray) -> None:
    """Give every node the lowest of the facilities that reach it in the same least time (in place)."""
    tails = np.repeat(np.arange(graph.shape[0]), np.diff(graph.indptr))
    heads = graph.indices
    lower = facility[tails] < facility[heads]
    tight = np.flatnonzero(lower & (facility[tails] != NONE))
    tight = tight[minutes[tails[tight]] + graph.data[tight] == minutes[heads[tight]]]
    if len(tight) == 0:
        return
    reached = np.isfinite(minutes[tails])
    every = np.flatnonzero(reached & (minutes[tails] + graph.data == minutes[heads]))
    while len(tight):
        before = facility.copy()
        np.minimum.at(facility, heads[tight], facility[tails[tight]])
        changed = facility != before
        tight = every[changed[tails[every]] & (facility[tails[every]] < facility[heads[every]])]


def nearest_at_places(journeys: Journeys, at_nodes: Nearest, places: Places) -> Nearest:
    """The k nearest facilities of attached places, from those of the junctions and of the place's own link."""
    network, count = journeys.network, at_nodes.minutes.shape[1]
    ends = journeys.ends(places)
    one, two = network.link_from[places.link], network.link_to[places.link]
    row, facility, minutes = journeys.on_same_link(places)
    if count == 1:
        return _nearer_end(at_nodes, ends, one, two, row, facility, minutes)
    rows = np.arange(len(places.link))
    return rank_pairs(
        np.concatenate([np.repeat(rows, count), np.repeat(rows, count), row]),
        np.concatenate([at_nodes.facility[one].ravel(), at_nodes.facility[two].ravel(), facility]),
        np.concatenate(
            [
                (at_nodes.minutes[one] + ends.at_from[:, None]).ravel(),
                (at_nodes.minutes[two] + ends.at_to[:, None]).ravel(),
                minutes,
            ]
        ),
        len(rows),
        count,
    )


def _nearer_end(at_nodes: Nearest, ends: Ends, one, two, row, facility, minutes) -> Nearest:
    by_one, by_two = at_nodes.minutes[one, 0] + ends.at_from, at_nodes.minutes[two, 0] + ends.at_to
    label_one, label_two = at_nodes.facility[one, 0], at_nodes.facility[two, 0]
    first = (by_one < by_two) | ((by_one == by_two) & (label_one <= label_two))
    best, label = np.where(first, by_one, by_two), np.where(first, label_one, label_two)
    label[np.isinf(best)] = NONE
    if len(row):
        order = np.lexsort((facility, minutes, row))
        row, where = np.unique(row[order], return_index=True)
        facility, minutes = facility[order][where], minutes[order][where]
        nearer = (minutes < best[row]) | ((minutes == best[row]) & (facility < label[row]))
        best[row[nearer]], label[row[nearer]] = minutes[nearer], facility[nearer]
    return Nearest(best[:, None], label[:, None])


def rank_pairs(row, facility, minutes, row_count: int, count: int) -> Nearest:
    """The ``count`` lowest pairs of each row, each facility once; ties by facility number. Infinite pairs fall away."""
    real = (facility != NONE) & np.isfinite(minutes)
    row, facility, minutes = row[real], facility[real], minutes[real]
    order = np.lexsort((minutes, facility, row))
    row, facility, minutes = row[order], facility[order], minutes[order]
    first = np.ones(len(row), bool)
    first[1:] = (row[1:] != row[:-1]) | (facility[1:] != facility[:-1])
    row, facility, minutes = row[first], facility[first], minutes[first]
    order = np.lexsort((facility, minutes, row))
    row, facility, minutes = row[order], facility[order], minutes[order]
    position = np.arange(len(row)) - np.searchsorted(row, row)
    taken = position < count
    result = Nearest(np.full((row_count, count), np.inf), np.full((row_count, count), NONE))
    result.minutes[row[taken], position[taken]] = minutes[taken]
    result.facility[row[taken], position[taken]] = facility[taken]
    return result


def _pieces(journeys: Journeys, places: Places):
    by_link = np.argsort(journeys.places.link, kind="stable")
    links = journeys.places.link[by_link]
    begin, end = np.searchsorted(links, places.link), np.searchsorted(links, places.link, side="right")
    shared = np.flatnonzero(end > begin)
    count = (end - begin)[shared]
    row = np.repeat(shared, count)
    nth = np.arange(len(row)) - np.repeat(np.cumsum(count) - count, count)
    facility = by_link[begin[row] + nth]
    if journeys.towards:
        depart, arrive = places.take(row), journeys.places.take(facility)
    else:
        depart, arrive = journeys.places.take(facility), places.take(row)
    minutes = _along_link(journeys.costs, depart, arrive) + journeys.access_minutes[facility]
    possible = np.isfinite(minutes)
    return row[possible], facility[possible], minutes[possible]


def _along_link(costs: Costs, depart: Places, arrive: Places) -> np.ndarray:
    """Minutes from one place to another on the same link without leaving it; inf where that direction is closed."""
    ahead = along(arrive, costs.vertex_forward) - along(depart, costs.vertex_forward)
    back = along(depart, costs.vertex_backward) - along(arrive, costs.vertex_backward)
    same = (depart.vertex == arrive.vertex) & (depart.share == arrive.share)
    after = (arrive.vertex > depart.vertex) | ((arrive.vertex == depart.vertex) & (arrive.share >= depart.share))
    minutes = np.where(
        after,
        np.where(np.isfinite(costs.forward[depart.link]), ahead, np.inf),
        np.where(np.isfinite(costs.backward[depart.link]), back, np.inf),
    )
    return np.where(same, 0.0, minutes)
