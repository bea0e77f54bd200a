"""Layers read for publication, in SWEREF 99 TM and row by row in an order that lasts, and written to GeoPackages."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple, Optional

from osgeo import gdal, ogr, osr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsProcessingException,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..core.figures import Unreadable, read_number
from ..core.open_data.tables import FEATURE_ID, HIDDEN, Field
from ..gdal_answers import or_none, told_of
from ..i18n import tr
from .fields import kind_of
from .reading import Cancelled, as_text, values_at

_SWEREF, _DEGREES = "EPSG:3006", "EPSG:4326"
_OGR_TYPES = {
    "text": ogr.OFTString,
    "integer": ogr.OFTInteger64,
    "real": ogr.OFTReal,
    "flag": ogr.OFTInteger,
    "date": ogr.OFTDate,
}
#: The moment that every GeoPackage says it was written at, so that the same content gives the same bytes.
_WRITTEN = "1980-01-01T00:00:00.000Z"
_DATA_COLUMNS = (
    "CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, "
    "description TEXT, mime_type TEXT, constraint_name TEXT, CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), "
    "CONSTRAINT gdc_tn UNIQUE (table_name, name))"
)
_EXTENSION = (
    "INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope) "
    "VALUES ('gpkg_data_columns', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec121/#extension_schema', 'read-write')"
)
_EXTENSIONS = (
    "CREATE TABLE IF NOT EXISTS gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, "
    "definition TEXT NOT NULL, scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))"
)


class Content(NamedTuple):
    """A layer as it was read: ``fields``, ``rows`` of their values, ``geometries`` in SWEREF 99 TM (None = no place), what its
    geometry is (``wkb_type``; None for a table) and its ``box`` (west, south, east, north in degrees)."""

    fields: list[Field]
    rows: list[list]
    geometries: list[Optional[QgsGeometry]]
    wkb_type: object
    box: Optional[tuple[float, float, float, float]]

    @property
    def points(self) -> bool:
        flat = None if self.wkb_type is None else QgsWkbTypes.flatType(self.wkb_type)
        return flat == QgsWkbTypes.Type.Point


def read_content(layer: QgsVectorLayer, leave_out: Sequence[str], context, feedback) -> Content:
    """Every row that the filter of ``layer`` leaves; a place that cannot be moved to SWEREF 99 TM stops the tool."""
    binary = [field.name() for field in layer.fields() if field.typeName().upper() in ("BINARY", "BLOB", "BYTEA")]
    if set(binary) - set(leave_out):
        text = tr("{layer}: fields with pictures and other files are not published: {fields}.")
        feedback.pushWarning(text.format(layer=layer.name(), fields=", ".join(binary)))
    left_out = {*leave_out, *binary, "fid"}
    kept = [at for at, field in enumerate(layer.fields()) if field.name() not in left_out]
    fields = [_field(layer.fields()[at]) for at in kept]
    if layer.isSpatial() and not layer.crs().isValid():
        raise QgsProcessingException(
            tr("{layer} says no coordinate reference system, so nobody knows where it is. Set it first.").format(
                layer=layer.name()
            )
        )
    move = QgsCoordinateTransform(layer.crs(), QgsCoordinateReferenceSystem(_SWEREF), context.transformContext())
    rows, geometries, box = [], [], None
    for feature in layer.getFeatures():
        if feedback.isCanceled():
            raise Cancelled
        rows.append([_plain(value) for value in values_at(feature, kept)])
        geometry = _drawn(feature) if layer.isSpatial() else None
        if geometry is not None:
            _moved(geometry, move, layer)
            box = box or QgsRectangle(geometry.boundingBox())
            box.combineExtentWith(geometry.boundingBox())
        geometries.append(geometry)
    spatial = layer.isSpatial()
    kind = QgsWkbTypes.linearType(layer.wkbType()) if spatial else None
    return Content(fields, rows, geometries, kind, _in_degrees(box, context))


def _drawn(feature) -> Optional[QgsGeometry]:
    """The place of a feature on the map, with curves as short straight lines, which every program reads; None where it has none."""
    geometry = feature.geometry()
    if geometry.isNull() or geometry.isEmpty():
        return None
    if QgsWkbTypes.isCurvedType(geometry.wkbType()):
        geometry = QgsGeometry(geometry.constGet().segmentize())
    geometry.get().dropZValue()
    geometry.get().dropMValue()
    return geometry


def as_numbers(content: Content, names: Sequence[str]) -> Content:
    """The content with texts that are numbers (``names`` of fields) as numbers."""
    at = [number for number, field in enumerate(content.fields) if field.name in names]
    fields = [field._replace(kind="real") if number in at else field for number, field in enumerate(content.fields)]
    rows = [[_number(value) if number in at else value for number, value in enumerate(row)] for row in content.rows]
    return content._replace(fields=fields, rows=rows)


def _number(value) -> Optional[float]:
    try:
        return None if value is None else read_number(str(value))
    except Unreadable:
        return None


def _moved(geometry: QgsGeometry, move: QgsCoordinateTransform, layer) -> None:
    try:
        geometry.transform(move)
    except QgsCsException as error:
        raise QgsProcessingException(
            tr("A place in {layer} cannot be moved to SWEREF 99 TM: {reason}").format(layer=layer.name(), reason=error)
        ) from error


def _field(field) -> Field:
    return Field(field.name(), kind_of(field), field.alias() or field.name())


def _plain(value):
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False, default=as_text)
    return value if value is None or isinstance(value, (bool, int, float, str)) else as_text(value)


def _in_degrees(box: Optional[QgsRectangle], context) -> Optional[tuple[float, float, float, float]]:
    if box is None:
        return None
    degrees = in_degrees(context).transformBoundingBox(box)
    return degrees.xMinimum(), degrees.yMinimum(), degrees.xMaximum(), degrees.yMaximum()


def in_degrees(context) -> QgsCoordinateTransform:
    """From SWEREF 99 TM to longitude and latitude."""
    to = QgsCoordinateReferenceSystem(_DEGREES)
    return QgsCoordinateTransform(QgsCoordinateReferenceSystem(_SWEREF), to, context.transformContext())


def read_package(path: Path, fields: Sequence[str]) -> tuple[dict[str, dict[str, float]], dict[str, set[str]]]:
    """What a GeoPackage of an earlier publication told, by field and the rows' ids, and the fields that were hidden, by id."""
    told: dict[str, dict[str, float]] = {name: {} for name in fields}
    hidden: dict[str, set[str]] = {}
    source = or_none(ogr.Open, str(path)) if path.is_file() else None
    layer = source.GetLayer(0) if source is not None else None
    if layer is None:
        return told, hidden
    definition = layer.GetLayerDefn()
    at = {name: definition.GetFieldIndex(name) for name in (FEATURE_ID, HIDDEN, *fields)}
    if at[FEATURE_ID] < 0 or at[HIDDEN] < 0:
        return told, hidden
    for feature in layer:
        own = feature.GetField(at[FEATURE_ID])
        hidden[own] = set((feature.GetField(at[HIDDEN]) or "").split(" ")) - {""}
        for name in fields:
            value = feature.GetField(at[name]) if at[name] >= 0 else None
            if isinstance(value, (int, float)):
                told[name][own] = float(value)
    return told, hidden


