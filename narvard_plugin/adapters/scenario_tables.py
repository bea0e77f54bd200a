"""Layers and tables of the register as a scenario changes them, and their rows as they are written again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsProcessingException,
)
from qgis.PyQt.QtCore import QDate, Qt

from ..core.scenarios.changes import (
    FACILITY_COLUMNS,
    MOVE,
    OPEN,
    SERVICE_COLUMNS,
    Capacity,
    Change,
    Facility,
    Service,
)
from ..i18n import tr
from .crs import transform_xy
from .reading import UNCHECKED, Cancelled, as_text, field_indexes, listed
from .tables import amount, amounts, has_field, refuse_repeated

SAME_PLACE_M = 1.0  # a change's x and y, and its point on the map, may differ this much


class Rows:
    """All rows of a layer, held: ``features`` (n), and their columns by name."""

    def __init__(self, source, layer: str, required: Sequence[str], feedback):
        field_indexes(source, layer, required)
        self.source, self.layer = source, layer
        self.features = []
        for feature in source.getFeatures(QgsFeatureRequest(), UNCHECKED):
            if feedback.isCanceled():
                raise Cancelled
            self.features.append(feature)

    def has(self, name: str) -> bool:
        return has_field(self.source, name)

    def column(self, name: str) -> list:
        """The values of a field, NULL as None; all None where the layer has no such field."""
        at = self.source.fields().indexFromName(name)
        if at < 0:
            return [None] * len(self.features)
        return [None if feature[at] == NULL else feature[at] for feature in self.features]

    def texts(self, name: str) -> list:
        """The values as text; None also where it is blank."""
        return [None if value is None else as_text(value) or None for value in self.column(name)]

    def ids(self, field: str) -> list:
        """Ids as text; a missing or repeated one stops the tool."""
        ids = self.texts(field)
        missing = [feature.id() for feature, own in zip(self.features, ids) if own is None]
        if missing:
            raise QgsProcessingException(
                tr("{n} features in {layer} have no value in the id field {field}: feature {list}. Give each its own id.")
                .format(n=len(missing), layer=self.layer, field=field, list=listed(missing))
            )  # fmt: skip
        refuse_repeated(ids, self.layer, field)
        return ids

    def years(self, name: str, ids: Sequence, account, feedback) -> list:
        """Whole years; one that cannot be read counts as not known, and is told."""
        values = self.column(name)
        numbers = amounts(values)
        whole = np.isfinite(numbers) & (numbers == np.round(numbers))
        unread = [id for id, value, good in zip(ids, values, whole) if value is not None and not good]
        if unread:
            text = tr("{n} rows of {layer} have no readable year in {field} and count as without one: {list}.")
            account.say(
                feedback, text.format(n=len(unread), layer=self.layer, field=name, list=listed(unread)), warn=True
            )
        return [int(number) if good else None for number, good in zip(numbers, whole)]


def rows_of_scenario(rows: Rows, name: str, account, feedback) -> list[int]:
    """Numbers of the rows of CHANGES that belong to the scenario ``name``; a table of one scenario needs no name."""
    if not rows.has("scenario"):
        if name:
            raise QgsProcessingException(
                tr("CHANGES has no column scenario, so {name} cannot be found in it. Leave SCENARIO empty.").format(
                    name=name
                )
            )
        return list(range(len(rows.features)))
    of = rows.texts("scenario")
    names = sorted({own for own in of if own})
    unnamed = sum(own is None for own in of)
    if unnamed:
        text = tr("{n} rows of CHANGES belong to no scenario and were left out.")
        account.say(feedback, text.format(n=unnamed), warn=True)
    if not name and len(names) > 1:
        raise QgsProcessingException(
            tr("CHANGES holds several scenarios: {names}. Choose one in SCENARIO.").format(names=listed(names))
        )
    name = name or (names[0] if names else "")
    if name and name not in names:
        raise QgsProcessingException(
            tr("CHANGES has no scenario called {name}. It has: {names}.").format(name=name, names=listed(names))
        )
    chosen = [row for row, own in enumerate(of) if own is not None and own == name]
    account.say(feedback, tr("Scenario {name}: {n} changes.").format(name=name, n=len(chosen)))
    return chosen


def facilities_of(rows: Rows, id_field: str, account, feedback) -> dict[str, Facility]:
    ids = rows.ids(id_field)
    opened, closed = (rows.years(name, ids, account, feedback) for name in ("opened", "closed"))
    return {id: Facility(id, row, opened[row], closed[row]) for row, id in enumerate(ids)}


def services_of(rows: Rows, account, feedback) -> list[Service]:
    facility, service = rows.texts("facility_id"), rows.texts("service")
    first, last = (rows.years(name, facility, account, feedback) for name in ("from_year", "to_year"))
    columns = {name: rows.texts(name) for name in SERVICE_COLUMNS}
    return [
        Service(
            facility[row] or "",
            service[row] or "",
            row,
            {name: values[row] for name, values in columns.items() if values[row]},
            first[row],
            last[row],
        )
        for row in range(len(rows.features))
    ]


def capacity_of(rows: Rows) -> list[Capacity]:
    """In the order of their dates, so that the last row of a facility and kind is the newest."""
    facility, kind, date = rows.texts("facility_id"), rows.texts("kind"), rows.texts("date")
    order = sorted(range(len(rows.features)), key=lambda row: (date[row] or "", row))
    return [Capacity(facility[row] or "", kind[row] or "", row) for row in order]


def changes_of(
    rows: Rows,
    of_xy: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
    transforms: QgsCoordinateTransformContext,
) -> list[Change]:
    """The rows as changes. A place is its x and y, which are in the system ``of_xy``, or its point on the map."""
    facility, action, service = (rows.texts(name) for name in ("facility_id", "action", "service"))
    year, capacity = amounts(rows.column("year")), rows.texts("capacity")
    columns = {name: rows.texts(name) for name in (*FACILITY_COLUMNS, *SERVICE_COLUMNS)}
    places = _places(rows, of_xy, target, transforms, [word in (OPEN, MOVE) for word in action])
    return [
        Change(
            row + 1,
            facility[row],
            action[row],
            int(year[row]) if np.isfinite(year[row]) and year[row] == round(year[row]) else None,
            places[row],
            service[row],
            None if capacity[row] is None else amount(capacity[row]),
            {name: values[row] for name, values in columns.items() if values[row]},
        )
        for row in range(len(rows.features))
    ]


def _places(rows: Rows, of_xy, target, transforms, wanted: Sequence[bool]) -> list:
    written = np.column_stack([amounts(rows.column("x")), amounts(rows.column("y"))]).reshape(-1, 2)
    own = rows.source.sourceCrs()
    drawn = np.full(written.shape, np.nan)
    if own.isValid():
        drawn = np.array([_point(feature) for feature in rows.features], float).reshape(-1, 2)
    if np.isfinite(drawn).all(1).any():
        apart = np.hypot(*(_moved(drawn, own, of_xy, transforms) - written).T) > SAME_PLACE_M
        twofold = [row + 1 for row in np.flatnonzero(apart & np.array(wanted)) if not of_xy.isGeographic()]
        if twofold:
            raise QgsProcessingException(
                tr("{n} rows of {layer} have x and y that are not where their point is: row {list}. Correct one of them, or leave x and y empty.")
                .format(n=len(twofold), layer=rows.layer, list=listed(twofold))
            )  # fmt: skip
    by_text = _moved(written, of_xy, target, transforms)
    by_point = _moved(drawn, own, target, transforms)
    placed = np.where(np.isfinite(by_text).all(1)[:, None], by_text, by_point)
    return [tuple(map(float, xy)) if asked and np.isfinite(xy).all() else None for xy, asked in zip(placed, wanted)]


def _moved(xy: np.ndarray, source, target, transforms) -> np.ndarray:
    known = np.isfinite(xy).all(1)
    moved = np.full(xy.shape, np.nan)
    if known.any():
        moved[known] = transform_xy(xy[known], source, target, transforms)
    return moved


def _point(feature: QgsFeature):
    geometry = feature.geometry()
    if geometry.isNull() or geometry.isEmpty():
        return np.nan, np.nan
    point = geometry.centroid().asPoint()
    return point.x(), point.y()


def row_values(fields: QgsFields, feature: QgsFeature | None, changed: Mapping[str, object]) -> list:
    """Attributes for ``fields``: what ``changed`` says by name, else what the ``feature`` has, else NULL."""
    names = [] if feature is None else [field.name() for field in feature.fields()]
    values = []
    for field in fields:
        name = field.name()
        if name in changed:
            values.append(_as_kind_of(field, changed[name]))
        else:
            values.append(feature[name] if name in names else None)
    return values


def _as_kind_of(field, value):
    if value is None:
        return None
    if field.isDateOrTime():
        return QDate.fromString(as_text(value), Qt.DateFormat.ISODate)
    if not field.isNumeric():
        return as_text(value)
    number = amounts([value])[0]
    if not np.isfinite(number):
        raise QgsProcessingException(
            tr("{value} cannot stand in the field {field}, which holds numbers. Correct the row of CHANGES.").format(
                value=value, field=field.name()
            )
        )
    return int(number) if number == round(number) else float(number)
