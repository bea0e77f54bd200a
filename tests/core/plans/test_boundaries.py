"""Rings chained of boundary lines, whatever their order and direction."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.plans.boundaries import OpenRing, rings_of

SQUARE = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]


def sides(corners):
    return [([corners[at - 1], corners[at]], True) for at in range(len(corners))]


def area(ring):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))) / 2


@given(st.permutations(range(4)), st.lists(st.booleans(), min_size=4, max_size=4))
@settings(derandomize=True, max_examples=60, deadline=None)
def test_any_order_and_direction_give_the_same_ring(order, turned):
    lines = [sides(SQUARE)[at] for at in order]
    told = [(line[::-1], not along) if turn else (line, along) for (line, along), turn in zip(lines, turned)]
    found = rings_of(told)
    assert len(found.rings) == 1 and found.turned == 0
    assert found.rings[0][0] == found.rings[0][-1] and area(found.rings[0]) == 100


def test_a_wrong_direction_is_mended_and_counted():
    (line, _), *others = sides(SQUARE)
    found = rings_of([*others, (line, False)])
    assert found.turned == 1 and area(found.rings[0]) == 100


def test_two_rings_and_one_that_is_closed_by_itself():
    inner = [(2.0, 2.0), (4.0, 2.0), (4.0, 4.0), (2.0, 2.0)]
    found = rings_of([*sides(SQUARE), (inner, True)])
    assert sorted(map(area, found.rings)) == [2, 100]


def test_rings_that_touch_in_a_point_both_close():
    other = [(10.0, 10.0), (20.0, 10.0), (20.0, 20.0)]
    rings = rings_of([*sides(SQUARE), *sides(other)]).rings
    assert math.isclose(sum(map(area, rings)), 150)


@pytest.mark.parametrize(("off", "closes"), [(0.004, True), (0.2, False)])
def test_ends_meet_within_a_centimetre(off, closes):
    lines = sides(SQUARE)
    lines[0] = ([(0.0, 10.0 + off), (0.0, 0.0)], True)
    if closes:
        assert area(rings_of(lines).rings[0]) == pytest.approx(100, abs=0.1)
    else:
        with pytest.raises(OpenRing) as error:
            rings_of(lines)
        assert error.value.gap == pytest.approx(0.2)


def test_a_line_shorter_than_the_tolerance_is_no_ring():
    speck = [(0.0, 0.0), (0.001, 0.0)]
    found = rings_of([(speck, True), *sides(SQUARE)])
    assert [area(ring) for ring in found.rings] == [100] and rings_of([(speck, True)]).rings == []
