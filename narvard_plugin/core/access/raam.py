"""RAAM: people choose facilities by travel and by crowding, until nobody gains by another choice (methods section 3.3).

The user equilibrium is the least of a convex quadratic programme. Its dual in the facilities' crowding is smooth once each
origin's choice of the least cost is a little blurred; Newton's method solves it in a few steps, again and again with less
blur. What comes out is judged by the gap, which needs no trust in the way there: how much less people would pay if each took
the facility that is cheapest for them, all crowding as it is.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, diags
from scipy.sparse.linalg import splu

from ..network.limits import Step, no_step

GAP = 1e-7  # of all cost; each cost is then right to about a ten-thousandth part
_LESS = 4.0  # each round has this much less blur
_ROUNDS, _STEPS = 30, 60


class Equilibrium(NamedTuple):
    """``cost`` (n): travel / tau + crowding of each origin's best facility, dimensionless, NaN where no facility with supply
    is in reach. ``demand`` (p): people of each pair. ``gap``: the share of all cost that better choices would save."""

    cost: np.ndarray
    demand: np.ndarray
    gap: float


class _Market(NamedTuple):
    """Pairs with demand and supply, by origin: ``first`` (n) pair of each; ``capacity`` (f) people at crowding 1."""

    origin: np.ndarray
    facility: np.ndarray
    travel: np.ndarray
    first: np.ndarray
    people: np.ndarray
    capacity: np.ndarray

    def best(self, crowding: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The cost of each pair, and the least of each origin."""
        cost = self.travel + crowding[self.facility]
        return cost, np.minimum.reduceat(cost, self.first)

    def load(self, flow: np.ndarray) -> np.ndarray:
        return np.bincount(self.facility, weights=flow, minlength=len(self.capacity))

    def choices(self, crowding: np.ndarray, blur: float) -> tuple[np.ndarray, float]:
        """People of each pair when the choices are blurred, and the dual's value, which Newton's method raises."""
        cost, best = self.best(crowding)
        likely = np.exp((best[self.origin] - cost) / blur)
        total = np.add.reduceat(likely, self.first)
        value = self.people @ (best - blur * np.log(total)) - 0.5 * self.capacity @ crowding**2
        return likely * (self.people / total)[self.origin], value


def raam(
    origin: np.ndarray, facility: np.ndarray, minutes: np.ndarray, demand: np.ndarray, supply: np.ndarray, tau: float,
    goal: float = GAP, step: Step = no_step,
) -> Equilibrium:  # fmt: skip
    """The user equilibrium over pairs (p) of ``origin`` and ``facility`` (row numbers) with their ``minutes``.

    Crowding is a facility's people over its supply, divided by all ``demand`` (n) over all ``supply`` (f). ``tau``: minutes
    of travel that cost as much as average crowding. Facilities without supply take no part. ``step`` hears how far the gap
    has closed.
    """
    if not (demand.sum() > 0 and supply.sum() > 0):
        return Equilibrium(np.full(len(demand), np.nan), np.zeros(len(origin)), 0.0)
    capacity = supply * (demand.sum() / supply.sum())
    order = np.lexsort((facility, origin))
    order = order[(demand[origin[order]] > 0) & (capacity[facility[order]] > 0)]
    flow, gap = np.zeros(len(origin)), 0.0
    if len(order):
        flow[order], gap = _equilibrium(
            _market(origin[order], facility[order], minutes[order] / tau, demand, capacity), goal, step
        )
    load = np.bincount(facility, weights=flow, minlength=len(supply))
    crowding = np.divide(load, capacity, out=np.full(len(supply), np.inf), where=capacity > 0)
    cost = np.full(len(demand), np.inf)
    np.minimum.at(cost, origin, minutes / tau + crowding[facility])
    return Equilibrium(np.where(np.isfinite(cost), cost, np.nan), flow, gap)


def _market(origin, facility, travel, demand, capacity) -> _Market:
    """Only the origins and facilities that the pairs have, numbered anew; the pairs are sorted by origin."""
    origins, first, origin = np.unique(origin, return_index=True, return_inverse=True)
    facilities, facility = np.unique(facility, return_inverse=True)
    return _Market(origin, facility, travel, first, demand[origins], capacity[facilities])


def _equilibrium(market: _Market, goal: float, step: Step) -> tuple[np.ndarray, float]:
    """People of each pair, and the gap that remains."""
    crowding = np.ones(len(market.capacity))
    blur, gap, first, flow = 0.3 * (1 + float(np.median(market.travel))), np.inf, None, np.zeros(len(market.travel))
    for _ in range(_ROUNDS):
        done = _closed(first, gap, goal)
        there = _settle(market, crowding, blur, lambda done=done: step(done))
        crowding = market.load(there) / market.capacity
        gap_there = _gap(market, there, crowding)
        if gap_there >= gap:
            break  # rounding lets it close no further
        flow, gap = there, gap_there
        first = gap if first is None else first
        if gap <= goal:
            break
        blur /= _LESS
    return flow, gap


def _gap(market: _Market, flow: np.ndarray, crowding: np.ndarray) -> float:
    cost, best = market.best(crowding)
    least = float(market.people @ best)
    return max(float(flow @ cost) - least, 0.0) / least


def _closed(first, gap: float, goal: float) -> float:
    if first is None or not first > gap > goal:
        return 0.0
    return float(np.log(first / gap) / np.log(first / goal))


def _settle(market: _Market, crowding: np.ndarray, blur: float, heard) -> np.ndarray:
    """People of each pair at the blurred equilibrium, by Newton's method from ``crowding``."""
    flow, value = market.choices(crowding, blur)
    enough = market.people.sum() * max(1e-12, 1e-3 * min(blur, 1.0))
    for _ in range(_STEPS):
        heard()
        load = market.load(flow)
        slope = load - market.capacity * crowding
        if np.abs(slope).sum() <= enough:
            break
        move = splu(_curvature(market, flow, load, blur)).solve(slope)
        length = 1.0
        while True:
            there = crowding + length * move
            flow_there, value_there = market.choices(there, blur)
            if value_there >= value + 1e-4 * length * (slope @ move) or length < 1e-6:
                break
            length /= 2
        crowding, flow, value = there, flow_there, value_there
        if length < 1e-6:
            break  # rounding lets it rise no further
    return flow


def _curvature(market: _Market, flow: np.ndarray, load: np.ndarray, blur: float):
    """The dual's negative second derivative (f, f): sparse, as only facilities that share people meet."""
    seen = flow > 1e-13 * market.people[market.origin]
    shape = (len(market.people), len(market.capacity))
    table = csr_matrix((flow[seen], (market.origin[seen], market.facility[seen])), shape)
    shared = table.T @ diags(1 / market.people) @ table
    return ((diags(load) - shared) / blur + diags(market.capacity)).tocsc()
