"""Which layer stands for which role of a checklist: the text LAYERS of a review, and the date of each layer's data.

LAYERS is a JSON object, or the path of a file with one: role -> the layer's source as text, or an object with ``source`` and,
as wanted, ``provider``, ``date`` (of the data, ISO), ``filter`` (as in QGIS) and ``fields`` (the checklist's name of a field ->
the layer's own). A source ``workspace:facilities`` is that table of the workspace. Relative paths are relative to the file.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, Optional

from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsProcessingException,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ..core.plans.checklist import Checklist
from ..core.plans.review_run import NETWORK, TIMETABLE
from ..gdal_answers import or_none
from ..i18n import tr
from .workspace_layers import open_layer

_OF_WORKSPACE = "workspace:"
_MEMBERS = ("source", "provider", "date", "filter", "fields")
#: A road network, a timetable and the register's own plans are no layers of the list, but are bound in the same place.
_BESIDE = (NETWORK, TIMETABLE)


class Bound(NamedTuple):
    """What stands for a role. ``date`` is the one that the user gave; ``fields``: name in the checklist -> in the layer."""

    role: str
    source: str
    provider: str = ""
    date: str = ""
    filter: str = ""
    fields: Mapping[str, str] = MappingProxyType({})


def read_bindings(text: str, checklist: Checklist) -> tuple[dict[str, Bound], list[str]]:
    """Role -> what is bound to it; and names that are no roles of the list, which may be another list's.

    Raises QgsProcessingException with a sentence for what cannot be meant.
    """
    document, folder = _document(text.strip())
    known = {*checklist.layers, *_BESIDE}
    unknown = sorted(set(document) - known)
    given = {role: value for role, value in document.items() if role in known and value not in (None, "")}
    return {role: _bound(role, value, folder) for role, value in given.items()}, unknown


def _document(text: str) -> tuple[dict, Optional[Path]]:
    if not text:
        return {}, None
    folder = None
    if not text.startswith("{"):
        path = Path(text.strip('"'))
        try:
            text, folder = path.read_text(encoding="utf-8-sig"), path.absolute().parent
        except (OSError, UnicodeDecodeError) as error:
            raise QgsProcessingException(
                tr("LAYERS is neither a JSON object nor a file that can be read: {path}. {detail}").format(
                    path=path, detail=error
                )
            ) from error
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise QgsProcessingException(tr("LAYERS is not valid JSON: {detail}").format(detail=error)) from error
    if not isinstance(document, dict):
        raise QgsProcessingException(tr('LAYERS must be a JSON object such as {"stops": "stops.gpkg"}.'))
    return document, folder


def _bound(role: str, value, folder: Optional[Path]) -> Bound:
    members = {"source": value} if isinstance(value, str) else value
    if not isinstance(members, dict) or not isinstance(members.get("source"), str) or not members["source"].strip():
        raise QgsProcessingException(tr("LAYERS: {role} must have a source, written as text.").format(role=role))
    unknown = sorted(set(members) - set(_MEMBERS))
    if unknown:
        raise QgsProcessingException(
            tr("LAYERS: {role} has members that mean nothing: {members}. Those that do: {known}.").format(
                role=role, members=", ".join(unknown), known=", ".join(_MEMBERS)
            )
        )
    fields = members.get("fields") or {}
    words = [members.get(name) or "" for name in ("provider", "date", "filter")]
    texts = all(isinstance(word, str) for word in (*words, *fields, *getattr(fields, "values", list)()))
    if not isinstance(fields, dict) or not texts:
        raise QgsProcessingException(
            tr("LAYERS: {role}: provider, date and filter are texts, fields an object of texts.").format(role=role)
        )
    provider, day, chosen = words
    if day and not _is_day(day):
        raise QgsProcessingException(
            tr("LAYERS: {role}: date must be a day written as 2026-03-04, not {text}.").format(role=role, text=day)
        )
    return Bound(role, _resolved(members["source"].strip(), folder), provider, day, chosen, MappingProxyType(fields))


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _resolved(source: str, folder: Optional[Path]) -> str:
    """A relative path from the file's folder, where there is such a file or folder."""
    path, bar, rest = source.partition("|")
    if folder is None or source.startswith(_OF_WORKSPACE) or not (folder / path).exists():
        return source
    return f"{folder / path}{bar}{rest}"


def open_bound(bound: Bound, workspace, context) -> QgsVectorLayer:
    """The layer itself, of features or rows. Raises QgsProcessingException with a sentence where it cannot be opened."""
    layer = _opened(bound, workspace, context)
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
        raise _not_opened(bound)
    return layer


