"""QGIS inside this Python, without a window and with neither plugins nor the user's settings."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QLocale


@contextmanager
def qgis_session() -> Iterator[None]:
    """Start QGIS, or borrow the one that already runs, and leave no layer behind."""
    if QgsApplication.instance() is not None:
        yield
        QgsProject.instance().clear()
        return
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as profile:
        QLocale.setDefault(QLocale("sv_SE"))
        application = QgsApplication([], False, profile)
        application.initQgis()
        try:
            yield
        finally:
            QgsProject.instance().clear()
            application.exitQgis()
