"""Patients of one procedure group moved between units: so that waiting meets, or to the fewest units.

Waiting meets where demand divided by capacity is the same. The highest ratio is made as low as it can be, then the next highest,
and so on; among such loads the fewest patients move, and among those moves they travel the least.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..network.limits import Step, no_step
from .solver import Clock, Model

TIED = 1e-6  # load ratios closer than this are the same


class Group(NamedTuple):
    """Units of one procedure group (k): ``need`` (whole patients) and ``capacity`` a year, the ``floor`` a unit should not go under, the
    share of its patients that must stay (``local``), the ``extra`` minutes of moving one from unit i to j (k × k; NaN =
    unknown) and the share of i's patients with a route to j (``reach``; NaN = unknown)."""

    need: np.ndarray
    capacity: np.ndarray
    floor: np.ndarray
    local: np.ndarray
    extra: np.ndarray
    reach: np.ndarray

    @property
    def cost(self) -> np.ndarray:
        """Extra minutes to choose by, never to report: what is unknown counts as the longest known."""
        known = self.extra[~np.isnan(self.extra)]
        return np.where(np.isnan(self.extra), known.max(initial=0.0), self.extra)


class Plan(NamedTuple):
    """Whole patients moved from unit i to j (``moves``, k × k) and whether it is ``proven`` to be the best."""

    moves: np.ndarray
    proven: bool

    def load(self, need: np.ndarray) -> np.ndarray:
        """Demand per unit (k) after the moves."""
        return need - self.moves.sum(1) + self.moves.sum(0)


def volume(load: np.ndarray, capacity: np.ndarray) -> np.ndarray:
    """Operations a year: what is asked for, as far as capacity goes."""
    return np.minimum(load, capacity)


def balance(group: Group, seconds: float, step: Step = no_step) -> Plan:
    """The fewest moves to the loads that meet best, within what must stay and every unit's floor."""
    clock = Clock(seconds)
    target, sure = _best_loads(group, clock, step)
    net = target - group.need
    blur = 1e-6 + 2 * TIED * np.abs(target)  # what ties within TIED leave of each load
    for slack in range(3):  # where not everyone has a route, whole patients may need a little more room
        model, moves, edges = _moves(group)
        _bound_net(model, moves, edges, np.floor(net + blur) - slack, np.ceil(net - blur) + slack)
        cost = group.cost[edges]
        solved = model.minimise_in_order([(moves, np.ones(len(moves))), (moves, cost)], clock.left)
        if not solved.infeasible:
            break
    return Plan(_table(group, edges, solved, moves), solved.proven and sure)


def within_capacity(group: Group, seconds: float) -> Plan:
    """The fewest moves that leave as little demand beyond capacity as possible."""
    model, moves, edges = _moves(group)
    over = model.variables(len(group.need))
    _bound_net(model, moves, edges, -np.inf, group.capacity - group.need, over)
    objectives = [(over, np.ones(len(over))), (moves, np.ones(len(moves))), (moves, group.cost[edges])]
    solved = model.minimise_in_order(objectives, seconds)
    return Plan(_table(group, edges, solved, moves), solved.proven)


def lowest_peak(group: Group, most_moved: float, seconds: float) -> Plan:
    """The lowest highest ratio that ``most_moved`` patients can give, then the fewest of them and the least travel."""
    model, moves, edges = _moves(group)
    peak = model.variables(1)
    busy = np.flatnonzero(group.capacity > 0)
    _limit_ratio(model, moves, edges, group, busy, peak[0])
    model.row((moves, np.ones(len(moves))), high=most_moved)
    objectives = [(peak, [1.0]), (moves, np.ones(len(moves))), (moves, group.cost[edges])]
    solved = model.minimise_in_order(objectives, seconds)
    return Plan(_table(group, edges, solved, moves), solved.proven)


def highest_ratio(load: np.ndarray, capacity: np.ndarray) -> float:
    """The highest demand over capacity of any unit (inf where a unit without capacity has demand)."""
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = np.where(load > 1e-9, load / capacity, 0.0)
    return float(ratio.max(initial=0.0))


def _best_loads(group: Group, clock: Clock, step: Step) -> tuple[np.ndarray, bool]:
    """Loads (k) whose ratios are, from the highest down, as low as they can be; False where time ran out before the last."""
    count = len(group.need)
    settled: dict[int, float] = {}
    idle = np.flatnonzero(group.capacity <= 0)
    if len(idle):  # units that can do nothing first give away all they can
        model, moves, edges = _moves(group, whole=False)
        variable, value = _load_terms(moves, edges, idle)
        solved = model.minimise(variable, value, clock.left)
        if solved.x is None:
            return group.need, False
        load = group.need + _net(edges, solved.x[moves], count)
        settled.update({int(unit): float(load[unit]) for unit in idle})
    load = group.need
    while len(settled) < count:
        step(len(settled) / count)
        free = np.array([unit for unit in range(count) if unit not in settled])
        peak, found = _lowest(group, settled, free, None, clock)
        if found is None:
            return load, False
        load = found
        tight = free[load[free] >= (peak - TIED) * group.capacity[free]]
        stuck = [unit for unit in tight if _cannot_fall(group, settled, free, peak, unit, clock)]
        settled.update({int(unit): peak * group.capacity[unit] for unit in (stuck or tight)})
    return load, True


