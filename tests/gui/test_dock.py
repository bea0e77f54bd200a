"""The dock "Närvård" with real clicks and keys, over the sample county's workspace."""

# ruff: noqa: F811 - the fixtures are imported

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QPoint, Qt

from narvard_plugin.adapters.dock_layers import CARE, HEALTH
from narvard_plugin.core.sample.plan import county_plan
from narvard_plugin.gui import tool_dialogs, tree_nodes
from narvard_plugin.gui.tree_model import NUMBER
from tests.gui.dock_steps import (  # noqa: F401
    CENTRES,
    HAGBO,
    INDEX,
    checked,
    click,
    county,
    dock,
    drop_results,
    fresh_choices,
    impatient,
    layers,
    opened,
    press,
    provider,
    shown,
    typed,
    workspace,
)
from tests.qgis.small_network import run


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


def test_the_card_of_the_chosen_facility(opened, qtbot, county):
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
    qtbot.waitUntil(lambda: page.form.facility_id == pharmacy, timeout=60_000)
    assert page.tools["close"].isChecked() and page.wanted.currentData() == ("type", "apotek")


def test_tools_are_offered_only_where_they_are(opened):
    assert tool_dialogs.tool("no-such-tool") is None
    told = []
    opened.session.told.connect(lambda text, level: told.append(text))
    assert not tool_dialogs.open_tool(opened.session, "no-such-tool")
    assert told == ["The tool no-such-tool is not in this version of Närvård."]


def _centres(page):
    index = page.session.snapshot.index
    return index.matching(page.session.wanted()) & (index.facilities["type"] == "vardcentral").to_numpy()
