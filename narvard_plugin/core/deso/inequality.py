"""How unequally a value falls on people, by their rank and among themselves (methods section 2.4).

Everything is weighted by people. ``rank`` rises from the most disadvantaged to the least; areas of equal rank are taken as
one, with their people's mean, so that the order of the rows means nothing. Values are at least 0.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

FIFTHS = np.linspace(0.0, 1.0, 6)
_NONE = float("nan")


class Shares(NamedTuple):
    """Groups (g) in order: their share of the people, and the mean value of their people."""

    people: np.ndarray
    mean: np.ndarray

    @property
    def overall(self) -> float:
        """The mean over all people."""
        return float(self.people @ self.mean)


class Theil(NamedTuple):
    """Theil's T, and its parts between and within groups (NaN where there are no groups)."""

    total: float
    between: float
    within: float


def pooled(values: np.ndarray, people: np.ndarray, by: np.ndarray) -> Shares:
    """Areas (a) with people, in groups of equal ``by`` (a), rising; an area without people belongs nowhere."""
    there = people > 0
    _, place = np.unique(by[there], return_inverse=True)
    size = np.bincount(place, weights=people[there])
    held = np.bincount(place, weights=people[there] * values[there])
    return Shares(size / size.sum(), held / size) if len(size) else Shares(np.zeros(0), np.zeros(0))


def concentration_index(ranked: Shares) -> float:
    """From −1 to 1: negative where the value is concentrated among the most disadvantaged; NaN where all values are 0."""
    mean = ranked.overall
    if not mean:
        return _NONE
    middle = np.cumsum(ranked.people) - ranked.people / 2
    return float(2 / mean * np.sum(ranked.people * (ranked.mean - mean) * middle))


def erreygers(ranked: Shares, lower: float, upper: float) -> float:
    """The concentration index corrected for the bounds of the value (NaN where they are equal)."""
    return 4 * ranked.overall / (upper - lower) * concentration_index(ranked) if upper > lower else _NONE


def wagstaff(ranked: Shares, lower: float, upper: float) -> float:
    """The concentration index normalised by the bounds of the value (NaN where the mean lies on one of them)."""
    mean = ranked.overall
    room = (upper - mean) * (mean - lower)
    return concentration_index(ranked) * mean * (upper - lower) / room if room > 0 else _NONE


def curve(ranked: Shares) -> tuple[np.ndarray, np.ndarray]:
    """The concentration curve (g + 1 places): share of the people from the most disadvantaged, and of the value they have."""
    held = ranked.people * ranked.mean
    whole = held.sum()
    return (
        np.concatenate([[0.0], np.cumsum(ranked.people)]),
        np.concatenate([[0.0], np.cumsum(held) / whole]) if whole else np.full(len(held) + 1, _NONE),
    )


def means_between(ranked: Shares, cuts: np.ndarray) -> np.ndarray:
    """Mean values (c − 1) of the people between the shares ``cuts`` (c; 0–1); a group at a cut is divided by its people."""
    ends = np.cumsum(ranked.people)
    starts = ends - ranked.people
    overlap = np.clip(np.minimum(ends, cuts[1:, None]) - np.maximum(starts, cuts[:-1, None]), 0.0, None)
    size = overlap.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(size > 0, overlap @ ranked.mean / size, np.nan)


def quintile_ratio(fifths: np.ndarray) -> float:
    """The mean of the least disadvantaged fifth over that of the most disadvantaged (NaN where that is 0)."""
    return _ratio(fifths[-1], fifths[0])


def palma(ranked: Shares) -> float:
    """The mean of the least disadvantaged tenth over that of the most disadvantaged four tenths (NaN where that is 0).

    A quarter of it is the ratio of what they have in all.
    """
    bottom, _, top = means_between(ranked, np.array([0.0, 0.4, 0.9, 1.0]))
    return _ratio(top, bottom)


def gini(values: np.ndarray, people: np.ndarray) -> float:
    """Of the values (a) of the people (a): 0 where all are equal; NaN where all are 0, or nobody lives."""
    share, held = curve(pooled(values, people, values))
    if np.isnan(held[-1]):
        return _NONE
    return float(1 - np.sum(np.diff(share) * (held[:-1] + held[1:])))


def theil(values: np.ndarray, people: np.ndarray, groups: np.ndarray | None = None) -> Theil:
    """Of the values (a) of the people (a), parted by ``groups`` (a integer); NaN where all values are 0."""
    there = people > 0
    values, share = values[there], people[there] / people[there].sum()
    mean = float(share @ values)
    if not mean:
        return Theil(_NONE, _NONE, _NONE)
    total = float(share @ _entropy(values / mean))
    if groups is None:
        return Theil(total, _NONE, _NONE)
    of_group = pooled(values, share, groups[there])
    between = float(of_group.people @ _entropy(of_group.mean / mean))
    return Theil(total, between, total - between)


def shortfall(values: np.ndarray, people: np.ndarray, line: float, power: int, *, above: bool = False) -> float:
    """Foster, Greer and Thorbecke's measure: mean over people of ((line − value) / line) ** power below the line, 0 elsewhere.

    With ``above`` the value is a bad, and what counts is how far it lies above the line.
    """
    gap = (values - line if above else line - values) / line
    short = np.where(gap > 0, np.where(gap > 0, gap, 1.0) ** power, 0.0)
    return float(short @ people / people.sum())


def _entropy(x: np.ndarray) -> np.ndarray:
    """x ln x, 0 where x is 0."""
    return np.where(x > 0, x * np.log(np.where(x > 0, x, 1.0)), 0.0)


def _ratio(top: float, bottom: float) -> float:
    return float(top / bottom) if bottom else _NONE
