"""Indexes of inequality: weighted by people, whoever counts them and in whatever unit."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.deso import inequality as of
from tests.promises import promise
from tests.promises.strategies.populations import AMOUNTS, PEOPLE, SEEDS, SOME_PEOPLE, columns, reordered, strided

RANKS = st.integers(-4, 4)
AREAS = columns(AMOUNTS, PEOPLE, RANKS, least=1)
LIVED_IN = columns(AMOUNTS, SOME_PEOPLE, RANKS, least=1)


def same(one, other):
    return one == pytest.approx(other, rel=1e-6, abs=1e-7, nan_ok=True)


def every(values, people, rank):
    """All that is told of areas with ``values``, as one list."""
    ranked = of.pooled(values, people, rank)
    fifths = of.means_between(ranked, of.FIFTHS)
    index = of.concentration_index(ranked)
    return [
        index,
        of.quintile_ratio(fifths),
        of.palma(ranked),
        of.gini(values, people),
        of.theil(values, people).total,
        *fifths,
    ]


@promise(
    "does not change when an area is split in equal parts, people are counted in dozens or rows stand in another order",
    of.pooled, of.concentration_index, of.means_between, of.quintile_ratio, of.palma, of.gini, of.theil, long=600,
)  # fmt: skip
@given(LIVED_IN, SEEDS)
def test_who_counts_does_not_matter(areas, seed):
    values, people, rank = areas
    whole = every(values, people, rank)
    order = reordered(seed, len(values))
    assert same(every(values[order], people[order], rank[order]), whole)
    assert same(every(values, people * 12, rank), whole)
    assert same(every(*(strided(one) for one in areas)), whole)
    assert same(every(np.repeat(values, 4), np.repeat(people / 4, 4), np.repeat(rank, 4)), whole)
    assert same(every(np.append(values, 7), np.append(people, 0), np.append(rank, -9)), whole)  # nobody lives there


@promise(
    "an index says the same in any unit of the value, and means follow the unit",
    of.concentration_index, of.gini, of.theil, of.palma, of.quintile_ratio, of.means_between, of.curve, long=400,
)  # fmt: skip
@given(LIVED_IN, st.sampled_from([0.001, 60, 1e6]))
def test_any_unit(areas, unit):
    values, people, rank = areas
    one, other = every(values, people, rank), every(values * unit, people, rank)
    assert same(other[:5], one[:5]) and same([mean / unit for mean in other[5:]], one[5:])
    curves = [of.curve(of.pooled(some, people, rank)) for some in (values, values * unit)]
    assert same(curves[0][1].tolist(), curves[1][1].tolist())


@promise(
    "the concentration index lies within -1 and 1, is the doubled area over its curve, and changes sign with the rank",
    of.concentration_index, of.curve, of.pooled, long=600,
)  # fmt: skip
@given(AREAS)
def test_the_index_and_its_curve(areas):
    values, people, rank = areas
    ranked, turned = of.pooled(values, people, rank), of.pooled(values, people, -rank)
    index = of.concentration_index(ranked)
    people_share, held = of.curve(ranked)
    if not (people * values).any():
        assert np.isnan(index) and np.isnan(held).all()
        return
    assert -1 <= index <= 1 and same(of.concentration_index(turned), -index)
    assert same([people_share[0], held[0], people_share[-1], held[-1]], [0, 0, 1, 1])
    assert (np.diff(people_share) > 0).all() and (np.diff(held) >= 0).all()
    assert same(index, 1 - np.sum(np.diff(people_share) * (held[:-1] + held[1:])))


@promise("Gini is 0 for equal values, below 1, and half the mean difference over the mean", of.gini, of.curve, long=400)
@given(AREAS)
def test_gini_by_all_pairs(areas):
    values, people, _ = areas
    found = of.gini(values, people)
    if not (people * values).any():
        assert np.isnan(found)
        return
    share = people / people.sum()
    pairs = (share[:, None] * share * np.abs(values[:, None] - values)).sum()
    assert same(found, pairs / 2 / (share @ values)) and -1e-9 <= found < 1
    assert same(of.gini(np.full(len(values), 3.0), people), 0)


@promise(
    "an index corrected for bounds is the same, with the other sign, for what is lacking up to the bound",
    of.erreygers, of.wagstaff, long=400,
)  # fmt: skip
@given(columns(st.integers(0, 100), SOME_PEOPLE, RANKS, least=2), st.sampled_from([100, 120.5]))
def test_what_is_had_mirrors_what_is_lacking(areas, upper):
    values, people, rank = areas
    had, lacking = (of.pooled(some, people, rank) for some in (values, upper - values))
    if values.mean() > 0 and (values < upper).any():
        assert same(of.erreygers(lacking, 0, upper), -of.erreygers(had, 0, upper))
        assert same(of.wagstaff(lacking, 0, upper), -of.wagstaff(had, 0, upper))
        assert abs(of.erreygers(had, 0, upper)) <= 1 + 1e-9
    assert np.isnan(of.erreygers(had, 5, 5)) and np.isnan(of.wagstaff(had, 5, 5))


@promise("the parts between cuts hold everybody: their means make the overall mean, and lie among the values",
         of.means_between, of.quintile_ratio, of.palma)  # fmt: skip
@given(LIVED_IN, st.lists(st.floats(0.01, 0.99), max_size=4, unique=True))
def test_parts_make_the_whole(areas, inner):
    values, people, rank = areas
    ranked = of.pooled(values, people, rank)
    cuts = np.array([0.0, *sorted(inner), 1.0])
    means = of.means_between(ranked, cuts)
    assert same(np.diff(cuts) @ means, ranked.overall)
    assert (means >= values.min() - 1e-6).all() and (means <= values.max() * (1 + 1e-9) + 1e-6).all()
    fifths, tenths = of.means_between(ranked, of.FIFTHS), of.means_between(ranked, np.linspace(0, 1, 11))
    assert same(of.quintile_ratio(fifths) * fifths[0], fifths[-1] if fifths[0] else np.nan)
    assert same(of.palma(ranked) * tenths[:4].mean(), tenths[-1] if tenths[:4].any() else np.nan)


@promise("Theil is never below 0, and what lies between groups and within them makes the whole", of.theil, long=400)
@given(LIVED_IN)
def test_theils_parts(areas):
    values, people, group = areas
    found = of.theil(values, people, group.astype(int))
    if not (people * values).any():
        assert np.isnan(found).all()
        return
    share, within = people / people.sum(), 0.0
    mean = share @ values
    for own in np.unique(group):
        part = group == own
        told = of.theil(values[part], people[part]).total
        within += (share[part] @ values[part]) / mean * (0 if np.isnan(told) else told)
    assert found.between >= -1e-9 and found.within >= -1e-9
    assert same(found.between + found.within, found.total) and found.within == pytest.approx(within, abs=1e-6)
    assert found.total <= np.log(people.sum() / people[people > 0].min()) + 1e-6


@promise("the shortfall counts heads at power 0, never grows with the power, and mirrors what lies above", of.shortfall)
@given(columns(st.integers(0, 200), SOME_PEOPLE, least=1), st.integers(1, 200), SEEDS)
def test_shortfall(areas, line, seed):
    values, people = areas
    found = [of.shortfall(values, people, line, power) for power in (0, 1, 2)]
    assert same(found[0], people[values < line].sum() / people.sum())
    assert 1 >= found[0] >= found[1] >= found[2] >= 0
    mirrored = [of.shortfall(2 * line - values, people, line, power, above=True) for power in (0, 1, 2)]
    assert same(mirrored, found)
    order = reordered(seed, len(values))
    assert same(of.shortfall(values[order], people[order], line, 1), found[1])
