"""The parameters of an import of facilities: which column holds what, and what is done with what is not clear."""

from __future__ import annotations

from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ... import catalogue
from ...i18n import tr
from ...sources.facility_catalogue import facility_presets
from ..parameters import enum_parameter
from .facility_keep import KEEP, MERGE, SKIP

PRESETS = ("hsa", "pipos", "osm", "excel", "generic")


def field_roles() -> dict[str, tuple[str, str, str]]:
    """Role of a column -> (parameter, label, help)."""
    return {
        "id": ("ID_FIELD", tr("Facility id (field)"), tr("Blank and not in the preset = made from type, name and address.")),
        "name": ("NAME_FIELD", tr("Name (field)"), tr("A row without a name is rejected.")),
        "type": ("TYPE_FIELD", tr("Facility type (field)"), tr("Words, ids or codes of types.")),
        "role": ("ROLE_FIELD", tr("Role (field)"), tr("Kept as it stands.")),
        "huvudman": ("HUVUDMAN_FIELD", tr("Principal, huvudman (field)"), tr("Who is responsible: region, kommun, stat.")),
        "driftsform": ("DRIFTSFORM_FIELD", tr("Form of operation, driftsform (field)"), tr("How it is run; not the same as huvudman.")),
        "operator": ("OPERATOR_FIELD", tr("Operator (field)"), tr("Kept as it stands.")),
        "region": ("REGION_FIELD", tr("Region (field)"), tr("County code or name; blank = REGION or the areas.")),
        "municipality": ("MUNICIPALITY_FIELD", tr("Municipality (field)"), tr("Municipality code or name.")),
        "opened": ("OPENED_FIELD", tr("Opened (field)"), tr("A year or a date.")),
        "closed": ("CLOSED_FIELD", tr("Closed (field)"), tr("A year or a date.")),
        "address": ("ADDRESS_FIELD", tr("Address (field)"), tr("Street and number.")),
        "postal_code": ("POSTAL_CODE_FIELD", tr("Postal code (field)"), tr("Kept as text.")),
        "locality": ("LOCALITY_FIELD", tr("Postal town (field)"), tr("Kept as it stands.")),
        "x": ("X_FIELD", tr("East (field)"), tr("East or longitude. In the preset hsa the first number is north.")),
        "y": ("Y_FIELD", tr("North (field)"), tr("North or latitude.")),
        "coordinates": ("COORDINATES_FIELD", tr("Both coordinates (field)"), tr("Written as X:6581164 Y:1630250.")),
        "source": ("SOURCE_FIELD", tr("Source (field)"), tr("Blank = SOURCE.")),
        "source_date": ("SOURCE_DATE_FIELD", tr("Date of the source (field)"), tr("Blank = SOURCE_DATE.")),
        "services": ("SERVICES_FIELD", tr("Services (field)"), tr("Several with ; or | between.")),
    }  # fmt: skip


def add_parameters(tool) -> None:
    """Everything that importfacilities asks for."""
    vector = [QgsProcessing.SourceType.TypeVector]
    shown = QgsApplication.instance().translation() or QgsApplication.locale()
    tool._add(
        QgsProcessingParameterFeatureSource(
            "INPUT", tr("Facilities (layer, CSV or Excel file)"), vector, optional=True
        ),
        tr(
            "A CSV, Excel or OpenDocument file is read anew as text, so that codes keep their zeros and å, ä, ö are right."
        ),
    )
    tool._add(
        QgsProcessingParameterFile("FILE", tr("Or a file that QGIS does not open (JSON)"), optional=True),
        tr("Instead of INPUT: CSV, Excel, OpenDocument or JSON."),
    )
    tool._add(
        QgsProcessingParameterString("WORKSPACE", tr("Workspace (path of a .gpkg)")),
        tr("Where facilities, services, capacity and the source are kept."),
    )
    labels = {preset: facility_presets().presets[preset].name.get(shown) for preset in PRESETS}
    tool._add(
        enum_parameter("PRESET", tr("Kind of table"), labels, "generic"),
        tr("Says which columns mean what, and how coordinates are written."),
    )
    tool._add(
        QgsProcessingParameterString("REGION", tr("Region (two-digit county code)"), optional=True),
        tr("Of facilities that nothing tells the region of; blank = the workspace's."),
    )
    types = {kind.id: kind.label(shown) for kind in catalogue.care().types.values()}
    tool._add(
        enum_parameter("TYPE", tr("All rows are of this type"), types, optional=True),
        tr("For tables without a type; a row's own word goes before it."),
    )
    tool._add(
        QgsProcessingParameterString("TYPE_MAP", tr("Meaning of words for types"), optional=True),
        tr("As word=type with ; between, such as Distriktsmottagning=vardcentral."),
        advanced=True,
    )
    for parameter, label, text in field_roles().values():
        tool.add_field(parameter, label, text, numeric=False, optional=True, advanced=True)
    tool._add(
        QgsProcessingParameterString("CAPACITY", tr("Columns of capacity"), optional=True),
        tr("As kind=column with ; between, such as listade=Antal listade."),
        advanced=True,
    )
    tool._add(
        QgsProcessingParameterCrs("CRS", tr("Reference system of the coordinates (blank = detected)"), optional=True),
        tr("RT 90, SWEREF 99 TM and WGS 84 are told from their size; what fits none or several is rejected."),
        advanced=True,
    )
    _add_checks(tool)
    _add_results(tool)


