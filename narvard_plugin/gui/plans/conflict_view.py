"""Two versions of the same row side by side: what somebody else stored, and what this person wrote."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from ...store.register import TABLES
from ..language import language
from ..plain_text import plain_label
from .plan_state import Change, Conflict
from .words import word

#: Columns with codes, and the group of words that they are called by.
_GROUPS = {"stance": "stances", "verdict": "verdicts", "severity": "severities", "outcome": "outcomes"}


class ConflictView(QFrame):
    """Hidden until there is a conflict. ``again`` has the change that shall be stored over the other's."""

    again = pyqtSignal(object)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._change: Optional[Change] = None
        self.said = plain_label()
        self.mine_anyway, self.keep = QPushButton(tr("Store mine anyway")), QPushButton(tr("Keep theirs"))
        self.mine_anyway.clicked.connect(self._again)
        self.keep.clicked.connect(self.hide)
        self._sides = QWidget()
        self._grid = QGridLayout(self._sides)
        self._grid.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self.mine_anyway)
        row.addWidget(self.keep)
        layout = QVBoxLayout(self)
        layout.addWidget(self.said)
        layout.addWidget(self._sides)
        layout.addLayout(row)
        self.hide()

    def show_conflict(self, found: Conflict) -> None:
        self._change = found.change
        table = TABLES[found.change.table]
        label = table.label_sv if language() == "sv" else table.label_en
        text = tr("{table}: somebody else changed this while you worked on it. Nothing of yours was stored.")
        self.said.setText(text.format(table=label))
        while self._grid.count():
            self._grid.takeAt(0).widget().deleteLater()
        for column, words in enumerate((tr("In the register now"), tr("Yours"))):
            self._grid.addWidget(plain_label(words), 0, column)
        columns = {column.name: column for column in table.columns}
        for name, mine in found.change.mine.items():
            column = columns[name]
            heading = plain_label(column.label_sv if language() == "sv" else column.label_en)
            row = self._grid.rowCount()
            self._grid.addWidget(heading, row, 0, 1, 2)
            for at, (side, value) in enumerate(
                ((tr("In the register now"), found.theirs.get(name)), (tr("Yours"), mine))
            ):
                self._grid.addWidget(_text(f"{side}: {heading.text()}", _told(name, value)), row + 1, at)
        self.show()
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _again(self) -> None:
        self.hide()
        self.again.emit(self._change)


def _told(name: str, value) -> str:
    if value in (None, ""):
        return "–"
    return word(_GROUPS[name], value) if name in _GROUPS else str(value)


def _text(name: str, text: str) -> QPlainTextEdit:
    shown = QPlainTextEdit(text)
    shown.setReadOnly(True)
    shown.setTabChangesFocus(True)
    shown.setAccessibleName(name)
    shown.setMaximumHeight(round(shown.fontMetrics().height() * 5))
    return shown
