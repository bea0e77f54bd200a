"""The list of cases: what is pressing stands first, said without colour too, and a click shows the plan on the map."""

# ruff: noqa: F811 - the fixtures are imported

import pandas as pd
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QAbstractItemModelTester, QTest

from narvard_plugin.gui.plans.cases_model import DUE, LEFT, NAME, STAGE
from narvard_plugin.store.workspace import open_workspace
from tests.gui.plans.plan_dock_steps import (  # noqa: F401
    EKBACKEN,
    choose,
    click_row,
    county,
    dock,
    drop_results,
    fresh_choices,
    provider,
    referral_of,
    settled,
    take_up,
    workspace,
)  # fmt: skip


def names(dock):
    filtered = dock.cases.filter
    return [filtered.index(row, NAME).data() for row in range(filtered.rowCount())]


def test_what_is_late_stands_first_and_says_so(dock):
    QAbstractItemModelTester(dock.cases.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    first = dock.cases.filter.index(0, DUE)
    assert (first.data(), dock.cases.filter.index(0, LEFT).data()) == ("2026-05-20", "26 days late")
    assert not first.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert first.data(Qt.ItemDataRole.BackgroundRole).color().name() == "#f2b8a0"
    assert len(names(dock)) == 12 and "Ringvägen" not in names(dock)
    assert dock.cases.found.text().startswith("12 of 24, 2 with a date that is late")


def test_filters_by_words_stage_function_person_and_what_is_over(dock):
    QTest.keyClicks(dock.cases.search, "lindhamn ekb")
    assert names(dock) == ["Ekbacken, Lasarettsparken 3 m.fl."]
    dock.cases.search.clear()
    dock.cases.only_open.click()
    assert len(names(dock)) == 24
    choose(dock.cases.stage, "granskning")
    dock.cases.stage.activated.emit(0)
    assert len(names(dock)) == 4
    choose(dock.cases.department, "akut")
    dock.cases.department.activated.emit(0)
    assert set(names(dock)) == {"Ekbacken, Lasarettsparken 3 m.fl.", "Ekhagen, Hamnängen 7 m.fl."}
    dock.cases.mine.click()
    assert names(dock) == []


def test_a_click_moves_the_map_to_the_plan_and_keys_choose_without_moving_it(dock, qgis_canvas, qtbot):
    before = qgis_canvas.extent()
    dock.cases.table.setFocus()
    dock.cases.table.setCurrentIndex(dock.cases.filter.index(0, 0))
    QTest.keyClick(dock.cases.table, Qt.Key.Key_Down)
    settled(dock, qtbot)
    assert qgis_canvas.extent() == before
    take_up(dock, qtbot)
    plan = dock.map.plan[0].asGeometry().boundingBox()
    assert qgis_canvas.extent().contains(plan) and qgis_canvas.extent().width() < 5000
    assert "Ekbacken" in dock.head.title.text() and "days left" in dock.head.due.text()
    dates = dock.cases.dates.lines
    assert [line.cells[1] for line in dates] == sorted(line.cells[1] for line in dates) and len(dates) >= 8


def test_silent_municipalities_and_plans_that_nobody_sent_are_listed(dock, workspace, qtbot):
    assert len(dock.cases.silent.lines) == 8
    assert (
        "does not mean" in dock.cases.silent.lines[0].cells[1]
        or "nothing is known" in dock.cases.silent.lines[0].cells[1]
    )
    item = {
        "item_id": "x1",
        "source": "kommunens karta",
        "municipality": "9904",
        "name": "Nya torget",
        "status": "samråd",
    }
    with open_workspace(str(workspace)) as opened:
        opened.write("plan_items", pd.DataFrame([item]))
    with qtbot.waitSignal(dock.state.overview_changed, timeout=90_000):
        dock.reload()
    assert [line.cells[0] for line in dock.cases.sent.lines] == ["Nya torget"]
    assert "(1)" in dock.cases.below.tabText(1)


def test_a_limited_procedure_is_said_loudly(dock, workspace, qtbot):
    with open_workspace(str(workspace)) as opened:
        case = opened.read("plan_cases", within={"plan_id": ["EX-P021"]}).iloc[0]
        opened.change(
            "plan_cases", {"plan_id": "EX-P021"}, {"procedure": "begransat"}, row_version=int(case["row_version"])
        )
    with qtbot.waitSignal(dock.state.overview_changed, timeout=90_000):
        dock.reload()
    take_up(dock, qtbot, "EX-P021", "samråd")
    assert dock.head.loud.isVisible() and "LAST CHANCE" in dock.head.loud.text()
    row = dock.cases.table.currentIndex().row()
    assert "LAST CHANCE" in dock.cases.filter.index(row, STAGE).data()
    assert "last chance" in dock.cases.found.text()
