"""Topics of an atlas: a figure is a number or says why not, nobody is told of who is one of few, and everybody is counted once."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.atlas import coming, need, people, plans
from narvard_plugin.core.scenarios.targets import Target, gaps
from tests.core.atlas.ground import words
from tests.promises import promise
from tests.promises.atlas.sound import LANGUAGE, grounds, sound
from tests.promises.strategies.populations import SEEDS, or_unknown

HISTORY = st.dictionaries(
    st.integers(2010, 2024), st.lists(or_unknown(st.integers(1, 900)), min_size=4, max_size=4).map(np.array), max_size=4
)


@promise("the region's people are the sum of all its points, areas of few show no number, and a change is told over three years at least",
         people.people_topic, usual=8, long=1500)  # fmt: skip
@given(grounds(), HISTORY, LANGUAGE)
def test_people(places, history, language):
    found = sound(lambda say: people.people_topic(places, history, "2024", say, []), places, language)
    population, change, _ = found.figures
    true = [places.people[places.member >= 0].sum(), *(places.people[places.member == at].sum() for at in (1, 2, 3))]
    assert all(math.isnan(value) or value == wanted for value, wanted in zip(population.values, true))
    assert not ((population.values > 0) & (population.values < 5)).any()
    years = [year for year, values in history.items() if math.isfinite(values[0])]
    assert np.isnan(change.values).all() or max(years) - min(years) >= people.FEWEST_YEARS


@promise(
    "shares of ages are of the people whose ages are told, and the young, the middle and the old are all of them",
    people.age_topic,
    usual=6,
    long=800,
)
@given(grounds(), SEEDS, st.booleans(), LANGUAGE)
def test_ages(places, seed, unknown, language):
    chance = np.random.default_rng(seed).dirichlet(np.ones(18), len(places.people))
    ages = np.full(chance.shape, np.nan) if unknown else np.round(chance * places.people[:, None])
    labels = [f"{5 * at}–{5 * at + 4}".replace("–", "-") for at in range(18)]
    found = sound(lambda say: people.age_topic(places, ages, labels, "2024", say, []), places, language)
    if unknown:
        assert all(found.missing) and not found.figures
    elif found.figures:
        parts = np.array([found.figure(f"age.{key}").values for key in ("under_20", "20_64", "65_plus")]).sum(axis=0)
        assert np.allclose(parts[np.isfinite(parts)], 100)
        assert not (found.figure("age.80_plus").values > found.figure("age.65_plus").values + 1e-9).any()


@promise("a change within the limit is steady, else it goes the way of its sign; what stands beside is the region's, and beside the region nothing",
         people.direction, people.beside)  # fmt: skip
@given(
    st.floats(-9, 9),
    st.floats(0.1, 2),
    st.lists(or_unknown(st.integers(0, 99)), min_size=3, max_size=3),
    st.integers(0, 2),
)
def test_words(change, steady, values, at):
    told = people.direction(change, steady)
    assert told == ("steady" if abs(change) < steady else "up" if change > 0 else "down")
    assert told == "steady" or people.direction(-change, steady) == {"up": "down", "down": "up"}[told]
    said = people.beside(np.array(values), at, 0, words())
    assert bool(said) == bool(at and math.isfinite(values[0])) and (not said or f"{values[0]:.0f}" in said)


SMALL = st.lists(st.tuples(or_unknown(st.integers(0, 9)), st.sampled_from([0.0, 6.0, 90.0])), min_size=3, max_size=3)


@promise("a mean of small areas lies between them and needs every part with people; people by type are all people of known type, once in the region",
         need.mean_of_small, need.types_of_places, need.need_topic, usual=8, long=1500)  # fmt: skip
@given(grounds(), SMALL, st.lists(or_unknown(st.integers(1, 5)), min_size=3, max_size=3), st.booleans(), LANGUAGE)
def test_need(places, told, types, with_index, language):
    values, size = (np.array(column, float) for column in zip(*told))
    types = np.array(types, float)
    mean = need.mean_of_small(places, values, size)
    for at in range(4):
        own = values[places.small_of(at) & (size > 0)]
        assert math.isnan(mean[at]) == (not len(own) or np.isnan(own).any())
        assert math.isnan(mean[at]) or own.min() - 1e-9 <= mean[at] <= own.max() + 1e-9
    by_type = need.types_of_places(places, types, size)
    assert by_type[0].sum() == size[np.isfinite(types)].sum() and (by_type[1:].sum(axis=0) <= by_type[0]).all()
    index = need.Index("Vårdbehovsindex", values + 1, size, "per_person", "2024", "") if with_index else None
    found = sound(lambda say: need.need_topic(places, index, types, size, [], "2024", say, []), places, language)
    relative = found.figure("need.index_of_region")
    assert relative is None or math.isnan(relative.values[0]) or relative.values[0] == 1


@promise(
    "an indicator is told where it is published, and elsewhere why it is not; without any the topic says so",
    need.health_topic,
    usual=6,
    long=600,
)
@given(grounds(), st.lists(st.lists(or_unknown(st.integers(1, 99)), min_size=4, max_size=4), max_size=3), LANGUAGE)
def test_health(places, columns, language):
    told = [need.Told(f"c{at}", f"Mått {at}", "%", 1, "higher", np.array(values), ["" if math.isfinite(one) else "publiceras inte" for one in values],
                      places.population, ["kommunen"] * 4, "2024", "X") for at, values in enumerate(columns)]  # fmt: skip
    found = sound(lambda say: need.health_topic(places, told, say, []), places, language)
    assert bool(found.figures) == bool(columns) == (not any(found.missing))
    for at in range(4 if columns else 0):
        assert [row[1] for row in found.tables[at][0].rows] == [
            None if math.isnan(values[at]) else values[at] for values in columns
        ]


@promise(
    "who is in the worst third of both is counted among those ranked, in the region once, and hidden where few",
    coming.need_access_topic,
    usual=6,
    long=800,
)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 3),
            st.integers(0, 3),
            st.integers(0, 3),
            st.integers(1, 60),
            or_unknown(st.sampled_from([2, 30, 400])),
        ),
        min_size=3,
        max_size=3,
    ),
    grounds(),
    LANGUAGE,
)
def test_both(told, places, language):
    need_class, access_class, rank, minutes, size = (np.array([one[at] for one in told]) for at in range(5))
    need_class, access_class = (
        np.where(rank > 0, np.maximum(need_class, 1), 0),
        np.where(rank > 0, np.maximum(access_class, 1), 0),
    )
    classed = coming.Classed(need_class, access_class, rank, minutes.astype(float), size.astype(float), ["a", "b", "c"])
    found = sound(lambda say: coming.need_access_topic(places, classed, "", say, []), places, language)
    worst = (need_class == 3) & (access_class == 3)
    total = found.figure("need_access.people").values
    assert math.isnan(total[0]) or total[0] == np.nansum(size[worst])
    assert not ((total > 0) & (total < 5)).any()


@promise(
    "a forecast is told against its own first year, never for a part, and not of a place of few",
    coming.forecast_topic,
    usual=6,
    long=800,
)
@given(
    *[st.lists(or_unknown(st.sampled_from([0, 3, 50, 900])), min_size=4, max_size=4).map(np.array)] * 2,
    st.booleans(),
    grounds(),
    LANGUAGE,
)
def test_forecasts(now, then, old, places, language):
    ahead = coming.Ahead(
        2024,
        {2024: now, 2040: then},
        {2024: now, 2040: then} if old else {},
        {"besok": {2024: now, 2040: then}},
        "Prognosen",
    )
    found = sound(lambda say: coming.forecast_topic(places, ahead, [], say, []), places, language)
    change = found.figure("forecast.change.2040").values
    known = np.isfinite(now) & np.isfinite(then) & (now >= 5)
    assert np.array_equal(np.isfinite(change), known) and np.allclose(
        change[known], 100 * (then - now)[known] / now[known]
    )
    told = found.figure("forecast.population.2040").values
    assert not ((told > 0) & (told < 5)).any()


PLAN = st.builds(plans.Plan, st.integers(0, 3), st.sampled_from(["Ek", "Al"]), st.just("detaljplan"), st.just("samråd"), st.one_of(st.none(), st.integers(0, 900).map(float)),
                 st.one_of(st.none(), st.integers(0, 900).map(float)), st.booleans(), st.sampled_from(["", "2026-06-26"]), st.booleans())  # fmt: skip


@promise("each plan is counted in its own place and once in the region; a sum with an unknown part is unknown; silence is no nought",
         plans.plans_topic, plans.plans_of, usual=8, long=1500)  # fmt: skip
@given(
    st.lists(PLAN, max_size=5),
    st.lists(st.integers(1, 3), unique=True),
    st.one_of(st.none(), st.just(2.1)),
    grounds(),
    LANGUAGE,
)
def test_plans(told, silent, each, places, language):
    found = sound(lambda say: plans.plans_topic(places, told, silent, each, "", say, []), places, language)
    count, dwellings = (found.figure(f"plans.{name}").values for name in ("under_way", "dwellings"))
    for at in range(4):
        own = plans.plans_of(told, at)
        assert own == [one for one in told if at in (0, one.place)]
        if at in silent:
            assert math.isnan(count[at]) and math.isnan(dwellings[at]) and found.missing[at]
        else:
            parts = [one.dwellings for one in own if one.counts]
            assert count[at] == len(own) and (
                math.isnan(dwellings[at]) if None in parts else dwellings[at] == sum(parts)
            )


@promise("a target is told with its gap where there is a value, and whose it is; rows of targets come by indicator and year, none lost",
         plans.targets_topic, plans.aims_by_indicator, usual=6, long=800)  # fmt: skip
@given(
    st.lists(or_unknown(st.integers(0, 60)), min_size=4, max_size=4),
    st.sets(st.sampled_from(["99", "A", "B"])),
    st.sampled_from(["lower", "higher"]),
    grounds(),
    LANGUAGE,
)
def test_targets(values, codes, better, places, language):
    values = np.array(values)
    decided = {code: Target(30 + at, better) for at, code in enumerate(sorted(codes))}
    found_gaps = gaps(values, [(code, None, "99") for code in places.codes], decided)
    aims = [plans.Aim("t", "Restid", "min", 0, 2030, values, found_gaps, "saknas")] if codes else []
    found = sound(lambda say: plans.targets_topic(places, aims, "", say, []), places, language)
    if aims:
        gap, target = (found.figure(f"targets.t.2030.{name}").values for name in ("gap", "target"))
        wanted = np.array(
            [
                decided[code].value if code in decided else decided["99"].value if "99" in decided else math.nan
                for code in places.codes
            ]
        )
        assert np.array_equal(target, wanted, equal_nan=True) and np.array_equal(gap, values - wanted, equal_nan=True)
    rows = [
        {"indicator": one, "year": str(year), "area_code": code}
        for one in "ba"
        for year in (2030, 2025)
        for code in sorted(codes)
    ]
    by = plans.aims_by_indicator(rows[::-1])
    assert (
        list(by) == sorted(by)
        and sum(map(len, by.values())) == len(rows)
        and all(row["indicator"] == key[0] for key, own in by.items() for row in own)
    )
