"""The page "Sources": how old everything is, what may be fetched, and fetching it beside the window."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QModelIndex, Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr
from ..sources.register import Known
from .session import Session
from .sources_model import AGE, LICENCE, NAME, STALE, Source, SourcesModel, tip
from .tool_dialogs import ToolRun, known, open_tool, tool

WARNING, SUCCESS, CRITICAL = 1, 3, 2  # Qgis.MessageLevel, as numbers that signals carry


class SourcesPage(QWidget):
    sentence: QLabel
    table: QTableView
    about: QLabel
    refresh: QPushButton
    settings: QPushButton
    bar: QProgressBar
    cancel: QPushButton

    def __init__(self, session: Session, parent=None):
        super().__init__(parent)
        self._session = session
        self._run: Optional[ToolRun] = None
        self.model = SourcesModel(session, self)
        self.sentence, self.about = QLabel(), QLabel()
        self.table = _table(self.model)
        self.refresh = QPushButton(tr("Re&fresh"))
        self.settings = QPushButton(tr("Refresh with other se&ttings…"))
        self.bar, self.cancel = QProgressBar(), QPushButton(tr("Cancel"))
        self._arrange()
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.model.modelReset.connect(self._sum_up)
        self.refresh.clicked.connect(self._fetch)
        self.settings.clicked.connect(lambda: self._chosen and open_tool(session, self._chosen.known.tool))
        self.cancel.clicked.connect(lambda: self._run and self._run.cancel())
        session.changed.connect(self._offer)
        self._show_running(False)
        self._sum_up()

    def stop(self) -> None:
        """The dock closes."""
        if self._run is not None:
            self._run.cancel()

    @property
    def _chosen(self) -> Optional[Source]:
        row = self.table.currentIndex().row()
        return self.model.sources[row] if 0 <= row < len(self.model.sources) else None

    def _sum_up(self) -> None:
        stale = sum(source.age == STALE for source in self.model.sources)
        text = tr("{n} sources, {stale} of them old. A source whose box is not checked is never called.")
        self.sentence.setText(text.format(n=len(self.model.sources), stale=stale))
        if self.model.sources:
            self.table.selectRow(0)
        self._offer()

    def _choose(self, current: QModelIndex, *_) -> None:
        self._offer()

    def _offer(self) -> None:
        source = self._chosen
        self.about.setText(tip(source) if source else "")
        fetchable = source is not None and source.known is not None and tool(source.known.tool) is not None
        off = fetchable and self._session.settings.is_off(source.known.id)
        ready = fetchable and not off and self._run is None and bool(self._session.settings.workspace)
        self.refresh.setEnabled(ready)
        self.settings.setEnabled(ready)
        why = ""
        if source is not None and not fetchable:
            why = tr("This was imported, or there is no tool that fetches it.")
        elif off:
            why = tr("The source is switched off: check its box to fetch.")
        elif not self._session.settings.workspace:
            why = tr("Open a workspace first.")
        self.refresh.setToolTip(why)

    def _fetch(self) -> None:
        source = self._chosen.known
        self._run = ToolRun(source.tool, {**known(self._session, tool(source.tool)), **asks_for(source)}, self)
        self._run.progressed.connect(lambda share: self.bar.setValue(round(share)))
        self._run.finished.connect(self._fetched)
        self._run.failed.connect(self._failed)
        self._run.canceled.connect(lambda: self._over(tr("Cancelled: the earlier data stand as they were."), WARNING))
        self._show_running(True)
        self._offer()

    def _fetched(self, results: dict) -> None:
        warnings = self._run.warnings
        self._over(changes_sentence(self._chosen_name(), results), SUCCESS)
        if warnings:
            self._session.told.emit("\n".join(warnings), WARNING)
        self._session.data_changed.emit()

    def _failed(self, problem: str) -> None:
        self._over(problem, CRITICAL)

    def _over(self, text: str, level: int) -> None:
        self._run = None
        self._show_running(False)
        self._session.told.emit(text, level)
        self._offer()

    def _chosen_name(self) -> str:
        return self._chosen.name if self._chosen else tr("The source")

    def _show_running(self, on: bool) -> None:
        self.bar.setVisible(on)
        self.cancel.setVisible(on)
        self.bar.setValue(0)

    def _arrange(self) -> None:
        for label in (self.sentence, self.about):
            label.setWordWrap(True)
        self.about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bar.setAccessibleName(tr("Progress of the refresh"))
        buttons, running = QHBoxLayout(), QHBoxLayout()
        buttons.addWidget(self.refresh)
        buttons.addWidget(self.settings)
        buttons.addStretch(1)
        running.addWidget(self.bar, 1)
        running.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.addWidget(self.sentence)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.about)
        layout.addLayout(running)
        layout.addLayout(buttons)


def asks_for(source: Known) -> dict[str, str]:
    """What tells a tool that fetches from several sources which one is meant."""
    choice = tool(source.tool).parameterDefinition("SOURCE")
    return {"SOURCE": source.id} if choice is not None else {}


def changes_sentence(name: str, results: dict) -> str:
    """What a fetch tool says that it changed, by its outputs ADDED_COUNT, CHANGED_COUNT and REMOVED_COUNT."""
    counts = [results.get(key) for key in ("ADDED_COUNT", "CHANGED_COUNT", "REMOVED_COUNT")]
    if any(count is None for count in counts):
        return tr("{name} is refreshed.").format(name=name)
    added, changed, removed = (int(count) for count in counts)
    if not any((added, changed, removed)):
        return tr("{name}: nothing has changed since last time.").format(name=name)
    text = tr("{name}: {added} new, {changed} changed, {removed} removed.")
    return text.format(name=name, added=added, changed=changed, removed=removed)


def _table(model: SourcesModel) -> QTableView:
    table = QTableView()
    table.setModel(model)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(round(table.fontMetrics().height() * 1.5))
    header = table.horizontalHeader()
    header.setStretchLastSection(False)
    for column in range(AGE, LICENCE + 1):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Interactive)
    header.setMinimumSectionSize(table.fontMetrics().averageCharWidth() * 6)
    header.resizeSection(NAME, table.fontMetrics().averageCharWidth() * 30)
    table.setAccessibleName(tr("Sources"))
    return table
