"""P-median with room for so much demand per site: each origin whole to one site, or split where FRACTIONAL is asked for."""

from __future__ import annotations

import numpy as np

from ..network.limits import Step, no_step
from .median import cost_table, heuristic_sites
from .problem import EXACT, HEURISTIC, STOPPED, Answer, Assignment, Question, to_nearest
from .solver import EQUAL, Clock, Model

ROOM = 1e-9  # sums of demand are rounded: a site is not over full by so small a share


def least_minutes_with_room(
    question: Question, sites: int, clock: Clock, exact_up_to: int, fractional: bool = False, step: Step = no_step
) -> Answer:
    """``sites`` sites, none given more than its capacity: first as much demand served as possible, then least minutes."""
    usable, cost = cost_table(question)
    rows = np.unique(usable.pairs.origin)
    demand = question.demand[rows]
    table = _Table(cost, demand, question.capacity, question.fixed_open, ~question.fixed_closed)
    chosen, site = _heuristic(table, sites, clock, step)
    share = _shares_of(site)
    how, bound = HEURISTIC, np.nan
    if fractional and len(rows):  # the sites are the heuristic's, who goes where is the best for them
        split, *_ = _exact(table.only(chosen), sites, fractional, clock)
        share = share if split is None else split[1]
    if len(rows) and len(usable.pairs.origin) <= exact_up_to and clock.left > 0:
        step(0.5)
        exact, bound, how = _exact(table, sites, fractional, clock)
        if exact is not None and _worth(table, exact[1]) > _worth(table, share):
            chosen, share = exact
    elif not len(rows):
        how = EXACT
    row, at, part = share
    known = question.demand[rows[row]] * part
    minutes = cost[row, at] / demand[row]
    total = float(known @ minutes)
    idle = to_nearest(question.pairs, question.demand, chosen)  # who needs no room goes to the nearest
    nobody = idle.demand == 0
    assignment = Assignment(*(np.append(one, more[nobody]) for one, more in zip((rows[row], at, minutes, known), idle)))
    if how != EXACT and np.isfinite(bound) and bound >= total * (1 - EQUAL):
        how = EXACT
    return Answer(chosen, assignment, total, total if how == EXACT else bound, how)


class _Table:
    """Costs (n × m; inf = no route), demand (n), room (m) and the sites' bounds."""

    def __init__(self, cost, demand, capacity, fixed, allowed):
        self.cost, self.demand, self.capacity, self.fixed, self.allowed = cost, demand, capacity, fixed, allowed
        known = np.isfinite(cost)
        longest = float((cost / demand[:, None]).max(initial=0.0, where=known)) if len(cost) else 0.0
        self.missing = 2 * (longest + 1) * demand * max(1, len(demand))  # unserved weighs more than all journeys

    def only(self, chosen: np.ndarray) -> _Table:
        """The same with no other sites than ``chosen``."""
        return _Table(np.where(chosen, self.cost, np.inf), self.demand, self.capacity, chosen, chosen)

    def value(self, site: np.ndarray) -> float:
        """The cost of every origin at its ``site`` (−1 = unserved)."""
        rows = np.arange(len(site))
        return float(np.where(site >= 0, self.cost[rows, site], self.missing).sum())


def _heuristic(table: _Table, sites: int, clock: Clock, step: Step) -> tuple[np.ndarray, np.ndarray]:
    """Sites as if there were room everywhere, or the roomiest; then the best swaps of sites until time or swaps are out."""
    if not len(table.cost):
        chosen = table.fixed.copy()
        chosen[np.flatnonzero(table.allowed & ~chosen)[: sites - int(chosen.sum())]] = True
        return chosen, np.zeros(0, int)
    by_room = table.fixed.copy()
    rank = np.where(table.allowed & ~by_room, table.capacity, -np.inf)
    by_room[np.argsort(-rank, kind="stable")[: sites - int(by_room.sum())]] = True
    starts = (heuristic_sites(table.cost, sites, table.fixed, table.allowed, step)[0], by_room)
    placed = [(start, _place(table, start)) for start in starts]
    chosen, site = min(placed, key=lambda one: table.value(one[1]))
    half = clock.left / 2
    improved = True
    while improved and clock.left > half:
        improved = False
        for out in np.flatnonzero(chosen & ~table.fixed):
            for into in np.flatnonzero(table.allowed & ~chosen):
                step(0.3)
                trial = chosen.copy()
                trial[out], trial[into] = False, True
                found = _place(table, trial)
                if table.value(found) < table.value(site) * (1 - EQUAL):
                    chosen, site, improved = trial, found, True
                    break
                if clock.left <= half:
                    return chosen, site
            if improved:
                break
    return chosen, site


