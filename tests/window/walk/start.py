"""Steps 01–02: the panel's questions, a workspace for a region, and the sample county with one click."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing

import qgis.utils
from qgis.core import QgsProject, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDockWidget
from qgis.utils import iface

from narvard_plugin.gui.tool_dialogs import open_tool

from .care import GROUND
from .hands import (
    TOLD,
    choose_in_menu,
    clear_messages,
    click,
    close,
    fill,
    folder,
    photograph,
    prove,
    run,
    settle,
    tool_dialog,
    wait_for,
)

KALMAR, SAMPLE = "08", "99"


def arrange_window():
    """As large as the screen, with the panels that a planner has: layers to the left, Närvård to the right."""
    window = iface.mainWindow()
    window.showMaximized()
    for other in window.findChildren(QDockWidget):
        if other.objectName() in ("Browser", "Browser2", "ProcessingToolbox", "ProcessingHistory"):
            other.hide()
    dock = qgis.utils.plugins["narvard_plugin"].dock
    dock.show()
    QTest.qWait(500)
    layers = next(one for one in window.findChildren(QDockWidget) if one.objectName() == "Layers")
    window.resizeDocks([layers, dock], [340, 470], Qt.Orientation.Horizontal)
    wait_for(lambda: window.width() > 1500, "the window fills the screen", 60)
    os.chdir(folder())
    QgsSettings().setValue("Processing/Configuration/WARN_UNMATCHING_CRS", False)
    dock.session.choose(who="Handläggaren")
    return dock


def make_a_regions_workspace(dock) -> None:
    """Step 02, first half: the workspace of one's own region, by the button of the empty panel."""
    prove(
        dock.isVisible() and dock.pages.count() == 5,
        "Panelen har fem flikar: Frågor, Karta, Scenario, Indikatorer, Källor",
    )
    photograph(
        "01", "oppna", "Panelen Närvård innan något är valt: öppna en arbetsyta, skapa en, eller pröva exempellänet."
    )
    create = next(button for button in dock.state.buttons if button.text().startswith("Skapa"))
    click(create)
    dialog = tool_dialog()
    fill(dialog, WORKSPACE="kalmar.gpkg", REGION=KALMAR)
    photograph("02", "skapa", "En arbetsyta för den egna regionen: välj region och kör.")
    run(dialog)
    close(dialog)
    wait_for(lambda: dock.session.snapshot is not None, "the panel opened the new workspace")
    with closing(sqlite3.connect(folder() / "kalmar.gpkg")) as file:
        region = file.execute("SELECT region FROM workspace").fetchone()
    prove(region == (KALMAR,), "Arbetsytan kalmar.gpkg finns och är Region Kalmar läns")
    prove(dock.session.region == KALMAR, "Panelen har öppnat den och står på Region Kalmar län")
    dock.pages.setCurrentWidget(dock.map_page)
    clear_messages()
    photograph("02", "region", "Den nya, tomma arbetsytan: panelen säger vad som saknas och hur det hämtas.")


def open_sample_county(dock) -> None:
    """Step 02, second half: the sample county with one click, and its roads compiled; then 01, the questions."""
    if TOLD["county"]:
        os.chdir(folder() / "exempellan")
    else:
        choose_in_menu(dock.head.workspace, "exempellänet")
        wait_for(
            lambda: dock.session.snapshot is not None and dock.session.snapshot.region == SAMPLE, "the county was made"
        )
        os.chdir(os.path.dirname(dock.session.settings.workspace))
        prove(os.path.exists("arbetsyta.gpkg"), "Ett klick har skrivit exempellänet och öppnat dess arbetsyta")
        _compile_roads(dock)
    dock.session.choose(
        workspace="arbetsyta.gpkg", network="roads.npz", region=SAMPLE, horizon="now",
        review_layers=os.path.join("planunderlag", "granskningslager.json"),
    )  # fmt: skip
    wait_for(lambda: _reads(dock, "arbetsyta.gpkg"), "the sample county is read")
    prove(dock.session.region == SAMPLE, "Panelen står på Exempellän (exempellänet)")
    _show_ground()
    dock.pages.setCurrentIndex(0)
    page = dock.pages.widget(0)
    wait_for(lambda: page.ground is not None and page.ground.region == SAMPLE, "the questions know the workspace")
    prove(len(page.cards) == 11, "Elva frågor står på startsidan")
    lacking = [card.card.model for card in page.cards if "Saknas" in card.lacks.text()]
    prove(not lacking, "Ingen av dem saknar underlag i arbetsytan")
    clear_messages()
    photograph("02", "fragor", "Startsidan: planerarens frågor, och vad som behövs för att svara på dem.")


def _reads(dock, workspace: str) -> bool:
    return dock.session.snapshot is not None and dock.session.snapshot.workspace == workspace and not dock.reader.busy


def _compile_roads(dock) -> None:
    open_tool(
        dock.session,
        "buildnetwork",
        {
            "ROADS": f"{os.path.abspath('exempellan.gpkg')}|layername=roads",
            "PRESET": "nvdb",
            "NETWORK": os.path.abspath("roads.npz"),
        },
    )
    dialog = tool_dialog()
    run(dialog)
    close(dialog)
    prove(os.path.getsize("roads.npz") > 1_000_000, "Vägnätet är kompilerat")


def _show_ground() -> None:
    """The county in quiet colours beneath everything."""
    project = QgsProject.instance()
    for name, called, colour in (("municipalities", "Kommuner", "#f3f1ea"), ("roads", "Vägar", "#b4b0a6")):
        layer = QgsVectorLayer(f"exempellan.gpkg|layername={name}", called, "ogr")
        assert layer.isValid(), name
        symbol = layer.renderer().symbol()
        symbol.setColor(QColor(colour))
        if name == "roads":
            symbol.setWidth(0.15)
        else:
            symbol.symbolLayer(0).setStrokeColor(QColor("#9a968c"))
        project.addMapLayer(layer)
        GROUND.append(layer)
    project.setTitle("Exempellän")
    iface.mapCanvas().setDestinationCrs(layer.crs())
    iface.mapCanvas().setExtent(layer.extent())
    iface.mapCanvas().refresh()
    settle()
