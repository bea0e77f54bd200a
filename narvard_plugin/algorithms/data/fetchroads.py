"""Fetch the county's roads (NVDB) from Trafikverket's Lastkajen, or unpack them from a file that is already here."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsProcessingException,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from ... import catalogue
from ...core.sample.plan import REGION_NAMES
from ...i18n import tr
from ...sources.lastkajen import Lastkajen
from ...sources.new_files import NewFiles
from ..fetching import Asking, FetchingAlgorithm


class FetchRoads(FetchingAlgorithm):
    ID = "fetchroads"
    SOURCE = "lastkajen"
    TAGS = ("NVDB", "Lastkajen", "Trafikverket", "roads", "vägnät", "vägar", "network")

    def displayName(self):
        return tr("Fetch roads (NVDB, Lastkajen)")

    def shortHelpString(self):
        return tr(
            "Puts the county's road network (NVDB, homogenised) as a GeoPackage into FOLDER. OUTPUT is what Compile road "
            "network takes as ROADS, with PRESET nvdb.\n\n"
            "Whoever has the zip from Lastkajen already gives it as FILE and needs no account. Otherwise AUTH is an account "
            "at Lastkajen (user name and password, the kind Basic in QGIS's authentication store): the tool signs in, finds "
            "the county's file by name, takes a ticket that holds for a minute, and downloads the zip once; the same "
            "delivery is never downloaded twice. FILE_NAME chooses a file of the county's package where none or several "
            "fit.\n\n"
            "Method: the zip is checked before anything is unpacked; of its layers the one is taken that has lines with a "
            "speed limit (F_Hogst…), in whatever letter case. It must be in SWEREF 99 TM. Date and number of objects are read "
            "from Leveransinformation.txt. Layers of single attributes are left out and told. Source: Trafikverket, NVDB."
        )

    def initAlgorithm(self, config=None):
        self.add_common()
        self._add(
            QgsProcessingParameterFile(
                "FILE",
                tr("Zip file from Lastkajen"),
                extension="zip",
                optional=True,
            ),
            tr("A delivery that you already have. Blank = fetch it."),
        )
        self._add(
            QgsProcessingParameterString("FILE_NAME", tr("Name of the file at Lastkajen"), optional=True),
            tr("Blank = the county's GeoPackage, such as Norrbottens_län_GeoPackage.zip."),
            advanced=True,
        )
        self._add(
            QgsProcessingParameterFolderDestination("FOLDER", tr("Folder for the road network")),
            tr("The GeoPackage gets the name that it has in the delivery; an earlier one of that name is replaced."),
        )

    def ask(self, parameters, context, asking: Asking) -> Lastkajen:
        self._source = Lastkajen(
            asking.url,
            asking.given,
            asking.cache,
            _county_of(asking.region),
            self._files,
            file_name=self.parameterAsString(parameters, "FILE_NAME", context).strip(),
            zip_file=self._zip_file(parameters, context),
            name=asking.name,
        )
        return self._source

    def compute(self, parameters, context, feedback):
        folder = self.parameterAsString(parameters, "FOLDER", context)
        with NewFiles(Path(folder)) as self._files:
            found = super().compute(parameters, context, feedback)
        return {**found, "OUTPUT": self._source.layer, "FOLDER": folder}

    def _zip_file(self, parameters, context):
        text = self.parameterAsString(parameters, "FILE", context).strip().strip('"')
        if not text:
            return None
        if not Path(text).is_file():
            raise QgsProcessingException(
                tr("The file {file} does not exist. Choose the zip from Lastkajen.").format(file=text)
            )
        return Path(text)


def _county_of(region: str) -> str:
    """The county's name, which packages and files at Lastkajen are called by."""
    known = catalogue.regions().regions
    return known[region].county if region in known else REGION_NAMES[region]
