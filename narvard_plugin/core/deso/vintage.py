"""Vintages of DeSO and RegSO: what a code says of its level and division, and the years that figures are published for.

Bare codes of two vintages look the same (Dalarna's are identical) and may name different land, so a vintage comes from a
field, a suffix, a declaration or a year, and never from codes that happen to match (methods section 2.9).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple, Optional

import numpy as np
import pandas as pd

DESO, REGSO, MUNICIPALITY, REGION, NATION, OTHER = "deso", "regso", "municipality", "region", "nation", "other"

#: The older and the newer vintage of the levels that have any, by the names that the register uses.
VINTAGES = {DESO: ("2018", "2025"), REGSO: ("2020", "2025")}

#: SCB publishes the older vintages' figures through this year, and the newer ones' from the year after it.
LAST_YEAR_OF_OLDER = 2023

_SHAPES = (
    (DESO, re.compile(r"\d{4}[ABC]\d{4}")),
    (REGSO, re.compile(r"\d{4}R\d{3}")),
    (MUNICIPALITY, re.compile(r"\d{4}")),
    (NATION, re.compile(r"00")),
    (REGION, re.compile(r"\d{2}")),
)
_IN_FIELD = re.compile(r"(?<![a-zåäö])(deso|regso)(?:_?kod)?_?(\d{4})(?!\d)", re.IGNORECASE)
_SUFFIX = re.compile(r"(.+)_(?:DeSO|RegSO)_?(\d{4})", re.IGNORECASE)
_LABELLED = re.compile(r"(\d{4}R\d{3}|\d{4}[ABC]\d{4}|\d{4}|\d{2}) +\D.*")  # "0114R001 Upplands Väsby (Bollstanäs)"
_LOST_ZERO = re.compile(r"[1-9]\d{2}(?:[ABC]\d{4}|R\d{3})")
_SHORT = re.compile(r"[1-9](?:\d{2})?")  # what a spreadsheet makes of 01 and 0114
_NAMED = re.compile(r"(?:DeSO|RegSO)?[ _]*(\d{4})(?:_v\d+)?", re.IGNORECASE)


class VintageError(ValueError):
    """Why areas and figures cannot be joined."""


class MixedLevels(VintageError):
    """Codes of several ``levels`` stand in one layer of areas."""

    def __init__(self, levels: Sequence[str]):
        super().__init__(", ".join(levels))
        self.levels = list(levels)


class SeveralVintages(VintageError):
    """Areas of several ``vintages`` stand in one layer."""

    def __init__(self, vintages: Sequence[str]):
        super().__init__(", ".join(vintages))
        self.vintages = list(vintages)


class NoVintage(VintageError):
    """Nothing says which vintage codes of ``level`` are of; ``years`` are on both sides of the change, or there are none."""

    def __init__(self, level: str, years: Sequence[int] = ()):
        super().__init__(level)
        self.level, self.years = level, list(years)


class UnknownVintage(VintageError):
    """There is no vintage ``text`` of ``level``."""

    def __init__(self, level: str, text: str):
        super().__init__(f"{level} {text}")
        self.level, self.text = level, text


class Contradiction(VintageError):
    """Two things said of the same ``code`` name different vintages."""

    def __init__(self, code: str, one: str, other: str):
        super().__init__(f"{code}: {one}, {other}")
        self.code, self.one, self.other = code, one, other


class DifferentVintages(VintageError):
    """Areas are of ``own``, and what would be joined to them is of ``others`` only."""

    def __init__(self, level: str, own: str, others: Sequence[str]):
        super().__init__(f"{level} {own}: {', '.join(others)}")
        self.level, self.own, self.others = level, own, list(others)


class DifferentLevels(VintageError):
    """Areas are of level ``own``, and what would be joined to them of ``others`` only."""

    def __init__(self, own: str, others: Sequence[str]):
        super().__init__(f"{own}: {', '.join(others)}")
        self.own, self.others = own, list(others)


class Codes(NamedTuple):
    """Codes (n object, None = none) without suffix, their ``level``, the vintage of their suffix (n object, None = bare),
    and which had lost their leading zero."""

    code: np.ndarray
    level: np.ndarray
    suffix: np.ndarray
    padded: np.ndarray


def level_of(code: str) -> str:
    """The level that a bare code's shape says; OTHER for the codes of own divisions."""
    return next((level for level, shape in _SHAPES if shape.fullmatch(code)), OTHER)


