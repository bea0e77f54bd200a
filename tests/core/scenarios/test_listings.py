"""The listing matrix: who is at the nearest, and where people of a closed centre go."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.network.matrix import Pairs
from narvard_plugin.core.scenarios.listings import (
    BY_CHOICE,
    BY_NEAREST,
    UNPLACED,
    Cells,
    apportion,
    area_blocks,
    area_minutes,
    choices,
    move_listed,
    newest_rows,
)

NAN, INF = np.nan, np.inf


def cells(*rows):
    area, unit, number = zip(*rows)
    return Cells(np.array(area), np.array(unit), np.array(number, float))


def test_one_newest_date_for_the_whole_matrix():
    assert newest_rows(["2024-12-31", "", "2023-12-31", "2024-12-31"]).tolist() == [True, False, False, True]
    assert newest_rows(["", ""]).all()
    assert len(newest_rows([])) == 0


def test_mean_minutes_are_of_those_who_reach_when_they_are_more_than_half():
    # Area 0: 30 people at 10 minutes and 10 at 20; area 1: 10 of 20 people reach; the last point lies in no area.
    pairs = Pairs(np.array([0, 1, 2, 4]), np.array([0, 0, 0, 0]), np.array([10.0, 20.0, 5.0, 1.0]))
    found = area_minutes(pairs, np.array([0, 0, 1, 1, -1]), np.array([30.0, 10, 10, 10, 99]), (3, 2))
    assert found.tolist() == [[12.5, INF], [INF, INF], [INF, INF]]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.integers(-1, 5), max_size=40), st.integers(1, 12))
def test_blocks_hold_whole_areas_and_every_origin_once(area, size):
    area = np.array(area, int)
    blocks = area_blocks(area, size)
    assert sorted(row for block in blocks for row in block) == np.flatnonzero(area >= 0).tolist()
    homes = [set(area[block]) for block in blocks]
    assert sum(map(len, homes)) == len(set().union(*homes))
    assert all(len(block) <= size + np.bincount(area[block]).max() for block in blocks)


def test_the_nearest_the_top_and_the_minutes_of_an_area():
    minutes = np.array([[5.0, 5.0, 9.0], [INF, 7.0, 3.0], [INF, INF, INF]])
    found = choices(cells((0, 0, 60), (0, 2, 40), (0, -1, 100), (1, 1, NAN), (1, 2, 8), (1, 0, 2), (2, 1, 6)), minutes)
    assert found.nearest.tolist() == [0, 2, -1]
    assert found.listed.tolist() == [200, 10, 6]
    assert found.at_nearest.tolist() == [60, 8, 0]
    assert found.top.tolist() == [0, 2, 1]
    assert found.minutes_nearest[:2].tolist() == [5, 3]
    assert found.minutes_listed[0] == pytest.approx((60 * 5 + 40 * 9) / 100)
    assert found.minutes_listed[1] == 3  # the hidden have no weight, and unit 0 is out of reach
    assert np.isnan([found.minutes_nearest[2], found.minutes_listed[2]]).all()


def test_whole_people_by_largest_remainder():
    assert apportion(10, np.array([1.0, 1, 1])).tolist() == [4, 3, 3]
    assert apportion(7, np.array([5.0, 3, 0, 2])).tolist() == [4, 2, 0, 1]
    assert apportion(6, np.array([0.1, 0.2])).tolist() == [2, 4]
    # 375 · 10/115 and 375 · 56/115 have the same remainder, and rounding must not decide between them.
    assert apportion(375, np.array([10.0, 49, 56])).tolist() == [32, 160, 183]


def test_people_go_as_their_area_chooses_today_else_to_the_nearest_else_nowhere():
    listed = cells((0, 0, 10), (0, 1, 30), (0, 2, 10), (1, 0, 7), (2, 0, 4), (2, 1, NAN), (0, -1, 50))
    minutes = np.array([[1, 1, 1], [2, 8, 5], [1, INF, INF]], float)
    moves = move_listed(listed, np.array([False, True, True]), minutes)
    found = list(zip(*(values.tolist() for values in moves)))
    assert found == [
        (0, 0, 1, 8, BY_CHOICE),
        (0, 0, 2, 2, BY_CHOICE),
        (1, 0, 2, 7, BY_NEAREST),
        (2, 0, -1, 4, UNPLACED),
    ]
    without_minutes = move_listed(listed, np.array([False, True, True]))
    assert without_minutes.how.tolist() == [BY_CHOICE, BY_CHOICE, UNPLACED, UNPLACED]
    assert len(move_listed(listed, np.ones(3, bool)).number) == 0


@st.composite
def matrices(draw):
    areas, units = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    numbers = draw(st.lists(st.integers(0, 60), min_size=areas * units, max_size=areas * units))
    numbers = np.array(numbers, float).reshape(areas, units)
    area, unit = np.nonzero(numbers)
    seed = draw(st.integers(0, 999))
    minutes = np.random.default_rng(seed).uniform(1, 90, (areas, units))
    minutes[minutes > 70] = INF
    remaining = np.array(draw(st.lists(st.booleans(), min_size=units, max_size=units)))
    return Cells(area, unit, numbers[area, unit]), minutes, remaining, numbers


@settings(max_examples=150, deadline=None, derandomize=True)
@given(matrices())
def test_no_people_are_lost_and_nobody_goes_to_a_closed_centre(case):
    listed, minutes, remaining, numbers = case
    moves = move_listed(listed, remaining, minutes)
    assert (moves.number > 0).all()
    assert remaining[moves.target[moves.target >= 0]].all()
    assert not remaining[moves.origin].any()
    left = np.zeros_like(numbers)
    np.add.at(left, (moves.area, moves.origin), moves.number)
    assert np.array_equal(left, np.where(remaining, 0, numbers))
    # Each unit gets within one person per closing cell of its exact share of today's choices.
    chosen = moves.how == BY_CHOICE
    for area, origin in set(zip(moves.area[chosen], moves.origin[chosen])):
        rows = chosen & (moves.area == area) & (moves.origin == origin)
        shares = np.where(remaining, numbers[area], 0)
        exact = numbers[area, origin] * shares / shares.sum()
        got = np.zeros(len(remaining))
        got[moves.target[rows]] = moves.number[rows]
        assert (np.abs(got - exact) < 1).all()


@settings(max_examples=80, deadline=None, derandomize=True)
@given(matrices())
def test_nobody_is_listed_nearer_than_at_the_nearest(case):
    listed, minutes, _, numbers = case
    found = choices(listed, minutes)
    known = ~np.isnan(found.minutes_listed)
    assert (found.minutes_listed[known] >= found.minutes_nearest[known] - 1e-9).all()
    assert (found.at_nearest <= found.listed).all()
    assert np.array_equal(found.listed, numbers.sum(1))
