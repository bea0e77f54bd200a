"""Mixed-integer programmes through scipy's HiGHS: sparse, with a time limit, and always with a bound on what is best."""

from __future__ import annotations

import time
from typing import NamedTuple

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_matrix, csr_matrix, vstack

_OPTIMAL, _INFEASIBLE, _UNCLEAR = 0, 2, 4  # scipy's words for HiGHS's answer
LOOSE = 1e-5  # by how much rounding may break a condition
EQUAL = 1e-9  # relative: two objectives closer than this are the same


class Solved(NamedTuple):
    """The best ``x`` found (None: none), a ``bound`` that no solution goes below, and whether x is ``proven`` best or the
    programme proven ``infeasible``."""

    x: np.ndarray | None
    bound: float
    proven: bool
    infeasible: bool = False


class Clock:
    """How much of a time limit is left."""

    def __init__(self, seconds: float):
        self._end = time.monotonic() + seconds

    @property
    def left(self) -> float:
        return self._end - time.monotonic()


class Model:
    """A programme to be minimised, put together piece by piece; variables are numbered in the order they are added."""

    def __init__(self):
        self._lower, self._upper, self._integer = [], [], []
        self._rows, self._low, self._high = [], [], []
        self.size = 0

    def variables(self, count: int, lower=0.0, upper=np.inf, integer: bool = False) -> np.ndarray:
        """``count`` new variables between ``lower`` and ``upper`` (each a number or ``count`` of them); their numbers."""
        self._lower.append(np.broadcast_to(np.asarray(lower, float), count))
        self._upper.append(np.broadcast_to(np.asarray(upper, float), count))
        self._integer.append(np.full(count, int(integer)))
        self.size += count
        return np.arange(self.size - count, self.size)

    def rows(self, row, variable, value, low, high, count: int | None = None) -> None:
        """``count`` new conditions low ≤ Σ value · variable ≤ high, from triplets; ``row`` counts from 0 within this call."""
        row, variable = np.asarray(row, int), np.asarray(variable, int)
        count = int(row.max()) + 1 if count is None and len(row) else count or 0
        value = np.broadcast_to(np.asarray(value, float), len(row))
        self._rows.append((row, variable, value, count))
        self._low.append(np.broadcast_to(np.asarray(low, float), count))
        self._high.append(np.broadcast_to(np.asarray(high, float), count))

    def row(self, weights: dict[int, float] | tuple, low=-np.inf, high=np.inf) -> None:
        """One condition on (variables, values)."""
        variable, value = weights
        self.rows(np.zeros(len(variable), int), variable, value, low, high, 1)

    def minimise(self, variable, value, seconds: float) -> Solved:
        """The least Σ value · variable within ``seconds``."""
        cost = np.zeros(self.size)
        np.add.at(cost, variable, value)
        return self._solve(cost, seconds)

    def minimise_in_order(self, objectives, seconds: float) -> Solved:
        """The least of the first objective; among its optima the least of the second; and so on.

        The answer's ``bound`` is that of the last objective; ``proven`` holds where all were.
        """
        clock, answer, proven = Clock(seconds), None, True
        for number, (variable, value) in enumerate(objectives):
            solved = self.minimise(variable, value, max(clock.left, 0.05))
            if solved.x is None:  # a stage cut off by time keeps what the stage before it found
                return solved if answer is None else answer._replace(proven=False)
            answer, proven = solved, proven and solved.proven
            if number + 1 < len(objectives):
                reached = float(np.dot(solved.x[variable], value))
                self.row((variable, value), high=_kept(reached))
        return answer._replace(proven=proven)

    def _matrix(self) -> csr_matrix:
        return vstack(
            [
                coo_matrix((value, (row, variable)), shape=(count, self.size))
                for row, variable, value, count in self._rows
            ],
            format="csr",
        )

    def _solve(self, cost: np.ndarray, seconds: float) -> Solved:
        if seconds <= 0:
            return Solved(None, -np.inf, False)
        if self.size == 0:  # scipy refuses a programme without variables; here every sum is 0
            holds = all((low <= LOOSE).all() for low in self._low) and all(
                (high >= -LOOSE).all() for high in self._high
            )
            return Solved(np.zeros(0), 0.0, True) if holds else Solved(None, np.inf, False, True)
        lower, upper = np.concatenate(self._lower), np.concatenate(self._upper)
        constraints = ()
        if self._rows:
            low, high = np.concatenate(self._low), np.concatenate(self._high)
            constraints = LinearConstraint(self._matrix(), low, high)
        integer = np.concatenate(self._integer)
        clock = Clock(seconds)
        # Some versions of HiGHS (1.2, in scipy 1.10) presolve a number beside whole ones as if it were whole too, and call
        # a worse answer, or none, proven; some hand back a presolved answer that breaks the conditions.
        mixed = integer.any() and not integer.all()
        for presolve in (False,) if mixed else (True, False):
            found = milp(
                cost,
                constraints=constraints,
                bounds=Bounds(lower, upper),
                integrality=integer,
                options={"time_limit": max(clock.left, 0.05), "mip_rel_gap": 0.0, "presolve": presolve},
            )
            if found.x is None or _holds(found.x, constraints, lower, upper):
                break
        else:
            return Solved(None, -np.inf, False)
        if found.status == _INFEASIBLE or (found.status == _UNCLEAR and "infeasible" in str(found.message).lower()):
            return Solved(None, np.inf, False, True)
        if found.x is None:
            return Solved(None, _bound(found, -np.inf), False)
        x = np.where(integer == 1, np.round(found.x), found.x)
        proven = found.status == _OPTIMAL
        value = float(cost @ x)
        return Solved(x, value if proven else min(_bound(found, -np.inf), value), proven)


def _holds(x: np.ndarray, constraints, lower: np.ndarray, upper: np.ndarray) -> bool:
    """Whether x keeps to its bounds and conditions, but for rounding."""
    inside = (x >= lower - LOOSE).all() and (x <= upper + LOOSE).all()
    if not inside or not constraints:
        return bool(inside)
    value = constraints.A @ x
    room = LOOSE * np.maximum(1.0, np.abs(value))
    return bool((value >= constraints.lb - room).all() and (value <= constraints.ub + room).all())


def _kept(reached: float) -> float:
    """The limit that keeps a value once reached; whole values are kept whole, which HiGHS finds easier."""
    whole = round(reached)
    return float(whole) if abs(reached - whole) < 1e-6 else reached + 1e-6 * max(1.0, abs(reached))


def _bound(found, otherwise: float) -> float:
    """The dual bound where this version of scipy tells it."""
    bound = getattr(found, "mip_dual_bound", None)
    return otherwise if bound is None or not np.isfinite(bound) else float(bound)
