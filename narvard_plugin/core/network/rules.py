"""What a road's attributes say about speed and access, whatever data set they come from."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from .modes import FERRY, bit

FASTEST_KMH = 200.0  # no road is signed above this; a higher figure is an error in the data


class RoadRules(NamedTuple):
    """Per road (n): km/h along and against it (NaN = the data do not say), access mask, flags, and ``is_road`` (bool)."""

    forward: np.ndarray
    backward: np.ndarray
    access: np.ndarray
    flags: np.ndarray
    is_road: np.ndarray


class Speeds(NamedTuple):
    """Rules with every speed settled; ``assumed`` and ``absurd``, ``missing`` (n bool) say where and why not."""

    rules: RoadRules
    assumed: np.ndarray
    missing: np.ndarray
    absurd: np.ndarray


def settle_speeds(
    rules: RoadRules, *, default_speed: float | None, ferry_speed: float, winter_factor: float = 1.0
) -> Speeds:
    """Fill unknown speeds: ferries with ``ferry_speed``, roads with ``default_speed`` (None = they are missing).

    ``winter_factor`` multiplies drive time, not a ferry's. A speed counts only in a direction that is open to cars or
    emergency vehicles; zero, negative and absurd ones are reported, not used.
    """
    ferry = (rules.flags & FERRY) > 0
    missing = np.zeros(len(ferry), bool)
    absurd = missing.copy()
    assumed = missing.copy()
    settled = []
    for speed, backward in ((rules.forward, False), (rules.backward, True)):
        driven = (rules.access & (bit("car", backward=backward) | bit("emergency", backward=backward))) > 0
        speed = np.where(ferry & np.isnan(speed), ferry_speed, speed)
        unknown = np.isnan(speed)
        wrong = ~unknown & ~((speed > 0) & (speed <= FASTEST_KMH))
        absurd |= wrong & driven
        if default_speed is None:
            missing |= unknown & driven
        else:
            assumed |= unknown & driven
        # Walkers, too, cross at the ferry's speed, whoever else may not.
        usable = np.where(unknown | wrong, np.where(ferry, ferry_speed, default_speed or 1.0), speed)
        settled.append(np.where(ferry, usable, usable / winter_factor))
    return Speeds(rules._replace(forward=settled[0], backward=settled[1]), assumed, missing, absurd)


def one_way_access(modes: tuple[str, ...], forward: np.ndarray, backward: np.ndarray) -> np.ndarray:
    """Access masks (n uint8) that open ``modes`` where ``forward`` and ``backward`` (n bool) hold."""
    mask = np.zeros(len(forward), np.uint8)
    for mode in modes:
        mask |= np.where(forward, bit(mode), 0).astype(np.uint8)
        mask |= np.where(backward, bit(mode, backward=True), 0).astype(np.uint8)
    return mask
