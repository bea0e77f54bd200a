"""Workdays, deadlines and calendars: what the law gives is never shortened, and no own date lies on a day off."""

import re
from datetime import date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.plans import deadlines as due
from narvard_plugin.core.plans import icalendar, workdays
from narvard_plugin.core.plans.rows import plain
from tests.core.plans.test_icalendar import STAMP, read
from tests.promises import promise
from tests.promises.strategies.refusals import tried

DAYS = st.dates(date(2005, 3, 1), date(2100, 8, 1))
YEARS = st.integers(workdays.FIRST_YEAR, workdays.LAST_YEAR)
AHEAD = st.integers(-3, 70)
ONE = timedelta(days=1)
MEETINGS = st.lists(st.tuples(st.integers(-20, 90), st.one_of(st.none(), st.integers(0, 25))), max_size=4)
LEVELS = st.sampled_from(["delegation", "utskott", "namnd"])


def meetings_of(start, told):
    days = [(start + n * ONE, before) for n, before in told]
    return [due.Meeting(day, None if before is None else day - before * ONE) for day, before in days]


@promise("a year has thirteen public holidays on twelve or thirteen days, Easter's on their weekdays, and no other year is guessed",
         workdays.public_holidays, workdays.easter_sunday, long=96)  # fmt: skip
@given(YEARS, st.integers(0, 3000))
def test_holidays(year, other):
    found = workdays.public_holidays(year)
    named = {name: day for day, names in found.items() for name in names}
    assert len(named) == 13 == sum(map(len, found.values())) and list(found) == sorted(found)
    assert all(day.year == year for day in found)
    easter = workdays.easter_sunday(year)
    assert named["påskdagen"] == easter and date(year, 3, 22) <= easter <= date(year, 4, 25)
    weekdays = {
        "långfredagen": 4, "påskdagen": 6, "annandag påsk": 0, "Kristi himmelsfärdsdag": 3, "pingstdagen": 6,
        "midsommardagen": 5, "alla helgons dag": 5,
    }  # fmt: skip
    assert {name: named[name].weekday() for name in weekdays} == weekdays
    _, refusal = tried(workdays.YearOutside, workdays.public_holidays, other)
    assert (refusal is None) == (workdays.FIRST_YEAR <= other <= workdays.LAST_YEAR)
    assert refusal is None or refusal.year == other


@promise("a day is a workday or it says why not; no weekend and no holiday is one, and six of seven days off are one of them",
         workdays.is_workday, workdays.why_not_workday, workdays.weekday_name, long=3000)  # fmt: skip
@given(DAYS)
def test_why_no_workday(day):
    why, holidays = workdays.why_not_workday(day), workdays.public_holidays(day.year)
    eves = {(12, 24), (12, 31)}
    midsummer = "midsommardagen" in holidays.get(day + ONE, ())
    off = day.weekday() > 4 or day in holidays or (day.month, day.day) in eves or midsummer
    assert workdays.is_workday(day) == (why == "") == (not off)
    assert set(holidays.get(day, ())) <= set(why.split(", "))
    names = [workdays.weekday_name(day + n * ONE) for n in range(7)]
    assert len(set(names)) == 7 and names[(7 - day.weekday()) % 7] == "måndag"
    assert not why or workdays.weekday_name(day) == why or day in holidays or midsummer or (day.month, day.day) in eves


@promise("counting workdays undoes adding them, whole spans are the sum of their parts, and rolling stays on its side",
         workdays.add_workdays, workdays.workdays_between, workdays.roll_forward, workdays.roll_back, long=3000)  # fmt: skip
