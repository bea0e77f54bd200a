"""The dock "Närvård – planremisser": from the letter that came in to the answer that was sent, in five pages."""

from __future__ import annotations

from pathlib import Path

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QCheckBox, QHBoxLayout, QScrollArea, QTabWidget, QToolButton, QVBoxLayout, QWidget

from ...i18n import tr
from ..notice import EMPTY, ERROR, LOADING, Notice
from ..plain_text import plain_label, tell, tip
from ..session import Session
from .case_head import CaseHead
from .cases_page import CasesPage
from .checks_page import ChecksPage
from .conflict_view import ConflictView
from .history_page import HistoryPage
from .parts_page import PartsPage
from .plan_map import PlanMap
from .plan_state import PlanState
from .reader_page import ReaderPage
from .statement_page import StatementPage

#: QGIS remembers by this name where the dock stands and whether it is open.
OBJECT_NAME = "NarvardPlanDock"
_INFO = 0  # Qgis.MessageLevel, as the number that a signal carries


class PlanDock(QgsDockWidget):
    """Reads the workspace of the ``session`` that it shares with the other dock, once it is seen."""

    def __init__(self, session: Session, window, parent=None):
        super().__init__(tr("Närvård – planremisser"), parent)
        self.setObjectName(OBJECT_NAME)
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self._window, self._session = window, session
        self._asked = ""  # the workspace that is read or was read last
        self._waits = False  # it has changed while nobody saw the dock
        self.state = PlanState(session, self)
        self.map = PlanMap(window.mapCanvas())
        self.notice, self.conflict, self.head = Notice(), ConflictView(), CaseHead(self.state)
        self.cases, self.checks = CasesPage(self.state), ChecksPage(self.state)
        self.parts, self.statement = PartsPage(self.state), StatementPage(self.state, window.mapCanvas())
        self.history, self.reading = HistoryPage(self.state), ReaderPage(self.state)
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.reader, self.again, self.place = (
            QCheckBox(tr("For elected re&presentatives")),
            QToolButton(),
            plain_label(),
        )
        every = (self.cases, self.checks, self.parts, self.statement, self.history, self.reading)
        self._areas = {page: _scrolled(page) for page in every}
        self._connect()
        self._arrange()
        self._show_reader()
        self._show_place()

    def stop(self) -> None:
        """The plugin is unloaded: no task, signal or drawing stays."""
        self.state.stop()
        self.checks.stop()
        self.parts.stop()
        self.map.clear()

    def reload(self) -> None:
        self._asked = ""
        self._read()

    def choose(self, referral_id: str) -> None:
        """Take up a planremiss that is in the list."""
        row = self.state.row_of(referral_id)
        place = self.cases.filter.place_of((row.plan_id, referral_id)) if row else None
        if place is not None and place.isValid():
            self.cases.table.setCurrentIndex(place)
        else:
            self.state.choose(referral_id)

    def show_page(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(self._areas[page])

    def _connect(self) -> None:
        state, session = self.state, self._session
        session.changed.connect(self._session_changed)
        session.data_changed.connect(self._data_changed)
        self.visibilityChanged.connect(lambda seen: self._read() if seen else None)
        state.loading.connect(lambda text: self.notice.say(LOADING, text) if state.overview is None else None)
        state.overview_changed.connect(self._show_overview)
        state.dossier_changed.connect(self._show_plan)
        state.failed.connect(lambda text: self.notice.say(ERROR, text, tr("Read again"), self.reload))
        state.changed.connect(self._tell)
        state.conflict.connect(self.conflict.show_conflict)
        state.proof_wanted.connect(self.map.show_proof)
        state.reader_changed.connect(self._show_reader)
        self.conflict.again.connect(state.change)
        # A form that opens below what the window shows is scrolled to, when it has found its height.
        self.checks.actions.opened.connect(lambda: QTimer.singleShot(0, self._show_form))
        self.cases.shown.connect(self._go_to)
        self.cases.distribute_asked.connect(self._distribute)
        self.again.clicked.connect(self.reload)
        self.reader.toggled.connect(state.view_as_reader)

    def _session_changed(self) -> None:
        self._show_place()
        self._show_reader()
        self._read()

    def _data_changed(self) -> None:
        """A tool has changed the workspace."""
        self._asked = ""
        self._read()

    def _read(self) -> None:
        workspace = self._session.settings.workspace
        if self.isVisible() and workspace != self._asked:
            self._asked = workspace
            if self.notice.kind == ERROR:  # of the reading before
                self.notice.clear()
            self.state.load()

    def _show_place(self) -> None:
        workspace = self._session.settings.workspace
        self.place.setText(Path(workspace).name if workspace else tr("No workspace"))
        self.place.setToolTip(tip(workspace))

    def _show_overview(self) -> None:
        if self.state.overview is None:
            text = tr("Open a workspace in the panel Närvård first: the plan register is part of it.")
            self.notice.say(EMPTY, text)
        elif not self.state.overview.rows:
            self.notice.say(EMPTY, tr("The register has no plans yet. Register a letter, or read in a plan."))
        elif self.notice.kind in (LOADING, EMPTY):
            self.notice.clear()
        self._show_reader()

    def _show_plan(self) -> None:
        """Outline the chosen plan on the map; the map is moved only by a click."""
        dossier = self.state.dossier
        if dossier is not None:
            self.map.show_plan(dossier.areas, zoom=False)
        else:
            self.conflict.hide()  # it was about the planremiss before
            if not self.state.chosen:
                self.map.clear()

    def _go_to(self, row) -> None:
        if row is not None:
            self.map.show_plan(row.areas, zoom=True)
            if not row.areas:
                self._tell(tr("{name} has no plan area in the register.").format(name=row.name))

    def _show_form(self) -> None:
        self._areas[self.checks].ensureWidgetVisible(self.checks.actions)

    def _distribute(self) -> None:
        self.show_page(self.parts)
        self.parts.open_distribution()

    def _tell(self, text: str) -> None:
        if self.notice.kind == ERROR:
            self.notice.clear()
        tell(self._window, text, _INFO)

    def _show_reader(self) -> None:
        """The pages of whoever may change things, or of whoever only reads."""
        reader = self.state.reader
        self.reader.blockSignals(True)
        self.reader.setChecked(reader)
        self.reader.blockSignals(False)
        self.reader.setEnabled(self.state.may_write)
        self.reader.setToolTip(
            tr("Only what is read: dates, stance, remarks and the answer. Nothing can be changed.")
            if self.state.may_write
            else tr("You may only read this workspace, so nothing can be changed.")
        )
        wanted = [(self.cases, tr("Cases"))]
        if reader:
            wanted.append((self.reading, tr("Answer (yttrande)")))
        else:
            wanted += [
                (self.checks, tr("Review")), (self.parts, tr("Delsvar")),
                (self.statement, tr("Answer (yttrande)")), (self.history, tr("History")),
            ]  # fmt: skip
        if [self._areas[page] for page, _ in wanted] != [self.pages.widget(at) for at in range(self.pages.count())]:
            self.pages.clear()
            for page, label in wanted:
                self.pages.addTab(self._areas[page], label)

    def _arrange(self) -> None:
        self.again.setText(tr("Read again"))
        self.again.setShortcut("F5")
        self.again.setAutoRaise(True)
        self.place.setAccessibleName(tr("Workspace"))
        top = QHBoxLayout()
        top.addWidget(self.place, 1)
        top.addWidget(self.reader)
        top.addWidget(self.again)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.addLayout(top)
        layout.addWidget(self.notice)
        layout.addWidget(self.head)
        layout.addWidget(self.conflict)
        layout.addWidget(self.pages, 1)
        self.setWidget(body)


def _scrolled(page: QWidget) -> QScrollArea:
    """A page that a low window does not have to be tall enough for."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidget(page)
    return area
