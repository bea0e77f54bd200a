"""From stop times to runs: nothing runs backwards, and every row is used or accounted for."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_array_equal

from narvard_plugin.core.transit.clock import BLANK, MINUTE, UNREADABLE, Window, parse_times
from narvard_plugin.core.transit.stops import read_stops
from narvard_plugin.core.transit.timed import read_times
from narvard_plugin.core.transit.timetable import TooManyRuns, make_timetable
from tests.core.transit import oracle
from tests.promises import promise
from tests.promises.strategies.timetables import DAY, clock, feeds, stop_times, text_table
from tests.promises.unchanged import unchanged

XY = np.array([[0.0, 0.0], [1000.0, 0.0], [1000.0, 3000.0], [np.nan, np.nan]])
NUMBERS = {"A": 0, "B": 1, "C": 2, "D": 3}


def read(table):
    return unchanged(read_times)(table, table["stop_id"].map(NUMBERS).fillna(-1).to_numpy(int), XY)


@promise("the stop times of a trip never run backwards, and each trip is read whole or named with what is wrong", read_times,
         usual=8)  # fmt: skip
@given(stop_times())
def test_read_times(table):
    timed, faults = read(table)
    assert len(timed.first) == len(timed.ids) + 1 and timed.first[-1] == len(timed.stop) == faults.stop_times
    assert (np.diff(timed.first) >= 2).all() and (timed.arrive <= timed.depart).all()
    same = timed.trip[1:] == timed.trip[:-1]
    assert (timed.arrive[1:] >= timed.depart[:-1])[same].all() and (np.diff(timed.trip) >= 0).all()
    wrong = [*faults.unreadable, *faults.backwards, *faults.single]
    assert not set(wrong) & set(timed.ids)
    assert set(wrong) | set(timed.ids) == set(table["trip_id"])
    arrive, depart = parse_times(table["arrival_time"]), parse_times(table["departure_time"])
    sequence = pd.to_numeric(table["stop_sequence"], errors="coerce").isna().to_numpy()
    bad = (arrive == UNREADABLE) | (depart == UNREADABLE) | sequence
    assert faults.unreadable == sorted(set(table["trip_id"][bad]))
    assert faults.unknown_stops == (table["stop_id"] == "elsewhere").sum()
    given_times = {*arrive, *depart} - {BLANK, UNREADABLE}
    told = np.isin(timed.arrive, list(given_times))
    assert (~told).sum() <= faults.interpolated


@promise("rows in another order are the same trips, and all clocks later by an hour are the same trips an hour later", read_times,
         usual=6)  # fmt: skip
@given(st.data(), stop_times(whole=True))
def test_order_of_rows_and_shift_of_clocks(data, table):
    timed, faults = read(table)
    assert not (faults.unreadable or faults.backwards or faults.single or faults.untimed or faults.unknown_stops)
    order = data.draw(st.permutations(range(len(table))))
    later = table.iloc[list(order)].reset_index(drop=True)
    for column in ("arrival_time", "departure_time"):
        later[column] = [clock(ms / MINUTE + 60) if ms >= 0 else "" for ms in parse_times(later[column])]
    moved, _ = read(later)
    for trip, name in enumerate(timed.ids):
        other = moved.ids.tolist().index(name)
        own, its = slice(*timed.first[trip : trip + 2]), slice(*moved.first[other : other + 2])
        for column in ("stop", "board", "alight", "on_demand"):
            assert_array_equal(getattr(timed, column)[own], getattr(moved, column)[its])
        for column in ("arrive", "depart"):
            assert_array_equal(getattr(timed, column)[own] + 60 * MINUTE, getattr(moved, column)[its])


def plain_runs(feed, start, end):
    """Every run that may be met, worked out row by row."""
    tables = {name: getattr(feed, name).to_dict("records") for name in ("stop_times", "trips", "frequencies")}
    tables.update(
        calendar=feed.calendar.weekly.to_dict("records"), calendar_dates=feed.calendar.dates.to_dict("records")
    )
    for row in tables["stop_times"]:
        row["shape_dist_traveled"] = row["shape_dist_traveled"].replace("x", "")
    runs = oracle.runs_of(tables, {name: tuple(XY[number]) for name, number in NUMBERS.items()}, DAY, start, end)
    return [run for run in runs if run[-1][1] >= start * MINUTE]


@promise("every run that can be met on the day is there once, at its times, and no other; a longer window loses none", make_timetable,
         usual=8)  # fmt: skip
@given(feeds(), st.integers(0, 1800), st.integers(1, 300), st.data())
def test_make_timetable(feed, start, length, data):
    ends = sorted(
        {ms // MINUTE for ms in parse_times(feed.stop_times["arrival_time"]).tolist() if 0 <= ms < 1800 * MINUTE}
    )
    start = data.draw(st.sampled_from((start, *ends)))
    stops, window = read_stops(feed.stops), Window(start, start + length)
    table, told = unchanged(make_timetable)(feed, stops, XY, DAY, window)
    runs = len(table.first) - 1
    assert sum(told.kinds.values()) == runs <= told.runs + told.from_before + told.from_after
    assert told.loose <= told.by_frequency <= runs
    begins, ends, headways = (feed.frequencies[name] for name in ("start_time", "end_time", "headway_secs"))
    begins, ends, headways = parse_times(begins), parse_times(ends), pd.to_numeric(headways, errors="coerce").to_numpy()
    readable = (begins >= 0) & (ends >= begins) & (headways > 0)
    assert told.bad_frequency == (~readable).sum()
    if readable.all():
        rows = zip(*(column.tolist() for column in (table.stop, table.arrive, table.depart, table.board, table.alight)))
        rows = list(rows)
        found = [rows[begin:end] for begin, end in zip(table.first[:-1], table.first[1:])]
        plain = plain_runs(feed, start, start + length)
        assert sorted(found) == sorted([(NUMBERS[stop], *rest) for stop, *rest in run] for run in plain)
    wider, _ = make_timetable(feed, stops, XY, DAY, Window(max(start - 60, 0), start + length + 60))
    assert len(wider.first) - 1 >= runs


@promise("frequencies so dense that nobody means them are refused", make_timetable, usual=4)
@given(feeds(), st.sampled_from(("0.001", "1e-300")))
def test_too_many_runs(feed, headway):
    rows = [
        {"trip_id": "t", "stop_id": stop, "arrival_time": at, "departure_time": at, "stop_sequence": at[0]}
        for stop, at in (("A", "7:00:00"), ("B", "8:00:00"))
    ]
    dense = feed._replace(
        trips=text_table("trips", [{"trip_id": "t", "service_id": "s1"}]),
        stop_times=text_table("stop_times", rows),
        frequencies=text_table("frequencies", [{"trip_id": "t", "start_time": "6:00:00", "end_time": "23:00:00", "headway_secs": headway}]),
    )  # fmt: skip
    with pytest.raises(TooManyRuns, match="runs by frequency"):
        make_timetable(dense, read_stops(dense.stops), XY, DAY, Window(420, 480))
