"""QGIS in Swedish inside this Python, without a window or the user's settings, with this checkout's tools."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QLocale


@contextmanager
def qgis_session() -> Iterator[None]:
    """Start QGIS, and leave no layer behind when it ends."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as profile:
        QLocale.setDefault(QLocale("sv_SE"))
        application = QgsApplication([], False, profile)
        application.initQgis()
        # The tools' words, in tables and pictures, are those that a Swedish user reads.
        application.setTranslation("sv")
        _load_processing()
        from narvard_plugin.plugin import NarvardPlugin

        plugin = NarvardPlugin(None)
        plugin.initProcessing()
        try:
            yield
        finally:
            QgsProject.instance().clear()
            plugin.unload()
            application.exitQgis()


def _load_processing() -> None:
    """QGIS's own tools beside ours: some questions are asked to them."""
    sys.path.append(str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing
    from qgis.analysis import QgsNativeAlgorithms

    Processing.initialize()
    if QgsApplication.processingRegistry().providerById("native") is None:
        QgsApplication.processingRegistry().addProvider(QgsNativeAlgorithms())
