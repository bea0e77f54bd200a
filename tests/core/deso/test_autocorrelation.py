"""Moran, LISA and Gi*: the vectors, p by counting every draw, and where the library that made the vectors is wrong."""

import json
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

from narvard_plugin.core.deso.autocorrelation import getis_ord, global_moran, local_moran
from narvard_plugin.core.deso.local_clusters import Asked, areas_that_must_agree, local_clusters, quadrants
from narvard_plugin.core.deso.permutations import _draws, false_discovery_rate, tail_counts, two_sided
from narvard_plugin.core.deso.weights import of_pairs, row_standardised, with_itself
from tests.shared import shared_file

LATTICE, KNN, ISLAND = "moran_small_5x5_rook", "moran_small_20_knn3", "moran_edge_island_5"
ALL = (LATTICE, KNN, ISLAND)
MANY = 100_000  # draws of ours, so that what is left is the chance in the vectors


def vector(name):
    """Values (n), binary weights (n × n), outputs and the number of permutations of one vector file."""
    case = json.loads(shared_file(f"vectors/{name}.json").read_text(encoding="utf8"))
    y = np.array(case["inputs"]["y"])
    pairs = np.array([(int(row), other) for row, others in case["inputs"]["neighbors"].items() for other in others]).T
    weights = csr_matrix((np.ones(pairs.shape[1]), tuple(pairs)), (len(y), len(y)))
    return y, weights, case["outputs"], case["params"]["permutations"]


def every_draw(y, weights, area):
    """The share of all possible draws that give the neighbours a sum at least, and at most, as large."""
    others = np.delete(y, area)
    sums = np.array([sum(drawn) for drawn in combinations(others, int(weights[area].sum()))])
    observed = (weights[area] @ y)[0]
    return np.mean(sums >= observed - 1e-9), np.mean(sums <= observed + 1e-9)


@pytest.mark.parametrize("name", ALL)
def test_moments_of_the_whole_map(name):
    y, weights, outputs, _ = vector(name)
    keys = ("I", "EI", "VI_norm", "VI_rand", "z_norm", "z_rand", "p_norm", "p_rand")
    expected = [outputs["moran_rowstd"][key] for key in keys]
    np.testing.assert_allclose(global_moran(row_standardised(weights), y), expected, rtol=1e-8)
    expected = [outputs["moran_binary"][key] for key in keys[:6]]
    np.testing.assert_allclose(global_moran(weights, y)[:6], expected, rtol=1e-8)


@pytest.mark.parametrize("name", ALL)
def test_local_moran_and_its_quadrants(name):
    y, weights, outputs, _ = vector(name)
    placed = np.diff(weights.indptr) > 0
    np.testing.assert_allclose(
        local_moran(weights, y)[placed], np.array(outputs["lisa_rowstd"]["Is"])[placed], rtol=1e-9, atol=1e-12
    )
    words = {1: "high_high", 2: "low_high", 3: "low_low", 4: "high_low"}
    expected = [words[q] for q in outputs["lisa_rowstd"]["q"]]
    found = quadrants(y, row_standardised(weights) @ y)
    assert [one for one, there in zip(found, placed) if there] == [one for one, there in zip(expected, placed) if there]


@pytest.mark.parametrize("name", ALL)
def test_gi_star_is_ord_and_getis_z(name):
    y, weights, outputs, _ = vector(name)
    expected = np.array(outputs["gistar_ord_getis_1995_z"], float)
    placed = np.diff(weights.indptr) > 0
    np.testing.assert_allclose(getis_ord(weights, y)[placed], expected[placed], rtol=1e-9)


@pytest.mark.parametrize("name", [LATTICE, KNN])
def test_the_folded_tail_is_that_of_the_vectors_within_chance(name):
    y, weights, outputs, permutations = vector(name)
    theirs = np.array(outputs["lisa_rowstd"]["p_sim_onetailed_seed12345"])
    above, below = tail_counts(weights, y, MANY, 1)
    tolerance = 3 * np.sqrt(theirs * (1 - theirs) / permutations) + 1 / (permutations + 1)
    assert (np.abs((np.minimum(above, below) + 1) / (MANY + 1) - theirs) <= tolerance).all()


@pytest.mark.parametrize("name", ALL)
def test_the_tails_are_those_of_every_possible_draw(name):
    y, weights, _, _ = vector(name)
    placed = np.flatnonzero(np.diff(weights.indptr))
    exact = np.array([every_draw(y, weights, area) for area in placed])
    found = np.array(tail_counts(weights, y, MANY, 7)).T[placed] / MANY
    assert (np.abs(found - exact) <= 5 * np.sqrt(exact * (1 - exact) / MANY) + 1e-9).all()


