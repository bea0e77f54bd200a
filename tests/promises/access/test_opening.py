"""Opening hours, years and services: what is written is read, and all else is refused by name."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_array_equal

from narvard_plugin.core.access.opening import (
    DAY,
    DAYS,
    Moment,
    UnreadableHours,
    open_at,
    open_between,
    parse_clock,
    parse_days,
    parse_moment,
    parse_opening,
    parse_spans,
)
from narvard_plugin.core.access.services import alike, offered_in, offers, open_then, standing_in, years
from tests.promises import promise
from tests.promises.unchanged import assert_same, unchanged

WORDS = st.integers(1, 7).flatmap(lambda day: st.tuples(st.just(day), st.sampled_from(DAYS[day - 1])))
MINUTE = st.integers(0, DAY - 1)
SPAN = st.tuples(MINUTE, st.integers(1, DAY)).filter(lambda span: span[0] != span[1] % DAY or span == (0, DAY))
HOSTILE = st.one_of(st.text(max_size=12), st.text("0123456789:.-–;, månfrekl²٣", max_size=14))


def clock(minute: int, sign: str = ":") -> str:
    return f"{minute // 60:02d}{sign}{minute % 60:02d}"


@promise("weekdays are read in any of their names, from one to another also over the week's end", parse_days, usual=8)
@given(st.lists(st.one_of(WORDS.map(lambda one: (one, one)), st.tuples(WORDS, WORDS)), min_size=1, max_size=3), st.sampled_from("-–"),
       st.booleans())  # fmt: skip
def test_days(parts, dash, upper):
    expected, texts = set(), []
    for (first, word), (last, other) in parts:
        texts.append(word if word == other else f"{word} {dash} {other}.")
        day = first
        expected.add(day)
        while day != last:
            day = day % 7 + 1
            expected.add(day)
    text = ", ".join(texts)
    assert unchanged(parse_days)(text.upper() if upper else text) == expected


@promise(
    "hours are read minute for minute, and over midnight they go on into the next day",
    parse_spans,
    open_between,
    open_at,
    usual=8,
)
@given(st.lists(SPAN, min_size=1, max_size=3), st.sampled_from(":."), MINUTE)
def test_spans(drawn, sign, minute):
    texts = [f"{clock(first, sign)}-{clock(last, sign)}" for first, last in drawn]
    expected = tuple((first, last if last > first else last + DAY) for first, last in drawn)
    assert unchanged(parse_spans)(" ; ".join(texts)) == expected
    ends = texts[0].split("-")
    assert open_between(*ends) == expected[:1] == open_between(f" {ends[0]}", f"{ends[1]}:00")
    first, last = expected[0]
    inside = {at % DAY for at in range(first, last)}
    assert unchanged(open_at)(expected[:1], minute) == (minute in inside)


@promise(
    "somewhere is open just in the minutes of its own days and of nights begun the day before",
    parse_opening,
    open_then,
    usual=12,
)
@given(WORDS, WORDS, SPAN, st.data())
def test_opening_through_the_week(one, two, span, data):
    days, hours = f"{one[1]},{two[1]}", f"{clock(span[0])}-{clock(span[1])}"
    first, last = span[0], span[1] if span[1] > span[0] else span[1] + DAY
    week = 7 * DAY
    held = {((day - 1) * DAY + at) % week for day in {one[0], two[0]} for at in range(first, last)}
    edges = [(one[0] - 1) * DAY + at for at in (first - 1, first, last - 1, last)]
    now = data.draw(st.one_of(st.sampled_from(edges), st.integers(0, week - 1))) % week
    moment, is_open = Moment(now // DAY + 1, now % DAY), now in held
    assert parse_opening(days, hours).holds(moment) == is_open
    found = unchanged(open_then)(
        [days, days, None, "", "blue", days], [hours, None, hours, hours, hours, "dusk"], moment
    )
    assert found.open.tolist() == [is_open, *[False] * 5] and found.missing.tolist() == [
        False,
        True,
        True,
        True,
        False,
        False,
    ]
    assert found.unreadable == {4: f"blue {hours}", 5: f"{days} dusk"}


@promise("a moment and a clock that were written are read", parse_moment, parse_clock, usual=8)
@given(WORDS, MINUTE, st.sampled_from((" ", " kl. ", "  KL ")), st.sampled_from(":."))
def test_moments(day, minute, between, sign):
    assert parse_moment(f" {day[1]}{between}{clock(minute, sign)}") == Moment(day[0], minute)
    assert parse_clock(f" {clock(minute, sign)} ") == parse_clock(f"{minute // 60}:{minute % 60:02d}") == minute


def read(parse, *texts):
    """What ``parse`` makes of the texts, or else the reason that it gives."""
    try:
        return parse(*texts), None
    except UnreadableHours as error:
        return None, error.args[0]


@promise("any other text is refused with itself as the reason, and never half read", parse_days, parse_spans, parse_moment, parse_clock,
         parse_opening, open_between, usual=10, long=3000)  # fmt: skip
@given(HOSTILE, HOSTILE)
def test_garbage(text, other):
    for parse in (parse_days, parse_spans, parse_moment, parse_clock):
        found, reason = read(parse, text)
        if reason is not None:
            assert reason == text
        elif parse is parse_days:
            assert found and found <= set(range(1, 8))
        elif parse is parse_spans:
            assert all(0 <= first < DAY and first < last <= first + DAY for first, last in found)
        elif parse is parse_clock:
            assert 0 <= found < DAY
        else:
            assert 1 <= found.weekday <= 7 and 0 <= found.minute < DAY
    assert read(parse_opening, text, other)[1] in (None, text, other)
    assert read(open_between, text, other)[1] in (None, f"{text}-{other}")
    with pytest.raises(UnreadableHours):
        parse_clock(f"{text}\u2029!")


YEAR = st.integers(1000, 9999)


@promise(
    "a year is read from a number or the beginning of a date, blank is none, and all else is told",
    years,
    usual=10,
    long=2000,
)
@given(st.lists(st.one_of(
    YEAR.map(lambda year: (year, year, False)), YEAR.map(lambda year: (float(year), year, False)),
    YEAR.map(lambda year: (f" {year}-07-01", year, False)), st.sampled_from(((None, None, False), ("", None, False), ("  ", None, False),
    (np.nan, None, True), ("x", None, True), ("²²²²", None, True), (99, None, True), (20280, None, True), (np.inf, None, True))),
)), st.text(max_size=6))  # fmt: skip
def test_years(rows, hostile):
    found, bad = unchanged(years)([value for value, *_ in rows])
    assert_same(found, np.array([np.nan if year is None else year for _, year, _ in rows], float))
    assert bad.tolist() == [one for *_, one in rows]
    found, bad = years([hostile])
    assert np.isnan(found[0]) or found[0] == int(hostile.strip()[:4])


def bounded(value, low, high):
    return not (low > value) and not (high < value)


@promise("a service is offered from its first year to its last, a facility stands until the year it closes, and no year is no bound",
         offered_in, standing_in, usual=8)  # fmt: skip
@given(
    st.lists(st.tuples(*[st.one_of(st.integers(2018, 2034).map(float), st.just(np.nan))] * 2)), st.integers(2018, 2034)
)
def test_years_of_offers(rows, year):
    begin, end = (np.array([row[i] for row in rows], float) for i in (0, 1))
    assert unchanged(offered_in)(begin, end, year).tolist() == [bounded(year, *row) for row in rows]
    standing = unchanged(standing_in)(begin, end, year)
    assert_array_equal(standing, offered_in(begin, end, year) & (end != year))


@promise("a table of offers holds just the rows that count, and services alike are those that the same facilities offer", offers, alike,
         usual=8)  # fmt: skip
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 4), st.booleans())), st.integers(0, 5))
def test_offers(rows, more):
    facility, service, counts = (np.array([row[i] for row in rows], kind) for i, kind in enumerate((int, int, bool)))
    table = unchanged(offers)(facility, service, counts, (5, 10 + more))
    assert {(s, f) for f, s, counted in rows if counted} == set(map(tuple, np.argwhere(table).tolist()))
    groups = unchanged(alike)(table)
    assert sorted(one for services, _ in groups for one in services) == list(range(5))
    assert len({facilities.tobytes() for _, facilities in groups}) == len(groups)
    for services, facilities in groups:
        assert (table[services] == facilities).all()
