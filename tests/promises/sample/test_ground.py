"""The sample's ground: the same for the same seed, land that tiles, people counted once, roads that hang together."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.sample import (
    areas,
    dissolve,
    land,
    living,
    nation,
    partition,
    people,
    plan,
    projection,
    road_lines,
    roadgraph,
    roads,
    routes,
)
from tests.promises import promise
from tests.promises.sample.made import tiny, tiny_plan
from tests.promises.strategies.populations import SEEDS
from tests.promises.unchanged import assert_same, frozen

FEW = st.sampled_from([1, 2])
POINTS = st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), min_size=1, max_size=8).map(np.array)


@promise("the same seed gives the same ground, to the last digit, and everybody of the plan lives on its land once",
         land.make_cells, living.cell_people, living.cell_deprivation, living.july_factor, usual=2, long=4)  # fmt: skip
@given(FEW)
def test_cells(seed):
    made, again = tiny(seed), np.random.default_rng([seed, 1])
    cells = made.cells
    assert_same(land.make_cells(tiny_plan(), again), cells)
    assert_same(living.cell_people(made.plan, cells, again), made.people)
    assert_same(living.cell_deprivation(made.plan, cells, again), made.weak)
    assert not made.people[~cells.land].any() and (made.people >= 0).all() and np.isfinite(made.weak).all()
    for at, place in enumerate(made.plan.settlements):
        assert made.people[cells.settlement == at].sum() == place.population
    assert (
        made.people[cells.in_neighbour].sum() == made.plan.neighbour_people
        and made.people[~cells.in_neighbour].sum() == made.plan.people
    )
    assert (cells.area_m2[~cells.land] == 0).all() and 0.8 * 156e6 < cells.area_m2.sum() < 1.3 * 156e6
    assert (
        (cells.belongs[cells.land] >= 0).all()
        and (cells.island[cells.land] >= 0).all()
        and cells.land[cells.pairs].all()
    )
    assert (living.july_factor(cells, made.plan) > 0.9).all()


@promise(
    "a whole number is shared out to the last one, nobody more than one from the exact share, and nothing to who weighs nothing",
    living.whole_shares,
)
@given(st.integers(0, 10**6), st.lists(st.integers(0, 99), min_size=1, max_size=9).filter(any))
def test_shares(total, weights):
    weight = np.array(weights, float)
    found = living.whole_shares(total, weight)
    assert found.sum() == total and (np.abs(found - total * weight / weight.sum()) <= 1 + 1e-9).all()


@promise(
    "a point is inside however the outline is turned, begun or moved, and outside far away",
    land.inside,
    dissolve.ring_area,
)
@given(POINTS, st.integers(3, 8), st.integers(0, 7), st.floats(-1e6, 1e6))
def test_inside(xy, corners, begin, away):
    angle = 2 * np.pi * np.arange(corners) / corners
    outline = 40 * np.column_stack([np.cos(angle), np.sin(angle)])
    apothem = 40 * math.cos(math.pi / corners)
    distance = np.hypot(*xy.T)
    found = land.inside(xy, outline)
    assert found[distance < apothem - 1e-6].all() and not found[distance > 40 + 1e-6].any()
    sure = np.abs(distance - 40) > 40 - apothem + 1e-6
    for other in (outline[::-1], np.roll(outline, begin, axis=0), np.vstack([outline, outline[:1]])):
        assert (land.inside(xy, other) == found)[sure].all()
    ring = np.vstack([outline, outline[:1]])
    area = corners / 2 * 1600 * math.sin(2 * math.pi / corners)
    assert dissolve.ring_area(ring) == pytest.approx(area) == pytest.approx(-dissolve.ring_area(ring[::-1]))
    assert dissolve.ring_area(ring + round(away)) == pytest.approx(area, rel=1e-6)


@promise(
    "groups of cells become areas that tile: their sum is all the land, each counter-clockwise with its holes the other way",
    dissolve.dissolve,
    usual=3,
    long=10,
)
@given(st.just(1), st.integers(1, 5), SEEDS)
def test_dissolved(seed, count, chance):
    cells = tiny(seed).cells
    label = np.where(cells.land, np.random.default_rng(chance).integers(0, count, len(cells.land)), -1)
    found = dissolve.dissolve(label, count, cells)
    areas_ = [sum(dissolve.ring_area(ring) for polygon in shape for ring in polygon) for shape in found]
    assert np.allclose(areas_, np.bincount(label[cells.land], cells.area_m2[cells.land], count), rtol=1e-6)
    for shape in found:
        for outer, *holes in shape:
            assert (
                dissolve.ring_area(outer) > 0
                and all(dissolve.ring_area(hole) < 0 for hole in holes)
                and (outer[0] == outer[-1]).all()
            )


@promise("a division takes every cell once, in connected parts of about equal people; a moved border moves no more than its share",
         partition.divide, partition.halve, partition.neighbour_graph, partition.shift_border, partition.zones, usual=3, long=10)  # fmt: skip
@given(FEW, SEEDS, st.floats(0.05, 0.4))
def test_partition(seed, chance, share):
    made = tiny(seed)
    cells, size = made.cells, made.counted
    graph = partition.neighbour_graph(cells)
    assert (graph != graph.T).nnz == 0 and (graph.data > 0).all() and cells.land[graph.tocoo().row].all()
    seats = {"9901": 0, "9801": 2}
    found = partition.zones(made.municipality, seats, cells.settlement, size)
    together = np.concatenate([zone.cells for zone in found])
    assert len(set(together)) == len(together) == (made.municipality != "").sum()
    assert [(zone.municipality, zone.letter) for zone in found] == sorted(
        (zone.municipality, zone.letter) for zone in found
    )
    for zone in found:
        parts = partition.divide(zone.cells, graph, cells.xy, size, np.random.default_rng(chance))
        assert np.array_equal(np.sort(np.concatenate(parts)), np.sort(zone.cells)) and len(parts) == max(
            1, round(size[zone.cells].sum() / 1700)
        )
        one, other = partition.halve(zone.cells, graph, cells.xy, size, np.random.default_rng(chance))
        assert np.array_equal(np.sort(np.concatenate([one, other])), np.sort(zone.cells)) and len(one) and len(other)
        given_, taken = partition.shift_border(one, other, share, graph, size)
        assert np.array_equal(np.sort(np.concatenate([given_, taken])), np.sort(zone.cells))


@promise("every area has a code of its own in both vintages, of its municipality, and everybody lives in one area of each; names are never the same",
         areas.two_vintages, areas.area_table, people.with_areas, usual=2, long=4)  # fmt: skip
@given(FEW)
def test_areas(seed):
    made = tiny(seed)
    for vintage in made.vintages:
        assert vintage.codes == sorted(set(vintage.codes)) and ((vintage.label >= 0) == made.cells.land).all()
        assert (
            np.array([code[:4] for code in vintage.codes])[vintage.label[made.cells.land]]
            == made.municipality[made.cells.land]
        ).all()
        own = made.areas[made.areas["vintage"] == vintage.year]
        assert (
            list(own["area_code"]) == vintage.codes
            and own["name"].is_unique
            and own["area_km2"].sum() == pytest.approx(made.cells.area_m2.sum() / 1e6, abs=0.01)
        )
        codes = made.squares[f"area_{vintage.year}"]
        assert (
            codes.isin(vintage.codes).all()
            and made.squares.groupby(codes)["population"].sum().sum() == made.people.sum()
        )
    kept = set(made.vintages[0].codes) & set(made.vintages[1].codes)
    for code in kept:
        assert np.array_equal(*(vintage.label == vintage.codes.index(code) for vintage in made.vintages)), (
            "the same code is the same land"
        )


@promise(
    "everybody of a cell is in a square on its own land and has an age; kilometres hold just the people of their squares",
    people.squares_250,
    people.squares_1000,
    usual=2,
    long=4,
)
@given(FEW)
def test_squares(seed):
    made = tiny(seed)
    small = made.squares
    assert (
        small["rutid"].is_unique
        and small["rutid"].is_monotonic_increasing
        and small["population"].sum() == made.people.sum()
        and (small["population"] > 0).all()
    )
    assert (small[list(people.AGE_GROUPS)].sum(axis=1) == small["population"]).all() and made.cells.land[
        made.square_cell
    ].all()
    assert (small["rutid"] == [f"{int(x - 125):06d}{int(y - 125):07d}" for x, y in zip(small["x"], small["y"])]).all()
    big = people.squares_1000(small)
    sums = ["population", "population_july", *people.AGE_GROUPS]
    assert big["rutid"].is_unique and big[sums].sum().equals(small[sums].sum())
    shuffled = people.squares_1000(small.sample(frac=1, random_state=seed))
    pd.testing.assert_frame_equal(shuffled[["rutid", *sums]], big[["rutid", *sums]])


@promise("roads run between neighbours or over crossings, each line ends at nodes, each link belongs to one road, and nobody is cut off by one-way streets",
         routes.make_routes, road_lines.make_lines, road_lines.make_links, roads.road_table, roadgraph.road_graph, usual=2, long=4)  # fmt: skip
@given(FEW)
def test_roads(seed):
    made = tiny(seed)
    again = routes.make_routes(made.plan, made.cells, made.people, np.random.default_rng(5))
    assert frozen(again) == frozen(routes.make_routes(made.plan, made.cells, made.people, np.random.default_rng(5)))
    assert np.array_equal(made.routes.pairs, made.cells.pairs) and set(made.routes.level.tolist()) <= {
        int(level) for level in routes.Level
    }
    lines, links, table = made.lines, made.links, made.roads
    assert frozen(road_lines.make_lines(made.routes, made.cells)) == frozen(lines) and lines.ends.max() < len(
        lines.nodes
    )
    assert (
        links.start[0] == 0
        and links.start[-1] == len(links.xy)
        and (np.diff(links.start) >= 2).all()
        and len(table) == len(links.start) - 1
    )
    assert (
        (links.from_measure < links.to_measure).all()
        and links.from_measure.min() >= 0
        and links.to_measure.max() <= 1 + 1e-9
    )
    assert table["Shape_Length"].sum() == pytest.approx(
        np.hypot(*np.diff(links.xy, axis=0).T)[np.setdiff1d(np.arange(len(links.xy) - 1), links.start[1:-1] - 1)].sum(),
        rel=1e-6,
    )
    pieces = table.sort_values(["ROUTE_ID", "FROM_MEASURE"])
    follows = pieces["ROUTE_ID"].eq(pieces["ROUTE_ID"].shift())
    assert np.allclose(pieces["FROM_MEASURE"][follows], pieces["TO_MEASURE"].shift()[follows], atol=1e-6), (
        "pieces of a road follow each other"
    )
    graph = roadgraph.road_graph(table, links.xy, links.start)
    towns = np.array([(place.x, place.y) for place in made.plan.settlements])
    at = graph.nearest(towns)
    minutes = np.array([graph.minutes_to(one)[at] for one in at])
    assert np.isfinite(minutes).all() and (np.diagonal(minutes) == 0).all()
    straight = np.hypot(*(towns[:, None] - towns[None]).transpose(2, 0, 1))
    assert (minutes * 110 / 60 * 1000 >= straight - 500).all(), "never faster than the fastest road"


@promise("a bridge is a row like the other roads, as long as its line, open both ways", roads.bridge_rows, usual=3)
@given(st.lists(st.tuples(st.floats(0, 9e4), st.floats(0, 9e4)), min_size=1, max_size=3))
def test_bridges(ends):
    like = tiny().roads
    bridges = [np.array([(0.0, 0.0), end]) for end in ends]
    found = roads.bridge_rows(bridges, like)
    assert (
        list(found.columns) == list(like.columns)
        and found["ROUTE_ID"].is_unique
        and not set(found["ROUTE_ID"]) & set(like["ROUTE_ID"])
    )
    assert (
        np.allclose(found["Shape_Length"], [math.hypot(*end) for end in ends], atol=0.001)
        and not found[["F_ForbjudenFardriktning", "B_ForbjudenFardriktning"]].any().any()
    )


@promise(
    "metres become degrees and metres again within a millimetre, everywhere in the country and in both grids",
    projection.from_degrees,
    projection.to_degrees,
    long=500,
)
@given(
    st.lists(st.tuples(st.floats(270_000, 920_000), st.floats(6_130_000, 7_680_000)), min_size=1, max_size=5),
    st.sampled_from([projection.SWEREF99_TM, projection.RT90]),
)
def test_projection(points, grid):
    xy = np.array(points)
    degrees = projection.to_degrees(xy, projection.SWEREF99_TM)
    assert np.allclose(projection.from_degrees(degrees, projection.SWEREF99_TM), xy, atol=0.001)
    assert ((degrees[:, 1] > 55) & (degrees[:, 1] < 70)).all()
    there = projection.from_degrees(degrees, grid)
    assert np.allclose(projection.to_degrees(there, grid), degrees, atol=1e-8) and np.allclose(
        projection.to_degrees(xy[::-1]), degrees[::-1]
    )


@promise("counties of a nation have names and codes of their own, those beside each other are next in their rows, and the first is always the hand-made one",
         nation.nation_plans, nation.neighbouring, plan.county_plan, usual=3, long=20)  # fmt: skip
@given(st.integers(1, 25), SEEDS)
def test_nation(count, seed):
    plans = nation.nation_plans(count, np.random.default_rng(seed))
    assert (
        len(plans) == count
        and plans[0] == plan.county_plan()
        and frozen(plans) == frozen(nation.nation_plans(count, np.random.default_rng(seed)))
    )
    assert len({place.name for one in plans for place in one.settlements}) == sum(len(one.settlements) for one in plans)
    assert (
        len({one.code for county_ in plans for one in county_.municipalities}) == 16 * count
        and len({code for one in plans for code in (one.region, one.neighbour)}) == 2 * count
    )
    for one in plans:
        names = {place.name for place in one.settlements}
        assert {name for road in one.main_roads for name in road.through} <= names and {
            each.seat for each in one.municipalities
        } <= names
        assert one.people >= sum(place.population for place in one.settlements if place.municipality[:2] == one.region)
    pairs = nation.neighbouring(count)
    assert len(set(pairs)) == len(pairs) and all(
        other - one in (1, 5) and other < count and (other - one == 5 or one // 5 == other // 5) for one, other in pairs
    )
