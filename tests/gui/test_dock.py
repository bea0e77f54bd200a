"""The dock "Närvård" with real clicks and keys, over the sample county's workspace."""

import os
import shutil
import socket

import pytest
from qgis.core import Qgis, QgsProject, QgsSettings
from qgis.gui import QgsCheckableComboBox, QgsFileWidget, QgsFilterLineEdit
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QAbstractItemModelTester, QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionViewItem,
    QTabBar,
    QTextEdit,
    QWidget,
)

from narvard_plugin.adapters.dock_layers import CARE, HEALTH
from narvard_plugin.core.sample.plan import county_plan
from narvard_plugin.gui import sources_page, tool_dialogs, tree_nodes
from narvard_plugin.gui.dock import NarvardDock
from narvard_plugin.gui.tree_model import NAME, NUMBER
from narvard_plugin.sources.client import Client
from narvard_plugin.store.geopackage import create_geopackage
from narvard_plugin.store.register import MIGRATIONS
from narvard_plugin.store.workspace import create_workspace, open_workspace
from tests.qgis.conftest import county, drop_results, provider  # noqa: F401
from tests.qgis.small_network import run
from tests.sources.servers.scb_wfs import for_county

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
def workspace(county, tmp_path):  # noqa: F811
    return shutil.copy(county.workspace, tmp_path / "arbetsyta.gpkg")


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
    with qtbot.waitSignal(dock.session.snapshot_changed, timeout=20_000):
        dock.session.choose(workspace=str(workspace))
    qtbot.waitUntil(lambda: not dock.reader.busy, timeout=20_000)
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


def test_without_a_workspace_it_says_what_to_do(dock):
    assert dock._stack.currentWidget() is dock.state
    assert [one.text() for one in dock.state.buttons] == [
        "Open workspace…", "Create workspace…", "Try with the sample county",
    ]  # fmt: skip
    assert not dock.head.region.isEnabled()


def test_the_sample_county_is_one_click_away(dock, qtbot, monkeypatch, tmp_path):
    from qgis.core import QgsApplication

    monkeypatch.setattr(QgsApplication, "qgisSettingsDirPath", lambda: str(tmp_path))
    press(dock, "Try with", qtbot)
    assert dock.state.bar.isVisible()
    qtbot.waitUntil(lambda: dock.session.snapshot is not None, timeout=60_000)
    assert (dock.session.region, dock.map_page.found.text()) == ("99", "411 facilities")
    assert [dock.pages.tabText(n) for n in range(5)] == ["Questions", "Map", "Scenario", "Indicators", "Sources"]
    assert dock.pages.currentIndex() == 0


def test_the_three_roots_stand_with_health_first(opened):
    model = opened.map_page.model
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == [
        "Health's geography", "Care's geography", "Need × access",
    ]  # fmt: skip
    place = opened.map_page._place(model.node_of(CENTRES))
    assert place.sibling(place.row(), NUMBER).data() == "35"


def test_checking_adds_a_layer_and_unchecking_removes_it(opened, qtbot):
    page = opened.map_page
    click(page, CENTRES, qtbot)
    assert layers() == {"Health centre": set(page.session.snapshot.index.ids[_centres(page)])}
    assert checked(page, CENTRES) == Qt.CheckState.Checked
    assert checked(page, "care/category/primarvard") == Qt.CheckState.PartiallyChecked
    click(page, CENTRES, qtbot)
    assert layers() == {} and QgsProject.instance().mapLayers() == {}
    assert QgsProject.instance().layerTreeRoot().children() == []
    assert checked(page, CENTRES) == Qt.CheckState.Unchecked


def test_space_checks_the_row_under_the_cursor(opened, qtbot):
    page = opened.map_page
    page.tree.setCurrentIndex(shown(page, CENTRES))
    page.tree.setFocus()
    qtbot.keyClick(page.tree, Qt.Key.Key_Space)
    assert len(layers()) == 1


def test_removing_the_layer_in_qgis_unchecks_it(opened, qtbot):
    page = opened.map_page
    click(page, INDEX, qtbot)
    (layer,) = [node.layer() for node in QgsProject.instance().layerTreeRoot().findLayers()]
    QgsProject.instance().removeMapLayer(layer.id())
    qtbot.waitUntil(lambda: checked(page, INDEX) == Qt.CheckState.Unchecked)
    assert QgsProject.instance().mapLayers() == {}  # nor the table that it was joined to


