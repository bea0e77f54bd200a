"""Small road networks on a coarse lattice, where lines meet, double each other, close on themselves and stand still."""

from __future__ import annotations

from types import SimpleNamespace
from typing import NamedTuple

import numpy as np
from hypothesis import assume
from hypothesis import strategies as st

from narvard_plugin.core.network.compile import compile_network
from narvard_plugin.core.network.hierarchy import build_hierarchy
from narvard_plugin.core.network.lines import Lines
from narvard_plugin.core.network.matrix import pairs_within
from narvard_plugin.core.network.network import Costs, Network, costs_of
from narvard_plugin.core.network.reach import Journeys
from narvard_plugin.core.network.road_class import ABOUT
from narvard_plugin.core.network.snap import Places
from tests.core.network.test_compile_property import ROAD, as_lines, every_vertex

MODES = st.sampled_from(("car", "walk"))
DIRECTIONS = st.sampled_from(("to_facility", "from_facility"))
CLASSES = ["", "3", "7", "skogsväg"]


@st.composite
def lines(draw, most: int = 8) -> Lines:
    """Lines of which at least one has a length; each has one of ``CLASSES``."""
    roads = draw(st.lists(ROAD, min_size=1, max_size=most))
    drawn = as_lines(roads)
    first = drawn.xy[drawn.start[:-1]]
    assume((np.repeat(first, np.diff(drawn.start), axis=0) != drawn.xy).any())
    number = draw(st.lists(st.integers(0, len(CLASSES) - 1), min_size=len(roads), max_size=len(roads)))
    return drawn._replace(road_class=np.array(number, np.uint8))


def compiled(of: Lines, **more) -> Network:
    return compile_network(of, crs="", about={ABOUT: CLASSES}, **more).network


def networks(most: int = 8):
    return lines(most).map(compiled)


CORNERS = as_lines([([(x, y) for x in range(4) for y in range(4)], 0, 0, 50.0, 50.0, 0)]).xy.tolist()


def points(least: int = 0, most: int = 6):
    """(n, 2) metres on and around the lattice, some of them on its very corners."""
    one = st.one_of(st.tuples(st.integers(-90, 960), st.integers(-90, 960)), st.sampled_from(CORNERS))
    return st.lists(one, min_size=least, max_size=most).map(lambda drawn: np.array(drawn, float).reshape(-1, 2))


@st.composite
def places(draw, network: Network, least: int = 1, most: int = 5) -> Places:
    """Attached places: vertices under any of their names, and anywhere between them."""
    at = every_vertex(network)
    rows = draw(st.lists(st.integers(0, len(at.link) - 1), min_size=least, max_size=most))
    share = draw(st.lists(st.sampled_from((None, None, 0.25, 0.5, 0.9)), min_size=len(rows), max_size=len(rows)))
    chosen = at.take(np.array(rows, int))
    return chosen._replace(
        share=np.array([own if new is None else new for own, new in zip(chosen.share, share)], float)
    )


def minutes_between(network: Network, mode: str, depart: Places, arrive: Places, factor: float = 1.0) -> np.ndarray:
    """(departures, arrivals) minutes; inf where there is no route."""
    journeys = Journeys(network, costs_of(network, mode, factor), "to_facility", arrive, np.zeros(len(arrive.link)))
    pairs = pairs_within(journeys, depart, np.zeros(len(depart.link)))
    table = np.full((len(depart.link), len(arrive.link)), np.inf)
    table[pairs.origin, pairs.facility] = pairs.minutes
    return table


def minutes_between_corners(network: Network, mode: str) -> dict[tuple, float]:
    """Minutes by the coordinates of both ends, over all vertices of all links."""
    at = every_vertex(network)
    table = minutes_between(network, mode, at, at)
    names = [tuple(xy) for xy in network.xy.tolist()]
    return {(one, two): table[i, j] for i, one in enumerate(names) for j, two in enumerate(names)}


class Graph(NamedTuple):
    """A searchable graph of junctions and links, without shapes; and minutes (n, n) between all, worked out plainly."""

    network: SimpleNamespace
    costs: Costs
    minutes: np.ndarray


@st.composite
def graphs(draw) -> Graph:
    """Loops, parallel links and closed ways among them; whole minutes, so that sums are exact and ties abound."""
    n = draw(st.integers(1, 11))
    node, minutes = st.integers(0, n - 1), st.sampled_from((1.0, 1.0, 2.0, 3.0, 7.0, np.inf))
    links = draw(st.lists(st.tuples(node, node, minutes, minutes), max_size=24))
    tail, head = (np.array([link[i] for link in links], np.int32) for i in (0, 1))
    forward, backward = (np.array([link[i] for link in links], float) for i in (2, 3))
    network = SimpleNamespace(
        hierarchy=build_hierarchy(n, tail, head), node_count=n, link_count=len(links), link_from=tail, link_to=head
    )
    table = np.full((n, n), np.inf)
    np.minimum.at(table, (tail, head), forward)
    np.minimum.at(table, (head, tail), backward)
    np.fill_diagonal(table, 0)
    for k in range(n):
        table = np.minimum(table, table[:, [k]] + table[[k]])
    return Graph(network, Costs(forward, backward, forward, backward), table)
