"""Spatial weights: the nearest with their ties, mutual pairs, and sums of one."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.deso.weights import (
    in_same_place,
    nearest,
    neighbour_counts,
    of_pairs,
    row_standardised,
    with_itself,
)


def neighbours(weights):
    return [sorted(weights[row].indices.tolist()) for row in range(weights.shape[0])]


def test_of_those_equally_near_the_first_is_taken():
    cross = np.array([[0, 0], [100, 0], [-100, 0], [0, 100], [0, -100.0002]], float)  # the last to the millimetre
    assert neighbours(nearest(cross, 2))[0] == [1, 2]
    assert neighbours(nearest(cross[[0, 4, 3, 2, 1]], 2))[0] == [1, 2]


def test_areas_in_the_same_place_are_neighbours_and_nobody_is_its_own():
    same = np.zeros((30, 2))
    weights = nearest(same, 3)
    assert (weights.diagonal() == 0).all() and (neighbour_counts(weights) == 3).all()
    assert neighbours(weights)[29] == [0, 1, 2]


def test_fewer_areas_than_asked_for():
    assert neighbours(nearest(np.array([[0, 0], [1, 0], [5, 0]], float), 8)) == [[1, 2], [0, 2], [0, 1]]
    assert neighbour_counts(nearest(np.zeros((1, 2)), 8)).tolist() == [0]


@settings(derandomize=True, deadline=None, max_examples=50)
@given(st.integers(0, 2**32 - 1), st.integers(2, 60), st.integers(1, 12), st.booleans())
def test_the_nearest_are_those_of_a_plain_search(seed, size, count, lattice):
    rng = np.random.default_rng(seed)
    xy = rng.integers(0, 6, (size, 2)) * 250.0 if lattice else rng.uniform(0, 1e5, (size, 2))
    away = np.hypot(*(xy[:, None] - xy[None]).transpose(2, 0, 1))
    np.fill_diagonal(away, np.inf)
    plain = np.argsort(away, axis=1, kind="stable")[:, : min(count, size - 1)]
    assert neighbours(nearest(xy, count)) == np.sort(plain, axis=1).tolist()


def test_rows_sum_to_one_but_for_an_island():
    weights = of_pairs(4, np.array([0, 1]), np.array([1, 2]))
    assert neighbours(weights) == [[1], [0, 2], [1], []]
    assert row_standardised(weights).toarray().tolist() == [[0, 1, 0, 0], [0.5, 0, 0.5, 0], [0, 1, 0, 0], [0] * 4]
    assert with_itself(weights).diagonal().tolist() == [1] * 4


def test_places_that_several_share():
    xy = np.array([[0, 0], [250, 0], [0.0004, 0], [250, 0.01], [0, 250], [0, 250]])
    assert in_same_place(xy).tolist() == [True, False, True, False, True, True]
    assert in_same_place(np.zeros((0, 2))).tolist() == []
