"""Floating catchments against worked cases of other software, and the laws of methods section 3.2 on random pairs."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.access.decay import ENDLESS, KINDS, LUO_QI, WAN, Decay
from narvard_plugin.core.access.floating import METHODS, Weighted, by_facility, by_origin
from tests.shared import shared_file

EXACT = 1e-9
TWENTY_AT_ONE_PER_CENT = 20 / np.sqrt(2 * np.log(100))  # the sigma of exp(−d² ln(100)/20²)


def case(name):
    document = json.loads(shared_file(f"vectors/{name}.json").read_text("utf8"))
    inputs = document["inputs"]
    cost = inputs.get("cost_minutes", inputs.get("cost", inputs.get("travel_time")))
    supply = next(inputs[name] for name in ("supply", "jobs", "opportunities") if name in inputs)
    return document, table(cost) if cost else None, np.array(inputs["population"], float), np.array(supply, float)


def table(rows):
    return np.array([[np.inf if value is None else value for value in row] for row in rows], float)


def weighted(weight):
    origin, facility = np.indices(weight.shape).reshape(2, -1)
    return Weighted.where_positive(origin, facility, weight.ravel())


def access(method, weight, demand, supply):
    pairs = weighted(weight)
    return by_origin(pairs, METHODS[method](pairs, demand, supply).access, len(demand))


def steps(breaks, weights, threshold=np.inf):
    return Decay("steps", threshold, breaks, weights)


@pytest.mark.parametrize("name", ["fca_small_3x3", "fca_edge_15x5"])
@pytest.mark.parametrize(
    ("key", "method", "decay"),
    [
        ("2sfca", "2sfca", lambda most, sigma: Decay("binary", most)),
        ("e2sfca_luoqi", "e2sfca", lambda most, sigma: steps(*LUO_QI, 30)),
        ("e2sfca_gauss", "e2sfca", lambda most, sigma: Decay("gaussian", most, sigma=sigma)),
        ("3sfca_truncated60", "3sfca", lambda most, sigma: steps(*WAN)),
        ("3sfca_truncated30", "3sfca", lambda most, sigma: steps(*LUO_QI, 30)),
        ("cumulative", "cumulative", lambda most, sigma: Decay("binary", most)),
        ("gravity", "gravity", lambda most, sigma: Decay("power", exponent=1.5, min_minutes=1)),
    ],
)
def test_it_is_what_pysal_access_gives(name, key, method, decay):
    document, cost, demand, supply = case(name)
    weight = decay(document["params"]["max_cost"], document["params"]["sigma"]).of(cost)
    if method == "gravity":
        weight *= document["params"]["gs"] ** 1.5  # its weights are of cost / gs
    expected = [0 if value is None else value for value in document["outputs"][key]]
    np.testing.assert_allclose(access(method, weight, demand, supply), expected, rtol=EXACT)


@pytest.mark.parametrize(
    ("key", "method", "decay"),
    [
        ("2sfca", "2sfca", Decay("binary", 40)),
        ("kd2sfca_epanechnikov", "kd2sfca", Decay("epanechnikov", 40)),
        ("m2sfca_epanechnikov", "m2sfca", Decay("epanechnikov", 40)),
        ("e2sfca_gaussian", "e2sfca", Decay("gaussian", sigma=20)),
        ("m2sfca_gaussian", "m2sfca", Decay("gaussian", sigma=20)),
        ("raised_cosine", "e2sfca", Decay("cosine", 40)),
    ],
)
def test_it_is_what_aceso_gives(key, method, decay):
    document, cost, demand, supply = case("aceso_small_8x3")
    np.testing.assert_allclose(
        access(method, decay.of(cost), demand, supply), document["outputs"][key], rtol=EXACT, atol=1e-18
    )


@pytest.mark.parametrize("method", ["2sfca", "bfca"])
def test_it_is_what_r_accessibility_gives(method):
    document, cost, demand, supply = case("r_accessibility_fca_5")
    found = access(method, Decay("binary", 45).of(cost), demand, supply)
    np.testing.assert_allclose(found, document["ours"][method], rtol=EXACT)
    np.testing.assert_allclose(found, document["outputs"][method], atol=document["tolerance"])


def test_spatial_availability_is_that_of_r_accessibility():
    document, cost, demand, supply = case("r_accessibility_spatial_availability_3")
    found = access("spatialavailability", np.exp(-0.1 * cost), demand, supply)
    np.testing.assert_allclose(found, document["outputs"], atol=document["tolerance"])
    assert found.sum() == pytest.approx(supply.sum(), rel=EXACT)


def test_three_steps_are_those_of_r_fca():
    document, cost, demand, supply = case("r_fca_readme_3sfca_10x3")
    found = access("3sfca", Decay("gaussian", sigma=TWENTY_AT_ONE_PER_CENT).of(cost), demand, supply)
    np.testing.assert_allclose(found, document["ours"], rtol=EXACT)
    np.testing.assert_allclose(found, document["outputs"], atol=document["tolerance"])


def test_three_steps_with_given_weights_are_those_of_r_fca():
    document, _, demand, supply = case("r_fca_test_3sfca_4x6")
    found = access("3sfca", np.array(document["inputs"]["W"], float), demand, supply)
    np.testing.assert_allclose(found, document["ours"], rtol=EXACT)
    np.testing.assert_allclose(found, document["outputs"], atol=document["tolerance"])


def test_cumulative_supply_is_that_of_the_worked_case():
    document, cost, demand, supply = case("access_simple_small_5x4")
    found = access("cumulative", Decay("binary", document["params"]["cutoff"]).of(cost), demand, supply)
    assert found.tolist() == document["outputs"]["cumulative_supply"]


def test_two_steps_by_hand():
    cost = np.array([[1, 80, 40], [80, 1, 40], [40, 40, 1]], float)
    pairs = weighted(Decay("binary", 61).of(cost))
    found = METHODS["2sfca"](pairs, np.array([100.0, 50, 10]), np.array([15.0, 20, 100]))
    assert found.ratio.tolist() == [15 / 110, 20 / 60, 100 / 160]
    assert by_facility(pairs, found.demand, 3).tolist() == [110, 60, 160]
    assert by_origin(pairs, found.access, 3)[0] == pytest.approx(15 / 110 + 100 / 160, rel=1e-15)


@pytest.mark.parametrize(
    ("decay", "expected"),
    [
        (Decay("binary", 15), [1, 1, 1, 0, 0]),
        (steps((5, 15), (1, 0.5)), [1, 1, 0.5, 0, 0]),
        (steps((5, 15), (1, 0.5), 10), [1, 1, 0, 0, 0]),
        (Decay("gaussian", 15, sigma=5), [1, np.exp(-0.5), np.exp(-4.5), 0, 0]),
        (Decay("epanechnikov", 15), [1, 8 / 9, 0, 0, 0]),
        (Decay("cosine", 15), [1, 0.75, 0, 0, 0]),
        (Decay("power", 15, exponent=2, min_minutes=10), [0.01, 0.01, 1 / 225, 0, 0]),
    ],
)
def test_weights_by_hand_with_the_limit_itself_within(decay, expected):
    np.testing.assert_allclose(decay.of(np.array([0, 5, 15, 15.01, np.inf])), expected, rtol=1e-12)


def test_rounding_does_not_push_the_limit_out():
    sums = np.array([0.1 * 3, np.nextafter(15, 16)])
    assert Decay("binary", 15).of(sums).all() and steps((0.3, 15), (1, 0.5)).of(sums).tolist() == [1, 0.5]


def test_a_weight_too_small_to_divide_by_is_none():
    assert Decay("gaussian", sigma=1).of(np.array([38.0])).tolist() == [0]


def test_decays_that_need_a_threshold_say_so():
    for kind in ("epanechnikov", "cosine", "unknown"):
        with pytest.raises(ValueError, match=kind):
            Decay(kind).of(np.ones(1))
    assert set(ENDLESS) < set(KINDS)


def test_reach_is_the_longest_time_with_a_weight():
    assert steps(*LUO_QI).reach == 30 and steps(*WAN, 45).reach == 45 and Decay("power").reach == np.inf


@st.composite
def worlds(draw):
    """Sparse pairs with weights, people (some none) and supply (some none), and facilities and origins without pairs."""
    origins, facilities = draw(st.integers(1, 12)), draw(st.integers(1, 8))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    weight = rng.random((origins, facilities)) ** 4 * (rng.random((origins, facilities)) < draw(st.floats(0.1, 1)))
    demand = rng.integers(0, 900, origins) * (rng.random(origins) < 0.8)
    supply = rng.random(facilities) * 20 * (rng.random(facilities) < 0.8)
    return weighted(weight), demand.astype(float), supply


LAWS = settings(derandomize=True, max_examples=150, deadline=None)


def reached(pairs, demand, supply):
    """Which facilities any demand reaches."""
    return by_facility(pairs, (demand[pairs.origin] > 0).astype(float), len(supply)) > 0


@LAWS
@given(worlds(), st.sampled_from(["2sfca", "e2sfca", "kd2sfca", "3sfca"]))
def test_access_times_people_is_the_supply_in_reach(world, method):
    pairs, demand, supply = world
    found = by_origin(pairs, METHODS[method](pairs, demand, supply).access, len(demand))
    assert demand @ found == pytest.approx(supply[reached(*world)].sum(), rel=EXACT)


@LAWS
@given(worlds())
def test_spatial_availability_shares_out_the_supply_in_reach(world):
    pairs, demand, supply = world
    found = by_origin(pairs, METHODS["spatialavailability"](pairs, demand, supply).access, len(demand))
    assert found.sum() == pytest.approx(supply[reached(*world)].sum(), rel=EXACT)
    assert not found[demand == 0].any()


@LAWS
@given(worlds())
def test_balanced_access_sums_to_the_ratios_and_counts_nobody_twice(world):
    pairs, demand, supply = world
    found = METHODS["bfca"](pairs, demand, supply)
    assert found.access.sum() == pytest.approx(found.ratio.sum(), rel=EXACT)
    served = np.isin(np.arange(len(demand)), pairs.origin)
    assert found.demand.sum() == pytest.approx(demand[served].sum(), rel=EXACT)


@LAWS
@given(worlds())
def test_what_counts_twice_never_gives_more(world):
    assert world[0].weight.max(initial=0) <= 1
    assert (METHODS["m2sfca"](*world).access <= METHODS["2sfca"](*world).access).all()


@LAWS
@given(worlds(), st.sampled_from(sorted(METHODS)), st.randoms(use_true_random=False))
def test_neither_order_nor_the_unit_of_people_matters(world, method, random):
    pairs, demand, supply = world
    order = np.array(random.sample(range(len(pairs.origin)), len(pairs.origin)), int)
    mixed = Weighted(*(values[order] for values in pairs))
    first, second = METHODS[method](pairs, demand, supply), METHODS[method](mixed, demand, supply)
    np.testing.assert_allclose(second.access, first.access[order], rtol=EXACT)
    tenfold = METHODS[method](pairs, 10 * demand, 10 * supply)
    factor = 10 if method in ("gravity", "cumulative", "spatialavailability") else 1
    np.testing.assert_allclose(tenfold.access, factor * first.access, rtol=EXACT)
    np.testing.assert_allclose(tenfold.ratio, first.ratio, rtol=EXACT)


@LAWS
@given(worlds(), st.sampled_from(sorted(METHODS)))
def test_more_supply_takes_nothing_from_anybody(world, method):
    pairs, demand, supply = world
    more = supply.copy()
    more[0] += 1
    assert (METHODS[method](pairs, demand, more).access >= METHODS[method](pairs, demand, supply).access).all()


@LAWS
@given(worlds(), st.sampled_from(sorted(METHODS)))
def test_no_pair_gives_nothing_and_nothing_is_ever_missing(world, method):
    pairs, demand, supply = world
    found = METHODS[method](pairs, demand, supply)
    assert all(np.isfinite(values).all() and (values >= 0).all() for values in found)
    none = Weighted(*(values[:0] for values in pairs))
    assert not METHODS[method](none, demand, supply).ratio.any()
