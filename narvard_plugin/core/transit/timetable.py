"""All that runs around one day: every run of every vehicle, with the times it stops."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from .calendar import services_near
from .clock import DAY, HOUR, MINUTE, SECOND, Window, parse_times
from .feed import Feed
from .stops import Stops
from .timed import Faults, Timed, read_times

NIGHT_ENDS = 4 * HOUR  # vehicles that leave before belong to the night that began the day before
MOST_RUNS = 2_000_000


class TooManyRuns(ValueError):
    """Frequencies so dense that they cannot be meant."""


class Timetable(NamedTuple):
    """``r`` runs of vehicles with ``n`` stop times, in order of run and stop: ``stop`` (n number of ``stop_count``),
    ``arrive``, ``depart`` (n, ms since the day's start; negative the day before), ``board``, ``alight`` (n bool),
    ``first`` (r + 1): where each run's stop times begin."""

    stop: np.ndarray
    arrive: np.ndarray
    depart: np.ndarray
    board: np.ndarray
    alight: np.ndarray
    first: np.ndarray
    stop_count: int


class Told(NamedTuple):
    """What a planner should know of the timetable: ``runs`` of the day itself, that the day before left running
    (``from_before``) and of the day after (``from_after``); ``by_frequency``: runs made from a headway, ``loose`` of them
    without fixed times; ``on_demand``: stop times where one must call ahead; ``kinds``: route type → runs; ``bad_frequency``:
    rows of frequencies that cannot be read; ``faults``: see ``timed.Faults``."""

    runs: int
    from_before: int
    from_after: int
    by_frequency: int
    loose: int
    on_demand: int
    kinds: dict[str, int]
    bad_frequency: int
    faults: Faults


def make_timetable(feed: Feed, stops: Stops, stop_xy: np.ndarray, day, window: Window) -> tuple[Timetable, Told]:
    """The runs that someone who sets out in ``window`` on ``day`` may meet; ``stop_xy`` (s, 2) metres, NaN where unknown.

    Those are the runs of the day, the ones of the day before that are still on their way past midnight, and of the day
    after those that start before 04:00; all of the day after where the window itself reaches past midnight.
    """
    timed, faults = read_times(feed.stop_times, stops.number(feed.stop_times["stop_id"]), stop_xy)
    trips = feed.trips.drop_duplicates("trip_id").set_index("trip_id").reindex(timed.ids)
    without_times = feed.trips.loc[~feed.trips["trip_id"].isin(feed.stop_times["trip_id"]), "trip_id"]
    faults = faults._replace(single=sorted({*faults.single, *without_times}))
    heads = timed.depart[timed.first[:-1]]
    starts = _starts(feed.frequencies, timed.ids, heads)
    near = services_near(feed.calendar, day)
    last = timed.arrive[timed.first[1:] - 1]
    latest_start = DAY + (DAY if window.end > 24 * 60 else NIGHT_ENDS)
    parts, counts = [], {}
    for offset, services in near.items():
        running = feed.trips.loc[feed.trips["service_id"].isin(services), "trip_id"]
        runs = starts.rows(np.flatnonzero(trips.index.isin(running)))
        shift = runs.start - heads[runs.trip] + offset * DAY
        met = last[runs.trip] + shift >= window.start * MINUTE
        if offset > 0:
            met &= heads[runs.trip] + shift < latest_start
        counts[offset] = int(len(met) if offset == 0 else met.sum())
        parts.append((runs.trip[met], shift[met], runs.from_headway[met], runs.loose[met]))
    trip, shift, from_headway, loose = (np.concatenate(values) for values in zip(*parts))
    types = trips["route_id"].map(feed.routes.drop_duplicates("route_id").set_index("route_id")["route_type"])
    kinds = types.fillna("").to_numpy()[trip]
    timetable, rows = _expanded(timed, trip, shift, len(stops.ids))
    told = Told(
        runs=counts[0],
        from_before=counts[-1],
        from_after=counts[1],
        by_frequency=int(from_headway.sum()),
        loose=int(loose.sum()),
        on_demand=int(timed.on_demand[rows].sum()),
        kinds=pd.Series(kinds, dtype=object).value_counts().to_dict(),
        bad_frequency=starts.bad,
        faults=faults,
    )
    return timetable, told


class _Starts(NamedTuple):
    """When trips set out: ``trip`` (sorted numbers), ``start`` ms, and whether the start follows a headway."""

    trip: np.ndarray
    start: np.ndarray
    from_headway: np.ndarray
    loose: np.ndarray
    bad: int

    def rows(self, trips: np.ndarray) -> _Starts:
        kept = np.isin(self.trip, trips)
        return _Starts(self.trip[kept], self.start[kept], self.from_headway[kept], self.loose[kept], self.bad)


def _starts(frequencies: pd.DataFrame, ids: np.ndarray, heads: np.ndarray) -> _Starts:
    """Each trip's own start, or with a headway one at the start of its period and one after each headway in it. A service
    without fixed times is taken to keep such times, too."""
    trip = pd.Index(ids).get_indexer(frequencies["trip_id"])
    start, end = parse_times(frequencies["start_time"]), parse_times(frequencies["end_time"])
    headway = pd.to_numeric(frequencies["headway_secs"], errors="coerce").to_numpy(float) * SECOND
    readable = (start >= 0) & (end >= start) & (headway > 0) & np.isfinite(headway)
    good = (trip >= 0) & readable
    trip, start, end, headway = trip[good], start[good], end[good], headway[good]
    exact = (frequencies["exact_times"] == "1").to_numpy()[good]
    count = np.ceil((end - start) / headway)
    if count.sum() > MOST_RUNS:
        raise TooManyRuns(f"{count.sum()} runs by frequency")
    count = count.astype(np.int64)
    nth = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
    by_headway = np.repeat(start, count) + np.rint(nth * np.repeat(headway, count)).astype(np.int64)
    plain = np.setdiff1d(np.arange(len(ids)), pd.Index(ids).get_indexer(frequencies["trip_id"]))
    trip = np.concatenate([plain, np.repeat(trip, count)])
    order = np.argsort(trip, kind="stable")
    no = np.zeros(len(plain), bool)
    return _Starts(
        trip[order],
        np.concatenate([heads[plain], by_headway])[order],
        np.concatenate([no, np.ones(len(by_headway), bool)])[order],
        np.concatenate([no, np.repeat(~exact, count)])[order],
        int((~readable).sum()),
    )


def _expanded(timed: Timed, trip: np.ndarray, shift: np.ndarray, stop_count: int) -> tuple[Timetable, np.ndarray]:
    """The runs of ``trip`` (r), each later than its pattern by ``shift`` (r, ms); and the stop time each row comes from."""
    count = np.diff(timed.first)[trip]
    first = np.concatenate([[0], np.cumsum(count)])
    rows = np.repeat(timed.first[trip] - first[:-1], count) + np.arange(first[-1])
    later = np.repeat(shift, count)
    timetable = Timetable(
        timed.stop[rows],
        timed.arrive[rows] + later,
        timed.depart[rows] + later,
        timed.board[rows],
        timed.alight[rows],
        first,
        stop_count,
    )
    return timetable, rows
