"""What listingflows writes, worked out from the listing matrix and its travel times: rows per area, flow and unit."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from ...adapters.listings import Listings
from ...adapters.outputs import numbers
from ...core.deso.protected_table import Counts, protect
from ...core.deso.small_numbers import INCOMPLETE, MISSING, OK, SUPPRESSED, protected, too_few, too_few_in_share
from ...core.deso.suppression import flows_to_hide
from ...core.scenarios.listings import Cells, Choice

AREA, MUNICIPALITY, REGION = "area", "municipality", "region"
NO_TRAVEL = "no_travel"


class Places(NamedTuple):
    """Codes of areas or units (n text), their municipality and region (n text or None), and which are reported (n bool)."""

    ids: np.ndarray
    municipality: np.ndarray
    region: np.ndarray
    shown: np.ndarray


class Answer(NamedTuple):
    """What one run found: the areas and units, the matrix's cells between them, mean minutes (areas, units), and the people
    (units) who have each as nearest."""

    areas: Places
    units: Places
    cells: Cells
    minutes: np.ndarray
    choice: Choice
    catchment: np.ndarray
    minimum: int


def area_values(answer: Answer) -> list[list]:
    """Rows of OUTPUT's added fields, area by area."""
    choice, minimum, size = answer.choice, answer.minimum, len(answer.areas.ids)
    inside = answer.cells.area >= 0
    hidden = np.bincount(answer.cells.area[inside & answer.cells.hidden], minlength=size)
    told = np.bincount(answer.cells.area[inside], minlength=size) > 0
    few = too_few_in_share(choice.at_nearest, choice.listed, minimum) & (choice.listed > 0)
    few_listed = too_few(choice.listed, minimum)
    few_top = few_listed | too_few(choice.top_number, minimum)
    # A share times the listed is the number of a flow, which may be hidden for the sake of another.
    secret = _secret_flows(answer)
    few |= _is_in(secret, choice.nearest)
    status = np.where(hidden > 0, INCOMPLETE, OK).astype(object)
    status[choice.nearest < 0] = NO_TRAVEL
    status[few | ((choice.listed == 0) & (hidden > 0))] = SUPPRESSED
    status[~told] = MISSING
    listed_known = np.where((choice.listed > 0) | (told & (hidden == 0)), choice.listed, np.nan)
    share = _ratio(choice.at_nearest, choice.listed)
    share[few | (choice.nearest < 0)] = np.nan
    top_share = _ratio(choice.top_number, choice.listed)
    top_share[few_top | _is_in(secret, choice.top) | too_few_in_share(choice.top_number, choice.listed, minimum)] = (
        np.nan
    )
    top = np.where(few_top, -1, choice.top)
    columns = [
        _integers(np.where(few_listed, np.nan, listed_known)),
        numbers(share),
        _named(answer.units.ids, choice.nearest),
        numbers(choice.minutes_nearest),
        numbers(np.where(few_listed, np.nan, choice.minutes_listed)),
        _named(answer.units.ids, top),
        numbers(np.append(answer.minutes, np.full((size, 1), np.inf), axis=1)[np.arange(size), top]),
        numbers(top_share),
        hidden.tolist(),
        status,
    ]
    return [list(row) for row in zip(*columns)]


def flow_rows(answer: Answer, rows: Listings, level: str) -> list[list]:
    """Rows of FLOWS: of the matrix's own cells, or of their sums by municipality or county."""
    cells, areas, units = answer.cells, answer.areas, answer.units
    crosses = {name: _crosses(getattr(areas, name), getattr(units, name), cells) for name in ("municipality", "region")}
    start = rows.area if level == AREA else _home(getattr(areas, level), cells.area)
    inside = (cells.area >= 0) & (cells.unit >= 0)
    minutes = np.full(len(cells.area), np.nan)
    minutes[inside] = answer.minutes[cells.area[inside], cells.unit[inside]]
    minutes[np.isinf(minutes)] = np.nan
    # Nobody tells the sums of areas and units that are in no layer.
    summed = {"from_sum": np.where(cells.area >= 0, start, None), "to_sum": np.where(cells.unit >= 0, rows.unit, None)}
    table = pd.DataFrame(
        {"start": start, "unit": rows.unit, "number": cells.number, "minutes": minutes, **crosses, **summed}
    )
    table = table[among(cells.area, areas.shown) | among(cells.unit, units.shown)]
    table["hidden"] = table["number"].isna()
    known = table["number"].notna() & table["minutes"].notna()
    table["timed"] = table["number"].where(known, 0.0)
    table["person_minutes"] = (table["number"] * table["minutes"]).where(known, 0.0)
    found = table.groupby(["start", "unit"], dropna=False, sort=True).agg(
        number=("number", "sum"), timed=("timed", "sum"), person_minutes=("person_minutes", "sum"),
        hidden=("hidden", "sum"), minutes=("minutes", "first"), municipality=("municipality", "first"),
        region=("region", "first"), from_sum=("from_sum", "first"), to_sum=("to_sum", "first"),
    ).reset_index()  # fmt: skip
    if level == REGION:
        found["municipality"] = None  # a county's people cross the border of some municipalities and not of others
    number = found["number"].to_numpy(float)
    secret = flows_to_hide(number, _codes(found["from_sum"]), _codes(found["to_sum"]), answer.minimum)
    return [_flow_row(row, level, few) for row, few in zip(found.itertuples(), secret)]


