"""The page of indicators, drawn by matplotlib and by the project itself."""

# ruff: noqa: F811 - the fixtures are imported

import csv
import math

import pandas as pd
import pytest
from qgis.core import QgsRectangle
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QPalette
from qgis.PyQt.QtTest import QAbstractItemModelTester, QTest

from narvard_plugin.adapters.indicator_figures import Indicator
from narvard_plugin.adapters.indicator_values import IndicatorTables
from narvard_plugin.gui import language as spoken
from narvard_plugin.gui.chart import SvgChart, shown_palette, themed
from narvard_plugin.gui.indicators_model import unit_of
from narvard_plugin.gui.indicators_page import IndicatorsPage
from narvard_plugin.store.workspace import open_workspace
from tests.gui.pages_conftest import canvas, choose, county, drop_results, provider, session, workspace  # noqa: F401

SHARE = Indicator("statistics", "diabetes_share")
TARGET = {
    "indicator": "diabetes_share", "area_code": "99", "area_level": "region", "year": 2030, "target": 5.5, "better": "lower"
}  # fmt: skip
HEALTH = {
    "source": "folkhalsomyndigheten",
    "indicator": "halsa",
    "indicator_name": "Bra hälsa",
    "unit": "procent",
    "period": "2021-2024",
    "sex": "T",
    "status": "ok",
}


@pytest.fixture(params=[True, False], ids=["own drawing", "matplotlib"])
def page(request, workspace, session, canvas, qgis_iface, qtbot):
    if not request.param:
        pytest.importorskip("matplotlib")
    with open_workspace(str(workspace)) as opened:
        opened.write("malvarde", pd.DataFrame([TARGET]))
        rows = [{**HEALTH, "area_code": "99", "area_level": "region", "value": 74.0}]
        rows.append({**HEALTH, "area_code": "9901", "area_level": "municipality", "value": 70.0})
        rows.append({**HEALTH, "area_code": "9902", "area_level": "municipality", "status": "suppressed"})
        opened.write("health_figures", pd.DataFrame(rows))
    page = IndicatorsPage(session, qgis_iface, plain=request.param)
    assert isinstance(page.chart, SvgChart) is request.param
    qtbot.addWidget(page)
    page.resize(500, 900)
    with qtbot.waitSignal(page.shown, timeout=60_000):
        page.show()
    yield page
    page.stop()


def show(page, qtbot, indicator, level):
    with qtbot.waitSignal(page.shown, timeout=60_000):
        choose(page.indicator, indicator)
    with qtbot.waitSignal(page.shown, timeout=60_000):
        choose(page.level, level)


def test_a_share_against_its_target(page, workspace, canvas, qtbot, tmp_path):
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    show(page, qtbot, SHARE, "municipality")
    with open_workspace(str(workspace)) as opened:
        rows = opened.read("statistics")
    rows = rows[(rows["vintage"] == "2025") & (rows["year"] == 2024)].pivot(
        index="area_code", columns="variable", values="value"
    )
    own = rows[rows.index.str[:2] == "99"]
    people = own["population"].groupby(own.index.str[:4]).sum()
    means = (own["diabetes_share"] * own["population"]).groupby(own.index.str[:4]).sum() / people
    found = {row.code: row.value for row in page.judged.figures.rows}
    assert found == pytest.approx(means.to_dict())
    assert list(found) == list(means.sort_values(ascending=False).index)
    assert page.judged.mean == pytest.approx(
        (own["diabetes_share"] * own["population"]).sum() / own["population"].sum()
    )
    assert page.judged.met == [value <= 5.5 for value in found.values()]
    assert page.model.text(0, page.model.TARGET).endswith("target not met")
    canvas.setExtent(QgsRectangle(600_000, 6_500_000, 601_000, 6_501_000))
    before = QgsRectangle(canvas.extent())
    QTest.mouseClick(
        page.chart, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(120, page.chart.middle_of(3))
    )
    assert page.chosen == 3
    assert page.table.selectionModel().selectedRows()[0].row() == 3
    box = page.judged.figures.boxes[list(found)[3]]
    assert canvas.extent() != before
    assert canvas.extent().contains(QgsRectangle(*box))
    for ending in ("png", "svg", "csv"):
        page.save_as(str(tmp_path / f"chart.{ending}"))
        assert (tmp_path / f"chart.{ending}").stat().st_size > 200
    with (tmp_path / "chart.csv").open(encoding="utf-8-sig", newline="") as file:
        written = list(csv.reader(file, delimiter=";"))
    assert [row[0] for row in written[1:]] == list(found)
    assert float(written[1][2].replace(",", ".")) == pytest.approx(means.max(), rel=1e-9)


