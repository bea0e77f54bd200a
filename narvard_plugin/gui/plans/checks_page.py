"""The page "Granskning": the checklist of the chosen planremiss, running it, and judging what it found."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QModelIndex, Qt, QTimer, QUrl
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ...adapters.plan_words import change_word
from ...core.plans.checklist import Rule
from ...core.plans.facts import Fact, names_of_check
from ...i18n import tr
from ..plain_text import plain_label, tip
from ..tool_dialogs import ToolRun, open_tool, tool
from .buttons import action_button
from .check_actions import CheckActions
from .check_facts import NUMBER, facts_page
from .checks_model import LAYER, LAYER_DATE, RULE, THRESHOLD, TITLE, VALUE, VERDICT, ChecksModel, counted
from .dossier_reading import Proof
from .lists import Line, ListModel, Roomy, reading_table
from .plan_state import PlanState
from .words import figure, spoken, word

TOOL = "reviewplan"


class ChecksPage(QWidget):
    def __init__(self, state: PlanState, parent=None):
        super().__init__(parent)
        self._state = state
        self._run: Optional[ToolRun] = None
        self.model = ChecksModel(self)
        self.tree = QTreeView()
        self.said, self.facts, self.actions = plain_label(), QTextBrowser(), CheckActions(state)
        self.proofs = ListModel((tr("What was found"), tr("Figures")), self)
        self.proof_table = reading_table(self.proofs, tr("Evidence; choose a row to see it on the map"), 1)
        self.every, self.one = action_button(tr("Run &all")), action_button(tr("Run this &rule"))
        self.affected, self.layers = action_button(tr("Only a&ffected")), QToolButton()
        self.bar, self.cancel = QProgressBar(), QPushButton(tr("Cancel"))
        self._connect()
        self._arrange()
        self._show()

    @property
    def rule(self) -> Optional[Rule]:
        rule_id = self.tree.currentIndex().siblingAtColumn(TITLE).data(RULE)
        return self._state.dossier.rule(rule_id) if rule_id and self._state.dossier else None

    def stop(self) -> None:
        if self._run is not None:
            self._run.cancel()

    def choose_rule(self, rule_id: str) -> None:
        place = self.model.place_of(rule_id)
        if place.isValid():
            self.tree.setCurrentIndex(place)
            self.tree.scrollTo(place)

    def _connect(self) -> None:
        self._state.dossier_changed.connect(self._show)
        self._state.reader_changed.connect(self._offer)
        self._state.session.changed.connect(self._name_layers)
        self.facts.anchorClicked.connect(self._follow)
        self.proof_table.clicked.connect(self._go_to)
        self.proof_table.activated.connect(self._go_to)
        self.every.clicked.connect(lambda: self._begin({}))
        self.affected.clicked.connect(lambda: self._begin({"ONLY_AFFECTED": True}))
        self.one.clicked.connect(lambda: self._begin({"RULES": self.rule.id}))
        self.cancel.clicked.connect(self.stop)
        self.actions.opened.connect(lambda: QTimer.singleShot(0, self._scroll))

    def _show(self) -> None:
        dossier, chosen = self._state.dossier, self.tree.currentIndex().siblingAtColumn(TITLE).data(RULE)
        self.model.show(dossier)
        self.tree.expandAll()
        for column, characters in (
            (TITLE, 32),
            (VERDICT, 19),
            (VALUE, 12),
            (THRESHOLD, 20),
            (LAYER, 20),
            (LAYER_DATE, 11),
        ):
            self.tree.header().resizeSection(column, self.tree.fontMetrics().averageCharWidth() * characters)
        self.choose_rule(chosen or (dossier.rules[0].id if dossier and dossier.rules else ""))
        self.said.setText(self._sum_up())
        self._show_rule()

    def _sum_up(self) -> str:
        dossier = self._state.dossier
        if dossier is None:
            return tr("Choose a planremiss in the list of cases first.")
        if dossier.checklist is None:
            return tr("The checklist cannot be used: {problem}").format(problem=dossier.checklist_problem)
        text = tr("{n} rules: {told}.").format(n=len(dossier.rules), told=counted(dossier))
        if not dossier.checks:
            text = " ".join((tr("The checklist has not been run yet."), text))
        if not dossier.is_open:
            text = " ".join(
                (text, tr("The answer is past its preparation: the checks that it rests on stand as they are."))
            )
        waiting = {name for rule in dossier.rules for name in dossier.loose.get(rule.id, ())}
        if waiting:
            told = tr("{n} numbers wait for the region's decision; rules that lean on them give only unclear.")
            text = " ".join((text, told.format(n=len(waiting))))
        return text

    def _choose(self, current: QModelIndex, *_) -> None:
        self._show_rule()

    def _show_rule(self) -> None:
        dossier, rule = self._state.dossier, self.rule
        self.facts.setHtml(facts_page(dossier, rule) if rule else "")
        found = dossier.proofs.get(rule.id, ()) if rule else ()
        self.proofs.show([Line((_heading(one), _figures(one, rule)), one) for one in found])
        self.proof_table.setVisible(bool(found))
        self.actions.show_rule(rule)
        self._offer()
        QTimer.singleShot(0, self._scroll)  # when the parts below have found their height

    def _scroll(self) -> None:
        self.tree.scrollTo(self.tree.currentIndex())

    def _go_to(self, place: QModelIndex) -> None:
        line = self.proofs.line_at(place)
        if line is not None and line.key.wkb is not None:
            self._state.proof_wanted.emit(line.key.wkb)

    def _follow(self, link: QUrl) -> None:
        if link.toString().startswith(NUMBER) and not self._state.reader:
            self.actions.ask_number(link.toString()[len(NUMBER) :])

    def _begin(self, more: dict) -> None:
        """Run the tool in a task; what it stores is read again when it is ready."""
        given = {
            "WORKSPACE": self._state.workspace,
            "REFERRAL": self._state.chosen,
            "LAYERS": self._state.session.settings.review_layers,
            "NETWORK": self._state.session.settings.network,
            "STORE": True,
            "TODAY": self._state.today().isoformat(),
            "OUTPUT": "memory:",
            **more,
        }
        self._run = ToolRun(TOOL, {name: value for name, value in given.items() if value != ""}, self)
        self._run.progressed.connect(lambda share: self.bar.setValue(round(share)))
        self._run.finished.connect(self._finished)
        self._run.failed.connect(lambda problem: self._over(problem, failed=True))
        self._run.canceled.connect(lambda: self._over(tr("Cancelled: the earlier run stands as it was.")))
        self._offer()

    def _finished(self, results: dict) -> None:
        text = tr("Run {run}: {n} rules judged, {remark} remarks, {fail} failed, {open} open.").format(
            run=results["RUN"], n=results["RULE_COUNT"], remark=results["REMARK_COUNT"], fail=results["FAIL_COUNT"],
            open=results["OPEN_COUNT"],
        )  # fmt: skip
        self._over(text)
        self._state.load()

    def _over(self, text: str, failed: bool = False) -> None:
        self._run = None
        (self._state.failed if failed else self._state.changed).emit(text)
        self._offer()

    def _offer(self) -> None:
        reader, running = self._state.reader, self._run is not None
        dossier = self._state.dossier
        ready = dossier is not None and dossier.is_open and tool(TOOL) is not None and not running
        for button in (self.every, self.one, self.affected, self.layers):
            button.setVisible(not reader)
            button.setEnabled(ready)
        self.one.setEnabled(ready and self.rule is not None)
        self.affected.setEnabled(ready and bool(dossier.checks))
        self.bar.setVisible(running)
        self.cancel.setVisible(running)
        self.actions.setVisible(not reader)

    def _choose_layers(self) -> None:
        kinds = tr("Layers of the review (*.json)")
        path, _ = QFileDialog.getOpenFileName(self, tr("Layers of the review"), "", kinds)
        if path:
            self._state.session.choose(review_layers=path)

    def _name_layers(self) -> None:
        chosen = self._state.session.settings.review_layers
        self.layers.setText(tr("Layers: {name}").format(name=_layers_name(chosen)))
        self.layers.setToolTip(tip(chosen) or tr("Role of the checklist → layer, in a JSON file as the tool reads it"))

    def _arrange(self) -> None:
        self.tree.setAccessibleName(tr("Checklist by function"))
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(round(self.tree.fontMetrics().averageCharWidth() * 1.5))
        self.tree.setAllColumnsShowFocus(True)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.tree.setModel(self.model)
        self.tree.selectionModel().currentChanged.connect(self._choose)
        self.facts.setOpenLinks(False)
        self.facts.setAccessibleName(tr("What the verdict stands on"))
        header = self.proof_table.horizontalHeader()
        header.hide()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.proof_table.setWordWrap(True)
        self.proof_table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.bar.setAccessibleName(tr("Progress of the run"))
        menu = QMenu(self.layers)
        menu.addAction(tr("&Choose a file with layers…"), self._choose_layers)
        menu.addAction(tr("&None"), lambda: self._state.session.choose(review_layers=""))
        menu.addAction(tr("Open the &tool with other settings…"), self._open_tool)
        self.layers.setMenu(menu)
        self.layers.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._name_layers()
        buttons, running = QGridLayout(), QHBoxLayout()
        for at, button in enumerate((self.every, self.affected, self.one, self.layers)):
            buttons.addWidget(button, at // 2, at % 2)
        running.addWidget(self.bar, 1)
        running.addWidget(self.cancel)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.tree)
        parts.addWidget(self.facts)
        line = self.fontMetrics().height()
        for part in (self.tree, self.facts):
            part.setMinimumHeight(7 * line)
        self.proof_table.setMinimumHeight(2 * line)
        self.proof_table.setMaximumHeight(5 * line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(buttons)
        layout.addLayout(running)
        layout.addWidget(self.said)
        layout.addWidget(Roomy(parts, 16), 1)
        layout.addWidget(self.proof_table)
        layout.addWidget(self.actions)

    def _open_tool(self) -> None:
        given = {"REFERRAL": self._state.chosen, "LAYERS": self._state.session.settings.review_layers, "STORE": True}
        open_tool(self._state.session, TOOL, given)


def _layers_name(chosen: str) -> str:
    if not chosen:
        return tr("none chosen")
    return tr("own text") if chosen.lstrip().startswith("{") else Path(chosen).name


def _heading(proof: Proof) -> str:
    return proof.heading if proof.wkb is not None else tr("{text} (nowhere on the map)").format(text=proof.heading)


def _figures(proof: Proof, rule: Rule) -> str:
    """The figures of a finding, each by what it is called in sentences."""
    facts = names_of_check(rule.check.type, rule.check.layers) if rule.check else {}
    unit = rule.check.unit.get(spoken()) if rule.check else ""
    return ", ".join(_figure(name, value, facts.get(name), unit) for name, value in proof.data.items())


def _figure(name: str, value, fact: Optional[Fact], unit: str) -> str:
    if name == "verdict":
        return word("verdicts", value)
    if name == "change":
        return change_word(value)
    label = fact.label.get(spoken()) if fact else "" if name == "value" else name
    if isinstance(value, bool):
        return label if value else (fact.denied.get(spoken()) if fact else "") or f"{label}: {tr('no')}"
    if isinstance(value, (int, float)):
        own = fact.unit.get(spoken()) if fact else ""
        return f"{label} {figure(value, own or (unit if name == 'value' else ''))}".strip()
    return f"{label} {_word(value)}".strip()


def _word(value) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
