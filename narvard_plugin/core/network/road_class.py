"""Classes of road: the names that the data give them, kept as one small number per stretch of a network."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from .modes import FERRY
from .network import Network

UNKNOWN = ""  # the name of class 0: roads whose data say nothing
ABOUT = "road_classes"  # where a network's ``about`` keeps the names
CALIBRATION = "calibration"  # where ``about`` keeps the factors that its drive times were multiplied by
MOST = 255  # named classes that a network can hold


def number_classes(values: Sequence[str]) -> tuple[np.ndarray, list[str]]:
    """Class number of each of ``values`` (n uint8), and the names by number; "" is number 0.

    Beyond ``MOST`` names only the most common are kept; the rest become unknown.
    """
    count = Counter(value for value in values if value != UNKNOWN)
    kept = [name for name, _ in sorted(count.items(), key=lambda item: (-item[1], item[0]))[:MOST]]
    names = [UNKNOWN, *sorted(kept, key=_in_order)]
    number = {name: at for at, name in enumerate(names)}
    return np.array([number.get(value, 0) for value in values], np.uint8), names


def class_names(network: Network) -> list[str]:
    """The names of the numbers in ``network.road_class``; only the unknown one where no classes were read."""
    return list(network.about.get(ABOUT) or [UNKNOWN])


def _in_order(name: str):
    """Numbers by size, before words."""
    return (0, float(name), name) if name.replace(".", "", 1).isdecimal() else (1, 0.0, name)


def stretch_classes(network: Network) -> np.ndarray:
    """(v) class number of the stretch after each vertex; ferries have the number after the last class, their own."""
    on_ferry = np.repeat((network.flags & FERRY) > 0, np.diff(network.first))
    return np.where(on_ferry, len(class_names(network)), network.road_class)


def with_factors(network: Network, factors: np.ndarray, calibration: dict | None = None) -> Network:
    """The network with drive minutes multiplied by ``factors`` (one per class name), ferries and walking untouched.

    ``calibration`` (what JSON can hold) is kept in ``about``, and tells who opens the network that its times are changed.
    """
    per_stretch = np.append(factors, 1.0)[stretch_classes(network)][:-1]
    forward, backward = (
        _scaled(minutes, per_stretch, network.first) for minutes in (network.minutes_forward, network.minutes_backward)
    )
    about = {**network.about, CALIBRATION: calibration} if calibration is not None else network.about
    return replace(network, minutes_forward=forward, minutes_backward=backward, about=about, kept={})


def _scaled(cumulative: np.ndarray, factor: np.ndarray, first: np.ndarray) -> np.ndarray:
    step = np.concatenate([[0.0], np.diff(cumulative) * factor])
    step[first[:-1]] = 0.0
    total = np.cumsum(step)
    return total - np.repeat(total[first[:-1]], np.diff(first))
