"""Before and after a scenario: gains less losses are the difference, the listed are conserved, and no reach is not a short road."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.network.compile import compile_network
from narvard_plugin.core.network.matrix import Pairs
from narvard_plugin.core.network.travel import TravelRules
from narvard_plugin.core.scenarios import compare as of
from narvard_plugin.core.scenarios import listings, live, targets
from narvard_plugin.core.scenarios.changes import CLOSE, MOVE, Change, Facility
from tests.core.network.oracle import uniform_lines
from tests.promises import promise
from tests.promises.strategies.populations import PEOPLE, SEEDS, columns, equal, or_unknown, reordered, strided

MINUTES = or_unknown(st.one_of(st.sampled_from([0.0, 10.0, 10.0 + 1e-9, 30.0, 60.0]), st.floats(0, 200, width=32)))


@promise("before and after swapped, gainers are losers and every change has the other sign; a change up to the threshold is none",
         of.compare, of.summarise, long=600)  # fmt: skip
@given(columns(MINUTES, MINUTES, PEOPLE, PEOPLE), st.sampled_from([0.0, 5.0]), SEEDS)
def test_compared(origins, threshold, seed):
    before, after, people, visits = origins
    found, back = of.compare(before, after, threshold), of.compare(after, before, threshold)
    assert (
        equal(found.gainer, back.loser) and equal(found.loser, back.gainer) and not (found.gainer & found.loser).any()
    )
    assert equal(found.change, -back.change) and equal(np.isnan(found.change), found.reach != of.OK)
    assert (np.abs(found.change[found.gainer | found.loser]) > threshold).all() and (
        before[found.gainer] > after[found.gainer]
    ).all()
    names = {of.LOST: of.GAINED, of.GAINED: of.LOST}
    assert [names.get(word, word) for word in found.reach] == back.reach.tolist()
    told = {
        one.name: one
        for one in of.summarise(of.Trips(before, 2 * before), of.Trips(after, 2 * after), people, visits, threshold)
    }
    turned = {one.name: one for one in of.summarise(of.Trips(after), of.Trips(before), people, visits, threshold)}
    for one, other in (("gainers", "losers"), ("gained_reach", "lost_reach")):
        assert told[one].change == turned[other].change and told[other].change == turned[one].change
    for name in ("unreached", "mean", "p90", "maximum", "person_minutes", "share_past_30"):
        assert [told[name].before, told[name].after] == pytest.approx(
            [turned[name].after, turned[name].before], nan_ok=True
        )
        assert told[name].change == pytest.approx(told[name].after - told[name].before, nan_ok=True)
    assert told["unreached"].change == told["lost_reach"].change - told["gained_reach"].change
    ok = found.reach == of.OK
    assert told["person_minutes"].change == pytest.approx((found.change[ok] * visits[ok]).sum(), abs=1e-3)
    assert told["person_km"].after == pytest.approx(2 * told["person_minutes"].after) and np.isnan(
        turned["person_km"].after
    )
    for limit in of.PAST:
        past = visits[~(after <= limit)].sum() / visits.sum() if visits.sum() else np.nan
        assert told[f"share_past_{limit}"].after == pytest.approx(past, nan_ok=True)
    order = reordered(seed, len(before))
    again = of.summarise(
        of.Trips(*(strided(one)[order] for one in (before, 2 * before))),
        of.Trips(after[order], 2 * after[order]),
        people[order],
        visits[order],
        threshold,
    )
    assert [one[1:] for one in again] == [pytest.approx(one[1:], nan_ok=True) for one in told.values()]


@promise("areas' gainers, losers and unreached sum to those of everybody who lives in an area", of.by_area, long=400)
@given(columns(MINUTES, MINUTES, PEOPLE, PEOPLE, st.integers(-1, 2)))
def test_areas(origins):
    before, after, people, visits, area = *origins[:4], origins[4].astype(int)
    found, inside = of.by_area(before, after, people, visits, area, 3), area >= 0
    compared = of.compare(before, after)
    for name, who in (("gainers", compared.gainer), ("losers", compared.loser), ("lost_reach", compared.reach == of.LOST),
                      ("gained_reach", compared.reach == of.GAINED), ("unreached", np.isnan(after)), ("population", inside)):  # fmt: skip
        assert getattr(found, name).sum() == people[inside & who].sum() and len(getattr(found, name)) == 3
    for own in range(3):
        ok = (area == own) & (compared.reach == of.OK) & (visits > 0)
        for mean, minutes in ((found.mean_before, before), (found.mean_after, after)):
            assert mean[own] == pytest.approx(
                np.average(minutes[ok], weights=visits[ok]) if ok.any() else np.nan, nan_ok=True
            )


@promise("whole people are shared out to the last one by exact remainders, ties to the larger and then the first, never two apart from the share",
         listings.apportion, usual=10, long=2000)  # fmt: skip
@given(st.integers(0, 9999), st.lists(st.integers(0, 60), min_size=1, max_size=7).filter(any))
def test_apportioned(number, weights):
    found, whole = listings.apportion(number, np.array(weights, float)), sum(weights)
    assert found.sum() == number and found.dtype.kind == "i" and not found[np.array(weights) == 0].any()
    exact = [Fraction(number * weight, whole) for weight in weights]
    base = [share.__floor__() for share in exact]
    first = sorted(range(len(weights)), key=lambda at: (-(exact[at] - base[at]), -weights[at], at))[
        : number - sum(base)
    ]
    assert found.tolist() == [share + (at in first) for at, share in enumerate(base)]


CELLS = st.lists(
    st.tuples(st.integers(-1, 2), st.integers(-1, 3), or_unknown(st.integers(0, 60))),
    max_size=9,
    unique_by=lambda cell: cell[:2],
)
TABLE = st.lists(st.one_of(st.just(np.inf), st.integers(1, 9).map(float)), min_size=12, max_size=12)


def as_cells(drawn):
    area, unit, number = zip(*drawn) if drawn else ((), (), ())
    return listings.Cells(np.array(area, int), np.array(unit, int), np.array(number, float))


@promise("everyone who is listed at a closing unit moves, each once, only to units that remain, and as their own neighbours choose",
         listings.move_listed, usual=8, long=800)  # fmt: skip
@given(CELLS, st.lists(st.booleans(), min_size=4, max_size=4), st.one_of(st.none(), TABLE), SEEDS)
def test_the_listed_move(drawn, remaining, minutes, seed):
    cells, remaining = as_cells(drawn), np.array(remaining)
    minutes = None if minutes is None else np.array(minutes).reshape(3, 4)
    moves = listings.move_listed(cells, remaining, minutes)
    for area in range(3):
        for unit in range(4):
            left = (
                sum(number for a, u, number in drawn if (a, u) == (area, unit) and not np.isnan(number))
                if not remaining[unit]
                else 0
            )
            own = (moves.area == area) & (moves.origin == unit)
            assert moves.number[own].sum() == left
            listed = {u for a, u, number in drawn if a == area and u >= 0 and remaining[u] and number > 0}
            if left and listed:
                assert set(moves.target[own]) <= listed and set(moves.how[own]) == {listings.BY_CHOICE}
            elif left and minutes is not None and np.isfinite(minutes[area][remaining]).any():
                assert minutes[area][moves.target[own]] == minutes[area][remaining].min() and set(moves.how[own]) == {
                    listings.BY_NEAREST
                }
            elif left:
                assert moves.target[own].tolist() == [-1] and set(moves.how[own]) == {listings.UNPLACED}
    assert remaining[moves.target[moves.target >= 0]].all() and (moves.number > 0).all()
    order = reordered(seed, len(drawn))
    again = listings.move_listed(listings.Cells(*(column[order] for column in cells)), remaining, minutes)
    assert all(equal(one.astype(str), other.astype(str)) for one, other in zip(again, moves))


@promise("of an area's listed those at its nearest unit are counted, hidden ones add nobody, and the largest unit is told", listings.choices,
         long=600)  # fmt: skip
@given(CELLS, TABLE)
def test_choices(drawn, minutes):
    cells, minutes = as_cells(drawn), np.array(minutes).reshape(3, 4)
    found = listings.choices(cells, minutes)
    for area in range(3):
        own = {unit: number for a, unit, number in drawn if a == area and number == number}
        reached = np.isfinite(minutes[area]).any()
        nearest = int(minutes[area].argmin()) if reached else -1
        assert found.listed[area] == sum(own.values()) and found.nearest[area] == nearest
        assert found.at_nearest[area] == (own.get(nearest, 0) if reached else 0) <= found.listed[area]
        best = max(((number, -unit) for unit, number in own.items() if unit >= 0 and number > 0), default=(0, 1))
        assert (found.top[area], found.top_number[area]) == (-best[1], best[0])
        timed = {unit: number for unit, number in own.items() if unit >= 0 and np.isfinite(minutes[area, unit])}
        mean = (
            sum(number * minutes[area, unit] for unit, number in timed.items()) / sum(timed.values())
            if sum(timed.values())
            else np.nan
        )
        assert found.minutes_listed[area] == pytest.approx(mean, nan_ok=True)
        assert found.minutes_nearest[area] == pytest.approx(minutes[area, nearest] if reached else np.nan, nan_ok=True)


@promise("an area's minutes are the mean of those who reach the unit, infinite where they are not most of its people; blocks hold areas whole",
         listings.area_minutes, listings.area_blocks, listings.newest_rows, long=600)  # fmt: skip
@given(
    columns(st.integers(-1, 2), PEOPLE, or_unknown(st.integers(0, 50)), or_unknown(st.integers(0, 50))),
    st.integers(1, 5),
    SEEDS,
)
def test_area_minutes(origins, size, seed):
    area, people, minutes = origins[0].astype(int), origins[1], np.column_stack(origins[2:])
    origin, facility = np.nonzero(np.isfinite(minutes))
    order = reordered(seed, len(origin))
    pairs = Pairs(origin[order], facility[order], minutes[origin, facility][order])
    found = listings.area_minutes(pairs, area, people, (3, 2))
    for own in range(3):
        for unit in range(2):
            inside = area == own
            reached = inside & np.isfinite(minutes[:, unit])
            most = 2 * people[reached].sum() > people[inside].sum()
            mean = np.average(minutes[reached, unit], weights=people[reached]) if most else np.inf
            assert found[own, unit] == pytest.approx(mean)
    blocks = listings.area_blocks(area, size)
    assert equal(np.sort(np.concatenate([np.zeros(0, int), *blocks])), np.flatnonzero(area >= 0))
    of_block = [set(area[block]) for block in blocks]
    assert sum(len(one) for one in of_block) == len(set().union(*of_block)) if blocks else not (area >= 0).any()
    dates = [["", "2024-01-01", "2024-12-31"][number] for number in area]
    assert listings.newest_rows(dates).tolist() == [one == max(dates) for one in dates]


CODES = st.lists(
    st.tuples(
        st.sampled_from(["x", "y", None]), st.sampled_from(["0114", "0180", None]), st.sampled_from(["01", None])
    ),
    max_size=6,
)
TARGETS = st.dictionaries(
    st.sampled_from(["x", "0114", "01"]),
    st.builds(targets.Target, st.integers(0, 30).map(float), st.sampled_from([targets.LOWER, targets.HIGHER])),
)


@promise("the nearest level's target holds, what lies on it meets it, unknown values meet and miss nothing, and sums are over those with both",
         targets.gaps, targets.meeting, long=400)  # fmt: skip
@given(
    CODES,
    TARGETS,
    st.lists(or_unknown(st.integers(0, 30)), min_size=6, max_size=6),
    st.lists(PEOPLE, min_size=6, max_size=6),
)
def test_targets(places, decided, values, people):
    values, people = np.array(values[: len(places)], float), np.array(people[: len(places)], float)
    found = targets.gaps(values, places, decided)
    for value, codes, gap in zip(values, places, found):
        holds = [
            (level, code)
            for level, code in zip((targets.OWN, targets.MUNICIPALITY, targets.REGION), codes)
            if code in decided
        ]
        assert (gap.level, gap.target) == ((holds[0][0], decided[holds[0][1]]) if holds else (None, None))
        assert (gap.gap is None) == (gap.met is None) == (not holds or np.isnan(value))
        if gap.met is not None:
            assert gap.gap == value - gap.target.value
            assert gap.met == (
                value <= gap.target.value if gap.target.better == targets.LOWER else value >= gap.target.value
            )
    whole = targets.meeting(found, people)
    levels = [targets.meeting(found, people, level) for level in (targets.OWN, targets.MUNICIPALITY, targets.REGION)]
    assert (
        [sum(parts) for parts in zip(*levels)] == list(whole)
        and whole.areas_met <= whole.areas
        and whole.people_met <= whole.people
    )


#: A road of ten kilometres along y = 0, driven at 60 km/h.
ROAD = compile_network(uniform_lines([[at * 500.0, 0.0] for at in range(21)], [0, 21], speed=60.0), crs="").network
XY = st.lists(st.tuples(st.integers(0, 20), st.sampled_from([0.0, 20_000.0])), max_size=5).map(
    lambda xy: np.array(xy, float).reshape(-1, 2) * [500, 1]
)


@promise("minutes are those of the road to the nearest place, none without one or off the road; an answer's groups sum to everybody",
         live.minutes_to, live.answer, live.reach_of_areas, usual=4, long=150)  # fmt: skip
@given(XY, st.lists(st.integers(0, 20), min_size=1, max_size=3), st.integers(0, 20), st.booleans(), SEEDS)
def test_answers(xy, facilities, other, closes, seed):
    chance = np.random.default_rng(seed)
    people = live.People(
        xy,
        chance.integers(0, 50, len(xy)).astype(float),
        chance.integers(-1, 2, len(xy)),
        np.array(["stad", None], object),
    )
    known = live.Known({f"f{at}": Facility(f"f{at}", at) for at in range(len(facilities))}, np.array([[at * 500.0, 0.0] for at in facilities]),
                       ["t"] * len(facilities), [""] * len(facilities))  # fmt: skip
    changes = [Change(1, "f0", CLOSE, 2030) if closes else Change(1, "f0", MOVE, 2030, (other * 500.0, 0.0))]
    rules, wanted = TravelRules(), live.Wanted(frozenset("t"))
    found = live.answer(ROAD, rules, known, people, changes, 2030, wanted)
    after = facilities[1:] + ([] if closes else [other])
    for minutes, places in ((found.before, facilities), (found.after, after)):
        told = [
            min((abs(east / 500 - at) * 0.5 for at in places), default=np.nan) if not north else np.nan
            for east, north in xy
        ]
        assert minutes == pytest.approx(np.array(told, float), abs=1e-4, nan_ok=True)
    assert equal(live.minutes_to(ROAD, rules, found.places_after, people), found.after)
    everybody = {name: one.change for name, one in found.everybody.measures.items()}
    for name in ("gainers", "losers", "lost_reach", "gained_reach", "unreached"):
        assert sum(group.measures[name].change for group in found.groups) == pytest.approx(everybody[name])
    assert sum(group.far_after for group in found.groups) == found.everybody.far_after
    nothing = live.answer(ROAD, rules, known, people, changes, 2029, wanted)
    assert equal(nothing.before, nothing.after) and nothing.everybody.measures["gainers"].change == 0
    words = live.reach_of_areas(found, people)
    assert [word == "nobody" for word in words] == [people.number[people.area == own].sum() == 0 for own in (0, 1)]
    reach = of.compare(found.before, found.after).reach
    for own, word in enumerate(words):
        number = {
            one: people.number[(people.area == own) & (reach == one)].sum() for one in ("ok", "lost", "gained", "never")
        }
        assert word == "nobody" or number[word] == max(number.values())
