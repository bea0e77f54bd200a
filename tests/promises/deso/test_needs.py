"""Care need, forecasts, growth and an own index: people are conserved, and unknown people are nobody's zero."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.deso import care_need as need
from narvard_plugin.core.deso import forecast, growth
from narvard_plugin.core.deso import socioeconomic as index_of
from tests.promises import promise
from tests.promises.strategies.populations import (
    PEOPLE,
    SEEDS,
    SOME_PEOPLE,
    VALUES,
    columns,
    equal,
    or_unknown,
    reordered,
    strided,
)  # fmt: skip

NAMES = tuple(need.CNI_WEIGHTS)


def same(one, other, **room):
    return one == pytest.approx(other, nan_ok=True, **{"rel": 1e-6, "abs": 1e-6, **room})


@promise("the index is weighted heads over people: a sum over areas, NaN with its reason where a part is unknown or nobody lives",
         need.weighted_counts, need.care_need, need.more_than_people, usual=8, long=400)  # fmt: skip
@given(columns(or_unknown(PEOPLE), *[or_unknown(st.integers(0, 60))] * 7, most=5), st.sampled_from([None, 2.5]), SEEDS)
def test_care_need(drawn, nation, seed):
    people, counts = drawn[0], dict(zip(NAMES, drawn[1:]))
    found = need.care_need(counts, people, nation)
    whole = np.all([np.isfinite(count) for count in counts.values()], axis=0)
    lived_in = people > 0
    assert equal(found.status == need.OK, whole & lived_in) and equal(found.status == need.NO_PEOPLE, ~lived_in)
    assert equal(np.isfinite(found.points), whole & lived_in)
    assert same(found.per_person * np.where(lived_in, people, np.nan), found.points)
    assert same(found.ratio * 2.5, found.per_person) if nation else np.isnan(found.ratio).all()
    told = whole & lived_in
    together = need.care_need(
        {name: count[told].sum(keepdims=True) for name, count in counts.items()}, people[told].sum(keepdims=True)
    )
    assert same(together.points[0], found.points[told].sum() if told.any() else np.nan)
    assert same(need.weighted_counts(counts)[told], found.points[told])
    order = reordered(seed, len(people))
    again = need.care_need({name: count[order] for name, count in counts.items()}, people[order], nation)
    assert all(equal(one.astype(str), other[order].astype(str)) for one, other in zip(again, found))
    more = need.more_than_people(counts, people)
    assert more.tolist() == [any(count[at] > people[at] for count in counts.values()) for at in range(len(people))]


@promise("a unit's estimate is the mean over its listed whose area is known; hidden listings are counted, never 0 people",
         need.ecological, long=400)  # fmt: skip
@given(columns(st.integers(0, 3), or_unknown(PEOPLE), or_unknown(st.floats(0, 4))), SEEDS)
def test_ecological(drawn, seed):
    unit, number, index = drawn[0].astype(int), *drawn[1:]
    found = need.ecological(unit, number, index, 4)
    for own in range(4):
        told = (unit == own) & np.isfinite(number)
        known = told & np.isfinite(index)
        assert found.listed[own] == number[told].sum() and found.covered[own] == number[known].sum()
        assert found.hidden[own] == ((unit == own) & ~np.isfinite(number)).sum()
        mean = np.average(index[known], weights=number[known]) if number[known].sum() else np.nan
        assert same(found.index[own], mean)
    order = reordered(seed, len(unit))
    assert all(
        equal(one, other) for one, other in zip(need.ecological(unit[order], number[order], index[order], 4), found)
    )


@promise("a scale is doubted when the middle of the file is the other scale's, never for the scale that it would be doubted as",
         need.doubtful_scale)  # fmt: skip
@given(columns(or_unknown(st.floats(0, 9))))
def test_doubtful_scale(values):
    (values,) = values
    doubts = [need.doubtful_scale(values, scale) for scale in (need.PER_PERSON, need.RATIO)]
    assert not all(doubts) and not need.doubtful_scale(values, need.POINTS)
    assert any(doubts) or not np.isfinite(values).any() or np.nanmedian(values) == 2


@promise("the areas of a place sum to its forecast, and what nobody could be given is told",
         forecast.share_out, usual=8, long=400)  # fmt: skip
@given(columns(or_unknown(PEOPLE), st.integers(-1, 3)), columns(or_unknown(PEOPLE), least=4, most=4), SEEDS)
def test_forecasts_are_shared_out(areas, places, seed):
    weight, place, (told,) = areas[0], areas[1].astype(int), places
    found = forecast.share_out(weight, place, told)
    for own in range(4):
        inside = (place == own) & np.isfinite(weight)
        if np.isnan(told[own]):
            assert np.isnan(found.people[inside]).all() and found.left[own] == 0
        else:
            assert same(np.nansum(found.people[inside]) + found.left[own], told[own])
    assert np.isnan(found.people[np.isnan(weight) | (place < 0)]).all()
    order = reordered(seed, len(weight))
    assert same(forecast.share_out(weight[order], place[order], told).people, found.people[order])


@promise(
    "a year between two lies between their people; told years are themselves; years outside are refused",
    forecast.level_in,
)
@given(st.dictionaries(st.integers(2020, 2040), PEOPLE, min_size=1, max_size=5), st.integers(2018, 2042))
def test_levels(series, year):
    if not min(series) <= year <= max(series):
        with pytest.raises(forecast.OutsideForecast) as caught:
            forecast.level_in(series, year)
        assert (caught.value.first, caught.value.last) == (min(series), max(series))
        return
    found = forecast.level_in(series, year)
    before, after = max(one for one in series if one <= year), min(one for one in series if one >= year)
    assert found.interpolated == (year not in series)
    share = (year - before) / (after - before) if after > before else 0
    assert found.people == pytest.approx(series[before] + share * (series[after] - series[before]))


@promise("those who are planned are added to the people once, by age; unknown people stay unknown; inputs are left as they are",
         forecast.with_planned, forecast.care_demand, forecast.expected_ratio, long=400)  # fmt: skip
@given(columns(or_unknown(PEOPLE), PEOPLE, PEOPLE, PEOPLE), st.lists(st.integers(0, 9), min_size=3, max_size=3), SEEDS)
def test_ages(drawn, rates, seed):
    *ages, planned = drawn
    by_age = dict(zip("abc", ages))
    before = {name: column.copy() for name, column in by_age.items()}
    found = forecast.with_planned(by_age, planned)
    total = sum(ages)
    assert same(sum(found.values()), total + np.where(np.isnan(total), np.nan, planned))
    assert all(equal(by_age[name], before[name]) for name in by_age)
    assert all((found[name] >= by_age[name])[~np.isnan(total)].all() for name in by_age)
    people = np.column_stack(ages)
    demand = forecast.care_demand(people, np.array(rates, float))
    assert equal(np.isnan(demand), np.isnan(total)) and same(demand, sum(rate * age for rate, age in zip(rates, ages)))
    ratio, known = forecast.expected_ratio(people, np.array(rates, float)), np.isfinite(total) & (total > 0)
    assert np.isnan(ratio[~known]).all()
    if np.nansum(demand) > 0:
        assert np.average(ratio[known], weights=total[known]) == pytest.approx(1)
    order = reordered(seed, len(planned))
    assert same(forecast.expected_ratio(people[order], np.array(rates, float)), ratio[order])


@promise(
    "an area lies in the place whose code its own begins with, of the finest kind that holds any area",
    forecast.places_of,
)
@given(st.lists(st.one_of(st.none(), st.sampled_from(["0114A0010", "0180C1000", "2034A0010", "99"])), max_size=6),
       st.lists(st.sampled_from(["01", "0114", "0180", "20"]), max_size=4, unique=True))  # fmt: skip
def test_places(codes, known):
    rows, length = forecast.places_of(codes, known)
    fits = [size for size in (4, 2) if any(code and code[:size] in known for code in codes)]
    assert length == (fits[0] if fits else 0) and len(rows) == len(codes)
    for code, row in zip(codes, rows):
        inside = code is not None and length and code[:length] in known
        assert row == (known.index(code[:length]) if inside else -1)


TYPES = st.one_of(st.none(), st.sampled_from(["1", "2", "10", "tätort"]))


@promise("growth by type sums to the growth of all, whichever year's types are used; areas half known stand in neither year",
         growth.growth_by_type, growth.total, growth.moves, growth.shares, growth.in_order, usual=8, long=400)  # fmt: skip
@given(st.lists(st.tuples(TYPES, TYPES, or_unknown(PEOPLE), or_unknown(PEOPLE)), max_size=9), SEEDS)
def test_growth(rows, seed):
    kinds = [np.array([row[at] for row in rows] + [None], object)[:-1] for at in (0, 1)]
    areas = growth.Areas(*kinds, *(np.array([row[at] for row in rows], float) for at in (2, 3)))
    found, there = growth.growth_by_type(areas), areas.compared
    whole = growth.total(found)
    assert whole.before[0] == areas.before[there].sum() and whole.after_fixed[0] == areas.after[there].sum()
    assert (
        whole.after_current[0] == whole.after_fixed[0] and whole.areas_before[0] == there.sum() == whole.areas_after[0]
    )
    assert found.types == sorted(found.types, key=growth.in_order) and len(set(found.types)) == len(found.types)
    assert same(found.current, found.fixed + found.reclassification)
    assert same(
        growth.shares(found.change, found.before) * found.before, np.where(found.before > 0, found.change, np.nan)
    )
    moves = growth.moves(areas)
    assert sum(count for *_, count in moves) == (there & areas.changed_type).sum()
    for at, kind in enumerate(found.types):
        came = sum(count for _, last, count in moves if last == kind) - sum(
            count for first, _, count in moves if first == kind
        )
        assert found.areas_after[at] - found.areas_before[at] == came
    order = reordered(seed, len(rows))
    again = growth.growth_by_type(growth.Areas(*(column[order] for column in areas)))
    assert again.types == found.types and equal(again.after_current, found.after_current)


@promise("numbers sort by size before words, and every word has its place", growth.in_order)
@given(st.lists(st.one_of(st.integers(-20, 200).map(str), st.text("abcå ", min_size=1, max_size=3)), unique=True))
def test_order_of_types(kinds):
    ordered = sorted(kinds, key=growth.in_order)
    numbers = [kind for kind in ordered if kind.strip().lstrip("-").isdigit()]
    assert ordered[: len(numbers)] == numbers == sorted(numbers, key=int)
    assert sorted([kinds[at] for at in reordered(len(kinds), len(kinds))], key=growth.in_order) == ordered


@promise("mean and spread are those of the people, to the last digit in any order, and nobody or unknown takes no part",
         index_of.spread, long=600)  # fmt: skip
@given(columns(or_unknown(VALUES), or_unknown(PEOPLE)), SEEDS)
def test_spread(drawn, seed):
    values, weights = drawn
    found, order = index_of.spread(values, weights), reordered(seed, len(values))
    assert equal(index_of.spread(values[order], weights[order]), found)
    known = np.isfinite(values) & (np.nan_to_num(weights) > 0)
    assert equal(index_of.spread(strided(values)[known], weights[known]), found)
    if not known.any():
        assert np.isnan(found).all()
        return
    mean = np.average(values[known], weights=weights[known])
    deviation = np.sqrt(np.average((values[known] - mean) ** 2, weights=weights[known]))
    size = np.abs(values[known]).max()
    assert same(found, (mean, deviation), abs=1e-9 * size)
    assert values[known].min() - 1e-9 * size <= found.mean <= values[known].max() + 1e-9 * size
    assert (found.deviation == 0) or np.ptp(values[known]) > 0


@promise("standardised values have mean 0 and spread 1, or ranks of mean ½; an index is NaN where any part is, and their mean else",
         index_of.standardised, index_of.mixed, index_of.deviations, long=400)  # fmt: skip
@given(columns(or_unknown(VALUES), or_unknown(VALUES), SOME_PEOPLE, least=1), st.sampled_from([index_of.NONE, index_of.ZSCORE, index_of.RANK]),
       st.sampled_from([(1, 1), (2, -1), (0.25, 0.75)]), SEEDS)  # fmt: skip
def test_own_index(drawn, how, mix, seed):
    one, other, people = drawn
    whole = np.isfinite(one) & np.isfinite(other)
    found = index_of.mixed([one, other], mix, how, people)
    parts = [index_of.standardised(values[whole], how, people[whole]) for values in (one, other)]
    assert (
        same(found[whole], (mix[0] * parts[0] + mix[1] * parts[1]) / (abs(mix[0]) + abs(mix[1])))
        and np.isnan(found[~whole]).all()
    )
    for part in parts:
        if how == index_of.ZSCORE and len(part) and np.isfinite(part).all():
            assert same(index_of.spread(part, people[whole]), (0, 1), abs=1e-4)
        if how == index_of.RANK and len(part):
            assert np.average(part, weights=people[whole]) == pytest.approx(0.5)
    order = reordered(seed, len(one))
    assert same(index_of.mixed([one[order], other[order]], mix, how, people[order]), found[order])
    reference = index_of.spread(one, people)
    apart = index_of.deviations(one, reference)
    if reference.deviation > 0:
        assert same(apart * reference.deviation + reference.mean, one, abs=1e-6 * (1 + np.nanmax(np.abs(one))))
    else:
        assert np.isnan(apart).all()


@promise(
    "types fall as the index rises, a value on a cut is of the worse type, and no value has no type",
    index_of.area_types,
)
@given(columns(or_unknown(st.one_of(st.sampled_from([-1.0, 0.0, 1.0, 2.0]), st.floats(-4, 4)))))
def test_types(deviation):
    (deviation,) = deviation
    types = index_of.area_types(deviation)
    expected = [0 if np.isnan(one) else 5 - sum(one >= cut for cut in index_of.CUTS) for one in deviation]
    assert types.tolist() == expected
    known = np.isfinite(deviation)
    assert (np.diff(types[known][np.argsort(deviation[known], kind="stable")]) <= 0).all()
