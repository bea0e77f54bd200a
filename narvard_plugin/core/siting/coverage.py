"""Sites that cover people within a radius: the most people with P sites (MCLP), or everybody with the fewest (LSCP).

Church and ReVelle (1974) and Toregas et al. (1971), as in methods section 3.7.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, diags

from ..network.limits import Step, no_step
from .problem import EXACT, HEURISTIC, STOPPED, Answer, Question, to_nearest
from .solver import EQUAL, Clock, Model


class Cover(NamedTuple):
    """Groups of origins that the same sites cover: ``sets`` (g × m), their ``weight`` (g); and the sites' bounds."""

    sets: csr_matrix
    weight: np.ndarray
    fixed_open: np.ndarray
    allowed: np.ndarray


def cover_of(question: Question, radius: float) -> Cover:
    """Origins covered by exactly the same sites count as one; those that nobody covers fall away. Both change nothing."""
    usable = question.usable()
    reach = usable.reach(radius).sorted_indices()
    ends = reach.indptr
    groups: dict[bytes, int] = {}
    first, weight = [], []
    for origin in np.flatnonzero(np.diff(ends)):
        key = reach.indices[ends[origin] : ends[origin + 1]].tobytes()
        group = groups.setdefault(key, len(groups))
        if group == len(first):
            first.append(origin)
            weight.append(0.0)
        weight[group] += question.demand[origin]
    return Cover(reach[first], np.array(weight, float), question.fixed_open, ~question.fixed_closed)


def most_covered(question, sites: int, radius: float, clock: Clock, exact_up_to: int, step: Step = no_step) -> Answer:
    """MCLP: ``sites`` sites that cover the most demand within ``radius``; the assignment is to the nearest chosen."""
    cover = cover_of(question, radius)
    chosen, covered, bound, how = best_cover(cover, sites, clock, exact_up_to, step)
    return Answer(chosen, to_nearest(question.pairs, question.demand, chosen), covered, bound, how)


def best_cover(cover: Cover, sites: int, clock: Clock, exact_up_to: int, step: Step = no_step):
    """(chosen, covered, bound, how) for exactly ``sites`` sites."""
    chosen = greedy_cover(cover, sites, step)
    covered = weight_covered(cover, chosen)
    alone = np.where(cover.fixed_open, np.inf, np.where(cover.allowed, cover.sets.T @ cover.weight, -np.inf))
    richest = np.argsort(-alone, kind="stable")[:sites]
    total = min(float(cover.weight.sum()), float((cover.sets.T @ cover.weight)[richest].sum()))
    if covered >= total * (1 - EQUAL):
        return chosen, covered, covered, EXACT
    if cover.sets.nnz > exact_up_to:
        return chosen, covered, total, HEURISTIC
    model, y = _base(cover, sites)
    u = model.variables(len(cover.weight), 0, 1)
    row, site = cover.sets.nonzero()
    group = np.arange(len(u))
    model.rows(np.append(row, group), np.append(y[site], u), np.append(np.ones(len(row)), -np.ones(len(u))), 0, np.inf)
    step(0.3)
    solved = model.minimise(u, -cover.weight, clock.left)
    bound = min(total, -solved.bound)
    better = None if solved.x is None else solved.x[y] > 0.5
    if better is not None and weight_covered(cover, better) > covered:
        chosen, covered = better, weight_covered(cover, better)
    proven = solved.proven or covered >= bound * (1 - EQUAL)
    how = EXACT if proven else STOPPED if better is not None else HEURISTIC
    return chosen, covered, covered if proven else bound, how


def fewest_to_cover(question: Question, radius: float, clock: Clock, exact_up_to: int, step: Step = no_step) -> Answer:
    """LSCP: the fewest sites that cover every origin that can be covered within ``radius`` at all."""
    cover = cover_of(question, radius)
    chosen = _greedy_set_cover(cover, step)
    count, bound, how = float(chosen.sum()), np.nan, HEURISTIC
    if cover.sets.nnz <= exact_up_to:
        model, y = _base(cover, None)
        row, site = cover.sets.nonzero()
        model.rows(row, y[site], 1, 1, np.inf, len(cover.weight))
        step(0.3)
        solved = model.minimise(y, np.ones(len(y)), clock.left)
        better = None if solved.x is None else solved.x[y] > 0.5
        if better is not None and better.sum() < count:
            chosen, count = better, float(better.sum())
        if np.isfinite(solved.bound):
            bound = float(np.ceil(solved.bound - 1e-6))  # sites are whole
        proven = solved.proven or count <= bound
        how = EXACT if proven else STOPPED if better is not None else HEURISTIC
        bound = count if proven else bound
    return Answer(chosen, to_nearest(question.pairs, question.demand, chosen), count, bound, how)


