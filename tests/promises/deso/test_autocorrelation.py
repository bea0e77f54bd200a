"""Whether like lies by like: the fast formulas against the slow ones, and chance against all that can happen."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.deso.autocorrelation import (
    getis_ord,
    global_moran,
    is_constant,
    local_moran,
    mean_of_neighbours,
)
from narvard_plugin.core.deso.local_clusters import (
    HIGH_HIGH,
    HIGH_LOW,
    ISLAND,
    LOW_HIGH,
    LOW_LOW,
    Asked,
    areas_that_must_agree,
    local_clusters,
    quadrants,
)  # fmt: skip
from narvard_plugin.core.deso.permutations import false_discovery_rate, tail_counts, two_sided
from narvard_plugin.core.deso.weights import (
    in_same_place,
    nearest,
    neighbour_counts,
    of_pairs,
    row_standardised,
    with_itself,
)
from tests.promises import promise
from tests.promises.strategies.populations import SEEDS, columns, equal, or_unknown, strided

VALUES = st.one_of(st.integers(-5, 5), st.floats(-1000, 1000, width=16))


@st.composite
def maps(draw, least=2, most=8):
    """Values of areas, and which of them are neighbours (p, 2)."""
    size = draw(st.integers(least, most))
    pairs = draw(
        st.sets(st.tuples(st.integers(0, size - 1), st.integers(0, size - 1)).filter(lambda pair: pair[0] < pair[1]))
    )
    y = np.array(draw(st.lists(VALUES, min_size=size, max_size=size)), float)
    return y, np.array(sorted(pairs), int).reshape(-1, 2)


def same(one, other):
    return np.asarray(one) == pytest.approx(np.asarray(other), rel=1e-6, abs=1e-6, nan_ok=True)


@promise("weights are mutual, divided by row they sum to 1, and an area without neighbours has none", of_pairs,
         neighbour_counts, row_standardised, with_itself, mean_of_neighbours)  # fmt: skip
@given(maps())
def test_weights(drawn):
    y, pairs = drawn
    weights = of_pairs(len(y), *pairs.T)
    dense = weights.toarray()
    assert (dense == dense.T).all() and dense.sum() == 2 * len(pairs)
    count = neighbour_counts(weights)
    assert equal(count, dense.sum(1)) and same(row_standardised(weights).toarray().sum(1), 1.0 * (count > 0))
    assert equal(with_itself(weights).toarray(), dense + np.eye(len(y)))
    means = [y[row > 0].mean() if row.any() else np.nan for row in dense]
    assert same(mean_of_neighbours(weights, y), means)


@promise("local Moran, Gi* and Moran's I are what their slow formulas say, in any unit of the values", local_moran,
         getis_ord, global_moran, is_constant, long=600)  # fmt: skip
@given(maps())
def test_statistics_by_their_formulas(drawn):
    y, pairs = drawn
    weights, n = of_pairs(len(y), *pairs.T), len(y)
    dense, z = weights.toarray(), y - y.mean()
    assert is_constant(y) == (np.ptp(y) == 0) and is_constant(y[:0]) and is_constant(np.full(3, 0.1) * 3)
    if is_constant(y):
        assert np.isnan([*local_moran(weights, y), *getis_ord(weights, y), *global_moran(weights, y)]).all()
        return
    local, star = [], []
    for row in range(n):
        near = np.flatnonzero(dense[row])
        own = [*near, row]
        spread = np.sqrt((n * len(own) - len(own) ** 2) / (n - 1))
        local.append((n - 1) * z[row] * z[near].mean() / (z @ z) if len(near) else np.nan)
        star.append((y[own].sum() - y.mean() * len(own)) / (y.std() * spread) if len(near) and spread else np.nan)
    assert same(local_moran(weights, y), local) and same(getis_ord(weights, y), star)
    assert same(local_moran(weights, strided(3 * y - 7)), local) and same(getis_ord(weights, -y), -np.array(star))
    whole = global_moran(weights, y)
    if n >= 4 and len(pairs):
        assert whole.moran_i == pytest.approx(n / dense.sum() * (z @ dense @ z) / (z @ z))
        assert same(whole, global_moran(weights, 5 - 2 * y))
    else:
        assert np.isnan(whole).all()


@promise("the mean and variance of Moran's I under randomisation are those of all orders that the values can stand in",
         global_moran, usual=3, long=40)  # fmt: skip
@given(maps(least=4, most=5))
def test_all_that_can_happen(drawn):
    y, pairs = drawn
    if is_constant(y) or not len(pairs):
        return
    weights = of_pairs(len(y), *pairs.T)
    dense, z = weights.toarray(), np.array(list(permutations(y - y.mean())))
    every = len(y) / dense.sum() * ((z @ dense) * z).sum(1) / (z[0] @ z[0])
    found = global_moran(weights, y)
    assert every.mean() == pytest.approx(found.expected) and every.var() == pytest.approx(
        found.variance_random, abs=1e-9
    )


@promise("the same seed draws the same, every draw falls on a side, and turning the values turns the sides", tail_counts,
         two_sided, usual=4, long=200)  # fmt: skip
@given(maps(least=3), st.integers(1, 60), SEEDS)
def test_draws(drawn, times, seed):
    y, pairs = drawn
    if is_constant(y) or not len(pairs):
        return
    weights = of_pairs(len(y), *pairs.T)
    above, below = tail_counts(weights, y, times, seed)
    assert equal(tail_counts(weights, y, times, seed), (above, below))
    near = neighbour_counts(weights) > 0
    assert ((above + below)[near] >= times).all() and max(above.max(), below.max()) <= times
    assert not (above + below)[~near].any() and min(above.min(), below.min()) >= 0
    assert equal(tail_counts(weights, -y, times, seed), (below, above))
    assert equal(tail_counts(weights, 4 * y, times, seed), (above, below))
    everyone = neighbour_counts(weights) == len(y) - 1  # whoever is drawn, all others are
    assert (above[everyone] == times).all() and (below[everyone] == times).all()
    p = two_sided(above, below, times)
    assert (p > 0).all() and (p <= 1).all() and equal(p, two_sided(below, above, times))


@promise("an adjusted p is never under its p, keeps their order, and gives as many findings as Benjamini and Hochberg's steps",
         false_discovery_rate, long=600)  # fmt: skip
@given(
    columns(or_unknown(st.sampled_from([0.001, 0.01, 0.02, 0.04, 0.05, 0.3, 1.0]))),
    st.sampled_from([0.015, 0.06, 0.25]),
)
def test_false_discoveries(p, level):
    (p,) = p
    adjusted = false_discovery_rate(p)
    tested = np.isfinite(p)
    assert equal(np.isfinite(adjusted), tested)
    assert (adjusted[tested] >= p[tested]).all() and (adjusted[tested] <= 1).all()
    assert (np.diff(adjusted[tested][np.argsort(p[tested])]) >= 0).all()
    rising = np.sort(p[tested])
    passes = [at + 1 for at, one in enumerate(rising) if one * len(rising) / (at + 1) <= level]
    assert (adjusted[tested] <= level).sum() == max(passes, default=0)


@promise("a cluster's word says where its value and its neighbours lie, islands have none, and the unit means nothing",
         local_clusters, quadrants, usual=4, long=150)  # fmt: skip
@given(maps(least=3), st.sampled_from(["moran", "gistar"]), st.booleans(), SEEDS)
def test_words_of_clusters(drawn, method, controlled, seed):
    y, pairs = drawn
    weights = of_pairs(len(y), *pairs.T)
    asked = Asked(method, 19, seed, 0.2, controlled)
    found = local_clusters(weights, y, asked)
    island = neighbour_counts(weights) == 0
    assert ((found.cluster == ISLAND) == island).all() and np.isnan(found.statistic[island]).all()
    assert np.isnan(found.p[island]).all() and equal(np.isnan(found.p), np.isnan(found.adjusted))
    for area in np.flatnonzero(np.isin(found.cluster, (HIGH_HIGH, HIGH_LOW, LOW_HIGH, LOW_LOW))):
        high, around = y[area] > y.mean(), found.lag[area] > y.mean()
        assert found.cluster[area] == ("high" if high else "low") + "_" + ("high" if around else "low")
        assert (found.adjusted if controlled else found.p)[area] <= 0.2
    again = local_clusters(weights, 2 * y, asked)
    assert equal(again.cluster.astype(str), found.cluster.astype(str)) and equal(again.p, found.p)
    words = quadrants(y, np.nan_to_num(found.lag))
    assert set(words) <= {HIGH_HIGH, HIGH_LOW, LOW_HIGH, LOW_LOW} and (words[y <= y.mean()] != HIGH_HIGH).all()


@promise("so many areas with the lowest p pass the false discovery rate together, and no fewer", areas_that_must_agree)
@given(st.integers(1, 3000), st.sampled_from([19, 99, 999, 9999]), st.sampled_from([0.01, 0.05, 0.1]))
def test_areas_that_must_agree(tested, draws, level):
    needed = areas_that_must_agree(tested, Asked(permutations=draws, level=level))
    lowest = 2 / (draws + 1)
    assert lowest * tested / needed <= level * (1 + 1e-9) or needed > tested
    assert needed == 1 or lowest * tested / (needed - 1) > level * (1 - 1e-9)


@promise("the nearest are those that no other is nearer than, the first by row among equals; same places are found",
         nearest, in_same_place, long=600)  # fmt: skip
@given(columns(st.integers(-3, 3), st.integers(-3, 3), least=1, most=24), st.integers(1, 6))
def test_nearest(xy, count):
    xy = np.column_stack(xy) * 100.0
    found = nearest(strided(xy), count).toarray()
    away = np.hypot(*(xy[:, None] - xy).transpose(2, 0, 1))
    for row in range(len(xy)):
        others = sorted((away[row, other], other) for other in range(len(xy)) if other != row)
        assert np.flatnonzero(found[row]).tolist() == sorted(other for _, other in others[:count])
    assert in_same_place(xy + 0.0002).tolist() == [(away[row] == 0).sum() > 1 for row in range(len(xy))]
