"""The nearest facilities of every point with people, and who each facility serves."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
)

from ...adapters.outputs import Column, Outputs, extended, numbers
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled
from ...core.access.travel_summary import summarise_facilities
from ...i18n import tr
from ..travel import TravelAlgorithm
from ..travel_account import say_reached


class NearestFacility(TravelAlgorithm):
    ID = "nearestfacility"
    TAGS = ("nearest", "closest facility", "travel time", "access", "närmaste", "restid", "vårdcentral", "hälsocentral")

    def displayName(self):
        return tr("Nearest facility")

    def shortHelpString(self):
        return tr(
            "Gives every point with people its nearest facility and the travel time there (COUNT nearest when asked), along "
            "the roads of a network file made by Compile road network.\n\n"
            "ORIGINS are points with people, POPULATION how many; FACILITIES are points. Points attach along the nearest road "
            "link that the MODE may stop on, with a leg off the road at OFFROAD_SPEED, at most MAX_OFFROAD metres. DIRECTION "
            "says who travels. What is farther than MAX_MINUTES counts as out of reach. SPEED_FACTOR divides drive time.\n\n"
            "OUTPUT is the origins with facility_1, minutes_1 …, offroad_m and status: ok, no_road (no road within "
            "MAX_OFFROAD), no_route (no facility can be reached) or beyond_limit (farther than MAX_MINUTES). FACILITY_SUMMARY is the facilities with "
            "the people who have them as nearest, and their mean, median and 90th percentile travel time. Unreachable is "
            "empty, never 0. Equal times go to the id that comes first as text.\n\n"
            "With ORIGIN_REGION, FACILITY_REGION and REPORT_REGION everyone competes, but only the reported regions are "
            "written; crosses_border tells whose nearest facility lies in another region, and population_own and "
            "population_other whose people each facility serves.\n\n"
            "COST straight uses distance × DETOUR at STRAIGHT_SPEED instead of roads, and says so in every time field.\n\n"
            "Method: exact fastest paths from all facilities at once; k nearest by repeated passes."
        )

    def initAlgorithm(self, config=None):
        self.add_places()
        self.addParameter(
            QgsProcessingParameterNumber(
                "COUNT", tr("How many of the nearest"), defaultValue=1, minValue=1, maxValue=50
            )
        )
        self.add_travel()
        self.add_metres()
        self.add_regions()
        self.add_prefix()
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Travel time to the nearest facility")))
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                "FACILITY_SUMMARY", tr("People per facility"), optional=True, createByDefault=False
            )
        )
        self.addOutput(QgsProcessingOutputNumber("UNREACHABLE_COUNT", tr("People without a facility in reach")))

    def added_columns(self, parameters, context):
        columns = []
        with_region = bool(self.parameterAsString(parameters, "FACILITY_REGION", context))
        for k in range(1, self.parameterAsInt(parameters, "COUNT", context) + 1):
            columns.append(Column(f"facility_{k}", "text", tr("Facility {k}").format(k=k)))
            columns.append(
                Column(
                    self.time_name(f"minutes_{k}", parameters, context),
                    "real",
                    self._minutes_alias(k, parameters, context),
                )
            )
            if self.parameterAsBoolean(parameters, "METRES", context):
                columns.append(Column(f"metres_{k}", "real", tr("Way to facility {k} (m)").format(k=k)))
            if with_region:
                columns.append(Column(f"region_{k}", "text", tr("Region of facility {k}").format(k=k)))
        if with_region and self.parameterAsString(parameters, "ORIGIN_REGION", context):
            columns.append(Column("crosses_border", "flag", tr("Nearest facility in another region")))
        columns.append(Column("offroad_m", "real", tr("Distance to the road (m)")))
        columns.append(Column("status", "text", tr("Status")))
        return self.prefixed(columns, parameters, context)

    def summary_columns(self, parameters, context):
        columns = [Column("population", "real", tr("People who have it as nearest"))]
        if self.knows_regions(parameters, context):
            columns.append(Column("population_own", "real", tr("of whom from its own region")))
            columns.append(Column("population_other", "real", tr("of whom from other regions")))
        for name, alias in (
            ("mean_minutes", tr("Mean travel time (min)")),
            ("median_minutes", tr("Median travel time (min)")),
            ("p90_minutes", tr("90th percentile of travel time (min)")),
        ):
            columns.append(Column(self.time_name(name, parameters, context), "real", alias))
        return self.prefixed(columns, parameters, context)

    def _minutes_alias(self, k, parameters, context):
        if self.straight(parameters, context):
            return tr("Straight line to facility {k}, not by road (min)").format(k=k)
        return tr("Travel time to facility {k} (min)").format(k=k)

    def _check_names(self, parameters, context):
        problem = super()._check_names(parameters, context)
        if problem or parameters.get("FACILITY_SUMMARY") is None:
            return problem
        return self.clash_sentence(parameters, "FACILITIES", self.summary_columns(parameters, context), context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", self.added_columns(parameters, context))
        account.name_columns("FACILITY_SUMMARY", self.summary_columns(parameters, context))
        question = self.ask(parameters, context, feedback, account)
        count = self.parameterAsInt(parameters, "COUNT", context)
        feedback.setProgressText(tr("Searching the network"))
        reached = question.travel.nearest(question.origins.xy, count, self.step(feedback, 20, 50))
        metres = None
        if self.parameterAsBoolean(parameters, "METRES", context):
            metres = question.travel.metres(question.origins.xy, reached, self.step(feedback, 50, 70))
        if feedback.isCanceled():
            raise Cancelled
        shown = question.reported(question.origin_region, len(question.people))
        say_reached(question, reached, shown, account, feedback)
        with Outputs(self, parameters, context, feedback) as outputs:
            self._write_origins(parameters, context, outputs, question, reached, metres, shown)
            self._write_facilities(parameters, context, outputs, question, reached)
        self.keep(account, outputs.results, context, self.note(parameters, context))
        unreached = float(question.people[shown & (reached.facility[:, 0] < 0)].sum())
        return {**outputs.results, "UNREACHABLE_COUNT": unreached}

    def _write_origins(self, parameters, context, outputs, question, reached, metres, shown):
        source = self.source(parameters, "ORIGINS", context)
        values = self._origin_values(question, reached, metres)
        added = {int(fid): values[row] for row, fid in enumerate(question.origins.fids) if shown[row]}
        fields = extended(source.fields(), self.added_columns(parameters, context))
        rows = self.copied(source, added)
        outputs.write("OUTPUT", fields, source.wkbType(), source.sourceCrs(), rows, len(added))

    def _origin_values(self, question, reached, metres):
        ids = np.append(question.facilities.ids, None)
        columns = []
        for k in range(reached.minutes.shape[1]):
            columns += [ids[reached.facility[:, k]], numbers(reached.minutes[:, k])]
            if metres is not None:
                columns.append(numbers(metres[:, k]))
            if question.facility_region is not None:
                columns.append(np.append(question.facility_region, None)[reached.facility[:, k]])
        if question.facility_region is not None and question.origin_region is not None:
            nearest = np.append(question.facility_region, None)[reached.facility[:, 0]]
            columns.append(
                [
                    None if here is None or there is None else bool(there != here)
                    for here, there in zip(question.origin_region, nearest)
                ]
            )
        columns += [numbers(reached.offroad_m), reached.status]
        return [list(row) for row in zip(*columns)]

    def _write_facilities(self, parameters, context, outputs, question, reached):
        if parameters.get("FACILITY_SUMMARY") is None:
            return
        source = self.source(parameters, "FACILITIES", context)
        nearest, minutes, people = reached.facility[:, 0], reached.minutes[:, 0], question.people
        size = len(question.facilities.ids)
        summary = summarise_facilities(minutes, nearest, people, size)
        columns = [summary.population.tolist()]
        if self.knows_regions(parameters, context):
            origin = np.flatnonzero(nearest >= 0)
            table = np.zeros((size, 3))
            np.add.at(table, nearest[origin], question.people_by_region(origin, nearest[origin]))
            columns += [table[:, 1].tolist(), table[:, 2].tolist()]
        columns += [numbers(values) for values in summary[1:]]
        shown = question.reported(question.facility_region, size)
        values = [list(row) for row in zip(*columns)]
        added = {int(fid): values[row] for row, fid in enumerate(question.facilities.fids) if shown[row]}
        fields = extended(source.fields(), self.summary_columns(parameters, context))
        rows = self.copied(source, added)
        outputs.write("FACILITY_SUMMARY", fields, source.wkbType(), source.sourceCrs(), rows, len(added))
