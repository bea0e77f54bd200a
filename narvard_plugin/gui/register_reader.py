"""Reads the workspace in a task beside the window; only the newest question's answer is heard."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..adapters.reading import Cancelled
from ..adapters.workspace_snapshot import Snapshot, read_snapshot
from ..i18n import tr
from ..store.errors import OlderSchema
from .background import problem_of
from .vocabulary import words_of


class RegisterReader(QObject):
    """``read`` has the snapshot. ``failed`` has the sentence, and whether bringing the workspace up to date would help."""

    started = pyqtSignal(str)
    progressed = pyqtSignal(float)
    read = pyqtSignal(object)
    failed = pyqtSignal(str, bool)
    canceled = pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self._newest: Optional[_Reading] = None
        self._alive: set[_Reading] = set()  # a task that Python forgets never runs

    @property
    def busy(self) -> bool:
        return self._newest is not None

    def begin(self, workspace: str, region: str) -> None:
        """Read ``workspace``; what was asked for before is no longer waited for."""
        self._drop()
        self._newest = task = _Reading(workspace, region)
        self._alive.add(task)
        task.over.connect(self._over)
        task.progressChanged.connect(lambda share: self.progressed.emit(share) if task is self._newest else None)
        self.started.emit(workspace)
        QgsApplication.taskManager().addTask(task)

    def cancel(self) -> None:
        if self._drop():
            self.canceled.emit()

    def stop(self) -> None:
        """The dock closes: no signal comes after."""
        self._drop()

    def _drop(self) -> bool:
        task, self._newest = self._newest, None
        if task is not None:
            task.cancel()
        return task is not None

    def _over(self, task: _Reading) -> None:
        self._alive.discard(task)
        if task is not self._newest:  # a stale reply
            return
        self._newest = None
        if task.snapshot is not None:
            self.read.emit(task.snapshot)
        elif task.problem:
            self.failed.emit(task.problem, task.is_old)
        else:
            self.canceled.emit()


class _Reading(QgsTask):
    over = pyqtSignal(object)

    def __init__(self, workspace: str, region: str):
        super().__init__(tr("Reading the workspace"), QgsTask.Flag.CanCancel)
        self._workspace, self._words = workspace, words_of(region)
        self.snapshot: Optional[Snapshot] = None
        self.problem, self.is_old = "", False

    def run(self) -> bool:
        try:
            self.snapshot = read_snapshot(self._workspace, self._words, self._tell)
        except Cancelled:
            return False
        except Exception as error:  # a thread's error would be lost, and the dock would wait for ever
            self.problem, self.is_old = problem_of(error), isinstance(error, OlderSchema)
            return False
        return True

    def finished(self, worked: bool) -> None:
        self.over.emit(self)

    def _tell(self, share: float, table: str) -> bool:
        self.setProgress(100 * share)
        return not self.isCanceled()
