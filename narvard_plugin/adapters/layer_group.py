"""The dock's own layers in a project: each has a key, and stands in a group of the group "Närvård"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.core import QgsLayerTreeGroup, QgsMapLayer, QgsProject

from .dock_layers import CARE

#: Custom properties: the key of a layer and of what belongs to it with the workspace that they are of, and the id of a group.
KEY, WORKSPACE, GROUP = "narvard/dock_key", "narvard/dock_workspace", "narvard/dock_group"

OUTERMOST = ("narvard", "Närvård")  # id and name of the group that holds all


class LayerGroup:
    """Finds, adds and removes the layers of one workspace, known by their keys, also in a project that was reopened.

    Layers of a workspace that was open before are the user's own from then on.
    """

    def __init__(self, project: QgsProject):
        self._project = project
        self.workspace = ""

    def layers(self) -> Mapping[str, QgsMapLayer]:
        """The layers that stand in the layer tree, by key."""
        root = self._project.layerTreeRoot()
        shown = ((mark, layer) for mark, layer in self._marked() if root.findLayer(layer.id()) is not None)
        return {key: layer for (workspace, key), layer in shown if workspace == self.workspace}

    def add(
        self, key: str, layers: Sequence[QgsMapLayer], groups: Sequence[tuple[str, str]], expanded: bool = False
    ) -> None:
        """Put the first of ``layers`` into the innermost of ``groups`` (id and name, from the outermost); the others are
        what it needs, which no layer tree shows."""
        shown, *needed = layers
        for layer in layers:
            layer.setCustomProperty(KEY, key)
            layer.setCustomProperty(WORKSPACE, self.workspace)
            self._project.addMapLayer(layer, False)
        for layer in needed:
            layer.setFlags(layer.flags() | QgsMapLayer.LayerFlag.Private)
        node = self._group(groups).addLayer(shown)
        node.setExpanded(expanded)

    def add_over_areas(self, layer: QgsMapLayer) -> None:
        """Put a layer that is not the dock's own below its facilities and over its areas, where both are seen."""
        self._project.addMapLayer(layer, False)
        group = self._group([OUTERMOST])
        group.insertLayer(_below_facilities(group), layer)

    def lift_over_areas(self, layer: QgsMapLayer) -> None:
        """Move a layer that QGIS has put beneath the dock's own to the same place; without such nothing hides it."""
        root = self._project.layerTreeRoot()
        node = root.findLayer(layer.id())
        group = next((one for one in root.findGroups() if one.customProperty(GROUP) == OUTERMOST[0]), None)
        if node is None or group is None:
            return
        group.insertChildNode(_below_facilities(group), node.clone())
        node.parent().removeChildNode(node)

    def remove(self, key: str) -> None:
        mark = (self.workspace, key)
        self._project.removeMapLayers([layer.id() for found, layer in self._marked() if found == mark])
        self.tidy()

    def tidy(self) -> None:
        """Drop groups of the dock that have become empty, and tables whose layer is gone."""
        root = self._project.layerTreeRoot()
        shown = {mark for mark, layer in self._marked() if root.findLayer(layer.id()) is not None}
        self._project.removeMapLayers([layer.id() for mark, layer in self._marked() if mark not in shown])
        for group in reversed(root.findGroups(True)):
            if group.customProperty(GROUP) and not group.children():
                group.parent().removeChildNode(group)

    def show(self, layer: QgsMapLayer, visible: bool) -> None:
        """Draw or hide a layer that is not the dock's own."""
        node = self._project.layerTreeRoot().findLayer(layer.id())
        if node is not None:
            node.setItemVisibilityCheckedParentRecursive(True) if visible else node.setItemVisibilityChecked(False)

    def is_shown(self, layer: QgsMapLayer) -> bool:
        node = self._project.layerTreeRoot().findLayer(layer.id())
        return node is not None and node.isVisible()

    def _marked(self) -> list[tuple[tuple[str, str], QgsMapLayer]]:
        """Workspace and key of every layer that was made here."""
        made = [layer for layer in self._project.mapLayers().values() if layer.customProperty(KEY)]
        return [((layer.customProperty(WORKSPACE, ""), layer.customProperty(KEY)), layer) for layer in made]

    def _group(self, groups: Sequence[tuple[str, str]]) -> QgsLayerTreeGroup:
        node = self._project.layerTreeRoot()
        for ident, name in groups:
            found = next((child for child in node.findGroups() if child.customProperty(GROUP) == ident), None)
            node = found or self._new_group(node, ident, name)
        return node

    def _new_group(self, parent: QgsLayerTreeGroup, ident: str, name: str) -> QgsLayerTreeGroup:
        group = parent.insertGroup(_position(parent, ident), name)
        group.setCustomProperty(GROUP, ident)
        return group


def _below_facilities(group: QgsLayerTreeGroup) -> int:
    """The user, and QGIS with a result, may have put other things above them."""
    marks = [child.customProperty(GROUP) for child in group.children()]
    return marks.index(CARE) + 1 if CARE in marks else 0


def _position(parent: QgsLayerTreeGroup, ident: str) -> int:
    """Where a new group goes: "Närvård" itself on top and in it the facilities, which areas would hide; others last."""
    return 0 if parent.parent() is None or ident == CARE else len(parent.children())
