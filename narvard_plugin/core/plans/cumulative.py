"""What several plans together do to health centres: each alone, all together, and which combinations are too many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Optional

import numpy as np

MOST_COMBINATIONS = 50  # told of one centre; more are counted and not listed
_SOUGHT = 20_000  # combinations tried before the search says that it has not seen all
_HALF_PERSON = 0.5


class Loads(NamedTuple):
    """Per centre (f): ``before``, ``after`` all plans (listed over places; NaN = unknown) and ``added`` listed people; per
    plan and centre (n, f): ``alone``, the load with that plan only, NaN where it sends nobody there."""

    before: np.ndarray
    added: np.ndarray
    after: np.ndarray
    alone: np.ndarray


def loads(listed: np.ndarray, places: np.ndarray, added: np.ndarray) -> Loads:
    """``listed`` (f) and ``places`` by the norm (f; NaN = unknown), and people that plans add (n, f).

    A centre without places has no load; whoever comes there is over the norm, which `too_many` tells.
    """
    total = added.sum(axis=0)
    alone = np.where(added > 0, _over(listed[None, :] + added, places[None, :]), np.nan)
    return Loads(_over(listed, places), total, _over(listed + total, places), alone)


def too_many(people: np.ndarray, left: float) -> bool:
    """Whether ``people`` are more than the places ``left``; half a person is rounding."""
    return bool(np.sum(people) > left + _HALF_PERSON)


class Combinations(NamedTuple):
    """Combinations of plans (rows, ascending) that are too many for a centre, where any plan fewer would fit: fewest plans
    first. ``complete`` is False where there are more than are listed."""

    found: tuple[tuple[int, ...], ...]
    complete: bool


def breaking(people: np.ndarray, left: float, most: int = MOST_COMBINATIONS) -> Combinations:
    """The smallest combinations of plans whose people (n) are more than the places ``left`` (may be negative).

    A centre that is over its norm already is broken by every plan that sends somebody.
    """
    rows = [row for row in np.argsort(-people, kind="stable").tolist() if people[row] > 0]
    if left < 0:
        return Combinations(tuple((row,) for row in sorted(rows)[:most]), len(rows) <= most)
    found: list[tuple[int, ...]] = []
    tried = [0]
    # Greatest first: a combination passes the limit with its last and smallest plan, so taking any away makes it fit.
    complete = _seek(people, rows, left, (), 0.0, 0, found, tried, most)
    return Combinations(tuple(sorted((tuple(sorted(one)) for one in found), key=lambda one: (len(one), one))), complete)


def _seek(people, rows, left, chosen, total, start, found, tried, most) -> bool:
    for at in range(start, len(rows)):
        tried[0] += 1
        if len(found) >= most or tried[0] > _SOUGHT:
            return False
        if not too_many(total + people[rows[at:]].sum(), left):
            return True  # not even all that remain are too many
        with_this = total + people[rows[at]]
        if too_many(with_this, left):
            found.append((*chosen, rows[at]))
        elif not _seek(people, rows, left, (*chosen, rows[at]), with_this, at + 1, found, tried, most):
            return False
    return True


class Horizon(NamedTuple):
    """Centres at the end of a ``year`` (None = all is built): people added by the plans (f) and load (f; NaN = unknown)."""

    year: Optional[int]
    added: np.ndarray
    load: np.ndarray


def horizons(
    listed: np.ndarray, places: np.ndarray, added: np.ndarray, lived_in: np.ndarray, years: Sequence[int]
) -> list[Horizon]:
    """The load of every centre at each of ``years`` and, last, when all is built.

    ``added`` (n, f): people of the finished plans; ``lived_in`` (n, years): the share of each that has moved in. The people
    who are listed already are taken to stay the same.
    """
    found = []
    for at, year in enumerate(years):
        people = (added * lived_in[:, [at]]).sum(axis=0)
        found.append(Horizon(int(year), people, _over(listed + people, places)))
    total = added.sum(axis=0)
    return [*found, Horizon(None, total, _over(listed + total, places))]


def greatest_load(found: Sequence[Horizon]) -> float:
    """The greatest load of any centre that the plans send somebody to, at any horizon; NaN where none is known."""
    touched = [horizon.load[(horizon.added > 0) & ~np.isnan(horizon.load)] for horizon in found]
    every = np.concatenate(touched) if touched else np.array([])
    return float(every.max()) if len(every) else np.nan


def _over(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    part, whole = np.broadcast_arrays(part, whole)
    return np.divide(part, whole, out=np.full(part.shape, np.nan), where=whole > 0)
