"""The Närvård group of the Processing Toolbox."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .algorithms import ALGORITHMS
from .algorithms.ready_models import ready_models
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
        # Models name the tools above, and find them only once the provider itself is registered: see add_provider.
        if QgsApplication.processingRegistry().providerById(self.id()) is not None:
            for model in ready_models():
                self.addAlgorithm(model)


def add_provider() -> NarvardProvider | None:
    """Register the tools, then the models made of them; None where QGIS refuses (and deletes) the provider."""
    provider = NarvardProvider()
    if not QgsApplication.processingRegistry().addProvider(provider):
        return None
    provider.refreshAlgorithms()
    return provider
