"""The parameters that the travel tools share, each with its help."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..i18n import tr
from .extending import ExtendingAlgorithm
from .parameters import enum_parameter

NETWORK, STRAIGHT = "network", "straight"
_REAL = QgsProcessingParameterNumber.Type.Double


class TravelParameters(ExtendingAlgorithm):
    """Declares the common parameters; a tool says by these constants which of them it has."""

    GROUP = "access"
    FACILITIES, FACILITY_ID = "FACILITIES", "FACILITY_ID"  # the parameters that hold the facilities and their ids
    HAS_ORIGINS = True
    ORIGINS_OPTIONAL = False
    HAS_DIRECTION = True
    HAS_LIMIT = True
    MODE = "car"
    MAX_OFFROAD = 1000

    def add_places(self):
        """NETWORK, facilities and people."""
        self._add(
            QgsProcessingParameterFile("NETWORK", tr("Network file"), extension="npz", optional=True),
            tr("A file made by Compile road network. Needed unless travel is in a straight line."),
        )
        self.add_facilities()
        if self.HAS_ORIGINS:
            self.add_people()

    def add_facilities(self):
        self._add_points(self.FACILITIES, tr("Facilities"), tr("The places that people travel to or from."))
        self._add_field(
            self.FACILITY_ID,
            tr("Facility id (field)"),
            self.FACILITIES,
            tr("Names each facility in the result; blank = feature id."),
        )

    def add_people(self):
        self._add_points(
            "ORIGINS",
            tr("People (points)"),
            tr("Where people live, such as squares or addresses."),
            self.ORIGINS_OPTIONAL,
        )
        self._add_field(
            "ORIGIN_ID",
            tr("Origin id (field)"),
            "ORIGINS",
            tr("Names each point in messages and tables; blank = feature id."),
        )
        self._add_field(
            "POPULATION",
            tr("Number of people (field; blank = one per point)"),
            "ORIGINS",
            tr("How many people each point stands for. A missing or negative number stops the tool."),
            kind=QgsProcessingParameterField.DataType.Numeric,
        )

    def add_travel(self):
        """Mode, direction and limit; the finer settings as advanced parameters."""
        self._add(
            enum_parameter(
                "MODE",
                tr("Mode"),
                {
                    "car": tr("Car"),
                    "bike": tr("Bicycle"),
                    "walk": tr("Walking"),
                    "emergency": tr("Emergency vehicle"),
                },
                self.MODE,
            ),
            tr(
                "Car and emergency vehicle drive at the roads' speeds; bicycle 16 km/h, walking 5 km/h. An emergency vehicle "
                "may also use roads closed to motor traffic."
            ),
        )
        if self.HAS_DIRECTION:
            self._add(
                enum_parameter(
                    "DIRECTION",
                    tr("Direction"),
                    {
                        "to_facility": tr("From people to the facility"),
                        "from_facility": tr("From the facility to people"),
                    },
                    "to_facility",
                ),
                tr("Who travels: one-way roads and speeds that differ by direction make the two unlike."),
            )
        if self.HAS_LIMIT:
            self._add(
                QgsProcessingParameterNumber(
                    "MAX_MINUTES",
                    tr("Longest travel time (minutes; blank = no limit)"),
                    _REAL,
                    None,
                    optional=True,
                    minValue=0,
                ),
                tr("What is farther away counts as out of reach. The limit itself is within reach."),
            )
        self._add(
            enum_parameter(
                "COST",
                tr("Travel along"),
                {NETWORK: tr("The road network"), STRAIGHT: tr("A straight line (no roads)")},
                NETWORK,
            ),
            tr("A straight line is a rough stand-in where there is no road network; every result then says so."),
            advanced=True,
        )
        for name, label, default, least, text in (
            ("DETOUR", tr("Straight line: detour factor"), 1.3, 1, tr("Multiplies the straight distance.")),
            ("STRAIGHT_SPEED", tr("Straight line: speed (km/h)"), 60, 0.1, tr("The speed along the straight line.")),
            (
                "SPEED_FACTOR",
                tr("Factor on speed (divides drive time)"),
                1,
                0.01,
                tr("0.8 makes every drive a quarter longer. Walking, cycling and ferries keep their speed."),
            ),
            (
                "MAX_OFFROAD",
                tr("Longest distance to a road (m)"),
                self.MAX_OFFROAD,
                0,
                tr("A point farther than this from a road that may be used takes no part, and is reported."),
            ),
            (
                "OFFROAD_SPEED",
                tr("Speed off the road (km/h)"),
                5,
                0.1,
                tr("The speed between a point and its road."),
            ),
        ):
            self._add(QgsProcessingParameterNumber(name, label, _REAL, default, minValue=least), text, advanced=True)

    def add_metres(self):
        self._add(
            QgsProcessingParameterBoolean("METRES", tr("Also the length of the way (m)"), False),
            tr(
                "Adds metres_1 …: the length of the fastest way, legs off the road included. Compare scenarios uses it."
            ),
            advanced=True,
        )

    def add_regions(self):
        """Whose people and facilities are written when neighbours take part."""
        for name, label, parent in (
            ("ORIGIN_REGION", tr("Region of the people (field)"), "ORIGINS"),
            ("FACILITY_REGION", tr("Region of the facilities (field)"), self.FACILITIES),
        ):
            self._add_field(
                name, label, parent, tr("Needed to report one region while its neighbours take part."), True
            )
        self._add(
            QgsProcessingParameterString(
                "REPORT_REGION",
                tr("Regions to report (codes with ;). All others take part, but are not written"),
                optional=True,
            ),
            tr("For example 08, or 08;05. Blank = all."),
            advanced=True,
        )

    def _add_points(self, name, label, text, optional=False):
        point = [QgsProcessing.SourceType.TypeVectorPoint]
        self._add(QgsProcessingParameterFeatureSource(name, label, point, optional=optional), text)

    def _add_field(self, name, label, layer, text, advanced=False, kind=QgsProcessingParameterField.DataType.Any):
        field = QgsProcessingParameterField(name, label, parentLayerParameterName=layer, type=kind, optional=True)
        self._add(field, text, advanced)
