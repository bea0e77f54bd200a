"""The form of one edit: what opens, moves, closes or changes role, and where; the map fills in the place."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QStandardItem, QStandardItemModel
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QCompleter,
    QDoubleSpinBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from .. import catalogue
from ..core.scenarios.changes import CHANGE_ROLE, CLOSE, MOVE, OPEN
from ..i18n import tr
from .language import label_of
from .plain_text import plain_label

_IdRole = Qt.ItemDataRole.UserRole


def texts_of(action: str) -> tuple[str, str]:
    """What to do, and what the button is called."""
    return {
        OPEN: (tr("Click on the map where it is to stand."), tr("Add here")),
        MOVE: (tr("Drag the facility on the map, or choose it and click on its new place."), tr("Move here")),
        CLOSE: (tr("Click on the facility on the map, or choose it here."), tr("Close")),
        CHANGE_ROLE: (tr("Click on the facility on the map, or choose it here, and say what it becomes."), tr("Change role")),
    }[action]  # fmt: skip


class EditForm(QWidget):
    """``wanted`` when the button is pressed."""

    wanted = pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self.action, self._wished = OPEN, ""
        self.hint = plain_label()
        self.facility = _chooser(tr("Facility"))
        self.kind = _chooser(tr("Type"))
        _fill(self.kind, sorted((label_of(kind), id) for id, kind in catalogue.care().types.items()))
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name"))
        self.role = QLineEdit()
        self.role.setAccessibleName(tr("Role"))
        self.role.setPlaceholderText(tr("such as närsjukhus; may be left blank"))
        self.east, self.north = _metres(tr("East (m, SWEREF 99 TM)")), _metres(tr("North (m, SWEREF 99 TM)"))
        self.button = QPushButton()
        self.button.clicked.connect(self.wanted)
        self._layout = QFormLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._layout.addRow(self.hint)
        self._rows = {
            self.facility: (tr("Facility"), (MOVE, CLOSE, CHANGE_ROLE)),
            self.kind: (tr("Type"), (OPEN, CHANGE_ROLE)),
            self.name: (tr("Name"), (OPEN,)),
            self.role: (tr("Role"), (CHANGE_ROLE,)),
            self.east: (tr("East (m)"), (OPEN, MOVE)),
            self.north: (tr("North (m)"), (OPEN, MOVE)),
        }
        for field, (label, _) in self._rows.items():
            self._layout.addRow(label, field)
        self._layout.addRow(self.button)

    def begin(self, action: str) -> None:
        self.action = action
        hint, button = texts_of(action)
        self.hint.setText(hint)
        self.button.setText(button)
        for field, (_, actions) in self._rows.items():
            for part in (field, self._layout.labelForField(field)):
                part.setVisible(action in actions)

    def show_facilities(self, named: list[tuple[str, str]]) -> None:
        """(name, id) of the facilities that can be chosen; the choice stays where it can, or is made as it was asked for."""
        chosen = self.facility_id or self._wished
        _fill(self.facility, named)
        self.choose(chosen)

    def choose(self, facility: str) -> None:
        """Choose it, now or as soon as the list has it."""
        self._wished = facility
        self.facility.setCurrentIndex(self.facility.findData(facility))

    def choose_kind(self, kind: str) -> None:
        self.kind.setCurrentIndex(self.kind.findData(kind))

    @property
    def facility_id(self) -> str:
        return _chosen(self.facility)

    @property
    def kind_id(self) -> str:
        return _chosen(self.kind)

    @property
    def place(self) -> tuple[float, float]:
        return self.east.value(), self.north.value()

    def show_place(self, x: float, y: float) -> None:
        self.east.setValue(x)
        self.north.setValue(y)


def _chosen(combo: QComboBox) -> str:
    """The id of what is written, where it is one of the names."""
    at = combo.currentIndex() if combo.currentText() == combo.itemText(combo.currentIndex()) else -1
    return (combo.itemData(at if at >= 0 else combo.findText(combo.currentText())) or "") if combo.count() else ""


def _chooser(name: str) -> QComboBox:
    """A list that is searched by any part of a name."""
    combo = QComboBox()
    combo.setEditable(True)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    combo.setAccessibleName(name)
    combo.setMinimumContentsLength(10)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setModel(QStandardItemModel(combo))
    completer = QCompleter(combo.model(), combo)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    combo.setCompleter(completer)
    return combo


def _fill(combo: QComboBox, named: list[tuple[str, str]]) -> None:
    model = combo.model()
    model.clear()
    for name, id in named:
        item = QStandardItem(name)
        item.setData(id, _IdRole)
        model.appendRow(item)
    combo.setCurrentIndex(-1)


def _metres(name: str) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setRange(0, 10_000_000)
    box.setSpecialValueText("–")  # at 0: no place yet
    box.setDecimals(0)
    box.setSingleStep(100)
    box.setAccessibleName(name)
    return box
