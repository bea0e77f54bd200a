"""Patients moved between units: nobody is lost, nobody is moved who must stay, and no plan is better."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from narvard_plugin.core.siting.concentration import concentrate
from narvard_plugin.core.siting.patients import THRESHOLDS, areas_of, person_minutes, travel_of_origins
from narvard_plugin.core.siting.redistribution import balance, highest_ratio, lowest_peak, volume, within_capacity
from narvard_plugin.core.siting.waiting import QUARTER, list_in_a_year, over_90_days, share_over_90_days
from tests.promises import promise
from tests.promises.strategies.reach import arrays
from tests.promises.strategies.sites import groups, peoples, procedures
from tests.promises.unchanged import assert_same, unchanged


def assert_possible(group, plan):
    moves, load = plan.moves, plan.load(group.need)
    assert plan.proven and (moves >= 0).all() and (moves == np.round(moves)).all() and not np.diag(moves).any()
    assert load.sum() == group.need.sum() and (load >= 0).all()
    share = np.where(np.isnan(group.reach), 1.0, group.reach)
    assert (moves <= share * group.need[:, None] + 1e-6).all()  # none without a route
    assert (moves.sum(1) <= group.need * (1 - group.local) + 1e-6).all()


def floors(group):
    """The least whole patients that each unit keeps."""
    keep = np.minimum.reduce([group.floor, group.capacity, group.need])
    return np.maximum(np.ceil(keep - 1e-9), np.ceil(group.need * group.local - 1e-9))


def possible_loads(group):
    """Every way to share out whole patients where everybody has a route everywhere."""
    total, least = int(group.need.sum()), floors(group).astype(int)
    ranges = [range(low, total + 1) for low in least[:-1]]
    for loads in itertools.product(*ranges):
        last = total - sum(loads)
        if last >= least[-1]:
            yield np.array([*loads, last], float)


@promise("nobody is lost or made up, nobody moves who must stay or has no route, and floors are kept", balance, within_capacity,
         lowest_peak, usual=5, long=200)  # fmt: skip
@given(groups(holes=True), st.integers(0, 8))
def test_every_plan_is_possible(group, most):
    for plan in (
        unchanged(balance)(group, 20),
        unchanged(within_capacity)(group, 20),
        unchanged(lowest_peak)(group, most, 20),
    ):
        assert_possible(group, plan)
        given_away = plan.moves.sum(1) > plan.moves.sum(0)
        keep = np.minimum.reduce([group.floor, group.capacity, group.need])
        assert (plan.load(group.need) >= keep - 1e-6)[given_away].all()
        assert not plan.moves[:, group.capacity <= 0].any()
    assert plan.moves.sum() <= most


@promise("no plan leaves less beyond capacity with fewer moves, and none of so many moves has a lower peak", within_capacity, lowest_peak,
         highest_ratio, usual=4, long=150)  # fmt: skip
@given(groups(least_capacity=1), st.sampled_from((0, 0.25, 0.5)), st.integers(0, 12))
def test_no_plan_is_better(group, part, most):
    def moved(load):
        return np.maximum(load - group.need, 0).sum()

    group = group._replace(capacity=group.capacity + part)  # patients are whole, room need not be
    loads = list(possible_loads(group))
    beyond = [np.maximum(load - group.capacity, 0).sum() for load in loads]
    plan = within_capacity(group, 20)
    assert np.maximum(plan.load(group.need) - group.capacity, 0).sum() == pytest.approx(min(beyond))
    assert plan.moves.sum() == min(moved(load) for load, over in zip(loads, beyond) if over == min(beyond))
    peaks = {highest_ratio(load, group.capacity): moved(load) for load in sorted(loads, key=moved, reverse=True)}
    lowest = min(peak for peak, moves in peaks.items() if moves <= most)
    plan = lowest_peak(group, most, 20)
    assert highest_ratio(plan.load(group.need), group.capacity) == pytest.approx(lowest, abs=1e-4)
    assert plan.moves.sum() == min(moves for peak, moves in peaks.items() if peak <= lowest * (1 + 1e-9))


@promise("units in another order share their patients out alike", balance, usual=4, long=150)
@given(st.data(), groups(least_capacity=1))
def test_order_of_units(data, group):
    order = np.array(data.draw(st.permutations(range(len(group.need)))), int)
    turned = type(group)(
        *(column[order] for column in group[:4]), *(table[np.ix_(order, order)] for table in group[4:])
    )
    one, two = balance(group, 20), balance(turned, 20)
    assert one.moves.sum() == two.moves.sum()
    ratio = highest_ratio(one.load(group.need), group.capacity)
    assert highest_ratio(two.load(turned.need), turned.capacity) <= ratio + 1 / group.capacity.min() + 1e-6


@promise("patients gathered at few units are all there, what is lacking is told, and fewer units are never used by asking for more volume",
         concentrate, usual=5, long=150)  # fmt: skip
@given(groups(holes=True), st.integers(0, 12), st.sampled_from((None, 4)))
def test_concentration(group, least, units):
    found = unchanged(concentrate)(group, least, 20, units)
    load = found.plan.load(group.need)
    assert_possible(group, found.plan)
    assert np.maximum(load - group.capacity, 0).sum() == pytest.approx(found.beyond, abs=1e-6)
    assert found.beyond >= max(0.0, group.need.sum() - group.capacity.sum()) - 1e-6
    enough = np.maximum(least, group.floor)
    lacks = np.maximum(enough - load, enough - group.capacity).clip(0)[load > 0].sum()
    assert found.short >= lacks - 1e-6
    if group.need.sum() == 0:
        assert not found.plan.moves.any() and found.beyond == 0


@promise("operations are what is asked for as far as capacity goes, and the highest ratio is that of some unit", volume, highest_ratio,
         usual=8)  # fmt: skip
@given(arrays(st.integers(0, 30), st.integers(0, 30)))
def test_volume(drawn):
    load, capacity = (column.astype(float) for column in drawn)
    done = unchanged(volume)(load, capacity)
    assert ((done <= load) & (done <= capacity) & ((done == load) | (done == capacity))).all()
    ratio = unchanged(highest_ratio)(load, capacity)
    each = [0.0 if a == 0 else np.inf if b == 0 else a / b for a, b in zip(load, capacity)]
    assert ratio == max(each, default=0.0)


WAITING = st.one_of(st.integers(0, 400).map(float), st.just(np.nan))


@promise("a list grows by what comes in and shrinks by what is done, never below nobody; an unknown list stays unknown", list_in_a_year,
         over_90_days, share_over_90_days, usual=8)  # fmt: skip
@given(arrays(WAITING, st.integers(0, 800), st.integers(0, 800)))
def test_waiting(drawn):
    number, demand, capacity = (column.astype(float) for column in drawn)
    waiting = unchanged(list_in_a_year)(number, demand, capacity)
    assert_array_equal(np.isnan(waiting), np.isnan(number))
    assert_array_equal(waiting, [max(a + b - c, 0) if a == a else np.nan for a, b, c in zip(number, demand, capacity)])
    long = unchanged(over_90_days)(waiting, demand)
    known = ~np.isnan(waiting)
    assert ((long >= 0) & (long <= waiting))[known].all() and np.isnan(long[~known]).all()
    assert_allclose(long[known], (waiting - demand * QUARTER)[known].clip(0))
    share = unchanged(share_over_90_days)(number, demand, capacity)
    if known.all():
        assert 0 <= share <= 1
        if len(number) == 1:  # of several, those with a short list may be the ones that capacity helps
            assert share_over_90_days(number, demand, capacity + 50) <= share + 1e-9
    else:
        assert np.isnan(share)


@promise(
    "each unit's patients live where it is the nearest of their own region's, and means are over those with a route",
    areas_of,
    usual=6,
)
@given(st.integers(1, 4).flatmap(peoples))
def test_areas(drawn):
    people, region = drawn
    units = np.arange(len(region))
    areas = unchanged(areas_of)(people, units, region)
    for origin, times in enumerate(people.minutes):
        own = [unit for unit in units if people.region is None or people.region[origin] == region[unit]]
        best = min(((times[unit], unit) for unit in own if np.isfinite(times[unit])), default=(np.inf, -1))
        assert areas.of_origin[origin] == best[1]
    for unit in units:
        mine = (areas.of_origin == unit) & (people.population > 0)
        assert areas.known[unit] == mine.any()
        for other in units:
            times, weight = people.minutes[mine, other], people.population[mine]
            routed = np.isfinite(times)
            if not routed.any():
                assert np.isnan(areas.minutes[unit, other]) and np.isnan(areas.extra[unit, other])
                assert not mine.any() or areas.reach[unit, other] == 0
                continue
            assert areas.reach[unit, other] == pytest.approx(weight[routed].sum() / weight.sum())
            assert areas.minutes[unit, other] == pytest.approx(np.average(times[routed], weights=weight[routed]))
            extra = times[routed] - people.minutes[mine, unit][routed]
            assert areas.extra[unit, other] == pytest.approx(np.average(extra, weights=weight[routed]), abs=1e-9)
            shares = [np.average(times[routed] > limit * (1 + 1e-9), weights=weight[routed]) for limit in THRESHOLDS]
            assert_allclose(areas.beyond[:, unit, other], shares, atol=1e-12)


@promise("what origins travel more adds up to what the moves cost, and every patient with a known home is at one origin", travel_of_origins,
         person_minutes, usual=6)  # fmt: skip
@given(procedures(), st.data())
def test_travel_of_origins(drawn, data):
    procedure, people = drawn
    group, areas = procedure.group, procedure.areas
    count = len(group.need)
    moves = np.zeros((count, count))
    for unit in range(count):
        for other in range(count):
            most = int(group.need[unit] - moves[unit].sum())
            if other != unit and most > 0:
                moves[unit, other] = data.draw(st.integers(0, most))
    travel = unchanged(travel_of_origins)(people, [(procedure.column, areas, group.need, moves)])
    assert travel.patients.sum() == pytest.approx(group.need[areas.known].sum())
    assert_array_equal(np.isnan(travel.before), travel.patients == 0)
    extra, unknown = unchanged(person_minutes)(moves, areas.extra)
    assert np.nansum(travel.patients * (travel.after - travel.before)) == pytest.approx(extra, abs=1e-6)
    assert unknown == moves[np.isnan(areas.extra)].sum()
    still = travel_of_origins(people, [(procedure.column, areas, group.need, np.zeros_like(moves))])
    assert_same(still.after, still.before)
    twice = travel_of_origins(people, [(procedure.column, areas, group.need, moves)] * 2)
    assert_same(twice.after, travel.after)
    assert_same(twice.patients, 2 * travel.patients)
