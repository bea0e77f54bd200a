"""What every Närvård algorithm shares."""

from __future__ import annotations

from qgis.core import QgsProcessingAlgorithm, QgsProcessingException
from qgis.PyQt.QtGui import QIcon

from ..adapters.tables import Cancelled
from ..i18n import tr
from ..paths import bundled


class NarvardAlgorithm(QgsProcessingAlgorithm):
    """One tool in the Processing Toolbox.

    A subclass sets ``ID`` (never changes: models store it), ``GROUP`` and ``TAGS``, and overrides ``displayName``,
    ``shortHelpString``, ``initAlgorithm`` and ``run``. ``run`` raises ``ValueError`` (from core) or
    ``QgsProcessingException`` with a sentence, and ``Cancelled`` when the user stops it.
    """

    ID: str
    GROUP: str
    TAGS: tuple[str, ...] = ()

    def name(self):
        return self.ID

    def groupId(self):
        return self.GROUP

    def group(self):
        return group_name(self.GROUP)

    def tags(self):
        return list(self.TAGS)

    def icon(self):
        own = bundled("resources", "icons", f"{self.ID}.svg")
        return QIcon(str(own if own.is_file() else bundled("resources", "icons", "narvard.svg")))

    def svgIconPath(self):
        own = bundled("resources", "icons", f"{self.ID}.svg")
        return str(own if own.is_file() else bundled("resources", "icons", "narvard.svg"))

    def createInstance(self):
        return type(self)()

    def processAlgorithm(self, parameters, context, feedback):
        try:
            return self.run(parameters, context, feedback)
        except Cancelled:
            feedback.pushInfo(tr("Cancelled; nothing was written."))
            return {}
        except ValueError as error:
            raise QgsProcessingException(str(error)) from error

    def source(self, parameters, name, context):
        """The feature source of a parameter, or the error that QGIS words for it."""
        source = self.parameterAsSource(parameters, name, context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, name))
        return source


def group_name(group):
    """Every text stands as a literal inside tr(), so that the strings can be collected."""
    return {
        "data": tr("1 Data and network"),
        "deso": tr("2 Health's geography"),
        "access": tr("3 Care's geography: access and catchments"),
        "scenarios": tr("4 Scenarios and siting"),
        "plans": tr("5 Detail plans"),
        "report": tr("6 Reports"),
    }[group]
