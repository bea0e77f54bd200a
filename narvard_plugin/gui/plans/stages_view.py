"""Every remark through the plan's stages, with the municipality's reply and what the region holds that it came to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional

from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ...core.plans import codes
from ...i18n import tr
from ...store.plans.remarks import record_reply
from ..plain_text import plain_label
from .buttons import action_button
from .lists import Line, ListModel, reading_table
from .plan_state import Change, PlanState
from .symbols import sign
from .words import heading, stage_label, word

_SIGNS = {"oppen": "ej_bedomt", "tillgodosedd": "ok", "delvis": "anmarkning", "ej_tillgodosedd": "brist",
          "inaktuell": "ej_tillampligt"}  # fmt: skip


class StagesView(QWidget):
    def __init__(self, state: PlanState, parent=None):
        super().__init__(parent)
        self._state = state
        self._shown: tuple = ()
        self.model = ListModel((tr("No."), tr("Stage"), tr("Outcome"), tr("Remark")), self)
        self.table = reading_table(self.model, tr("Remarks through the stages"), 3)
        self.said, self.text = plain_label(), plain_label()
        self.reply, self.source, self.outcome = QPlainTextEdit(), QLineEdit(), QComboBox()
        self.store = action_button(tr("&Store the reply and outcome"))
        for outcome in codes.OUTCOMES:
            self.outcome.addItem(sign(_SIGNS[outcome]), heading("outcomes", outcome), outcome)
        self.reply.setTabChangesFocus(True)
        self.reply.setPlaceholderText(tr("The municipality's reply, quoted"))
        self.reply.setMinimumHeight(round(self.reply.fontMetrics().height() * 3))
        self.source.setPlaceholderText(tr("Document and page"))
        self.table.selectionModel().currentRowChanged.connect(self._show_remark)
        self.store.clicked.connect(self._store)
        self._arrange()

    @property
    def remark(self) -> Optional[Mapping]:
        line = self.model.line_at(self.table.currentIndex())
        return self._state.dossier.row("remarks", line.key) if line and self._state.dossier else None

    def show_stages(self) -> None:
        dossier = self._state.dossier
        rows = dossier.stages if dossier else ()
        at = max(0, self.table.currentIndex().row())
        self.model.show([
            Line((str(row["number"]), stage_label(row["stage"]), word("outcomes", row["outcome"]), row["text"]),
                 row["remark_id"], sign(_SIGNS[row["outcome"]]), row["text"])
            for row in rows
        ])  # fmt: skip
        self.said.setText("" if rows else tr("No remarks have been made on this plan yet."))
        self.said.setVisible(not rows)
        if rows:
            self.table.selectRow(min(at, len(rows) - 1))
        self._show_remark()

    def _show_remark(self, *_) -> None:
        row = self.remark
        for field in (self._form, self.store):
            field.setVisible(row is not None and not self._state.reader)
        self.text.setText(_told(row) if row else "")
        shown = (row["remark_id"], row["row_version"]) if row else ()
        if row and shown != self._shown:
            self.reply.setPlainText(row["municipality_reply"] or "")
            self.source.setText(row["reply_source"] or "")
            self.outcome.setCurrentIndex(self.outcome.findData(row["outcome"]))
        self._shown = shown

    def _store(self) -> None:
        remark_id, who = self.remark["remark_id"], self._state.person
        reply, source, outcome = self.reply.toPlainText(), self.source.text(), self.outcome.currentData()
        self._state.change(
            Change(
                "remarks",
                remark_id,
                lambda workspace, version: record_reply(workspace, remark_id, reply, source, outcome, who, version),
                {"municipality_reply": reply, "reply_source": source, "outcome": outcome},
                tr("The reply is stored."),
            )
        )

    def _arrange(self) -> None:
        self._form = QWidget()
        fields = QFormLayout(self._form)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        fields.addRow(tr("The municipality's &reply"), self.reply)
        fields.addRow(tr("W&here it stands"), self.source)
        fields.addRow(tr("O&utcome"), self.outcome)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.said)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.text)
        layout.addWidget(self._form)
        layout.addWidget(self.store)


def _told(row: Mapping) -> str:
    reply = row["municipality_reply"]
    told = (
        tr("The municipality: “{reply}” ({source}).").format(reply=reply, source=row["reply_source"]) if reply else ""
    )
    return "\n".join(filter(None, (f"{row['number']}. {row['text']}", told)))
