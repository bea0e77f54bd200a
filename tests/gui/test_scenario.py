"""The page where scenarios are edited on the map, and its figures against the tools'."""

# ruff: noqa: F811 - the fixtures are imported

import pandas as pd
import pytest
from qgis.core import NULL, Qgis, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapToolPan
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtTest import QAbstractItemModelTester, QTest

from narvard_plugin.adapters.dock_layers import CARE, HEALTH
from narvard_plugin.adapters.layer_group import OUTERMOST, LayerGroup
from narvard_plugin.gui.scenario_page import ScenarioPage
from narvard_plugin.gui.session import Session
from narvard_plugin.store.workspace import open_workspace
from tests.gui.pages_conftest import canvas, choose, county, drop_results, provider, session, workspace  # noqa: F401
from tests.qgis.small_network import rows, run

CLOSED = "99-vardcentral-012"


@pytest.fixture
def page(session, qgis_iface, canvas, qtbot):
    page = ScenarioPage(session, qgis_iface)
    qtbot.addWidget(page)
    page.resize(500, 900)
    with qtbot.waitSignal(page.answered, timeout=60_000):
        page.show()
    with qtbot.waitSignal(page.answered, timeout=60_000):
        page.make("Test")
    choose(page.wanted, ("type", "vardcentral"))
    page.year.setValue(2030)
    wait(page, qtbot)
    yield page
    page.stop()
    QgsProject.instance().removeAllMapLayers()


def wait(page, qtbot):
    qtbot.waitUntil(lambda: not (page._live.busy or page._reader.busy or page.editor.storing), timeout=60_000)


def stored(path, scenario="Test"):
    with open_workspace(str(path)) as opened:
        rows = opened.read("scenario_changes")
    return rows[rows["scenario"] == scenario]


def look_at(canvas, x, y, metres=20_000):
    canvas.setExtent(QgsRectangle(x - metres, y - metres, x + metres, y + metres))
    return lambda x, y: canvas.getCoordinateTransform().transform(x, y).toQPointF().toPoint()


def click(canvas, at):
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def drag(canvas, start, end):
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(canvas.viewport(), (start + end) / 2)
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)


def measures(page):
    answer = page.answer
    return {group.name: {m.name: m for m in group.measures.values()} for group in [answer.everybody, *answer.groups]}


def test_the_figures_are_those_of_the_tools(page, workspace, county, qgis_canvas, qtbot):
    x, y = page.basis.places[CLOSED]
    pixel = look_at(qgis_canvas, x, y)
    page.tools["close"].click()
    click(qgis_canvas, pixel(x, y))
    page.tools["open"].click()
    click(qgis_canvas, look_at(qgis_canvas, 800_000, 6_340_000)(800_000, 6_340_000))
    other = "99-vardcentral-002"
    ox, oy = page.basis.places[other]
    pixel = look_at(qgis_canvas, ox, oy)
    page.tools["move"].click()
    drag(qgis_canvas, pixel(ox, oy), pixel(ox + 5000, oy + 4000))
    wait(page, qtbot)
    assert sorted(stored(workspace)["action"]) == ["close", "move", "open"]

    given = {
        "FACILITIES": f"{workspace}|layername=facilities",
        "SERVICES": f"{workspace}|layername=services",
        "YEAR": 2030,
    }
    changes = {"CHANGES": f"{workspace}|layername=scenario_changes", "SCENARIO": "Test"}
    times = []
    for scenario in ({}, changes):
        stand = run("applyscenario", OUTPUT="memory:", **given, **scenario)["OUTPUT"]
        stand.setSubsetString("\"type\" = 'vardcentral'")
        nearest = run(
            "nearestfacility", NETWORK=county.network, ORIGINS=f"{workspace}|layername=people|subset=region = '99'",
            ORIGIN_ID="origin_id", POPULATION="population", FACILITIES=stand, FACILITY_ID="facility_id", OUTPUT="memory:",
        )  # fmt: skip
        times.append(nearest["OUTPUT"])
    compared = run(
        "comparescenarios", BEFORE=times[0], AFTER=times[1], POPULATION="population", AREAS=county.layer("areas"),
        AREA_TYPE="area_type", OUTPUT="memory:", SUMMARY="memory:", AREA_OUTPUT="memory:",
    )  # fmt: skip
    ours, checked = measures(page), 0
    for row in rows(compared["SUMMARY"]):
        if row["group_kind"] in ("all", "area_type"):
            own = ours[row["group_name"]][row["measure"]]
            for name in ("before", "after", "change"):
                assert known(getattr(own, name)) == known(row[name])
                checked += 1
    assert checked == 6 * 15 * 3
    assert ours["all"]["gainers"].change > 0
    assert ours["all"]["losers"].change > 1000
    layer = QgsProject.instance().mapLayersByName("Scenario: change in travel time")[0]
    theirs = {row["area_code"]: row for row in rows(compared["AREA_OUTPUT"])}
    own = {feature["area_code"]: feature.attributes() for feature in layer.getFeatures()}
    names = [field.name() for field in layer.fields()]
    assert set(own) <= set(theirs)
    for code, values in own.items():
        assert [known(value) for value in values[3:12]] == [known(theirs[code][name]) for name in names[3:12]]
        assert values[12] == theirs[code]["reach"]