def _codes(column: pd.Series) -> list:
    return [code if isinstance(code, str) else None for code in column]


def _secret_flows(answer: Answer) -> set[tuple[int, int]]:
    """The cells (area, unit) that a reader must not learn, from the sums of either."""
    cells = answer.cells
    area, unit = (np.where(code < 0, None, code.astype(object)) for code in (cells.area, cells.unit))
    hidden = flows_to_hide(cells.number, area, unit, answer.minimum)
    return set(zip(cells.area[hidden].tolist(), cells.unit[hidden].tolist()))


def _is_in(secret: set[tuple[int, int]], unit: np.ndarray) -> np.ndarray:
    """For each area whether its flow to ``unit`` (areas) is secret."""
    return np.array([(area, own) in secret for area, own in enumerate(unit.tolist())], bool)


def _flow_row(row, level: str, few: bool) -> list:
    hidden = row.number == 0 and row.hidden > 0
    status = SUPPRESSED if few or hidden else INCOMPLETE if row.hidden else OK
    if level == AREA:
        minutes = row.minutes
    else:
        minutes = row.person_minutes / row.timed if row.timed > 0 and not few else np.nan
    return [
        row.start if isinstance(row.start, str) else None,
        level,
        row.unit,
        None if few or hidden else int(row.number),
        *numbers([minutes]),
        *(None if pd.isna(value) else bool(value) for value in (row.municipality, row.region)),
        int(row.hidden),
        status,
    ]


def unit_values(answer: Answer) -> list[list]:
    """Rows of UNIT_OUTPUT's added fields, unit by unit."""
    cells, size, minimum = answer.cells, len(answer.units.ids), answer.minimum
    crosses_region = _crosses(answer.areas.region, answer.units.region, cells)
    crosses_municipality = _crosses(answer.areas.municipality, answer.units.municipality, cells)
    far = _are(True, crosses_region)
    near = _are(False, crosses_municipality) & ~far
    between = _are(True, crosses_municipality) & _are(False, crosses_region)
    parts = [cells.sums(cells.unit, size, those) for those in (near, between, far, ~(near | between | far))]
    total = cells.sums(cells.unit, size)
    hidden = np.bincount(cells.unit[(cells.unit >= 0) & cells.hidden], minlength=size)
    told = np.bincount(cells.unit[cells.unit >= 0], minlength=size) > 0
    known = np.where((total > 0) | (told & (hidden == 0)), total, np.nan)
    counts = Counts(np.column_stack(parts), total, np.zeros(size, int), np.arange(size))
    secret = protect(counts, minimum, columns_known=False)
    few = secret.parts.any(axis=1) | secret.total
    status = np.where(hidden > 0, INCOMPLETE, OK).astype(object)
    status[few | ((total == 0) & (hidden > 0))] = SUPPRESSED
    status[~told] = MISSING
    columns = [
        _integers(protected(known, minimum)),
        *(_integers(np.where(np.isnan(known) | few, np.nan, part)) for part, few in zip(parts, secret.parts.T)),
        numbers(answer.catchment),
        numbers(_ratio(protected(known, minimum), answer.catchment)),
        hidden.tolist(),
        status,
    ]
    return [list(row) for row in zip(*columns)]


def _home(codes: np.ndarray, area: np.ndarray) -> np.ndarray:
    """The code of the municipality or county of each cell's area; None where that is unknown."""
    return np.append(codes, None)[area]


def _crosses(here: np.ndarray, there: np.ndarray, cells: Cells) -> np.ndarray:
    """Per cell whether the area and the unit have different codes; None where one of them is unknown."""
    starts, ends = _home(here, cells.area), np.append(there, None)[cells.unit]
    return np.array([None if a is None or b is None else a != b for a, b in zip(starts, ends)] or [], object)


def _are(wanted: bool, values: np.ndarray) -> np.ndarray:
    """Which ``values`` are known and ``wanted``."""
    return np.array([value is wanted for value in values], bool)


def among(rows: np.ndarray, chosen: np.ndarray) -> np.ndarray:
    """Which ``rows`` (−1 = none) are ``chosen``."""
    return np.append(chosen, False)[rows]


def _named(ids: np.ndarray, rows: np.ndarray) -> np.ndarray:
    return np.append(ids, None)[rows]


def _integers(values: np.ndarray) -> list:
    return [None if np.isnan(value) else int(value) for value in values]


def _ratio(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    return np.divide(part, whole, out=np.full(len(part), np.nan), where=whole > 0)
