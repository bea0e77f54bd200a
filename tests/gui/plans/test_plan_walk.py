"""A planremiss from the letter to the sent answer, by mouse and keys: run, evidence, judging, delsvar, remarks, decision."""

# ruff: noqa: F811 - the fixtures are imported

import json

import pytest
from qgis.PyQt.QtCore import QPoint, Qt, QUrl
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit

from narvard_plugin.gui.plans.check_facts import facts_page
from narvard_plugin.gui.plans.checks_model import RULE
from narvard_plugin.gui.plans.plan_state import Change
from narvard_plugin.store import geopackage
from narvard_plugin.store.errors import ReadOnlyPlace
from narvard_plugin.store.plans.statements import stored_file
from narvard_plugin.store.workspace import open_workspace
from tests.gui.plans.plan_dock_steps import (  # noqa: F401
    choose,
    click_row,
    county,
    dock,
    drop_results,
    fresh_choices,
    press,
    provider,
    settled,
    stored,
    take_up,
    workspace,
    write,
)  # fmt: skip


@pytest.fixture
def taken(dock, qtbot):
    take_up(dock, qtbot)
    return dock


def run_all(dock, qtbot):
    dock.show_page(dock.checks)
    told = []
    dock.state.changed.connect(told.append)
    press(dock.checks.every)
    qtbot.waitUntil(lambda: dock.checks._run is None, timeout=60_000)
    assert dock.notice.isHidden(), dock.notice.text.text()
    settled(dock, qtbot)
    return told


def on_rule(dock, rule_id):
    """Click the rule in the tree."""
    place = dock.checks.model.place_of(rule_id)
    click_row(dock.checks.tree, place)
    assert dock.checks.rule.id == rule_id
    return dock.state.dossier.checks[rule_id]


def rule_with(dock, verdict, found=False):
    dossier = dock.state.dossier
    return next(
        rule_id
        for rule_id, check in dossier.checks.items()
        if check["verdict"] == verdict and (not found or any(one.wkb for one in dossier.proofs.get(rule_id, ())))
    )


