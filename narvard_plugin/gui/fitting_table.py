"""A table within a page that scrolls: as high as its rows, so that only the page scrolls up and down."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableView


class FittingTable(QTableView):
    """``most`` rows at once; ``wide`` is the column that takes the room that is left."""

    def __init__(self, model, name: str, wide: int = 0, most: int = 40):
        super().__init__()
        self._most = most
        self.setModel(model)
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(wide == model.columnCount() - 1)
        header.setHighlightSections(False)
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
