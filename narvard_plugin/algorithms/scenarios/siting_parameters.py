"""The question that the choice of sites asks: its parameters and its help."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)

from ...core.siting.choose import EXACT_UP_TO
from ...i18n import tr
from ..extending import ExtendingAlgorithm
from ..parameters import enum_parameter

_REAL = QgsProcessingParameterNumber.Type.Double
_NUMERIC = QgsProcessingParameterField.DataType.Numeric
_TABLE = [QgsProcessing.SourceType.TypeVector]


class SitingParameters(ExtendingAlgorithm):
    """Declares what is asked of the user."""

    GROUP = "scenarios"

    def shortHelpString(self):
        return tr(
            "Chooses where to place facilities among CANDIDATES, from a table made by Travel time matrix (COUNT 0) between the "
            "people and the candidates. A pair that is missing in MATRIX is no route, so make the matrix without MAX_MINUTES, "
            "or with one that is long enough.\n\n"
            "METHOD: pmedian = P sites with the least person-minutes; pcenter = P sites with the shortest longest journey; "
            "mclp = P sites that cover the most people within RADIUS; lscp = the fewest sites that cover everyone within "
            "RADIUS; capacitated = pmedian where no site is given more than its CAPACITY. P counts sites that are fixed "
            "open. RADIUS is inclusive. Points with no demand do not steer.\n\n"
            "Where to place one more: mark today's sites as open in FIXED, and let P be one more than they are.\n\n"
            "OUTPUT is the candidates with chosen, demand (served; within RADIUS where that is used) and mean_minutes. "
            "ASSIGNMENT has a row per point: ok, beyond_limit (farther than RADIUS), not_served (no chosen site can be reached "
            "or has room) or no_route (no candidate can be reached). People nobody can cover are listed and left out; the "
            "rest is solved. Where so few sites cannot serve everyone, the most people are served first.\n\n"
            "A heuristic answers first (greedy choice and swaps). Then comes the exact solution, if at most EXACT_UP_TO pairs "
            "are left when all that provably cannot matter is taken away, and within TIME_LIMIT. The result always says "
            "which: proven best, stopped by time, or heuristic, and at most how far from the best (GAP). There may be several "
            "choices that are equally good; one is shown.\n\n"
            "Method: location-allocation models (Hakimi 1964; Toregas et al. 1971; Church and ReVelle 1974), mixed-integer "
            "programming with HiGHS in scipy, Teitz and Bart's interchange and a Lagrangian bound."
        )

    def add_question(self):
        """Everything but the results."""
        add = self._explained
        add(QgsProcessingParameterFeatureSource("MATRIX", tr("Travel time matrix"), _TABLE), tr("A table with origin_id, facility_id and minutes."))  # fmt: skip
        add(QgsProcessingParameterFeatureSource("ORIGINS", tr("People (points or table)"), _TABLE), tr("Where the demand is."))  # fmt: skip
        self._field("ORIGIN_ID", tr("Origin id (field)"), "ORIGINS", tr("The ids that MATRIX has as origin_id."), False)
        self._field(
            "DEMAND", tr("Demand (field; blank = one per point)"), "ORIGINS",
            tr("People or visits at each point. A missing or negative number stops the tool."), kind=_NUMERIC,
        )  # fmt: skip
        add(
            QgsProcessingParameterFeatureSource("CANDIDATES", tr("Candidate sites"), _TABLE),
            tr("Places where a facility could be, today's included if they may stay."),
        )
        self._field(
            "CANDIDATE_ID", tr("Candidate id (field)"), "CANDIDATES", tr("The ids that MATRIX has as facility_id."), False
        )  # fmt: skip
        add(enum_parameter("METHOD", tr("Method"), _methods(), "pmedian"), tr("What the best choice is."))
        add(
            QgsProcessingParameterNumber("P", tr("Number of sites (not for the fewest sites)"), defaultValue=1, optional=True, minValue=1),
            tr("How many sites to choose, those fixed open included."),
        )  # fmt: skip
        add(
            QgsProcessingParameterNumber("NEW", tr("How many more than those fixed open (goes before the number of sites)"), optional=True, minValue=0),
            tr("For the question where one more should stand: 1. Blank = the number of sites decides."),
        )  # fmt: skip
        add(
            QgsProcessingParameterNumber("RADIUS", tr("Covered within (minutes; the two covering methods)"), _REAL, None, optional=True, minValue=0),
            tr("The longest travel time that counts as covered; the limit itself counts."),
        )  # fmt: skip
        self._field(
            "CAPACITY", tr("Capacity (field; for the method with room per site)"), "CANDIDATES",
            tr("How much demand each site has room for. A missing or negative number stops the tool."), kind=_NUMERIC,
        )  # fmt: skip
        self._field(
            "FIXED", tr("Fixed sites (field)"), "CANDIDATES",
            tr("open or 1: must be chosen. closed or -1: may not be chosen. 0 or nothing: free."),
        )  # fmt: skip
        add(
            QgsProcessingParameterNumber("TIME_LIMIT", tr("Longest time to search (seconds)"), _REAL, 60, minValue=1),
            tr("The search stops here with the best choice found. Cancel is heard between its parts, not inside the exact solver."),
        )  # fmt: skip
        add(
            QgsProcessingParameterNumber("EXACT_UP_TO", tr("Exact up to so many pairs (0 = heuristic only)"), defaultValue=EXACT_UP_TO, minValue=0),
            tr("Larger questions, when reduced, are answered by the heuristic."), advanced=True,
        )  # fmt: skip
        add(
            enum_parameter("ASSIGN", tr("With room per site, each point goes"), {"binary": tr("whole to one site"), "fractional": tr("in parts to several sites")}, "binary"),
            tr("Whether a point may be split between sites; only for the method with room per site."), advanced=True,
        )  # fmt: skip

    def _field(self, name, description, parent, help_text, optional=True, kind=None):
        kind = QgsProcessingParameterField.DataType.Any if kind is None else kind
        definition = QgsProcessingParameterField(
            name, description, parentLayerParameterName=parent, type=kind, optional=optional
        )
        self._explained(definition, help_text)

    def _explained(self, definition, help_text, advanced=False):
        definition.setHelp(help_text)
        if advanced:
            definition.setFlags(definition.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(definition)


def _methods():
    return {
        "pmedian": tr("P sites with the least travel in all (p-median)"),
        "pcenter": tr("P sites with the shortest longest journey (p-centre)"),
        "mclp": tr("P sites that cover the most people (MCLP)"),
        "lscp": tr("The fewest sites that cover everyone (LSCP)"),
        "capacitated": tr("P sites with room for so many (capacitated p-median)"),
    }
