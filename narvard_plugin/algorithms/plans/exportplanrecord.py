"""A decided answer for the records system, whose copy is the original from then on."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterString,
)

from ...adapters.reading import Cancelled
from ...i18n import tr
from ...reports.record_package import write_package
from ...store.workspace import open_workspace
from ..base import NarvardAlgorithm
from .referral_parameters import add_language, add_referral, find_referral, templates_of


class ExportPlanRecord(NarvardAlgorithm):
    ID = "exportplanrecord"
    GROUP = "plans"
    TAGS = ("records", "archive", "export", "arkiv", "diarium", "verksamhetssystem", "PDF/A", "planremiss", "metadata")

    def displayName(self):
        return tr("Export a decided answer to the records system")

    def shortHelpString(self):
        return tr(
            "Packs a decided answer to a planremiss for the region's records system (diarium): the statement's file exactly as it was decided, all remarks with replies as PDF, the whole review as JSON, the municipality's documents "
            "as they were received, and metadata. TARGET ending in .zip gives a zip file, anything else a folder.\n\n"
            "metadata.xml and metadata.json say diarienummer, handläggare, municipality, stage, dates, stance, who decided and by which delegation point, notice, dispatch, and of every file its role, size and SHA-256. What the plugin wrote is marked as PDF/A-1b by Qt, not validated: let the records system validate it. checksummor.sha256 can be "
            "tested with any program that reckons SHA-256.\n\n"
            "That it was handed over, with the package's checksum, is written in the case's events and stays there: from then on the copy in the records system is the original. An answer that is not decided is refused, and so "
            "is a place where something stands already.\n\n"
            "Method: filled beside and renamed when whole. Source: the workspace's register of plan cases."
        )

    def flags(self):
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading  # it draws maps and pages

    def initAlgorithm(self, config=None):
        add_referral(self, tr("The register that the planremiss stands in; that it was handed over is noted there."))
        self._add(
            QgsProcessingParameterString("TARGET", tr("Zip file or folder to make")),
            tr("The path of a .zip file, or of a folder that does not exist yet."),
        )
        add_language(self)
        self.addOutput(QgsProcessingOutputFile("OUTPUT", tr("Package")))
        self.addOutput(QgsProcessingOutputString("SHA256", tr("Checksum of the package (SHA-256)")))
        self.addOutput(QgsProcessingOutputNumber("FILE_COUNT", tr("Files")))

    def checkParameterValues(self, parameters, context):
        if not self.parameterAsString(parameters, "TARGET", context).strip():
            return False, tr("TARGET must be the path of a .zip file or a folder.")
        return super().checkParameterValues(parameters, context)

    def compute(self, parameters, context, feedback):
        target = Path(self.parameterAsString(parameters, "TARGET", context).strip().strip('"')).absolute()
        templates = templates_of(self, parameters, context)

        def ask() -> None:
            if feedback.isCanceled():
                raise Cancelled

        with open_workspace(self.parameterAsString(parameters, "WORKSPACE", context), tool=self.ID) as workspace:
            referral_id = find_referral(workspace, self.parameterAsString(parameters, "REFERRAL", context))
            metadata = write_package(workspace, referral_id, target, templates, ask)
        feedback.pushInfo(
            tr("{n} files were packed. The checksum {sha256} stands in the case's events.").format(
                n=len(metadata["filer"]), sha256=metadata["sha256"]
            )
        )
        return {"OUTPUT": str(target), "SHA256": metadata["sha256"], "FILE_COUNT": len(metadata["filer"])}
