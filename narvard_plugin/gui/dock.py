"""The dock panel "Närvård": its head, its pages, and what it shows while there is nothing to show yet."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QProgressBar, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from ..i18n import tr
from ..store.workspace import open_workspace
from .background import Background
from .context_bar import ContextBar
from .indicators_page import IndicatorsPage
from .map_page import MapPage
from .plain_text import tell
from .questions_page import QuestionsPage
from .register_reader import RegisterReader
from .scenario_page import ScenarioPage
from .session import Session
from .sources_page import SourcesPage
from .state_page import StatePage
from .tool_dialogs import ToolRun, open_tool, tool
from .vocabulary import SAMPLE

#: QGIS remembers by this name where the dock stands and whether it is open.
OBJECT_NAME = "NarvardDock"


class NarvardDock(QgsDockWidget):
    head: ContextBar
    pages: QTabWidget
    state: StatePage
    map_page: MapPage
    sources_page: SourcesPage

    def __init__(self, window, parent=None):
        super().__init__("Närvård", parent)
        self.setObjectName(OBJECT_NAME)
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self._window = window
        self._run: Optional[ToolRun] = None
        self._asked = ""  # the workspace that is read or was read last
        self.session = Session(self)
        self.reader, self._mending = RegisterReader(self), Background(self)
        self.head, self.state = ContextBar(self.session), StatePage()
        self.map_page, self.sources_page = MapPage(self.session, window), SourcesPage(self.session)
        self.scenario_page = ScenarioPage(self.session, window)
        self.pages = self._make_pages()
        self._connect()
        self._arrange()
        self._show_empty()
        self._read_chosen()

    def stop(self) -> None:
        """The plugin is unloaded: no task, signal or page stays."""
        self.reader.stop()
        self._mending.stop()
        if self._run is not None:
            self._run.cancel()
        for place in range(self.pages.count()):
            stop = getattr(self.pages.widget(place), "stop", None)
            if stop is not None:
                stop()

    def make_sample(self) -> None:
        """Write the sample county into the user's QGIS profile, and open its workspace."""
        folder = Path(QgsApplication.qgisSettingsDirPath()) / "narvard" / "exempellan"
        folder.parent.mkdir(parents=True, exist_ok=True)
        self._run = ToolRun("samplecounty", {"FOLDER": str(folder)}, self)
        self._run.progressed.connect(lambda share: self.state.bar.setValue(round(share)))
        self._run.finished.connect(self._sample_made)
        self._run.failed.connect(lambda problem: self._show_error(problem, self.make_sample))
        self._run.canceled.connect(self._show_empty)
        text = tr("Everything in it is made up. It is written to {folder}.").format(folder=folder)
        self._show(tr("Making the sample county"), text, [(tr("Cancel"), self._run.cancel)], working=True)

    def create_workspace(self) -> None:
        """Show the tool that makes one; what it has made is opened."""
        open_tool(self.session, "createworkspace", then=lambda made: self.session.choose(workspace=made["WORKSPACE"]))

    def reload(self) -> None:
        """Read the workspace again; what is shown stands until the new is there."""
        self._asked = ""
        self._read_chosen()

    def _connect(self) -> None:
        session, reader = self.session, self.reader
        session.changed.connect(self._read_chosen)
        session.data_changed.connect(self.reload)
        session.told.connect(self._tell)
        session.scenario_change_wanted.connect(lambda *_: self.pages.setCurrentWidget(self.scenario_page))
        self.head.create_asked.connect(self.create_workspace)
        self.head.sample_asked.connect(self.make_sample)
        self.head.reload_asked.connect(self.reload)
        reader.started.connect(self._show_reading)
        reader.progressed.connect(self._show_progress)
        reader.read.connect(self._show_read)
        reader.failed.connect(self._show_failed)
        reader.canceled.connect(self._show_canceled)
        self._mending.answered.connect(lambda _: self.reload())
        self._mending.failed.connect(lambda problem: self._show_error(problem, self._bring_up_to_date))

    def _read_chosen(self) -> None:
        workspace = self.session.settings.workspace
        if not workspace:
            self.reader.stop()
            self._asked = ""
            self.session.hold(None)
            self._show_empty()
        elif workspace != self._asked:
            self._asked = workspace
            self.reader.begin(workspace, self.session.region)

    def _show_reading(self, workspace: str) -> None:
        held = self.session.snapshot
        if held is not None and held.workspace == workspace:
            self._thin.show()  # what is shown stands meanwhile
            return
        text = tr("{name} is read once; after that searching and filtering is immediate.").format(
            name=Path(workspace).name
        )
        self._show(tr("Reading the workspace"), text, [(tr("Cancel"), self.reader.cancel)], working=True)

    def _show_progress(self, share: float) -> None:
        self.state.bar.setValue(round(share))
        self._thin.setValue(round(share))

    def _show_read(self, snapshot) -> None:
        self._thin.hide()
        self.session.hold(snapshot)
        if self.session.settings.region not in snapshot.regions | {snapshot.region}:
            self.session.choose(region=snapshot.region)  # else nothing of the workspace would be seen
        self._stack.setCurrentWidget(self.pages)

    def _show_failed(self, problem: str, is_old: bool) -> None:
        self._thin.hide()
        self.session.hold(None)
        self._show_error(problem, self.reload, is_old)

    def _show_canceled(self) -> None:
        self._thin.hide()
        if self.session.snapshot is None or self.session.snapshot.workspace != self._asked:
            self._show(
                tr("Not read"), tr("The reading was cancelled."), [(tr("Read again"), self.reload), *self._ways_in()]
            )

    def _show_empty(self) -> None:
        text = tr(
            "Närvård keeps your region's facilities, people and statistics in a workspace: one file, or a shared database. "
            "Open one, create one, or look around in a county that is made up."
        )
        self._show(tr("Open a workspace to begin"), text, self._ways_in())

    def _show_error(self, problem: str, retry, is_old: bool = False) -> None:
        actions = [(tr("Try again"), retry), *self._ways_in()]
        if is_old:
            actions.insert(0, (tr("Bring it up to date"), self._bring_up_to_date))
        self._show(tr("This could not be shown"), problem, actions)

    def _ways_in(self):
        ways = [(tr("Try with the sample county"), self.make_sample)] if tool("samplecounty") is not None else []
        create = (tr("Create workspace…"), self.head.create_asked.emit)
        return [(tr("Open workspace…"), self.head.open_file), create, *ways]

    def _bring_up_to_date(self) -> None:
        """Opening a workspace for writing does it."""
        workspace = self.session.settings.workspace
        self._show(tr("Bringing the workspace up to date"), workspace, working=True)
        self._mending.ask(tr("Bringing the workspace up to date"), lambda canceled: _opened_for_writing(workspace))

    def _sample_made(self, results: dict) -> None:
        self._run = None
        if self.session.settings.workspace == results["WORKSPACE"]:
            self.reload()
        else:
            self.session.choose(workspace=results["WORKSPACE"], region=SAMPLE)

    def _show(self, heading: str, text: str, actions=(), working: bool = False) -> None:
        self.state.show_state(heading, text, actions, working)
        self._stack.setCurrentWidget(self.state)

    def _tell(self, text: str, level: int) -> None:
        tell(self._window, text, level)

    def _make_pages(self) -> QTabWidget:
        pages = QTabWidget()
        pages.setDocumentMode(True)
        for page, label in (
            (QuestionsPage(self.session, self._window), tr("Questions")),
            (self.map_page, tr("Map")),
            (self.scenario_page, tr("Scenario")),
            (IndicatorsPage(self.session, self._window), tr("Indicators")),
            (self.sources_page, tr("Sources")),
        ):
            pages.addTab(page, label)
        return pages

    def _arrange(self) -> None:
        self._thin = QProgressBar()
        self._thin.setTextVisible(False)
        self._thin.setMaximumHeight(self.fontMetrics().height() // 3)
        self._thin.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.state)
        self._stack.addWidget(self.pages)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.addWidget(self.head)
        layout.addWidget(self._thin)
        layout.addWidget(self._stack, 1)
        self.setWidget(body)


def _opened_for_writing(workspace: str) -> str:
    with open_workspace(workspace) as opened:
        return opened.name
