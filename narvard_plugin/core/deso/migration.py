"""Access to care against net migration, area by area: how closely they follow each other, never why."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from .classes import people_classes

CLASSES = 5


class Association(NamedTuple):
    """Correlations weighted by people, of values and of their ranks (NaN where one does not vary), and how many ``areas``
    and ``people`` they are about."""

    pearson: float
    spearman: float
    areas: int
    people: float


class Influence(NamedTuple):
    """The lowest and highest correlation when any single area is left out, and which area (row) moves it most (−1 = none)."""

    lowest: float
    highest: float
    area: int


class Line(NamedTuple):
    """The people-weighted straight line ``intercept + slope · x`` (NaN where x does not vary)."""

    slope: float
    intercept: float


class AccessClass(NamedTuple):
    """A fifth of the people by access: ``number`` 1 … 5, its areas, people, net migration, and that per 1 000 people."""

    number: int
    areas: int
    people: float
    net: float
    per_1000: float


def per_1000(net: np.ndarray, people: np.ndarray) -> np.ndarray:
    """Net migration per 1 000 people; NaN where there is nobody or no number."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(people > 0, 1000 * net / people, np.nan)


def association(x: np.ndarray, y: np.ndarray, people: np.ndarray, group: np.ndarray | None = None) -> Association:
    """How ``x`` and ``y`` of areas (n, no NaN) follow each other, weighted by ``people`` (> 0).

    With ``group`` (n, whole numbers) both are taken as deviations from their group's mean, so that only differences within
    groups count. Ranks are people-weighted, and equal values share the middle of their people.
    """
    group = np.zeros(len(x), int) if group is None else group
    ranks = (fractional_rank(values, people) for values in (x, y))
    return Association(
        _correlation(*_moments(x, y, people, group)),
        _correlation(*_moments(*ranks, people, group)),
        len(x),
        float(people.sum()),
    )


def influence(x: np.ndarray, y: np.ndarray, people: np.ndarray) -> Influence:
    """How much a single area moves the Pearson correlation: it is computed anew without each (n) in turn."""
    dx, dy = (_deviation(values, people, np.zeros(len(x), int)) for values in (x, y))
    without = _correlation(*(_without_each(people, *pair) for pair in ((dx, dx), (dy, dy), (dx, dy))))
    if len(x) < 3 or not np.isfinite(without).any():
        return Influence(np.nan, np.nan, -1)
    moved = np.abs(without - association(x, y, people).pearson)
    return Influence(float(np.nanmin(without)), float(np.nanmax(without)), int(np.nanargmax(moved)))


def line(x: np.ndarray, y: np.ndarray, people: np.ndarray) -> Line:
    """The straight line that lies nearest to ``y``, in squares weighted by ``people``."""
    spread, _, together = _moments(x, y, people, np.zeros(len(x), int))
    if not spread > 0:
        return Line(np.nan, np.nan)
    slope = together / spread
    return Line(float(slope), float(np.average(y, weights=people) - slope * np.average(x, weights=people)))


def by_access(hardship: np.ndarray, net: np.ndarray, people: np.ndarray) -> tuple[np.ndarray, list[AccessClass]]:
    """Each area's fifth (n) by rising ``hardship``, and what each fifth of the people gains or loses."""
    number = people_classes(hardship, people, CLASSES)
    classes = []
    for own in range(1, CLASSES + 1):
        here = number == own
        total, moved = float(people[here].sum()), float(net[here].sum())
        classes.append(AccessClass(own, int(here.sum()), total, moved, 1000 * moved / total if total else np.nan))
    return number, classes


def fractional_rank(values: np.ndarray, people: np.ndarray) -> np.ndarray:
    """The share of the people below each area, half its own included; equal values share one rank (methods section 2.4)."""
    _, place = np.unique(values, return_inverse=True)
    size = np.bincount(place, weights=people)
    return ((np.cumsum(size) - size / 2) / size.sum())[place] if len(values) else np.zeros(0)


def _moments(x, y, people, group) -> tuple[float, float, float]:
    """Weighted sums of squares of ``x`` and of ``y``, and of their products, about the means of the groups."""
    dx, dy = (_deviation(values, people, group) for values in (x, y))
    return float((people * dx * dx).sum()), float((people * dy * dy).sum()), float((people * dx * dy).sum())


def _deviation(values, people, group) -> np.ndarray:
    """What each value lies above its group's mean; exactly 0 where the whole group has the same value."""
    size = np.bincount(group, weights=people)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.bincount(group, weights=people * values) / size
    found = values - mean[group]
    scale = np.abs(values).max() if len(values) else 0.0
    return np.where(np.abs(found) <= 1e-12 * scale, 0.0, found)


def _without_each(people, dx, dy) -> np.ndarray:
    """The sum of weighted products about the mean, computed anew without each area (n), mean and all."""
    with np.errstate(invalid="ignore", divide="ignore"):
        lost = people * people.sum() / (people.sum() - people) * dx * dy
    total = (people * dx * dy).sum()
    left = total - lost
    # Where nothing but the area itself varied, rounding leaves a hair of it.
    return np.where(np.abs(left) <= 1e-12 * np.abs(lost), 0.0, left)


def _correlation(xx, yy, xy):
    """Correlation from sums of squares and products (numbers or arrays); NaN where either does not vary."""
    varies = (np.asarray(xx) > 0) & (np.asarray(yy) > 0)
    with np.errstate(invalid="ignore", divide="ignore"):
        found = np.where(varies, np.clip(xy / np.sqrt(np.abs(xx) * np.abs(yy)), -1, 1), np.nan)
    return float(found) if found.ndim == 0 else found