def test_from_the_run_to_the_sent_answer(taken, workspace, qgis_canvas, qtbot, tmp_path):
    dock, state = taken, taken.state
    told = run_all(dock, qtbot)
    assert told[0].startswith("Run 1: ") and "44 rules judged" in told[0]
    assert "44 rules: " in dock.checks.said.text()
    group = dock.checks.model.item(0)
    assert group.hasChildren() and group.child(0).data(RULE) in state.dossier.checks
    pages = "".join(facts_page(state.dossier, rule) for rule in state.dossier.rules)
    assert "{" not in pages and "at least 1 departure an hour" in pages  # the region's numbers stand in the texts

    # What a verdict rests on is shown on the map.
    failed = rule_with(dock, "brist", found=True)
    check = on_rule(dock, failed)
    assert check["layer_date"] in dock.checks.facts.toPlainText()
    before = qgis_canvas.extent()
    at = next(at for at, line in enumerate(dock.checks.proofs.lines) if line.key.wkb)
    click_row(dock.checks.proof_table, dock.checks.proofs.index(at, 0))
    found = dock.map.proof[0].asGeometry().boundingBox()
    assert qgis_canvas.extent() != before and qgis_canvas.extent().contains(found)

    # One verdict is confirmed, one changed with a reason, one question answered.
    actions = dock.checks.actions
    stored(dock, qtbot, actions.confirm)
    assert state.dossier.checks[failed]["confirmed_by"] == "Plan Planerare"
    assert "confirmed" in dock.checks.model.itemFromIndex(dock.checks.model.place_of(failed).siblingAtColumn(1)).text()
    other = next(one for one, row in state.dossier.checks.items() if row["verdict"] == "anmarkning" and one != failed)
    on_rule(dock, other)
    press(actions.change)
    choose(actions.verdict, "ok")
    assert not actions.store.isEnabled()  # a reason is required
    write(actions.reason, "Mätt på plats: gångvägen är ny.")
    stored(dock, qtbot, actions.store)
    row = state.dossier.checks[other]
    assert (row["verdict"], row["auto_verdict"], row["reason"]) == (
        "ok",
        "anmarkning",
        "Mätt på plats: gångvägen är ny.",
    )
    asked = next(one.id for one in state.dossier.rules if one.question and one.check is None and one.answers)
    on_rule(dock, asked)
    press(actions.answer)
    nej = next(button for button in actions._choices.buttons() if button.property("answer") == "nej")
    QTest.mouseClick(nej, Qt.MouseButton.LeftButton, pos=QPoint(8, nej.height() // 2))
    write(actions.note, "Planbeskrivningen sid 14")
    stored(dock, qtbot, actions.send)
    row = state.dossier.checks[asked]
    assert (row["answer"], row["verdict"], row["reason"]) == ("nej", "brist", "Planbeskrivningen sid 14")

    # The functions' delsvar are approved; one is sent back, worded anew and handed in.
    dock.show_page(dock.parts)
    part = dock.parts.actions
    dock.parts.choose_part("fast")
    assert part.summary.isReadOnly() and part.store.isHidden() and not part.complete.isEnabled()
    write(part.note, "Vilken tomt?")
    stored(dock, qtbot, part.complete)
    dock.parts.choose_part("fast")
    part.summary.setPlainText("Regionen behöver tomten i söder.")
    choose(part.stance, "avstyrker")
    stored(dock, qtbot, part.lock)
    assert {one["status"] for one in state.dossier.review.parts} == {"svar_lamnat"}
    step(dock, qtbot, "sammanstallning")
    for one in [row["department"] for row in state.dossier.review.parts]:
        dock.parts.choose_part(one)
        stored(dock, qtbot, part.approve)
    assert dock.parts.said.text().startswith("5 of 5 functions have handed in.")

    # Remarks: proposed, worded anew with the original beside, put in another order, one struck.
    dock.show_page(dock.statement)
    remarks = dock.statement.remarks
    stored(dock, qtbot, remarks.propose)
    assert {row["rule_id"] for row in state.dossier.review.remarks} == {failed, asked}
    remarks.list.setCurrentRow(0)
    original = remarks.remark["original_text"]
    remarks.text.setPlainText("Regionen motsätter sig byggnadshöjden.")
    stored(dock, qtbot, remarks.store)
    assert remarks.remark["wording"] == "redigerad" and original in remarks.original.text()
    first = remarks.remark["remark_id"]
    stored(dock, qtbot, remarks.down)
    assert [row["remark_id"] for row in state.dossier.review.remarks][1] == first
    press(remarks.own)
    QTest.keyClicks(remarks.text, "En egen synpunkt.")
    stored(dock, qtbot, remarks.store)
    assert len(state.dossier.review.remarks) == 3
    at = next(at for at, row in enumerate(state.dossier.review.remarks) if row["text"] == "En egen synpunkt.")
    remarks.list.setCurrentRow(at)
    stored(dock, qtbot, remarks.strike)
    assert state.dossier.review.remarks[-1]["wording"] == "struken"

    # The decision: what is open is listed, a person decides, the answer is frozen with its file and sent.
    decision = dock.statement.decision
    dock.statement.views.setCurrentWidget(decision)
    assert failed in decision.proposal.text() and "•" in decision.open.text()
    choose(decision.stance, "avstyrker")
    decision.summary.setPlainText("Regionen avstyrker förslaget.")
    stored(dock, qtbot, decision.draft)
    assert "Regionen avstyrker förslaget." in dock.statement.preview.toPlainText()
    assert "Regionen motsätter sig byggnadshöjden." in dock.statement.preview.toPlainText()
    stored(dock, qtbot, decision.send)
    assert state.dossier.referral["status"] == "for_beslut" and not decision.decide.isEnabled()
    frozen = (dock.checks.every, dock.checks.one, dock.checks.affected, actions.confirm, actions.change, actions.answer)
    assert not any(button.isEnabled() for button in frozen) and "stand as they are" in dock.checks.said.text()
    write(decision.who, "Regionala utskottet")
    stored(dock, qtbot, decision.decide)
    row = state.dossier.newest
    assert (row["status"], row["decided_by"], row["decision_date"]) == ("beslutat", "Regionala utskottet", "2026-06-15")
    with open_workspace(str(workspace), writable=False) as opened:
        file = stored_file(opened, row["statement_id"])
    assert file.content.startswith(b"%PDF") and len(file.content) > 20_000
    dock.statement.save_as(str(tmp_path / "svar.pdf"))
    assert (tmp_path / "svar.pdf").read_bytes() == file.content
    dock.statement.save_as(str(tmp_path / "svar.odt"))
    assert (tmp_path / "svar.odt").stat().st_size > 10_000
    write(decision.receiver, "plan@lindhamn.example")
    stored(dock, qtbot, decision.dispatch)
    assert state.dossier.referral["status"] == "skickad"
    assert "Sent on 2026-06-15" in decision.said.text()

    # Afterwards: the municipality's reply, and everything in plain words.
    stages = dock.statement.stages
    dock.statement.views.setCurrentWidget(stages)
    stages.reply.setPlainText("Byggnadshöjden sänks.")
    write(stages.source, "Granskningsutlåtande s. 7")
    choose(stages.outcome, "delvis")
    stored(dock, qtbot, stages.store)
    assert state.dossier.stages[0]["outcome"] == "delvis"
    told = "\n".join(line.cells[1] for line in dock.history.model.lines)
    assert "Regional property: State: " in told and "dispatched_to" not in told
    for text in (
        "Run 1: 44 rules.",
        f"{other}: verdict changed from",
        "Decided by Regionala utskottet",
    ):
        assert text in told


def step(dock, qtbot, to):
    """The next state by the menu of the head."""
    menu = dock.head.step.menu()
    menu.aboutToShow.emit()
    with qtbot.waitSignal(dock.state.changed, timeout=90_000):
        next(action for action in menu.actions() if action.data() == to).trigger()
    settled(dock, qtbot)
    assert dock.state.dossier.referral["status"] == to


#: A region's own list with a rule that leans on a number which nobody has decided.
OWN_LIST = """
schema: narvard-checklist/1
id: egen
version: "1.0"
extends: region_grund
title: {sv: Egen lista, en: Own list}
params:
  own_stop_m: {title: {sv: eget avstånd, en: own distance}, value: 300, unit: m, placeholder: true}
rules:
  - id: KOL-90
    title: {sv: Eget avstånd till hållplats, en: Own distance to a stop}
    sources: [{ref: Egen regel, kind: lokal_parameter, read: true}]
    stages: [samråd, granskning]
    department: rkm
    severity: rad
    check: {type: distance, layer: stops, unit: m, ok: value <= own_stop_m, fail: value > own_stop_m}
"""


def test_a_number_that_nobody_has_decided_is_confirmed_and_only_its_rules_are_run_again(taken, qtbot, tmp_path):
    dock, state = taken, taken.state
    (tmp_path / "egen.yaml").write_text(OWN_LIST, "utf8")
    dock._session.choose(checklist=str(tmp_path / "egen.yaml"))
    run_all(dock, qtbot)
    name, rule = "own_stop_m", "KOL-90"
    assert state.dossier.loose[rule] == (name,) and on_rule(dock, rule)["verdict"] == "oklart"
    assert "wait for the region's decision" in dock.checks.said.text()
    actions = dock.checks.actions
    dock.checks.facts.anchorClicked.emit(link_to(dock, name))
    assert actions.value.isVisible() and actions.who.text() == "Plan Planerare"
    press(actions.settle)  # without a decision it is refused, in a sentence
    qtbot.waitUntil(lambda: dock.notice.kind == "error", timeout=90_000)
    assert "DECISION" in dock.notice.text.text()
    write(actions.value, "412,5")
    write(actions.decision, "RS 2026/1 § 2")
    with qtbot.waitSignal(state.dossier_changed, timeout=90_000):
        press(actions.settle)
    settled(dock, qtbot)
    assert state.dossier.parameters[name].value == 412.5 and state.dossier.loose[rule] == ()
    with qtbot.waitSignal(state.dossier_changed, timeout=60_000):
        press(dock.checks.affected)
    settled(dock, qtbot)
    runs = {rule: (check["run"], check["carried"]) for rule, check in state.dossier.checks.items()}
    assert runs[rule] == (2, 0) and state.dossier.checks[rule]["verdict"] in ("ok", "brist", "anmarkning")
    assert sum(carried for _, carried in runs.values()) > 30


def link_to(dock, name):
    assert f'number:{name}"' in dock.checks.facts.toHtml()
    return QUrl(f"number:{name}")


def test_a_workspace_that_is_gone_leaves_no_rows_and_is_read_when_it_is_back(taken, workspace, qtbot, tmp_path):
    dock, state = taken, taken.state
    workspace.rename(tmp_path / "borta.gpkg")
    dock.reload()
    qtbot.waitUntil(lambda: dock.notice.kind == "error" and not state.busy, timeout=90_000)
    dock._session.choose(workspace=str(tmp_path / "annan.gpkg"))
    qtbot.waitUntil(lambda: "annan.gpkg" in dock.notice.text.text(), timeout=90_000)
    assert dock.cases.model.rowCount() == 0 and dock.head.isHidden()  # nothing of the other beside this one's name
    (tmp_path / "borta.gpkg").rename(tmp_path / "annan.gpkg")
    with qtbot.waitSignal(state.overview_changed, timeout=90_000):
        press(dock.notice.button)
    assert dock.notice.isHidden() and dock.cases.model.rowCount() == 24


def test_somebody_elses_change_shows_both_versions(taken, workspace, qtbot):
    dock, state = taken, taken.state
    dock.show_page(dock.parts)
    dock.parts.choose_part("hs")
    write(dock.parts.actions.note, "Hur många listade?")
    stored(dock, qtbot, dock.parts.actions.complete)
    dock.parts.choose_part("hs")
    mine, theirs = "Min formulering.", "Den andras formulering."
    part = dict(dock.parts.part)
    with open_workspace(str(workspace), who="Någon annan") as opened:
        key = {"answer_id": part["answer_id"]}
        opened.change("partial_answers", key, {"summary": theirs}, row_version=part["row_version"])
    dock.parts.actions.summary.setPlainText(mine)
    press(dock.parts.actions.store)
    qtbot.waitUntil(dock.conflict.isVisible, timeout=90_000)
    settled(dock, qtbot)
    shown = [field.toPlainText() for field in dock.conflict.findChildren(type(dock.parts.actions.summary))]
    assert theirs in shown and mine in shown and "somebody else" in dock.conflict.said.text()
    assert dock.parts.part["summary"] == theirs
    with qtbot.waitSignal(state.changed, timeout=90_000):
        press(dock.conflict.mine_anyway)
    assert dock.parts.part["summary"] == mine and dock.conflict.isHidden()


def test_an_answer_file_comes_back_with_its_conflicts(taken, workspace, qtbot, tmp_path):
    dock, state = taken, taken.state
    dock.show_page(dock.parts)
    dock.parts.choose_part("hs")
    write(dock.parts.actions.note, "Hur många listade?")
    stored(dock, qtbot, dock.parts.actions.complete)
    dock.parts.choose_part("hs")
    path = tmp_path / "delsvar.json"
    with qtbot.waitSignal(state.changed, timeout=90_000):
        dock.parts.export_to(str(path))
    package = json.loads(path.read_text("utf8"))
    package["answer"]["values"]["summary"] = "Ur filen."
    path.write_text(json.dumps(package), "utf8")
    dock.parts.actions.summary.setPlainText("I registret.")
    stored(dock, qtbot, dock.parts.actions.store)
    dock.parts.read_from(str(path))
    qtbot.waitUntil(dock.parts.conflicts.isVisible, timeout=90_000)
    settled(dock, qtbot)
    model = dock.parts.conflicts.model
    assert [model.index(0, column).data() for column in (1, 2)] == ["I registret.", "Ur filen."]
    model.setData(model.index(0, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    press(dock.parts.conflicts.take)
    qtbot.waitUntil(lambda: state.dossier is not None and dock.parts.part["summary"] == "Ur filen.", timeout=90_000)
    path.write_text("{}", "utf8")
    dock.parts.read_from(str(path))
    qtbot.waitUntil(lambda: dock.notice.kind == "error", timeout=90_000)
    assert "nothing was changed" in dock.notice.text.text()


def test_functions_are_proposed_and_asked(dock, workspace, qtbot):
    take_up(dock, qtbot, "EX-P021", "samråd")
    press(dock.cases.distribute)
    view = dock.parts.distribution
    assert view.isVisible() and view.boxes["rut"].isChecked() and not view.boxes["hs"].isChecked()
    QTest.mouseClick(view.boxes["hs"], Qt.MouseButton.LeftButton, pos=QPoint(8, view.boxes["hs"].height() // 2))
    stored(dock, qtbot, view.ask)
    assert {part["department"] for part in dock.state.dossier.review.parts} == {"rut", "hs"}
    assert dock.state.dossier.referral["status"] == "fordelad"


def test_nothing_can_be_changed_in_the_view_for_representatives(taken, workspace, qtbot):
    dock, state = taken, taken.state
    QTest.mouseClick(dock.reader, Qt.MouseButton.LeftButton, pos=QPoint(8, dock.reader.height() // 2))
    assert [dock.pages.widget(at).widget() for at in range(dock.pages.count())] == [dock.cases, dock.reading]
    harmless = {dock.reader, dock.again, dock.head.more, dock.cases.mine, dock.cases.only_open}
    filters = {dock.cases.search, dock.cases.municipality, dock.cases.stage, dock.cases.department}
    for at in range(dock.pages.count()):
        dock.pages.setCurrentIndex(at)
        kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)
        seen = [one for kind in kinds for one in dock.widget().findChildren(kind) if one.isVisible()]
        own = [one for one in seen if one not in harmless | filters and not one.objectName().startswith("qt_")]
        own = [
            one
            for one in own
            if one.parent() not in filters and type(one.parent()).__name__ not in ("QTabBar", "QTableView")
        ]
        assert own == [], [(type(one), getattr(one, "text", str)()) for one in own]
    assert "Proposed stance" in dock.reading.stance.text() and "opposes" in dock.reading.preview.toPlainText()
    assert not state.change(Change("referrals", state.chosen, lambda *_: pytest.fail("changed")))
    assert dock.notice.kind == "error" and "Nothing can be changed" in dock.notice.text.text()
    dock.reader.setChecked(False)
    assert dock.pages.count() == 5


def test_a_workspace_that_may_only_be_read_has_only_that_view(dock, workspace, qtbot, monkeypatch):
    real = geopackage._check_place

    def check(path, writable=True):
        if writable:
            raise ReadOnlyPlace(str(path))
        real(path, writable)

    monkeypatch.setattr(geopackage, "_check_place", check)
    with qtbot.waitSignal(dock.state.overview_changed, timeout=90_000):
        dock.reload()
    assert dock.pages.count() == 2 and dock.reader.isChecked() and not dock.reader.isEnabled()
