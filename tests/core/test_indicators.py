"""Figures summed up to larger areas, ranked and set against targets: worked by hand."""

import math

import numpy as np
import pytest

from narvard_plugin.core.drawing.ranked import Ranked, ranked
from narvard_plugin.core.indicators import (
    COUNT,
    MISSING,
    OTHER,
    SHARE,
    SUPPRESSED,
    Figure,
    Target,
    in_order,
    is_met,
    own_mean,
    summed_up,
    target_of,
)

SMALL = [
    Figure("9901A0010", "a", 10.0, "ok", 100.0),
    Figure("9901A0020", "b", 40.0, "ok", 50.0),
    Figure("9902A0010", "c", 30.0, "ok", 100.0),
    Figure("9902A0020", "d", math.nan, SUPPRESSED, 50.0),
]
LARGER = {figure.code: figure.code[:4] for figure in SMALL}


def test_a_part_is_not_the_whole():
    shares = summed_up(SMALL, LARGER, {"9901": "Lindhamn"}, "99", SHARE)
    assert [(one.code, one.name, one.status) for one in shares] == [
        ("9901", "Lindhamn", "computed"),
        ("9902", "9902", SUPPRESSED),
    ]
    assert shares[0].value == pytest.approx((10 * 100 + 40 * 50) / 150)
    assert math.isnan(shares[1].value)
    counts = summed_up(SMALL, LARGER, {}, "99", COUNT)
    assert counts[0].value == 50
    assert math.isnan(counts[1].value)
    assert summed_up(SMALL, LARGER, {}, "99", OTHER) == []


def test_the_order_and_the_mean():
    assert [one.name for one in in_order(SMALL)] == ["b", "c", "a", "d"]
    assert own_mean(SMALL[:3], SHARE) == pytest.approx((1000 + 2000 + 3000) / 250)
    assert math.isnan(own_mean(SMALL, SHARE))  # one is not known
    assert math.isnan(own_mean(SMALL[:3], COUNT))
    others = [*SMALL[:2], SMALL[2]._replace(own=False)]
    assert own_mean(others, SHARE) == pytest.approx(20)


def test_the_target_of_an_area_goes_before_its_regions():
    targets = [Target("99", 2030, 15, "lower"), Target("99", 2040, 12, "lower"), Target("9904", 2030, 25, "lower")]
    assert target_of(targets, "9904", "99", 2026).value == 25
    assert target_of(targets, "9901", "99", 2026).value == 15
    assert target_of(targets, "9901", "99", 2035).value == 12
    assert target_of(targets, "9901", "99", 2050).value == 12
    assert target_of([], "9901", "99", 2026) is None
    assert is_met(15, targets[0]) is True
    assert is_met(15.1, targets[0]) is False
    assert is_met(math.nan, targets[0]) is None
    assert is_met(15, targets[0]._replace(better="higher")) is True


def test_the_drawing_says_why_there_is_no_bar():
    chart = Ranked(
        "label",
        ["A", "<B>"],
        np.array([3.0, np.nan]),
        ["", "not told"],
        str,
        "unit",
        2.0,
        "mean 2",
        2.5,
        "target",
        [False, None],
    )
    drawn = ranked(chart)
    for word in ("A", "&lt;B&gt;", "not told", "mean 2", "target", "unit", "3.0"):
        assert f">{word}</text>" in drawn.svg
    assert MISSING not in drawn.svg
    assert ranked(chart._replace(values=np.array([np.nan, np.nan]))).svg  # nothing is known of anyone