def read_codes(texts: Sequence[Optional[str]], known: Collection[str] = ()) -> Codes:
    """What the codes ``texts`` (n) say. A lost leading zero comes back where only one reading is possible.

    ``114A0010`` can only be 0114A0010; 114 may be an own division's number, and is read as 0114 only where ``known``, the
    codes of the other side, has that and not 114. So is "20 Dalarnas län" read as 20, or where DeSO or RegSO codes stand in
    the same column.
    """
    known = set(known)
    rows, distinct = pd.factorize(np.array(list(texts) or [], object))
    distinct = [str(text).strip().lstrip("\ufeff") for text in distinct]
    official = any(level_of(_parts(text)[0].split(" ")[0]) in VINTAGES for text in distinct)
    read = [_read_code(text, known, official) for text in distinct] + [(None, None, None, False)]  # the last is for −1
    columns = [np.array([one[at] for one in read], object)[rows] for at in range(3)]
    return Codes(*columns, np.array([one[3] for one in read], bool)[rows])


def _parts(text: str) -> tuple[str, Optional[str]]:
    """The code without SCB's suffix, and the vintage that the suffix says."""
    suffixed = _SUFFIX.fullmatch(text)
    return (suffixed[1], suffixed[2]) if suffixed else (text, None)


def _read_code(text: str, known: set[str], official: bool) -> tuple[Optional[str], Optional[str], Optional[str], bool]:
    """Bare code, level, vintage of the suffix, and whether a lost zero was put back."""
    if not text:
        return None, None, None, False
    bare, vintage = _parts(text)
    labelled = _LABELLED.fullmatch(bare)
    if labelled and bare not in known and (official or labelled[1] in known or level_of(labelled[1]) in VINTAGES):
        bare = labelled[1]
    raised = bare.upper()
    if level_of(raised) in VINTAGES or _LOST_ZERO.fullmatch(raised):
        bare = raised
    short = bool(_SHORT.fullmatch(bare)) and bare not in known and f"0{bare}" in known
    padded = short or bool(_LOST_ZERO.fullmatch(bare))
    bare = f"0{bare}" if padded else bare
    return bare, level_of(bare), vintage, padded


def level_of_areas(levels: np.ndarray) -> str:
    """The one level (n object, None = no code) that a layer of areas is of; odd codes among them change nothing."""
    found = sorted(set(levels) - {None, OTHER})
    if len(found) > 1:
        raise MixedLevels(found)
    return found[0] if found else OTHER


def vintage_name(level: str, text: str) -> str:
    """The register's name of a vintage that is written as ``2025_v2``, ``DeSO 2025`` or ``2025``.

    Raises ``UnknownVintage`` for a level that has vintages; the names of other divisions stand as they are.
    """
    if level not in VINTAGES:
        return text.strip()
    named = _NAMED.fullmatch(text.strip())
    if not named or named[1] not in VINTAGES[level]:
        raise UnknownVintage(level, text)
    return named[1]


def vintage_of_field(level: str, field: str) -> Optional[str]:
    """The vintage that the name of a column of codes says, such as ``DeSO_2018`` or ``RegSOkod_2020``."""
    named = _IN_FIELD.search(field)
    said = named and named[1].lower() == level and named[2] in VINTAGES.get(level, ())
    return named[2] if said else None


def vintage_together(level: str, vintage: str, other: str) -> str:
    """The vintage of the level ``other`` that holds at the same time: RegSO 2020 with DeSO 2018."""
    return VINTAGES[other][VINTAGES[level].index(vintage)]


