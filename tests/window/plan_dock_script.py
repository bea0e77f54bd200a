"""Runs inside QGIS: takes a planremiss from the list to the draft by mouse and keys, with a picture at every step."""

import json
import os
import traceback
from datetime import date

import qgis.utils
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDockWidget
from qgis.utils import iface

TOLD = json.loads(os.environ["NARVARD_TOLD"])
SAW = {"steps": []}


def picture(name):
    QTest.qWait(500)
    SAW["steps"].append(name)
    iface.mainWindow().grab().save(os.path.join(TOLD["pictures"], f"{TOLD['name']}_{len(SAW['steps'])}_{name}.png"))


def wait_for(condition, seconds=40):
    for _ in range(seconds * 20):
        if condition():
            return
        QTest.qWait(50)
    raise TimeoutError(f"{condition.__code__.co_names} did not come true")


def click(table, place):
    table.scrollTo(place)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(place).center())


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def settled(dock):
    wait_for(lambda: not dock.state.busy and dock.state.dossier is not None)
    QTest.qWait(100)


def open_dock():
    window = iface.mainWindow()
    window.resize(1580, 960)
    for other in window.findChildren(QDockWidget):
        if other.objectName() in ("Browser", "Browser2", "Layers"):
            other.hide()
    plugin = qgis.utils.plugins["narvard_plugin"]
    dock = plugin.plan_dock
    SAW["hidden_at_first"] = dock.isHidden()
    dock.state.today = lambda: date(2026, 6, 15)
    for name, colour in (("areas", "#eef1ea"), ("roads", "#a0a0a0")):
        layer = QgsVectorLayer(f"{TOLD['county']}|layername={name}", name, "ogr")
        layer.renderer().symbol().setColor(QColor(colour))
        QgsProject.instance().addMapLayer(layer)
    plugin.dock.session.choose(workspace=TOLD["workspace"], network=TOLD["network"], review_layers=TOLD["layers"])
    press(plugin.dock.head.plans)  # from the panel
    wait_for(lambda: dock.state.overview is not None)
    window.resizeDocks([dock], [TOLD["width"]], Qt.Orientation.Horizontal)
    SAW["visible"], SAW["area"] = dock.isVisible(), int(window.dockWidgetArea(dock))
    SAW["pages"] = [dock.pages.tabText(at) for at in range(dock.pages.count())]
    return dock


def use_dock():
    dock = open_dock()
    state = dock.state
    picture("cases")
    row = next(row for row in state.overview.rows if (row.plan_id, row.stage) == ("EX-P001", "granskning"))
    click(dock.cases.table, dock.cases.filter.place_of((row.plan_id, row.referral_id)))
    settled(dock)
    picture("chosen")
    dock.show_page(dock.checks)
    press(dock.checks.every)
    wait_for(lambda: dock.checks._run is None and bool(state.dossier and state.dossier.checks))
    settled(dock)
    iface.messageBar().clearWidgets()
    shown = next(rule for rule, check in state.dossier.checks.items()
                 if check["verdict"] == "brist" and any(one.wkb for one in state.dossier.proofs.get(rule, ())))  # fmt: skip
    dock.checks.choose_rule(shown)
    at = next(at for at, line in enumerate(dock.checks.proofs.lines) if line.key.wkb)
    click(dock.checks.proof_table, dock.checks.proofs.index(at, 0))
    picture("evidence")
    SAW["scale"] = iface.mapCanvas().scale()
    press(dock.checks.actions.change)
    picture("override")
    for rule in [rule for rule, check in state.dossier.checks.items() if check["verdict"] in ("brist", "anmarkning")]:
        dock.checks.choose_rule(rule)
        press(dock.checks.actions.confirm)
        settled(dock)
    dock.show_page(dock.parts)
    dock.parts.choose_part("fast")
    picture("parts")
    dock.show_page(dock.statement)
    press(dock.statement.remarks.propose)
    settled(dock)
    iface.messageBar().clearWidgets()
    picture("remarks")
    SAW["remarks"] = dock.statement.remarks.list.count()
    for at, name in ((1, "decision"), (2, "preview"), (3, "stages")):
        dock.statement.views.setCurrentIndex(at)
        picture(name)
    dock.show_page(dock.history)
    picture("history")
    dock.reader.setChecked(True)
    dock.show_page(dock.reading)
    picture("reader")
    SAW["reader_pages"] = dock.pages.count()
    dock.reader.setChecked(False)
    qgis.utils.unloadPlugin("narvard_plugin")
    QTest.qWait(300)
    docks = iface.mainWindow().findChildren(QDockWidget)
    SAW["after_unload"] = [one.objectName() for one in docks if one.objectName().startswith("Narvard")]


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
