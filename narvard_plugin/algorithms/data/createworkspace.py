"""Create workspace: the register of one region, empty, with every table in place."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingException,
    QgsProcessingOutputString,
)

from ...i18n import tr
from ...store.errors import StoreError
from ...store.sentences import sentence
from ...store.workspace import create_workspace, open_workspace, workspace_exists
from ..base import NarvardAlgorithm
from ..parameters import region_name, region_parameter, workspace_parameter


class CreateWorkspace(NarvardAlgorithm):
    ID = "createworkspace"
    GROUP = "data"
    TAGS = ("workspace", "register", "geopackage", "postgresql", "database", "arbetsyta", "databas", "skapa")

    WORKSPACE, REGION = "WORKSPACE", "REGION"

    def displayName(self):
        return tr("Create workspace")

    def shortHelpString(self):
        return tr(
            "Makes the workspace of one region: empty tables for facilities, capacity, services, areas, people, "
            "statistics, listings, waiting times, health, plans, scenarios, sources, the method log and the audit of "
            "changes. Geometry is in SWEREF 99 TM (EPSG:3006), and every column has its Swedish name in QGIS (in PostgreSQL as its comment).\n\n"
            "If the workspace is already there and belongs to the same region, its content is left as it is; one made "
            "by an older version is brought up to date. Anything else is refused, never overwritten.\n\n"
            "Workspace: the path of a file ending in .gpkg, in a folder that exists: right for one person at a time, "
            "and best on the computer's own disk. Or the name of a PostgreSQL connection stored in QGIS (Layer > Data "
            "Source Manager > PostgreSQL), with its user and password stored too: right for several people at once. "
            "The tables are made in the schema narvard; write connection/schema for another one, such as one region of "
            "several in the same database. The database needs PostGIS.\n"
            "Region: the two-digit county code, such as 08 for Region Kalmar län; 99 is the made-up sample county."
        )

    def initAlgorithm(self, configuration=None):
        self.addParameter(workspace_parameter())
        self.addParameter(region_parameter())
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
                for warning in workspace.warnings:
                    feedback.pushWarning(warning)
                return {self.WORKSPACE: workspace.name}
        except StoreError as error:
            raise QgsProcessingException(sentence(error)) from error


def _another_region(workspace, region):
    return tr("{path} is the workspace of {found}, not of {wanted}. Choose another name or region.").format(
        path=workspace.name, found=region_name(workspace.region), wanted=region_name(region)
    )


def _what_happened(workspace, existed):
    facts = {"path": workspace.name, "region": region_name(workspace.region), "count": len(workspace.tables)}
    if workspace.migrated_from is not None:
        return tr("The workspace {path} of {region} was brought up from schema {old}; its content is kept.").format(
            old=workspace.migrated_from, **facts
        )
    if existed:
        return tr("The workspace {path} of {region} is already there and was left as it is.").format(**facts)
    return tr("Made the workspace {path} of {region} with {count} empty tables.").format(**facts)
