"""Deadlines of a planremiss: internal dates back from the municipality's, board meetings, periods by law, and what is late.

The offsets are Närvård's own (a region's own working order may differ); periods by law come from ``statutory_times.json``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple, Optional

from .workdays import add_workdays, roll_back, roll_forward, workdays_between

#: The order in which the internal dates come, with the municipality's own last.
STEPS = ("fordelas", "delsvar", "sammanstallt", "namndhandlingar", "sammantrade", "beslut", "skicka", "svar_senast")
#: Fewer workdays than this squeeze the internal dates together, and fewer than `ENOUGH` are a reason to ask for more time.
_UNSQUEEZED, ENOUGH = 12, 15
#: Workdays from the receipt to the distribution.
_DISTRIBUTE = 2
#: Workdays from the day when the answer must be sent.
_FROM_DUE = {"delsvar": -8, "sammanstallt": -5, "beslut": -2, "skicka": 0}
#: Workdays from the last delsvar to the joint statement.
_MERGE = _FROM_DUE["sammanstallt"] - _FROM_DUE["delsvar"]
#: What is left to do before the joint statement is squeezed when there are fewer workdays.
_TO_MERGED = _UNSQUEEZED + _FROM_DUE["sammanstallt"]
#: Workdays before a meeting when the papers must be in, unless the board says otherwise.
PAPERS = 10
#: Days left that count as soon.
SOON = 7

DELEGATION = "delegation"
LATE, TODAY, SOON_DUE, FINE, DONE = "late", "today", "soon", "ok", "done"


class Meeting(NamedTuple):
    """A meeting of a board or committee; ``papers_by`` None = `PAPERS` workdays before."""

    day: date
    papers_by: Optional[date] = None
    body: str = ""

    @property
    def papers(self) -> date:
        return self.papers_by or add_workdays(self.day, -PAPERS)


class BoardMeeting(NamedTuple):
    """The meeting that can decide, its papers, and whether more time is needed because there is none."""

    meeting: Optional[Meeting]
    papers: Optional[date]
    extension_needed: bool


@dataclass(frozen=True)
class Schedule:
    """When a planremiss has to be where.

    ``answer_by`` is the municipality's date, never moved; ``until`` what is counted from: an extension granted, else that
    date. ``due``: the last workday for sending. ``workdays``: those after the receipt (on a day off: after the next workday)
    to then. ``dates``: by kind, in order; only ``svar_senast`` when there is ``no_time``. ``proposed_extension``: the date to
    ask for (with no meeting in time, the next meeting), None = enough time. ``meeting`` decides, where a board does;
    ``board_problem`` says why there is none:
    ``no_meetings`` (none is known), ``none_in_time``, ``papers_gone`` (they had to be in before the receipt) or ``too_late``
    (the chosen meeting is after the date that is counted from); ``next_meeting`` is then the first one that could do.
    """

    received: date
    answer_by: date
    until: date
    due: date
    workdays: int
    squeezed: bool
    no_time: bool
    proposed_extension: Optional[date]
    dates: Mapping[str, date] = field(hash=False)
    meeting: Optional[Meeting] = None
    board_problem: str = ""
    next_meeting: Optional[Meeting] = None


class Period(NamedTuple):
    """A period of samråd or granskning in days, the start not counted, and whether it is as long as the law wants."""

    days: int
    minimum: int
    meets_minimum: bool
    first_lawful_end: date


class AppealEnd(NamedTuple):
    """The last day to appeal: ``nominal`` by the calendar, ``last_day`` moved to the next workday."""

    nominal: date
    last_day: date


class Urgency(NamedTuple):
    """Days left (negative = past, None = done) and the colour's name: late, today, soon, ok or done."""

    days: Optional[int]
    state: str


def internal_schedule(
    received: date,
    answer_by: date,
    *,
    extension_to: Optional[date] = None,
    meeting: Optional[Meeting] = None,
) -> Schedule:
    """The internal dates between the receipt and the municipality's date.

    A ``meeting`` decides on or before the date that is counted from; its papers, which come after the receipt, rule the
    steps before. Raises `workdays.YearOutside`.
    """
    until = extension_to or answer_by
    due, start = roll_back(until), roll_forward(received)
    workdays = workdays_between(start, due)
    dates, squeezed = {}, False
    if workdays:
        dates, squeezed = _back_from(start, due, workdays) if meeting is None else _before_meeting(start, due, meeting)
    dates["svar_senast"] = answer_by
    return Schedule(
        received,
        answer_by,
        until,
        due,
        workdays,
        squeezed,
        no_time=not workdays,
        proposed_extension=add_workdays(start, ENOUGH) if workdays < ENOUGH else None,
        dates={step: dates[step] for step in STEPS if step in dates},
        meeting=meeting if workdays else None,
    )


