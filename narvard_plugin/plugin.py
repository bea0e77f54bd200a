"""The plugin as QGIS loads it: translator and provider, or one sentence on what is missing."""

from importlib.util import find_spec

from qgis.core import Qgis, QgsApplication, QgsMessageLog
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from .i18n import tr
from .paths import bundled

NEEDED = ("numpy", "scipy", "pandas")


class NarvardPlugin:
    def __init__(self, window):
        self.iface = window  # None where QGIS runs without a window
        self.provider = None
        self.translator = None

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

    def unload(self):
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        if self.translator is not None:
            QCoreApplication.removeTranslator(self.translator)
            self.translator = None

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
