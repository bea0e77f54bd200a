"""The page "Ärenden": planremisser by how pressing they are, what nobody has sent, and who has been silent."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHeaderView,
    QLineEdit,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from ...store.plans.deadline_sentences import kind_label
from ..plain_text import plain_label
from ..tool_dialogs import open_tool, tool
from .buttons import action_button
from .cases_model import DUE, HANDLER, LEFT, NAME, PLACE, STAGE, STATUS, CaseFilter, CasesModel, Wanted
from .lists import Line, ListModel, Roomy, reading_table
from .overview_reading import CaseRow
from .plan_state import PlanState
from .symbols import due_sign, sign
from .words import days_label, stage_label

#: Tools that bring something in: id, and the parameter that a dropped file goes to.
LETTER, PLAN, WATCH = "registerletter", "importplans", "watchplans"


class CasesPage(QWidget):
    """``shown`` has the row whose plan the map shall show; ``distribute_asked`` the planremiss to be distributed."""

    shown = pyqtSignal(object)
    distribute_asked = pyqtSignal()

    def __init__(self, state: PlanState, parent=None):
        super().__init__(parent)
        self._state = state
        self.setAcceptDrops(True)
        self._make_filters()
        self.model = CasesModel(state.function, self)
        self.filter = CaseFilter(self.model, self)
        self.table = reading_table(self.filter, tr("Planremisser and plans"), NAME)
        self._make_columns()
        self.found = plain_label()
        self._make_below()
        self.letter, self.plan = action_button(tr("&Register a letter…")), action_button(tr("Read in a &plan…"))
        self.distribute, self.watch = action_button(tr("&Distribute…")), action_button(tr("&Watch plans…"))
        self._connect()
        self._arrange()
        self._offer()

    @property
    def row(self) -> Optional[CaseRow]:
        return self.filter.row_at(self.table.currentIndex())

    def _connect(self) -> None:
        state = self._state
        state.overview_changed.connect(self._show)
        state.reader_changed.connect(self._offer)
        state.dossier_changed.connect(self._offer)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        # Not when the button is let go: the head of the chosen planremiss has moved the table by then.
        self.table.pressed.connect(lambda place: self.shown.emit(self.filter.row_at(place)))
        self.table.activated.connect(lambda place: self.shown.emit(self.filter.row_at(place)))
        for table, model in ((self.sent_table, self.sent), (self.silent_table, self.silent)):
            table.activated.connect(lambda place, model=model: self._go_to(model.line_at(place)))
            table.clicked.connect(lambda place, model=model: self._go_to(model.line_at(place)))
        self.letter.clicked.connect(lambda: open_tool(state.session, LETTER))
        self.plan.clicked.connect(lambda: open_tool(state.session, PLAN, self._given_case()))
        self.watch.clicked.connect(lambda: open_tool(state.session, WATCH))
        self.distribute.clicked.connect(self.distribute_asked)
        for box in (self.municipality, self.stage, self.department):
            box.activated.connect(self._filter)
        for check in (self.mine, self.only_open):
            check.toggled.connect(self._filter)
        self.search.textChanged.connect(self._filter)

    def _show(self) -> None:
        """Fill everything anew; what was chosen stays chosen."""
        overview = self._state.overview
        chosen = self.row
        key = (chosen.plan_id, chosen.referral_id) if chosen else ("", self._state.chosen)
        self.model.show(overview.rows if overview else ())
        self._fill(
            self.municipality, tr("every municipality"), _pairs((r.municipality, r.place) for r in self.model.rows)
        )
        self._fill(self.stage, tr("every stage"), _pairs((r.stage, stage_label(r.stage)) for r in self.model.rows))
        departments = overview.departments if overview else ()
        self._fill(self.department, tr("every function"), [(code, self._state.function(code)) for code in departments])
        self.sent.show([
            Line((one.name, one.place, one.text), one.plan_id, sign("late")) for one in (overview.nobody_sent if overview else ())
        ])  # fmt: skip
        self.silent.show([
            Line((one.place, one.text), None, sign("late")) for one in (overview.silent if overview else ())
        ])  # fmt: skip
        self.below.setTabText(1, tr("Nobody asked us ({n})").format(n=len(self.sent.lines)))
        self.below.setTabText(2, tr("Silent municipalities ({n})").format(n=len(self.silent.lines)))
        self._filter()
        place = self.filter.place_of(key)
        if place.isValid():
            self.table.setCurrentIndex(place)
        self._offer()

    def _filter(self, *_) -> None:
        self.filter.want(
            Wanted(
                self.search.text(),
                self.municipality.currentData() or "",
                self.stage.currentData() or "",
                self.department.currentData() or "",
                self._state.person if self.mine.isChecked() else "",
                self.only_open.isChecked(),
            )
        )
        rows = [self.filter.row_at(self.filter.index(at, 0)) for at in range(self.filter.rowCount())]
        late = sum(row.due is not None and row.due.state == "late" for row in rows)
        last = sum(row.last_chance and row.is_open for row in rows)
        text = tr("{n} of {all}, {late} with a date that is late.").format(
            n=len(rows), all=len(self.model.rows), late=late
        )
        if last:
            text = " ".join((text, tr("{n} in begränsat förfarande: samråd is the last chance.").format(n=last)))
        self.found.setText(text)

    def _choose(self, current: QModelIndex, *_) -> None:
        row = self.filter.row_at(current)
        if row is not None:
            self._state.choose(row.referral_id)
        self._show_dates(row)
        self._offer()

    def _show_dates(self, row: Optional[CaseRow]) -> None:
        overview = self._state.overview
        deadlines = overview.deadlines.get(row.referral_id, ()) if overview and row else ()
        self.dates.show([
            Line(
                (kind_label(one.kind) + (f": {self._state.function(one.department)}" if one.department else ""),
                 one.date, days_label(one.days, one.state)),
                None, due_sign(one.state), one.note,
            )
            for one in deadlines
        ])  # fmt: skip

    def _go_to(self, line: Optional[Line]) -> None:
        """From a plan that nobody sent to its row, where it is a case."""
        if line is None or not line.key:
            return
        row = next((row for row in self.model.rows if row.plan_id == line.key), None)
        place = self.filter.place_of((row.plan_id, row.referral_id)) if row else QModelIndex()
        if place.isValid():
            self.table.setCurrentIndex(place)
        if row:
            self.shown.emit(row)

    def _given_case(self) -> dict:
        return {"PLAN": self.row.plan_id} if self.row and tool(PLAN).parameterDefinition("PLAN") is not None else {}

    def _offer(self) -> None:
        reader = self._state.reader
        for button, ident in ((self.letter, LETTER), (self.plan, PLAN), (self.watch, WATCH)):
            button.setVisible(not reader and tool(ident) is not None)
            button.setEnabled(bool(self._state.workspace))
        dossier = self._state.dossier
        open_ones = ("inkommen", "fordelad", "under_beredning")
        self.distribute.setVisible(not reader)
        self.distribute.setEnabled(dossier is not None and dossier.referral["status"] in open_ones)
        if self.row is not None:
            self._show_dates(self.row)

    def dragEnterEvent(self, event):
        if self._dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event):
        """A letter or mail that is dropped here starts its registration."""
        event.acceptProposedAction()
        open_tool(self._state.session, LETTER, {"INPUT": self._dropped(event)})

    def _dropped(self, event) -> str:
        paths = [url.toLocalFile() for url in event.mimeData().urls()]
        fits = [path for path in paths if Path(path).suffix.lower() in (".eml", ".pdf")]
        return fits[0] if fits and not self._state.reader and tool(LETTER) is not None else ""

    def _fill(self, box: QComboBox, every: str, pairs) -> None:
        chosen = box.currentData()
        box.clear()
        box.addItem(every, "")
        for code, label in pairs:
            box.addItem(label, code)
        box.setCurrentIndex(max(0, box.findData(chosen)))

    def _make_filters(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search plan, municipality or handler"))
        self.search.setClearButtonEnabled(True)
        self.municipality, self.stage, self.department = QComboBox(), QComboBox(), QComboBox()
        self.mine, self.only_open = QCheckBox(tr("M&ine")), QCheckBox(tr("Only &open"))
        self.only_open.setChecked(True)
        self.mine.setToolTip(tr("Those that you handle, by the name in the settings"))
        for widget, name in (
            (self.search, tr("Search")),
            (self.municipality, tr("Municipality")),
            (self.stage, tr("Stage")),
            (self.department, tr("Function")),
        ):
            widget.setAccessibleName(name)
        for box in (self.municipality, self.stage, self.department):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)

    def _make_columns(self) -> None:
        header = self.table.horizontalHeader()
        width = self.table.fontMetrics().averageCharWidth()
        header.setStretchLastSection(False)
        for column, characters in (
            (DUE, 15),
            (LEFT, 18),
            (NAME, 26),
            (STAGE, 15),
            (PLACE, 12),
            (STATUS, 16),
            (HANDLER, 18),
        ):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, width * characters)
        self.table.setSortingEnabled(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def _make_below(self) -> None:
        self.dates = ListModel((tr("Date of"), tr("Date"), tr("Left")), self)
        self.sent = ListModel((tr("Plan"), tr("Municipality"), tr("What is known")), self)
        self.silent = ListModel((tr("Municipality"), tr("What is known")), self)
        self.dates_table = reading_table(self.dates, tr("Dates of the planremiss"), 0)
        self.sent_table = reading_table(self.sent, tr("Plans that nobody sent"), 2)
        self.silent_table = reading_table(self.silent, tr("Silent municipalities"), 1)
        for table in (self.sent_table, self.silent_table):
            table.setWordWrap(True)
            table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.below = QTabWidget()
        self.below.setDocumentMode(True)
        for table, label in (
            (self.dates_table, tr("Deadlines")),
            (self.sent_table, tr("Nobody asked us")),
            (self.silent_table, tr("Silent municipalities")),
        ):
            self.below.addTab(table, label)

    def _arrange(self) -> None:
        filters, buttons = QGridLayout(), QGridLayout()
        filters.addWidget(self.search, 0, 0, 1, 2)
        filters.addWidget(self.municipality, 1, 0)
        filters.addWidget(self.stage, 1, 1)
        filters.addWidget(self.department, 2, 0)
        checks = QGridLayout()
        checks.addWidget(self.mine, 0, 0)
        checks.addWidget(self.only_open, 0, 1)
        filters.addLayout(checks, 2, 1)
        for at, button in enumerate((self.letter, self.plan, self.distribute, self.watch)):
            buttons.addWidget(button, at // 2, at % 2)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.table)
        parts.addWidget(self.below)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(filters)
        layout.addWidget(self.found)
        layout.addWidget(Roomy(parts, 18), 1)
        layout.addLayout(buttons)


def _pairs(found) -> list[tuple[str, str]]:
    return sorted(set(found), key=lambda pair: pair[1])
