"""Known trips on the network: each one's fastest path, and how much of it runs on each class of road.

The fewer of the two kinds of ends are searched from, each once. The times at all junctions tell by which junction each is
reached; the trips' paths are then walked back, all trips at a time. Every junction on a path is visited, so the parts of a
path add up to its whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from scipy.sparse import coo_matrix, csr_matrix

from .limits import Step, no_step
from .network import Costs, Network
from .reach import Journeys
from .road_class import class_names, stretch_classes
from .search import TINY
from .snap import Places

BLOCK_ARCS = 3_000_000  # arcs looked at in one block of searches: bounds its memory, and keeps it under a second


class Tally(NamedTuple):
    """Of ``t`` trips: ``minutes`` (t; inf = no route) between the places on the roads, and their parts: ``by_class``
    and ``metres`` (t, k + 1) per class of road, ferries last."""

    minutes: np.ndarray
    by_class: np.ndarray
    metres: np.ndarray


def tally_trips(network: Network, costs: Costs, depart: Places, arrive: Places, step: Step = no_step) -> Tally:
    """The fastest path of each trip from ``depart`` to ``arrive`` (t attached places each)."""
    to_arrivals = _unique(arrive)[0]
    from_departures = _unique(depart)[0]
    towards = len(to_arrivals) <= len(from_departures)
    first, root = _unique(arrive if towards else depart)
    roots, leaves = (arrive.take(first), depart) if towards else (depart.take(first), arrive)
    direction = "to_facility" if towards else "from_facility"
    journeys = Journeys(network, costs, direction, roots, np.zeros(len(first)))
    trips = _Trips(journeys, leaves, root, _Classes(network, costs))
    order = np.argsort(root, kind="stable")
    per_block = max(1, min(BLOCK_ARCS // max(2 * network.link_count, 1), 64))
    for begin in range(0, len(first), per_block):
        step(begin / len(first))
        low, high = np.searchsorted(root[order], [begin, begin + per_block])
        trips.search(order[low:high], np.arange(begin, min(begin + per_block, len(first))))
    return trips.tally


def _unique(places: Places) -> tuple[np.ndarray, np.ndarray]:
    """First row of each different place, and the number of each row's place."""
    columns = np.column_stack([places.link, places.vertex, places.share])
    _, first, number = np.unique(columns, axis=0, return_index=True, return_inverse=True)
    return first, number.ravel()


