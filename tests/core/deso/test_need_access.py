"""Need × access: thirds of the people, the rank by both, and what lacks a value."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.deso.need_access import (
    NO_PEOPLE,
    NO_VALUE,
    OK,
    UNREACHED,
    cross_table,
    need_and_access,
    shares_of_classes,
)

NAN = np.nan


def computed(need, hardship, people, ids=None, **more):
    ids = np.array([f"a{row}" for row in range(len(need))] if ids is None else ids, object)
    return need_and_access(*(np.array(values, float) for values in (need, hardship, people)), ids, **more)


def test_six_areas_by_hand():
    found = computed([1, 2, 3, 4, 5, 6], [60, 10, 50, 20, 40, 30], [100] * 6)
    assert found.need_class.tolist() == [1, 1, 2, 2, 3, 3]
    assert found.access_class.tolist() == [3, 1, 3, 1, 2, 2]
    # Ranks of need 1–6 times ranks of minutes 6 1 5 2 4 3, of 36.
    np.testing.assert_allclose(found.weight * 36, [6, 2, 15, 8, 20, 18])
    assert found.rank.tolist() == [5, 6, 3, 4, 1, 2]


def test_thirds_are_of_the_people_and_ranks_of_the_areas():
    found = computed([1, 2, 3], [1, 2, 3], [10, 10, 980])
    assert found.need_class.tolist() == [1, 1, 2]  # the third holds the middle of everybody
    assert found.rank.tolist() == [3, 2, 1]


def test_equal_weights_stand_in_the_order_of_their_ids():
    found = computed([1, 2, 1, 2], [2, 1, 2, 1], [1] * 4, ["b", "a", "10", "9"])
    assert found.rank.tolist() == [4, 3, 1, 2]


def test_what_lacks_a_value_moves_nobody_else():
    whole = computed([3, 1, 2], [5, 6, 7], [10, 20, 30])
    found = computed([3, 1, 2, NAN, 9, 9, 9], [5, 6, 7, 9, NAN, 9, 9], [10, 20, 30, 5, 5, 0, NAN])
    assert found.status.tolist() == [OK, OK, OK, NO_VALUE, NO_VALUE, NO_PEOPLE, NO_VALUE]
    for one, other in zip(found[1:], whole[1:]):
        np.testing.assert_array_equal(one[:3], other)
    assert not found.classed[3:].any() and np.isnan(found.weight[3:]).all()


def test_missing_access_may_count_as_the_worst():
    found = computed([3, 1, 2], [5, 6, NAN], [10, 10, 10], missing_is_worst=True)
    assert found.status.tolist() == [OK, OK, UNREACHED]
    assert found.access_class.tolist() == [1, 2, 3]
    assert found.rank.tolist() == [2, 3, 1]  # 3·1, 1·2, 2·3
    supply = computed([3, 1, 2], [-5, 0, NAN], [10, 10, 10], missing_is_worst=True)
    assert supply.access_class.tolist() == [1, 2, 3]


def test_the_shares_of_classes_are_of_the_people_in_a_class():
    people = np.array([100, 100, 200, 7.0])
    found = computed([1, 1, 2, NAN], [1, 2, 3, 4], people)
    np.testing.assert_allclose(shares_of_classes(found, people), [[0.5, 0, 0.5], [0.25, 0.25, 0.5]])


@pytest.mark.parametrize("rows", [0, 1])
def test_hardly_any_areas(rows):
    found = computed([1] * rows, [1] * rows, [1] * rows)
    assert found.rank.tolist() == [1] * rows and len(cross_table(found, np.ones(rows))) == 9


AREAS = st.lists(
    st.tuples(st.integers(0, 9) | st.just(NAN), st.integers(0, 9) | st.just(NAN), st.integers(0, 50)), max_size=40
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(AREAS, st.booleans(), st.randoms(use_true_random=False))
def test_laws(areas, worst, random):
    need, hardship, people = np.array(areas, float).reshape(-1, 3).T
    found = computed(need, hardship, people, missing_is_worst=worst)
    classed = found.classed
    cells = cross_table(found, people)
    assert sum(cell.people for cell in cells) == people[classed].sum()
    assert sum(cell.areas for cell in cells) == classed.sum()
    assert sorted(found.rank[classed]) == list(range(1, classed.sum() + 1))
    assert ((found.need_class > 0) == classed).all() and ((found.access_class > 0) == classed).all()
    in_order = np.argsort(found.rank[classed])
    assert (np.diff(found.weight[classed][in_order]) <= 0).all()
    # pandas ranks and weighs as the county's stories do.
    table = pd.DataFrame({"need": need, "hardship": np.where(found.status == UNREACHED, 99, hardship)})[classed]
    weight = table["need"].rank(pct=True) * table["hardship"].rank(pct=True)
    np.testing.assert_allclose(found.weight[classed], weight)
    # The order of the rows changes nothing.
    order = list(range(len(areas)))
    random.shuffle(order)
    ids = [f"a{row}" for row in order]
    again = computed(need[order], hardship[order], people[order], ids, missing_is_worst=worst)
    for one, other in zip(again, found):
        np.testing.assert_array_equal(one, other[order])