@given(DAYS, st.integers(-40, 40), st.integers(0, 40), st.integers(0, 40))
def test_inverse(day, count, first, second):
    there = workdays.add_workdays(day, count)
    assert count == 0 or workdays.is_workday(there)
    if workdays.is_workday(day):
        assert workdays.add_workdays(there, -count) == day
        assert workdays.workdays_between(min(day, there), max(day, there)) == abs(count)
    middle, end = day + first * ONE, day + (first + second) * ONE
    counted = workdays.workdays_between
    assert counted(day, end) == counted(day, middle) + counted(middle, end) <= (end - day).days
    assert counted(end, day) == 0
    later, earlier = workdays.roll_forward(day), workdays.roll_back(day)
    assert earlier <= day <= later and counted(earlier, later) == (earlier != later)
    assert all(not workdays.is_workday(earlier + n * ONE) for n in range(1, (later - earlier).days))


@promise("own dates lie on workdays, in order, after the receipt and never after the day that is answered by, which is never moved",
         due.internal_schedule, due.schedule_for, usual=8, long=3000)  # fmt: skip
@given(DAYS, AHEAD, LEVELS, MEETINGS, st.one_of(st.none(), st.integers(1, 60)))
def test_schedules(received, days, level, told, extension):
    answer_by = received + days * ONE
    until = None if extension is None else answer_by + extension * ONE
    meetings = meetings_of(received, told)
    found = due.schedule_for(received, answer_by, level, meetings, extension_to=until)
    dates = found.dates
    assert dates["svar_senast"] == answer_by == found.answer_by and found.until == (until or answer_by)
    own = [step for step in due.STEPS if step in dates and step != "svar_senast"]
    assert list(dates) == [*own, "svar_senast"] and found.no_time == (not own)
    assert [dates[step] for step in own] == sorted(dates[step] for step in own)
    assert all(received <= dates[step] <= found.until for step in own)
    mine = [step for step in ("fordelas", "delsvar", "sammanstallt") if step in dates]
    assert all(workdays.is_workday(dates[step]) for step in mine) and workdays.is_workday(found.due)
    if found.meeting is None:
        assert all(workdays.is_workday(dates[step]) for step in own) and not {"sammantrade", "namndhandlingar"} & set(
            own
        )
        assert level == "delegation" or found.board_problem or found.no_time
    else:
        assert level != "delegation" and found.meeting in meetings and not found.board_problem
        assert dates["beslut"] == found.meeting.day and dates["namndhandlingar"] == found.meeting.papers > received
    if level == "delegation":
        assert found == due.internal_schedule(received, answer_by, extension_to=until) and not found.board_problem
        assert (found.proposed_extension is None) == (found.workdays >= due.ENOUGH)


@promise("who gets a later day to answer by is never told to be ready earlier; who begins later is never told to begin earlier",
         due.internal_schedule, long=3000)  # fmt: skip
@given(DAYS, AHEAD, st.integers(0, 9), st.integers(0, 9))
def test_monotone(received, days, longer, waited):
    first = due.internal_schedule(received, received + days * ONE)
    second = due.internal_schedule(received, received + (days + longer) * ONE)
    third = due.internal_schedule(received + waited * ONE, received + days * ONE)
    assert first.workdays <= second.workdays and third.workdays <= first.workdays
    for later in (second, third):
        assert all(first.dates[step] <= later.dates[step] for step in first.dates if step in later.dates)
    assert not (first.squeezed is False and second.squeezed) or first.no_time


@promise("the board's meeting is the last one in time, with papers before it", due.board_meeting)
@given(DAYS, MEETINGS)
def test_boards(until, told):
    meetings = meetings_of(until - 40 * ONE, told)
    found = due.board_meeting(until, meetings)
    in_time = [one.day for one in meetings if one.day <= until]
    assert found.extension_needed == (found.meeting is None) == (not in_time)
    if found.meeting:
        assert found.meeting.day == max(in_time) and found.papers == found.meeting.papers <= found.meeting.day
        given_day = found.meeting.papers_by is not None
        assert given_day or workdays.workdays_between(found.papers, found.meeting.day) >= due.PAPERS - 1


@promise("no period is lawful that is shorter than the least by law, and its first lawful end is just as long as that",
         due.review_period, due.appeal_end)  # fmt: skip
