"""An atlas's maps: a topic's layers over one area, its neighbours dimmed, what has no data hatched, and the legend's signs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsMapLayer,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QPointF, QSize
from qgis.PyQt.QtGui import QColor, QImage, QPainter

from ...core.atlas.content import Atlas, Chapter, Topic
from ...store.schema import SRID
from .legend import Group, ground_sign, legend_of
from .pictures import small_png
from .sheet import Place, Sheet

DPI = 200
#: Millimetres on a page: beside a legend, of a map that has a page of its own, and of one that shows where an area is.
SIZE, TALL, SMALL = (110.0, 104.0), (180.0, 176.0), (86.0, 96.0)
#: Roles that get a page of their own.
WHOLE_PAGE = frozenset({"structure"})
_MARGIN, _LEAST_WIDTH_M = 1.06, 2_000.0
#: The share of the area that has to be without data before the legend speaks of it: borders never meet to the pixel.
_LEAST_UNCOVERED = 0.004
#: Where more than this is bare the layer is of places and squares, and bare ground tells no more than that none is there.
_MOST_UNCOVERED = 0.5


class Map(NamedTuple):
    """A picture (PNG) of so many pixels at `DPI`, its legend, and the names of its layers, the first on top.

    ``ground`` is the legend's sign for ground that no layer covers: its name among the page's words and its picture (PNG);
    None where all of the area is covered, or where no layer is one that covers ground.
    """

    png: bytes
    width: int
    height: int
    legend: Sequence[Group]
    layers: Sequence[str]
    ground: Optional[tuple[str, bytes]]


class AtlasMaps:
    """Draws the layers of a role over the place of a chapter.

    ``layers``: per role the layers, styled, the first on top. ``places``: per chapter's code a multipolygon (WKB, EPSG:3006).
    Draw where the layers live: in the thread that they were made in. ``ask`` is called before each map and may raise to stop.
    """

    def __init__(
        self,
        layers: Mapping[str, Sequence[QgsMapLayer]],
        places: Mapping[str, bytes],
        ask: Callable[[], None] = lambda: None,
    ):
        self._layers = {role: list(some) for role, some in layers.items()}
        self._places = {code: _geometry(wkb) for code, wkb in places.items() if wkb}
        self._ask = ask
        self._drawn: dict[tuple[str, str], Optional[Map]] = {}

    def topic_map(self, atlas: Atlas, chapter: Chapter, topic: Topic) -> Optional[Map]:
        """The topic's map of the chapter's place; None where the topic has no map or nothing can be drawn."""
        return self._map(atlas, chapter, topic.map) if self._layers.get(topic.map) else None

    def locator(self, atlas: Atlas, chapter: Chapter) -> Optional[Map]:
        """Where in the region the chapter's area is; None where no place is known."""
        return self._map(atlas, chapter, "") if self._places else None

    def _map(self, atlas: Atlas, chapter: Chapter, role: str) -> Optional[Map]:
        key = (role, chapter.code)
        if key not in self._drawn:
            self._ask()
            self._drawn[key] = self._draw(atlas, chapter, role)
        return self._drawn[key]

    def _draw(self, atlas: Atlas, chapter: Chapter, role: str) -> Optional[Map]:
        layers = self._layers.get(role, [])
        extent = self._extent(atlas, chapter, layers)
        if extent.isEmpty():
            return None
        size = (TALL if role in WHOLE_PAGE else SIZE) if role else SMALL
        settings = _settings(layers, extent, QSize(*(round(side / 25.4 * DPI) for side in size)))
        sheet = Sheet(settings, self._all_places(atlas), atlas.region, chapter.code, atlas.language)
        drawn = _rendered(settings)
        bare = sheet.uncovered(drawn) if any(map(_covers_ground, layers)) else 0.0
        hatched = _LEAST_UNCOVERED < bare <= _MOST_UNCOVERED
        image = sheet.painted(drawn, hatched=hatched) if role else sheet.located()
        ground = (
            ("uncovered", ground_sign(True))
            if hatched
            else ("bare", ground_sign(False))
            if bare > _MOST_UNCOVERED
            else None
        )
        names = [layer.name() for layer in layers]
        return Map(small_png(image), image.width(), image.height(), legend_of(layers), names, ground)

    def _extent(self, atlas: Atlas, chapter: Chapter, layers: Sequence[QgsMapLayer]) -> QgsRectangle:
        """The chapter's place; without one the region's, and without that what the layers cover."""
        codes = (chapter.code, atlas.region) if layers else (atlas.region,)
        found = next((self._places[code] for code in codes if code in self._places), None)
        if found is not None:
            return found.boundingBox()
        extent = QgsRectangle()
        extent.setMinimal()
        for place in self._places.values() if not layers else ():
            extent.combineExtentWith(place.boundingBox())
        for layer in layers:
            extent.combineExtentWith(_extent_of(layer))
        return extent

    def _all_places(self, atlas: Atlas) -> list[Place]:
        names = {chapter.code: chapter.name for chapter in atlas.chapters}
        return [Place(code, names.get(code, ""), geometry) for code, geometry in self._places.items()]


def _geometry(wkb: bytes) -> QgsGeometry:
    geometry = QgsGeometry()
    geometry.fromWkb(bytes(wkb))
    return geometry


def _extent_of(layer: QgsMapLayer) -> QgsRectangle:
    """The layer's extent in the atlas's system; none where it can't be said there."""
    system = QgsCoordinateReferenceSystem.fromEpsgId(SRID)
    try:
        return QgsCoordinateTransform(layer.crs(), system, QgsProject.instance()).transformBoundingBox(layer.extent())
    except QgsCsException:
        return QgsRectangle()


def _settings(layers: Sequence[QgsMapLayer], extent: QgsRectangle, size: QSize) -> QgsMapSettings:
    shape = size.width() / size.height()
    width = max(extent.width(), extent.height() * shape, _LEAST_WIDTH_M) * _MARGIN
    centre, half = extent.center(), QPointF(width / 2, width / shape / 2)
    settings = QgsMapSettings()
    settings.setDestinationCrs(QgsCoordinateReferenceSystem.fromEpsgId(SRID))
    settings.setTransformContext(QgsProject.instance().transformContext())
    settings.setLayers(list(layers))
    settings.setOutputSize(size)
    settings.setOutputDpi(DPI)
    settings.setBackgroundColor(QColor(0, 0, 0, 0))
    settings.setExtent(
        QgsRectangle(centre.x() - half.x(), centre.y() - half.y(), centre.x() + half.x(), centre.y() + half.y())
    )
    return settings


def _rendered(settings: QgsMapSettings) -> QImage:
    """The layers alone, on nothing."""
    image = QImage(settings.outputSize(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    if settings.layers():
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QgsMapRendererCustomPainterJob(settings, painter).renderSynchronously()
        painter.end()
    return image


def _covers_ground(layer: QgsMapLayer) -> bool:
    """Whether the layer tells something of all ground, so that bare ground is ground without data."""
    if isinstance(layer, QgsRasterLayer):
        return True
    return layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
