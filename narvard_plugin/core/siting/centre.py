"""P-centre: the longest journey made as short as possible, found as the smallest radius that P sites can cover."""

from __future__ import annotations

import numpy as np

from ..network.limits import WITHIN, Step, no_step
from .coverage import best_cover, can_cover, cover_of, greedy_cover, weight_covered
from .problem import EXACT, HEURISTIC, STOPPED, Answer, Question, to_nearest
from .solver import EQUAL, Clock


def shortest_longest(question: Question, sites: int, clock: Clock, exact_up_to: int, step: Step = no_step) -> Answer:
    """``sites`` sites for the shortest longest journey among as much demand as so many sites can serve at all.

    Halves the list of minutes in the matrix: each half is one covering question, so Cancel is heard between them.
    """
    usable = question.usable()
    everyone, served, _, how = best_cover(cover_of(question, np.inf), sites, clock, exact_up_to, step)
    radii = np.unique(usable.pairs.minutes)
    if served == 0:
        return _answer(question, everyone, np.nan, EXACT)
    search = _Search(question, sites, served, radii)
    best = search.by_greedy(everyone, step)
    bound = _nearest_of_the_farthest(usable, served)
    if how != EXACT or exact_up_to == 0:
        return _answer(question, best, bound, HEURISTIC)
    low = 0 if np.isnan(bound) else int(np.searchsorted(radii * WITHIN, bound))
    high, how = search.position(best), EXACT
    while low < high:
        step(0.5)
        middle = (low + high) // 2
        cover = cover_of(question, radii[middle])
        if cover.sets.nnz > exact_up_to:
            how = HEURISTIC
            break
        found, sure = can_cover(cover, sites, served, clock.left)
        if found is not None:
            best, high = found, search.position(found)
        elif sure:
            low = middle + 1
        else:
            how = STOPPED
            break
    return _answer(question, best, radii[low], how)


class _Search:
    """Radii to try, and what must be covered within one."""

    def __init__(self, question: Question, sites: int, served: float, radii: np.ndarray):
        self.question, self.sites, self.served, self.radii = question, sites, served, radii

    def longest(self, chosen: np.ndarray) -> float:
        """The shortest radius within which ``chosen`` serves as much demand as must be served."""
        usable = self.question.usable()
        served = to_nearest(usable.pairs, self.question.demand, chosen)
        order = np.argsort(served.minutes)
        sums = np.cumsum(served.demand[order])
        at = int(np.searchsorted(sums, self.served * (1 - EQUAL)))
        return float(served.minutes[order[min(at, len(order) - 1)]])

    def position(self, chosen: np.ndarray) -> int:
        return int(np.searchsorted(self.radii * WITHIN, self.longest(chosen)))

    def by_greedy(self, chosen: np.ndarray, step: Step) -> np.ndarray:
        """The best of the greedy covers, by halving."""
        low, high = 0, self.position(chosen)
        while low < high:
            middle = (low + high) // 2
            cover = cover_of(self.question, self.radii[middle])
            found = greedy_cover(cover, self.sites, step)
            if weight_covered(cover, found) >= self.served * (1 - EQUAL):
                chosen, high = found, min(middle, self.position(found))
            else:
                low = middle + 1
        return chosen


def _nearest_of_the_farthest(usable: Question, served: float) -> float:
    """No journey to the nearest of all sites can be shortened; NaN where not everyone must be served."""
    origin, _, minutes = usable.pairs
    least = np.full(len(usable.demand), np.inf)
    np.minimum.at(least, origin, minutes)
    known = np.isfinite(least)
    return float(least[known].max()) if served >= usable.demand[known].sum() * (1 - EQUAL) else np.nan


def _answer(question: Question, chosen: np.ndarray, bound: float, how: str) -> Answer:
    assignment = to_nearest(question.pairs, question.demand, chosen)
    steering = assignment.demand > 0
    longest = float(assignment.minutes[steering].max()) if steering.any() else np.nan
    return Answer(chosen, assignment, longest, longest if how == EXACT else bound, how)