def vintage_of_year(level: str, year: int) -> Optional[str]:
    """The vintage of ``level`` that figures of ``year`` are published for; None for a level without vintages."""
    return VINTAGES[level][int(year > LAST_YEAR_OF_OLDER)] if level in VINTAGES else None


def outside_years(level: str, vintage: Optional[str], years: np.ndarray) -> np.ndarray:
    """Which of ``years`` (n, NaN = untold) the vintage has no figures for, whatever number stands there."""
    years = np.asarray(years, float)
    if level not in VINTAGES or vintage not in VINTAGES[level]:
        return np.zeros(len(years), bool)
    newer = years > LAST_YEAR_OF_OLDER
    return np.isfinite(years) & (newer != (vintage == VINTAGES[level][1]))


def vintages_of(
    level: str,
    codes: Codes,
    told: Optional[Sequence[Optional[str]]] = None,
    declared: Optional[str] = None,
    years: Optional[np.ndarray] = None,
) -> np.ndarray:
    """The vintage (n object) of every code of ``level``; None for other levels' codes, and where nothing is told of a
    level without vintages.

    In this order: what a field says (``told``, n), the suffix, ``declared`` for the whole table, and the ``years`` (n) of
    the figures. Where some codes have SCB's suffix the bare ones are of the older vintage: SCB gives it to every code of
    the newer. Raises ``NoVintage``, ``UnknownVintage`` or ``Contradiction``.
    """
    here, found = codes.level == level, said_vintages(level, codes, told)
    bare = here & ~_told(found)
    if not bare.any():
        return found
    if level in VINTAGES and _told(np.where(here, codes.suffix, None)).any():
        found[bare] = VINTAGES[level][0]
    elif declared:
        found[bare] = vintage_name(level, declared)
    elif level in VINTAGES:
        found[bare] = _by_year(level, years[bare] if years is not None else np.zeros(0))
    return found


def said_vintages(level: str, codes: Codes, told: Optional[Sequence[Optional[str]]] = None) -> np.ndarray:
    """The vintage (n object) that a field (``told``, n) or a suffix says of every code of ``level``; None where neither does.

    Raises ``UnknownVintage`` or ``Contradiction``.
    """
    here = codes.level == level
    by_field = _names(level, told if told is not None else [None] * len(here), here)
    by_suffix = _names(level, codes.suffix, here)
    both = _told(by_field) & _told(by_suffix)
    for row in np.flatnonzero(both & (by_field != by_suffix))[:1]:
        raise Contradiction(codes.code[row], by_field[row], by_suffix[row])
    return np.where(_told(by_field), by_field, by_suffix)


def one_vintage(level: str, vintages: np.ndarray) -> Optional[str]:
    """The vintage that all areas of ``level`` are of (``vintages`` n object); raises ``SeveralVintages``."""
    found = sorted({name for name in vintages if name})
    if len(found) > 1:
        raise SeveralVintages(found)
    return found[0] if found else None


def _names(level: str, texts: Sequence[Optional[str]], here: np.ndarray) -> np.ndarray:
    """``texts`` as names of vintages, None outside ``here`` (n) and where there is no text."""
    rows, distinct = pd.factorize(np.where(here, np.array(list(texts) or [], object), None))
    names = [vintage_name(level, text) if text.strip() else None for text in distinct]
    return np.array([*names, None], object)[rows]


def _told(names: np.ndarray) -> np.ndarray:
    return np.array([bool(name) for name in names] or [], bool)


def _by_year(level: str, years: np.ndarray) -> str:
    """The only vintage that figures of ``years`` can be of; raises ``NoVintage``."""
    known = sorted({int(year) for year in years[np.isfinite(years)]})
    named = {vintage_of_year(level, year) for year in known}
    if len(named) != 1:
        raise NoVintage(level, known)
    return named.pop()
