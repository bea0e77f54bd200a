"""Line layers as arrays: the vertices of every line, the wanted columns, and what could not be read."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from qgis.core import QgsFeatureRequest, QgsGeometry, QgsWkbTypes

from ..i18n import tr
from .crs import transform_xy
from .reading import UNCHECKED, Cancelled, field_indexes, values_at


class LineTable(NamedTuple):
    """``n`` lines of ``f`` features: ``xy`` (v, 2) in the layer's own CRS, ``start`` (n + 1), ``row`` (n) feature number,
    ``ids`` (f) feature ids, ``columns`` {name: f values, NULL as None}; ``skipped`` [(feature id, reason)]."""

    xy: np.ndarray
    start: np.ndarray
    row: np.ndarray
    ids: np.ndarray
    columns: dict[str, list]
    skipped: list[tuple[int, str]]


def read_lines(source, names: Sequence[str], feedback) -> LineTable:
    """Read every line of ``source``; each part of a multi-line is a line of its own."""
    indexes = field_indexes(source, "ROADS", names)
    request = QgsFeatureRequest()
    request.setSubsetOfAttributes(indexes)
    parts, row, ids, values, skipped = [], [], [], [], []
    for feature in source.getFeatures(request, UNCHECKED):
        if feedback.isCanceled():
            raise Cancelled
        lines, reason = _line_parts(feature.geometry())
        if reason:
            skipped.append((feature.id(), reason))
        if not lines:
            continue
        parts.extend(lines)
        row.extend([len(ids)] * len(lines))
        ids.append(feature.id())
        values.append(values_at(feature, indexes))
    columns = dict(zip(names, (list(column) for column in zip(*values)))) if values else {name: [] for name in names}
    start = np.concatenate([[0], np.cumsum([len(part) for part in parts], dtype=np.int64)])
    xy = np.concatenate(parts) if parts else np.empty((0, 2))
    return LineTable(xy, start.astype(np.int64), np.array(row, np.int64), np.array(ids, np.int64), columns, skipped)


def move_lines(table: LineTable, source, target, transforms) -> LineTable:
    """The lines in the system ``target``; those with a vertex that cannot be moved there are skipped."""
    xy = transform_xy(table.xy, source, target, transforms)
    good = np.logical_and.reduceat(np.isfinite(xy).all(1), table.start[:-1])
    if good.all():
        return table._replace(xy=xy)
    count = np.diff(table.start)
    lost = [(int(table.ids[row]), tr("coordinates outside its system")) for row in np.unique(table.row[~good])]
    return table._replace(
        xy=xy[np.repeat(good, count)],
        start=np.concatenate([[0], np.cumsum(count[good])]),
        row=table.row[good],
        skipped=[*table.skipped, *lost],
    )


def _line_parts(geometry: QgsGeometry) -> tuple[list[np.ndarray], str]:
    """The usable parts of a line as (n, 2) arrays, and why it has none, or not all, of them."""
    if geometry.isNull():
        return [], tr("no geometry")
    if geometry.isEmpty():
        return [], tr("empty geometry")
    if QgsWkbTypes.geometryType(geometry.wkbType()) != QgsWkbTypes.GeometryType.LineGeometry:
        return [], tr("not a line")
    if QgsWkbTypes.isCurvedType(geometry.wkbType()):
        geometry = QgsGeometry(geometry.constGet().segmentize())
    parts = _parse_wkb(geometry.asWkb().data())
    usable = [part for part in parts if len(part) > 1 and np.isfinite(part).all()]
    if len(usable) == len(parts):
        return parts, ""
    too_short = any(len(part) < 2 for part in parts)
    reason = tr("fewer than two points") if too_short else tr("coordinates that are not numbers")
    return usable, reason if not usable else tr("one part left out: {reason}").format(reason=reason)


def _parse_wkb(wkb: bytes) -> list[np.ndarray]:
    kind = struct.unpack_from("<I", wkb, 1)[0]
    flat, dimensions = _flat_type(kind)
    if flat == 2:
        return [_points(wkb, 0, dimensions)[0]]
    count = struct.unpack_from("<I", wkb, 5)[0]
    parts, offset = [], 9
    for _ in range(count):
        part, offset = _points(wkb, offset, dimensions)
        parts.append(part)
    return parts


def _points(wkb: bytes, offset: int, dimensions: int) -> tuple[np.ndarray, int]:
    count = struct.unpack_from("<I", wkb, offset + 5)[0]
    values = np.frombuffer(wkb, "<f8", count * dimensions, offset + 9)
    return values.reshape(count, dimensions)[:, :2], offset + 9 + 8 * dimensions * count


def _flat_type(kind: int) -> tuple[int, int]:
    """The type without Z and M, and the number of ordinates per point."""
    if kind & 0x80000000:  # QGIS's older form of a Z type
        return kind & 0xFF, 3
    return kind % 1000, 2 + {0: 0, 1: 1, 2: 1, 3: 2}[kind // 1000]
