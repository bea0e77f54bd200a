"""Sums over people and their minutes: against sums done one person at a time, and against doing it all again."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from narvard_plugin.core.access.response import change, coverage, vehicle_hours, without
from narvard_plugin.core.access.services import summarise
from narvard_plugin.core.access.travel_summary import summarise_facilities, weighted_quantile
from narvard_plugin.core.access.vulnerability import Loss, losses, ranks, share_below
from tests.promises import promise
from tests.promises.strategies.reach import MINUTES, PEOPLE, arrays
from tests.promises.unchanged import assert_same, unchanged

LIMITS = (0.0, 10.0, 30.0, 60.0)
REACHED = MINUTES.filter(np.isfinite)


def quantile(values, weights, share):
    """The smallest value whose cumulative share of the weights is at least ``share``, by counting people."""
    total, so_far = sum(weights), 0.0
    for value, weight in sorted(zip(values, weights)):
        so_far += weight
        if total > 0 and so_far >= share * total * (1 - 1e-12):
            return value
    return np.nan


@promise("the people within each limit grow with it; with those unreachable they make everybody, in any order", coverage,
         weighted_quantile, usual=8)  # fmt: skip
@given(arrays(MINUTES, PEOPLE), st.randoms(use_true_random=False))
def test_coverage(drawn, random):
    minutes, people = (column.astype(float) for column in drawn)
    found = unchanged(coverage)(minutes, people, LIMITS)
    assert (np.diff(found.within) >= 0).all() and found.within[-1] + found.unreachable <= found.population + 1e-6
    assert_allclose(coverage(minutes, people, [1e9]).within[0] + found.unreachable, found.population)
    assert_array_equal(
        found.within, [sum(p for m, p in zip(minutes, people) if m <= limit * (1 + 1e-9)) for limit in LIMITS]
    )
    reached = np.isfinite(minutes)
    assert_same(found.median, quantile(minutes[reached], people[reached], 0.5))
    assert_same(found.p90, quantile(minutes[reached], people[reached], 0.9))
    if people[reached].sum() > 0:
        assert_allclose(found.mean, np.average(minutes[reached], weights=people[reached]))
        assert found.median <= found.p90 and ((found.share >= 0) & (found.share <= 1 + 1e-12)).all()
    else:
        assert np.isnan(found.mean) and np.isnan(found.median)
    order = np.array(random.sample(range(len(minutes)), len(minutes)), int)
    assert_same(coverage(minutes[order], people[order], LIMITS), found)
    tenfold = coverage(minutes, people * 10, LIMITS)
    assert_same(
        (tenfold.mean, tenfold.median, tenfold.p90, tenfold.share), (found.mean, found.median, found.p90, found.share)
    )


@promise("a quantile is a value that somebody has, and rises with the share asked for", weighted_quantile, usual=8)
@given(arrays(REACHED, PEOPLE), st.lists(st.floats(0.01, 1), min_size=1, max_size=4))
def test_weighted_quantile(drawn, shares):
    values, weights = drawn[0].astype(float), drawn[1].astype(float)
    order = np.argsort(values, kind="stable")
    found = [unchanged(weighted_quantile)(values[order], weights[order], share) for share in sorted(shares)]
    for share, value in zip(sorted(shares), found):
        assert_same(value, quantile(values, weights, share))
    if weights.sum() > 0:
        assert found == sorted(found) and set(found) <= set(values[weights > 0])


@promise("each facility's figures are those of its own people alone, and all together they are everybody who is served",
         summarise_facilities, summarise, usual=6)  # fmt: skip
@given(arrays(REACHED, st.integers(-1, 3), PEOPLE, st.booleans()))
def test_facilities(drawn):
    minutes, facility, people, crosses = (column.astype(kind) for column, kind in zip(drawn, (float, int, float, bool)))
    found = unchanged(summarise_facilities)(minutes, facility, people, 5)
    for number in range(5):
        own = facility == number
        alone = coverage(minutes[own], people[own], LIMITS)
        got = tuple(float(column[number]) for column in found)
        assert_same(got, (alone.population, alone.mean, alone.median, alone.p90))
    assert found.population.sum() == people[facility >= 0].sum()
    reached = np.where(facility >= 0, minutes, np.inf)
    told = unchanged(summarise)(reached, facility, people, crosses)
    assert told.crossing == people[crosses].sum() and np.isnan(summarise(reached, facility, people, None).crossing)
    assert told.main_people == found.population.max()
    assert told.main == (found.population.argmax() if told.main_people > 0 else -1)


@promise(
    "minutes away add up to vehicles' hours, calls that nobody completes are counted and cost none",
    vehicle_hours,
    usual=6,
)
@given(arrays(PEOPLE, MINUTES))
def test_vehicle_hours(drawn):
    calls, away = (column.astype(float) for column in drawn)
    found = unchanged(vehicle_hours)(calls, away)
    assert found.hours == pytest.approx(sum(c * a / 60 for c, a in zip(calls, away) if np.isfinite(a)))
    assert found.unserved == calls[np.isinf(away)].sum() and found.calls == calls.sum()
    assert np.isnan(found.share_away(0)) and found.share_away(2) * 2 == pytest.approx(found.share_away(1))


@st.composite
def two_times(draw):
    """Minutes before and after, where only those who moved differ."""
    before, after, moved, people, calls = draw(arrays(MINUTES, MINUTES, st.booleans(), PEOPLE, PEOPLE))
    moved = moved.astype(bool)
    before = before.astype(float)
    return before, np.where(moved, after.astype(float), before), moved, people.astype(float), calls.astype(float)


@promise("what changes is the difference of two pictures, and back again it is the opposite", change, usual=8)
@given(two_times())
def test_change(drawn):
    before, after, moved, people, calls = drawn
    found = unchanged(change)(before, after, moved, people, LIMITS, (before, after), calls)
    then, now = (coverage(minutes, people, LIMITS) for minutes in (before, after))
    assert_same(found.within, now.within)
    assert_same(found.within_change, now.within - then.within)
    assert found.unreachable_change == pytest.approx(now.unreachable - then.unreachable)
    assert found.people_moved == people[moved].sum()
    both = np.isfinite(before) & np.isfinite(after)
    if people[both].sum() > 0:
        means = [np.average(minutes[both], weights=people[both]) for minutes in (after, before)]
        assert found.mean_change == pytest.approx(means[0] - means[1], abs=1e-6)
    back = change(after, before, moved, people, LIMITS, (after, before), calls)
    assert_same(back.within_change, -found.within_change)
    assert_same(
        (back.mean_change, back.hours_change, back.unserved_change),
        tuple(-one for one in (found.mean_change, found.hours_change, found.unserved_change)),
    )
    hours = [vehicle_hours(calls, minutes).hours for minutes in (after, before)]
    assert found.hours_change == pytest.approx(hours[0] - hours[1], abs=1e-6)
    assert np.isnan(change(before, after, moved, people, LIMITS).hours_change)


TABLES = st.integers(0, 12).flatmap(
    lambda n: st.lists(
        st.lists(st.one_of(st.integers(0, 9).map(float), st.just(np.inf)), min_size=4, max_size=4),
        min_size=n,
        max_size=n,
    )
)


def two_nearest(table):
    """Minutes and facility numbers (n, 2) of the two nearest of all columns, as every search tells them."""
    order = np.argsort(table, axis=1, kind="stable")[:, :2]
    minutes = np.take_along_axis(table, order, 1)
    return minutes, np.where(np.isfinite(minutes), order, -1)


@promise("without a facility everybody has what a search among the others finds", losses, without, usual=20)
@given(TABLES, st.data())
def test_losses_are_what_is_found_without_the_facility(rows, data):
    table = np.array(rows, float).reshape(-1, 4)
    people = np.array([data.draw(st.sampled_from((0, 1, 1, 2))) for _ in rows], float)
    minutes, facility = two_nearest(table)
    found = unchanged(losses)(minutes, 800 * minutes, facility, people, 4)
    for gone in range(4):
        rest = np.delete(table, gone, axis=1)
        least, now = rest.min(1, initial=np.inf), table.min(1, initial=np.inf)
        mine = facility[:, 0] == gone
        kept = mine & np.isfinite(least)
        extra = float(people[kept] @ (least[kept] - now[kept]))
        assert found.affected[gone] == people[mine].sum() and found.stranded[gone] == people[mine & ~kept].sum()
        assert found.extra_person_minutes[gone] == pytest.approx(extra)
        assert found.extra_person_metres[gone] == pytest.approx(800 * extra)
        assert_same(float(found.mean_extra_minutes[gone]), extra / people[kept].sum() if people[kept].sum() else np.nan)
        numbers = np.delete(np.arange(4), gone)
        to = [people[kept & (numbers[rest.argmin(1)] == other)].sum() for other in range(4)]
        assert found.receiver[gone] == (int(np.argmax(to)) if max(to) > 0 else -1)
        assert_same(float(found.receiver_share[gone]), max(to) / people[mine].sum() if people[mine].sum() else np.nan)
        station, times = unchanged(without)(gone, facility, minutes)
        assert_array_equal(times, least)
        assert_array_equal(station, np.where(np.isfinite(least), numbers[rest.argmin(1)], -1))


@promise("ranks count every facility once, the worst first, and a share below is of all", ranks, share_below, usual=8)
@given(arrays(st.integers(0, 3), st.one_of(st.integers(-2, 3).map(float), st.floats(-1e6, 1e6))))
def test_ranks(drawn):
    stranded, extra = (column.astype(float) for column in drawn)
    loss = Loss(stranded, stranded, extra, extra, extra, extra, extra)
    rank = unchanged(ranks)(loss)
    order = sorted(range(len(extra)), key=lambda row: (-stranded[row], -extra[row], row))
    assert [rank[row] for row in order] == list(range(1, len(extra) + 1))
    share = unchanged(share_below)(extra)
    assert_allclose(share, [np.mean(extra < value) for value in extra])
