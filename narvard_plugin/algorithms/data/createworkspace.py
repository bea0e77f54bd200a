"""Create workspace: the register of one region as an empty file with every table in place."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingException,
    QgsProcessingOutputString,
    QgsProcessingParameterString,
)

from ... import catalogue
from ...i18n import tr
from ...store.errors import StoreError
from ...store.sentences import sentence
from ...store.workspace import create_workspace, open_workspace, workspace_exists
from ..base import NarvardAlgorithm
from ..parameters import enum_parameter

#: The made-up county of `samplecounty`; no Swedish county has this code.
SAMPLE_REGION = "99"


class CreateWorkspace(NarvardAlgorithm):
    ID = "createworkspace"
    GROUP = "data"
    TAGS = ("workspace", "register", "geopackage", "database", "arbetsyta", "databas", "skapa")

    WORKSPACE, REGION = "WORKSPACE", "REGION"

    def displayName(self):
        return tr("Create workspace")

    def shortHelpString(self):
        return tr(
            "Makes the workspace of one region: a GeoPackage with empty tables for facilities, capacity, services, "
            "areas, people, statistics, listings, waiting times, scenarios, sources and the method log. Geometry is in "
            "SWEREF 99 TM (EPSG:3006), and every column has its Swedish name in QGIS.\n\n"
            "If the workspace is already there and belongs to the same region, its content is left as it is; one made "
            "by an older version is brought up to date. Any other file is refused, never overwritten.\n\n"
            "Workspace: the path of a file ending in .gpkg, in a folder that exists.\n"
            "Region: the two-digit county code, such as 08 for Region Kalmar län; 99 is the made-up sample county."
        )

    def initAlgorithm(self, configuration=None):
        self.addParameter(QgsProcessingParameterString(self.WORKSPACE, tr("Workspace (path of a .gpkg)")))
        codes = [*sorted(catalogue.regions().regions), SAMPLE_REGION]
        labels = {code: f"{code} {_region_name(code)}" for code in codes}
        self.addParameter(enum_parameter(self.REGION, tr("Region (county code)"), labels))
        self.addOutput(QgsProcessingOutputString(self.WORKSPACE, tr("Workspace")))

    def processAlgorithm(self, parameters, context, feedback):
        text = self.parameterAsString(parameters, self.WORKSPACE, context)
        region = self.parameterAsEnumString(parameters, self.REGION, context)
        try:
            exists = workspace_exists(text)
            with open_workspace(text) if exists else create_workspace(text, region) as workspace:
                if workspace.region != region:
                    raise QgsProcessingException(_another_region(workspace, region))
                feedback.pushInfo(_what_happened(workspace, exists))
                return {self.WORKSPACE: workspace.name}
        except StoreError as error:
            raise QgsProcessingException(sentence(error)) from error


def _another_region(workspace, region):
    return tr("{path} is the workspace of {found}, not of {wanted}. Choose another name or region.").format(
        path=workspace.name, found=_region_name(workspace.region), wanted=_region_name(region)
    )


def _what_happened(workspace, existed):
    facts = {"path": workspace.name, "region": _region_name(workspace.region), "count": len(workspace.tables)}
    if workspace.migrated_from is not None:
        return tr("The workspace {path} of {region} was brought up from schema {old}; its content is kept.").format(
            old=workspace.migrated_from, **facts
        )
    if existed:
        return tr("The workspace {path} of {region} is already there and was left as it is.").format(**facts)
    return tr("Made the workspace {path} of {region} with {count} empty tables.").format(**facts)


def _region_name(code):
    known = catalogue.regions().regions
    return known[code].name if code in known else tr("the made-up sample county")
