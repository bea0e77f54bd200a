"""What the import of squares writes: the squares, what could not be imported, and areas beside the squares in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY, QgsWkbTypes

from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, fields_of
from ...core.differences import differences
from ...core.figures import ADDED, CHANGED, UNCHANGED
from ...core.squares_import import GROUPS
from ...i18n import tr
from ...store.geometry import xy_from_wkb
from ...store.schema import GEOMETRY
from .importsquares_squares import Squares

_CRS = "EPSG:3006"


class Fates(NamedTuple):
    """Of each row (n): added, changed or unchanged; and how many of each."""

    each: list[str]
    counts: dict[str, int]


def fates_of(stored: pd.DataFrame, rows: pd.DataFrame, xy: np.ndarray) -> Fates:
    """What importing the ``rows`` at ``xy`` does to the ``stored`` ones."""
    old = stored.assign(**dict(zip(("x", "y"), np.round(xy_from_wkb(stored[GEOMETRY]), 3))))
    new = rows.assign(x=np.round(xy[:, 0], 3), y=np.round(xy[:, 1], 3))
    fields = [name for name in new.columns if name != "origin_id"]
    what = {one.key[0]: one.what for one in differences(old, new, ["origin_id"], fields)}
    each = [what.get(id_, UNCHANGED) for id_ in rows["origin_id"]]
    return Fates(each, {fate: each.count(fate) for fate in (ADDED, CHANGED, UNCHANGED)})


def write_rows(outputs: Outputs, rows: pd.DataFrame, squares: Squares, fates: Sequence[str], over: np.ndarray) -> None:
    found = (
        (QgsGeometry.fromPointXY(QgsPointXY(*place)), [*values, bool(more), fate, int(at)])
        for place, values, more, fate, at in zip(
            squares.xy, rows.itertuples(index=False, name=None), over, fates, squares.place
        )
    )
    crs = QgsCoordinateReferenceSystem(_CRS)
    outputs.write("OUTPUT", fields_of(columns()), QgsWkbTypes.Type.Point, crs, found, len(rows))


def write_rejected(outputs: Outputs, rejected: Sequence[dict]) -> None:
    told = rejected_columns()
    found = ((None, [row[column.name] for column in told]) for row in rejected)
    outputs.write("REJECTED", fields_of(told), NO_GEOMETRY, QgsCoordinateReferenceSystem(), found, len(rejected))


def write_areas(outputs: Outputs, squares: Squares, areas: pd.DataFrame) -> None:
    """Every area with the people of its squares, and with those that the workspace says; areas without squares too."""
    counted = (
        pd.DataFrame({"area": squares.area, "people": squares.population})
        .groupby("area")["people"]
        .agg(["size", "sum"])
    )
    found = []
    for code, name, people in areas[["area_code", "name", "population"]].itertuples(index=False, name=None):
        size, total = counted.loc[code] if code in counted.index else (0, 0)
        known = None if pd.isna(people) else int(people)
        found.append((None, [code, name, int(size), int(total), known, None if known is None else int(total) - known]))
    outputs.write("AREAS", fields_of(area_columns()), NO_GEOMETRY, QgsCoordinateReferenceSystem(), found, len(found))


def columns() -> list[Column]:
    return [
        Column("origin_id", "text", tr("Id of the square")),
        Column("population", "integer", tr("Number of people")),
        Column("region", "text", tr("Region (county code)")),
        Column("area_code", "text", tr("Area code")),
        *(Column(group, "integer", _age(group)) for group in GROUPS),
        Column("over_total", "flag", tr("A part is more than the total")),
        Column("import_status", "text", tr("Added, changed or unchanged")),
        Column("row", "integer", tr("Row of the input")),
    ]


def _age(group: str) -> str:
    low, high = group[4:].split("_")
    return (
        tr("Aged {low} and over").format(low=low)
        if high == "plus"
        else tr("Aged {low}–{high}").format(low=low, high=high)
    )


def rejected_columns() -> list[Column]:
    return [
        Column("row", "integer", tr("Row of the input")),
        Column("reason", "text", tr("Reason")),
        Column("square", "text", tr("Id of the square")),
        Column("population", "text", tr("Number of people")),
    ]


def area_columns() -> list[Column]:
    return [
        Column("area_code", "text", tr("Area code")),
        Column("name", "text", tr("Name")),
        Column("squares", "integer", tr("Squares")),
        Column("people_squares", "integer", tr("People by its squares")),
        Column("people_area", "integer", tr("People by the workspace's areas")),
        Column("difference", "integer", tr("Difference: squares less areas")),
    ]
