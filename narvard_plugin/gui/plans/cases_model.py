"""The planremisser and watched plans as a table, with its filters."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Optional

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QSortFilterProxyModel, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QFont

from ...i18n import tr
from ...store.plans.deadline_sentences import kind_label
from ..plain_text import tip
from .overview_reading import CaseRow, Due
from .symbols import TINTS, due_sign, sign
from .words import days_label, stage_label, word

DUE, LEFT, NAME, STAGE, PLACE, STATUS, HANDLER = range(7)
SORT = Qt.ItemDataRole.UserRole


class Wanted(NamedTuple):
    """What the list shows; blank = any."""

    text: str = ""
    municipality: str = ""
    stage: str = ""
    department: str = ""
    handler: str = ""
    only_open: bool = True

    def has(self, row: CaseRow) -> bool:
        words = " ".join((row.name, row.place, row.plan_id, row.stage, row.status, row.handler)).casefold()
        return (
            all(part in words for part in self.text.casefold().split())
            and self.municipality in ("", row.municipality)
            and self.stage in ("", row.stage)
            and (not self.department or self.department in row.departments)
            and (not self.handler or self.handler.casefold() == row.handler.casefold())
            and (row.is_open or not self.only_open)
        )


class CasesModel(QAbstractTableModel):
    def __init__(self, function: Callable[[str], str], parent=None):
        super().__init__(parent)
        self._function = function
        self.rows: tuple[CaseRow, ...] = ()

    def show(self, rows: tuple[CaseRow, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() else 7

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (tr("Next date"), tr("Left"), tr("Plan"), tr("Stage"), tr("Municipality"), tr("State"), tr("Handler"))[
            section
        ]

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(row, column)
        if role == SORT:
            return (row.due.date if row.due else "9999") if column in (DUE, LEFT) else _text(row, column)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return tip(about(row, self._function))
        if row.last_chance and column == STAGE:
            return _loud(role)
        if column not in (DUE, LEFT) or row.due is None:
            return None
        if role == Qt.ItemDataRole.DecorationRole and column == DUE:
            return due_sign(row.due.state)
        tint = TINTS.get(row.due.state)
        if tint and role == Qt.ItemDataRole.BackgroundRole:
            return QBrush(QColor(tint))
        if tint and role == Qt.ItemDataRole.ForegroundRole:
            return QBrush(QColor("black"))
        return None


class CaseFilter(QSortFilterProxyModel):
    """Kept in the register's own order (open and most pressing first) until a column is chosen."""

    def __init__(self, model: CasesModel, parent=None):
        super().__init__(parent)
        self.wanted = Wanted()
        self.setSourceModel(model)
        self.setSortRole(SORT)

    def want(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.invalidateFilter()

    def filterAcceptsRow(self, number, parent):
        return self.wanted.has(self.sourceModel().rows[number])

    def row_at(self, index: QModelIndex) -> Optional[CaseRow]:
        return self.sourceModel().rows[self.mapToSource(index).row()] if index.isValid() else None

    def place_of(self, key: tuple[str, str]) -> QModelIndex:
        """Where the planremiss or case (plan id, planremiss id) stands; invalid where it is filtered away."""
        for number, row in enumerate(self.sourceModel().rows):
            if (row.plan_id, row.referral_id) == key:
                return self.mapFromSource(self.sourceModel().index(number, 0))
        return QModelIndex()


def due_text(due: Due, function: Callable[[str], str]) -> str:
    """``delsvar Health care, 2026-06-16: 1 day left``, so that it is read without the colour."""
    what = " ".join(filter(None, (kind_label(due.kind), due.department and function(due.department))))
    return f"{what}, {due.date}: {days_label(due.days, due.state)}"


def about(row: CaseRow, function: Callable[[str], str]) -> str:
    """What a narrow table has no room for."""
    lines = [row.name, f"{row.place} · {stage_label(row.stage)} · {_status(row)}"]
    if row.due:
        lines.append(due_text(row.due, function))
    if row.last_chance:
        lines.append(last_chance_sentence())
    if not row.referral_id:
        lines.append(tr("No planremiss is registered for this plan."))
    return "\n".join(lines)


def last_chance_sentence() -> str:
    return tr("LAST CHANCE: begränsat förfarande has no granskning. What is not said now can't be said later.")


def _text(row: CaseRow, column: int) -> str:
    if column == DUE:
        return row.due.date if row.due else "–"
    if column == LEFT:
        return days_label(row.due.days, row.due.state) if row.due else "–"
    if column == STAGE:
        stage = stage_label(row.stage)
        return tr("{stage}: LAST CHANCE").format(stage=stage) if row.last_chance else stage
    return {NAME: row.name, PLACE: row.place, STATUS: _status(row), HANDLER: row.handler}[column]


def _status(row: CaseRow) -> str:
    return word("referral_statuses", row.status) if row.referral_id else tr("no planremiss")


def _loud(role):
    return {
        Qt.ItemDataRole.DecorationRole: sign("late"),
        Qt.ItemDataRole.BackgroundRole: QBrush(QColor(TINTS["late"])),
        Qt.ItemDataRole.ForegroundRole: QBrush(QColor("black")),
        Qt.ItemDataRole.FontRole: _bold(),
    }.get(role)


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font