def test_areas_are_drawn_under_the_facilities(opened, qtbot):
    page = opened.map_page
    click(page, CENTRES, qtbot)
    click(page, INDEX, qtbot)
    root = QgsProject.instance().layerTreeRoot()
    (group,) = root.findGroups()
    assert group.name() == "Närvård"
    assert [one.customProperty("narvard/dock_group") for one in group.findGroups()] == [CARE, HEALTH]
    assert root.layerOrder()[0].name() == "Health centre"


def test_no_area_with_a_value_is_drawn_as_missing(opened, qtbot):
    click(opened.map_page, INDEX, qtbot)
    (layer,) = [node.layer() for node in QgsProject.instance().layerTreeRoot().findLayers()]
    rules = layer.renderer().rootRule().children()
    assert [rule.label() for rule in rules][-1] == "No value" and len(rules) == 6
    from qgis.core import QgsExpression, QgsExpressionContext

    found = []
    for feature in layer.getFeatures():
        context = QgsExpressionContext()
        context.setFeature(feature)
        context.setFields(layer.fields())
        found.append(sum(bool(QgsExpression(rule.filterExpression()).evaluate(context)) for rule in rules[:-1]))
    assert found == [1] * 153


@pytest.mark.parametrize(
    ("key", "name", "classes"),
    [
        ("people", "Population", 7),
        ("area_types/2025/9", "Area types, DeSO 2025 (2024)", 6),
        ("areas/2025/9", "Borders of areas, DeSO 2025", 1),
        ("divisions/narsjukvardsomrade", "Local care area (2024-12-31)", 1),
        ("statistics/2025/9/aged_65_plus", "Aged 65 and over (2024)", 6),
        ("need_unit/cni/per_person", "CNI, per person (2024-12-31)", 6),
    ],
)
def test_every_kind_of_health_layer_is_drawn_with_its_own_legend(opened, qtbot, key, name, classes):
    click(opened.map_page, key, qtbot)
    (layer,) = [node.layer() for node in QgsProject.instance().layerTreeRoot().findLayers()]
    assert layer.name().startswith(name)
    items = layer.renderer().legendSymbolItems()
    assert len(items) == classes and (classes == 1 or all(item.label() for item in items))
    assert layer.isValid() and layer.readOnly() and sum(1 for _ in layer.getFeatures()) > 2


def test_typing_searches_in_memory(opened, qtbot, workspace):
    """The file is gone while the user types: nothing is read again."""
    workspace.unlink()
    typed(opened, "hagbos halso", qtbot)
    page = opened.map_page
    assert page.found.text() == "1 of 411 facilities"
    place = page._place(page.model.node_of(f"facility/{HAGBO}"))
    assert place.isValid() and place.data() == "Hagbos hälsocentral"
    assert not page.tree.visualRect(place).isEmpty()  # the tree has opened down to it
    assert not page._place(page.model.node_of("care/apotek")).isValid()
    qtbot.mouseClick(page.filters.clear, Qt.MouseButton.LeftButton)
    assert page.found.text() == "411 facilities" and page.filters.search.text() == ""


def test_filters_narrow_the_tree_and_its_layers(opened, qtbot):
    page = opened.map_page
    click(page, CENTRES, qtbot)
    combo = page.filters.combos["driftsform"]
    row = combo.findData("lov")
    assert combo.itemText(row) == "Choice system (LOV) (21)"
    combo.setItemCheckState(row, Qt.CheckState.Checked)
    qtbot.waitUntil(lambda: page.found.text() == "21 of 411 facilities")
    place = page._place(page.model.node_of(CENTRES))
    assert place.sibling(place.row(), NUMBER).data() == "12 of 35"
    assert len(layers()["Health centre"]) == 12
    # Numbers of the other filters follow; the filter's own still say what another choice would give.
    assert page.filters.combos["huvudman"].itemText(0) == "Region (21)"
    assert combo.itemText(combo.findData("egen_regi")).endswith("(330)")


