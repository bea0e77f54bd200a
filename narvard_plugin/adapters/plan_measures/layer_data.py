"""Layers in memory, ready for many questions: features in SWEREF 99 TM with their boxes and attributes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Optional

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsExpression,
    QgsExpressionContext,
    QgsFeature,
    QgsFields,
    QgsGeometry,
    QgsProcessingException,
    QgsVectorLayer,
)

from ...core.access.services import standing_in
from ...i18n import tr
from ..fields import new_field
from ..plan_layers import Bound, shown_name
from ..reading import Cancelled, as_text, values_at
from ..tables import amounts
from .shapes import flat

SWEREF99TM = QgsCoordinateReferenceSystem("EPSG:3006")
#: Fields in which a thing's name is looked for, to be named in findings.
_NAME_FIELDS = ("name", "namn", "beteckning", "designation", "facility_id", "id")
#: What a filter may call; everything else that QGIS knows could read files or settings.
_FUNCTIONS = {"lower", "upper", "coalesce"}
#: Values that are kept once however often they come, and how many of a column: beyond that, most are each their own.
_SHARED, _MOST_SHARED = frozenset((str, int, float)), 10_000


@dataclass(eq=False)
class LayerData:
    """``n`` features of a role: ``shapes`` (None = no usable place), ``boxes`` (n, 4: west, south, east, north; NaN without a
    place), ``columns`` {name: n values, NULL as None}, by the checklist's names and the layer's own.

    ``without_place`` counts features that lie nowhere; ``whole`` is how many features the layer had before the filter.
    """

    role: str
    name: str
    date: str
    shapes: list[Optional[QgsGeometry]]
    columns: Mapping[str, list]
    sha256: str
    whole: int
    boxes: Optional[np.ndarray] = None
    kept: dict = field(default_factory=dict)

    def __post_init__(self):
        if self.boxes is None:
            nowhere = (np.nan,) * 4
            boxes = [nowhere if shape is None else _box(shape) for shape in self.shapes]
            self.boxes = np.array(boxes, float).reshape(-1, 4)

    def __len__(self) -> int:
        return len(self.shapes)

    @cached_property
    def placed(self) -> np.ndarray:
        """Rows of the features that have a place."""
        return np.flatnonzero(~np.isnan(self.boxes[:, 0]))

    @property
    def without_place(self) -> int:
        return len(self) - len(self.placed)

    def column(self, name: str) -> list:
        """Values (n) of a field. Raises QgsProcessingException where the layer has no such field."""
        if name not in self.columns:
            raise QgsProcessingException(
                tr("The layer for {role} has no field {field}. Its fields are: {fields}.").format(
                    role=self.role, field=name, fields=", ".join(self.columns)
                )
            )
        return self.columns[name]

    def label(self, row: int) -> str:
        """What a feature is called: its name, else its number in the layer."""
        for name in _NAME_FIELDS:
            value = self.columns[name][row] if name in self.columns else None
            if value is not None and as_text(value):
                return as_text(value)
        return f"{self.role} {row + 1}"

    def filtered(self, text: str) -> LayerData:
        """The features that the filter keeps; made once."""
        if not text:
            return self
        if ("filter", text) not in self.kept:
            self.kept["filter", text] = self.take(_kept(self, text))
        return self.kept["filter", text]

    def take(self, rows: Sequence[int]) -> LayerData:
        rows = [int(row) for row in rows]
        shapes = [self.shapes[row] for row in rows]
        boxes = self.boxes[rows].reshape(-1, 4)
        return LayerData(
            self.role, self.name, self.date, shapes, _Picked(self.columns, rows), self.sha256, self.whole, boxes
        )

    def nearest(self, geometry: QgsGeometry) -> tuple[float, int]:
        """Metres to the nearest feature, and its row; (inf, −1) where there is none. Equal ones: the first row."""
        if not len(self.placed):
            return np.inf, -1
        least = _apart(self.boxes, _box(geometry))
        engine = QgsGeometry.createGeometryEngine(geometry.constGet())
        engine.prepareGeometry()
        found = int(np.nanargmin(least))
        best = engine.distance(self.shapes[found].constGet())
        near = np.flatnonzero(least <= best)  # without those that have no place
        for row in near[np.argsort(least[near], kind="stable")].tolist():
            if least[row] > best:
                break
            distance = engine.distance(self.shapes[row].constGet())
            if distance < best or (distance == best and row < found):
                best, found = distance, row
        return best, found

    def meeting(self, geometry: QgsGeometry) -> list[int]:
        """Rows of the features that the geometry meets, if only at an edge."""
        near = np.flatnonzero(_apart(self.boxes, _box(geometry)) == 0)
        engine = QgsGeometry.createGeometryEngine(geometry.constGet())
        engine.prepareGeometry()
        return [row for row in near.tolist() if engine.intersects(self.shapes[row].constGet())]


class _Picked(Mapping):
    """Some rows of columns, each column picked when somebody asks for it: few are, of the many that a layer can have."""

    def __init__(self, columns: Mapping[str, list], rows: list[int]):
        self._columns, self._rows, self._picked = columns, rows, {}

    def __getitem__(self, name: str) -> list:
        if name not in self._picked:
            values = self._columns[name]
            self._picked[name] = [values[row] for row in self._rows]
        return self._picked[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)


def in_use(data: LayerData, today: str) -> LayerData:
    """The features that are in use in the year of ``today`` (ISO), of a layer of facilities with ``opened`` and ``closed``.

    A centre that is closed, or not open yet, is nowhere to go. Other layers are left as they are.
    """
    if not {"facility_id", "opened", "closed"} <= set(data.columns):
        return data
    year = int(today[:4])
    if ("in_use", year) not in data.kept:
        opened, closed = (amounts(data.columns[name]) for name in ("opened", "closed"))
        rows = np.flatnonzero(standing_in(opened, closed, year))
        data.kept["in_use", year] = data if len(rows) == len(data) else data.take(rows.tolist())
    return data.kept["in_use", year]


def read_layer(layer: QgsVectorLayer, bound: Bound, day: str, transforms, feedback, *, placed: bool) -> LayerData:
    """All features of a layer, the binding's filter applied; a table (``placed`` False) needs no reference system.

    Raises QgsProcessingException where the layer has no reference system, or a field that the binding names is missing.
    """
    if placed and not layer.crs().isValid():
        raise QgsProcessingException(
            tr("The layer for {role} has no coordinate reference system. Set it in the layer's properties.").format(
                role=bound.role
            )
        )
    fields = [one.name() for one in layer.fields()]
    missing = sorted(set(bound.fields.values()) - set(fields))
    if missing:
        raise QgsProcessingException(
            tr("The layer for {role} has no field {field}. Its fields are: {fields}.").format(
                role=bound.role, field=", ".join(missing), fields=", ".join(fields)
            )
        )
    move = QgsCoordinateTransform(layer.crs(), SWEREF99TM, transforms) if placed else None
    shapes, digest = [], hashlib.sha256()
    read, seen = [[] for _ in fields], [{} for _ in fields]
    for feature in layer.getFeatures():
        if feedback.isCanceled():
            raise Cancelled
        texts = []
        for column, known, value in zip(read, seen, values_at(feature, range(len(fields)))):
            value, text = _kept_once(value, known)
            column.append(value)
            texts.append(text)
        shape = _moved(feature.geometry(), move) if placed else None
        digest.update(repr(texts).encode())
        digest.update(b"" if shape is None else bytes(shape.asWkb().data()))
        shapes.append(shape)
    columns = dict(zip(fields, read))
    columns.update({asked: columns[own] for asked, own in bound.fields.items()})
    digest.update(repr((bound.filter, sorted(bound.fields.items()))).encode())
    data = LayerData(bound.role, shown_name(bound), day, shapes, columns, digest.hexdigest(), len(shapes))
    return data.filtered(bound.filter)


def _kept_once(value, known: dict) -> tuple:
    """The value and its text; of equal values of a column always the first, which is ``known`` from then on."""
    if value.__class__ not in _SHARED or value != value:  # of NaN none is like another
        return value, as_text(value)
    found = known.get(value)
    if found is None:
        found = value, as_text(value)
        if len(known) < _MOST_SHARED:
            known[value] = found
    return found


def _moved(geometry: QgsGeometry, move: QgsCoordinateTransform) -> Optional[QgsGeometry]:
    shape = flat(geometry)
    if shape is None or move.isShortCircuited():
        return shape
    try:
        shape.transform(move)
    except QgsCsException:
        return None
    return flat(shape)


def _box(geometry: QgsGeometry) -> tuple[float, float, float, float]:
    box = geometry.boundingBox()
    return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()


def _apart(boxes: np.ndarray, box: Sequence[float]) -> np.ndarray:
    """Metres (n) between each box and another: never more than between what they hold."""
    west, south, east, north = boxes.T
    across = np.maximum(np.maximum(west - box[2], box[0] - east), 0)
    up = np.maximum(np.maximum(south - box[3], box[1] - north), 0)
    return np.hypot(across, up)


def _kept(data: LayerData, text: str) -> list[int]:
    """Rows that a filter keeps. It may name fields, and call nothing that reads anything else."""
    expression = QgsExpression(text)
    if expression.hasParserError():
        raise QgsProcessingException(
            tr("The filter {filter} of {role} cannot be read: {detail}").format(
                filter=text, role=data.role, detail=expression.parserErrorString().strip()
            )
        )
    called = expression.referencedFunctions() - _FUNCTIONS
    if called or expression.referencedVariables():
        raise QgsProcessingException(
            tr("The filter {filter} of {role} may only compare fields with values.").format(filter=text, role=data.role)
        )
    names = sorted(expression.referencedColumns())
    values = [data.column(name) for name in names]
    fields = QgsFields()
    for name, column in zip(names, values):
        numeric = all(value is None or isinstance(value, (int, float)) for value in column)
        fields.append(new_field(name, "real" if numeric else "text"))
    context = QgsExpressionContext()
    context.setFields(fields)
    expression.prepare(context)
    kept = []
    for row in range(len(data)):
        feature = QgsFeature(fields)
        feature.setAttributes([column[row] for column in values])
        context.setFeature(feature)
        if expression.evaluate(context) in (True, 1):
            kept.append(row)
        if expression.hasEvalError():
            raise QgsProcessingException(
                tr("The filter {filter} of {role} cannot be read: {detail}").format(
                    filter=text, role=data.role, detail=expression.evalErrorString().strip()
                )
            )
    return kept
