"""Classes of road: kept stretch by stretch through the compilation, and summed along trips as a plain search sums them."""

import heapq
from collections import defaultdict

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from narvard_plugin.core.network.compile import compile_network
from narvard_plugin.core.network.lines import take_lines
from narvard_plugin.core.network.modes import FERRY
from narvard_plugin.core.network.network import costs_of
from narvard_plugin.core.network.paths import tally_trips
from narvard_plugin.core.network.road_class import class_names, number_classes, stretch_classes, with_factors
from narvard_plugin.core.network.snap import nearest_places
from tests.core.network.oracle import random_lines, uniform_lines

NAMES = ["", "1", "2", "10"]


def random_network(seed, junction_seconds=0.0):
    rng = np.random.default_rng(seed)
    lines = random_lines(rng)
    lines = lines._replace(road_class=rng.integers(0, len(NAMES), lines.count_lines).astype(np.uint8))
    about = {"road_classes": NAMES}
    return lines, compile_network(lines, crs="EPSG:3006", junction_seconds=junction_seconds, about=about).network


def test_classes_are_numbered_in_the_order_that_people_read():
    number, names = number_classes(["2", "", "10", "2", "primary", "0"])
    assert names == ["", "0", "2", "10", "primary"]
    assert number.tolist() == [2, 0, 3, 2, 4, 1] and number.dtype == np.uint8


def test_beyond_255_classes_the_rarest_are_unknown():
    values = [name for name in map(str, range(300)) for _ in range(1 + (int(name) < 255))]
    number, names = number_classes(values)
    assert names[0] == "" and len(names) == 256
    assert {value for value, of in zip(values, number) if of == 0} == set(map(str, range(255, 300)))


@pytest.mark.parametrize("seed", range(5))
def test_every_stretch_has_the_class_of_its_line(seed):
    lines, network = random_network(seed)
    lines_of = defaultdict(set)  # two straight lines may join the same two points
    for line in range(lines.count_lines):
        xy = lines.xy[lines.start[line] : lines.start[line + 1]]
        for a, b in zip(xy[:-1].tolist(), xy[1:].tolist()):
            lines_of[frozenset([tuple(a), tuple(b)])].add(int(lines.road_class[line]))
    for begin, end in zip(network.first[:-1], network.first[1:]):
        for vertex in range(begin, end - 1):
            ends = frozenset([tuple(network.xy[vertex]), tuple(network.xy[vertex + 1])])
            assert network.road_class[vertex] in lines_of[ends]
        assert network.road_class[end - 1] == network.road_class[end - 2]


def test_a_class_makes_no_junction():
    lines = uniform_lines([[0, 0], [100, 0], [100, 0], [200, 0], [200, 0], [300, 0]], [0, 2, 4, 6])
    plain = compile_network(lines, crs="EPSG:3006").network
    assert plain.link_count == 1 and class_names(plain) == [""] and not plain.road_class.any()
    classes = lines._replace(road_class=np.array([1, 2, 1], np.uint8))
    network = compile_network(classes, crs="EPSG:3006", about={"road_classes": NAMES}).network
    assert network.link_count == 1
    assert network.road_class.tolist() == [1, 2, 1, 1]


def test_taking_lines_keeps_their_classes():
    lines, _ = random_network(1)
    keep = np.arange(lines.count_lines) % 2 == 0
    assert_array_equal(take_lines(lines, keep).road_class, lines.road_class[keep])
    assert take_lines(lines._replace(road_class=None), keep).road_class is None


def plain_search(network, mode, depart, arrive):
    """Minutes, and minutes and metres by class, from a Dijkstra over all vertices with the two places spliced in."""
    costs, classes = costs_of(network, mode), stretch_classes(network)
    spliced = defaultdict(list)
    for name, (_, vertex, share, _) in (("depart", depart), ("arrive", arrive)):
        spliced[int(vertex)].append((float(share), name))
    edges = defaultdict(list)
    for link, (begin, end) in enumerate(zip(network.first[:-1], network.first[1:])):
        ends = {begin: ("node", int(network.link_from[link])), end - 1: ("node", int(network.link_to[link]))}
        for vertex in range(begin, end - 1):
            one, two = (ends.get(v, ("vertex", int(v))) for v in (vertex, vertex + 1))
            stops = [(0.0, one), *sorted(spliced[vertex]), (1.0, two)]
            for (at, a), (to, b) in zip(stops[:-1], stops[1:]):
                metres = (network.metres[vertex + 1] - network.metres[vertex]) * (to - at)
                for cumulative, whole, tail, head in (
                    (costs.vertex_forward, costs.forward[link], a, b),
                    (costs.vertex_backward, costs.backward[link], b, a),
                ):
                    minutes = (cumulative[vertex + 1] - cumulative[vertex]) * (to - at)
                    if np.isfinite(whole) or to == at:
                        edges[tail].append((head, minutes, metres, int(classes[vertex])))
    best, came, heap = {"depart": 0.0}, {}, [(0.0, 0, "depart")]
    count = 0
    while heap:
        minutes, _, node = heapq.heappop(heap)
        if minutes > best[node]:
            continue
        for head, more, metres, of in edges[node]:
            if minutes + more < best.get(head, np.inf):
                best[head], came[head], count = minutes + more, (node, more, metres, of), count + 1
                heapq.heappush(heap, (minutes + more, count, head))
    sums = np.zeros((2, len(NAMES) + 1))
    node = "arrive"
    while node in came:
        node, minutes, metres, of = came[node]
        sums[0, of] += minutes
        sums[1, of] += metres
    return best.get("arrive", np.inf), *sums


