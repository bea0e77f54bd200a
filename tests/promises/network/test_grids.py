"""Cells against every road place tried for every cell."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from narvard_plugin.core.network.cells import (
    MOST_CELLS,
    Grid,
    TooManyCells,
    cell_times,
    grid_over,
    ring_of,
    sample_links,
)
from narvard_plugin.core.network.snap import along
from tests.promises import promise
from tests.promises.strategies.networks import networks, points
from tests.promises.unchanged import unchanged

METRES = st.floats(-1e6, 7e6)


@promise(
    "a grid covers its rectangle with no row or column to spare, and all grids of one size align", grid_over, usual=8
)
@given(METRES, METRES, st.floats(0, 500), st.floats(0, 500), st.sampled_from((1.0, 12.5, 100.0, 250.0)))
def test_grid_over(x, y, width, height, size):
    grid = grid_over(x, y, x + width, y + height, size)
    right, bottom, hair = grid.left + grid.columns * size, grid.top - grid.rows * size, 1e-6 * size
    assert grid.left <= x + hair and right >= x + width - hair and grid.top >= y + height - hair and bottom <= y + hair
    assert grid.left > x - size - hair and grid.top < y + height + size + hair
    assert (grid.columns == 1 or right < x + width + size + hair) and (grid.rows == 1 or bottom > y - size - hair)
    assert grid.left / size == round(grid.left / size) and grid.top / size == round(grid.top / size)
    row, column = grid.row_column(grid.centres())
    assert_array_equal(row * grid.columns + column, np.arange(grid.rows * grid.columns))


@promise("a grid that would not fit in memory is refused", grid_over, usual=3)
@given(METRES, st.floats(1.01, 1e6))
def test_too_many_cells(x, times):
    side = float(np.sqrt(MOST_CELLS * times)) * 10
    with pytest.raises(TooManyCells, match="the limit is"):
        grid_over(x, x, x + side, x + side, 10.0)


#: As far from one cell's centre as from another's.
CORNERS = st.lists(st.tuples(st.sampled_from((0.0, 100.0, 200.0)), st.sampled_from((400.0, 500.0, 600.0))), max_size=8)


@promise("each cell has the least of minutes on the road plus the leg to its centre, ties to the lower facility",
         cell_times, usual=15)  # fmt: skip
@given(
    points(0, 8) | CORNERS.map(lambda drawn: np.array(drawn).reshape(-1, 2)),
    st.data(),
    st.integers(1, 6),
    st.integers(1, 6),
    st.sampled_from((0.0, 70.0, 260.0, 2000.0)),
)
def test_cell_times(xy, data, rows, columns, most):
    grid = Grid(0.0, 600.0, 100.0, rows, columns)
    minutes = np.array([data.draw(st.sampled_from((0.0, 0.0, 1.0, 2.5))) for _ in xy])
    facility = np.array([data.draw(st.integers(0, 3)) for _ in xy], int)
    found = unchanged(cell_times)(grid, xy, minutes, facility, most, 80.0)
    for number, centre in enumerate(grid.centres()):
        metres = np.hypot(*(xy - centre).T)
        total = np.where(metres <= most, minutes + metres / 80.0, np.inf)
        least = total.min(initial=np.inf)
        assert found.minutes.flat[number] == pytest.approx(least, abs=1e-9)
        if np.isfinite(least):
            assert found.facility.flat[number] in facility[total <= least + 1e-9]
            exact = facility[total == least].min()
            assert found.facility.flat[number] == exact
        else:
            assert found.facility.flat[number] == -1


@promise("places on links lie no farther apart than asked for, vertices among them, and on the links asked for alone",
         sample_links, usual=5)  # fmt: skip
@given(networks(), st.data(), st.sampled_from((15.0, 100.0, 1e6)))
def test_samples(network, data, spacing):
    links = np.array(data.draw(st.lists(st.booleans(), min_size=network.link_count, max_size=network.link_count)))
    found = unchanged(sample_links)(network, links, spacing)
    assert_allclose(np.column_stack([along(found.places, axis) for axis in network.xy.T]), found.xy, atol=1e-6)
    metres = along(found.places, network.metres)
    for link in range(network.link_count):
        own = np.arange(found.first[link], found.first[link + 1])
        assert (found.places.link[own] == link).all()
        assert len(own) == 0 if not links[link] else len(own) >= 2
        if links[link]:
            assert (np.diff(metres[own]) > 0).all() and np.diff(metres[own]).max() <= spacing + 1e-6
            vertices = network.metres[network.first[link] : network.first[link + 1]]
            assert np.abs(metres[own][:, None] - vertices).min(0).max() < 1e-6
    some = np.flatnonzero(links)
    assert_array_equal(found.on_links(some), np.arange(len(metres)))


@promise(
    "a ring holds what is beyond the break before it and within its own, and nobody knows no minutes", ring_of, usual=8
)
@given(st.lists(st.floats(0.1, 100), min_size=0, max_size=5, unique=True).map(sorted),
       st.lists(st.one_of(st.floats(0, 120), st.sampled_from((np.inf, np.nan, 0.0, 30.0, 30.000000001)))))  # fmt: skip
def test_rings(breaks, minutes):
    limits = np.array(breaks, float)
    ring = unchanged(ring_of)(np.array([*minutes, *breaks]), limits)
    assert ring[len(minutes) :].tolist() == list(range(len(breaks)))  # a break is within its own ring
    for time, number in zip(minutes, ring):
        if number < 0:
            assert not (breaks and time <= limits[-1])
        else:
            assert time <= limits[number] * (1 + 1e-8) and (number == 0 or time > limits[number - 1])
