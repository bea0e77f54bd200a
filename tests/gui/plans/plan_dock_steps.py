"""What the tests of the plan dock share: a dock over the sample county's register, and what hands do in it."""

import os
import shutil
from datetime import date

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsSettings
from qgis.PyQt.QtCore import QEvent, QSize, Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from narvard_plugin.gui.plans.plan_dock import PlanDock
from narvard_plugin.gui.session import Session
from tests.qgis.conftest import county, drop_results, provider  # noqa: F401

#: The twin that came late, in granskning; the day is three days after it came.
EKBACKEN, TODAY = "EX-P001", date(2026, 6, 15)


@pytest.fixture(autouse=True)
def fresh_choices(monkeypatch):
    for name in [name for name in os.environ if name.startswith("NARVARD_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("NARVARD_WHO", "Plan Planerare")
    QgsSettings().remove("narvard")
    QgsProject.instance().clear()
    yield
    QgsProject.instance().clear()
    QgsSettings().remove("narvard")


@pytest.fixture
def workspace(county, tmp_path):  # noqa: F811
    return shutil.copy(county.workspace, tmp_path / "arbetsyta.gpkg")


@pytest.fixture
def dock(workspace, county, qgis_iface, qgis_canvas, qtbot):  # noqa: F811
    qgis_canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3006"))
    qgis_canvas.resize(QSize(400, 400))
    session = Session()
    session.choose(
        workspace=str(workspace),
        region="99",
        network=county.network,
        review_layers=str(county.folder / "planunderlag" / "granskningslager.json"),
    )
    dock = PlanDock(session, qgis_iface)
    dock.state.today = lambda: TODAY
    qtbot.addWidget(dock)
    dock.resize(430, 900)
    dock.show()
    qtbot.waitUntil(lambda: dock.state.overview is not None or dock.notice.kind == "error", timeout=90_000)
    assert dock.state.overview, dock.notice.text.text()
    yield dock
    dock.stop()


def referral_of(dock, plan_id, stage="granskning"):
    return next(row.referral_id for row in dock.state.overview.rows if (row.plan_id, row.stage) == (plan_id, stage))


def take_up(dock, qtbot, plan_id=EKBACKEN, stage="granskning"):
    """Click the planremiss in the list of cases."""
    referral_id = referral_of(dock, plan_id, stage)
    row = dock.state.row_of(referral_id)
    place = dock.cases.filter.place_of((row.plan_id, referral_id))
    with qtbot.waitSignal(dock.state.dossier_changed, timeout=90_000):
        click_row(dock.cases.table, place)
    settled(dock, qtbot)
    return referral_id


def click_row(table, place):
    table.scrollTo(place)
    rect = table.visualRect(place)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, rect.center())


def press(button):
    QApplication.processEvents()  # until it stands where it is drawn
    assert button.isVisible() and button.isEnabled(), button.text()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def settled(dock, qtbot):
    """Everything that was asked for is stored and read again."""
    state = dock.state
    qtbot.waitUntil(lambda: not state.busy and not state._reading.busy and state.dossier is not None, timeout=90_000)


def stored(dock, qtbot, button):
    """Press a button that changes the register, and wait until that has been read again; what was told of it."""
    told = []
    dock.state.changed.connect(told.append)
    press(button)
    settled(dock, qtbot)
    dock.state.changed.disconnect(told.append)
    assert dock.notice.isHidden(), dock.notice.text.text()
    return told


def write(field, text):
    """Type over what stands in a field; QTest's own keys know no å, ä and ö."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def choose(combo, data):
    combo.setCurrentIndex(combo.findData(data))
