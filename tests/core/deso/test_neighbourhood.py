"""Neighbourhoods of the nearest people: against EquiPop's own numbers, by hand, and against counting everybody."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.deso import neighbourhood
from narvard_plugin.core.deso.neighbourhood import even_breaks, evenness, neighbourhoods
from tests.shared import shared_file


@pytest.mark.parametrize("name", ["knn_small_20", "knn_edge_6"])
@pytest.mark.parametrize("tie", ["proportional", "whole"])
def test_equals_equipop(name, tie):
    case = json.loads(shared_file(f"vectors/{name}.json").read_text("utf8"))
    cells, sizes = case["inputs"], case["params"]["k"]
    xy, group, people = np.column_stack([cells["E"], cells["N"]]), np.array(cells["group"]), np.array(cells["total"])
    found = neighbourhoods(xy.astype(float), group.astype(float), people.astype(float), sizes, tie == "whole")
    for at, size in enumerate(sizes):
        for letter, values in (("N", found.people), ("T", found.group), ("R", found.share), ("Dist", found.radius)):
            np.testing.assert_allclose(values[:, at], case["outputs"][tie][f"{letter}_{size}"], rtol=1e-9, atol=1e-12)


def test_a_ring_by_hand():
    """10 people at home; 20 at 100 m east and 40 at 100 m north are one ring of 60; then 5 far away."""
    xy = np.array([[50, 50], [150, 50], [50, 150], [5050, 50]], float)
    people, group = np.array([10, 20, 40, 5.0]), np.array([1, 10, 2, 5.0])
    part = neighbourhoods(xy, group, people, [10, 40, 75])
    assert part.people[0].tolist() == [10, 40, 75] and part.radius[0].tolist() == [
        0,
        pytest.approx(100 * 0.5**0.5),
        5000,
    ]
    assert part.group[0].tolist() == [1, 1 + 0.5 * 12, 18]
    whole = neighbourhoods(xy, group, people, [10, 40, 75], whole=True)
    assert whole.people[0].tolist() == [10, 70, 75] and whole.radius[0].tolist() == [0, 100, 5000]
    assert whole.group[0].tolist() == [1, 13, 18]


def by_counting(xy, group, people, sizes, whole):
    """Everybody's distance to everybody."""
    people_found, group_found, radius = (np.zeros((len(xy), len(sizes))) for _ in range(3))
    for i, j in np.ndindex(radius.shape):
        far = np.hypot(*(xy - xy[i]).T)
        rings = sorted(set(far[people > 0]))
        within, inside, before = 0.0, 0.0, 0.0
        for ring in rings:
            at = far == ring
            part = 1.0 if whole else min(1.0, (sizes[j] - within) / people[at].sum())
            out = np.sqrt(before**2 + part * (ring**2 - before**2))
            within, inside, before = within + part * people[at].sum(), inside + part * group[at].sum(), ring
            if within >= sizes[j] - 1e-9:
                break
        people_found[i, j], group_found[i, j], radius[i, j] = within, inside, out
    return people_found, group_found, radius


cells = st.lists(
    st.tuples(st.integers(0, 8), st.integers(0, 8), st.integers(0, 40), st.floats(0, 1)), min_size=2, max_size=60
)


@settings(derandomize=True, deadline=None, max_examples=150)
@given(cells=cells, whole=st.booleans(), at_once=st.sampled_from([1, 40, 10**6]), seed=st.integers(0, 9))
def test_equals_counting_everybody_in_any_order_and_any_blocks(cells, whole, at_once, seed):
    x, y, people, share = np.array(cells, float).T
    people[0] += 1
    xy, group = np.column_stack([x, y]) * 250.0, people * share
    sizes = [1, 30, 200, 10**6]
    kept, neighbourhood._AT_ONCE = neighbourhood._AT_ONCE, at_once
    try:
        found = neighbourhoods(xy, group, people, sizes, whole)
        order = np.random.default_rng(seed).permutation(len(x))
        noise = np.random.default_rng(seed).uniform(-0.01, 0.01, xy.shape)
        again = neighbourhoods((xy + noise)[order], group[order], people[order], sizes, whole)
    finally:
        neighbourhood._AT_ONCE = kept
    for values, expected in zip(found, by_counting(xy, group, people, sizes, whole)):
        np.testing.assert_allclose(values, expected, rtol=1e-9, atol=1e-6)
    for values, other in zip(found, again):
        np.testing.assert_array_equal(values[order], other)


