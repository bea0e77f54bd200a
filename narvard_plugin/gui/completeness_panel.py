"""What the register lacks of what every region has, and how to get it."""

from __future__ import annotations

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ..adapters.completeness import Held, completeness
from ..i18n import tr
from .icons import icon
from .language import language
from .plain_text import narrow_button, plain_label
from .session import Session
from .tool_dialogs import open_tool, title, tool
from .vocabulary import region_label, type_label

TYPE, COUNT = 0, 1


class CompletenessModel(QAbstractTableModel):
    """An expected type a row: its number, and in words what is wrong."""

    def __init__(self, session: Session, parent=None):
        super().__init__(parent)
        self._session = session
        self.held: list[Held] = []
        session.snapshot_changed.connect(self.refresh)
        session.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        snapshot = self._session.snapshot
        self.beginResetModel()
        own = self._session.wanted()._replace(regions=frozenset((self._session.region,)))  # neighbours fill no gap
        self.held = completeness(snapshot, own) if snapshot else []
        self.endResetModel()

    @property
    def missing(self) -> int:
        return sum(one.count == 0 for one in self.held)

    def rowCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() else len(self.held)

    def columnCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() else 2

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (tr("Type"), tr("In the register"))[section]
        return None

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        held = self.held[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return held.expected.how.get(language())
        if role == Qt.ItemDataRole.DisplayRole:
            name = type_label(held.expected.type, self._session.region)
            return name if index.column() == TYPE else counted(held)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == TYPE:
            return icon("state_held" if held.count else "state_missing")
        return None


class CompletenessPanel(QWidget):
    sentence: QLabel
    table: QTableView
    how: QLabel
    buttons: QVBoxLayout

    def __init__(self, session: Session, parent=None):
        super().__init__(parent)
        self._session = session
        self.model = CompletenessModel(session, self)
        self.sentence, self.how = plain_label(), plain_label()
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 1.5))
        self.table.horizontalHeader().setSectionResizeMode(TYPE, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setSectionResizeMode(COUNT, QHeaderView.ResizeMode.ResizeToContents)
        self.table.setAccessibleName(tr("What the register holds and lacks"))
        self.buttons = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.addWidget(self.sentence)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.how)
        layout.addLayout(self.buttons)
        self.table.selectionModel().currentRowChanged.connect(self._explain)
        self.model.modelReset.connect(self._told)
        self._told()

    def _told(self) -> None:
        held, missing = self.model.held, self.model.missing
        if not held:
            text = ""
        elif missing:
            text = tr("{region}: {missing} of {n} types that every region has are not in the register.")
        else:
            text = tr("{region}: all {n} types that every region has are in the register.")
        self.sentence.setText(text.format(region=region_label(self._session.region), missing=missing, n=len(held)))
        self._explain(QModelIndex())
        if held:
            self.table.selectRow(0)

    def _explain(self, current: QModelIndex, *_) -> None:
        while self.buttons.count():
            self.buttons.takeAt(0).widget().deleteLater()
        if not current.isValid():
            self.how.clear()
            return
        expected = self.model.held[current.row()].expected
        self.how.setText(tr("How to get them: {how}").format(how=expected.how.get(language())))
        for ident in expected.tools:
            if tool(ident) is not None:
                button = narrow_button(title(ident) + "…")
                button.clicked.connect(lambda _, name=ident: open_tool(self._session, name))
                self.buttons.addWidget(button)


def counted(held: Held) -> str:
    if not held.count:
        return tr("0: missing")
    return (
        tr("{n}, of them {unplaced} without a place").format(n=held.count, unplaced=held.unplaced)
        if held.unplaced
        else str(held.count)
    )
