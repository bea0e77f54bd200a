"""What the review dock's pages share: the register as it was read, the chosen planremiss, and changing them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...i18n import tr
from ...store.errors import RowChanged
from ...store.sentences import sentence
from ...store.workspace import open_workspace
from ..background import Background, Queue, problem_of
from ..session import Session
from .dossier_reading import Dossier, read_dossier
from .overview_reading import CaseRow, Overview, read_overview
from .words import function, spoken


class Change(NamedTuple):
    """Something a person wants changed. ``work`` gets the open workspace and the version of the row that was seen.

    ``table`` and ``row_id`` name that row; ``mine`` (column -> value) is what the person wrote, to be shown beside what
    somebody else has written meanwhile. ``done``: a sentence when it has worked. ``in_window``: it draws the project's own
    layers, which no other thread may touch.
    """

    table: str
    row_id: str
    work: Callable[[object, int], object]
    mine: Mapping[str, object] = {}
    done: str = ""
    in_window: bool = False


class Conflict(NamedTuple):
    """Somebody else has changed the row: ``theirs`` stands in the register, and nothing of ``change`` was stored."""

    change: Change
    theirs: Mapping[str, object]


class PlanState(QObject):
    """Reads and changes in threads. While something is being stored or read again, a further change is not taken."""

    overview_changed = pyqtSignal()
    dossier_changed = pyqtSignal()
    loading = pyqtSignal(str)
    changed = pyqtSignal(str)  # a sentence about what was stored
    failed = pyqtSignal(str)
    conflict = pyqtSignal(object)
    reader_changed = pyqtSignal()
    proof_wanted = pyqtSignal(object)  # WKB of what the map shall show

    def __init__(self, session: Session, parent=None):
        super().__init__(parent)
        self.session = session
        self.overview: Optional[Overview] = None
        self.dossier: Optional[Dossier] = None
        self.chosen = ""  # id of the planremiss
        #: Asked for every time: a window stands open over midnight.
        self.today: Callable[[], date] = date.today
        self._clash: Optional[tuple[Change, RowChanged]] = None
        self._done = ""
        self._reading, self._opening, self._writing = Background(self), Background(self), Queue(self)
        self._reading.answered.connect(self._read)
        self._reading.failed.connect(self.failed)
        self._opening.answered.connect(self._opened)
        self._opening.failed.connect(self._not_opened)
        self._writing.done.connect(self._written)
        self._writing.failed.connect(self._not_written)

    @property
    def workspace(self) -> str:
        return self.session.settings.workspace

    @property
    def person(self) -> str:
        return self.session.settings.person

    @property
    def busy(self) -> bool:
        return self._writing.busy or self._opening.busy

    @property
    def reader(self) -> bool:
        """The view for elected representatives: nothing can be changed."""
        return self.session.settings.plan_reader or not self.may_write

    @property
    def may_write(self) -> bool:
        return self.overview is None or self.overview.may_write

    def view_as_reader(self, on: bool) -> None:
        self.session.choose(plan_reader=on)
        self.reader_changed.emit()

    def load(self) -> None:
        """Read the register of the session's workspace, and the chosen planremiss, anew."""
        name, today = self.workspace, self.today()
        if not name:
            self.overview, self.dossier, self.chosen = None, None, ""
            self.overview_changed.emit()
            self.dossier_changed.emit()
            return
        if self.overview is not None and self.overview.workspace != name:
            self.overview, self.dossier, self.chosen = None, None, ""
            self.overview_changed.emit()  # no row of the one before stays beside the name of this one
            self.dossier_changed.emit()
        self.loading.emit(tr("Reading the plan register…"))
        self._reading.ask(tr("Reading the plan register"), lambda canceled: read_overview(name, today, canceled))
        if self.chosen:
            self._open()

    def choose(self, referral_id: str) -> None:
        """Take a planremiss up."""
        if referral_id != self.chosen:
            self.chosen, self.dossier = referral_id, None
            self.dossier_changed.emit()
            if referral_id:
                self._open()

    def row_of(self, referral_id: str) -> Optional[CaseRow]:
        rows = self.overview.rows if self.overview else ()
        return next((row for row in rows if row.referral_id == referral_id), None)

    def function(self, code: str) -> str:
        """A function by its name: in the list that judges the chosen planremiss, else in the one that a run would use."""
        lists = [
            one.checklist for one in (self.dossier, self.overview) if one is not None and one.checklist is not None
        ]
        return function(next((one for one in lists if code in one.departments), None), code)

    def change(self, wanted: Change) -> bool:
        """Let ``wanted`` be stored; False where it could not be taken, which has been told."""
        if self.reader:
            self.failed.emit(tr("Nothing can be changed in this view, or in a workspace that you may only read."))
            return False
        if self.busy or self.dossier is None:
            self.failed.emit(tr("The last change is still being stored. Try again in a moment."))
            return False
        row = self.dossier.row(wanted.table, wanted.row_id)
        version = int(row["row_version"]) if row else 0
        name, self._clash, self._done = self.workspace, None, wanted.done

        def work() -> None:
            try:
                with open_workspace(name) as workspace:
                    wanted.work(workspace, version)
            except RowChanged as error:
                self._clash = wanted, error  # told when the others' version has been read

        if not wanted.in_window:
            self._writing.add(tr("Storing in the plan register"), work)
            return True
        try:
            work()
        except Exception as error:  # told as one from a thread is
            self._not_written(problem_of(error))
            return False
        self._written()
        return True

    def stop(self) -> None:
        self._reading.stop()
        self._opening.stop()
        self._writing.finish()

    def _open(self) -> None:
        name, chosen, today, language = self.workspace, self.chosen, self.today(), spoken()
        self._opening.ask(
            tr("Reading a planremiss"), lambda canceled: read_dossier(name, chosen, today, language, canceled)
        )

    def _read(self, overview: Overview) -> None:
        self.overview = overview
        self.overview_changed.emit()
        self.reader_changed.emit()

    def _opened(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.dossier_changed.emit()
        clash, self._clash = self._clash, None
        theirs = dossier.row(clash[0].table, clash[0].row_id) if clash else None
        if theirs is not None:
            self.conflict.emit(Conflict(clash[0], {name: theirs.get(name) for name in clash[0].mine}))
        elif clash:  # another planremiss has been chosen meanwhile, or the row is gone
            self.failed.emit(sentence(clash[1]))
        elif self._done:
            self.changed.emit(self._done)
        self._done = ""

    def _not_opened(self, problem: str) -> None:
        self.dossier = None
        self.dossier_changed.emit()
        self.failed.emit(problem)

    def _written(self) -> None:
        self.load()

    def _not_written(self, problem: str) -> None:
        self._clash, self._done = None, ""
        self.failed.emit(problem)
