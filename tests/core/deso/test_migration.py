"""Access against net migration: correlations by hand and by numpy, without single areas, within groups."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.deso.migration import association, by_access, fractional_rank, influence, line, per_1000


def areas(*columns):
    return [np.array(column, float) for column in columns]


def numpy_correlation(x, y, people):
    """Pearson's of as many rows as there are people."""
    matrix = np.cov(x, y, aweights=people, ddof=0)
    return matrix[0, 1] / np.sqrt(matrix[0, 0] * matrix[1, 1])


def test_per_1000():
    np.testing.assert_array_equal(per_1000(*areas([5, -1, 0, np.nan], [1000, 200, 0, 10])), [5, -5, np.nan, np.nan])


def test_by_hand():
    """Mean x 2, mean y 2 by the weights 1 1 2; sums of squares 6 and 6 (x: 1·4 + 1·0 + 2·1), products −6."""
    x, y, people = areas([0, 2, 3], [4, 2, 1], [1, 1, 2])
    found = association(x, y, people)
    assert (found.pearson, found.spearman, found.areas, found.people) == (pytest.approx(-1), pytest.approx(-1), 3, 4)
    assert line(x, y, people) == pytest.approx((-1, 4))
    np.testing.assert_allclose(fractional_rank(*areas([0, 2, 2], [1, 1, 2])), [0.125, 0.625, 0.625])


def test_what_does_not_vary_has_no_correlation():
    x, y, people = areas([0.1] * 5, [1, 2, 3, 4, 5], [3, 1, 4, 1, 5])
    found = association(x, y, people)
    assert np.isnan(found.pearson) and np.isnan(found.spearman)
    assert np.isnan(line(x, y, people)).all() and influence(x, y, people).area == -1
    nobody = association(*areas([], [], []))
    assert np.isnan(nobody.pearson) and nobody.areas == 0


def test_groups_can_hold_all_of_it_or_turn_it_round():
    """Two kinds of area: between them more minutes go with more gain, within each with less (Simpson's paradox)."""
    x, y, people = areas([1, 2, 3, 11, 12, 13], [3, 2, 1, 13, 12, 11], [5, 5, 5, 5, 5, 5])
    group = np.array([0, 0, 0, 1, 1, 1])
    assert association(x, y, people).pearson > 0.9
    within = association(x, y, people, group)
    assert (within.pearson, within.spearman) == (pytest.approx(-1), pytest.approx(-1))


def test_the_fifths_add_up():
    hardship, net, people = areas([5, 4, 3, 2, 1], [-10, 0, 5, 0, 10], [100, 100, 50, 50, 200])
    number, classes = by_access(hardship, net, people)
    assert number.tolist() == [5, 4, 3, 3, 1]
    assert [(own.areas, own.people, own.net) for own in classes] == [
        (1, 200, 10), (0, 0, 0), (2, 100, 5), (1, 100, 0), (1, 100, -10),
    ]  # fmt: skip
    assert [own.per_1000 for own in classes] == pytest.approx([50, np.nan, 50, 0, -100], nan_ok=True)


NUMBERS = st.floats(-100, 100).map(lambda value: round(value, 2))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(st.tuples(NUMBERS, NUMBERS, st.integers(1, 500), st.integers(0, 3)), min_size=3, max_size=30))
def test_as_numpy_and_without_each(rows):
    x, y, people, group = np.array(rows, float).T
    group = group.astype(int)
    found = association(x, y, people)
    if np.isfinite(found.pearson):
        assert found.pearson == pytest.approx(numpy_correlation(x, y, people), abs=1e-9)
        ranks = [fractional_rank(values, people) for values in (x, y)]
        assert found.spearman == pytest.approx(numpy_correlation(*ranks, people), abs=1e-9)
    keep = [np.arange(len(x)) != row for row in range(len(x))]
    anew = np.array([association(x[kept], y[kept], people[kept]).pearson for kept in keep])
    moved = influence(x, y, people)
    if np.isfinite(anew).any():
        assert (moved.lowest, moved.highest) == pytest.approx((np.nanmin(anew), np.nanmax(anew)), abs=1e-6)
    else:
        assert moved.area == -1
    dx, dy = (values - np.array([np.average(values[group == g], weights=people[group == g]) for g in group]) for values in (x, y))  # fmt: skip
    within = association(x, y, people, group).pearson
    if np.isfinite(within):
        assert within == pytest.approx((people * dx * dy).sum() / np.sqrt((people * dx**2).sum() * (people * dy**2).sum()), abs=1e-9)  # fmt: skip
    shuffled = np.random.default_rng(0).permutation(len(x))
    again = association(x[shuffled], y[shuffled], people[shuffled], group[shuffled])
    assert again.pearson == pytest.approx(within, abs=1e-9, nan_ok=True)
