"""The sample county's timetable as the tables of a GTFS feed: trips, times and the days they run."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import numpy as np
import pandas as pd

from .geography import Geography
from .lines import Line, make_lines
from .projection import to_degrees
from .roadgraph import RoadGraph

FIRST_DAY, LAST_DAY = date(2026, 1, 1), date(2026, 12, 31)
_TERMS = ((date(2026, 1, 8), date(2026, 6, 12)), (date(2026, 8, 18), date(2026, 12, 18)))
_BREAKS = (
    (date(2026, 2, 16), date(2026, 2, 20)),
    (date(2026, 4, 7), date(2026, 4, 10)),
    (date(2026, 10, 26), date(2026, 10, 30)),
)
_HOLIDAYS = (
    date(2026, 1, 1), date(2026, 1, 6), date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 1), date(2026, 5, 14),
    date(2026, 6, 19), date(2026, 12, 24), date(2026, 12, 25), date(2026, 12, 31),
)  # fmt: skip
# Term weekdays are cut in two by the summer, so each half is a service of its own; the other weekdays have one more.
SPRING, AUTUMN, OTHER, SATURDAY, SUNDAY, NIGHT = (
    "SKOLDAG_VT",
    "SKOLDAG_HT",
    "SOMMAR_OCH_LOV",
    "LORDAG",
    "SONDAG",
    "NATT",
)

# pattern → day kind → (first departure, last departure, minutes between), hours as numbers; None: does not run
_HEADWAYS = {
    "trunk": {
        "term": (5.25, 23.75, 30),
        "other": (5.75, 22.75, 60),
        "saturday": (7.0, 23.5, 60),
        "sunday": (8.0, 22.0, 120),
    },
    "regional": {
        "term": (5.5, 21.5, 60),
        "other": (6.0, 20.0, 120),
        "saturday": (8.0, 20.0, 180),
        "sunday": (10.0, 19.0, 240),
    },
    "country": {"term": (6.25, 18.75, 150), "other": (6.5, 17.5, 300), "saturday": (9.0, 15.5, 360), "sunday": None},
    "school": {"term": (6.75, 15.75, 510), "other": None, "saturday": None, "sunday": None},
    "town": {"term": (5.5, 22.5, 20), "other": (6.0, 22.0, 30), "saturday": (7.5, 22.0, 40), "sunday": (9.0, 21.0, 60)},
    "night": {"term": None, "other": None, "saturday": None, "sunday": None, "night": (23.25, 26.25, 60)},
    "train": {
        "term": (5.1, 22.1, 60),
        "other": (5.1, 21.1, 120),
        "saturday": (7.1, 21.1, 120),
        "sunday": (9.1, 21.1, 120),
    },
    "ferry": {"term": None, "other": (8.0, 18.0, 300), "saturday": (9.0, 17.0, 240), "sunday": (9.0, 17.0, 240)},
}
_SERVICES_OF = {
    "term": (SPRING, AUTUMN),
    "other": (OTHER,),
    "saturday": (SATURDAY,),
    "sunday": (SUNDAY,),
    "night": (NIGHT,),
}

_CLOCK = np.array([f"{minute // 60:02d}:{minute % 60:02d}:00" for minute in range(36 * 60)])


def make_timetable(
    geography: Geography, graph: RoadGraph, pause: Callable[[], None] = lambda: None
) -> dict[str, pd.DataFrame]:
    """File name without .txt → table, ready to be written as a GTFS feed; intermediate stops carry no time.

    School lines run on term days only, the ferry in summer and at weekends, and late departures go past 24:00.
    ``pause`` is called before each bus line; what it raises stops the work.
    """
    stops, lines = make_lines(geography, graph, pause)
    pause()
    trips = [trip for order, line in enumerate(lines) for trip in _trips(line, order)]
    return {
        "agency": _agency(),
        "feed_info": _feed_info(),
        "stops": _stop_table(stops),
        "routes": _route_table(lines),
        "calendar": _calendar(),
        "calendar_dates": _calendar_dates(),
        "trips": pd.concat([rows for rows, _ in trips], ignore_index=True),
        "stop_times": pd.concat([times for _, times in trips], ignore_index=True),
    }


def _trips(line: Line, order: int):
    """Every trip of a line as (rows of trips, their stop_times), a pair per direction."""
    for direction in (0, 1):
        services, starts, numbers = _departures(line.pattern, 7 * direction + 3 * (order % 5))
        ids = [f"{line.number}-{direction}-{service}-{number:03d}" for service, number in zip(services, numbers)]
        trips = pd.DataFrame({"route_id": f"EX{line.number}", "service_id": services, "trip_id": ids})
        yield (
            trips.assign(trip_headsign=_headsign(line, direction), direction_id=direction),
            _times(line, direction, ids, starts),
        )


def _departures(pattern: str, shift: int) -> tuple[list[str], np.ndarray, list[int]]:
    """Service, minute of departure and running number of each trip of a pattern, ``shift`` minutes late."""
    services, starts, numbers = [], [], []
    for day, headway in _HEADWAYS[pattern].items():
        if headway is None:
            continue
        first, last, gap = headway
        minutes = np.round(np.arange(first * 60 + shift, last * 60 + 0.1, gap)).astype(int)
        for service in _SERVICES_OF[day]:
            services += [service] * len(minutes)
            starts.append(minutes)
            numbers += range(1, len(minutes) + 1)
    return services, np.concatenate(starts), numbers


def _headsign(line: Line, direction: int) -> str:
    ends = line.name.split("–")
    return ends[-1 if direction == 0 else 0] if len(ends) > 1 else line.name


def _times(line: Line, direction: int, ids: list[str], starts: np.ndarray) -> pd.DataFrame:
    """Stop times of all trips of a line in one direction, trip by trip; a stop without a time is left blank."""
    way = slice(None) if direction == 0 else slice(None, None, -1)
    minutes = line.minutes if direction == 0 else line.minutes[-1] - line.minutes[way]
    count = len(minutes)
    whole = np.round(starts[:, None] + minutes).astype(int)
    times = np.where(line.timed[way], _CLOCK[whole], "").ravel()
    return pd.DataFrame(
        {
            "trip_id": np.repeat(ids, count),
            "arrival_time": times,
            "departure_time": times,
            "stop_id": np.tile([_stop_id(stop) for stop in line.stops[way]], len(ids)),
            "stop_sequence": np.tile(np.arange(1, count + 1), len(ids)),
            "timepoint": np.tile(line.timed[way].astype(int), len(ids)),
        }
    )


def _stop_id(row: int) -> str:
    return f"EX{row + 1:05d}"


def _stop_table(stops: pd.DataFrame) -> pd.DataFrame:
    degrees = to_degrees(stops[["x", "y"]].to_numpy(float))
    return pd.DataFrame(
        {
            "stop_id": [_stop_id(row) for row in range(len(stops))],
            "stop_name": stops["name"],
            "stop_lat": np.round(degrees[:, 1], 6),
            "stop_lon": np.round(degrees[:, 0], 6),
            "stop_desc": "Exempellän (påhittat)",
        }
    )


def _route_table(lines: list[Line]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "route_id": [f"EX{line.number}" for line in lines],
            "agency_id": "EX",
            "route_short_name": [line.number for line in lines],
            "route_long_name": [line.name for line in lines],
            "route_type": [line.route_type for line in lines],
        }
    )


def _agency() -> pd.DataFrame:
    row = ("EX", "Exempeltrafiken (påhittad)", "https://example.org/exempellan", "Europe/Stockholm", "sv")
    return pd.DataFrame([row], columns=["agency_id", "agency_name", "agency_url", "agency_timezone", "agency_lang"])


def _feed_info() -> pd.DataFrame:
    row = ("Exempellän (påhittat)", "https://example.org/exempellan", "sv", _day(FIRST_DAY), _day(LAST_DAY), "1")
    columns = (
        "feed_publisher_name",
        "feed_publisher_url",
        "feed_lang",
        "feed_start_date",
        "feed_end_date",
        "feed_version",
    )
    return pd.DataFrame([row], columns=list(columns))


def _calendar() -> pd.DataFrame:
    weekdays, no_day = (1, 1, 1, 1, 1, 0, 0), (0,) * 7
    rows = [
        (SPRING, *weekdays, *map(_day, _TERMS[0])),
        (AUTUMN, *weekdays, *map(_day, _TERMS[1])),
        (OTHER, *no_day, _day(FIRST_DAY), _day(LAST_DAY)),
        (SATURDAY, 0, 0, 0, 0, 0, 1, 0, _day(FIRST_DAY), _day(LAST_DAY)),
        (SUNDAY, 0, 0, 0, 0, 0, 0, 1, _day(FIRST_DAY), _day(LAST_DAY)),
        (NIGHT, 0, 0, 0, 0, 1, 1, 0, _day(FIRST_DAY), _day(LAST_DAY)),
    ]
    days = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    return pd.DataFrame(rows, columns=["service_id", *days, "start_date", "end_date"])


def _calendar_dates() -> pd.DataFrame:
    """Days off school lose the term's service; summer and breaks gain their own, holidays Sunday's."""
    rows = []
    for offset in range((LAST_DAY - FIRST_DAY).days + 1):
        day = FIRST_DAY + timedelta(days=offset)
        term = [service for service, (start, end) in zip((SPRING, AUTUMN), _TERMS) if start <= day <= end]
        if day.weekday() > 4:
            continue
        if day in _HOLIDAYS:
            rows += [(service, _day(day), 2) for service in term] + [(SUNDAY, _day(day), 1)]
        elif not term:
            rows.append((OTHER, _day(day), 1))
        elif any(start <= day <= end for start, end in _BREAKS):
            rows += [(term[0], _day(day), 2), (OTHER, _day(day), 1)]
    return pd.DataFrame(rows, columns=["service_id", "date", "exception_type"])


def _day(day: date) -> str:
    return day.strftime("%Y%m%d")
