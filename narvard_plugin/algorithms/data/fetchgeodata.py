"""Fetch borders, buildings and other layers from Lantmäteriet's STAC-vektor as GeoPackages."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFolderDestination,
)

from ...i18n import tr
from ...sources.new_files import NewFiles
from ...sources.stac import BORDERS, COLLECTIONS, StacVector
from ..fetching import Asking, FetchingAlgorithm
from ..parameters import enum_parameter, parts_of
from .lantmateriet_parameters import BASIC, add_municipalities, add_signing_in, chosen_municipalities, chosen_token_url


class FetchGeodata(FetchingAlgorithm):
    ID = "fetchgeodata"
    SOURCE = "lantmateriet_stac"
    TAGS = ("Lantmäteriet", "STAC", "borders", "kommungräns", "byggnader", "fastighetsindelning", "GeoPackage")

    def displayName(self):
        return tr("Fetch borders and buildings (Lantmäteriet)")

    def shortHelpString(self):
        return tr(
            "Downloads a collection of Lantmäteriet's STAC-vektor as GeoPackages into FOLDER: borders of municipalities and "
            "counties (kommun-lan-rike) and place names (ortnamn) as one file for the country; properties, buildings, land "
            "cover and addresses as one file for each of the region's municipalities, or of MUNICIPALITIES.\n\n"
            "With DIVISIONS the borders of the region's municipalities go to the workspace's table divisions too (kind "
            "kommun), for the tools that take a division.\n\n"
            "The search is open, the files want an account: AUTH is one at Lantmäteriet that has ordered the collection, kept "
            "in QGIS's authentication store. Code 401 means that it is not known, 403 that the collection is not ordered for "
            "it.\n\n"
            "Method: every file is checked (zip, one GeoPackage, SWEREF 99 TM, the size that the catalogue tells) before any "
            "of them is put in the folder; a municipality without a file stops the tool. A kept copy is used until "
            "the catalogue tells of a newer file. Source: Lantmäteriet; the licence differs between products."
        )

    def initAlgorithm(self, config=None):
        labels = {
            BORDERS: tr("Borders of municipalities, counties and the country"),
            "fastighetsindelning": tr("Properties (fastighetsindelning)"),
            "byggnader": tr("Buildings"),
            "marktacke": tr("Land cover"),
            "belagenhetsadresser": tr("Addresses with their places"),
            "ortnamn": tr("Place names"),
        }
        self._add(
            enum_parameter("COLLECTION", tr("Collection"), {name: labels[name] for name in COLLECTIONS}, BORDERS),
            tr("Each collection is ordered for itself at Lantmäteriet."),
        )
        add_municipalities(self)
        self._add(
            QgsProcessingParameterBoolean("DIVISIONS", tr("Municipalities as a division in the workspace"), True),
            tr("Only for the collection of borders."),
        )
        self.add_common()
        add_signing_in(self, BASIC)
        self._add(
            QgsProcessingParameterFolderDestination("FOLDER", tr("Folder for the files")),
            tr("Earlier files of the same names are replaced."),
        )
        self.addOutput(QgsProcessingOutputString("FILES", tr("Files, with ; between")))

    def ask(self, parameters, context, asking: Asking) -> StacVector:
        collection = self.parameterAsEnumString(parameters, "COLLECTION", context)
        per_municipality = COLLECTIONS[collection]
        divisions = self.parameterAsBoolean(parameters, "DIVISIONS", context)
        self._source = StacVector(
            asking.url,
            asking.credentials,
            asking.cache,
            collection,
            chosen_municipalities(self, parameters, context, asking) if per_municipality else (),
            self._files,
            sign_in_url=chosen_token_url(self, parameters, context, asking.url),
            region=asking.region if divisions else "",
            only=parts_of(self.parameterAsString(parameters, "MUNICIPALITIES", context)) if per_municipality else (),
        )
        return self._source

    def compute(self, parameters, context, feedback):
        folder = self.parameterAsString(parameters, "FOLDER", context)
        with NewFiles(Path(folder)) as self._files:
            found = super().compute(parameters, context, feedback)
        return {**found, "FILES": ";".join(map(str, self._source.files)), "FOLDER": folder}
