"""The dock's tree as a Qt model over the rows of `tree_nodes`, and the filter before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Optional

from qgis.PyQt.QtCore import QAbstractItemModel, QModelIndex, QSortFilterProxyModel, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont

from ..adapters.facility_index import Wanted
from ..adapters.workspace_snapshot import Snapshot
from ..i18n import tr
from . import tree_nodes as nodes
from .icons import icon, type_icon
from .plain_text import tip
from .tree_nodes import Node

NODE = Qt.ItemDataRole.UserRole + 1
KEY = Qt.ItemDataRole.UserRole + 2
NAME, NUMBER = 0, 1


class RegisterModel(QAbstractItemModel):
    """Health's geography, care's geography, and need × access; a checked row is a layer that stands in the project.

    A click on a checkbox changes nothing here: ``check_wanted`` asks for it, and `set_checked` tells what then stands.
    """

    check_wanted = pyqtSignal(object, bool)  # Node

    def __init__(self, parent=None):
        super().__init__(parent)
        self._snapshot: Optional[Snapshot] = None
        self._top = nodes.build(None)
        self._checked: frozenset = frozenset()
        self._by_key: dict[str, Node] = {}

    @property
    def top(self) -> Node:
        return self._top

    def hold(self, snapshot: Optional[Snapshot]) -> None:
        """Show another reading of the workspace; `count` must follow."""
        before, top = self._top, nodes.build(snapshot)  # the earlier rows live until nobody points at them
        self.beginResetModel()
        self._snapshot, self._top = snapshot, top
        self._by_key = {node.key: node for node in self._top.walk()}
        self.endResetModel()
        del before

    def count(self, wanted: Wanted) -> None:
        """Count and show by other choices. The proxy asks for ``shown`` when it is told to."""
        if self._snapshot is not None:
            nodes.count(self._top, self._snapshot, wanted)
            self._tell_numbers()

    def replace_children(self, key: str, children: Sequence[Node]) -> None:
        """Other rows under the one with this ``key``, which is a branch without facilities."""
        parent = self.node_of(key)
        self._take(parent, len(parent.children))
        self._put(parent, children)

    def replace_notes(self, key: str, notes: Sequence[Node]) -> None:
        """Other notes under the row with this ``key``; they stand before its layers."""
        parent = self.node_of(key)
        self._take(parent, sum(child.kind == nodes.NOTE for child in parent.children))
        self._put(parent, notes)

    def _take(self, parent: Node, number: int) -> None:
        if not number:
            return
        self.beginRemoveRows(self.index_of(parent), 0, number - 1)
        gone, parent.children = parent.children[:number], parent.children[number:]
        for row, child in enumerate(parent.children):
            child.row = row
        self.endRemoveRows()
        for node in (node for child in gone for node in child.walk()):
            self._by_key.pop(node.key, None)

    def _put(self, parent: Node, children: Sequence[Node]) -> None:
        if not children:
            return
        self.beginInsertRows(self.index_of(parent), 0, len(children) - 1)
        for row, child in enumerate([*children, *parent.children]):
            child.parent, child.row = parent, row
        parent.children = [*children, *parent.children]
        self._by_key.update((node.key, node) for child in children for node in child.walk())
        self.endInsertRows()

    def set_checked(self, keys: Iterable[str]) -> None:
        keys = frozenset(keys)
        changed = [self._by_key[key] for key in keys ^ self._checked if key in self._by_key]
        self._checked = keys
        for node in changed:
            while node is not self._top:
                index = self.index_of(node)
                self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
                node = node.parent

    def node_of(self, key: str) -> Node:
        """The row with this key; KeyError where there is none."""
        return self._by_key[key] if key else self._top

    def knows(self, key: str) -> bool:
        return key in self._by_key

    def index_of(self, node: Node, column: int = 0) -> QModelIndex:
        return QModelIndex() if node is self._top else self.createIndex(node.row, column, node)

    def node(self, index: QModelIndex) -> Node:
        return index.internalPointer() if index.isValid() else self._top

    # What Qt asks of a model.

    def index(self, row, column, parent=QModelIndex()):  # noqa: B008
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self.node(parent).children[row])

    def parent(self, index):
        if not index.isValid():
            return QModelIndex()
        return self.index_of(self.node(index).parent)

    def rowCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.column() > 0 else len(self.node(parent).children)

    def columnCount(self, parent=QModelIndex()):  # noqa: B008
        return 2

    def flags(self, index):
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == NAME and self.node(index).checkable:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (tr("Layer"), tr("Number, date"))[section]
        return None

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        node = self.node(index)
        if role == NODE:
            return node
        if role == KEY:
            return node.key
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(node.tip) or None
        if index.column() == NUMBER:
            return self._number(node, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return node.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(node)
        if role == Qt.ItemDataRole.CheckStateRole and node.checkable:
            return self._check(node)
        if role == Qt.ItemDataRole.DecorationRole:
            return _picture(node)
        if role == Qt.ItemDataRole.FontRole:
            return _font(node)
        return None

    def setData(self, index, value, role=Qt.ItemDataRole.EditRole):
        if role != Qt.ItemDataRole.CheckStateRole or not self.node(index).checkable:
            return False
        on = Qt.CheckState(value) == Qt.CheckState.Checked
        self.check_wanted.emit(self.node(index), on)
        return True

    def _check(self, node: Node):
        if node.kind != nodes.BRANCH:
            return Qt.CheckState.Checked if node.key in self._checked else Qt.CheckState.Unchecked
        on = [child.key in self._checked for child in node.layers() if child.shown]
        if on and all(on):
            return Qt.CheckState.Checked
        return Qt.CheckState.PartiallyChecked if any(on) else Qt.CheckState.Unchecked

    def _number(self, node: Node, role):
        if role == Qt.ItemDataRole.DisplayRole:
            return number_text(node)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _tell_numbers(self) -> None:
        """The numbers changed of everything but facilities, which have none; these stand last."""
        for parent in _branches(self._top):
            counted = [child for child in parent.children if child.kind != nodes.FACILITY]
            if counted:
                self.dataChanged.emit(self.index_of(counted[0]), self.index_of(counted[-1], NUMBER))


class ShownRows(QSortFilterProxyModel):
    """Rows that are shown: a branch is where anything in it is, which the counting has found out for all at once."""

    def __init__(self, model: RegisterModel, parent=None):
        super().__init__(parent)
        self.setDynamicSortFilter(False)  # it is told when to look again, once for each choice
        self.setSourceModel(model)

    def filterAcceptsRow(self, row, parent):
        return self.sourceModel().node(parent).children[row].shown


def _branches(node: Node) -> Iterator[Node]:
    """The rows that have others under them."""
    if node.children:
        yield node
        for child in node.children:
            if child.children:
                yield from _branches(child)


def number_text(node: Node) -> str:
    """How many, or of what date; ``12 of 40`` where filters leave some out."""
    if node.data is not None or node.kind == nodes.FACILITY or node.count < 0:
        return node.detail
    if node.count == node.total:
        return str(node.count)
    return tr("{n} of {total}").format(n=node.count, total=node.total)


def _spoken(node: Node) -> str:
    number = number_text(node)
    return f"{node.label}, {number}" if number else node.label


def _picture(node: Node):
    if node.type:
        return type_icon(node.type)
    if node.kind in (nodes.RESULT, nodes.QUESTION):
        return icon("narvard")
    return None


def _font(node: Node):
    font = QFont()
    if node.kind == nodes.ROOT:
        font.setBold(True)
    elif node.kind == nodes.NOTE:
        font.setItalic(True)
    return font if node.kind in (nodes.ROOT, nodes.NOTE) else None
