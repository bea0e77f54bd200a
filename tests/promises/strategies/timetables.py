"""Small timetables: runs between a few stops with walks around them, and the tables of text that feeds are made of."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
import pandas as pd
from hypothesis import strategies as st

from narvard_plugin.core.transit.calendar import WEEKDAYS, Calendar
from narvard_plugin.core.transit.clock import MINUTE
from narvard_plugin.core.transit.feed import COLUMNS, Feed
from narvard_plugin.core.transit.rides import Rides
from narvard_plugin.core.transit.timetable import Timetable
from narvard_plugin.core.transit.walking import Footpaths, Walks

DAY = date(2026, 3, 4)
MS = st.sampled_from((0, MINUTE // 2, MINUTE, 3 * MINUTE))


class Question(NamedTuple):
    """``runs`` as lists of (stop, arrive, depart, may board, may alight); ``changes`` (from, to, ms); ``access`` (origin, stop,
    ms), ``ends`` (stop, facility, ms) and ``direct`` (origin, facility, ms); ``departures`` (d) ms."""

    stops: int
    origins: int
    facilities: int
    runs: list
    changes: list
    access: list
    ends: list
    direct: list
    departures: np.ndarray

    def walks(self) -> Walks:
        return Walks(*_columns(sorted(self.access)), *_columns(self.direct), *_columns(self.ends), *_columns([]))

    def footpaths(self) -> Footpaths:
        start, end, ms = _columns(sorted(self.changes))
        return Footpaths(np.searchsorted(start, np.arange(self.stops + 1)), end, ms)

    def timetable(self) -> Timetable:
        stop, arrive, depart, board, alight = _columns([call for run in self.runs for call in run], 5)
        first = np.concatenate([[0], np.cumsum([len(run) for run in self.runs], dtype=int)])
        return Timetable(stop, arrive, depart, board.astype(bool), alight.astype(bool), first, self.stops)

    def rides(self) -> Rides:
        return Rides(self.timetable(), self.footpaths(), int(self.departures[0]))

    def by_stop(self) -> dict:
        """{stop: [(stop to board at, ms)]}"""
        found = defaultdict(list)
        for start, end, ms in self.changes:
            found[start].append((end, ms))
        return found


def _columns(rows: list, width: int = 3):
    return tuple(np.array(column, np.int64) for column in (zip(*rows) if rows else [[]] * width))


@st.composite
def questions(draw) -> Question:
    stops, origins, facilities = (draw(st.integers(*bounds)) for bounds in ((2, 5), (1, 3), (1, 3)))
    stop = st.integers(0, stops - 1)
    runs = []
    for _ in range(draw(st.integers(0, 7))):
        at, run = draw(st.integers(0, 30)) * MINUTE, []
        for _ in range(draw(st.integers(2, 4))):
            dwell, onward = draw(MS), draw(MS)
            run.append((draw(stop), at, at + dwell, draw(st.integers(0, 4)) > 0, draw(st.integers(0, 4)) > 0))
            at += dwell + onward
        runs.append(run)

    def walks(one, two, most):
        pairs = draw(st.lists(st.tuples(one, two), max_size=most, unique=True))
        return [(a, b, draw(MS)) for a, b in pairs]

    origin, facility = st.integers(0, origins - 1), st.integers(0, facilities - 1)
    start = draw(st.integers(0, 15))
    return Question(
        stops, origins, facilities, runs,
        changes=walks(stop, stop, 3 * stops),
        access=walks(origin, stop, 6), ends=walks(stop, facility, 6), direct=walks(origin, facility, 2),
        departures=np.arange(start, start + draw(st.integers(1, 12)), dtype=np.int64) * MINUTE,
    )  # fmt: skip


def clock(minutes: float) -> str:
    seconds = round(minutes * 60)
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def text_table(name: str, rows: list[dict]) -> pd.DataFrame:
    """A table as feeds are read: every known column, all of it text, blank where a row says nothing."""
    columns = list(COLUMNS[name])
    return pd.DataFrame([[row.get(column, "") for column in columns] for row in rows], columns=columns, dtype=object)


TIMES = st.one_of(
    st.integers(0, 2000).map(clock),
    st.sampled_from(("", "", "7:00", "24:00:00", "99:59:59", "100:00:00", "7:60:00", "x")),
)
STOP_IDS = st.sampled_from(("A", "B", "C", "D", "elsewhere"))


@st.composite
def stop_times(draw, whole: bool = False) -> pd.DataFrame:
    """Rows of up to four trips; unless they are to be ``whole``, with every fault at once."""
    rows = []
    for trip in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, 1500))
        calls = draw(st.integers(2 if whole else 1, 5))
        for sequence in range(calls):
            arrive, depart = clock(at), clock(at + draw(st.integers(0, 2)))
            if not whole and draw(st.integers(0, 5)) == 0:
                arrive, depart = draw(TIMES), draw(TIMES)
            elif 0 < sequence < calls - whole and draw(st.integers(0, 3)) == 0:
                arrive = depart = ""
            stop = draw(st.sampled_from("ABCD")) if whole else draw(STOP_IDS)
            along = draw(st.sampled_from(("", str(sequence), "1.5", "x")))
            kinds = [draw(st.sampled_from(("", "0", "1", "2"))) for _ in range(2)]
            number = str(3 * sequence) if whole or draw(st.integers(0, 9)) else draw(st.sampled_from(("", "x", "-1")))
            rows.append((f"t{trip}", arrive, depart, stop, number, *kinds, along))
            at += 2 + draw(st.integers(0, 9))
    columns = list(COLUMNS["stop_times"])
    return pd.DataFrame([dict(zip(columns, row)) for row in rows], columns=columns, dtype=object)


DATES = st.integers(-9, 9).map(lambda days: (DAY + timedelta(days=days)).strftime("%Y%m%d"))


@st.composite
def calendars(draw) -> Calendar:
    service = st.sampled_from(("s1", "s2", "s3"))
    weekly = [
        {
            "service_id": name,
            **{day: draw(st.sampled_from("01")) for day in WEEKDAYS},
            "start_date": draw(DATES),
            "end_date": draw(DATES),
        }
        for name in draw(st.lists(service, max_size=3, unique=True))
    ]
    single = [
        {"service_id": draw(service), "date": day, "exception_type": draw(st.sampled_from("12"))}
        for day in draw(st.lists(DATES, max_size=4, unique=True))
    ]
    return Calendar(text_table("calendar", weekly), text_table("calendar_dates", single))


@st.composite
def feeds(draw) -> Feed:
    """Whole trips between four stops, some by frequency, on services that may or may not run on ``DAY``."""
    times = draw(stop_times(whole=True))
    trips = [
        {
            "trip_id": trip,
            "route_id": draw(st.sampled_from("rq")),
            "service_id": draw(st.sampled_from(("s1", "s2", "s3"))),
        }
        for trip in [*times["trip_id"].unique(), "timeless"][: draw(st.integers(0, 5)) + 1]
    ]
    frequencies = [
        {"trip_id": draw(st.sampled_from(("t0", "t1", "nobody"))), "start_time": draw(TIMES), "end_time": draw(TIMES),
         "headway_secs": draw(st.sampled_from(("600", "3600", "0", "-5", "x", ""))), "exact_times": draw(st.sampled_from(("", "0", "1")))}
        for _ in range(draw(st.integers(0, 2)))
    ]  # fmt: skip
    stops = [{"stop_id": stop, "stop_lat": str(number), "stop_lon": "1"} for number, stop in enumerate("ABCD")]
    return Feed(
        draw(calendars()), text_table("stops", stops), text_table("routes", [{"route_id": "r", "route_type": "3"}]),
        text_table("trips", trips), text_table("frequencies", frequencies), text_table("transfers", []), times, [], [],
    )  # fmt: skip
