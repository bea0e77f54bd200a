"""Reach against plain Dijkstra on the uncontracted graph with every point spliced in."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from narvard_plugin.core.network.compile import compile_network
from narvard_plugin.core.network.lines import take_lines
from narvard_plugin.core.network.matrix import pairs_within
from narvard_plugin.core.network.network import costs_of
from narvard_plugin.core.network.reach import (
    Journeys,
    nearest_at_nodes,
    nearest_at_places,
    nearest_at_vertices,
)
from narvard_plugin.core.network.snap import Places, attach_facilities, attach_origins, offroad_minutes
from narvard_plugin.core.network.travel import RoadTravel, TravelRules
from tests.shared import campaign

from .oracle import Oracle, random_lines, uniform_lines

LIMIT_M, OFFROAD_KMH = 400.0, 5.0


def truth(lines, mode, direction, facilities, origins, attached):
    """Minutes (origins, facilities) by splicing the points at their nearest stoppable edge."""
    oracle = Oracle(lines, mode)
    component = oracle.weak_components()
    located_f = [oracle.locate(p) if ok else (None, None, np.inf) for p, ok in zip(facilities, attached)]
    served = {component[number] for number, *_ in located_f if number is not None}
    allowed = {number for number, part in component.items() if part in served}
    located_o = [oracle.locate(p, allowed) for p in origins]
    located = [(n if d <= LIMIT_M else None, t, d) for n, t, d in [*located_f, *located_o]]
    graph = oracle.graph(located)
    if direction == "to_facility":
        turned = {}
        for node, out in graph.items():
            for other, minutes in out:
                turned.setdefault(other, []).append((node, minutes))
        graph = turned
    table = np.full((len(origins), len(facilities)), np.inf)
    walk = 0.06 / OFFROAD_KMH
    for j in range(len(facilities)):
        if located[j][0] is None:
            continue
        done = oracle.search(graph, ("p", j))
        for i in range(len(origins)):
            number, _, metres = located[len(facilities) + i]
            if number is not None and ("p", len(facilities) + i) in done:
                table[i, j] = done[("p", len(facilities) + i)] + (metres + located[j][2]) * walk
    return table


def travel(lines, mode, direction, facilities, origins, count):
    network = compile_network(lines, crs="EPSG:3006").network
    costs = costs_of(network, mode)
    places, *_ = attach_facilities(network, mode, facilities, LIMIT_M)
    on_road = np.flatnonzero(places.link >= 0)
    journeys = Journeys(network, costs, direction, places.take(on_road), offroad_minutes(places, OFFROAD_KMH)[on_road])
    at, *_ = attach_origins(network, mode, origins, LIMIT_M, places)
    rows = np.flatnonzero(at.link >= 0)
    walk = offroad_minutes(at, OFFROAD_KMH)[rows]
    nearest = nearest_at_places(journeys, nearest_at_nodes(journeys, count), at.take(rows))
    minutes = np.full((len(origins), count), np.inf)
    facility = np.full((len(origins), count), -1)
    minutes[rows] = nearest.minutes + walk[:, None]
    facility[rows] = np.where(nearest.facility >= 0, on_road[nearest.facility], -1)
    pairs = pairs_within(journeys, at.take(rows), walk)
    table = np.full((len(origins), len(facilities)), np.inf)
    table[rows[pairs.origin], on_road[pairs.facility]] = pairs.minutes
    return minutes, facility, table, places


def main_part_only(lines, mode, facilities):
    """Facilities whose nearest stoppable road lies in the main part, so that the oracle needs no notion of parts."""
    network = compile_network(lines, crs="").network
    oracle = Oracle(lines, mode)
    places, outside, _ = attach_facilities(network, mode, facilities, LIMIT_M)
    nearest = np.array([oracle.locate(p)[2] for p in facilities])
    return facilities[~outside & (places.link >= 0) & np.isclose(nearest, places.offroad_m)]


@pytest.mark.parametrize("mode", ["car", "bike", "walk", "emergency"])
@pytest.mark.parametrize("direction", ["to_facility", "from_facility"])
@pytest.mark.parametrize("seed", range(campaign(6, 200)))
def test_times_equal_the_uncontracted_graph(mode, direction, seed):
    rng = np.random.default_rng(seed)
    lines = random_lines(rng)
    facilities = main_part_only(lines, mode, rng.uniform(0, 5000, (7, 2)))
    facilities = np.vstack([facilities, facilities[:1] + 5])  # two on the same link
    facilities = main_part_only(lines, mode, facilities)
    origins = np.vstack([rng.uniform(0, 5000, (60, 2)), lines.xy[rng.integers(0, len(lines.xy), 10)]])
    expected = truth(lines, mode, direction, facilities, origins, [True] * len(facilities))
    count = min(4, len(facilities))
    minutes, facility, table, _ = travel(lines, mode, direction, facilities, origins, count)

    assert np.isfinite(expected).mean() > 0.2  # the case says something
    assert_allclose(table, expected, rtol=1e-9, atol=1e-9)
    assert_allclose(minutes, np.sort(expected, axis=1)[:, :count], rtol=1e-9, atol=1e-9)
    named = facility >= 0
    rows = np.repeat(np.arange(len(origins))[:, None], count, axis=1)
    assert_allclose(expected[rows[named], facility[named]], minutes[named], rtol=1e-9, atol=1e-9)
    assert all(len(set(f[f >= 0])) == (f >= 0).sum() for f in facility)


@pytest.mark.parametrize("direction", ["to_facility", "from_facility"])
@pytest.mark.parametrize("seed", range(4))
def test_every_vertex_equals_the_same_place_asked_for(direction, seed):
    """Expanding to all vertices is a short cut; asking for each vertex as a place is the long way."""
    rng = np.random.default_rng(seed)
    lines = random_lines(rng)
    network = compile_network(lines, crs="").network
    places, *_ = attach_facilities(network, "car", rng.uniform(0, 5000, (5, 2)), 2000)
    journeys = Journeys(network, costs_of(network, "car"), direction, places, offroad_minutes(places, OFFROAD_KMH))
    at_nodes = nearest_at_nodes(journeys)
    link = np.repeat(np.arange(network.link_count), np.diff(network.first))
    vertex = np.arange(len(link))
    final = vertex == network.first[link + 1] - 1
    asked = nearest_at_places(
        journeys, at_nodes, Places(link, vertex - final, final.astype(float), np.zeros(len(link)))
    )
    quick = nearest_at_vertices(journeys, at_nodes)
    assert_allclose(quick.minutes, asked.minutes, rtol=1e-9, atol=1e-9)
    assert np.isfinite(quick.minutes).mean() > 0.5
    assert (quick.facility == asked.facility).mean() > 0.99  # equal times by two ways may round apart


def test_the_whole_network_may_be_one_tree_or_one_ring():
    for xy in ([(0, 0), (1000, 0)], [(0, 0), (1000, 0), (1000, 1000), (0, 0)]):
        lines = uniform_lines(xy, [0, len(xy)])
        minutes, facility, table, _ = travel(
            lines, "car", "to_facility", np.array([[1000.0, 0.0]]), np.array([[0.0, 0.0]]), 1
        )
        assert (minutes[0, 0], facility[0, 0], table[0, 0]) == (pytest.approx(1.2), 0, pytest.approx(1.2))


def test_ties_go_to_the_lower_facility():
    """A symmetric star: every arm's end is equally far from the two facilities in the middle and from nothing else."""
    xy, start = [], [0]
    for x, y in [(1000, 0), (-1000, 0), (0, 1000), (0, -1000)]:
        xy += [(0, 0), (x, y)]
        start.append(len(xy))
    lines = uniform_lines(xy, start)
    facilities = np.array([[0.0, 0.0], [0.0, 0.0], [500.0, 0.0], [-500.0, 0.0]])
    origins = np.array([[0.0, 900.0], [0.0, -200.0]])
    minutes, facility, _, _ = travel(lines, "car", "to_facility", facilities, origins, 4)
    assert facility.tolist() == [[0, 1, 2, 3], [0, 1, 2, 3]]
    assert_allclose(minutes[0], np.array([900, 900, 1400, 1400]) * 0.06 / 50)


