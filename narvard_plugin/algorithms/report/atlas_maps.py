"""The layers that an atlas's maps are drawn from, styled and named as a reader sees them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsVectorLayer,
)

from ...adapters.atlas_ground import Ground
from ...adapters.dock_symbols import draw_classes
from ...adapters.styles import load_style
from ...core.atlas.words import Words
from ...core.plans import codes
from ...paths import bundled
from ...reports.dialogue_facts import plan_areas_of
from ...store.schema import SRID
from ...store.workspace import open_workspace
from .atlas_both import people_map
from .atlas_care import CarePart

_BLUES = ("#eff3ff", "#bdd7e7", "#6baed6", "#3182bd", "#08519c")
_PURPLES = ("#f2f0f7", "#cbc9e2", "#9e9ac8", "#756bb1", "#54278f")
#: Which of the tools' own styles a result is drawn by.
_STYLES = {
    "access": "nearestfacility_output.qml", "capacity": "primarycarecapacity_output.qml",
    "vulnerability": "vulnerability_output.qml", "need_access": "needandaccess_output.qml",
}  # fmt: skip


def map_layers(
    ground: Ground, care: CarePart, primary: Sequence[str], words: Words
) -> Mapping[str, Sequence[QgsMapLayer]]:
    """Role → layers, the first on top."""
    found: dict[str, list[QgsMapLayer]] = {}
    if len(ground.areas):
        for role, field, ramp, decimals in (("people", "density", _BLUES, 0), ("need", "need", _PURPLES, 2)):
            layer = people_map(ground, words)
            draw_classes(layer, field, ramp, words("map.no_value"), lambda value, n=decimals: words.number(value, n))
            found[role] = [_named(layer, words(f"map.{role}"))]
    centres = care.layers.facilities(primary)
    centres.renderer().setSymbol(_square())
    for role, layer in care.drawn.items():
        load_style(layer, bundled("resources", "styles", _STYLES[role]), "", ())
        found[role] = [_named(layer, words(f"map.{role}"))]
    if "access" in found and centres.featureCount():
        found["access"].insert(0, _named(centres, words("map.facilities")))
    plans = _plans(ground, words)
    if plans is not None:
        found["plans"] = [plans]
    return found


def _named(layer: QgsVectorLayer, name: str) -> QgsVectorLayer:
    layer.setName(name)
    return layer


def _square() -> QgsMarkerSymbol:
    return QgsMarkerSymbol.createSimple(
        {"name": "square", "color": "#111111", "outline_color": "white", "outline_width": "0.3", "size": "2.4"}
    )


def _plans(ground: Ground, words: Words) -> QgsVectorLayer | None:
    """The areas of the plans under way; None where none has one."""
    with open_workspace(ground.workspace, writable=False) as workspace:
        cases = workspace.read("plan_cases")
        under_way = cases[~cases["status"].isin(codes.ENDED_STATUSES)]
        areas = plan_areas_of(workspace, list(under_way["plan_id"]))
    if not areas:
        return None
    layer = QgsVectorLayer("MultiPolygon", words("map.plans"), "memory")
    layer.setCrs(QgsCoordinateReferenceSystem(f"EPSG:{SRID}"))
    features = []
    for wkb in areas:
        feature, geometry = QgsFeature(), QgsGeometry()
        geometry.fromWkb(wkb)
        feature.setGeometry(geometry)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.renderer().setSymbol(
        QgsFillSymbol.createSimple({"color": "213,94,0,90", "outline_color": "#d55e00", "outline_width": "0.6"})
    )
    return layer
