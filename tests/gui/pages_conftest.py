"""What the tests of the pages share: a sample workspace of one's own, and a session that knows it."""

import shutil

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsSettings

from narvard_plugin.gui.session import Session
from tests.qgis.conftest import county, drop_results, provider  # noqa: F401


@pytest.fixture
def workspace(county, tmp_path):  # noqa: F811
    return shutil.copy(county.workspace, tmp_path / "arbetsyta.gpkg")


@pytest.fixture
def session(workspace, county, monkeypatch):  # noqa: F811
    monkeypatch.setenv("NARVARD_WORKSPACE", str(workspace))
    monkeypatch.setenv("NARVARD_NETWORK", county.network)
    QgsSettings().remove("narvard")
    yield Session()
    QgsSettings().remove("narvard")  # what a test chooses is remembered, too


@pytest.fixture
def canvas(qgis_canvas):
    qgis_canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3006"))
    qgis_canvas.resize(500, 500)
    return qgis_canvas


def choose(combo, data):
    """Choose the entry as a user does; the signal comes although nothing may have changed."""
    at = next(row for row in range(combo.count()) if combo.itemData(row) == data)
    combo.setCurrentIndex(at)
    combo.activated.emit(at)
