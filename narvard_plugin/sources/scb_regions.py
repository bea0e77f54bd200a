"""The areas of a table of SCB's: which of its region codes are of a level, a vintage and a county."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Optional

import numpy as np

from ..core.deso.vintage import (
    DESO,
    MUNICIPALITY,
    NATION,
    REGION,
    REGSO,
    VINTAGES,
    Codes,
    read_codes,
    vintage_of_year,
    vintage_together,
)
from ..i18n import tr
from .errors import WrongChoice
from .jsonstat import Dimension
from .scb_tables import code_lists

#: From the smallest; what "the smallest" means.
LEVELS = (DESO, REGSO, MUNICIPALITY, REGION)
SMALLEST = "smallest"


class Areas(NamedTuple):
    """The region codes to ask for, as the table writes them, of one ``level`` and ``vintage`` (as the workspace names it)."""

    values: tuple[str, ...]
    codes: tuple[str, ...]
    level: str
    vintage: str
    code_list: Optional[str]
    wildcards: tuple[str, ...]


def areas_of(dimension: Dimension, counties: Sequence[str], level: str, version: str, years: Sequence[int]) -> Areas:
    """The areas of ``counties`` of ``level`` (or the smallest there is) in the ``version`` (2018 or 2025) of the division.

    The vintage of a code is told by its suffix, by the table's code lists, or by ``years``, all of the table's; never by a
    code that happens to match. Raises ``WrongChoice`` with what there is where the table has none in the
    first of the counties.
    """
    codes = read_codes(dimension.values)
    vintages = _vintages(dimension, codes, years)
    there = {
        (one, vintage): np.flatnonzero(_of(codes, one, counties) & ((vintages == vintage) | (one not in VINTAGES)))
        for one in LEVELS
        for vintage in ([vintage_together(DESO, version, one)] if one in VINTAGES else [version])
    }
    if level == SMALLEST:  # of whatever version: a municipality must not stand in for a DeSO of the other version
        level = next((one for one in LEVELS if _of(codes, one, counties[:1]).any()), SMALLEST)
    own = {key: any(codes.code[row].startswith(counties[0]) for row in rows) for key, rows in there.items()}
    chosen = next((key for key in there if own[key] and level == key[0]), None)
    if chosen is None:
        raise WrongChoice(_nothing_there(codes, vintages, counties[0], level, version))
    rows = there[chosen]
    values = tuple(dimension.values[row] for row in rows)
    listed = [one for one in code_lists().get(chosen[0], {}).get(chosen[1], ()) if one in dimension.code_lists]
    # With a code list a county's two digits say the same areas; without one they would say every level's.
    wildcards = tuple(f"{county}*" for county in counties if listed)
    return Areas(values, tuple(codes.code[rows]), *chosen, listed[0] if listed else None, wildcards)


def _of(codes: Codes, level: str, counties: Sequence[str]) -> np.ndarray:
    """Which codes are areas of ``level`` in the counties; beside a region's own figure stands the nation's."""
    inside = np.array([code is not None and code.startswith(tuple(counties)) for code in codes.code] or [], bool)
    own = (codes.level == level) & inside
    return own | (codes.level == NATION) if level == REGION and own.any() else own


def _vintages(dimension: Dimension, codes: Codes, years: Sequence[int]) -> np.ndarray:
    """The vintage (n object) of each code of a level that has any, None where nothing says it."""
    found = np.array(codes.suffix, object)
    for level, (older, _) in VINTAGES.items():
        bare = (codes.level == level) & np.array([suffix is None for suffix in codes.suffix] or [], bool)
        suffixed = bool(((codes.level == level) & ~bare).any())
        lists = {vintage for vintage, names in code_lists()[level].items() if set(names) & set(dimension.code_lists)}
        by_year = {vintage_of_year(level, year) for year in years}
        if suffixed:  # SCB gives the suffix to every code of the newer division
            found[bare] = older
        elif len(lists) == 1:
            found[bare] = lists.pop()
        elif len(by_year) == 1:
            found[bare] = by_year.pop()
    return found


def _nothing_there(codes: Codes, vintages: np.ndarray, county: str, level: str, version: str) -> str:
    names = []
    for one in LEVELS:
        here = _of(codes, one, [county])
        told = sorted({vintage for vintage in vintages[here] if vintage}) if one in VINTAGES else []
        if here.any():
            names += [f"{level_name(one)} {vintage}" for vintage in told] or [level_name(one)]
    wanted = tr("areas") if level == SMALLEST else level_name(level)
    return tr(
        "The table has no {level} of county {county} in version {version} of the division. It has: {there}."
    ).format(level=wanted, county=county, version=version, there=", ".join(names) or "–")


def level_name(level: str) -> str:
    """What a level is called in a message."""
    return {
        DESO: "DeSO",
        REGSO: "RegSO",
        MUNICIPALITY: tr("municipality"),
        REGION: tr("region"),
    }[level]
