"""The parameters of the tools about the need that plans bring: plans, dwellings, assumptions, centres and years."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...core.plans.need import DECAY, NEAREST, ROOM
from ...i18n import tr
from ..listed_parameters import ListedParameters
from ..parameters import enum_parameter, workspace_parameter
from ..travel import TravelAlgorithm

_REAL = QgsProcessingParameterNumber.Type.Double
#: Kinds of cases whose dwellings are counted once each.
KINDS = ("detaljplan", "andring", "planbesked")
_NUMERIC = QgsProcessingParameterField.DataType.Numeric


class PlanNeedParameters(TravelAlgorithm, ListedParameters):
    """Declares the parameters; `need_reading` reads them."""

    GROUP = "plans"
    HAS_ORIGINS = False
    ADDED_TO = "PLANS"

    def add_plans(self):
        polygon = [QgsProcessing.SourceType.TypeVectorAnyGeometry]
        self._add(
            QgsProcessingParameterFeatureSource("PLANS", tr("Plans (areas or points)"), polygon, optional=True),
            tr("Blank = every plan under way in the register of WORKSPACE, each with the area of its newest version."),
        )
        self._add_field(
            "PLAN_ID", tr("Plan id (field)"), "PLANS", tr("Names each plan in the result; blank = feature id.")
        )
        self._add_field(
            "DWELLINGS", tr("Number of dwellings (field)"), "PLANS",
            tr("Flats and houses together. Where it is blank or empty: DWELLINGS_EACH, else from the plan's building rights in WORKSPACE."),
            kind=_NUMERIC,
        )  # fmt: skip
        self._add_field(
            "HOUSES", tr("of which houses (field)"), "PLANS", tr("Blank = all are flats."), advanced=True, kind=_NUMERIC
        )
        self._add(
            QgsProcessingParameterNumber("DWELLINGS_EACH", tr("Dwellings per plan, where the field tells none"), _REAL, None, True, 0),
            tr("Blank = not assumed."), advanced=True,
        )  # fmt: skip
        self._add(
            workspace_parameter(optional=True),
            tr(
                "The register: for plans when PLANS is blank, and for building rights of plans whose dwellings are not told."
            ),
        )
        self._add(
            QgsProcessingParameterNumber("YEARS_IN_FORCE", tr("Plans in force for at most (years) count as not built"), _REAL, 5, False, 0),
            tr("Only for plans out of the register: a plan in legal force is often not built yet. Older ones, repealed and cancelled ones are left out."),
            advanced=True,
        )  # fmt: skip
        self._add(
            QgsProcessingParameterString("KINDS", tr("Kinds of plans out of the register (with ;)"), ";".join(KINDS)),
            tr(
                "Comprehensive plans and programmes hold the same dwellings as the detail plans that follow them, and would count them twice."
            ),
            advanced=True,
        )
        self._add(
            QgsProcessingParameterString("TODAY", tr("Today"), optional=True),
            tr("What days are counted from, as 2026-12-07. Blank = today."),
            advanced=True,
        )

    def add_assumptions(self):
        self._add(
            QgsProcessingParameterNumber("HOUSEHOLD_SIZE", tr("People per dwelling (blank = by flats and houses)"), _REAL, None, True, 0.1),
            tr("The region's own number for every dwelling, such as 2.1. Blank = PERSONS_FLAT and PERSONS_HOUSE."),
        )  # fmt: skip
        for name, label, default, least, text in (
            ("PERSONS_FLAT", tr("People per flat"), 1.9, 0.1, tr("1.9 is a placeholder with no source: set the region's own number.")),
            ("PERSONS_HOUSE", tr("People per house"), 2.7, 0.1, tr("2.7 is a placeholder with no source: set the region's own number.")),
            ("BTA_PER_FLAT", tr("Gross floor area per flat (m²)"), 95, 1, tr("95 m² is a placeholder with no source. Used only for dwellings out of building rights.")),
            ("LISTED_SHARE", tr("Share of the people who list themselves at a centre in reach"), 1, 0, tr("0–1. 1 = everyone, which is the cautious choice.")),
        ):  # fmt: skip
            parameter = QgsProcessingParameterNumber(name, label, _REAL, default, minValue=least)
            if name == "LISTED_SHARE":
                parameter.setMaximum(1)
            self._add(parameter, text, advanced=True)
        self.add_norm()

    def add_centres(self):
        """NETWORK, the centres, their capacity, and how people are shared out among them."""
        self.add_places()
        self.add_table(
            "CAPACITY", tr("Capacity (table)"), tr("Rows facility_id, kind, value and date, as in primarycarecapacity.")
        )
        self.add_table(
            "LISTINGS",
            tr("Listings (table of area and centre)"),
            tr("Blank = the listed people of the capacity table."),
            optional=True,
        )
        labels = {
            NEAREST: tr("All to the nearest centre"),
            ROOM: tr("All to the nearest centre with places left"),
            DECAY: tr("Among centres in reach, fewer the farther away"),
        }
        self._add(
            enum_parameter("DISTRIBUTION", tr("People are shared out"), labels, NEAREST),
            tr(
                "Places left = by the norm, before any plan; where no centre in reach is known to have any, the nearest. The last weighs centres by 1 − (minutes / MAX_MINUTES)²; it needs MAX_MINUTES. People may list themselves anywhere: none of them is a forecast."
            ),
        )
        self.add_travel()

    def add_years(self, name="HORIZONS", default=""):
        self._add(
            QgsProcessingParameterString(name, tr("Horizons (years with ;)"), default, optional=True),
            tr("For example 2030;2040. The last row is always when all is built."),
        )
        self._add_field(
            "START_YEAR", tr("First year of moving in (field)"), "PLANS",
            tr("Blank or empty = counted as lived in from the first horizon on, so that nobody is left out."),
            advanced=True, kind=_NUMERIC,
        )  # fmt: skip
        self._add(
            QgsProcessingParameterNumber("BUILT_PER_YEAR", tr("Share of a plan that is finished each year"), _REAL, 0.25, False, 0.01, 1),
            tr("0.25 = four years of moving in; a placeholder with no source: ask the municipality."), advanced=True,
        )  # fmt: skip

    def checkParameterValues(self, parameters, context):
        if parameters.get("PLANS") in (None, "") and not self.parameterAsString(parameters, "WORKSPACE", context):
            return False, tr("Choose the plans (PLANS), or the workspace whose register has them (WORKSPACE).")
        distribution = self.parameterAsEnumString(parameters, "DISTRIBUTION", context)
        if distribution == DECAY and not np.isfinite(self._limit(parameters, context)):
            return False, tr(
                "People can be shared out by travel time only within a longest travel time: give MAX_MINUTES."
            )
        return super().checkParameterValues(parameters, context)
