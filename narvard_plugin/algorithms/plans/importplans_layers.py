"""The layers that `importplans` gives: the areas of the imported plans, and their provisions."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsWkbTypes

from ...adapters.outputs import Column, Outputs, fields_of
from ...core.plans.catalogue_match import Matched
from ...i18n import tr
from ...store.plans.importing import Kept

_TM = "EPSG:3006"


def write_layers(outputs: Outputs, matched: Sequence[Matched], kept: Sequence[Kept]) -> None:
    tm = QgsCoordinateReferenceSystem(_TM)
    plans = [
        (_geometry(area), [one.plan_id, one.version_id, one.stage, *_told(content), one.case, one.version])
        for content, one in zip((each.content for each in matched), kept)
        for area in content.areas or [None]
    ]
    outputs.write("OUTPUT", fields_of(plan_columns()), QgsWkbTypes.Type.MultiPolygon, tm, plans, len(plans))
    names = [column.name for column in provision_columns()[2:]]
    provisions = [
        (_area_or_none(row["wkb"]), [one.plan_id, one.version_id, *(row[name] for name in names)])
        for each, one in zip(matched, kept)
        for row in each.content.provisions.to_dict("records")
    ]
    fields = fields_of(provision_columns())
    outputs.write("PROVISIONS", fields, QgsWkbTypes.Type.MultiPolygon, tm, provisions, len(provisions))


def _told(content) -> list:
    return [content.case.get(name) for name in ("municipality", "name", "designation", "status", "purpose")]


def _geometry(wkb) -> QgsGeometry | None:
    if wkb is None:
        return None
    geometry = QgsGeometry()
    geometry.fromWkb(bytes(wkb))
    return geometry


def _area_or_none(wkb) -> QgsGeometry | None:
    """A layer holds one kind of geometry: lines and points stand in the register, and here as rows without a place."""
    geometry = _geometry(wkb)
    return geometry if geometry is not None and geometry.type() == QgsWkbTypes.GeometryType.PolygonGeometry else None


def plan_columns() -> list[Column]:
    return [
        Column("plan_id", "text", tr("Case id")),
        Column("version_id", "text", tr("Version id")),
        Column("stage", "text", tr("Stage")),
        Column("municipality", "text", tr("Municipality (code)")),
        Column("name", "text", tr("Name")),
        Column("designation", "text", tr("Designation")),
        Column("status", "text", tr("Status")),
        Column("purpose", "text", tr("Purpose")),
        Column("case_status", "text", tr("Case: added, changed or unchanged")),
        Column("version_status", "text", tr("Version: added, changed or unchanged")),
    ]


def provision_columns() -> list[Column]:
    return [
        Column("plan_id", "text", tr("Case id")),
        Column("version_id", "text", tr("Version id")),
        Column("national_id", "text", tr("Identity in the national platform")),
        Column("kind", "text", tr("Kind of provision")),
        Column("catalogue_id", "text", tr("Id in the catalogue of provisions")),
        Column("code", "text", tr("Provision code")),
        Column("designation", "text", tr("Designation")),
        Column("category", "text", tr("Category")),
        Column("use_form", "text", tr("Form of use")),
        Column("wording", "text", tr("Wording")),
        Column("values_json", "text", tr("Values (JSON)")),
        Column("motive", "text", tr("Motive")),
    ]
