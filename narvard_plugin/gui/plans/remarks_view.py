"""The remarks of the answer: proposed from the checks, put in order, worded, struck, or a person's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ...core.plans import codes
from ...core.plans.merging import split_departments
from ...core.plans.remarks import STRUCK
from ...i18n import tr
from ...store.plans import remarks
from ..plain_text import plain_label, tip
from .buttons import action_button
from .plan_state import Change, PlanState
from .symbols import sign
from .words import function, heading, word, wording_label

_ID = Qt.ItemDataRole.UserRole
SEVERITY_SIGNS = {"info": "ej_tillampligt", "rad": "oklart", "villkor": "anmarkning", "avstyrkan": "brist"}


class RemarksView(QWidget):
    def __init__(self, state: PlanState, parent=None):
        super().__init__(parent)
        self._state = state
        self._shown: tuple = ()  # id and version of the remark in the editor
        self.list = _Ordered()
        self.text, self.original = QPlainTextEdit(), plain_label()
        self.severity, self.department = QComboBox(), QComboBox()
        self.propose, self.own = action_button(tr("&Propose from the checks")), action_button(tr("&Own remark"))
        self.up, self.down = action_button(tr("&Up")), action_button(tr("Do&wn"))
        self.strike, self.store = action_button(tr("&Strike")), action_button(tr("S&tore the words"))
        self._make_editor()
        self._connect()
        self._arrange()

    @property
    def remark(self) -> Optional[Mapping]:
        item = self.list.currentItem()
        dossier = self._state.dossier
        return dossier.row("remarks", item.data(_ID)) if item and dossier else None

    def show_remarks(self) -> None:
        """Fill the list anew; the remark that was chosen stays chosen."""
        dossier = self._state.dossier
        chosen = self.list.currentItem().data(_ID) if self.list.currentItem() else None
        rows = dossier.review.remarks if dossier else ()
        self.list.blockSignals(True)
        self.list.clear()
        for row in rows:
            self.list.addItem(self._item(row))
        at = next((at for at, row in enumerate(rows) if row["remark_id"] == chosen), 0)
        self.list.blockSignals(False)
        if rows:
            self.list.setCurrentRow(at)
        self._fill_departments()
        self.show_remark()

    def show_remark(self, *_) -> None:
        row, reader = self.remark, self._state.reader
        shown = (row["remark_id"], row["row_version"]) if row else ()
        if shown != self._shown:  # words that are being written for the same version stay
            self.text.setPlainText(row["text"] if row else "")
            self.severity.setCurrentIndex(max(0, self.severity.findData(row["severity"] if row else "rad")))
            self._shown = shown
        changed = bool(row) and row["text"] != row["original_text"]
        self.original.setText(tr("Original: {text}").format(text=row["original_text"]) if changed else "")
        self.original.setVisible(changed)
        self.strike.setText(tr("Take &back") if row and row["wording"] == STRUCK else tr("&Strike"))
        status = self._state.dossier.referral["status"] if self._state.dossier else ""
        open_now = status in codes.REFERRAL_STATUSES[:4]
        at, last = self.list.currentRow(), sum(1 for _ in self._standing()) - 1
        for button, on in (
            (self.propose, open_now), (self.own, open_now), (self.store, open_now), (self.strike, open_now and bool(row)),
            (self.up, open_now and 0 < at <= last), (self.down, open_now and 0 <= at < last),
        ):  # fmt: skip
            button.setVisible(not reader)
            button.setEnabled(on)
        for field in (self.text, self.severity, self.department):
            field.setEnabled(open_now)
            field.setVisible(not reader)
        self.list.setDragEnabled(open_now and not reader)

    def _item(self, row: Mapping) -> QListWidgetItem:
        dossier = self._state.dossier
        names = ", ".join(function(dossier.checklist, code) for code in split_departments(row["departments"]))
        number = "–" if row["number"] is None else row["number"]
        head = " · ".join((word("severities", row["severity"]), names, wording_label(row["wording"])))
        item = QListWidgetItem(sign(SEVERITY_SIGNS[row["severity"]]), f"{number}. {row['text']}\n{head}")
        item.setData(_ID, row["remark_id"])
        item.setToolTip(tip(f"{row['text']}\n{head}"))
        if row["wording"] == STRUCK:
            font = item.font()
            font.setStrikeOut(True)
            item.setFont(font)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDragEnabled)
        return item

    def _standing(self):
        """Ids of the remarks that are not struck, as the list has them."""
        for at in range(self.list.count()):
            row = self._state.dossier.row("remarks", self.list.item(at).data(_ID))
            if row and row["wording"] != STRUCK:
                yield row["remark_id"]

    def _move(self, by: int) -> None:
        ids = list(self._standing())
        at = self.list.currentRow()
        ids[at], ids[at + by] = ids[at + by], ids[at]
        self._order(ids)

    def _order(self, ids: list[str]) -> None:
        referral_id = self._state.chosen
        taken = self._state.change(
            Change("referrals", referral_id, lambda workspace, _: remarks.order_remarks(workspace, referral_id, ids))
        )
        if not taken:
            self.show_remarks()

    def _propose(self) -> None:
        referral_id = self._state.chosen
        told: list = []

        def work(workspace, _) -> None:
            told.append(remarks.propose_remarks(workspace, referral_id))

        done = tr("The remarks follow the confirmed checks. What a person has worded stands as it was.")
        self._state.change(Change("referrals", referral_id, work, done=done))

    def _strike(self) -> None:
        row = self.remark
        remark_id, text, struck = row["remark_id"], row["text"], row["wording"] == STRUCK

        def work(workspace, version) -> None:
            if struck:
                remarks.edit_remark(workspace, remark_id, text, version)
            else:
                remarks.strike_remark(workspace, remark_id, version)

        self._state.change(Change("remarks", remark_id, work, {"wording": "godtagen" if struck else STRUCK}))

    def _store(self) -> None:
        row, text, severity = self.remark, self.text.toPlainText(), self.severity.currentData()
        if row is None:
            self._add(text, severity)
            return
        remark_id = row["remark_id"]
        self._state.change(
            Change(
                "remarks",
                remark_id,
                lambda workspace, version: remarks.edit_remark(workspace, remark_id, text, version, severity=severity),
                {"text": text, "severity": severity},
                tr("The words of remark {n} are stored.").format(n=row["number"] or "–"),
            )
        )

    def _add(self, text: str, severity: str) -> None:
        referral_id, department = self._state.chosen, self.department.currentData()
        self._state.change(
            Change(
                "referrals",
                referral_id,
                lambda workspace, _: remarks.add_remark(workspace, referral_id, [department or ""], text, severity),
                done=tr("The remark is added."),
            )
        )

    def _begin_own(self) -> None:
        """An empty editor; what is stored then is a new remark."""
        self.list.setCurrentItem(None)
        self._shown = ()
        self.text.clear()
        self.show_remark()
        self.text.setFocus()

    def _fill_departments(self) -> None:
        dossier = self._state.dossier
        self.department.clear()
        asked = [part["department"] for part in dossier.review.parts] if dossier else []
        for code in asked or (dossier.checklist.departments if dossier and dossier.checklist else ()):
            self.department.addItem(function(dossier.checklist, code), code)

    def _make_editor(self) -> None:
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(tr("The words of the remark"))
        self.text.setMinimumHeight(round(self.text.fontMetrics().height() * 4))
        for severity in codes.SEVERITIES:
            self.severity.addItem(sign(SEVERITY_SIGNS[severity]), heading("severities", severity), severity)
        for box in (self.severity, self.department):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(10)
        self.department.setToolTip(tr("Who stands behind a remark of your own; those from checks name their functions"))
        self.list.setAccessibleName(tr("Remarks in the order of the answer"))

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self.show_remark)
        self.list.moved.connect(lambda: self._order(list(self._standing())))
        self.propose.clicked.connect(self._propose)
        self.own.clicked.connect(self._begin_own)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.strike.clicked.connect(self._strike)
        self.store.clicked.connect(self._store)

    def _arrange(self) -> None:
        editor = QWidget()
        fields = QFormLayout(editor)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        fields.addRow(self.text)
        fields.addRow(self.original)
        fields.addRow(tr("W&eight"), self.severity)
        fields.addRow(tr("&Function (own remark)"), self.department)
        buttons = QGridLayout()
        for at, button in enumerate((self.propose, self.own, self.up, self.down, self.strike, self.store)):
            buttons.addWidget(button, at // 2, at % 2)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.list)
        parts.addWidget(editor)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(parts, 1)
        layout.addLayout(buttons)


class _Ordered(QListWidget):
    """A list whose rows can be dragged; ``moved`` when they have been."""

    moved = pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setWordWrap(True)
        self.setAlternatingRowColors(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def dropEvent(self, event):
        super().dropEvent(event)
        self.moved.emit()
