"""Moving patients between units: by hand, and laws that hold for random groups."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.siting.concentration import concentrate
from narvard_plugin.core.siting.patients import People, areas_of, person_minutes, travel_of_origins
from narvard_plugin.core.siting.redistribution import Group, balance, highest_ratio, lowest_peak, within_capacity
from narvard_plugin.core.siting.waiting import share_over_90_days
from tests.shared import campaign


def group(need, capacity, floor=0, local=0, extra=None, reach=1.0):
    count = len(need)
    full = lambda value: np.broadcast_to(np.asarray(value, float), count).copy()  # noqa: E731
    extra = np.ones((count, count)) if extra is None else np.array(extra, float)
    reach = np.broadcast_to(np.asarray(reach, float), (count, count)).copy()
    return Group(full(need), full(capacity), full(floor), full(local), extra, reach)


def test_waiting_meets_where_demand_over_capacity_does():
    ask = group([120, 60, 60], [100, 100, 60])
    plan = balance(ask, 10)
    # 240 over 260 = 0.923: 92.3, 92.3 and 55.4 in whole patients
    assert plan.proven
    assert np.abs(plan.load(ask.need) - np.array([100, 100, 60]) * 240 / 260).max() < 1
    assert plan.moves.sum() == 32 and plan.moves[:, 1].sum() == 32  # the fewest: only into the second


def test_the_moved_are_those_with_the_least_extra_travel():
    extra = [[0, 50, 5], [50, 0, 50], [5, 50, 0]]
    plan = balance(group([60, 60, 30, 30], [50, 50, 40, 40], extra=[[0, 1, 9, 2], [1, 0, 1, 8], [1] * 4, [1] * 4]), 10)
    assert plan.moves[0, 3] == plan.moves[1, 2] == 10 and plan.moves.sum() == 20
    assert balance(group([60, 40, 40], [50, 50, 50], extra=extra), 10).moves[0].tolist() == [0, 6, 7]


def test_a_floor_and_what_stays_hold_patients_back():
    held = balance(group([100, 100], [50, 150], floor=[60, 0]), 10)
    assert held.moves[0, 1] == 50  # 50 operations are all it can do: the list may leave, the volume may not
    kept = balance(group([100, 100], [50, 150], local=[0.8, 0]), 10)
    assert kept.moves[0, 1] == 20
    assert not balance(group([40, 60], [30, 90], floor=[60, 60]), 10).load(np.array([40, 60]))[0] < 30


def test_who_cannot_move_does_not_keep_the_others_apart():
    plan = balance(group([300, 90, 50], [100, 100, 100], local=[1, 0, 0]), 10)
    assert plan.load(np.array([300, 90, 50])).tolist() == [300, 70, 70]


def test_a_unit_without_capacity_gives_all_it_may():
    plan = balance(group([20, 10], [0, 100]), 10)
    assert plan.load(np.array([20, 10])).tolist() == [0, 30]


def test_enough_to_be_within_capacity_is_less_than_to_balance():
    ask = group([120, 60, 60], [100, 100, 60])
    assert within_capacity(ask, 10).moves.sum() == 20 < balance(ask, 10).moves.sum()
    peaks = [highest_ratio(lowest_peak(ask, most, 10).load(ask.need), ask.capacity) for most in (0, 10, 20, 32)]
    assert peaks == [1.2, 1.1, 1.0, pytest.approx(0.93, abs=0.01)]


def test_a_peak_between_whole_numbers_is_found():
    ask = group([0, 7], [1, 2])  # presolved, HiGHS 1.2 held the peak for a whole number, and 3 for the best
    plan = lowest_peak(ask, 2, 10)
    assert plan.proven and plan.moves[1, 0] == 2 and highest_ratio(plan.load(ask.need), ask.capacity) == 2.5


def test_patients_without_a_route_stay():
    reach = np.array([[1, 0, 0.25], [1, 1, 1], [1, 1, 1]])
    plan = balance(group([100, 40, 40], [50, 50, 50], reach=reach), 10)
    assert plan.moves[0].tolist() == [0, 0, 25]


def test_concentration_by_hand():
    ask = group([50, 30, 40], [120, 100, 60], extra=[[0, 10, 20], [10, 0, 5], [20, 5, 0]])
    one = concentrate(ask, 100, 10)
    assert one.plan.load(ask.need).tolist() == [120, 0, 0] and (one.beyond, one.short) == (0, 0) and one.plan.proven
    two = concentrate(ask._replace(capacity=np.array([80.0, 100, 60])), 55, 10)
    assert np.count_nonzero(two.plan.load(ask.need)) == 2 and two.plan.load(ask.need).max() <= 100
    assert two.plan.load(ask.need).tolist() == [60, 0, 60]  # the second's 30 go 10 and 5 minutes, 10 and 20 of them
    stays = concentrate(ask._replace(local=np.array([0, 0.5, 0])), 60, 10)
    assert stays.plan.load(ask.need)[1] >= 15


def test_more_need_than_capacity_is_told():
    found = concentrate(group([60, 60], [50, 50]), 40, 10)
    assert found.beyond == 20 and np.abs(found.plan.load(np.array([60, 60])) - 60).max() <= 10


def test_volume_that_a_unit_cannot_do_draws_nobody_there():
    found = concentrate(group([50, 90], [45, 85], extra=[[0, 5], [5, 0]]), 80, 10)
    assert not found.plan.moves.any() and (found.beyond, found.short) == (10, 35)


@st.composite
def groups(draw):
    count = draw(st.integers(2, 4))
    whole = lambda low, high: st.lists(st.integers(low, high), min_size=count, max_size=count)  # noqa: E731
    extra = draw(st.lists(whole(-5, 60), min_size=count, max_size=count))
    local = draw(st.lists(st.sampled_from([0, 0, 0, 0.5, 1]), min_size=count, max_size=count))
    return group(draw(whole(0, 12)), draw(whole(1, 12)), draw(whole(0, 6)), local, extra)


@settings(max_examples=campaign(40, 600), derandomize=True, deadline=None)
@given(groups())
def test_balance_is_the_best_of_all_loads(ask):
    """Against every way to share out whole patients: no highest ratio is lower by more than one patient's worth."""
    plan = balance(ask, 10)
    load = plan.load(ask.need)
    assert plan.proven and load.sum() == ask.need.sum() and (plan.moves >= 0).all() and not np.diag(plan.moves).any()
    assert (plan.moves.sum(1) <= ask.need * (1 - ask.local) + 1e-9).all()
    low = np.minimum.reduce([ask.floor, ask.capacity, ask.need])
    assert (load >= low - 1e-9).all()
    least = np.maximum(low, np.ceil(ask.need * ask.local - 1e-9))
    total = int(ask.need.sum())
    ranges = [range(int(np.ceil(one)), total + 1) for one in least]
    peak = min(
        highest_ratio(np.array(loads, float), ask.capacity)
        for loads in itertools.product(*ranges)
        if sum(loads) == total
    )
    assert (load <= np.ceil(peak * ask.capacity + 1e-6) + 1e-9).all()


