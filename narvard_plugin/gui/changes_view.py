""" "Vad ändrades sedan sist?": what was fetched, imported and edited in the workspace, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QVBoxLayout, QWidget

from ..adapters.what_changed import Happened, History, read_history, since
from ..i18n import tr
from .background import Background
from .fitting_table import wide_table
from .language import language, shown
from .notice import EMPTY, ERROR, LOADING, Notice
from .plain_text import plain_label, tip
from .scenario_results import RIGHT

_ALL = 0


def happened_words() -> dict[str, str]:
    return {
        "fetched": tr("fetched or imported"),
        "write": tr("written"),
        "refresh": tr("refreshed"),
        "insert": tr("added"),
        "update": tr("changed"),
        "delete": tr("removed"),
    }


class HistoryModel(QAbstractTableModel):
    TIME, TABLE, ADDED, CHANGED, REMOVED, WHAT, WHO = range(7)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._rows: list[Happened] = []
        self._tables: dict = {}

    def show(self, rows: Sequence[Happened], tables) -> None:
        self.beginResetModel()
        self._rows, self._tables = list(rows), tables
        self.endResetModel()

    def rowCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() else 7

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (
            tr("When"), tr("Where"), tr("Added"), tr("Changed"), tr("Removed"), tr("What happened"), tr("Who"),
        )[section]  # fmt: skip

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(row.details or self._text(row, column))
        if role == Qt.ItemDataRole.TextAlignmentRole and column in (self.ADDED, self.CHANGED, self.REMOVED):
            return RIGHT
        return None

    def _text(self, row: Happened, column: int) -> str:
        counts = {self.ADDED: row.added, self.CHANGED: row.changed, self.REMOVED: row.removed}
        if column in counts:
            return shown(counts[column]) if counts[column] else "–"
        if column == self.TIME:
            return row.time[:16].replace("T", " ")
        if column == self.WHO:
            return row.who
        if column == self.TABLE:
            return ", ".join(self._label(name) for name in row.table.split(";")) or "–"
        what = happened_words().get(row.action, row.action)
        if row.source:
            dated = tr("data of {date}").format(date=row.data_date) if row.data_date else ""
            return " · ".join(filter(None, (row.source, dated)))
        return ": ".join(filter(None, (what, row.key)))

    def _label(self, name: str) -> str:
        table = self._tables.get(name)
        return name if table is None else table.label_sv if language() == "sv" else table.label_en


class ChangesView(QWidget):
    def __init__(self, session, parent=None):
        super().__init__(parent)
        self.session = session
        self._history = History([], {})
        self._reader = Background(self)
        self._reader.answered.connect(self._read)
        self.notice = Notice()
        self._reader.failed.connect(lambda text: self.notice.say(ERROR, text, tr("Read again"), self.read))
        self.period = QComboBox()
        self.period.setAccessibleName(tr("Since"))
        for days, name in (
            (7, tr("the last week")),
            (31, tr("the last month")),
            (366, tr("the last year")),
            (_ALL, tr("always")),
        ):
            self.period.addItem(name, days)
        self.period.setCurrentIndex(1)
        self.period.currentIndexChanged.connect(lambda: self._show())
        self.model = HistoryModel(self)
        self.table = wide_table(self.model, tr("What changed"))
        self.said = plain_label()
        form = QFormLayout()
        form.addRow(tr("&Since"), self.period)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.notice)
        layout.addLayout(form)
        layout.addWidget(self.said)
        layout.addWidget(self.table, 1)

    def read(self) -> None:
        workspace = self.session.settings.workspace
        if not workspace:
            self.notice.say(EMPTY, tr("Choose a workspace first: what changed is what changed in it."))
            return
        self.notice.say(LOADING, tr("Reading what changed…"))
        self._reader.ask(tr("Närvård: what changed"), lambda canceled: read_history(workspace))

    def stop(self) -> None:
        self._reader.stop()

    def _read(self, history: History) -> None:
        self._history = history
        self.notice.clear()
        self._show()

    def _show(self) -> None:
        days = self.period.currentData()
        rows = self._history.rows
        if days:
            rows = since(rows, (date.today() - timedelta(days=days)).isoformat())
        self.model.show(rows, self._history.tables)
        self.table.setVisible(bool(rows))
        fetched = sum(bool(row.source) for row in rows)
        text = tr("{fetched} times something was fetched or imported, and {edits} edits and writes.").format(
            fetched=fetched, edits=len(rows) - fetched
        )
        if not rows:
            text = tr("Nothing changed in this time.")
            if self._history.rows:
                text += " " + tr("The last change was on {date}.").format(date=self._history.rows[0].time[:10])
        self.said.setText(text)
