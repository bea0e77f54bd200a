"""What an atlas's printed pages are built of: words, pictures, drawings, rows of a table, and blocks beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, Optional

from qgis.PyQt.QtCore import QByteArray, QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter, QPen, QTextLayout, QTextOption
from qgis.PyQt.QtSvg import QSvgRenderer

from ..pdf import dots, opaque, text_font

INK, QUIET, RULE, TINT = QColor("#1b1b1b"), QColor("#555555"), QColor("#cfcfcf"), QColor("#f5f4f0")
BETTER, WORSE = QColor("#17635a"), QColor("#a34700")
_LEADING = 1.22  # from line to line, in heights of the font


class Look(NamedTuple):
    """How words look: points high, and their colour."""

    size: float
    bold: bool = False
    colour: QColor = INK
    right: bool = False

    def font(self) -> QFont:
        return _font(self.size, self.bold)


@cache
def _font(size: float, bold: bool) -> QFont:
    """The font, which takes its time to look for among the computer's."""
    return text_font(size, bold)


class Words:
    """A text in lines of at most ``width`` dots; ``after`` millimetres of room below it."""

    def __init__(self, device, text: str, width: float, look: Look, after: float = 0.0):
        self._look, self._width = look, width
        # A device beside the text makes it as wide as it will be printed.
        self._layout = QTextLayout(text.replace("\n", "\u2028"), look.font(), device)
        option = QTextOption(Qt.AlignmentFlag.AlignRight if look.right else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self.height = self._laid() + dots(after)

    def _laid(self) -> float:
        y = 0.0
        self._layout.beginLayout()
        line = self._layout.createLine()
        while line.isValid():
            line.setLineWidth(max(self._width, 1.0))
            line.setPosition(QPointF(0, y))
            y += line.height() * _LEADING
            line = self._layout.createLine()
        self._layout.endLayout()
        return y

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        painter.setPen(self._look.colour)
        self._layout.draw(painter, QPointF(x, y))


class Picture:
    """A picture (PNG) ``width`` dots wide."""

    def __init__(self, png: bytes, width: float):
        self._image, self._width = opaque(QImage.fromData(png)), width
        self.height = width * self._image.height() / max(self._image.width(), 1)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        painter.drawImage(QRectF(x, y, self._width, self.height), self._image)


class Drawing:
    """A drawing (SVG) ``width`` dots wide; it stays lines and letters."""

    def __init__(self, svg: str, width: float):
        self._drawn, self._width = QSvgRenderer(QByteArray(svg.encode("utf-8"))), width
        size = self._drawn.viewBoxF().size()
        self.height = width * size.height() / max(size.width(), 1.0)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        self._drawn.render(painter, QRectF(x, y, self._width, self.height))


class Space:
    def __init__(self, millimetres: float):
        self.height = dots(millimetres)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Nothing."""


class Stack:
    """Blocks under each other that stay on one page."""

    def __init__(self, blocks: Sequence):
        self.blocks = list(blocks)
        self.height = sum(block.height for block in self.blocks)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        for block in self.blocks:
            block.draw(painter, x, y)
            y += block.height


class Beside:
    """Blocks (offset in dots, block) at the same height."""

    def __init__(self, blocks: Sequence[tuple[float, object]]):
        self.blocks = list(blocks)
        self.height = max((block.height for _, block in self.blocks), default=0.0)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        for offset, block in self.blocks:
            block.draw(painter, x + offset, y)


class Row:
    """Cells beside each other over a thin line; ``head`` stands again at the top of a page that the row begins."""

    def __init__(
        self, cells: Beside, width: float, head: Optional[Row] = None, heavy: bool = False, tight: bool = False
    ):
        self._cells, self._width, self._heavy = cells, width, heavy
        self._above = dots(0.4 if tight else 0.9)
        self.head = head
        self.height = cells.height + dots(1.2 if tight else 2.2)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        self._cells.draw(painter, x, y + self._above)
        painter.setPen(QPen(INK if self._heavy else RULE, dots(0.35 if self._heavy else 0.18)))
        bottom = y + self.height - dots(0.2)
        painter.drawLine(QPointF(x, bottom), QPointF(x + self._width, bottom))


class Boxed:
    """A block on a ground of its own, with a bar to its left where ``bar`` has a colour."""

    def __init__(self, block, width: float, ground: QColor, bar: Optional[QColor] = None, inside: float = 3.0):
        self._block, self._width, self._ground, self._bar, self._inside = block, width, ground, bar, dots(inside)
        self.height = block.height + 2 * self._inside

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        painter.fillRect(QRectF(x, y, self._width, self.height), self._ground)
        if self._bar is not None:
            painter.fillRect(QRectF(x, y, dots(1.6), self.height), self._bar)
        self._block.draw(painter, x + self._inside + (dots(1.6) if self._bar else 0), y + self._inside)


class Rule:
    """A line across, ``thick`` millimetres."""

    def __init__(self, width: float, colour: QColor, thick: float, after: float):
        self._width, self._colour, self._thick = width, colour, dots(thick)
        self.height = self._thick + dots(after)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        painter.fillRect(QRectF(x, y, self._width, self._thick), self._colour)
