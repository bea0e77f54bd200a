"""The dock "Närvård" with real clicks and keys, over the sample county's workspace."""

import os
import shutil
import socket

import pytest
from qgis.core import QgsProject, QgsSettings
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QAbstractItemModelTester, QTest
from qgis.PyQt.QtWidgets import QStyle, QStyleOptionViewItem

from narvard_plugin.adapters.dock_layers import CARE, HEALTH
from narvard_plugin.gui import tool_dialogs, tree_nodes
from narvard_plugin.gui.dock import NarvardDock
from narvard_plugin.gui.tree_model import NAME, NUMBER
from narvard_plugin.store.geopackage import create_geopackage
from narvard_plugin.store.register import MIGRATIONS
from narvard_plugin.store.workspace import create_workspace, open_workspace
from tests.qgis.conftest import county, drop_results, provider  # noqa: F401
from tests.qgis.small_network import run

HAGBO = "99-vardcentral-026"
CENTRES = "care/vardcentral"
INDEX = "statistics/2025/9/socioeconomic_index"


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


def test_tools_are_offered_only_where_they_are(opened):
    assert tool_dialogs.tool("no-such-tool") is None
    told = []
    opened.session.told.connect(lambda text, level: told.append(text))
    assert not tool_dialogs.open_tool(opened.session, "no-such-tool")
    assert told == ["The tool no-such-tool is not in this version of Närvård."]


def _centres(page):
    index = page.session.snapshot.index
    return index.matching(page.session.wanted()) & (index.facilities["type"] == "vardcentral").to_numpy()
