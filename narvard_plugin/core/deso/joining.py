"""A table of statistics joined to areas by code and vintage: what matches, what does not and why, and what is told of each
value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, Optional

import numpy as np
import pandas as pd

from ..figures import SPACES
from .small_numbers import MISSING, OK, SUPPRESSED, is_mark
from .vintage import (
    MUNICIPALITY,
    NATION,
    REGION,
    VINTAGES,
    DifferentLevels,
    DifferentVintages,
    outside_years,
)

ESTIMATED, OUTSIDE_YEARS, NO_ROW = "estimated", "outside_years", "no_row"

#: Why a row or an area stands without its other half.
NO_CODE, OTHER_LEVEL, OTHER_VINTAGE, ABSENT_REGION, ABSENT_CODE = (
    "no_code", "other_level", "other_vintage", "absent_region", "absent_code",
)  # fmt: skip

_HIDDEN = re.compile(r"<\s*\d+|x", re.IGNORECASE)
_NUMBER = re.compile(r"[-+\u2212]?(\d+([.,]\d*)?|[.,]\d+)([eE][-+]?\d+)?")
_YEAR_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_YEAR = re.compile(r"((?:19|20)\d{2})(?!\d)")
_WHOLES = {MUNICIPALITY: 4, REGION: 2, NATION: 0}  # how many digits of the whole's code its parts begin with


class Figures(NamedTuple):
    """Rows (f) of a table: bare ``code``, ``level`` and ``vintage`` (objects, None = none), and figures (f, v) with
    ``status`` (ok, estimated, suppressed, missing) and the ``year`` each is of (NaN = untold)."""

    code: np.ndarray
    level: np.ndarray
    vintage: np.ndarray
    values: np.ndarray
    status: np.ndarray
    years: np.ndarray

    def of(self, rows: np.ndarray) -> Figures:
        return Figures(*(column[rows] for column in self))


class Joined(NamedTuple):
    """Values (a, v) with their ``status``, the table's row of each area (a, −1 = none), and the ``fate`` of every row of
    the table (f object, None = joined). ``masked`` and ``masked_not_zero`` count figures outside their vintage's years."""

    values: np.ndarray
    status: np.ndarray
    row: np.ndarray
    fate: np.ndarray
    masked: int
    masked_not_zero: int


class Gap(NamedTuple):
    """The ``total`` that a whole's own row has for variable number ``variable``, and the sum of its ``parts`` areas, of
    which ``unknown`` have no figure."""

    code: str
    level: str
    variable: int
    parts: int
    unknown: int
    summed: float
    total: float


def read_figure(text: str) -> tuple[float, str]:
    """A number and its status from a cell; ``..`` and an empty one are missing, ``<5`` is suppressed, never 0.

    Raises ``ValueError`` for what is neither.
    """
    compact = SPACES.sub("", text).replace("\u2212", "-")
    if not compact or compact == "." or is_mark(compact):
        return np.nan, SUPPRESSED if _HIDDEN.fullmatch(compact) else MISSING
    number = float(compact.replace(",", ".")) if _NUMBER.fullmatch(compact) else np.inf
    if np.isinf(number):  # no number, or one too large to be one
        raise ValueError(text)
    return number, OK


def year_of_name(name: str) -> Optional[int]:
    """The year in a column's name, as SCB's tables have it: ``000007Y7 2024``."""
    found = _YEAR_IN_NAME.findall(name)
    return int(found[-1]) if found else None


def year_of(text: str) -> Optional[int]:
    """The year of a period such as 2024, 2024-12-31 or 2024M12."""
    found = _YEAR.match(text.strip())
    return int(found[1]) if found else None


def field_name(text: str) -> str:
    """A category as the name of a field: ``65-69`` is 65_69, ``80-`` is 80_plus, ``-4`` is to_4."""
    text = re.sub(r"^-(?=\d)", "to_", text.strip().lower())
    text = re.sub(r"(?<=\d)[-+]$", "_plus", text)
    return re.sub(r"\W+", "_", text).strip("_") or "value"


