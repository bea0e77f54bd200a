"""The view for elected representatives: stance, remarks and the answer of a planremiss. Nothing here changes anything."""

from __future__ import annotations

from qgis.PyQt.QtCore import QModelIndex, Qt
from qgis.PyQt.QtWidgets import QHeaderView, QSplitter, QVBoxLayout, QWidget

from ...core.plans.remarks import STRUCK
from ...i18n import tr
from ..plain_text import plain_label
from .lists import Line, ListModel, Roomy, paper, reading_table
from .plan_state import PlanState
from .remarks_view import SEVERITY_SIGNS
from .symbols import sign
from .words import word


class ReaderPage(QWidget):
    def __init__(self, state: PlanState, parent=None):
        super().__init__(parent)
        self._state = state
        self.stance, self.preview = plain_label(), paper(tr("The answer as it will look"))
        self.model = ListModel((tr("No."), tr("Weight"), tr("Remark")), self)
        self.table = reading_table(self.model, tr("Remarks; choose a row to see it on the map"), 2)
        self.table.setWordWrap(True)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.clicked.connect(self._go_to)
        self.table.activated.connect(self._go_to)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.table)
        parts.addWidget(self.preview)
        parts.setStretchFactor(1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stance)
        layout.addWidget(Roomy(parts, 18), 1)
        state.dossier_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        dossier = self._state.dossier
        remarks = [one for one in dossier.review.remarks if one["wording"] != STRUCK] if dossier else []
        self.model.show([
            Line((str(one["number"] or "–"), word("severities", one["severity"]), one["text"]), one["rule_id"],
                 sign(SEVERITY_SIGNS[one["severity"]]), one["text"])
            for one in remarks
        ])  # fmt: skip
        self.preview.setHtml(dossier.preview if dossier else "")
        self.stance.setText(self._stance())

    def _stance(self) -> str:
        dossier = self._state.dossier
        if dossier is None:
            return tr("Choose a planremiss in the list of cases first.")
        row = dossier.newest
        if dossier.statement.decided:
            return tr("The region's stance: {stance}. Decided {date} by {who}.").format(
                stance=word("stances", row["stance"]), date=row["decision_date"], who=row["decided_by"]
            )
        proposed = (row["stance"] if row else None) or dossier.statement.content["proposal"]["stance"]
        return tr("Not decided. Proposed stance: {stance}.").format(stance=word("stances", proposed))

    def _go_to(self, place: QModelIndex) -> None:
        """Show on the map what the remark's rule found."""
        line = self.model.line_at(place)
        proofs = self._state.dossier.proofs.get(line.key, ()) if line else ()
        found = next((one.wkb for one in proofs if one.wkb is not None), None)
        if found is not None:
            self._state.proof_wanted.emit(found)
