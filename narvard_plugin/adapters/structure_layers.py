"""A structure picture (strukturbild) as styled layers: nodes by service level, links, catchments, and the regions beneath.

The layers have the columns that `servicelevels` and `catchments` write; their names are what the legend shows.
"""

from __future__ import annotations

import textwrap
from itertools import combinations
from typing import Optional

from qgis.core import (
    NULL,
    QgsFillSymbol,
    QgsGeometry,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRuleBasedRenderer,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor, QFont

from ..i18n import tr

#: Dark to light, in steps that those who see no red and green tell apart, too; the size says the same once more.
_COLOURS = ("#08306b", "#1f63a8", "#4a93c6", "#8fc0de", "#d3e5f3")
_SIZES_MM = (7.0, 5.4, 4.2, 3.2, 2.4)
_LETTERS = (13.0, 11.0, 9.5, 8.0, 7.0)
_LINKS_MM = (1.1, 0.8, 0.55, 0.45, 0.35)
_LINK_COLOURS = ("#7a3b00", "#b35806", "#cf7f2e", "#c98f52", "#c98f52")
#: Property of a layer that repeats another one's line, and so stands in no legend.
ONLY_BORDER = "narvard/only_border"
_LONGEST_NAME = 42  # letters of a level's name that the legend has room for
_LAST = len(_COLOURS)
_NO_LEVEL = "#7f7f7f"
#: Soft grounds that neighbours share with nobody beside them.
_GROUNDS = ("#f6dfb0", "#d2e6c4", "#e9d3ea", "#cfe4e6", "#f4d3c6", "#e3e1bd", "#d8dcef")
_INK, _PAPER, _NEIGHBOUR = "#1d2b36", "#fbfaf6", "#e9e9e6"
#: Catchments that are narrower than this have nothing in common with the next one, m.
_TOUCH = 1.0


def structure_layers(
    nodes: QgsVectorLayer,
    links: Optional[QgsVectorLayer] = None,
    catchments: Optional[QgsVectorLayer] = None,
    regions: Optional[QgsVectorLayer] = None,
    prefix: str = "",
) -> list[QgsVectorLayer]:
    """Draw the layers as a structure picture; those that are given, the topmost first.

    ``nodes``: points with level, level_name and place_name (``prefix`` before them); ``links``: lines with to_level;
    ``catchments``: polygons with facility_id and perhaps to_minutes; ``regions``: polygons with a flag own. Where both of
    the last are given, a copy of the own region's border comes back with them, to lie over the catchments.
    """
    draw_nodes(nodes, prefix)
    drawn = [nodes]
    border = regions.clone() if regions is not None and catchments is not None else None
    for layer, draw in (
        (links, draw_links), (border, draw_border), (catchments, draw_catchments), (regions, draw_regions),
    ):  # fmt: skip
        if layer is not None:
            draw(layer)
            drawn.append(layer)
    return drawn


def draw_nodes(layer: QgsVectorLayer, prefix: str = "") -> None:
    """Circles by level, a ring round the highest, names over all else."""
    layer.setName(tr("Service level of places"))
    level, name = (f"{prefix}{one}" for one in ("level", "level_name"))
    names = _level_names(layer, level, name)
    root = QgsRuleBasedRenderer.Rule(None)
    for number in sorted(names):
        symbol = _node(min(number, _LAST))
        label = as_written(textwrap.shorten(names[number], _LONGEST_NAME, placeholder=" …"))
        root.appendChild(_rule(symbol, f'"{level}" = {number}', f"{number}  {label}"))
    if _any_without(layer, level):
        root.appendChild(_rule(_no_level(), f'"{level}" IS NULL', tr("No service level")))
    layer.setRenderer(QgsRuleBasedRenderer(root))
    layer.setLabeling(QgsVectorLayerSimpleLabeling(_labels(level, f"{prefix}place_name")))
    layer.setLabelsEnabled(True)


def draw_links(layer: QgsVectorLayer) -> None:
    """Lines that are thicker the higher the place is that is leaned on; dashed to the lowest levels."""
    layer.setName(tr("Leans on the nearest place of"))
    root = QgsRuleBasedRenderer.Rule(None)
    for number in sorted({int(one) for one in _values(layer, "to_level")}):
        text = tr("level {n}").format(n=number)
        root.appendChild(_rule(_link(min(number, _LAST)), f'"to_level" = {number}', text))
    layer.setRenderer(QgsRuleBasedRenderer(root))


def draw_catchments(layer: QgsVectorLayer) -> None:
    """A soft colour for each place's catchment, another one than its neighbours'; paler the farther out."""
    limits = _values(layer, "to_minutes") or _values(layer, "straight_to_minutes")
    farthest = f"{max(limits):.0f}" if limits else ""
    name = tr("Catchments, at most {n} minutes").format(n=farthest) if farthest else tr("Catchments")
    layer.setName(name)
    symbol = _fill(_GROUNDS[0], "#c9bfa8", 0.15)
    chosen = _colours_of(layer)
    words = ", ".join(f"'{_quoted(place)}', '{colour}'" for place, colour in chosen.items())
    if words:
        expression = f"coalesce(map_get(map({words}), to_string(\"facility_id\")), '{_GROUNDS[0]}')"
        colour = QgsProperty.fromExpression(expression)
        symbol.symbolLayer(0).setDataDefinedProperty(QgsSymbolLayer.Property.PropertyFillColor, colour)
    symbol.setOpacity(0.75)
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))


