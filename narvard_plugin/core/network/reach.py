"""Reach along links: the k nearest facilities of every junction and of every place, exactly.

Source of the method: multi-source search with one virtual node per facility; the k-th nearest follows from the first
k − 1 by a search that only runs where those are the same at both ends of an arc (methods, section 3.0).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from .limits import Step, no_step
from .network import Costs, Network
from .search import NONE, Arcs, Search, Seeds, nearest_in
from .snap import Ends, Places, along, arriving, leaving

DIRECTIONS = ("to_facility", "from_facility")


class Nearest(NamedTuple):
    """Minutes (rows, k; inf = none) and facility numbers (rows, k; −1 = none), the nearest first."""

    minutes: np.ndarray
    facility: np.ndarray


@dataclass(frozen=True, eq=False)
class Journeys:
    """Facilities on a network, and the direction people travel: everything that a question of reach starts from.

    ``places`` are attached facilities (f), whose order settles ties; ``access_minutes`` (f) is added at the facility (its
    leg off the road). ``direction`` is ``to_facility`` or ``from_facility``. ``search_made`` may hand in a search of the same
    costs and direction that was made before.
    """

    network: Network
    costs: Costs
    direction: str
    places: Places
    access_minutes: np.ndarray
    search_made: Search | None = None

    def __post_init__(self):
        if self.direction not in DIRECTIONS:
            raise ValueError(f"unknown direction {self.direction!r}; choose {' or '.join(DIRECTIONS)}")

    @property
    def towards(self) -> bool:
        return self.direction == "to_facility"

    @cached_property
    def search(self) -> Search:
        """The network as searched from the facilities: turned round when people travel towards them."""
        return self.search_made or Search(self.network, self.costs, reverse=self.towards)

    def seeds(self) -> Seeds:
        """Where the facilities enter the search: both ends of their links, their access included."""
        ends = (arriving if self.towards else leaving)(self.network, self.costs, self.places)
        link = self.places.link
        return Seeds(
            np.tile(np.arange(len(link)), 2),
            np.concatenate([self.network.link_from[link], self.network.link_to[link]]),
            np.concatenate([ends.at_from + self.access_minutes, ends.at_to + self.access_minutes]),
        )

    def ends(self, places: Places) -> Ends:
        """Minutes (n) between each place of a traveller and the ends of its link."""
        return (leaving if self.towards else arriving)(self.network, self.costs, places)

    def on_same_link(self, places: Places) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Pairs (place, facility, minutes) that share a link, travelled along that link alone."""
        return _pieces(self, places)


def nearest_at_nodes(journeys: Journeys, count: int = 1, step: Step = no_step) -> Nearest:
    """The ``count`` nearest facilities of every junction. Ties: lower minutes, then lower facility number.

    ``step`` hears the share done after each of the ``count`` passes.
    """
    seeds, n = journeys.seeds(), journeys.network.node_count
    minutes, facility = np.full((n, count), np.inf), np.full((n, count), NONE)
    minutes[:, 0], facility[:, 0] = journeys.search.nearest(seeds)
    if count == 1:
        return Nearest(minutes, facility)
    arcs = journeys.search.arcs()
    tails = arcs.tails()
    for k in range(1, count):
        step(k / count)
        known = facility[:, :k]
        same = np.ones(len(tails), bool)
        for column in np.sort(known, axis=1).T:
            same &= column[tails] == column[arcs.head]
        rows = [_unless_known(known, seeds)]
        crossing = np.flatnonzero(~same)
        for j in range(k):
            arrived = minutes[tails[crossing], j] + arcs.minutes[crossing]
            rows.append(_unless_known(known, Seeds(known[tails[crossing], j], arcs.head[crossing], arrived)))
        fresh = Seeds(*(np.concatenate(values) for values in zip(*rows)))
        minutes[:, k], facility[:, k] = nearest_in(_keep_arcs(arcs, same), fresh)
    return Nearest(minutes, facility)


def _unless_known(known: np.ndarray, seeds: Seeds) -> Seeds:
    fresh = (seeds.label != NONE) & np.isfinite(seeds.minutes)
    fresh &= (known[seeds.node] != seeds.label[:, None]).all(1)
    return Seeds(*(values[fresh] for values in seeds))


def _keep_arcs(arcs: Arcs, keep: np.ndarray) -> Arcs:
    before = np.concatenate([[0], np.cumsum(keep)])
    return Arcs(before[arcs.start], arcs.head[keep], arcs.minutes[keep])


def nearest_at_vertices(journeys: Journeys, at_nodes: Nearest) -> Nearest:
    """The nearest facility (v, 1) of every vertex of every link, from those of the junctions.

    For whole-network pictures and for comparison with engines that make every vertex a node.
    """
    network, costs = journeys.network, journeys.costs
    count, last = np.diff(network.first), network.first[1:] - 1
    open_ahead, open_back = np.isfinite(costs.forward), np.isfinite(costs.backward)
    ahead, back = costs.vertex_forward, costs.vertex_backward
    if journeys.towards:  # the search runs against travel: away from a junction means travelling to it
        open_ahead, open_back, ahead, back = open_back, open_ahead, back, ahead
    minutes, facility = at_nodes.minutes[:, 0], at_nodes.facility[:, 0].astype(np.int32)
    one, two = network.link_from, network.link_to
    from_one = np.where(open_ahead, minutes[one], np.inf)
    from_two = np.where(open_back, minutes[two] + back[last], np.inf)
    best, other = np.repeat(from_one, count), np.repeat(from_two, count)
    best += ahead
    other -= back
    label = np.repeat(np.where(np.isfinite(from_one), facility[one], facility[two]), count)
    # Along most links one facility is the nearest throughout; only where the ends differ does each vertex decide.
    parted = np.flatnonzero(np.isfinite(from_one) & np.isfinite(from_two) & (facility[one] != facility[two]))
    at = _vertices_of(network, parted)
    theirs = np.repeat(facility[two[parted]], count[parted])
    first = (best[at] < other[at]) | ((best[at] == other[at]) & (label[at] < theirs))
    label[at] = np.where(first, label[at], theirs)
    label[_vertices_of(network, np.flatnonzero(np.isinf(from_one) & np.isinf(from_two)))] = NONE
    np.minimum(best, other, out=best)
    # A junction is reached as such, whichever way the link is open.
    best[network.first[:-1]], label[network.first[:-1]] = minutes[one], facility[one]
    best[last], label[last] = minutes[two], facility[two]
    links = np.unique(journeys.places.link)
    link, own = np.repeat(links, count[links]), _vertices_of(network, links)
    final = own == last[link]
    places = Places(link, own - final, final.astype(float), np.zeros(len(own)))
    exact = nearest_at_places(journeys, at_nodes, places)
    best[own], label[own] = exact.minutes[:, 0], exact.facility[:, 0]
    return Nearest(best[:, None], label[:, None])


def _vertices_of(network: Network, links: np.ndarray) -> np.ndarray:
    count = np.diff(network.first)[links]
    begin = network.first[links] - (np.cumsum(count) - count)
    return np.repeat(begin, count) + np.arange(count.sum())


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