def test_the_horizon_shows_what_stands_then(opened, qtbot, workspace):
    page = opened.map_page
    click(page, "care/ambulansstation", qtbot)
    (before,) = layers().values()
    opened.head.horizon.setFocus()
    qtbot.keyClick(opened.head.horizon, Qt.Key.Key_Down)  # 2030
    assert opened.session.year == 2030
    closing = page.session.snapshot.index.facilities.query("closed == 2027")["facility_id"].tolist()
    assert page.found.text() == "410 facilities"
    (after,) = layers().values()
    assert before - after <= set(closing)
    notes = {node.label: node.detail for node in page.model.node_of(HEALTH).children if node.kind == tree_nodes.NOTE}
    assert list(notes) == ["People in the squares, now", "People 2030, forecast"]
    assert [text.replace("\xa0", "").replace(" ", "") for text in notes.values()] == ["251994", "263175"]


def test_neighbours_come_and_go(opened, qtbot):
    qtbot.mouseClick(
        opened.head.neighbours, Qt.MouseButton.LeftButton, pos=QPoint(5, opened.head.neighbours.height() // 2)
    )
    assert opened.session.settings.neighbours and opened.map_page.found.text() == "495 facilities"


def test_the_card_of_the_chosen_facility(opened, qtbot, county):  # noqa: F811
    page = opened.map_page
    place = shown(page, f"facility/{HAGBO}")
    qtbot.mouseClick(page.tree.viewport(), Qt.MouseButton.LeftButton, pos=page.tree.visualRect(place).center())
    text = page.card.toPlainText()
    assert opened.session.facility == HAGBO
    for part in (
        "Hagbos hälsocentral",
        "Choice system (LOV)",
        "Listed per full-time specialist",
        "Not computed",
        "2024-12-31",
    ):
        assert part in text
    made = run(
        "catchments", COST="straight", FACILITIES=f"{county.workspace}|layername=facilities|subset=\"facility_id\"='{HAGBO}'",
        FACILITY_ID="facility_id", ORIGINS=f"{county.workspace}|layername=people", ORIGIN_ID="origin_id",
        POPULATION="population", CELL_SIZE=2000, OUTPUT="memory:",
    )["OUTPUT"]  # fmt: skip
    within = {ring["straight_to_minutes"]: ring["population_within"] for ring in made.getFeatures()}
    run.kept.takeResultLayer(made.id())
    QgsProject.instance().addMapLayer(made)
    page.card.refresh()
    text = page.card.toPlainText().replace("\xa0", " ")
    for minutes, people in within.items():
        assert f"Within {minutes:g} minutes" in text and f"{people:,.0f}".replace(",", " ") in text.replace(" ", " ")
    qtbot.waitUntil(lambda: len(page.model.node_of("both/results").children) == 1)
    (result,) = page.model.node_of("both/results").children
    assert checked(page, result.key) == Qt.CheckState.Checked
    click(page, result.key, qtbot)
    assert made.id() in QgsProject.instance().mapLayers()  # hidden, not removed
    assert not QgsProject.instance().layerTreeRoot().findLayer(made.id()).isVisible()


def test_selecting_on_the_map_shows_the_card(opened, qtbot):
    page = opened.map_page
    click(page, CENTRES, qtbot)
    (node,) = QgsProject.instance().layerTreeRoot().findLayers()
    node.layer().selectByExpression(f"\"facility_id\" = '{HAGBO}'")
    assert opened.session.facility == HAGBO
    assert page.tree.currentIndex().data() == "Hagbos hälsocentral"


def test_the_menu_opens_tools_with_the_layer_filled_in(opened, monkeypatch):
    from qgis.PyQt.QtWidgets import QMenu

    from narvard_plugin.gui import tree_menu

    asked = []
    monkeypatch.setattr(tree_menu, "open_tool", lambda session, ident, given=None: asked.append((ident, given)))
    page, menu = opened.map_page, QMenu()
    assert tree_menu.fill_menu(menu, page.model.node_of(CENTRES), page, page._window)
    tools = next(action.menu() for action in menu.actions() if action.menu())
    every = {action.text(): action for group in tools.actions() for action in group.menu().actions()}
    every["Nearest facility…"].trigger()
    ((ident, given),) = asked
    layer = QgsProject.instance().mapLayer(given["FACILITIES"])
    assert ident == "narvard:nearestfacility" and given["FACILITY_ID"] == "facility_id"
    assert sum(1 for _ in layer.getFeatures()) == 35
    wanted = []
    opened.session.scenario_change_wanted.connect(lambda *what: wanted.append(what))
    menu = QMenu()
    tree_menu.fill_menu(menu, page.model.node_of(f"facility/{HAGBO}"), page, page._window)
    scenario = next(action.menu() for action in menu.actions() if action.menu())
    scenario.actions()[0].trigger()
    assert wanted == [(HAGBO, "close")]


def test_a_stale_reply_is_not_heard(dock, workspace, tmp_path, qtbot):
    other = tmp_path / "annan.gpkg"
    create_workspace(str(other), "08").close()
    dock.session.choose(workspace=str(workspace))
    dock.session.choose(workspace=str(other))
    qtbot.waitUntil(lambda: dock.session.snapshot is not None, timeout=20_000)
    qtbot.wait(1500)  # the first reading ends after the second
    assert dock.session.snapshot.workspace == str(other) and dock.session.region == "08"
    assert not dock.map_page._no_facilities.isHidden()


def test_another_workspaces_layers_are_left_and_not_taken_for_its_own(opened, workspace, tmp_path, qtbot):
    page = opened.map_page
    click(page, INDEX, qtbot)
    click(page, CENTRES, qtbot)
    other = shutil.copy(workspace, tmp_path / "annan.gpkg")
    opens(opened, other, qtbot)
    opened.session.choose(horizon="2050", neighbours=True)
    assert checked(page, CENTRES) == Qt.CheckState.Unchecked
    assert {name: len(ids) for name, ids in layers().items()} == {
        "Health centre": 35,
        "Socioeconomic index (2024)": 153,
    }
    click(page, CENTRES, qtbot)
    click(page, CENTRES, qtbot)
    assert len(layers()["Health centre"]) == 35 and len(QgsProject.instance().mapLayers()) == 3


def test_a_missing_file_is_told_and_can_be_tried_again(dock, workspace, qtbot):
    away = workspace.rename(workspace.with_name("borta.gpkg"))
    dock.session.choose(workspace=str(workspace))
    qtbot.waitUntil(lambda: "There is no workspace at" in dock.state.text.text(), timeout=20_000)
    away.rename(workspace)
    press(dock, "Try again", qtbot)
    qtbot.waitUntil(lambda: dock.pages.isVisible(), timeout=20_000)


def test_an_older_workspace_is_brought_up_to_date_when_asked(dock, tmp_path, qtbot):
    create_geopackage(tmp_path / "gammal.gpkg", "99", "0.1.0", MIGRATIONS[:3])
    dock.session.choose(workspace=str(tmp_path / "gammal.gpkg"))
    qtbot.waitUntil(lambda: "older schema" in dock.state.text.text(), timeout=20_000)
    press(dock, "Bring it up to date", qtbot)
    qtbot.waitUntil(lambda: dock.session.snapshot is not None, timeout=30_000)


def test_reading_can_be_cancelled(dock, workspace, qtbot):
    dock.session.choose(workspace=str(workspace))
    press(dock, "Cancel", qtbot)
    qtbot.waitUntil(lambda: dock.state.heading.text() == "Not read", timeout=20_000)
    qtbot.wait(1000)
    assert dock.session.snapshot is None


def test_the_open_branches_stay_open_when_it_is_read_again(opened, qtbot):
    page = opened.map_page
    shown(page, f"facility/{HAGBO}")
    earlier = opened.session.snapshot
    opened.session.data_changed.emit()
    qtbot.waitUntil(lambda: opened.session.snapshot is not earlier, timeout=20_000)
    assert page.tree.isExpanded(page._place(page.model.node_of(CENTRES)))


def test_the_models_keep_qts_rules(opened, qtbot):
    page, whole = opened.map_page, opened.session.snapshot
    index = whole.index
    few = index.facilities.iloc[::20].reset_index(drop=True)  # Qt's tester asks every row for everything, every time
    offered = index.services[index.services["facility_id"].isin(few["facility_id"])].reset_index(drop=True)
    small = whole._replace(index=type(index)(few, offered, index.words), layers=whole.layers[:5])
    opened.session.hold(small)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [
        QAbstractItemModelTester(model, mode, opened)
        for model in (page.model, page._shown, page.lacks.model, opened.sources_page.model)
    ]
    typed(opened, "apotek", qtbot)
    opened.session.choose(horizon="2040")
    opened.session.choose(neighbours=True)
    page.filters.reset()
    click(page, CENTRES, qtbot)
    opened.session.hold(small)
    assert len(testers) == 4 and page.model.columnCount() == 2 and NAME == 0


def test_a_source_that_is_switched_off_stays_so(opened, qtbot):
    page = opened.sources_page
    opened.pages.setCurrentWidget(page)
    place = page.model.index(0, 0)
    rect = page.table.visualRect(place)
    known = page.model.sources[0].known
    assert page.refresh.isEnabled()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 10, rect.center().y()))
    assert opened.session.settings.is_off(known.id)
    assert QgsSettings().value("narvard/sources_off", type=str) == known.id
    assert not page.refresh.isEnabled()


