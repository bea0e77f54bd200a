"""Step 07: a health centre is dragged to another place on the map; who gains and who loses, and back again."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from qgis.core import QgsPointXY
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QInputDialog
from qgis.utils import iface

from .care import CENTRES
from .hands import answer_dialog, clear_messages, click, mouse, own_layers, photograph, prove, settle, wait_for

NAME, MOVED, METRES = "Hagbos flyttas", "99-vardcentral-026", 6000


def move_a_facility(dock) -> None:
    click(dock.pages.tabBar(), dock.pages.tabBar().tabRect(2).center())
    page = dock.scenario_page
    wait_for(
        lambda: page.basis is not None and not page._reader.busy and page.answer is not None,
        "the scenario page has read",
    )
    answer_dialog(QInputDialog, NAME)
    click(page.choices.new)
    wait_for(lambda: page.editor.scenario == NAME and not page._reader.busy, "the scenario is made")
    page.choices.suggest(("type", "vardcentral"))
    page._recompute()
    start = _place_of(MOVED)
    _look_at(start)
    click(page.tools["move"])
    _drag(start, QgsPointXY(start.x() - METRES, start.y() + METRES))
    wait_for(
        lambda: page.editor.rows and not page._live.busy and not page.editor.storing, "the move is computed and stored"
    )
    settle()
    near, far = (page.answer.everybody.measures[name].change for name in ("gainers", "losers"))
    prove(near > 0 and far > 0, f"{near:.0f} invånare får närmare och {far:.0f} längre")
    told = page.results.summary.text().replace("\u00a0", "").replace("\u202f", "").replace(" ", "")
    prove(f"<b>{near:.0f}</b>" in told and f"<b>{far:.0f}</b>" in told, "Panelen visar samma tal som beräkningen")
    prove(_stored() == 1, "Flytten står i arbetsytans tabell scenario_changes")
    page.edits.leave()
    clear_messages()
    photograph(
        "07",
        "scenario",
        "Ett scenario: Hagbos hälsocentral dras till en ny plats. Vilka vinner och vilka förlorar på det?",
    )
    undo = next(action for action in page.actions() if "ngra" in action.text().replace("&", ""))
    button = next(one for one in page.steps.findChildren(type(page.tools["move"])) if one.defaultAction() is undo)
    click(button)
    wait_for(lambda: not page.editor.rows and not page._live.busy and not page.editor.storing, "the move is undone")
    prove(_stored() == 0, "Ångra tar bort flytten, också ur arbetsytan")
    photograph("07", "angra", "Ångra: enheten står där den stod.")


def _place_of(facility: str) -> QgsPointXY:
    layer = own_layers()[CENTRES]
    return next(row.geometry().asPoint() for row in layer.getFeatures() if row["facility_id"] == facility)


def _look_at(place: QgsPointXY) -> None:
    canvas = iface.mapCanvas()
    canvas.setCenter(place)
    canvas.zoomScale(220_000)
    settle()


def _drag(start: QgsPointXY, end: QgsPointXY) -> None:
    """With the screen's own mouse: press, move in steps, release."""
    canvas = iface.mapCanvas()
    to = canvas.getCoordinateTransform()
    here, there = (canvas.viewport().mapToGlobal(to.transform(one).toQPointF().toPoint()) for one in (start, end))
    mouse("mousemove", here.x(), here.y())
    mouse("mousedown", 1)
    for share in (0.25, 0.5, 0.75, 1):
        mouse(
            "mousemove",
            round(here.x() + share * (there.x() - here.x())),
            round(here.y() + share * (there.y() - here.y())),
        )
    mouse("mouseup", 1)
    QTest.qWait(200)


def _stored() -> int:
    with closing(sqlite3.connect("arbetsyta.gpkg")) as file:
        return file.execute("SELECT count(*) FROM scenario_changes WHERE scenario = ?", (NAME,)).fetchone()[0]
