"""Contraction keeps every shortest time: random small line sets against all pairs on the uncontracted graph."""

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from scipy.sparse.csgraph import floyd_warshall

from narvard_plugin.core.network.compile import compile_network
from narvard_plugin.core.network.lines import Lines
from narvard_plugin.core.network.matrix import pairs_within
from narvard_plugin.core.network.modes import FERRY, NO_STOP, SPEED_KMH, bit, both
from narvard_plugin.core.network.network import costs_of
from narvard_plugin.core.network.reach import Journeys, nearest_at_nodes, nearest_at_places, nearest_at_vertices
from narvard_plugin.core.network.snap import Places
from tests.shared import campaign

FEW = settings(max_examples=campaign(120, 5000), derandomize=True, deadline=None, database=None)
# A coarse lattice makes lines meet, double each other, close on themselves and stand still.
POINT = st.tuples(st.integers(0, 3), st.integers(0, 3))
PATH = st.lists(POINT, min_size=2, max_size=6)
RING = st.lists(POINT, min_size=3, max_size=6, unique=True).map(lambda path: [*path, path[0]])
STANDING = POINT.map(lambda point: [point, point])
CAR_WAYS = (both("car"), bit("car"), bit("car", backward=True), 0)
ROAD = st.tuples(
    st.one_of(PATH, PATH, RING, STANDING),
    st.sampled_from(CAR_WAYS),
    st.sampled_from((both("walk"), both("walk"), 0)),
    st.sampled_from((20.0, 50.0, 90.0)),
    st.sampled_from((20.0, 50.0, 90.0)),
    st.sampled_from((0, 0, 0, 0, FERRY, NO_STOP)),
)


def as_lines(roads):
    """Lines from drawn roads; unequal steps between the lattice's points, so that few routes tie by chance."""
    place = np.array([0.0, 130.0, 370.0, 880.0])
    xy = [[(place[x] + 7 * y, place[y] + 3 * x) for x, y in road[0]] for road in roads]
    start = np.concatenate([[0], np.cumsum([len(line) for line in xy])])
    car, walk, forward, backward, flags = (np.array(column) for column in zip(*(road[1:] for road in roads)))
    return Lines(np.concatenate(xy), start, forward, backward, (car | walk).astype(np.uint8), flags.astype(np.uint8))


def all_pairs(lines, mode):
    """Every vertex as a node: coordinates → number, and minutes between all of them."""
    number = {point: i for i, point in enumerate(sorted(set(map(tuple, lines.xy))))}
    minutes = np.full((len(number),) * 2, np.inf)
    for i in range(lines.count_lines):
        line = lines.xy[lines.start[i] : lines.start[i + 1]]
        for a, b in zip(line[:-1], line[1:]):
            for tail, head, speed, backward in ((a, b, lines.forward, False), (b, a, lines.backward, True)):
                if lines.access[i] & bit(mode, backward=backward):
                    kmh = speed[i] if mode not in SPEED_KMH or lines.flags[i] & FERRY else SPEED_KMH[mode]
                    pair = number[tuple(tail)], number[tuple(head)]
                    minutes[pair] = min(minutes[pair], np.hypot(*(b - a)) * 0.06 / kmh)
    np.fill_diagonal(minutes, 0)
    return number, floyd_warshall(minutes)


def every_vertex(network):
    """Each vertex of each link as a place, under every name that it can have."""
    inner = np.ones(len(network.xy), bool)
    inner[network.first[1:] - 1] = False
    link = np.repeat(np.arange(network.link_count), np.diff(network.first))
    vertex = np.where(inner, np.arange(len(inner)), np.arange(len(inner)) - 1)
    return Places(link, vertex, np.where(inner, 0.0, 1.0), np.zeros(len(inner)))


