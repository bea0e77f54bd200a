"""The sheet of a structure picture (strukturbild): an A3 page with map, legend, figures, what is not shown, and sources."""

from __future__ import annotations

import tempfile
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsLayoutExporter,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutPoint,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsProcessingException,
    QgsProject,
    QgsRectangle,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QColor

from ..i18n import tr
from .layouts import item_font, letter_legend, north_arrow, place_item, scale_bar, text_item
from .structure_layers import ONLY_BORDER, as_written

PAGE = QRectF(0, 0, 420, 297)
_MAP = QRectF(12, 32, 290, 243)
_COLUMN, _COLUMN_WIDTH = 310.0, 98.0  # beside the map, mm
_BOX_LINE_MM = 3.6  # a line of the small print
_LETTERS_A_LINE = 62
_TITLE_AT_24, _LONGEST_TITLE = 58, 115  # letters of the title: as many as a line has room for, and at most
_ACCENT, _GREY = "#23659c", "#555555"
_DPI = 200
_FAR = 2.0  # times the region, that the nodes' extent may be for all of them to be on the map


class Words(NamedTuple):
    """The texts of the sheet: ``figures`` in lines, ``not_shown`` in sentences."""

    title: str
    subtitle: str
    figures: str
    not_shown: str
    sources: str


def structure_sheet(
    project: QgsProject, layers: Sequence[QgsVectorLayer], words: Words, crs: QgsCoordinateReferenceSystem
) -> QgsPrintLayout:
    """The page with the ``layers`` (topmost first; the first are the nodes) of ``project``; the caller keeps the layout."""
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName(words.title)
    page = layout.pageCollection().page(0)
    page.setPageSize("A3", page.Orientation.Landscape)
    drawn = _map(layout, project, layers, crs)
    words = Words(*map(as_written, words))
    title = textwrap.shorten(words.title, _LONGEST_TITLE, placeholder=" …")
    text_item(layout, title, QRectF(12, 9, 396, 12), min(24.0, 24 * _TITLE_AT_24 / max(len(title), 1)), bold=True)
    text_item(layout, words.subtitle, QRectF(12, 21, 396, 8), 11, _GREY)
    _legend(layout, layers, drawn)
    top = _block(layout, tr("What the map does not show"), words.not_shown, _MAP.bottom())
    _block(layout, tr("Places and people"), words.figures, top - 4)
    _north_and_scale(layout, drawn)
    text_item(layout, words.sources, QRectF(12, 278, 396, 14), 7.5, _GREY)
    return layout


def export(layout: QgsPrintLayout, suffix: str) -> bytes:
    """The sheet as a file of the kind that ``suffix`` (.pdf or .png) names."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"sheet{suffix}")
        exporter = QgsLayoutExporter(layout)
        if suffix == ".pdf":
            settings = QgsLayoutExporter.PdfExportSettings()
            settings.dpi = 300
            told = exporter.exportToPdf(str(path), settings)
        else:
            settings = QgsLayoutExporter.ImageExportSettings()
            settings.dpi = _DPI
            told = exporter.exportToImage(str(path), settings)
        if told != QgsLayoutExporter.ExportResult.Success or not path.is_file():
            raise QgsProcessingException(
                tr("QGIS could not draw the sheet (its code is {n}). Try again with fewer layers.").format(n=int(told))
            )
        return path.read_bytes()


def _map(layout, project, layers, crs) -> QgsLayoutItemMap:
    drawn = QgsLayoutItemMap(layout)
    layout.addLayoutItem(drawn)
    drawn.setRect(_MAP)
    drawn.setCrs(crs)
    drawn.setLayers(list(layers))
    drawn.setKeepLayerSet(True)
    drawn.setBackgroundColor(QColor("#f4f7f9"))
    extent = _extent(layers, crs, project)
    drawn.setExtent(extent)
    place_item(drawn, _MAP)
    drawn.zoomToExtent(extent)
    drawn.setFrameEnabled(True)
    drawn.setFrameStrokeColor(QColor("#9fb4c0"))
    drawn.setId(tr("Map"))
    return drawn


def _extent(layers, crs, project) -> QgsRectangle:
    """The own region and the nodes; without the nodes where they reach much farther than it."""
    whole = QgsRectangle()
    border = next((layer for layer in layers if layer.fields().lookupField("own") >= 0), None)
    if border is not None:
        own = [feature.geometry().boundingBox() for feature in border.getFeatures() if feature["own"]]
        for box in own:
            whole.combineExtentWith(_moved(box, border, crs, project))
    nodes = _moved(layers[0].extent(), layers[0], crs, project)
    both = QgsRectangle(nodes)
    both.combineExtentWith(whole)
    if whole.isNull() or whole.isEmpty() or both.width() * both.height() < _FAR * whole.width() * whole.height():
        whole = both
    if whole.width() == 0 or whole.height() == 0:
        whole.grow(10_000)  # one place alone
    whole.scale(1.08)
    return whole


def _moved(box: QgsRectangle, layer, crs, project) -> QgsRectangle:
    return QgsCoordinateTransform(layer.crs(), crs, project).transformBoundingBox(box)


def _legend(layout, layers, drawn) -> None:
    legend = QgsLayoutItemLegend(layout)
    layout.addLayoutItem(legend)
    legend.setLinkedMap(drawn)
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.removeAllChildren()
    for layer in layers:
        if not layer.customProperty(ONLY_BORDER):
            root.addLayer(layer)
    for style, size, bold in (
        (QgsLegendStyle.Style.Subgroup, 11, True),
        (QgsLegendStyle.Style.SymbolLabel, 9.5, False),
    ):
        letter_legend(legend, style, item_font(size, bold))
    legend.rstyle(QgsLegendStyle.Style.Subgroup).setMargin(QgsLegendStyle.Side.Top, 4.5)
    legend.rstyle(QgsLegendStyle.Style.Subgroup).setMargin(QgsLegendStyle.Side.Bottom, 1.5)
    legend.setSymbolWidth(10)
    legend.setBoxSpace(0)
    legend.setBackgroundEnabled(False)
    legend.setId(tr("Legend"))
    legend.adjustBoxSize()
    place_item(legend, QRectF(_COLUMN, 28, _COLUMN_WIDTH, 10), resize=False)


def _block(layout, heading: str, text: str, bottom: float) -> float:
    """A heading with small print under it, which ends at ``bottom``; where it begins."""
    if not text:
        return bottom
    lines = [part for line in text.split("\n") for part in textwrap.wrap(line, _LETTERS_A_LINE) or [""]]
    height = len(lines) * _BOX_LINE_MM + 1
    text_item(layout, "\n".join(lines), QRectF(_COLUMN, bottom - height, _COLUMN_WIDTH, height), 8.5)
    text_item(layout, heading, QRectF(_COLUMN, bottom - height - 6.5, _COLUMN_WIDTH, 6), 10.5, _ACCENT, bold=True)
    return bottom - height - 6.5


def _north_and_scale(layout, drawn) -> None:
    arrow = north_arrow(layout)
    if isinstance(arrow, QgsLayoutItemPicture):
        place_item(arrow, QRectF(_MAP.left() + 4, _MAP.top() + 4, 10, 14))
    bar = scale_bar(layout, drawn, 2.2, 9)
    bar.setBackgroundEnabled(True)
    bar.setBackgroundColor(QColor(255, 255, 255, 215))
    bar.update()
    bar.attemptMove(QgsLayoutPoint(_MAP.left() + 3, _MAP.bottom() - 15, QgsUnitTypes.LayoutUnit.LayoutMillimeters))
