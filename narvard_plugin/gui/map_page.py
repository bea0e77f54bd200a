"""The page "Map": the tree with its search and filters, and below it the selected facility and what the register lacks."""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QHeaderView,
    QLabel,
    QMenu,
    QShortcut,
    QSplitter,
    QTabWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ..adapters.dock_layers import BOTH, CARE, HEALTH
from ..adapters.facility_index import Wanted
from ..i18n import tr
from . import tree_nodes as nodes
from .canvas import zoom_to, zoom_to_facility
from .completeness_panel import CompletenessPanel
from .facility_card import FacilityCard
from .facility_filters import FacilityFilters
from .plain_text import narrow_button, plain_label
from .session import NOW, Session
from .tool_dialogs import every_tool, open_tool, ready_questions, title, tool
from .tree_layers import TreeLayers, result_rows
from .tree_menu import fill_menu
from .tree_model import NUMBER, RegisterModel, ShownRows
from .tree_nodes import Node
from .vocabulary import region_label

#: With so few facilities found, the tree opens down to them.
FEW = 40
INFO = 0  # Qgis.MessageLevel


class MapPage(QWidget):
    filters: FacilityFilters
    tree: QTreeView
    found: QLabel
    below: QTabWidget
    card: FacilityCard
    lacks: CompletenessPanel
    model: RegisterModel
    layers: TreeLayers

    def __init__(self, session: Session, window, parent=None):
        super().__init__(parent)
        self.session, self._window = session, window
        self._open: set[str] = {HEALTH, CARE, BOTH}
        self._searched = False
        self.filters = FacilityFilters()
        self.model, self.layers = RegisterModel(self), TreeLayers(session, self)
        self._shown = ShownRows(self.model, self)
        self.tree, self.found = _tree(self._shown), plain_label()
        self.card, self.lacks = FacilityCard(session), CompletenessPanel(session)
        self._no_facilities = self._invitation()
        self._arrange()
        self._connect()

    def stop(self) -> None:
        """The dock closes."""
        self.layers.stop()

    @property
    def wanted(self) -> Wanted:
        return self.filters.apply_to(self.session.wanted())

    def show_snapshot(self) -> None:
        """Another reading of the workspace: the tree is built anew, and stands open where it did."""
        self._remember_open()
        self.model.hold(self.session.snapshot)
        self._add_needs()
        self.recount()
        self._open_remembered()
        self._look()

    def recount(self) -> None:
        """Other choices: everything is counted and shown by what is in memory."""
        snapshot, wanted = self.session.snapshot, self.wanted
        if snapshot is None:
            return
        self._note_people(wanted)
        self.model.count(wanted)
        self._shown.invalidateFilter()
        self.filters.show_numbers(snapshot.index.facets(wanted))
        self._say_found(wanted)
        self.layers.follow(wanted)
        self._open_found(wanted)

    def focus_search(self) -> None:
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    def zoom_to(self, facility_id: str) -> None:
        layer = self._layer_of_facility(facility_id)
        if layer is None or not zoom_to_facility(self._window.mapCanvas(), layer, facility_id):
            self.session.told.emit(tr("The facility has no place, and is not on the map."), INFO)

    def zoom_to_layer(self, layer: QgsMapLayer) -> None:
        zoom_to(self._window.mapCanvas(), layer, layer.extent())

    def node_at(self, index: QModelIndex) -> Node:
        return self.model.node(self._shown.mapToSource(index))

    def _connect(self) -> None:
        session = self.session
        self.filters.changed.connect(self.recount)
        self.model.check_wanted.connect(self._check)
        self.layers.changed.connect(self._look)
        self.layers.facility_clicked.connect(session.select_facility)
        self.tree.selectionModel().currentChanged.connect(self._chosen)
        self.tree.activated.connect(self._activated)
        self.tree.customContextMenuRequested.connect(self._menu)
        self.card.asked.connect(self._asked)
        session.snapshot_changed.connect(self.show_snapshot)
        session.changed.connect(self.recount)
        session.facility_changed.connect(self._show_facility)
        for keys, what in (
            (QKeySequence.StandardKey.Find, self.focus_search),
            ("Ctrl+T", lambda: self.tree.setFocus()),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(what)

    # The tree.

    def _check(self, node: Node, on: bool) -> None:
        first = not self.layers.checked()
        self.layers.check(node, on, self.wanted)
        if on and first and node.kind != nodes.RESULT:
            layer = next((self.layers.layer_of(one, self.wanted) for one in node.layers() if one.shown), None)
            if layer is not None:
                self.zoom_to_layer(layer)

    def _look(self) -> None:
        """Check what stands in the project, and list the results that stand there."""
        if self.model.knows(BOTH):
            titles = {algorithm.name(): algorithm.displayName() for algorithm in every_tool()}
            results = list(result_rows(QgsProject.instance(), titles))
            branch = self.model.node_of("both/results")
            if [(node.key, node.label) for node in branch.children] != [(node.key, node.label) for node in results]:
                self.model.replace_children("both/results", results)
                branch.shown = True
                self._shown.invalidateFilter()
        self.model.set_checked(self.layers.checked())

    def _add_needs(self) -> None:
        """Need × access: the results in the project, and the questions that ready-made models answer."""
        questions = nodes.Node(nodes.BRANCH, "both/questions", tr("Questions to run"))
        for question in ready_questions():
            questions.add(nodes.Node(nodes.QUESTION, f"question/{question.name()}", question.displayName(),
                                     tip=question.shortDescription()))  # fmt: skip
        results = nodes.Node(nodes.BRANCH, "both/results", tr("Results in the project"))
        results.tip = tr("Layers that Närvård's tools have made. Unchecking hides a result, and never removes it.")
        self.model.replace_children(BOTH, [results, questions])

    def _note_people(self, wanted: Wanted) -> None:
        notes = nodes.notes_of_people(self.session.snapshot, wanted, self.session.settings.horizon == NOW)
        standing = [node for node in self.model.node_of(HEALTH).children if node.kind == nodes.NOTE]
        if [(one.label, one.detail) for one in standing] != [(one.label, one.detail) for one in notes]:
            self.model.replace_notes(HEALTH, notes)

    def _say_found(self, wanted: Wanted) -> None:
        index = self.session.snapshot.index
        found, every = index.matching(wanted), index.matching(self.session.wanted())
        unplaced = int((found & ~index.placed).sum())
        homeless = int((found & (index.facilities["region"] == "").to_numpy()).sum())
        text = tr("{n} of {total} facilities") if wanted.is_filtered else tr("{total} facilities")
        parts = [text.format(n=int(found.sum()), total=int(every.sum()))]
        if unplaced:
            parts.append(tr("{n} have no place and are not on the map").format(n=unplaced))
        if homeless:
            parts.append(tr("{n} have no region and are shown anyway").format(n=homeless))
        self.found.setText(" · ".join(parts))
        region, year = region_label(self.session.region), wanted.year
        text = tr(
            "The workspace has no facilities of {region} in {year}. Import the region's own, or fetch from an open source."
        )
        self._none.setText(text.format(region=region, year=year))
        self._no_facilities.setVisible(not every.any())

    def _open_found(self, wanted: Wanted) -> None:
        """Open the tree down to what was searched for, and close it again as it was when the search is over."""
        searching = bool(wanted.words.strip())
        if searching and not self._searched:
            self._remember_open()
        if searching:
            few = int(self.session.snapshot.index.matching(wanted).sum()) <= FEW
            self.tree.expandToDepth(2 if few else 1)
        elif self._searched:
            self.tree.collapseAll()
            self._open_remembered()
        self._searched = searching

    def _remember_open(self) -> None:
        if self.session.snapshot is None or self._searched or not self.model.knows(BOTH):
            return
        branches = {node.key: node for node in self.model.top.walk() if node.children}
        opened = {key for key, node in branches.items() if self.tree.isExpanded(self._place(node))}
        self._open = (self._open - set(branches)) | opened  # what has nothing in it yet was closed by nobody

    def _open_remembered(self) -> None:
        for key in self._open:
            if self.model.knows(key):
                self.tree.setExpanded(self._place(self.model.node_of(key)), True)

    def _place(self, node: Node) -> QModelIndex:
        return self._shown.mapFromSource(self.model.index_of(node))

    # One facility.

    def _chosen(self, current: QModelIndex, *_) -> None:
        node = self.node_at(current) if current.isValid() else None
        if node is not None and node.kind == nodes.FACILITY:
            self.session.select_facility(self.session.snapshot.index.ids[node.facility])

    def _show_facility(self, facility_id: str) -> None:
        self.below.setCurrentWidget(self.card)
        self.layers.select(facility_id)
        key = f"facility/{facility_id}"
        if self.model.knows(key):
            place = self._place(self.model.node_of(key))
            if place.isValid() and place != self.tree.currentIndex():
                flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
                self.tree.selectionModel().setCurrentIndex(place, flags)
                self.tree.scrollTo(place)

    def _activated(self, index: QModelIndex) -> None:
        node = self.node_at(index)
        if node.kind == nodes.FACILITY:
            self.zoom_to(self.session.snapshot.index.ids[node.facility])
        elif node.kind == nodes.QUESTION:
            open_tool(self.session, node.key.partition("/")[2])

    def _menu(self, point: QPoint) -> None:
        index = self.tree.indexAt(point)
        menu = QMenu(self.tree)
        if index.isValid() and fill_menu(menu, self.node_at(index), self, self._window):
            menu.exec(self.tree.viewport().mapToGlobal(point))
        menu.deleteLater()

    def _asked(self, what: str) -> None:
        """A link of the card."""
        facility_id = self.session.facility
        if what == "zoom":
            self.zoom_to(facility_id)
        elif what == "times":
            layer = self._layer_of_facility(facility_id)
            given = {"FACILITIES": layer.id(), "FACILITY_ID": "facility_id"} if layer is not None else {}
            open_tool(self.session, "catchments", given)
        elif what.startswith("scenario:"):
            self.session.scenario_change_wanted.emit(facility_id, what.partition(":")[2])

    def _layer_of_facility(self, facility_id: str) -> QgsVectorLayer | None:
        """The layer of the facility's type, put on the map where it is not there."""
        key = f"facility/{facility_id}"
        return self.layers.layer_of(self.model.node_of(key).parent, self.wanted) if self.model.knows(key) else None

    # How it looks.

    def _invitation(self) -> QWidget:
        box = QWidget()
        self._none = plain_label()
        buttons = QVBoxLayout()
        for ident in ("importfacilities", "fetchfacilities"):
            if tool(ident) is not None:
                button = narrow_button(title(ident) + "…")
                button.clicked.connect(lambda _, name=ident: open_tool(self.session, name))
                buttons.addWidget(button)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._none)
        layout.addLayout(buttons)
        box.hide()
        return box

    def _arrange(self) -> None:
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in ((self.filters, 0), (self._no_facilities, 0), (self.tree, 1), (self.found, 0)):
            column.addWidget(widget, stretch)
        self.below = QTabWidget()
        self.below.addTab(self.card, tr("Facility"))
        self.below.addTab(self.lacks, tr("Missing?"))
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(upper)
        splitter.addWidget(self.below)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.addWidget(splitter)
        self.setTabOrder(self.filters, self.tree)
        self.setTabOrder(self.tree, self.below)


class _Tree(QTreeView):
    """Its numbers take no more than a third of a narrow panel."""

    def resizeEvent(self, event):
        super().resizeEvent(event)
        wide = self.fontMetrics().averageCharWidth() * 15
        self.header().resizeSection(NUMBER, min(wide, event.size().width() // 3))


def _tree(shown: ShownRows) -> QTreeView:
    tree = _Tree()
    tree.setIndentation(tree.fontMetrics().height())
    tree.setModel(shown)
    tree.setUniformRowHeights(True)
    tree.setAlternatingRowColors(False)
    tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    tree.setAccessibleName(tr("Layers and facilities"))
    header = tree.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(NUMBER, QHeaderView.ResizeMode.Interactive)
    return tree
