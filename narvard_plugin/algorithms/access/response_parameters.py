"""The parameters of Response coverage, their checks, and the fields that it adds."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...adapters.outputs import Column
from ...core.access.opening import UnreadableHours, parse_clock
from ...i18n import tr
from ..travel import TravelAlgorithm
from .response_reading import parse_thresholds

_REAL = QgsProcessingParameterNumber.Type.Double
_NUMERIC = QgsProcessingParameterField.DataType.Numeric
_ANY = [QgsProcessing.SourceType.TypeVector]


class ResponseParameters(TravelAlgorithm):
    """Declares what the tool asks; travel is always from the station."""

    FACILITIES, FACILITY_ID = "STATIONS", "STATION_ID"
    HAS_DIRECTION = False
    MODE = "emergency"

    def add_facilities(self):
        self._add_points("STATIONS", tr("Stations"), tr("Where the vehicles stand: ambulance stations."))
        self._add_field(
            "STATION_ID", tr("Station id (field)"), "STATIONS", tr("Names each station; blank = feature id.")
        )

    def add_times(self):
        for name, label, default, text in (
            ("ALARM_MINUTES", tr("Alarm time (minutes)"), 2, tr("From the call until a vehicle is sent.")),
            ("TURNOUT_MINUTES", tr("Turn-out time (minutes)"), 1.5, tr("From the alarm until the vehicle leaves.")),
        ):
            self._add(QgsProcessingParameterNumber(name, label, _REAL, default, minValue=0), text)
        self._add(
            QgsProcessingParameterString("THRESHOLDS", tr("Thresholds (minutes, with commas)"), "10,15,20,30"),
            tr("The share of people within each is reported; regions measure by different ones."),
        )
        for name, label in (("OPEN_FROM", tr("Open from (field, HH:MM)")), ("OPEN_TO", tr("Open to (field, HH:MM)"))):
            self._add_field(name, label, "STATIONS", tr("Both empty in a station: always open. May go over midnight."))
        self._add(
            QgsProcessingParameterString("AT_TIME", tr("Time of day (HH:MM; blank = all stations)"), optional=True),
            tr("Only stations that are open then take part. Needs OPEN_FROM and OPEN_TO."),
        )
        self._add_field(
            "VEHICLES", tr("Vehicles (field)"), "STATIONS", tr("How many vehicles stand there round the clock."), kind=_NUMERIC
        )  # fmt: skip

    def add_missions(self):
        self._add_points("HOSPITALS", tr("Hospitals"), tr("Where patients are taken: the nearest one."), True)
        self._add_field(
            "HOSPITAL_ID", tr("Hospital id (field)"), "HOSPITALS", tr("Names each hospital; blank = feature id.")
        )
        for name, label, text in (
            ("SCENE_MINUTES", tr("Time at the scene (minutes)"), tr("From arrival until the vehicle leaves.")),
            ("HANDOVER_MINUTES", tr("Handover at the hospital (minutes)"), tr("Until the vehicle can drive again.")),
        ):
            self._add(QgsProcessingParameterNumber(name, label, _REAL, 20, minValue=0), text)
        self._add_field(
            "CALLS", tr("Calls per year (field)"), "ORIGINS", tr("Calls at each point in a year."), kind=_NUMERIC
        )
        self._add(
            QgsProcessingParameterNumber(
                "CALLS_PER_1000", tr("Calls per 1 000 people and year"), _REAL, None, optional=True, minValue=0
            ),
            tr("Used where no field with calls is named."),
        )

    def add_groups(self):
        self._add_field("MUNICIPALITY", tr("Municipality (field)"), "ORIGINS", tr("Gives shares per municipality."))
        self._add_field("AREA_TYPE", tr("Area type (field)"), "ORIGINS", tr("Gives shares per area type."))
        areas = QgsProcessingParameterFeatureSource("AREAS", tr("Areas (layer or table)"), _ANY, optional=True)
        self._add(areas, tr("Municipality and area type by area code, where the people do not carry them."), True)
        for name, label, layer, text in (
            ("ORIGIN_AREA", tr("Area code of the people (field)"), "ORIGINS", tr("Joins people with AREAS.")),
            ("AREA_CODE", tr("Area code of the areas (field)"), "AREAS", tr("Joins people with AREAS.")),
            ("AREAS_MUNICIPALITY", tr("Municipality of the areas (field)"), "AREAS", tr("Gives shares per municipality.")),
            ("AREAS_AREA_TYPE", tr("Area type of the areas (field)"), "AREAS", tr("Gives shares per area type.")),
        ):  # fmt: skip
            self._add_field(name, label, layer, text, True)

    def add_candidates(self):
        self._add_points(
            "CANDIDATES",
            tr("Candidate stations (points)"),
            tr("Each is tried as one more station. Blank = none."),
            True,
        )
        self._add_field(
            "CANDIDATE_ID", tr("Candidate id (field)"), "CANDIDATES", tr("Names each candidate; blank = feature id.")
        )

    def direction(self, parameters, context):
        return "from_facility"

    def fields_read(self, layer, parameters, context):
        own = {
            "STATIONS": ("OPEN_FROM", "OPEN_TO", "VEHICLES"),
            "ORIGINS": ("CALLS", "MUNICIPALITY", "AREA_TYPE", "ORIGIN_AREA"),
        }[layer]
        fields = [self._field(parameters, name, context) for name in own]
        return [*super().fields_read(layer, parameters, context), *(field for field in fields if field)]

    def checkParameterValues(self, parameters, context):
        problem = self._check_times(parameters, context) or self._check_joins(parameters, context)
        return (False, problem) if problem else super().checkParameterValues(parameters, context)

    def _check_times(self, parameters, context):
        try:
            parse_thresholds(self.parameterAsString(parameters, "THRESHOLDS", context))
        except QgsProcessingException as error:
            return str(error)
        clock = self.clock(parameters, context)
        if not clock:
            return ""
        try:
            parse_clock(clock)
        except UnreadableHours:
            return tr("AT_TIME {text} must be a time of day such as 03:00.").format(text=clock)
        if not all(self._field(parameters, name, context) for name in ("OPEN_FROM", "OPEN_TO")):
            return tr("AT_TIME needs the fields OPEN_FROM and OPEN_TO of the stations.")
        return ""

    def _check_joins(self, parameters, context):
        if parameters.get("AREAS") in (None, ""):
            return ""
        if all(self._field(parameters, name, context) for name in ("ORIGIN_AREA", "AREA_CODE")):
            return ""
        return tr("AREAS needs the area code both of the people (ORIGIN_AREA) and of the areas (AREA_CODE).")

    def clock(self, parameters, context):
        return self.parameterAsString(parameters, "AT_TIME", context).strip()

    def added_columns(self, parameters, context):
        columns = [
            Column("station_id", "text", tr("Station")),
            Column(self.time_name("drive_minutes", parameters, context), "real", tr("Drive time (min)")),
            Column(self.time_name("response_minutes", parameters, context), "real", tr("Response time (min)")),
            Column("hospital_id", "text", tr("Hospital")),
            Column(self.time_name("mission_minutes", parameters, context), "real", tr("Time the vehicle is away (min)")),
        ]  # fmt: skip
        if self._field(parameters, "FACILITY_REGION", context):
            columns.append(Column("station_region", "text", tr("Region of the station")))
        if self.knows_regions(parameters, context):
            columns.append(Column("crosses_border", "flag", tr("Nearest station in another region")))
        columns += [Column("offroad_m", "real", tr("Distance to the road (m)")), Column("status", "text", tr("Status"))]
        return self.prefixed(columns, parameters, context)

    def table_columns(self, columns, parameters, context):
        """The columns of a table; in a straight line their time fields say so."""
        return [
            column._replace(name=self.time_name(column.name, parameters, context)) if "minutes" in column.name else column
            for column in columns
        ]  # fmt: skip
