"""Which scenario is edited, what people travel to, in which year, and along which network."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QSignalBlocker, Qt
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QPushButton, QSpinBox, QWidget

from .. import catalogue
from ..adapters.scenario_edit import Scenario
from ..core.scenarios.live import Known, Wanted
from ..i18n import tr
from .language import label_of
from .plain_text import tip

FIRST_TYPE = "vardcentral"


class ScenarioChoices(QWidget):
    scenario: QComboBox
    wanted: QComboBox
    year: QSpinBox
    network: QgsFileWidget

    def __init__(self, parent=None):
        super().__init__(parent)
        self.scenario, self.wanted, self.year = QComboBox(), QComboBox(), QSpinBox()
        self.scenario.setAccessibleName(tr("Scenario"))
        self.wanted.setAccessibleName(tr("Travel to"))
        for combo in (self.scenario, self.wanted):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(3)
        self.year.setRange(1900, 2200)
        self.year.setAccessibleName(tr("Year"))
        self.new, self.copy = QPushButton(tr("New…")), QPushButton(tr("Copy…"))
        self.network = QgsFileWidget()
        self.network.setFilter(tr("Network files (*.npz)"))
        self.network.setDialogTitle(tr("The network file of Compile road network"))
        self.network.setAccessibleName(tr("Network file"))
        row = QHBoxLayout()
        row.addWidget(self.scenario, 1)
        row.addWidget(self.new)
        row.addWidget(self.copy)
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        layout.addRow(tr("Scenario"), row)
        layout.addRow(tr("Travel to"), self.wanted)
        layout.addRow(tr("Year"), self.year)
        layout.addRow(tr("Network"), self.network)

    @property
    def wish(self) -> Wanted:
        kind, name = self.wanted.currentData() or ("type", FIRST_TYPE)
        return Wanted(service=name) if kind == "service" else Wanted(types=frozenset([name]))

    def show_scenarios(self, scenarios: Sequence[Scenario], chosen: str) -> None:
        with QSignalBlocker(self.scenario):
            self.scenario.clear()
            for one in scenarios:
                self.scenario.addItem(one.name)
                self.scenario.setItemData(self.scenario.count() - 1, tip(one.description), Qt.ItemDataRole.ToolTipRole)
            self.scenario.setCurrentText(chosen)

    def show_network(self, path: str) -> None:
        with QSignalBlocker(self.network):
            self.network.setFilePath(path)

    def suggest(self, wanted) -> None:
        """Travel to what a scenario is about, where the register has it."""
        at = next((i for i in range(self.wanted.count()) if wanted and self.wanted.itemData(i) == wanted), -1)
        if at >= 0:
            with QSignalBlocker(self.wanted):
                self.wanted.setCurrentIndex(at)

    def fill_wanted(self, known: Known) -> None:
        """The types that the register has, then the services that its facilities give; the choice stays where it can."""
        chosen, theme, services = self.wanted.currentData(), catalogue.care(), catalogue.services().services
        types = {kind for kind in known.types if kind}
        named = sorted((label_of(theme.types[kind]) if kind in theme.types else kind, kind) for kind in types)
        given = {service.service for service in known.services}
        offered = sorted((label_of(services[name]) if name in services else name, name) for name in given)
        with QSignalBlocker(self.wanted):
            self.wanted.clear()
            for label, kind in named:
                self.wanted.addItem(label, ("type", kind))
            if offered:
                self.wanted.insertSeparator(self.wanted.count())
            for label, name in offered:
                self.wanted.addItem(label, ("service", name))
            at = next((i for i in range(self.wanted.count()) if chosen and self.wanted.itemData(i) == chosen), -1)
            first = next((i for i, (_, kind) in enumerate(named) if kind == FIRST_TYPE), 0)
            self.wanted.setCurrentIndex(at if at >= 0 else first)
