"""Growth by area type: the worked example, what is left out, and what must hold whatever the areas."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.deso.growth import Areas, growth_by_type, in_order, moves, total
from tests.shared import shared_file


def areas(*rows):
    """Rows of (type before, type after, people before, people after)."""
    first, last, before, after = zip(*rows)
    return Areas(np.array(first, object), np.array(last, object), np.array(before, float), np.array(after, float))


def by_type(growth, column):
    return dict(zip(growth.types, column.tolist()))


def test_the_vector():
    document = json.loads(shared_file("vectors/population_change_by_type_small_4.json").read_text("utf8"))
    given_, found = document["inputs"], document["outputs"]
    kinds = ([str(kind) for kind in given_[name]] for name in ("type_start", "type_end"))
    growth = growth_by_type(areas(*zip(*kinds, given_["population_start"], given_["population_end"])))
    assert by_type(growth, growth.fixed) == pytest.approx(found["change_fixed_base_class"], rel=1e-9)
    assert by_type(growth, growth.current) == pytest.approx(found["change_current_class"], rel=1e-9)
    assert by_type(growth, growth.reclassification) == pytest.approx(found["reclassification_effect"], rel=1e-9)


def test_by_hand_with_areas_that_cannot_be_compared():
    found = areas(
        ("1", "1", 100, 110), ("2", "1", 200, 190), ("2", "2", 0, 50), ("new", "new", 0, 30),
        ("1", None, 1000, 1), (None, "1", 1, 1000), ("1", "1", np.nan, 1000), ("1", "2", 1000, np.nan),
    )  # fmt: skip
    growth = growth_by_type(found)
    assert found.compared.tolist() == [True] * 4 + [False] * 4
    assert growth.types == ["1", "2", "new"]
    assert growth.areas_before.tolist() == [1, 2, 1] and growth.areas_after.tolist() == [2, 1, 1]
    assert growth.before.tolist() == [100, 200, 0] and growth.after_fixed.tolist() == [110, 240, 30]
    assert growth.after_current.tolist() == [300, 50, 30] and growth.change.tolist() == [10, 40, 30]
    np.testing.assert_allclose(growth.fixed, [0.1, 0.2, np.nan])
    np.testing.assert_allclose(growth.reclassification, [1.9, -0.95, np.nan])
    assert moves(found) == [("2", "1", 1)]
    whole = total(growth)
    assert (whole.before[0], whole.after_fixed[0], whole.reclassification[0]) == (300, 380, 0)


def test_types_stand_in_the_order_of_their_numbers():
    assert sorted(["10", "b", "2", "a", "1.5"], key=in_order) == ["1.5", "2", "10", "a", "b"]


def test_nothing_to_compare():
    growth = growth_by_type(areas((None, "1", 5, 5)))
    assert growth.types == [] and len(growth.fixed) == 0


kinds = st.sampled_from(["1", "2", "3", None])
people = st.one_of(st.integers(0, 1000), st.just(np.nan))


@settings(derandomize=True, max_examples=60)
@given(st.lists(st.tuples(kinds, kinds, people, people), min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_sums_are_kept_and_order_means_nothing(rows, random):
    found = areas(*rows)
    growth = growth_by_type(found)
    there = found.compared
    assert growth.before.sum() == found.before[there].sum()
    assert growth.after_fixed.sum() == growth.after_current.sum() == found.after[there].sum()
    assert growth.areas_before.sum() == growth.areas_after.sum() == there.sum()
    assert sum(count for *_, count in moves(found)) == (there & found.changed_type).sum()
    np.testing.assert_allclose(growth.current - growth.fixed, growth.reclassification, atol=1e-9)
    shuffled = list(rows)
    random.shuffle(shuffled)
    again = growth_by_type(areas(*shuffled))
    assert again.types == growth.types and all(np.array_equal(a, b) for a, b in zip(growth[1:], again[1:]))
    kept = growth_by_type(areas(*((first, first, before, after) for first, _, before, after in rows)))
    assert not np.nan_to_num(kept.reclassification).any()
