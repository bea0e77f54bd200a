"""Tables to read: one as high as its rows, within a page that scrolls, and one that fills its page and scrolls itself."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableView


class FittingTable(QTableView):
    """``most`` rows at once; ``wide`` is the column that takes the room that is left."""

    def __init__(self, model, name: str, wide: int = 0, most: int = 40):
        super().__init__()
        self._most = most
        _set_up(self, model, name)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setStretchLastSection(wide == model.columnCount() - 1)
        model.modelReset.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        rows = self.model().rowCount()
        high = sum(self.rowHeight(row) for row in range(min(rows, self._most)))
        header = self.horizontalHeader()
        bar = self.horizontalScrollBar()
        aside = bar.sizeHint().height() if header.length() > self.viewport().width() else 0
        more = rows > self._most
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if more else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        self.setFixedHeight(header.sizeHint().height() + high + aside + 2 * self.frameWidth() + 2)

    def resizeEvent(self, event):
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()


def wide_table(model, name: str) -> QTableView:
    """Of any number of rows; it takes the room there is."""
    table = QTableView()
    _set_up(table, model, name)
    table.verticalHeader().setDefaultSectionSize(round(table.fontMetrics().height() * 1.5))
    return table


def _set_up(table: QTableView, model, name: str) -> None:
    table.setModel(model)
    table.setAccessibleName(name)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setAlternatingRowColors(True)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setHighlightSections(False)
