"""A scenario being edited: its changes as a table, every step undone and redone, each stored as it is made."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, pyqtSignal

try:
    from qgis.PyQt.QtGui import QUndoCommand, QUndoStack
except ImportError:  # Qt 5
    from qgis.PyQt.QtWidgets import QUndoCommand, QUndoStack

from .. import catalogue
from ..adapters.scenario_edit import Row, store_rows
from ..core.scenarios.changes import (
    ADD_SERVICE,
    CAPACITY,
    CHANGE_ROLE,
    CLOSE,
    MOVE,
    OPEN,
    REMOVE_SERVICE,
)
from ..i18n import number, tr
from .background import Queue
from .language import label_of
from .plain_text import tip


def action_words() -> dict[str, str]:
    return {
        OPEN: tr("opens"),
        CLOSE: tr("closes"),
        MOVE: tr("moves"),
        CHANGE_ROLE: tr("changes role"),
        CAPACITY: tr("capacity becomes"),
        ADD_SERVICE: tr("gets the service"),
        REMOVE_SERVICE: tr("loses the service"),
    }


class ChangesModel(QAbstractTableModel):
    """One row per change, with the words that people read."""

    YEAR, ACTION, FACILITY, WHAT = range(4)
    RowRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent=None):
        super().__init__(parent)
        self._rows: list[Row] = []
        self._names: dict[str, str] = {}

    def show(self, rows: Sequence[Row], names: dict[str, str]) -> None:
        self.beginResetModel()
        self._rows, self._names = list(rows), names
        self.endResetModel()

    def rowCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() else 4

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1)
        return (tr("Year"), tr("Change"), tr("Facility"), tr("What"))[section]

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == self.RowRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._text(row, index.column()))
        return None

    def _text(self, row: Row, column: int) -> str:
        if column == self.YEAR:
            return str(row.get("year", ""))
        if column == self.FACILITY:
            id = str(row.get("facility_id", ""))
            return str(row.get("name") or self._names.get(id) or id)
        if column == self.ACTION:
            return action_words().get(row.get("action"), str(row.get("action")))
        return what_of(row)


def what_of(row: Row) -> str:
    """What a change makes of the facility, in words."""
    said = []
    if row.get("type"):
        kind = catalogue.care().types.get(row["type"])
        said.append(label_of(kind) if kind else row["type"])
    if row.get("service"):
        service = catalogue.services().services.get(row["service"])
        said.append(label_of(service) if service else row["service"])
    said += [str(row[name]) for name in ("role", "operator") if row.get(name)]
    if row.get("capacity") is not None:
        said.append(number(row["capacity"]))
    return ", ".join(said)


class ScenarioEditor(QObject):
    """The changes of one scenario. Steps show at once and are stored beside the window, in order."""

    rows_changed = pyqtSignal()
    stored = pyqtSignal()
    failed = pyqtSignal(str)  # the sentence; what was shown is not what is stored, so it must be read again

    def __init__(self, parent=None):
        super().__init__(parent)
        self.workspace = self.scenario = ""
        self.rows: list[Row] = []
        self.undo_stack = QUndoStack(self)
        self._queue = Queue(self)
        self._queue.done.connect(self.stored)
        self._queue.failed.connect(self._lost)

    @property
    def storing(self) -> bool:
        return self._queue.busy

    def finish(self) -> None:
        """Store what still waits: the window closes."""
        self._queue.finish()

    def open(self, workspace: str, scenario: str, rows: Sequence[Row]) -> None:
        """Edit another scenario, or the same as it now is stored."""
        self.workspace, self.scenario, self.rows = workspace, scenario, list(rows)
        self.undo_stack.clear()
        self.rows_changed.emit()

    def put(self, after: Sequence[Row], said: str) -> None:
        """One step, called what is ``said``; nothing where it changes nothing."""
        if list(after) != self.rows:
            self.undo_stack.push(_Step(self, after, said))

    def remove(self, at: Sequence[int], said: str) -> None:
        kept = [row for number, row in enumerate(self.rows) if number not in set(at)]
        self.put(kept, said)

    def take(self, before: Sequence[Row], after: Sequence[Row]) -> None:
        """Show and store ``after``, which stood as ``before``."""
        self.rows = list(after)
        workspace, scenario = self.workspace, self.scenario
        before, after = list(before), list(after)
        self._queue.add(tr("Närvård: store the scenario"), lambda: store_rows(workspace, scenario, before, after))
        self.rows_changed.emit()

    def _lost(self, sentence: str) -> None:
        self.undo_stack.clear()
        self.failed.emit(sentence)


class _Step(QUndoCommand):
    def __init__(self, editor: ScenarioEditor, after: Sequence[Row], said: str):
        super().__init__(said)
        self._editor, self._before, self._after = editor, list(editor.rows), list(after)

    def redo(self):
        self._editor.take(self._before, self._after)

    def undo(self):
        self._editor.take(self._after, self._before)
