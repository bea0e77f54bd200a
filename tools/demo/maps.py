"""The maps as print layouts in the project, and as PNG and PDF files."""

from __future__ import annotations

import textwrap
from datetime import date
from pathlib import Path
from typing import NamedTuple

from qgis.core import (
    QgsApplication,
    QgsExpression,
    QgsFeatureRequest,
    QgsLayoutExporter,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsPrintLayout,
    QgsRasterLayer,
    QgsRuleBasedRenderer,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor

from narvard_plugin.core.sample.facilities import SOURCE, SOURCE_DATE
from narvard_plugin.paths import plugin_version

from . import symbols
from .project import MADE_UP, Plan
from .sheets import NEED_TIME, SHEETS, Sheet

FOLDER = "kartor"
DPI = 130
_MAP = QRectF(8, 27, 132, 258)
_COLUMN = 144.0  # where the column beside the map begins, mm
_COLUMN_WIDTH = 60.0
_LEGEND_TOP = 54.0
_KEY_HEIGHT = 60.0
_SMALL_SIGNS, _SMALLEST_SIGN = {"room", "response"}, 2.0  # layers, and mm in the legend
#: Layers of so many features that QGIS takes seconds to find which classes the map has.
_MANY = {"people", "oldest", "room", "response"}
#: The words of the style of need and access.
_LEVELS = ("litet vårdbehov", "medelstort vårdbehov", "stort vårdbehov")
_TIMES = ("kort restid", "medellång restid", "lång restid")
_LETTERS = 34  # of the legend's titles that fit in the column


class Picture(NamedTuple):
    sheet: Sheet
    png: Path
    pdf: Path


def draw(plan: Plan, folder: Path) -> list[Picture]:
    """One A4 layout per map, kept in the project under the map's title, and exported."""
    target = folder / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    return [_export(_layout(plan, number, sheet), sheet, target) for number, sheet in enumerate(SHEETS, start=1)]


def _layout(plan: Plan, number: int, sheet: Sheet) -> QgsPrintLayout:
    layout = QgsPrintLayout(plan.project)
    layout.initializeDefaults()
    layout.setName(f"{number:02} {sheet.title}")
    layout.pageCollection().page(0).setPageSize("A4", layout.pageCollection().page(0).Orientation.Portrait)
    drawn = _map(layout, plan, sheet)
    _text(layout, sheet.chapter.upper(), QRectF(8, 6, 130, 6), 9, colour="#23659c", bold=True)
    _text(layout, sheet.title, QRectF(8, 12.5, 196, 12), 20, bold=True)
    made_up = _text(layout, MADE_UP, QRectF(140, 5, 64, 6.5), 9.5, colour="#ffffff", bold=True)
    made_up.setBackgroundEnabled(True)
    made_up.setBackgroundColor(QColor("#a3262a"))
    made_up.setHAlign(Qt.AlignmentFlag.AlignHCenter)
    made_up.setVAlign(Qt.AlignmentFlag.AlignVCenter)
    _text(layout, sheet.method, QRectF(_COLUMN, 27, _COLUMN_WIDTH, _LEGEND_TOP - 28), 8.5)
    squares = NEED_TIME in sheet.layers
    if squares:
        _need_and_time_key(layout, plan.layers[NEED_TIME])
    _legend(layout, plan, sheet, drawn, _LEGEND_TOP + (_KEY_HEIGHT if squares else 0))
    _north(layout)
    _scale_bar(layout, drawn)
    _text(layout, _sources(), QRectF(_COLUMN, 262, _COLUMN_WIDTH, 24), 6.5, colour="#555555")
    plan.project.layoutManager().addLayout(layout)
    return layout


def _map(layout: QgsPrintLayout, plan: Plan, sheet: Sheet) -> QgsLayoutItemMap:
    drawn = QgsLayoutItemMap(layout)
    layout.addLayoutItem(drawn)
    drawn.setRect(_MAP)
    drawn.setExtent(plan.extent)  # takes the extent's shape, so the place on the page comes after it
    _place(drawn, _MAP)
    drawn.zoomToExtent(plan.extent)
    drawn.setFollowVisibilityPreset(True)
    drawn.setFollowVisibilityPresetName(sheet.title)
    drawn.setFrameEnabled(True)
    drawn.setFrameStrokeColor(QColor("#9fb4c0"))
    drawn.setId("Karta")
    return drawn


def _legend(layout: QgsPrintLayout, plan: Plan, sheet: Sheet, drawn: QgsLayoutItemMap, top: float) -> None:
    legend = QgsLayoutItemLegend(layout)
    layout.addLayoutItem(legend)
    legend.setLinkedMap(drawn)
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.removeAllChildren()
    titles = {key: plan.layers[key].name() for key in sheet.legend}
    if sheet.ground:
        titles["land"] = sheet.ground
    many = not _MANY.isdisjoint(sheet.legend)
    for key, title in titles.items():
        node = root.addLayer(plan.layers[key])
        node.setCustomProperty("legend/title-label", "|".join(textwrap.wrap(title, _LETTERS)))
        entries = len(legend.model().layerLegendNodes(node))
        shown = range(_first_sign(key, plan.layers[key]), entries)
        if many:
            shown = [entry for entry in shown if _is_drawn(plan.layers[key], entry)]
        if len(shown) < entries:
            QgsMapLayerLegendUtils.setLegendNodeOrder(node, list(shown))
        legend.model().refreshLayerLegend(node)
    for style, size, bold in (
        (QgsLegendStyle.Style.Subgroup, 8.5, True),
        (QgsLegendStyle.Style.SymbolLabel, 8, False),
    ):
        legend.setStyleFont(style, symbols.font(size, bold))
    legend.setWrapString("|")
    legend.setSymbolWidth(5)
    if not _SMALL_SIGNS.isdisjoint(sheet.legend):  # elsewhere it would make the roads' lines thick
        legend.setMinimumSymbolSize(_SMALLEST_SIGN)
    legend.setBoxSpace(0)
    legend.setBackgroundEnabled(False)
    legend.setLegendFilterByMapEnabled(not many)
    legend.adjustBoxSize()
    _place(legend, QRectF(_COLUMN, top, _COLUMN_WIDTH, 10), resize=False)
    legend.setId("Teckenförklaring")


def _is_drawn(layer: QgsMapLayer, entry: int) -> bool:
    """Whether any feature has the class of this entry of the legend."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsRuleBasedRenderer):
        return True
    rule = renderer.rootRule().descendants()[entry]
    request = QgsFeatureRequest(QgsExpression(_condition(rule))).setFlags(QgsFeatureRequest.Flag.NoGeometry)
    return any(True for _ in layer.getFeatures(request.setLimit(1)))


def _condition(rule: QgsRuleBasedRenderer.Rule) -> str:
    """When the rule applies, and every rule that it stands under."""
    above = rule.parent()
    if above is None:
        return "true"
    others = " OR ".join(f"({other.filterExpression()})" for other in above.children() if not other.isElse())
    own = f"NOT coalesce({others}, false)" if rule.isElse() else rule.filterExpression() or "true"
    return f"({own}) AND {_condition(above)}"


def _first_sign(key: str, layer: QgsMapLayer) -> int:
    """The legend's first entry: the pairs of need and time have a key of their own, and a name stands in the title."""
    if key == NEED_TIME:
        return len(_LEVELS) * len(_TIMES)
    return int(_begins_with_a_name(layer))


def _begins_with_a_name(layer: QgsMapLayer) -> bool:
    """Whether the legend's first entry has no sign: it names the band, or what the classes are about."""
    if isinstance(layer, QgsRasterLayer):
        return True
    renderer = layer.renderer()
    return isinstance(renderer, QgsRuleBasedRenderer) and renderer.rootRule().children()[0].symbol() is None


def _need_and_time_key(layout: QgsPrintLayout, layer: QgsVectorLayer) -> None:
    """The nine colours of the tool's style as a square: need upwards, travel time to the right."""
    colours = _colours_of_pairs(layer)
    side, top = 12.0, _LEGEND_TOP + 8
    _text(layout, "Vårdbehov och restid", QRectF(_COLUMN, _LEGEND_TOP, _COLUMN_WIDTH, 6), 8.5, bold=True)
    for row, need in enumerate(reversed(_LEVELS)):
        for column, time in enumerate(_TIMES):
            cell = QgsLayoutItemShape(layout)
            cell.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
            cell.setSymbol(symbols.fill(colours[need, time], "#ffffff"))
            layout.addLayoutItem(cell)
            _place(cell, QRectF(_COLUMN + column * side, top + row * side, side, side))
    for row, label in enumerate(reversed(_LEVELS)):
        _text(layout, label, QRectF(_COLUMN + 3 * side + 2, top + row * side + 4, 22, 6), 7)
    for column, label in enumerate(_TIMES):
        where = QRectF(_COLUMN + column * side, top + 3 * side + 1, side, 9)
        _text(layout, label.replace(" ", "\n"), where, 6.3).setHAlign(Qt.AlignmentFlag.AlignHCenter)


def _colours_of_pairs(layer: QgsVectorLayer) -> dict[tuple[str, str], str]:
    """The style's colour of each pair of classes, by the words of its label."""
    labelled = {rule.label(): rule.symbol().color().name() for rule in layer.renderer().rootRule().children()}
    return {(need, time): labelled[f"{need}, {time}"] for need in _LEVELS for time in _TIMES}


def _north(layout: QgsPrintLayout) -> None:
    arrow = QgsLayoutItemPicture(layout)
    shapes = (Path(folder, "arrows", "NorthArrow_02.svg") for folder in QgsApplication.svgPaths())
    arrow.setPicturePath(str(next(filter(Path.is_file, shapes))))
    layout.addLayoutItem(arrow)
    _place(arrow, QRectF(_COLUMN, 232, 11, 13))
    arrow.setId("Norrpil")


def _scale_bar(layout: QgsPrintLayout, drawn: QgsLayoutItemMap) -> None:
    bar = QgsLayoutItemScaleBar(layout)
    bar.setStyle("Single Box")
    bar.setLinkedMap(drawn)
    bar.setUnits(QgsUnitTypes.DistanceUnit.DistanceKilometers)
    bar.setUnitLabel("km")
    bar.setUnitsPerSegment(10)
    bar.setNumberOfSegments(3)
    bar.setNumberOfSegmentsLeft(0)
    bar.setHeight(2)
    bar.setFont(symbols.font(8))
    layout.addLayoutItem(bar)
    bar.attemptMove(QgsLayoutPoint(_COLUMN, 248, QgsUnitTypes.LayoutUnit.LayoutMillimeters))
    bar.update()
    bar.setId("Skalstock")


def _sources() -> str:
    return (
        f"Källa: {SOURCE}, {SOURCE_DATE}. Ingen uppgift gäller ett verkligt ställe. Beräkning: Närvård "
        f"{plugin_version()}. Koordinatsystem: SWEREF 99 TM. Kartan gjord {date.today().isoformat()}."
    )


def _text(layout, text: str, where: QRectF, size: float, colour: str = "#222222", bold: bool = False):
    label = QgsLayoutItemLabel(layout)
    label.setText(text)
    label.setFont(symbols.font(size, bold))
    label.setFontColor(QColor(colour))
    label.setHAlign(Qt.AlignmentFlag.AlignLeft)
    layout.addLayoutItem(label)
    _place(label, where)
    return label


def _place(item: QgsLayoutItem, where: QRectF, resize: bool = True) -> None:
    millimetres = QgsUnitTypes.LayoutUnit.LayoutMillimeters
    item.attemptMove(QgsLayoutPoint(where.x(), where.y(), millimetres))
    if resize:
        item.attemptResize(QgsLayoutSize(where.width(), where.height(), millimetres))


def _export(layout: QgsPrintLayout, sheet: Sheet, folder: Path) -> Picture:
    made = Picture(sheet, folder / f"{sheet.name}.png", folder / f"{sheet.name}.pdf")
    exporter = QgsLayoutExporter(layout)
    if not exporter.renderPageToImage(0, QSize(), DPI).save(str(made.png)):
        raise RuntimeError(f"The map {made.png} could not be written.")
    outcome = exporter.exportToPdf(str(made.pdf), QgsLayoutExporter.PdfExportSettings())
    if outcome != QgsLayoutExporter.ExportResult.Success:
        raise RuntimeError(f"QGIS could not write the map {made.pdf} ({outcome}).")
    return made
