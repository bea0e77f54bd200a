"""Known trips as arrays: where each begins and ends, how long it took, and which rows say too little to be compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from qgis.core import QgsFeatureRequest, QgsGeometry, QgsWkbTypes
from qgis.PyQt.QtCore import QDateTime, QTime

from ..i18n import tr
from .points import PointTable
from .reading import UNCHECKED, Cancelled, as_text, field_indexes, values_at
from .tables import amount, amounts, texts

NO_HOUR = -1


class TripFields(NamedTuple):
    """Columns of the trips; empty = not given. ``ends`` are x and y of the start, x and y of the end, or ids of the two."""

    observed: str
    weight: str = ""
    hour: str = ""
    id: str = ""
    ends: tuple[str, ...] = ()

    def names(self) -> list[str]:
        return list(dict.fromkeys(name for name in (*self[:4], *self.ends) if name))


class Trips(NamedTuple):
    """``t`` trips: ``ids`` (t text), ``start`` and ``end`` (t, 2; not-a-number where unknown), ``observed`` minutes, ``weight``,
    ``hour`` (0–23; −1 = unknown), and the ``fault`` of each (t text; empty = none)."""

    ids: np.ndarray
    start: np.ndarray
    end: np.ndarray
    observed: np.ndarray
    weight: np.ndarray
    hour: np.ndarray
    fault: np.ndarray

    def take(self, rows) -> Trips:
        return Trips(*(column[rows] for column in self))


def read_trips(source, fields: TripFields, by_line: bool, feedback) -> tuple[Trips, dict[str, list]]:
    """The trips of ``source``, their ends from the lines where ``by_line``, and the columns read {name: values}.

    Where the ends are not lines they are unknown yet: see ``with_coordinates`` and ``with_places``.
    """
    names = fields.names()
    indexes = field_indexes(source, "TRIPS", names)
    request = QgsFeatureRequest()
    request.setSubsetOfAttributes(indexes)
    if not by_line:
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    fids, rows, ends, faults = [], [], [], []
    for feature in source.getFeatures(request, UNCHECKED):
        if feedback.isCanceled():
            raise Cancelled
        end, fault = _line_ends(feature.geometry()) if by_line else ((np.nan,) * 4, "")
        fids.append(feature.id())
        rows.append(values_at(feature, indexes))
        ends.append(end)
        faults.append(fault)
    columns = {name: [row[at] for row in rows] for at, name in enumerate(names)}
    ends = np.array(ends, float).reshape(-1, 4)
    observed = amounts(columns[fields.observed])
    weight = amounts(columns[fields.weight]) if fields.weight else np.ones(len(rows))
    hour = [_hour(value) for value in columns[fields.hour]] if fields.hour else [NO_HOUR] * len(rows)
    ids = [as_text(fid if value is None else value) for fid, value in zip(fids, columns.get(fields.id, fids))]
    trips = Trips(
        np.array(ids, object), ends[:, :2], ends[:, 2:], observed, weight, np.array(hour, np.int64),
        np.array(faults, object),
    )  # fmt: skip
    blank = np.array([value is None for value in columns[fields.observed]], bool)
    trips = _fault(trips, blank, tr("no observed time"))
    trips = _fault(trips, np.isnan(observed), tr("an observed time that is no number"))
    trips = _fault(trips, ~(observed > 0) | np.isinf(observed), tr("an observed time that is not above 0"))
    return _fault(trips, ~(weight >= 0) | np.isinf(weight), tr("a missing or negative weight")), columns


def with_coordinates(trips: Trips, columns: dict[str, list], names: Sequence[str]) -> Trips:
    """Ends from the columns ``names``: x and y of the start, x and y of the end."""
    ends = np.column_stack([amounts(columns[name]) for name in names]).reshape(-1, 4)
    trips = trips._replace(start=ends[:, :2], end=ends[:, 2:])
    return _fault(trips, ~np.isfinite(ends).all(1), tr("coordinates that are missing or no numbers"))


def with_places(trips: Trips, columns: dict[str, list], names: Sequence[str], starts, ends) -> Trips:
    """Ends from the ids in the columns ``names``, looked up in the ``starts`` and the ``ends`` (``PointTable`` each)."""
    for name, points, end in zip(names, (starts, ends), ("start", "end")):
        xy, unknown = _looked_up(texts(columns[name]), points)
        trips = _fault(
            trips._replace(**{end: xy}), unknown, tr("an id in {field} that is in no layer").format(field=name)
        )
    return trips


def moved(trips: Trips, transform) -> Trips:
    """The trips with both ends passed through ``transform`` (coordinates → coordinates)."""
    known = trips.fault == ""
    start, end = np.full_like(trips.start, np.nan), np.full_like(trips.end, np.nan)
    start[known], end[known] = transform(trips.start[known]), transform(trips.end[known])
    trips = trips._replace(start=start, end=end)
    return _fault(trips, ~np.isfinite(start).all(1) | ~np.isfinite(end).all(1), tr("coordinates outside its system"))


def _looked_up(ids: np.ndarray, points: PointTable) -> tuple[np.ndarray, np.ndarray]:
    row = pd.Index(points.ids).get_indexer(ids)
    return np.vstack([points.xy, [np.nan, np.nan]])[row], row < 0


def _fault(trips: Trips, those: np.ndarray, reason: str) -> Trips:
    """The trips with ``reason`` as the fault of ``those`` (t bool) that have none yet."""
    return trips._replace(fault=np.where(those & (trips.fault == ""), reason, trips.fault).astype(object))


def _line_ends(geometry: QgsGeometry) -> tuple[tuple[float, ...], str]:
    if geometry.isNull() or geometry.isEmpty():
        return (np.nan,) * 4, tr("no geometry")
    if QgsWkbTypes.geometryType(geometry.wkbType()) != QgsWkbTypes.GeometryType.LineGeometry:
        return (np.nan,) * 4, tr("not a line")
    first, last = geometry.vertexAt(0), geometry.vertexAt(geometry.constGet().nCoordinates() - 1)
    ends = (first.x(), first.y(), last.x(), last.y())
    return ends, "" if np.isfinite(ends).all() else tr("coordinates that are not numbers")


def _hour(value) -> int:
    """The hour of a clock: 7, 7.5, "07:30", "2025-03-01 07:30" and a time alike; −1 where it is none."""
    if isinstance(value, QDateTime):
        value = value.time()
    if isinstance(value, QTime):
        return value.hour()
    clock = re.search(r"(\d{1,2}):\d\d", str(value))
    hour = float(clock.group(1)) if clock else amount(value)
    return int(hour) if 0 <= hour < 24 else NO_HOUR
