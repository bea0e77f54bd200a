"""The page "Sources": how old everything is, what may be fetched, and fetching it beside the window."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsProcessingParameterDefinition
from qgis.PyQt.QtCore import QModelIndex, Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
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
from .notice import ERROR, Notice
from .plain_text import plain_label
from .session import Session
from .sources_model import AGE, LICENCE, NAME, STALE, Source, SourcesModel, about
from .tool_dialogs import ToolRun, known, open_tool, tool

WARNING, SUCCESS, CRITICAL = 1, 3, 2  # Qgis.MessageLevel, as numbers that signals carry
WHOLE_REGION = "fetchregion"
_KNOWN = ("WORKSPACE", "REGION", "NETWORK", "SOURCE")  # parameters that the dock fills in


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
        self.sentence, self.about = plain_label(), plain_label()
        self.table = _table(self.model)
        self.notice = Notice()
        self.refresh = QPushButton(tr("Re&fresh"))
        self.settings = QPushButton(tr("Refresh with other se&ttings…"))
        self.region = QPushButton(tr("Fetch the &whole region…"))
        self.region.setToolTip(
            tr("One run that asks every source, one after the other, and tells how each of them went.")
        )
        self.bar, self.cancel = QProgressBar(), QPushButton(tr("Cancel"))
        self._arrange()
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.model.modelReset.connect(self._sum_up)
        self.refresh.clicked.connect(self._fetch)
        self.settings.clicked.connect(self._open)
        self.region.clicked.connect(lambda: open_tool(session, WHOLE_REGION))
        self.region.setVisible(tool(WHOLE_REGION) is not None)
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
        self.about.setText(about(source) if source else "")
        fetchable = source is not None and source.known is not None and tool(source.known.tool) is not None
        off = fetchable and self._session.settings.is_off(source.known.id)
        ready = fetchable and not off and self._run is None and bool(self._session.settings.workspace)
        self.refresh.setEnabled(ready)
        self.settings.setEnabled(ready)
        self.refresh.setText(tr("Re&fresh…") if ready and asks_more(source.known) else tr("Re&fresh"))
        why = ""
        if source is not None and not fetchable:
            why = tr("This was imported, or there is no tool that fetches it.")
        elif off:
            why = tr("The source is switched off: check its box to fetch.")
        elif not self._session.settings.workspace:
            why = tr("Open a workspace first.")
        elif asks_more(source.known):
            why = tr("Opens the tool: the source needs a key, an account or a choice from you.")
        self.refresh.setToolTip(why)

    def _open(self) -> None:
        source = self._chosen
        if source is not None and source.known is not None:
            open_tool(self._session, source.known.tool, asks_for(source.known))

    def _fetch(self) -> None:
        source = self._chosen
        if asks_more(source.known):
            self._open()
            return
        given = {**known(self._session, tool(source.known.tool)), **asks_for(source.known)}
        self._run = ToolRun(source.known.tool, given, self)
        self._run.progressed.connect(lambda share: self.bar.setValue(round(share)))
        self._run.finished.connect(lambda results: self._fetched(source.name, results))
        self._run.failed.connect(lambda problem: self._failed(source.name, problem))
        self._run.canceled.connect(lambda: self._over(tr("Cancelled: the earlier data stand as they were."), WARNING))
        self.notice.clear()
        self._show_running(True)
        self._offer()

    def _fetched(self, name: str, results: dict) -> None:
        warnings = self._run.warnings
        self._over(changes_sentence(name, results), SUCCESS)
        if warnings:
            self._session.told.emit("\n".join(warnings), WARNING)
        self._session.data_changed.emit()

    def _failed(self, name: str, problem: str) -> None:
        self._over(problem, CRITICAL)
        self.notice.say(ERROR, f"{name}: {problem}")

    def _over(self, text: str, level: int) -> None:
        self._run = None
        self._show_running(False)
        self._session.told.emit(text, level)
        self._offer()

    def _show_running(self, on: bool) -> None:
        self.bar.setVisible(on)
        self.cancel.setVisible(on)
        self.bar.setValue(0)

    def _arrange(self) -> None:
        self.about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bar.setAccessibleName(tr("Progress of the refresh"))
        buttons, running = QGridLayout(), QHBoxLayout()
        buttons.addWidget(self.refresh, 0, 0)
        buttons.addWidget(self.region, 0, 1)
        buttons.addWidget(self.settings, 1, 0, 1, 2)
        running.addWidget(self.bar, 1)
        running.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.addWidget(self.notice)
        layout.addWidget(self.sentence)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.about)
        layout.addLayout(running)
        layout.addLayout(buttons)


def asks_for(source: Known) -> dict[str, str]:
    """What tells a tool that fetches from several sources which one is meant."""
    choice = tool(source.tool).parameterDefinition("SOURCE")
    return {"SOURCE": source.id} if choice is not None else {}


def asks_more(source: Known) -> bool:
    """Whether the tool has to be told more than the dock knows: a key, an account, or what to fetch."""
    found = tool(source.tool)
    if found is None or source.credentials in ("key", "account"):
        return found is not None
    optional = QgsProcessingParameterDefinition.Flag.FlagOptional
    return any(
        not (one.flags() & optional)
        and one.defaultValue() is None
        and not one.isDestination()
        and one.name() not in _KNOWN
        for one in found.parameterDefinitions()
    )


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
