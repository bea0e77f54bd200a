"""Facilities of OpenStreetMap into the workspace, to find what the own register lacks."""

from __future__ import annotations

import pandas as pd
from qgis.core import QgsApplication, QgsProcessingException, QgsProcessingParameterBoolean

from ... import catalogue
from ...i18n import tr
from ...sources.facility_catalogue import facility_words
from ...sources.outlines import Outline
from ...sources.overpass import Overpass
from ...store.workspace import Workspace
from ..fetching import Asking, FetchingAlgorithm
from ..parameters import enum_parameter
from .workspace_areas import one_division, outlines_of

_COUNTY, _AREAS = "county", "areas"


class FetchFacilities(FetchingAlgorithm):
    ID = "fetchfacilities"
    SOURCE = "osm"
    TAGS = (
        "OpenStreetMap", "OSM", "Overpass", "facilities", "hospital", "pharmacy", "fetch", "vårdenheter", "vårdcentral", "apotek",
        "äldreboende", "hämta",
    )  # fmt: skip

    def displayName(self):
        return tr("Fetch facilities from OpenStreetMap")

    def shortHelpString(self):
        return tr(
            "Asks OpenStreetMap (an Overpass service) for hospitals, health centres, pharmacies, dental clinics, care homes and ambulance stations "
            "of a region, and keeps them in the workspace's table facilities with the source OpenStreetMap.\n\n"
            "OpenStreetMap is incomplete, most of all for health centres. Use it to find what your own register lacks, never instead of the register: "
            "with ONLY_MISSING a facility that probably is in your register already (of one kind within 150 m, or of one name within 1 km) is left out "
            "and listed. Facilities of other sources are never changed or removed.\n\n"
            "Types come from the catalogue's tags; amenity=clinic alone tells little, and such facilities are counted. Huvudman and driftsform are filled in only "
            "where the operator is a region or municipality by its full name: of others the map does not know the contract. What has no place, no type or several "
            "is left out and listed; a facility drawn both as a point and as a building is counted once.\n\n"
            "SEARCH says what is asked for: the county by its border in the map, or the box around the region's areas in the workspace, of which only "
            "what lies in the areas is kept. source_date is the map's date when the facility was last changed here.\n\n"
            "Method: one POST to Overpass. An answer with a remark (time out, out of memory) is taken for a failure and nothing is stored. "
            "Source: © OpenStreetMap contributors, ODbL 1.0; a database made from it is passed on under the same licence."
        )

    def initAlgorithm(self, config=None):
        self._add(
            QgsProcessingParameterBoolean("ONLY_MISSING", tr("Only what the register lacks"), True),
            tr("Off: everything is kept, and what probably is in the register already stands there twice."),
        )
        self._add(
            enum_parameter(
                "SEARCH",
                tr("Where to look"),
                {
                    _COUNTY: tr("In the county, by its border in the map"),
                    _AREAS: tr("In the region's areas in the workspace"),
                },
                _COUNTY,
            ),
            tr("The made-up sample county is always looked up by its areas."),
            advanced=True,
        )
        self.add_common()

    def ask(self, parameters, context, asking: Asking) -> Overpass:
        known = catalogue.regions().regions.get(asking.region)
        by_county = self.parameterAsEnumString(parameters, "SEARCH", context) == _COUNTY and known is not None
        return Overpass(
            asking.url,
            asking.region,
            known.iso if by_county else "",
            facility_words(),
            asking.workspace.read("facilities"),
            _areas(asking.workspace, asking.region, needed=not by_county),
            _referred_to(asking.workspace),
            self.parameterAsBoolean(parameters, "ONLY_MISSING", context),
            QgsApplication.locale(),
        )


def _areas(workspace: Workspace, region: str, needed: bool) -> list[Outline]:
    """The region's areas; without any, nothing where they are not ``needed``."""
    try:
        return outlines_of(one_division(workspace.read("areas"), region).rows)
    except QgsProcessingException:
        if needed:
            raise
        return []


def _referred_to(workspace: Workspace) -> set[str]:
    return set(pd.concat([workspace.read(table)["facility_id"] for table in ("services", "capacity")]))
