"""From lines to a network, and what a network says of modes and costs."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from narvard_plugin.core.network.compile import NoLength, compile_network
from narvard_plugin.core.network.lines import Lines, take_lines
from narvard_plugin.core.network.modes import FERRY, MODES, bit, both, reversed_access
from narvard_plugin.core.network.network import costs_of
from narvard_plugin.core.network.rules import one_way_access
from tests.promises import promise
from tests.promises.strategies.networks import compiled, lines, minutes_between_corners, networks
from tests.promises.unchanged import assert_same, frozen, unchanged

MODE = st.sampled_from(MODES)


def turned(of: Lines) -> Lines:
    """Every line digitised the other way."""
    rows = np.concatenate([np.arange(a, b)[::-1] for a, b in zip(of.start[:-1], of.start[1:])])
    return of._replace(xy=of.xy[rows], forward=of.backward, backward=of.forward, access=reversed_access(of.access))


def reordered(of: Lines, order: np.ndarray) -> Lines:
    rows = np.concatenate([np.arange(of.start[i], of.start[i + 1]) for i in order])
    start = np.concatenate([[0], np.cumsum(np.diff(of.start)[order])])
    return Lines(of.xy[rows], start, *(column[order] for column in of[2:]))


def assert_same_times(one: dict, two: dict) -> None:
    assert one.keys() == two.keys()
    assert_allclose([one[pair] for pair in one], [two[pair] for pair in one], rtol=1e-9, atol=1e-9)


@promise("lines in another order, or digitised the other way, make roads with the same times",
         compile_network, reversed_access, usual=4)  # fmt: skip
@given(st.data(), lines(5), st.sampled_from(("car", "walk")))
def test_order_and_direction_of_lines(data, of, mode):
    order = np.array(data.draw(st.permutations(range(of.count_lines))), int)
    times = minutes_between_corners(compiled(of), mode)
    assert_same_times(minutes_between_corners(compiled(reordered(of, order)), mode), times)
    assert_same_times(minutes_between_corners(compiled(turned(of)), mode), times)


@promise("no metre of road is lost or counted twice, and what has no length is named", compile_network, usual=6)
@given(lines(), st.sampled_from((0.0, 0.01, 5.0, 140.0)))
def test_metres_are_kept(of, tolerance):
    made = unchanged(compile_network)(of, crs="", tolerance=tolerance)
    network = made.network
    steps = [np.hypot(*np.diff(of.xy[a:b], axis=0).T).sum() for a, b in zip(of.start[:-1], of.start[1:])]
    assert_allclose(network.metres[network.first[1:] - 1].sum() + made.lost_m, sum(steps), rtol=1e-9)
    assert set(np.flatnonzero(np.array(steps) == 0)) <= set(made.without_length)
    assert 0 <= made.main_share <= 1 + 1e-12
    for values in (network.metres, network.minutes_forward, network.minutes_backward):
        assert (np.delete(np.diff(values), network.first[1:-1] - 1) > 0).all() and not values[network.first[:-1]].any()
    assert_array_equal(network.xy[network.first[:-1]], network.node_xy[network.link_from])
    assert_array_equal(network.xy[network.first[1:] - 1], network.node_xy[network.link_to])


@promise("seconds at junctions never make a way faster, and never touch walking", compile_network, usual=4)
@given(lines(6), st.sampled_from((0.5, 10.0)))
def test_junctions_cost_time(of, seconds):
    plain, slowed = compiled(of), compiled(of, junction_seconds=seconds)
    before, after = (minutes_between_corners(network, "car") for network in (plain, slowed))
    assert all(after[pair] >= minutes - 1e-9 for pair, minutes in before.items())
    assert_same_times(minutes_between_corners(slowed, "walk"), minutes_between_corners(plain, "walk"))


@pytest.mark.parametrize("count", [0, 1, 3])
def test_lines_without_any_length_are_refused(count):
    standing = Lines(
        np.zeros((2 * count, 2)),
        2 * np.arange(count + 1),
        *np.full((2, count), 50.0),
        *np.full((2, count), 3, np.uint8),
    )
    with pytest.raises(NoLength, match=f"none of the {count} lines"):
        compile_network(standing, crs="")


@promise("the lines kept and the lines left out are together the lines there were", take_lines, usual=6)
@given(st.data(), lines())
def test_taking_lines(data, of):
    keep = np.array(data.draw(st.lists(st.booleans(), min_size=of.count_lines, max_size=of.count_lines)))
    kept, rest = unchanged(take_lines)(of, keep), take_lines(of, ~keep)
    order = np.concatenate([np.flatnonzero(keep), np.flatnonzero(~keep)])
    both_parts = Lines(
        np.concatenate([kept.xy, rest.xy]),
        np.concatenate([kept.start, kept.start[-1] + rest.start[1:]]),
        *(np.concatenate(columns) for columns in zip(kept[2:], rest[2:])),
    )
    assert_same(both_parts, reordered(of, order))
    assert take_lines(of._replace(road_class=None), keep).road_class is None


@promise("each mode and direction has a bit of its own, and turning a line round twice is not to turn it",
         bit, both, reversed_access, one_way_access, usual=8)  # fmt: skip
@given(st.lists(st.integers(0, 255), max_size=12), st.lists(MODE, min_size=1, unique=True), st.data())
def test_bits(masks, modes, data):
    bits = [bit(mode, backward=backward) for mode in MODES for backward in (False, True)]
    assert sorted(bits) == [1 << i for i in range(8)]
    assert both(*modes) == sum(bit(mode) + bit(mode, backward=True) for mode in modes)
    access = np.array(masks, np.uint8)
    back = unchanged(reversed_access)(access)
    assert back.dtype == np.uint8 and (reversed_access(back) == access).all()
    for mode in MODES:
        assert_array_equal((back & bit(mode)) > 0, (access & bit(mode, backward=True)) > 0)
    ahead, against = (np.array([data.draw(st.booleans()) for _ in masks], bool) for _ in range(2))
    mask = unchanged(one_way_access)(tuple(modes), ahead, against)
    assert mask.dtype == np.uint8
    for mode in MODES:
        assert_array_equal((mask & bit(mode)) > 0, ahead & (mode in modes))
        assert_array_equal((mask & bit(mode, backward=True)) > 0, against & (mode in modes))


@promise("a speed factor divides drive time, never a ferry's or a walker's; what is closed costs inf and nothing else does",
         costs_of, usual=6)  # fmt: skip
@given(networks(), MODE, st.sampled_from((0.25, 0.9, 1.0, 4.0)))
def test_costs(network, mode, factor):
    plain, faster = costs_of(network, mode), unchanged(costs_of)(network, mode, factor)
    constant = (network.flags & FERRY > 0) | (mode in ("walk", "bike"))
    for backward, (before, after) in enumerate(zip(plain[:2], faster[:2])):
        assert_array_equal(np.isfinite(before), network.open_to(mode, backward=bool(backward)))
        assert_allclose(after, np.where(constant, before, before / factor))
        assert (after > 0).all()
    assert np.isfinite(faster.vertex_forward).all() and np.isfinite(faster.vertex_backward).all()


@promise("a mode that there is not, and a factor that is no number above 0, are refused", costs_of, usual=6)
@given(networks(1), st.one_of(st.just(("car", 0.0)), st.just(("car", np.nan)), st.tuples(st.just("car"), st.floats(max_value=0)),
                              st.tuples(st.text().filter(lambda mode: mode not in MODES), st.just(1.0))))  # fmt: skip
def test_costs_of_nonsense(network, asked):
    before = frozen(network)
    with pytest.raises(ValueError, match=r"unknown mode|must be above 0"):
        costs_of(network, *asked)
    assert frozen(network) == before
