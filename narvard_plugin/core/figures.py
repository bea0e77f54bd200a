"""Figures as other systems write them, and what becomes of them beside those that are known already."""

from __future__ import annotations

import math
import re
from collections.abc import Hashable, Iterable
from typing import Optional, TypeVar

from .deso.small_numbers import is_mark

ADDED, CHANGED, UNCHANGED = "added", "changed", "unchanged"
SPACES = re.compile(r"[\s\u00a0\u202f]+")
_NUMBER = re.compile(
    r"-?\d+([.,]\d+)?(e[+-]?\d+)?", re.IGNORECASE
)  # 1e-05 is how a column of numbers tells a small one
_MOST_PEOPLE = 10**10  # more than there are; a number that long is a phone number or an id
K, F = TypeVar("K", bound=Hashable), TypeVar("F")


class Unreadable(ValueError):
    """A text that says no figure or period; ``problem`` names what is wrong with it."""

    def __init__(self, problem: str):
        super().__init__(problem)
        self.problem = problem


def read_number(text: str) -> Optional[float]:
    """A number with a decimal comma or point, and spaces between thousands; None where the cell is empty or a mark."""
    compact = SPACES.sub("", text).replace("\u2212", "-")
    if not compact or is_mark(compact):
        return None
    number = float(compact.replace(",", ".")) if _NUMBER.fullmatch(compact) else math.inf
    if math.isinf(number):  # no number, or one too large to be one
        raise Unreadable("number")
    return number


def read_count(text: str) -> Optional[int]:
    """Whole people from ``1 234`` or ``1234,0``; None where the cell is empty or hides few people."""
    number = read_number(text)
    if number is None:
        return None
    if number < 0 or not number.is_integer() or number > _MOST_PEOPLE:
        raise Unreadable("number")
    return int(number)


def decimals_of(text: str) -> int:
    """How many decimals are written in ``text``: ``1,50`` has two."""
    return len(re.split("[.,]", text.strip())[-1]) if re.search("[.,]", text) else 0


def merge(known: dict[K, F], read: Iterable[tuple[K, F]]) -> tuple[dict[K, F], list[str]]:
    """``known`` with what was ``read`` in its place or after it, and per read row: added, changed or unchanged."""
    merged, fates = dict(known), []
    for key, figures in read:
        fates.append(ADDED if key not in known else UNCHANGED if known[key] == figures else CHANGED)
        merged[key] = figures
    return merged, fates
