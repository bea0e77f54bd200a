"""The page "Scenario": facilities opened, moved, closed and changed on the map, and who gains and loses, at once."""

from __future__ import annotations

from datetime import date
from typing import Optional

from qgis.core import Qgis
from qgis.PyQt.QtCore import QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QInputDialog, QScrollArea, QShortcut, QVBoxLayout, QWidget

from .. import catalogue
from ..adapters.live_scenario import Basis, changes_from
from ..adapters.scenario_edit import Scenario, copy_scenario, create_scenario
from ..adapters.scenario_reading import Loaded, read_scenario
from ..algorithms.scenario_account import notes_of
from ..core.scenarios.changes import CLOSE, MOVE, OPEN
from ..core.scenarios.editing import mostly_about
from ..core.scenarios.live import Answer, Wanted, nearest_id
from ..i18n import tr
from .background import Background
from .fitting_table import FittingTable
from .language import label_of
from .notice import EMPTY, ERROR, LOADING, Notice
from .plain_text import plain_label, tell
from .scenario_bars import EditTools, Steps
from .scenario_canvas import ScenarioCanvas
from .scenario_choices import FIRST_TYPE, ScenarioChoices
from .scenario_edits import NotYet, edited
from .scenario_form import EditForm
from .scenario_model import ChangesModel, ScenarioEditor
from .scenario_results import ResultsView, about


