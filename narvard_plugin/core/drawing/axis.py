"""Where numbers stand along an axis, and the round numbers that are written beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

#: Steps that people count time in, in minutes: up to a week.
MINUTES = (1, 2, 5, 10, 15, 20, 30, 60, 120, 240, 480, 1440, 10080)


class Axis(NamedTuple):
    """Numbers from ``low`` to ``high``, whole multiples of ``step``, drawn from ``start`` to ``end`` (units of the drawing)."""

    low: float
    high: float
    step: float
    start: float
    end: float

    def at(self, value):
        """Where ``value`` (one or many) stands."""
        return self.start + (np.asarray(value, float) - self.low) / (self.high - self.low) * (self.end - self.start)

    @property
    def ticks(self) -> np.ndarray:
        """Every multiple of the step."""
        return self.step * np.arange(round(self.low / self.step), round(self.high / self.step) + 1)


def axis_over(
    low: float, high: float, start: float, end: float, *, parts: int = 6, steps: Sequence[float] = ()
) -> Axis:
    """The axis from ``start`` to ``end`` that holds ``low`` to ``high`` in at most about ``parts`` round steps.

    ``steps`` are the steps to choose among; without them they are 1, 2 and 5 times a power of ten.
    """
    span = high - low
    if not (np.isfinite(span) and span > 0):
        low, span = (low, 1.0) if np.isfinite(low) else (0.0, 1.0)
    step = _chosen(span / parts, steps) if steps else _round_step(span / parts)
    first, last = np.floor(low / step + 1e-9), np.ceil((low + span) / step - 1e-9)
    return Axis(first * step, max(last, first + 1) * step, step, start, end)


def _chosen(least: float, steps: Sequence[float]) -> float:
    return float(next((step for step in steps if step >= least), steps[-1]))


def _round_step(least: float) -> float:
    power = 10.0 ** np.floor(np.log10(least))
    return float(power * next(digit for digit in (1, 2, 5, 10) if digit * power >= least * (1 - 1e-9)))
