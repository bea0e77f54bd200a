"""What the distribution of care asks for, its help, and how the list of what stays local is written."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...i18n import tr
from ..base import NarvardAlgorithm
from ..parameters import enum_parameter

_REAL = QgsProcessingParameterNumber.Type.Double
_TABLE = [QgsProcessing.SourceType.TypeVector]
_POINTS = [QgsProcessing.SourceType.TypeVectorPoint]


class CareParameters(NarvardAlgorithm):
    """Declares what is asked of the user, and the results."""

    GROUP = "scenarios"

    def shortHelpString(self):
        return tr(
            "Shares planned care out among the units that do it, procedure group by procedure group. MODE balance: the fewest "
            "patients are moved so that waiting meets, and it meets where demand divided by capacity is the same; the highest "
            "ratio is made as low as possible, then the next, and so on. Among equally few moves the least travel is chosen. "
            "MODE concentrate: the fewest units that each hold MIN_VOLUME within their capacity, with the least extra travel.\n\n"
            "PROCEDURES has region, unit, specialty (the procedure group), need_per_year, capacity_per_year and, if known, "
            "on_call_floor. MATRIX is made by Travel time matrix from ORIGINS to the units; a missing pair is no route.\n\n"
            "Whose patients: a unit's area is the people of its own region (ORIGIN_REGION) with it as the nearest of the region's "
            "units that do the group. Patients come from there in proportion to people, and each is as likely as the next to be "
            "moved. Patients of a unit whose area holds nobody in ORIGINS can be moved, but their travel is unknown: it is "
            "counted apart and in no sum.\n\n"
            "KEEP_LOCAL lists what stays: hoftprotes (all of it), hoftprotes=0.7 (that share), or a number for all groups. Operations a year "
            "are the lesser of demand and capacity. In balance they never fall under a unit's floor (on-call floor or "
            "TRAINING_FLOOR, whichever is higher), nor further where they are under it already. Units under their floor are "
            "flagged. Where need exceeds the capacity of all units together, the tool says that no move can mend it.\n\n"
            "Waiting (WAITING: region, unit, specialty, period, number, share_over_90d) is shown as it is in the newest period, and "
            "estimated a year on. List in a year = list today + demand − capacity, at least 0. Share over 90 days = what the "
            "list holds beyond 90 days' demand, first come first served. Only new patients are moved: those already waiting stay "
            "where they are, so a long list remains long until it is worked off. Waiting is that of the region's units, whoever "
            "their patients are.\n\n"
            "Results: a row per region and group; SITES, MOVES, PARETO (cheaper alternatives); CONSEQUENCES, a template whose "
            "unmeasured rows are empty for you to fill in; TRAVEL_BEFORE and TRAVEL_AFTER for Compare scenarios. No claim "
            "is made about health outcomes.\n\n"
            "Method: linear and mixed-integer programming with HiGHS in scipy. Travel is one way, by the matrix."
        )

    def style_file(self, output):
        """Mean travel of the patients is drawn as travel to the nearest facility is."""
        return "nearestfacility_output.qml" if output.startswith("TRAVEL") else super().style_file(output)

    def add_question(self):
        add = self._explained
        add(
            QgsProcessingParameterFeatureSource("PROCEDURES", tr("Need and capacity per unit"), _TABLE),
            tr("A table with region, unit, specialty, need_per_year, capacity_per_year and on_call_floor."),
        )
        add(
            QgsProcessingParameterFeatureSource("MATRIX", tr("Travel time matrix"), _TABLE),
            tr("A table with origin_id, facility_id (the unit) and minutes."),
        )
        add(QgsProcessingParameterFeatureSource("ORIGINS", tr("People (points)"), _POINTS), tr("Where people live."))
        self._field("ORIGIN_ID", tr("Origin id (field)"), tr("The ids that MATRIX has as origin_id."), False)
        self._field("POPULATION", tr("Number of people (field; blank = one per point)"), tr("People at each point."))
        self._field(
            "ORIGIN_REGION", tr("Region of the people (field)"),
            tr("The codes that PROCEDURES has as region. Blank: everyone's own unit is the nearest, whatever its region."),
        )  # fmt: skip
        add(
            QgsProcessingParameterFeatureSource("WAITING", tr("Waiting times"), _TABLE, optional=True),
            tr("A table with unit, specialty, measure, period, number and share_over_90d."),
        )
        self._text(
            "WAITING_MEASURE", tr("Measure of waiting"), "vantar_operation", tr("Which rows of WAITING are used.")
        )
        self._text("GROUPS", tr("Procedure groups (ids with ;, blank = all)"), None, tr("Only these are shared out."))
        self._text(
            "KEEP_LOCAL", tr("What stays local"), None,
            tr("Procedure groups or specialties with ;, each with =share if not all stays; a number alone is a share for all."),
        )  # fmt: skip
        add(
            enum_parameter(
                "MODE", tr("Aim"),
                {"balance": tr("Waiting meets, fewest moved"), "concentrate": tr("Fewest units with enough patients")}, "balance",
            ),
            tr("What the moves are to reach."),
        )  # fmt: skip
        add(
            QgsProcessingParameterNumber("MIN_VOLUME", tr("Least patients per unit and year (to concentrate)"), _REAL, None, optional=True, minValue=0),
            tr("What every unit that goes on must have."),
        )  # fmt: skip
        add(
            QgsProcessingParameterNumber("TRAINING_FLOOR", tr("Training floor (operations per unit and year)"), _REAL, None, optional=True, minValue=0),
            tr("Counts as a floor at every unit, beside the on-call floor of PROCEDURES."),
        )  # fmt: skip
        self._text(
            "REPORT_REGION",
            tr("Regions to report (codes with ;)"),
            None,
            tr("Everyone takes part; only these are written."),
        )
        add(
            QgsProcessingParameterNumber("TIME_LIMIT", tr("Longest time per procedure group (seconds)"), _REAL, 60, minValue=1),
            tr("What is not proven best within it is said. Cancel is heard between procedure groups and steps."), advanced=True,
        )  # fmt: skip

    def add_results(self):
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Care per region"), _TABLE[0]))
        for name, label, kind in (
            ("SITES", tr("Volumes per unit"), _TABLE[0]),
            ("MOVES", tr("Moved patients"), _TABLE[0]),
            ("PARETO", tr("Alternatives"), _TABLE[0]),
            ("CONSEQUENCES", tr("Risks and consequences (template)"), _TABLE[0]),
            ("TRAVEL_BEFORE", tr("Travel before"), _POINTS[0]),
            ("TRAVEL_AFTER", tr("Travel after"), _POINTS[0]),
        ):
            self.addParameter(
                QgsProcessingParameterFeatureSink(name, label, kind, optional=True, createByDefault=False)
            )

    def _field(self, name, description, help_text, optional=True):
        self._explained(
            QgsProcessingParameterField(name, description, parentLayerParameterName="ORIGINS", optional=optional),
            help_text,
        )

    def _text(self, name, description, default, help_text):
        self._explained(QgsProcessingParameterString(name, description, default, optional=True), help_text)

    def _explained(self, definition, help_text, advanced=False):
        definition.setHelp(help_text)
        if advanced:
            definition.setFlags(definition.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(definition)


def kept_local(text: str, names: set[str]) -> dict[str, float]:
    """Share of patients that stay, per procedure group or specialty; under "" the share for all others."""
    shares = {"": 0.0}
    for item in filter(None, (part.strip() for part in text.split(";"))):
        name, _, number = item.partition("=")
        name = name.strip()
        if not number and _share(name) is not None:
            name, number = "", name
        share = 1.0 if not number else _share(number)
        if share is None or (name and name not in names):
            raise QgsProcessingException(
                tr("KEEP_LOCAL holds {item}, which is neither a share from 0 to 1 nor one of: {names}.").format(
                    item=item, names=", ".join(sorted(names))
                )
            )
        shares[name] = share
    return shares


def _share(text: str) -> float | None:
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return None
    return number if 0 <= number <= 1 else None
