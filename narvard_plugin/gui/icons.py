"""Pictures of the dock: the catalogue's own symbols and the states of a source, drawn for the screen at hand."""

from __future__ import annotations

from functools import lru_cache

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QImage, QPainter, QPixmap

from .. import catalogue
from ..paths import bundled

_EDGE = 64  # pixels that an icon is drawn with; Qt makes it smaller where it is shown
_UNKNOWN = ("note", "#666666")


@lru_cache(maxsize=256)
def type_icon(code: str) -> QIcon:
    """The symbol of a facility type as the map draws it, on a white plate so that it is seen on dark panels too."""
    kind = catalogue.care().types.get(code)
    name, colour = _UNKNOWN if kind is None else (kind.symbol, kind.colour)
    file = bundled("resources", "icons", "types", f"{name}.svg")
    picture, _ = QgsApplication.svgCache().svgAsImage(str(file), _EDGE, QColor(colour), QColor(colour), 0, 1)
    drawn = QImage(picture.size(), QImage.Format.Format_ARGB32_Premultiplied)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.white)
    edge = drawn.width() * 0.19
    painter.drawEllipse(QRectF(drawn.rect()).adjusted(edge, edge, -edge, -edge))
    painter.drawImage(0, 0, picture)
    painter.end()
    return QIcon(QPixmap.fromImage(drawn))


@lru_cache(maxsize=32)
def icon(name: str) -> QIcon:
    """A picture of ``resources/icons``."""
    return QIcon(str(bundled("resources", "icons", f"{name}.svg")))
