"""Target values: whose target holds, the gap, and who meets it."""

import numpy as np
import pytest

from narvard_plugin.core.scenarios.targets import Target, gaps, meeting

TARGETS = {
    "9901A0010": Target(10, "lower", "regionfullmäktige"),
    "9902": Target(20, "lower"),
    "99": Target(30, "lower"),
}  # fmt: skip
PLACES = [
    ("9901A0010", "9901", "99"), ("9902A0010", "9902", "99"), ("9903A0010", "9903", "99"), ("9801A0010", "9801", "98"),
    (None, None, "99"),
]  # fmt: skip


def test_the_nearest_target_holds_and_its_gap():
    found = gaps(np.array([12.0, 20.0, 25.0, 1.0, np.nan]), PLACES, TARGETS)
    assert [gap.level for gap in found] == ["own", "municipality", "region", None, "region"]
    assert [gap.gap for gap in found] == [2, 0, -5, None, None]
    assert [gap.met for gap in found] == [False, True, True, None, None]
    assert found[0].target.decided_by == "regionfullmäktige"


@pytest.mark.parametrize(
    ("better", "value", "met"),
    [("lower", 10.0, True), ("lower", 10.1, False), ("lower", 0.1 + 0.2 + 9.7, True), ("higher", 10.0, True),
     ("higher", 9.9, False), ("higher", 11.0, True)],
)  # fmt: skip
def test_the_target_itself_is_met(better, value, met):
    (gap,) = gaps(np.array([value]), [("a", None, None)], {"a": Target(10, better)})
    assert gap.met is met


def test_who_meets_it_is_counted_by_whose_target_it_is():
    found = gaps(np.array([12.0, 20.0, 25.0, 1.0, np.nan]), PLACES, TARGETS)
    people = np.array([100.0, 200, 300, 400, 500])
    assert meeting(found, people) == (3, 2, 600, 500)
    assert meeting(found, people, "own") == (1, 0, 100, 0)
    assert meeting(found, people, "region") == (1, 1, 300, 300)
