"""The parameters of Compare with known trips, and what can be wrong with them before anything is read."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterCrs,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
)

from ...core.network.modes import MODES, VEHICLE_MODES
from ...i18n import tr
from ..base import NarvardAlgorithm
from ..parameters import enum_parameter

COORDINATES = ("FROM_X", "FROM_Y", "TO_X", "TO_Y")
IDS = ("FROM_ID", "TO_ID")
TO_FACILITY = "to_facility"


def mode_words() -> dict[str, str]:
    return dict(zip(MODES, (tr("Car"), tr("Bicycle"), tr("Walking"), tr("Emergency vehicle"))))


class ObservedParameters(NarvardAlgorithm):
    """Declares and checks them."""

    def initAlgorithm(self, config=None):
        kinds = QgsProcessingParameterField.DataType
        self._add(
            QgsProcessingParameterFile("NETWORK", tr("Network file"), extension="npz"),
            tr("A file made by Compile road network."),
        )
        self._add(
            QgsProcessingParameterFeatureSource("TRIPS", tr("Known trips"), [QgsProcessing.SourceType.TypeVector]),
            tr("A table, or lines from start to end."),
        )
        for name, label, kind, optional, text in (
            ("OBSERVED_MINUTES", tr("Observed time in minutes (field)"), kinds.Numeric, False,
             tr("From departure to arrival; alarm handling and turn-out are not part of it.")),
            ("WEIGHT", tr("Number of trips in the row (field; blank = 1)"), kinds.Numeric, True,
             tr("How many trips an aggregated row stands for.")),
            ("HOUR", tr("Hour of departure (field)"), kinds.Any, True,
             tr("0–23 or a time such as 07:30; gives the errors per hour.")),
            ("TRIP_ID", tr("Trip id (field)"), kinds.Any, True, tr("Names each trip in the result; blank = feature id.")),
            ("FROM_ID", tr("Start: id (field)"), kinds.Any, True, tr("With TO_ID: where the trip starts, by id.")),
            ("TO_ID", tr("End: id (field)"), kinds.Any, True, tr("With FROM_ID: where the trip ends, by id.")),
            ("FROM_X", tr("Start: x (field)"), kinds.Numeric, True, tr("East or longitude of the start.")),
            ("FROM_Y", tr("Start: y (field)"), kinds.Numeric, True, tr("North or latitude of the start.")),
            ("TO_X", tr("End: x (field)"), kinds.Numeric, True, tr("East or longitude of the end.")),
            ("TO_Y", tr("End: y (field)"), kinds.Numeric, True, tr("North or latitude of the end.")),
        ):  # fmt: skip
            self._add_field(name, label, "TRIPS", text, kind, optional)
        self._add(
            QgsProcessingParameterCrs("TRIPS_CRS", tr("System of the coordinates"), optional=True),
            tr("Of the x and y fields; blank = that of the layer TRIPS."),
        )
        for layer, label, id_name, id_label, text in (
            ("ORIGINS", tr("People (points)"), "ORIGIN_ID", tr("Origin id (field)"), tr("Looked up by FROM_ID or TO_ID.")),
            ("FACILITIES", tr("Facilities or stations"), "FACILITY_ID", tr("Facility id (field)"),
             tr("Looked up by TO_ID or FROM_ID.")),
        ):  # fmt: skip
            point = [QgsProcessing.SourceType.TypeVectorPoint]
            self._add(QgsProcessingParameterFeatureSource(layer, label, point, optional=True), text)
            self._add_field(id_name, id_label, layer, text, kinds.Any, True)
        self._add_travel()
        self._add_results()

    def _add_travel(self):
        self._add(
            enum_parameter(
                "MODE",
                tr("Mode"),
                mode_words(),
                "car",
            ),
            tr("How the trips were made. Factors are proposed for driving only."),
        )
        self._add(
            enum_parameter(
                "DIRECTION",
                tr("Direction"),
                {TO_FACILITY: tr("From people to the facility"), "from_facility": tr("From the facility to people")},
                TO_FACILITY,
            ),
            tr(
                "Which end is the facility or station: with From the facility to people, FROM_ID is looked up in FACILITIES."
            ),
        )
        for name, label, default, least in (
            ("MAX_OFFROAD", tr("Longest distance to a road (m)"), 1000, 0),
            ("OFFROAD_SPEED", tr("Speed off the road (km/h)"), 5, 0.1),
        ):
            real = QgsProcessingParameterNumber.Type.Double
            parameter = QgsProcessingParameterNumber(name, label, real, default, minValue=least)
            parameter.setFlags(parameter.flags() | parameter.Flag.FlagAdvanced)
            self._add(parameter, tr("As in Nearest facility."))

    def _add_results(self):
        self.addParameter(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Deviations"), QgsProcessing.SourceType.TypeVectorLine)
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                "SUMMARY", tr("Errors and factors"), QgsProcessing.SourceType.TypeVector, optional=True
            )
        )
        for name, label, kind in (
            ("CALIBRATED_NETWORK", tr("Network with the factors"), tr("Närvård network (*.npz)")),
            ("REPORT", tr("How well the model fits"), tr("Web page (*.html)")),
        ):
            self.addParameter(
                QgsProcessingParameterFileDestination(name, label, kind, optional=True, createByDefault=False)
            )
        for name, label in (
            ("TRIP_COUNT", tr("Trips compared")),
            ("BIAS_MINUTES", tr("Mean deviation (min)")),
            ("P90_MINUTES", tr("P90 of the error (min)")),
            ("OVERALL_FACTOR", tr("Overall factor")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def checkParameterValues(self, parameters, context):
        problem = self._check_files(parameters, context) or self._check_ends(parameters, context)
        return (False, problem) if problem else super().checkParameterValues(parameters, context)

    def _check_files(self, parameters, context) -> str:
        target = self.file(parameters, "CALIBRATED_NETWORK", context)
        if target and Path(target).suffix.lower() != ".npz":
            return tr("The name of the network file must end in .npz.")
        network = Path(self.parameterAsString(parameters, "NETWORK", context))
        if target and Path(target).is_file() and network.is_file() and network.samefile(target):
            return tr(
                "CALIBRATED_NETWORK would overwrite NETWORK, and its own times would be lost. Choose another name."
            )
        if target and self.parameterAsEnumString(parameters, "MODE", context) not in VEHICLE_MODES:
            return tr("Factors are for driving. Choose car or emergency vehicle, or leave CALIBRATED_NETWORK blank.")
        report = self.file(parameters, "REPORT", context)
        if report and Path(report).suffix.lower() not in (".html", ".htm"):
            return tr("The name of the report must end in .html.")
        return ""

    def _check_ends(self, parameters, context) -> str:
        for names in (IDS, COORDINATES):
            given = [bool(self.text(parameters, name, context)) for name in names]
            if any(given) and not all(given):
                return tr("{names} belong together: name all of them, or none.").format(names=", ".join(names))
        needed = ("ORIGINS", "ORIGIN_ID", "FACILITIES", "FACILITY_ID")
        if self.text(parameters, "FROM_ID", context) and any(parameters.get(name) in (None, "") for name in needed):
            return tr(
                "FROM_ID and TO_ID are looked up in ORIGINS by ORIGIN_ID and in FACILITIES by FACILITY_ID: name all four."
            )
        return ""

    def text(self, parameters, name, context) -> str:
        return self.parameterAsString(parameters, name, context)

    def file(self, parameters, name, context) -> str:
        """The path of a file to be written; empty where it is not asked for."""
        return self.parameterAsFileOutput(parameters, name, context) if parameters.get(name) not in (None, "") else ""

    def towards(self, parameters, context) -> bool:
        """Do the trips end at the facilities?"""
        return self.parameterAsEnumString(parameters, "DIRECTION", context) == TO_FACILITY

    def _add_field(self, name, label, layer, text, kind, optional):
        self._add(
            QgsProcessingParameterField(name, label, parentLayerParameterName=layer, type=kind, optional=optional), text
        )