def test_trap_1_row_standardised_gi_star_has_the_same_z():
    """The library's is a third to a half of it."""
    for name in (LATTICE, KNN):
        y, weights, outputs, _ = vector(name)
        star = row_standardised(with_itself(weights))
        total, squares, n = 1.0, np.asarray(star.power(2).sum(1)).ravel(), len(y)
        z = (star @ y - total * y.mean()) / (y.std() * np.sqrt((n * squares - total**2) / (n - 1)))
        np.testing.assert_allclose(getis_ord(weights, y), z, rtol=1e-9)
        ratio = np.array(outputs["gistar_rowstd"]["Zs"], float) / z
        assert 0.3 < np.median(ratio) < 0.55


def test_trap_2_an_island_has_no_statistic_and_no_p():
    y, weights, outputs, _ = vector(ISLAND)
    assert outputs["lisa_rowstd"]["p_sim_onetailed_seed12345"][4] == 0.001  # what the library says of it
    for method in ("moran", "gistar"):
        found = local_clusters(weights, y, Asked(method, controlled=False, level=0.5))
        assert np.isnan([found.statistic[4], found.p[4], found.adjusted[4], found.lag[4]]).all()
        assert found.cluster[4] == "island"
        assert np.isfinite(found.p[:4]).all()


def test_trap_3_p_is_two_sided():
    y, weights, outputs, _ = vector(LATTICE)
    theirs = np.array(outputs["lisa_rowstd"]["p_sim_onetailed_seed12345"])
    ours = local_clusters(weights, y, Asked(permutations=9999)).p
    np.testing.assert_allclose(ours, 2 * theirs, atol=0.04)


def test_trap_4_equal_values_count_on_both_sides():
    y, weights, outputs, _ = vector(ISLAND)
    assert outputs["lisa_rowstd"]["p_sim_onetailed_seed12345"][0] == 0.001
    assert every_draw(y, weights, 0) == (1.0, 0.25)
    assert local_clusters(weights, y, Asked(permutations=MANY)).p[[0, 3]] == pytest.approx(0.5, abs=0.01)
    for scale in (1 / 3, 1e-9, 1e9):  # thirds are not exact in binary
        np.testing.assert_array_equal(
            tail_counts(weights, y * scale + 0.1 * scale, 999, 3), tail_counts(weights, y, 999, 3)
        )


def test_trap_5_moran_depends_on_the_weights():
    y, weights, _, _ = vector(LATTICE)
    assert global_moran(row_standardised(weights), y).moran_i == pytest.approx(0.59095, abs=5e-6)
    assert global_moran(weights, y).moran_i == pytest.approx(0.56704, abs=5e-6)


def test_p_by_hand():
    """2 draws of 9 as low: 2 (2 + 1) / 10; never over 1, never 0."""
    above, below = np.array([8, 9, 0, 9]), np.array([2, 9, 9, 0])
    assert two_sided(above, below, 9).tolist() == [0.6, 1.0, 0.2, 0.2]


def test_false_discovery_rate_by_hand():
    p = np.array([0.04, np.nan, 0.01, 0.03, 0.5])
    np.testing.assert_allclose(false_discovery_rate(p), [0.16 / 3, np.nan, 0.04, 0.16 / 3, 0.5])
    assert np.isnan(false_discovery_rate(np.full(3, np.nan))).all()


def test_how_many_must_agree():
    assert areas_that_must_agree(189, Asked(permutations=999)) == 8
    assert areas_that_must_agree(25, Asked(permutations=999)) == 1
    assert areas_that_must_agree(189, Asked()) == 1


def ring(n):
    return of_pairs(n, np.arange(n), (np.arange(n) + 1) % n)


def test_a_constant_map_has_no_statistic():
    for method in ("moran", "gistar"):
        found = local_clusters(ring(6), np.full(6, 0.1 + 0.2), Asked(method))
        assert np.isnan(found.statistic).all() and np.isnan(found.p).all() and set(found.cluster) == {"not_significant"}
    assert np.isnan(global_moran(ring(6), np.full(6, 0.3))).all()


def test_nobody_has_a_neighbour():
    empty = csr_matrix((5, 5))
    found = local_clusters(empty, np.arange(5.0), Asked())
    assert set(found.cluster) == {"island"} and np.isnan(found.p).all()
    assert np.isnan(global_moran(empty, np.arange(5.0)).moran_i)


def test_everyone_is_the_neighbour_of_everyone():
    """No draw differs, so p is 1 and Gi* is not defined."""
    n = 6
    weights = csr_matrix(np.ones((n, n)) - np.eye(n))
    y = np.array([1.0, 2, 3, 5, 8, 13])
    assert local_clusters(weights, y, Asked()).p.tolist() == [1.0] * n
    found = local_clusters(weights, y, Asked("gistar"))
    assert np.isnan(found.statistic).all() and np.isnan(found.p).all()


