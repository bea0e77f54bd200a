"""Parameters of `plandeadlines`: what a letter says, or a planremiss in the register."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Optional

from qgis.core import QgsProcessingException, QgsProcessingParameterString

from ...core.plans.deadlines import Meeting
from ...i18n import tr
from ..base import NarvardAlgorithm
from ..parameters import enum_parameter, parts_of, workspace_parameter

_UNKNOWN, _YES, _NO = "okant", "ja", "nej"
_IMPACT = {_UNKNOWN: None, _YES: True, _NO: False}


class Letter(NamedTuple):
    """What the municipality's letter says, and who decides the answer."""

    received: date
    answer_by: date
    extension_to: Optional[date]
    start: Optional[date]
    stage: str
    level: str
    procedure: str
    standing: str
    significant_impact: Optional[bool]
    departments: Sequence[str]
    meetings: Sequence[Meeting]
    name: str


def level_labels():
    return {"delegation": tr("Delegation"), "utskott": tr("Committee (utskott)"), "namnd": tr("Board (nämnd)")}


def stage_labels():
    return {
        "planbesked": tr("Planbesked"),
        "program": tr("Programme"),
        "samråd": tr("Samråd"),
        "granskning": tr("Granskning"),
        "antagen": tr("Adopted"),
        "övrigt": tr("Other"),
    }


def add_letter(tool: NarvardAlgorithm) -> None:
    """RECEIVED … NAME, of a planremiss that stands in no register."""
    for name, label, text in (
        ("RECEIVED", tr("Received"), tr("When the letter came, as 2026-12-07.")),
        ("ANSWER_BY", tr("Answer by (the municipality's date)"), tr("As in the letter; it is never moved.")),
    ):
        tool._add(QgsProcessingParameterString(name, label, optional=True), text)
    standings = {
        "vasentligt_intresse": tr("Body with an essential interest (väsentligt intresse)"),
        "sakagare": tr("Property owner concerned (sakägare)"),
        "bada": tr("Both"),
    }
    procedures = {
        "okant": tr("Not known"),
        "standard": tr("Standardförfarande"),
        "utokat": tr("Utökat förfarande"),
        "samordnat": tr("Samordnat förfarande"),
        "begransat": tr("Begränsat förfarande"),
    }
    impact = {_UNKNOWN: tr("Not known"), _YES: tr("Yes"), _NO: tr("No")}
    for name, label, labels, default, text in (
        ("STAGE", tr("Stage"), stage_labels(), "samråd", tr("What the region is asked in.")),
        ("LEVEL", tr("Level that decides"), level_labels(), "delegation", tr("A board or committee needs a meeting in time.")),
        ("PROCEDURE", tr("Procedure"), procedures, "okant", tr("Decides the shortest time by law.")),
        (
            "STANDING", tr("The region's standing"), standings, "vasentligt_intresse",
            tr("A sakägare may lose the right to appeal by silence."),
        ),
        (
            "SIGNIFICANT_IMPACT", tr("Significant environmental impact"), impact, _UNKNOWN,
            tr("Betydande miljöpåverkan: a longer granskning."),
        ),
    ):  # fmt: skip
        tool._add(enum_parameter(name, label, labels, default), text)
    for name, label, text in (
        ("START", tr("First day of the period"), tr("Blank = the shortest time by law is told and not tested.")),
        ("EXTENSION_TO", tr("Extension granted to"), tr("Internal dates are then counted from this date.")),
        (
            "MEETINGS",
            tr("Meetings of the board"),
            tr(
                "Dates with ; between; after a / the day when papers must be in: 2026-09-24/2026-09-08. Blank = those of the "
                "workspace at that level."
            ),
        ),
        ("DEPARTMENTS", tr("Functions"), tr("Codes with ; between, each with its own row for its partial answer.")),
        ("NAME", tr("Name of the plan"), tr("Stands in the calendar.")),
    ):
        tool._add(QgsProcessingParameterString(name, label, optional=True), text)


def add_register(tool: NarvardAlgorithm) -> None:
    """WORKSPACE and REFERRAL, instead of a letter, and the day that counts as today."""
    tool._add(workspace_parameter(optional=True), tr("With REFERRAL; or alone, for its table of board meetings."))
    tool._add(
        QgsProcessingParameterString("REFERRAL", tr("Planremiss (id or diarienummer)"), optional=True),
        tr("Its dates as they are stored, those set by hand too."),
    )
    tool._add(
        QgsProcessingParameterString("TODAY", tr("Today"), optional=True),
        tr("What days left are counted from, as 2026-12-07. Blank = today."),
    )


def read_letter(tool: NarvardAlgorithm, parameters, context, today: date) -> Letter:
    """Raises `QgsProcessingException` for a text that is no date."""

    def day(name):
        return read_day(tool, parameters, context, name)

    def chosen(name):
        return tool.parameterAsEnumString(parameters, name, context)

    return Letter(
        day("RECEIVED") or today,
        day("ANSWER_BY"),
        day("EXTENSION_TO"),
        day("START"),
        chosen("STAGE"),
        chosen("LEVEL"),
        chosen("PROCEDURE"),
        chosen("STANDING"),
        _IMPACT[chosen("SIGNIFICANT_IMPACT")],
        parts_of(tool.parameterAsString(parameters, "DEPARTMENTS", context)),
        [_meeting(part) for part in parts_of(tool.parameterAsString(parameters, "MEETINGS", context))],
        tool.parameterAsString(parameters, "NAME", context).strip(),
    )


def read_day(tool: NarvardAlgorithm, parameters, context, name: str) -> Optional[date]:
    """The date in a parameter; None where it is blank."""
    text = tool.parameterAsString(parameters, name, context).strip()
    return _day(text, name) if text else None


def problem_of(tool: NarvardAlgorithm, parameters, context) -> str:
    """What is wrong with the choice between a letter and a planremiss in the register; "" where nothing is."""
    given = {name: tool.parameterAsString(parameters, name, context).strip() for name in (
        "RECEIVED", "ANSWER_BY", "WORKSPACE", "REFERRAL", "EXTENSION_TO",
    )}  # fmt: skip
    if given["REFERRAL"] and not given["WORKSPACE"]:
        return tr("REFERRAL stands in a workspace: name it in WORKSPACE.")
    if given["REFERRAL"] and given["ANSWER_BY"]:
        return tr("Give either ANSWER_BY (from a letter) or REFERRAL (in the workspace), not both.")
    if not given["REFERRAL"] and not (given["RECEIVED"] and given["ANSWER_BY"]):
        return tr("Give RECEIVED and ANSWER_BY as in the letter, or WORKSPACE and REFERRAL.")
    if given["EXTENSION_TO"] and given["ANSWER_BY"] and given["EXTENSION_TO"] <= given["ANSWER_BY"]:
        return tr("EXTENSION_TO must be later than ANSWER_BY.")
    return ""


def _meeting(text: str) -> Meeting:
    day, _, papers = text.partition("/")
    meeting = Meeting(_day(day.strip(), "MEETINGS"), _day(papers.strip(), "MEETINGS") if papers.strip() else None)
    if meeting.papers_by and meeting.papers_by > meeting.day:
        raise QgsProcessingException(
            tr("MEETINGS: the papers of {date} would be due after the meeting.").format(date=meeting.day.isoformat())
        )
    return meeting


def _day(text: str, name: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise QgsProcessingException(
            tr('{name} must be a date written as 2026-12-07, not "{text}".').format(name=name, text=text)
        ) from error
