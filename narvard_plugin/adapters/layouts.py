"""A print layout of an answer: title, map, legend, scale, what it is counted from, sources and date."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from qgis.core import (
    QgsApplication,
    QgsCoordinateTransform,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont

from ..i18n import tr

_MAP = QRectF(10, 34, 130, 205)
_COLUMN, _COLUMN_WIDTH = 144.0, 58.0  # beside the map, mm
_SMALLEST_SIGN = 2.0  # mm in the legend, where dots on the map are smaller
_LETTERS = 32  # of a legend's title that fit in the column
_MILLIMETRES = QgsUnitTypes.LayoutUnit.LayoutMillimeters


class Sheet(NamedTuple):
    """The words of a page.

    ``chapter`` over the ``title``, ``note`` on what the map shows, the ``result`` in words under it, ``sources`` at the foot.
    """

    title: str
    chapter: str
    note: str
    result: str
    sources: str


def answer_layout(
    project: QgsProject, sheet: Sheet, layer: QgsMapLayer, beneath: Sequence[QgsMapLayer]
) -> QgsPrintLayout:
    """An A4 page with ``layer`` over the layers ``beneath``, in the project's layouts; one of the same name is replaced."""
    manager = project.layoutManager()
    earlier = manager.layoutByName(sheet.title)
    if earlier is not None:
        manager.removeLayout(earlier)
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName(sheet.title)
    page = layout.pageCollection().page(0)
    page.setPageSize("A4", page.Orientation.Portrait)
    drawn = _map(layout, project, layer, beneath)
    text_item(layout, sheet.chapter.upper(), QRectF(10, 9, 190, 6), 9, "#23659c", bold=True)
    text_item(layout, sheet.title, QRectF(10, 15, 192, 18), 17 if len(sheet.title) < 60 else 14, bold=True)
    text_item(layout, sheet.note, QRectF(_COLUMN, 34, _COLUMN_WIDTH, 42), 8.5)
    _legend(layout, layer, drawn)
    _north(layout)
    scale_bar(layout, drawn, 2, 8).attemptMove(QgsLayoutPoint(_COLUMN, 230, _MILLIMETRES))
    text_item(layout, sheet.result, QRectF(10, 243, 192, 25), 9)
    text_item(layout, sheet.sources, QRectF(10, 269, 192, 22), 7, "#555555")
    manager.addLayout(layout)
    return layout


def text_item(layout, text: str, where: QRectF, size: float, colour: str = "#222222", bold: bool = False):
    label = QgsLayoutItemLabel(layout)
    label.setText(text)
    font, ink = item_font(size, bold), QColor(colour)
    if hasattr(label, "setTextFormat"):  # QGIS 3.24
        letters = QgsTextFormat.fromQFont(font)
        letters.setColor(ink)
        label.setTextFormat(letters)
    else:
        label.setFont(font)
        label.setFontColor(ink)
    label.setHAlign(Qt.AlignmentFlag.AlignLeft)
    layout.addLayoutItem(label)
    place_item(label, where)
    return label


def place_item(item: QgsLayoutItem, where: QRectF, resize: bool = True) -> None:
    item.attemptMove(QgsLayoutPoint(where.x(), where.y(), _MILLIMETRES))
    if resize:
        item.attemptResize(QgsLayoutSize(where.width(), where.height(), _MILLIMETRES))


def _map(layout, project, layer: QgsMapLayer, beneath: Sequence[QgsMapLayer]) -> QgsLayoutItemMap:
    drawn = QgsLayoutItemMap(layout)
    layout.addLayoutItem(drawn)
    drawn.setRect(_MAP)
    crs = project.crs() if project.crs().isValid() else layer.crs()
    drawn.setCrs(crs)
    drawn.setLayers([layer, *(one for one in beneath if one != layer)])
    drawn.setKeepLayerSet(True)
    extent = _extent(layer, crs, project)
    drawn.setExtent(extent)  # takes the extent's shape, so the place on the page comes after it
    place_item(drawn, _MAP)
    drawn.zoomToExtent(extent)
    drawn.setFrameEnabled(True)
    drawn.setFrameStrokeColor(QColor("#9fb4c0"))
    drawn.setId(tr("Map"))
    return drawn


def _extent(layer: QgsMapLayer, crs, project) -> QgsRectangle:
    extent = QgsCoordinateTransform(layer.crs(), crs, project).transformBoundingBox(layer.extent())
    extent.scale(1.05)
    return extent


def _legend(layout, layer: QgsMapLayer, drawn: QgsLayoutItemMap) -> None:
    legend = QgsLayoutItemLegend(layout)
    layout.addLayoutItem(legend)
    legend.setLinkedMap(drawn)
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.removeAllChildren()
    node = root.addLayer(layer)
    node.setCustomProperty("legend/title-label", "|".join(textwrap.wrap(layer.name(), _LETTERS)))
    for style, size, bold in ((QgsLegendStyle.Style.Subgroup, 9, True), (QgsLegendStyle.Style.SymbolLabel, 7.5, False)):
        letter_legend(legend, style, item_font(size, bold))
    legend.setWrapString("|")
    legend.setSymbolWidth(4)
    legend.setMinimumSymbolSize(_SMALLEST_SIGN)
    legend.setBoxSpace(0)
    legend.setBackgroundEnabled(False)
    legend.adjustBoxSize()
    place_item(legend, QRectF(_COLUMN, 78, _COLUMN_WIDTH, 10), resize=False)
    legend.setId(tr("Legend"))


def _north(layout) -> None:
    arrow = north_arrow(layout)
    if arrow is not None:
        place_item(arrow, QRectF(_COLUMN, 214, 10, 12))


def north_arrow(layout) -> QgsLayoutItemPicture | None:
    """A north arrow for the caller to place; None where this QGIS has no picture of one."""
    shapes = [
        path
        for path in (Path(folder, "arrows", "NorthArrow_02.svg") for folder in QgsApplication.svgPaths())
        if path.is_file()
    ]
    if not shapes:
        return None
    arrow = QgsLayoutItemPicture(layout)
    arrow.setPicturePath(str(shapes[0]))
    layout.addLayoutItem(arrow)
    return arrow


def scale_bar(layout, drawn: QgsLayoutItemMap, height: float, letters: float) -> QgsLayoutItemScaleBar:
    """A scale in kilometres for the caller to place: ``height`` in millimetres, ``letters`` in points."""
    bar = QgsLayoutItemScaleBar(layout)
    bar.setStyle("Single Box")
    bar.setLinkedMap(drawn)
    bar.applyDefaultSize(QgsUnitTypes.DistanceUnit.DistanceKilometers)
    bar.setUnitLabel("km")
    bar.setNumberOfSegmentsLeft(0)
    bar.setNumberOfSegments(2)
    bar.setHeight(height)
    written = QgsTextFormat()
    written.setFont(item_font(letters))
    written.setSize(letters)
    bar.setTextFormat(written)
    layout.addLayoutItem(bar)
    bar.update()
    return bar


def letter_legend(legend: QgsLayoutItemLegend, style: QgsLegendStyle.Style, font: QFont) -> None:
    """Write what is of the ``style`` in a legend with ``font``; QGIS 3.30 gave the letters of a legend a format."""
    if hasattr(QgsLegendStyle, "setTextFormat"):
        legend.rstyle(style).setTextFormat(QgsTextFormat.fromQFont(font))
    else:
        legend.setStyleFont(style, font)


def item_font(size: float, bold: bool = False) -> QFont:
    font = QFont(QgsApplication.font())
    font.setPointSizeF(size)
    font.setBold(bold)
    return font