def _lowest(group, settled, free, held, clock):
    """The lowest ratio that all ``free`` units can keep to, and loads that do; ``held``: (ratio, unit) to press instead."""
    model, moves, edges = _moves(group, whole=False)
    limit = np.full(len(group.need), np.inf)
    for unit, load in settled.items():
        limit[unit] = load * (1 + TIED) + 1e-9
    peak = model.variables(1)
    _bound_net(model, moves, edges, -np.inf, limit - group.need)
    _limit_ratio(model, moves, edges, group, free, peak[0])
    if held is None:
        solved = model.minimise(peak, [1.0], clock.left)
    else:
        ratio, unit = held
        model.row((peak, [1.0]), high=ratio)
        solved = model.minimise(*_load_terms(moves, edges, [unit]), clock.left)
    if solved.x is None:
        return np.nan, None
    return float(solved.x[peak[0]]), group.need + _net(edges, solved.x[moves], len(group.need))


def _cannot_fall(group, settled, free, peak, unit, clock) -> bool:
    """Whether ``unit`` stays at ``peak`` even when only its own ratio is pressed."""
    _, load = _lowest(group, settled, free, (peak * (1 + 1e-9) + 1e-12, unit), clock)
    return load is None or load[unit] >= (peak - 2 * TIED) * group.capacity[unit]


def _moves(group: Group, whole: bool = True):
    """A model with a variable per pair of units that patients can be moved between: (model, variables, (from, to)).

    No unit gives away what must stay, nor so much that its operations fall under its floor, or further under it.
    """
    count = len(group.need)
    possible = (np.isnan(group.reach) | (group.reach > 0)) & ~np.eye(count, dtype=bool)
    edges = np.nonzero(possible & (group.capacity > 0)[None, :])
    share = np.where(np.isnan(group.reach), 1.0, group.reach)[edges]
    most = group.need[edges[0]] * (1 - group.local[edges[0]]) * share
    model = Model()
    moves = model.variables(len(edges[0]), 0, np.floor(most + 1e-9) if whole else most, integer=whole)
    leaving = group.need * (1 - group.local)
    high = np.floor(leaving + 1e-9) if whole else leaving
    model.rows(edges[0], moves, 1 / np.maximum(share, 1e-9), -np.inf, np.maximum(high, 0), count)
    keep = np.minimum.reduce([group.floor, group.capacity, group.need])
    _bound_net(model, moves, edges, keep - group.need, np.inf)
    return model, moves, edges


def _bound_net(model: Model, moves, edges, low, high, over=None) -> None:
    """low ≤ received − given (− ``over``) ≤ high, for every unit."""
    count = np.broadcast(low, high).size
    start, end = edges
    row, variable = np.concatenate([start, end]), np.concatenate([moves, moves])
    value = np.concatenate([-np.ones(len(moves)), np.ones(len(moves))])
    if over is not None:
        row, variable = np.append(row, np.arange(count)), np.append(variable, over)
        value = np.append(value, -np.ones(count))
    model.rows(row, variable, value, low, high, count)


def _limit_ratio(model: Model, moves, edges, group: Group, units, peak: int) -> None:
    """Load ≤ peak · capacity for ``units``."""
    place = np.full(len(group.need), -1)
    place[units] = np.arange(len(units))
    given, received = place[edges[0]] >= 0, place[edges[1]] >= 0
    row = np.concatenate([place[edges[0]][given], place[edges[1]][received], np.arange(len(units))])
    variable = np.concatenate([moves[given], moves[received], np.full(len(units), peak)])
    value = np.concatenate([-np.ones(given.sum()), np.ones(received.sum()), -group.capacity[units]])
    model.rows(row, variable, value, -np.inf, -group.need[units], len(units))


def _load_terms(moves, edges, units):
    """Variables and values whose sum is what ``units`` receive less what they give."""
    given, received = np.isin(edges[0], units), np.isin(edges[1], units)
    return np.append(moves[given], moves[received]), np.append(-np.ones(given.sum()), np.ones(received.sum()))


def _net(edges, amounts, count: int) -> np.ndarray:
    return np.bincount(edges[1], amounts, count) - np.bincount(edges[0], amounts, count)


def _table(group: Group, edges, solved, moves) -> np.ndarray:
    table = np.zeros((len(group.need),) * 2)
    if solved.x is not None:
        table[edges] = np.round(solved.x[moves])
    return table