def draw_regions(layer: QgsVectorLayer) -> None:
    """The own region's border strong, its neighbours grey."""
    layer.setName(tr("Region"))
    root = QgsRuleBasedRenderer.Rule(None)
    own = _fill(_PAPER, _INK, 0.7)
    beside = _fill(_NEIGHBOUR, "#ffffff", 0.6)
    if any(not value for value in _values(layer, "own")):
        root.appendChild(_rule(beside, 'NOT "own"', tr("Neighbouring region")))
    root.appendChild(_rule(own, '"own"', tr("The region")))
    layer.setRenderer(QgsRuleBasedRenderer(root))


def draw_border(layer: QgsVectorLayer) -> None:
    """Only the line round the own region; its legend is that of the regions."""
    layer.setCustomProperty(ONLY_BORDER, True)
    layer.setName(tr("The region"))
    line = QgsFillSymbol.createSimple(
        {"style": "no", "outline_color": _INK, "outline_width": "0.7", "joinstyle": "round"}
    )
    root = QgsRuleBasedRenderer.Rule(None)
    root.appendChild(_rule(line, '"own"', tr("The region")))
    layer.setRenderer(QgsRuleBasedRenderer(root))


def as_written(text: str) -> str:
    """The text as users wrote it: a layout takes what stands between [% and %] for an expression, and reckons it."""
    return text.replace("[%", "[\N{ZERO WIDTH SPACE}%")


def _rule(symbol: QgsSymbol, condition: str, label: str) -> QgsRuleBasedRenderer.Rule:
    return QgsRuleBasedRenderer.Rule(symbol, filterExp=condition, label=label)


def _level_names(layer: QgsVectorLayer, level: str, name: str) -> dict[int, str]:
    """The name of every level that a place has."""
    has_name = layer.fields().lookupField(name) >= 0
    return {
        int(feature[level]): str(feature[name]) if has_name and feature[name] != NULL else ""
        for feature in layer.getFeatures()
        if feature[level] != NULL
    }


def _any_without(layer: QgsVectorLayer, level: str) -> bool:
    return any(feature[level] == NULL for feature in layer.getFeatures())


def _values(layer: QgsVectorLayer, field: str) -> list:
    if layer.fields().lookupField(field) < 0:
        return []
    return [feature[field] for feature in layer.getFeatures() if feature[field] != NULL]


def _node(level: int) -> QgsMarkerSymbol:
    size, colour = _SIZES_MM[level - 1], _COLOURS[level - 1]
    if level > 1:
        return _dot(size, colour, "#ffffff" if level < 4 else _COLOURS[1], 0.3)
    symbol = _dot(size + 2.6, "#ffffff", colour, 0.6)
    inner = _dot(size, colour, colour, 0.3)  # named, for the layer lives no longer than its symbol
    symbol.appendSymbolLayer(inner.symbolLayer(0).clone())
    return symbol


def _no_level() -> QgsMarkerSymbol:
    return _dot(1.3, "#ffffff", _NO_LEVEL, 0.25)


def _dot(size: float, colour: str, stroke: str, width: float) -> QgsMarkerSymbol:
    return QgsMarkerSymbol.createSimple(
        {"size": str(size), "color": colour, "outline_color": stroke, "outline_width": str(width)}
    )


