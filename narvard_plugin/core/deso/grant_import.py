"""Rows of the follow-up of a development grant as regions write them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple, Optional

from ..figures import Unreadable, read_number
from .grant_followup import HIGHER, LOWER

_BETTER = {LOWER: LOWER, "lägre": LOWER, "mindre": LOWER, HIGHER: HIGHER, "högre": HIGHER, "mer": HIGHER}
_YEAR = re.compile(r"(19|20)\d\d")
#: The columns that a row is read from, as texts.
COLUMNS = ("unit_id", "year", "amount", "effort", "indicator", "outcome", "better", "source")


class Key(NamedTuple):
    """What one outcome is about."""

    unit_id: str
    year: int
    effort: str
    indicator: str


class Figures(NamedTuple):
    """Kronor that year, the outcome, whether lower or higher is better, and the source; None = not told."""

    amount: Optional[float]
    outcome: Optional[float]
    better: Optional[str]
    source: Optional[str]


def read_row(texts: dict[str, str]) -> tuple[Key, Figures]:
    """One row of ``texts`` by column ("" = empty); ``Unreadable`` names what is wrong with it."""
    for name in ("unit_id", "effort", "indicator"):
        if not texts[name]:
            raise Unreadable(name)
    if not _YEAR.fullmatch(texts["year"]):
        raise Unreadable("year")
    amount, outcome = read_number(texts["amount"]), read_number(texts["outcome"])
    if amount is None and outcome is None:
        raise Unreadable("nothing")
    if amount is not None and amount < 0:
        raise Unreadable("negative")
    better = _BETTER.get(texts["better"].lower())
    if texts["better"] and better is None:
        raise Unreadable("better")
    key = Key(texts["unit_id"], int(texts["year"]), texts["effort"], texts["indicator"])
    return key, Figures(amount, outcome, better, texts["source"] or None)


def repeats(rows: Sequence[tuple[Key, Figures]]) -> dict[int, str]:
    """The places of rows that cannot stay: ``repeated`` ones after the first of the same key and figures, and all
    that contradict (``contradicts``) each other about the same key."""
    alike = defaultdict(list)
    for place, (key, figures) in enumerate(rows):
        alike[key].append((place, figures))
    found = {}
    for same in alike.values():
        differ = len({figures for _, figures in same}) > 1
        found.update({place: "contradicts" if differ else "repeated" for place, _ in (same if differ else same[1:])})
    return found