def test_closed_direction_is_never_travelled():
    """A one-way ring road: the way there is short, the way back goes all round."""
    xy = [(0, 0), (1000, 0), (1000, 1000), (0, 1000), (0, 0)]
    lines = uniform_lines(xy, [0, 5], access=1)
    facility, origin = np.array([[900.0, 0.0]]), np.array([[100.0, 0.0]])
    there, *_ = travel(lines, "car", "to_facility", facility, origin, 1)
    back, *_ = travel(lines, "car", "from_facility", facility, origin, 1)
    assert_allclose(there[0, 0], 800 * 0.06 / 50)
    assert_allclose(back[0, 0], 3200 * 0.06 / 50)


def test_contraction_keeps_the_vertices_and_drops_the_bends():
    rng = np.random.default_rng(3)
    lines = random_lines(rng, points=30, links=40, bends=8)
    network = compile_network(lines, crs="").network
    ends = np.unique(np.vstack([lines.xy[lines.start[:-1]], lines.xy[lines.start[1:] - 1]]), axis=0)
    assert network.node_count <= len(ends)
    assert_allclose(
        network.metres[network.first[1:] - 1].sum(),
        sum(np.hypot(*np.diff(lines.xy[a:b], axis=0).T).sum() for a, b in zip(lines.start[:-1], lines.start[1:])),
    )
    assert {tuple(p) for p in network.xy} == {tuple(p) for p in lines.xy}


def test_crossing_without_shared_vertex_is_a_bridge():
    crossing = uniform_lines([(-100, 0), (100, 0), (0, -100), (0, 100)], [0, 2, 4])
    joined = uniform_lines([(-100, 0), (0, 0), (100, 0), (0, -100), (0, 0), (0, 100)], [0, 3, 6])
    assert compile_network(crossing, crs="").network.node_count == 4
    assert compile_network(joined, crs="").network.node_count == 5


