"""One function's part of the answer as a file that is filled in anywhere."""

from __future__ import annotations

import json
from pathlib import Path

from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterFileDestination, QgsProcessingParameterString

from ...i18n import tr
from ...reports.files import write_whole
from ...store.plans.packages import export_answer_package
from ...store.workspace import open_workspace
from ..base import NarvardAlgorithm
from .referral_parameters import add_referral, find_referral


class ExportPartialAnswer(NarvardAlgorithm):
    ID = "exportpartialanswer"
    GROUP = "plans"
    TAGS = ("partial answer", "export", "detail plan", "delsvar", "svarspaket", "förvaltning", "funktion", "planremiss")

    def displayName(self):
        return tr("Export a partial answer (delsvar)")

    def shortHelpString(self):
        return tr(
            "Writes one function's part of the answer to a planremiss as a JSON file that can be filled in without QGIS and without the workspace, and read in again with importpartialanswer.\n\n"
            "The file has the function's stance and summary, its checks with what was measured, the questions that it is to answer, and the remarks that are its alone. Change only what stands under values; "
            "exported says what stood there, and row_version by which version the row is known again. A remark without id is a new one.\n\n"
            "Nothing is locked by the export: several functions work at the same time, and what was changed in the register meanwhile is told as a conflict when the file comes back.\n\n"
            "Method: format narvard-delsvar/1, by the schema partial_answer.schema.json. Source: the workspace's register of plan cases."
        )

    def initAlgorithm(self, config=None):
        add_referral(self, tr("The register that the planremiss stands in. It is only read."))
        self._add(
            QgsProcessingParameterString("DEPARTMENT", tr("Function (code)")),
            tr("As in the checklist, such as hs or rkm. It must have been asked about the planremiss."),
        )
        self._add(
            QgsProcessingParameterFileDestination("FILE", tr("Answer file"), tr("JSON (*.json)")),
            tr("What stands there is replaced when the new file is whole."),
        )
        self.addOutput(QgsProcessingOutputNumber("CHECK_COUNT", tr("Checks")))
        self.addOutput(QgsProcessingOutputNumber("REMARK_COUNT", tr("Remarks")))

    def checkParameterValues(self, parameters, context):
        path = self.parameterAsFileOutput(parameters, "FILE", context)
        if path and Path(path).suffix.lower() != ".json":
            return False, tr("FILE must end in .json.")
        return super().checkParameterValues(parameters, context)

    def compute(self, parameters, context, feedback):
        path = Path(self.parameterAsFileOutput(parameters, "FILE", context))
        department = self.parameterAsString(parameters, "DEPARTMENT", context).strip()
        with open_workspace(
            self.parameterAsString(parameters, "WORKSPACE", context), writable=False, tool=self.ID
        ) as workspace:
            referral_id = find_referral(workspace, self.parameterAsString(parameters, "REFERRAL", context))
            package = export_answer_package(workspace, referral_id, department)
        write_whole(path, json.dumps(package, ensure_ascii=False, indent=2).encode("utf-8"))
        counts = {"CHECK_COUNT": len(package["checks"]), "REMARK_COUNT": len(package["remarks"])}
        feedback.pushInfo(
            tr("{checks} checks and {remarks} remarks of {department} were written.").format(
                checks=counts["CHECK_COUNT"], remarks=counts["REMARK_COUNT"], department=department
            )
        )
        return {"FILE": str(path), **counts}
