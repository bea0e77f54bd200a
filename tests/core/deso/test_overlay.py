"""Counts of areas in zones: tobler's figures, the anchor worked by hand, and what has to hold for any overlay."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from narvard_plugin.core.deso.overlay import (
    Cells,
    Shares,
    areas_per_zone,
    by_cells,
    by_ground,
    joined,
    share_in_any_zone,
    share_in_no_area,
    sums,
)
from tests.shared import shared_file


def world(seed, areas=6, zones=4, cells=80):
    """Cells in any area or none, in any number of zones; some weigh nothing, and the last area has no weight at all."""
    rng = np.random.default_rng(seed)
    area = rng.integers(-1, areas, cells)
    weight = rng.integers(0, 4, cells) * (area != areas - 1) * 1.0
    zone, zone_cell = np.nonzero(rng.random((zones, cells)) < 0.4)
    inside = np.flatnonzero(area >= 0)
    return Cells(area[inside], inside, zone, zone_cell, weight), rng.integers(0, 500, areas) * 1.0


def by_hand(cells, counts, zones):
    total = np.zeros(zones)
    for zone, cell in zip(cells.zone, cells.zone_cell):
        for area in cells.area[cells.area_cell == cell]:
            whole = cells.weight[cells.area_cell[cells.area == area]].sum()
            total[zone] += counts[area] * cells.weight[cell] / whole if whole else 0
    return total


def test_the_anchor():
    """Cells of the two weighted sources share by weight, those of the third by their ground."""
    case = json.loads(shared_file("vectors/dasymetric_anchor.json").read_text())
    given_, expected = case["inputs"], case["outputs"]
    area, count = np.array(given_["cell_source"]), np.array(given_["source_pop"], float)
    cell = np.arange(len(area))
    size = np.array(given_["cell_area"], float)
    names, target = np.unique(given_["cell_target"], return_inverse=True)
    everywhere = np.bincount(area, size)
    for zone, answer in ((cell, expected["cell_pop"]), (target, [expected["target"][name] for name in names])):
        shares, weighted = by_cells(
            Cells(area, cell, zone, cell, np.array(given_["cell_weight"], float)), 3, max(zone) + 1
        )
        assert weighted.tolist() == [True, True, False]
        ground = by_ground(area, zone, size, everywhere).where(~weighted[area])
        assert sums(joined(shares, ground), count, np.ones(max(zone) + 1, bool)).tolist() == answer


@settings(derandomize=True, deadline=None, max_examples=80)
@given(some.integers(0, 10**6))
def test_cells_as_worked_by_hand_and_never_more_than_there_is(seed):
    cells, counts = world(seed)
    shares, weighted = by_cells(cells, 6, 4)
    found = sums(shares, counts, np.ones(4, bool))
    np.testing.assert_allclose(found, by_hand(cells, counts, 4), atol=1e-9)
    covered = np.nan_to_num(share_in_any_zone(cells, 6))
    assert not weighted[5] and (shares.share <= 1 + 1e-12).all() and (covered <= 1 + 1e-12).all()
    np.testing.assert_array_less(found, (counts * covered).sum() + 1e-9)  # each zone; they may overlap


@settings(derandomize=True, deadline=None, max_examples=60)
@given(some.integers(0, 10**6))
def test_a_partition_keeps_every_area_s_sum(seed):
    cells, counts = world(seed)
    zone = np.random.default_rng(seed).integers(0, 4, len(cells.weight))
    cells = cells._replace(zone=zone, zone_cell=np.arange(len(zone)))
    shares, weighted = by_cells(cells, 6, 4)
    np.testing.assert_allclose(np.bincount(shares.area, shares.share, 6), weighted, atol=1e-12)
    np.testing.assert_allclose(sums(shares, counts, np.ones(4, bool)).sum(), counts[weighted].sum(), rtol=1e-12)
    # Zone 0 is the sum of the two that it is cut into.
    halves = np.where((zone == 0) & (np.arange(len(zone)) % 2 == 0), 4, zone)
    cut = sums(by_cells(cells._replace(zone=halves), 6, 5)[0], counts, np.ones(5, bool))
    assert cut[0] + cut[4] == pytest.approx(sums(shares, counts, np.ones(4, bool))[0])


@settings(derandomize=True, deadline=None, max_examples=40)
@given(some.integers(0, 10**6))
def test_the_order_of_cells_means_nothing(seed):
    cells, counts = world(seed)
    order = np.random.default_rng(seed + 1).permutation(len(cells.weight))
    moved = Cells(
        cells.area, order[cells.area_cell], cells.zone, order[cells.zone_cell], cells.weight[np.argsort(order)]
    )
    both = [sums(by_cells(each, 6, 4)[0], counts, np.ones(4, bool)) for each in (cells, moved)]
    np.testing.assert_allclose(*both, rtol=1e-12)


def test_weight_outside_the_areas():
    cells = Cells(np.array([0]), np.array([0]), np.array([0, 0, 1]), np.array([0, 1, 2]), np.array([3.0, 1.0, 0.0]))
    np.testing.assert_array_equal(share_in_no_area(cells, 3), [0.25, np.nan, np.nan])


def test_what_is_unknown_is_never_nought():
    shares = Shares(np.array([0, 1, 1, 2]), np.array([0, 0, 1, 2]), np.array([0.5, 1.0, 0.25, 1.0]))
    counts, touched = np.array([10.0, np.nan, 0.0]), np.array([True, True, True, True, False])
    found = sums(shares, counts, touched)
    np.testing.assert_array_equal(found, [5, np.nan, 0, 0, np.nan])  # zone 3 is overlapped, and nobody lives there
    assert areas_per_zone(shares, np.isnan(counts), 5).tolist() == [1, 1, 0, 0, 0]


def test_ground_never_gives_more_than_all():
    shares = by_ground(np.array([0, 1]), np.array([0, 0]), np.array([100 + 1e-9, 25.0]), np.array([100.0, 100.0]))
    assert shares.share.tolist() == [1.0, 0.25]
    assert len(by_ground(*np.zeros((2, 0), int), np.zeros(0), np.ones(2)).share) == 0
