"""The ground of an atlas: who is counted where, what is hidden with the few, what stands out, and regions beside each other."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.atlas import figures, places, summary, table
from narvard_plugin.core.atlas.content import TOPICS
from tests.core.atlas.ground import words
from tests.promises import promise
from tests.promises.atlas.sound import LANGUAGE, grounds
from tests.promises.strategies.populations import SEEDS, or_unknown, reordered

COUNTS = st.lists(st.integers(0, 30), min_size=1, max_size=5)


def with_region(areas, outside=0):
    """(p) the counts of areas after their region's, which has some outside them."""
    return np.array([sum(areas) + outside, *areas], float)


@promise("no count of few is told, nor follows from the region's less the others'; what is not told says why, and what is told is true",
         figures.counted, figures.with_others, figures.told_parts, usual=12, long=3000)  # fmt: skip
@given(COUNTS, st.integers(0, 8), SEEDS)
def test_counted(areas, outside, seed):
    values = with_region(areas, outside)
    told, why = figures.counted(values, "dold", "saknas")
    hidden = np.isnan(told)
    assert (
        np.array_equal(told[~hidden], values[~hidden])
        and [bool(one) for one in why] == hidden.tolist()
        and set(why) <= {"", "dold"}
    )
    assert not ((values > 0) & (values < 5) & ~hidden).any()
    untold = values[0] - values[1:][~hidden[1:]].sum()
    if not hidden[0] and hidden[1:].any() and values[0] >= 5:
        assert not 0 < untold < 5 or hidden[1:][values[1:] > 0].all(), "what is left is of few, or of all"
    order = 1 + reordered(seed, len(areas))
    again = np.isnan(figures.counted(values[[0, *order]], "", "")[0])
    assert again[0] == hidden[0] and (
        values[[0, *order]][again].sum() == values[hidden].sum() or len(set(areas)) < len(areas)
    )
    assert (
        np.isnan(figures.counted(np.array([np.nan, 9.0]), "dold", "saknas")[0])[0]
        and figures.counted(np.array([np.nan, 9.0]), "dold", "saknas")[1][0] == "saknas"
    )
    few = (values > 0) & (values < 5)
    assert (figures.with_others(few, values) >= few).all() and not figures.with_others(few & False, values).any()
    parts = figures.told_parts(np.array(areas, float))
    assert len(parts) == len(areas) and not ((parts > 0) & (parts < 5)).any()
    assert all(math.isnan(one) or one == true for one, true in zip(parts, areas))


@promise(
    "a share tells neither of a part of few nor of a rest of few, is between none and all, and says why it is not told",
    figures.shares,
    usual=10,
    long=2000,
)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=4))
def test_shares(areas):
    part, rest = (with_region(column) for column in zip(*areas))
    share, why = figures.shares(part, part + rest, "dold", "saknas")
    known = np.isfinite(share)
    few = ((part > 0) & (part < 5)) | ((rest > 0) & (rest < 5))
    assert not (known & few).any() and [not one for one in why] == known.tolist()
    assert np.allclose(share[known], 100 * part[known] / (part + rest)[known])
    assert all(reason == "saknas" for reason, whole in zip(why, part + rest) if whole == 0)
    other = figures.shares(rest, part + rest, "", "")[0]
    assert np.array_equal(np.isnan(other), np.isnan(share)) and np.allclose((share + other)[known], 100)


@promise(
    "nothing is None, never nought, and says so in every place, with the words of what failed",
    figures.failed,
    figures.nothing,
    figures.plain_value,
    figures.why_missing,
)
@given(st.lists(or_unknown(st.integers(0, 9)), min_size=1, max_size=4), st.sampled_from(sorted(TOPICS)), LANGUAGE)
def test_nothing(values, key, language):
    assert [figures.plain_value(one) for one in values] == [None if math.isnan(one) else one for one in values]
    assert figures.plain_value(None) is None and figures.plain_value(math.inf) is None
    assert figures.why_missing(np.array(values), "x") == ["x" if math.isnan(one) else "" for one in values]
    say = words(language)
    stopped = figures.failed(key, len(values), "Filen är borta.", say).topic(0, say)
    assert "Filen är borta." in stopped.missing and not stopped.measures
    found = figures.nothing(key, len(values), "därför", say)
    for at in range(len(values)):
        topic = found.topic(at, say)
        assert (
            topic.missing == "därför"
            and topic.not_measured
            and topic.uncertain
            and not (topic.measures or topic.charts or topic.tables or topic.map)
        )


@promise("everybody is counted in one place and once in the region; a small area belongs where most of it live, and one that is split is told of",
         places.place_of_small, places.split_small, usual=10, long=2000)  # fmt: skip
@given(grounds(), st.data(), SEEDS)
def test_places(ground, data, seed):
    size = len(ground.people)
    small = np.array(data.draw(st.lists(st.integers(-1, 2), min_size=size, max_size=size)))
    inside = ground.member >= 0
    total = ground.population
    assert total[0] == ground.people[inside].sum() == total[1:].sum() + ground.people[ground.member == 0].sum()
    found = places.place_of_small(ground.member, ground.people, small, 3, 4)
    order = reordered(seed, size)
    assert np.array_equal(found, places.place_of_small(ground.member[order], ground.people[order], small[order], 3, 4))
    split = places.split_small(ground.member, ground.people, small, 3)
    for one in range(3):
        living = [ground.people[(small == one) & (ground.member == at)].sum() for at in range(4)]
        assert living[found[one]] == max(living) if found[one] else max(living[1:]) <= max(living[0], 0)
        assert (one in split) == (sum(part > 0 for part in living) > 1)


