"""What a structure map is drawn from: nodes and links of a result, or computed from the workspace; regions' borders."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Optional

import pandas as pd
from qgis.core import (
    NULL,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...adapters.outputs import Column, fields_of
from ...adapters.reading import UNCHECKED, Cancelled
from ...adapters.workspace_layers import open_layer
from ...i18n import tr
from ...store.workspace import open_workspace

#: Length of the code of a small area (DeSO); municipalities and counties may lie over them in the same table.
_SMALL_AREA_DIGITS = 9


class Ground(NamedTuple):
    """A workspace's part of the picture: layers of ``facilities``, ``services`` and ``areas`` (the newest vintage), the own
    ``region``, and what the figures are from as (name, date)."""

    facilities: QgsVectorLayer
    services: QgsVectorLayer
    areas: QgsVectorLayer
    region: str
    sources: list[tuple[str, str]]
    localities: pd.DataFrame


def read_ground(text: str) -> Ground:
    """Open what the picture needs of the workspace that ``text`` names."""
    with open_workspace(text, writable=False) as workspace:
        places = {name: workspace.layer_source(name) for name in ("facilities", "services", "areas")}
        codes = workspace.read("areas")[["area_code", "vintage"]].astype(str)
        sources = workspace.read("sources")
        facilities = workspace.read("facilities")[["facility_id", "locality"]]
        region = workspace.region
    small = codes[codes["area_code"].str.len() == _SMALL_AREA_DIGITS]
    newest = "" if small.empty else small["vintage"].max()
    subset = f"vintage = '{newest}' AND length(area_code) = {_SMALL_AREA_DIGITS}" if newest.isalnum() else ""
    return Ground(
        open_layer(places["facilities"], "facilities"),
        open_layer(places["services"], "services"),
        open_layer(places["areas"], "areas", subset),
        region,
        _dated(sources),
        facilities,
    )


def _dated(sources: pd.DataFrame) -> list[tuple[str, str]]:
    fed = sources[sources["fed"].isin(["facilities", "services", "areas"])]
    return [(str(row["name"]), str(row["data_date"] or "")[:10]) for _, row in fed.iterrows()]


def localities(ground: Ground) -> QgsVectorLayer:
    """A place in the middle of the facilities of each postal town, where nobody has given places."""
    named = ground.localities.dropna(subset=["locality"])
    if named.empty:
        raise QgsProcessingException(
            tr(
                "The workspace's facilities have no postal towns to make places of. Give PLACES: points of towns and villages."
            )
        )
    town = dict(zip(named["facility_id"].astype(str), named["locality"].astype(str)))
    points: dict[str, list[QgsGeometry]] = {}
    for feature in ground.facilities.getFeatures():
        name = town.get(str(feature["facility_id"]))
        if name and feature.hasGeometry():
            points.setdefault(name, []).append(feature.geometry())
    layer = memory_layer("Point", ground.facilities.crs(), [Column("name", "text")], tr("Postal towns"))
    rows = [(QgsGeometry.unaryUnion(found).centroid(), [name]) for name, found in sorted(points.items())]
    add_rows(layer, rows)
    return layer


def memory_layer(kind: str, crs, columns: Sequence[Column], name: str) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{kind}?crs={crs.authid() or crs.toWkt()}", name, "memory")
    if not layer.crs().isValid():
        layer.setCrs(crs)
    layer.dataProvider().addAttributes(list(fields_of(columns)))
    layer.updateFields()
    return layer


def add_rows(layer: QgsVectorLayer, rows) -> None:
    """(geometry, attributes) as features of a memory layer."""
    features = []
    for geometry, attributes in rows:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(geometry)
        feature.setAttributes(attributes)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()


def picked(
    source: QgsProcessingFeatureSource, kind: str, columns: Sequence[Column], fields: Sequence[str], name: str, feedback
) -> tuple[QgsVectorLayer, int]:
    """A copy with only ``columns``, each from the field beside it ("" or one that is not there = empty); and how many
    features had no geometry."""
    layer = memory_layer(kind, source.sourceCrs(), columns, name)
    at = [source.fields().lookupField(field) if field else -1 for field in fields]
    rows, lost = [], 0
    for feature in source.getFeatures(QgsFeatureRequest(), UNCHECKED):
        if feedback.isCanceled():
            raise Cancelled
        geometry = feature.geometry()
        if geometry.isNull() or geometry.isEmpty():
            lost += 1
            continue
        if kind == "Point" and geometry.isMultipart():
            geometry = geometry.centroid()
        rows.append((geometry, [feature.attributes()[one] if one >= 0 else None for one in at]))
    add_rows(layer, rows)
    return layer, lost


def tidied(layer: QgsVectorLayer, regions: Optional[QgsVectorLayer], context) -> QgsVectorLayer:
    """The catchments without holes (land that no road leads to, which would only disturb the picture) and without the sea."""
    land = None
    if regions is not None:
        land = QgsGeometry.unaryUnion([one.geometry() for one in regions.getFeatures()])
        land.transform(QgsCoordinateTransform(regions.crs(), layer.crs(), context.transformContext()))
    shapes = {}
    for feature in layer.getFeatures():
        whole = feature.geometry().removeInteriorRings(-1)
        shapes[feature.id()] = _polygons(whole.intersection(land)) if land is not None else whole
    layer.dataProvider().changeGeometryValues(shapes)
    return layer


def _polygons(geometry: QgsGeometry) -> QgsGeometry:
    """What is left of a polygon that was cut, without the lines and points where it only touched."""
    geometry.convertGeometryCollectionToSubclass(QgsWkbTypes.GeometryType.PolygonGeometry)
    geometry.convertToMultiType()
    return geometry


def regions_of(source, field: str, own: str, feedback) -> QgsVectorLayer:
    """One polygon for each region of the areas, with a flag for the own one; all of them are own where none is told."""
    columns = [Column("code", "text", tr("Region (county code)")), Column("own", "flag", tr("The own region"))]
    layer = memory_layer("MultiPolygon", source.sourceCrs(), columns, tr("Region"))
    at = source.fields().lookupField(field) if field else -1
    parts: dict[str, list[QgsGeometry]] = {}
    for feature in source.getFeatures(QgsFeatureRequest(), *_unchecked(source)):
        if feedback.isCanceled():
            raise Cancelled
        geometry = feature.geometry()
        if geometry.isNull() or geometry.type() != QgsWkbTypes.GeometryType.PolygonGeometry:
            continue
        if not geometry.isGeosValid():
            geometry = geometry.makeValid()
        value = feature.attributes()[at] if at >= 0 else NULL
        parts.setdefault("" if value == NULL else str(value), []).append(geometry)
    rows = []
    for code, shapes in sorted(parts.items(), key=lambda one: one[0] == own):
        whole = QgsGeometry.unaryUnion(shapes)
        whole.convertToMultiType()
        rows.append((whole, [code or None, not own or not code or code == own]))
    add_rows(layer, rows)
    return layer


def _unchecked(source) -> tuple:
    """Only a parameter's source can be told to leave geometries unchecked."""
    return (UNCHECKED,) if isinstance(source, QgsProcessingFeatureSource) else ()
