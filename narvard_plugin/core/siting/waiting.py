"""Waiting lists a year on, from today's list, a year's demand and a year's capacity.

First come, first served: those who came in the last 90 days have waited less, so the share who have waited longer is what the
list holds beyond them.
"""

from __future__ import annotations

import numpy as np

QUARTER = 90 / 365  # of a year


def list_in_a_year(number: np.ndarray, demand: np.ndarray, capacity: np.ndarray) -> np.ndarray:
    """Waiting after a year (k): today's ``number`` and what comes in beyond what is done. NaN where the list is unknown."""
    return np.maximum(number + demand - capacity, 0.0)


def over_90_days(waiting: np.ndarray, demand: np.ndarray) -> np.ndarray:
    """How many of those ``waiting`` (k) have waited more than 90 days when ``demand`` comes in a year."""
    return np.maximum(waiting - demand * QUARTER, 0.0)


def share_over_90_days(number: np.ndarray, demand: np.ndarray, capacity: np.ndarray) -> float:
    """For several units together, a year on: NaN where any unit's list is unknown, 0 where nobody waits."""
    waiting = list_in_a_year(number, demand, capacity)
    total = waiting.sum()
    return float(over_90_days(waiting, demand).sum() / total) if total > 0 else float(total)
