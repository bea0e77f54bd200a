"""What checking a row of the tree does in the project, and which rows are checked by what stands there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..adapters import dock_layer_builder as builder
from ..adapters.dock_layers import CARE, HEALTH, dock_layers
from ..adapters.facility_index import Wanted
from ..adapters.layer_group import OUTERMOST, LayerGroup
from ..adapters.project_results import results_in
from ..adapters.workspace_snapshot import DIGITS
from ..i18n import tr
from . import tree_nodes as nodes
from .language import language
from .session import Session
from .tree_nodes import Node


class TreeLayers(QObject):
    """Keeps the layers of the group "Närvård" as the rows are checked. ``changed``: what stands in the project did."""

    changed = pyqtSignal()
    facility_clicked = pyqtSignal(str)  # selected on the map

    def __init__(self, session: Session, parent=None):
        super().__init__(parent)
        self._session = session
        self._project = QgsProject.instance()
        self._group = LayerGroup(self._project)
        session.snapshot_changed.connect(self._turn_to)
        self._soon = QTimer(self)  # a project that is opened tells once for each of its layers
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._look)
        for signal in (self._project.layersAdded, self._project.layersRemoved, self._project.readProject):
            signal.connect(self._look_soon)
        self._project.layerTreeRoot().visibilityChanged.connect(self._look_soon)

    def _turn_to(self) -> None:
        """Another workspace's layers are no longer the tree's."""
        snapshot = self._session.snapshot
        self._group.workspace = snapshot.workspace if snapshot is not None else ""

    def stop(self) -> None:
        """Listen no more."""
        self._soon.stop()
        for signal in (self._project.layersAdded, self._project.layersRemoved, self._project.readProject):
            signal.disconnect(self._look_soon)
        self._project.layerTreeRoot().visibilityChanged.disconnect(self._look_soon)
        for layer in self._group.layers().values():
            self._hear(layer, False)

    def checked(self) -> frozenset:
        """Keys of the rows whose layers stand in the project; of a result, whether it is drawn."""
        return frozenset(self._group.layers()) | {
            result_key(result.layer) for result in results_in(self._project) if self._group.is_shown(result.layer)
        }

    def check(self, node: Node, on: bool, wanted: Wanted) -> None:
        if node.kind == nodes.RESULT:
            layer = self._project.mapLayer(node.key.partition("/")[2])
            if layer is not None:
                self._group.show(layer, on)
            return
        standing = self._group.layers()
        for one in list(node.layers()):
            if on and one.key not in standing and one.shown:
                self._add(one, wanted)
            elif not on and one.key in standing:
                self._group.remove(one.key)
        self._look()

    def layer_of(self, node: Node, wanted: Wanted) -> QgsMapLayer | None:
        """The layer of a row, put into the project where it does not stand there."""
        if node.kind == nodes.RESULT:
            return self._project.mapLayer(node.key.partition("/")[2])
        if node.kind != nodes.LAYER:
            return None
        if node.key not in self._group.layers():
            self._add(node, wanted)
            self._look()
        return self._group.layers().get(node.key)

    def follow(self, wanted: Wanted) -> None:
        """Let every layer show what is wanted now."""
        snapshot = self._session.snapshot
        if snapshot is None:
            return
        for key, layer in self._own():
            subset = builder.filter_of(snapshot, wanted, key)
            if subset is None or subset == layer.subsetString():
                continue
            layer.setSubsetString(subset)
            data = builder.data_of(snapshot, key)
            if data is not None:
                builder.draw_data(layer, data)
            layer.triggerRepaint()

    def select(self, facility_id: str) -> None:
        """Mark the facility on the map in every layer of the dock that shows it."""
        for _, layer in self._own(CARE):
            layer.selectByExpression(f"\"facility_id\" = '{facility_id.replace(chr(39), 2 * chr(39))}'")

    def _add(self, node: Node, wanted: Wanted) -> None:
        snapshot, care = self._session.snapshot, builder.care_key(node.key)
        if care is not None:
            name = node.label if not care.service else f"{node.parent.label}: {node.label}"
            layers = builder.care_layers(snapshot, wanted, care, name, language())
        else:
            kind = node.data.kind
            label = f"{kind.label(language())}, {node.label}" if kind.split == ("vintage", DIGITS) else node.label
            name = f"{label} ({node.data.date})" if node.data.date else label
            layers = builder.data_layers(snapshot, wanted, node.data, name, language())
        if not layers[0].isValid():
            self._session.told.emit(tr("{name} could not be opened from the workspace.").format(name=name), 1)
            return
        root = CARE if care else HEALTH
        groups = [OUTERMOST, (root, dock_layers().roots[root].label(language()))]
        groups += [(branch.key, branch.label) for branch in _branches_of(node)]
        self._group.add(node.key, layers, groups)
        self._hear(layers[0])

    def _own(self, root: str = "") -> Iterator[tuple[str, QgsVectorLayer]]:
        for key, layer in self._group.layers().items():
            if isinstance(layer, QgsVectorLayer) and (not root or builder.care_key(key)):
                yield key, layer

    def _look_soon(self, *_) -> None:
        self._soon.start()

    def _look(self) -> None:
        self._group.tidy()
        for _, layer in self._own(CARE):
            self._hear(layer)
        self.changed.emit()

    def _hear(self, layer: QgsVectorLayer, on: bool = True) -> None:
        """Hear when the user selects one facility of the layer on the map, once for each layer."""
        with suppress(TypeError):  # not heard yet
            layer.selectionChanged.disconnect(self._selected)
        if on:
            layer.selectionChanged.connect(self._selected)

    def _selected(self, *_) -> None:
        layer = self.sender()
        if isinstance(layer, QgsVectorLayer) and layer.selectedFeatureCount() == 1:
            feature = next(layer.getSelectedFeatures())
            if feature.fields().lookupField("facility_id") >= 0:
                self.facility_clicked.emit(str(feature["facility_id"]))


def _branches_of(node: Node) -> list[Node]:
    """The branches that the row stands in, from the outermost."""
    found = []
    while node.parent is not None:
        node = node.parent
        if node.kind == nodes.BRANCH:
            found.insert(0, node)
    return found


def result_key(layer: QgsMapLayer) -> str:
    return f"result/{layer.id()}"


def result_rows(project: QgsProject, titles: dict[str, str]) -> Iterable[Node]:
    """A row for every result in the project; ``titles``: tool to what it is called."""
    for result in results_in(project):
        yield Node(
            nodes.RESULT, result_key(result.layer), result.layer.name(), tip=titles.get(result.tool, result.tool)
        )
