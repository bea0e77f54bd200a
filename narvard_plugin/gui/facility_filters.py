"""The search field and the filters over the dock's tree: huvudman, driftsform and service, each with its numbers."""

from __future__ import annotations

from qgis.gui import QgsCheckableComboBox, QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QToolButton, QWidget

from .. import catalogue
from ..adapters.facility_index import DRIFTSFORM, HUVUDMAN, SERVICE, UNKNOWN, Wanted
from ..i18n import tr
from .plain_text import tip
from .tree_nodes import swedish
from .vocabulary import driftsform_label, huvudman_label, service_label

#: Milliseconds after the last key before the search is made: a word is typed, not each of its letters.
PAUSE = 120


class FacilityFilters(QWidget):
    """``changed`` when something else is asked for."""

    changed = pyqtSignal()

    search: QgsFilterLineEdit
    clear: QToolButton
    combos: dict[str, QgsCheckableComboBox]

    def __init__(self, parent=None):
        super().__init__(parent)
        self.search = QgsFilterLineEdit()
        self.search.setShowSearchIcon(True)
        self.search.setPlaceholderText(tr("Search name, type, municipality or service"))
        self.search.setAccessibleName(tr("Search"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.changed)
        self.search.textChanged.connect(lambda: self._pause.start())
        self.combos = {name: _combo(label) for name, label in _labels().items()}
        self._chosen = self._choices()
        self._soon = QTimer(self)  # after the click: the list that is clicked in may not change under it
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._look)
        for combo in self.combos.values():
            combo.model().dataChanged.connect(lambda *_: self._soon.start())
        self.clear = QToolButton()
        self.clear.setText(tr("Clear"))
        self.clear.setToolTip(tr("Show everything again"))
        self.clear.clicked.connect(self.reset)
        self._arrange()
        self._offer_clear()

    def apply_to(self, wanted: Wanted) -> Wanted:
        """``wanted`` narrowed by what is typed and checked."""
        return wanted._replace(words=self.search.text(), **self._choices())

    def reset(self) -> None:
        for combo in self.combos.values():
            combo.deselectAllOptions()
        self.search.clear()
        self._pause.stop()
        self._chosen = self._choices()
        self._filtered()

    def show_numbers(self, facets: dict[str, dict[str, int]]) -> None:
        """Offer the values there are, with how many facilities each would give; what is checked stays, at 0 too."""
        for name, combo in self.combos.items():
            checked = set(combo.checkedItemsData())
            numbers = {**dict.fromkeys(checked, 0), **facets[name]}
            rows = [(f"{_word(name, code)} ({numbers[code]})", code) for code in _ordered(name, numbers)]
            if [combo.itemData(row) for row in range(combo.count())] == [code for _, code in rows]:
                for row, (text, _) in enumerate(rows):
                    combo.setItemText(row, text)
            else:
                combo.clear()
                for text, code in rows:
                    state = Qt.CheckState.Checked if code in checked else Qt.CheckState.Unchecked
                    combo.addItemWithCheckState(text, state, code)
            _show_checked(combo, name)

    def _choices(self) -> dict[str, frozenset]:
        return {name: frozenset(combo.checkedItemsData()) for name, combo in self.combos.items()}

    def _look(self) -> None:
        """The lists tell of every change of theirs, of new numbers too; only another choice is one."""
        chosen = self._choices()
        if chosen != self._chosen:
            self._chosen = chosen
            self._filtered()

    def _filtered(self) -> None:
        self._offer_clear()
        self.changed.emit()

    def _offer_clear(self) -> None:
        self.clear.setEnabled(bool(self.search.text()) or any(c.checkedItemsData() for c in self.combos.values()))

    def _arrange(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        row.addWidget(self.clear)
        layout.addLayout(row, 0, 0, 1, 3)
        for column, (name, label) in enumerate(_labels().items()):
            heading = QLabel(label)
            heading.setBuddy(self.combos[name])
            layout.addWidget(heading, 1, column)
            layout.addWidget(self.combos[name], 2, column)
            layout.setColumnStretch(column, 1)
        self.search.textChanged.connect(lambda: self._offer_clear())
        before = self.search
        for widget in (self.clear, *self.combos.values()):
            self.setTabOrder(before, widget)
            before = widget


def _labels() -> dict[str, str]:
    return {HUVUDMAN: tr("H&uvudman"), DRIFTSFORM: tr("Dri&ftsform"), SERVICE: tr("Serv&ice")}


def _combo(label: str) -> QgsCheckableComboBox:
    combo = QgsCheckableComboBox()
    combo.setDefaultText(tr("All"))
    combo.setAccessibleName(label.replace("&", ""))
    combo.setSizeAdjustPolicy(combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(1)
    return combo


def _show_checked(combo: QgsCheckableComboBox, name: str) -> None:
    """The words of what is checked, without the numbers."""
    chosen = ", ".join(_word(name, code) for code in combo.checkedItemsData())
    combo.setToolTip(tip(chosen) or tr("All"))


def _word(name: str, code: str) -> str:
    return {HUVUDMAN: huvudman_label, DRIFTSFORM: driftsform_label, SERVICE: service_label}[name](code)


def _ordered(name: str, codes) -> list[str]:
    """In the catalogue's order, services by their words; what is not known last."""
    operators = catalogue.operators()
    order = {HUVUDMAN: list(operators.huvudman), DRIFTSFORM: list(operators.driftsform), SERVICE: []}[name]
    return sorted(
        codes, key=lambda c: (c == UNKNOWN, order.index(c) if c in order else len(order), swedish(_word(name, c)))
    )
