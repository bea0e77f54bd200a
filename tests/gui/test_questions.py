"""The start page: a question opened, run and told in half a page, with a printed map."""

# ruff: noqa: F811 - the fixtures are imported

import math
import zipfile

import pandas as pd
import pytest
from processing.gui import AlgorithmDialog, ParametersPanel, Postprocessing
from processing.tools import general
from qgis.core import QgsLayoutItemLabel, QgsLayoutItemLegend, QgsLayoutItemMap, QgsLayoutItemScaleBar, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QAbstractItemModelTester, QTest
from qgis.PyQt.QtWidgets import QApplication

from narvard_plugin.adapters.question_answers import answer_of, cards
from narvard_plugin.adapters.question_inputs import Told
from narvard_plugin.algorithms.ready_models import ready_models
from narvard_plugin.gui.questions_page import QuestionsPage
from narvard_plugin.store.workspace import open_workspace
from tests.gui.pages_conftest import canvas, county, drop_results, provider, session, workspace  # noqa: F401
from tests.qgis.small_network import rows


@pytest.fixture
def page(session, canvas, qgis_iface, qtbot):
    page = QuestionsPage(session, qgis_iface)
    qtbot.addWidget(page)
    page.resize(450, 900)
    page.show()
    qtbot.waitUntil(lambda: page.ground is not None, timeout=60_000)
    yield page
    page.stop()
    QgsProject.instance().layoutManager().clear()
    QgsProject.instance().removeAllMapLayers()


def card_of(page, model):
    return next(shown for shown in page.cards if shown.card.model == model)


@pytest.mark.parametrize("card", cards(), ids=lambda card: card.model)
def test_every_question_is_a_model_with_its_results_and_texts(card, provider):
    model = provider.algorithm(card.model)
    names = {definition.name() for definition in model.parameterDefinitions()}
    assert card.results | set(card.inputs) <= names
    found = {str(rule["name"]): "word" if rule["do"] == "text" else 12.5 for rule in card.rules}
    for language in ("sv", "en"):
        answer = answer_of(card, found, [("Year", "2030")], [("SCB", "2024-12-31")], language, ",")
        assert len(answer.paragraphs) == 5
        assert "{" not in answer.text
        assert "2024-12-31" in answer.text
        assert 100 < len(answer.text) < 3000


def test_every_ready_model_is_asked(provider):
    assert {card.model for card in cards()} == {model.name() for model in ready_models()}


def test_a_question_from_card_to_text(page, workspace, session, qgis_iface, qtbot, tmp_path, monkeypatch):
    for module in (ParametersPanel, Postprocessing):  # no main window: Processing then asks it for nothing
        monkeypatch.setattr(module, "iface", None, raising=False)
    for module in (AlgorithmDialog, general):
        monkeypatch.setattr(module, "iface", qgis_iface)
    card = card_of(page, "needmap")
    QTest.mouseClick(card.open, Qt.MouseButton.LeftButton)
    dialog = page.dialog
    qtbot.addWidget(dialog)
    given = dialog.createProcessingParameters()
    assert given["NETWORK"] == session.settings.network
    with qtbot.waitSignal(page.answered, timeout=60_000):
        dialog.runButton().click()
    project = QgsProject.instance()
    result = next(
        layer
        for layer in project.mapLayers().values()
        if layer.fields().indexFromName("combined_class") >= 0 and layer.isSpatial()
    )
    areas = rows(result)
    worst = [row for row in areas if row["combined_class"] == "3-3"]
    people = sum(row["population"] for row in worst)
    told = page.answer.text.toPlainText()
    assert f"{len(worst)} " in told
    assert f"{len(areas)} areas" in told
    assert f"{people:,.0f}".replace(",", " ") in told
    first = max(areas, key=lambda row: row["weight"])["name"]
    assert first in told
    assert "2024-12-31" in told
    assert "Listningar" not in told  # which nothing here was counted from
    assert result.name() == "Need of care and travel time"
    layout = page.answer.layout_of_map
    assert project.layoutManager().layoutByName(card.card.question.en) is layout
    kinds = {type(item) for item in layout.items()}
    assert {QgsLayoutItemMap, QgsLayoutItemLegend, QgsLayoutItemScaleBar, QgsLayoutItemLabel} <= kinds
    page.answer.copy.click()
    assert QApplication.clipboard().text() == told
    page.answer.save_as(str(tmp_path / "svar.odt"))
    assert "content.xml" in zipfile.ZipFile(tmp_path / "svar.odt").namelist()
    page.answer.save_as(str(tmp_path / "svar.html"))
    assert first in (tmp_path / "svar.html").read_text("utf-8")
    page.answer.save_as("/nowhere/svar.odt")
    assert page.answer.notice.kind == "error"
    page.answer.all.click()
    assert page.views.currentIndex() == 0