def check(lines, mode, direction):
    network = compile_network(lines, crs="").network
    number, minutes = all_pairs(lines, mode)
    places = every_vertex(network)
    at = np.array([number[tuple(xy)] for xy in network.xy])
    expected = minutes[np.ix_(at, at)]
    if direction == "from_facility":
        expected = expected.T
    nothing = np.zeros(len(at))
    journeys = Journeys(network, costs_of(network, mode), direction, places, nothing)
    pairs = pairs_within(journeys, places, nothing)
    table = np.full(expected.shape, np.inf)
    table[pairs.origin, pairs.facility] = pairs.minutes
    assert_allclose(table, expected, rtol=1e-9, atol=1e-9)

    # The nearest two of a few facilities, which a search from all at once and a peeled network must also give.
    few = np.arange(0, len(at), 3)
    journeys = Journeys(network, costs_of(network, mode), direction, places.take(few), nothing[few])
    nearest = nearest_at_places(journeys, nearest_at_nodes(journeys, 2), places)
    two = np.sort(np.column_stack([expected[:, few], np.full(len(at), np.inf)]), axis=1)[:, :2]
    assert_allclose(nearest.minutes, two, rtol=1e-9, atol=1e-9)
    at_nodes = nearest_at_nodes(journeys)
    for one in (nearest_at_places(journeys, at_nodes, places), nearest_at_vertices(journeys, at_nodes)):
        assert_allclose(one.minutes[:, 0], two[:, 0], rtol=1e-9, atol=1e-9)
        named = np.flatnonzero(one.facility[:, 0] >= 0)
        assert (np.isfinite(two[:, 0]).nonzero()[0] == named).all()
        assert_allclose(expected[named, few[one.facility[named, 0]]], two[named, 0], rtol=1e-9, atol=1e-9)


@FEW
@given(st.lists(ROAD, min_size=1, max_size=9), st.sampled_from(("car", "walk")), st.booleans())
def test_all_pairs_of_vertices_keep_their_times(roads, mode, there):
    lines = as_lines(roads)
    assume((lines.xy[lines.start[:-1], None] != lines.xy[lines.start[:-1] + 1, None]).any())  # something has a length
    check(lines, mode, "to_facility" if there else "from_facility")


@FEW
@given(st.lists(st.integers(0, 15), min_size=2, max_size=14), st.sets(st.integers(1, 13), max_size=4), st.booleans())
def test_dead_end_trees_keep_their_times(parents, closed, there):
    """Point i hangs on an earlier one: nothing but dead ends, some of them one-way, some streets closed."""
    points = [(i % 4, i // 4) for i in range(16)]
    roads = []
    for i, parent in enumerate(parents[:15], start=1):
        way = CAR_WAYS[1 + i % 2] if i in closed else both("car")
        roads.append(([points[parent % i], points[i]], way, both("walk"), 50.0, 20.0, 0))
    check(as_lines(roads), "car", "to_facility" if there else "from_facility")


def test_named_shapes_keep_their_times():
    """One of each that went wrong in some router: each checked alone and all of them together."""
    two_way = (both("car"), both("walk"), 50.0, 20.0, 0)
    one_way = (bit("car"), both("walk"), 50.0, 20.0, 0)
    shapes = {
        "ring without junction": [([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)], *one_way)],
        "ring of two lines": [([(0, 0), (1, 0), (1, 1)], *two_way), ([(1, 1), (0, 1), (0, 0)], *two_way)],
        "ring of lines that run against each other": [
            ([(0, 0), (1, 0), (1, 1)], *one_way),
            ([(0, 0), (0, 1), (1, 1)], *one_way),
        ],
        "lollipop": [([(3, 3), (2, 2)], *two_way), ([(2, 2), (2, 3), (1, 3), (1, 2), (2, 2)], *one_way)],
        "parallel links": [
            ([(0, 0), (1, 1), (2, 0)], *two_way),
            ([(0, 0), (1, 2), (2, 0)], *one_way),
            ([(0, 0), (2, 0)], *one_way),
        ],
        "the same road twice": [([(0, 3), (1, 3), (2, 3)], *two_way)] * 2,
        "there and back again": [([(3, 0), (3, 1), (3, 0)], *one_way)],
        "figure of eight": [([(0, 0), (1, 0), (1, 1), (0, 0), (3, 1), (3, 2), (0, 0)], *one_way)],
        "access changes midway": [
            ([(0, 2), (1, 2)], *two_way),
            ([(1, 2), (2, 2)], *one_way),
            ([(2, 2), (3, 2)], 0, *two_way[1:]),
        ],
    }
    for drawn in (*shapes.values(), [road for roads in shapes.values() for road in roads]):
        for mode in ("car", "walk"):
            for direction in ("to_facility", "from_facility"):
                check(as_lines(drawn), mode, direction)
