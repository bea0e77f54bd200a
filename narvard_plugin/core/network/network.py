"""A compiled road network: junctions, links between them, and the vertices along each link."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import numpy as np

from .hierarchy import Hierarchy
from .modes import FERRY, MODES, NO_STOP, SPEED_KMH, VEHICLE_MODES, bit


@dataclass(frozen=True, eq=False)
class Network:
    """``n`` junctions, ``m`` links (chains of road between junctions) and ``v`` link vertices, as flat arrays.

    ``node_xy`` (n, 2) metres; ``link_from``, ``link_to`` (m) junctions; ``access``, ``flags`` (m) uint8 (see ``modes``);
    ``first`` (m + 1): the vertices of link i are ``first[i]:first[i + 1]``, both ends included; ``xy`` (v, 2) metres;
    ``metres``, ``minutes_forward``, ``minutes_backward`` (v) cumulative from the link's start, by vehicle, the last one
    for travel against the link; ``hierarchy`` for searches; ``weak`` (modes, n) component number; ``strong`` (modes, n) bool: in the largest strongly connected part; ``road_class``
    (v) uint8: class of the stretch after each vertex (see ``road_class``). ``about`` says what it was
    made from. ``crs`` is text that QGIS reads (an authority code or WKT). ``kept`` holds what ``prepared`` made of it.
    """

    crs: str
    node_xy: np.ndarray
    link_from: np.ndarray
    link_to: np.ndarray
    access: np.ndarray
    flags: np.ndarray
    first: np.ndarray
    xy: np.ndarray
    metres: np.ndarray
    minutes_forward: np.ndarray
    minutes_backward: np.ndarray
    hierarchy: Hierarchy
    weak: np.ndarray
    strong: np.ndarray
    road_class: np.ndarray
    about: dict = field(default_factory=dict)
    kept: dict = field(default_factory=dict, repr=False)

    @property
    def node_count(self) -> int:
        return len(self.node_xy)

    @property
    def link_count(self) -> int:
        return len(self.link_from)

    @cached_property
    def boxes(self) -> tuple[np.ndarray, np.ndarray]:
        """The lower left and the upper right corner (m, 2) of each link's box."""
        return np.minimum.reduceat(self.xy, self.first[:-1]), np.maximum.reduceat(self.xy, self.first[:-1])

    def open_to(self, mode: str, *, backward: bool = False) -> np.ndarray:
        """(m) bool: may ``mode`` travel along (or against) each link?"""
        return (self.access & bit(mode, backward=backward)) > 0

    def open_to_any(self, *, backward: bool = False) -> np.ndarray:
        """(m) bool: may anyone travel along (or against) each link?"""
        return (self.access & (0xAA if backward else 0x55)) > 0

    def stoppable(self, mode: str) -> np.ndarray:
        """(m) bool: may a traveller by ``mode`` get on or off along the link?"""
        closed = FERRY | NO_STOP if mode in VEHICLE_MODES else FERRY
        return (self.open_to(mode) | self.open_to(mode, backward=True)) & ((self.flags & closed) == 0)

    def in_main_part(self, mode: str) -> np.ndarray:
        """(m) bool: does the link lie in the largest strongly connected part for ``mode``?"""
        strong = self.strong[MODES.index(mode)]
        return strong[self.link_from] & strong[self.link_to]


class Costs(NamedTuple):
    """Minutes by one mode: whole links (m; inf where closed) and cumulative at each vertex (v; finite)."""

    forward: np.ndarray
    backward: np.ndarray
    vertex_forward: np.ndarray
    vertex_backward: np.ndarray


def costs_of(network: Network, mode: str, speed_factor: float = 1.0) -> Costs:
    """Travel minutes of every link by ``mode``; ``speed_factor`` divides drive time, never a ferry's."""
    if mode not in MODES:
        raise ValueError(f"unknown mode {mode!r}; the modes are {', '.join(MODES)}")
    if not speed_factor > 0:
        raise ValueError(f"the speed factor must be above 0, not {speed_factor}")
    forward, backward = network.minutes_forward, network.minutes_backward
    if mode not in VEHICLE_MODES:
        own = network.metres * (0.06 / SPEED_KMH[mode])
        forward, backward = _except_on_ferries(network, own, forward), _except_on_ferries(network, own, backward)
    elif speed_factor != 1:
        forward = _except_on_ferries(network, forward / speed_factor, forward)
        backward = _except_on_ferries(network, backward / speed_factor, backward)
    last = network.first[1:] - 1
    return Costs(
        np.where(network.open_to(mode), forward[last], np.inf),
        np.where(network.open_to(mode, backward=True), backward[last], np.inf),
        forward,
        backward,
    )


def _except_on_ferries(network: Network, own: np.ndarray, ferry: np.ndarray) -> np.ndarray:
    on_ferry = (network.flags & FERRY) > 0
    if not on_ferry.any():
        return own
    return np.where(np.repeat(on_ferry, np.diff(network.first)), ferry, own)