def test_a_refresh_that_fails_says_why_and_leaves_the_data(opened, qtbot, workspace):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
    page, told = opened.sources_page, []
    row = next(n for n, one in enumerate(page.model.sources) if one.known.id == "scb_areas")
    opened.session.choose(source_urls=f"scb_areas={address}")
    opened.session.told.connect(lambda text, level: told.append((text, level)))
    opened.pages.setCurrentWidget(page)
    page.table.selectRow(row)
    with open_workspace(str(workspace), writable=False) as store:
        before = store.read("areas")
    qtbot.mouseClick(page.refresh, Qt.MouseButton.LeftButton)
    assert page.bar.isVisible() and page.cancel.isVisible()
    qtbot.waitUntil(lambda: bool(told), timeout=60_000)
    assert told[0][1] == 2 and "did not answer" in told[0][0] and "what you had is left as it was" in told[0][0]
    assert not page.bar.isVisible() and page.refresh.isEnabled()
    with open_workspace(str(workspace), writable=False) as store:
        assert store.read("areas").equals(before)


@pytest.fixture(scope="module")
def scb(county):  # noqa: F811
    with for_county(county.folder) as server:
        yield server


def ask_scb(dock, server, name="scb_areas"):
    """The page of sources with the source chosen, whose address is the local server's; and what the page tells."""
    page, told = dock.sources_page, []
    dock.session.choose(source_urls=f"{name}={server.wfs}")
    dock.session.told.connect(lambda text, level: told.append((text, level)))
    dock.pages.setCurrentWidget(page)
    page.table.selectRow(next(n for n, one in enumerate(page.model.sources) if one.known and one.known.id == name))
    return page, told


