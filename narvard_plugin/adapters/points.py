"""Point layers as arrays: ids as text, coordinates in the measuring system, wanted columns, and what was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingException,
    QgsWkbTypes,
)

from ..i18n import tr
from .crs import transform_xy
from .tables import UNCHECKED, Cancelled

SHOWN = 20  # ids listed in a message; the rest are counted


class PointTable(NamedTuple):
    """``n`` points: feature ids ``fids`` (n), ``ids`` (n text), ``xy`` (n, 2), ``columns`` {name: n values, NULL as None};
    ``skipped`` [(id, reason)] of features without a usable point."""

    fids: np.ndarray
    ids: np.ndarray
    xy: np.ndarray
    columns: dict[str, list]
    skipped: list[tuple[str, str]]

    def __bool__(self) -> bool:
        return len(self.fids) > 0

    def take(self, rows) -> PointTable:
        columns = {name: [values[i] for i in rows] for name, values in self.columns.items()}
        return PointTable(self.fids[rows], self.ids[rows], self.xy[rows], columns, self.skipped)


def read_points(
    source, layer: str, id_field: str, names: Sequence[str], crs: QgsCoordinateReferenceSystem | None, feedback
) -> PointTable:
    """Read ``source`` with its coordinates moved to ``crs`` (None = left as they are).

    ``layer`` is the parameter's name, for messages. Ids come from ``id_field``, or are the feature ids where it is empty;
    a missing or repeated id stops the tool.
    """
    if not source.sourceCrs().isValid():
        raise QgsProcessingException(
            tr("The layer in {layer} has no coordinate reference system. Set it in the layer's properties, and run again.")
            .format(layer=layer)
        )  # fmt: skip
    wanted = [*names, *([id_field] if id_field else [])]
    indexes = [source.fields().indexFromName(name) for name in wanted]
    request = QgsFeatureRequest()
    request.setSubsetOfAttributes(indexes)
    fids, points, rows, skipped = [], [], [], []
    for feature in source.getFeatures(request, UNCHECKED):
        if feedback.isCanceled():
            raise Cancelled
        point, reason = _single_point(feature.geometry())
        attributes = feature.attributes()
        values = [None if attributes[i] == NULL else attributes[i] for i in indexes]
        if reason:
            skipped.append((str(values[-1]) if id_field else str(feature.id()), reason))
            continue
        fids.append(feature.id())
        points.append(point)
        rows.append(values)
    columns = dict(zip(wanted, (list(column) for column in zip(*rows)))) if rows else {name: [] for name in wanted}
    ids = columns[id_field] if id_field else fids
    if id_field:
        _refuse_bad_ids(ids, fids, layer, id_field)
    xy = np.array(points, float).reshape(-1, 2)
    if crs is not None:
        xy = transform_xy(xy, source.sourceCrs(), crs)
    return PointTable(np.array(fids, np.int64), np.array([_text(i) for i in ids], object), xy, columns, skipped)


def _text(value) -> str:
    """An id as text: the whole number 3.0 is "3", so that ids join whatever type their column has."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _single_point(geometry: QgsGeometry):
    if geometry.isNull() or geometry.isEmpty():
        return None, tr("no geometry")
    if QgsWkbTypes.isMultiType(geometry.wkbType()):
        points = geometry.asMultiPoint()
        if len(points) != 1:
            return None, tr("several points in one feature")
        point = points[0]
    else:
        point = geometry.asPoint()
    if not np.isfinite([point.x(), point.y()]).all():
        return None, tr("coordinates that are not numbers")
    return (point.x(), point.y()), ""


def _refuse_bad_ids(ids: list, fids: list, layer: str, field: str) -> None:
    missing = [str(fid) for value, fid in zip(ids, fids) if value is None or value == ""]
    if missing:
        raise QgsProcessingException(
            tr("{n} features in {layer} have no value in the id field {field}: feature {list}. Give each its own id.")
            .format(n=len(missing), layer=layer, field=field, list=listed(missing))
        )  # fmt: skip
    repeated = [value for value, times in Counter(map(_text, ids)).items() if times > 1]
    if repeated:
        raise QgsProcessingException(
            tr("{n} ids occur more than once in the field {field} of {layer}: {list}. Ids must be unique.")
            .format(n=len(repeated), layer=layer, field=field, list=listed(repeated))
        )  # fmt: skip


def people_of(points: PointTable, field: str, layer: str) -> np.ndarray:
    """People at each point (n): the numbers of ``field``, or one per point where it is empty.

    A missing, negative or unreadable number stops the tool: every sum depends on it.
    """
    if not field:
        return np.ones(len(points.fids))
    people = np.array([np.nan if value is None else _number(value) for value in points.columns[field]], float)
    bad = [str(points.ids[i]) for i in np.flatnonzero(~(people >= 0) | np.isinf(people))]
    if bad:
        raise QgsProcessingException(
            tr("{n} features in {layer} have a missing or negative value in {field}: {list}. Every sum depends on it; correct them first.")
            .format(n=len(bad), layer=layer, field=field, list=listed(bad))
        )  # fmt: skip
    return people


def _number(value) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return np.nan


def listed(ids: Sequence[str]) -> str:
    """The first ids as text, and how many more there are."""
    shown = ", ".join(map(str, ids[:SHOWN]))
    return shown if len(ids) <= SHOWN else tr("{shown} … and {n} more").format(shown=shown, n=len(ids) - SHOWN)
