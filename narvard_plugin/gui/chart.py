"""Drawings in the window: the project's own SVG in the colours of the theme, and bars that can be clicked."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from qgis.PyQt.QtCore import QByteArray, QEvent, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPalette
from qgis.PyQt.QtSvg import QSvgRenderer
from qgis.PyQt.QtWidgets import QGroupBox, QSizePolicy, QWidget

from ..core.drawing.palette import FILLS
from ..core.drawing.ranked import PAPER, Drawing, Ranked, ranked
from ..core.drawing.svg import FONT, GRID, INK, QUIET

_LINE = 1.35  # a line of text over its letters, as fonts have it
_ON_DARK = "#6baed6"  # the first fill, which is too dark on a dark window
_PRINT_SCALE = 3  # pixels per unit of the drawing in a saved picture


class SvgView(QWidget):
    """Shows what ``draw(width)`` gives, drawn anew for the room there is; ``label`` is for who cannot see it."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._draw: Callable[[int], str] | None = None
        self._svg, self._renderer = "", QSvgRenderer(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_drawing(self, draw: Callable[[int], str] | None, label: str) -> None:
        self._draw = draw
        self.setAccessibleName(label)
        self._redraw()

    @property
    def scale(self) -> float:
        """Pixels per unit of the drawing: its letters are as large as the window's."""
        return self.fontMetrics().height() / (FONT * _LINE)

    def markup(self, width: int = 660) -> str:
        """The drawing as SVG on white paper; "" where there is none."""
        return self._draw(width) if self._draw else ""

    def save(self, path: str) -> None:
        """As SVG or PNG, by the ending of ``path``. ``OSError`` where it cannot be written."""
        markup = self.markup()
        if path.lower().endswith(".svg"):
            Path(path).write_text(markup, encoding="utf-8")
            return
        renderer = QSvgRenderer(QByteArray(markup.encode("utf-8")))
        size = renderer.defaultSize() * _PRINT_SCALE
        image = QImage(size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        if not image.save(path):
            raise OSError(path)

    def sizeHint(self):
        if not self._renderer.isValid():
            return QSize(0, 0)
        return self._renderer.defaultSize() * self.scale

    def minimumSizeHint(self):
        return QSize(int(20 * self.fontMetrics().averageCharWidth()), self.sizeHint().height())

    def resizeEvent(self, event):
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._redraw()

    def changeEvent(self, event):
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._redraw()

    def paintEvent(self, event):
        if self._renderer.isValid():
            size = self._renderer.defaultSize() * self.scale
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._renderer.render(painter, QRectF(0, 0, size.width(), size.height()))

    def _redraw(self) -> None:
        width = max(int(self.width() / self.scale), 160)
        self._svg = self._draw(width) if self._draw else ""
        self._renderer.load(QByteArray(themed(self._svg, shown_palette(self)).encode("utf-8")))
        self.updateGeometry()
        self.update()


class SvgChart(SvgView):
    """Ranked bars; ``clicked`` has the number of the row."""

    clicked = pyqtSignal(int)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._rows = Drawing("", 0.0, 1.0)
        self._count = 0
        self.setMouseTracking(True)

    def show_ranked(self, chart: Ranked) -> None:
        self._count = len(chart.names)

        def draw(width):
            self._rows = ranked(chart._replace(width=width))
            return self._rows.svg

        self.show_drawing(draw, chart.label)

    def row_at(self, y: float) -> int:
        """The row at a height of the widget; −1 without."""
        row = int((y / self.scale - self._rows.top) // self._rows.band)
        return row if 0 <= row < self._count else -1

    def middle_of(self, row: int) -> int:
        """The height at which the row stands."""
        return int((self._rows.top + self._rows.band * (row + 0.5)) * self.scale)

    def mousePressEvent(self, event):
        row = self.row_at(event.pos().y())
        if row >= 0:
            self.clicked.emit(row)

    def mouseMoveEvent(self, event):
        over = self.row_at(event.pos().y()) >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)


def shown_palette(widget: QWidget) -> QPalette:
    """The colours of the window as its theme draws it. QGIS's dark themes are style sheets: they colour boxes and labels,
    and leave the palette of a plain widget with other colours than anyone sees."""
    box = QGroupBox(widget)
    box.ensurePolished()
    palette = box.palette()
    box.setParent(None)
    box.deleteLater()
    return palette


def themed(svg: str, palette: QPalette) -> str:
    """The drawing with its ink, quiet words and grid in the colours of the window."""
    text, back = palette.color(QPalette.ColorRole.WindowText), palette.color(QPalette.ColorRole.Window)
    colours = {
        INK: text.name(),
        QUIET: _between(text, back, 0.3).name(),
        GRID: _between(text, back, 0.85).name(),
        PAPER: back.name(),
    }
    if back.lightness() < 128:
        colours[FILLS[0].colour] = _ON_DARK
    return re.sub("|".join(map(re.escape, colours)), lambda found: colours[found[0]], svg)


def _between(one: QColor, other: QColor, share: float) -> QColor:
    mixed = (a + (b - a) * share for a, b in zip(one.getRgbF()[:3], other.getRgbF()[:3]))
    return QColor.fromRgbF(*mixed)


def make_chart(parent=None, plain: bool = False) -> QWidget:
    """Ranked bars by matplotlib where QGIS has it, otherwise (or ``plain``) by the project's own drawing."""
    if not plain and find_spec("matplotlib") is not None:
        try:
            from .chart_matplotlib import MatplotlibChart
        except ImportError:  # built for another numpy, or for another Qt
            return SvgChart(parent)
        return MatplotlibChart(parent)
    return SvgChart(parent)
