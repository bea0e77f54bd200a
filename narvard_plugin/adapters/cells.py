"""Cells of a population grid as points: the points themselves, or the middles of squares and other polygons."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from qgis.core import QgsFeatureRequest, QgsGeometry, QgsProcessingException, QgsWkbTypes

from ..i18n import tr
from .points import PointTable, Skipped
from .reading import UNCHECKED, Cancelled, as_text, field_indexes, listed, values_at
from .tables import refuse_repeated


def read_cells(source, layer: str, id_field: str, names: Sequence[str], feedback) -> PointTable:
    """Every point or polygon of ``source`` with the fields ``names``, coordinates as they are.

    Its id is that of ``id_field``, or its feature id where that is empty; a missing or repeated id stops the tool.
    ``layer`` is the parameter's name, for messages.
    """
    wanted = list(dict.fromkeys([*names, *([id_field] if id_field else [])]))
    indexes = field_indexes(source, layer, wanted)
    request = QgsFeatureRequest().setSubsetOfAttributes(indexes)
    fids, ids, xy, rows, skipped = [], [], [], [], []
    for feature in source.getFeatures(request, UNCHECKED):
        if feedback.isCanceled():
            raise Cancelled
        values = values_at(feature, indexes)
        own = values[wanted.index(id_field)] if id_field else feature.id()
        middle, reason = _middle(feature.geometry())
        if reason:
            skipped.append(Skipped("" if own is None else as_text(own), reason, dict(zip(wanted, values))))
            continue
        fids.append(feature.id())
        ids.append(own)
        xy.append(middle)
        rows.append(values)
    bare = [fid for fid, own in zip(fids, ids) if own is None or not as_text(own)]
    if bare:
        raise QgsProcessingException(
            tr("{n} features in {layer} have no id in {field}: features {list}. Give each one an id.")
            .format(n=len(bare), layer=layer, field=id_field, list=listed(bare))
        )  # fmt: skip
    ids = [as_text(own) for own in ids]
    refuse_repeated(ids, layer, id_field)
    columns = dict(zip(wanted, map(list, zip(*rows)))) if rows else {name: [] for name in wanted}
    places = np.array(xy, float).reshape(-1, 2)
    return PointTable(np.array(fids, np.int64), np.array(ids, object), places, columns, skipped)


def _middle(geometry: QgsGeometry):
    """The point of a point, or the centroid of a polygon; else None and the reason."""
    if geometry.isNull() or geometry.isEmpty():
        return None, tr("no geometry")
    kind = QgsWkbTypes.geometryType(geometry.wkbType())
    if kind == QgsWkbTypes.GeometryType.LineGeometry:
        return None, tr("neither point nor polygon")
    if kind == QgsWkbTypes.GeometryType.PointGeometry and geometry.constGet().partCount() != 1:
        return None, tr("several points in one feature")
    centroid = geometry.centroid()
    if centroid.isNull():
        return None, tr("no geometry")
    point = centroid.asPoint()
    if not np.isfinite([point.x(), point.y()]).all():
        return None, tr("coordinates that are not numbers")
    return (point.x(), point.y()), ""
