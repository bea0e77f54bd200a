"""What a right-click on a row of the tree offers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtWidgets import QMenu

from ..i18n import tr
from . import tree_nodes as nodes
from .tool_dialogs import open_tool, tool, tools_taking
from .tree_nodes import Node

if TYPE_CHECKING:
    from .map_page import MapPage

#: The parameter that a layer fills in, by what the layer shows; the first that a tool has.
PARAMETERS = {
    "facilities": ("FACILITIES",),
    "people": ("ORIGINS", "PEOPLE"),
    "areas": ("AREAS",),
    "divisions": ("ZONES", "AREAS"),
}
#: Columns of the workspace's layers that tools ask for by parameter.
COLUMNS = {
    "FACILITIES": {"FACILITY_ID": "facility_id"},
    "ORIGINS": {"ORIGIN_ID": "origin_id", "POPULATION": "population"},
}


def fill_menu(menu: QMenu, node: Node, page: MapPage, window) -> bool:
    """Fill ``menu`` for the row; False where there is nothing to offer."""
    if node.kind == nodes.FACILITY:
        _for_facility(menu, page, page.session.snapshot.index.ids[node.facility])
    elif node.kind == nodes.QUESTION:
        menu.addAction(tr("Open…"), lambda: open_tool(page.session, node.key.partition("/")[2]))
    elif node.kind in (nodes.LAYER, nodes.RESULT):
        _for_layer(menu, page, node, window)
    return not menu.isEmpty()


def _for_facility(menu: QMenu, page: MapPage, facility_id: str) -> None:
    wanted = page.session.scenario_change_wanted
    menu.addAction(tr("&Zoom to"), lambda: page.zoom_to(facility_id))
    scenario = menu.addMenu(tr("Add to &scenario"))
    for action, label in (
        ("close", tr("Close")),
        ("move", tr("Move")),
        ("change_role", tr("Change role")),
    ):
        scenario.addAction(label, lambda chosen=action: wanted.emit(facility_id, chosen))


def _for_layer(menu: QMenu, page: MapPage, node: Node, window) -> None:
    def with_layer(act):
        layer = page.layers.layer_of(node, page.wanted)
        if layer is not None:
            act(layer)

    menu.addAction(tr("&Zoom to"), lambda: with_layer(page.zoom_to_layer))
    menu.addAction(tr("Attribute &table"), lambda: with_layer(window.showAttributeTable))
    drawn = shows(node)
    if not drawn:
        return
    tools = menu.addMenu(tr("Open a &tool with this layer"))
    groups: dict[str, QMenu] = {}
    for algorithm, parameter in sorted(tools_taking(*PARAMETERS[drawn]), key=_order):
        group = groups.get(algorithm.group()) or groups.setdefault(algorithm.group(), tools.addMenu(algorithm.group()))
        open_it = partial(_open_with, page, algorithm.id(), parameter)
        group.addAction(algorithm.displayName() + "…", partial(with_layer, open_it))
    tools.setEnabled(bool(groups))


def _open_with(page: MapPage, ident: str, parameter: str, layer: QgsVectorLayer) -> None:
    open_tool(page.session, ident, filled(layer, ident, parameter))


def shows(node: Node) -> str:
    """Which layer of the workspace a row draws; "" for results, whose columns nobody knows beforehand."""
    if node.kind != nodes.LAYER:
        return ""
    return "facilities" if node.data is None else node.data.kind.draw


def filled(layer: QgsVectorLayer, ident: str, parameter: str) -> dict[str, str]:
    """The layer, and the columns of it that the tool asks for."""
    asked = {definition.name() for definition in tool(ident).parameterDefinitions()}
    columns = {name: column for name, column in COLUMNS.get(parameter, {}).items() if name in asked}
    return {parameter: layer.id(), **columns}


def _order(pair):
    return pair[0].group(), pair[0].displayName()