def write_package(path: Path, name: str, title: str, description: str, content: Content, ids, hidden, feedback) -> None:
    """The content as a GeoPackage with one layer ``name``: rows numbered in their order, ``ids`` and names of ``hidden`` fields
    (None where the table hides nothing by its nature) beside them. The same content gives the same bytes."""
    before = gdal.GetConfigOption("OGR_CURRENT_DATE")
    gdal.SetConfigOption("OGR_CURRENT_DATE", _WRITTEN)
    try:
        with told_of(path):
            _write_layer(path, name, title, description, content, ids, hidden, feedback)
    finally:
        gdal.SetConfigOption("OGR_CURRENT_DATE", before)
    _write_titles(path, name, content.fields)


def _write_layer(path, name, title, description, content: Content, ids, hidden, feedback) -> None:
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(3006)
    kind = ogr.wkbNone if content.wkb_type is None else _ogr_type(content.wkb_type)
    options = [f"IDENTIFIER={title}", f"DESCRIPTION={description}", "GEOMETRY_NAME=geom", "FID=fid"]
    if source is None:  # an empty data source is false, as an empty list is
        raise OSError(None, gdal.GetLastErrorMsg(), str(path))
    layer = source.CreateLayer(name, reference if content.wkb_type is not None else None, kind, options)
    if layer is None:
        raise OSError(None, gdal.GetLastErrorMsg(), str(path))
    names = [FEATURE_ID, *(field.name for field in content.fields), *([] if hidden is None else [HIDDEN])]
    kinds = ["text", *(field.kind for field in content.fields), *([] if hidden is None else ["text"])]
    for own, type_ in zip(names, kinds):
        definition = ogr.FieldDefn(own, _OGR_TYPES[type_])
        if type_ == "flag":
            definition.SetSubType(ogr.OFSTBoolean)
        layer.CreateField(definition)
    layer.StartTransaction()
    for at, row in enumerate(content.rows):
        if feedback.isCanceled():
            raise Cancelled
        values = [ids[at], *row, *([] if hidden is None else [hidden[at] or None])]
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetFID(at + 1)
        for number, value in enumerate(values):
            if value is not None:
                feature.SetField(number, int(value) if isinstance(value, bool) else value)
        if content.geometries[at] is not None:
            feature.SetGeometry(_geometry(content.geometries[at], kind))
        if layer.CreateFeature(feature) != ogr.OGRERR_NONE:
            raise OSError(None, gdal.GetLastErrorMsg(), str(path))
    if layer.CommitTransaction() != ogr.OGRERR_NONE or layer.GetFeatureCount() != len(content.rows):
        raise OSError(None, gdal.GetLastErrorMsg(), str(path))


