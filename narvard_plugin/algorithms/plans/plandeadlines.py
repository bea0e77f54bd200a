"""The dates of a planremiss: internal ones counted back from the municipality's, as a table and for a calendar."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import NamedTuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
    QgsProcessingUtils,
)

from ... import catalogue
from ...adapters.outputs import NO_GEOMETRY, Outputs, fields_of
from ...adapters.provenance import Account
from ...adapters.row_colours import colour_rows
from ...core.plans.deadlines import DELEGATION, Schedule, schedule_for
from ...core.plans.rows import records
from ...core.plans.statutory import last_chance
from ...core.plans.workdays import YearOutside
from ...i18n import tr
from ...reports.files import write_whole
from ...store.plans.cases import read_case
from ...store.plans.deadline_rows import deadlines_of, meetings_of, schedule_of
from ...store.plans.deadline_sentences import Asked, about, year_sentence
from ...store.workspace import open_workspace
from ..base import NarvardAlgorithm
from .deadline_output import COLOURS, Deadline, calendar, columns, from_register, from_schedule, rows
from .deadline_parameters import add_letter, add_register, problem_of, read_day, read_letter


class _Found(NamedTuple):
    """The dates, what they rest on, the plan's name, and what keeps the calendar's ids the same."""

    schedule: Schedule
    asked: Asked
    deadlines: list[Deadline]
    name: str
    key: str


class PlanDeadlines(NarvardAlgorithm):
    ID = "plandeadlines"
    GROUP = "plans"
    TAGS = (
        "deadline", "workdays", "planremiss", "calendar", "iCalendar", "samråd", "granskning", "anstånd", "frist",
        "arbetsdagar", "svar senast", "nämnd", "detaljplan",
    )  # fmt: skip

    def displayName(self):
        return tr("Deadlines of a planremiss")

    def shortHelpString(self):
        return tr(
            "Counts a planremiss's internal dates back from the municipality's: when it is distributed, when the functions answer, when the joint answer is ready, when it is "
            "decided and sent. Give RECEIVED and ANSWER_BY as in the letter, or WORKSPACE and REFERRAL for one in the register, with the dates that were set by hand.\n\n"
            "The municipality's date is never moved, not even from a Sunday. Internal dates fall on workdays; with fewer than 12 workdays they are squeezed in proportion, and with fewer "
            "than 15 an extension (anstånd) is proposed. With no workday left there are no internal dates. LEVEL utskott or namnd chooses the latest meeting in time, from MEETINGS or the "
            "workspace's table board_meetings; papers must be in 10 workdays before, unless the meeting says otherwise. These offsets are Närvård's own.\n\n"
            "The period from START is tested against the shortest time by law for STAGE, PROCEDURE and SIGNIFICANT_IMPACT; a time that was not read in the law is not tested. "
            "Begränsat förfarande has no granskning: samråd is then the last chance. STANDING tells whether silence can cost the right to appeal.\n\n"
            "OUTPUT has a row per date, and one per function for delsvar; CALENDAR is an iCalendar file (.ics) of all-day events for the dates that are not done, with the same ids "
            "every time, so that importing it again renews them.\n\n"
            "Method: Swedish workdays 2005–2100 by lag (1989:253) and lag (1930:173), exact fractions. Source: plan- och bygglagen 5 kap., as it was read up to 2024: check that it "
            "still holds."
        )

    def initAlgorithm(self, config=None):
        add_letter(self)
        add_register(self)
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Deadlines")))
        self.addParameter(
            QgsProcessingParameterFileDestination(
                "CALENDAR", tr("Calendar file"), tr("iCalendar (*.ics)"), optional=True, createByDefault=False
            )
        )
        self.addOutput(QgsProcessingOutputNumber("WORKDAYS", tr("Workdays for the answer")))
        self.addOutput(
            QgsProcessingOutputString("PROPOSED_EXTENSION", tr("Extension to ask for (blank = none needed)"))
        )

    def checkParameterValues(self, parameters, context):
        problem = problem_of(self, parameters, context)
        if problem:
            return False, problem
        path = self._calendar_path(parameters, context)
        if path and path.suffix.lower() != ".ics":
            return False, tr("CALENDAR must end in .ics.")
        return super().checkParameterValues(parameters, context)

    def compute(self, parameters, context, feedback):
        today = read_day(self, parameters, context, "TODAY") or date.today()
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", columns())
        try:
            found = self._find(parameters, context, today)
            said = about(found.schedule, found.asked, catalogue.statutory_times(), today)
        except YearOutside as error:
            raise QgsProcessingException(year_sentence(error.year)) from error
        for sentence in said:
            account.say(feedback, sentence.text, warn=sentence.warn)
        path = self._calendar_path(parameters, context)
        with Outputs(self, parameters, context, feedback) as outputs:
            nowhere = QgsCoordinateReferenceSystem()
            outputs.write("OUTPUT", fields_of(columns()), NO_GEOMETRY, nowhere, rows(found.deadlines))
            if path:
                write_whole(path, calendar(found.deadlines, found.name, found.key))
        self.keep(account, outputs.results, context)
        proposed = found.schedule.proposed_extension
        return {
            **outputs.results,
            **({"CALENDAR": str(path)} if path else {}),
            "WORKDAYS": found.schedule.workdays,
            "PROPOSED_EXTENSION": proposed.isoformat() if proposed else "",
        }

    def postProcessAlgorithm(self, context, feedback):
        result = super().postProcessAlgorithm(context, feedback)
        for _, layer_id, _, _ in self._kept:
            layer = QgsProcessingUtils.mapLayerFromString(layer_id, context)
            if layer is not None:
                colour_rows(layer, "state", COLOURS)
        return result

    def _find(self, parameters, context, today: date) -> _Found:
        wanted = self.parameterAsString(parameters, "REFERRAL", context).strip()
        name = self.parameterAsString(parameters, "WORKSPACE", context).strip()
        with open_workspace(name, writable=False, tool=self.ID) if name else nullcontext() as workspace:
            if wanted:
                return _of_register(workspace, wanted, today)
            letter = read_letter(self, parameters, context, today)
            meetings = letter.meetings
            if workspace is not None and not meetings and letter.level != DELEGATION:
                meetings = meetings_of(workspace, letter.level)
        schedule = schedule_for(
            letter.received, letter.answer_by, letter.level, meetings, extension_to=letter.extension_to
        )
        asked = Asked(letter.stage, letter.procedure, letter.standing, letter.significant_impact, letter.start)
        key = "|".join((letter.name, letter.stage, letter.received.isoformat()))
        last = last_chance(catalogue.statutory_times(), letter.stage, letter.procedure, letter.start or letter.received)
        deadlines = from_schedule(schedule, letter.departments, last, today)
        return _Found(schedule, asked, deadlines, letter.name, key)

    def _calendar_path(self, parameters, context):
        if not parameters.get("CALENDAR"):
            return None
        path = self.parameterAsFileOutput(parameters, "CALENDAR", context)
        return Path(path) if path else None


def _of_register(workspace, wanted: str, today: date) -> _Found:
    found = records(workspace.read("referrals", within={"referral_id": [wanted]}))
    found = found or records(workspace.read("referrals", within={"region_reference": [wanted]}))
    if len(found) != 1:
        text = tr('There is no planremiss "{id}" in the workspace. Write its id or diarienummer.')
        if found:
            text = tr('{n} planremisser have the diarienummer "{id}". Write the id of one: {ids}.')
        ids = ", ".join(row["referral_id"] for row in found)
        raise QgsProcessingException(text.format(id=wanted, n=len(found), ids=ids))
    (referral,) = found
    case, schedule = read_case(workspace, referral["plan_id"]), schedule_of(workspace, referral)
    impact = case["significant_impact"]
    start = referral["start"]
    asked = Asked(
        referral["stage"],
        case["procedure"],
        referral["standing"],
        None if impact is None else bool(impact),
        date.fromisoformat(start) if start else None,
        date.fromisoformat(referral["extension_asked"]) if referral["extension_asked"] else None,
    )
    stored = deadlines_of(workspace, today, referral["referral_id"])
    return _Found(schedule, asked, from_register(stored, schedule, today), case["name"], referral["referral_id"])
