"""Ranked bars by matplotlib: the same picture as the project's own, with a cursor that reads values."""

from __future__ import annotations

import textwrap

import numpy as np
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from qgis.PyQt.QtCore import QEvent, QSize, pyqtSignal
from qgis.PyQt.QtGui import QPalette

from ..core.drawing.palette import FILLS
from ..core.drawing.ranked import Ranked, fill_of
from .chart import shown_palette

_LETTERS = (12, 24)  # fewest and most of a name, in a row
_FOR_NAMES = 0.36  # of the width at most: what is left is for the bars
_FOR_WORDS = 0.5  # of the room for a bar at most is for what is written after it
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
        palette = shown_palette(self)
        back = palette.color(QPalette.ColorRole.Window).name()
        self._draw_on(self.figure, palette.color(QPalette.ColorRole.WindowText).name(), back, self.width())
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
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and self._chart is not None:
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
        letter = size * _LETTER_WIDE
        widest = int(np.clip(_FOR_NAMES * wide / letter, *_LETTERS))
        folds = [_two_lines(name, widest) for name in chart.names]
        room = wide - max(len(line) for lines in folds for line in lines) * letter
        told, share = _words(chart, values, room / letter)
        for row, value in enumerate(values):
            fill = FILLS[fill_of(chart, row)]
            edge = ink if fill.hatched or row == chart.chosen else "none"
            hatch = "////" if fill.hatched else None
            width = 2.2 if row == chart.chosen else 0.6
            axes.barh(row, np.nan_to_num(value), 0.62, color=fill.colour, edgecolor=edge, hatch=hatch, linewidth=width)
            axes.annotate(
                told[row], (max(np.nan_to_num(value), 0), row), (4, 0), textcoords="offset points", va="center",
                color=ink, fontsize=size, style="normal" if np.isfinite(value) else "italic", zorder=5,
                bbox={"facecolor": back, "edgecolor": "none", "pad": 1},
            )  # fmt: skip
        for value, name, style in ((chart.mean, chart.mean_name, "--"), (chart.target, chart.target_name, "-")):
            if np.isfinite(value):
                axes.axvline(value, color=ink, linestyle=style, linewidth=1.4, label=name)
        if np.isfinite([chart.mean, chart.target]).any():
            for line in axes.lines:
                line.set_label(textwrap.fill(line.get_label(), max(int(room / letter) - 5, 10)))
            axes.legend(
                loc="lower left",
                bbox_to_anchor=(0, 1),
                frameon=False,
                labelcolor=ink,
                fontsize=size,
                borderaxespad=0.2,
                handlelength=1.2,
            )
        axes.set_yticks(range(len(chart.names)), ["\n".join(lines) for lines in folds])
        axes.set_ylim(len(chart.names) - 0.4, -0.6)
        low, high = axes.get_xlim()
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
        if self._chart is not None and self.figure.axes:  # beside the bars, on a name, too
            row = round(self.figure.axes[0].transData.inverted().transform((event.x, event.y))[1])
            if 0 <= row < len(self._chart.names):
                self.clicked.emit(row)


def _two_lines(name: str, letters: int) -> list[str]:
    """The name in at most two lines of about so many letters; a dot dot dot where there is more of it."""
    lines = textwrap.wrap(name, letters, break_long_words=False, break_on_hyphens=False) or [""]
    lines = lines if len(lines) <= 2 else [lines[0], f"{lines[1]} …"]
    return [line if len(line) <= letters + 2 else f"{line[:letters]}…" for line in lines]


def _words(chart: Ranked, values: np.ndarray, room: float) -> tuple[list[str], float]:
    """What stands after each bar, and the share of the axes it takes; ``room`` in letters. In a narrow window the notes
    are left to the table: colour and hatching say the same."""
    notes = [*chart.notes, *[""] * len(values)]
    numbers = [chart.write(float(value)) if np.isfinite(value) else "" for value in values]
    told = [" ".join(filter(None, both)) for both in zip(numbers, notes)]
    longest = max(map(len, told), default=0)
    if longest > _FOR_WORDS * room:
        told = [number or note for number, note in zip(numbers, notes)]
        longest = max(map(len, numbers), default=0)
    return told, min(longest / max(room, 1), _FOR_WORDS)
