"""Care Need Index: SCB's own example, what has no index, the two scales, and the estimate for the listed."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.deso.care_need import (
    CNI_WEIGHTS,
    PER_PERSON,
    RATIO,
    care_need,
    doubtful_scale,
    ecological,
    more_than_people,
)
from narvard_plugin.core.sample import statistics
from tests.shared import shared_file

NAMES = ("under_5", "foreign_born", "old_alone", "single_parent", "moved", "unemployed", "low_education")
UNITS = np.array([[595, 1391, 484, 167, 385, 981, 632], [293, 330, 215, 80, 240, 300, 210]], float)
PEOPLE = np.array([5912.0, 2407.0])


def heads(table=UNITS):
    return dict(zip(NAMES, table.T))


def test_scbs_worked_example():
    found = care_need(heads(), PEOPLE, 2.47615)
    np.testing.assert_allclose(found.points, [22709.42, 7869.74], atol=5e-5, rtol=0)
    np.testing.assert_allclose(found.per_person, [3.841242, 3.269522], atol=5e-5, rtol=0)
    np.testing.assert_allclose(found.ratio, [1.5513, 1.3204], atol=5e-5, rtol=0)
    assert found.status.tolist() == ["ok", "ok"]


def test_the_vector():
    vector = json.loads(shared_file("vectors/cni_scb_example.json").read_text("utf8"))
    ours = {
        "under_5": "age_under_5", "foreign_born": "foreign_born_E_Europe_Asia_Africa_SAmerica",
        "old_alone": "age_over_65_alone", "single_parent": "single_parent_child_0_17",
        "moved": "moved_in_last_year_age_1plus", "unemployed": "unemployed_or_measure_16_64",
        "low_education": "low_education_25_64",
    }  # fmt: skip
    given_, told = vector["inputs"], vector["outputs"]
    assert {ours[name]: weight for name, weight in CNI_WEIGHTS.items()} == given_["weights"]
    counts = {name: np.array([unit[theirs] for unit in given_["counts"]]) for name, theirs in ours.items()}
    found = care_need(counts, given_["population"], given_["national_index_per_capita"])
    for values, name in (
        (found.points, "index_total_exact"),
        (found.per_person, "index_per_capita"),
        (found.ratio, "cni_scb"),
    ):
        np.testing.assert_allclose(values, told[name], atol=vector["tolerance"], rtol=0)
    assert np.trunc(found.points).tolist() == told["index_total_scb"]


def test_the_sample_county_weighs_with_the_same_weights():
    assert statistics.CNI_WEIGHTS is CNI_WEIGHTS


def test_what_is_missing_is_never_nought():
    table = np.vstack([UNITS[0], UNITS[0], UNITS[0], np.zeros(7)])
    table[0, 3] = np.nan
    found = care_need(heads(table), np.array([5912, np.nan, 0, 100]), 2.5)
    assert found.status.tolist() == ["missing_variable", "no_population", "no_population", "ok"]
    for scale in (found.points, found.per_person, found.ratio):
        assert np.isnan(scale[:3]).all() and scale[3] == 0


def test_without_the_nations_mean_there_is_no_ratio():
    found = care_need(heads(), PEOPLE)
    assert np.isnan(found.ratio).all() and np.isfinite(found.per_person).all()


def test_more_heads_than_people_are_seen_and_unknown_ones_are_not():
    table = np.array([[5.0] * 7, [4.0] * 7, [np.nan] * 7])
    assert more_than_people(heads(table), np.array([4.0, 4.0, np.nan])).tolist() == [True, False, False]


@pytest.mark.parametrize(
    ("values", "scale", "doubtful"),
    [
        ([1.1, 0.8, 3.0], PER_PERSON, True),
        ([2.4, 2.0, 3.0], PER_PERSON, False),
        ([2.4, 2.2, 1.0], RATIO, True),
        ([1.1, 0.8, 3.0], RATIO, False),
        ([np.nan], RATIO, False),
        ([0.1], "points", False),
    ],
)
def test_a_scale_that_looks_like_the_other(values, scale, doubtful):
    assert doubtful_scale(np.array(values), scale) is doubtful


def test_the_listed_have_the_mean_of_where_they_live():
    unit = np.array([0, 0, 0, 0, 2])
    number = np.array([30.0, 10, np.nan, 10, np.nan])
    index = np.array([1.0, 3, 9, np.nan, 2])
    found = ecological(unit, number, index, 4)
    assert found.listed.tolist() == [50, 0, 0, 0]
    assert found.covered.tolist() == [40, 0, 0, 0]
    assert found.hidden.tolist() == [1, 0, 1, 0]
    assert found.index[0] == 1.5 and np.isnan(found.index[1:]).all()


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 500), st.floats(0.1, 9)), min_size=1, max_size=40),
    st.randoms(use_true_random=False),
)
def test_the_estimate_lies_among_its_areas_whatever_their_order(rows, random):
    unit, number, index = (np.array(column) for column in zip(*rows))
    found = ecological(unit, number.astype(float), index, 4)
    for place in range(4):
        mine = index[(unit == place) & (number > 0)]
        if len(mine):
            assert mine.min() - 1e-12 <= found.index[place] <= mine.max() + 1e-12
        else:
            assert np.isnan(found.index[place])
    random.shuffle(rows)
    again = ecological(*(np.array(column, kind) for column, kind in zip(zip(*rows), (int, float, float))), 4)
    np.testing.assert_array_equal(again.index, found.index)