class _Classes:
    """Minutes and metres per class of whole links in either direction, and of parts of them."""

    def __init__(self, network: Network, costs: Costs):
        self._of_stretch = stretch_classes(network)
        self.count = len(class_names(network)) + 1
        self._cumulative = {False: costs.vertex_forward, True: costs.vertex_backward}
        self._metres = network.metres
        last = np.zeros(len(network.xy), bool)
        last[network.first[1:] - 1] = True
        self._stretch = np.flatnonzero(~last)
        self._link = np.repeat(np.arange(network.link_count), np.diff(network.first))[self._stretch]
        self._links = network.link_count

    @cached_property
    def of_links(self) -> tuple[csr_matrix, csr_matrix]:
        """Minutes and metres (2 m, k + 1): row 2 i is link i along its direction, row 2 i + 1 against it."""
        at, shape = self._of_stretch[self._stretch], (2 * self._links, self.count)
        ways = np.concatenate([2 * self._link, 2 * self._link + 1])
        classes = np.tile(at, 2)
        ahead, back, metres = (
            values[self._stretch + 1] - values[self._stretch]
            for values in (self._cumulative[False], self._cumulative[True], self._metres)
        )
        minutes = coo_matrix((np.concatenate([ahead, back]), (ways, classes)), shape).tocsr()
        return minutes, coo_matrix((np.tile(metres, 2), (ways, classes)), shape).tocsr()

    def of_parts(self, begin: np.ndarray, end: np.ndarray, against: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Minutes and metres (n, k + 1) between the positions ``begin`` ≤ ``end`` (vertex number + share) on one link each."""
        low = np.floor(begin).astype(np.int64)
        count = np.maximum(np.ceil(end).astype(np.int64) - low, 0)
        row = np.repeat(np.arange(len(low)), count)
        stretch = low[row] + np.arange(len(row)) - np.repeat(np.cumsum(count) - count, count)
        share = np.minimum(end[row], stretch + 1) - np.maximum(begin[row], stretch)
        ahead, back, metres = (
            (values[stretch + 1] - values[stretch]) * share
            for values in (self._cumulative[False], self._cumulative[True], self._metres)
        )
        at = row * self.count + self._of_stretch[stretch]
        minutes = np.where(against[row], back, ahead)
        return tuple(
            np.bincount(at, values, len(low) * self.count).reshape(len(low), self.count) for values in (minutes, metres)
        )


@dataclass(eq=False)
class _Trips:
    """Trips between the ``leaves`` (t) and their ``root`` (t), the number of a place of ``journeys``."""

    journeys: Journeys
    leaves: Places
    root: np.ndarray
    classes: _Classes

    def __post_init__(self):
        t = len(self.root)
        shape = (t, self.classes.count)
        self.tally = Tally(np.full(t, np.inf), np.zeros(shape), np.zeros(shape))
        self._leaf_ends = self.journeys.ends(self.leaves)
        row, root, minutes = self.journeys.on_same_link(self.leaves)
        own = root == self.root[row]
        self._along_link = np.full(t, np.inf)
        self._along_link[row[own]] = minutes[own]

    def search(self, rows: np.ndarray, roots: np.ndarray) -> None:
        """Search from ``roots`` and tally the trips ``rows``, all of which belong to them."""
        network = self.journeys.network
        row, table = self.journeys.search.from_each(self.journeys.seeds(), roots)
        tree = self.root[rows] - roots[0]
        link = self.leaves.link[rows]
        one, two = network.link_from[link], network.link_to[link]
        choices = np.column_stack([
            table[row[one], tree] + self._leaf_ends.at_from[rows],
            table[row[two], tree] + self._leaf_ends.at_to[rows],
            self._along_link[rows],
        ])  # fmt: skip
        choice = choices.argmin(1)
        self.tally.minutes[rows] = choices[np.arange(len(rows)), choice]
        routed = np.isfinite(self.tally.minutes[rows])
        direct = routed & (choice == 2)
        self._add_direct(rows[direct])
        far = np.flatnonzero(routed & (choice < 2))
        by_one = choice[far] == 0
        end = self._walk(rows[far], np.where(by_one, one[far], two[far]), self._before(roots, row, table), tree[far])
        self._add_leg(rows[far], self.leaves.take(rows[far]), by_one, leaving=self.journeys.towards)
        at_root = self.journeys.places.take(self.root[rows[far]])
        self._add_leg(rows[far], at_root, self._enters_by_one(rows[far], end), leaving=not self.journeys.towards)

    @cached_property
    def _arcs(self):
        """Tail, head, minutes and way (2 * link + against) of the searched arcs, the fastest of parallel ones, by key."""
        network, costs = self.journeys.network, self.journeys.costs
        n, link = network.node_count, np.arange(network.link_count)
        tail = np.concatenate([network.link_from, network.link_to]).astype(np.int64)
        head = np.concatenate([network.link_to, network.link_from]).astype(np.int64)
        if self.journeys.towards:
            tail, head = head, tail
        minutes = np.maximum(np.concatenate([costs.forward, costs.backward]), TINY)
        way = np.concatenate([2 * link, 2 * link + 1])
        key = tail * n + head
        order = np.lexsort((minutes, key))
        order = order[np.isfinite(minutes[order])]
        order = order[np.concatenate([[True], key[order][1:] != key[order][:-1]])] if len(order) else order
        return tail[order], head[order], minutes[order], way[order], key[order]

    @cached_property
    def _arcs_by_head(self):
        """The arcs' tails and minutes sorted by head; the heads, and where the arcs of each begin."""
        tail, head, minutes, _, _ = self._arcs
        order = np.argsort(head, kind="stable")
        heads, start = np.unique(head[order], return_index=True)
        return tail[order], minutes[order], heads, start

    @cached_property
    def _seed_ends(self):
        """The two junctions (r, 2) by which each root is reached, and the minutes there."""
        network, seeds = self.journeys.network, self.journeys.seeds()
        node = np.column_stack(np.split(seeds.node, 2)) if len(seeds.node) else np.empty((0, 2), np.int64)
        minutes = np.column_stack(np.split(seeds.minutes, 2))
        loop = network.link_from[self.journeys.places.link] == network.link_to[self.journeys.places.link]
        minutes[loop, 1] = np.where(minutes[loop, 0] <= minutes[loop, 1], np.inf, minutes[loop, 1])
        minutes[loop, 0] = np.where(np.isfinite(minutes[loop, 1]), np.inf, minutes[loop, 0])
        return node, minutes

    def _before(self, roots: np.ndarray, row: np.ndarray, table: np.ndarray) -> np.ndarray:
        """(n, roots) the junction by which each is reached in the times of ``table``; n where it is the root's own link."""
        n = self.journeys.network.node_count
        tail, minutes, heads, start = self._arcs_by_head
        best, before = np.full((n, len(roots)), np.inf), np.full((n, len(roots)), n, np.int32)
        if len(tail):
            offered = table[row[tail]] + minutes[:, None]
            best[heads] = np.minimum.reduceat(offered, start)
            arc = np.arange(len(tail), dtype=np.int32)[:, None]
            told = np.where(
                offered == np.repeat(best[heads], np.diff(np.append(start, len(tail))), axis=0), arc, len(tail)
            )
            before[heads] = tail[np.minimum.reduceat(told, start)]
        node, seed = (values[roots] for values in self._seed_ends)
        column = np.arange(len(roots))
        for end in (0, 1):
            own = seed[:, end] <= best[node[:, end], column]
            before[node[own, end], column[own]] = n
        return before

    def _walk(self, rows: np.ndarray, at: np.ndarray, before: np.ndarray, tree: np.ndarray) -> np.ndarray:
        """Tally the whole links between the junctions ``at`` and the roots; returns the last junction of each walk."""
        n = self.journeys.network.node_count
        _, _, _, way, key = self._arcs
        at, moving = at.astype(np.int64), np.arange(len(rows))
        trips, ways = [], []
        while len(moving):
            if len(ways) > n:  # only roads shorter than a float can tell would lead in a circle
                raise ArithmeticError("a fastest path does not end: the network has junctions at the same place")
            previous = before[at[moving], tree[moving]].astype(np.int64)
            onward = previous < n
            moving, previous = moving[onward], previous[onward]
            trips.append(moving)
            ways.append(way[np.searchsorted(key, previous * n + at[moving])])
            at[moving] = previous
        if trips:
            trip, used = np.concatenate(trips), np.concatenate(ways)
            passed = coo_matrix((np.ones(len(trip)), (trip, used)), (len(rows), 2 * self.journeys.network.link_count))
            minutes, metres = self.classes.of_links
            self.tally.by_class[rows] += (passed.tocsr() @ minutes).toarray()
            self.tally.metres[rows] += (passed.tocsr() @ metres).toarray()
        return at

    def _enters_by_one(self, rows: np.ndarray, end: np.ndarray) -> np.ndarray:
        """Which of the trips meet their root's link at its first junction, given the junction ``end``."""
        node, minutes = self._seed_ends
        root = self.root[rows]
        return (node[root, 0] == end) & np.isfinite(minutes[root, 0])

    def _add_leg(self, rows: np.ndarray, places: Places, by_one: np.ndarray, *, leaving: bool) -> None:
        """Tally the way between ``places`` and the junction of their link by which they are left or reached."""
        network = self.journeys.network
        position = places.vertex + places.share
        begin = np.where(by_one, network.first[places.link], position)
        end = np.where(by_one, position, network.first[places.link + 1] - 1)
        self._add(rows, begin, end, by_one if leaving else ~by_one)

    def _add_direct(self, rows: np.ndarray) -> None:
        roots, leaves = self.journeys.places.take(self.root[rows]), self.leaves.take(rows)
        depart, arrive = (leaves, roots) if self.journeys.towards else (roots, leaves)
        start, goal = depart.vertex + depart.share, arrive.vertex + arrive.share
        self._add(rows, np.minimum(start, goal), np.maximum(start, goal), goal < start)

    def _add(self, rows, begin, end, against) -> None:
        minutes, metres = self.classes.of_parts(begin, end, against)
        self.tally.by_class[rows] += minutes
        self.tally.metres[rows] += metres
