"""The tables of a feed: clocks, calendars, stops and rules, whatever is written in them."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_array_equal

from narvard_plugin.core.transit.calendar import WEEKDAYS, services_near, services_on, span
from narvard_plugin.core.transit.clock import (
    BLANK,
    DAY,
    FIRST_YEAR,
    HOUR,
    LAST_YEAR,
    UNREADABLE,
    milliseconds,
    parse_clock,
    parse_day,
    parse_times,
)
from narvard_plugin.core.transit.feed import joined
from narvard_plugin.core.transit.stops import read_changes, read_stops
from tests.promises import promise
from tests.promises.strategies.timetables import calendars, clock, feeds, text_table
from tests.promises.unchanged import frozen, unchanged

SOME_DAY = st.dates(date(2026, 2, 20), date(2026, 3, 20))


@promise("a service runs on its weekdays within its dates, and on dates added, never on dates taken away",
         services_on, services_near, span, usual=8)  # fmt: skip
@given(calendars(), SOME_DAY)
def test_services(calendar, day):
    stamp = day.strftime("%Y%m%d")
    expected = set()
    for row in calendar.weekly.to_dict("records"):
        if row[WEEKDAYS[day.weekday()]] == "1" and row["start_date"] <= stamp <= row["end_date"]:
            expected.add(row["service_id"])
    for row in calendar.dates.to_dict("records"):
        if row["date"] == stamp:
            (expected.add if row["exception_type"] == "1" else expected.discard)(row["service_id"])
    assert unchanged(services_on)(calendar, day) == expected
    near = services_near(calendar, day)
    assert near == {offset: services_on(calendar, day + timedelta(days=offset)) for offset in (-1, 0, 1)}
    known = unchanged(span)(calendar)
    if expected:
        assert known[0] <= day.isoformat() <= known[1]


@promise("a time that was written is read to the second, a blank is blank, and anything else is unreadable", parse_times,
         usual=8)  # fmt: skip
@given(st.lists(st.one_of(st.integers(0, 99 * 3600 + 3599).map(lambda seconds: (clock(seconds / 60), seconds * 1000)),
                          st.sampled_from((("", BLANK), (None, BLANK), (np.nan, BLANK), ("7:00", UNREADABLE), ("100:00:00", UNREADABLE),
                                           ("-1:00:00", UNREADABLE), ("7:60:00", UNREADABLE))))))  # fmt: skip
def test_parse_times(rows):
    texts = pd.Series([text for text, _ in rows], dtype=object)
    assert unchanged(parse_times)(texts).tolist() == [ms for _, ms in rows]


@promise("no text but a time from 00:00 to 30:00 is a clock, and each of them is", parse_clock, usual=8)
@given(st.integers(0, 30 * 60), st.text("0123456789: .-٣²x", max_size=6))
def test_parse_clock(minute, text):
    assert parse_clock(f" {minute // 60:02d}:{minute % 60:02d}\n") == minute
    try:
        found = parse_clock(text)
    except ValueError:
        return
    hours, minutes = text.strip().split(":")
    assert found == int(hours) * 60 + int(minutes) <= 30 * 60 and int(minutes) < 60


@promise("a day that was written is the day that is read, and other texts are refused", parse_day, usual=8)
@given(st.dates(), st.text("0123456789-٣ x", max_size=11))
def test_parse_day(day, text):
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        assert parse_day(f" {day.isoformat()} ") == day
    else:
        with pytest.raises(ValueError, match="no day"):
            parse_day(day.isoformat())
    try:
        found = parse_day(text)
    except ValueError:
        return
    assert [int(part) for part in text.strip().split("-")] == [found.year, found.month, found.day]


@promise("minutes are whole milliseconds, to the nearest, in the same order", milliseconds, usual=6)
@given(st.lists(st.floats(-1e5, 1e5), max_size=8), st.sampled_from((float, np.float32)))
def test_milliseconds(minutes, kind):
    times = np.array(sorted(minutes), kind)
    ms = unchanged(milliseconds)(times)
    assert ms.dtype == np.int64 and (np.diff(ms) >= 0).all()
    assert (np.abs(ms - times.astype(float) * 60_000) <= 0.5).all()


@promise("feeds put together keep every row, and equal ids of two feeds apart", joined, usual=5)
@given(st.lists(feeds(), min_size=1, max_size=3))
def test_joined(parts):
    whole = unchanged(joined)(parts)
    if len(parts) == 1:
        assert whole is parts[0]
        return
    for name, column in (
        ("stops", "stop_id"),
        ("trips", "trip_id"),
        ("stop_times", "trip_id"),
        ("frequencies", "trip_id"),
    ):
        ids = [f"{number}:{one}" for number, part in enumerate(parts, 1) for one in getattr(part, name)[column]]
        assert getattr(whole, name)[column].tolist() == ids
        others = [
            other for other in getattr(whole, name).columns if not other.endswith("_id") and other != "parent_station"
        ]
        rows = pd.concat([getattr(part, name)[others] for part in parts], ignore_index=True)
        assert frozen(getattr(whole, name)[others]) == frozen(rows)
    for day in (date(2026, 3, 4), date(2026, 3, 8)):
        running = {f"{number}:{one}" for number, part in enumerate(parts, 1) for one in services_on(part.calendar, day)}
        assert services_on(whole.calendar, day) == running
    blank = joined([part._replace(stops=text_table("stops", [{"stop_id": "A"}])) for part in parts])
    assert (blank.stops["parent_station"] == "").all()


DEGREES = st.one_of(st.floats(-200, 200).map(str), st.sampled_from(("", "0", "0", "x", "nan", "inf", "59.3", "18.1")))
STOP_ROWS = st.lists(
    st.fixed_dictionaries({"stop_id": st.sampled_from(("", "A", "B", "C", "D")), "stop_lat": DEGREES, "stop_lon": DEGREES,
                           "parent_station": st.sampled_from(("", "", "A", "B", "nowhere"))}),
    max_size=6,
)  # fmt: skip


@promise(
    "each stop is one place on earth or none, its own or its station's, and the first of its rows counts",
    read_stops,
    usual=8,
)
@given(STOP_ROWS)
def test_read_stops(rows):
    stops = unchanged(read_stops)(text_table("stops", rows))
    first = {row["stop_id"]: row for row in rows[::-1] if row["stop_id"]}
    assert sorted(stops.ids) == sorted(first) and len(stops.lonlat) == len(stops.station) == len(first)
    assert stops.number(pd.Series([*stops.ids, "unheard of"], dtype=object)).tolist() == [*range(len(first)), -1]
    known = ~np.isnan(stops.lonlat).any(1)
    assert (np.isnan(stops.lonlat).all(1) | known).all() and (np.abs(stops.lonlat[known]) <= (180, 90)).all()
    own = 0
    for number, name in enumerate(stops.ids):
        place = [pd.to_numeric(first[name][column], errors="coerce") for column in ("stop_lon", "stop_lat")]
        good = abs(place[0]) <= 180 and abs(place[1]) <= 90 and place != [0, 0]
        own += good
        if good:
            assert stops.lonlat[number].tolist() == place
        parent = first[name]["parent_station"]
        if parent not in first:
            assert stops.station[number] == number
    assert known.sum() == own + stops.borrowed


RULES = st.lists(
    st.fixed_dictionaries({"from_stop_id": st.sampled_from(("hub", "a", "b", "z", "?")), "to_stop_id": st.sampled_from(("hub", "a", "b", "z")),
                           "transfer_type": st.sampled_from(("", "0", "2", "2", "3", "4", "9")),
                           "min_transfer_time": st.sampled_from(("", "60", "240", "-5", "inf", "x")),
                           "from_trip_id": st.sampled_from(("", "", "", "t"))}),
    max_size=6,
)  # fmt: skip


@promise("a rule for a station holds for its platforms, what names the platforms goes first, and the rest is counted",
         read_changes, usual=8)  # fmt: skip
@given(RULES)
def test_read_changes(rows):
    names = [("hub", ""), ("a", "hub"), ("b", "hub"), ("z", "")]
    stops = read_stops(
        text_table(
            "stops", [{"stop_id": one, "stop_lat": "1", "stop_lon": "1", "parent_station": top} for one, top in names]
        )
    )
    changes = unchanged(read_changes)(text_table("transfers", rows), stops)
    special = [row for row in rows if row["from_trip_id"] or row["transfer_type"] == "4"]
    plain = [row for row in rows if row not in special]
    good = [row for row in plain if row["from_stop_id"] != "?" and row["transfer_type"] != "9"]
    assert (changes.left_out, changes.unknown) == (len(special), len(plain) - len(good))
    want = {}
    for one, top_one in names:
        for two, top_two in names:
            fits = [
                ((row["from_stop_id"] != one) + (row["to_stop_id"] != two), place, row)
                for place, row in enumerate(good)
                if row["from_stop_id"] in (one, top_one) and row["to_stop_id"] in (two, top_two)
            ]
            if fits:
                row = min(fits, key=lambda fit: fit[:2])[2]
                seconds = {"60": 60, "240": 240, "inf": np.inf}.get(row["min_transfer_time"], 0)
                least = min(seconds * 1000, 2 * DAY) if row["transfer_type"] == "2" else 0
                want[one, two] = (least, row["transfer_type"] != "3")
    found = {
        (stops.ids[a], stops.ids[b]): (least, bool(possible))
        for a, b, least, possible in zip(*(column.tolist() for column in changes[:4]))
    }
    assert found == want and len(changes.start) == len(want)


def test_hours_make_a_day():
    assert_array_equal(milliseconds(np.array([60.0, 1440.0])), [HOUR, DAY])
