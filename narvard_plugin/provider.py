"""The Närvård group of the Processing Toolbox."""

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .algorithms import ALGORITHMS
from .paths import bundled


class NarvardProvider(QgsProcessingProvider):
    def id(self):
        return "narvard"

    def name(self):
        return "Närvård"

    def icon(self):
        return QIcon(self.svgIconPath())

    def svgIconPath(self):
        return str(bundled("resources", "icons", "narvard.svg"))

    def loadAlgorithms(self):
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
