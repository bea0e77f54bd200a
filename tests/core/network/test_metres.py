"""Metres of fastest ways against explicit paths over the uncontracted graph, and what is kept between questions."""

import heapq
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from narvard_plugin.core.network import prepared as prepare
from narvard_plugin.core.network.compile import compile_network
from narvard_plugin.core.network.prepared import prepared
from narvard_plugin.core.network.travel import RoadTravel, TravelRules

from .oracle import Oracle, random_lines, uniform_lines
from .test_reach import LIMIT_M, main_part_only


def path_metres(lines, mode, facilities, origins):
    """Metres (origins, facilities) of the fastest ways to facilities, legs off the road included; inf where there is none."""
    oracle = Oracle(lines, mode)
    component = oracle.weak_components()
    at_facilities = [oracle.locate(point) for point in facilities]
    served = {component[number] for number, *_ in at_facilities}
    allowed = {number for number, part in component.items() if part in served}
    located = [*at_facilities, *(oracle.locate(point, allowed) for point in origins)]
    located = [(number if metres <= LIMIT_M else None, share, metres) for number, share, metres in located]
    graph, where = oracle.graph(located), {}
    for i, (number, share, _) in enumerate(located):
        if number is not None:
            a, b = (np.array(end) for end in oracle.edges[number][:2])
            where["p", i] = a + share * (b - a)
    table = np.full((len(origins), len(facilities)), np.inf)
    for i in range(len(origins)):
        before = fastest_ways(graph, ("p", len(facilities) + i))
        for j in range(len(facilities)):
            if located[len(facilities) + i][0] is None or ("p", j) not in before:
                continue
            metres, node = located[len(facilities) + i][2] + located[j][2], ("p", j)
            while before[node] is not None:
                metres += np.hypot(*(np.array(where.get(node, node)) - where.get(before[node], before[node])))
                node = before[node]
            table[i, j] = metres
    return table


def fastest_ways(graph, source):
    """The node before each reached node on the fastest way from ``source``."""
    before, heap, tick = {}, [(0.0, 0, source, None)], 0
    while heap:
        minutes, _, node, last = heapq.heappop(heap)
        if node in before:
            continue
        before[node] = last
        for neighbour, cost in graph.get(node, ()):
            tick += 1
            heapq.heappush(heap, (minutes + cost, tick, neighbour, node))
    return before


@pytest.mark.parametrize("seed", range(12))
def test_metres_are_those_of_the_fastest_path(seed):
    rng = np.random.default_rng(seed)
    lines = random_lines(rng)
    facilities, origins = rng.uniform(0, 5000, (5, 2)), rng.uniform(0, 5000, (25, 2))
    facilities = main_part_only(lines, "car", facilities)
    network = compile_network(lines, crs="EPSG:3006").network
    travel = RoadTravel(network, TravelRules(max_offroad_m=LIMIT_M), facilities)
    reached = travel.nearest(origins, 3)
    metres = travel.metres(origins, reached)
    truth = path_metres(lines, "car", facilities, origins)
    rows, k = np.nonzero(reached.facility >= 0)
    assert_allclose(metres[rows, k], truth[rows, reached.facility[rows, k]], rtol=1e-6, atol=0.01)
    assert np.isinf(metres[reached.facility < 0]).all()


def test_a_long_way_keeps_its_millimetres():
    xy = np.column_stack([np.arange(0, 200_001.0, 200), np.zeros(1001)])
    network = compile_network(uniform_lines(xy, [0, len(xy)]), crs="EPSG:3006").network
    travel = RoadTravel(network, TravelRules(), np.array([[199_900.5, 3.0]]))
    origin = np.array([[0.25, 4.0]])
    assert_allclose(travel.metres(origin, travel.nearest(origin)), [[199_900.25 + 7]], atol=0.001)


def test_what_is_kept_changes_no_answer():
    """One facility moved, on a network that has been asked before and on one that has not."""
    rng = np.random.default_rng(3)
    lines = random_lines(rng)
    asked, fresh = (compile_network(lines, crs="EPSG:3006").network for _ in range(2))
    facilities, origins = rng.uniform(0, 5000, (6, 2)), rng.uniform(0, 5000, (60, 2))
    for direction in ("to_facility", "from_facility"):
        rules = TravelRules(direction=direction, max_offroad_m=LIMIT_M)
        RoadTravel(asked, rules, facilities).nearest(origins, 2)
        moved = facilities.copy()
        moved[2] = rng.uniform(0, 5000, 2)
        again, anew = (RoadTravel(network, rules, moved).nearest(origins, 2) for network in (asked, fresh))
        for one, two in zip(again, anew):
            assert_array_equal(one, two)
    assert prepared(asked, "car") is prepared(asked, "car")
    assert prepared(asked, "car") is not prepared(asked, "walk")
    for factor in range(1, 20):
        prepared(asked, "car", factor)
    assert len(asked.kept) <= prepare._KEPT_WAYS
    assert prepared(asked, "car", 19) is prepared(asked, "car", 19)


def test_what_another_thread_throws_out_is_found_anew(monkeypatch):
    """While one question looks for its roads, another thread's questions empty what is kept."""
    lines = random_lines(np.random.default_rng(3))
    network = compile_network(lines, crs="EPSG:3006").network
    places = np.random.default_rng(4).uniform(0, 5000, (6, 2))
    alone = RoadTravel(compile_network(lines, crs="EPSG:3006").network, TravelRules(), places[:2]).nearest(places, 2)
    shared, attach, asked = prepared(network, "car"), prepare.attach_facilities, []

    def interrupted(*question):
        if not asked:
            asked.append(True)
            with ThreadPoolExecutor(1) as other:
                for place in places[3:]:
                    other.submit(shared.facilities, place[None], 1000.0).result()
        return attach(*question)

    shared.facilities(places[:1], 1000.0)
    monkeypatch.setattr(prepare, "_KEPT_FACILITIES", 1)
    monkeypatch.setattr(prepare, "attach_facilities", interrupted)
    for one, two in zip(alone, RoadTravel(network, TravelRules(), places[:2]).nearest(places, 2)):
        assert_array_equal(one, two)
    assert asked
