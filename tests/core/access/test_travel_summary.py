"""Summaries of travel times against worked cases (methods section 3.6)."""

import json

import numpy as np
import pytest

from narvard_plugin.core.access.travel_summary import summarise_facilities, weighted_quantile
from narvard_plugin.core.network.reach import rank_pairs
from tests.shared import shared_file


def vector(name):
    return json.loads(shared_file(f"vectors/{name}.json").read_text("utf8"))


def test_mean_median_and_p90_are_those_of_the_worked_case():
    case = vector("coverage_thresholds")
    people = np.array(case["inputs"]["population"], float)
    minutes = np.array([np.inf if m is None else m for m in case["inputs"]["minutes"]], float)
    facility = np.where(np.isfinite(minutes), 0, -1)
    found = summarise_facilities(minutes, facility, people, 2)
    expected = case["outputs"]
    assert found.mean_minutes[0] == pytest.approx(expected["weighted_mean_reachable"], rel=1e-9)
    assert found.median_minutes[0] == expected["weighted_median"]
    assert found.p90_minutes[0] == expected["p90"]
    assert people.sum() - found.population[0] == expected["unreachable_population"]
    assert found.population[1] == 0 and np.isnan(found.mean_minutes[1]) and np.isnan(found.p90_minutes[1])


def test_nearest_of_a_matrix_is_that_of_the_worked_case():
    case = vector("access_simple_small_5x4")
    cost = np.array([[np.inf if c is None else c for c in row] for row in case["inputs"]["cost_minutes"]], float)
    ids = case["inputs"]["facility_ids"]
    row, facility = np.indices(cost.shape)
    found = rank_pairs(row.ravel(), facility.ravel(), cost.ravel(), len(cost), 2)
    none = lambda values: [None if np.isinf(v) else v for v in values]  # noqa: E731
    assert none(found.minutes[:, 0]) == case["outputs"]["nearest_minutes"]
    assert [None if f < 0 else ids[f] for f in found.facility[:, 0]] == case["outputs"]["nearest_id"]
    assert none(found.minutes[:, 1]) == case["outputs"]["second_nearest_minutes"]


@pytest.mark.parametrize(
    ("values", "weights", "share", "expected"),
    [
        ([1, 2, 3], [1, 1, 1], 0.5, 2),
        ([1, 2], [1, 1], 0.5, 1),
        ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [0.1] * 10, 0.9, 9),
        ([5, 7], [0, 3], 0.5, 7),
    ],
)
def test_quantile_is_the_smallest_value_with_that_share(values, weights, share, expected):
    assert weighted_quantile(np.array(values, float), np.array(weights, float), share) == expected


def test_quantile_of_nothing_is_not_a_number():
    assert np.isnan(weighted_quantile(np.empty(0), np.empty(0), 0.5))
    assert np.isnan(weighted_quantile(np.array([1.0]), np.array([0.0]), 0.5))
