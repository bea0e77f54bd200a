"""Runs inside QGIS: uses the dock with the mouse and the keys, takes a picture at every step, and tells what it saw."""

import json
import os
import traceback

import qgis.utils
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDockWidget
from qgis.utils import iface

TOLD = json.loads(os.environ["NARVARD_TOLD"])
SAW = {"steps": []}


def picture(name):
    SAW["steps"].append(name)
    iface.mainWindow().grab().save(os.path.join(TOLD["pictures"], f"{TOLD['name']}_{len(SAW['steps'])}_{name}.png"))


def wait_for(condition, seconds=30):
    for _ in range(seconds * 20):
        if condition():
            return
        QTest.qWait(50)
    raise TimeoutError(f"{condition.__code__.co_names} did not come true")


def layers():
    """Features of each of the dock's own layers; its pages may have others."""
    nodes = QgsProject.instance().layerTreeRoot().findLayers()
    own = {node.layer().customProperty("narvard/dock_key"): node.layer() for node in nodes}
    return {key: sum(1 for _ in layer.getFeatures()) for key, layer in own.items() if key}


def place_of(page, key):
    node = page.model.node_of(key)
    branch = node.parent
    while branch is not page.model.top:
        page.tree.expand(page._place(branch))
        branch = branch.parent
    place = page._place(node)
    page.tree.scrollTo(place)
    QTest.qWait(100)
    return place


def check(page, key):
    """A click on the checkbox, which stands at the left of the row's own rectangle."""
    rect = page.tree.visualRect(place_of(page, key))
    middle = QPoint(rect.left() + rect.height() // 2, rect.center().y())
    QTest.mouseClick(page.tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)


def use_dock():
    window = iface.mainWindow()
    window.resize(1580, 960)
    for other in window.findChildren(QDockWidget):
        if other.objectName() in ("Browser", "Browser2"):
            other.hide()
    dock = qgis.utils.plugins["narvard_plugin"].dock
    SAW["visible"], SAW["area"] = dock.isVisible(), int(window.dockWidgetArea(dock))
    SAW["pages"] = [dock.pages.tabText(n) for n in range(dock.pages.count())]
    window.resizeDocks([dock], [430], Qt.Orientation.Horizontal)
    QTest.qWait(300)
    picture("empty")
    dock.session.choose(workspace=TOLD["workspace"], network=TOLD["network"])
    QTest.qWait(30)
    picture("reading")
    wait_for(lambda: dock.session.snapshot is not None)
    page = dock.map_page
    dock.pages.setCurrentWidget(page)
    QTest.qWait(300)
    picture("tree")
    SAW["found"] = page.found.text()
    check(page, "statistics/2025/9/socioeconomic_index")
    check(page, "care/vardcentral")
    QTest.qWait(1200)
    iface.layerTreeView().expandAll()
    picture("layers")
    SAW["layers"] = layers()
    QTest.keyClicks(page.filters.search, "hagbos")
    wait_for(lambda: page.found.text().startswith("1 "))
    rect = page.tree.visualRect(place_of(page, "facility/99-vardcentral-026"))
    QTest.mouseClick(page.tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, rect.center())
    QTest.keyClick(page.tree, Qt.Key.Key_Return)  # zooms to it
    QTest.qWait(1200)
    picture("facility")
    SAW["card"], SAW["scale"] = page.card.toPlainText(), iface.mapCanvas().scale()
    QTest.mouseClick(page.filters.clear, Qt.MouseButton.LeftButton)
    dock.session.choose(horizon="2030", neighbours=True)
    QTest.qWait(300)
    page.below.setCurrentWidget(page.lacks)
    picture("missing")
    SAW["later"] = layers()
    for number in range(dock.pages.count()):
        dock.pages.setCurrentIndex(number)
        QTest.qWait(700)
        picture(f"page_{number}")
    dock.pages.setCurrentWidget(page)
    check(page, "care/vardcentral")
    check(page, "statistics/2025/9/socioeconomic_index")
    QTest.qWait(200)
    SAW["left"] = layers()
    qgis.utils.unloadPlugin("narvard_plugin")
    QTest.qWait(300)
    SAW["after_unload"] = [
        one.objectName() for one in window.findChildren(QDockWidget) if one.objectName() == "NarvardDock"
    ]


def begin():
    try:
        use_dock()
    except Exception:
        SAW["error"] = traceback.format_exc()
        picture("error")
    with open(TOLD["answer"], "w", encoding="utf8") as file:
        json.dump(SAW, file)
    os._exit(0)  # an ordinary end would ask about the unsaved project


QTimer.singleShot(1000, begin)
