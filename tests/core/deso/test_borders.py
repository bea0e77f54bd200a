"""Areas that meet: hand-drawn outlines with the faults that real ones have, and laws on random patchworks."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.deso.borders import Outlines, borders


def outlines(*rings):
    """One ring of corners per area, not closed."""
    closed = [np.array([*ring, ring[0]], float) for ring in rings]
    return Outlines(
        np.concatenate([ring[:-1] for ring in closed]),
        np.concatenate([ring[1:] for ring in closed]),
        np.repeat(np.arange(len(closed)), [len(ring) - 1 for ring in closed]),
    )


def square(x, y, side=10.0):
    return [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]


def found(pieces, **more):
    return {(i, j): round(metres, 6) for i, j, metres in zip(*borders(pieces, **more))}


def test_four_squares_share_sides_and_meet_in_a_corner():
    four = outlines(square(0, 0), square(10, 0), square(0, 10), square(10, 10))
    assert found(four) == {(0, 1): 10, (0, 2): 10, (0, 3): 0, (1, 2): 0, (1, 3): 10, (2, 3): 10}


def test_a_border_where_one_area_lacks_the_others_corners():
    """The low wide area has one straight side; three small ones stand on it, and the second only touches a slanting line."""
    wide = [(0, -10), (30, -10), (30, 0), (0, 0)]
    assert found(outlines(wide, square(0, 0), square(10, 0), square(25, 0))) == {
        (0, 1): 10,
        (0, 2): 10,
        (0, 3): 5,
        (1, 2): 10,
    }
    pointed = [(5, 5), (15, 15), (5, 25)]
    assert found(outlines([(0, 0), (20, 0), (0, 20)], [(9, 11), (20, 11), (20, 30)])) == {
        (0, 1): 0
    }  # a corner on a line
    assert found(outlines(pointed, square(15, 15))) == {(0, 1): 0}


def test_gaps_up_to_the_tolerance_are_closed_and_wider_ones_are_not():
    apart = outlines(square(0, 0), square(10.004, 0.003))
    assert found(apart) == {(0, 1): 9.997}
    assert found(apart, tolerance=0.001) == {}
    drawn_apart = outlines(square(0, 0), square(10.5, 0))
    assert found(drawn_apart) == {} and found(drawn_apart, tolerance=1.0) == {(0, 1): 10}


def test_overlap_meets_without_metres_and_an_area_inside_another_meets_nothing():
    assert found(outlines(square(0, 0), square(7, 3))) == {(0, 1): 0}
    assert found(outlines(square(0, 0, 100), square(40, 40))) == {}


def test_nothing_repeated_or_broken_disturbs():
    spike = [(0, 0), (10, 0), (10, 0), (10, 10), (20, 10), (10, 10), (0, 10)]
    assert found(outlines(spike, square(10, 0))) == {(0, 1): 10}  # a spike has no border
    halves = [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0), (-10, 0), (-10, 10), (0, 10)]
    assert found(outlines(halves, square(-10, 10, 20))) == {(0, 1): 20}
    broken = outlines(square(0, 0), [(np.nan, 0), (5, 5), (6, 6)])
    assert found(broken) == {}
    assert found(Outlines(np.zeros((0, 2)), np.zeros((0, 2)), np.zeros(0, int))) == {}


@settings(derandomize=True, deadline=None, max_examples=40)
@given(st.integers(0, 2**32 - 1), st.sampled_from([0.0, 0.003]))
def test_a_patchwork_with_uneven_corners_and_rounding_keeps_every_border(seed, noise):
    """Rectangles of a grid with crooked lines; each gets corners of its own along its sides, moved by up to ``noise``."""
    rng = np.random.default_rng(seed)
    across, up = (np.cumsum(rng.integers(3, 40, 5)).astype(float) for _ in range(2))
    rings, cells = [], [(i, j) for i in range(4) for j in range(4)]
    for i, j in cells:
        corners = [(across[i], up[j]), (across[i + 1], up[j]), (across[i + 1], up[j + 1]), (across[i], up[j + 1])]
        ring = []
        for (x0, y0), (x1, y1) in zip(corners, [*corners[1:], corners[0]]):
            shares = np.sort(np.append(0, rng.uniform(0.1, 0.9, rng.integers(0, 3))))
            ring += [(x0 + share * (x1 - x0), y0 + share * (y1 - y0)) for share in shares]
        rings.append(np.array(ring) + rng.uniform(-noise, noise, (len(ring), 2)))
    order = rng.permutation(len(cells))
    met = borders(outlines(*[rings[at] for at in order]))
    expected = {}
    for a in range(len(cells)):
        for b in range(a + 1, len(cells)):
            (i, j), (k, m) = cells[order[a]], cells[order[b]]
            if max(abs(i - k), abs(j - m)) == 1:
                beside, above = (up[j + 1] - up[j]) * (j == m), (across[i + 1] - across[i]) * (i == k)
                expected[a, b] = beside + above
    assert dict(zip(zip(met.first.tolist(), met.second.tolist()), met.metres > 0)) == {
        pair: metres > 0 for pair, metres in expected.items()
    }
    np.testing.assert_allclose(met.metres, list(expected.values()), atol=1e-6 + 20 * noise)
