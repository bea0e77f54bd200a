"""Moving the map to a layer or a facility."""

from __future__ import annotations

from qgis.core import QgsCoordinateTransform, QgsFeatureRequest, QgsMapLayer, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas

from ..adapters.facility_sql import text

#: Metres around a facility that is zoomed to.
AROUND = 1500.0


def zoom_to(canvas: QgsMapCanvas, layer: QgsMapLayer, box: QgsRectangle) -> None:
    """Show ``box``, which is in the layer's system, with a little room around it."""
    if box.isEmpty():
        return
    project = QgsProject.instance()
    if not project.crs().isValid():  # a new project takes the system of what is shown first
        project.setCrs(layer.crs())
    change = QgsCoordinateTransform(layer.crs(), canvas.mapSettings().destinationCrs(), project)
    shown = change.transformBoundingBox(box)
    shown.scale(1.1)
    canvas.setExtent(shown)
    canvas.refresh()


def zoom_to_facility(canvas: QgsMapCanvas, layer: QgsVectorLayer, facility_id: str) -> bool:
    """Show the facility's surroundings and let it blink; False where it has no place."""
    request = QgsFeatureRequest().setFilterExpression(f'"facility_id" = {text(facility_id)}')
    found = next(layer.getFeatures(request), None)
    if found is None or not found.hasGeometry():
        return False
    place = found.geometry().asPoint()
    zoom_to(canvas, layer, QgsRectangle(place.x() - AROUND, place.y() - AROUND, place.x() + AROUND, place.y() + AROUND))
    canvas.flashFeatureIds(layer, [found.id()])
    return True
