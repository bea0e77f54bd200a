"""Known trips against computed ones: what was put into the trips must come out of the comparison."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from narvard_plugin.core.access.observed import compare, measure_errors, propose_factors
from narvard_plugin.core.network.compile import compile_network
from narvard_plugin.core.network.modes import FERRY
from narvard_plugin.core.network.network import costs_of
from narvard_plugin.core.network.paths import tally_trips
from narvard_plugin.core.network.road_class import class_names, with_factors
from narvard_plugin.core.network.snap import nearest_places
from tests.core.network.oracle import uniform_lines


@pytest.fixture(scope="module")
def grid():
    """Streets of three classes 500 m apart, the classes at unlike speeds, and one ferry."""
    rng = np.random.default_rng(1)
    count = 15
    xy, speed, road_class, flags = [], [], [], []
    for i in range(count):
        for turned in (False, True):
            line = np.column_stack([np.arange(count) * 500.0, np.full(count, i * 500.0)])
            line = line[:, ::-1] if turned else line
            for a, b in zip(line[:-1], line[1:]):
                xy += [a, b]
                road_class.append(1 if i % 5 == 0 else 2 + int(rng.uniform() < 0.5))
                speed.append({1: 80, 2: 50, 3: 30}[road_class[-1]])
                flags.append(FERRY if (i, turned) == (7, False) and a[0] == 3500 else 0)
    n = len(speed)
    lines = uniform_lines(np.array(xy), np.arange(n + 1) * 2)._replace(
        forward=np.array(speed, float), backward=np.array(speed, float), flags=np.array(flags, np.uint8),
        road_class=np.array(road_class, np.uint8),
    )  # fmt: skip
    return compile_network(lines, crs="EPSG:3006", about={"road_classes": ["", "big", "street", "lane"]}).network


@pytest.fixture(scope="module")
def trips(grid):
    rng = np.random.default_rng(2)
    depart = rng.uniform(0, 7000, (400, 2))
    arrive = rng.uniform(0, 7000, (5, 2))[rng.integers(0, 5, 400)]
    return [nearest_places(grid, grid.stoppable("car"), xy, 1000.0) for xy in (depart, arrive)]


def times(network, trips, off_road):
    return tally_trips(network, costs_of(network, "car"), *trips).minutes + off_road


OFF_ROAD = np.full(400, 1.5)
ONES = np.ones(400)


def test_trips_a_quarter_longer_than_the_network_give_a_quarter_more(grid, trips):
    observed = times(with_factors(grid, np.full(4, 1.25)), trips, OFF_ROAD)
    found = compare(grid, "car", *trips, OFF_ROAD, observed, ONES)
    assert_allclose(found.proposal.factor, 1.25, atol=1e-6)
    assert found.proposal.own.tolist() == [False, True, True, True]
    assert found.errors.bias < -1 and found.errors_after.p90_absolute < 1e-5
    assert found.errors_after.within_10 == 1


@pytest.mark.parametrize("factors", [(1.1, 1.5, 0.8), (0.7, 1.0, 1.9), (2.0, 0.5, 1.0)])
def test_each_class_gets_its_own_factor_back_although_paths_change(grid, trips, factors):
    observed = times(with_factors(grid, np.array([1.0, *factors])), trips, OFF_ROAD)
    found = compare(grid, "car", *trips, OFF_ROAD, observed, ONES)
    assert_allclose(found.proposal.factor[1:], factors, atol=2e-3)
    assert found.errors_after.p90_absolute < 0.02 < found.errors.p90_absolute


def test_noise_is_averaged_out_and_its_size_is_told(grid, trips):
    rng = np.random.default_rng(3)
    factors = np.array([1.0, 1.1, 1.4, 0.9])
    exact = times(with_factors(grid, factors), trips, OFF_ROAD)
    observed = exact * np.exp(rng.normal(0, 0.1, 400))
    proposal = compare(grid, "car", *trips, OFF_ROAD, observed, ONES).proposal
    off = np.abs(proposal.factor[1:] - factors[1:])
    assert (off < 3 * proposal.error[1:]).all() and (proposal.error[1:] < 0.06).all()


def test_a_weight_is_so_many_trips(grid, trips):
    rng = np.random.default_rng(4)
    observed = times(grid, trips, OFF_ROAD) * rng.uniform(0.8, 1.6, 400)
    weight = rng.integers(0, 4, 400)
    once = np.repeat(np.arange(400), weight)
    by_weight = compare(grid, "car", *trips, OFF_ROAD, observed, weight.astype(float))
    repeated = compare(
        grid, "car", *(places.take(once) for places in trips), OFF_ROAD[once], observed[once], np.ones(len(once))
    )
    assert_allclose(by_weight.errors[1:], repeated.errors[1:], rtol=1e-9)
    by_class = by_weight.tally.by_class[:, :-1]
    weighted = propose_factors(observed, by_class, weight.astype(float))
    repeated = propose_factors(observed[once], by_class[once], np.ones(len(once)))
    assert_allclose(weighted.overall, repeated.overall, rtol=1e-9)
    assert_allclose(weighted.minutes, repeated.minutes, rtol=1e-9)


def test_trips_that_contradict_each_other_count_by_their_weight():
    by_class = np.full((200, 1), 10.0)
    observed, weight = np.repeat([10.0, 20.0], 100), np.repeat([9.0, 1.0], 100)
    found = propose_factors(observed, by_class, weight)
    assert found.own.all()
    assert_allclose(found.factor, 1.1)


def test_walking_is_compared_but_gets_no_factors(grid, trips):
    found = compare(grid, "walk", *trips, OFF_ROAD, np.full(400, 60.0), ONES)
    assert found.proposal is None and found.errors_after is None and found.errors.trips == 400


def test_a_trip_without_a_route_counts_in_no_error():
    lines = uniform_lines([[0, 0], [1000, 0], [5000, 0], [6000, 0]], [0, 2, 4], speed=60)
    network = compile_network(lines, crs="EPSG:3006").network
    assert class_names(network) == [""]
    ends = np.array([[0.0, 0], [0, 0]]), np.array([[1000.0, 0], [6000, 0]])
    places = [nearest_places(network, network.stoppable("car"), xy, 10) for xy in ends]
    found = compare(network, "car", *places, np.zeros(2), np.array([2.0, 9.0]), np.ones(2))
    assert found.computed.tolist() == [1.0, np.inf]
    assert found.errors.trips == 1 and found.errors.bias == -1
    assert found.proposal.factor.tolist() == [2.0] and not found.proposal.own.any()


def test_errors_worked_by_hand():
    observed, computed = np.array([10.0, 20.0, 40.0]), np.array([11.0, 15.0, 48.0])
    errors = measure_errors(observed, computed, np.array([2.0, 1.0, 1.0]))
    # deviations +1 (twice), −5, +8
    assert errors.weight == 4 and errors.trips == 3
    assert_allclose(errors[2:], [1.25, 5 / 80, 1, 15 / 4, 8, 0.5, 0.75])
    assert np.isnan(measure_errors(observed, computed, np.zeros(3)).bias)


def test_a_class_with_little_data_gets_the_overall_factor():
    rng = np.random.default_rng(5)
    by_class = np.column_stack([rng.uniform(5, 30, 100), np.zeros(100), rng.uniform(5, 30, 100)])
    by_class[:19, 1] = 60.0  # many minutes, one trip too few
    by_class[:, 2] *= np.arange(100) < 25
    by_class[:25, 2] = 1.19  # trips enough, minutes too few
    observed = by_class @ [1.2, 0.6, 1.9]
    found = propose_factors(observed, by_class, np.ones(100))
    assert found.own.tolist() == [True, False, False]
    assert_allclose(found.overall, observed.sum() / by_class.sum())
    assert found.factor[1] == found.factor[2] == found.overall
    assert found.trips.tolist() == [100, 19, 25] and np.isnan(found.error[1:]).all()


def test_classes_that_always_come_together_are_not_told_apart():
    minutes = np.linspace(5, 50, 60)
    by_class = np.column_stack([minutes, 2 * minutes])
    found = propose_factors(by_class @ [1.4, 1.4], by_class, np.ones(60))
    assert_allclose(found.factor, 1.4, atol=1e-6)


def test_seconds_taken_for_minutes_are_seen():
    found = propose_factors(np.full(30, 600.0), np.full((30, 1), 10.0), np.ones(30))
    assert_allclose(found.unbounded, 60)
    assert found.overall == 2 and found.factor.tolist() == [2.0]
    with pytest.raises(ValueError, match="time on a road"):
        propose_factors(np.ones(3), np.zeros((3, 2)), np.ones(3))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    seed=st.integers(0, 2**32 - 1),
    factors=st.lists(st.floats(0.5, 2), min_size=1, max_size=6),
    noise=st.sampled_from([0.0, 0.05, 0.3]),
)
def test_factors_stay_within_bounds_and_are_exact_without_noise(seed, factors, noise):
    rng = np.random.default_rng(seed)
    by_class = rng.uniform(0, 20, (200, len(factors)))
    observed = by_class @ factors * np.exp(rng.normal(0, noise, 200))
    weight = rng.integers(1, 5, 200).astype(float)
    found = propose_factors(observed, by_class, weight)
    assert ((found.factor >= 0.5) & (found.factor <= 2)).all()
    if noise == 0:
        assert_allclose(found.factor, factors, atol=1e-5)
        assert measure_errors(observed, by_class @ found.factor, weight).p90_absolute < 1e-3
    scaled = propose_factors(observed, by_class, weight * 7)
    assert_allclose(scaled.factor, found.factor, atol=1e-6)  # the unit of the weights says nothing
