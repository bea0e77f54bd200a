"""What the tests of the pages share: a sample workspace of one's own, and a session that knows it."""

import shutil
import sqlite3
from contextlib import closing
from functools import cache

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsSettings

from narvard_plugin.gui.session import Session
from tests.qgis.conftest import county, drop_results, provider  # noqa: F401


@cache
def with_less(workspace, made, left_out):
    """``made``, a copy of ``workspace`` without the statistics ``left_out``: most of the time of reading goes to them."""
    shutil.copy(workspace, made)
    with closing(sqlite3.connect(made)) as connection, connection:
        connection.execute(f"DELETE FROM statistics WHERE {left_out}")
    return made


@pytest.fixture
def workspace(county, tmp_path, tmp_path_factory):  # noqa: F811
    """The county's register with the statistics of the areas that it has now."""
    made = tmp_path_factory.getbasetemp() / "areas of now.gpkg"
    with_less(county.workspace, made, "vintage <> '2025'")
    return shutil.copy(made, tmp_path / "arbetsyta.gpkg")


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
