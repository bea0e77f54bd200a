"""Point layers as arrays: ids as text, coordinates in the measuring system, wanted columns, and what was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingException,
    QgsWkbTypes,
)

from ..i18n import tr
from .crs import transform_xy
from .reading import UNCHECKED, Cancelled, as_text, field_indexes, listed, values_at
from .tables import amount, required_amounts


class Skipped(NamedTuple):
    """A feature without a usable point: its ``id``, the ``reason``, and its values {name: value}."""

    id: str
    reason: str
    values: dict


class PointTable(NamedTuple):
    """``n`` points: feature ids ``fids`` (n), ``ids`` (n text), ``xy`` (n, 2), ``columns`` {name: n values, NULL as None};
    and the features that were ``skipped``."""

    fids: np.ndarray
    ids: np.ndarray
    xy: np.ndarray
    columns: dict[str, list]
    skipped: list[Skipped]

    def __bool__(self) -> bool:
        return len(self.fids) > 0

    def take(self, rows) -> PointTable:
        columns = {name: [values[i] for i in rows] for name, values in self.columns.items()}
        return PointTable(self.fids[rows], self.ids[rows], self.xy[rows], columns, self.skipped)


def single_point(geometry: QgsGeometry):
    """The coordinates (x, y) of a single point, and ""; else None and the reason."""
    if geometry.isNull() or geometry.isEmpty():
        return None, tr("no geometry")
    if QgsWkbTypes.geometryType(geometry.wkbType()) != QgsWkbTypes.GeometryType.PointGeometry:
        return None, tr("not a point")
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


def read_points(
    source, layer: str, id_field: str, names: Sequence[str], feedback, place: Callable = single_point
) -> PointTable:
    """Read ``source``, coordinates as they are; ``place`` tells that of a geometry as ``single_point`` does.

    ``layer`` is the parameter's name, for messages. Ids come from ``id_field``, or are the feature ids where it is empty;
    a missing or repeated id stops the tool, also on a feature without a point.
    """
    if not source.sourceCrs().isValid():
        raise QgsProcessingException(
            tr("The layer in {layer} has no coordinate reference system. Set it in the layer's properties, and run again.")
            .format(layer=layer)
        )  # fmt: skip
    wanted = list(dict.fromkeys([*names, *([id_field] if id_field else [])]))
    indexes = field_indexes(source, layer, wanted)
    request = QgsFeatureRequest()
    request.setSubsetOfAttributes(indexes)
    fids, ids, points, rows, skipped, every_id = [], [], [], [], [], []
    for feature in source.getFeatures(request, UNCHECKED):
        if feedback.isCanceled():
            raise Cancelled
        point, reason = place(feature.geometry())
        values = values_at(feature, indexes)
        own = values[wanted.index(id_field)] if id_field else feature.id()
        every_id.append((feature.id(), own))
        if reason:
            skipped.append(Skipped(as_text(own), reason, dict(zip(wanted, values))))
            continue
        fids.append(feature.id())
        ids.append(as_text(own))
        points.append(point)
        rows.append(values)
    if id_field:
        _refuse_bad_ids(every_id, layer, id_field)
    columns = dict(zip(wanted, (list(column) for column in zip(*rows)))) if rows else {name: [] for name in wanted}
    xy = np.array(points, float).reshape(-1, 2)
    return PointTable(np.array(fids, np.int64), np.array(ids, object), xy, columns, skipped)


def move_points(
    points: PointTable,
    source: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
    transforms: QgsCoordinateTransformContext,
) -> PointTable:
    """The points in the system ``target``; those that cannot be moved there are skipped."""
    xy = transform_xy(points.xy, source, target, transforms)
    good = np.isfinite(xy).all(1)
    lost = [
        Skipped(points.ids[i], tr("coordinates outside its system"), {k: v[i] for k, v in points.columns.items()})
        for i in np.flatnonzero(~good)
    ]
    kept = points.take(np.flatnonzero(good))
    return kept._replace(xy=xy[good], skipped=[*points.skipped, *lost])


def _refuse_bad_ids(ids: list[tuple[int, object]], layer: str, field: str) -> None:
    missing = [fid for fid, value in ids if value is None or not as_text(value)]
    if missing:
        raise QgsProcessingException(
            tr("{n} features in {layer} have no value in the id field {field}: feature {list}. Give each its own id.")
            .format(n=len(missing), layer=layer, field=field, list=listed(missing))
        )  # fmt: skip
    repeated = [value for value, times in Counter(as_text(value) for _, value in ids).items() if times > 1]
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
    return required_amounts(points.columns[field], points.ids, field, layer)


def people_skipped(points: PointTable, field: str) -> float:
    """How many people the skipped features stand for, as far as their numbers can be read."""
    counts = [amount(skipped.values[field]) if field else 1.0 for skipped in points.skipped]
    return float(sum(count for count in counts if count > 0))