def test_a_refresh_says_what_is_new_and_the_tree_follows(dock, qtbot, tmp_path, scb):
    empty = tmp_path / "tom.gpkg"
    create_workspace(str(empty), "99").close()
    opens(dock, empty, qtbot)
    assert not dock.map_page.model.knows("health/areas")
    page, told = ask_scb(dock, scb)
    earlier = dock.session.snapshot
    qtbot.mouseClick(page.refresh, Qt.MouseButton.LeftButton)
    page.table.selectRow(0 if page.table.currentIndex().row() else 1)  # another row while it runs
    qtbot.waitUntil(lambda: bool(told), timeout=60_000)
    text, level = told[0]
    assert (
        level == 3
        and text.startswith("Statistics Sweden, open geodata: DeSO and RegSO: ")
        and text.endswith(" new, 0 changed, 0 removed.")
    )
    qtbot.waitUntil(lambda: dock.session.snapshot is not earlier, timeout=20_000)
    shown(dock.map_page, "areas/2025/9")
    assert next(one for one in page.model.sources if one.known and one.known.id == "scb_areas").age == "fresh"


def test_a_refresh_can_be_cancelled(opened, qtbot, workspace, scb):
    page, told = ask_scb(opened, scb)
    scb.misbehave("slow", None)
    try:
        qtbot.mouseClick(page.refresh, Qt.MouseButton.LeftButton)
        qtbot.mouseClick(page.cancel, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    finally:
        scb.behave()
        scb.released.set()
    assert told == [("Cancelled: the earlier data stand as they were.", 1)]
    assert page.refresh.isEnabled() and not page.bar.isVisible()


def test_what_needs_a_key_or_a_choice_opens_its_tool(opened, qtbot, monkeypatch):
    asked, page = [], opened.sources_page
    monkeypatch.setattr(sources_page, "open_tool", lambda session, ident, given=None: asked.append((ident, given)))
    opened.pages.setCurrentWidget(page)
    kinds = {}
    for row, source in enumerate(page.model.sources):
        if source.known is not None:
            page.table.selectRow(row)
            kinds[source.known.id] = page.refresh.text().endswith("…")
    more = {name for name, asks in kinds.items() if asks}
    assert more == {
        "socialstyrelsen", "folkhalsomyndigheten", "kolada", "trafiklab", "lastkajen", "ngp", "lantmateriet_stac",
    }  # fmt: skip
    page.table.selectRow(list(kinds).index("kolada"))
    qtbot.mouseClick(page.refresh, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.region, Qt.MouseButton.LeftButton)
    assert asked == [("fetchhealth", {"SOURCE": "kolada"}), ("fetchregion", None)]


def test_a_filtered_layer_knows_how_many_it_has(opened, qtbot):
    """QGIS takes all rows for the filtered ones where the GeoPackage lacks GDAL's own table."""
    click(opened.map_page, CENTRES, qtbot)
    click(opened.map_page, "care/apotek", qtbot)
    counted = {
        node.layer().name(): node.layer().featureCount() for node in QgsProject.instance().layerTreeRoot().findLayers()
    }
    assert counted == {"Health centre": 35, "Pharmacy": 31}


def test_the_roots_stand_open_at_first(opened):
    page = opened.map_page
    assert all(page.tree.isExpanded(page._place(page.model.node_of(key))) for key in (HEALTH, CARE))


def test_municipalities_are_called_by_name(opened, qtbot):
    opened.session.select_facility(HAGBO)
    text = opened.map_page.card.toPlainText()
    name = next(one.name for one in county_plan().municipalities if one.code == "9901")
    assert f"Municipality\xa0\xa0{name}" in text.replace("\n", "") or name in text
    assert "9901" not in text
    typed(opened, f"{name} halsocentral", qtbot)
    assert not opened.map_page.found.text().startswith("0 of")


def test_a_card_leads_to_the_scenario_with_the_facility_chosen(opened, qtbot):
    """Also from a type that nobody travelled to yet, and before the page of scenarios was ever shown."""
    pharmacy = "99-apotek-003"
    opened.session.select_facility(pharmacy)
    opened.map_page.card.asked.emit("scenario:close")
    page = opened.scenario_page
    assert opened.pages.currentWidget() is page
    qtbot.waitUntil(lambda: page.form.facility_id == pharmacy, timeout=20_000)
    assert page.tools["close"].isChecked() and page.wanted.currentData() == ("type", "apotek")


def test_names_from_outside_are_never_markup(dock, workspace, qgis_iface, qtbot):
    name = "<b>A & B</b><img src='x'> " + "mycket långt namn " * 20
    with open_workspace(str(workspace)) as store:
        rows = (
            store.read("facilities").drop(columns="geom").iloc[:1].assign(facility_id="<i>1", name=name, operator=name)
        )
        store.write("facilities", rows)  # and without a place
    opens(dock, workspace, qtbot)
    page = dock.map_page
    dock.session.select_facility("<i>1")
    assert name.strip() in page.card.toPlainText() and "no place" in page.card.toPlainText()
    page.zoom_to("<i>1")
    dock.session.told.emit(name, 0)
    assert "&lt;b&gt;A &amp; B" in qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Info)[-1]
    node = page.model.node_of("facility/<i>1")
    assert "<b>" not in (page.model.index_of(node).data(Qt.ItemDataRole.ToolTipRole) or "")
    for label in dock.findChildren(QLabel):
        assert label.textFormat() != Qt.TextFormat.AutoText or "<" not in label.text()


