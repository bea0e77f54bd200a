"""What a function's answer file and the register say differently, side by side, and which of them counts."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QHeaderView, QPushButton, QVBoxLayout

from ...core.plans.answer_package import ANSWER, CHECK, REMARK, Conflict, Package
from ...i18n import tr
from ...store.register import TABLES
from ..language import language
from ..plain_text import plain_label, tip
from .lists import reading_table
from .words import word

_TABLES = {ANSWER: "partial_answers", CHECK: "checks", REMARK: "remarks"}
_GROUPS = {
    (ANSWER, "status"): "part_statuses",
    (ANSWER, "stance"): "stances",
    (CHECK, "verdict"): "verdicts",
    (CHECK, "answer"): "answers",
    (REMARK, "severity"): "severities",
}


class PackageConflicts(QFrame):
    """Hidden until there are any. ``taken`` has the package and the ids whose values in the file shall count."""

    taken = pyqtSignal(object, list)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.model = _Conflicts(self)
        self.said, self.table = plain_label(), reading_table(self.model, tr("Conflicts with the file"), 2)
        self.table.setWordWrap(True)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.take, self.keep = (
            QPushButton(tr("Take the chosen rows from the file")),
            QPushButton(tr("Keep the register's")),
        )
        self._package = None
        self.take.clicked.connect(self._take)
        self.keep.clicked.connect(self.hide)
        row = QHBoxLayout()
        row.addWidget(self.take)
        row.addWidget(self.keep)
        layout = QVBoxLayout(self)
        layout.addWidget(self.said)
        layout.addWidget(self.table, 1)
        layout.addLayout(row)
        self.hide()

    def show_conflicts(self, package: Package, conflicts: Sequence[Conflict]) -> None:
        self._package = package
        text = tr(
            "{n} fields were changed both in the file and in the register. The rest is read in. Tick what shall be taken from "
            "the file; a row is taken whole."
        )
        self.said.setText(text.format(n=len(conflicts)))
        self.model.show(conflicts)
        self.show()
        self.table.setFocus()

    def _take(self) -> None:
        self.hide()
        self.taken.emit(self._package, sorted(self.model.chosen))


class _Conflicts(QAbstractTableModel):
    def __init__(self, parent=None):
        super().__init__(parent)
        self._rows: list[Conflict] = []
        self.chosen: set[str] = set()

    def show(self, rows: Sequence[Conflict]) -> None:
        self.beginResetModel()
        self._rows, self.chosen = list(rows), set()
        self.endResetModel()

    def rowCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() else 3

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (tr("Field"), tr("In the register"), tr("In the file"))[section]
        return None

    def flags(self, index):
        checkable = Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else Qt.ItemFlag.NoItemFlags
        return super().flags(index) | checkable

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == 0:
            return Qt.CheckState.Checked if row.id in self.chosen else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = (_field(row), _told(row, row.register), _told(row, row.file))[column]
            return text if role == Qt.ItemDataRole.DisplayRole else tip(text)
        return None

    def setData(self, index, value, role=Qt.ItemDataRole.EditRole):
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        row_id = self._rows[index.row()].id
        (self.chosen.add if Qt.CheckState(value) == Qt.CheckState.Checked else self.chosen.discard)(row_id)
        self.dataChanged.emit(
            self.index(0, 0), self.index(len(self._rows) - 1, 0), [role]
        )  # a row's other fields follow
        return True


def _field(row: Conflict) -> str:
    table = TABLES[_TABLES[row.kind]]
    column = next(column for column in table.columns if column.name == row.field)
    parts = (table.label_sv, column.label_sv) if language() == "sv" else (table.label_en, column.label_en)
    return ": ".join(parts)


def _told(row: Conflict, value) -> str:
    group = _GROUPS.get((row.kind, row.field))
    return word(group, value) if group and value else value or "–"
