"""How the weight of a facility falls with the minutes to it (methods section 3.1)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..network.limits import WITHIN

BINARY, STEPS, GAUSSIAN = "binary", "steps", "gaussian"
EPANECHNIKOV, COSINE, POWER = "epanechnikov", "cosine", "power"
KINDS = (BINARY, STEPS, GAUSSIAN, EPANECHNIKOV, COSINE, POWER)
ENDLESS = (GAUSSIAN, POWER)  # fall for ever, so that they need no threshold

LUO_QI = ((10.0, 20.0, 30.0), (1.0, 0.68, 0.22))
WAN = ((10.0, 20.0, 30.0, 60.0), (0.962, 0.704, 0.377, 0.042))

_NOTHING = 1e-100  # a smaller weight is out of reach: supply over it would overflow


class Decay(NamedTuple):
    """Weights by minutes. What lies beyond ``threshold`` (minutes, inclusive) has no weight.

    ``breaks`` (ascending minutes, inclusive) and ``weights`` belong to steps, ``sigma`` (minutes) to gaussian,
    ``exponent`` and ``min_minutes`` (shorter times count as this) to power.
    """

    kind: str
    threshold: float = np.inf
    breaks: tuple[float, ...] = ()
    weights: tuple[float, ...] = ()
    sigma: float = np.nan
    exponent: float = 1.5
    min_minutes: float = 1.0

    @property
    def reach(self) -> float:
        """The longest time (minutes) that can have a weight."""
        return min(self.threshold, self.breaks[-1]) if self.kind == STEPS else self.threshold

    def of(self, minutes: np.ndarray) -> np.ndarray:
        """The weight (n, >= 0) of each time ``minutes`` (n); infinite time has none.

        Raises ValueError for a kind that there is not, and for epanechnikov and cosine without a threshold.
        """
        minutes = np.asarray(minutes, float)
        weight = np.where(minutes <= self.threshold * WITHIN, self._falling(minutes), 0.0)
        weight[~np.isfinite(minutes) | ~(weight > _NOTHING)] = 0.0
        return weight

    def _falling(self, minutes: np.ndarray) -> np.ndarray:
        if self.kind == BINARY:
            return np.ones_like(minutes)
        if self.kind == STEPS:
            return np.append(self.weights, 0.0)[np.searchsorted(np.array(self.breaks) * WITHIN, minutes)]
        if self.kind == GAUSSIAN:
            return np.exp(-0.5 * (minutes / self.sigma) ** 2)
        if self.kind == POWER:
            return np.maximum(minutes, self.min_minutes) ** -self.exponent
        if self.kind not in (EPANECHNIKOV, COSINE) or not np.isfinite(self.threshold):
            raise ValueError(f"no decay {self.kind} with the threshold {self.threshold}")
        share = np.minimum(minutes / self.threshold, 1.0)
        return 1 - share**2 if self.kind == EPANECHNIKOV else (1 + np.cos(np.pi * share)) / 2
