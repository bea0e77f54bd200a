"""Work beside the window in a QgsTask: a newer question cancels the older, whose answer is dropped."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import Qgis, QgsApplication, QgsMessageLog, QgsProcessingException, QgsTask
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..adapters.reading import Cancelled
from ..adapters.scenario_edit import EditRefused
from ..algorithms.scenario_account import refusal
from ..core.scenarios.changes import ChangesRefused
from ..i18n import tr
from ..store.errors import StoreError
from ..store.sentences import sentence

Canceled = Callable[[], bool]


class Background(QObject):
    """Asks one question at a time. ``answered`` has the newest question's answer, ``failed`` the sentence why there is none."""

    answered = pyqtSignal(object)
    failed = pyqtSignal(str)
    busy_changed = pyqtSignal(bool)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._task: _Question | None = None
        self._number = 0
        self._alive: dict[int, _Question] = {}  # a task that Python forgets never runs

    @property
    def busy(self) -> bool:
        return self._task is not None

    def ask(self, title: str, work: Callable[[Canceled], object]) -> None:
        """Let ``work`` run in a thread, with what tells it that nobody waits any more; it must touch no layer or widget."""
        was_busy = self.busy
        self.cancel()
        self._number += 1
        self._task = self._alive[self._number] = _Question(title, work, self._number)
        self._task.over.connect(self._over)
        QgsApplication.taskManager().addTask(self._task)
        if not was_busy:
            self.busy_changed.emit(True)

    def cancel(self) -> None:
        """Drop the question that is being answered."""
        if self._task is not None:
            self._task.cancel()

    def stop(self) -> None:
        """Drop it for good: the page closes, and no signal comes after."""
        self._number += 1
        self.cancel()
        self._task = None

    def _over(self, number: int, answer: object, problem: str) -> None:
        self._alive.pop(number, None)
        if number != self._number:  # a stale reply
            return
        self._task = None
        self.busy_changed.emit(False)
        if problem:
            self.failed.emit(problem)
        elif answer is not None:
            self.answered.emit(answer)


class Queue(QObject):
    """Does one thing after another, each in a thread; after one that fails the rest are dropped, for they built on it."""

    failed = pyqtSignal(str)
    done = pyqtSignal()  # everything that waited is done

    def __init__(self, parent=None):
        super().__init__(parent)
        self._waiting: list[tuple[str, Callable[[], None]]] = []
        self._task: _Question | None = None

    @property
    def busy(self) -> bool:
        return self._task is not None

    def add(self, title: str, work: Callable[[], None]) -> None:
        self._waiting.append((title, work))
        if not self.busy:
            self._next()

    def finish(self) -> None:
        """Do all that waits before this returns: the window closes, and nothing of it may be lost."""
        waiting, self._waiting = self._waiting, []
        if self._task is not None:
            self._task.waitForFinished()
        for _, work in waiting:
            try:
                work()
            except Exception as error:  # there is no page left to tell it; what waits after it built on it
                QgsMessageLog.logMessage(problem_of(error), "Närvård", Qgis.MessageLevel.Critical)
                return

    def _next(self) -> None:
        title, work = self._waiting.pop(0)

        def do(canceled) -> bool:
            work()
            return True

        self._task = _Question(title, do, 0)
        self._task.over.connect(self._over)
        QgsApplication.taskManager().addTask(self._task)

    def _over(self, number: int, done: object, problem: str) -> None:
        self._task = None
        if not done:
            self._waiting.clear()
            self.failed.emit(problem or tr("It was cancelled before it was stored."))
        elif self._waiting:
            self._next()
        else:
            self.done.emit()


class _Question(QgsTask):
    over = pyqtSignal(int, object, str)

    def __init__(self, title: str, work: Callable[[Canceled], object], number: int):
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._work, self._number = work, number
        self._answer, self._problem = None, ""

    def run(self) -> bool:
        try:
            self._answer = self._work(self.isCanceled)
        except Cancelled:
            return False
        except Exception as error:  # a thread's error would be lost, and the page would wait for ever
            self._problem = problem_of(error)
            return False
        return True

    def finished(self, worked: bool) -> None:
        self.over.emit(self._number, self._answer if worked else None, self._problem)


def problem_of(error: Exception) -> str:
    """The sentence that a user reads; what nobody has foreseen goes to the log, too."""
    if isinstance(error, StoreError):
        return sentence(error)
    if isinstance(error, ChangesRefused):
        return refusal(error.faults)
    if isinstance(error, (QgsProcessingException, EditRefused)):
        return str(error)
    QgsMessageLog.logMessage(repr(error), "Närvård")
    return tr("This could not be done: {reason}. The message log (Närvård) says more.").format(reason=error)
