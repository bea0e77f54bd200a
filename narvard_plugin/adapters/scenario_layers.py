"""The map layer of a live scenario: mean travel time per area before and after, refreshed in place."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer

from ..core.scenarios.live import Answer, reach_of_areas
from ..i18n import tr
from ..paths import bundled
from .layer_group import LayerGroup
from .live_scenario import STORED, Basis
from .outputs import Column, fields_of, numbers


def _columns() -> list[Column]:
    """As AREA_OUTPUT of Compare scenarios, so that its style draws the layer."""
    return [
        Column("area_code", "text", tr("Area code")),
        Column("name", "text", tr("Name")),
        Column("area_type", "text", tr("Area type")),
        Column("population", "real", tr("People")),
        Column("mean_before", "real", tr("Mean travel time before (min)")),
        Column("mean_after", "real", tr("Mean travel time after (min)")),
        Column("change", "real", tr("Change in mean travel time (min)")),
        Column("gainers", "real", tr("People who get nearer")),
        Column("losers", "real", tr("People who get farther")),
        Column("lost_reach", "real", tr("People who lose reach")),
        Column("gained_reach", "real", tr("People who gain reach")),
        Column("unreached", "real", tr("People without reach after")),
        Column("reach", "text", tr("Reach (ok, lost, gained, never, nobody)")),
    ]


def change_layer(basis: Basis, name: str) -> QgsVectorLayer:
    """A layer in memory with the areas and no figures yet."""
    layer = QgsVectorLayer("MultiPolygon", name, "memory")
    layer.setCrs(QgsCoordinateReferenceSystem(STORED))
    columns = _columns()
    layer.dataProvider().addAttributes(list(fields_of(columns)))
    layer.updateFields()
    for index, column in enumerate(columns):
        layer.setFieldAlias(index, column.alias)
    features = []
    for code, called, wkb, kind in zip(basis.areas.codes, basis.areas.names, basis.areas.wkb, basis.areas.kinds):
        feature = QgsFeature(layer.fields())
        geometry = QgsGeometry()
        geometry.fromWkb(wkb or b"")
        feature.setGeometry(geometry)
        feature.setAttributes([code, called, kind, *[None] * (len(columns) - 3)])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.loadNamedStyle(str(bundled("resources", "styles", "comparescenarios_area_output.qml")))
    return layer


def refresh_layer(layer: QgsVectorLayer, basis: Basis, found: Answer) -> None:
    """Write the answer's figures into the layer, whose features are in the order of the areas."""
    of = found.areas
    change = of.mean_after - of.mean_before
    figures = zip(
        *(numbers(np.asarray(values)) for values in (of.population, of.mean_before, of.mean_after, change)),
        *(numbers(np.asarray(values)) for values in of[3:]),
        reach_of_areas(found, basis.people),
    )
    ids = sorted(feature.id() for feature in layer.getFeatures())
    first = layer.fields().indexFromName("population")
    changed = {fid: dict(enumerate(row, first)) for fid, row in zip(ids, figures)}
    layer.dataProvider().changeAttributeValues(changed)
    layer.triggerRepaint()


def show_layer(layer: QgsVectorLayer) -> None:
    """Put the layer in the project, below the dock's facilities and over its areas, which would hide it."""
    LayerGroup(QgsProject.instance()).add_over_areas(layer)
