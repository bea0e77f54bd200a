"""What a reader can work out of hidden numbers: the least and the most that each can be, by linear programming."""

from __future__ import annotations

import numpy as np
from scipy.optimize import linprog


def known_exactly(sums: np.ndarray, told: np.ndarray, least: np.ndarray, asked: np.ndarray) -> np.ndarray:
    """Which of the ``asked`` sums (q, n) of hidden numbers (n, each at least ``least``) follow from ``sums`` (m, n) = ``told``."""
    sums, asked = np.asarray(sums, float).reshape(-1, len(least)), np.asarray(asked, float).reshape(-1, len(least))
    bounds = [(low, None) for low in least]
    given = {"A_eq": sums, "b_eq": told} if len(sums) else {}
    found = []
    for one in asked:
        ends = [linprog(sign * one, bounds=bounds, method="highs", **given) for sign in (1, -1)]
        assert ends[0].status == 0, "the true numbers fit, so there is a least"
        found.append(ends[1].status == 0 and -ends[1].fun - ends[0].fun < 1e-6)
    return np.array(found, bool)
