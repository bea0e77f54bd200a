"""Straight lines against brute force."""

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from narvard_plugin.core.network.cells import grid_over
from narvard_plugin.core.network.straight import Straight, nearest_straight, pairs_straight
from narvard_plugin.core.network.travel import StraightTravel, TravelRules


def table(straight, xy):
    metres = np.hypot(*np.moveaxis(xy[:, None, :] - straight.xy, 2, 0))
    return metres * straight.detour * 0.06 / straight.speed_kmh


def test_minutes_are_distance_times_detour_at_the_speed():
    straight = Straight(np.array([[0.0, 0.0]]), detour=1.3, speed_kmh=60.0)
    assert_allclose(nearest_straight(straight, np.array([[3000.0, 4000.0]])).minutes, [[6.5]])


@pytest.mark.parametrize("count", [1, 3, 12])
@pytest.mark.parametrize("seed", range(5))
def test_nearest_on_a_lattice_full_of_ties(seed, count):
    """Whole coordinates give many equal distances; the lower number wins, also at the k-th place."""
    rng = np.random.default_rng(seed)
    straight = Straight(rng.integers(0, 5, (9, 2)) * 100.0)  # some on top of each other
    xy = rng.integers(0, 9, (40, 2)) * 50.0
    minutes = table(straight, xy)
    order = np.argsort(np.round(minutes, 9), axis=1, kind="stable")[:, :count]
    found = nearest_straight(straight, xy, count)
    assert_array_equal(found.facility[:, :9], order)
    assert_allclose(found.minutes[:, :9], np.take_along_axis(minutes, order, 1), rtol=1e-12)
    assert (found.facility[:, 9:] == -1).all() and np.isinf(found.minutes[:, 9:]).all()
    assert found.minutes.shape == (40, count)


def test_no_facility_or_nobody_is_no_error():
    nobody = nearest_straight(Straight(np.zeros((2, 2))), np.empty((0, 2)), 2)
    nothing = nearest_straight(Straight(np.empty((0, 2))), np.zeros((3, 2)), 2)
    assert nobody.minutes.shape == (0, 2)
    assert np.isinf(nothing.minutes).all() and (nothing.facility == -1).all()
    assert len(pairs_straight(Straight(np.empty((0, 2))), np.zeros((3, 2))).origin) == 0


def test_pairs_are_all_within_the_limit_which_is_inclusive():
    rng = np.random.default_rng(1)
    straight = Straight(rng.integers(0, 50, (7, 2)) * 100.0)
    xy = rng.integers(0, 50, (30, 2)) * 100.0
    minutes = table(straight, xy)
    limit = np.sort(pairs_straight(straight, xy).minutes)[60]  # the very time of a pair
    pairs = pairs_straight(straight, xy, limit)
    assert pairs.minutes.max() == limit
    got = np.full(minutes.shape, np.inf)
    got[pairs.origin, pairs.facility] = pairs.minutes
    assert_allclose(got, np.where(minutes <= limit * (1 + 1e-12), minutes, np.inf), rtol=1e-12)
    assert len(pairs.origin) == len(set(zip(pairs.origin, pairs.facility)))
    assert (np.diff(pairs.facility) >= 0).all()


def test_cells_are_the_time_of_their_centre_within_the_limit():
    rng = np.random.default_rng(2)
    straight = Straight(rng.uniform(0, 9000, (4, 2)))
    travel = StraightTravel(straight, TravelRules(max_minutes=3.0))
    grid = grid_over(0, 0, 9000, 9000, 300)
    minutes = table(straight, grid.centres())
    least = np.where(minutes.min(1) <= 3, minutes.min(1), np.inf).reshape(grid.rows, grid.columns)
    cells = travel.cells(grid)
    assert_allclose(cells.minutes, least)
    assert_array_equal(cells.facility >= 0, np.isfinite(least))
    for facility, own, times in travel.facility_cells(300.0):
        alone = table(straight, own.centres())[:, facility]
        assert_allclose(times.minutes.ravel(), np.where(alone <= 3, alone, np.inf))
        # the grid leaves nothing out: its rim lies beyond the limit
        assert own.left <= straight.xy[facility, 0] - 3 * straight.metres_per_minute
        assert own.top >= straight.xy[facility, 1] + 3 * straight.metres_per_minute


def test_status_tells_limit_from_ok_and_names_nobody_beyond_it():
    travel = StraightTravel(Straight(np.zeros((1, 2))), TravelRules(max_minutes=1.0))
    reached = travel.nearest(np.array([[0.0, 0.0], [1000 / 1.3, 0.0], [5000.0, 0.0]]))
    assert reached.status.tolist() == ["ok", "ok", "beyond_limit"]
    assert reached.facility[:, 0].tolist() == [0, 0, -1]
    assert_allclose(reached.minutes[:, 0], [0, 1, np.inf])