def can_cover(cover: Cover, sites: int, least: float, seconds: float) -> tuple[np.ndarray | None, bool]:
    """Sites (m bool) that cover ``least`` of the demand, or None; and whether that is certain."""
    total = float(cover.weight.sum())
    if total < least * (1 - EQUAL):
        return None, True
    model, y = _base(cover, sites)
    row, site = cover.sets.nonzero()
    if least >= total * (1 - EQUAL):
        model.rows(row, y[site], 1, 1, np.inf, len(cover.weight))
    else:
        u = model.variables(len(cover.weight), 0, 1)
        group = np.arange(len(u))
        values = np.append(np.ones(len(row)), -np.ones(len(u)))
        model.rows(np.append(row, group), np.append(y[site], u), values, 0, np.inf)
        model.row((u, cover.weight), low=least * (1 - EQUAL))
    solved = model.minimise(y, np.zeros(len(y)), seconds)
    return (None, solved.infeasible) if solved.x is None else (solved.x[y] > 0.5, True)


def weight_covered(cover: Cover, chosen: np.ndarray) -> float:
    return float(cover.weight[cover.sets @ chosen.astype(float) > 0].sum())


def greedy_cover(cover: Cover, sites: int, step: Step = no_step) -> np.ndarray:
    """Add the site that covers most of what is left; then swap a chosen one for another as long as that covers more."""
    chosen, fixed = cover.fixed_open.copy(), cover.fixed_open
    reach, weight = cover.sets, cover.weight
    by_site = reach.T.tocsr()
    for _ in range(sites - int(chosen.sum())):
        open_weight = weight * (reach @ chosen.astype(float) == 0)
        gain = np.where(cover.allowed & ~chosen, by_site @ open_weight, -1.0)
        chosen[int(gain.argmax())] = True
        step(0.1)
    while True:
        times = reach @ chosen.astype(float)
        gain = np.where(cover.allowed & ~chosen, by_site @ (weight * (times == 0)), -np.inf)
        leaving = np.flatnonzero(chosen & ~fixed)
        if not len(leaving) or not np.isfinite(gain).any():
            return chosen
        only = by_site[leaving] @ diags(weight * (times == 1))
        loss = np.asarray(only.sum(axis=1)).ravel()
        change = gain[None, :] - loss[:, None] + (only @ reach).toarray()
        out, into = np.unravel_index(int(change.argmax()), change.shape)
        if change[out, into] <= EQUAL * max(1.0, float(weight.sum())):
            return chosen
        chosen[leaving[out]], chosen[into] = False, True
        step(0.2)


def _greedy_set_cover(cover: Cover, step: Step) -> np.ndarray:
    """Add the site that covers most groups until all are covered, leave out whatever is not needed, and try with fewer."""
    chosen = cover.fixed_open.copy()
    by_site = cover.sets.T.tocsr()
    while True:
        left = (cover.sets @ chosen.astype(float) == 0).astype(float)
        if not left.any():
            break
        chosen[int(np.where(cover.allowed & ~chosen, by_site @ left, -1.0).argmax())] = True
        step(0.1)
    for site in np.flatnonzero(chosen & ~cover.fixed_open):
        chosen[site] = False
        if (cover.sets @ chosen.astype(float) == 0).any():
            chosen[site] = True
    evenly = cover._replace(weight=np.ones(len(cover.weight)))
    while chosen.sum() > cover.fixed_open.sum():
        fewer = greedy_cover(evenly, int(chosen.sum()) - 1, step)
        if weight_covered(evenly, fewer) < len(cover.weight):
            break
        chosen = fewer
    return chosen


def _base(cover: Cover, sites: int | None) -> tuple[Model, np.ndarray]:
    """A model with one yes-or-no variable per site, ``sites`` of them yes where a number is asked for."""
    model = Model()
    y = model.variables(len(cover.allowed), cover.fixed_open.astype(float), cover.allowed.astype(float), integer=True)
    if sites is not None:
        model.row((y, np.ones(len(y))), low=sites, high=sites)
    return model, y