def known(value):
    """A number to compare, to the last digits; None where there is none."""
    return None if value is None or value == NULL or value != value else pytest.approx(value, rel=1e-12, abs=1e-9)


def test_every_step_is_stored_undone_and_redone(page, workspace, qtbot):
    QAbstractItemModelTester(page.changes, QAbstractItemModelTester.FailureReportingMode.Fatal)
    QAbstractItemModelTester(page.results.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.session.scenario_change_wanted.emit(CLOSED, "close")
    assert page.form.facility_id == CLOSED
    page.form.button.click()
    wait(page, qtbot)
    losers = page.answer.everybody.measures["losers"].change
    assert losers > 1000
    assert [sign.action for sign in page.signs.signs] == ["close"]
    page.tools["change_role"].click()
    page.form.choose("99-vardcentral-002")
    page.form.choose_kind("narmottagning")
    page.form.button.click()
    wait(page, qtbot)
    assert page.answer.everybody.measures["losers"].change > losers
    assert stored(workspace)[["facility_id", "action"]].values.tolist() == [
        [CLOSED, "close"], ["99-vardcentral-002", "change_role"]
    ]  # fmt: skip
    page.activateWindow()
    page.setFocus()
    QTest.keySequence(page, QKeySequence(QKeySequence.StandardKey.Undo))
    wait(page, qtbot)
    assert stored(workspace)["action"].tolist() == ["close"]
    assert page.answer.everybody.measures["losers"].change == losers
    page.editor.undo_stack.undo()
    wait(page, qtbot)
    assert stored(workspace).empty
    assert page.answer.everybody.measures["losers"].change == 0
    assert page.signs.signs == []
    page.editor.undo_stack.redo()
    wait(page, qtbot)
    page.table.selectRow(0)
    page.remove.click()
    wait(page, qtbot)
    assert stored(workspace).empty
    assert len(stored(workspace, "B")) == 12  # the other scenarios are as they were


def test_a_second_writer_is_not_overwritten(page, workspace, qgis_iface, qtbot):
    page.session.scenario_change_wanted.emit(CLOSED, "close")
    with open_workspace(str(workspace)) as theirs:
        row = {"scenario": "Test", "facility_id": "99-vardcentral-003", "action": "close", "year": 2030}
        theirs.write("scenario_changes", pd.DataFrame([row]))
    page.form.button.click()
    wait(page, qtbot)
    wait(page, qtbot)
    assert stored(workspace)["facility_id"].tolist() == ["99-vardcentral-003"]
    assert [row["facility_id"] for row in page.editor.rows] == ["99-vardcentral-003"]
    assert any(
        "changed by someone else" in text for text in qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Warning)
    )


def test_only_the_newest_question_is_answered(page, qtbot):
    heard = []
    page.answered.connect(lambda: heard.append(page.year.value()))
    for year in range(2031, 2041):
        page.year.setValue(year)
    wait(page, qtbot)
    assert heard == [2040]


def test_a_service_is_what_people_travel_to(page, qtbot):
    choose(page.wanted, ("service", "akutmottagning_dygnet_runt"))
    with qtbot.waitSignal(page.answered, timeout=60_000):
        choose_text(page.scenario, "A")
    wait(page, qtbot)
    assert page.year.value() == 2028
    assert page.answer.everybody.measures["losers"].change > 10_000  # Ekhamn's nights
    assert len(page.answer.places_after.ids) == len(page.answer.places_before.ids) - 1


def choose_text(combo, text):
    combo.setCurrentText(text)
    combo.activated.emit(combo.currentIndex())


def test_what_cannot_be_carried_out_is_said(page, qtbot):
    page.editor.put([{"facility_id": "nowhere", "action": "close", "year": 2030}], "close")
    wait(page, qtbot)
    assert page.notice.kind == "error"
    assert "nowhere" in page.notice.text.text()
    page.editor.undo_stack.undo()
    wait(page, qtbot)
    assert not page.notice.isVisible()


def test_without_a_workspace_and_without_a_network(session, qgis_iface, qgis_canvas, qtbot, monkeypatch):
    monkeypatch.setenv("NARVARD_NETWORK", "")
    page = ScenarioPage(Session(), qgis_iface)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.answered, timeout=60_000):
        page.show()
    assert "network file" in page.notice.text.text()
    assert page.results.isHidden()
    page.stop()
    monkeypatch.setenv("NARVARD_WORKSPACE", "")
    page = ScenarioPage(Session(), qgis_iface)
    qtbot.addWidget(page)
    page.show()
    assert page.notice.kind == "empty"
    assert not page.content.isEnabled()
    monkeypatch.setenv("NARVARD_WORKSPACE", "/nowhere/x.gpkg")
    page = ScenarioPage(Session(), qgis_iface)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.notice.kind == "error", timeout=60_000)
    assert "/nowhere/x.gpkg" in page.notice.text.text()
    page.stop()


