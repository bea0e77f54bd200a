"""Access against migration: correlations that people weigh, and what a single area does to them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.deso import migration as of
from tests.promises import promise
from tests.promises.strategies.populations import PEOPLE, SEEDS, columns, equal, or_unknown, reordered, strided

SOME = st.integers(1, 500)
VALUES = st.one_of(st.integers(-5, 5), st.integers(-999, 999).map(lambda one: one / 8))
AREAS = columns(VALUES, VALUES, SOME)


def same(one, other, room=1e-6):
    return one == pytest.approx(other, rel=room, abs=room, nan_ok=True)


def slow(x, y, people):
    """The weighted correlation by numpy; NaN where one does not vary."""
    if len(x) < 2 or np.ptp(x) == 0 or np.ptp(y) == 0:
        return np.nan
    table = np.cov(np.vstack([x, y]), aweights=people, ddof=0)
    return table[0, 1] / np.sqrt(table[0, 0] * table[1, 1])


@promise("a correlation lies within -1 and 1, is numpy's, and is the same in any unit, order or parting of areas", of.association,
         long=600)  # fmt: skip
@given(AREAS, SEEDS)
def test_association(areas, seed):
    x, y, people = areas
    found = of.association(x, y, people)
    assert same(found.pearson, slow(x, y, people)) and (found.areas, found.people) == (len(x), people.sum())
    if len(x):
        assert same(found.spearman, slow(of.fractional_rank(x, people), of.fractional_rank(y, people), people))
    for one in (found.pearson, found.spearman):
        assert np.isnan(one) or -1 <= one <= 1
    order, twice = reordered(seed, len(x)), [np.repeat(column, 2) for column in (x, y, people)]
    for again in (
        of.association(*(strided(column)[order] for column in areas)),
        of.association(y, x, people),
        of.association(*twice),
    ):
        assert same(again[:2], found[:2])
    assert same(of.association(3 * x - 2, -y, people)[:2], [-one for one in found[:2]])


@promise("within groups only differences from the group's own mean count", of.association)
@given(AREAS, SEEDS)
def test_within_groups(areas, seed):
    x, y, people = areas
    group = np.random.default_rng(seed).integers(0, 3, len(x))
    lifted = of.association(x + 1000 * group, y - 500 * group, people, group)
    assert same(lifted.pearson, of.association(x, y, people, group).pearson, 1e-5)
    assert same(of.association(x, y, people, group * 0)[:2], of.association(x, y, people)[:2])


@promise("what a single area does is what is left without it", of.influence, long=400)
@given(AREAS)
def test_influence(areas):
    x, y, people = areas
    found = of.influence(x, y, people)
    without = [slow(*(np.delete(column, at) for column in areas)) for at in range(len(x))]
    if len(x) < 3 or not np.isfinite(without).any():
        assert np.isnan(found[:2]).all() and found.area == -1
        return
    assert same(found[:2], [np.nanmin(without), np.nanmax(without)], 1e-5)
    whole = slow(x, y, people)
    if np.isfinite(whole):
        moved = np.abs(np.array(without) - whole)
        assert moved[found.area] == pytest.approx(np.nanmax(moved), abs=1e-5)


@promise("the line is that of least squares: no other lies nearer, and it goes through the means", of.line, long=400)
@given(AREAS)
def test_line(areas):
    x, y, people = areas
    slope, intercept = of.line(x, y, people)
    if not len(x) or np.ptp(x) == 0:
        assert np.isnan([slope, intercept]).all()
        return
    assert same(np.average(y, weights=people), intercept + slope * np.average(x, weights=people), 1e-5)
    left = y - intercept - slope * x
    assert (people * left * (x - x.mean())).sum() == pytest.approx(
        0, abs=1e-6 * (1 + people.sum() * np.abs(x).max() * np.abs(y).max())
    )


@promise("fifths hold every person and every move once; a rate is per thousand, none where nobody or nothing is known", of.by_access,
         of.per_1000)  # fmt: skip
@given(columns(or_unknown(VALUES), st.integers(-50, 50), PEOPLE), columns(or_unknown(VALUES), or_unknown(PEOPLE)))
def test_fifths(areas, rates):
    hardship, net, people = areas
    number, classes = of.by_access(hardship, net, people)
    known = number > 0
    assert [one.number for one in classes] == [1, 2, 3, 4, 5] and not known[np.isnan(hardship)].any()
    assert (
        sum(one.people for one in classes) == people[known].sum()
        and sum(one.net for one in classes) == net[known].sum()
    )
    assert sum(one.areas for one in classes) == known.sum()
    for one in classes:
        assert same(one.per_1000 * one.people / 1000, one.net) if one.people else np.isnan(one.per_1000)
    moved, population = rates
    found = of.per_1000(moved, population)
    assert equal(np.isnan(found), ~(np.isfinite(moved) & (population > 0)))
    assert same(found * population / 1000, np.where(population > 0, moved, np.nan))
