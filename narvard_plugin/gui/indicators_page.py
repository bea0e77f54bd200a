"""The page "Indikatorer": one figure over areas or units as bars and a table, against the own mean and the target value."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ..adapters.indicator_figures import LEVELS, Indicator
from ..adapters.indicator_values import IndicatorTables
from ..adapters.live_scenario import STORED
from ..core.drawing.ranked import Ranked
from ..core.indicators import LOWER
from ..i18n import tr
from ..whole_files import made_whole
from .background import Background
from .chart import make_chart
from .fitting_table import FittingTable
from .indicators_model import (
    FiguresModel,
    Judged,
    judged,
    level_words,
    met_words,
    name_of,
    status_words,
    table_words,
    unit_of,
    written,
)
from .notice import EMPTY, ERROR, LOADING, Notice
from .plain_text import plain_label, tell

_FIRST_LEVELS = ("municipality", "unit", "region", "regso", "deso")
_POINT_METRES = 3000  # what is shown around a unit


class IndicatorsPage(QWidget):
    """``shown`` whenever the chart stands for what is chosen. ``plain`` draws without matplotlib."""

    shown = pyqtSignal()

    def __init__(self, session, window, parent=None, plain: bool = False):
        super().__init__(parent)
        self.session, self.iface = session, window
        self.tables: IndicatorTables | None = None
        self.judged: Judged | None = None
        self.chosen = -1
        self._unread = True
        self._reader, self._asker = Background(self), Background(self)
        self._build(plain)
        self._reader.answered.connect(self._loaded)
        self._asker.answered.connect(self._answered)
        for background in (self._reader, self._asker):
            background.failed.connect(lambda text: self.notice.say(ERROR, text, tr("Read again"), self.read))
        session.changed.connect(self.read)
        session.data_changed.connect(self.read)

    def showEvent(self, event):
        super().showEvent(event)
        if self._unread:
            self.read()

    def stop(self) -> None:
        self._reader.stop()
        self._asker.stop()

    def _build(self, plain: bool) -> None:
        self.notice = Notice()
        self.indicator, self.level = QComboBox(), QComboBox()
        for combo, name in ((self.indicator, tr("Indicator")), (self.level, tr("Shown for"))):
            combo.setAccessibleName(name)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(10)
        self.indicator.setMaxVisibleItems(25)
        self.indicator.activated.connect(lambda: self._choose_indicator())
        self.level.activated.connect(lambda: self._ask())
        choices = QFormLayout()
        choices.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        choices.addRow(tr("Indicator"), self.indicator)
        choices.addRow(tr("Shown for"), self.level)
        self.said = plain_label()
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.chart = make_chart(plain=plain)
        self.chart.clicked.connect(self.choose_row)
        self.model = FiguresModel(self)
        self.table = FittingTable(self.model, tr("Figures"), FiguresModel.SOURCE, most=20)
        self.table.activated.connect(lambda index: self.choose_row(index.row()))
        self.table.clicked.connect(lambda index: self.choose_row(index.row()))
        self.save = {}
        row = QHBoxLayout()
        self.saving = QLabel(tr("Save as"))
        row.addWidget(self.saving)
        for ending in ("png", "svg", "csv"):
            button = QPushButton(ending.upper())
            button.setToolTip(
                tr("Save the chart as {kind}.").format(kind=ending.upper())
                if ending != "csv"
                else tr("Save the table as CSV.")
            )
            button.clicked.connect(lambda _=False, ending=ending: self._ask_where(ending))
            self.save[ending] = button
            row.addWidget(button)
        row.addStretch()
        self.content = QWidget()
        layout = QVBoxLayout(self.content)
        layout.addLayout(choices)
        for part in (self.said, self.chart, self.table):
            layout.addWidget(part)
        layout.addLayout(row)
        layout.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(self.content)
        outer = QVBoxLayout(self)
        outer.addWidget(self.notice)
        outer.addWidget(scroll, 1)
        self._show(None)

    # Reading

    def read(self) -> None:
        self._unread = not self.isVisible()
        if self._unread:  # a page that nobody looks at reads when it is shown
            return
        workspace = self.session.settings.workspace
        if not workspace:
            self._reader.cancel()
            self.content.setEnabled(False)
            self.notice.say(EMPTY, tr("Choose a workspace first: the figures are those that it holds."))
            return
        self.notice.say(LOADING, tr("Reading the figures of the workspace…"))

        def work(canceled):
            tables = IndicatorTables(workspace, canceled)
            found = tables.indicators()
            return tables, found, {indicator: tables.levels(indicator) for indicator in found}

        self._reader.ask(tr("Närvård: read the figures"), work)

    def _loaded(self, read) -> None:
        self.tables, found, self._levels = read
        self.notice.clear()
        self.content.setEnabled(bool(found))
        chosen = self.indicator.currentData()
        with QSignalBlocker(self.indicator):
            self.indicator.clear()
            table = ""
            for indicator in sorted(
                found, key=lambda one: (list(table_words()).index(one.table), name_of(one).lower())
            ):
                if indicator.table != table:
                    self._add_heading(table_words()[indicator.table])
                    table = indicator.table
                self.indicator.addItem(name_of(indicator), indicator)
            at = next(
                (row for row in range(self.indicator.count()) if chosen and self.indicator.itemData(row) == chosen), 1
            )
            self.indicator.setCurrentIndex(at if found else -1)
        if not found:
            self.notice.say(
                EMPTY,
                tr(
                    "The workspace holds no figures yet. Fetch statistics and health, or import waiting times, in the page of sources."
                ),
            )
            self._show(None)
            return
        self._choose_indicator()

    def _add_heading(self, text: str) -> None:
        self.indicator.addItem(text)
        item = self.indicator.model().item(self.indicator.count() - 1)
        item.setEnabled(False)
        font = item.font()
        font.setBold(True)
        item.setFont(font)

    def _choose_indicator(self) -> None:
        indicator: Indicator = self.indicator.currentData()
        if indicator is None:
            return
        here, before = self._levels[indicator], self.level.currentData()
        with QSignalBlocker(self.level):
            self.level.clear()
            units = here == ["unit"] or indicator.table in ("waiting_times", "capacity")
            for level in LEVELS:
                if level in here:
                    self.level.addItem(level_words()[level], level)
                elif not units and level != "unit":
                    self.level.addItem(tr("{level} (no figures)").format(level=level_words()[level]), level)
            wished = before if before in here else next((level for level in _FIRST_LEVELS if level in here), here[0])
            self.level.setCurrentIndex(self.level.findData(wished))
        self._ask()

    def _ask(self) -> None:
        tables, indicator, level = self.tables, self.indicator.currentData(), self.level.currentData()
        neighbours, year = self.session.settings.neighbours, self.session.year
        self._asker.ask(
            tr("Närvård: figures"), lambda canceled: judged(tables.figures(indicator, level, neighbours), year)
        )

    # Showing

    def _answered(self, answer: Judged) -> None:
        if self.notice.kind == ERROR:
            self.notice.clear()
        self.chosen = -1
        self._show(answer)
        self.shown.emit()

    def _show(self, answer: Judged | None) -> None:
        self.judged = answer
        self.model.show(answer)
        rows = answer.figures.rows if answer else []
        for part in (self.chart, self.table, self.saving, *self.save.values()):
            part.setVisible(bool(rows))
        self.said.setText(_said(answer) if answer else "")
        if rows:
            self.chart.show_ranked(self._ranked())

    def _ranked(self) -> Ranked:
        found, figures = self.judged, self.judged.figures
        notes = [
            " · ".join(filter(None, (status_words().get(row.status, row.status) if not np.isfinite(row.value) else "", met_words(met))))
            for row, met in zip(figures.rows, found.met)
        ]  # fmt: skip
        target = found.target
        target_name = ""
        if target is not None:
            words = (
                tr("target value {year}: at most {value}")
                if target.better == LOWER
                else tr("target value {year}: at least {value}")
            )
            target_name = words.format(year=target.year, value=written(target.value))
        return Ranked(
            tr("{name} by {level}").format(name=name_of(figures.indicator), level=level_words()[figures.level].lower()),
            [row.name for row in figures.rows],
            np.array([row.value for row in figures.rows], float),
            notes,
            written,
            unit_of(figures.indicator, target),
            found.mean,
            tr("the region's mean {value}").format(value=written(found.mean)),
            target.value if target else float("nan"),
            target_name,
            found.met,
            self.chosen,
        )

    def choose_row(self, row: int) -> None:
        """Show the area of a bar in the map, and its row in the table."""
        self.chosen = row
        with QSignalBlocker(self.table):
            self.table.selectRow(row)
        self.chart.show_ranked(self._ranked())
        box = self.judged.figures.boxes.get(self.model.row(row).code)
        if box is None:
            text = tr("{name} has no place in the workspace.").format(name=self.model.row(row).name)
            tell(self.iface, text, Qgis.MessageLevel.Info)
            return
        area = QgsRectangle(*box)
        area = area.buffered(_POINT_METRES) if area.width() == 0 else area.buffered(0.1 * area.width())
        canvas = self.iface.mapCanvas()
        move = QgsCoordinateTransform(
            QgsCoordinateReferenceSystem(STORED), canvas.mapSettings().destinationCrs(), QgsProject.instance()
        )
        try:
            canvas.setExtent(move.transformBoundingBox(area))
        except QgsCsException:
            tell(self.iface, tr("The map's coordinate system cannot show this place."), Qgis.MessageLevel.Warning)
            return
        canvas.refresh()

    # Saving

    def _ask_where(self, ending: str) -> None:
        path, _ = QFileDialog.getSaveFileName(self, tr("Save as"), "", f"{ending.upper()} (*.{ending})")
        if path:
            self.save_as(path if path.lower().endswith(f".{ending}") else f"{path}.{ending}")

    def save_as(self, path: str) -> None:
        """The chart as PNG or SVG, or the table as CSV, by the ending of ``path``; a sentence where it cannot be written."""
        try:
            with made_whole(Path(path)) as unfinished:
                if path.lower().endswith(".csv"):
                    with unfinished.open("w", newline="", encoding="utf-8-sig") as file:
                        csv.writer(file, delimiter=";").writerows(self.model.rows_as_text())
                else:
                    self.chart.save(str(unfinished))
        except OSError as error:
            text = tr("{path} could not be written: {reason}. Choose another folder.")
            self.notice.say(ERROR, text.format(path=path, reason=error.strerror or error))
            return
        tell(self.iface, tr("Saved: {path}").format(path=path), Qgis.MessageLevel.Info)


def _said(found: Judged) -> str:
    """What the figures are of, in a few sentences."""
    figures, said = found.figures, []
    rows = figures.rows
    told = [row for row in rows if np.isfinite(row.value)]
    if not figures.published:
        said.append(
            tr(
                "The workspace has a target value but no figures of this. Compute them, and compare them with the tool Target gap."
            )
        )
        for target in figures.targets:
            said.append(tr("{area}, {year}: {value} {unit}, decided by {who}.").format(
                area=target.area, year=target.year, value=written(target.value), unit=target.unit, who=target.decided or "–"
            ))  # fmt: skip
        return " ".join(said)
    names = ", ".join(level_words()[level] for level in figures.published)
    if figures.level in figures.published:
        said.append(tr("{n} of {all} have a figure.").format(n=len(told), all=len(rows)))
    elif told:
        said.append(
            tr("Published for: {levels}. Summed up here; an area where any part lacks its figure has none.").format(
                levels=names
            )
        )
    else:
        said.append(
            tr("Published for: {levels}. There are no figures for this level, and none are made up for it.").format(
                levels=names
            )
        )
    if found.target is not None and told:
        met = sum(one is True for one in found.met)
        said.append(tr("{n} of {all} meet the target value.").format(n=met, all=len(told)))
    dates = sorted({row.date for row in told if row.date})
    if dates:
        said.append(tr("Figures of {date}.").format(date=dates[0] if len(dates) == 1 else f"{dates[0]} – {dates[-1]}"))
    return " ".join(said)
