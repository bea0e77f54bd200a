"""RAAM against the exact equilibrium of a worked case, against small cases by hand, and its laws on random pairs."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.access.raam import GAP, raam
from tests.shared import shared_file


def everywhere(cost):
    origin, facility = np.indices(cost.shape).reshape(2, -1)
    finite = np.isfinite(cost.ravel())
    return origin[finite], facility[finite], cost.ravel()[finite]


def test_it_is_the_exact_equilibrium_of_the_worked_case():
    case = json.loads(shared_file("vectors/raam_small_6x3.json").read_text("utf8"))
    inputs, outputs = case["inputs"], case["outputs"]
    pairs = everywhere(np.array(inputs["cost_minutes"], float))
    demand, supply = np.array(inputs["population"], float), np.array(inputs["supply"], float)
    found = raam(*pairs, demand, supply, case["params"]["tau"])
    np.testing.assert_allclose(found.cost, outputs["exact_equilibrium"], rtol=1e-3)
    load = np.bincount(pairs[1], found.demand)
    np.testing.assert_allclose(load, outputs["exact_demand_at_dest"], rtol=1e-3)
    assert found.gap <= GAP < outputs["exact_mean_gap"]


def test_two_places_share_their_people_until_both_cost_the_same():
    """100 people, 0 minutes to one place and 30 to the other, room for 50 in each: x/50 = 30/30 + (100 − x)/50 gives 75."""
    found = raam(np.array([0, 0]), np.array([0, 1]), np.array([0.0, 30]), np.array([100.0]), np.array([1.0, 1]), 30)
    np.testing.assert_allclose(found.demand, [75, 25], rtol=1e-4)
    assert found.cost[0] == pytest.approx(1.5, rel=1e-5)


def test_who_has_no_supply_in_reach_has_no_cost_and_who_counts_as_nobody_still_has_one():
    cost = np.array([[10, np.inf, 5], [np.inf, np.inf, 5], [np.inf, np.inf, np.inf], [20, np.inf, np.inf]])
    found = raam(*everywhere(cost), np.array([60.0, 30, 10, 0]), np.array([2.0, 3, 0]), 10)
    crowding = 60 / (2 * 100 / 5)
    np.testing.assert_allclose(found.cost, [1 + crowding, np.nan, np.nan, 2 + crowding], rtol=1e-12)


@pytest.mark.parametrize(("demand", "supply"), [(0.0, 1.0), (1.0, 0.0)])
def test_without_people_or_supply_there_is_no_cost(demand, supply):
    found = raam(np.array([0]), np.array([0]), np.array([5.0]), np.array([demand]), np.array([supply]), 10)
    assert np.isnan(found.cost).all() and not found.demand.any()


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(2, 60), st.integers(1, 15), st.floats(0.05, 1), st.floats(2, 90))
def test_nobody_gains_by_another_choice_and_nobody_is_lost(seed, origins, facilities, density, tau):
    rng = np.random.default_rng(seed)
    cost = rng.uniform(0, 60, (origins, facilities))
    cost[rng.random(cost.shape) > density] = np.inf
    demand = rng.integers(0, 3000, origins).astype(float)
    supply = rng.uniform(0, 9, facilities) * (rng.random(facilities) < 0.9)
    pairs = everywhere(cost)
    found = raam(*pairs, demand, supply, tau)
    if not (demand.any() and supply.any()):
        return
    origin, facility, minutes = pairs
    placed = np.bincount(origin, found.demand, origins)
    in_reach = np.isfinite(cost[:, supply > 0]).any(1)
    np.testing.assert_allclose(placed, np.where(in_reach, demand, 0), rtol=1e-9, atol=1e-9)
    assert (np.isfinite(found.cost) == in_reach).all()
    capacity = supply * demand.sum() / supply.sum()
    crowding = np.bincount(facility, found.demand, facilities) / np.where(capacity > 0, capacity, np.inf)
    paid = minutes / tau + crowding[facility]
    for_the_used = np.where(found.demand > 0, paid - found.cost[origin], 0)
    assert for_the_used.min(initial=0) > -1e-12
    assert found.demand @ for_the_used <= 1e-6 * (found.demand @ np.where(found.demand > 0, paid, 0)) + 1e-9
    assert found.gap <= 1e-6


def test_cancelling_stops_it():
    class Stopped(Exception):
        pass

    def stop(share):
        raise Stopped

    with pytest.raises(Stopped):
        raam(np.array([0]), np.array([0]), np.array([5.0]), np.ones(1), np.ones(1), 10, step=stop)
