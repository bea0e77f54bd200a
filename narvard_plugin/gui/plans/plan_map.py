"""The map beside the dock: where the plan lies, and what a verdict rests on."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsGeometry, QgsProject, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtGui import QColor

from ...store.schema import SRID

#: Metres around a point that is zoomed to.
_AROUND = 250.0
_PLAN, _PROOF = "#1b1b1b", "#d55e00"


class PlanMap:
    """Draws over the map and takes it away again; no layer of the project is touched."""

    def __init__(self, canvas: QgsMapCanvas):
        self._canvas = canvas
        self._crs = QgsCoordinateReferenceSystem(f"EPSG:{SRID}")
        self.plan, self.proof = ([], [])

    def show_plan(self, areas: Sequence[bytes], zoom: bool) -> None:
        """Outline the plan; ``zoom`` moves the map there."""
        shapes = [_geometry(wkb) for wkb in areas]
        self._draw(self.plan, shapes, QColor(_PLAN), 0)
        self._drop(self.proof)
        if zoom and shapes:
            self._zoom(shapes)

    def show_proof(self, wkb: bytes) -> None:
        """Go to what was found and let it blink; it stays drawn until something else is shown."""
        shape = _geometry(wkb)
        self._draw(self.proof, [shape], QColor(_PROOF), 60)
        self._zoom([shape])
        self._canvas.flashGeometries([shape], self._crs)

    def clear(self) -> None:
        self._drop(self.plan)
        self._drop(self.proof)

    def _draw(self, bands: list, shapes: Sequence[QgsGeometry], colour: QColor, fill: int) -> None:
        self._drop(bands)
        for shape in shapes:
            band = QgsRubberBand(self._canvas, shape.type())
            band.setToGeometry(shape, self._crs)
            band.setStrokeColor(colour)
            band.setSecondaryStrokeColor(QColor("white"))
            band.setWidth(3)
            band.setIconSize(14)
            band.setFillColor(QColor(colour.red(), colour.green(), colour.blue(), fill))
            bands.append(band)

    def _drop(self, bands: list) -> None:
        for band in bands:
            self._canvas.scene().removeItem(band)
        bands.clear()

    def _zoom(self, shapes: Sequence[QgsGeometry]) -> None:
        box = QgsRectangle()
        for shape in shapes:
            box.combineExtentWith(shape.boundingBox())
        if box.width() < 2 * _AROUND and box.height() < 2 * _AROUND:
            middle = box.center()
            box = QgsRectangle(middle.x() - _AROUND, middle.y() - _AROUND, middle.x() + _AROUND, middle.y() + _AROUND)
        project = QgsProject.instance()
        if not project.crs().isValid():  # a new project takes the register's system
            project.setCrs(self._crs)
        change = QgsCoordinateTransform(self._crs, self._canvas.mapSettings().destinationCrs(), project)
        shown = change.transformBoundingBox(box)
        shown.scale(1.2)
        self._canvas.setExtent(shown)
        self._canvas.refresh()


def _geometry(wkb: bytes) -> QgsGeometry:
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return geometry
