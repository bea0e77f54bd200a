"""Tables of counts as they are published: parts, totals, groups, and figures that have been perturbed."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.deso.protected_table import Counts, protect

NAN = np.nan


def protected(parts, total=None, group=None, minimum=5, also=None):
    parts = np.array(parts, float)
    group = np.zeros(len(parts), int) if group is None else np.array(group)
    total = None if total is None else np.array(total, float)
    return protect(Counts(parts, total, group, np.arange(len(parts))), minimum, also)


def test_groups_have_sums_of_their_own():
    found = protected([[3], [20], [30], [40], [50]], group=[0, 0, 1, 1, 1])
    assert found.parts.ravel().tolist() == [True, True, False, False, False]
    assert not found.open_columns


def test_a_group_of_one_row_is_told_by_its_sum():
    found = protected([[3, 60], [20, 70]], group=[0, 1])
    assert found.open_columns == [(0, 0)]


def test_a_total_of_few_is_hidden_and_so_is_what_would_tell_it():
    found = protected([[1, 2], [30, 40], [50, 60]], total=[3, 70, 110])
    assert found.total.tolist()[0] and found.parts[0].all()
    assert found.total.sum() >= 2


def test_a_rest_of_few_is_protected_by_the_smallest_part():
    found = protected([[40, 57], [80, 90]], total=[100, 190])
    assert found.parts.tolist() == [[True, False], [True, False]]  # the column would tell one alone
    assert found.few == 0 and not found.total.any()


def test_one_row_with_parts_over_its_total_leaves_no_other_row_open():
    """23 less 20 would tell the 3, whatever the first row's sum; rests, such as the 2 of the last row, are noise."""
    found = protected([[40, 61], [3, 20], [30, 44], [50, 60]], total=[100, 23, 74, 112])
    assert found.perturbed.tolist() == [0]
    assert found.parts.tolist() == [[False, False], [True, True], [True, True], [False, False]]


def test_decimals_leave_no_rest():
    """20.1 + 20.2 is not 40.3 to the last digit; that is nobody."""
    found = protected([[20.1, 20.2], [30.3, 10.1], [10.1, 10.2]], total=[40.3, 40.4, 20.3])
    assert not found.parts.any() and not found.total.any() and not len(found.perturbed)


def test_missing_numbers_hide_nothing():
    found = protected([[3], [NAN], [30]])
    assert found.parts.ravel().tolist() == [True, False, True]


def test_what_else_must_be_hidden_is():
    also = np.array([[True], [False], [False]])
    assert protected([[50], [60], [70]], also=also).parts.ravel().tolist() == [True, True, False]


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    st.lists(st.lists(st.integers(0, 40), min_size=3, max_size=3), min_size=2, max_size=12),
    st.randoms(use_true_random=False),
)
def test_rows_and_columns_never_tell_few_people(parts, random):
    parts = np.array(parts, float)
    found = protected(parts, total=parts.sum(axis=1))
    assert found.parts[(parts > 0) & (parts < 5)].all()
    for field in range(3):
        if (0, field) not in found.open_columns:
            people = parts[found.parts[:, field], field].sum()
            assert people == 0 or people >= 5
    for row in set(range(len(parts))) - set(found.open_rows):
        if not found.total[row]:
            people = parts[row, found.parts[row]].sum()
            assert found.parts[row].sum() != 1 and (people == 0 or people >= 5)
    order = list(range(len(parts)))
    random.shuffle(order)
    mixed = protect(Counts(parts[order], parts[order].sum(axis=1), np.zeros(len(parts), int), np.array(order)), 5)
    assert mixed.parts.tolist() == found.parts[order].tolist()
