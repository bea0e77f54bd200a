"""The map of one remark: the plan area and what was found, over layers of the user's or a plain ground."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsMarkerSymbol,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter, QPen, QPolygonF

from ..store.schema import SRID
from .templates import shown_number

#: Size in a document (pixels of 96 to the inch), and how many dots stand in each.
WIDTH, HEIGHT, _DENSITY = 619, 386, 2.5
_LEAST_WIDTH_M, _MARGIN = 250.0, 1.4
#: Pixels below which a plan gets a ring round it.
_SMALL = 18.0
_FOUND, _PLAN = "#d55e00", "#1b1b1b"
_STYLES = {
    QgsWkbTypes.GeometryType.PolygonGeometry: lambda: QgsFillSymbol.createSimple(
        {"color": "213,94,0,60", "outline_color": _FOUND, "outline_width": "0.6"}
    ),
    QgsWkbTypes.GeometryType.LineGeometry: lambda: QgsLineSymbol.createSimple({"color": _FOUND, "width": "0.9"}),
    QgsWkbTypes.GeometryType.PointGeometry: lambda: QgsMarkerSymbol.createSimple(
        {"name": "circle", "color": _FOUND, "outline_color": "white", "outline_width": "0.4", "size": "3.4"}
    ),
}
_POINTS = (QgsWkbTypes.GeometryType.PointGeometry,)
_SHAPES = (QgsWkbTypes.GeometryType.LineGeometry, QgsWkbTypes.GeometryType.PolygonGeometry)
_KINDS = {
    QgsWkbTypes.GeometryType.PolygonGeometry: "MultiPolygon",
    QgsWkbTypes.GeometryType.LineGeometry: "MultiLineString",
    QgsWkbTypes.GeometryType.PointGeometry: "MultiPoint",
}


class Map(NamedTuple):
    """A picture (PNG) with its size in a document, and what the layers beneath are called."""

    name: str
    png: bytes
    width: int
    height: int
    layers: tuple[str, ...]


class Drawn(NamedTuple):
    """The words beside a map, in the document's language."""

    plan_area: str
    finding: str
    language: str


