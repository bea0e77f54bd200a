"""Signs of verdicts, deadlines and delsvar: each a colour and a shape of its own, so that none is told by colour alone."""

from __future__ import annotations

import math
from functools import lru_cache

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QFont, QIcon, QImage, QPainter, QPen, QPixmap, QPolygonF

_EDGE = 64  # pixels that a sign is drawn with; Qt makes it smaller where it is shown
_GREEN, _ORANGE, _RED, _BLUE, _PURPLE, _GREY = "#009e73", "#e69f00", "#d55e00", "#0072b2", "#8e3b75", "#767676"
#: Shape, fill and mark. The colours are apart for those who see no red and green.
_SIGNS = {
    "ok": ("circle", _GREEN, "✓"),
    "anmarkning": ("triangle", _ORANGE, "!"),
    "brist": ("square", _RED, "✕"),
    "oklart": ("diamond", _BLUE, "?"),
    "ej_tillampligt": ("bar", _GREY, ""),
    "ej_bedomt": ("ring", _GREY, ""),
    "fel": ("hexagon", _PURPLE, "!"),
    "late": ("square", _RED, "!"),
    "today": ("triangle", _ORANGE, "!"),
    "soon": ("diamond", _ORANGE, ""),
    "due": ("circle", _BLUE, ""),
    "done": ("ring", _GREY, "✓"),
    "ej_paborjad": ("ring", _GREY, ""),
    "pagar": ("diamond", _BLUE, ""),
    "svar_lamnat": ("square", _BLUE, "✓"),
    "komplettering": ("triangle", _ORANGE, "?"),
    "godkand": ("circle", _GREEN, "✓"),
    "berors_ej": ("bar", _GREY, ""),
}
#: Behind the date of a deadline; the text on it is black.
TINTS = {"late": "#f2b8a0", "today": "#f7d58b", "soon": "#fcf0c3"}


@lru_cache(maxsize=64)
def sign(name: str) -> QIcon:
    """The sign of a verdict, of a delsvar's state, or of a deadline's (late, today, soon, due, done)."""
    shape, colour, mark = _SIGNS[name]
    image = QImage(_EDGE, _EDGE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor("white"), 3))
    painter.setBrush(QBrush(QColor(colour)))
    _draw(painter, shape, QColor(colour))
    if mark:
        font = QFont()
        font.setBold(True)
        font.setPixelSize(30 if shape == "triangle" else 36)
        painter.setFont(font)
        painter.setPen(QColor("black" if colour == _ORANGE else _GREY if shape == "ring" else "white"))
        down = 9 if shape == "triangle" else 0
        painter.drawText(QRectF(0, down, _EDGE, _EDGE), int(Qt.AlignmentFlag.AlignCenter), mark)
    painter.end()
    return QIcon(QPixmap.fromImage(image))


def due_sign(state: str) -> QIcon:
    """Of a deadline's state: late, today, soon, ok or done."""
    return sign("due" if state == "ok" else state)


def _draw(painter: QPainter, shape: str, colour: QColor) -> None:
    inside, middle = QRectF(5, 5, _EDGE - 10, _EDGE - 10), _EDGE / 2
    if shape == "circle":
        painter.drawEllipse(inside)
    elif shape == "square":
        painter.drawRoundedRect(inside.adjusted(2, 2, -2, -2), 6, 6)
    elif shape == "triangle":
        painter.drawPolygon(QPolygonF([QPointF(middle, 3), QPointF(_EDGE - 2, _EDGE - 6), QPointF(2, _EDGE - 6)]))
    elif shape == "bar":
        painter.drawRoundedRect(QRectF(8, middle - 8, _EDGE - 16, 16), 6, 6)
    elif shape == "ring":
        painter.setBrush(QColor("white"))
        painter.setPen(QPen(colour, 7))
        painter.drawEllipse(inside.adjusted(4, 4, -4, -4))
    else:
        corners = 4 if shape == "diamond" else 6
        turns = (2 * math.pi * at / corners for at in range(corners))
        radius = middle - 2
        points = [QPointF(middle + radius * math.cos(turn), middle + radius * math.sin(turn)) for turn in turns]
        painter.drawPolygon(QPolygonF(points))
