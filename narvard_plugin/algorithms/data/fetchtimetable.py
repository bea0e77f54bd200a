"""Fetch the region's timetable (GTFS) from Trafiklab, within its quota."""

from __future__ import annotations

import re
from contextlib import nullcontext
from pathlib import Path

from qgis.core import (
    QgsProcessingException,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ... import catalogue
from ...i18n import tr
from ...sources.new_files import NewFiles
from ...sources.register import known_sources
from ...sources.trafiklab import REGIONAL, SWEDEN_2, SWEDEN_2_URL, SWEDEN_3, Trafiklab
from ..fetching import Asking, FetchingAlgorithm
from ..parameters import enum_parameter, region_name


class FetchTimetable(FetchingAlgorithm):
    ID = "fetchtimetable"
    SOURCE = "trafiklab"
    TAGS = ("GTFS", "timetable", "public transport", "Trafiklab", "tidtabell", "kollektivtrafik", "buss", "tåg")

    def displayName(self):
        return tr("Fetch timetable (Trafiklab)")

    def shortHelpString(self):
        return tr(
            "Downloads a timetable (GTFS) for Travel time by public transport. The free key from Trafiklab allows 50 "
            "downloads a month, so a copy is kept and asked for anew only when it is older than MAX_AGE; even then nothing "
            "is downloaded if the source says that it has not changed.\n\n"
            "FEED regional is the operator's own timetable, the best one; OPERATOR is its short name at Trafiklab (otraf, "
            "klt, jlt …), blank = that of the region. sweden3 and sverige2 cover the whole country; sverige2 may be fetched "
            "once a minute, and is downloaded only when its free description tells another version.\n\n"
            "AUTH is the key, kept in QGIS's authentication store, as the kind API header or Basic (the key as password). It "
            "is never written to a log, a workspace or a file. With FOLDER a copy <operator>.zip is put there; OUTPUT is "
            "what the parameter GTFS of the travel time tools takes.\n\n"
            "Method: the zip is checked and read through as a timetable before it is kept; a broken one never takes a good "
            "one's place. The days that it is valid are told. Source: Trafiklab (Samtrafiken), CC0 1.0."
        )

    def initAlgorithm(self, config=None):
        self._add(
            enum_parameter(
                "FEED",
                tr("Timetable"),
                {
                    REGIONAL: tr("The region's operator (GTFS Regional)"),
                    SWEDEN_3: tr("All of Sweden (GTFS Sverige 3)"),
                    SWEDEN_2: tr("All of Sweden (GTFS Sverige 2)"),
                },
                REGIONAL,
            ),
            tr("Each wants a key of its own kind from Trafiklab."),
        )
        self._add(
            QgsProcessingParameterString("OPERATOR", tr("Operator (short name at Trafiklab)"), optional=True),
            tr("Blank = the operator of the region. Used only for GTFS Regional."),
        )
        self.add_common()
        self._add(
            QgsProcessingParameterNumber(
                "MAX_AGE", tr("Ask again after (days)"), QgsProcessingParameterNumber.Type.Double, 1.0, minValue=0.0
            ),
            tr("A kept copy younger than this is used as it is, so that the month's quota lasts."),
            advanced=True,
        )
        self._add(
            QgsProcessingParameterFolderDestination(
                "FOLDER", tr("Folder for a copy of the timetable"), optional=True, createByDefault=False
            ),
            tr("Blank = the timetable stays in the cache, where OUTPUT points."),
        )

    def ask(self, parameters, context, asking: Asking) -> Trafiklab:
        kind = self.parameterAsEnumString(parameters, "FEED", context)
        own = known_sources()[self.SOURCE].url.rstrip("/")
        return Trafiklab(
            SWEDEN_2_URL if kind == SWEDEN_2 and asking.url == own else asking.url,
            asking.credentials,
            self._operator(parameters, context, asking.region) if kind == REGIONAL else "",
            asking.cache,
            kind=kind,
            files=self._files,
            max_age_days=self.parameterAsDouble(parameters, "MAX_AGE", context),
        )

    def compute(self, parameters, context, feedback):
        folder = self.parameterAsString(parameters, "FOLDER", context)
        with NewFiles(Path(folder)) if folder else nullcontext() as self._files:
            found = super().compute(parameters, context, feedback)
        return {**found, "FOLDER": folder} if folder else found

    def _operator(self, parameters, context, region: str) -> str:
        given = self.parameterAsString(parameters, "OPERATOR", context).strip().lower()
        known = catalogue.regions().regions
        operator = given or (known[region].transport.operator if region in known else "")
        if not operator:
            raise QgsProcessingException(
                tr("No operator is known for {region}. Write its short name at Trafiklab in OPERATOR.").format(
                    region=region_name(region)
                )
            )
        if not re.fullmatch(r"[a-z0-9_-]{2,40}", operator):
            raise QgsProcessingException(
                tr('"{operator}" is no short name at Trafiklab: they are like otraf, klt and jlt.').format(
                    operator=operator
                )
            )
        return operator
