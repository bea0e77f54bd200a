"""Who meets whom, and who lies in what: on maps of rectangles, where both can be reckoned by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.deso.borders import Outlines, borders
from narvard_plugin.core.deso.inside import edges_of, inside, lone, sides_of, sorted_points
from tests.promises import promise
from tests.promises.strategies.maps import pairs_that_touch, tilings
from tests.promises.strategies.populations import SEEDS, columns, equal, reordered

NUDGE = st.floats(-0.002, 0.002)
PLACES = st.one_of(st.integers(-1, 65), st.floats(-1, 65, width=32))


@promise(
    "areas that touch are found with the metres they share, also where a corner is missing or rounding moved one, in any order",
    borders, usual=8, long=600,
)  # fmt: skip
@given(tilings(), SEEDS, st.booleans())
def test_borders_of_tiles(tiled, seed, nudged):
    outlines, expected = tiled.outlines, pairs_that_touch(tiled)
    chance = np.random.default_rng(seed)
    if nudged:
        moved = [chance.uniform(-0.002, 0.002, part.shape) for part in outlines[:2]]
        outlines = Outlines(outlines.begin + moved[0], outlines.end + moved[1], outlines.area)
    order, turned = reordered(seed, len(outlines.area)), chance.random(len(outlines.area)) < 0.5
    begin, end = (
        np.where(turned[:, None], *pair)[order]
        for pair in ((outlines.begin, outlines.end), (outlines.end, outlines.begin))
    )
    found = borders(Outlines(begin, end, outlines.area[order]))
    assert list(zip(found.first.tolist(), found.second.tolist())) == sorted(expected)
    assert found.metres == pytest.approx([expected[pair] for pair in sorted(expected)], abs=0.05)
    holes = Outlines(*(np.concatenate([part, extra]) for part, extra in zip((begin, end, outlines.area[order]), (
        [[np.nan, 0.0], [3.0, 3.0]], [[1.0, 1.0], [3.0, 3.0]], [0, 0]))))  # fmt: skip
    again = borders(holes)
    assert equal(again.first, found.first) and again.metres == pytest.approx(found.metres)


@promise("no areas have no borders", borders, usual=1, long=1)
@given(st.just(0))
def test_no_outlines(count):
    found = borders(Outlines(np.zeros((count, 2)), np.zeros((count, 2)), np.zeros(count, int)))
    assert [len(column) for column in found] == [0, 0, 0]


@promise(
    "areas that tile the ground share no point and lose none, not even on their borders",
    inside, sorted_points, edges_of, sides_of, usual=8, long=600,
)  # fmt: skip
@given(tilings(), columns(PLACES, PLACES, most=20), SEEDS)
def test_every_point_is_in_one_tile(tiled, xy, seed):
    xy = np.column_stack(xy)
    points = sorted_points(xy)
    assert equal(np.sort(points.row), np.arange(len(xy))) and (np.diff(points.y) >= 0).all()
    assert equal(np.column_stack(points[:2]), xy[points.row])
    held = np.zeros(len(xy), int)
    for own, (west, south, east, north) in enumerate(tiled.box):
        rings = [ring[:: np.random.default_rng(seed + own).choice([1, -1])] for ring in tiled.rings(own)]
        rows = inside(points, edges_of(rings))
        assert len(set(rows.tolist())) == len(rows)
        within = (west < xy[:, 0]) & (xy[:, 0] < east) & (south < xy[:, 1]) & (xy[:, 1] < north)
        outside = (xy[:, 0] < west) | (xy[:, 0] > east) | (xy[:, 1] < south) | (xy[:, 1] > north)
        assert np.isin(np.flatnonzero(within), rows).all() and not outside[rows].any()
        held[rows] += 1
    on_the_ground = (xy[:, 0] >= 0) & (xy[:, 0] < 64) & (xy[:, 1] >= 0) & (xy[:, 1] < 64)
    assert (held[on_the_ground] == 1).all() and (held <= 1).all()


@promise("a point in a hole is outside, one in a second part inside", inside, edges_of)
@given(st.integers(0, 63), st.integers(0, 63), st.integers(1, 20))
def test_holes_and_parts(west, south, size):
    outer, hole = np.array([[-9.0, -9], [99, -9], [99, 99], [-9, 99], [-9, -9]]), None
    hole = np.array([[0, 0], [size, 0], [size, size], [0, size], [0, 0]]) + [west, south] + 0.0
    xy = np.array([[west + size / 2, south + size / 2], [98.5, 98.5], [-20, 0]])
    points = sorted_points(xy)
    assert inside(points, edges_of([outer, hole])).tolist() == [1]
    assert sorted(inside(points, edges_of([outer, hole, hole[::-1]])).tolist()) == [0, 1]
    assert len(inside(points, edges_of([]))) == 0 and len(inside(sorted_points(xy[:0]), edges_of([outer]))) == 0


@promise(
    "a side runs up or to the right, whoever it belongs to; only what no other polygon shares is the coast",
    sides_of,
    lone,
)
@given(tilings(), SEEDS)
def test_sides(tiled, seed):
    rings = [ring[::-1] if seed % 2 else ring for own in range(len(tiled.box)) for ring in tiled.rings(own)]
    sides = sides_of(rings)
    assert ((sides[:, 1] < sides[:, 3]) | ((sides[:, 1] == sides[:, 3]) & (sides[:, 0] <= sides[:, 2]))).all()
    assert equal(sides_of([ring[::-1] for ring in rings])[:, :].sum(0), sides.sum(0))
    alone = lone(sides)
    told = [tuple(side) for side in sides.tolist()]
    assert alone.tolist() == [told.count(side) == 1 for side in told]
    order = reordered(seed, len(sides))
    assert equal(lone(sides[order]), alone[order])
    assert len(edges_of(rings)) == (sides[:, 1] != sides[:, 3]).sum() and not len(lone(sides_of([])))