def test_many_cells_of_one_person_each_need_many_neighbours():
    """Countryside around a town: the guess of how many to ask for has to be mended."""
    rng = np.random.default_rng(3)
    xy = np.unique(np.r_[rng.integers(0, 12, (100, 2)), rng.integers(-300, 300, (3000, 2))], axis=0) * 250.0
    people = np.where((xy >= 0).all(1) & (xy < 3000).all(1), 60.0, 1.0)
    group = np.floor(people / 2)
    found = neighbourhoods(xy, group, people, [500, 5000])
    some = rng.choice(len(xy), 25, replace=False)
    for values, expected in zip(found, by_counting_some(xy, group, people, [500, 5000], some)):
        np.testing.assert_allclose(values[some], expected, rtol=1e-9)


def by_counting_some(xy, group, people, sizes, some):
    """People, group and radius (some, k) of ``some`` cells, each by running sums over all its rings."""
    columns = []
    for i in some:
        far = np.hypot(*(xy - xy[i]).T)
        rings, ring_of = np.unique(far, return_inverse=True)
        reached, members = np.cumsum(np.bincount(ring_of, people)), np.cumsum(np.bincount(ring_of, group))
        row = []
        for size in sizes:
            at = int(np.searchsorted(reached, size))
            before, inside, inner = (0.0, 0.0, 0.0) if at == 0 else (reached[at - 1], members[at - 1], rings[at - 1])
            part = (size - before) / (reached[at] - before)
            out = np.sqrt(inner**2 + part * (rings[at] ** 2 - inner**2))
            row.append((size, inside + part * (members[at] - inside), out))
        columns.append(row)
    return np.moveaxis(np.array(columns), 2, 0)


def test_nobody_has_no_neighbours_and_cancel_stops():
    xy = np.array([[0, 0], [250, 0]], float)
    with pytest.raises(ValueError, match="nobody"):
        neighbourhoods(xy, np.zeros(2), np.zeros(2), [10])

    def stop(share):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        neighbourhoods(xy, np.zeros(2), np.ones(2), [1], asked=stop)


def test_spread_figures_are_seen():
    people = np.array([10, 30, 20, 5, 8, 0, 7], float)
    area = np.array([0, 0, 1, 1, 1, 1, -1])
    spread = people * np.array([0.2, 0.2, 0.45, 0.45, 0.45, 0, 0.9])
    assert evenness(spread, people, area) == (2, 2) and evenness(spread, people, area).spread
    counted = np.array([1, 9, 9, 2, 5, 0, 7], float)
    assert evenness(counted, people, area) == (2, 0) and not evenness(counted, people, area).spread
    assert evenness(np.zeros(7), people, area) == (0, 0), "an area without the group tells nothing"
    assert not evenness(counted, people, np.full(7, -1)).spread


@pytest.mark.parametrize(
    ("shares", "breaks"),
    [
        ([0.21, 0.3, 0.44], [0.25, 0.3, 0.35, 0.4, 0.45, 0.5]),
        ([0.04, 0.05, 0.06], [0.045, 0.05, 0.055, 0.06, 0.065, 0.07]),
        ([0.0, 0.0, 0.0], [0.001, 0.002, 0.003, 0.004, 0.005, 0.006]),
        ([0.0, 0.5, 1.0], [0.15, 0.3, 0.45, 0.6, 0.75, 0.9]),
        ([0.6, 0.8, 1.0], [0.4, 0.5, 0.6, 0.7, 0.8, 0.9]),
    ],
)
def test_classes_of_the_map_are_round(shares, breaks):
    assert even_breaks(np.array(shares), 7) == pytest.approx(breaks)
