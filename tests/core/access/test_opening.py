"""Opening hours are read as people write them, and hold over midnight and over the end of the week."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.access.opening import (
    DAY,
    DAYS,
    Moment,
    Opening,
    UnreadableHours,
    open_at,
    open_between,
    parse_clock,
    parse_days,
    parse_moment,
    parse_opening,
    parse_spans,
)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("1-5", {1, 2, 3, 4, 5}), ("1,3", {1, 3}), ("2", {2}), ("1-7", set(range(1, 8))), ("6-7", {6, 7}),
        ("6-1", {6, 7, 1}), ("1–3;5", {1, 2, 3, 5}), ("mån-fre", {1, 2, 3, 4, 5}), (" Sat , sön ", {6, 7}), ("4-4", {4}),
    ],
)  # fmt: skip
def test_weekdays(text, days):
    assert parse_days(text) == days


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("08:00-17:00", ((480, 1020),)), ("00:00-24:00", ((0, 1440),)), ("22:00-06:00", ((1320, 1800),)),
        ("08:00-12:00;13:00-16:00", ((480, 720), (780, 960))), ("8.00–16.30", ((480, 990),)),
        ("08:00:00-17:00:00", ((480, 1020),)), ("13:00-00:00", ((780, 1440),)),
    ],
)  # fmt: skip
def test_hours(text, spans):
    assert parse_spans(text) == spans


@pytest.mark.parametrize("text", ["", "8", "0-3", "mon-fri-sun", "vardagar", "1-", "8-9", "1 5"])
def test_unreadable_weekdays(text):
    with pytest.raises(UnreadableHours):
        parse_days(text)


@pytest.mark.parametrize(
    "text",
    ["", "08:00", "8-17", "08:00-25:00", "08:60-09:00", "08:00-08:00", "24:00-08:00", "08:00-12:00;", "dygnet runt"],
)
def test_unreadable_hours(text):
    with pytest.raises(UnreadableHours):
        parse_spans(text)


@pytest.mark.parametrize(
    "text", ["lör 03:00", "sat 03:00", "6 03:00", "Lördag kl. 3.00", "SATURDAY 3:00", " lör.  03:00 "]
)
def test_a_moment_can_be_said_in_two_languages(text):
    assert parse_moment(text) == Moment(6, 180)


@pytest.mark.parametrize("text", ["", "03:00", "lör", "lör 24:00", "8 03:00", "lör 3", "lör 03:00 natt"])
def test_unreadable_moments(text):
    with pytest.raises(UnreadableHours):
        parse_moment(text)


def test_a_night_belongs_to_the_day_it_begins():
    friday_night = parse_opening("5", "22:00-06:00")
    asked = {
        "fri 03:00": False,
        "fri 21:59": False,
        "fri 22:00": True,
        "sat 03:00": True,
        "sat 06:00": False,
        "sat 22:00": False,
    }
    assert {when: friday_night.holds(parse_moment(when)) for when in asked} == asked
    assert parse_opening("7", "22:00-06:00").holds(parse_moment("mon 05:59"))


def test_the_first_minute_is_open_and_the_last_is_not():
    day = parse_opening("1-5", "08:00-17:00")
    assert [day.holds(Moment(3, minute)) for minute in (479, 480, 1019, 1020)] == [False, True, True, False]


def test_a_daily_span_over_midnight():
    spans = open_between("19:00", "07:00")
    assert [open_at(spans, parse_clock(clock)) for clock in ("18:59", "19:00", "03:00", "06:59", "07:00")] == [
        False, True, True, True, False,
    ]  # fmt: skip


clocks = st.integers(0, DAY - 1)


@settings(derandomize=True, max_examples=60, deadline=None)
@given(
    days=st.sets(st.integers(1, 7), min_size=1),
    spans=st.lists(st.tuples(clocks, clocks).filter(lambda span: span[0] != span[1]), min_size=1, max_size=3),
    moment=st.tuples(st.integers(1, 7), clocks),
)
def test_open_is_what_the_weeks_minutes_say(days, spans, moment):
    week = set()
    for day in days:
        for first, last in spans:
            length = (last - first) % DAY
            week |= {((day - 1) * DAY + first + step) % (7 * DAY) for step in range(length)}
    clock = lambda minute: f"{minute // 60:02d}:{minute % 60:02d}"  # noqa: E731
    hours = ";".join(f"{clock(first)}-{clock(last)}" for first, last in spans)
    weekdays = ",".join(DAYS[day - 1][1] for day in days)
    opening = parse_opening(weekdays, hours)
    assert isinstance(opening, Opening)
    assert opening.holds(Moment(*moment)) == ((moment[0] - 1) * DAY + moment[1] in week)
