"""Health as it is published, by nation, region or municipality, into the workspace; never painted on smaller areas."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterString

from ...i18n import tr
from ...sources.folkhalsomyndigheten import Folkhalsomyndigheten
from ...sources.health import ALL_SEXES, MEN, TOTAL, WOMEN, Question
from ...sources.kolada import Kolada
from ...sources.socialstyrelsen import Socialstyrelsen
from ..fetching import FetchingAlgorithm
from ..parameters import enum_parameter

_SOURCES = {source.ID: source for source in (Socialstyrelsen, Folkhalsomyndigheten, Kolada)}


class FetchHealth(FetchingAlgorithm):
    ID = "fetchhealth"
    TAGS = ("health", "Kolada", "Socialstyrelsen", "Folkhälsomyndigheten", "PxWeb", "hälsa", "folkhälsa", "nyckeltal", "hämta")  # fmt: skip

    def displayName(self):
        return tr("Fetch health figures")

    def shortHelpString(self):
        return tr(
            "Fetches health as it is published, for a region, its municipalities and the nation to compare with, into the workspace's table health_figures: one row per indicator, area, period, sex and "
            "age. area_level says the smallest area that the figure exists for: country, region or municipality. A figure of a region says nothing of a DeSO or a municipality within it, and no tool "
            "paints it there.\n\n"
            "SOURCE and INDICATORS:\n"
            "• socialstyrelsen: a subject, a measure and other values, such as dodsorsaker;matt=1;diagnos=I21,I22. A variable that is not named comes with all its values. Most subjects exist by region, "
            "a few by municipality. What is there is told if you give the subject alone.\n"
            "• kolada: ids of key figures with ; between, such as N00001;U30446. The nation is 0000, Region Kalmar län 0008 and the municipality Kalmar 0880 there; in the workspace they are 00, 08 and "
            "0880. An empty value is missing; 0 may be real.\n"
            "• folkhalsomyndigheten: the path of a table and values, such as A_Folkhalsodata/…/table.px;Ålder=16-84. A folder's path tells what it holds.\n\n"
            "YEARS is 2024, 2015-2024 or 2015;2020, and chooses periods of several years by their last; blank is the newest. SEX is both together, women, men, or all three apart. Codes keep their leading "
            "zeros. A missing or hidden figure is empty with its status, never 0. How many figures there will be is told before they are fetched, and too many are refused.\n\n"
            "If anything fails on the way, such as page 7 of 12, nothing is stored and what you had is left.\n\n"
            "Method: all pages of the source's own interface; date of the data is the last day of the newest period. Source: Socialstyrelsen, Folkhälsomyndigheten, or Kolada (RKA); name the source where "
            "you show its figures."
        )

    def initAlgorithm(self, config=None):
        names = {
            Socialstyrelsen.ID: "Socialstyrelsen",
            Folkhalsomyndigheten.ID: "Folkhälsomyndigheten",
            Kolada.ID: "Kolada",
        }
        self._add(enum_parameter("SOURCE", tr("Source"), names, Kolada.ID), tr("Who publishes the figures."))
        self._add(
            QgsProcessingParameterString("INDICATORS", tr("Indicators")),
            tr("Ids with ; between (kolada), or a subject or table and its values (the others). See the tool's help."),
        )
        self._add(
            QgsProcessingParameterString("YEARS", tr("Years"), optional=True),
            tr("2024, 2015-2024 or 2015;2020. Blank = the newest."),
        )
        kinds = {TOTAL: tr("Both together"), WOMEN: tr("Women"), MEN: tr("Men"), ALL_SEXES: tr("All three, apart")}
        self._add(enum_parameter("SEX", tr("Sex"), kinds, TOTAL), tr("Where the source tells the sexes apart."))
        self.add_common()

    def source_id(self, parameters, context):
        return self.parameterAsEnumString(parameters, "SOURCE", context)

    def ask(self, parameters, context, asking):
        question = Question(
            asking.region,
            self.parameterAsString(parameters, "INDICATORS", context).strip(),
            self.parameterAsString(parameters, "YEARS", context),
            self.parameterAsEnumString(parameters, "SEX", context),
        )
        return _SOURCES[self.source_id(parameters, context)](asking.url, question)
