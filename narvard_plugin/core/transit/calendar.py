"""Which services of a feed run on a day, by weekdays, by single dates, or by both."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple, Optional

import pandas as pd

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ADDED, REMOVED = "1", "2"
NEAR = (-1, 0, 1)  # days whose trips may be met on a day: some run past midnight


class Calendar(NamedTuple):
    """The tables ``calendar`` and ``calendar_dates`` of a feed as text; either may be empty."""

    weekly: pd.DataFrame
    dates: pd.DataFrame


def services_on(calendar: Calendar, day: date) -> set[str]:
    """Ids of the services that run on ``day``: those of its weekday within their dates, plus added, minus removed ones."""
    stamp = day.strftime("%Y%m%d")
    weekly = calendar.weekly
    runs = (weekly[WEEKDAYS[day.weekday()]] == "1") & (weekly["start_date"] <= stamp) & (weekly["end_date"] >= stamp)
    that_day = calendar.dates[calendar.dates["date"] == stamp]
    added = set(that_day.loc[that_day["exception_type"] == ADDED, "service_id"])
    removed = set(that_day.loc[that_day["exception_type"] == REMOVED, "service_id"])
    return (set(weekly.loc[runs, "service_id"]) | added) - removed


def services_near(calendar: Calendar, day: date) -> dict[int, set[str]]:
    """Services of the day before (−1), ``day`` itself (0) and the day after (1)."""
    return {offset: services_on(calendar, day + timedelta(days=offset)) for offset in NEAR}


def span(calendar: Calendar) -> Optional[tuple[str, str]]:
    """The first and the last date (ISO) on which anything may run; None where nothing ever does."""
    weekly = calendar.weekly[(calendar.weekly[list(WEEKDAYS)] == "1").any(axis=1)]
    single = calendar.dates.loc[calendar.dates["exception_type"] == ADDED, "date"]
    dates = [*weekly["start_date"], *weekly["end_date"], *single]
    dates = [text for text in dates if len(text) == 8 and text.isdigit()]
    return (_iso(min(dates)), _iso(max(dates))) if dates else None


def _iso(stamp: str) -> str:
    return f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:]}"
