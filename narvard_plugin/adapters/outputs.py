"""The outputs of one run: opened when everything is computed, written whole, or removed again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from osgeo import ogr
from qgis.core import (
    QgsDataSourceUri,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsProcessingException,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..i18n import tr
from .fields import new_field
from .tables import Cancelled

NO_GEOMETRY = QgsWkbTypes.Type.NoGeometry


class Column(NamedTuple):
    """A field that a tool adds: its ``name``, ``kind`` (see ``fields.new_field``) and the ``alias`` that users see."""

    name: str
    kind: str
    alias: str = ""


def fields_of(columns: Iterable[Column]) -> QgsFields:
    fields = QgsFields()
    for column in columns:
        fields.append(new_field(*column))
    return fields


def extended(source_fields: QgsFields, columns: Iterable[Column]) -> QgsFields:
    """The fields of a copied layer with ``columns`` added; a column ``fid`` is left out, a GeoPackage makes its own."""
    fields = QgsFields()
    for field in source_fields:
        if field.name().lower() != "fid":
            fields.append(field)
    for column in columns:
        fields.append(new_field(*column))
    return fields


def copied_attributes(feature: QgsFeature, source_fields: QgsFields) -> list:
    """The attributes of ``feature`` that ``extended`` keeps."""
    return [value for value, field in zip(feature.attributes(), source_fields) if field.name().lower() != "fid"]


def name_clashes(source_fields: QgsFields, columns: Iterable[Column]) -> list[str]:
    """Names of ``columns`` that the layer already has; files compare names without case."""
    taken = {field.name().lower() for field in source_fields}
    return [column.name for column in columns if column.name.lower() in taken]


class Outputs:
    """A context manager over the sinks of one run.

    Leaving it with an error, or with Cancel, removes every file and table that this run made.
    """

    def __init__(self, algorithm, parameters, context, feedback):
        self._algorithm, self._parameters = algorithm, parameters
        self._context, self._feedback = context, feedback
        self._made: list[_Made] = []
        self.results: dict[str, str] = {}

    def __enter__(self) -> Outputs:
        return self

    def __exit__(self, kind, error, traceback):
        for made in self._made:
            made.sink = None  # closes the file
        if kind is not None:
            for made in self._made:
                made.remove()
            return
        for made in self._made:
            self._check_fields(made)

    def write(
        self, name: str, fields: QgsFields, wkb_type, crs, rows: Iterable[tuple[object, Sequence]], count: int = 0
    ) -> bool:
        """Write ``rows`` of (geometry or None, attributes) to the sink of parameter ``name``; False where it is not asked for.

        ``count`` rows are expected, for the progress.
        """
        if self._parameters.get(name) is None:
            return False
        algorithm, context, feedback = self._algorithm, self._context, self._feedback
        made = _Made(self._parameters[name], context)
        # Held only by ``made``: a frame of a traceback that held the sink too would keep the file open.
        made.sink, made.layer_id = algorithm.parameterAsSink(self._parameters, name, context, fields, wkb_type, crs)
        if made.sink is None:
            if algorithm.parameterDefinition(name).flags() & algorithm.parameterDefinition(name).Flag.FlagOptional:
                return False
            raise QgsProcessingException(algorithm.invalidSinkError(self._parameters, name))
        made.fields = fields
        self._made.append(made)
        for number, (geometry, attributes) in enumerate(rows):
            if feedback.isCanceled():
                raise Cancelled
            feature = QgsFeature(fields)
            if geometry is not None:
                feature.setGeometry(geometry)
            feature.setAttributes(list(attributes))
            if not made.sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                raise QgsProcessingException(algorithm.writeFeatureError(made.sink, self._parameters, name))
            if count and number % 1000 == 0:
                feedback.setProgress(100 * number / count)
        if not made.sink.flushBuffer():
            raise QgsProcessingException(algorithm.writeFeatureError(made.sink, self._parameters, name))
        self.results[name] = made.layer_id
        return True

    def _check_fields(self, made: _Made) -> None:
        """A sink may drop a field without a word; that must not pass."""
        layer = self._context.getMapLayer(made.layer_id) or QgsVectorLayer(made.layer_id, "", "ogr")
        if not layer.isValid():
            raise QgsProcessingException(
                tr("The result {path} cannot be opened after writing.").format(path=made.layer_id)
            )
        kept = [field.name() for field in layer.fields()]
        lost = [field.name() for field in made.fields if field.name() not in kept]
        if lost:
            made.remove()
            raise QgsProcessingException(
                tr("The result's format cannot hold the fields {names}, so nothing was kept. Choose GeoPackage as output format.")
                .format(names=", ".join(lost))
            )  # fmt: skip


class _Made:
    """One destination, and how to take it away again."""

    def __init__(self, value, context):
        sink = getattr(value, "sink", value)  # QgsProcessingOutputLayerDefinition, or a text
        text = sink.staticValue() if hasattr(sink, "staticValue") else sink
        text = str(text or "")
        uri = QgsDataSourceUri(text[4:]) if text.startswith("ogr:") else None  # a table in a container
        self._path = Path(uri.database() if uri else text.split("|")[0])
        self._table = uri.table() if uri else None
        self._existed = self._path.is_file()
        self.sink = self.layer_id = self.fields = None

    def remove(self) -> None:
        if self._table and self._existed:
            container = ogr.Open(str(self._path), update=1)
            for number in range(container.GetLayerCount() - 1, -1, -1):
                if container.GetLayerByIndex(number).GetName() == self._table:
                    container.DeleteLayer(number)
            return
        path = Path(str(self.layer_id or "").split("|")[0])
        for file in {path, self._path}:
            if file.suffix and file.is_file():
                if file.suffix.lower() == ".shp":
                    QgsVectorFileWriter.deleteShapeFile(str(file))
                else:
                    file.unlink()