@given(DAYS, st.integers(0, 60), st.integers(0, 40))
def test_periods(start, days, minimum):
    found = due.review_period(start, start + days * ONE, minimum)
    assert (found.days, found.minimum) == (days, minimum) and found.meets_minimum == (days >= minimum)
    assert due.review_period(start, found.first_lawful_end, minimum).meets_minimum
    assert not due.review_period(start, found.first_lawful_end - ONE, minimum).meets_minimum
    appeal = due.appeal_end(start, minimum)
    assert (appeal.nominal - start).days == minimum and appeal.last_day >= appeal.nominal
    assert workdays.is_workday(appeal.last_day) and appeal.last_day == workdays.roll_forward(appeal.nominal)
    assert appeal.last_day <= due.appeal_end(start + ONE, minimum).last_day


@promise("a deadline only becomes more urgent as days pass, and the most urgent of several is the one with fewest days left",
         due.urgency, due.most_urgent)  # fmt: skip
@given(DAYS, st.lists(st.tuples(st.integers(-20, 20), st.booleans()), max_size=5), st.integers(0, 9))
def test_urgency(today, told, soon):
    order = [due.LATE, due.TODAY, due.SOON_DUE, due.FINE]
    states = [due.urgency(today + n * ONE, today, done, soon) for n, done in told]
    for (n, done), state in zip(told, states):
        assert state == (None, due.DONE) if done else state.days == n
        if not done:
            tomorrow = due.urgency(today + n * ONE, today + ONE, False, soon)
            assert order.index(tomorrow.state) <= order.index(state.state)
            assert (state.state == due.LATE) == (n < 0) and (state.state == due.SOON_DUE) == (0 < n <= soon)
    left = [n for n, done in told if not done]
    assert due.most_urgent(states) == due.most_urgent(states[::-1])
    assert due.most_urgent(states).days == (min(left) if left else None)


TEXTS = st.one_of(st.text(max_size=120), st.text("å,;\\\n\r:\u2028 n", max_size=12))


@promise("a calendar's lines are at most 75 octets, and what was written is read back, whatever stands in the texts",
         icalendar.write_calendar, icalendar.escaped, usual=8, long=1500)  # fmt: skip
@given(
    st.lists(
        st.tuples(TEXTS, TEXTS, st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.lists(TEXTS, max_size=2)), max_size=3
    ),
    TEXTS,
    st.integers(-12, 12),
)
def test_calendars(told, name, hours):
    events = [
        icalendar.Event(f"u{n}@x", day, text, more, tuple(words)) for n, (text, more, day, words) in enumerate(told)
    ]
    zone = timezone(timedelta(hours=hours))
    written = icalendar.write_calendar(events, name, STAMP.astimezone(zone))
    assert written == icalendar.write_calendar(events, name, STAMP)
    found = read(written)
    assert [one["SUMMARY"] for one in found] == [plain(text) for text, *_ in told]
    assert [one.get("DESCRIPTION", "") for one in found] == [plain(more) for _, more, *_ in told]
    for one, (_, _, day, _) in zip(found, told):
        first, last = (datetime.strptime(one[f"D{end};VALUE=DATE"], "%Y%m%d").date() for end in ("TSTART", "TEND"))
        assert (first, last) == (day, day + ONE)
    safe = icalendar.escaped(name)
    assert not set(safe) & set("\r\n") and re.sub(
        r"\\(.)", lambda hit: "\n" if hit[1] == "n" else hit[1], safe
    ) == plain(name)
    assert not re.search(r"(?<!\\)(\\\\)*[;,]", safe)


@promise("the same parts have the same id and other parts another one, wherever they are cut", icalendar.event_uid)
@given(*[st.lists(st.text("ab|", max_size=3), min_size=1, max_size=3)] * 2)
def test_event_ids(one, other):
    assert icalendar.event_uid(*one) == icalendar.event_uid(*one) and icalendar.event_uid(*one).endswith("@narvard")
    assert (icalendar.event_uid(*one) == icalendar.event_uid(*other)) == (one == other)