@promise("the nearest year is one of them, none nearer, and the later of two", places.nearest_year)
@given(st.lists(st.integers(2000, 2030), max_size=5), st.integers(2000, 2030))
def test_years(years, wanted):
    found = places.nearest_year(years, wanted)
    assert found == places.nearest_year(years[::-1], wanted) and (found is None) == (not years)
    assert found is None or (
        found in years
        and all(
            abs(one - wanted) > abs(found - wanted) or (abs(one - wanted) == abs(found - wanted) and one <= found)
            for one in years
        )
    )


def figure(key, values, people, **more):
    return figures.Figure(key, key, np.array(values, float), np.array(people, float), **{"decimals": 1, **more})


#: Of the figures that are no share or change in per cent.
UNITS = {"access.primary.car.median": "min", "need.index_of_region": "", "capacity.listed_per_gp": "listade"}
FIGURES = st.lists(
    st.tuples(st.sampled_from(["age.65_plus", "need.index_of_region", "access.primary.car.median", "people.change_10y", "capacity.listed_per_gp", "need_access.share"]),
              st.lists(or_unknown(st.integers(0, 60)), min_size=4, max_size=4), st.lists(st.sampled_from([20, 900, 4000]), min_size=4, max_size=4)),
    max_size=5, unique_by=lambda one: one[0],
).map(lambda rows: [figures.Found(key.split(".")[0], [figure(key, values, people, unit=UNITS.get(key, "%"), why=["dold"] * 4, period="2024")]) for key, values, people in rows])  # fmt: skip


@promise("what stands out is known of enough people and differs by a tenth at least, the most first, and its sentence says both numbers",
         summary.differences, summary.relative, summary.sentence, summary.summary, usual=10, long=2000)  # fmt: skip
@given(FIGURES, grounds(), st.integers(0, 3), LANGUAGE)
def test_summary(found, ground, at, language):
    say = words(language)
    told = summary.differences(found, at)
    assert [one.size for one in told] == sorted((one.size for one in told), reverse=True) and all(
        one.size >= summary.STANDS_OUT for one in told
    )
    for one in told:
        assert one.figure.people[at] >= summary.FEWEST_PEOPLE and (one.value, one.region) == (
            one.figure.values[at],
            one.figure.values[0],
        )
        assert (
            one.size == summary.relative(one.figure, one.value, one.region)
            and summary.relative(one.figure, one.region, one.region) == 0
        )
        sentence = summary.sentence(one, say)
        assert sentence and not set("{}") & set(sentence) and "nan" not in sentence
    assert at or not told
    population = figures.Found("people", [figure("people.population", ground.population, ground.population)])
    topics = [one for one in found if one.key != "people"]
    said = summary.summary(ground, [population, *topics], at, say)
    assert (
        len(said) <= 5
        and len(set(said)) == len(said)
        and all(one and "nan" not in one and not set("{}–") & set(one) for one in said)
    )
    assert said == summary.summary(ground, [population, *topics], at, say)


@promise("a table has every figure of every place once, unknown as None with its reason; read as another region's it is the same, and what may differ is cautioned",
         table.rows_of, table.compared, table.other_regions, usual=10, long=1500)  # fmt: skip
@given(FIGURES, grounds(), st.booleans(), LANGUAGE)
def test_tables(found, ground, other_unit, language):
    say = words(language)
    rows = table.rows_of(ground, found, range(4), "municipality", "2026-06-20")
    assert len(rows) == 4 * len(found) == len({(row.area_code, row.measure) for row in rows})
    for row in rows:
        one = next(each.figures[0] for each in found if each.figures[0].key == row.measure)
        true = one.values[ground.codes.index(row.area_code)]
        assert (row.value is None) == math.isnan(true) == (row.status != table.OK) == bool(row.why) and (
            row.value is None or row.value == true
        )
        assert row.people is None or row.people == 0 or row.people >= 5
    told = [
        {**row._asdict(), "region": "98", "region_name": "Grannlän", "unit": "annat" if other_unit else row.unit}
        for row in rows
    ]
    others = table.other_regions(told)
    assert len(others) == bool(found) and all(
        set(one.rows) == {each.figures[0].key for each in found} and one.name == "Grannlän" for one in others
    )
    assert table.other_regions([row for row in told if row["level"] != table.REGION]) == []
    beside = table.compared(ground, found, others, say)
    assert {one.key for one in beside} == {each.figures[0].key for each in found} - {
        "need.index_of_region"
    } and table.compared(ground, found, [], say) == []
    for one in beside:
        own, theirs = one.values["Länet"], one.values["Grannlän"]
        assert theirs is None if other_unit else theirs == own or (own is None and theirs is None)
        assert bool(one.caution) == (other_unit or theirs is None) and one.dates["Länet"] == "2024"
