"""Ranks and classes weighted by people, held against fractions that know no rounding."""

from fractions import Fraction
from math import ceil

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.deso.classes import people_classes
from narvard_plugin.core.deso.migration import fractional_rank
from narvard_plugin.core.deso.need_access import OK, UNREACHED, cross_table, need_and_access, shares_of_classes
from narvard_plugin.core.deso.socioeconomic import ranks
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
)

UNREACHABLE = st.one_of(or_unknown(VALUES), st.just(float("inf")))


def middle(values, people, at):
    """The exact share of the people below area ``at``, half of those of equal value counted."""
    known = [(value, int(number)) for value, number in zip(values, people) if np.isfinite(value)]
    below = sum(number for value, number in known if value < values[at])
    same = sum(number for value, number in known if value == values[at])
    return (below + Fraction(same, 2)) / sum(number for _, number in known)


@promise(
    "an area's rank is the share of people below it, half its equals counted: as fractions say, in any order",
    ranks, fractional_rank, long=600,
)  # fmt: skip
@given(columns(VALUES, SOME_PEOPLE, least=1), SEEDS)
def test_ranks(areas, seed):
    values, people = areas
    order = reordered(seed, len(values))
    for rank in (ranks, fractional_rank):
        found = rank(values, people)
        assert found == pytest.approx([float(middle(values, people, at)) for at in range(len(values))], abs=1e-12)
        assert found @ people / people.sum() == pytest.approx(0.5)
        assert equal(rank(strided(values)[order], people[order]), found[order])
    assert np.isnan(ranks(values, people * 0)).all() and len(ranks(values[:0], people[:0])) == 0
    assert len(fractional_rank(values[:0], people[:0])) == 0


@promise("an area is in the class where the middle of its people stands; no value is no class, in any order",
         people_classes, long=1200)  # fmt: skip
@given(columns(or_unknown(VALUES), PEOPLE), st.sampled_from([2, 3, 4, 5, 10]), SEEDS)
def test_classes_of_people(areas, count, seed):
    values, people = areas
    found, known = people_classes(values, people, count), np.isfinite(values)
    if people[known].sum() > 0:
        exact = [min(max(ceil(count * middle(values, people, at)), 1), count) for at in np.flatnonzero(known)]
        assert found[known].tolist() == exact
    assert (found[~known] == 0).all()
    order = reordered(seed, len(values))
    assert equal(people_classes(values[order], people[order], count), found[order])
    assert equal(people_classes(values, people * 3, count), found)
    assert equal(people_classes(np.repeat(values, 2), np.repeat(people / 2, 2), count), np.repeat(found, 2))


@promise(
    "classes rise with need and hardship, who has no value moves nobody, and every person stands in one cell",
    need_and_access, cross_table, shares_of_classes, long=400,
)  # fmt: skip
@given(columns(or_unknown(VALUES), UNREACHABLE, or_unknown(PEOPLE)), st.booleans(), SEEDS)
def test_need_and_access(areas, worst, seed):
    need, hardship, people = areas
    ids = np.array([f"a{at:02}" for at in range(len(need))], object)
    found = need_and_access(need, hardship, people, ids, worst)
    there = found.classed
    assert sorted(found.rank[there]) == list(range(1, there.sum() + 1))
    assert (np.isin(found.status, (OK, UNREACHED)) == there).all() and equal(np.isnan(found.weight), ~there)
    assert (np.diff(found.weight[there][np.argsort(found.rank[there])]) <= 0).all()
    order = reordered(seed, len(need))
    again = need_and_access(need[order], hardship[order], people[order], ids[order], worst)
    assert all(equal(one, other[order]) for one, other in zip(again, found))
    alone = need_and_access(need[there], hardship[there], people[there], ids[there], worst)
    assert all(equal(one, other[there]) for one, other in zip(alone, found))
    for classes, by in (
        (found.need_class, need),
        (found.access_class, np.where(found.status == UNREACHED, np.inf, hardship)),
    ):
        rising = np.argsort(by[there], kind="stable")
        assert (np.diff(classes[there][rising]) >= 0).all()
    cells = cross_table(found, people)
    assert len(cells) == 9 and sum(cell.areas for cell in cells) == there.sum()
    assert sum(cell.people for cell in cells) == people[there].sum()
    if there.any():
        assert shares_of_classes(found, people).sum(1) == pytest.approx([1, 1])
