"""The plugin as QGIS loads it: translator, provider and dock, or one sentence on what is missing."""

from importlib.util import find_spec

from qgis.core import Qgis, QgsApplication, QgsMessageLog
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
        self.action = None

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

        self.dock = NarvardDock(self.iface, self.iface.mainWindow())
        self.action = QAction(
            QIcon(str(bundled("resources", "icons", "narvard.svg"))), "Närvård", self.iface.mainWindow()
        )
        self.action.setObjectName("NarvardAction")
        self.action.setToolTip(tr("Show or hide the panel Närvård"))
        self.dock.setToggleVisibilityAction(self.action)
        self.iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.iface.addPluginToMenu("Närvård", self.action)
        self.iface.addToolBarIcon(self.action)

    def _remove_dock(self):
        if self.dock is None:
            return
        self.dock.stop()
        self.iface.removePluginMenu("Närvård", self.action)
        self.iface.removeToolBarIcon(self.action)
        self.iface.removeDockWidget(self.dock)
        for gone in (self.action, self.dock):
            gone.deleteLater()
        self.dock = self.action = None

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
