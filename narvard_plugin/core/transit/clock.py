"""Clock times of a timetable as whole milliseconds, so that sums and ties are exact."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import NamedTuple

import numpy as np
import pandas as pd

SECOND, MINUTE, HOUR = 1000, 60_000, 3_600_000
DAY = 24 * HOUR
FIRST_YEAR, LAST_YEAR = 1900, 2999  # the days before and after must exist, and years have four digits
BLANK, UNREADABLE = -1, -2
_TIME = re.compile(r"(\d{1,3}):([0-5]\d):([0-5]\d)")
_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)")
LATEST_HOUR = 99  # of a trip: later ones are slips of the pen, and would not fit the arithmetic of arrivals
LATEST_MINUTE = 30 * 60  # hours past 24 are those of the night after


def milliseconds(minutes: np.ndarray) -> np.ndarray:
    """Minutes as whole milliseconds (int64), which is as exact as walking can be."""
    return np.rint(np.asarray(minutes, float) * MINUTE).astype(np.int64)


def parse_times(texts: pd.Series) -> np.ndarray:
    """Times H:MM:SS (n text) as milliseconds since the day's start (int64); BLANK or UNREADABLE where there is none."""
    codes, unique = pd.factorize(texts)
    values = np.array([*(_parse_time(text) for text in unique), BLANK], np.int64)
    return values[codes]  # the code of a missing text is −1: the last value


def _parse_time(text: str) -> int:
    if not text:
        return BLANK
    match = _TIME.fullmatch(text)
    if match is None:
        return UNREADABLE
    hours, minutes, seconds = map(int, match.groups())
    if hours > LATEST_HOUR:
        return UNREADABLE
    return hours * HOUR + minutes * MINUTE + seconds * SECOND


def parse_clock(text: str) -> int:
    """``07:00`` … ``30:00`` as minutes since the day's start; ``ValueError`` for anything else."""
    match = _CLOCK.fullmatch(text.strip())
    minute = int(match[1]) * 60 + int(match[2]) if match else LATEST_MINUTE + 1
    if minute > LATEST_MINUTE:
        raise ValueError(f"{text!r} is no time from 00:00 to 30:00")
    return minute


def parse_day(text: str) -> date:
    """``2026-03-04`` as a day; ``ValueError`` for anything else."""
    day = datetime.strptime(text.strip(), "%Y-%m-%d").date()
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"{text!r} is no day that a timetable can have")
    return day


class Window(NamedTuple):
    """Departures each minute from minute ``start`` up to, not including, minute ``end`` of the day."""

    start: int
    end: int

    @property
    def departures(self) -> np.ndarray:
        """Milliseconds (d) of every departure."""
        return np.arange(self.start, self.end, dtype=np.int64) * MINUTE
