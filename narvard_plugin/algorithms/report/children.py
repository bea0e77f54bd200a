"""The plugin's own tools run as steps of a report, so that no number is counted in two ways."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Optional

import numpy as np
from qgis.core import (
    QgsApplication,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt

from ...adapters.reading import Cancelled
from ...adapters.tables import read_columns
from ...i18n import tr


class Child(NamedTuple):
    """What a tool gave: its ``results``, or the sentence of the ``problem`` that stopped it (None where it did not)."""

    results: dict
    problem: Optional[str]


class Tools:
    """Runs the provider's tools in one ``context``, and hands their warnings on."""

    def __init__(self, context, feedback):
        self.context, self.feedback = context, feedback
        self._said: set[str] = set()  # what every step warns of is told once
        self._kept: list[QgsVectorLayer] = []  # layers in memory live as long as somebody holds them

    def run(self, tool: str, **parameters) -> Child:
        """Raises `Cancelled` where the user stopped it."""
        self.ask()
        algorithm = QgsApplication.processingRegistry().algorithmById(f"narvard:{tool}").create()
        fine, problem = algorithm.checkParameterValues(parameters, self.context)
        if not fine:
            return Child({}, problem)
        listening = _Listening(self.feedback, algorithm.displayName(), self._said)
        results, fine = algorithm.run(parameters, self.context, listening)
        self.ask()
        if not fine:
            return Child({}, " ".join(listening.errors) or tr("{tool} failed without saying why.").format(tool=tool))
        return Child(results, None)

    def ask(self) -> None:
        if self.feedback.isCanceled():
            raise Cancelled

    def layer(self, text: str) -> QgsVectorLayer:
        """The layer of a result; held until the report is made."""
        layer = QgsProcessingUtils.mapLayerFromString(text, self.context)
        self._kept.append(layer)
        return layer

    def columns(self, layer: QgsVectorLayer, names: Sequence[str]) -> dict[str, list]:
        return read_columns(QgsProcessingFeatureSource(layer, self.context), layer.name(), names, self.feedback)

    def records(self, layer: QgsVectorLayer, names: Sequence[str]) -> list[dict]:
        """Its rows as {name: value}, NULL as None."""
        columns = self.columns(layer, names)
        return [dict(zip(names, row)) for row in zip(*(columns[name] for name in names))]


def numbers_in_order(ids: Sequence, values: Sequence, wanted: Sequence, missing: float = np.inf) -> np.ndarray:
    """(n) ``values`` of the ids ``wanted``, ``missing`` where there is none."""
    known = {str(one): value for one, value in zip(ids, values) if value is not None}
    return np.array([known.get(str(one), missing) for one in wanted], float)


class _Listening(QgsProcessingFeedback):
    """Hands warnings on with the tool's name before them, and remembers what failed; leaves the rest of its log out."""

    def __init__(self, feedback, tool: str, said: set[str]):
        super().__init__(False)
        self._to, self._tool, self._said = feedback, tool, said
        self.errors: list[str] = []
        # At once: in the thread of a tool nobody takes up a signal that waits in a queue.
        feedback.canceled.connect(self.cancel, Qt.ConnectionType.DirectConnection)

    def isCanceled(self):
        return super().isCanceled() or self._to.isCanceled()

    def reportError(self, error, fatalError=False):  # noqa: N803 (QGIS names them)
        self.errors.append(error)

    def pushWarning(self, warning):
        if warning not in self._said:
            self._said.add(warning)
            self._to.pushInfo(f"{self._tool}: {warning}")
