"""An own division (närsjukvårdsområde, länsdel …) into the workspace, from polygons or from a list of codes."""

from __future__ import annotations

import re

from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, fields_of, numbers
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled
from ...adapters.zones import Zones
from ...i18n import tr
from ...store.workspace import open_workspace
from ..deso.vintage_parameters import add_vintage
from ..importing import ImportingAlgorithm, as_results, counts_of
from ..parameters import enum_parameter, workspace_parameter
from .division_reading import read_listed, read_polygons, tell_overlaps, tell_uncovered
from .division_rows import Described, keep_in_workspace

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class ImportDivision(ImportingAlgorithm):
    ID = "importdivision"
    GROUP = "data"
    FIELDS_OF = "AREAS"
    LEFT_OUT = "UNPLACED"
    TAGS = (
        "division",
        "zones",
        "import",
        "indelning",
        "närsjukvårdsområde",
        "länsdel",
        "delregional",
        "närområde",
        "zoner",
    )

    def displayName(self):
        return tr("Import an own division")

    def shortHelpString(self):
        return tr(
            "Reads a division that a region has made itself (länsdel, närsjukvårdsområde, delregional vårdsamverkan, närområde) as "
            "zones, which catchmentprofile and other tools then answer about.\n\n"
            "Either INPUT: polygons with an id and a name; several of one id become one zone. Or TABLE: a list of codes and the zone "
            "of each, with AREAS whose polygons are joined to zones. A code is of a municipality, RegSO, DeSO or region; an area that "
            "is listed itself goes before its RegSO, municipality and region, so that a municipality can be divided. "
            "RegSO codes on DeSO need REGSO_FIELD. Codes of another vintage than that of AREAS are refused.\n\n"
            "OUTPUT has zone_id, kind, name, region, source, source_date, population (the sum of POPULATION over a zone's areas; empty "
            "for polygons and where an area's is unknown) and areas. Land that several zones cover, and land of AREAS that none "
            "does, is told in km² and never put right. UNPLACED lists areas without a zone, and codes without an area.\n\n"
            "With WORKSPACE the zones are kept in its table divisions, by zone_id and kind: a zone that is there already is "
            "replaced and counts as changed, unless it is the same. Importing the same file twice changes nothing.\n\n"
            "Method: union of the polygons per zone. Source: the region's own, as you state it in SOURCE."
        )

    def initAlgorithm(self, config=None):
        polygon, vector = [QgsProcessing.SourceType.TypeVectorPolygon], [QgsProcessing.SourceType.TypeVector]
        self._add(
            enum_parameter("KIND", tr("Kind of division"), kinds(), "narsjukvardsomrade"),
            tr("Zones of several kinds can be kept side by side."),
        )
        self._add(
            QgsProcessingParameterFeatureSource("INPUT", tr("Zones (polygons)"), polygon, optional=True),
            tr("Or give TABLE and AREAS."),
        )
        self.add_field("ZONE_ID", tr("Zone id (field)"), tr("In INPUT."), numeric=False, optional=True, layer="INPUT")
        self.add_field(
            "ZONE_NAME", tr("Zone name (field)"), tr("In INPUT."), numeric=False, optional=True, layer="INPUT"
        )
        self._add(
            QgsProcessingParameterFeatureSource("TABLE", tr("List of codes and zones (table)"), vector, optional=True),
            tr("Or give INPUT."),
        )
        for name, label, text in (
            ("TABLE_CODE", tr("Code (field)"), tr("Of a municipality, RegSO, DeSO or region.")),
            ("TABLE_ZONE", tr("Zone of the code (field)"), tr("The zone's id.")),
            ("TABLE_NAME", tr("Name of the zone (field)"), tr("Blank = the id is the name.")),
        ):
            self.add_field(name, label, text, numeric=False, optional=True, layer="TABLE")
        add_vintage(self, "TABLE_VINTAGE_FIELD", "TABLE_VINTAGE", "TABLE", tr("the list"))
        self._add(
            QgsProcessingParameterFeatureSource("AREAS", tr("Areas"), polygon, optional=True),
            tr("Joined to zones by TABLE. With INPUT: the land that the zones should cover."),
        )
        self.add_field("AREA_CODE", tr("Area code (field)"), tr("In AREAS."), numeric=False, default="area_code")
        self._needed.remove("AREA_CODE")  # only with AREAS
        add_vintage(self, "AREA_VINTAGE_FIELD", "AREA_VINTAGE", "AREAS", tr("the areas"))
        self.add_field(
            "REGSO_FIELD",
            tr("RegSO code of a DeSO (field)"),
            tr("Such as regsokod in SCB's layers."),
            numeric=False,
            optional=True,
        )
        self.add_field(
            "POPULATION",
            tr("Number of people (field; blank = not counted)"),
            tr("Summed over a zone's areas."),
            optional=True,
        )
        for name, label, text in (
            (
                "REGION",
                tr("Region (two-digit county code)"),
                tr("Blank = that of the areas' codes, or the workspace's."),
            ),
            (
                "SOURCE",
                tr("Source (text)"),
                tr("Where the division is decided or published. Blank = the layer's name."),
            ),
            ("SOURCE_DATE", tr("Date of the source"), tr("Written as 2024-12-31.")),
        ):
            self._add(QgsProcessingParameterString(name, label, optional=True), text)
        self._add(
            workspace_parameter(optional=True),
            tr("Where the zones are kept, in the table divisions. Blank = they are not kept."),
        )
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Zones of the division")))
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                "UNPLACED", tr("Areas and codes without a zone"), optional=True, createByDefault=False
            )
        )
        for name, label in (
            ("ZONE_COUNT", tr("Zones")),
            ("ADDED_COUNT", tr("Added zones")),
            ("CHANGED_COUNT", tr("Changed zones")),
            ("UNCHANGED_COUNT", tr("Unchanged zones")),
            ("OVERLAP_COUNT", tr("Pairs of zones that cover the same land")),
            ("UNPLACED_COUNT", tr("Areas and codes without a zone")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def checkParameterValues(self, parameters, context):
        given = {name: parameters.get(name) not in (None, "") for name in ("INPUT", "TABLE", "AREAS")}
        if given["INPUT"] == given["TABLE"]:
            return False, tr(
                "Give either INPUT (polygons) or TABLE (a list of codes), so that it is clear what the zones are."
            )
        if given["TABLE"] and not given["AREAS"]:
            return False, tr("A list of codes needs AREAS, whose polygons are joined to zones.")
        needed = ["ZONE_ID"] if given["INPUT"] else ["TABLE_CODE", "TABLE_ZONE"]
        needed += ["AREA_CODE"] if given["TABLE"] else []
        blank = [name for name in needed if not self.field(parameters, name, context)]
        if blank:
            return False, tr("{names} must name a field.").format(names=", ".join(blank))
        region, date = (self.parameterAsString(parameters, name, context).strip() for name in ("REGION", "SOURCE_DATE"))
        if region and not re.fullmatch(r"[0-9]{2}", region):
            return False, tr("REGION must be a two-digit county code, such as 08.")
        if date and not _DATE.fullmatch(date):
            return False, tr("SOURCE_DATE must be written as 2024-12-31.")
        return super().checkParameterValues(parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", _columns())
        account.name_columns("UNPLACED", _unplaced_columns())
        read = (read_polygons if parameters.get("INPUT") not in (None, "") else read_listed)(
            self, parameters, context, account, feedback
        )
        if not read.zones.ids:
            raise QgsProcessingException(tr("There is not one zone. Check the id field and the codes."))
        pairs = tell_overlaps(read.zones, context, account, feedback)
        tell_uncovered(self, read, parameters, context, account, feedback)
        if feedback.isCanceled():
            raise Cancelled
        text = self.parameterAsString(parameters, "WORKSPACE", context)
        described = Described(
            self.parameterAsEnumString(parameters, "KIND", context),
            self.parameterAsString(parameters, "REGION", context).strip(),
            self.parameterAsString(parameters, "SOURCE", context).strip() or read.name,
            self.parameterAsString(parameters, "SOURCE_DATE", context).strip() or None,
        )
        if not text:
            fates = [None] * len(read.zones.ids)
            outputs = self._write(read, described, read.regions, fates, parameters, context, feedback)
        else:
            with open_workspace(text, tool=self.ID) as workspace, workspace.transaction():
                regions = [own or workspace.region for own in read.regions]
                fates = keep_in_workspace(workspace, read.zones, described, regions, context, account, feedback)
                outputs = self._write(read, described, regions, fates, parameters, context, feedback)
        self.keep(account, outputs.results, context)
        return {
            **outputs.results,
            "ZONE_COUNT": len(read.zones.ids),
            **as_results(counts_of(fates)),
            "OVERLAP_COUNT": len(pairs),
            "UNPLACED_COUNT": len(read.unplaced),
        }

    def _write(self, read, described, regions, fates, parameters, context, feedback) -> Outputs:
        with Outputs(self, parameters, context, feedback) as outputs:
            zones: Zones = read.zones
            rows = [
                (zones.geometries[at], [zone, described.kind, zones.names[at], described.region or regions[at] or None, described.source,
                                        described.date, *numbers([zones.population[at]]), zones.areas[at], fates[at]])
                for at, zone in enumerate(zones.ids)
            ]  # fmt: skip
            outputs.write("OUTPUT", fields_of(_columns()), QgsWkbTypes.Type.MultiPolygon, zones.crs, rows, len(rows))
            rows = [(None, list(one)) for one in read.unplaced]
            outputs.write("UNPLACED", fields_of(_unplaced_columns()), NO_GEOMETRY, zones.crs, rows)
        return outputs


def kinds() -> dict[str, str]:
    """The kinds of division, as the workspace holds them."""
    return {
        "lansdel": tr("Länsdel (part of the county)"),
        "narsjukvardsomrade": tr("Närsjukvårdsområde (local care area)"),
        "delregional_vardsamverkan": tr("Delregional vårdsamverkan (part of the region that plans care together)"),
        "naromrade": tr("Närområde (a health centre's surroundings)"),
        "other": tr("Another division"),
    }


def _columns() -> list[Column]:
    return [
        Column("zone_id", "text", tr("Zone id")),
        Column("kind", "text", tr("Kind of division")),
        Column("name", "text", tr("Name")),
        Column("region", "text", tr("Region (county code)")),
        Column("source", "text", tr("Source")),
        Column("source_date", "text", tr("Date of the source")),
        Column("population", "real", tr("People")),
        Column("areas", "integer", tr("Areas in it")),
        Column("import_status", "text", tr("Added, changed or unchanged")),
    ]


def _unplaced_columns() -> list[Column]:
    return [Column("code", "text", tr("Code")), Column("reason", "text", tr("Reason"))]
