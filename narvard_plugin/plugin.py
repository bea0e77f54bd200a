"""The plugin as QGIS loads it: translator, provider and dock, or one sentence on what is missing."""

from importlib.util import find_spec

from qgis.core import Qgis, QgsApplication, QgsMessageLog, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, Qt, QTranslator
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from .i18n import tr
from .paths import bundled

NEEDED = ("numpy", "scipy", "pandas")


class NarvardPlugin:
    def __init__(self, window):
        self.iface = window  # None where QGIS runs without a window
        self.provider = None
        self.translator = None
        self.dock = None
        self.plan_dock = None
        self.actions = []

    def initProcessing(self):
        """Register the algorithms; ``qgis_process`` calls this alone, without a window."""
        self._install_translator()
        missing = [name for name in NEEDED if find_spec(name) is None]
        if missing:
            self._say_what_is_missing(missing)
            return
        from .provider import add_provider

        self.provider = add_provider()

    def initGui(self):
        self.initProcessing()
        if self.provider is not None and self.iface is not None:
            self._add_dock()

    def unload(self):
        self._remove_dock()
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        if self.translator is not None:
            QCoreApplication.removeTranslator(self.translator)
            self.translator = None

    def _add_dock(self):
        from .gui.dock import NarvardDock  # only where there is a window
        from .gui.plans.plan_dock import PlanDock

        window = self.iface.mainWindow()
        self.dock = NarvardDock(self.iface, window)
        self.plan_dock = PlanDock(self.dock.session, self.iface, window)
        self._add_action("NarvardAction", "narvard.svg", "Närvård", tr("Show or hide the panel Närvård"), self.dock)
        self._add_action(
            "NarvardPlanAction",
            "planremiss.svg",
            tr("Närvård – planremisser"),
            tr("Show or hide the panel for planremisser"),
            self.plan_dock,
        )
        self.dock.head.plans_asked.connect(lambda: self.plan_dock.setUserVisible(True))
        for dock in (self.dock, self.plan_dock):
            self.iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        self.plan_dock.opened.connect(self._place_plans)
        self.plan_dock.hide()  # until it is asked for, or QGIS remembers that it was open

    def _place_plans(self):
        """The first time the second panel lies behind the first; where a user puts it afterwards it stays."""
        settings = QgsSettings()
        if not settings.value("narvard/plan_dock_placed", False, type=bool):
            settings.setValue("narvard/plan_dock_placed", True)
            self.iface.mainWindow().tabifyDockWidget(self.dock, self.plan_dock)
            self.plan_dock.raise_()

    def _add_action(self, name, picture, title, text, dock):
        """What shows and hides a dock, in the menu and on the tool bar."""
        action = QAction(QIcon(str(bundled("resources", "icons", picture))), title, self.iface.mainWindow())
        action.setObjectName(name)
        action.setToolTip(text)
        dock.setToggleVisibilityAction(action)
        self.iface.addPluginToMenu("Närvård", action)
        self.iface.addToolBarIcon(action)
        self.actions.append(action)

    def _remove_dock(self):
        if self.dock is None:
            return
        for dock in (self.plan_dock, self.dock):
            dock.stop()
            self.iface.removeDockWidget(dock)
            dock.deleteLater()
        for action in self.actions:
            self.iface.removePluginMenu("Närvård", action)
            self.iface.removeToolBarIcon(action)
            action.deleteLater()
        self.dock = self.plan_dock = None
        self.actions = []

    def _install_translator(self):
        language = QgsApplication.instance().translation() or QgsApplication.locale()  # --lang, else the settings
        catalogue = bundled("i18n", f"narvard_{language[:2]}.qm")
        if self.translator is None and catalogue.is_file():
            translator = QTranslator()
            if translator.load(str(catalogue)):
                QCoreApplication.installTranslator(translator)
                self.translator = translator

    def _say_what_is_missing(self, missing):
        text = tr(
            "Närvård needs the Python packages {names}, which this QGIS does not have, so no tools were loaded. "
            "QGIS for Windows (MSI) includes them; on Debian and Ubuntu install {debian}; elsewhere the plugin "
            "qpip can install them."
        ).format(names=", ".join(missing), debian=" ".join(f"python3-{name}" for name in missing))
        QgsMessageLog.logMessage(text, "Närvård", Qgis.MessageLevel.Critical)
        if self.iface is not None:
            self.iface.messageBar().pushMessage("Närvård", text, Qgis.MessageLevel.Critical, 0)
