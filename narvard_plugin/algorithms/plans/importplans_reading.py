"""What `importplans` is given, read as plans: a file, a layer, or what was fetched into the workspace."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from osgeo import ogr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsProcessingException,
    QgsVectorLayer,
)

from ...adapters.reading import UNCHECKED, Cancelled, as_text, field_indexes, values_at
from ...core.plans.plan_content import PlanContent
from ...gdal_answers import or_none
from ...i18n import tr
from ...sources.errors import BadPlanFile
from ...sources.ngp_items import SOURCE as NGP
from ...sources.plans.map_items import read_map_items
from ...sources.plans.ngp_plans import read_stored
from ...sources.plans.plan_file import AUTO, GML, ITEMS, LAYER, SPECIFICATION, read_plan_file
from ...sources.plans.polygon_layer import Row, read_rows
from ...sources.plans.reading import MOST_BYTES, Asked
from ...sources.plans.shapes import TM

FETCHED = "plan_items"
FORMS = (AUTO, SPECIFICATION, ITEMS, GML, LAYER, FETCHED)
#: Files that belong together with the one that is named, as the parts of a shapefile.
_PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg")
_LAYER_FILES = (".gpkg", ".shp", ".dxf", ".geojson", ".json", ".fgb", ".gml", ".kml", ".tab", ".mif")


class Input(NamedTuple):
    """Plans, rows that were left out (number, reason), what they came from, and a checksum of it."""

    plans: list[PlanContent]
    rejected: list[tuple[object, str]]
    name: str
    sha256: str


class LayerReading(NamedTuple):
    """How a layer is read: which field says what, whether all rows are one plan, and how plans came by."""

    fields: Mapping[str, str]
    as_one: bool
    came_by: str


def read_file(path: Path, form: str, asked: Asked, reading: LayerReading, context, feedback) -> Input:
    """The plans of a file; it is only read, and no file is written beside it."""
    content = _content(path)
    sha256 = hashlib.sha256(content).hexdigest()
    if form != LAYER and _may_be_text(content):
        plans = read_plan_file(path.name, content, form, asked)
        if plans:
            return Input(plans, [], path.name, sha256)
    if form not in (AUTO, LAYER) or path.suffix.lower() not in _LAYER_FILES:
        raise BadPlanFile(path.name, tr("it is no plan file of a kind that is known here."))
    with TemporaryDirectory(prefix="narvard") as folder:
        layer = _layer_of(path, Path(folder))
        found = read_layer(layer, path.stem, asked, reading, context, feedback)
        del layer  # Windows does not remove a folder with an open file
    return found._replace(name=path.name, sha256=sha256)


def read_layer(source, name: str, asked: Asked, reading: LayerReading, context, feedback) -> Input:
    """The plans of a layer's features."""
    if not source.featureCount():
        raise QgsProcessingException(
            tr("{layer} has no rows. Choose another layer, or clear its filter and selection.").format(layer=name)
        )
    seen = hashlib.sha256()
    rows = _rows(source, name, asked, reading.fields, context, feedback, seen)
    found = read_rows(name, rows, asked, reading.came_by, reading.as_one)
    return Input(found.plans, found.rejected, name, seen.hexdigest())


def read_fetched(workspace, asked: Asked) -> Input:
    """The plans that were fetched: from the national geodata platform, and from the municipalities' own maps."""
    within = {"municipality": [asked.municipality]} if asked.municipality else None
    rows = workspace.read("plan_items", within=within)
    if rows.empty:
        raise QgsProcessingException(
            tr("The workspace holds no fetched plans. Run \"Fetch published detail plans\" first. No digital plan found does "
               "not mean that there is no plan.")
        )  # fmt: skip
    seen = hashlib.sha256(rows.drop(columns="geom").to_csv(index=False).encode())
    for wkb in rows["geom"]:
        seen.update(bytes(wkb or b""))
    national = rows["source"] == NGP
    plans = [*read_stored(rows[national], asked), *read_map_items(rows[~national], asked)]
    return Input(plans, [], FETCHED, seen.hexdigest())


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadPlanFile(path.name, tr("it is larger than {n} MB.").format(n=MOST_BYTES >> 20))
        return path.read_bytes()
    except OSError as error:
        raise BadPlanFile(path.name, tr("it cannot be opened ({detail}).").format(detail=error.strerror)) from error


def _may_be_text(content: bytes) -> bool:
    first = content.lstrip(b" \t\r\n\xef\xbb\xbf\xff\xfe\0")[:1]
    return first in (b"", b"{", b"<", b"[")


def _layer_of(path: Path, folder: Path) -> QgsVectorLayer:
    """The one layer of areas in a copy of a file."""
    for part in (path, *(path.with_suffix(ending) for ending in _PARTS if path.suffix.lower() == ".shp")):
        if part.is_file():
            shutil.copy(part, folder / part.name)
    copy = folder / path.name
    names = _layers_in(copy)
    if len(names) != 1:
        text = tr("it holds {n} layers with areas ({names}). Load the right one in QGIS and choose it in LAYER.")
        raise BadPlanFile(path.name, text.format(n=len(names), names=", ".join(names)))
    layer = QgsVectorLayer(f"{copy}|layername={names[0]}", path.stem, "ogr")
    if not layer.isValid():
        raise BadPlanFile(path.name, tr("it is no layer that QGIS can open."))
    return layer


def _layers_in(path: Path) -> list[str]:
    """Names of the layers with areas, or lines that may be closed, as in drawings."""
    opened = or_none(ogr.Open, str(path))
    layers = [opened.GetLayerByIndex(at) for at in range(opened.GetLayerCount())] if opened else []
    kinds = {layer.GetName(): ogr.GT_Flatten(layer.GetGeomType()) for layer in layers}
    areas = [name for name, kind in kinds.items() if kind in _AREAS]
    return areas or [name for name, kind in kinds.items() if kind in _PERHAPS]


_AREAS = (ogr.wkbPolygon, ogr.wkbMultiPolygon, ogr.wkbCurvePolygon, ogr.wkbMultiSurface)
_PERHAPS = (ogr.wkbUnknown, ogr.wkbLineString, ogr.wkbMultiLineString, ogr.wkbGeometryCollection)


def _rows(source, name: str, asked: Asked, fields: Mapping[str, str], context, feedback, seen) -> Iterator[Row]:
    indexes = field_indexes(source, name, list(fields.values()))
    crs = source.sourceCrs() if hasattr(source, "sourceCrs") else source.crs()
    if asked.system:
        crs = QgsCoordinateReferenceSystem.fromEpsgId(asked.system)
    if not crs.isValid():
        raise BadPlanFile(name, tr("the layer has no coordinate system. Say it in CRS."))
    to_tm = QgsCoordinateTransform(crs, QgsCoordinateReferenceSystem.fromEpsgId(TM), context.transformContext())
    request = QgsFeatureRequest()
    features = (
        source.getFeatures(request) if isinstance(source, QgsVectorLayer) else source.getFeatures(request, UNCHECKED)
    )
    for feature in features:
        if feedback.isCanceled():
            raise Cancelled
        values = values_at(feature, indexes)
        told = {column: "" if value is None else as_text(value) for column, value in zip(fields, values)}
        geometry = feature.geometry()
        try:
            fine = not geometry.isNull() and geometry.transform(to_tm) == 0
        except QgsCsException:
            fine = False
        wkb = bytes(geometry.asWkb()) if fine else None
        seen.update(repr((feature.id(), told)).encode() + (wkb or b""))
        yield Row(feature.id(), told, wkb)
