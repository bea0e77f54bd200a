"""Waiting times (care guarantee) as other systems write them, and as the register's table has them."""

from __future__ import annotations

import re
from typing import NamedTuple, Optional

from .figures import SPACES, Unreadable, read_number

SHARE, PERCENT = "share", "percent"
_YEAR = re.compile(r"((?:19|20)[0-9]{2})")
_MONTH = re.compile(r"((?:19|20)[0-9]{2})[-M]?(0[1-9]|1[0-2])", re.IGNORECASE)
_QUARTER = re.compile(r"((?:19|20)[0-9]{2})-?(?:q|k|kv|kvartal)\.?([1-4])", re.IGNORECASE)


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
    compact = SPACES.sub("", text)
    if _YEAR.fullmatch(compact):
        return compact
    month, quarter = _MONTH.fullmatch(compact), _QUARTER.fullmatch(compact)
    if month:
        return f"{month[1]}-{month[2]}"
    if quarter:
        return f"{quarter[1]}-Q{quarter[2]}"
    raise Unreadable("period")


def read_share(text: str, written_as: str) -> Optional[float]:
    """A share 0–1 from text ``written_as`` share (``0,65``) or percent (``65`` or ``65 %``); None where it is not told.

    A per cent sign contradicts a share, and stops the row instead of being guessed at.
    """
    percent_sign = text.rstrip().endswith("%")
    if percent_sign and written_as == SHARE:
        raise Unreadable("share_with_percent")
    number = read_number(text.rstrip().rstrip("%"))
    if number is None:
        return None
    top = 100 if written_as == PERCENT else 1
    if not 0 <= number <= top:
        raise Unreadable("share_outside")
    return number / top
