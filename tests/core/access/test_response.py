"""Coverage, time away and one unit more or fewer, against the worked case and against doing it all again."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.access.response import Missions, Times, Vehicles, change, coverage, vehicle_hours, without
from tests.shared import shared_file

SETTINGS = settings(derandomize=True, max_examples=80, deadline=None)


def test_coverage_is_that_of_the_worked_case():
    case = json.loads(shared_file("vectors/coverage_thresholds.json").read_text("utf8"))
    given_, expected = case["inputs"], case["outputs"]
    minutes = np.array([np.inf if m is None else m for m in given_["minutes"]], float)
    found = coverage(minutes, np.array(given_["population"], float), given_["thresholds"])
    assert found.share == pytest.approx(expected["share_of_all"], rel=1e-9)
    assert found.mean == pytest.approx(expected["weighted_mean_reachable"], rel=1e-9)
    assert [found.median, found.p90] == [expected["weighted_median"], expected["p90"]]
    assert found.unreachable == expected["unreachable_population"]


def test_coverage_of_nobody_is_not_a_number():
    for people in (np.empty(0), np.zeros(2)):
        found = coverage(np.full(len(people), 5.0), people, [10])
        assert found.population == 0 and np.isnan([*found.share, found.mean, found.median, found.p90]).all()


def test_people_whom_nobody_reaches_stay_in_the_denominator():
    found = coverage(np.array([5.0, np.inf]), np.array([1.0, 3.0]), [10])
    assert (found.share[0], found.unreachable, found.mean) == (0.25, 3, 5)


def test_a_vehicle_is_away_until_it_stands_at_its_station_again():
    missions = Missions(
        Times(alarm=2, turnout=1, scene=20, handover=15),
        hospital=np.array([0, 1, 0, -1]),
        minutes=np.array([10.0, 6.0, 3.0, np.inf]),
        back=np.array([[4.0, 8.0], [np.inf, 7.0]]),
        calls=np.array([60.0, 30.0, 1.0, 2.0]),
    )
    away = missions.away(np.array([5.0, 9.0, np.inf, 4.0]), np.array([0, 1, -1, 0]))
    # turn-out + there + scene + to hospital + handover + back; the alarm is before the vehicle is sent
    assert away.tolist() == [1 + 5 + 20 + 10 + 15 + 4, 1 + 9 + 20 + 6 + 15 + 7, np.inf, np.inf]
    assert missions.away(np.array([5.0, 9.0, 1, 1]), np.array([0, 0, 0, 0]))[1] == np.inf  # no way back
    hours = vehicle_hours(missions.calls, away)
    assert hours == Vehicles(93, 3, (60 * 55 + 30 * 58) / 60)
    assert hours.share_away(2) == hours.hours / 17520 and np.isnan(hours.share_away(0))


places = st.integers(1, 8)


@st.composite
def worlds(draw):
    """Drive minutes (n, s), people (n) and a fixed time; some pairs have no way."""
    n, s = draw(places), draw(st.integers(1, 4))
    minute = st.one_of(st.floats(0, 60), st.just(np.inf))
    minutes = np.array(draw(st.lists(minute, min_size=n * s, max_size=n * s))).reshape(n, s)
    people = np.array(draw(st.lists(st.integers(0, 500), min_size=n, max_size=n)), float)
    return minutes, people


def two_nearest(minutes):
    padded = np.column_stack([minutes, np.full(len(minutes), np.inf)])
    order = np.argsort(padded, axis=1, kind="stable")[:, :2]
    times = np.take_along_axis(padded, order, 1)
    return np.where(np.isfinite(times), order, -1), times


@SETTINGS
@given(worlds())
def test_one_fewer_is_what_a_run_without_it_gives(world):
    minutes, people = world
    thresholds = [10, 15, 20, 30]
    nearest, times = two_nearest(minutes)
    before = times[:, 0]
    for station in range(minutes.shape[1]):
        rest = np.delete(minutes, station, axis=1)
        expected = rest.min(1) if rest.shape[1] else np.full(len(rest), np.inf)
        _, after = without(station, nearest, times)
        assert np.array_equal(after, expected)
        found = change(before, after, nearest[:, 0] == station, people, thresholds)
        assert np.array_equal(found.within, coverage(expected, people, thresholds).within)
        assert (found.within_change <= 0).all() and found.unreachable_change >= 0  # nobody gains by losing a unit
        assert not found.mean_change < -1e-9
        assert np.isnan(found.hours_change)


@SETTINGS
@given(worlds())
def test_one_more_never_harms_and_undoes_one_fewer(world):
    minutes, people = world
    nearest, times = two_nearest(minutes)
    here, there = without(0, nearest, times)[1], times[:, 0]
    moved = nearest[:, 0] == 0
    lost, won = (change(*pair, moved, people, [10, 30]) for pair in ((there, here), (here, there)))
    assert np.array_equal(lost.within_change, -won.within_change) and (won.within_change >= 0).all()
    assert lost.unreachable_change == -won.unreachable_change
    assert lost.people_moved == won.people_moved
    assert np.isnan(lost.mean_change) == np.isnan(won.mean_change)
    if not np.isnan(won.mean_change):
        assert won.mean_change == pytest.approx(-lost.mean_change, abs=1e-9) and won.mean_change < 1e-9


@SETTINGS
@given(worlds(), st.floats(0, 40))
def test_a_longer_limit_never_covers_fewer_and_all_are_counted_once(world, limit):
    minutes, people = world
    times = minutes.min(1)
    found = coverage(times, people, [limit, limit + 5, 1e9])
    assert (np.diff(found.within) >= 0).all()
    assert found.within[-1] + found.unreachable == found.population == people.sum()
    if np.isfinite(found.mean):
        assert found.median <= found.p90 <= times[np.isfinite(times)].max()
