"""DeSO and RegSO from SCB into the workspace."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterBoolean, QgsProcessingParameterString

from ... import catalogue
from ...core.sample.plan import NEIGHBOUR
from ...i18n import tr
from ...sources.scb_areas import VERSIONS, ScbAreas
from ..fetching import Asking, FetchingAlgorithm
from ..parameters import SAMPLE_REGION, parts_of


class FetchAreas(FetchingAlgorithm):
    ID = "fetchareas"
    SOURCE = "scb_areas"
    TAGS = ("DeSO", "RegSO", "SCB", "areas", "borders", "WFS", "fetch", "områden", "gränser", "indelning", "hämta")

    def displayName(self):
        return tr("Fetch areas: DeSO and RegSO (SCB)")

    def shortHelpString(self):
        return tr(
            "Fetches the borders of DeSO and RegSO of a region from SCB's open geodata into the workspace's table areas: code, vintage, "
            "municipality, region and, for RegSO, name. With NEIGHBOURS the regions that border on it come too, so that what lies "
            "just across the border can be computed.\n\n"
            "VERSION is one or several of deso2018, deso2025, regso2020 and regso2025, with ; between. All stand in the same table; "
            "DeSO and RegSO are told apart by their codes (0880A0010, 0880R001), and vintages by the field vintage. They lie over each "
            "other: filter the table to one division and vintage before counting people.\n\n"
            "Only the areas of the same division, vintage and region are replaced; equal ones are left untouched. The source has no "
            "population: a population that is stored stays with its code and vintage.\n\n"
            "Method: WFS 1.1.0 in pages, filtered by county. The number of areas must be what SCB says it is, every code and version must "
            "be what was asked for, and every coordinate must lie in Sweden with east before north; otherwise nothing is stored. Borders are kept as they come; "
            "they reach into the sea.\n\n"
            "Source: SCB, öppna geodata, CC0."
        )

    def initAlgorithm(self, config=None):
        self._add(
            QgsProcessingParameterString("VERSION", tr("Divisions, with ; between"), "deso2025;regso2025"),
            tr("One or several of {known}.").format(known=", ".join(VERSIONS)),
        )
        self._add(
            QgsProcessingParameterBoolean("NEIGHBOURS", tr("The neighbouring regions, too"), False),
            tr("Regions that border on this one on land."),
        )
        self.add_common()

    def checkParameterValues(self, parameters, context):
        unknown = [name for name in self._versions(parameters, context) if name not in VERSIONS]
        if unknown or not self._versions(parameters, context):
            return False, tr("VERSION must be one or several of {known}, with ; between, not {found}.").format(
                known=", ".join(VERSIONS), found=", ".join(unknown) or "-"
            )
        return super().checkParameterValues(parameters, context)

    def _versions(self, parameters, context) -> list[str]:
        return [name.lower() for name in parts_of(self.parameterAsString(parameters, "VERSION", context))]

    def ask(self, parameters, context, asking: Asking) -> ScbAreas:
        regions = [asking.region]
        if self.parameterAsBoolean(parameters, "NEIGHBOURS", context):
            regions += neighbours_of(asking.region)
        return ScbAreas(asking.url, self._versions(parameters, context), regions, asking.workspace.read("areas"))


def neighbours_of(region: str) -> list[str]:
    """The regions that border on ``region`` on land; the made-up county and its neighbour have each other."""
    made_up = {SAMPLE_REGION: [NEIGHBOUR], NEIGHBOUR: [SAMPLE_REGION]}
    if region in made_up:
        return made_up[region]
    return list(catalogue.regions().regions[region].neighbours)
