"""Ranked bars by matplotlib: the same picture as the project's own, with a cursor that reads values."""

from __future__ import annotations

import numpy as np
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from qgis.PyQt.QtCore import QEvent, QSize, pyqtSignal
from qgis.PyQt.QtGui import QPalette

from ..core.drawing.palette import FILLS
from ..core.drawing.ranked import Ranked, fill_of
from ..core.drawing.svg import folded

_LETTERS = 24  # of a name, in a row
_LETTER_WIDE = 0.85  # pixels of a letter's width for each point of its height
_INCHES = 100  # dots per inch of the figure on paper


class MatplotlibChart(FigureCanvasQTAgg):
    clicked = pyqtSignal(int)
    _chart: Ranked | None = None  # Qt sends events before __init__ is through

    def __init__(self, parent=None):
        super().__init__(Figure(layout="constrained"))
        self.setParent(parent)
        self.setPalette(QPalette())  # matplotlib's own is white in every theme
        self.mpl_connect("button_press_event", self._pressed)

    def show_ranked(self, chart: Ranked) -> None:
        self._chart = chart
        self.setAccessibleName(chart.label)
        self.figure.clear()
        back = self.palette().color(QPalette.ColorRole.Window).name()
        self._draw_on(self.figure, self.palette().color(QPalette.ColorRole.WindowText).name(), back, self.width())
        self.setMinimumHeight(self.minimumSizeHint().height())
        self.updateGeometry()
        self.draw_idle()

    def sizeHint(self):
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def minimumSizeHint(self):
        rows = len(self._chart.names) if self._chart else 0
        line = self.fontMetrics().height()
        return QSize(20 * self.fontMetrics().averageCharWidth(), int((rows * 1.6 + 8) * line))

    def middle_of(self, row: int) -> int:
        """The height at which the row stands, after it was drawn."""
        self.draw()
        _, y = self.figure.axes[0].transData.transform((0, row))
        return int(self.height() - y / self.device_pixel_ratio)

    def save(self, path: str) -> None:
        """As SVG or PNG, on white paper. ``OSError`` where it cannot be written."""
        paper = Figure(figsize=(8, max(len(self._chart.names) * 0.26 + 1, 2)), dpi=_INCHES, layout="constrained")
        self._draw_on(paper, "#1b1b1b", "#ffffff", 8 * _INCHES)
        paper.savefig(path, dpi=200)

    def changeEvent(self, event):
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._chart is not None:
            self.show_ranked(self._chart)

    def resizeEvent(self, event):
        super().resizeEvent(event)
        if self._chart is not None and event.size().width() != event.oldSize().width():
            self.show_ranked(self._chart)

    def _draw_on(self, figure: Figure, ink: str, back: str, wide: float) -> None:
        chart, axes = self._chart, figure.add_subplot()
        figure.set_facecolor(back)
        axes.set_facecolor(back)
        size = self.font().pointSizeF() if self.font().pointSizeF() > 0 else 9.0
        values = np.asarray(chart.values, float)
        folds = [folded(name, _LETTERS * 7)[:2] for name in chart.names]
        names, told = [line for lines in folds for line in lines], []
        for row, value in enumerate(values):
            fill = FILLS[fill_of(chart, row)]
            edge = ink if fill.hatched or row == chart.chosen else "none"
            hatch = "////" if fill.hatched else None
            width = 2.2 if row == chart.chosen else 0.6
            axes.barh(row, np.nan_to_num(value), 0.62, color=fill.colour, edgecolor=edge, hatch=hatch, linewidth=width)
            note = chart.notes[row] if row < len(chart.notes) else ""
            words = " ".join(filter(None, (chart.write(float(value)) if np.isfinite(value) else "", note)))
            told.append(words)
            axes.annotate(
                words, (max(np.nan_to_num(value), 0), row), (4, 0), textcoords="offset points", va="center",
                color=ink, fontsize=size, style="normal" if np.isfinite(value) else "italic", zorder=5,
                bbox={"facecolor": back, "edgecolor": "none", "pad": 1},
            )  # fmt: skip
        for value, name, style in ((chart.mean, chart.mean_name, "--"), (chart.target, chart.target_name, "-")):
            if np.isfinite(value):
                axes.axvline(value, color=ink, linestyle=style, linewidth=1.4, label=name)
        if np.isfinite([chart.mean, chart.target]).any():
            axes.legend(
                loc="lower left", bbox_to_anchor=(0, 1), frameon=False, labelcolor=ink, fontsize=size, borderaxespad=0.2
            )
        axes.set_yticks(range(len(chart.names)), ["\n".join(lines) for lines in folds])
        axes.set_ylim(len(chart.names) - 0.4, -0.6)
        low, high = axes.get_xlim()
        letters = [max(map(len, column), default=0) for column in (names, told)]
        room = wide - letters[0] * size * _LETTER_WIDE
        share = min(letters[1] * size * _LETTER_WIDE / max(room, 1), 0.7)  # of the axes, for the words after a bar
        axes.set_xlim(low, low + (high - low) / (1 - share))
        axes.xaxis.set_major_formatter(lambda value, _: chart.write(value))
        axes.tick_params(colors=ink, labelsize=size, length=0)
        axes.set_xlabel(chart.axis_name, color=ink, fontsize=size)
        axes.axvline(0, color=ink, linewidth=1)
        for side in ("top", "right", "left", "bottom"):
            axes.spines[side].set_visible(False)
        axes.grid(axis="x", color=ink, alpha=0.15)
        axes.set_axisbelow(True)

    def _pressed(self, event):
        if self._chart is not None and event.ydata is not None:
            row = round(event.ydata)
            if 0 <= row < len(self._chart.names):
                self.clicked.emit(row)
