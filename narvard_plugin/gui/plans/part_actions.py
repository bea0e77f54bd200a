"""What is done with one function's delsvar: begun, worded, handed in, sent back, approved, or found not to be needed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional

from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ...core.plans import codes
from ...i18n import tr
from ...store.plans import answers
from ..plain_text import plain_label
from .buttons import ButtonGrid, action_button
from .plan_state import Change, PlanState
from .words import function, heading, word


class PartActions(QWidget):
    def __init__(self, state: PlanState, parent=None):
        super().__init__(parent)
        self._state = state
        self._part: Optional[Mapping] = None
        self.said = plain_label()
        self.stance, self.summary, self.note = QComboBox(), QPlainTextEdit(), QLineEdit()
        self.start, self.store = action_button(tr("&Begin")), action_button(tr("&Store"))
        self.lock, self.approve = action_button(tr("&Hand in (lock)")), action_button(tr("A&pprove"))
        self.complete, self.spare = action_button(tr("Ask for &completion")), action_button(tr("&Not concerned"))
        self.reopen = action_button(tr("Ask a&fter all"))
        self._make_fields()
        self._connect()
        self._arrange()

    def show_part(self, part: Optional[Mapping]) -> None:
        """Offer the steps that may follow; words that are being written for the same version of the row stay."""
        same = _version(part) == _version(self._part)
        self._part = part
        self.setVisible(part is not None and not self._state.reader)
        if part is None:
            return
        status = part["status"]
        may = {after for before, after in codes.PARTIAL_STEPS if before == status}
        frozen = status in codes.PARTIAL_LOCKED
        if not same:
            self.stance.setCurrentIndex(max(0, self.stance.findData(part["stance"] or "")))
            self.summary.setPlainText(part["summary"] or "")
            self.note.clear()
        self.summary.setReadOnly(frozen)
        self.stance.setEnabled(not frozen)
        offered = (
            (self.start, "pagar" in may),
            (self.store, not frozen),
            (self.lock, "svar_lamnat" in may),
            (self.approve, "godkand" in may),
            (self.complete, "komplettering" in may),
            (self.spare, "berors_ej" in may),
            (self.reopen, status == "berors_ej"),
        )
        self._buttons.show_only([button for button, shown in offered if shown])
        self.note.setVisible("komplettering" in may or "berors_ej" in may)
        self._offer()
        self.said.setText(_about(self._state, part))

    def _offer(self, *_) -> None:
        """What needs a reason waits for it."""
        told = bool(self.note.text().strip())
        self.complete.setEnabled(told)
        self.spare.setEnabled(told)

    def _step(self, work, done: str = "", **mine) -> None:
        """``work`` gets the workspace, the part's id and its version."""
        answer_id = self._part["answer_id"]
        self._state.change(
            Change(
                "partial_answers", answer_id, lambda workspace, version: work(workspace, answer_id, version), mine, done
            )
        )

    def _store(self, lock: bool = False) -> None:
        """Keep the words; ``lock`` hands them in at the same time, so that nothing is left behind."""
        stance, summary = self.stance.currentData(), self.summary.toPlainText()
        if not stance:
            self._state.failed.emit(tr("Choose a stance for the delsvar first."))
            return
        unchanged = stance == self._part["stance"] and summary.strip() == (self._part["summary"] or "")
        status = self._part["status"]

        def work(workspace, answer_id, version):
            with workspace.transaction():
                if not (lock and unchanged and status != "ej_paborjad"):
                    answers.answer_part(workspace, answer_id, stance, summary, version)
                    version += 1
                if lock:
                    answers.lock_part(workspace, answer_id, version)

        done = tr("The delsvar is handed in and locked.") if lock else tr("The delsvar is stored.")
        self._step(work, done, stance=stance, summary=summary)

    def _connect(self) -> None:
        self.start.clicked.connect(lambda: self._step(self._begin))
        self.store.clicked.connect(lambda: self._store())
        self.lock.clicked.connect(lambda: self._store(lock=True))
        self.approve.clicked.connect(lambda: self._step(answers.approve_part, tr("The delsvar is approved.")))
        self.complete.clicked.connect(lambda: self._with_note(answers.ask_completion))
        self.spare.clicked.connect(lambda: self._with_note(answers.not_concerned))
        self.reopen.clicked.connect(lambda: self._step(answers.reopen_part))
        self.note.textChanged.connect(self._offer)

    def _begin(self, workspace, answer_id, version) -> None:
        answers.start_part(workspace, answer_id, version, handler=self._state.person)

    def _with_note(self, service) -> None:
        note = self.note.text()
        self._step(lambda workspace, answer_id, version: service(workspace, answer_id, note, version), summary=note)

    def _make_fields(self) -> None:
        self.stance.addItem("–", "")
        for stance in codes.STANCES:
            self.stance.addItem(heading("stances", stance), stance)
        self.stance.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.stance.setMinimumContentsLength(14)
        self.summary.setTabChangesFocus(True)
        self.summary.setPlaceholderText(tr("What the function says of the plan"))
        height = self.summary.fontMetrics().height()
        self.summary.setMinimumHeight(4 * height)
        self.summary.setMaximumHeight(8 * height)
        self.note.setPlaceholderText(tr("What is to be completed, or why the function is not concerned"))
        self.note.setAccessibleName(tr("Reason or question"))

    def _arrange(self) -> None:
        fields = QFormLayout()
        fields.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        fields.addRow(tr("S&tance"), self.stance)
        fields.addRow(tr("S&ummary"), self.summary)
        self._buttons = ButtonGrid(
            (self.start, self.store, self.lock, self.approve, self.complete, self.spare, self.reopen)
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.said)
        layout.addLayout(fields)
        layout.addWidget(self.note)
        layout.addWidget(self._buttons)


def _about(state: PlanState, part: Mapping) -> str:
    name = function(state.dossier.checklist, part["department"])
    text = f"{name}: {word('part_statuses', part['status'])}."
    if part["reason"]:
        text = " ".join((text, tr("Asked because of: {reason}.").format(reason=part["reason"])))
    if part["status"] in codes.PARTIAL_LOCKED:
        text = " ".join((text, tr("Its words are locked.")))
    return text


def _version(part: Optional[Mapping]) -> tuple:
    return (part["answer_id"], part["row_version"]) if part else ()
