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
from ...i18n import tr
from ..travel import TravelAlgorithm
from ..travel_account import say_reached


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
        columns = [
            Column("origin_id", "text", tr("Origin")),
            Column("facility_id", "text", tr("Facility")),
            Column(self.time_name("minutes", parameters, context), "real", tr("Travel time (min)")),
        ]
        account.name_columns("OUTPUT", columns)
        question = self.ask(parameters, context, feedback, account)
        count = min(self.parameterAsInt(parameters, "COUNT", context), len(question.facilities.ids))
        feedback.setProgressText(tr("Searching the network"))
        reached = question.travel.nearest(question.origins.xy, max(count, 1), self.step(feedback, 5, 30))
        origin, facility, minutes = self._pairs(question, reached, count, feedback)
        shown = question.reported(question.origin_region, len(question.people))
        keep = shown[origin]
        order = np.lexsort((facility[keep], minutes[keep], origin[keep]))
        origin, facility, minutes = (values[keep][order] for values in (origin, facility, minutes))
        say_reached(question, reached, shown, account, feedback)
        account.say(feedback, tr("The table has {pairs} pairs.").format(pairs=len(origin)))
        pairs = zip(question.origins.ids[origin], question.facilities.ids[facility], minutes.tolist())
        with Outputs(self, parameters, context, feedback) as outputs:
            rows = ((None, pair) for pair in pairs)
            outputs.write("OUTPUT", fields_of(columns), NO_GEOMETRY, QgsCoordinateReferenceSystem(), rows, len(origin))
        self.keep(account, outputs.results, context, self.note(parameters, context))
        return outputs.results

    def _pairs(self, question, reached, count, feedback):
        if count == 0:
            return question.travel.pairs(question.origins.xy, self.step(feedback, 30, 90))
        origin, k = np.nonzero(reached.facility >= 0)
        return origin, reached.facility[origin, k], reached.minutes[origin, k]
