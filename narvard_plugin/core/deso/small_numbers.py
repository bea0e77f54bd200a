"""Which numbers stand for so few people that they must not be shown (methods section 2.5: primary suppression)."""

from __future__ import annotations

import re

import numpy as np

#: Why a number is told or not, in the words of the register's column ``status``.
OK, SUPPRESSED, MISSING, INCOMPLETE = "ok", "suppressed", "missing", "incomplete"
MINIMUM = 5
_MARKS = re.compile(r"<\s*\d+|\.\.|-|–|\u2212|x", re.IGNORECASE)


def is_mark(text: str) -> bool:
    """Whether what stands in a cell in place of a number says that it is hidden or not told, such as ``<5`` or ``..``."""
    return bool(_MARKS.fullmatch(text.strip()))


def too_few(counts: np.ndarray, minimum: int = MINIMUM) -> np.ndarray:
    """Which ``counts`` (any shape, people) lie above 0 and under ``minimum``; NaN, which is told to nobody, does not."""
    counts = np.asarray(counts, float)
    return (counts > 0) & (counts < minimum)


def too_few_in_share(part: np.ndarray, whole: np.ndarray, minimum: int = MINIMUM) -> np.ndarray:
    """Which shares ``part`` / ``whole`` (any shape, people) tell of few: of the part, of the rest, or of a small whole."""
    part, whole = np.asarray(part, float), np.asarray(whole, float)
    return too_few(part, minimum) | too_few(whole - part, minimum) | (whole < minimum)


def protected(counts: np.ndarray, minimum: int = MINIMUM) -> np.ndarray:
    """A copy of ``counts`` (any shape, people) with NaN where they are too few."""
    return np.where(too_few(counts, minimum), np.nan, np.asarray(counts, float))
