"""Classes that hold equally many people."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.deso.classes import people_classes


@pytest.mark.parametrize(
    ("index", "people", "expected"),
    [
        ([5, 4, 3, 2, 1], [1, 1, 1, 1, 1], [5, 4, 3, 2, 1]),
        ([1, 1, 1, 2], [10, 10, 10, 70], [1 + 0, 1, 1, 4]),  # middles at 0.15 and 0.65
        ([1, np.nan, 2], [1, 5, 1], [2, 0, 4]),
        ([], [], []),
    ],
)
def test_fifths_of_the_people(index, people, expected):
    assert people_classes(np.array(index, float), np.array(people, float)).tolist() == expected


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.floats(-5, 5), st.integers(1, 100)), min_size=1, max_size=40))
def test_a_higher_index_never_stands_in_a_lower_fifth(areas):
    index, people = np.array(areas, float).T
    fifth = people_classes(index, people)
    order = np.argsort(index, kind="stable")
    assert (np.diff(fifth[order]) >= 0).all() and fifth.min() >= 1 and fifth.max() <= 5
    assert all(len(set(fifth[index == value])) == 1 for value in index)
