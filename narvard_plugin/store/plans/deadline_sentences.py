"""What a planner should know about the dates of a planremiss, in sentences; the same in tools, reports and the panel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple, Optional

from ...core.plans import statutory
from ...core.plans.deadlines import ENOUGH, STEPS, Meeting, Period, Schedule, review_period
from ...core.plans.statutory import StatutoryTime, last_chance, shortest_time
from ...core.plans.workdays import FIRST_YEAR, LAST_YEAR, why_not_workday
from ...i18n import tr

#: Standings in which silence can cost the right to appeal.
_PARTY = ("sakagare", "bada")


class Said(NamedTuple):
    """A sentence, and whether it must not be overlooked."""

    text: str
    warn: bool = False


class Asked(NamedTuple):
    """What the sentences about a planremiss depend on, besides its dates; ``start`` is the first day of the period,
    ``extension_asked`` the day when more time was asked for."""

    stage: str
    procedure: str
    standing: str
    significant_impact: Optional[bool] = None
    start: Optional[date] = None
    extension_asked: Optional[date] = None


def kind_label(kind: str) -> str:
    """What a kind of deadline is called."""
    return {
        "svar_senast": tr("Answer by (the municipality's date)"),
        "fordelas": tr("Distribute to the functions"),
        "delsvar": tr("Partial answers in"),
        "sammanstallt": tr("Joint answer ready"),
        "namndhandlingar": tr("Papers to the board"),
        "sammantrade": tr("Meeting that decides"),
        "beslut": tr("Decision"),
        "skicka": tr("Send the answer"),
        "anstand": tr("Extension (anstånd)"),
        "overklagande": tr("Last day to appeal"),
        "bevakning": tr("Look again"),
        "lofte": tr("Promise"),
    }[kind]


def year_sentence(year: int) -> str:
    """Why a date was refused."""
    return tr(
        "Swedish workdays are known here from {first} to {last}, and not for {year}. Correct the date."
    ).format(first=FIRST_YEAR, last=LAST_YEAR, year=year)  # fmt: skip


def about(schedule: Schedule, asked: Asked, times: Sequence[StatutoryTime], today: date) -> list[Said]:
    """All that is to be said, the most pressing first."""
    said = [*_last_chance(schedule, asked, times), *_party(asked), *_time(schedule, today)]
    said += _waiting(schedule, asked)
    said += [*_board(schedule), *_period(schedule, asked, times)]
    return said


def note_of(schedule: Schedule, kind: str) -> str:
    """What stands beside one date; "" where there is nothing to add."""
    if kind == "svar_senast":
        return " ".join(filter(None, (_extended(schedule), _not_a_workday(schedule), _no_time(schedule))))
    if kind == "sammantrade" and schedule.meeting is not None:
        return schedule.meeting.body
    if kind in schedule.dates and schedule.squeezed and kind in STEPS[:3]:
        return tr("squeezed: short of time")
    return ""


def with_last_chance(note: str, kind: str, last: bool) -> str:
    """``note`` of a date by which the answer must be there, said loudly where nothing can be said afterwards."""
    if not last or kind not in ("svar_senast", "skicka"):
        return note
    return " ".join(filter(None, (tr("LAST CHANCE: no granskning follows (begränsat förfarande)."), note)))


def period_of(asked: Asked, answer_by: date, times: Sequence[StatutoryTime]) -> Optional[Period]:
    """The period against its shortest time by law; None where its start or that time is not known."""
    if asked.start is None:
        return None
    shortest = shortest_time(times, asked.stage, asked.procedure, asked.significant_impact, asked.start)
    return review_period(asked.start, answer_by, shortest.days) if shortest.kind == statutory.DAYS else None


def _last_chance(schedule: Schedule, asked: Asked, times: Sequence[StatutoryTime]):
    on = asked.start or schedule.received
    if last_chance(times, asked.stage, asked.procedure, on):
        yield Said(
            tr(
                "LAST CHANCE: begränsat förfarande has no granskning. What is not said in this samråd can't be said later, "
                "and the municipality may adopt the plan as soon as everybody consulted has approved it. No answer is no "
                "approval: answer expressly."
            ),
            True,
        )
    elif shortest_time(times, asked.stage, asked.procedure, None, on).kind == statutory.NOT_HELD:
        yield Said(tr("Begränsat förfarande has no granskning, but this is one. Check the procedure."), True)


def _party(asked: Asked):
    if asked.standing in _PARTY and asked.stage == "granskning":
        yield Said(
            tr(
                "The region is sakägare: whoever has not written by the end of granskning may lose the right to appeal. "
                "Repeat the remarks from samråd that were not met."
            ),
            True,
        )


def _time(schedule: Schedule, today: date):
    if schedule.until < today:
        yield Said(tr("The time to answer ended on {date}.").format(date=schedule.until.isoformat()), True)
    if schedule.no_time:
        yield Said(_no_time(schedule), True)
    elif schedule.workdays < ENOUGH:
        text = tr(
            "There are only {n} workdays for the answer. Ask the municipality for an extension (anstånd) to {date}; until it "
            "is granted, the municipality's date stands."
        )
        yield Said(text.format(n=schedule.workdays, date=schedule.proposed_extension.isoformat()), True)
    if schedule.squeezed:
        yield Said(tr("The internal dates are squeezed in proportion, because the usual steps do not fit."), True)
    for text in (_extended(schedule), _not_a_workday(schedule)):
        if text:
            yield Said(text)


def _no_time(schedule: Schedule) -> str:
    if not schedule.no_time:
        return ""
    return tr(
        "No time is left between the receipt ({received}) and the last workday to answer ({due}), so there are no internal "
        "dates. Ask the municipality at once for an extension (anstånd) to {date}."
    ).format(
        received=schedule.received.isoformat(),
        due=schedule.due.isoformat(),
        date=schedule.proposed_extension.isoformat() if schedule.proposed_extension else "–",
    )


def _extended(schedule: Schedule) -> str:
    if schedule.until == schedule.answer_by:
        return ""
    return tr(
        "The municipality has granted an extension (anstånd) to {until}, and internal dates are counted from that; its first "
        "date, {answer_by}, is kept beside it."
    ).format(until=schedule.until.isoformat(), answer_by=schedule.answer_by.isoformat())


def _not_a_workday(schedule: Schedule) -> str:
    name = why_not_workday(schedule.until)
    if not name:
        return ""
    return tr(
        "{date} is no workday ({name}). The municipality's date is not moved; send the answer by {due}."
    ).format(date=schedule.until.isoformat(), name=name, due=schedule.due.isoformat())  # fmt: skip


def _waiting(schedule: Schedule, asked: Asked) -> list[Said]:
    if asked.extension_asked is None or schedule.until != schedule.answer_by:
        return []
    text = tr("An extension (anstånd) was asked for on {date} and is not granted: the municipality's date stands.")
    return [Said(text.format(date=asked.extension_asked.isoformat()), True)]


def _board(schedule: Schedule):
    if schedule.board_problem and not schedule.no_time:
        text = _BOARD[schedule.board_problem]().format(date=schedule.until.isoformat())
        yield Said(" ".join((text, _instead(schedule.next_meeting))), True)
    elif schedule.meeting is not None:
        meeting = schedule.meeting
        text = tr("{body} decides on {date}; papers must be in by {papers}.")
        body = meeting.body or tr("The board")
        yield Said(text.format(body=body, date=meeting.day.isoformat(), papers=meeting.papers.isoformat()))
        if meeting.day >= schedule.due:
            yield Said(tr("The meeting is on the last day: the answer has to be sent the same day."), True)


#: Looked up when they are needed, in the language of that time.
_BOARD: Mapping = {
    "no_meetings": lambda: tr(
        "No meetings of the board are known, so the dates are those of a delegated decision. Add the board's meetings."
    ),
    "none_in_time": lambda: tr("The board has no meeting between the receipt and {date}."),
    "papers_gone": lambda: tr(
        "The papers of the board's last meeting before {date} had to be in before the planremiss came."
    ),
    "too_late": lambda: tr("The chosen meeting is after {date}, when the answer is due."),
}


def _instead(meeting: Optional[Meeting]) -> str:
    if meeting is None:
        return tr("Ask for an extension (anstånd), or have the answer decided by delegation.")
    return tr(
        "Ask for an extension (anstånd) past the next meeting, {date}, or have the answer decided by delegation."
    ).format(date=meeting.day.isoformat())  # fmt: skip


def _period(schedule: Schedule, asked: Asked, times: Sequence[StatutoryTime]):
    if asked.stage not in ("samråd", "granskning"):
        return
    on = asked.start or schedule.received
    shortest = shortest_time(times, asked.stage, asked.procedure, asked.significant_impact, on)
    if shortest.kind == statutory.UNKNOWN:
        yield Said(tr("The shortest time by law for this stage and procedure is not known here, and was not tested."))
    elif shortest.kind == statutory.UNREGULATED:
        yield Said(tr("The law sets no shortest time for samråd in this procedure: the municipality's date rules."))
    elif shortest.kind == statutory.DAYS and asked.start is None:
        text = tr("The law wants at least {n} days ({law}). Give the first day of the period to have it tested.")
        yield Said(text.format(n=shortest.days, law=shortest.law))
    elif shortest.kind == statutory.DAYS:
        yield from _against(review_period(asked.start, schedule.answer_by, shortest.days), shortest)


def _against(period: Period, shortest: statutory.Shortest):
    facts = {"days": period.days, "minimum": period.minimum, "law": shortest.law}
    if not period.meets_minimum:
        text = tr(
            "The period is {days} days and the law wants at least {minimum} ({law}): it may end on {date} at the earliest. "
            "Point it out to the municipality; it may be right if all concerned agreed to a shorter one."
        )
        yield Said(text.format(date=period.first_lawful_end.isoformat(), **facts), True)
    else:
        yield Said(tr("The period is {days} days; the law wants at least {minimum} ({law}).").format(**facts))
    if shortest.or_days and period.days < shortest.or_days:
        text = tr("If the plan can be assumed to have significant environmental impact, the law wants {n} days.")
        yield Said(text.format(n=shortest.or_days), True)
