"""Which functions are asked about a planremiss: proposed from the findings, chosen by a person."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ...core.plans.codes import COORDINATOR
from ...i18n import tr
from ..plain_text import caption, plain_label
from .dossier_reading import Dossier
from .words import function

#: Rules that stand beside a function's name, in a panel 360 pixels wide.
_NAMED = 2


class DistributeView(QFrame):
    """``chosen`` has function -> why it is asked."""

    chosen = pyqtSignal(dict)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.said, self.reason = plain_label(), QLineEdit()
        self.reason.setPlaceholderText(tr("Why the others are asked (optional)"))
        self.reason.setAccessibleName(tr("Why the others are asked"))
        self.ask, self.leave = QPushButton(tr("&Ask these functions")), QPushButton(tr("Cancel"))
        self.boxes: dict[str, QCheckBox] = {}
        self._why: Mapping[str, str] = {}
        self._inside = QWidget()
        self._list = QVBoxLayout(self._inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        self.ask.clicked.connect(self._ask)
        self.leave.clicked.connect(self.hide)
        row = QHBoxLayout()
        row.addWidget(self.ask)
        row.addWidget(self.leave)
        layout = QVBoxLayout(self)
        for part in (self.said, self._inside, self.reason):
            layout.addWidget(part)
        layout.addLayout(row)
        self.hide()

    def open(self, dossier: Dossier) -> None:
        """Every function of the checklist, those that the findings concern already chosen."""
        self._why = {one.department: one.reason for one in dossier.concerned}
        asked = {part["department"] for part in dossier.review.parts}
        for box in self.boxes.values():
            self._list.removeWidget(box)
            box.deleteLater()
        self.boxes = {}
        for code in dossier.checklist.departments if dossier.checklist else ():
            text = function(dossier.checklist, code)
            if code in self._why:
                text = tr("{function} (proposed: {rules})").format(function=text, rules=_first(self._why[code]))
            box = QCheckBox(caption(text))
            box.setToolTip(self._why.get(code, ""))
            box.setChecked(code in asked or code in self._why or code == COORDINATOR)
            box.setEnabled(code not in asked)
            self.boxes[code] = box
            self._list.addWidget(box)
        text = tr("Functions that something was found for are proposed. Asked already: {n}.").format(n=len(asked))
        if not dossier.checks:
            text = tr("The checklist has not been run, so only the coordinator is proposed. Run it first, or choose.")
        self.said.setText(text)
        self.show()
        first = next((box for box in self.boxes.values() if box.isEnabled()), self.ask)
        first.setFocus()

    def _ask(self) -> None:
        by_hand = self.reason.text().strip() or tr("chosen by the coordinator")
        found = {
            code: self._why.get(code, by_hand)
            for code, box in self.boxes.items()
            if box.isChecked() and box.isEnabled()
        }
        self.hide()
        self.chosen.emit(found)


def _first(rules: str) -> str:
    """The first rules of many; the tool tip has them all."""
    several = rules.split(", ")
    return rules if len(several) <= _NAMED else ", ".join((*several[:_NAMED], "…"))
