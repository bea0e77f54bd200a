"""The legend of a map as signs with words, drawn as the layers' styles draw them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from qgis.core import (
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsRasterLayer,
    QgsRenderContext,
    QgsSymbol,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from ...core.plans.rows import one_line
from ..maps import png_bytes

#: Pixels of a sign at 200 to the inch: 6 × 3.6 mm, and the most that a large mark gets.
WIDTH, HEIGHT, _HIGHEST = 48, 28, 80
_DOTS_PER_MM = 200 / 25.4
HATCH, LAND = QColor("#a9a69d"), QColor("#fbfaf6")


class Sign(NamedTuple):
    """One class: its picture (PNG; empty = the label heads those that follow) and its label."""

    label: str
    png: bytes


class Group(NamedTuple):
    """A layer's ``title`` and its signs."""

    title: str
    signs: Sequence[Sign]


def legend_of(layers: Sequence[QgsMapLayer]) -> list[Group]:
    """The layers' legends in their order; what has neither a sign nor a name is left out."""
    groups = []
    for layer in layers:
        name, signs = one_line(layer.name()), _signs(layer)
        if len(signs) == 1 and signs[0].label in ("", name):
            groups.append(Group("", [Sign(name, signs[0].png)]))  # one sign is called what the layer is called
        elif signs:
            groups.append(Group(name, signs))
    return groups


def ground_sign(hatched: bool) -> bytes:
    """The sign for ground that no layer covers: hatched where it is without data, else plain."""
    image = _blank(WIDTH, HEIGHT)
    image.fill(LAND)
    painter = QPainter(image)
    if hatched:
        hatch(painter, QRectF(0, 0, WIDTH, HEIGHT), 9.0)
    painter.setPen(QPen(HATCH, 2))
    painter.drawRect(QRectF(1, 1, WIDTH - 2, HEIGHT - 2))
    painter.end()
    return png_bytes(image)


def hatch(painter: QPainter, where: QRectF, step: float) -> None:
    """Slanting lines over the rectangle."""
    painter.save()
    painter.setClipRect(where, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(HATCH, step / 6))
    path = QPainterPath()
    along = where.left() - where.height()
    while along < where.right():
        path.moveTo(along, where.bottom())
        path.lineTo(along + where.height(), where.top())
        along += step
    painter.drawPath(path)
    painter.restore()


def _signs(layer: QgsMapLayer) -> list[Sign]:
    if isinstance(layer, QgsRasterLayer):
        entries = layer.renderer().legendSymbologyItems() if layer.renderer() else []
        return [Sign(one_line(label), _plain_sign(colour)) for label, colour in entries]
    if not isinstance(layer, QgsVectorLayer) or layer.renderer() is None:
        return []
    signs = []
    for item in layer.renderer().legendSymbolItems():
        symbol, label = item.symbol(), one_line(item.label())
        if symbol is not None:
            signs.append(Sign(label, _sign(symbol, layer)))
        elif label:
            signs.append(Sign(label, b""))
    return signs


def _plain_sign(colour: QColor) -> bytes:
    image = _blank(WIDTH, HEIGHT)
    painter = QPainter(image)
    painter.fillRect(image.rect(), colour)
    painter.setPen(QPen(QColor("#8f8f8f"), 2))
    painter.drawRect(QRectF(1, 1, WIDTH - 2, HEIGHT - 2))
    painter.end()
    return png_bytes(image)


def _sign(symbol: QgsSymbol, layer: QgsVectorLayer) -> bytes:
    """The symbol as it stands on the map; a mark that is larger than a sign gets the room it needs."""
    side = HEIGHT
    if isinstance(symbol, QgsMarkerSymbol) and symbol.sizeUnit() == QgsUnitTypes.RenderUnit.RenderMillimeters:
        side = max(HEIGHT, min(round(symbol.size() * _DOTS_PER_MM) + 6, _HIGHEST))
    image = _blank(max(WIDTH, side), side)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    context = QgsRenderContext.fromQPainter(painter)
    context.setScaleFactor(_DOTS_PER_MM)
    context.setFlag(QgsRenderContext.Flag.Antialiasing, True)
    drawn = symbol.clone()
    drawn.setOpacity(symbol.opacity() * layer.opacity())
    drawn.drawPreviewIcon(painter, image.size(), context)
    painter.end()
    return png_bytes(image)


def _blank(width: int, height: int) -> QImage:
    image = QImage(QSize(width, height), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    return image
