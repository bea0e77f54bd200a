"""Inequality against the outside references, and the laws that hold for any values."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.deso.inequality import (
    FIFTHS,
    concentration_index,
    curve,
    erreygers,
    gini,
    means_between,
    palma,
    pooled,
    quintile_ratio,
    shortfall,
    theil,
    wagstaff,
)
from tests.shared import shared_file


def vector(name):
    document = json.loads(shared_file(f"vectors/{name}.json").read_text("utf8"))
    return document, document["inputs"], document["outputs"]


@pytest.mark.parametrize("name", ["inequality_small_8", "inequality_edge_ties_6"])
def test_the_vectors(name):
    _, inputs, found = vector(name)
    values, people, rank = (np.array(inputs[key], float) for key in ("y", "population", "rank_variable"))
    ranked, most = pooled(values, people, rank), values.max()
    parts = theil(values, people, np.array(inputs["group"]))
    ours = {
        "concentration_index": concentration_index(ranked),
        "erreygers_bounds_0_max": erreygers(ranked, 0, most),
        "wagstaff_normalised_bounds_0_max": wagstaff(ranked, 0, most),
        "gini_popweighted_expanded": gini(values, people),
        "theilT_popweighted_expanded": parts.total,
        "theil_between": parts.between,
        "theil_within": parts.within,
    }
    assert ours == pytest.approx({key: found[key] for key in ours}, rel=1e-9)
    # The vectors take ties in the order of the rows for fifths and Palma; so do we only where that order is part of the rank.
    in_row_order = pooled(values, people, rank + 1e-9 * np.arange(len(rank)))
    fifths = means_between(in_row_order, FIFTHS)
    np.testing.assert_allclose(fifths, found["quintile_means_fractional"], rtol=1e-9)
    assert quintile_ratio(fifths) == pytest.approx(found["quintile_ratio_q5_q1"], rel=1e-9)
    assert palma(in_row_order) == pytest.approx(found["palma_top10_bottom40"], rel=1e-9)
    assert palma(in_row_order) / 4 == pytest.approx(found["palma_share"], rel=1e-9)
    if name == "inequality_small_8":  # no ties: pooling changes nothing
        np.testing.assert_allclose(means_between(ranked, FIFTHS), found["quintile_means_fractional"], rtol=1e-9)
        assert palma(ranked) == pytest.approx(found["palma_top10_bottom40"], rel=1e-9)


def test_ties_across_a_cut_share_their_mean_and_others_are_as_in_the_vector():
    _, inputs, found = vector("inequality_edge_ties_6")
    values, people, rank = (np.array(inputs[key], float) for key in ("y", "population", "rank_variable"))
    fifths = means_between(pooled(values, people, rank), FIFTHS)
    # rank 1: 500 with 2 and 700 with 0; rank 2: 1500 with 4 and 800 with 3; then 1000 with 0 and 500 with 6
    first, second = 1000 / 1200, 8400 / 2300
    np.testing.assert_allclose(fifths, [first, 0.2 * first + 0.8 * second, second, 0.5 * second, 3.0])
    assert fifths[4] == pytest.approx(found["quintile_means_fractional"][4])  # no tie straddles that cut
    assert fifths @ np.full(5, 0.2) == pytest.approx(np.average(values, weights=people))


def test_the_numbers_of_the_r_package():
    document, inputs, found = vector("r_accessibility_equity_5")
    tolerance = {"abs": document["tolerance"]}
    ids = np.array(inputs["ids"])
    values, people = (np.array(inputs[key], float) for key in ("access_jobs_30min", "population"))
    income = np.array([np.nan if one is None else one for one in inputs["income"]], float)
    for expected, kept in ((found, np.isfinite(income)), (document["second"], np.isfinite(income) & (ids != document["second"]["drop"]))):  # fmt: skip
        ranked = pooled(values[kept], people[kept], income[kept])
        reach = values[kept if expected is found else ids != document["second"]["drop"]]
        assert gini(values[kept], people[kept]) == pytest.approx(expected["gini"], **tolerance)
        assert concentration_index(ranked) == pytest.approx(expected["concentration_index"], **tolerance)
        corrected = erreygers(ranked, reach.min(), reach.max())
        assert corrected == pytest.approx(expected["concentration_index_erreygers"], **tolerance)
    fgt = [shortfall(values, people, found["fgt_line"], power) for power in (0, 1, 2)]
    assert fgt == pytest.approx(document["ours"]["fgt"], rel=1e-9)
    assert gini(values, people) == pytest.approx(document["ours"]["gini"], rel=1e-9)


def test_a_shortfall_of_a_bad_lies_above_the_line():
    minutes, people = np.array([10.0, 30.0, 45.0]), np.array([50.0, 30.0, 20.0])
    assert [shortfall(minutes, people, 30.0, power, above=True) for power in (0, 1, 2)] == pytest.approx(
        [0.2, 0.1, 0.05]
    )
    assert shortfall(minutes, people, 30.0, 0) == 0.5  # exactly on the line is not beyond it


def test_nothing_to_share_has_no_measure():
    values, people, rank = np.zeros(3), np.array([1.0, 2.0, 3.0]), np.arange(3.0)
    ranked = pooled(values, people, rank)
    parts = theil(values, people, np.arange(3))
    found = [concentration_index(ranked), erreygers(ranked, 0, 0), wagstaff(ranked, 0, 0), gini(values, people), palma(ranked), *parts]  # fmt: skip
    assert np.isnan(found).all() and np.isnan(curve(ranked)[1]).all()
    assert np.isnan(quintile_ratio(means_between(ranked, FIFTHS)))
    assert np.isnan(gini(np.array([4.0, 7.0]), np.zeros(2)))  # nobody lives there
    some = pooled(np.array([0.0, 5.0]), np.array([1.0, 1.0]), np.array([1.0, 2.0]))
    assert np.isnan(quintile_ratio(means_between(some, FIFTHS))) and concentration_index(some) == 0.5


areas = st.lists(
    st.tuples(st.floats(0, 1000).map(lambda x: round(x, 3)), st.integers(0, 500), st.integers(0, 5), st.integers(0, 2)),
    min_size=2, max_size=15,
).filter(lambda rows: sum(people * value for value, people, *_ in rows) > 1)  # fmt: skip


def columns(rows):
    values, people, rank, group = (np.array(column, float) for column in zip(*rows))
    return values, people, rank, group.astype(int)


def everything(values, people, rank, group):
    ranked = pooled(values, people, rank)
    return np.array([
        concentration_index(ranked), erreygers(ranked, 0, 2000), wagstaff(ranked, 0, 2000), gini(values, people),
        *theil(values, people, group), palma(ranked), *means_between(ranked, FIFTHS), shortfall(values, people, 100.0, 1),
    ])  # fmt: skip


@settings(derandomize=True, max_examples=80)
@given(areas, st.randoms(use_true_random=False), st.floats(0.01, 100))
def test_laws(rows, random, factor):
    values, people, rank, group = columns(rows)
    found = everything(values, people, rank, group)
    index, inequality, total, between, within = found[[0, 3, 4, 5, 6]]
    assert -1 <= index <= 1 and -1e-12 <= inequality <= 1
    assert total == pytest.approx(between + within, rel=1e-9, abs=1e-12) and min(between, within) > -1e-9
    assert abs(index) <= inequality + 1e-9  # no order spreads a value more unequally than its own
    shuffled = list(rows)
    random.shuffle(shuffled)
    np.testing.assert_allclose(everything(*columns(shuffled)), found, rtol=1e-9, atol=1e-9)
    scaled = everything(values * factor, people, rank, group)
    np.testing.assert_allclose(scaled[[0, 3, 4, 5, 6]], found[[0, 3, 4, 5, 6]], rtol=1e-7, atol=1e-9)
    half = [part for value, count, *more in rows for part in ((value, count / 2, *more), (value, count / 2, *more))]
    np.testing.assert_allclose(everything(*columns(half)), found, rtol=1e-9, atol=1e-9)
    same = np.full(len(values), 7.0)
    assert gini(same, people) == pytest.approx(0, abs=1e-12)
    assert concentration_index(pooled(same, people, rank)) == pytest.approx(0, abs=1e-12)
    turned = concentration_index(pooled(values, people, -rank))
    assert turned == pytest.approx(-index, abs=1e-9)


@settings(derandomize=True, max_examples=60)
@given(areas)
def test_the_area_under_the_curve_is_the_index(rows):
    values, people, rank, _ = columns(rows)
    ranked = pooled(values, people, rank)
    share, held = curve(ranked)
    under = 1 - np.sum(np.diff(share) * (held[:-1] + held[1:]))
    assert concentration_index(ranked) == pytest.approx(under, abs=1e-9)
    assert share[-1] == pytest.approx(1) and held[-1] == pytest.approx(1)
