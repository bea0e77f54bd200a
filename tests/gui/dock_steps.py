"""What the tests of the dock share: a dock over the sample county's workspace, and what a hand does in it."""

import os
import shutil

import pytest
from qgis.core import QgsProject, QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QStyle,
    QStyleOptionViewItem,
)

from narvard_plugin.gui.dock import NarvardDock
from narvard_plugin.sources.client import Client
from tests.gui.pages_conftest import with_less
from tests.qgis.conftest import county, drop_results, provider  # noqa: F401

HAGBO = "99-vardcentral-026"
CENTRES = "care/vardcentral"
INDEX = "statistics/2025/9/socioeconomic_index"


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    """Between two tries a source is given a second and more; the local one needs none."""
    monkeypatch.setitem(Client.__init__.__kwdefaults__, "pause", 0.01)


@pytest.fixture(autouse=True)
def fresh_choices(monkeypatch):
    for name in [name for name in os.environ if name.startswith("NARVARD_")]:
        monkeypatch.delenv(name)
    QgsSettings().remove("narvard")
    QgsProject.instance().clear()
    yield
    QgsProject.instance().clear()
    QgsSettings().remove("narvard")


@pytest.fixture
def workspace(county, tmp_path, tmp_path_factory):  # noqa: F811
    """The county's register with the statistics of one year, which is read in half the time that all ten take."""
    made = tmp_path_factory.getbasetemp() / "last year.gpkg"
    with_less(county.workspace, made, "vintage <> '2025' OR year <> 2024")
    return shutil.copy(made, tmp_path / "arbetsyta.gpkg")


@pytest.fixture
def dock(qgis_iface, qtbot):
    dock = NarvardDock(qgis_iface)
    qtbot.addWidget(dock)
    dock.resize(460, 900)
    dock.show()
    yield dock
    dock.stop()


@pytest.fixture
def opened(dock, workspace, qtbot):
    """The dock with the sample county in it, and its map in front."""
    opens(dock, workspace, qtbot)
    dock.pages.setCurrentWidget(dock.map_page)
    return dock


def opens(dock, workspace, qtbot):
    with qtbot.waitSignal(dock.session.snapshot_changed, timeout=60_000):
        dock.session.choose(workspace=str(workspace))
    qtbot.waitUntil(lambda: not dock.reader.busy, timeout=60_000)
    assert dock.session.snapshot.workspace == str(workspace), dock.state.text.text()


def shown(page, key):
    """The row's place in the tree as the user sees it, opened and scrolled to."""
    node = page.model.node_of(key)
    while node.parent is not page.model.top:
        node = node.parent
        page.tree.expand(page._place(node))
    place = page._place(page.model.node_of(key))
    page.tree.scrollTo(place)
    return place


def check_box(page, key):
    """Where the row's checkbox is drawn."""
    place = shown(page, key)
    option = QStyleOptionViewItem()
    option.initFrom(page.tree)
    option.rect = page.tree.visualRect(place)
    option.features = QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    rect = page.tree.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, page.tree)
    return rect.center()


def click(page, key, qtbot):
    qtbot.mouseClick(page.tree.viewport(), Qt.MouseButton.LeftButton, pos=check_box(page, key))


def checked(page, key):
    return page._place(page.model.node_of(key)).data(Qt.ItemDataRole.CheckStateRole)


def layers():
    """Name of each layer in the layer tree to its ids of facilities or areas."""
    found = {}
    for node in QgsProject.instance().layerTreeRoot().findLayers():
        names = node.layer().fields().names()
        column = "facility_id" if "facility_id" in names else "area_code"
        found[node.layer().name()] = {feature[column] for feature in node.layer().getFeatures()}
    return found


def typed(dock, text, qtbot):
    qtbot.keyClicks(dock.map_page.filters.search, text)
    qtbot.wait(250)  # longer than the pause after the last key


def press(dock, text, qtbot):
    """A button of the page that stands where there is nothing to show."""
    qtbot.mouseClick(next(one for one in dock.state.buttons if one.text().startswith(text)), Qt.MouseButton.LeftButton)