def _opened(bound: Bound, workspace, context) -> Optional[QgsMapLayer]:
    table = table_of(bound)
    if table:
        if table not in workspace.tables:
            raise QgsProcessingException(
                tr("The workspace has no table {table}, which LAYERS names for {role}.").format(
                    table=table, role=bound.role
                )
            )
        return open_layer(workspace.layer_source(table), table)
    if bound.provider:
        return QgsVectorLayer(bound.source, bound.role, bound.provider, QgsVectorLayer.LayerOptions(True))
    found = QgsProcessingUtils.mapLayerFromString(bound.source, context)
    if not isinstance(found, QgsVectorLayer) or found.id() not in QgsProject.instance().mapLayers():
        return found
    return _own(found)


def _own(layer: QgsVectorLayer) -> QgsVectorLayer:
    """A layer of the project opened anew: the project's own belongs to another thread."""
    if layer.providerType() == "memory":
        return layer.clone()
    own = QgsVectorLayer(layer.source(), layer.name(), layer.providerType(), QgsVectorLayer.LayerOptions(True))
    own.setSubsetString(layer.subsetString())
    return own


def open_raster(bound: Bound, context) -> tuple[gdal.Dataset, QgsCoordinateReferenceSystem]:
    """The raster as GDAL opens it, and its reference system. Raises QgsProcessingException.

    QGIS itself would write a file of statistics beside it.
    """
    source, crs = bound.source, None
    if not Path(source).is_file() and bound.provider != "gdal":
        layer = QgsProcessingUtils.mapLayerFromString(source, context)
        if not isinstance(layer, QgsRasterLayer):
            raise _not_opened(bound)
        source, crs = layer.source(), layer.crs()
    dataset = or_none(gdal.Open, source)
    if dataset is None or not dataset.RasterCount:
        raise _not_opened(bound)
    return dataset, crs or QgsCoordinateReferenceSystem.fromWkt(dataset.GetProjection())


def _not_opened(bound: Bound) -> QgsProcessingException:
    text = tr("The layer for {role} cannot be opened: {source}.")
    return QgsProcessingException(text.format(role=bound.role, source=shown_name(bound)))


def shown_name(bound: Bound) -> str:
    """What a reader knows the layer by: its table and file, without the folders that lead there."""
    path, _, rest = bound.source.partition("|")
    table = next((part[len("layername=") :] for part in rest.split("|") if part.startswith("layername=")), "")
    if table_of(bound):
        return tr("{table} (workspace)").format(table=table_of(bound))
    if bound.provider not in ("", "ogr", "gdal"):
        return bound.role  # an address can hold a password
    file = Path(path).name if Path(path).suffix else bound.role
    return f"{table} ({file})" if table else file


def table_of(bound: Bound) -> str:
    """The table of the workspace that is bound; blank where it is a layer from elsewhere."""
    return bound.source[len(_OF_WORKSPACE) :] if bound.source.startswith(_OF_WORKSPACE) else ""


def data_date(bound: Bound, layer: Optional[QgsMapLayer], workspace) -> str:
    """The day of a layer's data (ISO): as given, as the workspace's sources tell, or when its GeoPackage table was last changed.

    Blank where nobody knows: the time of a file says when it was copied, not how old its data are.
    """
    if bound.date:
        return bound.date
    table = table_of(bound)
    if table:
        return _of_sources(table, workspace)
    path, _, rest = (layer.source() if layer is not None else bound.source).partition("|")
    if path.lower().endswith(".gpkg") and Path(path).is_file():
        name = next((part[len("layername=") :] for part in rest.split("|") if part.startswith("layername=")), "")
        return _last_change(Path(path), name)
    return ""


def _of_sources(table: str, workspace) -> str:
    """The oldest of the newest data of every source that fed the table."""
    rows = workspace.read("sources")
    rows = rows[(rows["fed"] == table) & rows["data_date"].notna()]
    if rows.empty:
        return ""
    newest = rows.fillna({"part": ""}).groupby(["name", "part"])["data_date"].max()
    return str(newest.min())[:10]


def _last_change(path: Path, name: str) -> str:
    try:
        with closing(sqlite3.connect(path.absolute().as_uri() + "?mode=ro", uri=True)) as file:
            found = file.execute("SELECT table_name, last_change FROM gpkg_contents").fetchall()
    except (sqlite3.Error, UnicodeDecodeError):
        return ""
    days = [str(changed)[:10] for table, changed in found if changed and (table == name or not name)]
    return min(days, default="")
