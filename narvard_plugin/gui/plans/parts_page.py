"""The page "Delsvar": who is asked, how far each has come, and what they say."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtWidgets import QFileDialog, QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from ...algorithms.plans.importpartialanswer import read_answer_file
from ...core.plans.answer_package import Package
from ...i18n import tr
from ...reports.files import write_whole
from ...store.plans.packages import Merged, export_answer_package, merge_answer_package
from ...store.plans.referrals import distribute
from ...store.workspace import open_workspace
from ..background import Background
from ..plain_text import plain_label
from .buttons import action_button
from .distribute_view import DistributeView
from .lists import Line, ListModel, Roomy, reading_table
from .package_conflicts import PackageConflicts
from .part_actions import PartActions
from .plan_state import Change, PlanState
from .symbols import sign
from .words import function, word


class PartsPage(QWidget):
    def __init__(self, state: PlanState, parent=None):
        super().__init__(parent)
        self._state = state
        self.said = plain_label()
        self.model = ListModel((tr("Function"), tr("State"), tr("Checks"), tr("Stance"), tr("By")), self)
        self.table = reading_table(self.model, tr("Delsvar"), 0)
        header, width = self.table.horizontalHeader(), self.table.fontMetrics().averageCharWidth()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, width * 24)
        self.actions, self.distribution, self.conflicts = PartActions(state), DistributeView(), PackageConflicts()
        self.ask = action_button(tr("&Distribute…"))
        self.export, self.read = (
            action_button(tr("&Export the answer file…")),
            action_button(tr("&Read in an answer file…")),
        )
        self._exporting, self._merged = Background(self), None
        self._connect()
        self._arrange()
        self._show()

    @property
    def part(self) -> Optional[Mapping]:
        line = self.model.line_at(self.table.currentIndex())
        return self._state.dossier.row("partial_answers", line.key) if line and self._state.dossier else None

    def stop(self) -> None:
        self._exporting.stop()

    def open_distribution(self) -> None:
        if self._state.dossier is not None:
            self.distribution.open(self._state.dossier)

    def choose_part(self, department: str) -> None:
        for at, part in enumerate(self._state.dossier.review.parts):
            if part["department"] == department:
                self.table.selectRow(at)

    def export_to(self, path: str) -> None:
        """Write the chosen function's answer file."""
        name, chosen, department = self._state.workspace, self._state.chosen, self.part["department"]

        def work(canceled) -> str:
            with open_workspace(name, writable=False) as workspace:
                package = export_answer_package(workspace, chosen, department)
            write_whole(Path(path), json.dumps(package, ensure_ascii=False, indent=1).encode("utf-8"))
            return path

        self._exporting.ask(tr("Writing an answer file"), work)

    def read_from(self, path: str) -> None:
        """Read a function's filled-in answer file into the register."""
        self._merge(lambda: read_answer_file(Path(path)), ())

    def _merge(self, read, take: Sequence[str]) -> None:
        found: list[tuple[Package, Merged]] = []

        def work(workspace, _) -> None:
            package = read()
            found.append((package, merge_answer_package(workspace, package, take)))

        self._merged = found
        self._state.change(Change("referrals", self._state.chosen, work, done=tr("The answer file is read in.")))

    def _show(self) -> None:
        dossier, chosen = self._state.dossier, self.part
        parts = dossier.review.parts if dossier else ()
        self.model.show([self._line(part) for part in parts])
        at = next((at for at, part in enumerate(parts) if chosen and part["answer_id"] == chosen["answer_id"]), 0)
        if parts:
            self.table.selectRow(at)
        self.said.setText(self._sum_up())
        self.distribution.hide()
        self._show_part()
        merged, self._merged = self._merged, None
        if merged and merged[0][1].conflicts:
            self.conflicts.show_conflicts(merged[0][0], merged[0][1].conflicts)

    def _line(self, part: Mapping) -> Line:
        dossier = self._state.dossier
        done = dossier.progress.get(part["department"])
        cells = (
            function(dossier.checklist, part["department"]),
            word("part_statuses", part["status"]),
            tr("{n} of {m}").format(n=done.answered, m=done.asked) if done else "–",
            word("stances", part["stance"]),
            part["answer_by"] or "–",
        )
        return Line(cells, part["answer_id"], sign(part["status"]), part["summary"] or "")

    def _sum_up(self) -> str:
        dossier = self._state.dossier
        if dossier is None:
            return tr("Choose a planremiss in the list of cases first.")
        parts = dossier.review.parts
        if not parts:
            return tr("No function has been asked yet. Distribute the planremiss.")
        ready = sum(part["status"] in ("svar_lamnat", "godkand", "berors_ej") for part in parts)
        text = tr("{n} of {m} functions have handed in.").format(n=ready, m=len(parts))
        if dossier.statement.content["contradictions"]:
            text = " ".join((text, tr("They contradict each other: {told}.").format(told=self._stances(parts))))
        return text

    def _stances(self, parts) -> str:
        """Who says what, stance by stance."""
        names: dict[str, list[str]] = {}
        for part in parts:
            if part["stance"]:
                names.setdefault(part["stance"], []).append(function(self._state.dossier.checklist, part["department"]))
        return "; ".join(f"{word('stances', stance)} – {', '.join(several)}" for stance, several in names.items())

    def _show_part(self, *_) -> None:
        part, reader = self.part, self._state.reader
        self.actions.show_part(part)
        self.ask.setVisible(not reader)
        self.ask.setEnabled(
            bool(self._state.dossier)
            and self._state.dossier.referral["status"] in ("inkommen", "fordelad", "under_beredning")
        )
        for button in (self.export, self.read):
            button.setVisible(not reader)
        self.export.setEnabled(part is not None)
        self.read.setEnabled(self._state.dossier is not None)

    def _distribute(self, departments: dict) -> None:
        referral_id, today = self._state.chosen, self._state.today()
        self._state.change(
            Change(
                "referrals",
                referral_id,
                lambda workspace, _: distribute(workspace, referral_id, departments, today),
                done=tr("{n} functions were asked.").format(n=len(departments)),
            )
        )

    def _ask_where(self) -> None:
        kinds = tr("Answer files (*.json)")
        name = f"delsvar_{self.part['department']}.json"
        path, _ = QFileDialog.getSaveFileName(self, tr("Export the answer file"), name, kinds)
        if path:
            self.export_to(path if Path(path).suffix else f"{path}.json")

    def _ask_which(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Read in an answer file"), "", tr("Answer files (*.json)"))
        if path:
            self.read_from(path)

    def _connect(self) -> None:
        state = self._state
        state.dossier_changed.connect(self._show)
        state.reader_changed.connect(self._show_part)
        self.table.selectionModel().currentRowChanged.connect(self._show_part)
        self.ask.clicked.connect(self.open_distribution)
        self.distribution.chosen.connect(self._distribute)
        self.conflicts.taken.connect(lambda package, take: self._merge(lambda: package, take))
        self.export.clicked.connect(self._ask_where)
        self.read.clicked.connect(self._ask_which)
        self._exporting.failed.connect(state.failed)
        self._exporting.answered.connect(lambda path: state.changed.emit(tr("Saved: {path}").format(path=path)))

    def _arrange(self) -> None:
        files = QHBoxLayout()
        for button in (self.ask, self.export, self.read):
            files.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.said)
        layout.addWidget(Roomy(self.table, 10), 1)
        layout.addWidget(self.distribution)
        layout.addWidget(self.conflicts, 1)
        layout.addWidget(self.actions)
        layout.addLayout(files)
