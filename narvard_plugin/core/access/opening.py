"""Opening hours as written in tables: weekdays ``1-5`` or ``mån-fre``, hours ``08:00-12:00;13:00-16:00``, also over midnight.

Monday is 1 and Sunday 7. A span holds its first minute and not its last, and belongs to the weekday on which it begins:
``22:00-06:00`` on Friday is open on Saturday at 03:00.
"""

from __future__ import annotations

import re
from typing import NamedTuple

DAY = 24 * 60  # minutes
DAYS = (
    ("1", "mån", "måndag", "mon", "monday"),
    ("2", "tis", "tisdag", "tue", "tuesday"),
    ("3", "ons", "onsdag", "wed", "wednesday"),
    ("4", "tor", "tors", "torsdag", "thu", "thursday"),
    ("5", "fre", "fredag", "fri", "friday"),
    ("6", "lör", "lördag", "sat", "saturday"),
    ("7", "sön", "söndag", "sun", "sunday"),
)
_DAY_NUMBERS = {word: number for number, words in enumerate(DAYS, 1) for word in words}
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?::00)?")


class UnreadableHours(ValueError):
    """Weekdays, hours or a moment that cannot be read; the argument is the text."""


class Moment(NamedTuple):
    """A ``weekday`` (1–7) and a ``minute`` since midnight (0–1439)."""

    weekday: int
    minute: int


class Opening(NamedTuple):
    """``days`` (1–7) on which the ``spans`` begin: (first minute, minute after the last) since that day's midnight; a span
    over midnight ends after 1440."""

    days: frozenset[int]
    spans: tuple[tuple[int, int], ...]

    def holds(self, moment: Moment) -> bool:
        """Is it open at that time of the week?"""
        day_before = (moment.weekday - 2) % 7 + 1
        today = moment.weekday in self.days and _within(self.spans, moment.minute)
        return today or (day_before in self.days and _within(self.spans, moment.minute + DAY))


def parse_opening(weekdays: str, hours: str) -> Opening:
    """From the columns ``weekdays`` and ``hours``; raises ``UnreadableHours``."""
    return Opening(parse_days(weekdays), parse_spans(hours))


def parse_days(text: str) -> frozenset[int]:
    """Weekdays such as ``1-5``, ``1,3``, ``2``, ``mån-fre`` or ``6-1`` (Saturday to Monday)."""
    days: set[int] = set()
    for part in re.split(r"[,;]", text):
        ends = [_day(word, text) for word in re.split(r"[-–]", part)]
        if len(ends) > 2:
            raise UnreadableHours(text)
        days.update((ends[0] - 1 + step) % 7 + 1 for step in range((ends[-1] - ends[0]) % 7 + 1))
    return frozenset(days)


def parse_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Hours such as ``08:00-17:00``, ``00:00-24:00``, ``22:00-06:00`` or ``08:00-12:00;13:00-16:00``.

    A span that ends when it begins is refused: nobody can tell whether it is open all day or not at all.
    """
    return tuple(_span(part, text) for part in re.split(r"[,;]", text))


def open_between(first: str, last: str) -> tuple[tuple[int, int], ...]:
    """The span of every day from the texts ``first`` and ``last`` (``HH:MM``)."""
    return (_span(f"{first}-{last}", f"{first}-{last}"),)


def open_at(spans: tuple[tuple[int, int], ...], minute: int) -> bool:
    """Are ``spans`` of every day open at ``minute`` since midnight?"""
    return _within(spans, minute) or _within(spans, minute + DAY)


def parse_moment(text: str) -> Moment:
    """A weekday and an hour such as ``lör 03:00``, ``sat 03:00``, ``6 3.00`` or ``lördag kl. 03:00``."""
    words = re.sub(r"\bkl\b\.?", " ", text.strip().lower()).split()
    if len(words) != 2:
        raise UnreadableHours(text)
    return Moment(_day(words[0], text), _time_of_day(words[1], text))


def parse_clock(text: str) -> int:
    """Minutes since midnight (0–1439) of a text ``HH:MM``."""
    return _time_of_day(text, text)


def _within(spans, minute: int) -> bool:
    return any(first <= minute < last for first, last in spans)


def _day(word: str, text: str) -> int:
    number = _DAY_NUMBERS.get(word.strip().lower().rstrip("."))
    if number is None:
        raise UnreadableHours(text)
    return number


def _time_of_day(clock: str, text: str) -> int:
    minute = _minutes(clock, text)
    if minute >= DAY:
        raise UnreadableHours(text)
    return minute


def _span(part: str, text: str) -> tuple[int, int]:
    ends = re.split(r"[-–]", part)
    if len(ends) != 2:
        raise UnreadableHours(text)
    first, last = (_minutes(end, text) for end in ends)
    if first in (last, DAY):
        raise UnreadableHours(text)
    return first, last if last > first else last + DAY


def _minutes(clock: str, text: str) -> int:
    found = _CLOCK.fullmatch(clock.strip())
    hour, minute = (int(part) for part in found.groups()) if found else (-1, 0)
    if not (0 <= hour <= 23 and minute < 60) and (hour, minute) != (24, 0):
        raise UnreadableHours(text)
    return 60 * hour + minute
