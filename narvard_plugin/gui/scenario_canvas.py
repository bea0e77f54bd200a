"""What a scenario has on the map: the tool that clicks and drags, the signs, and the layer of changed travel times."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsProject
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject

from ..adapters.live_scenario import Basis
from ..adapters.scenario_edit import Row
from ..adapters.scenario_layers import change_layer, refresh_layer, show_layer
from ..core.scenarios.editing import signs
from ..core.scenarios.live import Answer
from ..i18n import tr
from .scenario_map import PlaceTool, ScenarioSigns


class ScenarioCanvas(QObject):
    def __init__(self, canvas: QgsMapCanvas, parent=None):
        super().__init__(parent)
        self._canvas = canvas
        self._layer_id = ""
        self.tool = PlaceTool(canvas)
        self.signs = ScenarioSigns(canvas)

    def take(self) -> None:
        """Let the mouse edit the scenario."""
        if self._canvas.mapTool() is not self.tool:  # QGIS lets a tool go before it takes the same again
            self._canvas.setMapTool(self.tool)

    def leave(self) -> None:
        """Let it do on the map what it did before."""
        self._canvas.unsetMapTool(self.tool)

    def stop(self) -> None:
        """The window goes."""
        self.leave()
        if self.signs.scene() is not None:
            self.signs.scene().removeItem(self.signs)

    def show_signs(self, rows: Sequence[Row], year: int, basis: Basis) -> None:
        self.signs.show_signs(signs(rows, year, basis.places))

    def show_change(self, answer: Answer, basis: Basis, any_row: bool) -> None:
        """Refresh the layer, which is made with the first change and again where it was taken out of the project."""
        layer = QgsProject.instance().mapLayer(self._layer_id) if self._layer_id else None
        if layer is None:
            if not any_row:
                return
            layer = change_layer(basis, tr("Scenario: change in travel time"))
            self._layer_id = layer.id()
            show_layer(layer)
        refresh_layer(layer, basis, answer)
