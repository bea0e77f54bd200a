"""Fetch detail plans that municipalities published on the national geodata platform."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

from qgis.core import QgsProcessingParameterFolderDestination, QgsProcessingParameterString

from ...i18n import tr
from ...sources.new_files import NewFiles
from ...sources.ngp import Ngp, chosen_stages
from ..fetching import Asking, FetchingAlgorithm
from ..parameters import parts_of
from .lantmateriet_parameters import TOKEN, add_municipalities, add_signing_in, chosen_municipalities, chosen_token_url


class FetchPlans(FetchingAlgorithm):
    ID = "fetchplans"
    SOURCE = "ngp"
    TAGS = ("detail plan", "detaljplan", "Lantmäteriet", "NGP", "STAC", "plan", "samråd", "granskning")

    def displayName(self):
        return tr("Fetch published detail plans (Lantmäteriet)")

    def shortHelpString(self):
        return tr(
            "Fetches the region's detail plans from the national geodata platform, municipality by municipality, into the "
            "workspace's table plan_items (areas, stage, dates, and all else as it was published). The table plan_checks "
            "remembers when each municipality was asked, and how many plans there were.\n\n"
            "No hit does not mean that there is no plan: only plans delivered digitally are here, mostly adopted ones. The "
            "result says for which municipalities no digital plan was found.\n\n"
            "STATUSES keeps only plans in these stages, as the platform writes them: påbörjad, samråd, granskning, antagen, "
            "överklagad, tillsyn, laga kraft, upphävd, avslutad; stored plans in other stages are then left as they are. "
            "MUNICIPALITIES keeps only some. DOCUMENTS is a folder for the plans' documents (plan map, description …), which "
            "may be many and large.\n\n"
            "AUTH is an account at Lantmäteriet that has ordered the product: consumer key and secret, or user name and "
            "password (SIGN_IN).\n\n"
            "Method: pages are followed until the service has no more; a page that comes twice, an item of another "
            "municipality or stage, or coordinates that are no SWEREF 99 TM stop the tool, and nothing is stored. Provisions "
            "are counted and left for the plan register. Source: Lantmäteriet, Nationella geodataplattformen."
        )

    def initAlgorithm(self, config=None):
        self._add(
            QgsProcessingParameterString("STATUSES", tr("Only plans in these stages (; between)"), optional=True),
            tr("Blank = every stage."),
        )
        add_municipalities(self)
        self.add_common()
        add_signing_in(self, TOKEN)
        self._add(
            QgsProcessingParameterFolderDestination(
                "DOCUMENTS", tr("Folder for the plans' documents"), optional=True, createByDefault=False
            ),
            tr("Blank = no documents; their addresses are kept with each plan all the same."),
        )

    def ask(self, parameters, context, asking: Asking) -> Ngp:
        statuses = chosen_stages(parts_of(self.parameterAsString(parameters, "STATUSES", context)))
        return Ngp(
            asking.url,
            asking.credentials,
            chosen_municipalities(self, parameters, context, asking),
            sign_in_url=chosen_token_url(self, parameters, context, asking.url),
            part=";".join((*statuses, *parts_of(self.parameterAsString(parameters, "MUNICIPALITIES", context)))),
            statuses=statuses,
            stored=asking.workspace.read("plan_items"),
            documents=self._documents,
            cache=asking.cache,
        )

    def compute(self, parameters, context, feedback):
        folder = self.parameterAsString(parameters, "DOCUMENTS", context)
        with NewFiles(Path(folder)) if folder else nullcontext() as self._documents:
            found = super().compute(parameters, context, feedback)
        return {**found, "DOCUMENTS": folder} if folder else found
