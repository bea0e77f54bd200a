"""Internal dates of a planremiss: worked by hand, over boards and holidays, and always in order."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.plans.deadlines import (
    STEPS,
    Meeting,
    Urgency,
    appeal_end,
    internal_schedule,
    most_urgent,
    schedule_for,
    urgency,
)
from narvard_plugin.core.plans.workdays import YearOutside, is_workday, roll_forward
from tests.shared import campaign

BUSY = settings(derandomize=True, max_examples=campaign(200, 4000), deadline=None)


def day(text):
    return date.fromisoformat(text)


def short(schedule):
    return [f"{kind} {when:%m-%d}" for kind, when in schedule.dates.items()]


def test_a_whole_month_over_easter():
    """2027-03-01 → 2027-04-01: 23 weekdays but Good Friday and Easter Monday are 21 workdays: nothing is squeezed."""
    found = internal_schedule(day("2027-03-01"), day("2027-04-01"))
    assert found.workdays == 21 and not found.squeezed and found.proposed_extension is None
    assert short(found) == [
        "fordelas 03-03", "delsvar 03-18", "sammanstallt 03-23", "beslut 03-30", "skicka 04-01", "svar_senast 04-01",
    ]  # fmt: skip


def test_a_letter_that_came_on_a_saturday_counts_from_monday():
    saturday, monday = (internal_schedule(day(when), day("2026-11-20")) for when in ("2026-11-07", "2026-11-09"))
    assert saturday.dates == monday.dates and saturday.workdays == monday.workdays == 9
    assert saturday.proposed_extension == monday.proposed_extension == day("2026-11-30")


@pytest.mark.parametrize(
    ("received", "answer_by", "proposed"),
    [
        ("2026-11-20", "2026-11-20", "2026-12-11"),  # the same day
        ("2026-11-20", "2026-11-22", "2026-12-11"),  # only a weekend is left
        ("2026-11-20", "2026-11-10", "2026-12-11"),  # too late when it came
        ("2026-06-19", "2026-06-22", "2026-07-13"),  # came on Midsummer's Eve, due on the Monday it counts from
    ],
)
def test_no_time_gives_no_internal_dates_and_a_flag(received, answer_by, proposed):
    found = internal_schedule(day(received), day(answer_by))
    assert found.no_time and not found.squeezed
    assert dict(found.dates) == {"svar_senast": day(answer_by)}
    assert found.proposed_extension == day(proposed)


def test_an_extension_is_counted_from_and_the_first_date_stays():
    found = internal_schedule(day("2026-06-15"), day("2026-06-29"), extension_to=day("2026-08-14"))
    assert found.dates["svar_senast"] == day("2026-06-29")
    assert found.dates["skicka"] == found.due == day("2026-08-14")
    assert found.workdays == 43 and found.proposed_extension is None


def test_a_board_s_papers_rule_the_steps_before():
    """Meeting 24 September, papers 10 workdays before on 10 September; the joint answer must go with them."""
    meetings = [
        Meeting(day("2026-08-27")),
        Meeting(day("2026-09-24"), body="Regionstyrelsen"),
        Meeting(day("2026-10-22")),
    ]
    found = schedule_for(day("2026-08-24"), day("2026-10-09"), "namnd", meetings)
    assert found.meeting.body == "Regionstyrelsen"
    assert short(found) == [
        "fordelas 08-26", "delsvar 09-07", "sammanstallt 09-10", "namndhandlingar 09-10", "sammantrade 09-24",
        "beslut 09-24", "skicka 10-09", "svar_senast 10-09",
    ]  # fmt: skip
    told = schedule_for(day("2026-08-24"), day("2026-10-09"), "namnd", [Meeting(day("2026-09-24"), day("2026-09-01"))])
    assert told.squeezed and told.dates["sammanstallt"] == told.dates["namndhandlingar"] == day("2026-09-01")


def test_an_earlier_meeting_decides_when_the_papers_of_the_latest_are_gone():
    first, last = Meeting(day("2026-10-01"), day("2026-09-24")), Meeting(day("2026-10-08"), day("2026-09-21"))
    found = schedule_for(day("2026-09-21"), day("2026-10-09"), "namnd", [first, last])
    assert (found.board_problem, found.meeting, found.dates["namndhandlingar"]) == ("", first, day("2026-09-24"))


@pytest.mark.parametrize(
    ("meetings", "chosen", "problem", "later"),
    [
        ([], None, "no_meetings", None),
        (["2026-11-19"], None, "none_in_time", "2026-11-19"),
        (["2026-08-20", "2026-11-19"], None, "none_in_time", "2026-11-19"),  # one long before the receipt
        (["2026-09-28", "2026-11-19"], None, "papers_gone", "2026-11-19"),
        (["2026-10-01", "2026-11-19"], "2026-11-19", "too_late", "2026-11-19"),
    ],
)
def test_without_a_board_in_time_the_dates_are_those_of_a_delegated_decision(meetings, chosen, problem, later):
    meetings = [Meeting(day(one)) for one in meetings]
    found = schedule_for(day("2026-09-21"), day("2026-10-09"), "utskott", meetings, chosen=chosen and day(chosen))
    plain = internal_schedule(day("2026-09-21"), day("2026-10-09"))
    assert found.board_problem == problem and found.meeting is None
    assert dict(found.dates) == dict(plain.dates)
    assert (found.next_meeting and found.next_meeting.day) == (later and day(later))
    assert found.proposed_extension == (day(later) if later else plain.proposed_extension)


@BUSY
@given(
    st.dates(date(2025, 1, 1), date(2050, 1, 1)),
    st.integers(0, 60),
    st.lists(st.tuples(st.integers(0, 90), st.integers(0, 30)), max_size=5),
    st.sampled_from(["delegation", "utskott", "namnd"]),
)
def test_the_steps_are_always_in_order(received, days, meetings, level):
    answer_by = received + timedelta(days=days)
    known = [Meeting(received + timedelta(days=n), received + timedelta(days=n - before)) for n, before in meetings]
    found = schedule_for(received, answer_by, level, known)
    assert found.dates["svar_senast"] == answer_by
    dates = [found.dates[step] for step in STEPS if step in found.dates]
    assert [received, *dates] == sorted([received, *dates])
    assert found.no_time == (len(dates) == 1)
    assert found.no_time or roll_forward(received) <= dates[0]
    own = {step: when for step, when in found.dates.items() if step in ("fordelas", "delsvar", "sammanstallt")}
    assert all(map(is_workday, own.values()))


def test_a_period_by_law_ends_on_the_next_workday():
    """Three weeks from Friday 15 May 2026 end on the national day's eve, a Friday that is a workday; from 16 May on a Saturday."""
    assert appeal_end(day("2026-05-15")) == (day("2026-06-05"), day("2026-06-05"))
    assert appeal_end(day("2026-05-16")) == (day("2026-06-06"), day("2026-06-08"))
    with pytest.raises(YearOutside):
        appeal_end(date(2100, 12, 20))


def test_what_is_late_and_what_is_soon():
    today = day("2026-12-07")
    states = [urgency(today + timedelta(days=n), today) for n in (-1, 0, 1, 7, 8)]
    assert states == [(-1, "late"), (0, "today"), (1, "soon"), (7, "soon"), (8, "ok")]
    assert urgency(today - timedelta(days=9), today, done=True) == (None, "done")
    assert most_urgent([*states, Urgency(None, "done")]) == (-1, "late")
    assert most_urgent([Urgency(None, "done")]) == most_urgent([]) == (None, "done")
