"""Waiting times (care guarantee) as other systems write them, and as the register's table has them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple, Optional

from .deso.small_numbers import is_mark

ADDED, CHANGED, UNCHANGED = "added", "changed", "unchanged"
SHARE, PERCENT = "share", "percent"
_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_YEAR = re.compile(r"((?:19|20)\d\d)")
_MONTH = re.compile(r"((?:19|20)\d\d)[-M]?(0[1-9]|1[0-2])", re.IGNORECASE)
_QUARTER = re.compile(r"((?:19|20)\d\d)-?(?:q|k|kv|kvartal)\.?([1-4])", re.IGNORECASE)


class Unreadable(ValueError):
    """A text that says no figure or period; ``problem`` names what is wrong with it."""

    def __init__(self, problem: str):
        super().__init__(problem)
        self.problem = problem


class Key(NamedTuple):
    """What one figure is about; ``unit`` None = the whole region."""

    region: str
    unit: Optional[str]
    specialty: str
    measure: str
    period: str


class Figures(NamedTuple):
    """How many wait, the share who have waited over 90 days (0–1), and the source; None = not told."""

    number: Optional[int]
    share_over_90d: Optional[float]
    source: Optional[str]


def read_period(text: str) -> str:
    """``2024``, ``2024-12`` or ``2024-Q4``, from those and ``2024M12``, ``2024 kv 4``, ``2024K4``."""
    compact = _SPACES.sub("", text)
    if _YEAR.fullmatch(compact):
        return compact
    month, quarter = _MONTH.fullmatch(compact), _QUARTER.fullmatch(compact)
    if month:
        return f"{month[1]}-{month[2]}"
    if quarter:
        return f"{quarter[1]}-Q{quarter[2]}"
    raise Unreadable("period")


def read_count(text: str) -> Optional[int]:
    """Whole people from ``1 234`` or ``1234,0``; None where the cell is empty or hides few people."""
    number = _number(text)
    if number is None:
        return None
    if number < 0 or not number.is_integer():
        raise Unreadable("number")
    return int(number)


def read_share(text: str, written_as: str) -> Optional[float]:
    """A share 0–1 from text ``written_as`` share (``0,65``) or percent (``65`` or ``65 %``); None where it is not told.

    A per cent sign contradicts a share, and stops the row instead of being guessed at.
    """
    percent_sign = text.rstrip().endswith("%")
    if percent_sign and written_as == SHARE:
        raise Unreadable("share_with_percent")
    number = _number(text.rstrip().rstrip("%"))
    if number is None:
        return None
    top = 100 if written_as == PERCENT else 1
    if not 0 <= number <= top:
        raise Unreadable("share_outside")
    return number / top


def merge(known: dict[Key, Figures], read: Iterable[tuple[Key, Figures]]) -> tuple[dict[Key, Figures], list[str]]:
    """``known`` with what was ``read`` in its place or after it, and per read row: added, changed or unchanged."""
    merged, fates = dict(known), []
    for key, figures in read:
        fates.append(ADDED if key not in known else UNCHANGED if known[key] == figures else CHANGED)
        merged[key] = figures
    return merged, fates


def _number(text: str) -> Optional[float]:
    compact = _SPACES.sub("", text).replace("\u2212", "-")
    if not compact or is_mark(compact):
        return None
    if not re.fullmatch(r"-?\d+([.,]\d+)?", compact):
        raise Unreadable("number")
    return float(compact.replace(",", "."))
