"""Squares of people read from any table or layer, and as the register's table people holds them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple, Optional

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsProcessingException,
)

from ...adapters.outputs import NO_GEOMETRY
from ...adapters.reading import UNCHECKED, Cancelled, as_text, listed
from ...adapters.tables import amounts, has_field, read_columns, required_amounts
from ...core.squares import NOISE, NotASquare, centres, ids_of
from ...core.squares_import import GROUPS, age_fields, read_id, side_of
from ...i18n import tr
from ...sources.scb_grid import MARK
from ...store.geometry import xy_from_wkb

_DATE_FIELD = "referenstid"
_DATE = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")
_CRS = "EPSG:3006"


class Squares(NamedTuple):
    """Squares (n): their rows in the input (``place``, from 1), ids, centres ``xy`` (n, 2, m), population, ages (n, groups of the
    register; NaN = not told), other ``parts`` (n, m), and the ``area`` they lie in (None before that is known)."""

    place: np.ndarray
    ids: np.ndarray
    xy: np.ndarray
    population: np.ndarray
    ages: np.ndarray
    parts: np.ndarray
    side: int
    date: str
    area: Optional[np.ndarray] = None

    def only(self, rows: np.ndarray) -> Squares:
        return self._replace(**{
            name: getattr(self, name)[rows] for name in ("place", "ids", "xy", "population", "ages", "parts")
        })  # fmt: skip


def read_squares(algorithm, parameters, context, account, feedback) -> tuple[Squares, list[dict]]:
    """The squares, and rows that are none (with ``row``, ``square``, ``population``, ``reason``)."""
    source = algorithm.source(parameters, "INPUT", context)
    id_field, population = (algorithm.field(parameters, name, context) for name in ("ID_FIELD", "POPULATION"))
    parts = algorithm.field_list(parameters, "PARTS", context)
    ages = age_fields(source.fields().names(), algorithm.parameterAsString(parameters, "AGE_PREFIX", context).strip())
    dated = [_DATE_FIELD] * has_field(source, _DATE_FIELD)
    names = [
        *[id_field] * bool(id_field),
        population,
        *parts,
        *(name for group in ages.fields.values() for name in group),
        *dated,
    ]
    table = read_columns(source, "INPUT", list(dict.fromkeys(names)), feedback)
    count = len(table[population])
    if not count:
        raise QgsProcessingException(
            tr("{layer} has no rows. Choose another layer, or clear its filter and selection.").format(layer="INPUT")
        )
    side = algorithm.parameterAsEnumString(parameters, "SIDE", context)
    side = int(side) if side.isdigit() else 0
    if id_field:
        given = ["" if value is None else as_text(value) for value in table[id_field]]
        ids, wrong = _ids(given)
    else:
        given = [str(at + 1) for at in range(count)]
        ids, wrong = _ids_of_places(source, side, context, feedback)
    people = required_amounts(
        table[population], [one or f"#{at + 1}" for at, one in enumerate(given)], population, "INPUT"
    )
    _refuse_parts_of_people(people, given, population)
    kept = [at for at, one in enumerate(ids) if one is not None]
    if not kept:
        raise QgsProcessingException(
            tr(
                "Not one row has the id of a square, such as {list}. Choose the field of SCB's 13 digits (rutid_scb)."
            ).format(list=listed(given[:3]))
        )
    side, kept, off = _side([ids[at] for at in kept], kept, side)
    rejected = [
        {"row": at + 1, "square": given[at], "population": f"{people[at]:.0f}", "reason": wrong.get(at) or off[at], "outside": False}
        for at in sorted({*wrong, *off})
    ]  # fmt: skip
    own = np.array([ids[at] for at in kept], object)
    repeated = pd.Series(own).duplicated().to_numpy()
    if repeated.any():
        raise QgsProcessingException(
            tr("{n} squares stand several times in INPUT: {list}. Each may occur once; add them up, or choose one year.").format(n=int(repeated.sum()), list=listed(sorted(set(own[repeated]))))
        )  # fmt: skip
    account.say(feedback, tr("{n} squares with a side of {side} m.").format(n=len(kept), side=side))
    if ages.unused:
        text = tr("These fields look like ages but do not make a group of the register, and are not used: {list}.")
        account.say(feedback, text.format(list=listed(list(ages.unused))), warn=True)
    at = np.array(kept)
    told = np.column_stack([_summed(table, ages.fields.get(group, ()), count) for group in GROUPS])
    other = np.column_stack([amounts(table[name]) for name in parts]) if parts else np.zeros((count, 0))
    day = _date(algorithm.parameterAsString(parameters, "DATE", context).strip(), table.get(_DATE_FIELD, ()))
    return Squares(at + 1, own, centres(list(own), side), people[at], told[at], other[at], side, day), rejected


def _ids(given: Sequence[str]) -> tuple[list[Optional[str]], dict[int, str]]:
    ids, wrong = [], {}
    for at, text in enumerate(given):
        try:
            ids.append(read_id(text))
        except NotASquare:
            ids.append(None)
            wrong[at] = tr("The id is not that of a square in SWEREF 99 TM: 13 digits, or such as E352000N6860000.")
    return ids, wrong


def _ids_of_places(source, side: int, context, feedback) -> tuple[list[Optional[str]], dict[int, str]]:
    """Ids by the middle of each geometry."""
    if source.wkbType() == NO_GEOMETRY:
        raise QgsProcessingException(tr("INPUT has no geometry. Name the field of the squares' ids in ID_FIELD."))
    move = QgsCoordinateTransform(source.sourceCrs(), QgsCoordinateReferenceSystem(_CRS), context.transformContext())
    ids, wrong = [], {}
    for at, feature in enumerate(source.getFeatures(QgsFeatureRequest().setSubsetOfAttributes([]), UNCHECKED)):
        if feedback.isCanceled():
            raise Cancelled
        geometry = feature.geometry()
        try:
            if geometry.isEmpty():
                raise NotASquare("")
            geometry.transform(move)
            middle = geometry.centroid().asPoint()
            ids.append(ids_of(np.array([[middle.x(), middle.y()]]), side)[0])
        except (NotASquare, QgsCsException):
            ids.append(None)
            wrong[at] = tr("Its middle is not that of a square of {side} m in SWEREF 99 TM.").format(side=side)
    return ids, wrong


def _side(ids: Sequence[str], kept: Sequence[int], side: int) -> tuple[int, list[int], dict[int, str]]:
    """The side of the squares, the rows that fit it, and the reason of those that do not."""
    try:
        largest = side_of(ids)
    except NotASquare as error:
        if not side:
            raise QgsProcessingException(
                tr(
                    "The ids fit no grid of 100, 250, 500 or 1 000 m, such as {id}. Check that they are of the lower left corners."
                ).format(id=error.what)
            ) from error
        largest = 0
    if not side or side == largest:
        return largest, list(kept), {}
    fits = [int(one[:6]) % side == 0 and int(one[6:]) % side == 0 for one in ids]
    if largest > side and len(ids) > 50:
        raise QgsProcessingException(
            tr("All {n} ids are of squares of {largest} m, but SIDE says {side} m. Choose the right side: the middle of every square depends on it.").format(n=len(ids), largest=largest, side=side)
        )  # fmt: skip
    reason = tr("Its lower left corner is not that of a square of {side} m.").format(side=side)
    return side, [at for at, fit in zip(kept, fits) if fit], {at: reason for at, fit in zip(kept, fits) if not fit}


def _refuse_parts_of_people(people: np.ndarray, given: Sequence[str], field: str) -> None:
    bad = [given[at] for at in np.flatnonzero(people % 1 != 0)]
    if bad:
        raise QgsProcessingException(
            tr("{n} squares have a number in {field} that is not whole people: {list}. Correct them first.").format(n=len(bad), field=field, list=listed(bad))
        )  # fmt: skip


def _summed(table: dict[str, list], names: Sequence[str], count: int) -> np.ndarray:
    """The sum of the fields (n); NaN where one of them is not told, and without any."""
    if not names:
        return np.full(count, np.nan)
    return np.sum([amounts(table[name]) for name in names], axis=0)


def _date(given: str, found: Sequence) -> str:
    """The day of the squares as 2025-12-31; "" where nobody says, or rows say several."""
    texts = {given} if given else {as_text(value) for value in found if value is not None}
    told = _DATE.fullmatch(texts.pop()) if len(texts) == 1 else None
    if given and not told:
        raise QgsProcessingException(tr("DATE must be written as 2024-12-31."))
    return "-".join(told.groups()) if told else ""


def refuse_other_people(stored: pd.DataFrame, region: str, side: int) -> None:
    """Stop where the workspace has people of ``region`` that are not squares of this ``side``."""
    own = stored[stored["region"] == region]
    x, y = xy_from_wkb(own["geom"])
    for id_, *place in zip(own["origin_id"], x, y):
        try:
            same = np.abs(centres([str(id_).replace(MARK, "")], side)[0] - place).max() <= NOISE
        except NotASquare:
            same = False
        if not same:
            raise QgsProcessingException(
                tr("The workspace already has {n} points with people of the region, and they are not squares of {side} m ({id}): with both, everybody would be counted twice. Choose REPLACE to have the file's squares instead.")
                .format(n=len(own), side=side, id=id_)
            )  # fmt: skip


def people_rows(squares: Squares, region: str, taken: Collection[str]) -> pd.DataFrame:
    """The squares as rows of the table people. An id that another region's point has is marked, as fetchgrid does."""
    ids = [f"{id_}{MARK}" if id_ in taken else id_ for id_ in squares.ids]
    known = {
        "origin_id": ids,
        "population": squares.population.astype(int),
        "region": region,
        "area_code": squares.area,
    }
    rows = pd.DataFrame(known)
    for at, group in enumerate(GROUPS):
        rows[group] = [None if np.isnan(value) else int(value) for value in squares.ages[:, at]]
        rows[group] = rows[group].astype(object).where(rows[group].notna(), None)
    return rows
