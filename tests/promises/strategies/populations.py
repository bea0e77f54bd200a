"""Columns of numbers about areas and their people, and the same columns in another order, layout or kind of number."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

SEEDS = st.integers(0, 2**32 - 1)
PEOPLE = st.one_of(st.integers(0, 5000), st.sampled_from([0, 0, 1, 4, 5, 10_000_000]))
SOME_PEOPLE = st.one_of(st.integers(1, 5000), st.sampled_from([1, 1, 10_000_000]))
#: Few different ones, so that many are equal; and any.
VALUES = st.one_of(st.integers(-6, 6).map(float), st.floats(-1e6, 1e6, width=32))
AMOUNTS = st.one_of(st.integers(0, 9).map(float), st.floats(0, 1e6, width=32))
SHARES = st.one_of(st.sampled_from([0.0, 0.5, 1.0]), st.floats(0, 1, width=32))
NAN = st.just(float("nan"))


def or_unknown(elements: st.SearchStrategy) -> st.SearchStrategy:
    return st.one_of(elements, elements, NAN)


@st.composite
def columns(draw, *elements: st.SearchStrategy, least: int = 0, most: int = 10) -> tuple[np.ndarray, ...]:
    """One array of floats for each of ``elements``, all of one length."""
    size = draw(st.integers(least, most))
    return tuple(np.array(draw(st.lists(one, min_size=size, max_size=size)), float) for one in elements)


def reordered(seed: int, size: int) -> np.ndarray:
    return np.random.default_rng(seed).permutation(size)


def strided(values: np.ndarray) -> np.ndarray:
    """The same values, not side by side in memory."""
    return np.repeat(values, 2, axis=0)[::2]


def equal(one, other) -> bool:
    """Whether two arrays are the same to the last digit, NaN like NaN."""
    return np.array_equal(np.asarray(one), np.asarray(other), equal_nan=np.asarray(one).dtype.kind == "f")