def _place(table: _Table, chosen: np.ndarray) -> np.ndarray:
    """Each origin's site (−1 = no room left): those who would lose most by missing their best site choose first, then
    single origins move to a better site with room."""
    open_sites = np.flatnonzero(chosen)
    cost = table.cost[:, open_sites]
    room = table.capacity[open_sites] * (1 + ROOM)
    ranked = np.sort(cost, axis=1)
    second = ranked[:, 1] if cost.shape[1] > 1 else np.full(len(cost), np.inf)
    regret = np.where(np.isfinite(second), second, table.missing) - np.where(np.isfinite(ranked[:, 0]), ranked[:, 0], 0)
    site = np.full(len(cost), -1)
    for origin in np.argsort(-regret, kind="stable"):
        options = np.where(room >= table.demand[origin], cost[origin], np.inf)
        best = int(options.argmin())
        if np.isfinite(options[best]):
            site[origin] = best
            room[best] -= table.demand[origin]
    for _ in range(3):
        for origin in np.argsort(-table.demand, kind="stable"):
            now = site[origin]
            options = np.where(room >= table.demand[origin], cost[origin], np.inf)
            best = int(options.argmin())
            if options[best] < (cost[origin, now] if now >= 0 else np.inf):
                if now >= 0:
                    room[now] += table.demand[origin]
                room[best] -= table.demand[origin]
                site[origin] = best
    return np.where(site >= 0, open_sites[site], -1)


def _exact(table: _Table, sites: int, fractional: bool, clock: Clock):
    """((sites, shares) or None, bound, how): everybody served, or as much demand as fits where that is impossible."""
    solved, y, x, (origin, site) = _programme(table, sites, fractional, None, clock.left)
    if solved.infeasible:
        most, *_ = _programme(table, sites, fractional, "most", clock.left)
        if most.x is None:
            return None, np.nan, HEURISTIC
        solved, y, x, (origin, site) = _programme(table, sites, fractional, -_objective(table, most), clock.left)
        if not most.proven:
            solved = solved._replace(proven=False, bound=-np.inf)
    bound = solved.bound if np.isfinite(solved.bound) else np.nan
    if solved.x is None:
        return None, bound, HEURISTIC
    used = solved.x[x] > 1e-7
    share = (origin[used], site[used], solved.x[x][used])
    return (solved.x[y] > 0.5, share), bound, EXACT if solved.proven else STOPPED


def _objective(table: _Table, most) -> float:
    """Minus the demand that the programme for the most served did serve."""
    origin = np.nonzero(np.isfinite(table.cost))[0]
    sites = table.cost.shape[1]
    return -float(most.x[sites : sites + len(origin)] @ table.demand[origin])


def _programme(table: _Table, sites: int, fractional: bool, served, seconds: float):
    """Solve with all served (``served`` None), for the ``"most"`` served, or with at least so much served."""
    model = Model()
    origin, site = np.nonzero(np.isfinite(table.cost))
    each = np.arange(len(origin))
    y = model.variables(len(table.fixed), table.fixed.astype(float), table.allowed.astype(float), integer=True)
    x = model.variables(len(origin), 0, 1, integer=not fractional)
    model.rows(origin, x, 1, 1 if served is None else 0, 1, len(table.cost))
    model.rows(np.append(each, each), np.append(x, y[site]), np.repeat([1.0, -1.0], len(each)), -np.inf, 0)
    count = len(table.fixed)
    values = np.append(table.demand[origin], -table.capacity)
    model.rows(np.append(site, np.arange(count)), np.append(x, y), values, -np.inf, 0, count)
    model.row((y, np.ones(count)), low=sites, high=sites)
    if served == "most":
        return model.minimise(x, -table.demand[origin], seconds), y, x, (origin, site)
    if served is not None:
        model.row((x, table.demand[origin]), low=served * (1 - EQUAL))
    return model.minimise(x, table.cost[origin, site], seconds), y, x, (origin, site)


def _shares_of(site: np.ndarray):
    row = np.flatnonzero(site >= 0)
    return row, site[row], np.ones(len(row))


def _worth(table: _Table, share) -> tuple[float, float]:
    """More demand served first, fewer minutes second."""
    row, site, part = share
    return round(float(table.demand[row] @ part), 6), -float(table.cost[row, site] @ part)
