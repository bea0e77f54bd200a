"""Two versions of a plan in numbers: heights, floor areas, areas of uses and documents, before and after."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from .building_rights import Ground, Rights, building_rights
from .difference import USUAL, Limits, share_changed
from .provision_values import COUNT, FLOORS, METRES, SQUARE_METRES, dwellings, heights, plot_sizes

PLAN_AREA, USE_AREA, USE_GROSS, UNDER = "plan_area", "use_area", "gross_area", "under_ground"
ABOVE_GROUND, ABOVE_DATUM, STOREYS = "height_above_ground", "height_above_datum", "storeys"
LEAST_PLOT, MOST_PLOT, DWELLINGS_TOLD = "least_plot", "most_plot", "dwellings_told"
DOCUMENT_NEW, DOCUMENT_GONE = "document_new", "document_removed"
#: The uses that a region asks about first: their areas stand in the table also when nothing changed.
ALWAYS_SHOWN = ("B", "D", "S")


class Version(NamedTuple):
    """One version as it is counted: plan area (m²), provisions and documents as in `plan_content`, measured ``ground``."""

    area: float
    provisions: pd.DataFrame
    documents: pd.DataFrame
    ground: Ground


class Figure(NamedTuple):
    """One number before and after (NaN = not told). ``use``: letter or document; ``clear`` is False where something that
    belongs to the number could not be used."""

    measure: str
    use: str
    before: float
    after: float
    unit: str
    significant: bool
    clear: bool = True

    @property
    def delta(self) -> float:
        return self.after - self.before


class Totals(NamedTuple):
    """``figures`` of the two versions, the letters of uses ``lost`` and ``gained``, and the two ``rights``."""

    figures: tuple[Figure, ...]
    lost: tuple[str, ...]
    gained: tuple[str, ...]
    rights_before: Rights
    rights_after: Rights


def totals(before: Version, after: Version, limits: Limits = USUAL) -> Totals:
    """The two versions in numbers; documents are compared by role, kind of investigation and name."""
    rights = building_rights(before.provisions, before.ground), building_rights(after.provisions, after.ground)
    figures = [_area(PLAN_AREA, "", before.area, after.area, limits)]
    for letter in sorted({*rights[0].letters, *rights[1].letters, *ALWAYS_SHOWN}):
        figures.append(_area(USE_AREA, letter, rights[0].area(letter), rights[1].area(letter), limits))
        gross = [one.gross_area(letter) for one in rights]
        clear = all(one.is_clear(letter) for one in rights)
        if not (math.isnan(gross[0]) and math.isnan(gross[1])) or not clear:
            # A use that is not there has no floor area; one whose floor area is not told is unknown.
            known = [0.0 if not one.area(letter) else value for one, value in zip(rights, gross)]
            figures.append(_area(USE_GROSS, letter, *known, limits, clear))
    figures += _heights(before, after, limits)
    figures += _others(before, after, rights, limits)
    lost = tuple(sorted(set(rights[0].letters) - set(rights[1].letters)))
    gained = tuple(sorted(set(rights[1].letters) - set(rights[0].letters)))
    return Totals((*figures, *_documents(before.documents, after.documents)), lost, gained, *rights)


def _area(measure: str, use: str, before: float, after: float, limits: Limits, clear: bool = True) -> Figure:
    return Figure(measure, use, before, after, SQUARE_METRES, _differs(before, after, limits), clear)


def _differs(before: float, after: float, limits: Limits) -> bool:
    if math.isnan(before) or math.isnan(after):
        return math.isnan(before) != math.isnan(after)
    return abs(after - before) > limits.area_m2 and share_changed(before, after) >= limits.share


def _heights(before: Version, after: Version, limits: Limits) -> list[Figure]:
    one, other = heights(before.provisions), heights(after.provisions)
    found = []
    for measure, a, b, unit in (
        (ABOVE_GROUND, one.above_ground, other.above_ground, METRES),
        (ABOVE_DATUM, one.above_datum, other.above_datum, METRES),
        (STOREYS, one.storeys, other.storeys, FLOORS),
    ):
        untold = math.isnan(a) and math.isnan(b)
        # A height of an older code belongs to one of these, and nobody knows to which.
        if not untold or (measure == ABOVE_GROUND and (one.unclear or other.unclear)):
            missing = math.isnan(a) != math.isnan(b)
            significant = missing or round(abs(b - a), 6) >= limits.height_m
            found.append(Figure(measure, "", a, b, unit, significant, not (one.unclear or other.unclear)))
    return found


def _others(before: Version, after: Version, rights: Sequence[Rights], limits: Limits) -> list[Figure]:
    plots = plot_sizes(before.provisions), plot_sizes(after.provisions)
    homes = dwellings(before.provisions), dwellings(after.provisions)
    found = [
        _area(UNDER, "", rights[0].under_ground, rights[1].under_ground, limits),
        _area(LEAST_PLOT, "", plots[0].least, plots[1].least, limits),
        _area(MOST_PLOT, "", plots[0].most, plots[1].most, limits),
        Figure(DWELLINGS_TOLD, "", homes[0].most, homes[1].most, COUNT, homes[0].most != homes[1].most),
    ]
    return [figure for figure in found if not (math.isnan(figure.before) and math.isnan(figure.after))]


def _documents(before: pd.DataFrame, after: pd.DataFrame) -> list[Figure]:
    had, has = _named(before), _named(after)
    gone = [Figure(DOCUMENT_GONE, name, 1, 0, COUNT, True) for name in sorted(had - has)]
    return [*(Figure(DOCUMENT_NEW, name, 0, 1, COUNT, True) for name in sorted(has - had)), *gone]


def _named(documents: pd.DataFrame) -> set[str]:
    rows = documents.to_dict("records")
    return {
        ": ".join(_text(row.get(part)) for part in ("role", "investigation", "name") if _text(row.get(part)))
        for row in rows
    }


def _text(value) -> str:
    return "" if value is None or value != value else str(value).strip()