def _link(level: int) -> QgsLineSymbol:
    line = {"line_width": str(_LINKS_MM[level - 1]), "line_color": _LINK_COLOURS[level - 1], "capstyle": "round"}
    if level > 3:
        line.update(use_custom_dash="1", customdash="1.6;1.1")
    return QgsLineSymbol.createSimple(line)


def _fill(colour: str, stroke: str, width: float) -> QgsFillSymbol:
    return QgsFillSymbol.createSimple({"color": colour, "outline_color": stroke, "outline_width": str(width)})


def _labels(level: str, name: str) -> QgsPalLayerSettings:
    settings = QgsPalLayerSettings()
    settings.fieldName = name
    settings.placement = QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint
    settings.offsetType = QgsPalLayerSettings.OffsetType.FromSymbolBounds
    settings.dist = 0.6
    settings.distUnits = QgsUnitTypes.RenderUnit.RenderMillimeters
    letters = QgsTextFormat()
    font = QFont("Arial")
    letters.setFont(font)
    letters.setSize(_LETTERS[-1])
    letters.setColor(QColor(_INK))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    halo.setColor(QColor(255, 255, 255, 220))
    letters.setBuffer(halo)
    settings.setFormat(letters)
    kinds = QgsPalLayerSettings.Property
    defined = settings.dataDefinedProperties()
    sizes = " ".join(f'WHEN "{level}" = {at} THEN {size}' for at, size in enumerate(_LETTERS, 1))
    for kind, expression in (
        (kinds.Size, f"CASE {sizes} ELSE {_LETTERS[-1] - 0.5} END"),
        (kinds.Bold, f'coalesce("{level}" <= 2, false)'),
        (kinds.Color, f"CASE WHEN \"{level}\" IS NULL THEN '#6b6b6b' ELSE '{_INK}' END"),
        (kinds.Priority, f'CASE WHEN "{level}" IS NULL THEN 0 ELSE greatest(1, 11 - 2 * "{level}") END'),
        (kinds.ZIndex, f'CASE WHEN "{level}" IS NULL THEN 0 ELSE 10 - "{level}" END'),
        # The names of nodes stand even where they have to lie over one another's links.
        (kinds.AlwaysShow, f'coalesce("{level}" <= 3, false)'),
    ):
        defined.setProperty(kind, QgsProperty.fromExpression(expression))
    settings.setDataDefinedProperties(defined)
    obstacles = settings.obstacleSettings()
    obstacles.setIsObstacle(True)
    settings.setObstacleSettings(obstacles)
    return settings


def _colours_of(layer: QgsVectorLayer) -> dict[str, str]:
    """A ground for each place, none the same as that of a place whose catchment lies beside it, as far as they last."""
    shapes = _shapes(layer)
    beside: dict[str, set[str]] = {place: set() for place in shapes}
    for one, other in combinations(shapes, 2):
        if shapes[one].boundingBox().intersects(shapes[other].boundingBox()) and _touch(shapes[one], shapes[other]):
            beside[one].add(other)
            beside[other].add(one)
    chosen: dict[str, str] = {}
    for place in sorted(shapes, key=lambda one: (-len(beside[one]), one)):
        near = {chosen[other] for other in beside[place] if other in chosen}
        unused = [colour for colour in _GROUNDS if colour not in chosen.values()]
        apart = [colour for colour in _GROUNDS if colour not in near]
        chosen[place] = (unused or apart or _GROUNDS)[0]
    return chosen


def _shapes(layer: QgsVectorLayer) -> dict[str, QgsGeometry]:
    """The whole catchment of each place: its rings together, made simple, for only neighbours are looked for."""
    if layer.fields().lookupField("facility_id") < 0:
        return {}
    parts: dict[str, list[QgsGeometry]] = {}
    for feature in layer.getFeatures():
        if feature.hasGeometry() and feature["facility_id"] != NULL:
            parts.setdefault(str(feature["facility_id"]), []).append(feature.geometry())
    return {place: QgsGeometry.unaryUnion(rings) for place, rings in parts.items()}


def _touch(one: QgsGeometry, other: QgsGeometry) -> bool:
    return one.distance(other) <= _TOUCH


def _quoted(text: str) -> str:
    return text.replace("'", "''")