def _ogr_type(wkb_type) -> int:
    """Polygons and lines are kept as collections, so that each layer holds one kind."""
    flat = QgsWkbTypes.flatType(wkb_type)
    if flat == QgsWkbTypes.Type.Point:
        return ogr.wkbPoint
    kinds = {
        QgsWkbTypes.Type.MultiPoint: ogr.wkbMultiPoint,
        QgsWkbTypes.Type.MultiLineString: ogr.wkbMultiLineString,
        QgsWkbTypes.Type.MultiPolygon: ogr.wkbMultiPolygon,
    }
    return kinds.get(QgsWkbTypes.multiType(flat), ogr.wkbUnknown)


def _geometry(geometry: QgsGeometry, kind: int):
    made = ogr.CreateGeometryFromWkb(bytes(geometry.asWkb()))
    made.FlattenTo2D()
    return made if kind in (ogr.wkbPoint, ogr.wkbUnknown) else ogr.ForceTo(made, kind)


def _write_titles(path: Path, name: str, fields: Sequence[Field]) -> None:
    """What people read above each column, as GeoPackage's own schema extension keeps it."""
    try:
        _add_titles(path, name, fields)
    except sqlite3.Error as error:
        raise OSError(None, str(error), str(path)) from error


def _add_titles(path: Path, name: str, fields: Sequence[Field]) -> None:
    taken: set[str] = set()
    with closing(sqlite3.connect(path)) as data, data:
        data.execute(_EXTENSIONS)
        data.execute(_DATA_COLUMNS)
        data.execute(_EXTENSION)
        for field in fields:
            alias = field.title if field.title not in taken else None
            taken.add(field.title)
            data.execute(
                "INSERT INTO gpkg_data_columns (table_name, column_name, name, title) VALUES (?, ?, ?, ?)",
                (name, field.name, alias, field.title),
            )
