"""Layers into a frozen basis, described by what they hold, and read from it again without touching it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Optional

import pandas as pd
from qgis.core import (
    QgsFeatureRequest,
    QgsGeometry,
    QgsMapLayer,
    QgsProcessingException,
    QgsProcessingUtils,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..i18n import tr
from .reading import UNCHECKED, Cancelled, as_text, values_at

#: What may stand beside a raster's file and belongs to it.
_BESIDE = (".aux.xml", ".ovr", ".msk")
_WORLD = (".tfw", ".tifw", ".wld", ".prj", ".rrd")
GEOMETRY_COLUMN = "geometry"


def described(layer: QgsMapLayer) -> dict:
    """What the manifest tells of a layer: name, rows, CRS, geometry, fields, source, filter and how it was made."""
    told = {
        "title": layer.name(),
        "crs": layer.crs().authid() or layer.crs().toWkt() or None,
        "source": layer.publicSource(),
        "modified": _modified(layer),
        "provenance": _provenance(layer),
    }
    if isinstance(layer, QgsVectorLayer):
        told["rows"] = layer.featureCount()
        told["geometry"] = QgsWkbTypes.displayString(layer.wkbType())
        told["fields"] = [
            {"name": one.name(), "type": one.typeName()} for one in layer.fields() if not _is_row_key(one.name())
        ]
        told["filter"] = layer.subsetString() or None
    return told


def write_layer(layer: QgsVectorLayer, path: Path, name: str, context, feedback) -> int:
    """Write every feature of ``layer`` to a new GeoPackage; how many there are.

    A column ``fid`` is left out: a GeoPackage makes its own.
    """
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName, options.fileEncoding = "GPKG", name, "UTF-8"
    fields = layer.fields()
    options.attributes = [at for at, one in enumerate(fields) if not _is_row_key(one.name())]
    options.skipAttributeCreation = not options.attributes
    options.feedback = feedback
    options.layerMetadata, options.saveMetadata = layer.metadata(), True
    error, text, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), context.transformContext(), options)
    if feedback.isCanceled():
        raise Cancelled
    if error != QgsVectorFileWriter.WriterError.NoError:
        raise QgsProcessingException(
            tr("The layer {layer} cannot be frozen: {reason}").format(layer=layer.name(), reason=_first(text))
        )
    count = sum(
        1 for _ in layer.getFeatures(QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setNoAttributes())
    )
    kept = QgsVectorLayer(f"{_copy(path)}|layername={name}", name, "ogr").featureCount()
    if kept != count:
        raise QgsProcessingException(
            tr("The layer {layer} has {n} rows, but {kept} could be frozen. Repair the layer first.").format(layer=layer.name(), n=count, kept=kept)
        )  # fmt: skip
    return count


def _first(errors: str) -> str:
    """A full disk is an error for every feature: the first says why."""
    return " ".join(errors.splitlines()[:2])


def raster_files(layer: QgsRasterLayer) -> list[Path]:
    """The files of a raster, its own first."""
    path = Path(str(QgsProviderRegistry.instance().decodeUri("gdal", layer.source()).get("path", "")))
    if layer.providerType() != "gdal" or not path.is_file() or path.suffix.lower() == ".vrt":
        raise QgsProcessingException(
            tr("The raster {layer} is not one file of its own ({source}). Save it as a GeoTIFF first, and freeze that.").format(layer=layer.name(), source=layer.publicSource())
        )  # fmt: skip
    beside = [path.with_name(path.name + ending) for ending in _BESIDE] + [
        path.with_suffix(ending) for ending in _WORLD
    ]
    return [path, *(one for one in beside if one.is_file())]


def read_frozen(path: Path, name: str, fields: Sequence[str], feedback) -> pd.DataFrame:
    """The rows of a frozen layer; QGIS opens a copy, since it may write to what it opens."""
    copy = _copy(path)
    layer = QgsVectorLayer(f"{copy}|layername={name}", name, "ogr")
    if not layer.isValid():
        raise QgsProcessingException(tr("The frozen layer {layer} cannot be opened.").format(layer=name))
    return table_of(layer, fields, layer.crs().isGeographic(), layer.isSpatial(), feedback)


def table_of(source, fields: Sequence[str], degrees: bool, spatial: bool, feedback) -> pd.DataFrame:
    """Rows of a layer: its ``fields`` as Python's own values, and its geometry as text to the millimetre (column ``geometry``)."""
    indexes = [source.fields().indexFromName(name) for name in fields]
    decimals = 8 if degrees else 3
    rows = []
    request = QgsFeatureRequest()
    features = (
        source.getFeatures(request) if isinstance(source, QgsVectorLayer) else source.getFeatures(request, UNCHECKED)
    )
    for feature in features:
        if feedback.isCanceled():
            raise Cancelled
        place = _place(feature.geometry(), decimals) if spatial else None
        rows.append([*map(_plain, values_at(feature, indexes)), place])
    return pd.DataFrame(rows, columns=[*fields, GEOMETRY_COLUMN], dtype=object)


def _place(geometry: QgsGeometry, decimals: int) -> Optional[str]:
    if geometry.isEmpty():
        return None
    if geometry.isMultipart() and geometry.constGet().numGeometries() == 1:  # how another format keeps the same shape
        geometry.convertToSingleType()
    return geometry.asWkt(decimals)


def _plain(value):
    """Numbers stay numbers; dates and whatever else are text."""
    return value if value is None or isinstance(value, (bool, int, float, str)) else as_text(value)


def _copy(path: Path) -> Path:
    copy = Path(QgsProcessingUtils.generateTempFilename(path.name))
    shutil.copyfile(path, copy)
    return copy


def _is_row_key(name: str) -> bool:
    return name.lower() == "fid"


def _modified(layer: QgsMapLayer) -> Optional[str]:
    """When the layer's file last changed."""
    path = Path(layer.source().split("|")[0]) if layer.providerType() != "memory" else None
    if path is None or not path.is_file():
        return None
    return datetime.fromtimestamp(path.stat().st_mtime).astimezone().isoformat(timespec="seconds")


def _provenance(layer: QgsMapLayer) -> list[str]:
    metadata = layer.metadata()
    return list(metadata.history()) or [line for line in metadata.abstract().split("\n") if line]
