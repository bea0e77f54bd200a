"""Measures of segregation: against the library's numbers, by hand, and their laws."""

import json

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from narvard_plugin.core.deso.borders import Borders
from narvard_plugin.core.deso.segregation import delta, morrill, one_group, several_groups, wong
from tests.shared import shared_file

LIBRARY = {"exposure": "interaction", "eta2": "correlation_eta2", "entropy": "entropy_H"}


def grid(side):
    """Borders of ``side`` × ``side`` squares of 100 m: sides, and corners of 0 m."""
    row, column = np.divmod(np.arange(side * side), side)
    first, second = np.triu_indices(side * side, 1)
    across, up = np.abs(row[first] - row[second]), np.abs(column[first] - column[second])
    near = np.maximum(across, up) == 1
    return Borders(first[near], second[near], np.where((across + up)[near] == 1, 100.0, 0.0))


@pytest.mark.parametrize("name", ["segregation_small_3x3", "segregation_zero_4x4"])
def test_equals_the_library(name):
    case = json.loads(shared_file(f"vectors/{name}.json").read_text("utf8"))
    group, total = (np.array(case["inputs"][key], float) for key in ("group", "total"))
    near, expected = grid(case["inputs"]["grid_side"]), case["outputs"]
    for measure, value in one_group(group, total).items():
        tolerance = 1e-6 if measure == "gini" else 1e-9
        assert value == pytest.approx(expected[LIBRARY.get(measure, measure)], rel=tolerance), measure
    assert delta(group, total, np.ones(len(total))) == pytest.approx(expected["delta"], rel=1e-9)
    assert morrill(group, total, near) == pytest.approx(expected["spatial_dissim_morrill_queen"], rel=1e-9)
    assert wong(group, total, near) == pytest.approx(expected["boundary_spatial_dissim_wong"], rel=1e-9)
    if "multi_dissim" in expected:
        found = several_groups(np.array(case["inputs"]["groups3"], float))
        library = [expected[key] for key in ("multi_dissim", "multi_info_theory", "multi_norm_exposure")]
        assert list(found.values()) == pytest.approx(library, rel=1e-9)


def test_equals_the_anchors():
    case = json.loads(shared_file("vectors/segregation_anchor_2.json").read_text("utf8"))
    found = [one_group(*(np.array(area[key], float) for key in ("group", "total"))) for area in case["inputs"]["cases"]]
    assert [one["dissimilarity"] for one in found] == case["outputs"]["dissimilarity"]
    assert [one["isolation"] for one in found] == pytest.approx(case["outputs"]["isolation"], rel=1e-12)


def test_two_areas_by_hand():
    """40 of 100 and 10 of 100: P = 1/4, D = |40/50 - 60/150| = 0.4."""
    group, total = np.array([40, 10.0]), np.array([100, 100.0])
    found = one_group(group, total)
    assert found["dissimilarity"] == pytest.approx(0.4) and found["gini"] == pytest.approx(0.4)
    assert found["isolation"] == pytest.approx((40 * 0.4 + 10 * 0.1) / 50) and found["minmax"] == pytest.approx(
        0.8 / 1.4
    )
    assert found["eta2"] == pytest.approx((0.34 - 0.25) / 0.75)
    side = Borders(np.array([0]), np.array([1]), np.array([7.0]))
    assert morrill(group, total, side) == pytest.approx(0.4 - 0.3) and wong(group, total, side) == pytest.approx(
        0.4 - 0.3
    )
    assert delta(group, total, np.array([1, 3.0])) == pytest.approx(0.55)


@pytest.mark.parametrize("group", [[0, 0], [10, 20]])
def test_nobody_and_everybody_have_no_measure(group):
    group, total, near = np.array(group, float), np.array([10, 20.0]), grid(2)
    assert np.isnan(list(one_group(group, total).values())).all()
    assert np.isnan([delta(group, total, total), morrill(group, total, near), wong(group, total, near)]).all()
    assert np.isnan(list(several_groups(np.column_stack([group, total - group])).values())).all()


def test_without_a_border_there_is_nothing_spatial():
    nothing = Borders(np.zeros(0, int), np.zeros(0, int), np.zeros(0))
    corner = Borders(np.array([0]), np.array([1]), np.array([0.0]))
    group, total = np.array([1, 5.0]), np.array([10, 10.0])
    assert np.isnan([morrill(group, total, nothing), wong(group, total, nothing), wong(group, total, corner)]).all()
    assert np.isfinite(morrill(group, total, corner)) and np.isnan(delta(group, total, np.zeros(2)))


areas = st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500)), min_size=2, max_size=30)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(areas=areas, seed=st.integers(0, 99))
def test_laws(areas, seed):
    group, rest = np.array(areas, float).T
    assume(group.sum() > 0 and rest.sum() > 0)
    total = group + rest
    found, share = one_group(group, total), group.sum() / total.sum()
    assert all(-1e-12 <= found[name] <= 1 + 1e-12 for name in found), found
    assert found["isolation"] >= share - 1e-12
    assert found["isolation"] + found["exposure"] == pytest.approx(1)
    assert found["gini"] >= found["dissimilarity"] - 1e-12
    order = np.random.default_rng(seed).permutation(len(group))
    assert one_group(group[order], total[order]) == pytest.approx(found, rel=1e-9, abs=1e-12)
    own = group / np.maximum(total, 1)
    pairs = np.abs(np.subtract.outer(own, own))
    weights = np.outer(total, total)
    by_pairs = (weights * pairs).sum() / (2 * total.sum() ** 2 * share * (1 - share))
    assert found["gini"] == pytest.approx(by_pairs, rel=1e-9, abs=1e-9)
    both = several_groups(np.column_stack([group, rest]))
    assert both["multigroup_d"] == pytest.approx(found["dissimilarity"], abs=1e-9)
    assert both["multigroup_h"] == pytest.approx(found["entropy"], abs=1e-9)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(areas=areas, parts=st.integers(2, 5))
def test_dividing_areas_without_changing_their_shares_changes_nothing(areas, parts):
    group, rest = np.array(areas, float).T
    assume(group.sum() > 0 and rest.sum() > 0)
    total, pieces = group + rest, np.arange(1, parts + 1) / np.arange(1, parts + 1).sum()
    divided = one_group(np.outer(group, pieces).ravel(), np.outer(total, pieces).ravel())
    assert divided == pytest.approx(one_group(group, total), rel=1e-9, abs=1e-9)
