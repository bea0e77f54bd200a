"""Steps 09–10: two planremisser, a review with one verdict confirmed and one changed, the delsvar, and the decided answer."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import qgis.utils
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtWidgets import QDockWidget, QTabBar
from qgis.utils import iface

from .care import CENTRES, show_only
from .hands import (
    SAW,
    choose,
    choose_in_menu,
    clear_messages,
    click,
    click_row,
    own_layers,
    photograph,
    prove,
    settle,
    wait_for,
    write,
)

EARLY, LATE, TODAY = "EX-P002", "EX-P001", date(2026, 6, 15)
REASON, BOARD = "Avvägt med handläggaren för hälso- och sjukvård.", "Regionala utskottet"
SUMMARY = "Regionen avstyrker förslaget i granskningsskedet."


def open_plans(plugin_dock):
    dock = qgis.utils.plugins["narvard_plugin"].plan_dock
    dock.state.today = lambda: TODAY
    click(plugin_dock.head.plans)
    wait_for(lambda: dock.isVisible() and dock.state.overview is not None, "the register of plans is read")
    window = iface.mainWindow()
    for other in window.findChildren(QDockWidget):
        if other.objectName() in ("Layers", "NarvardDock"):
            other.hide()
    window.resizeDocks([dock], [620], Qt.Orientation.Horizontal)
    show_only(own_layers()[CENTRES])
    box = dock.cases.only_open
    click(box, QPoint(10, box.height() // 2))
    write(dock.cases.search, "Ekhagen")
    _take_up(dock, EARLY)
    write(dock.cases.search, "")
    wait_for(lambda: dock.cases.filter.rowCount() > 20, "every case is listed", 30)
    prove(
        dock.state.dossier.referral["status"] == "skickad",
        "Ekhagen, som planerades tillsammans, är besvarad och skickad",
    )
    prove(iface.mapCanvas().scale() < 20_000, "Ett klick i listan visar planområdet på kartan")
    prove(len(dock.state.dossier.review.parts) == 4, "Dess fyra delsvar är godkända")
    clear_messages()
    photograph("09", "arenden", "Panelen Planremisser: alla ärenden med frister, och Ekhagens planremiss uppslagen.")
    return dock


def review(dock) -> None:
    _take_up(dock, LATE)
    _show(dock, dock.checks)
    click(dock.checks.every)
    wait_for(lambda: dock.checks._run is None and dock.state.dossier.checks, "the rules have been run")
    _settled(dock)
    state, actions = dock.state, dock.checks.actions
    prove(
        len(state.dossier.checks) == len(state.dossier.rules),
        f"Alla {len(state.dossier.rules)} regler är prövade och har ett utslag",
    )
    failed = _rule_with(dock, "brist", found=True)
    _on_rule(dock, failed)
    at = next(at for at, line in enumerate(dock.checks.proofs.lines) if line.key.wkb)
    click_row(dock.checks.proof_table, dock.checks.proofs.index(at, 0))
    wait_for(lambda: iface.mapCanvas().scale() < 20_000, "the map shows the evidence", 60)
    clear_messages()
    photograph(
        "09", "granskning", "Granskning av Ekbacken: värde, gräns, lager och datum för en brist, och stället på kartan."
    )
    click(actions.confirm)
    _settled(dock)
    prove(_check(dock, failed)["confirmed_by"] == "Handläggaren", f"{failed} är bekräftad av en människa, med namn")
    other = _rule_with(dock, "anmarkning")
    _on_rule(dock, other)
    click(actions.change)
    choose(actions.verdict, "ok")
    prove(not actions.store.isEnabled(), "Utan motivering kan utslaget inte ändras")
    write(actions.reason, REASON)
    clear_messages()
    photograph(
        "09", "andra", "Ett utslag ändras av en människa: motivering krävs, och verktygets eget utslag finns kvar."
    )
    click(actions.store)
    _settled(dock)
    row = _check(dock, other)
    prove((row["verdict"], row["auto_verdict"], row["reason"]) == ("ok", "anmarkning", REASON),
          f"{other}: nytt utslag, det gamla och motiveringen står i registret")  # fmt: skip


def answer(dock) -> None:
    _show(dock, dock.parts)
    part = dock.parts.actions
    dock.parts.choose_part("fast")
    write(part.note, "Vilken tomt?")
    _press(dock, part.complete)
    dock.parts.choose_part("fast")
    write(part.summary, "Regionen behöver tomten i söder.")
    choose(part.stance, "avstyrker")
    _press(dock, part.lock)
    prove(
        {one["status"] for one in dock.state.dossier.review.parts} == {"svar_lamnat"},
        "Alla fem funktioner har lämnat sina delsvar",
    )
    clear_messages()
    photograph("10", "delsvar", "Delsvaren: vilka som har svarat, och vad de säger.")
    choose_in_menu(dock.head.step, "ammanst")
    wait_for(lambda: dock.state.dossier.referral["status"] == "sammanstallning", "the answers are put together")
    _settled(dock)
    for department in [one["department"] for one in dock.state.dossier.review.parts]:
        dock.parts.choose_part(department)
        _press(dock, part.approve)
    _show(dock, dock.statement)
    _press(dock, dock.statement.remarks.propose)
    prove(dock.statement.remarks.list.count() >= 1, "De bekräftade utslagen har blivit synpunkter")
    _view(dock, 1)
    decision = dock.statement.decision
    choose(decision.stance, "avstyrker")
    write(decision.summary, SUMMARY)
    _press(dock, decision.draft)
    prove(SUMMARY in dock.statement.preview.toPlainText(), "Utkastet till yttrande har sammanfattningen")
    _press(dock, decision.send)
    write(decision.who, BOARD)
    clear_messages()
    photograph(
        "10",
        "beslut",
        "Det samlade yttrandet inför beslut: verktyget föreslår ställningstagande, en människa beslutar.",
    )
    _press(dock, decision.decide)
    row = dock.state.dossier.newest
    prove((row["status"], row["decided_by"]) == ("beslutat", BOARD), "Yttrandet är beslutat av Regionala utskottet")
    dock.statement.save_as("yttrande.pdf")
    prove(Path("yttrande.pdf").read_bytes().startswith(b"%PDF"), "Yttrandet är sparat som PDF")
    prove(
        Path("yttrande.pdf").read_bytes() == _frozen(row["statement_id"]),
        "PDF:en är den som frystes vid beslutet, byte för byte",
    )
    SAW["facts"]["statement"] = str(Path("yttrande.pdf").absolute())
    _view(dock, 2)
    clear_messages()
    photograph("10", "beslutat", "Det beslutade yttrandet, som det ser ut.")


def _frozen(statement_id: str) -> bytes:
    from narvard_plugin.store.plans.statements import stored_file
    from narvard_plugin.store.workspace import open_workspace

    with open_workspace("arbetsyta.gpkg", writable=False) as opened:
        return stored_file(opened, statement_id).content


def _take_up(dock, plan_id: str) -> None:
    rows = [row for row in dock.state.overview.rows if (row.plan_id, row.stage) == (plan_id, "granskning")]
    wanted = rows[0].referral_id
    click_row(dock.cases.table, dock.cases.filter.place_of((plan_id, wanted)))
    wait_for(lambda: dock.state.chosen == wanted and dock.state.dossier is not None, "the planremiss is taken up")
    _settled(dock)


def _settled(dock) -> None:
    state = dock.state
    wait_for(
        lambda: not state.busy and not state._reading.busy and state.dossier is not None, "the register is read again"
    )
    settle()


def _press(dock, button) -> None:
    click(button)
    _settled(dock)
    if not dock.notice.isHidden():
        raise AssertionError(f"{button.text()}: {dock.notice.text.text()}")


def _show(dock, page) -> None:
    """A click on the page's tab."""
    at = dock.pages.indexOf(dock._areas[page])
    _click_tab(dock.pages.tabBar(), at)
    wait_for(lambda: dock.pages.currentIndex() == at, "the page is shown", 30)


def _view(dock, at: int) -> None:
    _click_tab(dock.statement.views.tabBar(), at)
    wait_for(lambda: dock.statement.views.currentIndex() == at, "the view is shown", 30)


def _click_tab(bar: QTabBar, at: int) -> None:
    click(bar, bar.tabRect(at).center())


def _check(dock, rule: str):
    return dock.state.dossier.checks[rule]


def _on_rule(dock, rule: str) -> None:
    click_row(dock.checks.tree, dock.checks.model.place_of(rule))
    wait_for(lambda: dock.checks.rule is not None and dock.checks.rule.id == rule, "the rule is chosen", 30)


def _rule_with(dock, verdict: str, found: bool = False) -> str:
    dossier = dock.state.dossier
    return next(
        rule for rule, check in dossier.checks.items()
        if check["verdict"] == verdict and (not found or any(one.wkb for one in dossier.proofs.get(rule, ())))
    )  # fmt: skip
