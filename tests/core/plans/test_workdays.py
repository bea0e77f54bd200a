"""Swedish workdays: the reference cases, days worked out by hand, and what holds for every date."""

import datetime
import json
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.plans import deadlines, workdays
from narvard_plugin.core.plans.workdays import (
    YearOutside,
    add_workdays,
    is_workday,
    public_holidays,
    roll_back,
    roll_forward,
    why_not_workday,
    workdays_between,
)
from tests.shared import campaign, shared_file

DAYS = st.dates(date(2005, 3, 1), date(2100, 10, 1))
BUSY = settings(derandomize=True, max_examples=campaign(150, 3000), deadline=None)


def day(text):
    return date.fromisoformat(text)


def iso(found):
    """A named tuple or a mapping as the reference writes it."""
    values = found._asdict() if hasattr(found, "_asdict") else found
    return {name: value.isoformat() if isinstance(value, datetime.date) else value for name, value in values.items()}


def holidays(year):
    found = public_holidays(year)
    return {"count": len(found), "holidays": {when.isoformat(): list(names) for when, names in found.items()}}


def schedule(inkom, svar_senast):
    found = deadlines.internal_schedule(day(inkom), day(svar_senast))
    dates = {"avdelningssvar" if kind == "delsvar" else kind: when for kind, when in found.dates.items()}
    proposed = found.proposed_extension
    return iso({**dates, "workdays": found.workdays, "squeezed": found.squeezed,
                "anstand_proposed": proposed is not None, "anstand_till": proposed})  # fmt: skip


def board(svar_senast, meetings):
    found = deadlines.board_meeting(day(svar_senast), [deadlines.Meeting(day(one)) for one in meetings])
    meeting = found.meeting and found.meeting.day
    return iso({"meeting": meeting, "papers": found.papers, "anstand_needed": found.extension_needed})


def period(start, end, procedure):
    minimum = {"standard": 14, "utokat": 21, "bmp": 30}[procedure]
    return iso(deadlines.review_period(day(start), day(end), minimum))


ANSWERS = {
    "public_holidays": holidays,
    "is_workday": lambda date: {"is_workday": is_workday(day(date))},
    "workdays_between": lambda after, to: {"workdays": workdays_between(day(after), day(to))},
    "add_workdays": lambda date, workdays: iso({"date": add_workdays(day(date), workdays)}),
    "roll_forward": lambda date: iso({"date": roll_forward(day(date))}),
    "roll_back": lambda date: iso({"date": roll_back(day(date))}),
    "appeal_end": lambda posted: iso(deadlines.appeal_end(day(posted))),
    "review_period": period,
    "internal_schedule": schedule,
    "board_meeting": board,
}


def test_the_reference_cases_hold():
    cases = json.loads(shared_file("reference/detaljplan-drafts/deadline_cases.json").read_text("utf-8"))["cases"]
    wrong = [case["id"] for case in cases if ANSWERS[case["kind"]](**case["input"]) != case["expected"]]
    assert len(cases) == 57 and wrong == []


def test_the_holidays_of_a_year():
    """2025, read in an almanac: Easter Sunday 20 April."""
    assert [when.strftime("%m-%d") for when in public_holidays(2025)] == [
        "01-01", "01-06", "04-18", "04-20", "04-21", "05-01", "05-29", "06-06", "06-08", "06-21", "11-01", "12-25", "12-26",
    ]  # fmt: skip


def test_two_holidays_on_one_date_both_keep_their_names():
    twice = [year for year in range(2005, 2101) if len(public_holidays(year)) == 12]
    assert twice == [2008, 2049, 2055, 2060]
    assert public_holidays(2008)[date(2008, 5, 1)] == ("Kristi himmelsfärdsdag", "första maj")
    assert public_holidays(2049)[date(2049, 6, 6)] == ("nationaldagen", "pingstdagen")


@pytest.mark.parametrize(
    ("when", "why"),
    [
        ("2026-06-19", "midsommarafton"),
        ("2026-12-31", "nyårsafton"),
        ("2026-04-05", "påskdagen"),
        ("2026-04-04", "lördag"),
        ("2026-04-12", "söndag"),
        ("2026-04-30", ""),  # valborgsmässoafton
        ("2026-05-15", ""),  # klämdag
    ],
)
def test_a_day_off_says_why(when, why):
    assert why_not_workday(day(when)) == why


@pytest.mark.parametrize("year", [2004, 1999, 2101])
def test_other_years_are_refused(year):
    with pytest.raises(YearOutside) as refused:
        is_workday(date(year, 6, 15))
    assert refused.value.year == year


def test_a_step_out_of_the_known_years_is_refused_too():
    with pytest.raises(YearOutside):
        add_workdays(date(2100, 12, 30), 1)
    with pytest.raises(YearOutside):
        roll_back(date(2005, 1, 1))


@BUSY
@given(DAYS, st.integers(-60, 60))
def test_workdays_are_counted_as_they_are_added(start, count):
    end = add_workdays(start, count)
    if count >= 0:
        assert workdays_between(start, end) == count
    elif is_workday(start):
        assert workdays_between(end, start) == -count
    assert count == 0 or is_workday(end)


@BUSY
@given(DAYS)
def test_rolling_finds_the_nearest_workday_on_its_side(when):
    later, earlier = roll_forward(when), roll_back(when)
    assert earlier <= when <= later and is_workday(earlier) and is_workday(later)
    assert not any(is_workday(earlier + timedelta(days=n)) for n in range(1, (later - earlier).days))
    assert (earlier == later) == is_workday(when)


def test_every_easter_is_a_sunday_in_its_weeks():
    for year in range(2005, 2101):
        easter = workdays.easter_sunday(year)
        assert easter.weekday() == 6 and date(year, 3, 22) <= easter <= date(year, 4, 25)
