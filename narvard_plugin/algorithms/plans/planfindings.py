"""What the newest run of the checklist found, as layers."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)

from ...adapters.outputs import Column, Outputs, fields_of
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled
from ...i18n import tr
from ...reports.review import FindingRow, read_findings
from ...store.schema import SRID
from ...store.workspace import open_workspace
from ..base import NarvardAlgorithm
from .referral_parameters import add_referral, find_referral

_LINE, _AREA = QgsWkbTypes.GeometryType.LineGeometry, QgsWkbTypes.GeometryType.PolygonGeometry


class PlanFindings(NarvardAlgorithm):
    ID = "planfindings"
    GROUP = "plans"
    TAGS = ("findings", "evidence", "detail plan", "fynd", "bevis", "underlag", "planremiss", "detaljplan")

    def displayName(self):
        return tr("Findings of a planremiss (layers)")

    def shortHelpString(self):
        return tr(
            "Opens what the newest run of the checklist found as layers: OUTPUT has a point in every finding, LINES and AREAS the findings that are lines and areas as they are, with length and area.\n\n"
            "Every finding has its rule, verdict and weight, the number of its remark where there is one, the functions, the measured value with unit and threshold, and the layer that it was measured against with the layer's date. "
            "A finding without a place (a document that is missing, a question) is in no layer, and how many those are is told.\n\n"
            "Method: the table evidence of the newest row of every rule, in SWEREF 99 TM; lengths and areas are planar in that system. Source: the workspace's register of plan cases."
        )

    def initAlgorithm(self, config=None):
        add_referral(self, tr("The register that the planremiss stands in. It is only read."))
        for name, label, kind, optional in (
            ("OUTPUT", tr("Findings"), QgsProcessing.SourceType.TypeVectorPoint, False),
            ("LINES", tr("Findings that are lines"), QgsProcessing.SourceType.TypeVectorLine, True),
            ("AREAS", tr("Findings that are areas"), QgsProcessing.SourceType.TypeVectorPolygon, True),
        ):
            self.addParameter(
                QgsProcessingParameterFeatureSink(name, label, kind, optional=optional, createByDefault=not optional)
            )
        self.addOutput(QgsProcessingOutputNumber("FINDING_COUNT", tr("Findings with a place")))

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        with open_workspace(
            self.parameterAsString(parameters, "WORKSPACE", context), writable=False, tool=self.ID
        ) as workspace:
            referral_id = find_referral(workspace, self.parameterAsString(parameters, "REFERRAL", context))
            found, nowhere = read_findings(workspace, referral_id)
        if feedback.isCanceled():
            raise Cancelled
        account.say(
            feedback,
            tr("{n} findings have a place, {nowhere} have none.").format(n=len(found), nowhere=nowhere),
            warn=not found,
        )
        columns = _columns()
        crs = QgsCoordinateReferenceSystem.fromEpsgId(SRID)
        wanted = {
            "OUTPUT": (QgsWkbTypes.Type.Point, [(one.geometry.pointOnSurface(), one) for one in found]),
            "LINES": (QgsWkbTypes.Type.MultiLineString, _of_kind(found, _LINE)),
            "AREAS": (QgsWkbTypes.Type.MultiPolygon, _of_kind(found, _AREA)),
        }
        with Outputs(self, parameters, context, feedback) as outputs:
            for name, (kind, rows) in wanted.items():
                account.name_columns(name, columns)
                attributes = [(geometry, _attributes(one)) for geometry, one in rows]
                outputs.write(name, fields_of(columns), kind, crs, attributes, len(attributes))
        self.keep(account, outputs.results, context)
        return {**outputs.results, "FINDING_COUNT": len(found)}


def _of_kind(found: list[FindingRow], kind) -> list[tuple[QgsGeometry, FindingRow]]:
    rows = []
    for one in found:
        if one.geometry.type() == kind:
            geometry = QgsGeometry(one.geometry)
            geometry.convertToMultiType()
            rows.append((geometry, one))
    return rows


def _attributes(one: FindingRow) -> list:
    area = one.geometry.area() if one.geometry.type() == _AREA else None
    length = one.geometry.length() if one.geometry.type() == _LINE else None
    return [*one[1:], area, length]


def _columns() -> list[Column]:
    return [
        Column("rule_id", "text", tr("Rule")),
        Column("title", "text", tr("Title")),
        Column("heading", "text", tr("What was found")),
        Column("verdict", "text", tr("Verdict")),
        Column("severity", "text", tr("Weight")),
        Column("remark", "integer", tr("Remark no.")),
        Column("departments", "text", tr("Functions")),
        Column("value", "real", tr("Measured value")),
        Column("unit", "text", tr("Unit")),
        Column("threshold", "text", tr("Threshold")),
        Column("layer", "text", tr("Layer")),
        Column("layer_date", "text", tr("Date of the layer")),
        Column("area_m2", "real", tr("Area (m²)")),
        Column("length_m", "real", tr("Length (m)")),
    ]
