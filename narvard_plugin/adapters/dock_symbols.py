"""Layers of the workspace as the dock draws them: the catalogue's symbols, classes with a legend, "no data" in plain words."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from qgis.core import (
    QgsCentroidFillSymbolLayer,
    QgsClassificationQuantile,
    QgsEditorWidgetSetup,
    QgsFillSymbol,
    QgsLinePatternFillSymbolLayer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsRuleBasedRenderer,
    QgsSimpleMarkerSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsSvgMarkerSymbolLayer,
    QgsSymbol,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

from ..store.schema import Table
from .workspace_layers import open_layer

SYMBOL_MM = 4.2
#: Names of facilities are drawn from this scale inwards.
NAMES_FROM = 150_000
PREFIX = "stat_"  # of the columns that are joined to areas and facilities
_SIZES_MM = (1.5, 2.6, 3.8, 5.2, 7.0)
_MISSING = "#8c8c8c"

Number = Callable[[float], str]


def vector_layer(source: str, name: str, subset: str, table: Table, language: str) -> QgsVectorLayer:
    """A layer of the workspace with people's words above its columns; read only, since the tools keep the register."""
    layer = open_layer(source, name, subset)
    for column in table.columns:
        place = layer.fields().lookupField(column.name)
        if place >= 0:
            layer.setFieldAlias(place, column.label_sv if language.startswith("sv") else column.label_en)
    return layer


def name_codes(layer: QgsVectorLayer, words: Mapping[str, Mapping[str, str]]) -> None:
    """Let attribute tables show the words of codes: column -> {word: code}."""
    for column, codes in words.items():
        place = layer.fields().lookupField(column)
        if place >= 0:
            layer.setEditorWidgetSetup(place, QgsEditorWidgetSetup("ValueMap", {"map": dict(codes)}))


def draw_facilities(layer: QgsVectorLayer, symbol: Path, colour: str) -> None:
    """The type's own symbol in its colour, and the facility's name where there is room.

    The picture is kept in the project, so that it is drawn also where the plugin is not installed; a white plate behind it
    fills its holes.
    """
    picture = "base64:" + base64.b64encode(symbol.read_bytes()).decode("ascii")
    marker = QgsSvgMarkerSymbolLayer(picture, SYMBOL_MM)
    marker.setFillColor(QColor(colour))
    plate = QgsSimpleMarkerSymbolLayer(size=SYMBOL_MM * 0.62, color=QColor("white"), strokeColor=QColor("white"))
    drawn = QgsMarkerSymbol.createSimple({})
    drawn.changeSymbolLayer(0, plate)
    drawn.appendSymbolLayer(marker)
    layer.setRenderer(QgsSingleSymbolRenderer(drawn))
    layer.setLabeling(QgsVectorLayerSimpleLabeling(_names()))
    layer.setLabelsEnabled(True)


def draw_as(layer: QgsVectorLayer, style: Path) -> None:
    """The ready style in a file. Not by loadNamedStyle, which takes the style that the GeoPackage holds before any file."""
    document = QDomDocument()
    document.setContent(style.read_text(encoding="utf-8"))
    layer.importNamedStyle(document)


def draw_classes(layer: QgsVectorLayer, value: str, ramp: Sequence[str], missing: str, number: Number) -> None:
    """Five classes of as many areas each, and a symbol of its own for areas without a value, called ``missing``."""
    points = layer.geometryType() == QgsWkbTypes.GeometryType.PointGeometry
    _draw(layer, value, [_point(colour) if points else _fill(colour) for colour in ramp], missing, number)


def draw_counts(layer: QgsVectorLayer, value: str, colour: str, missing: str, number: Number) -> None:
    """A circle in each area, larger where the number is: a coloured area would show its size and not the people."""
    _draw(layer, value, [_circle(colour, size) for size in _SIZES_MM], missing, number)


