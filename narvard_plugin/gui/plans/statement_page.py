"""The page "Yttrande": the remarks, the decision, how the answer will look, and what became of earlier remarks."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject
from qgis.PyQt.QtWidgets import QFileDialog, QTabWidget, QVBoxLayout, QWidget

from ...i18n import tr
from ...reports.files import safe_name
from ..tool_dialogs import tool
from .buttons import action_button
from .decision_view import DecisionView
from .lists import Roomy, paper
from .plan_state import PlanState
from .remarks_view import RemarksView
from .stages_view import StagesView
from .words import spoken

TOOL = "planresponse"


class StatementPage(QWidget):
    def __init__(self, state: PlanState, canvas, parent=None):
        super().__init__(parent)
        self._state, self._canvas = state, canvas
        self.remarks, self.stages = RemarksView(state), StagesView(state)
        self.decision = DecisionView(state, self._layers)
        self.preview, self.save = paper(tr("The answer as it will look")), action_button(tr("Sa&ve the answer as…"))
        shown = QWidget()
        inside = QVBoxLayout(shown)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.preview, 1)
        inside.addWidget(self.save)
        self.views = QTabWidget()
        self.views.setDocumentMode(True)
        for view, label in (
            (self.remarks, tr("Remarks of the answer")),
            (self.decision, tr("Decision")),
            (shown, tr("Preview")),
            (self.stages, tr("Through the stages")),
        ):
            self.views.addTab(view, label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Roomy(self.views, 24))
        self.save.clicked.connect(self._ask_where)
        state.dossier_changed.connect(self.show_all)
        state.reader_changed.connect(self.show_all)
        self.show_all()

    def show_all(self) -> None:
        dossier = self._state.dossier
        self.remarks.show_remarks()
        self.decision.show_statement()
        self.stages.show_stages()
        at = self.preview.verticalScrollBar().value()
        self.preview.setHtml(dossier.preview if dossier else "")
        self.preview.verticalScrollBar().setValue(at)
        self.save.setEnabled(dossier is not None and tool(TOOL) is not None)

    def save_as(self, path: str) -> None:
        """Write the answer with its annex; the ending decides the kind. It draws the project's layers, so it is done here."""
        path = path if Path(path).suffix else f"{path}.pdf"
        given = {
            "WORKSPACE": self._state.workspace,
            "REFERRAL": self._state.chosen,
            "OUTPUT_FILE": path,
            "LANGUAGE": spoken(),
            "HISTORY": bool(self._state.dossier.review.earlier),
            "LAYERS": self._layers(),
        }
        context, feedback = QgsProcessingContext(), _Heard()
        context.setProject(QgsProject.instance())
        found = tool(TOOL)
        fine, problem = found.checkParameterValues(given, context)
        worked = False
        if fine:
            _, worked = found.run(given, context, feedback)
        if worked:
            self._state.changed.emit(tr("Saved: {path}").format(path=path))
        else:
            self._state.failed.emit(problem or "\n".join(feedback.errors))

    def _layers(self) -> list:
        """What lies on the map now, to lie beneath the maps of the annex."""
        return self._canvas.layers()

    def _ask_where(self) -> None:
        kinds = ";;".join((tr("PDF (*.pdf)"), tr("OpenDocument text (*.odt)"), tr("Web page (*.html)")))
        name = safe_name(f"{tr('Answer (yttrande)')} {self._state.dossier.case['name']}")
        path, _ = QFileDialog.getSaveFileName(self, tr("Save the answer"), f"{name}.pdf", kinds)
        if path:
            self.save_as(path)


class _Heard(QgsProcessingFeedback):
    def __init__(self):
        super().__init__(False)
        self.errors: list[str] = []

    def reportError(self, error, fatal=False):
        self.errors.append(error)
