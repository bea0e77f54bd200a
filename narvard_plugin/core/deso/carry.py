"""Counts carried from one division of the land to another with a key of shares (methods section 2.9)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Optional

import numpy as np
import pandas as pd

#: How far from 1 the shares of one area may sum: keys are written with a few decimals.
ROUNDING = 1e-4


class KeyProblem(ValueError):
    """A key that cannot be used; ``codes`` say where."""

    def __init__(self, codes: Sequence[str]):
        super().__init__(", ".join(codes))
        self.codes = list(codes)


class BadShares(KeyProblem):
    """The shares of ``codes`` are missing or lie outside 0–1."""


class SharesAboveOne(KeyProblem):
    """The shares of ``codes`` sum to more than 1: people would be made from nothing."""


class RepeatedPairs(KeyProblem):
    """The same pair stands twice in the key."""


class Key(NamedTuple):
    """Rows (k): the share of area ``old`` that goes to area ``new`` (both object)."""

    old: np.ndarray
    new: np.ndarray
    share: np.ndarray


class Carried(NamedTuple):
    """The new areas' ``codes`` (m, sorted) and ``values`` (m, v; NaN where a part is unknown).

    ``sources`` (m) counts the old areas in each and ``whole`` (m) says that it is made of whole ones; ``incomplete`` (m)
    that an old area of it is not among those carried. ``not_in_key`` (a) marks old areas without a row in the key,
    ``leaks`` (a) those whose shares sum to less than 1. ``left`` (v) is what was not carried, of both.
    """

    codes: np.ndarray
    values: np.ndarray
    sources: np.ndarray
    whole: np.ndarray
    incomplete: np.ndarray
    not_in_key: np.ndarray
    leaks: np.ndarray
    left: np.ndarray


def check_key(key: Key) -> None:
    """Raise a ``KeyProblem`` where the key would lose count of people."""
    bad = ~((key.share >= 0) & (key.share <= 1))
    if bad.any():
        raise BadShares(sorted({str(code) for code in key.old[bad]}))
    rows = pd.DataFrame({"old": key.old, "new": key.new, "share": key.share})
    twice = rows[rows.duplicated(["old", "new"])]
    if len(twice):
        raise RepeatedPairs([f"{old} – {new}" for old, new in zip(twice["old"], twice["new"])])
    sums = rows.groupby("old")["share"].sum()
    above = sums[sums > 1 + ROUNDING]
    if len(above):
        raise SharesAboveOne(sorted(above.index))


def carry(codes: Sequence[Optional[str]], values: np.ndarray, key: Key) -> Carried:
    """``values`` (a, v; NaN = unknown) of old areas with ``codes`` (None = no code) at the new areas of ``key``.

    Sum = carried + left for every variable that is known throughout. Raises ``KeyProblem``.
    """
    check_key(key)
    key = Key(*(column[key.share > 0] for column in key))
    place = _places(codes, key.old)
    new, at = np.unique(key.new.astype(str), return_inverse=True)
    here = place >= 0
    sums = np.zeros((len(new), values.shape[1]))
    np.add.at(sums, at[here], values[place[here]] * key.share[here, None])
    sources = np.bincount(at[here], minlength=len(new))
    incomplete = np.bincount(at[~here], minlength=len(new)) > 0
    parts = np.bincount(at[here & (np.abs(key.share - 1) > ROUNDING)], minlength=len(new)) > 0
    touched = sources > 0
    sums[incomplete] = np.nan
    gone = np.bincount(place[here], key.share[here], minlength=len(values)) if len(values) else np.zeros(0)
    in_key = np.isin(np.arange(len(values)), place[here])
    kept = np.where(np.abs(gone - 1) <= ROUNDING, 1.0, gone)
    return Carried(
        new[touched].astype(object),
        sums[touched],
        sources[touched],
        ~parts[touched] & ~incomplete[touched],
        incomplete[touched],
        ~in_key,
        in_key & (kept < 1),
        np.nansum(values * (1 - gone)[:, None], axis=0),
    )


def _places(codes: Sequence[Optional[str]], wanted: np.ndarray) -> np.ndarray:
    """The rows among ``codes`` (a) of those ``wanted`` (k); −1 = none. Any number of areas may lack a code."""
    named = np.array([row for row, code in enumerate(codes) if code is not None], int)
    found = pd.Index([codes[row] for row in named], dtype=object).get_indexer(pd.Index(wanted, dtype=object))
    return np.where(found >= 0, np.append(named, -1)[found], -1)