def join(layer: QgsVectorLayer, field: str, table: QgsVectorLayer, key: str) -> None:
    """Columns of ``table`` beside those of ``layer``, called with `PREFIX`."""
    info = QgsVectorLayerJoinInfo()
    info.setJoinLayer(table)
    info.setJoinFieldName(key)
    info.setTargetFieldName(field)
    info.setPrefix(PREFIX)
    info.setUsingMemoryCache(True)
    layer.addJoin(info)


def _draw(layer: QgsVectorLayer, value: str, symbols: Sequence[QgsSymbol], missing: str, number: Number) -> None:
    """One rule a class. The outermost are open: a value is never drawn as missing for the sake of a rounded border."""
    bounds = _bounds(layer, value, len(symbols))
    rules = QgsRuleBasedRenderer.Rule(None)
    for place, ((low, high), symbol) in enumerate(zip(bounds, symbols)):
        parts = [f'"{value}" IS NOT NULL']
        if place > 0:
            parts.append(f'"{value}" > {low!r}')
        if place < len(bounds) - 1:
            parts.append(f'"{value}" <= {high!r}')
        label = f"{number(low)} – {number(high)}"
        rules.appendChild(QgsRuleBasedRenderer.Rule(symbol, 0, 0, " AND ".join(parts), label))
    points = layer.geometryType() == QgsWkbTypes.GeometryType.PointGeometry
    rules.appendChild(
        QgsRuleBasedRenderer.Rule(_point("#ffffff", _MISSING) if points else _hatched(), 0, 0, "ELSE", missing)
    )
    layer.setRenderer(QgsRuleBasedRenderer(rules))


def _bounds(layer: QgsVectorLayer, value: str, count: int) -> list[tuple[float, float]]:
    """Lowest and highest value of each class; classes that equal values leave empty are dropped."""
    found: list[tuple[float, float]] = []
    quantiles = QgsClassificationQuantile()
    if hasattr(quantiles, "classesV2"):  # QGIS 3.38, which warns of the name it had before
        classes, _ = quantiles.classesV2(layer, value, count)
    else:
        classes = quantiles.classes(layer, value, count)
    for one in classes:
        if not found or one.upperBound() > found[-1][1]:
            found.append((one.lowerBound(), one.upperBound()))
    return found


def _fill(colour: str) -> QgsFillSymbol:
    return QgsFillSymbol.createSimple({"color": colour, "outline_color": "#ffffff", "outline_width": "0.15"})


def _point(colour: str, outline: str = "#333333") -> QgsMarkerSymbol:
    return QgsMarkerSymbol.createSimple({"name": "circle", "color": colour, "outline_color": outline, "size": "4"})


def _circle(colour: str, size: float) -> QgsFillSymbol:
    centroid = QgsCentroidFillSymbolLayer()
    centroid.setPointOnSurface(True)
    style = {"name": "circle", "color": colour, "outline_color": "#ffffff", "size": str(size)}
    centroid.setSubSymbol(QgsMarkerSymbol.createSimple(style))
    outline = QgsFillSymbol.createSimple({"style": "no", "outline_color": "#b0b0b0", "outline_width": "0.1"})
    symbol = outline.clone()
    symbol.appendSymbolLayer(centroid)
    return symbol


def _hatched() -> QgsFillSymbol:
    lines = QgsLinePatternFillSymbolLayer()
    lines.setDistance(1.6)
    lines.setLineAngle(45)
    lines.setColor(QColor(_MISSING))
    lines.setLineWidth(0.2)
    symbol = QgsFillSymbol.createSimple({"style": "no", "outline_color": _MISSING, "outline_width": "0.15"})
    symbol.appendSymbolLayer(lines)
    return symbol


def _names() -> QgsPalLayerSettings:
    text = QgsTextFormat()
    text.setSize(8)
    text.setColor(QColor("#222222"))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    halo.setColor(QColor("white"))
    text.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = "name"
    settings.setFormat(text)
    settings.scaleVisibility = True
    settings.minimumScale = NAMES_FROM
    settings.dist = 2.5
    return settings
