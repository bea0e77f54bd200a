"""Statistics by area from SCB's database into the workspace, by vintage of the division and with what is missing as missing."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from qgis.core import QgsApplication, QgsProcessingParameterBoolean, QgsProcessingParameterString

from ...i18n import tr
from ...sources.scb_regions import SMALLEST
from ...sources.scb_statistics import Earlier, Question, ScbStatistics
from ...sources.scb_tables import OTHER, Theme, other_table, themes
from ...store.changes import is_within
from ...store.workspace import Workspace
from ..fetching import FetchingAlgorithm
from ..parameters import enum_parameter
from .fetchareas import neighbours_of

_STATISTICS = "statistics"


class FetchStatistics(FetchingAlgorithm):
    ID = "fetchstatistics"
    SOURCE = "scb_statistics"
    TAGS = ("SCB", "statistics", "PxWeb", "population", "DeSO", "RegSO", "statistik", "befolkning", "hämta", "inkomst", "utbildning")  # fmt: skip

    def displayName(self):
        return tr("Fetch statistics from SCB")

    def shortHelpString(self):
        return tr(
            "Fetches a table of SCB's statistical database, for one county (with NEIGHBOURS those around it, too), into the workspace's table statistics: one row per area, vintage of the division, variable and year.\n\n"
            "TABLE is a theme, or other with the table's id in TABLE_ID; words instead of an id give a list of the tables that SCB finds. LEVEL says which areas: the smallest that the table has, or "
            "DeSO, RegSO, municipalities, or the region beside the nation. VERSION is the division: 2018 means DeSO 2018 and RegSO 2020, with figures through 2023; 2025 means DeSO 2025 and RegSO "
            "2025, with figures from 2024. SCB's suffix (2021A0010_DeSO2025) is taken off the code, and kept as the vintage. A figure outside its vintage's years is missing, whatever SCB "
            "answers there (TAB6574 answers 0). Municipalities and regions get VERSION as their vintage. Codes keep their leading zeros.\n\n"
            "YEARS is 2024, 2015-2024 or 2015;2020; blank is the newest year that the vintage has. VALUES chooses other values than the theme's, such as Alder=totalt,65-69;Kon=1+2, by code or label; "
            "* is all of them. A variable that must be chosen, and is not, stops the tool with its name.\n\n"
            "A figure is called by the theme or contents, then by each value that is not the whole: population, population_65_69, population_65_69_women. The names that other tools know are kept: "
            "population, under_5, aged_65_plus (the sum of the four oldest groups), area_type, socioeconomic_index, share_low_education, share_low_economic_standard, share_long_term_support. In "
            "another table than the themes' the name begins with its id: tab1234_… . Tables of two vintages that differ in ages or form have different names, and are never one series.\n\n"
            "If the table has not changed at SCB since the same choice was fetched, nothing is fetched. A large selection is fetched in parts within the limits that SCB itself tells; if a part fails, "
            "nothing is stored and what you had is left.\n\n"
            "Method: PxWebApi 2, json-stat2; date of the data is the last day of the newest year. Source: SCB, CC0. SCB perturbs small counts from 2025 on, so parts need not sum to totals."
        )

    def initAlgorithm(self, config=None):
        language = (
            "sv" if (QgsApplication.instance().translation() or QgsApplication.locale()).startswith("sv") else "en"
        )
        labels = {theme.id: f"{theme.name[language]} ({theme.table})" for theme in themes().values()}
        labels[OTHER] = tr("Another table, by its id")
        self._add(enum_parameter("TABLE", tr("Table"), labels, "population"), tr("What the figures are about."))
        self._add(
            QgsProcessingParameterString("TABLE_ID", tr("Id of another table"), optional=True),
            tr("Such as TAB6574, where TABLE is other; or words to find a table by."),
        )
        levels = {
            SMALLEST: tr("The smallest that the table has"),
            "deso": "DeSO",
            "regso": "RegSO",
            "municipality": tr("Municipalities"),
            "region": tr("The region and the nation"),
        }
        self._add(enum_parameter("LEVEL", tr("Areas"), levels, SMALLEST), tr("Which areas the figures are of."))
        versions = {
            "2025": tr("2025 (figures from 2024)"),
            "2018": tr("2018, RegSO 2020 (figures through 2023)"),
        }
        self._add(
            enum_parameter("VERSION", tr("Version of the division"), versions, "2025"),
            tr("Codes of two versions may name different land."),
        )
        self._add(
            QgsProcessingParameterString("YEARS", tr("Years"), optional=True),
            tr("2024, 2015-2024 or 2015;2020. Blank = the newest that the version has."),
        )
        self._add(
            QgsProcessingParameterString("VALUES", tr("Values of the table's variables"), optional=True),
            tr("Such as Alder=totalt,65-69;Kon=1+2. Blank = the theme's own choice."),
            advanced=True,
        )
        self._add(
            QgsProcessingParameterBoolean("NEIGHBOURS", tr("The neighbouring regions, too"), False),
            tr("Regions that border on this one on land."),
        )
        self.add_common()

    def checkParameterValues(self, parameters, context):
        other = self.parameterAsEnumString(parameters, "TABLE", context) == OTHER
        named = bool(self.parameterAsString(parameters, "TABLE_ID", context).strip())
        if other and not named:
            return False, tr("Give TABLE_ID the id of a table, such as TAB6574, or words to find one by.")
        if named and not other:
            return False, tr("TABLE_ID is for TABLE = other. Clear it, or choose other.")
        return super().checkParameterValues(parameters, context)

    def ask(self, parameters, context, asking):
        workspace = asking.workspace

        def held(within: Mapping) -> pd.DataFrame:
            stored = workspace.read(_STATISTICS)
            return stored[is_within(stored, within)].drop(columns="fid", errors="ignore")

        neighbours = self.parameterAsBoolean(parameters, "NEIGHBOURS", context)
        counties = [asking.region, *(neighbours_of(asking.region) if neighbours else [])]
        question = Question(
            self._theme(parameters, context),
            counties,
            self.parameterAsEnumString(parameters, "VERSION", context),
            self.parameterAsEnumString(parameters, "LEVEL", context),
            self.parameterAsString(parameters, "YEARS", context),
            self.parameterAsString(parameters, "VALUES", context),
        )
        swedish = QgsApplication.locale().startswith("sv")
        return ScbStatistics(asking.url, question, _earlier(workspace, asking.region), held, swedish)

    def _theme(self, parameters, context) -> Theme:
        chosen = self.parameterAsEnumString(parameters, "TABLE", context)
        if chosen == OTHER:
            named = self.parameterAsString(parameters, "TABLE_ID", context).strip()
            return other_table(named.upper() if named.lower().startswith("tab") else named)
        return themes()[chosen]


def _earlier(workspace: Workspace, region: str) -> dict[str, Earlier]:
    """The last fetch of each part of the source for the region."""
    rows = workspace.read("sources")
    rows = rows[(rows["source_id"] == FetchStatistics.SOURCE) & (rows["region"] == region) & rows["part"].notna()]
    rows = rows.sort_values("fetched", kind="stable")
    return {
        row.part: Earlier(row.version if isinstance(row.version, str) else "", int(row.row_count))
        for row in rows.itertuples(index=False)
        if pd.notna(row.row_count)
    }
