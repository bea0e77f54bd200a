"""A running QGIS without a window, with Processing and the plugin's tools in it."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path

from qgis.core import QgsApplication


@contextmanager
def running_qgis():
    """Inside the block ``run`` works."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QgsApplication([], False)
    application.initQgis()
    sys.path.append(str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing
    from qgis.analysis import QgsNativeAlgorithms

    from narvard_plugin.provider import NarvardProvider

    Processing.initialize()
    registry = QgsApplication.processingRegistry()
    if registry.providerById("native") is None:
        registry.addProvider(QgsNativeAlgorithms())
    registry.addProvider(NarvardProvider())
    try:
        yield
    finally:
        application.exitQgis()


def run(algorithm: str, **parameters) -> dict:
    """One run of a tool.

    Geometry is not checked first: QGIS's own network tools would stop at the first odd line. They also crash without a
    project.
    """
    from qgis import processing
    from qgis.core import QgsFeatureRequest, QgsProcessingContext, QgsProcessingFeedback, QgsProject

    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    context.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
    return processing.run(algorithm, parameters, context=context, feedback=QgsProcessingFeedback())
