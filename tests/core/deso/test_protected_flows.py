"""Flows and all their sums side by side tell no hidden number, to a reader with a linear program and one who knows that it is at least 1."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from narvard_plugin.core.deso.protected_flows import Flows, protect_flows


def of_matrix(number, kind):
    """Areas (rows) to units (columns), each cell of a ``kind`` of the unit's sum."""
    area, unit = np.nonzero(number)
    parts = [(int(u), int(kind[a, u])) for a, u in zip(area, unit)]
    names = [f"{a}-{u}" for a, u in zip(area, unit)]
    return Flows(number[area, unit].astype(float), area.tolist(), names, [parts, unit.tolist()])


def worked_out(flows, found):
    """Which flows (n) have one possible number only, by everything that ``found`` leaves to be told."""
    size = len(flows.number)
    told = [np.eye(size)[at] for at in np.flatnonzero(~found.flows)]
    for keys, hidden in ((flows.start, found.starts), *zip(flows.sums, found.sums)):
        told += [np.array([one == key for one in keys], float) for key in set(keys) - hidden]
    system = np.array([*told, np.ones(size)])
    exact = np.zeros(size, bool)
    for at in np.flatnonzero(found.flows):
        ends = []
        for sign in (1, -1):
            goal = sign * np.eye(size)[at]
            result = linprog(goal, A_eq=system, b_eq=system @ flows.number, bounds=(1, None), method="highs")
            ends.append(sign * result.fun if result.status == 0 else sign * -np.inf)
        exact[at] = np.ceil(ends[0] - 1e-6) == np.floor(ends[1] + 1e-6)
    return exact


def test_a_part_of_a_units_sum_does_not_tell_the_only_flow_in_it():
    """3 of unit 0 are all it has from afar: that part goes, another with it, and so on to the flows of those."""
    number = np.array([[3, 50], [60, 70], [80, 90]])
    flows = of_matrix(number, np.array([[1, 0], [0, 0], [0, 0]]))
    found = protect_flows(flows, 5)
    assert found.flows[0] and found.sums[0] == {(0, 0), (0, 1)}
    assert found.closed and not worked_out(flows, found).any()


def test_ones_opposite_each_other_in_a_ring_do_not_fix_it():
    """Six hidden cells in a ring leave one direction and its reverse; a 1 in each blocks both, as no number is below 1."""
    number = np.array([[1, 4, 60], [60, 4, 1], [4, 60, 4]])
    flows = of_matrix(number, np.zeros((3, 3), int))
    found = protect_flows(flows, 5)
    assert found.closed and not worked_out(flows, found).any()


def test_the_sum_of_one_start_does_not_follow_from_all_others():
    found = protect_flows(of_matrix(np.array([[2, 0], [30, 40], [50, 60]]), np.zeros((3, 2), int)), 5)
    assert 0 in found.starts and len(found.starts) == 2


def test_a_number_with_none_to_hide_it_among_is_said():
    assert not protect_flows(of_matrix(np.array([[3]]), np.zeros((1, 1), int)), 5).closed


matrices = st.tuples(st.integers(2, 5), st.integers(2, 4)).flatmap(
    lambda shape: st.lists(
        st.tuples(st.sampled_from([0, 0, 1, 2, 3, 7, 12, 40, 90]), st.integers(0, 2)),
        min_size=shape[0] * shape[1],
        max_size=shape[0] * shape[1],
    ).map(lambda cells: np.array(cells).reshape(*shape, 2))
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(matrices)
def test_nothing_follows_from_all_sums_together(cells):
    flows = of_matrix(cells[..., 0], cells[..., 1])
    found = protect_flows(flows, 5)
    few = (flows.number > 0) & (flows.number < 5)
    assert found.flows[few].all()
    assert not found.closed or not worked_out(flows, found)[few].any()


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_flows_means_nothing(seed):
    rng = np.random.default_rng(seed)
    flows = of_matrix(rng.choice([0, 2, 8, 40], size=(6, 4)), rng.integers(0, 3, (6, 4)))
    order = rng.permutation(len(flows.number))
    mixed = Flows(
        flows.number[order], *([column[at] for at in order] for column in (flows.start, flows.name)),
        [[keys[at] for at in order] for keys in flows.sums],
    )  # fmt: skip
    found, other = protect_flows(flows, 5), protect_flows(mixed, 5)
    assert other.flows.tolist() == found.flows[order].tolist()
    assert (other.starts, other.sums) == (found.starts, found.sums)
