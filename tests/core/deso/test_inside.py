"""Points in polygons: holes and parts, borders that belong to one side only, and the winding number for any polygon."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as some

from narvard_plugin.core.deso import inside as module
from narvard_plugin.core.deso.inside import edges_of, inside, lone, sides_of, sorted_points

SQUARE = np.array([[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]], float)


def within(xy, *rings):
    return sorted(inside(sorted_points(np.array(xy, float).reshape(-1, 2)), edges_of(rings)))


def turns(xy, ring):
    """How many times (n) the ring goes round each point."""
    seen = ring[None] - xy[:, None]
    angle = np.arctan2(seen[..., 1], seen[..., 0])
    step = np.diff(angle, axis=1)
    return ((step + np.pi) % (2 * np.pi) - np.pi).sum(1) / (2 * np.pi)


def test_holes_and_parts():
    hole, island = SQUARE * 0.4 + 3, SQUARE + np.array([20, 0])
    assert within([[1, 1], [5, 5], [25, 5], [15, 5], [-1, 5], [5, 11]], SQUARE, hole, island) == [0, 2]


def test_a_point_on_a_common_border_lies_in_one_polygon():
    lattice = np.stack(np.meshgrid(np.arange(0, 31, 5.0), np.arange(0, 31, 5.0)), -1).reshape(-1, 2)
    tiles = [SQUARE + np.array([10 * i, 10 * j]) for i in range(3) for j in range(3)]
    found = sorted(row for tile in tiles for row in within(lattice, tile))
    assert found == np.flatnonzero((lattice < 30).all(1)).tolist()


def test_lone_sides_are_the_coast_of_the_map():
    """Two squares side by side: six of their eight sides are lone, also level ones, whichever way the rings run."""
    sides = sides_of([SQUARE, (SQUARE + np.array([10, 0]))[::-1]])
    assert [tuple(side) for side in sides[~lone(sides)]] == [(10, 0, 10, 10)] * 2
    above = sides_of([SQUARE, (SQUARE + np.array([0, 10]))[::-1]])
    assert [tuple(side) for side in above[~lone(above)]] == [(0, 10, 10, 10)] * 2
    assert len(lone(np.empty((0, 4)))) == 0


def test_nothing_to_find():
    assert within([], SQUARE) == [] == within([[1, 1]]) == within([[50, 5]], SQUARE)
    level = np.array([[0, 0], [5, 0], [9, 0], [0, 0]], float)
    assert within([[3, 0]], level) == []


@settings(derandomize=True, deadline=None, max_examples=60)
@given(some.integers(0, 10**6), some.integers(3, 40), some.booleans())
def test_the_same_as_the_winding_number(seed, corners, whole):
    """Star-shaped polygons; also with the work cut into many blocks."""
    rng = np.random.default_rng(seed)
    angle = np.sort(rng.uniform(0, 2 * np.pi, corners))
    ring = np.stack([np.cos(angle), np.sin(angle)], 1) * rng.uniform(5, 50, corners)[:, None]
    ring = np.concatenate([ring, ring[:1]])
    xy = rng.uniform(-50, 50, (300, 2))
    held, module._AT_ONCE = module._AT_ONCE, module._AT_ONCE if whole else 50
    found = within(xy, ring)
    module._AT_ONCE = held
    assert found == np.flatnonzero(np.abs(turns(xy, ring)) > 0.5).tolist()
