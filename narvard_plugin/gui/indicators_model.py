"""Figures of an indicator as a table, and the words for their status and for a target that is met or not."""

from __future__ import annotations

from typing import NamedTuple, Optional

import numpy as np
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt

from ..adapters.indicator_figures import LISTED_PER_GP, WAITING, Indicator
from ..adapters.indicator_values import Figures, kind_of, known_indicators
from ..core.drawing import numbers
from ..core.indicators import (
    COMPUTED,
    ESTIMATED,
    MISSING,
    OK,
    SUPPRESSED,
    Figure,
    Target,
    is_met,
    own_mean,
    target_of,
)
from ..i18n import tr
from .language import decimal_sign, language, shown
from .plain_text import tip
from .scenario_results import RIGHT


def status_words() -> dict[str, str]:
    return {
        OK: "",
        ESTIMATED: tr("estimated"),
        COMPUTED: tr("summed up"),
        SUPPRESSED: tr("not told (few people)"),
        MISSING: tr("no figure at this level"),
    }


def level_words() -> dict[str, str]:
    return {
        "region": tr("Region"),
        "municipality": tr("Municipality"),
        "regso": "RegSO",
        "deso": "DeSO",
        "unit": tr("Unit"),
    }


def name_of(indicator: Indicator) -> str:
    """What people call it; its own code where nobody has named it."""
    known = known_indicators().get(indicator.code)
    name = known.label.get(language()) if known else indicator.published or indicator.code
    if indicator.table == WAITING:
        name = tr("Waited over 90 days: {specialty}").format(specialty=indicator.code.replace("_", " "))
    if indicator.detail:
        words = {
            "points": tr("points"), "per_person": tr("per person"), "ratio": tr("the nation = 1"),
            "vantar_operation": tr("operation"), "vantar_forsta_besok": tr("first visit"),
        }  # fmt: skip
        name = f"{name}, {words.get(indicator.detail, indicator.detail)}"
    return name


def unit_of(indicator: Indicator, target: Optional[Target] = None) -> str:
    if indicator.table == WAITING:
        return tr("per cent")
    known = known_indicators().get(indicator.code)
    if known and known.unit:
        return known.unit.get(language())
    return indicator.unit or (target.unit if target else "")


def table_words() -> dict[str, str]:
    return {
        "statistics": tr("Statistics by area"),
        "health_figures": tr("Health as published"),
        "need_index": tr("Need of care"),
        "capacity": tr("Capacity"),
        WAITING: tr("Waiting times (care guarantee)"),
        "malvarde": tr("Only a target value"),
    }


class Judged(NamedTuple):
    """Figures with the own region's mean (NaN = none) and each row's target and whether it is met."""

    figures: Figures
    mean: float
    target: Optional[Target]
    targets: list[Optional[Target]]
    met: list[Optional[bool]]


def judged(figures: Figures, year: int) -> Judged:
    region = figures.region
    targets = [target_of(figures.targets, row.code, region, year) for row in figures.rows]
    met = [is_met(row.value, target) for row, target in zip(figures.rows, targets)]
    mean = own_mean(figures.rows, kind_of(figures.indicator)) if _has_mean(figures) else float("nan")
    return Judged(figures, mean, target_of(figures.targets, region, region, year), targets, met)


def _has_mean(figures: Figures) -> bool:
    """A mean by people needs a figure that people are the denominator of; listed per doctor is weighted by doctors."""
    indicator = figures.indicator
    return figures.level != "region" and (kind_of(indicator) == "share" or indicator.code == LISTED_PER_GP)


def met_words(met: Optional[bool]) -> str:
    return "" if met is None else tr("target met") if met else tr("target not met")


class FiguresModel(QAbstractTableModel):
    """One row per area or unit, in the order of the chart."""

    NAME, VALUE, STATUS, TARGET, DATE, SOURCE = range(6)
    SortRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent=None):
        super().__init__(parent)
        self._judged: Judged | None = None

    def show(self, judged: Judged | None) -> None:
        self.beginResetModel()
        self._judged = judged
        self.endResetModel()

    def row(self, at: int) -> Figure:
        return self._judged.figures.rows[at]

    def rowCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() or self._judged is None else len(self._judged.figures.rows)

    def columnCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() else 6

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (tr("Area or unit"), tr("Value"), tr("Status"), tr("Target value"), tr("Date"), tr("Source"))[section]

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        row = self.row(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self.text(index.row(), index.column()))
        if role == self.SortRole:
            return row.value if index.column() == self.VALUE else self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == self.VALUE:
            return RIGHT
        return None

    def text(self, at: int, column: int) -> str:
        row = self.row(at)
        if column == self.NAME:
            return row.name
        if column == self.VALUE:
            return written(row.value)
        if column == self.STATUS:
            return status_words().get(row.status, row.status)
        if column == self.TARGET:
            target = self._judged.targets[at]
            told = (
                "" if target is None else tr("{value} ({year})").format(value=written(target.value), year=target.year)
            )
            return ": ".join(filter(None, (told, met_words(self._judged.met[at]))))
        return (row.date if column == self.DATE else row.source) or "–"

    def rows_as_text(self) -> list[list[str]]:
        """Header and rows for a file; numbers with the user's decimal sign, and empty where there is none."""
        header = [self.headerData(column, Qt.Orientation.Horizontal) for column in range(6)]
        body = [[self.text(row, column) for column in range(6)] for row in range(self.rowCount())]
        for at, cells in enumerate(body):
            value = self.row(at).value
            cells[self.VALUE] = f"{value:.10g}".replace(".", decimal_sign()) if np.isfinite(value) else ""
        codes = [self.row(at).code for at in range(len(body))]
        return [[tr("Code"), *header], *([code, *cells] for code, cells in zip(codes, body))]


def written(value: float) -> str:
    """A figure with about three digits; whole numbers whole."""
    if np.isfinite(value) and abs(value) >= 100:
        return shown(value)
    if np.isfinite(value) and value == round(value):
        return shown(value)
    text, sign = numbers.few_digits(value, decimal_sign()), decimal_sign()
    return text.rstrip("0").rstrip(sign) if sign in text else text
