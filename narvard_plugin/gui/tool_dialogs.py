"""Opening tools from the dock, with what is known filled in, and running them beside the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Optional

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProject,
)
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..i18n import tr
from .session import Session

PROVIDER = "narvard"


def tool(ident: str) -> Optional[QgsProcessingAlgorithm]:
    """The tool with or without ``narvard:``; None where this QGIS has none."""
    name = ident if ":" in ident else f"{PROVIDER}:{ident}"
    return QgsApplication.processingRegistry().algorithmById(name)


def title(ident: str) -> str:
    found = tool(ident)
    return ident if found is None else found.displayName()


def every_tool() -> list[QgsProcessingAlgorithm]:
    """All of Närvård's; none while the plugin is without its tools."""
    provider = QgsApplication.processingRegistry().providerById(PROVIDER)
    return provider.algorithms() if provider else []


def tools_taking(*parameters: str) -> Iterator[tuple[QgsProcessingAlgorithm, str]]:
    """Tools that have one of the parameters, and the first one it has."""
    for algorithm in every_tool():
        name = next((name for name in parameters if algorithm.parameterDefinition(name) is not None), "")
        if name:
            yield algorithm, name


def ready_questions() -> list[QgsProcessingAlgorithm]:
    """The ready-made models, by what they ask."""
    found = [one for one in every_tool() if isinstance(one, QgsProcessingModelAlgorithm)]
    return sorted(found, key=lambda one: one.displayName())


def open_tool(
    session: Session,
    ident: str,
    given: Optional[Mapping[str, object]] = None,
    then: Optional[Callable[[dict], None]] = None,
) -> bool:
    """Show the tool's own dialog, beside the window; what the workspace holds is read again when it has run.

    ``given`` and, where the tool asks for them, the workspace and region are filled in; ``then`` gets the results of a
    run that worked. False where there is no such tool.
    """
    found = tool(ident)
    if found is None:
        session.told.emit(tr("The tool {name} is not in this version of Närvård.").format(name=ident), 1)
        return False
    from qgis import processing  # the window's own; qgis_process has it not yet when it loads the plugin

    dialog = processing.createAlgorithmDialog(found.id(), {**known(session, found), **(given or {})})
    dialog.algorithmFinished.connect(lambda worked, results: _ran(session, then, dict(results)) if worked else None)
    dialog.show()
    dialog.raise_()
    return True


def _ran(session: Session, then: Optional[Callable[[dict], None]], results: dict) -> None:
    session.data_changed.emit()
    if then is not None:
        then(results)


def known(session: Session, algorithm: QgsProcessingAlgorithm) -> dict[str, object]:
    """What the dock knows of the tool's parameters."""
    values = {"WORKSPACE": session.settings.workspace, "REGION": session.region, "NETWORK": session.settings.network}
    return {name: value for name, value in values.items() if value and algorithm.parameterDefinition(name) is not None}


class ToolRun(QObject):
    """One run of a tool in a task: how far it has come, and then its results or the sentence why there are none."""

    progressed = pyqtSignal(float)
    finished = pyqtSignal(dict)
    failed = pyqtSignal(str)
    canceled = pyqtSignal()

    def __init__(self, ident: str, parameters: Mapping[str, object], parent=None):
        super().__init__(parent)
        self._context = QgsProcessingContext()
        self._context.setProject(QgsProject.instance())
        self._feedback = _Heard()
        self._feedback.progressChanged.connect(self.progressed)
        self._task: Optional[QgsProcessingAlgRunnerTask] = None
        self._begin(ident, dict(parameters))

    @property
    def warnings(self) -> list[str]:
        return self._feedback.warnings

    def cancel(self) -> None:
        self._feedback.cancel()

    def _begin(self, ident, parameters) -> None:
        found = tool(ident)
        fine, problem = found.checkParameterValues(parameters, self._context)
        if not fine:
            self._feedback.reportError(problem)
            QTimer.singleShot(0, self._refused)  # whoever made this has yet to listen
            return
        self._task = QgsProcessingAlgRunnerTask(found, parameters, self._context, self._feedback)
        self._task.executed.connect(self._executed)
        if self._task.isCanceled():  # it could not be prepared, and a cancelled task never tells that it is over
            QTimer.singleShot(0, self._refused)
        QgsApplication.taskManager().addTask(self._task)

    def _refused(self) -> None:
        self._executed(False, {})

    def _executed(self, worked: bool, results: dict) -> None:
        if self._feedback.isCanceled():
            self.canceled.emit()
        elif worked and results:
            self.finished.emit(results)
        else:
            problem = "\n".join(self._feedback.errors) or tr("The tool stopped without saying why.")
            self.failed.emit(problem)


class _Heard(QgsProcessingFeedback):
    """Keeps what the tool says in red and yellow."""

    def __init__(self):
        super().__init__(False)
        self.errors: list[str] = []
        self.warnings: list[str] = []

    def reportError(self, error, fatal=False):
        self.errors.append(error)

    def pushWarning(self, warning):
        self.warnings.append(warning)
