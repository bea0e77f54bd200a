"""Swedish workdays: public holidays by lag (1989:253), and the eves that lag (1930:173) counts with them, 2005–2100.

The rules read were those since 2005, when 6 June became a holiday and Whit Monday ceased to be one; other years are refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

FIRST_YEAR, LAST_YEAR = 2005, 2100

_DAY = timedelta(days=1)
_SATURDAY = 5
#: Days from Easter Sunday.
_BY_EASTER = {"långfredagen": -2, "påskdagen": 0, "annandag påsk": 1, "Kristi himmelsfärdsdag": 39, "pingstdagen": 49}
_FIXED = {
    "nyårsdagen": (1, 1),
    "trettondedag jul": (1, 6),
    "första maj": (5, 1),
    "nationaldagen": (6, 6),
    "juldagen": (12, 25),
    "annandag jul": (12, 26),
}
_WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")


class YearOutside(ValueError):
    """A date in a year whose holidays are not known here."""

    def __init__(self, year: int):
        super().__init__(f"{year} is outside {FIRST_YEAR}–{LAST_YEAR}")
        self.year = year


@cache
def public_holidays(year: int) -> Mapping[date, tuple[str, ...]]:
    """Public holidays but ordinary Sundays, in order, each with its name, or both names where two fall on one date."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise YearOutside(year)
    easter = easter_sunday(year)
    named = {name: easter + timedelta(days=days) for name, days in _BY_EASTER.items()}
    named.update({name: date(year, *day) for name, day in _FIXED.items()})
    named["midsommardagen"] = _saturday_from(date(year, 6, 20))
    named["alla helgons dag"] = _saturday_from(date(year, 10, 31))
    return MappingProxyType({day: tuple(sorted(n for n in named if named[n] == day)) for day in sorted(named.values())})


def easter_sunday(year: int) -> date:
    """By the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def why_not_workday(day: date) -> str:
    """What the day is called that makes it no workday: ``midsommarafton``, ``påskdagen``, ``söndag``; "" for a workday.

    Raises `YearOutside`.
    """
    names = _days_off(day.year).get(day)
    if names:
        return ", ".join(names)
    return weekday_name(day) if day.weekday() >= _SATURDAY else ""


def weekday_name(day: date) -> str:
    """In Swedish, as in ``lördag``."""
    return _WEEKDAYS[day.weekday()]


def is_workday(day: date) -> bool:
    """Monday to Friday, neither a public holiday nor Midsummer's, Christmas or New Year's Eve. Raises `YearOutside`."""
    return not why_not_workday(day)


def workdays_between(after: date, to: date) -> int:
    """How many workdays x there are with after < x <= to; 0 when ``to`` is not later. Raises `YearOutside`."""
    return sum(map(is_workday, _days(after, to)))


def add_workdays(day: date, count: int) -> date:
    """The ``count``-th workday after the day, which is not counted itself; negative goes back, 0 is the day itself."""
    step = _DAY if count > 0 else -_DAY
    for _ in range(abs(count)):
        day += step
        while not is_workday(day):
            day += step
    return day


def roll_forward(day: date) -> date:
    """The day, or the next workday: how a period by law ends."""
    return day if is_workday(day) else add_workdays(day, 1)


def roll_back(day: date) -> date:
    """The day, or the workday before it: how a date of one's own is kept."""
    return day if is_workday(day) else add_workdays(day, -1)


@cache
def _days_off(year: int) -> Mapping[date, tuple[str, ...]]:
    """Public holidays, and the three eves on which nothing has to be done either."""
    holidays = public_holidays(year)
    midsummer = next(day for day, names in holidays.items() if "midsommardagen" in names)
    eves = {midsummer - _DAY: "midsommarafton", date(year, 12, 24): "julafton", date(year, 12, 31): "nyårsafton"}
    return {**holidays, **{day: (name,) for day, name in eves.items()}}


def _saturday_from(day: date) -> date:
    return day + timedelta(days=(_SATURDAY - day.weekday()) % 7)


def _days(after: date, to: date) -> Iterator[date]:
    return (after + timedelta(days=days) for days in range(1, (to - after).days + 1))