class ScenarioPage(QWidget):
    """``answered`` whenever the figures beside the map stand for what the map shows."""

    answered = pyqtSignal()

    def __init__(self, session, window, parent=None):
        super().__init__(parent)
        self.session, self.iface = session, window
        self.basis: Basis | None = None
        self.answer: Answer | None = None
        self._outcome = None
        self._unread, self._waits = True, False
        self._asked: tuple[str, str] | None = None  # a facility and what to do with it, until the page has read
        self._reader, self._live = Background(self), Background(self)
        self.editor = ScenarioEditor(self)
        self._build()
        self.on_map = ScenarioCanvas(window.mapCanvas(), self)
        self.tool, self.signs = self.on_map.tool, self.on_map.signs
        self._connect()

    def showEvent(self, event):
        super().showEvent(event)
        if self._unread:
            self.read()

    def stop(self) -> None:
        """Take the signs off the map and stop all work, before the window goes."""
        self._reader.stop()
        self._live.stop()
        self.editor.finish()
        self.on_map.stop()

    # What the page is made of

    def _build(self) -> None:
        self.notice = Notice()
        self.choices = ScenarioChoices()
        self.scenario, self.wanted, self.year = self.choices.scenario, self.choices.wanted, self.choices.year
        self.form = EditForm()
        self.changes = ChangesModel(self)
        self.table = FittingTable(self.changes, tr("Changes of the scenario"), ChangesModel.WHAT, most=6)
        self.nothing = plain_label(tr("No changes yet. Choose Add, Move, Close or Change role, and click on the map."))
        self.edits, self.steps = EditTools(), Steps(self.editor.undo_stack, self)
        self.tools, self.remove = self.edits.buttons, self.steps.remove
        self.results = ResultsView()
        self.working = plain_label()
        self.working.hide()
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self.choices, self.edits, self.form, self.nothing, self.table, self.steps, self.working):
            layout.addWidget(part)
        layout.addWidget(self.results, 1)
        self.content = inside
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.addWidget(self.notice)
        outer.addWidget(scroll, 1)
        self.form.hide()

    def _connect(self) -> None:
        self._reader.answered.connect(self._loaded)
        self._reader.failed.connect(lambda text: self.notice.say(ERROR, text, tr("Read again"), self.read))
        self._live.answered.connect(self._answered)
        self._live.failed.connect(self._refused)
        self._live.busy_changed.connect(lambda busy: self._say(tr("Computing…") if busy else ""))
        self.editor.rows_changed.connect(self._rows_changed)
        self.editor.failed.connect(self._not_stored)
        self.editor.stored.connect(lambda: self._waits and self.read())
        self.tool.clicked.connect(self._clicked)
        self.tool.dragged.connect(self._dragged)
        for left in (self.tool.left, self.tool.deactivated):  # by Escape, or by another tool of QGIS
            left.connect(self.edits.leave)
        leave = QShortcut(QKeySequence("Escape"), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.edits.leave)
        self.edits.begun.connect(self._begin)
        self.edits.ended.connect(self._end)
        self.scenario.activated.connect(lambda: self.read(self.scenario.currentText()))
        self.wanted.activated.connect(lambda: self._recompute())
        self.year.valueChanged.connect(lambda: self._recompute())
        self.choices.new.clicked.connect(self._ask_new)
        self.choices.copy.clicked.connect(self._ask_copy)
        self.choices.network.fileChanged.connect(lambda path: self.session.choose(network=path))
        self.form.wanted.connect(self._edit)
        self.form.kind.currentIndexChanged.connect(lambda: self._propose_name())
        self.remove.clicked.connect(self._remove_selected)
        self.session.changed.connect(lambda: self.read())
        self.session.data_changed.connect(lambda: self.read())
        self.session.scenario_changed.connect(lambda name: name != self.editor.scenario and self.read(name))
        self.session.facility_changed.connect(self.form.choose)
        self.session.scenario_change_wanted.connect(self.begin_with)

    # Reading

    def read(self, scenario: str = "") -> None:
        """Read the workspace again, and the ``scenario`` of it (else the one that is shown, else the first)."""
        self._unread = not self.isVisible()
        if self._unread:  # a page that nobody looks at reads when it is shown
            return
        self._waits = self.editor.storing  # then what is read would not be what is shown
        if self._waits:
            return
        settings = self.session.settings
        self.choices.show_network(settings.network)
        if not settings.workspace:
            self._reader.cancel()
            self.content.setEnabled(False)
            self.notice.say(
                EMPTY,
                tr("Choose a workspace first: scenarios are kept in it, and stand for its facilities and people."),
            )
            return
        self.notice.say(LOADING, tr("Reading the register, the people and the road network…"))
        wish = scenario or self.session.scenario or self.editor.scenario
        workspace, network = settings.workspace, settings.network

        self._reader.ask(
            tr("Närvård: read the workspace"), lambda canceled: read_scenario(workspace, network, wish, canceled)
        )

    def _loaded(self, loaded: Loaded) -> None:
        self.notice.clear()
        self.content.setEnabled(True)
        self.basis = loaded.basis
        self.choices.show_scenarios(loaded.scenarios, loaded.chosen)
        same = self.editor.scenario == loaded.chosen and self.editor.workspace == self.session.settings.workspace
        if not same:
            with QSignalBlocker(self.year):
                self.year.setValue(self._year_of(loaded.scenario))
        self.choices.fill_wanted(self.basis.known)
        if not same:
            known = self.basis.known
            self.choices.suggest(mostly_about(loaded.rows, dict(zip(known.facilities, known.types))))
        self.editor.open(self.session.settings.workspace, loaded.chosen, loaded.rows)
        self.session.select_scenario(loaded.chosen)
        if not loaded.scenarios:
            self.notice.say(EMPTY, tr("The workspace has no scenario yet. Make one with New…"))
        elif self.basis.network is None:
            self.notice.say(
                EMPTY, tr("Choose the network file to see who gains and loses. Compile road network makes one of the region's roads; changes can be edited without it.")
            )  # fmt: skip
        self._begin_asked()

    def _year_of(self, scenario: Scenario | None) -> int:
        if scenario is not None and scenario.year:
            return scenario.year
        horizon = self.session.settings.horizon
        return int(horizon) if horizon.isdigit() else date.today().year

    @property
    def wish(self) -> Wanted:
        return self.choices.wish

    # Editing

    def begin_with(self, facility: str, action: str) -> None:
        """Start an edit of a facility, as another page asks for it; as soon as the page has read."""
        self._asked = (facility, action)
        if self.basis is not None and not (self._unread or self._reader.busy):
            self._begin_asked()

    def _begin_asked(self) -> None:
        if self._asked is None:
            return
        (facility, action), self._asked = self._asked, None
        known = self.basis.known
        if facility in known.facilities and not known.concerns(facility, self.wish):
            self.choices.suggest(("type", known.type_of(known.facilities[facility])))  # else nothing would change
            self._recompute()
        self.edits.begin(action)
        self.form.choose(facility)

    def _begin(self, action: str) -> None:
        self.form.begin(action)
        if action == OPEN and not self.form.kind_id:
            self.form.choose_kind(next(iter(self.wish.types), FIRST_TYPE))
        self._propose_name()
        self.form.choose(self.session.facility or self.form.facility_id)
        self.form.show()
        self.on_map.take()

    def _end(self) -> None:
        self.form.hide()
        self.on_map.leave()

    def _propose_name(self) -> None:
        kind = catalogue.care().types.get(self.form.kind_id)
        if self.form.action == OPEN and kind is not None:
            self.form.name.setText(tr("New {type}").format(type=label_of(kind).lower()))

    def _clicked(self, place) -> None:
        here, near = (place.x(), place.y()), self._facility_at(place)
        if self.form.action == OPEN or (
            self.form.action == MOVE and self.form.facility_id and near in (None, self.form.facility_id)
        ):
            self.form.show_place(*here)
            self._edit()
        elif near is None:
            self._say(tr("There is no such facility where you clicked. Click nearer, or choose it in the list."))
        else:
            self.form.choose(near)
            self.session.select_facility(near)
            if self.form.action == CLOSE:
                self._edit()

    def _dragged(self, start, end) -> None:
        near = self._facility_at(start)
        if self.form.action != MOVE:
            return
        if near is None:
            self._say(tr("There is no such facility where you began to drag. Begin on the facility itself."))
            return
        self.form.choose(near)
        self.form.show_place(end.x(), end.y())
        self._edit()

    def _facility_at(self, place) -> Optional[str]:
        if self.basis is None or self._outcome is None:
            return None
        wanted = self.wish if not self._picks_any else Wanted(types=frozenset(filter(None, self.basis.known.types)))
        return nearest_id(
            self.basis.known, self._outcome, wanted, self.basis.there((place.x(), place.y())), self.tool.reach
        )

    @property
    def _picks_any(self) -> bool:
        """By a service one travels to many types; then any facility may be meant."""
        return bool(self.wish.service)

    def _edit(self) -> None:
        """Make the edit that the form describes."""
        if not self.editor.scenario:
            self._say(tr("Make a scenario first, with New…"))
            return
        try:
            after, said = edited(self.form, self.editor.rows, self.year.value(), self.basis, self.wish.service)
        except NotYet as lacking:
            self._say(str(lacking))
            return
        self.editor.put(after, said)

    def _remove_selected(self) -> None:
        at = [index.row() for index in self.table.selectionModel().selectedRows()]
        if at:
            self.editor.remove(at, tr("take out {n} changes").format(n=len(at)))

    def _rows_changed(self) -> None:
        known = self.basis.known if self.basis else None
        names = {id: known.name_of(facility) for id, facility in known.facilities.items()} if known else {}
        self.changes.show(self.editor.rows, names)
        any_row = bool(self.editor.rows)
        self.table.setVisible(any_row)
        self.remove.setEnabled(any_row)
        self.nothing.setVisible(bool(self.editor.scenario) and not any_row)
        self._recompute()

    def _not_stored(self, sentence: str) -> None:
        self.read()
        tell(self.iface, sentence, Qgis.MessageLevel.Warning)

    # Answering

    def _recompute(self) -> None:
        if self.basis is None:
            return
        basis, year, wanted = self.basis, self.year.value(), self.wish
        changes = changes_from(self.editor.rows)

        self._live.ask(
            tr("Närvård: travel with the scenario"), lambda canceled: basis.ask(changes, year, wanted, canceled)
        )

    def _answered(self, found) -> None:
        if self.notice.kind == ERROR:
            self.notice.clear()
        self.answer = found if isinstance(found, Answer) else None
        self._outcome = self.answer.outcome if self.answer else found
        self._show_facilities()
        self.on_map.show_signs(self.editor.rows, self.year.value(), self.basis)
        self.results.setVisible(self.answer is not None)
        if self.answer is not None:
            told = about(self.answer, self.basis, self.year.value())
            self.results.show_answer(self.answer, told, notes_of(self._outcome.notes))
            self.on_map.show_change(self.answer, self.basis, bool(self.editor.rows))
        self.answered.emit()

    def _refused(self, sentence: str) -> None:
        self.notice.say(ERROR, sentence)

    def _show_facilities(self) -> None:
        known, wanted = self.basis.known, self.wish
        named = [
            (known.name_of(facility), facility.id)
            for facility in self._outcome.facilities
            if self._picks_any or known.type_of(facility) in wanted.types
        ]
        self.form.show_facilities(sorted(named))

    # Making scenarios

    def _ask_new(self) -> None:
        name, fine = QInputDialog.getText(self, tr("New scenario"), tr("Name of the scenario"))
        if fine:
            self.make(name.strip())

    def _ask_copy(self) -> None:
        name, fine = QInputDialog.getText(self, tr("Copy a scenario"), tr("Name of the copy"))
        if fine:
            self.make(name.strip(), of=self.editor.scenario)

    def make(self, name: str, of: str = "") -> None:
        """Make an empty scenario, or a copy ``of`` one, and show it."""
        workspace, year = self.session.settings.workspace, self.year.value()

        def work(canceled):
            if of:
                copy_scenario(workspace, of, name, year)
            else:
                create_scenario(workspace, name, year)
            return name

        self._maker = Background(self)
        self._maker.answered.connect(self.read)
        self._maker.failed.connect(lambda text: self.notice.say(ERROR, text))
        self._maker.ask(tr("Närvård: make a scenario"), work)

    def _say(self, text: str) -> None:
        self.working.setText(text)
        self.working.setVisible(bool(text))