@pytest.mark.parametrize("gone", ["renamed", "spoiled"])
def test_a_workspace_that_goes_while_it_is_open(opened, qtbot, workspace, gone):
    click(opened.map_page, CENTRES, qtbot)
    if gone == "renamed":
        workspace.rename(workspace.with_name("borta.gpkg"))
    else:
        workspace.write_bytes(b"no database")
    opened.session.data_changed.emit()
    qtbot.waitUntil(lambda: opened._stack.currentWidget() is opened.state, timeout=20_000)
    assert str(workspace) in opened.state.text.text() and opened.state.buttons[0].text() == "Try again"
    opened.map_page.zoom_to(HAGBO)  # nothing is drawn any more, and nothing raises


def test_only_neighbours_and_nothing_at_all(dock, workspace, qtbot):
    with open_workspace(str(workspace)) as store:
        for table in ("services", "capacity"):
            store.write(table, store.read(table).iloc[:0], mode="replace")
        rows = store.read("facilities")
        near = rows[rows["region"] == "98"]
        store.write("facilities", near.drop(columns="geom"), wkb=near["geom"].tolist(), mode="replace")
    opens(dock, workspace, qtbot)
    dock.pages.setCurrentWidget(dock.map_page)
    assert dock.map_page.found.text() == "0 facilities" and dock.map_page._no_facilities.isVisible()
    dock.session.choose(neighbours=True)
    assert dock.map_page.found.text() == "83 facilities" and not dock.map_page._no_facilities.isVisible()