def test_a_scenario_is_asked_about_in_a_year_when_it_stands(page, session):
    card = card_of(page, "changeofrole").card
    assert page.parameters_of(card)["YEAR"] == session.year
    session.select_scenario("B")
    given = page.parameters_of(card)
    assert (given["SCENARIO"], given["YEAR"]) == ("B", 2028)
    session.choose(horizon="2040")
    assert page.parameters_of(card)["YEAR"] == 2040


def test_only_the_sources_that_were_asked_are_named(page):
    def named(*inputs):
        return {name.partition(":")[0] for name, _ in page.ground.sources_of(inputs)}

    assert named("facilities") == {"Vårdenheter och utbud"}
    assert named("people", "network") == {"Befolkning per ruta"}
    assert named("areas_own", "year") == {"Statistik per område"}
    unknown = page.ground._replace(told_sources=[Told("x", "2024", frozenset({""}))])
    assert unknown.sources_of(["people"]) == [("x", "2024")]  # it may have been this one


def test_what_is_lacking_is_said(page, workspace, session, qtbot):
    assert "You give" in card_of(page, "horizon").lacks.text()
    assert card_of(page, "needmap").lacks.isHidden()
    with open_workspace(str(workspace)) as opened:
        empty = opened.read("capacity").iloc[:0]
        opened.write("capacity", empty, mode="replace")
    session.data_changed.emit()
    qtbot.waitUntil(lambda: "capacity" in card_of(page, "primarycareaccess").lacks.text(), timeout=60_000)


def test_a_number_that_is_not_known_is_a_dash():
    card = next(card for card in cards() if card.model == "needmap")
    found = {str(rule["name"]): "" if rule["do"] == "text" else math.nan for rule in card.rules}
    answer = answer_of(card, found, [], [], "en", ".")
    assert "In – of – areas" in answer.text
    assert "A dash (–) stands where the computation gives no number." in answer.text
    assert "The workspace names no sources" in answer.text


def test_what_changed_since_last_time(page, workspace, qtbot):
    with open_workspace(str(workspace), who="Planner", tool="test") as opened:
        facilities = opened.read("facilities")
        row = {"facility_id": "99-new", "name": "New centre", "type": "vardcentral"}
        opened.write("facilities", pd.DataFrame([row]))
    page.history.click()
    changes = page.changes
    QAbstractItemModelTester(changes.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    qtbot.waitUntil(lambda: changes.model.rowCount() > 0, timeout=60_000)
    assert len(facilities) == 502
    changes.period.setCurrentIndex(0)
    rows_shown = [
        [changes.model._text(changes.model._rows[row], column) for column in range(7)]
        for row in range(changes.model.rowCount())
    ]
    (mine,) = [row for row in rows_shown if "99-new" in row[changes.model.WHAT]]
    assert mine[changes.model.TABLE] == "Facilities"
    assert (mine[changes.model.ADDED], mine[changes.model.REMOVED], mine[changes.model.WHO]) == ("1", "–", "Planner")
    made = [row for row in rows_shown if row[changes.model.TABLE] == "Services"]
    assert [row[changes.model.ADDED] for row in made] == ["953"]  # one line for one occasion, not one for each row


def test_without_a_workspace_the_questions_can_be_asked_all_the_same(session, qgis_iface, qtbot, monkeypatch):
    monkeypatch.setenv("NARVARD_WORKSPACE", "")
    page = QuestionsPage(type(session)(), qgis_iface)
    qtbot.addWidget(page)
    page.show()
    assert page.notice.kind == "empty"
    given = page.parameters_of(card_of(page, "needmap").card)
    assert set(given) == {"NETWORK"}