def schedule_for(
    received: date,
    answer_by: date,
    level: str,
    meetings: Sequence[Meeting] = (),
    *,
    extension_to: Optional[date] = None,
    chosen: Optional[date] = None,
) -> Schedule:
    """`internal_schedule` for the level that decides: delegation needs no meeting, utskott and namnd one of ``meetings``.

    ``chosen``: the meeting that a person set. Where no meeting can do, the internal dates are those of a delegated decision.
    """
    plain = internal_schedule(received, answer_by, extension_to=extension_to)
    if level == DELEGATION:
        return plain
    problem, meeting = _meeting_for(plain, meetings, chosen)
    if problem:
        later = _next_possible(plain, meetings)
        proposed = later.day if later else plain.proposed_extension
        return replace(plain, board_problem=problem, next_meeting=later, proposed_extension=proposed)
    return internal_schedule(received, answer_by, extension_to=extension_to, meeting=meeting)


def board_meeting(until: date, meetings: Iterable[Meeting]) -> BoardMeeting:
    """The latest meeting on or before ``until``, which is never moved."""
    in_time = [meeting for meeting in meetings if meeting.day <= until]
    if not in_time:
        return BoardMeeting(None, None, True)
    chosen = max(in_time, key=lambda meeting: meeting.day)
    return BoardMeeting(chosen, chosen.papers, False)


def review_period(start: date, end: date, minimum: int) -> Period:
    """Days from ``start`` to ``end`` against the least number by law. Neither date is moved."""
    days = (end - start).days
    return Period(days, minimum, days >= minimum, start + timedelta(days=minimum))


def appeal_end(posted: date, days: int = 21) -> AppealEnd:
    """When a decision posted on the municipality's notice board can last be appealed. Raises `workdays.YearOutside`."""
    nominal = posted + timedelta(days=days)
    return AppealEnd(nominal, roll_forward(nominal))


def urgency(due: date, today: date, done: bool = False, soon: int = SOON) -> Urgency:
    """How a deadline stands on a day."""
    if done:
        return Urgency(None, DONE)
    days = (due - today).days
    if days < 0:
        return Urgency(days, LATE)
    return Urgency(days, TODAY if days == 0 else SOON_DUE if days <= soon else FINE)


def most_urgent(states: Sequence[Urgency]) -> Urgency:
    """The one that a case is coloured by: the one with fewest days left; done when all are."""
    left = [state for state in states if state.days is not None]
    return min(left, key=lambda state: state.days, default=Urgency(None, DONE))


def _back_from(start: date, due: date, workdays: int) -> tuple[dict[str, date], bool]:
    share = min(Fraction(1), Fraction(workdays, _UNSQUEEZED))
    dates = {"fordelas": add_workdays(start, round(_DISTRIBUTE * share))}
    dates.update((step, add_workdays(due, round(days * share))) for step, days in _FROM_DUE.items())
    return dates, share < 1


def _before_meeting(start: date, due: date, meeting: Meeting) -> tuple[dict[str, date], bool]:
    """The joint statement has to be ready when the papers go out, not a few days before the answer is due."""
    papers = roll_back(meeting.papers)
    share = min(Fraction(1), Fraction(workdays_between(start, papers), _TO_MERGED))
    dates = {
        "fordelas": add_workdays(start, round(_DISTRIBUTE * share)),
        "delsvar": add_workdays(papers, round(-_MERGE * share)),
        "sammanstallt": papers,
        "namndhandlingar": meeting.papers,
        "sammantrade": meeting.day,
        "beslut": meeting.day,
        "skicka": max(due, meeting.day),  # a meeting on the Saturday before a Sunday: sent at once
    }
    return dates, share < 1


def _meeting_for(plain: Schedule, meetings: Sequence[Meeting], chosen: Optional[date]) -> tuple[str, Optional[Meeting]]:
    """What hinders a board's decision in time, "" where ``meeting`` can make it."""
    if chosen is not None:
        meetings = [meeting for meeting in meetings if meeting.day == chosen] or [Meeting(chosen)]
        if chosen > plain.until:
            return "too_late", None
    if not meetings:
        return "no_meetings", None
    in_time = [meeting for meeting in meetings if plain.received < meeting.day <= plain.until]
    if not in_time:
        return "none_in_time", None
    # Boards of one level have their own days for papers: a later meeting's may be gone when an earlier one's are not.
    meeting = board_meeting(plain.until, [one for one in in_time if _papers_possible(plain, one)]).meeting
    return ("", meeting) if meeting else ("papers_gone", None)


def _next_possible(plain: Schedule, meetings: Sequence[Meeting]) -> Optional[Meeting]:
    possible = [meeting for meeting in meetings if meeting.day > plain.until and _papers_possible(plain, meeting)]
    return min(possible, key=lambda meeting: meeting.day, default=None)


def _papers_possible(plain: Schedule, meeting: Meeting) -> bool:
    return workdays_between(roll_forward(plain.received), roll_back(meeting.papers)) > 0
