"""Cells against brute force over every sample, grids that align, and the edges of rings."""

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from narvard_plugin.core.network.cells import Grid, cell_times, grid_over, ring_of, sample_links
from narvard_plugin.core.network.compile import compile_network
from narvard_plugin.core.network.modes import both
from narvard_plugin.core.network.travel import RoadTravel, TravelRules
from tests.shared import campaign

from .oracle import random_lines, uniform_lines


def brute_force(grid, xy, minutes, facility, max_offroad_m, metres_per_minute):
    """Every cell against every place, without any pruning."""
    metres = np.hypot(*np.moveaxis(grid.centres()[:, None, :] - xy, 2, 0))
    total = np.where(metres <= max_offroad_m, minutes + metres / metres_per_minute, np.inf)
    best = total.min(1, initial=np.inf)
    tied = np.where((total == best[:, None]) & np.isfinite(total), facility, len(xy) + 99)
    facility = np.where(np.isfinite(best), tied.min(1, initial=len(xy) + 99), -1)
    return best.reshape(grid.rows, grid.columns), facility.reshape(grid.rows, grid.columns)


@pytest.mark.parametrize("offroad_m", [0.0, 40.0, 130.0, 700.0])
@pytest.mark.parametrize("seed", range(5))
def test_cells_equal_brute_force(seed, offroad_m):
    rng = np.random.default_rng(seed)
    grid = grid_over(-430.0, 210.0, 800.0, 1490.0, rng.choice([70.0, 100.0, 250.0]))
    xy = rng.uniform(-600, 1600, (80, 2))  # some lie outside the grid
    xy[:3] = grid.centres()[:3]  # a limit of 0 m reaches these
    minutes, facility = rng.uniform(0, 12, 80), rng.integers(0, 6, 80)
    expected_minutes, expected_facility = brute_force(grid, xy, minutes, facility, offroad_m, 80.0)
    times = cell_times(grid, xy, minutes, facility, offroad_m, 80.0)
    assert np.isfinite(expected_minutes).any()
    assert_allclose(times.minutes, expected_minutes, rtol=1e-12)
    assert_array_equal(times.facility, expected_facility)


@pytest.mark.parametrize("seed", range(campaign(8, 200)))
def test_ties_go_to_the_lower_facility(seed):
    """Whole numbers throughout, so that equal times are equal to the last bit."""
    rng = np.random.default_rng(seed)
    grid = Grid(0.0, 64.0, 8.0, 8, 8)
    xy = rng.integers(0, 17, (60, 2)) * 4.0
    minutes, facility = rng.integers(0, 3, 60).astype(float), rng.integers(0, 9, 60)
    expected_minutes, expected_facility = brute_force(grid, xy, minutes, facility, 32.0, 4.0)
    times = cell_times(grid, xy, minutes, facility, 32.0, 4.0)
    assert_array_equal(times.minutes, expected_minutes)
    assert_array_equal(times.facility, expected_facility)


def test_the_limit_off_the_road_is_inclusive():
    grid = Grid(0.0, 300.0, 100.0, 1, 3)
    times = cell_times(grid, np.array([[50.0, 250.0]]), np.zeros(1), np.zeros(1, int), 100.0, 10.0)
    assert_array_equal(times.minutes, [[0.0, 10.0, np.inf]])
    assert_array_equal(times.facility, [[0, 0, -1]])


def test_no_place_reaches_no_cell():
    times = cell_times(Grid(0.0, 10.0, 10.0, 2, 3), np.empty((0, 2)), np.empty(0), np.empty(0, int), 500.0, 80.0)
    assert np.isinf(times.minutes).all() and (times.facility == -1).all() and times.minutes.shape == (2, 3)


@pytest.mark.parametrize("seed", range(20))
def test_grids_cover_their_rectangle_and_align(seed):
    rng = np.random.default_rng(seed)
    low = rng.uniform(-7e6, 7e6, 2)
    high = low + rng.uniform(0, 5000, 2)
    size = float(rng.choice([1, 30, 100, 250, 333]))
    grid = grid_over(*low, *high, size)
    assert (grid.left / size) % 1 == 0 and (grid.top / size) % 1 == 0
    right, bottom = grid.left + grid.columns * size, grid.top - grid.rows * size
    assert grid.left <= low[0] and bottom <= low[1] and right >= high[0] and grid.top >= high[1]
    assert low[0] - grid.left < size and grid.top - high[1] < size
    assert right - high[0] < size and low[1] - bottom < size


def test_a_rectangle_on_whole_multiples_gets_no_extra_cells_and_a_point_gets_one():
    assert grid_over(500, -250, 1000, 250, 250) == Grid(500, 250, 250, 2, 2)
    assert grid_over(500, 250, 500, 250, 250) == Grid(500, 250, 250, 1, 1)
    grid = grid_over(0, 0, 300, 200, 100)
    row, column = grid.row_column(grid.centres())
    assert_array_equal(row * grid.columns + column, np.arange(6))


