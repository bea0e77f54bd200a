"""Own index and derived area types: SCB's formula, cuts, ties, what turns a variable, and what changes nothing."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from narvard_plugin.core.deso.socioeconomic import (
    RANK,
    ZSCORE,
    Spread,
    area_types,
    deviations,
    mixed,
    ranks,
    spread,
)
from tests.shared import shared_file

TABLES = arrays(float, (3, 12), elements=st.integers(-50, 50).map(lambda n: n / 4))
PEOPLE = arrays(float, 12, elements=st.integers(1, 3000).map(float))


def test_the_vector():
    vector = json.loads(shared_file("vectors/sei_index_small.json").read_text("utf8"))
    variables = [np.array(values, float) for values in vector["inputs"].values()]
    expected = np.array(vector["outputs"]["index"], float)
    np.testing.assert_allclose(mixed(variables, [1, 1, 1]), expected, rtol=1e-12)
    assert np.isnan(mixed(variables, [1, 1, 1])[5])


def test_a_negative_weight_turns_a_variable():
    income, support = np.array([100.0, 200, 300]), np.array([3.0, 2, 1])
    index = mixed([income, support], [-1, 1], ZSCORE)
    np.testing.assert_allclose(index, [np.sqrt(1.5), 0, -np.sqrt(1.5)], atol=1e-15)
    assert mixed([income], [-2]).tolist() == [-100, -200, -300]


def test_people_weigh_in_mean_and_spread():
    own = spread(np.array([1.0, 4, np.nan, 7]), np.array([2.0, 1, 5, np.nan]))
    assert own == (2, pytest.approx(np.sqrt(2)))
    assert all(np.isnan(spread(np.array([1.0]), np.array([0.0]))))


def test_ties_share_a_rank_and_people_weigh():
    one = np.ones(4)
    assert ranks(np.array([5.0, 1, 5, 9]), one).tolist() == [0.5, 0.125, 0.5, 0.875]
    assert ranks(np.array([5.0, 1]), np.array([1.0, 3])).tolist() == [0.875, 0.375]
    assert mixed([np.array([5.0, 1, np.nan, 9])], [1], RANK)[[0, 1, 3]].tolist() == [0.5, 1 / 6, 5 / 6]


def test_cuts_belong_to_the_worse_type():
    index = np.array([7.0, 8, 9.9, 10, 12, 14, np.nan])
    deviation = deviations(index, Spread(10.0, 2.0))
    assert area_types(deviation).tolist() == [5, 4, 4, 3, 2, 1, 0]
    assert area_types(deviation, (-2, -1.5, 0, 1)).tolist() == [3, 3, 3, 2, 1, 1, 0]


def test_numbers_too_large_to_spread_have_no_type():
    huge = spread(np.array([1e300, -1e300, 0.0]), np.ones(3))
    assert np.isnan(huge.deviation) and not area_types(deviations(np.array([1.0]), huge)).any()


def test_the_same_everywhere_has_no_type():
    index = np.array([0.1 + 0.2 + 0.3, 0.3 + 0.2 + 0.1, 0.6])  # not the same in the last digit
    assert spread(index, np.ones(3)).deviation == 0
    assert area_types(deviations(index, spread(index, np.ones(3)))).tolist() == [0, 0, 0]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(TABLES, PEOPLE, st.sampled_from(["none", ZSCORE, RANK]), st.permutations(range(12)))
def test_the_order_of_the_rows_changes_nothing(table, people, how, order):
    order = list(order)

    def classes(rows):
        index = mixed(table[:, rows], [1, -2, 0.5], how, people[rows])
        return index, area_types(deviations(index, spread(index, people[rows])))

    (index, types), (again, others) = classes(list(range(12))), classes(order)
    np.testing.assert_array_equal(index[order], again)
    np.testing.assert_array_equal(types[order], others)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(TABLES, PEOPLE, st.floats(0.01, 100), st.floats(-1000, 1000))
def test_a_z_score_index_hangs_on_no_unit(table, people, factor, shift):
    moved = table.copy()
    moved[1] = factor * table[1] + shift
    own, other = (mixed(list(values), [1, 1, 1], ZSCORE, people) for values in (table, moved))
    if (table.std(axis=1) > 0).all():
        np.testing.assert_allclose(own, other, atol=1e-7)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(arrays(float, 20, elements=st.floats(-1e3, 1e3)), arrays(float, 20, elements=st.integers(1, 99).map(float)))
def test_a_worse_index_is_never_in_a_better_type(index, people):
    types = area_types(deviations(index, spread(index, people)))
    assert (np.diff(types[np.argsort(index, kind="stable")]) <= 0).all()
    assert set(types) <= set(range(6)) and ((types == 0).all() or (types > 0).all())
