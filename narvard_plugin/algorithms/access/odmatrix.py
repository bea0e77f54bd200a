"""Travel times between people and facilities as a table that other tools read."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
)

from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, fields_of
from ...adapters.provenance import Account
from ...adapters.tables import Cancelled
from ...i18n import tr
from ..travel import TravelAlgorithm


class OdMatrix(TravelAlgorithm):
    ID = "odmatrix"
    TAGS = ("od matrix", "origin destination", "cost matrix", "travel time", "restidsmatris", "restid")
    ADDED_TO = None

    def displayName(self):
        return tr("Travel time matrix")

    def shortHelpString(self):
        return tr(
            "Makes a table of travel times between people and facilities: origin_id, facility_id, minutes. COUNT 0 gives "
            "all pairs within MAX_MINUTES; a number gives that many nearest facilities for each origin.\n\n"
            "ORIGIN_ID and FACILITY_ID are required, because other tools join the table by them. A pair without a route is "
            "not in the table. NETWORK, MODE, DIRECTION and the other settings work as in Nearest facility.\n\n"
            "POPULATION is used only for the counts in the log. Without MAX_MINUTES and COUNT the table holds every origin "
            "times every facility, which can be very large.\n\n"
            "Method: exact fastest paths from the facilities, in blocks."
        )

    def initAlgorithm(self, config=None):
        self.add_places()
        for name in ("FACILITY_ID", "ORIGIN_ID"):
            definition = self.parameterDefinition(name)
            definition.setFlags(definition.flags() & ~definition.Flag.FlagOptional)
        self.addParameter(
            QgsProcessingParameterNumber(
                "COUNT",
                tr("How many of the nearest (0 = all within the longest travel time)"),
                defaultValue=0,
                minValue=0,
            )
        )
        self.add_travel()
        self.add_regions()
        self.addParameter(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Travel time matrix"), QgsProcessing.SourceType.TypeVector)
        )

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        question = self.ask(parameters, context, feedback, account)
        count = self.parameterAsInt(parameters, "COUNT", context)
        feedback.setProgressText(tr("Searching the network"))
        origin, facility, minutes = self._pairs(question, count, feedback)
        shown = question.reported(question.origin_region, len(question.people))
        keep = shown[origin]
        origin, facility, minutes = origin[keep], facility[keep], minutes[keep]
        order = np.lexsort((facility, minutes, origin))
        origin, facility, minutes = origin[order], facility[order], minutes[order]
        alone = shown.copy()
        alone[origin] = False
        account.say(
            feedback,
            tr("{pairs} pairs of {origins} points and {facilities} facilities.").format(
                pairs=len(origin), origins=int(shown.sum()), facilities=len(question.travel.facility_rows)
            ),
        )
        if alone.any():
            account.say(
                feedback,
                tr("{n} people at {points} points have no facility in reach, so they are not in the table.").format(
                    n=f"{question.people[alone].sum():.0f}", points=int(alone.sum())
                ),
                warn=True,
            )
        columns = [
            Column("origin_id", "text", tr("Origin")),
            Column("facility_id", "text", tr("Facility")),
            Column(self.time_name("minutes", parameters, context), "real", tr("Travel time (min)")),
        ]
        account.aliases.update({column.name: column.alias for column in columns})
        pairs = zip(question.origins.ids[origin], question.facilities.ids[facility], minutes.tolist())
        with Outputs(self, parameters, context, feedback) as outputs:
            rows = ((None, pair) for pair in pairs)
            outputs.write("OUTPUT", fields_of(columns), NO_GEOMETRY, QgsCoordinateReferenceSystem(), rows, len(origin))
        self.keep(account, outputs.results, context, self.note(parameters, context))
        return outputs.results

    def _pairs(self, question, count, feedback):
        if count > 0:
            reached = question.travel.nearest(question.origins.xy, count)
            if feedback.isCanceled():
                raise Cancelled
            origin, k = np.nonzero(reached.facility >= 0)
            return origin, reached.facility[origin, k], reached.minutes[origin, k]

        def step(share):
            if feedback.isCanceled():
                raise Cancelled
            feedback.setProgress(90 * share)

        return question.travel.pairs(question.origins.xy, step)