def test_rings_include_their_upper_edge_and_the_first_includes_zero():
    breaks = np.array([10.0, 20.0, 30.0])
    minutes = np.array([0, 5, 10, 10.0001, 20, 20.5, 30, 30.0001, np.inf])
    assert ring_of(minutes, breaks).tolist() == [0, 0, 0, 1, 1, 2, 2, -1, -1]
    rounded = np.array([np.nextafter(10, 11), np.nextafter(30, 31)])  # sums of minutes are rounded
    assert ring_of(rounded, breaks).tolist() == [0, 2]


def test_samples_lie_on_their_links_at_most_the_spacing_apart():
    network = compile_network(random_lines(np.random.default_rng(4)), crs="").network
    links = network.stoppable("car")
    samples = sample_links(network, links, 37.0)
    assert_array_equal(np.diff(samples.first) > 0, links)
    for link in np.flatnonzero(links):
        own = slice(samples.first[link], samples.first[link + 1])
        assert (samples.places.link[own] == link).all()
        begin, end = network.first[link], network.first[link + 1]
        placed = samples.places.vertex[own] + samples.places.share[own]
        along = np.interp(placed, np.arange(begin, end), network.metres[begin:end])
        assert along[0] == 0 and along[-1] == network.metres[end - 1]
        assert (np.diff(along) > 0).all() and np.diff(along).max() <= 37.0 * (1 + 1e-9)
        assert np.isin(network.metres[begin:end], along).all()  # its vertices are among them
        for axis in (0, 1):
            on_line = np.interp(placed, np.arange(begin, end), network.xy[begin:end, axis])
            assert_allclose(samples.xy[own, axis], on_line, atol=1e-6)


@pytest.mark.parametrize("direction", ["to_facility", "from_facility"])
def test_road_cells_equal_the_travellers_who_stand_in_their_centres(direction):
    """A person exactly on a road sample under a cell's centre needs the cell's time; others never need less."""
    lines = random_lines(np.random.default_rng(8), bends=2)
    network = compile_network(lines, crs="").network
    grid = grid_over(0, 0, 5000, 5000, 100)
    facilities = np.random.default_rng(5).uniform(500, 4500, (5, 2))
    travel = RoadTravel(network, TravelRules(direction=direction, max_offroad_m=400.0), facilities)
    cells = travel.cells(grid)
    people = travel.nearest(grid.centres())
    theirs, cell = people.minutes[:, 0], cells.minutes.ravel()
    walk = 0.06 / 5
    reached = np.isfinite(theirs)
    assert reached.mean() > 0.3
    # The cell may take a faster road than the nearest one; it may miss the nearest place by half a sample's spacing.
    assert (cell[reached] <= theirs[reached] + 25 * (walk + 0.06 / 20) + 1e-9).all()
    assert np.median(np.abs(cell[reached] - theirs[reached])) < 25 * walk


@pytest.mark.parametrize("mode", ["car", "walk"])
def test_one_facility_at_a_time_gives_the_cells_of_all(mode):
    """The least of every facility's own cells is the cells of all, and each facility's are its alone."""
    network = compile_network(random_lines(np.random.default_rng(12)), crs="").network
    facilities = np.random.default_rng(6).uniform(500, 4500, (5, 2))
    rules = TravelRules(mode=mode, max_minutes=25.0, max_offroad_m=300.0)
    travel = RoadTravel(network, rules, facilities)
    whole = grid_over(-1000, -1000, 6000, 6000, 200)
    least = np.full((whole.rows, whole.columns), np.inf)
    for facility, grid, times in travel.facility_cells(200.0):
        alone = RoadTravel(network, rules, facilities[[facility]]).cells(grid)
        if facility in travel.facilities_outside_main_part:
            continue
        assert_allclose(times.minutes, alone.minutes, rtol=1e-9)
        row, column = whole.row_column(grid.centres())
        inside = (row >= 0) & (row < whole.rows) & (column >= 0) & (column < whole.columns)
        assert np.isinf(times.minutes.ravel()[~inside]).all()
        np.minimum.at(least, (row[inside], column[inside]), times.minutes.ravel()[inside])
    assert np.isfinite(least).any()
    assert_allclose(travel.cells(whole).minutes, least, rtol=1e-9)


def test_nobody_gets_off_on_a_ferry():
    """Cells beside the middle of a crossing are not reached, those beside its landings are."""
    lines = uniform_lines(
        [(0, 0), (1000, 0), (1000, 0), (5000, 0), (5000, 0), (6000, 0)], [0, 2, 4, 6], access=both("car")
    )
    lines.flags[1] = 1
    network = compile_network(lines, crs="").network
    travel = RoadTravel(network, TravelRules(max_offroad_m=300.0), np.array([[0.0, 0.0]]))
    times = travel.cells(grid_over(0, -100, 6000, 100, 200))
    reached = np.isfinite(times.minutes).any(0)
    x, y = (np.arange(len(reached)) + 0.5) * 200, 100
    assert_array_equal(reached, np.hypot(np.maximum(np.minimum(x - 1000, 5000 - x), 0), y) <= 300)