def test_escape_and_another_tool_leave_the_edit(page, qgis_iface, canvas):
    for leave in (
        lambda: QTest.keyClick(canvas, Qt.Key.Key_Escape),
        lambda: QTest.keyClick(page.form.east, Qt.Key.Key_Escape),
        lambda: canvas.setMapTool(QgsMapToolPan(canvas)),
    ):
        page.activateWindow()
        page.tools["move"].click()
        assert canvas.mapTool() is page.tool and page.form.isVisible()
        leave()
        assert page.edits.action == "" and page.form.isHidden() and canvas.mapTool() is not page.tool
    page.tools["move"].click()
    page.tools["close"].click()  # from one edit to the next the map stays with the page
    assert page.edits.action == "close" and canvas.mapTool() is page.tool


def test_only_the_step_stands_in_the_audit(page, workspace, qtbot):
    def told():
        with open_workspace(str(workspace)) as opened:
            rows = opened.read("audit")
        return rows.loc[rows["tool"] == "scenario", ["table_name", "action"]].values.tolist()

    choose_text(page.scenario, "B")
    wait(page, qtbot)
    before = len(told())
    page.session.scenario_change_wanted.emit(CLOSED, "close")
    page.form.button.click()
    wait(page, qtbot)
    page.editor.undo_stack.undo()
    wait(page, qtbot)
    assert told()[before:] == [["scenario_changes", "insert"], ["scenario_changes", "delete"]]
    assert len(stored(workspace, "B")) == 12


def test_a_step_that_waits_is_stored_when_the_window_closes(page, workspace):
    for number in range(2, 6):
        row = {"facility_id": f"99-vardcentral-00{number}", "action": "close", "year": 2030}
        page.editor.put([*page.editor.rows, row], "close")
    page.stop()
    assert len(stored(workspace)) == 4


def test_the_change_is_drawn_over_the_areas_and_under_the_facilities(page, qtbot):
    project = QgsProject.instance()
    group = LayerGroup(project)
    areas, points = (QgsVectorLayer(kind, kind, "memory") for kind in ("Polygon", "Point"))
    group.add("health/x", [areas], [OUTERMOST, (HEALTH, "Health")])
    page.session.scenario_change_wanted.emit(CLOSED, "close")
    page.form.button.click()
    wait(page, qtbot)
    group.add("care/x", [points], [OUTERMOST, (CARE, "Care")])
    names = [layer.name() for layer in project.layerTreeRoot().layerOrder()]
    assert names == ["Point", "Scenario: change in travel time", "Polygon"]


def test_an_answer_beneath_the_areas_is_lifted_to_where_both_are_seen(qgis_new_project):
    project = QgsProject.instance()
    group = LayerGroup(project)
    areas, points, answer = (QgsVectorLayer(kind, kind, "memory") for kind in ("Polygon", "Point", "MultiPoint"))
    project.addMapLayer(answer, False)
    project.layerTreeRoot().addLayer(answer)
    group.lift_over_areas(answer)  # nothing of the dock's hides it
    group.add("health/x", [areas], [OUTERMOST, (HEALTH, "Health")])
    group.add("care/x", [points], [OUTERMOST, (CARE, "Care")])
    assert [layer.name() for layer in project.layerTreeRoot().layerOrder()] == ["Point", "Polygon", "MultiPoint"]
    group.lift_over_areas(answer)
    assert [layer.name() for layer in project.layerTreeRoot().layerOrder()] == ["Point", "MultiPoint", "Polygon"]
    assert project.mapLayer(answer.id()) is answer
    result = QgsVectorLayer("LineString", "Line", "memory")
    project.addMapLayer(result, False)
    # As QGIS does with a result when a layer of the group is the active one.
    project.layerTreeRoot().findGroup("Närvård").insertLayer(0, result)
    group.lift_over_areas(answer)
    assert [layer.name() for layer in project.layerTreeRoot().layerOrder()] == [
        "Line",
        "Point",
        "MultiPoint",
        "Polygon",
    ]


def test_a_workspace_that_is_gone_keeps_what_is_shown_and_says_so(page, workspace, qgis_iface, qtbot):
    away = workspace.rename(workspace.with_name("borta.gpkg"))
    page.session.scenario_change_wanted.emit(CLOSED, "close")
    page.form.button.click()
    qtbot.waitUntil(lambda: page.notice.kind == "error", timeout=60_000)
    assert "There is no workspace at" in page.notice.text.text()
    assert stored(away).empty
