"""Who reaches what: minutes, people and pairs, with nobody, nowhere and ties among them."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from narvard_plugin.core.access.floating import Weighted

#: Whole minutes tie; a hair above a limit is still within it; infinity is no route.
MINUTES = st.one_of(
    st.integers(0, 40).map(float), st.sampled_from((10.0, 30.0, 30.00000001, np.inf)), st.floats(0, 300)
)
PEOPLE = st.one_of(st.integers(0, 60).map(float), st.sampled_from((0.0, 1e7)))


@st.composite
def arrays(draw, *of, least: int = 0, most: int = 9):
    """Arrays of one length, one for each strategy of their cells."""
    size = draw(st.integers(least, most))
    return tuple(np.array(draw(st.lists(cell, min_size=size, max_size=size))) for cell in of)


AMOUNTS = st.floats(0, 1000)


@st.composite
def markets(draw, least_weight: float = 0.01, *, amounts: st.SearchStrategy = AMOUNTS):
    """(pairs, demand, supply) of a few origins and facilities; some have neither pairs nor people nor places."""
    origins, facilities = draw(st.integers(1, 5)), draw(st.integers(1, 4))
    cells = [(i, j) for i in range(origins) for j in range(facilities)]
    chosen = draw(st.lists(st.sampled_from(cells), unique=True))
    weight = draw(st.lists(st.floats(least_weight, 1), min_size=len(chosen), max_size=len(chosen)))
    pairs = Weighted(*(np.array([cell[i] for cell in chosen], int) for i in (0, 1)), np.array(weight, float))
    nothing = st.one_of(st.just(0.0), amounts, amounts)
    demand, supply = (np.array(draw(st.lists(nothing, min_size=n, max_size=n))) for n in (origins, facilities))
    return pairs, np.where(demand < 1e-3, 0, demand), np.where(supply < 1e-3, 0, supply)
