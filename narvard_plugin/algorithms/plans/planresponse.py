"""The region's answer to a planremiss as a document: statement, annex with maps, and history of remarks."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
)

from ...adapters.reading import Cancelled, listed
from ...core.plans.review_json import as_text
from ...i18n import tr
from ...reports.document import FORMATS, document_bytes
from ...reports.files import write_whole
from ...reports.review import read_document
from ...reports.statement import Parts, answer_document, original_of, read_answer
from ...store.workspace import open_workspace
from ..base import NarvardAlgorithm
from .referral_parameters import add_language, add_referral, find_referral, templates_of


class PlanResponse(NarvardAlgorithm):
    ID = "planresponse"
    GROUP = "plans"
    TAGS = ("statement", "response", "detail plan", "yttrande", "planremiss", "detaljplan", "svar", "bilaga", "PDF/A")

    def displayName(self):
        return tr("Answer to a planremiss (document)")

    def shortHelpString(self):
        return tr(
            "Writes the region's one answer (yttrande) to a planremiss as PDF, ODT or HTML: the ending of OUTPUT_FILE decides. The statement has the diarienummer, the region's standing, stance, summary, numbered "
            "remarks with their weight and functions, what became of earlier remarks, the decision and the functions that took part. ANNEX adds a page for every remark: a map with what was found and the plan area, "
            "measured value, threshold, layer and its date, and the source of the rule. HISTORY adds all remarks over the plan's stages with the municipality's replies.\n\n"
            "Until it is decided the document says UTKAST on every page, and lists what must be settled: checks without an answer and unconfirmed findings of rules that weigh as condition or opposition, contradictory "
            "partial answers, and the stance that the worst confirmed finding proposes. A person decides it, never the program.\n\n"
            "A decided statement is frozen. Asked for as PDF it is the very file that was decided, byte for byte; as ODT or HTML it is rendered from what was frozen and names the original with its checksum.\n\n"
            "A region's own templates (TEMPLATE) go before the plugin's. What others have written is always shown as text, never as markup. REVIEW_FILE is the whole review as JSON, by the schema plan_review.schema.json.\n\n"
            "Method: templates filled in a sandbox; PDF written as PDF/A-1b by Qt, which no validator has tested here. Source: the workspace's register of plan cases."
        )

    def flags(self):
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading  # it draws the project's own layers

    def initAlgorithm(self, config=None):
        add_referral(self, tr("The register that the planremiss stands in. It is only read."))
        self._add(
            QgsProcessingParameterFileDestination(
                "OUTPUT_FILE", tr("Document"), tr("PDF (*.pdf);;OpenDocument (*.odt);;Web page (*.html)")
            ),
            tr("The ending decides: .pdf, .odt or .html. What stands there is replaced when the new one is whole."),
        )
        add_language(self)
        for name, label, default, text in (
            (
                "ANNEX",
                tr("With the annex"),
                True,
                tr("A page for every remark: map, value, threshold, layer and source."),
            ),
            ("HISTORY", tr("With the history of remarks"), False, tr("All stages, with the municipality's replies.")),
        ):
            self._add(QgsProcessingParameterBoolean(name, label, default), text)
        self._add(
            QgsProcessingParameterMultipleLayers(
                "LAYERS", tr("Layers beneath on the maps"), QgsProcessing.SourceType.TypeMapLayer, optional=True
            ),
            tr("The first lies on top; their names stand under the map. Blank = a plain ground."),
        )
        self._add(
            QgsProcessingParameterFileDestination(
                "REVIEW_FILE", tr("Whole review"), tr("JSON (*.json)"), optional=True, createByDefault=False
            ),
            tr("Case, checks of every run with their evidence, parts, remarks, statements, dates and events."),
        )
        self.addOutput(QgsProcessingOutputFile("OUTPUT", tr("Document")))
        self.addOutput(QgsProcessingOutputString("STATUS", tr("State of the statement")))
        self.addOutput(QgsProcessingOutputNumber("REMARK_COUNT", tr("Remarks")))
        self.addOutput(QgsProcessingOutputNumber("OPEN_COUNT", tr("Checks left to settle before a decision")))

    def checkParameterValues(self, parameters, context):
        path = self.parameterAsFileOutput(parameters, "OUTPUT_FILE", context)
        if path and Path(path).suffix.lower() not in FORMATS:
            return False, tr("OUTPUT_FILE must end in .pdf, .odt or .html.")
        review = self._review_path(parameters, context)
        if review and Path(review).suffix.lower() != ".json":
            return False, tr("REVIEW_FILE must end in .json.")
        return super().checkParameterValues(parameters, context)

    def compute(self, parameters, context, feedback):
        target = Path(self.parameterAsFileOutput(parameters, "OUTPUT_FILE", context))
        review_path = self._review_path(parameters, context)
        templates = templates_of(self, parameters, context)
        parts = Parts(True, *(self.parameterAsBool(parameters, name, context) for name in ("ANNEX", "HISTORY")))
        layers = self.parameterAsLayerList(parameters, "LAYERS", context)
        with open_workspace(
            self.parameterAsString(parameters, "WORKSPACE", context), writable=False, tool=self.ID
        ) as workspace:
            referral_id = find_referral(workspace, self.parameterAsString(parameters, "REFERRAL", context))
            statement = read_answer(workspace, referral_id)
            suffix = target.suffix.lower()
            original = original_of(workspace, statement, suffix)
            if original:
                content = original.content
                feedback.pushInfo(tr("The statement is decided: this is the file that was decided, byte for byte."))
            else:
                document = answer_document(workspace, statement, templates, parts, layers)
                content = document_bytes(document, suffix, templates)
            review = as_text(read_document(workspace, referral_id)) if review_path else None
        if feedback.isCanceled():
            raise Cancelled
        write_whole(target, content)
        if review is not None:
            write_whole(Path(review_path), review.encode("utf-8"))
        left = self._say_open(statement, feedback)
        results = {
            "OUTPUT": str(target),
            "OUTPUT_FILE": str(target),
            "STATUS": statement.row["status"] if statement.row else "utkast",
            "REMARK_COUNT": len(statement.content["remarks"]),
            "OPEN_COUNT": left,
        }
        return {**results, "REVIEW_FILE": review_path} if review_path else results

    def _review_path(self, parameters, context) -> str:
        if parameters.get("REVIEW_FILE") in (None, ""):
            return ""
        return self.parameterAsFileOutput(parameters, "REVIEW_FILE", context)

    def _say_open(self, statement, feedback) -> int:
        """Tell what must be settled before the decision; how many rules that is."""
        content = statement.content
        if statement.decided:
            return 0
        if not content["reviewed"]:
            feedback.pushWarning(tr("The checklist has not been run for this planremiss, so no stance is proposed."))
        for text, found in (
            (tr("Checks without an answer that weigh as condition or opposition: {list}."), content["open"]),
            (tr("Findings that nobody has confirmed and that weigh as condition or opposition: {list}."),
             content["unconfirmed"]),
            (tr("Remarks that the newest run no longer says, or that nobody has confirmed in it: {list}."),
             content["outdated"]),
        ):  # fmt: skip
            if found:
                feedback.pushWarning(text.format(list=listed([one["rule_id"] or str(one["number"]) for one in found])))
        names = {part["department"]: part["name"]["sv"] for part in content["functions"]}
        for one in content["contradictions"]:
            feedback.pushWarning(
                tr("{one} says {stance}, and {other} says {other_stance}.").format(
                    one=names[one["department"]],
                    stance=one["stance"],
                    other=names[one["other"]],
                    other_stance=one["other_stance"],
                )
            )
        return len(content["open"]) + len(content["unconfirmed"])
