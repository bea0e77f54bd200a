"""What plans mean: people, places and loads, times by law, departures, checksums, filled texts; more is never less, unknown is never nought."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.access.decay import EPANECHNIKOV, Decay
from narvard_plugin.core.plans import (
    cumulative,
    need,
)
from narvard_plugin.core.plans.building_rights import Ground, building_rights
from narvard_plugin.core.plans.plan_content import provisions_frame
from tests.core.plans.test_plan_need import ASSUMED
from tests.core.plans.test_provision_values import provision, use
from tests.promises import promise
from tests.promises.strategies.populations import SEEDS, equal, or_unknown, reordered
from tests.promises.unchanged import unchanged

COUNTS = or_unknown(st.integers(0, 500).map(float))
MINUTES = st.one_of(st.integers(0, 90).map(float), st.just(math.inf))


def arrays(draw, elements, *shape):
    size = math.prod(shape)
    return np.array(draw(st.lists(elements, min_size=size, max_size=size)), float).reshape(shape)


@promise(
    "more dwellings never mean fewer people, listed or doctors, each plan counts for itself, and what is unknown stays unknown",
    need.need_of,
    long=1000,
)
@given(st.data(), st.integers(0, 5), st.integers(0, 9))
def test_needs(data, size, more):
    flats, houses = arrays(data.draw, COUNTS, size), arrays(data.draw, COUNTS, size)
    found, larger = unchanged(need.need_of)(flats, houses, ASSUMED), need.need_of(flats + more, houses, ASSUMED)
    for one, other in zip(found[2:], larger[2:]):
        assert (
            np.array_equal(np.isnan(one), np.isnan(flats + houses)) and not (other < one).any() and not (one < 0).any()
        )
    assert equal(np.array(need.need_of(flats[::-1], houses[::-1], ASSUMED)), np.array(found)[:, ::-1])
    assert (np.nan_to_num(found.listed) <= np.nan_to_num(found.people)).all()


@promise(
    "flats are as many whole ones as the floor area holds; none told is unknown and never nought, and a use shared with another is in doubt",
    need.dwellings_of,
)
@given(st.one_of(st.none(), st.integers(0, 20_000)), st.integers(40, 150), st.booleans())
def test_dwellings(gross, each, shared):
    rows = [use("b", "BC" if shared else "B")] + (
        [] if gross is None else [provision("e", "DP_KM_Eg_Utnytt_StorstaAreaKvm_Brutto", gross)]
    )
    ground = Ground({"b": [0]}, {0: 100.0}, own={"e": 100.0}, shared={("e", 0): 100.0})
    found, clear = need.dwellings_of(building_rights(provisions_frame(rows), ground), float(each))
    assert clear == (gross is not None and not shared) and (
        found == gross // each if gross is not None else math.isnan(found)
    )


GROUPS = st.dictionaries(st.sampled_from(["0_4", "15_19", "80_84", "85_plus"]), st.integers(0, 900), max_size=4)


@promise("shares of ages sum to everybody, people by age to all people, the old take the places of the old, and no ages are unknown places",
         need.age_shares, need.by_age, need.first_age, need.care_home_places)  # fmt: skip
@given(GROUPS, st.lists(st.integers(0, 900), max_size=4))
def test_ages(counts, people):
    shares, people = need.age_shares(counts), np.array(people, float)
    assert bool(shares) == (sum(counts.values()) > 0) and (not shares or math.isclose(sum(shares.values()), 1))
    split = unchanged(need.by_age)(people, shares)
    assert list(split) == list(shares) and (not shares or np.allclose(sum(split.values()), people))
    old = sum(count for group, count in counts.items() if need.first_age(group) >= 80)
    places = unchanged(need.care_home_places)(people, shares, ASSUMED)
    if not shares:
        assert np.isnan(places).all()
    else:
        assert np.allclose(places, people * old / sum(counts.values()) * ASSUMED.places_per_old)
        assert np.isnan(need.care_home_places(people, shares, replace(ASSUMED, places_per_old=math.nan))).all()
    assert [need.first_age(group) for group in ("0_4", "80_84", "85_plus")] == [0, 80, 85]


@promise(
    "people only move in as years pass, all of them in the end, and a plan whose year nobody knows is counted whole",
    need.moved_in,
)
@given(
    st.lists(or_unknown(st.integers(2024, 2040).map(float)), min_size=1, max_size=4),
    st.floats(0.05, 1),
    st.lists(st.integers(2020, 2080), min_size=1, max_size=4),
)
def test_moved_in(first, share, years):
    first, years = np.array(first), sorted(years)
    found = unchanged(need.moved_in)(first, share, years)
    assert ((found >= 0) & (found <= 1)).all() and (np.diff(found, axis=1) >= 0).all()
    assert (found[np.isnan(first)] == 1).all() and (need.moved_in(first, share, [2100]) == 1).all()
    assert (need.moved_in(first, share, [2023])[~np.isnan(first)] == 0).all()


@promise("each plan's people go to centres in reach and are all of them or nobody; the nearest gets them unless another has the room",
         need.flows, usual=10, long=2000)  # fmt: skip
@given(st.data(), st.integers(1, 4), st.integers(1, 4), st.sampled_from([need.NEAREST, need.ROOM, need.DECAY]))
def test_flows(data, plans, centres, method):
    minutes = arrays(data.draw, MINUTES, plans, centres)
    room = np.array(data.draw(st.lists(st.booleans(), min_size=centres, max_size=centres)))
    found = unchanged(need.flows)(minutes, method, Decay(EPANECHNIKOV, 30.0), room)
    total = found.sum(axis=1)
    assert (found >= 0).all() and (np.isclose(total, 1) | (total == 0)).all() and not found[np.isinf(minutes)].any()
    for row, share in zip(minutes, found):
        if method == need.DECAY:
            assert (share.sum() > 0) == (row < 30).any()
            assert all(one >= other for one, m in zip(share, row) for other, n in zip(share, row) if m <= n)
        elif np.isfinite(row).any():
            open_ = room & np.isfinite(row)
            at = int(share.argmax())
            wanted = row[open_] if method == need.ROOM and open_.any() else row
            assert (
                row[at] == wanted.min()
                and share.sum() == 1
                and not (method == need.ROOM and open_.any() and not room[at])
            )
        else:
            assert not share.any()


@promise("loads only grow with what is added, each plan's alone is no more than all together, a centre of unknown places has no load",
         cumulative.loads, cumulative.horizons, cumulative.greatest_load, long=1000)  # fmt: skip
@given(st.data(), st.integers(1, 4), st.integers(1, 4), st.integers(0, 3))
def test_loads(data, plans, centres, years):
    listed, places = arrays(data.draw, COUNTS, centres), arrays(data.draw, COUNTS, centres)
    added, lived_in = (
        arrays(data.draw, st.integers(0, 90), plans, centres),
        np.sort(arrays(data.draw, st.floats(0, 1), plans, years), axis=1),
    )
    found = unchanged(cumulative.loads)(listed, places, added)
    known = (places > 0) & ~np.isnan(listed)
    assert (
        np.array_equal(~np.isnan(found.before), known)
        and np.array_equal(~np.isnan(found.after), known)
        and (found.added == added.sum(axis=0)).all()
    )
    assert not (found.after < found.before).any() and not (found.alone > found.after + 1e-9).any()
    assert np.array_equal(~np.isnan(found.alone), known[None, :] & (added > 0))
    told = unchanged(cumulative.horizons)(listed, places, added, lived_in, list(range(2030, 2030 + years)))
    assert [one.year for one in told] == [*range(2030, 2030 + years), None] and equal(told[-1].load, found.after)
    assert all(not (later.load < one.load - 1e-9).any() for one, later in zip(told, told[1:]))
    greatest = cumulative.greatest_load(told)
    touched = found.after[(found.added > 0) & known]
    assert greatest == pytest.approx(touched.max(initial=-1)) if len(touched) else math.isnan(greatest)


@promise("every smallest combination of plans that is too many is found, none that fits, and a search that is cut says so", cumulative.breaking, cumulative.too_many,
         usual=10, long=1500)  # fmt: skip
@given(st.lists(st.integers(0, 60), max_size=6), st.integers(-3, 150), SEEDS)
def test_breaking(people, left, seed):
    amounts = np.array(people, float)
    found = unchanged(cumulative.breaking)(amounts, left, 1000)
    if left >= 0:
        every = [
            set(one)
            for size in range(1, len(people) + 1)
            for one in itertools.combinations(range(len(people)), size)
            if cumulative.too_many(amounts[list(one)], left)
        ]
        assert {frozenset(one) for one in found.found} == {
            frozenset(one) for one in every if not any(other < one for other in every)
        }
    else:
        assert found.found == tuple((at,) for at, count in enumerate(people) if count)
    assert found.complete and [len(one) for one in found.found] == sorted(len(one) for one in found.found)
    order = reordered(seed, len(people))
    assert {
        frozenset(int(order[at]) for at in one) for one in cumulative.breaking(amounts[order], left, 1000).found
    } == set(map(frozenset, found.found))
    cut = cumulative.breaking(amounts, left, 1)
    assert len(cut.found) <= 1 and (cut.complete or len(found.found) > 1 or len(people) > 1)
    assert not cumulative.too_many(amounts, amounts.sum() + 0.5) and cumulative.too_many(amounts, amounts.sum() - 0.6)
