"""Few people are not told: neither their number nor a share that tells of them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.deso.small_numbers import is_mark, protected, too_few, too_few_in_share


def test_from_one_up_to_below_the_minimum_is_too_few():
    assert too_few(np.array([0, 1, 4, 5, np.nan])).tolist() == [False, True, True, False, False]
    assert too_few(np.array([9, 10]), minimum=10).tolist() == [True, False]


@pytest.mark.parametrize(
    ("part", "whole", "few"),
    [(0, 100, False), (4, 100, True), (95, 100, False), (96, 100, True), (100, 100, False), (0, 4, True), (0, 0, True)],
)
def test_a_share_tells_of_its_part_of_the_rest_and_of_a_small_whole(part, whole, few):
    assert bool(too_few_in_share(part, whole)) is few


def test_marks_in_place_of_a_number():
    assert all(map(is_mark, ("<5", "< 5", "..", "-", "–", "\u2212", "x", " X ")))
    assert not any(map(is_mark, ("5", "0", "", "<", "many", "5-9")))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.integers(0, 12), min_size=1, max_size=30), st.integers(2, 10))
def test_nothing_small_is_left_and_nothing_else_is_changed(counts, minimum):
    counts = np.array(counts, float)
    shown = protected(counts, minimum)
    assert not ((shown > 0) & (shown < minimum)).any()
    kept = ~too_few(counts, minimum)
    assert np.array_equal(shown[kept], counts[kept])
