"""P-median: P sites that make the sum of people's minutes least (Hakimi 1964; methods section 3.7)."""

from __future__ import annotations

import numpy as np

from ..network.limits import Step, no_step
from .coverage import best_cover, cover_of
from .interchange import greedy_median, interchange
from .lagrange import bound_median, needed
from .problem import EXACT, HEURISTIC, STOPPED, Answer, Question, to_nearest
from .solver import EQUAL, Clock, Model

MOST_CELLS = 20_000_000  # of the table of costs: 160 MB, and a few times that while it is worked on


class TooLarge(ValueError):
    """More origins times sites than the table of costs may hold."""


def least_minutes(question: Question, sites: int, clock: Clock, exact_up_to: int, step: Step = no_step) -> Answer:
    """``sites`` sites with the least sum of demand · minutes, after serving as much demand as so many sites can at all."""
    usable, cost = cost_table(question)
    fixed, allowed = question.fixed_open, ~question.fixed_closed
    chosen, _ = heuristic_sites(cost, sites, fixed, allowed, step)
    if not len(cost):
        return _answer(question, chosen, np.nan, EXACT)
    total = _value(cost, chosen)
    if not np.isfinite(total):
        return _serving_most(question, usable, sites, chosen, clock, exact_up_to, step)
    demand = question.demand[np.unique(usable.pairs.origin)]
    bounded = bound_median(cost, demand, sites, fixed, allowed, (chosen, total), clock, step)
    chosen, total = bounded.chosen, bounded.upper
    if bounded.lower >= total * (1 - EQUAL):
        return _answer(question, chosen, total, EXACT)
    may, must, pairs = needed(cost, bounded, sites, fixed, allowed, total)
    if pairs.sum() > exact_up_to or clock.left <= 0:
        return _answer(question, chosen, bounded.lower, HEURISTIC)
    better, bound, proven = _exact(cost, sites, may, must, pairs, clock.left)
    bound = max(bounded.lower, min(bound, total))
    if better is not None and _value(cost, better) < total:
        chosen, total = better, _value(cost, better)
    proven = proven or bound >= total * (1 - EQUAL)
    return _answer(question, chosen, bound, EXACT if proven else STOPPED if better is not None else HEURISTIC)


def cost_table(question: Question) -> tuple[Question, np.ndarray]:
    """The question without what cannot matter, and demand · minutes (served origins × sites; inf = no route)."""
    usable = question.usable()
    origin, site, minutes = usable.pairs
    rows, row = np.unique(origin, return_inverse=True)
    if len(rows) * len(question.fixed_open) > MOST_CELLS:
        raise TooLarge(f"{len(rows)} origins × {len(question.fixed_open)} sites")
    cost = np.full((len(rows), len(question.fixed_open)), np.inf)
    cost[row, site] = minutes * question.demand[origin]
    return usable, cost


def heuristic_sites(cost: np.ndarray, sites: int, fixed, allowed, step: Step = no_step) -> tuple[np.ndarray, float]:
    """Greedy choice and interchange, where people without a route weigh more than any journey."""
    known = np.isfinite(cost)
    missing = 2 * cost.max(1, initial=0.0, where=known).sum() + 1 if known.any() else 1.0
    finite = np.where(known, cost, missing)
    return interchange(finite, greedy_median(finite, sites, fixed, allowed, step), fixed, allowed, step)


def _value(cost: np.ndarray, chosen: np.ndarray) -> float:
    return float(cost[:, chosen].min(1).sum()) if chosen.any() else np.inf


def _exact(cost, sites, may, must, pairs, seconds):
    """The p-median over the sites and pairs left: (sites or None, bound, proven)."""
    model = Model()
    y = model.variables(len(may), must.astype(float), may.astype(float), integer=True)
    origin, site = np.nonzero(pairs)
    x = model.variables(len(origin), 0, 1)
    each = np.arange(len(origin))
    model.rows(origin, x, 1, 1, 1, len(cost))
    model.rows(np.append(each, each), np.append(x, y[site]), np.repeat([1.0, -1.0], len(each)), -np.inf, 0)
    model.row((y, np.ones(len(y))), low=sites, high=sites)
    solved = model.minimise(x, cost[origin, site], seconds)
    if solved.infeasible:  # nothing but the heuristic's own cost was left to beat
        return None, np.inf, True
    return (None if solved.x is None else solved.x[y] > 0.5), solved.bound, solved.proven


def _serving_most(question, usable, sites, start, clock, exact_up_to, step):
    """Too few sites to serve everyone: first the most people, then the least minutes among choices that serve so many."""
    fixed, allowed = question.fixed_open, ~question.fixed_closed
    first, served, _, how = best_cover(cover_of(question, np.inf), sites, clock, exact_up_to, step)
    best = max((first, start), key=lambda chosen: _served_then_minutes(question, chosen))
    if how != EXACT or len(usable.pairs.origin) > exact_up_to:
        return _answer(question, best, np.nan, HEURISTIC)
    origin, site, minutes = usable.pairs
    rows, row = np.unique(origin, return_inverse=True)
    demand = question.demand[rows]
    model = Model()
    y = model.variables(len(fixed), fixed.astype(float), allowed.astype(float), integer=True)
    x, none = model.variables(len(row), 0, 1), model.variables(len(rows), 0, 1)
    each = np.arange(len(row))
    model.rows(np.append(row, np.arange(len(rows))), np.append(x, none), 1, 1, 1, len(rows))
    model.rows(np.append(each, each), np.append(x, y[site]), np.repeat([1.0, -1.0], len(each)), -np.inf, 0)
    model.row((y, np.ones(len(y))), low=sites, high=sites)
    unserved = float(demand.sum()) - served
    model.row((none, demand), high=unserved + 1e-9 * max(1.0, float(demand.sum())))
    solved = model.minimise(x, minutes * demand[row], clock.left)
    found = None if solved.x is None else solved.x[y] > 0.5
    if found is not None:
        best = max((best, found), key=lambda chosen: _served_then_minutes(question, chosen))
    how = EXACT if solved.proven else STOPPED if found is not None else HEURISTIC
    return _answer(question, best, solved.bound if np.isfinite(solved.bound) else np.nan, how)


def _served_then_minutes(question: Question, chosen: np.ndarray) -> tuple[float, float]:
    assignment = to_nearest(question.pairs, question.demand, chosen)
    served = float(assignment.demand.sum())
    return round(served, 6), -float(assignment.demand @ assignment.minutes)


def _answer(question: Question, chosen: np.ndarray, bound: float, how: str) -> Answer:
    assignment = to_nearest(question.pairs, question.demand, chosen)
    total = float(assignment.demand @ assignment.minutes)
    return Answer(chosen, assignment, total, total if how == EXACT else bound, how)