@pytest.mark.parametrize("mode", ["car", "walk"])
@pytest.mark.parametrize("shared", ["arrive", "depart", "neither"])
@pytest.mark.parametrize("seed", range(6))
def test_a_trips_parts_are_those_of_a_plain_search(seed, shared, mode):
    _, network = random_network(seed, junction_seconds=7 * (seed % 2))
    rng = np.random.default_rng(seed)
    xy = rng.uniform(0, 5000, (2, 25, 2))
    if shared != "neither":
        xy[int(shared == "arrive")] = xy[int(shared == "arrive"), rng.integers(0, 3, 25)]
    xy[1, 0] = xy[0, 0]  # from here to here
    xy[1, 1] = xy[0, 1] + 15  # along one link
    depart, arrive = (nearest_places(network, network.stoppable(mode), ends, np.inf) for ends in xy)
    tally = tally_trips(network, costs_of(network, mode), depart, arrive)
    routed = np.isfinite(tally.minutes)
    assert routed.sum() > 5
    for trip in range(25):
        minutes, by_class, metres = plain_search(
            network, mode, [column[trip] for column in depart], [column[trip] for column in arrive]
        )
        assert_allclose(tally.minutes[trip], minutes, rtol=1e-9, atol=1e-9)
        if routed[trip]:
            assert_allclose(tally.by_class[trip], by_class, rtol=1e-9, atol=1e-9)
            assert_allclose(tally.metres[trip], metres, rtol=1e-9, atol=1e-6)
    assert_allclose(tally.by_class[routed].sum(1), tally.minutes[routed], rtol=1e-9, atol=1e-9)
    assert tally.minutes[0] == 0 and not tally.by_class[0].any()


def test_a_ring_with_one_junction_is_left_by_the_nearer_way():
    ring = [[0, 0], [0, 300], [300, 300], [300, 0], [0, 0], [0, 0], [-1000, 0]]
    lines = uniform_lines(ring, [0, 5, 7], speed=60)._replace(road_class=np.array([1, 2], np.uint8))
    network = compile_network(lines, crs="EPSG:3006", about={"road_classes": NAMES}).network
    on_ring = nearest_places(network, network.stoppable("car"), np.array([[300.0, 100.0], [100.0, 300.0]]), 10)
    away = nearest_places(network, network.stoppable("car"), np.array([[-1000.0, 0.0]] * 2), 10)
    for depart, arrive in ((on_ring, away), (away, on_ring)):
        tally = tally_trips(network, costs_of(network, "car"), depart, arrive)
        assert_allclose(tally.metres[:, 1:3], [[400, 1000], [400, 1000]])
        assert_allclose(tally.minutes, 1.4)


def test_factors_change_drive_time_alone():
    _, network = random_network(3)
    assert (network.flags & FERRY).any()
    factors = np.array([1.3, 0.8, 1.25, 1.5])
    changed = with_factors(network, factors, {"trips": 3})
    assert changed.about == {**network.about, "calibration": {"trips": 3}} and changed.kept is not network.kept
    before, after = (costs_of(net, "car") for net in (network, changed))
    classes = stretch_classes(network)
    for one, two in ((before.vertex_forward, after.vertex_forward), (before.vertex_backward, after.vertex_backward)):
        inside = np.delete(np.arange(len(classes)), network.first[1:] - 1)
        ratio = np.append(factors, 1.0)[classes[inside]]
        assert_allclose(two[inside + 1] - two[inside], (one[inside + 1] - one[inside]) * ratio, atol=1e-12)
        assert not two[network.first[:-1]].any()
    for one, two in zip(costs_of(network, "walk"), costs_of(changed, "walk")):
        assert_allclose(one, two, rtol=1e-13)
