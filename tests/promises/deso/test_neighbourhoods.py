"""The k nearest people: against a count ring by ring, and as people are, not as rows stand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.deso.neighbourhood import SAME_SHARE, even_breaks, evenness, neighbourhoods
from tests.promises import promise
from tests.promises.strategies.populations import SEEDS, columns, equal, reordered, strided

CELLS = columns(st.integers(-4, 4), st.integers(-4, 4), st.integers(0, 40), st.floats(0, 1), least=1, most=14)


def ring_by_ring(xy, group, people, row, size, whole):
    """People, group and radius of one cell, the slow way."""
    there = people > 0
    away = np.hypot(*(xy - xy[row]).T)
    inner = inner_group = radius = 0.0
    for distance in np.unique(away[there]):
        ring = there & (away == distance)
        reached, reached_group = inner + people[ring].sum(), inner_group + group[ring].sum()
        if reached >= size:
            part = 1.0 if whole else (size - inner) / (reached - inner)
            out = np.sqrt(radius**2 + part * (distance**2 - radius**2))
            return inner + part * (reached - inner), inner_group + part * (reached_group - inner_group), out
        inner, inner_group, radius = reached, reached_group, distance
    return inner, inner_group, radius


@promise("exactly the k nearest people are reached, or whole rings, or everybody; in any order of the cells, to the last digit",
         neighbourhoods, usual=8, long=450)  # fmt: skip
@given(CELLS, st.lists(st.integers(1, 300), min_size=1, max_size=3, unique=True).map(sorted), st.booleans(), SEEDS)
def test_nearest_people(cells, sizes, whole, seed):
    east, north, people, share = cells
    xy, group = np.column_stack([east, north]) * 250.0, np.round(people * share)
    if not people.sum():
        with pytest.raises(ValueError):
            neighbourhoods(xy, group, people, sizes, whole)
        return
    found = neighbourhoods(strided(xy), group, people, sizes, whole)
    for row in range(len(xy)):
        for at, size in enumerate(sizes):
            told = ring_by_ring(xy, group, people, row, size, whole)
            assert [values[row, at] for values in found] == pytest.approx(told, rel=1e-9, abs=1e-9)
    order = reordered(seed, len(xy))
    again = neighbourhoods(xy[order], group[order], people[order], sizes, whole)
    assert all(equal(one, other[order]) for one, other in zip(again, found))
    assert (np.diff(found.people, axis=1) >= 0).all() and (np.diff(found.radius, axis=1) >= -1e-9).all()
    assert ((found.share >= 0) & (found.share <= 1 + 1e-12)).all()


@promise("only areas with some of the group in several cells can tell whether it was spread evenly", evenness, long=400)
@given(columns(st.integers(0, 30), st.sampled_from([0.0, 0.2, 0.2, 1.0]), st.integers(-1, 2)), SEEDS)
def test_evenness(cells, seed):
    people, share, area = cells
    group, area = people * share, area.astype(int)
    telling = equal_ones = 0
    for own in range(3):
        shares = share[(area == own) & (people > 0)]
        if len(shares) > 1 and shares.max() > SAME_SHARE and shares.min() < 1 - SAME_SHARE:
            telling += 1
            equal_ones += np.ptp(shares) <= SAME_SHARE
    found = evenness(group, people, area)
    assert found == (telling, equal_ones) and found.spread == (equal_ones > telling / 2)
    order = reordered(seed, len(people))
    assert evenness(group[order], people[order], area[order]) == found


@promise("breaks are round, rising, between 0 and 1, and as many as the classes need", even_breaks, long=800)
@given(columns(st.floats(0, 1), least=1), st.integers(2, 7))
def test_breaks(shares, classes):
    (shares,) = shares
    breaks = even_breaks(shares, classes)
    assert len(breaks) == classes - 1 and breaks[0] > 0 and breaks[-1] < 1
    steps = np.diff(breaks)
    assert (steps > 0).all() and steps == pytest.approx(steps[:1].repeat(len(steps)))
    assert breaks == pytest.approx(np.round(breaks, 3))