def test_health_is_never_painted_on_smaller_areas(page, qtbot):
    health = Indicator("health_figures", "halsa", "", "Bra hälsa", "procent")
    assert unit_of(health) == "procent"
    show(page, qtbot, health, "municipality")
    rows = {row.code: row for row in page.judged.figures.rows}
    assert rows["9901"].value == 70
    assert (math.isnan(rows["9902"].value), rows["9902"].status) == (True, "suppressed")
    assert {row.status for code, row in rows.items() if code not in ("9901", "9902")} == {"missing"}
    show(page, qtbot, health, "deso")
    assert len(page.judged.figures.rows) == 153
    assert all(math.isnan(row.value) and row.status == "missing" for row in page.judged.figures.rows)
    assert "none are made up" in page.said.text()
    texts = {page.model.text(row, page.model.VALUE) for row in range(153)}
    assert texts == {"–"}


def test_a_target_without_figures_says_so(page, qtbot):
    show(page, qtbot, Indicator("malvarde", "restid_halsocentral"), "region")
    assert "no figures" in page.said.text()
    assert not page.chart.isVisible()


def test_capacity_and_waiting_times(page, workspace, qtbot):
    show(page, qtbot, Indicator("capacity", "listade_per_specialist"), "unit")
    with open_workspace(str(workspace)) as opened:
        rows = opened.read("capacity").pivot_table(index="facility_id", columns="kind", values="value")
        waiting = opened.read("waiting_times")
    expected = (rows["listade"] / rows["heltid_specialist"]).dropna()
    expected = expected[expected.index.str[:2] == "99"]
    assert {row.code: row.value for row in page.judged.figures.rows} == pytest.approx(expected.to_dict())
    show(page, qtbot, Indicator("waiting_times", "knaprotes", "vantar_operation"), "region")
    mine = waiting[
        (waiting["specialty"] == "knaprotes") & (waiting["measure"] == "vantar_operation") & (waiting["region"] == "99")
    ]
    mine = mine[mine["period"] == waiting["period"].max()]
    share = 100 * (mine["number"] * mine["share_over_90d"]).sum() / mine["number"].sum()
    assert [row.value for row in page.judged.figures.rows] == [pytest.approx(share)]


def test_every_indicator_can_be_shown_at_every_level(workspace):
    tables = IndicatorTables(str(workspace))
    found = tables.indicators()
    assert len(found) > 30
    for indicator in found:
        for level in tables.levels(indicator):
            figures = tables.figures(indicator, level)
            assert all(row.own for row in figures.rows)
            assert all(row.status in ("suppressed", "missing") for row in figures.rows if math.isnan(row.value))


def test_without_a_workspace(session, qgis_iface, qtbot, monkeypatch):
    monkeypatch.setenv("NARVARD_WORKSPACE", "")
    page = IndicatorsPage(type(session)(), qgis_iface, plain=True)
    qtbot.addWidget(page)
    page.show()
    assert page.notice.kind == "empty"
    assert not page.content.isEnabled()


def test_the_drawing_has_the_colours_of_a_theme_that_is_a_style_sheet(page):
    """QGIS's dark themes are; a plain widget's palette has other colours than the window then."""
    page.setStyleSheet("QWidget { background: transparent; } QGroupBox { color: #aaaaaa; background-color: #323232; }")
    palette = shown_palette(page.chart)
    assert palette.color(QPalette.ColorRole.WindowText).name() == "#aaaaaa"
    assert palette.color(QPalette.ColorRole.Window).name() == "#323232"
    if isinstance(page.chart, SvgChart):
        assert "#aaaaaa" in themed(page.chart.markup(), palette)
    else:
        page.chart.show_ranked(page.chart._chart)
        assert [round(255 * part) for part in page.chart.figure.get_facecolor()[:3]] == [0x32] * 3


def test_swedish_has_a_comma_whatever_the_computer_is_set_to(monkeypatch):
    monkeypatch.setattr(spoken, "language", lambda: "sv")
    assert spoken.shown(15.04, 1) == "15,0"