@settings(max_examples=campaign(25, 400), derandomize=True, deadline=None)
@given(groups(), st.integers(0, 10))
def test_concentration_keeps_patients_capacity_and_volume(ask, least):
    found = concentrate(ask, least, 10)
    load = found.plan.load(ask.need)
    assert load.sum() == ask.need.sum() and found.plan.proven
    assert np.maximum(load - ask.capacity, 0).sum() == pytest.approx(found.beyond, abs=1e-6)
    assert found.beyond >= max(0.0, ask.need.sum() - ask.capacity.sum()) - 1e-6
    if found.short < 1e-6:
        assert (load[load > 0] >= np.maximum(least, ask.floor)[load > 0] - 1e-6).all()


PEOPLE = People(
    np.array([[10, 30, np.inf], [20, 25, 95], [40, 5, 65], [np.inf, 50, 50]], float),
    np.array([100, 300, 200, 50.0]),
    np.array(["X", "X", "Y", "Y"], object),
)


def test_areas_and_travel_by_hand():
    areas = areas_of(PEOPLE, np.arange(3), np.array(["X", "Y", "Z"], object))
    assert areas.of_origin.tolist() == [0, 0, 1, 1]
    assert areas.minutes[0].tolist() == [17.5, 26.25, 95] and areas.extra[0].tolist() == [0, 8.75, 75]
    assert areas.reach[0].tolist() == [1, 1, 0.75] and areas.reach[1].tolist() == [0.8, 1, 1]
    assert areas.beyond[:, 0, 2].tolist() == [1, 1, 1] and areas.beyond[:, 1, 1].tolist() == [0.2, 0, 0]
    assert areas.known.tolist() == [True, True, False] and np.isnan(areas.minutes[2]).all()
    moves = np.array([[0, 8, 3], [0, 0, 0], [2, 0, 0]], float)
    assert person_minutes(moves, areas.extra) == (8 * 8.75 + 3 * 75, 2)
    travel = travel_of_origins(PEOPLE, [(np.arange(3), areas, np.array([40.0, 10, 5]), moves)])
    assert travel.patients.tolist() == [10, 30, 8, 2]
    assert travel.before.tolist() == [10, 20, 5, 50]
    # the first point: 2 of its 10 go to the second unit; the other point also sends all three to the third
    assert travel.after.tolist() == [10 + 2 * 20 / 10, pytest.approx(20 + (6 * 5 + 3 * 75) / 30), 5, 50]
    total = float(travel.patients @ (travel.after - travel.before))
    assert total == pytest.approx(person_minutes(moves, areas.extra)[0])


def test_without_regions_the_nearest_of_all_is_own():
    areas = areas_of(PEOPLE._replace(region=None), np.arange(3), np.array(["X", "Y", "Z"], object))
    assert areas.of_origin.tolist() == [0, 0, 1, 1]


def test_waiting_after_a_year_by_hand():
    # 100 wait, 365 come, 300 are done: 165 wait, of whom the 90 of the last 90 days have waited less
    assert share_over_90_days(np.array([100.0]), np.array([365.0]), np.array([300.0])) == pytest.approx(75 / 165)
    assert share_over_90_days(np.array([10.0]), np.array([300.0]), np.array([365.0])) == 0
    assert np.isnan(share_over_90_days(np.array([10.0, np.nan]), np.array([1.0, 1]), np.array([1.0, 1])))


@pytest.mark.parametrize(
    "ask", [group([5], [4]), group([5, 3], [0, 0]), group([0, 0], [3, 4]), group([4, 0], [0, 9], local=1)]
)
def test_where_nothing_can_move_nothing_does(ask):
    empty = balance(ask, 10), within_capacity(ask, 10), lowest_peak(ask, 5, 10)
    assert all(plan.proven and not plan.moves.any() for plan in empty)
    assert concentrate(ask._replace(local=np.ones(len(ask.need))), 1, 10).plan.moves.sum() == 0