def test_tolerance_joins_ends_that_almost_meet():
    lines = uniform_lines([(0, 0), (100, 0), (100.004, 0.004), (200, 0)], [0, 2, 4])
    assert compile_network(lines, crs="", tolerance=0.01).network.link_count == 1
    assert compile_network(lines, crs="", tolerance=0.001).network.link_count == 2


def test_a_wide_tolerance_does_not_swallow_a_line():
    """Ten kilometres with a vertex every 5 m, and a side road that ends 4 m from it."""
    x = np.arange(0, 10_001, 5.0)
    xy = np.vstack([np.column_stack([x, 0 * x]), [(5002.0, 4.0), (5002.0, 1000.0)]])
    compiled = compile_network(uniform_lines(xy, [0, len(x), len(xy)]), crs="", tolerance=6)
    network = compiled.network
    assert compiled.lost_m == 0 and len(compiled.without_length) == 0
    assert network.metres[network.first[1:] - 1].sum() == pytest.approx(10_996)
    assert network.node_count == 4  # three ends, and where the side road meets


def test_ends_that_all_nearly_meet_are_one_junction():
    """Four ends in pairs: each end's nearest is its partner, yet all lie within the tolerance."""
    middle = [(0, 0), (0.002, 0), (0.007, 0), (0.009, 0)]
    xy = [p for m, far in zip(middle, [(-100, 0), (0, 100), (0, -100), (100, 0)]) for p in (m, far)]
    assert compile_network(uniform_lines(xy, [0, 2, 4, 6, 8]), crs="", tolerance=0.01).network.node_count == 5


@pytest.mark.parametrize("speed", [30, 50, 70, 90, 100, 110])
def test_a_limit_includes_the_time_that_rounding_puts_a_hair_above_it(speed):
    x = np.arange(0, speed // 2 + 1) * 1000.0  # thirty minutes in whole kilometres
    lines = uniform_lines(np.column_stack([x, 0 * x]), [0, len(x)], speed=speed)
    network = compile_network(lines, crs="").network
    travel = RoadTravel(network, TravelRules(max_minutes=30), np.array([[0.0, 0.0]]))
    origin = np.array([[x[-1], 0.0]])
    assert travel.nearest(origin).status.tolist() == ["ok"]
    assert travel.pairs(origin).minutes == pytest.approx([30])
    assert (
        RoadTravel(network, TravelRules(max_minutes=29.9), travel.facility_xy).nearest(origin).status[0]
        == "beyond_limit"
    )


def test_a_road_nearer_than_the_one_used_is_told():
    """An island road beside the facility and the islander, and the mainland 900 m away."""
    lines = uniform_lines([(0, 0), (5000, 0), (0, 900), (200, 900)], [0, 2, 4])
    network = compile_network(lines, crs="").network
    travel = RoadTravel(network, TravelRules(), np.array([[100.0, 901.0], [100.0, 1.0]]))
    assert travel.facilities_moved_to_main_part.tolist() == [0]
    assert travel.nearest(np.array([[100.0, 899.0], [100.0, 10.0]])).cut_off.tolist() == [True, False]


def test_a_place_beyond_the_limit_is_told_the_same_whoever_is_asked_about_with_it():
    network = compile_network(uniform_lines([[0, 0], [7, 130]], [0, 2]), crs="EPSG:3006").network
    beyond = np.array([[58.0, 0.0]])
    alone, with_another = (
        attach_facilities(network, "car", xy, 50.0).places for xy in (beyond, np.vstack([beyond, [[0.0, 0.0]]]))
    )
    assert [column[0] for column in with_another] == [column[0] for column in alone] == [-1, -1, 0.0, np.inf]


def test_a_line_without_length_is_named():
    lines = uniform_lines([(0, 0), (100, 0), (5, 5), (5, 5)], [0, 2, 4])
    assert compile_network(lines, crs="").without_length.tolist() == [1]
    with pytest.raises(ValueError, match="length"):
        compile_network(take_lines(lines, np.array([False, True])), crs="")


def test_junction_delay_is_paid_once_per_passage():
    """Four roads meet in the middle: straight across costs the delay once; a bend on the way costs nothing."""
    xy = [(-1000, 0), (-500, 0), (0, 0), (0, 0), (1000, 0), (0, 0), (0, 1000), (0, 0), (0, -1000)]
    lines = uniform_lines(xy, [0, 3, 5, 7, 9])
    network = compile_network(lines, crs="", junction_seconds=12).network
    costs = costs_of(network, "car")
    places, *_ = attach_facilities(network, "car", np.array([[1000.0, 0.0]]), 10)
    journeys = Journeys(network, costs, "to_facility", places, np.zeros(1))
    at, *_ = attach_origins(network, "car", np.array([[-1000.0, 0.0]]), 10, places)
    found = nearest_at_places(journeys, nearest_at_nodes(journeys), at)
    assert_allclose(found.minutes[0, 0], 2000 * 0.06 / 50 + 12 / 60)
