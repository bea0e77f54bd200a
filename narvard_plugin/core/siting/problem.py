"""What a siting question holds, and what an answer to it says. Models of methods section 3.7."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix

from ..network.limits import WITHIN
from ..network.matrix import Pairs

EXACT, STOPPED, HEURISTIC = "exact", "stopped", "heuristic"
OK, BEYOND, NO_ROUTE, NOT_SERVED = "ok", "beyond_limit", "no_route", "not_served"


class Question(NamedTuple):
    """``pairs`` of origin and candidate site with minutes (a missing pair is no route), ``demand`` (n), which sites (m) are
    ``fixed_open`` or ``fixed_closed``, and their ``capacity`` (m; None where it does not matter).

    Only origins with demand steer the choice.
    """

    pairs: Pairs
    demand: np.ndarray
    fixed_open: np.ndarray
    fixed_closed: np.ndarray
    capacity: np.ndarray | None = None

    @property
    def allowed(self) -> np.ndarray:
        """Sites (numbers) that may be chosen."""
        return np.flatnonzero(~self.fixed_closed)

    def usable(self) -> Question:
        """Without the pairs of sites that may not be chosen and of origins without demand."""
        origin, site, minutes = self.pairs
        keep = ~self.fixed_closed[site] & (self.demand[origin] > 0)
        return self._replace(pairs=Pairs(origin[keep], site[keep], minutes[keep]))

    def reach(self, radius: float = np.inf) -> csr_matrix:
        """n × m: 1 where the site lies within ``radius`` minutes (inclusive)."""
        origin, site, minutes = self.pairs
        near = minutes <= radius * WITHIN
        shape = (len(self.demand), len(self.fixed_open))
        return csr_matrix((np.ones(near.sum()), (origin[near], site[near])), shape=shape)


class Assignment(NamedTuple):
    """Rows of who goes where: ``origin``, ``site``, ``minutes``, ``demand`` (r each). An origin without a row has none."""

    origin: np.ndarray
    site: np.ndarray
    minutes: np.ndarray
    demand: np.ndarray


class Answer(NamedTuple):
    """``chosen`` sites (m bool), the ``assignment``, the ``objective``, a ``bound`` that no choice betters (NaN = unknown)
    and ``how`` it was found: exact, stopped (exact, stopped by time) or heuristic."""

    chosen: np.ndarray
    assignment: Assignment
    objective: float
    bound: float
    how: str

    @property
    def optimal(self) -> bool:
        return self.how == EXACT

    @property
    def gap(self) -> float:
        """The objective's greatest possible distance from the best, as a share of it (NaN = unknown)."""
        if self.optimal:
            return 0.0
        if self.objective == 0:
            return 0.0 if self.bound == 0 else np.nan
        return abs(self.objective - self.bound) / abs(self.objective)


def to_nearest(pairs: Pairs, demand: np.ndarray, chosen: np.ndarray) -> Assignment:
    """Each origin to its nearest chosen site (equal times: the site that comes first)."""
    origin, site, minutes = pairs
    keep = np.flatnonzero(chosen[site])
    keep = keep[np.lexsort((site[keep], minutes[keep], origin[keep]))]
    first = keep[np.append(True, origin[keep][1:] != origin[keep][:-1])] if len(keep) else keep
    return Assignment(origin[first], site[first], minutes[first], demand[origin[first]])


def lacking(question: Question) -> np.ndarray:
    """Origins (n bool) with demand that no allowed site can be reached from."""
    reached = np.zeros(len(question.demand), bool)
    reached[question.usable().pairs.origin] = True
    return (question.demand > 0) & ~reached
