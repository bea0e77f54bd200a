"""How far people have to each service, at a weekday and hour and in a year, and who is nearest where one is missing."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ... import catalogue
from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, extended, fields_of, numbers
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...adapters.tables import has_field
from ...core.access.opening import UnreadableHours, parse_moment
from ...core.access.services import PASSED_MINUTES, alike, summarise
from ...core.network.travel import NO_ROUTE
from ...i18n import tr
from ..parameters import enum_parameter, parts_of
from ..service_rows import label_of
from ..travel import TravelAlgorithm
from ..travel_account import people_text
from .service_table import Asked, read_services, service_label

NOT_OFFERED = "not_offered"
_TABLE = QgsProcessing.SourceType.TypeVector


class Answer(NamedTuple):
    """For the reported origins (n): ``minutes`` and ``metres`` (inf = none), ``facility`` number (−1 = none), ``status``."""

    minutes: np.ndarray
    metres: np.ndarray
    facility: np.ndarray
    status: np.ndarray


class SpecialtyAccess(TravelAlgorithm):
    ID = "specialtyaccess"
    TAGS = (
        "specialty", "service", "opening hours", "travel time", "access",
        "specialitet", "specialistvård", "utbud", "restid", "akutmottagning", "förlossning",
    )  # fmt: skip
    ADDED_TO = "ORIGINS"

    def displayName(self):
        return tr("Access to each service")

    def shortHelpString(self):
        return tr(
            "Gives every point with people the nearest facility that offers each service — a function such as an emergency "
            "department, or a specialty — and the travel time there. A hospital that loses a service loses it on the map, "
            "and where the region lacks one, the result shows who is nearest anyway and in which region.\n\n"
            "SERVICES is the table of services: facility_id, service, and the columns that the question needs: weekdays and "
            "hours for WHEN, care_form, urgency, from_year and to_year. WHEN is a weekday and an hour, such as sat 03:00, "
            "lör 03:00 or 6 03:00 (Monday is 1); weekdays are read as 1-5 or 1,3 and hours as 08:00-17:00, 00:00-24:00, "
            "22:00-06:00 or 08:00-12:00;13:00-16:00. A service is closed from the minute its hours end. A row whose hours "
            "are missing or unreadable is left out, counted and listed. YEAR asks about one year: to_year is the last year "
            "of a service; a facility (columns opened and closed of FACILITIES, where it has them) is gone from the year "
            "in which it closes.\n\n"
            "OUTPUT is a table: origin_id, service, facility_id, minutes, status: ok, no_road, no_route, beyond_limit, or "
            "not_offered (nobody offers the service then). With ORIGIN_REGION and FACILITY_REGION also facility_region and "
            "crosses_border. It holds every service times every point; leave it out where SUMMARY is enough.\n\n"
            "SUMMARY has one row per service: how many facilities offer it then (in the reported region and in others), how "
            "many have it but not then, people, people reached and not, mean, median and 90th percentile minutes of those "
            "reached, the share of all people within 30, 60 and 90 minutes (people who are not reached stay in the "
            "denominator), missing_in_region (REPORT_REGION lacks it), and the facility and region that are nearest to most "
            "people.\n\n"
            "PEOPLE_OUTPUT is a map of one SERVICE: the points with facility_1, minutes_1, with METRES metres_1, and status, named as in "
            "Nearest facility, so that Compare scenarios reads it.\n\n"
            "Method: exact fastest paths, one search for each distinct set of facilities; the key is facility, service and "
            "opening hours, never one point = one hospital. Services given at home or at a distance stand in the table, too, "
            "though nobody travels to them: choose by CARE_FORM or SERVICE."
        )

    def initAlgorithm(self, config=None):
        self.add_places()
        for name in ("FACILITY_ID", "ORIGIN_ID"):
            definition = self.parameterDefinition(name)
            definition.setFlags(definition.flags() & ~definition.Flag.FlagOptional)
        self._add(
            QgsProcessingParameterFeatureSource("SERVICES", tr("Services (table)"), [_TABLE]),
            tr("One row per facility and service, with its hours and years; the workspace's table services."),
        )
        self._add(
            QgsProcessingParameterString("SERVICE", tr("Services to show (with ;). Blank = all"), optional=True),
            tr("Ids or names from the list of services, such as forlossning;pci. Blank = all in the table."),
        )
        self._add(
            QgsProcessingParameterString("WHEN", tr("When (weekday and hour, such as sat 03:00). Blank = any time"), optional=True),
            tr("Only facilities whose hours hold that time count. Blank: opening hours are not asked about."),
        )  # fmt: skip
        known = catalogue.services()
        for name, label, entries, text in (
            ("CARE_FORM", tr("Care form"), known.care_forms, tr("Only rows of the table with this care form. Blank = all.")),
            ("URGENCY", tr("Urgency"), known.urgencies, tr("Only rows of the table with this urgency. Blank = all.")),
        ):  # fmt: skip
            labels = {key: label_of(entry) for key, entry in entries.items()}
            self._add(enum_parameter(name, label, labels, optional=True), text)
        self._add(
            QgsProcessingParameterNumber("YEAR", tr("Year. Blank = whatever year"), optional=True, minValue=1900, maxValue=2200),
            tr("Only services and facilities of that year. Blank: also those that have ended, or not begun, count."),
        )  # fmt: skip
        self.add_travel()
        self.add_metres()
        self.add_regions()
        self.add_prefix()
        self.addParameter(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Travel time to each service"), _TABLE, optional=True)
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink("SUMMARY", tr("Access to each service, summary"), _TABLE, optional=True)
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                "PEOPLE_OUTPUT", tr("Travel time to the service (points)"), optional=True, createByDefault=False
            )
        )

    def checkParameterValues(self, parameters, context):
        try:
            self._moment(parameters, context)
        except UnreadableHours as error:
            text = tr(
                "WHEN cannot be read: {text}. Write a weekday and an hour, such as sat 03:00, lör 03:00 or 6 03:00."
            )
            return False, text.format(text=error)
        if self._maps_people(parameters) and len(self._asked(parameters, context).services) != 1:
            return False, tr(
                "PEOPLE_OUTPUT is the map of one service: name exactly one in SERVICE, or leave the map out."
            )
        return super().checkParameterValues(parameters, context)

    def _maps_people(self, parameters) -> bool:
        return parameters.get("PEOPLE_OUTPUT") not in (None, "")

    def _moment(self, parameters, context):
        text = self.parameterAsString(parameters, "WHEN", context).strip()
        return parse_moment(text) if text else None

    def _asked(self, parameters, context) -> Asked:
        return Asked(
            tuple(parts_of(self.parameterAsString(parameters, "SERVICE", context))),
            self._moment(parameters, context),
            self.parameterAsEnumString(parameters, "CARE_FORM", context),
            self.parameterAsEnumString(parameters, "URGENCY", context),
            None if parameters.get("YEAR") in (None, "") else self.parameterAsInt(parameters, "YEAR", context),
        )

    def fields_read(self, layer, parameters, context):
        fields = super().fields_read(layer, parameters, context)
        if layer == "FACILITIES":
            source = self.source(parameters, layer, context)
            fields += [name for name in ("opened", "closed") if has_field(source, name)]
        return fields

    def style_file(self, output):
        return "nearestfacility_output.qml" if output == "PEOPLE_OUTPUT" else super().style_file(output)

    def added_columns(self, parameters, context):
        """What the map of people adds."""
        if not self._maps_people(parameters):
            return []
        alias = tr("Travel time (min)")
        columns = [
            Column("facility_1", "text", tr("Facility")),
            Column(self.time_name("minutes_1", parameters, context), "real", alias),
        ]
        if self.parameterAsBoolean(parameters, "METRES", context):
            columns.append(Column("metres_1", "real", tr("Way to facility {k} (m)").format(k=1)))
        return self.prefixed([*columns, Column("status", "text", tr("Status"))], parameters, context)

    def output_columns(self, parameters, context):
        columns = [
            Column("origin_id", "text", tr("Origin")),
            Column("service", "text", tr("Service")),
            Column("facility_id", "text", tr("Facility")),
            Column(self.time_name("minutes", parameters, context), "real", tr("Travel time (min)")),
            Column("status", "text", tr("Status")),
        ]
        if self.knows_regions(parameters, context):
            columns.append(Column("facility_region", "text", tr("Region of the facility")))
            columns.append(Column("crosses_border", "flag", tr("Nearest facility in another region")))
        return columns

    def summary_columns(self, parameters, context):
        columns = [
            Column("service", "text", tr("Service")),
            Column("name", "text", tr("Name of the service")),
            Column("facilities", "integer", tr("Facilities that offer it then")),
            Column("facilities_own", "integer", tr("of which in the reported region")),
            Column("facilities_other", "integer", tr("of which in other regions")),
            Column("facilities_not_then", "integer", tr("Facilities that have it, but not then")),
            Column("population", "real", tr("People")),
            Column("population_reached", "real", tr("People who reach it")),
            Column("population_unreached", "real", tr("People who do not reach it")),
            Column("mean_minutes", "real", tr("Mean travel time (min)")),
            Column("median_minutes", "real", tr("Median travel time (min)")),
            Column("p90_minutes", "real", tr("90th percentile of travel time (min)")),
            *(
                Column(f"share_{limit:.0f}", "real", tr("Share of all people within {n} min").format(n=f"{limit:.0f}"))
                for limit in PASSED_MINUTES
            ),
            Column("missing_in_region", "flag", tr("Missing in the reported region")),
            Column("nearest_facility", "text", tr("Facility nearest to most people")),
            Column("nearest_region", "text", tr("Its region")),
            Column("nearest_population", "real", tr("People who have it as nearest")),
            Column("population_crossing", "real", tr("People whose nearest is in another region")),
        ]
        return [
            column._replace(name=self.time_name(column.name, parameters, context))
            if "minutes" in column.name
            else column
            for column in columns
        ]

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", self.output_columns(parameters, context))
        account.name_columns("SUMMARY", self.summary_columns(parameters, context))
        account.name_columns("PEOPLE_OUTPUT", self.added_columns(parameters, context))
        question = self.ask(parameters, context, feedback, account)
        source = self.source(parameters, "SERVICES", context)
        offered = read_services(source, self._asked(parameters, context), question.facilities, account, feedback)
        shown = question.reported(question.origin_region, len(question.people))
        text = tr("{n} people at {points} points.")
        account.say(feedback, text.format(n=people_text(question.people[shown].sum()), points=int(shown.sum())))
        feedback.setProgressText(tr("Searching the network"))
        metres = self.parameterAsBoolean(parameters, "METRES", context)
        answers = self._search(question, offered, shown, metres, feedback)
        summary = self._summary(question, offered, answers, shown, account, feedback)
        none = QgsCoordinateReferenceSystem()
        with Outputs(self, parameters, context, feedback) as outputs:
            fields = fields_of(self.output_columns(parameters, context))
            rows = self._output_rows(question, offered, answers, shown)
            count = len(offered.services) * int(shown.sum())
            outputs.write("OUTPUT", fields, NO_GEOMETRY, none, rows, count)
            fields = fields_of(self.summary_columns(parameters, context))
            outputs.write("SUMMARY", fields, NO_GEOMETRY, none, ((None, row) for row in summary))
            if self._maps_people(parameters):
                self._write_people(parameters, context, outputs, question, answers[0], shown)
        self.keep(account, outputs.results, context, self.note(parameters, context))
        return outputs.results

    def _write_people(self, parameters, context, outputs, question, answer, shown):
        source = self.source(parameters, "ORIGINS", context)
        columns = [np.append(question.facilities.ids, None)[answer.facility], numbers(answer.minutes)]
        if self.parameterAsBoolean(parameters, "METRES", context):
            columns.append(numbers(answer.metres))
        values = zip(question.origins.fids[shown], zip(*columns, answer.status))
        added = {int(fid): list(row) for fid, row in values}
        fields = extended(source.fields(), self.added_columns(parameters, context))
        rows = self.copied(source, added)
        outputs.write("PEOPLE_OUTPUT", fields, source.wkbType(), source.sourceCrs(), rows, len(added))

    def _search(self, question, offered, shown, metres, feedback) -> list[Answer]:
        """The answer for every service; services that the same facilities offer share one search, and its arrays."""
        xy, answers = question.origins.xy[shown], [None] * len(offered.services)
        on_road = np.zeros(len(question.facilities.ids), bool)
        on_road[question.travel.facility_rows] = True
        groups = list(alike(offered.then))
        for number, (services, facilities) in enumerate(groups):
            if feedback.isCanceled():
                raise Cancelled
            feedback.setProgress(5 + 75 * number / len(groups))
            answer = self._nearest(question.travel, xy, facilities, facilities & on_road, metres)
            for service in services:
                answers[service] = answer
        return answers

    def _nearest(self, travel, xy, offering, attached, metres) -> Answer:
        nothing = np.full(len(xy), np.inf)
        if not attached.any():
            status = NO_ROUTE if offering.any() else NOT_OFFERED
            return Answer(nothing, nothing, np.full(len(xy), -1), np.full(len(xy), status, object))
        there = travel.only(attached)
        reached = there.nearest(xy)
        number = np.append(np.flatnonzero(attached), -1).astype(np.int32)
        length = there.metres(xy, reached)[:, 0] if metres else nothing
        return Answer(reached.minutes[:, 0], length, number[reached.facility[:, 0]], reached.status)

    def _crosses(self, question, facility, shown) -> np.ndarray | None:
        """For the reported origins (n object): does the nearest facility lie in another region? None where unknown."""
        if question.origin_region is None or question.facility_region is None:
            return None
        there = np.append(question.facility_region, None)[facility]
        pairs = zip(question.origin_region[shown], there)
        return np.array([None if a is None or b is None else a != b for a, b in pairs] or [], object)

    def _output_rows(self, question, offered, answers, shown):
        origins, ids = question.origins.ids[shown], np.append(question.facilities.ids, None)
        for service, answer in zip(offered.services, answers):
            columns = [origins, [service] * len(origins), ids[answer.facility], numbers(answer.minutes), answer.status]
            crosses = self._crosses(question, answer.facility, shown)
            if crosses is not None:
                columns += [np.append(question.facility_region, None)[answer.facility], crosses]
            for row in zip(*columns):
                yield None, row

    def _summary(self, question, offered, answers, shown, account, feedback) -> list[list]:
        people, rows = question.people[shown], []
        ids = np.append(question.facilities.ids, None)
        region = np.append(question.facility_region, None) if question.facility_region is not None else None
        own = question.reported(question.facility_region, len(ids) - 1) if question.report is not None else None
        somewhere = None if own is None else np.array([code is not None for code in question.facility_region], bool)
        missing, nobody = [], []
        for number, (service, answer) in enumerate(zip(offered.services, answers)):
            then, ever = offered.then[number], offered.ever[number]
            crosses = self._crosses(question, answer.facility, shown)
            found = summarise(
                answer.minutes, answer.facility, people, None if crosses is None else crosses.astype(bool)
            )
            lacking = None if own is None else _lacking(then, own, somewhere)
            covered = found.coverage
            rows.append([
                service, service_label(service), int(then.sum()),
                None if own is None else int((then & own).sum()),
                None if own is None else int((then & ~own & somewhere).sum()),
                int((ever & ~then).sum()), covered.population, covered.population - covered.unreachable,
                covered.unreachable, *numbers([covered.mean, covered.median, covered.p90, *covered.share]), lacking,
                ids[found.main], None if region is None else region[found.main],
                found.main_people if found.main >= 0 else None, *numbers([found.crossing]),
            ])  # fmt: skip
            if not then.any():
                nobody.append(service)
            elif lacking:
                missing.append(service)
        for services, sentence in (
            (nobody, tr("{n} services are offered by nobody then: {list}.")),
            (missing, tr("{n} services are missing in the reported region then; the result shows who is nearest elsewhere: {list}.")),
        ):  # fmt: skip
            if services:
                account.say(feedback, sentence.format(n=len(services), list=listed(services)), warn=True)
        return rows


def _lacking(then: np.ndarray, own: np.ndarray, somewhere: np.ndarray) -> bool | None:
    """Does none of the reported region's ``own`` facilities offer the service ``then``? None where one whose region is unknown
    does, which may be theirs."""
    if (then & own).any():
        return False
    return True if not (then & ~somewhere).any() else None
