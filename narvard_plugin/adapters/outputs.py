"""The outputs of one run: opened when everything is computed, written whole, or removed again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from qgis.core import (
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsProcessingException,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..i18n import tr
from .destination import Destination
from .fields import new_field
from .reading import Cancelled

NO_GEOMETRY = QgsWkbTypes.Type.NoGeometry


class Column(NamedTuple):
    """A field that a tool adds: its ``name``, ``kind`` (see ``fields.new_field``) and the ``alias`` that users see."""

    name: str
    kind: str
    alias: str = ""


def fields_of(columns: Iterable[Column]) -> QgsFields:
    return _with(QgsFields(), columns)


def extended(source_fields: QgsFields, columns: Iterable[Column]) -> QgsFields:
    """The fields of a copied layer with ``columns`` added; a column ``fid`` is left out, a GeoPackage makes its own."""
    fields = QgsFields()
    for field in source_fields:
        if field.name().lower() != "fid":
            fields.append(field)
    return _with(fields, columns)


def _with(fields: QgsFields, columns: Iterable[Column]) -> QgsFields:
    for column in columns:
        if not fields.append(new_field(*column)):  # QGIS only says no
            raise QgsProcessingException(tr("The result would have two fields called {name}.").format(name=column.name))
    return fields


def without_aliases(fields: QgsFields) -> QgsFields:
    plain = QgsFields()
    for field in fields:
        copy = QgsField(field)
        copy.setAlias("")
        plain.append(copy)
    return plain


def copied_attributes(feature: QgsFeature, source_fields: QgsFields) -> list:
    """The attributes of ``feature`` that ``extended`` keeps."""
    return [value for value, field in zip(feature.attributes(), source_fields) if field.name().lower() != "fid"]


def name_clashes(source_fields: QgsFields, columns: Iterable[Column]) -> list[str]:
    """Names of ``columns`` that the layer already has; files compare names without case."""
    taken = {field.name().lower() for field in source_fields}
    return [column.name for column in columns if column.name.lower() in taken]


def numbers(values) -> list:
    """Numbers for a layer; what is infinite or not a number is NULL."""
    return [float(value) if np.isfinite(value) else None for value in values]


class Outputs:
    """A context manager over the sinks of one run.

    Leaving it with an error, or with Cancel, takes away every file and table that this run made, and puts back what stood
    in their place before.
    """

    def __init__(self, algorithm, parameters, context, feedback):
        self._algorithm, self._parameters = algorithm, parameters
        self._context, self._feedback = context, feedback
        self._made: list[Destination] = []
        self._fields: list[QgsFields] = []
        self.results: dict[str, str] = {}

    def __enter__(self) -> Outputs:
        return self

    def __exit__(self, kind, error, traceback):
        for made in self._made:
            made.sink = None  # closes the file
        lost = [] if kind is not None else self._lost_fields()
        for made in self._made:
            made.take_back() if kind is not None or lost else made.keep()
        if lost:
            raise QgsProcessingException(
                tr("The result's format cannot hold the fields {names}, so nothing was kept. Choose GeoPackage as output format.")
                .format(names=", ".join(lost))
            )  # fmt: skip

    def write(
        self, name: str, fields: QgsFields, wkb_type, crs, rows: Iterable[tuple[object, Sequence]], count: int = 0
    ) -> bool:
        """Write ``rows`` of (geometry or None, attributes) to the sink of parameter ``name``; False where it is not asked for.

        ``count`` rows are expected, for the progress.
        """
        if self._parameters.get(name) is None:
            return False
        algorithm, context, feedback = self._algorithm, self._context, self._feedback
        made = Destination(self._parameters[name])
        for definition in algorithm.parameterDefinitions():
            if made.is_read_by(definition, self._parameters, context):
                raise QgsProcessingException(
                    tr("{output} would overwrite {input}, which is being read. Choose another file or table.").format(
                        output=name, input=definition.name()
                    )
                )
        if any(made.is_that_of(earlier) for earlier in self._made):
            raise QgsProcessingException(
                tr("Two outputs would be written to the same place ({output}). Choose another file or table.").format(
                    output=name
                )
            )
        made.set_aside()
        self._made.append(made)
        self._fields.append(fields)
        if made.is_scratch:  # QGIS 3.40 would warn of every alias, and ours would drown
            fields = without_aliases(fields)
        # Held only by ``made``: a frame of a traceback that held the sink too would keep the file open.
        made.sink, made.layer_id = algorithm.parameterAsSink(self._parameters, name, context, fields, wkb_type, crs)
        if made.sink is None:
            raise QgsProcessingException(algorithm.invalidSinkError(self._parameters, name))
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

    def _lost_fields(self) -> list[str]:
        """Fields that a sink dropped without a word."""
        lost = []
        for made, fields in zip(self._made, self._fields):
            layer = self._context.getMapLayer(made.layer_id) or QgsVectorLayer(made.layer_id, "", "ogr")
            kept = [field.name() for field in layer.fields()]
            lost += [field.name() for field in fields if field.name() not in kept]
        return lost
