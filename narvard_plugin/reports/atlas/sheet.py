"""The frame round a map's layers: ground and hatch beneath, the neighbours' veil, borders, names, scale and north above."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Optional

from qgis.core import QgsGeometry, QgsMapSettings, QgsWkbTypes
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QPolygonF

from ...core.plans.rows import one_line
from ..maps import round_length
from ..templates import shown_number
from .legend import LAND, hatch
from .pictures import pixels

_SEA, _EDGE, _OUTLINE, _OWN = QColor("#eef2f5"), QColor("#8f8f8f"), QColor("#1b1b1b"), QColor("#08519c")
_VEIL = QColor(255, 255, 255, 165)
_HATCH_STEP = 11.0  # pixels
_LETTERS, _SMALL_LETTERS = 22, 20  # pixels high: 8 points and less at 200 to the inch
_LONGEST_NAME = 26
_FONTS = ["Arial", "Liberation Sans", "DejaVu Sans"]


class Place(NamedTuple):
    code: str
    name: str
    geometry: QgsGeometry


class Sheet:
    """The map's picture as ``settings`` show it: the chapter ``own`` among all ``places``, in the ``region``."""

    def __init__(self, settings: QgsMapSettings, places: Sequence[Place], region: str, own: str, language: str):
        self._settings, self._language = settings, language
        self._size = settings.outputSize()
        self._paths = {place.code: self._path(place.geometry) for place in places}
        self._own = self._paths.get(own)
        self._region = self._paths.get(region)
        self._areas = [place for place in places if place.code not in (region, own)]
        self._place = next((place for place in places if place.code == own != region), None)

    def uncovered(self, drawn: QImage) -> float:
        """The share (0–1) of the chapter's area where ``drawn`` has nothing; 0 where its place is not known."""
        if self._own is None:
            return 0.0
        mask = QImage(self._size, QImage.Format.Format_ARGB32_Premultiplied)
        mask.fill(0)
        painter = QPainter(mask)
        painter.fillPath(self._own, QColor("black"))
        painter.end()
        inside, bare = pixels(mask)[..., 3] > 127, pixels(drawn)[..., 3] == 0
        return float((inside & bare).sum() / max(inside.sum(), 1))

    def painted(self, drawn: QImage, *, hatched: bool) -> QImage:
        """The map: ``drawn`` on its ground, with everything round it."""
        image, painter = self._begun(hatched)
        painter.drawImage(0, 0, drawn)
        if self._own is not None:
            outside = QPainterPath()
            outside.addRect(QRectF(image.rect()))
            painter.fillPath(outside.subtracted(self._own), _VEIL)
        self._draw_borders(painter, 1.4)
        self._draw_names(painter, self._areas, _SMALL_LETTERS)
        self._draw_scale(painter)
        self._draw_north(painter)
        return _framed(image, painter)

    def located(self) -> QImage:
        """Where the chapter's area is in the region; all the areas with their names for the region itself."""
        image, painter = self._begun(False)
        own = self._own is not None and self._own is not self._region
        if own:
            painter.fillPath(self._own, _OWN)
        self._draw_borders(painter, 1.4)
        self._draw_names(painter, [] if own else self._areas, _LETTERS)
        self._draw_scale(painter)
        return _framed(image, painter)

    def _begun(self, hatched: bool) -> tuple[QImage, QPainter]:
        """The picture with its ground on it: land, or a hatch where it shines through what has no data."""
        image = QImage(self._size, QImage.Format.Format_RGB32)
        image.fill(_SEA)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for path in self._paths.values():
            painter.fillPath(path, LAND)
        ground = self._own or self._region
        if hatched and ground is not None:
            painter.save()
            painter.setClipPath(ground)
            hatch(painter, QRectF(image.rect()), _HATCH_STEP)
            painter.restore()
        return image, painter

    def _path(self, geometry: QgsGeometry) -> QPainterPath:
        """The polygons of a place in the map's pixels."""
        transform = self._settings.mapToPixel()
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.OddEvenFill)
        shape = geometry.simplify(self._settings.mapUnitsPerPixel() / 2)
        if shape.isNull() or shape.type() != QgsWkbTypes.GeometryType.PolygonGeometry:
            return path
        for polygon in shape.asMultiPolygon() if shape.isMultipart() else [shape.asPolygon()]:
            for ring in polygon:
                path.addPolygon(QPolygonF([transform.transform(point).toQPointF() for point in ring]))
                path.closeSubpath()
        return path

    def _draw_borders(self, painter: QPainter, width: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for path in self._paths.values():
            painter.strokePath(path, QPen(_EDGE, width))
        if self._region is not None:
            painter.strokePath(self._region, QPen(QColor("#555555"), 1.6 * width))
        if self._own is not None and self._own is not self._region:
            painter.strokePath(self._own, QPen(QColor("white"), 6))
            painter.strokePath(self._own, QPen(_OUTLINE, 3))

    def _draw_names(self, painter: QPainter, places: Sequence[Place], letters: int) -> None:
        """The places' names where they are seen, the widest places first; a name that has no room is left out."""
        font = _font(letters)
        metrics = QFontMetricsF(font)
        taken = [self._scale_room(), QRectF(self._size.width() - 60, 0, 60, 90)]
        frame = QRectF(0, 0, self._size.width(), self._size.height()).adjusted(4, 4, -4, -4)
        for place in sorted(places, key=lambda place: -place.geometry.area()):
            middle = self._middle(place)
            name = one_line(place.name)
            name = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"
            if middle is None or not name:
                continue
            wide = metrics.horizontalAdvance(name)
            room = QRectF(middle.x() - wide / 2 - 3, middle.y() - letters, wide + 6, 1.4 * letters)
            if not frame.contains(room) or any(room.intersects(other) for other in taken):
                continue
            taken.append(room)
            _haloed(painter, QPointF(middle.x() - wide / 2, middle.y() + 0.1 * letters), name, font)

    def _middle(self, place: Place) -> Optional[QPointF]:
        """A point inside the part of the place that the map shows, in pixels."""
        seen = place.geometry.intersection(QgsGeometry.fromRect(self._settings.visibleExtent()))
        point = seen.pointOnSurface() if not seen.isEmpty() else QgsGeometry()
        if point.isNull():
            return None
        return self._settings.mapToPixel().transform(point.asPoint()).toQPointF()

    def _scale(self) -> tuple[float, str]:
        """How long the scale bar is, in pixels, and its words."""
        metres = self._settings.mapUnitsPerPixel()
        length = round_length(metres * self._size.width() / 4)
        size, unit = (length / 1000, "km") if length >= 1000 else (length, "m")
        return length / metres, f"{shown_number(size, self._language)}\u00a0{unit}"

    def _scale_room(self) -> QRectF:
        pixels_long, words = self._scale()
        wide = max(pixels_long, QFontMetricsF(_font(_LETTERS)).horizontalAdvance(words))
        return QRectF(14, self._size.height() - 62, wide + 20, 50)

    def _draw_scale(self, painter: QPainter) -> None:
        long, words = self._scale()
        room = self._scale_room()
        painter.fillRect(room, QColor(255, 255, 255, 225))
        left, bottom = room.left() + 10, room.bottom() - 8
        painter.setPen(QPen(_OUTLINE, 1.5))
        for at, colour in enumerate((_OUTLINE, QColor("white"))):
            painter.setBrush(colour)
            painter.drawRect(QRectF(left + at * long / 2, bottom - 6, long / 2, 6))
        painter.setFont(_font(_LETTERS))
        painter.drawText(QPointF(left, bottom - 12), words)

    def _draw_north(self, painter: QPainter) -> None:
        x, y = self._size.width() - 30.0, 16.0
        painter.fillRect(QRectF(x - 18, y - 8, 36, 68), QColor(255, 255, 255, 225))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_OUTLINE)
        corners = [QPointF(x, y), QPointF(x - 9, y + 28), QPointF(x, y + 21), QPointF(x + 9, y + 28)]
        painter.drawPolygon(QPolygonF(corners))
        painter.setPen(_OUTLINE)
        painter.setFont(_font(_LETTERS))
        painter.drawText(QRectF(x - 16, y + 30, 32, 28), int(Qt.AlignmentFlag.AlignHCenter), "N")


def _framed(image: QImage, painter: QPainter) -> QImage:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor("#c4c4c4"), 2))
    painter.drawRect(QRectF(image.rect()).adjusted(1, 1, -1, -1))
    painter.end()
    return image


def _haloed(painter: QPainter, at: QPointF, words: str, font: QFont) -> None:
    path = QPainterPath()
    path.addText(at, font, words)
    painter.strokePath(
        path, QPen(QColor("white"), 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.fillPath(path, QColor("#3a3a3a"))


def _font(pixels_high: int) -> QFont:
    font = QFont(_FONTS[0])
    font.setFamilies(_FONTS)
    font.setPixelSize(pixels_high)
    return font
