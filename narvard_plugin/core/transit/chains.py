"""Running minima along chains: along the stops of each run, and along the departures of each stop."""

from __future__ import annotations

import numpy as np

from ..network.limits import Step, no_step


class Chains:
    """Rows 0 … n − 1 cut into chains at ``first`` (c + 1, ascending, from 0 to n)."""

    def __init__(self, first: np.ndarray):
        lengths = np.diff(first)
        position = np.arange(first[-1]) - np.repeat(first[:-1], lengths)
        order = np.argsort(position, kind="stable")
        bounds = np.searchsorted(position[order], np.arange(1, lengths.max(initial=0) + 1))
        # All second rows of chains, all third rows, …: each depends on the one before it alone.
        self._ranks = [rows for rows in np.split(order, bounds)[1:] if len(rows)]

    def forward(self, values: np.ndarray, step: Step = no_step) -> np.ndarray:
        """The least of each row and all before it in its chain (in place; the first axis is the rows)."""
        for rows in self._ranks:
            step(0.0)
            values[rows] = np.minimum(values[rows], values[rows - 1])
        return values

    def backward(self, values: np.ndarray, step: Step = no_step) -> np.ndarray:
        """The least of each row and all after it in its chain (in place)."""
        for rows in reversed(self._ranks):
            step(0.0)
            values[rows - 1] = np.minimum(values[rows - 1], values[rows])
        return values
