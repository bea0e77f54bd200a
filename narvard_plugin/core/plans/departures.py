"""How often vehicles leave from stops on an ordinary weekday: what makes a stop one that can be counted on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Optional

import numpy as np

from ..transit.calendar import Calendar, services_on, span
from ..transit.clock import HOUR
from ..transit.timetable import Timetable
from .workdays import is_workday

#: The hours that Statistics Sweden's key figure "kollektivtrafiknära läge" counts.
FIRST_HOUR, LAST_HOUR = 6, 20
_TUESDAY_TO_THURSDAY = (1, 2, 3)
_MOST_DAYS = 9  # ordinary days that are compared, so that one with a strike or a gap in the feed is not taken
_FARTHEST_DAYS = 200


def ordinary_weekday(calendar: Calendar, today: date) -> Optional[date]:
    """The Tuesday, Wednesday or Thursday nearest to ``today`` that is a workday with ordinary traffic; None without any.

    Ordinary: at least half as many services run as on the busiest of the nine such days that are nearest.
    """
    days = span(calendar)
    if days is None:
        return None
    first, last = (date.fromisoformat(day) for day in days)
    middle = min(max(today, first), last)
    near = sorted(
        (day for day in _days(max(first, middle - timedelta(days=_FARTHEST_DAYS)),
                              min(last, middle + timedelta(days=_FARTHEST_DAYS)))
         if day.weekday() in _TUESDAY_TO_THURSDAY and is_workday(day)),
        key=lambda day: (abs((day - today).days), day),
    )[:_MOST_DAYS]  # fmt: skip
    running = {day: len(services_on(calendar, day)) for day in near}
    most = max(running.values(), default=0)
    return next((day for day in near if most and running[day] * 2 >= most), None)


def per_hour(timetable: Timetable, station: np.ndarray) -> np.ndarray:
    """Departures per hour (s) from each stop, those of its whole station (s numbers) counted, mean of the hours 06–20.

    Only where one may board; the last stop of a run is no departure.
    """
    return _counted(timetable, station, FIRST_HOUR, LAST_HOUR) / (LAST_HOUR - FIRST_HOUR)


def per_day(timetable: Timetable, station: np.ndarray) -> np.ndarray:
    """Departures (s) from each stop in the day's 24 hours, counted as in `per_hour`."""
    return _counted(timetable, station, 0, 24)


def _counted(timetable: Timetable, station: np.ndarray, first: int, last: int) -> np.ndarray:
    leaves = timetable.board & (timetable.depart >= first * HOUR) & (timetable.depart < last * HOUR)
    leaves[timetable.first[1:] - 1] = False
    by_station = np.bincount(station[timetable.stop[leaves]], minlength=timetable.stop_count)
    return by_station[station].astype(float)


def _days(first: date, last: date):
    return (first + timedelta(days=number) for number in range((last - first).days + 1))