def join(codes: np.ndarray, level: str, vintage: Optional[str], figures: Figures) -> Joined:
    """``figures``, at most one row per code and vintage, at areas with ``codes`` (a object, None = no code).

    A figure outside its vintage's years becomes missing whatever it is. Raises ``DifferentLevels`` or
    ``DifferentVintages`` where the table has nothing for these areas' level and vintage.
    """
    named = np.array([code is not None for code in figures.code] or [], bool)
    here = named & (figures.level == level)
    if named.any() and not here.any():
        raise DifferentLevels(level, sorted(set(figures.level[named])))
    own = here & ((figures.vintage == vintage) | (vintage is None) | ~_told(figures.vintage))
    if here.any() and not own.any():
        raise DifferentVintages(level, vintage or "", sorted({name for name in figures.vintage[here] if name}))
    candidates = np.flatnonzero(own)
    place = pd.Index(figures.code[candidates], dtype=object).get_indexer(pd.Index(codes, dtype=object))
    row = np.where(place >= 0, candidates[place], -1) if len(candidates) else np.full(len(codes), -1)
    row[[code is None for code in codes]] = -1
    values, status, masked = _masked(level, vintage, figures)
    fate = np.select([~named, ~here, ~own], [NO_CODE, OTHER_LEVEL, OTHER_VINTAGE], ABSENT_CODE).astype(object)
    fate[row[row >= 0]] = None
    fate[_of_absent_regions(figures.code, codes, level) & (fate == ABSENT_CODE)] = ABSENT_REGION
    found = row >= 0
    masked &= np.isin(np.arange(len(named)), row[found])[:, None]
    last = (1, values.shape[1])  # what row −1 is
    return Joined(
        np.vstack([values, np.full(last, np.nan)])[row],
        np.vstack([status, np.full(last, NO_ROW, object)])[row],
        row,
        fate,
        int(masked.sum()),
        int((masked & (figures.values != 0) & np.isfinite(figures.values)).sum()),
    )


def unmatched_areas(codes: np.ndarray, level: str, joined: Joined, figures: Figures) -> np.ndarray:
    """Why an area has no row (a object, None = it has one)."""
    reason = np.full(len(codes), None, object)
    bare = joined.row < 0
    reason[bare] = ABSENT_CODE
    reason[bare & _of_absent_regions(codes, figures.code[figures.level == level], level)] = ABSENT_REGION
    reason[[code is None for code in codes]] = NO_CODE
    return reason


def gaps_to_totals(level: str, vintage: Optional[str], figures: Figures) -> list[Gap]:
    """Each row of a municipality, region or the nation against the sum of its areas of ``level`` and ``vintage``.

    Only for whole numbers, which are counts: shares do not sum.
    """
    values = np.where(np.isin(figures.status, (OK, ESTIMATED)), figures.values, np.nan)
    parts = np.flatnonzero((figures.level == level) & ((figures.vintage == vintage) | (vintage is None)))
    gaps = []
    for whole in np.flatnonzero(np.isin(figures.level, list(_WHOLES)) & (figures.level != level)):
        head = figures.code[whole][: _WHOLES[figures.level[whole]]]
        rows = parts[[code.startswith(head) for code in figures.code[parts]]]
        for variable in range(values.shape[1]) if len(rows) else ():
            total, own = values[whole, variable], values[rows, variable]
            known = own[np.isfinite(own)]
            if np.isfinite(total) and len(known) and not (np.append(known, total) % 1).any():
                unknown = len(own) - len(known)
                gaps.append(
                    Gap(figures.code[whole], figures.level[whole], variable, len(rows), unknown, known.sum(), total)
                )
    return gaps


def _masked(level: str, vintage: Optional[str], figures: Figures) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The figures without those of years that the vintage has none for; estimated ones were carried to it, and stay."""
    outside = np.column_stack(
        [outside_years(level, vintage, years) for years in figures.years.T] or [np.zeros((len(figures.code), 0), bool)]
    )
    outside &= figures.status != ESTIMATED
    told = np.isin(figures.status, (OK, ESTIMATED))
    values = np.where(outside | ~told, np.nan, figures.values)
    return values, np.where(outside, OUTSIDE_YEARS, figures.status).astype(object), outside


def _of_absent_regions(codes: Sequence, others: Sequence, level: str) -> np.ndarray:
    """Which of ``codes`` begin with two digits that none of ``others`` begins with; only for official levels."""
    if level not in (*VINTAGES, MUNICIPALITY):
        return np.zeros(len(codes), bool)
    known = {code[:2] for code in others if code is not None}
    return np.array([code is not None and code[:2] not in known for code in codes] or [], bool)


def _told(names: np.ndarray) -> np.ndarray:
    return np.array([bool(name) for name in names] or [], bool)
