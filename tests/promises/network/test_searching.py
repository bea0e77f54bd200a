"""Searches against plain shortest paths, and what must hold of every answer about reach."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from narvard_plugin.core.network.hierarchy import build_hierarchy
from narvard_plugin.core.network.limits import WITHIN, no_step
from narvard_plugin.core.network.lines import take_lines
from narvard_plugin.core.network.matrix import node_minutes, pairs_within
from narvard_plugin.core.network.network import costs_of
from narvard_plugin.core.network.paths import tally_trips
from narvard_plugin.core.network.prepared import prepared
from narvard_plugin.core.network.reach import (
    Journeys,
    nearest_at_nodes,
    nearest_at_places,
    nearest_at_vertices,
    rank_pairs,
)
from narvard_plugin.core.network.search import NONE, Search, Seeds, nearest_in
from narvard_plugin.core.network.snap import Places, attach_facilities, spots
from tests.core.network.test_compile_property import check
from tests.promises import promise
from tests.promises.strategies.networks import (
    DIRECTIONS,
    MODES,
    compiled,
    graphs,
    lines,
    minutes_between,
    minutes_between_corners,
    networks,
    places,
    points,
)
from tests.promises.unchanged import unchanged


def seeds_of(drawn):
    return Seeds(*(np.array(column, kind) for column, kind in zip(zip(*drawn), (int, int, float))))


@promise("a search over shortcuts finds what a search over every road finds, ties to the lower number",
         build_hierarchy, nearest_in, usual=10, long=800)  # fmt: skip
@given(graphs(), st.booleans(), st.data())
def test_nearest_and_from_each(graph, reverse, data):
    minutes = graph.minutes.T if reverse else graph.minutes
    node = st.integers(0, len(minutes) - 1)
    row = st.tuples(st.integers(0, 3), node, st.sampled_from((0.5, 1.0, 2.0, np.inf)))
    seeds = seeds_of(data.draw(st.lists(row, min_size=1, max_size=6)))
    search = Search(graph.network, graph.costs, reverse=reverse)

    by_label = np.full((4, len(minutes)), np.inf)
    for label, start, cost in zip(*seeds):
        by_label[label] = np.minimum(by_label[label], cost + minutes[start])
    least = by_label.min(0)
    label = np.where(np.isfinite(least), by_label.argmin(0), NONE)

    for found in (unchanged(search.nearest)(seeds), unchanged(nearest_in)(search.arcs(), seeds)):
        assert_array_equal(found[0], least)
        assert_array_equal(found[1], label)
    labels = np.unique(seeds.label)
    limit = data.draw(st.sampled_from((np.inf, 3.0, 0.0)))
    row, table = search.from_each(seeds, labels, limit)
    expected = by_label[labels].T
    near = expected <= limit
    assert_array_equal(table[row][near], expected[near])
    assert (table[row][~near] > limit).all() and np.isinf(table[-1]).all()


@promise("a hierarchy of junctions is made of the same arcs, whatever order and direction the links come in",
         build_hierarchy, usual=4)  # fmt: skip
@given(graphs(), st.randoms(use_true_random=False))
def test_hierarchy_does_not_hang_on_the_order_of_links(graph, random):
    tail, head = graph.network.link_from, graph.network.link_to
    order = np.array(random.sample(range(len(tail)), len(tail)), int)
    one = unchanged(build_hierarchy)(len(graph.minutes), tail, head)
    two = build_hierarchy(len(graph.minutes), head[order], tail[order])
    for name in ("edges", "target", "into", "out_of", "node", "core", "core_arc"):
        assert_array_equal(getattr(one, name), getattr(two, name))
    assert sorted([*one.node, *one.core]) == list(range(len(graph.minutes)))


@promise("every place, junction and vertex gets the times of a search over the uncontracted roads",
         costs_of, pairs_within, nearest_at_nodes, nearest_at_places, nearest_at_vertices, usual=5)  # fmt: skip
@given(lines(), MODES, DIRECTIONS)
def test_reach_is_exact(of, mode, direction):
    check(of, mode, direction)


@promise("times obey the triangle inequality, and nowhere is zero minutes from a place that it cannot reach",
         pairs_within, usual=5)  # fmt: skip
@given(st.data(), networks(), MODES)
def test_triangle_inequality(data, network, mode):
    at = data.draw(places(network, 2, 5))
    minutes = minutes_between(network, mode, at, at)
    assert (np.diag(minutes) == 0).all() and (minutes >= 0).all()
    assert (minutes[:, None, :] <= minutes[:, :, None] + minutes[None, :, :] + 1e-9).all()
    part = network.weak[("car", "bike", "walk").index(mode)][network.link_from[at.link]]
    open_ends = np.isfinite(minutes)
    parts_meet = part[:, None] == part[None, :]
    junction = np.isin(at.share, (0, 1))  # a junction of two parts' links has two names
    assert not (open_ends & ~parts_meet & ~junction[:, None] & ~junction[None, :]).any()


@promise("a road more or a higher speed never lengthens a journey, and a facility more neither",
         take_lines, costs_of, nearest_at_places, usual=4, long=150)  # fmt: skip
@given(st.data(), lines(6), MODES)
def test_times_are_monotone(data, of, mode):
    whole = minutes_between_corners(compiled(of), mode)
    keep = np.array(data.draw(st.lists(st.booleans(), min_size=of.count_lines, max_size=of.count_lines)))
    faster = minutes_between_corners(compiled(of._replace(forward=of.forward * 1.5)), mode)
    assert all(faster[pair] <= minutes + 1e-9 for pair, minutes in whole.items())
    fewer = take_lines(of, keep)
    assume((fewer.xy != fewer.xy[:1]).any() and len(set(map(tuple, fewer.xy))) > 1)
    try:
        part = minutes_between_corners(compiled(fewer), mode)
    except ValueError:
        assume(False)
    assert all(whole[pair] <= minutes + 1e-9 for pair, minutes in part.items())


@promise("the same places in another order get the same answers, and unreached is inf and no facility",
         nearest_at_nodes, nearest_at_places, pairs_within, usual=5)  # fmt: skip
@given(st.data(), networks(), MODES, DIRECTIONS)
def test_order_of_facilities_and_places(data, network, mode, direction):
    facilities, people = data.draw(places(network)), data.draw(places(network))
    access = np.array([data.draw(st.sampled_from((0.0, 1.5))) for _ in facilities.link])
    order = np.array(data.draw(st.permutations(range(len(access)))), int)
    turned = np.array(data.draw(st.permutations(range(len(people.link)))), int)
    costs, count = costs_of(network, mode), 3

    def nearest(facilities, access, people):
        journeys = Journeys(network, costs, direction, facilities, access)
        return unchanged(nearest_at_places)(journeys, nearest_at_nodes(journeys, count), people)

    one = nearest(facilities, access, people)
    two = nearest(facilities.take(order), access[order], people.take(turned))
    assert_allclose(two.minutes, one.minutes[turned], rtol=1e-9, atol=1e-9)
    assert ((one.facility == NONE) == np.isinf(one.minutes)).all()
    assert (one.minutes[:, 1:] >= one.minutes[:, :-1]).all()
    for row in one.facility:
        assert len(set(row[row >= 0])) == (row >= 0).sum()
    twice = nearest(Places(*(np.tile(column, 2) for column in facilities)), np.tile(access, 2), people)
    assert (twice.facility[:, 0] < len(access)).all()  # of two in one place the first is named
    fewer = nearest(facilities.take(order[1:]), access[order[1:]], people) if len(order) > 1 else None
    assert fewer is None or (one.minutes <= fewer.minutes + 1e-9).all()


@promise("a limit keeps exactly the pairs within it, no way beats the fastest stretch, and being heard changes no answer",
         pairs_within, node_minutes, no_step, usual=5)  # fmt: skip
@given(st.data(), networks(), MODES, DIRECTIONS)
def test_limits(data, network, mode, direction):
    facilities, people = data.draw(places(network)), data.draw(places(network))
    journeys = Journeys(network, costs_of(network, mode), direction, facilities, np.zeros(len(facilities.link)))
    legs = np.arange(len(people.link), dtype=float) / 4
    every = pairs_within(journeys, people, legs, step=no_step)
    table = np.full((len(legs), len(facilities.link)), np.inf)
    table[every.origin, every.facility] = every.minutes
    there, back = (people, facilities) if journeys.towards else (facilities, people)
    between = minutes_between(network, mode, there, back)
    assert_allclose(table, legs[:, None] + (between if journeys.towards else between.T), rtol=1e-9, atol=1e-9)
    way = spots(network, facilities)[every.facility] - spots(network, people)[every.origin]
    assert (np.hypot(*way.T) <= journeys.search.fastest * (every.minutes - legs[every.origin]) * WITHIN + 1e-6).all()
    told = []
    limit = data.draw(st.sampled_from((0.0, 0.3, 1.0, *every.minutes[:2])))
    near = unchanged(pairs_within)(journeys, people, legs, limit, told.append)
    inside = every.minutes <= limit * WITHIN
    key = np.lexsort((every.facility[inside], every.origin[inside]))
    order = np.lexsort((near.facility, near.origin))
    for got, whole in zip(near, every):
        assert_allclose(got[order], whole[inside][key], rtol=1e-9, atol=1e-9)
    assert told == sorted(told) and 0 < told[-1] <= 1 and no_step(told[-1]) is None
    seen = []
    for block, whole in zip(node_minutes(journeys, limit), node_minutes(journeys)):
        seen += block.facilities.tolist()
        near_nodes, times = block.minutes[block.row], whole.minutes[whole.row]
        within = times <= limit
        assert_allclose(near_nodes[within], times[within], rtol=1e-9, atol=1e-9)
        assert (near_nodes[~within] > limit).all()
    assert sorted(seen) == list(range(len(facilities.link)))


@promise("each row keeps its nearest facilities, each once, ties to the lower number", rank_pairs, usual=6)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(-1, 5), st.sampled_from((0.0, 1.0, 2.5, np.inf))), max_size=20),
       st.integers(1, 4))  # fmt: skip
def test_rank_pairs(rows, count):
    row, facility, minutes = (np.array([one[i] for one in rows], kind) for i, kind in enumerate((int, np.int32, float)))
    found = unchanged(rank_pairs)(row, facility, minutes, 5, count)
    for number in range(5):
        least = {}
        for r, f, m in rows:
            if r == number and f >= 0 and np.isfinite(m):
                least[f] = min(m, least.get(f, np.inf))
        best = sorted((m, f) for f, m in least.items())[:count] + [(np.inf, NONE)] * count
        assert list(zip(found.minutes[number], found.facility[number])) == best[:count]


@promise("a trip's minutes are those of the search, its parts add up, and no route is inf with no parts",
         tally_trips, usual=5)  # fmt: skip
@given(st.data(), networks(), MODES)
def test_tally_of_trips(data, network, mode):
    size = data.draw(st.integers(1, 5))
    depart, arrive = (data.draw(places(network, size, size)) for _ in range(2))
    costs = costs_of(network, mode)
    tally = unchanged(tally_trips)(network, costs, depart, arrive)
    expected = np.diag(minutes_between(network, mode, depart, arrive))
    assert_allclose(tally.minutes, expected, rtol=1e-9, atol=1e-9)
    assert_allclose(tally.by_class.sum(1), np.where(np.isfinite(expected), expected, 0), rtol=1e-6, atol=1e-6)
    for part in (tally.by_class, tally.metres):
        assert (part >= -1e-9).all() and not part[np.isinf(expected)].any()
    if mode == "walk":  # one speed, but on ferries
        on_foot = tally.by_class[:, :-1]
        assert_allclose(tally.metres[:, :-1] * 0.06 / 5, on_foot, rtol=1e-6, atol=1e-6)


@promise("what a network keeps ready answers as if asked for the first time, and no more than a few are kept",
         prepared, usual=4, long=100)  # fmt: skip
@given(networks(5), points(1, 5), st.sampled_from((50.0, 400.0)))
def test_prepared(network, xy, limit):
    ready = prepared(network, "car")
    assert prepared(network, "car") is ready and prepared(network, "car", 0.5) is not ready
    one_by_one = [ready.facilities(point[None], limit) for point in xy]
    together = ready.facilities(xy, limit)
    fresh = attach_facilities(network, "car", xy, limit)
    for got, first in zip(together.places, fresh.places):
        assert_array_equal(got, first)
    for number, alone in enumerate(one_by_one):
        for got, whole in zip(alone.places, together.places):
            assert_array_equal(got, whole[[number]])
    for mode in ("walk", "bike", "emergency", "car"):
        for factor in (1.0, 0.8):
            prepared(network, mode, factor)
    assert len(network.kept) <= 4
    again = prepared(network, "car")
    for got, whole in zip(again.costs, ready.costs):
        assert_array_equal(got, whole)


@pytest.mark.parametrize("direction", ["", "home"])
def test_a_direction_that_there_is_not_is_refused(direction):
    with pytest.raises(ValueError, match="direction"):
        Journeys(None, None, direction, None, None)
