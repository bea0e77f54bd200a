"""Things to read: small tables of texts, some with a sign, and documents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Optional

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QSize, Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ..plain_text import tip


class Line(NamedTuple):
    """``key`` is what a row stands for; ``icon`` stands before the first cell; ``more`` is shown on hovering."""

    cells: Sequence[str]
    key: object = None
    icon: Optional[QIcon] = None
    more: str = ""


class ListModel(QAbstractTableModel):
    def __init__(self, headings: Sequence[str], parent=None):
        super().__init__(parent)
        self._headings = tuple(headings)
        self.lines: list[Line] = []

    def show(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._headings[section]
        return None

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.cells[index.column()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            return line.icon
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(line.more or line.cells[index.column()])
        return None

    def line_at(self, index: QModelIndex) -> Optional[Line]:
        return self.lines[index.row()] if index.isValid() else None


class Roomy(QWidget):
    """Lets a part of a page be as high as there is room, and no lower than some lines; below that the page scrolls."""

    def __init__(self, part: QWidget, lines: int):
        super().__init__()
        self._part, self._lines = part, lines
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(part)

    def sizeHint(self):
        """No higher than it must be: a page that scrolls would give it all that it likes."""
        return QSize(self._part.sizeHint().width(), self.minimumSizeHint().height())

    def minimumSizeHint(self):
        least = self._part.minimumSizeHint()
        return QSize(least.width(), max(least.height(), self._lines * self.fontMetrics().height()))


def paper(name: str) -> QTextBrowser:
    """A document to read, black on white whatever the panel's own colours are; its links lead nowhere."""
    shown = QTextBrowser()
    shown.setOpenLinks(False)
    shown.setAccessibleName(name)
    shown.setStyleSheet("QTextBrowser { background: white; color: black; }")
    return shown


def reading_table(model, name: str, wide: int) -> QTableView:
    """A table of whole rows, one chosen at a time; the column ``wide`` takes the room that is left."""
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName(name)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(round(table.fontMetrics().height() * 1.6))
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setMinimumSectionSize(table.fontMetrics().averageCharWidth() * 5)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
    return table
