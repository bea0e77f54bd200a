"""Steps 03–06 and 08: layers of health and of care, an answered question, a tool from the toolbox, and indicators."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from qgis.core import QgsProcessingContext, QgsProcessingUtils, QgsProject
from qgis.PyQt.QtCore import QObject, QPoint, pyqtSlot
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDockWidget, QTreeView
from qgis.utils import iface

from narvard_plugin.adapters.layer_group import LayerGroup

from .hands import (
    SAW,
    choose,
    clear_messages,
    click,
    click_row,
    close,
    fill,
    help_button,
    in_dialog,
    own_layers,
    photograph,
    prove,
    reveal,
    run,
    settle,
    tool_dialog,
    wait_for,
    write,
)

INDEX, CENTRES, PEOPLE = "statistics/2025/9/socioeconomic_index", "care/vardcentral", "people"
HAGBO = "99-vardcentral-026"
#: The layers that lie beneath everything, once the county is open.
GROUND: list = []


def check(page, key: str) -> None:
    """A click on the checkbox, which stands at the left of the row's own rectangle."""
    place = _place_of(page, key)
    rect = page.tree.visualRect(place)
    click(page.tree.viewport(), QPoint(rect.left() + rect.height() // 2, rect.center().y()))


def _place_of(page, key: str):
    node = page.model.node_of(key)
    branch = node.parent
    while branch is not page.model.top:
        page.tree.expand(page._place(branch))
        branch = branch.parent
    place = page._place(node)
    page.tree.scrollTo(place, page.tree.ScrollHint.PositionAtCenter)
    QTest.qWait(150)
    return place


def add_layers(dock) -> None:
    page = dock.map_page
    dock.pages.setCurrentWidget(page)
    QTest.qWait(300)
    check(page, INDEX)
    wait_for(lambda: INDEX in own_layers(), "the index is on the map", 60)
    areas = own_layers()[INDEX]
    prove(areas.featureCount() == 153, "Lagret har Exempelläns 153 områden")
    iface.layerTreeView().expandAll()
    clear_messages()
    photograph(
        "03",
        "halsans_geografi",
        "Hälsans geografi: socioekonomiskt index per område, med teckenförklaring i lagerlistan.",
    )

    check(page, CENTRES)
    wait_for(lambda: CENTRES in own_layers(), "the health centres are on the map", 60)
    count = sum(1 for _ in own_layers()[CENTRES].getFeatures())
    prove(
        count == _open_centres(dock.session.year) > 0,
        f"Lagret har de {count} hälsocentraler som enligt registret är öppna i år",
    )
    write(page.filters.search, "hagbos")
    wait_for(lambda: page.found.text().startswith("1 "), "one facility was found", 60)
    prove(True, f"Sökningen hittar Hagbos hälsocentral: {page.found.text()}")
    click_row(page.tree, _place_of(page, f"facility/{HAGBO}"))
    wait_for(lambda: "Hagbos" in page.card.toPlainText(), "the card shows the facility", 60)
    prove("Hagbos hälsocentral" in page.card.toPlainText(), "Kortet visar enheten")
    iface.layerTreeView().expandAll()
    photograph(
        "04", "vardens_geografi", "Vårdens geografi: hälsocentralerna ovanpå indexet, och kortet för den valda enheten."
    )
    click(page.filters.clear)
    wait_for(lambda: page.found.text().startswith("411 "), "the filter was taken away", 60)


def _open_centres(year: int) -> int:
    """As the workspace's own table tells it."""
    with closing(sqlite3.connect("arbetsyta.gpkg")) as file:
        return file.execute(
            "SELECT count(*) FROM facilities WHERE type = 'vardcentral' AND region = '99' "
            "AND (opened IS NULL OR opened <= ?) AND (closed IS NULL OR closed > ?)", (year, year),
        ).fetchone()[0]  # fmt: skip


def ask_a_question(dock) -> None:
    page = dock.pages.widget(0)
    dock.pages.setCurrentIndex(0)
    card = next(one for one in page.cards if one.card.model == "primarycareaccess")
    click(card.open)
    dialog = tool_dialog()
    results = run(dialog)
    wait_for(lambda: page.views.currentWidget() is page.answer, "the answer is written")
    close(dialog)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    times = QgsProcessingUtils.mapLayerFromString(str(results["nearest:TIMES"]), context)
    shown = f"{mean_minutes(times):.1f}".replace(".", ",")
    text = page.answer.text.toPlainText()
    prove(
        f"medelrestiden är {shown} minuter" in text,
        f"Textens medelrestid, {shown} minuter, är resultatlagrets, räknad för sig",
    )
    prove(page.answer.map.isEnabled(), "Kartbladet till svaret är gjort")
    clear_messages()
    photograph(
        "05",
        "svar",
        "Ett svar: hur långt är det till primärvården, och räcker platserna? En halv sida text och kartan.",
    )
    click(page.answer.all)
    QgsProject.instance().removeMapLayers([one.id() for one in (*_results(), times) if one is not None])


def _results() -> list:
    """What tools have made and lies in the layer tree."""
    own = {layer.id() for layer in own_layers().values()} | {layer.id() for layer in GROUND}
    return [node.layer() for node in QgsProject.instance().layerTreeRoot().findLayers() if node.layerId() not in own]


def show_only(*wanted) -> None:
    """Draw the ground and the layers ``wanted``, and hide the others in the layer tree."""
    drawn = {layer.id() for layer in (*GROUND, *wanted)}
    for node in QgsProject.instance().layerTreeRoot().findLayers():
        node.setItemVisibilityChecked(node.layerId() in drawn)
        node.setExpanded(node.layerId() in {layer.id() for layer in wanted})
    settle()


def mean_minutes(layer, region: str = "99") -> float:
    """Weighted by people, of the region's own people that reach a facility."""
    rows = [(row["minutes_1"], row["population"]) for row in layer.getFeatures() if str(row["region"]) == region]
    reached = [
        (float(minutes), float(people)) for minutes, people in rows if minutes not in (None,) and str(minutes) != "NULL"
    ]
    return sum(minutes * people for minutes, people in reached) / sum(people for _, people in reached)


class _Browser(QObject):
    """Stands for the web browser: keeps the file that the Help button opens."""

    def __init__(self):
        super().__init__()
        self.opened = ""

    @pyqtSlot("QUrl")
    def open(self, url):
        self.opened = url.toLocalFile()


def run_from_the_toolbox(dock) -> None:
    page = dock.map_page
    dock.pages.setCurrentWidget(page)
    check(page, PEOPLE)
    wait_for(lambda: PEOPLE in own_layers(), "the people are on the map", 60)
    people, centres = own_layers()[PEOPLE], own_layers()[CENTRES]
    results: dict = {}

    def use(dialog) -> None:
        fill(
            dialog, NETWORK="roads.npz", ORIGINS=people.id(), ORIGIN_ID="origin_id", POPULATION="population",
            FACILITIES=centres.id(), FACILITY_ID="facility_id", ORIGIN_REGION="region", FACILITY_REGION="region",
        )  # fmt: skip
        photograph("06", "narmaste", "Verktyget ur verktygslådan, med hjälpen bredvid.")
        _open_help(dialog)
        results.update(run(dialog))
        close(dialog)

    in_dialog(lambda: _double_click_in_the_toolbox("närmaste vårdenhet", "narvard:nearestfacility"), use)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    layer = QgsProcessingUtils.mapLayerFromString(str(results["OUTPUT"]), context)
    own = sum(1 for row in people.getFeatures())
    prove(
        layer is not None and layer.featureCount() == own,
        f"Resultatet har en rad för var och en av de {own} platserna där folk bor",
    )
    prove(layer.renderer().type() != "singleSymbol", "Resultatet har fått verktygets stil med klasser")
    toolbox = iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox")
    toolbox.hide()
    LayerGroup(QgsProject.instance()).lift_over_areas(layer)  # as one drags it, so that the centres are seen
    show_only(centres, layer)
    click(dock.pages.tabBar(), dock.pages.tabBar().tabRect(1).center())
    clear_messages()
    photograph("06", "resultat", "Resultatet på kartan: restid till närmaste hälsocentral för alla invånare.")
    check(page, PEOPLE)
    wait_for(lambda: PEOPLE not in own_layers(), "the people are taken away", 60)
    show_only(centres)


def _double_click_in_the_toolbox(words: str, ident: str) -> None:
    toolbox = iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox")
    toolbox.show()
    toolbox.raise_()
    QTest.qWait(500)
    tree = toolbox.findChild(QTreeView)
    write(toolbox.searchBox, words)
    found: list = []

    def look() -> bool:
        found[:] = [index for index in _every(tree.model()) if _ident(tree, index) == ident]
        return bool(found)

    wait_for(look, "the toolbox found the tool", 60)
    tree.scrollTo(found[0])
    click(tree.viewport(), tree.visualRect(found[0]).center(), times=2)


def _every(model, parent=None):
    for row in range(model.rowCount(parent) if parent else model.rowCount()):
        index = model.index(row, 0, parent) if parent else model.index(row, 0)
        yield index
        yield from _every(model, index)


def _ident(tree, index) -> str:
    found = tree.algorithmForIndex(index)
    return found.id() if found is not None else ""


def _open_help(dialog) -> None:
    """The Help button opens the tool's own page, which lies in the plugin's folder."""
    browser = _Browser()
    QDesktopServices.setUrlHandler("file", browser, "open")
    click(help_button(dialog))
    wait_for(lambda: browser.opened, "the help page was opened", 60)
    QDesktopServices.unsetUrlHandler("file")
    prove(
        browser.opened.endswith("resources/help/sv/nearestfacility.html"),
        "Knappen Hjälp öppnar verktygets sida, som ligger i tilläggets egen mapp",
    )
    SAW["facts"]["help"] = browser.opened


def look_at_indicators(dock) -> None:
    click(dock.pages.tabBar(), dock.pages.tabBar().tabRect(3).center())
    page = dock.pages.currentWidget()
    wait_for(lambda: page.judged is not None and page.chart.isVisible(), "the indicator is drawn")
    show_only(own_layers()[INDEX], own_layers()[CENTRES])
    wanted = _of_health(page)
    choose(page.indicator, wanted)
    wait_for(
        lambda: page.judged.figures.indicator == wanted and not page._asker.busy, "the chosen indicator is drawn", 60
    )
    rows = page.judged.figures.rows
    prove(page.model.rowCount() == len(rows) > 0, f"Tabellen har {len(rows)} rader, lika många som siffrorna")
    click_row(page.table, page.model.index(0, 0))
    wait_for(lambda: page.chosen == 0, "the row is chosen", 30)
    settle()
    prove(page.chosen == 0, "Ett klick på en rad visar området på kartan")
    clear_messages()
    reveal(page.indicator)
    photograph("08", "indikatorer", f"Indikatorer: {page.indicator.currentText().strip()}, en stapel per område.")


def _of_health(page):
    """The first indicator that is a figure of health."""
    found = (page.indicator.itemData(at) for at in range(page.indicator.count()))
    return next(one for one in found if one is not None and one.table == "health_figures")
