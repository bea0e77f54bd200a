"""What listingflows tells, worked out from the listing matrix and its travel times: rows per area, flow and unit."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import numpy as np
import pandas as pd

from ...adapters.listings import Listings
from ...adapters.outputs import numbers
from ...core.deso.protected_flows import Flows, protect_flows
from ...core.deso.small_numbers import INCOMPLETE, MISSING, OK, SUPPRESSED, too_few, too_few_in_share
from ...core.scenarios.listings import Cells, Choice, choices
from ...i18n import number, tr

AREA, MUNICIPALITY, REGION = "area", "municipality", "region"
NO_TRAVEL = "no_travel"
#: Where the listed of a unit live: its own municipality, another of its county, another county, or it is not known.
_HOMES = (0, 1, 2, 3)
_OWN_REGION = (0, 1)
_TOLD_ENOUGH = 0.9  # of the people, for a mean over those whose number is told


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


class Secret(NamedTuple):
    """What no output may tell: which ``cells`` (n bool) of the matrix, ``rows`` of FLOWS (n bool, of each cell's row), areas
    and units whose sum, and (unit, home) whose part of the unit's sum; and whether nothing of it follows from the rest."""

    cells: np.ndarray
    rows: np.ndarray
    areas: set
    units: set
    parts: set
    closed: bool


def secrets(answer: Answer, rows: Listings, level: str) -> Secret:
    """What to hide, so that all outputs together tell of few people nowhere."""
    cells, areas, units = answer.cells, answer.areas, answer.units
    area, unit = _named(areas.ids, cells.area), _named(units.ids, cells.unit)  # nobody tells the sums of strangers
    home = homes(answer).tolist()
    part = [None if own is None else (own, one) for own, one in zip(unit, home)]
    start = rows.area if level == AREA else _home(getattr(areas, level), cells.area)
    flow = list(zip(rows.unit, home, start))
    if level == REGION:  # a county's flow to a unit of its own is two parts of the unit's sum
        part = [
            None if own is None else (own, _OWN_REGION if one in _OWN_REGION else one) for own, one in zip(unit, home)
        ]
    sums = [part, unit] if level == AREA else [flow, part, unit]
    names = [f"{code}\n{own}" for code, own in zip(rows.area, rows.unit)]
    found = protect_flows(Flows(cells.number, area, names, sums), answer.minimum)
    hidden, parts = found.flows, found.sums[-2]
    if level != AREA:
        hidden = _hidden_rows(list(zip(rows.unit, start)), sums[:2], found.sums[:2])
        parts = parts | {(own, one) for own, one, _ in found.sums[0] if level == REGION and one in _OWN_REGION}
    return Secret(found.flows, hidden, found.starts, found.sums[-1], parts, found.closed)


def _hidden_rows(row: list, sums: list[list], hidden: list[set]) -> np.ndarray:
    """Which cells (n) lie in a ``row`` (n keys) of FLOWS that is hidden: one that is a hidden sum, or is made of some."""
    size = Counter(row)
    same = [set(), set()]  # rows that hold the very cells of a sum, by its level
    for level, keys in enumerate(sums):
        whole = Counter(keys)
        same[level] = {one for (one, key), n in Counter(zip(row, keys)).items() if n == size[one] == whole[key]}
    told = {one for one, key in zip(row, sums[1]) if one in same[1] and key is not None and key not in hidden[1]}
    touched = {one for one, key in zip(row, sums[0]) if key in hidden[0]} - told
    touched |= {one for one, key in zip(row, sums[1]) if one in same[1] and key in hidden[1]}
    return np.array([one in touched for one in row], bool)


def area_values(answer: Answer, secret: Secret) -> list[list]:
    """Rows of OUTPUT's added fields, area by area."""
    choice, minimum, size = answer.choice, answer.minimum, len(answer.areas.ids)
    inside = answer.cells.area >= 0
    hidden = np.bincount(answer.cells.area[inside & answer.cells.hidden], minlength=size)
    told = np.bincount(answer.cells.area[inside], minlength=size) > 0
    few = too_few_in_share(choice.at_nearest, choice.listed, minimum) & (choice.listed > 0)
    few_listed = too_few(choice.listed, minimum) | _in(answer.areas.ids, secret.areas)
    few_top = few_listed | too_few(choice.top_number, minimum)
    # A share times the listed is the number of a flow, which may be hidden for the sake of another.
    few |= few_listed | _leads_to(choice.nearest, answer, secret)
    status = np.where(hidden > 0, INCOMPLETE, OK).astype(object)
    status[choice.nearest < 0] = NO_TRAVEL
    status[few | ((choice.listed == 0) & (hidden > 0))] = SUPPRESSED
    status[~told] = MISSING
    listed_known = np.where((choice.listed > 0) | (told & (hidden == 0)), choice.listed, np.nan)
    share = _ratio(choice.at_nearest, choice.listed)
    share[few | (choice.nearest < 0)] = np.nan
    top_share = _ratio(choice.top_number, choice.listed)
    rest_few = too_few_in_share(choice.top_number, choice.listed, minimum)
    top_share[few_top | _leads_to(choice.top, answer, secret) | rest_few] = np.nan
    top = np.where(few_top, -1, choice.top)
    columns = [
        _integers(np.where(few_listed, np.nan, listed_known)),
        numbers(share),
        _named(answer.units.ids, choice.nearest),
        numbers(choice.minutes_nearest),
        numbers(np.where(few_listed, np.nan, _minutes_of_told(answer, secret))),
        _named(answer.units.ids, top),
        numbers(np.append(answer.minutes, np.full((size, 1), np.inf), axis=1)[np.arange(size), top]),
        numbers(top_share),
        hidden.tolist(),
        status,
    ]
    return [list(row) for row in zip(*columns)]


def _minutes_of_told(answer: Answer, secret: Secret) -> np.ndarray:
    """Mean minutes (areas) to where people are listed, over flows that are told: with the minutes of each, a mean over all
    would give the hidden ones away. NaN where those are more than a tenth of the people."""
    shown = answer.cells._replace(number=np.where(secret.cells, np.nan, answer.cells.number))
    found = choices(shown, answer.minutes)
    return np.where(found.listed >= _TOLD_ENOUGH * answer.choice.listed, found.minutes_listed, np.nan)


def flow_rows(answer: Answer, rows: Listings, level: str, secret: Secret) -> list[list]:
    """Rows of FLOWS: of the matrix's own cells, or of their sums by municipality or county."""
    cells, areas, units = answer.cells, answer.areas, answer.units
    crosses = {name: _crosses(getattr(areas, name), getattr(units, name), cells) for name in ("municipality", "region")}
    start = rows.area if level == AREA else _home(getattr(areas, level), cells.area)
    inside = (cells.area >= 0) & (cells.unit >= 0)
    minutes = np.full(len(cells.area), np.nan)
    minutes[inside] = answer.minutes[cells.area[inside], cells.unit[inside]]
    minutes[np.isinf(minutes)] = np.nan
    table = pd.DataFrame(
        {"start": start, "unit": rows.unit, "number": cells.number, "minutes": minutes, **crosses, "few": secret.rows}
    )
    known = table["number"].notna() & table["minutes"].notna()
    table["hidden"] = table["number"].isna()
    table["everybody"] = table["number"].where(known, 0.0)
    # A mean over cells that are hidden too would give them away.
    table["timed"] = table["number"].where(known & ~secret.cells, 0.0)
    table["person_minutes"] = (table["number"] * table["minutes"]).where(known & ~secret.cells, 0.0)
    table = table[among(cells.area, areas.shown) | among(cells.unit, units.shown)]
    found = table.groupby(["start", "unit"], dropna=False, sort=True).agg(
        number=("number", "sum"), everybody=("everybody", "sum"), timed=("timed", "sum"),
        person_minutes=("person_minutes", "sum"), hidden=("hidden", "sum"), minutes=("minutes", "first"),
        municipality=("municipality", "first"), region=("region", "first"), few=("few", "any"),
    ).reset_index()  # fmt: skip
    if level == REGION:
        found["municipality"] = None  # a county's people cross the border of some municipalities and not of others
    return [_flow_row(row, level) for row in found.itertuples()]


def _leads_to(unit: np.ndarray, answer: Answer, secret: Secret) -> np.ndarray:
    """For each area whether its flow to ``unit`` (areas) is secret."""
    cells = answer.cells
    hidden = set(zip(cells.area[secret.cells].tolist(), cells.unit[secret.cells].tolist()))
    return np.array([(area, own) in hidden for area, own in enumerate(unit.tolist())], bool)


def _in(ids: np.ndarray, chosen: set) -> np.ndarray:
    return np.array([own in chosen for own in ids], bool)


def _flow_row(row, level: str) -> list:
    hidden = row.number == 0 and row.hidden > 0
    few = bool(row.few)
    status = SUPPRESSED if few or hidden else INCOMPLETE if row.hidden else OK
    if level == AREA:
        minutes = row.minutes
    else:
        enough = row.timed > 0 and row.timed >= _TOLD_ENOUGH * row.everybody and not few
        minutes = row.person_minutes / row.timed if enough else np.nan
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


def unit_values(answer: Answer, secret: Secret) -> list[list]:
    """Rows of UNIT_OUTPUT's added fields, unit by unit."""
    cells, size, ids = answer.cells, len(answer.units.ids), answer.units.ids
    home = homes(answer)
    parts = np.array([cells.sums(cells.unit, size, home == one) for one in _HOMES])
    total = cells.sums(cells.unit, size)
    hidden = np.bincount(cells.unit[(cells.unit >= 0) & cells.hidden], minlength=size)
    told = np.bincount(cells.unit[cells.unit >= 0], minlength=size) > 0
    known = np.where((total > 0) | (told & (hidden == 0)), total, np.nan)
    few_parts = np.array([[(own, one) in secret.parts for own in ids] for one in _HOMES], bool).reshape(parts.shape)
    few_total = _in(ids, secret.units)
    status = np.where(hidden > 0, INCOMPLETE, OK).astype(object)
    status[few_parts.any(axis=0) | few_total | ((total == 0) & (hidden > 0))] = SUPPRESSED
    status[~told] = MISSING
    shown = np.where(few_total, np.nan, known)
    columns = [
        _integers(shown),
        *(_integers(np.where(np.isnan(known) | few, np.nan, part)) for part, few in zip(parts, few_parts)),
        numbers(answer.catchment),
        numbers(_ratio(shown, answer.catchment)),
        hidden.tolist(),
        status,
    ]
    return [list(row) for row in zip(*columns)]


def homes(answer: Answer) -> np.ndarray:
    """Per cell, which of ``_HOMES`` the area is to the unit."""
    crosses_region = _crosses(answer.areas.region, answer.units.region, answer.cells)
    crosses_municipality = _crosses(answer.areas.municipality, answer.units.municipality, answer.cells)
    far = _are(True, crosses_region)
    near = _are(False, crosses_municipality) & ~far
    between = _are(True, crosses_municipality) & _are(False, crosses_region)
    return np.select([near, between, far], _HOMES[:3], _HOMES[3])


def say_share(answer: Answer, account, feedback) -> float | None:
    """The share of the listed people of the reported areas at their area's nearest centre, where that is known."""
    choice, known = answer.choice, answer.areas.shown & (answer.choice.nearest >= 0)
    people = choice.listed[known].sum()
    lost = choice.listed[answer.areas.shown & ~known].sum()
    if lost:
        text = tr("{people} listed live in {n} areas from which no unit is known to be in reach; they are in no share.")
        lost_areas = int((answer.areas.shown & ~known & (choice.listed > 0)).sum())
        account.say(feedback, text.format(people=f"{lost:.0f}", n=lost_areas), warn=True)
    if not people:
        return None
    share = float(choice.at_nearest[known].sum() / people)
    text = tr("{share} % of {people} listed people are listed at their area's nearest unit.")
    account.say(feedback, text.format(share=number(round(100 * share, 1)), people=f"{people:.0f}"))
    return share


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