def remark_map(
    name: str,
    areas: Sequence[bytes],
    findings: Sequence[tuple[str, bytes]],
    background: Sequence[QgsMapLayer],
    words: Drawn,
) -> Map | None:
    """The map of one remark; None where neither the plan nor a finding has a place.

    ``areas`` and ``findings`` (heading, WKB) are in EPSG:3006; ``background`` lies beneath, the first on top.
    """
    plan = [_geometry(wkb) for wkb in areas]
    found = [(heading, _geometry(wkb)) for heading, wkb in findings]
    places = [one for one in (*plan, *(geometry for _, geometry in found)) if not one.isEmpty()]
    if not places:
        return None
    image = QImage(QSize(int(WIDTH * _DENSITY), int(HEIGHT * _DENSITY)), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(int(96 * _DENSITY / 0.0254))
    image.setDotsPerMeterY(int(96 * _DENSITY / 0.0254))
    image.fill(QColor("white"))
    # The plan's border stands over whatever covers it, and points over that.
    layers = [*_found_layers(found, _POINTS), *_plan_layers(plan), *_found_layers(found, _SHAPES)]
    settings = _settings(image, places, [*layers, *background])
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    job = QgsMapRendererCustomPainterJob(settings, painter)
    job.renderSynchronously()
    _draw_frame(painter, settings, plan, found, words)
    painter.end()
    return Map(name, png_bytes(image), WIDTH, HEIGHT, tuple(layer.name() for layer in background))


def _geometry(wkb: bytes) -> QgsGeometry:
    geometry = QgsGeometry()
    geometry.fromWkb(bytes(wkb))
    return geometry


def _plan_layers(plan: Sequence[QgsGeometry]) -> list[QgsVectorLayer]:
    symbol = QgsFillSymbol.createSimple(
        {"color": "0,0,0,18", "outline_color": _PLAN, "outline_width": "0.7", "outline_style": "dash"}
    )
    return [_layer("MultiPolygon", plan, symbol)] if plan else []


def _found_layers(found: Sequence[tuple[str, QgsGeometry]], kinds) -> list[QgsVectorLayer]:
    """The findings of these kinds of geometry, a layer for each."""
    layers = []
    for kind in kinds:
        these = [geometry for _, geometry in found if geometry.type() == kind]
        if these:
            layers.append(_layer(_KINDS[kind], these, _STYLES[kind]()))
    return layers


def _layer(kind: str, geometries: Sequence[QgsGeometry], symbol) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:{SRID}", kind, "memory")
    features = []
    for geometry in geometries:
        feature = QgsFeature()
        feature.setGeometry(geometry)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.renderer().setSymbol(symbol)
    return layer


def _settings(image: QImage, places: Sequence[QgsGeometry], layers: Sequence[QgsMapLayer]) -> QgsMapSettings:
    extent = QgsRectangle()
    for place in places:
        extent.combineExtentWith(place.boundingBox())
    extent.scale(_MARGIN)
    shape = image.width() / image.height()
    width = max(extent.width(), extent.height() * shape, _LEAST_WIDTH_M)
    centre = extent.center()
    settings = QgsMapSettings()
    settings.setDestinationCrs(QgsCoordinateReferenceSystem.fromEpsgId(SRID))
    settings.setTransformContext(QgsProject.instance().transformContext())
    settings.setLayers(list(layers))
    settings.setOutputSize(image.size())
    settings.setOutputDpi(96 * _DENSITY)
    settings.setBackgroundColor(QColor("#fbfaf6"))
    half = QPointF(width / 2, width / shape / 2)
    settings.setExtent(
        QgsRectangle(centre.x() - half.x(), centre.y() - half.y(), centre.x() + half.x(), centre.y() + half.y())
    )
    return settings


def _draw_frame(painter, settings, plan: Sequence[QgsGeometry], found: Sequence[tuple], words: Drawn) -> None:
    """The ring round a small plan, the scale bar, the north arrow, the legend and the border, in the document's pixels."""
    painter.save()
    painter.scale(_DENSITY, _DENSITY)
    letters = QFont("Arial")
    letters.setPixelSize(11)
    painter.setFont(letters)
    _draw_ring(painter, settings, plan)
    _draw_scale(painter, settings, words.language)
    _draw_north(painter)
    _draw_legend(painter, bool(plan), found, words)
    painter.setPen(QPen(QColor("#555555"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(0.5, 0.5, WIDTH - 1, HEIGHT - 1))
    painter.restore()


def _draw_ring(painter, settings, plan: Sequence[QgsGeometry]) -> None:
    """A ring round a plan that is too small on the map to be seen."""
    area = QgsRectangle()
    for part in plan:
        area.combineExtentWith(part.boundingBox())
    extent = settings.extent()
    pixels = WIDTH / extent.width()
    if not plan or max(area.width(), area.height()) * pixels > _SMALL:
        return
    centre = area.center()
    middle = QPointF((centre.x() - extent.xMinimum()) * pixels, (extent.yMaximum() - centre.y()) * pixels)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in (("white", 5), (_PLAN, 2)):
        painter.setPen(QPen(QColor(colour), width))
        painter.drawEllipse(middle, _SMALL * 0.75, _SMALL * 0.75)


def _draw_scale(painter, settings, language: str) -> None:
    metres_per_pixel = settings.extent().width() / WIDTH
    length = round_length(metres_per_pixel * WIDTH / 5)
    pixels = length / metres_per_pixel
    label = f"{shown_number(length / 1000, language)} km" if length >= 1000 else f"{shown_number(length, language)} m"
    left, bottom = 14.0, HEIGHT - 14.0
    _white(painter, QRectF(left - 6, bottom - 26, max(pixels, painter.fontMetrics().horizontalAdvance(label)) + 12, 32))
    painter.setPen(QPen(QColor(_PLAN), 1))
    painter.setBrush(QColor(_PLAN))
    painter.drawRect(QRectF(left, bottom - 5, pixels / 2, 4))
    painter.setBrush(QColor("white"))
    painter.drawRect(QRectF(left + pixels / 2, bottom - 5, pixels / 2, 4))
    painter.drawText(QPointF(left, bottom - 11), label)


def round_length(metres: float) -> float:
    """The largest of 1, 2 and 5 times a power of ten that is no longer."""
    power = 10.0 ** math.floor(math.log10(metres))
    return max(step * power for step in (1, 2, 5) if step * power <= metres)


def _draw_north(painter) -> None:
    x, y = WIDTH - 22.0, 12.0
    _white(painter, QRectF(x - 12, y - 6, 24, 44))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_PLAN))
    painter.drawPolygon(QPolygonF([QPointF(x, y), QPointF(x - 6, y + 18), QPointF(x, y + 14), QPointF(x + 6, y + 18)]))
    painter.setPen(QColor(_PLAN))
    painter.drawText(QRectF(x - 10, y + 18, 20, 16), int(Qt.AlignmentFlag.AlignHCenter), "N")


def _draw_legend(painter, plan: bool, found: Sequence[tuple], words: Drawn) -> None:
    """The plan area, and what was found: by its heading where all have the same."""
    polygon = QgsWkbTypes.GeometryType.PolygonGeometry
    rows = [(_PLAN, polygon, words.plan_area)] if plan else []
    if found:
        headings = list(dict.fromkeys(heading or words.finding for heading, _ in found))
        kinds = {geometry.type() for _, geometry in found}
        kind = kinds.pop() if len(kinds) == 1 else polygon
        rows.append((_FOUND, kind, headings[0] if len(headings) == 1 else words.finding))
    metrics = painter.fontMetrics()
    texts = [metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(WIDTH * 0.6)) for *_, text in rows]
    _white(painter, QRectF(8, 8, max(map(metrics.horizontalAdvance, texts), default=0) + 38, 17 * len(rows) + 6))
    for at, ((colour, kind, _), text) in enumerate(zip(rows, texts)):
        _draw_sign(painter, colour, kind, QRectF(14, 14.0 + 17 * at, 18, 9))
        painter.setPen(QColor(_PLAN))
        painter.drawText(QPointF(38, 23.0 + 17 * at), text)


def _draw_sign(painter, colour: str, kind, where: QRectF) -> None:
    dashed = Qt.PenStyle.DashLine if colour == _PLAN else Qt.PenStyle.SolidLine
    painter.setPen(QPen(QColor(colour), 2, dashed))
    if kind == QgsWkbTypes.GeometryType.LineGeometry:
        painter.drawLine(QPointF(where.left(), where.center().y()), QPointF(where.right(), where.center().y()))
    elif kind == QgsWkbTypes.GeometryType.PointGeometry:
        painter.setBrush(QColor(colour))
        painter.drawEllipse(where.center(), 4.0, 4.0)
    else:
        painter.setBrush(QColor("#eeeeee") if colour == _PLAN else QColor("#f6dcc8"))
        painter.drawRect(where)


def _white(painter, where: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(255, 255, 255, 225))
    painter.drawRect(where)


def png_bytes(image: QImage) -> bytes:
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    buffer.close()
    return bytes(kept)
