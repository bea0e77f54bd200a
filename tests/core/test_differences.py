"""Two states of a table: every difference is found, and nothing else."""

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.differences import ADDED, CHANGED, REMOVED, differences, is_same


def test_what_came_went_and_changed():
    before = pd.DataFrame({"id": ["a", "b", "c"], "n": [1, 2, 3], "name": ["A", None, "C"]})
    after = pd.DataFrame({"id": ["b", "c", "d"], "n": [2.0, 4.5, 9], "name": ["B", None, "D"]})
    found = differences(before, after, ["id"], ["n", "name"])
    assert [(one.key, one.what, one.field, one.before, one.after) for one in found] == [
        (("a",), REMOVED, None, None, None),
        (("d",), ADDED, None, None, None),
        (("b",), CHANGED, "name", None, "B"),
        (("c",), CHANGED, "n", 3, 4.5),
        (("c",), CHANGED, "name", "C", None),
    ]
    assert [one.amount for one in found] == [None, None, None, 1.5, None]


def test_numbers_reckoned_twice_are_the_same():
    assert is_same(0.1 + 0.2, 0.3)
    assert is_same(7, 7.0)
    assert not is_same(7, 7.00001)
    assert not is_same(None, 0)
    assert not is_same(0, "0")
    one, other = pd.DataFrame({"id": [1], "n": [np.nan]}), pd.DataFrame({"id": ["1"], "n": [None]})
    assert differences(one, other, ["id"], ["n"]) == []


tables = st.dictionaries(st.sampled_from("abcdef"), st.one_of(st.none(), st.integers(0, 3)))


@settings(max_examples=100, deadline=None, derandomize=True)
@given(tables, tables)
def test_the_differences_lead_from_one_to_the_other(one, other):
    def frame(table):
        return pd.DataFrame({"id": list(table), "n": pd.Series(list(table.values()), dtype=object)}, dtype=object)

    state = dict(one)
    for difference in differences(frame(one), frame(other), ["id"], ["n"]):
        (key,) = difference.key
        if difference.what == REMOVED:
            del state[key]
        elif difference.what == ADDED:
            assert key not in state
            state[key] = other[key]
        else:
            assert state[key] == difference.before
            state[key] = difference.after
    assert state == other
