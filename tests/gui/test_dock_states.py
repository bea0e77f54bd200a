"""What the dock shows when something is not as it should be, and how it is used without a mouse."""

# ruff: noqa: F811 - the fixtures are imported

import shutil

import pytest
from processing.gui import AlgorithmDialog, ParametersPanel, Postprocessing
from processing.tools import general
from qgis.core import Qgis, QgsProject
from qgis.gui import QgsCheckableComboBox, QgsFileWidget, QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QAbstractItemModelTester, QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from narvard_plugin.gui.tree_model import NAME
from narvard_plugin.store.geopackage import create_geopackage
from narvard_plugin.store.register import MIGRATIONS
from narvard_plugin.store.workspace import create_workspace, open_workspace
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
    opens,
    press,
    provider,
    shown,
    typed,
    workspace,
)


def test_a_stale_reply_is_not_heard(dock, workspace, tmp_path, qtbot):
    other = tmp_path / "annan.gpkg"
    create_workspace(str(other), "08").close()
    dock.session.choose(workspace=str(workspace))
    dock.session.choose(workspace=str(other))
    qtbot.waitUntil(lambda: dock.session.snapshot is not None, timeout=60_000)
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
    qtbot.waitUntil(lambda: "There is no workspace at" in dock.state.text.text(), timeout=60_000)
    away.rename(workspace)
    press(dock, "Try again", qtbot)
    qtbot.waitUntil(lambda: dock.pages.isVisible(), timeout=60_000)


def test_an_older_workspace_is_brought_up_to_date_when_asked(dock, tmp_path, qtbot):
    create_geopackage(tmp_path / "gammal.gpkg", "99", "0.1.0", MIGRATIONS[:3])
    dock.session.choose(workspace=str(tmp_path / "gammal.gpkg"))
    qtbot.waitUntil(lambda: "older schema" in dock.state.text.text(), timeout=60_000)
    press(dock, "Bring it up to date", qtbot)
    qtbot.waitUntil(lambda: dock.session.snapshot is not None, timeout=90_000)


def test_a_workspace_that_is_made_from_the_panel_is_opened(dock, qgis_iface, tmp_path, qtbot, monkeypatch):
    for module in (ParametersPanel, Postprocessing):  # no main window: Processing then asks it for nothing
        monkeypatch.setattr(module, "iface", None, raising=False)
    for module in (AlgorithmDialog, general):
        monkeypatch.setattr(module, "iface", qgis_iface)
    before = set(QApplication.topLevelWidgets())
    press(dock, "Create workspace", qtbot)
    dialog = next(one for one in set(QApplication.topLevelWidgets()) - before if hasattr(one, "runButton"))
    qtbot.addWidget(dialog)
    dialog.setParameters({"WORKSPACE": str(tmp_path / "kalmar.gpkg"), "REGION": "08"})
    with qtbot.waitSignal(dock.session.snapshot_changed, timeout=60_000):
        dialog.runButton().click()
    qtbot.waitUntil(lambda: dock.session.snapshot is not None, timeout=60_000)
    assert dock.session.settings.workspace == str(tmp_path / "kalmar.gpkg") and dock.session.region == "08"
    assert dock.pages.isVisible()


def test_reading_can_be_cancelled(dock, workspace, qtbot):
    dock.session.choose(workspace=str(workspace))
    press(dock, "Cancel", qtbot)
    qtbot.waitUntil(lambda: dock.state.heading.text() == "Not read", timeout=60_000)
    qtbot.wait(1000)
    assert dock.session.snapshot is None


def test_the_open_branches_stay_open_when_it_is_read_again(opened, qtbot):
    page = opened.map_page
    shown(page, f"facility/{HAGBO}")
    earlier = opened.session.snapshot
    opened.session.data_changed.emit()
    qtbot.waitUntil(lambda: opened.session.snapshot is not earlier, timeout=60_000)
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
    qtbot.waitUntil(lambda: opened._stack.currentWidget() is opened.state, timeout=60_000)
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