def test_every_widget_has_a_name_and_no_two_keys_are_alike(opened, qtbot):
    """Names for who hears the window; a letter that underlines two things on the same page leads to neither."""
    for place in range(opened.pages.count()):
        page = opened.pages.widget(place)
        opened.pages.setCurrentWidget(page)
        qtbot.wait(50)
        nameless = [one for one in _used(page) if not (one.accessibleName() or _label_of(one, page))]
        assert nameless == []
        letters = [
            key
            for one in (*_used(page), *page.findChildren(QLabel), *opened.head.findChildren(QWidget))
            for key in _key(one)
        ]
        assert len(letters) == len(set(letters)), (opened.pages.tabText(place), sorted(letters))


def _used(page):
    kinds = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox, QAbstractItemView, QTextEdit)
    found = [one for kind in kinds for one in page.findChildren(kind)]
    inner = (
        QComboBox,
        QAbstractSpinBox,
        QgsFileWidget,
        QAbstractItemView,
        QgsFilterLineEdit,
        QTabBar,
        QgsCheckableComboBox,
    )
    return [one for one in found if not (one.isHidden() or one.parent().isHidden()) and not isinstance(one.parent(), inner) and "qt_" not in one.objectName()
            and one.window() is page.window() and not _within(one, QComboBox)]  # fmt: skip


def _within(widget, kind):
    above = widget.parent()
    while above is not None and not isinstance(above, kind):
        above = above.parent()
    return above is not None


def _label_of(widget, page):
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return text or any(label.buddy() is widget for label in page.findChildren(QLabel))


def _key(widget):
    text = widget.text() if isinstance(widget, (QAbstractButton, QLabel)) and hasattr(widget, "text") else ""
    at = text.replace("&&", "").find("&")
    return [text.replace("&&", "")[at + 1].lower()] if at >= 0 and not widget.isHidden() else []


def test_what_the_register_lacks_opens_the_tool_that_gets_it(opened, qtbot, monkeypatch):
    from narvard_plugin.gui import completeness_panel

    asked = []
    monkeypatch.setattr(completeness_panel, "open_tool", lambda session, ident: asked.append(ident))
    opened.session.choose(region="08")
    panel = opened.map_page.lacks
    assert panel.model.index(0, 1).data() == "0: missing" and panel.sentence.text().startswith(
        "Region Kalmar län: 15 of 15"
    )
    opened.map_page.below.setCurrentWidget(panel)
    qtbot.mouseClick(panel.buttons.itemAt(0).widget(), Qt.MouseButton.LeftButton)
    assert asked == ["narvard:importfacilities"]


def test_everything_is_reached_by_keyboard_and_has_a_name(opened, qtbot):
    page = opened.map_page
    page.tree.setFocus()
    QTest.keyClick(page.tree, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.filters.search.hasFocus())
    for widget in (page.filters.search, page.tree, page.card, page.lacks.table, opened.sources_page.table,
                   opened.head.region, opened.head.horizon, opened.head.workspace, *page.filters.combos.values()):  # fmt: skip
        assert widget.accessibleName(), widget


def test_the_dock_can_be_made_narrow(opened):
    """Beside a map and a layer tree there is not much room; in English, whose buttons have the longest words."""
    assert opened.minimumSizeHint().width() <= 40 * opened.fontMetrics().averageCharWidth()


def test_tools_are_offered_only_where_they_are(opened):
    assert tool_dialogs.tool("no-such-tool") is None
    told = []
    opened.session.told.connect(lambda text, level: told.append(text))
    assert not tool_dialogs.open_tool(opened.session, "no-such-tool")
    assert told == ["The tool no-such-tool is not in this version of Närvård."]


def _centres(page):
    index = page.session.snapshot.index
    return index.matching(page.session.wanted()) & (index.facilities["type"] == "vardcentral").to_numpy()
