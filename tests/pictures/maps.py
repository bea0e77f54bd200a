"""A result as a map: the tool's own style above the county, and its legend beside it."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsLayerTreeModelLegendNode,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsMarkerSymbol,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsRenderContext,
    QgsSingleSymbolRenderer,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage

from tools.demo import symbols
from tools.help.example import COUNTY

DPI = 100
_MM = 25.4 / DPI  # of a pixel
_HIGH, _WIDE = (720, 740), (820, 540)  # pixels, for a tall map and for a broad one
_LETTERS = 44
_MANY = 2000  # features: points so many are drawn as squares
_SQUARE = 1.15  # millimetres, at least: a square kilometre on the map of the county
_MARGIN = 1.04
_NEAR = 1.6  # of the result, around it
_LEAST, _LEAST_POINTS = 500.0, 2500.0  # metres


def drawn(layers: Sequence[QgsMapLayer], near: bool, where: str = "", note: str = "") -> QImage:
    """The layers, top first, with the land beneath them; ``near`` shows only the surroundings of the features ``where``."""
    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:3006"))
    extent = _around(layers, where) if near else _county(layers)
    tall = extent.height() > 1.15 * extent.width()
    width, height = _HIGH if tall else _WIDE
    beneath = _ground(near)
    for layer in (*layers, *beneath):
        project.addMapLayer(layer.clone() if layer in layers else layer, False)
    shown = list(project.mapLayers().values())
    order = {name: at for at, name in enumerate([*(one.name() for one in layers), *(one.name() for one in beneath)])}
    shown.sort(key=lambda layer: order[layer.name()])
    for layer in shown[: len(layers)]:
        _many_as_squares(layer)
    layout = _layout(project, shown, shown[: len(layers)], extent, (width, height), note)
    image = QgsLayoutExporter(layout).renderPageToImage(0, QSize(width, height), DPI)
    del layout
    return image


def _layout(project, shown, told, extent, size, note) -> QgsPrintLayout:
    width, height = (pixels * _MM for pixels in size)
    aside = height * 0.02
    map_width = min(width * 0.62, (height - 2) * extent.width() / extent.height())
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.pageCollection().page(0).setPageSize(QgsLayoutSize(width, height))
    where = QRectF(1, 1, map_width, height - 2)
    item = QgsLayoutItemMap(layout)
    layout.addLayoutItem(item)
    item.setRect(where)
    item.setExtent(extent)
    _place(item, where)
    item.zoomToExtent(extent)
    item.setLayers(shown)
    item.setFrameEnabled(True)
    item.setFrameStrokeColor(QColor("#9fb4c0"))
    column = QRectF(where.right() + aside + 1, 1, width - where.right() - aside - 2, height - 2)
    _legend(layout, item, told, column)
    _scale(layout, item, QRectF(column.x(), height - 14, column.width(), 10))
    if note:
        _text(layout, note, QRectF(column.x(), height - 36, column.width(), 18))
    return layout


def _legend(layout, item, told, column) -> None:
    legend = QgsLayoutItemLegend(layout)
    layout.addLayoutItem(legend)
    legend.setLinkedMap(item)
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.removeAllChildren()
    letters = int(column.width() / 2.1)
    for layer in told:
        node = root.addLayer(layer)
        node.setCustomProperty("legend/title-label", "|".join(textwrap.wrap(layer.name(), letters)))
        nodes = legend.model().layerLegendNodes(node)
        kept = _kept(layer, nodes)
        if len(kept) < len(nodes):
            QgsMapLayerLegendUtils.setLegendNodeOrder(node, kept)
        for at, one in enumerate(nodes):
            label = str(one.data(Qt.ItemDataRole.DisplayRole) or "")
            QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, at, "|".join(textwrap.wrap(label, letters + 4)) or " ")
        legend.model().refreshLayerLegend(node)
    for style, points, bold in (
        (QgsLegendStyle.Style.Subgroup, 9.5, True),
        (QgsLegendStyle.Style.SymbolLabel, 9, False),
    ):
        legend.setStyleFont(style, symbols.font(points, bold))
    legend.setWrapString("|")
    legend.setSymbolWidth(5)
    legend.setMinimumSymbolSize(2.2)
    legend.setBoxSpace(0)
    legend.adjustBoxSize()
    _place(legend, column, resize=False)


def _kept(layer: QgsMapLayer, nodes) -> list[int]:
    """The legend's entries that some feature has, and the headings above them."""
    if not isinstance(layer, QgsVectorLayer) or layer.renderer() is None:
        return list(range(1, len(nodes)))  # the first entry of a raster is the name of its band
    context = QgsRenderContext()
    context.expressionContext().appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    renderer, present = layer.renderer().clone(), set()
    renderer.startRender(context, layer.fields())
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        present |= renderer.legendKeysForFeature(feature, context)
    renderer.stopRender(context)
    role = QgsLayerTreeModelLegendNode.LegendNodeRoles.RuleKeyRole
    kept = [
        at
        for at, node in enumerate(nodes)
        if not node.data(role) or node.data(role) in present or not _is_a_class(renderer, node)
    ]
    return kept or list(range(len(nodes)))


