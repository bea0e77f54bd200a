"""Fetch the plans of a municipality's own map: WFS, ArcGIS or GeoJSON, with the fields that it has."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingException, QgsProcessingParameterCrs, QgsProcessingParameterString

from ...i18n import tr
from ...sources.http import is_web, public
from ...sources.plans.municipal_map import ARCGIS, AUTO, GEOJSON, WFS, Map, MunicipalMap
from ...sources.register import Known
from ..fetching import Asking, FetchingAlgorithm
from ..parameters import enum_parameter, workspace_parameter
from .importplanlist import mapping_by_hand
from .importplans_places import Places

_FIELDS = ("name", "designation", "status", "status_date", "municipality")


class FetchMunicipalPlans(FetchingAlgorithm):
    ID = "fetchmunicipalplans"
    GROUP = "plans"
    SOURCE = MunicipalMap.ID
    TAGS = (
        "plan", "municipality", "map", "WFS", "ArcGIS", "GeoJSON", "kommun", "karta", "pågående planer", "detaljplan", "bevakning",
    )  # fmt: skip

    def displayName(self):
        return tr("Fetch a municipality's map of plans")

    def shortHelpString(self):
        return tr(
            "Fetches the plans that a municipality shows on its own map of ongoing plans into the workspace's table plan_items, "
            "where watchplans compares them with the register. The table plan_checks remembers when the map was asked and how "
            "many plans it had, also when it had none.\n\n"
            "URL is the address of a WFS (LAYER names the layer), of a layer of an ArcGIS FeatureServer or MapServer (…/FeatureServer/0), "
            "of a GeoJSON file on the web, or the path of a GeoJSON file. FORMAT is found out from the address.\n\n"
            "Fields are known by their names (plannamn, beteckning, diarienummer, skede, datum and other common words); FIELD_* or "
            "MAPPING say it by hand. The municipality's words for stages become those of the register; a word that is not known is kept as it "
            "was written, and counted. Everything else that the map tells is kept with each plan.\n\n"
            "Plans that the map no longer has are taken out of the table and told. No hit does not mean that there is no plan. "
            "One map with several municipalities counts only those that it has plans in as asked.\n\n"
            "Method: pages are followed until the service has no more, and counted against what it says; an answer that is not whole, an error "
            "half way or coordinates outside Sweden stop the tool, and nothing is stored. Coordinates are asked for in SWEREF 99 TM, or moved to it. "
            "Source: the municipality."
        )

    def initAlgorithm(self, config=None):
        self._add(
            QgsProcessingParameterString("URL", tr("Address of the map, or GeoJSON file")),
            tr("As the municipality gives it. A key in it would stand in the log: ask for an address without."),
        )
        labels = {AUTO: tr("Found out from the address"), WFS: "WFS", ARCGIS: "ArcGIS", GEOJSON: "GeoJSON"}
        self._add(enum_parameter("FORMAT", tr("Form"), labels, AUTO), tr("What kind of service it is."))
        self._add(
            QgsProcessingParameterString("LAYER", tr("Layer"), optional=True),
            tr("Of a WFS. Blank = its only one; with several you are told which there are."),
        )
        self._add(
            QgsProcessingParameterString("MUNICIPALITY", tr("Municipality (code or name)"), optional=True),
            tr("Whose map it is. Blank = a field of the map tells each plan's."),
        )
        self._add(workspace_parameter(), tr("Where what is fetched is kept, in the table that the help names."))
        for column in _FIELDS:
            self._add(
                QgsProcessingParameterString(f"FIELD_{column.upper()}", _field_label(column), optional=True),
                tr("Blank = known by its name."),
                advanced=True,
            )
        for name, label, text in (
            ("MAPPING", tr("Fields by hand (JSON)"), tr("Column of the register to field, as {\"name\": \"PLANNAMN\"}. FIELD_* go before it.")),
            ("SOURCE", tr("Source (text)"), tr("What the map is called in the register. Blank = by its address.")),
        ):  # fmt: skip
            self._add(QgsProcessingParameterString(name, label, optional=True), text, advanced=True)
        self._add(
            QgsProcessingParameterCrs("CRS", tr("Coordinate system of a GeoJSON file"), optional=True),
            tr("Only where the file tells it wrongly or not at all."),
            advanced=True,
        )
        self.add_counts()

    def known(self, parameters, context) -> Known:
        url = self.parameterAsString(parameters, "URL", context).strip()
        name = self.parameterAsString(parameters, "SOURCE", context).strip()
        name = name or (public(url) if is_web(url) else Path(url).name)
        return Known(
            MunicipalMap.ID, {"sv": name, "en": name}, "", "", False, "", (), "none", self.ID, ("plan_items", "plan_checks"),
            "unit", 30, 120, {"sv": "", "en": ""},
        )  # fmt: skip

    def ask(self, parameters, context, asking: Asking) -> MunicipalMap:
        url = self.parameterAsString(parameters, "URL", context).strip()
        form = self.parameterAsEnumString(parameters, "FORMAT", context)
        if form in (WFS, ARCGIS) and not is_web(url):
            raise QgsProcessingException(tr("URL must begin with https:// or http:// for a WFS or ArcGIS."))
        places = Places(asking.workspace)
        told = self.parameterAsString(parameters, "MUNICIPALITY", context).strip()
        municipality = places.code_of(told) if told else ""
        if municipality is None:
            raise QgsProcessingException(
                tr("{told} is no municipality. Write its four-digit code, or its name.").format(told=told)
            )
        mapping = mapping_by_hand(self.parameterAsString(parameters, "MAPPING", context), None)
        for column in _FIELDS:
            field = self.parameterAsString(parameters, f"FIELD_{column.upper()}", context).strip()
            if field:
                mapping[column] = field
        crs = self.parameterAsCrs(parameters, "CRS", context)
        asked = Map(
            url,
            form,
            self.parameterAsString(parameters, "LAYER", context).strip(),
            municipality,
            mapping,
            crs.postgisSrid() if crs.isValid() else None,
            self.parameterAsString(parameters, "SOURCE", context).strip(),
        )
        return MunicipalMap(asked, places.code_of, asking.workspace.read("plan_items"))


def _field_label(column: str) -> str:
    return {
        "name": tr("Name (field)"),
        "designation": tr("Designation (field)"),
        "status": tr("Status (field)"),
        "status_date": tr("In this status since (field)"),
        "municipality": tr("Municipality (field)"),
    }[column]