def _add_checks(tool) -> None:
    polygon = [QgsProcessing.SourceType.TypeVectorPolygon]
    tool._add(
        QgsProcessingParameterFeatureSource("REGION_AREAS", tr("Areas of the region"), polygon, optional=True),
        tr("Places are checked against them; blank = the workspace's areas, if it has any."),
    )
    for name, label in (
        ("AREA_REGION_FIELD", tr("Region of an area (field)")),
        ("AREA_MUNICIPALITY_FIELD", tr("Municipality of an area (field)")),
    ):
        tool.add_field(name, label, tr("In REGION_AREAS."), numeric=False, optional=True, layer="REGION_AREAS")
    kind = QgsProcessingParameterNumber.Type.Double
    for name, label, default, text in (
        ("TOLERANCE", tr("Tolerance at the border (metres)"), 3000, tr("Generalised county borders are off by as much as 2.5 km at the coast.")),
        ("DISTANCE", tr("Distance of likely duplicates (metres)"), 200, tr("Same name and type nearer than this, under different ids.")),
    ):  # fmt: skip
        tool._add(QgsProcessingParameterNumber(name, label, kind, default, minValue=0), text, advanced=True)
    tool._add(
        enum_parameter(
            "DUPLICATES_AS",
            tr("Likely duplicates"),
            {KEEP: tr("Keep both, and list them"), SKIP: tr("Leave out the later one"), MERGE: tr("Merge into the earlier one")},
            KEEP,
        ),
        tr("Merging fills what the earlier one lacks."),
        advanced=True,
    )  # fmt: skip
    tool._add(
        QgsProcessingParameterString("ONLY_REGIONS", tr("Only these regions (codes with ; between)"), optional=True),
        tr("Rows of other regions are rejected; blank = all are imported."),
        advanced=True,
    )
    tool._add(
        QgsProcessingParameterBoolean("REMOVE_MISSING", tr("Remove what is no longer in the source"), False),
        tr("Facilities of the same source, region and type that are not in the file; otherwise they are only listed."),
        advanced=True,
    )
    for name, label, text in (
        ("SOURCE", tr("Source (text)"), tr("For rows without their own; blank = the preset's or the file's name.")),
        (
            "SOURCE_DATE",
            tr("Date of the source"),
            tr("Written as 2024-12-31; blank = the date in the file's name, if any."),
        ),
    ):
        tool._add(QgsProcessingParameterString(name, label, optional=True), text)


def _add_results(tool) -> None:
    tool.add_results(tr("Imported facilities"))
    for name, label in (
        ("DUPLICATES", tr("Likely duplicates")),
        ("UNPLACED", tr("To be placed by hand")),
    ):
        tool.addParameter(QgsProcessingParameterFeatureSink(name, label, optional=True, createByDefault=False))
    for name, label in (
        ("SERVICE_COUNT", tr("Services added or changed")),
        ("CAPACITY_COUNT", tr("Capacity rows added or changed")),
        ("SWAPPED_COUNT", tr("Swapped coordinates put right")),
        ("DUPLICATE_COUNT", tr("Pairs of likely duplicates")),
        ("UNPLACED_COUNT", tr("Facilities without a place")),
        ("EXAMPLE_COUNT", tr("Example rows left out")),
        ("MISSING_COUNT", tr("No longer in the source")),
        ("REMOVED_COUNT", tr("Removed facilities")),
    ):
        tool.addOutput(QgsProcessingOutputNumber(name, label))