def _is_a_class(renderer, node) -> bool:
    """Whether the entry is a class with a sign, and not a heading or the key of a size."""
    role = QgsLayerTreeModelLegendNode.LegendNodeRoles.RuleKeyRole
    return any(item.ruleKey() == node.data(role) and item.symbol() is not None for item in renderer.legendSymbolItems())


def _scale(layout, item, where) -> None:
    bar = QgsLayoutItemScaleBar(layout)
    bar.setStyle("Single Box")
    bar.setLinkedMap(item)
    metres = item.extent().width()
    segment = next((size for size in (20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100) if size < metres / 6), 50)
    kilometres = segment >= 1_000
    units = QgsUnitTypes.DistanceUnit
    bar.setUnits(units.DistanceKilometers if kilometres else units.DistanceMeters)
    bar.setUnitLabel("km" if kilometres else "m")
    bar.setUnitsPerSegment(segment / 1000 if kilometres else segment)
    bar.setNumberOfSegments(2)
    bar.setNumberOfSegmentsLeft(0)
    bar.setHeight(1.6)
    bar.setFont(symbols.font(8))
    layout.addLayoutItem(bar)
    bar.attemptMove(QgsLayoutPoint(where.x(), where.y(), QgsUnitTypes.LayoutUnit.LayoutMillimeters))
    bar.update()


def _text(layout, text, where) -> None:
    label = QgsLayoutItemLabel(layout)
    label.setText(text)
    label.setFont(symbols.font(8))
    label.setFontColor(QColor("#555555"))
    layout.addLayoutItem(label)
    _place(label, where)


def _place(item, where, resize=True) -> None:
    unit = QgsUnitTypes.LayoutUnit.LayoutMillimeters
    item.attemptMove(QgsLayoutPoint(where.x(), where.y(), unit))
    if resize:
        item.attemptResize(QgsLayoutSize(where.width(), where.height(), unit))


def _county(layers) -> QgsRectangle:
    """The own county, or with its neighbour where the result reaches over there."""
    county = _opened("regions", "län")
    everything = QgsRectangle()
    for layer in layers:
        everything.combineExtentWith(layer.extent())
    own = QgsVectorLayer(
        f"{Path(COUNTY) / 'exempellan.gpkg'}|layername=regions|subset=code = '99'", "eget", "ogr"
    ).extent()
    extent = county.extent() if everything.width() > 1.25 * own.width() else own
    extent.scale(_MARGIN)
    return extent


def _around(layers, where: str) -> QgsRectangle:
    extent, only_points = QgsRectangle(), True
    request = QgsFeatureRequest().setFilterExpression(where) if where else QgsFeatureRequest()
    for layer in layers:
        only_points &= layer.geometryType() == QgsWkbTypes.GeometryType.PointGeometry
        for feature in layer.getFeatures(request):
            if feature.hasGeometry():
                extent.combineExtentWith(feature.geometry().boundingBox())
    middle = extent.center()
    side = max(_LEAST_POINTS if only_points else _LEAST, _NEAR * max(extent.width(), extent.height()))
    return QgsRectangle(
        middle.x() - side / 2, middle.y() - side * 0.45, middle.x() + side / 2, middle.y() + side * 0.45
    )


def _ground(near: bool) -> list[QgsMapLayer]:
    places = _opened("settlements" if near else "settlements|subset=kind <> 'village'", "orter", symbols.settlements())
    symbols.place_names(places)
    borders = _opened("municipalities", "kommungränser", symbols.outline("#8d8d8d", 0.15))
    sea = _opened("regions", "hav", symbols.outside())
    land = _opened("regions", "land", symbols.land())
    if not near:
        return [places, borders, sea, land]
    roads = _opened('roads|subset="Klass_181" <= 7', "vägar")
    roads.renderer().symbol().setColor(QColor("#b9b4a8"))
    roads.renderer().symbol().setWidth(0.5)
    return [places, roads, sea, land]


def _opened(name: str, title: str, renderer=None) -> QgsVectorLayer:
    found = QgsVectorLayer(f"{Path(COUNTY) / 'exempellan.gpkg'}|layername={name}", f"underlag {title}", "ogr")
    if renderer is not None:
        found.setRenderer(renderer)
    return found


def plain(layer: QgsMapLayer) -> None:
    """QGIS draws what has no style in a colour by chance; here it has one colour, each time the same."""
    if not isinstance(layer, QgsVectorLayer) or not layer.isSpatial() or layer.renderer().type() != "singleSymbol":
        return
    kinds = QgsWkbTypes.GeometryType
    properties = {
        kinds.PointGeometry: (QgsMarkerSymbol, {"color": "#23659c", "outline_color": "#ffffff", "size": "2"}),
        kinds.LineGeometry: (QgsLineSymbol, {"color": "#23659c", "width": "0.4"}),
        kinds.PolygonGeometry: (
            QgsFillSymbol,
            {"color": "#cfe0ea", "outline_color": "#23659c", "outline_width": "0.2"},
        ),
    }
    symbol, told = properties[layer.geometryType()]
    layer.setRenderer(QgsSingleSymbolRenderer(symbol.createSimple(told)))


def _many_as_squares(layer) -> None:
    vector = isinstance(layer, QgsVectorLayer) and layer.geometryType() == QgsWkbTypes.GeometryType.PointGeometry
    if vector and layer.featureCount() > _MANY:
        symbols.squares_at_least(layer, _SQUARE)
