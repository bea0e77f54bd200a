"""Symbols for the sample's own layers; results of the tools have theirs in ``resources/styles``."""

from __future__ import annotations

import base64
from collections.abc import Iterable

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRenderer,
    QgsFillSymbol,
    QgsInvertedPolygonRenderer,
    QgsMapUnitScale,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsRenderContext,
    QgsRendererCategory,
    QgsRuleBasedLabeling,
    QgsRuleBasedRenderer,
    QgsSimpleMarkerSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsSvgMarkerSymbolLayer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor, QFont, QFontDatabase

from narvard_plugin import catalogue

FONTS = ("Open Sans", "DejaVu Sans", "Segoe UI", "Arial")
MISSING = "#a6a6a6"
PEOPLE = ("#d3e5ef", "#a9cde0", "#7ab1d0", "#4a90bd", "#23659c", "#0b3c6e")
#: Beneath circles in colour.
QUIET = ("#fafafa", "#e2e2e2", "#c6c6c6", "#9a9a9a", "#6b6b6b")
OLD = ("#f0e9f3", "#d5c3e2", "#b497cd", "#8f68b3", "#693a93", "#3f1269")


def classes(field: str, limits: Iterable[float], colours, labels, line: str = "#ffffff") -> QgsFeatureRenderer:
    """Polygons coloured by ``field``: each class ends with its limit, the last has none; empty is a grey class."""
    ends = [*limits, None]
    rules = []
    for low, high, colour, label in zip([None, *ends], ends, colours, labels):
        parts = [f'"{field}" > {low}' if low is not None else "", f'"{field}" <= {high}' if high is not None else ""]
        rules.append((" AND ".join(filter(None, parts)), colour, label))
    return _rules(rules, line)


def _rules(rules, line: str) -> QgsRuleBasedRenderer:
    root = QgsRuleBasedRenderer.Rule(None)
    for condition, colour, label in [*rules, ("ELSE", MISSING, "uppgift saknas")]:
        root.appendChild(QgsRuleBasedRenderer.Rule(fill(colour, line), 0, 0, condition, label))
    return QgsRuleBasedRenderer(root)


def land() -> QgsFeatureRenderer:
    return QgsSingleSymbolRenderer(fill("#eceae5", "#eceae5"))


def outside() -> QgsFeatureRenderer:
    """Everything but the polygons: sea, and land that the sample doesn't have."""
    return QgsInvertedPolygonRenderer(QgsSingleSymbolRenderer(fill("#dbe7ee", "#9fb4c0")))


def outline(colour: str, width: float, style: str = "solid") -> QgsFeatureRenderer:
    properties = {"style": "no", "outline_color": colour, "outline_width": str(width), "outline_style": style}
    return QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(properties))


def dots(colour: str, size: float) -> QgsFeatureRenderer:
    properties = {"name": "square", "color": colour, "outline_style": "no", "size": str(size)}
    return QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple(properties))


def settlements() -> QgsFeatureRenderer:
    properties = {
        "name": "circle",
        "color": "#ffffff",
        "outline_color": "#333333",
        "outline_width": "0.2",
        "size": "1.1",
    }
    return QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple(properties))


def facility_types(types: Iterable[str], size: float = 4.0) -> QgsFeatureRenderer:
    """Facilities by type, with the symbols and colours of the catalogue, in its order."""
    known = catalogue.care().types
    categories = [
        QgsRendererCategory(kind.id, _facility(kind, size), kind.label("sv"))
        for kind in known.values()
        if kind.id in set(types)
    ]
    return QgsCategorizedSymbolRenderer("type", categories)


def squares_at_least(layer: QgsVectorLayer, millimetres: float) -> None:
    """Points drawn as squares on the ground, but never so small that a map of the whole county loses them."""
    for symbol in layer.renderer().symbols(QgsRenderContext()):
        scale = QgsMapUnitScale()
        scale.minSizeMMEnabled, scale.minSizeMM = True, millimetres
        symbol.setSizeMapUnitScale(scale)


def keep_names_off(layer: QgsVectorLayer) -> None:
    """Other layers' names step aside for this layer's points."""
    settings = QgsPalLayerSettings()
    settings.drawLabels = False
    obstacle = settings.obstacleSettings()
    obstacle.setIsObstacle(True)
    obstacle.setFactor(0.5)  # more, and names are left out where points stand close
    settings.setObstacleSettings(obstacle)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def place_names(layer: QgsVectorLayer) -> None:
    """Names of towns always, of villages when near."""
    root = QgsRuleBasedLabeling.Rule(None)
    for kind, size, bold, farthest in (("city", 10, True, 0), ("town", 8, False, 0), ("village", 7, False, 1_000_000)):
        rule = QgsRuleBasedLabeling.Rule(_label("name", size, bold), 0, farthest, f"\"kind\" = '{kind}'")
        root.appendChild(rule)
    layer.setLabeling(QgsRuleBasedLabeling(root))
    layer.setLabelsEnabled(True)


def _label(expression: str, size: float, bold: bool) -> QgsPalLayerSettings:
    text = QgsTextFormat()
    text.setFont(font(size, bold))
    text.setSize(size)
    text.setColor(QColor("#222222"))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    halo.setColor(QColor(255, 255, 255, 210))
    text.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName, settings.isExpression = expression, True
    settings.placement = QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint
    settings.dist = 2.2  # beside the sign of a facility in the middle of the place
    settings.setFormat(text)
    return settings


def font(size: float, bold: bool = False) -> QFont:
    """A sans serif that this machine has: QGIS warns on opening a project whose font is missing."""
    present = set(QFontDatabase().families())
    family = next((name for name in FONTS if name in present), QFont().defaultFamily())
    found = QFont(family, -1, QFont.Weight.Bold if bold else QFont.Weight.Normal)
    found.setPointSizeF(size)
    return found


def fill(colour: str, line: str) -> QgsFillSymbol:
    return QgsFillSymbol.createSimple({"color": colour, "outline_color": line, "outline_width": "0.1"})


def _facility(kind, size: float) -> QgsMarkerSymbol:
    """The type's sign on a white ground; the picture lies in the project, which can be moved."""
    picture = base64.b64encode(catalogue.symbol_file(kind).read_bytes()).decode("ascii")
    sign = QgsSvgMarkerSymbolLayer(f"base64:{picture}", size)
    sign.setFillColor(QColor(kind.colour))
    ground = QgsSimpleMarkerSymbolLayer()
    ground.setColor(QColor("#ffffff"))
    ground.setStrokeColor(QColor("#ffffff"))
    ground.setSize(size * 0.9)
    ground.setSizeUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    symbol = QgsMarkerSymbol()
    symbol.changeSymbolLayer(0, ground)
    symbol.appendSymbolLayer(sign)
    return symbol
