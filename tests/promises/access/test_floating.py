"""Floating catchments and equilibria: what is conserved, what cannot fall, and what order has no part in."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from narvard_plugin.core.access.decay import COSINE, ENDLESS, EPANECHNIKOV, GAUSSIAN, KINDS, LUO_QI, STEPS, WAN, Decay
from narvard_plugin.core.access.floating import (
    METHODS,
    RAAM,
    WITHOUT_COMPETITION,
    Weighted,
    balanced,
    by_facility,
    by_origin,
    modified_two_step,
    opportunities,
    reach_of,
    spatial_availability,
    three_step,
    two_step,
)
from narvard_plugin.core.access.raam import raam
from tests.promises import promise
from tests.promises.strategies.reach import MINUTES, arrays, markets
from tests.promises.unchanged import unchanged

EVERY = (two_step, modified_two_step, three_step, balanced, spatial_availability, opportunities)
CLOSE = {"rtol": 1e-9, "atol": 1e-9}


def reached_supply(pairs, demand, supply):
    """Supply of the facilities that any demand reaches."""
    return sum(supply[j] for j in range(len(supply)) if demand[pairs.origin[pairs.facility == j]].sum() > 0)


@promise("all supply in reach of anybody is shared out, once; what nobody reaches is not", two_step, three_step, balanced,
         spatial_availability, by_origin, by_facility, usual=8)  # fmt: skip
@given(markets())
def test_supply_is_conserved(market):
    pairs, demand, supply = market
    reached = reached_supply(*market)
    for method in (two_step, three_step):
        found = unchanged(method)(*market)
        assert_allclose(demand @ by_origin(pairs, found.access, len(demand)), reached, **CLOSE)
    found = spatial_availability(*market)
    assert_allclose(found.access.sum(), reached, **CLOSE)
    assert_allclose(unchanged(by_facility)(pairs, found.access, len(supply)).sum(), reached, **CLOSE)
    assert_allclose(unchanged(by_origin)(pairs, found.access, len(demand)).sum(), reached, **CLOSE)
    found = unchanged(balanced)(*market)
    in_reach = np.unique(pairs.facility)
    assert_allclose(found.access.sum(), found.ratio[in_reach].sum(), **CLOSE)
    served = np.isin(np.arange(len(demand)), pairs.origin)
    assert_allclose(found.demand.sum(), demand[served].sum(), **CLOSE)  # nobody is counted twice


@promise("access is never negative, doubles with supply, halves with demand, and does not hang on the order of pairs",
         *EVERY, usual=6)  # fmt: skip
@given(markets(), st.sampled_from(EVERY), st.randoms(use_true_random=False))
def test_scale_and_order(market, method, random):
    pairs, demand, supply = market
    found = unchanged(method)(*market)
    assert (found.access >= 0).all() and np.isfinite(found.access).all() and (found.ratio >= 0).all()
    assert_allclose(method(pairs, demand, 2 * supply).access, 2 * found.access, **CLOSE)
    by = 1 if method in (spatial_availability, opportunities) else 2
    assert_allclose(method(pairs, 2 * demand, supply).access * by, found.access, **CLOSE)
    order = np.array(random.sample(range(len(pairs.origin)), len(pairs.origin)), int)
    turned = method(Weighted(*(column[order] for column in pairs)), demand, supply)
    assert_allclose(turned.access, found.access[order], **CLOSE)
    assert_allclose(turned.ratio, found.ratio, **CLOSE)


@promise("more supply anywhere and fewer people elsewhere never lower anyone's access", two_step, modified_two_step, three_step,
         balanced, opportunities, usual=6)  # fmt: skip
@given(st.data(), markets(), st.sampled_from(EVERY[:4] + EVERY[5:]))
def test_access_is_monotone(data, market, method):
    pairs, demand, supply = market
    found = method(*market).access
    more = supply.copy()
    more[data.draw(st.integers(0, len(supply) - 1))] += 100
    assert (method(pairs, demand, more).access >= found - 1e-9).all()
    fewer = demand.copy()
    empty = data.draw(st.integers(0, len(demand) - 1))
    fewer[empty] = 0
    others = by_facility(pairs, fewer[pairs.origin], len(supply))[pairs.facility] > 0
    assert (method(pairs, fewer, supply).access >= found - 1e-9)[others].all()


@promise("facility by facility, access is what its definition sums to", two_step, modified_two_step, three_step, opportunities,
         usual=6)  # fmt: skip
@given(markets())
def test_definitions(market):
    pairs, demand, supply = market
    weight = np.zeros((len(demand), len(supply)))
    weight[pairs.origin, pairs.facility] = pairs.weight
    with np.errstate(invalid="ignore", divide="ignore"):
        ratio = np.nan_to_num(supply / (demand @ weight), posinf=0)
        chosen = np.nan_to_num(weight / weight.sum(1, keepdims=True)) * weight
        ratio_of_choice = np.nan_to_num(supply / (demand @ chosen), posinf=0)
    for method, table in (
        (two_step, weight * ratio),
        (modified_two_step, weight**2 * ratio),
        (three_step, chosen * ratio_of_choice),
        (opportunities, weight * supply),
    ):
        assert_allclose(method(*market).access, table[pairs.origin, pairs.facility], **CLOSE)


@promise(
    "how far out data must go: what competes asks for people two thresholds away, what does not asks for none", reach_of
)
@given(st.sampled_from((*METHODS, RAAM)))
def test_reach(method):
    reach = reach_of(method)
    assert reach.supply in (1, 3) and reach.demand == (0 if method in WITHOUT_COMPETITION else 2)


@st.composite
def decays(draw):
    kind = draw(st.sampled_from(KINDS))
    limited = st.floats(1, 120)
    threshold = draw(st.one_of(limited, st.just(np.inf)) if kind in (*ENDLESS, STEPS) else limited)
    breaks, weights = draw(st.sampled_from((LUO_QI, WAN)))
    return Decay(
        kind, threshold, breaks, weights, draw(st.floats(1, 60)), draw(st.floats(0.1, 4)), draw(st.floats(0.5, 5))
    )


@promise("weights lie between 0 and that of no time at all, never rise with minutes, and end at the threshold", Decay.of,
         usual=10)  # fmt: skip
@given(decays(), arrays(st.one_of(MINUTES, st.just(np.nan))), st.sampled_from((float, np.float32)))
def test_decay(decay, drawn, kind):
    minutes = np.sort(drawn[0].astype(kind) if len(drawn[0]) else np.zeros(0, kind))
    weight = unchanged(decay.of)(minutes)
    most = decay.of(np.zeros(1))[0]
    assert (weight >= 0).all() and (weight <= most).all() and (most <= 1 or decay.kind == "power")
    known = ~np.isnan(minutes)
    assert (np.diff(weight[known]) <= 1e-12).all()
    assert not weight[~np.isfinite(minutes)].any() and not weight[known & (minutes > decay.threshold * 1.000001)].any()
    assert not weight[known & (minutes > decay.reach * 1.000001)].any()
    if decay.kind not in (EPANECHNIKOV, COSINE, GAUSSIAN) and np.isfinite(decay.reach):
        assert decay.of(np.array([decay.reach]))[0] > 0  # the limit itself is within


@promise("a decay that there is not, or one without the threshold it needs, is refused", Decay.of, usual=4)
@given(
    st.one_of(
        st.tuples(st.text().filter(lambda kind: kind not in KINDS), st.just(30.0)),
        st.tuples(st.sampled_from((EPANECHNIKOV, COSINE)), st.just(np.inf)),
    )
)
def test_no_such_decay(kind_and_threshold):
    with pytest.raises(ValueError, match="no decay"):
        Decay(*kind_and_threshold).of(np.array([1.0]))


@promise("everybody goes somewhere, nobody gains by going elsewhere, and it matters neither in what unit people are counted nor in what order",
         raam, usual=6, long=200)  # fmt: skip
@given(markets(amounts=st.floats(1, 1000)), st.data(), st.sampled_from((5.0, 60.0)))
def test_equilibrium(market, data, tau):
    pairs, demand, supply = market
    minutes = np.array([data.draw(st.sampled_from((0.0, 2.0, 10.0, 45.0))) for _ in pairs.origin])
    found = unchanged(raam)(pairs.origin, pairs.facility, minutes, demand, supply, tau)
    assert (found.demand >= 0).all() and 0 <= found.gap <= 1e-5
    open_to = (supply[pairs.facility] > 0) & (demand.sum() > 0)
    reached = np.isin(np.arange(len(demand)), pairs.origin[open_to])
    assert_allclose(by_origin(pairs, found.demand, len(demand)), np.where(reached, demand, 0), rtol=1e-6, atol=1e-9)
    assert_array_equal(np.isnan(found.cost), ~reached)
    if not reached.any():
        return
    capacity = supply * demand.sum() / supply.sum()
    crowding = np.divide(
        by_facility(pairs, found.demand, len(supply)), capacity, out=np.full(len(supply), np.inf), where=capacity > 0
    )
    cost = minutes / tau + crowding[pairs.facility]
    for origin in np.flatnonzero(reached):
        assert found.cost[origin] == pytest.approx(cost[pairs.origin == origin].min())
    paid, least = found.demand @ np.where(found.demand > 0, cost, 0), demand[reached] @ found.cost[reached]
    assert paid == pytest.approx(least, rel=2e-5, abs=1e-9)
    thousands = raam(pairs.origin[::-1], pairs.facility[::-1], minutes[::-1], demand / 1000, supply * 7, tau)
    assert_allclose(thousands.cost, found.cost, rtol=5e-3)
