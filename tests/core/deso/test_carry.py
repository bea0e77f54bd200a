"""Counts carried between vintages: by share, with nothing made and nothing lost in silence."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.deso.carry import BadShares, Key, RepeatedPairs, SharesAboveOne, carry


def key(*rows):
    old, new, share = zip(*rows)
    return Key(np.array(old, object), np.array(new, object), np.array(share, float))


def test_a_split_a_merger_and_an_unchanged_area():
    made = carry(["a", "b", "c", "d"], np.array([[100.0, 10], [40, 4], [7, 1], [20, 2]]),
                 key(("a", "a1", 0.25), ("a", "a2", 0.75), ("b", "m", 1), ("c", "m", 1), ("d", "d", 1)))  # fmt: skip
    assert made.codes.tolist() == ["a1", "a2", "d", "m"]
    assert made.values.tolist() == [[25, 2.5], [75, 7.5], [20, 2], [47, 5]]
    assert made.sources.tolist() == [1, 1, 1, 2] and made.whole.tolist() == [False, False, True, True]
    assert made.left.tolist() == [0, 0] and not made.incomplete.any()


def test_what_is_not_carried_is_counted():
    made = carry(["a", "x", None], np.array([[100.0], [9], [1]]), key(("a", "a1", 0.25), ("b", "a1", 1), ("c", "c", 1)))
    assert made.not_in_key.tolist() == [False, True, True] and made.leaks.tolist() == [True, False, False]
    assert made.left.tolist() == [85] and made.codes.tolist() == ["a1"]  # c is no area of ours
    assert made.incomplete.all() and np.isnan(made.values).all()  # b's people in a1 are unknown


def test_several_areas_without_a_code_are_carried_nowhere():
    made = carry([None, "a", None], np.array([[3.0], [5], [4]]), key(("a", "n", 1)))
    assert (
        made.values.tolist() == [[5]] and made.left.tolist() == [7] and made.not_in_key.tolist() == [True, False, True]
    )


def test_an_unknown_part_makes_an_unknown_whole():
    made = carry(["b", "c"], np.array([[np.nan, 1], [5, 1]]), key(("b", "m", 1), ("c", "m", 0.5), ("c", "n", 0.5)))
    assert np.isnan(made.values[0, 0]) and made.values[0, 1] == 1.5 and made.values[1].tolist() == [2.5, 0.5]


@pytest.mark.parametrize(
    ("rows", "problem"),
    [([("a", "b", 1.2)], BadShares), ([("a", "b", np.nan)], BadShares), ([("a", "b", 0.7), ("a", "c", 0.4)], SharesAboveOne),
     ([("a", "b", 0.5), ("a", "b", 0.5)], RepeatedPairs)],
)  # fmt: skip
def test_a_key_that_makes_people_is_refused(rows, problem):
    with pytest.raises(problem, match="a"):
        carry(["a"], np.array([[1.0]]), key(*rows))


@settings(derandomize=True, max_examples=60)
@given(
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(1, 9)), min_size=1, max_size=30),
    st.randoms(use_true_random=False),
)
def test_sums_are_kept_and_the_order_means_nothing(links, random):
    weights = {}
    for old, new, weight in links:
        weights[old, new] = weight
    total = {old: sum(w for (o, _), w in weights.items() if o == old) for old, _ in weights}
    rows = [(f"o{old}", f"n{new}", weight / total[old]) for (old, new), weight in weights.items()]
    codes = [f"o{number}" for number in range(6)]
    values = np.arange(12.0).reshape(6, 2) + 1
    made = carry(codes, values, key(*rows))
    np.testing.assert_allclose(made.values.sum(axis=0) + made.left, values.sum(axis=0), rtol=1e-9)
    order = random.sample(range(6), 6)
    mixed = carry([codes[i] for i in order], values[order], key(*random.sample(rows, len(rows))))
    assert mixed.codes.tolist() == made.codes.tolist()
    np.testing.assert_allclose(mixed.values, made.values, rtol=1e-12)
