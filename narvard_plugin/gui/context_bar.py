"""The head of the dock: which workspace, which region with or without its neighbours, and which year."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProviderRegistry
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from .. import catalogue
from ..i18n import tr
from .icons import icon
from .plain_text import caption, tip
from .session import HORIZONS, NOW, Session
from .vocabulary import SAMPLE, region_label


class ContextBar(QWidget):
    """Every choice goes straight to the session, which remembers it."""

    create_asked = pyqtSignal()
    sample_asked = pyqtSignal()
    reload_asked = pyqtSignal()
    plans_asked = pyqtSignal()

    workspace: QToolButton
    region: QComboBox
    neighbours: QCheckBox
    horizon: QComboBox

    def __init__(self, session: Session, parent=None):
        super().__init__(parent)
        self._session = session
        self._make_workspace()
        self.plans = QToolButton()
        self.plans.setIcon(icon("planremiss"))
        self.plans.setToolTip(tr("Open the panel for planremisser"))
        self.plans.setAccessibleName(tr("Open the panel for planremisser"))
        self.plans.clicked.connect(self.plans_asked)
        self.region, self.horizon = QComboBox(), QComboBox()
        self.neighbours = QCheckBox(tr("&Neighbours"))
        self.neighbours.setToolTip(tr("Show the facilities of the neighbouring regions, too"))
        for combo in (self.region, self.horizon):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.region.setMinimumContentsLength(8)
        self.horizon.setMinimumContentsLength(4)
        for word in HORIZONS:
            self.horizon.addItem(tr("Now") if word == NOW else word, word)
        self.horizon.setToolTip(tr("Facilities and services as they stand that year, by the years in the register"))
        self._arrange()
        self.region.activated.connect(lambda: session.choose(region=self.region.currentData()))
        self.neighbours.toggled.connect(lambda on: session.choose(neighbours=on))
        self.horizon.activated.connect(lambda: session.choose(horizon=self.horizon.currentData()))
        session.changed.connect(self.refresh)
        session.snapshot_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what the session holds."""
        chosen = self._session.settings
        name = Path(chosen.workspace).name if chosen.workspace else tr("No workspace")
        self.workspace.setText(caption(name))
        self.workspace.setToolTip(tip(chosen.workspace) or tr("Open or create a workspace"))
        for choice in (self.region, self.neighbours, self.horizon):
            choice.setEnabled(bool(chosen.workspace))
        self._fill_regions()
        self.region.setCurrentIndex(self.region.findData(self._session.region))
        self.neighbours.blockSignals(True)
        self.neighbours.setChecked(chosen.neighbours)
        self.neighbours.blockSignals(False)
        self.horizon.setCurrentIndex(max(0, self.horizon.findData(chosen.horizon)))

    def open_file(self) -> None:
        start = self._session.settings.workspace or str(Path.home())
        path, _ = QFileDialog.getOpenFileName(self, tr("Open workspace"), start, tr("Workspaces (*.gpkg)"))
        if path:
            self._session.choose(workspace=path)

    def _fill_regions(self) -> None:
        codes = [region.code for region in sorted(catalogue.regions().regions.values(), key=lambda one: one.short_name)]
        snapshot = self._session.snapshot
        if snapshot is not None and snapshot.region not in codes:
            codes = [snapshot.region, *codes]
        elif self._session.region == SAMPLE and SAMPLE not in codes:
            codes = [SAMPLE, *codes]
        if [self.region.itemData(row) for row in range(self.region.count())] != codes:
            self.region.clear()
            for code in codes:
                self.region.addItem(region_label(code), code)

    def _make_workspace(self) -> None:
        self.workspace = QToolButton()
        self.workspace.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.workspace.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.workspace.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.workspace.setAccessibleName(tr("Workspace"))
        menu = QMenu(self.workspace)
        menu.addAction(tr("&Open a file…"), self.open_file)
        stored = menu.addMenu(tr("Stored &PostgreSQL connection"))
        stored.aboutToShow.connect(lambda: self._list_connections(stored))
        menu.addAction(tr("&Create workspace…"), self.create_asked.emit)
        menu.addAction(tr("Try with the &sample county"), self.sample_asked.emit)
        menu.addSeparator()
        self.again = menu.addAction(tr("&Read again"), self.reload_asked.emit)
        self.again.setShortcut("F5")
        self.again.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.workspace.setMenu(menu)

    def _list_connections(self, menu: QMenu) -> None:
        menu.clear()
        provider = QgsProviderRegistry.instance().providerMetadata("postgres")
        names = sorted(provider.connections()) if provider is not None else []
        for name in names:
            menu.addAction(caption(name), lambda chosen=name: self._session.choose(workspace=chosen))
        if not names:
            menu.addAction(tr("None is stored: make one in the Browser")).setEnabled(False)

    def _arrange(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        labels = QLabel(tr("Wor&kspace")), QLabel(tr("Re&gion")), QLabel(tr("Hori&zon"))
        for label, buddy in zip(labels, (self.workspace, self.region, self.horizon)):
            label.setBuddy(buddy)
            buddy.setAccessibleName(label.text().replace("&", ""))
        layout.addWidget(labels[0], 0, 0)
        layout.addWidget(self.workspace, 0, 1, 1, 2)
        layout.addWidget(self.plans, 0, 3)
        layout.addWidget(labels[1], 1, 0)
        layout.addWidget(self.region, 1, 1, 1, 3)
        layout.addWidget(labels[2], 2, 0)
        row = QHBoxLayout()
        row.addWidget(self.horizon, 1)
        row.addWidget(self.neighbours)
        layout.addLayout(row, 2, 1, 1, 3)
        layout.setColumnStretch(1, 1)
        self.setTabOrder(self.workspace, self.plans)
        self.setTabOrder(self.plans, self.region)
        self.setTabOrder(self.region, self.horizon)
        self.setTabOrder(self.horizon, self.neighbours)
