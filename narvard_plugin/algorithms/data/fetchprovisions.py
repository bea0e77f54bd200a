"""Fetch Boverket's catalogue of plan provisions."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterString

from ...i18n import tr
from ...sources.boverket import Boverket
from ..fetching import Asking, FetchingAlgorithm


class FetchProvisions(FetchingAlgorithm):
    ID = "fetchprovisions"
    SOURCE = "boverket"
    TAGS = ("Boverket", "plan provisions", "planbestämmelser", "planbestämmelsekatalogen", "detaljplan", "vård")

    def displayName(self):
        return tr("Fetch plan provisions (Boverket)")

    def shortHelpString(self):
        return tr(
            "Fetches a release of Boverket's catalogue of plan provisions into the workspace's table plan_provisions: what "
            "each use, height and share in a detail plan means, from when, and what stands instead of a provision that is no "
            "longer used. Other releases in the table are left.\n\n"
            "RELEASE is a release's name (such as 20251201) or number; blank = the one in force. The release is 13 MB; a copy "
            "is kept and asked for again after 30 days.\n\n"
            "Method: the marks # and $ are taken off the letters (e# is e), lists of what replaces what are split, and "
            "successors are followed to the last one, so that the column counterpart names what a provision corresponds to "
            "today. Provisions for care are found by the category Vård or a letter that begins with D; no code is assumed. "
            "Source: Boverket, Planbestämmelsekatalogen."
        )

    def initAlgorithm(self, config=None):
        self._add(
            QgsProcessingParameterString("RELEASE", tr("Release (name or number)"), optional=True),
            tr("Blank = the release in force."),
        )
        self.add_common()

    def ask(self, parameters, context, asking: Asking) -> Boverket:
        return Boverket(asking.url, asking.cache, self.parameterAsString(parameters, "RELEASE", context).strip())
