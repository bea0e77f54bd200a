"""SCB's områdestyp and socioeconomic index as published: set for RegSO, inherited by the DeSO in them (methods section 2.2)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Optional

import numpy as np

from .joining import read_figure, year_of_name

TYPES = (1, 2, 3, 4, 5)
OWN, INHERITED = "own", "inherited"

_TYPE = re.compile(r"000008IU|omr[åa]destyp|area_type", re.IGNORECASE)
_INDEX = re.compile(r"000008IT|socioekonomiskt?[ _]?(?:a[ _]?)?index|socioeconomic_index", re.IGNORECASE)
_NO_HEADER = re.compile(
    r"field_?\d*", re.IGNORECASE
)  # what GDAL calls the columns of a table whose header it took for data


class AreaTypeError(ValueError):
    """A table that cannot be read as published types; ``field`` and ``found`` say where and what."""

    def __init__(self, field: str = "", found: Sequence[str] = ()):
        super().__init__(f"{field}: {', '.join(found)}")
        self.field, self.found = field, list(found)


class NoTypes(AreaTypeError):
    """No column (``found`` are their names) of the wanted year holds types."""


class NotTypes(AreaTypeError):
    """The column ``field`` holds ``found``, which is none of the five types."""


class NotIndex(AreaTypeError):
    """The column ``field`` that was named as the index holds nothing but types 1–5."""


class Contradicting(AreaTypeError):
    """The areas ``found`` have several types."""


class Table(NamedTuple):
    """A table of texts: the ``names`` of its columns, and its ``rows``."""

    names: list[str]
    rows: list[list[str]]


class Chosen(NamedTuple):
    """The columns (numbers) of the types and, where there is one, of the index, and the ``year`` their names say."""

    types: int
    index: Optional[int]
    year: Optional[int]


class Published(NamedTuple):
    """What is published of each RegSO (n), by its code or name: ``areas``, ``types`` (0 = none) and ``index`` (NaN = none)."""

    areas: list[str]
    types: np.ndarray
    index: np.ndarray


def without_notes(table: Table, first: int) -> Table:
    """The table as PxWeb's export means it: a header that was read as a row, and no footnotes.

    Rows end where column ``first``, which names the areas, is empty.
    """
    names, rows = table
    if rows and all(_NO_HEADER.fullmatch(name) or not name for name in names) and not rows[0][first]:
        names, rows = [cell or name for cell, name in zip(rows[0], names)], rows[1:]
    end = next((at for at, row in enumerate(rows) if not row[first]), len(rows))
    return Table(names, rows[:end])


def choose_columns(table: Table, first: int, types: str = "", index: str = "", year: Optional[int] = None) -> Chosen:
    """Where the types and the index of ``year`` (None = the newest) stand; ``types`` and ``index`` are names, "" = look.

    A column is taken for the types by its name, or because it is called by a year, or as an index, and holds only 1–5.
    """
    columns = [at for at in range(len(table.names)) if at != first]
    fits = [at for at in columns if year is None or year_of_name(table.names[at]) in (None, year)]
    if types:
        found = [table.names.index(types)]
    else:
        found = [at for at in fits if _TYPE.search(table.names[at])]
        found = found or [at for at in fits if _may_hold_types(table, at)]
    if not found:
        raise NoTypes(found=[table.names[at] for at in columns])
    chosen = max(found, key=lambda at: (year_of_name(table.names[at]) or 0, -at))
    told = year_of_name(table.names[chosen])
    if index:
        return Chosen(chosen, table.names.index(index), told)
    same = [
        at for at in fits if at != chosen and _INDEX.search(table.names[at]) and year_of_name(table.names[at]) == told
    ]
    return Chosen(chosen, same[0] if same else None, told)


def published(table: Table, first: int, chosen: Chosen) -> Published:
    """The types and indices of the table's areas. Raises ``NotTypes``, ``NotIndex`` and ``Contradicting``."""
    numbers, odd = _numbers(table, chosen.types)
    odd += [
        text
        for text, number in zip(_texts(table, chosen.types), numbers)
        if np.isfinite(number) and number not in TYPES
    ]
    if odd:
        raise NotTypes(table.names[chosen.types], sorted(set(odd)))
    index = np.full(len(table.rows), np.nan)
    if chosen.index is not None:
        index, odd = _numbers(table, chosen.index)
        if odd:
            raise NotIndex(table.names[chosen.index], sorted(set(odd)))
        if len(index) and np.isin(index[np.isfinite(index)], TYPES).all() and np.isfinite(index).any():
            raise NotIndex(table.names[chosen.index])
    areas = [tidy(row[first]) for row in table.rows]
    _refuse_contradictions(areas, numbers)
    return Published(areas, np.nan_to_num(numbers).astype(int), index)


def tidy(name: str) -> str:
    """A name with single spaces."""
    return " ".join(name.split())


def full_name(municipality: str, regso: str) -> str:
    """A RegSO as SCB's tables name it: ``Upplands Väsby (Bollstanäs)``."""
    return tidy(f"{municipality} ({regso})")


def types_at(
    codes: Sequence[Optional[str]], regso: Mapping[str, str], told: Mapping[str, int]
) -> tuple[np.ndarray, list]:
    """Types (a, 0 = none) and the RegSO (a, None = unknown) of areas with ``codes``, through the key ``regso``."""
    of = [regso.get(code) if code is not None else None for code in codes]
    return np.array([told.get(one, 0) if one is not None else 0 for one in of], int), of


def _may_hold_types(table: Table, at: int) -> bool:
    name = table.names[at].strip()
    if not (re.fullmatch(r"(19|20)\d\d", name) or _INDEX.search(name)):
        return False
    numbers, odd = _numbers(table, at)
    known = numbers[np.isfinite(numbers)]
    return not odd and len(known) > 0 and bool(np.isin(known, TYPES).all())


def _texts(table: Table, at: int) -> list[str]:
    return [row[at] for row in table.rows]


def _numbers(table: Table, at: int) -> tuple[np.ndarray, list[str]]:
    """Numbers (n, NaN = none) of a column, and the texts that are none."""
    found, odd = [], []
    for text in _texts(table, at):
        try:
            found.append(read_figure(text)[0])
        except ValueError:
            found.append(np.nan)
            odd.append(text)
    return np.array(found, float), odd


def _refuse_contradictions(areas: Sequence[str], types: np.ndarray) -> None:
    told: dict[str, set[float]] = {}
    for area, kind in zip(areas, np.nan_to_num(types)):
        told.setdefault(area, set()).add(float(kind))
    several = sorted(area for area, kinds in told.items() if len(kinds) > 1)
    if several:
        raise Contradicting(found=several)