def test_an_area_at_the_mean_is_no_cluster():
    y = np.array([0.0, 9, 9, 9, -9, -9, -9, 0, 0, 0, 0, 0])
    weights = of_pairs(12, np.array([0, 0, 0]), np.array([1, 2, 3]))
    assert y.mean() == 0
    assert local_clusters(weights, y, Asked(controlled=False)).p[0] == 1


@settings(derandomize=True, deadline=None, max_examples=40)
@given(st.integers(0, 2**32 - 1), st.integers(5, 40), st.sampled_from(["moran", "gistar"]))
def test_laws(seed, n, method):
    rng = np.random.default_rng(seed)
    y = rng.integers(0, 12, n) * 1.0
    y[0] += 1 - (np.ptp(y) > 0)
    weights = csr_matrix((rng.uniform(size=(n, n)) < 3 / n) & ~np.eye(n, dtype=bool)).astype(float)
    asked = Asked(method, permutations=199, seed=seed)
    found = local_clusters(weights, y, asked)
    placed = np.diff(weights.indptr) > 0
    assert (np.isnan(found.p) >= ~placed).all() and (found.cluster[~placed] == "island").all()
    told = found.p[np.isfinite(found.p)]
    assert (told >= 2 / 200 - 1e-12).all() and (told <= 1).all()
    assert (found.adjusted[np.isfinite(found.p)] >= told - 1e-12).all()
    again = local_clusters(weights, 3 * y - 50, asked)  # another unit and zero point
    np.testing.assert_allclose(again.statistic, found.statistic, rtol=1e-7, atol=1e-9)
    np.testing.assert_array_equal(again.p, found.p)
    turned = local_clusters(weights, -y, asked)
    np.testing.assert_array_equal(turned.p, found.p)
    if method == "moran" and placed.all():
        whole = global_moran(row_standardised(weights), y).moran_i
        assert found.statistic.sum() / (n - 1) == pytest.approx(whole, abs=1e-9)  # LISA adds up to Moran's I


@pytest.mark.parametrize(
    ("method", "low", "top", "around", "bare"),
    [("gistar", 5.0, 100.0, 0.0, "hot"), ("moran", 0.0, 10_000.0, 3.0, "high_low")],
)
def test_one_extreme_value_does_not_turn_its_neighbours(method, low, top, around, bare):
    """Its neighbours are the lowest of all, and the sum with itself is high; or the highest of the rest, and under the mean."""
    n, near = 60, [1, 2, 3, 4, 5]
    y = low + np.random.default_rng(3).uniform(0, 1, n)
    y[0], y[near] = top, around
    pairs = [(0, at) for at in near] + [(at, at + 1) for at in range(6, n - 1)]
    found = local_clusters(of_pairs(n, *np.array(pairs).T), y, Asked(method))
    assert found.adjusted[0] < 0.05  # such neighbours are unlike chance, but not in the way of the word
    assert (found.statistic[0] > 0) == (bare == "hot") and found.cluster[0] == "not_significant"


def test_without_a_pattern_one_in_twenty_is_under_the_level():
    """And the FDR takes nearly all of them away."""
    rng = np.random.default_rng(5)
    n = 2000
    weights = of_pairs(n, np.tile(np.arange(n), 2), np.concatenate([(np.arange(n) + step) % n for step in (1, 2)]))
    found = local_clusters(weights, rng.normal(size=n), Asked(controlled=False))
    assert 0.03 < np.mean(found.p <= 0.05) < 0.07
    assert np.sum(found.adjusted <= 0.05) <= 3


def test_every_place_is_drawn_equally_often_and_never_twice():
    """Both where few of many are drawn and where many are."""
    for places, most in ((30, 5), (30, 6)):
        drawn = np.concatenate(list(_draws(places, most, 60_000, np.random.default_rng(1), lambda share: None)))
        assert drawn.shape == (60_000, most)
        assert (np.diff(np.sort(drawn, axis=1), axis=1) > 0).all()
        for place in range(most):  # in random order: any column alone is a fair draw
            assert np.abs(np.bincount(drawn[:, place], minlength=places) / 2000 - 1).max() < 0.12


def test_cancel_is_asked_while_drawing():
    class Stop(Exception):
        pass

    asked = []

    def stop(share):
        asked.append(share)
        if len(asked) == 3:
            raise Stop

    n = 3000
    with pytest.raises(Stop):
        tail_counts(ring(n), np.arange(n) * 1.0, 9_999_999, 1, stop)
    assert asked[-1] < 0.2
