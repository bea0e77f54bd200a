"""Key files between areas: which RegSO a DeSO lies in, and which share of an area went to which new one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple, Optional

import numpy as np
from qgis.core import QgsProcessingException

from ..core.deso.area_types import full_name
from ..core.deso.carry import Key
from ..core.deso.vintage import (
    DESO,
    REGSO,
    VINTAGES,
    DifferentLevels,
    DifferentVintages,
    level_of,
    level_of_areas,
    one_vintage,
    read_codes,
    vintage_of_field,
    vintage_together,
    vintages_of,
)
from ..i18n import tr
from .reading import listed
from .tables import amounts, has_field, read_columns, texts
from .vintages import AreaCodes, division, worded

_REGSO_NAME = re.compile(r"regso(?!_?kod)(?:_?namn)?_?\d*|regsonamn", re.IGNORECASE)
_MUNICIPALITY_NAME = re.compile(r"kommun_?namn", re.IGNORECASE)
_OLD = ("from_code", "old_code", "DeSO_2018", "RegSO_2020")
_NEW = ("to_code", "new_code", "DeSO_2025", "RegSO_2025")
_LOOKED_AT = 50  # rows that tell which columns hold codes


class KeyFields(NamedTuple):
    """Fields of a key from DeSO to RegSO; "" = find it. ``vintage`` is the DeSO's or RegSO's, where nothing else says it."""

    deso: str
    regso: str
    regso_name: str
    municipality_name: str
    vintage: str


class CarryFields(NamedTuple):
    """Fields of a key of shares; "" = find it. ``declared`` is the vintage that it leads to, where nothing else says it."""

    old: str
    new: str
    old_vintage: str
    new_vintage: str
    share: str
    declared: str


class CarryKey(NamedTuple):
    """A key from the areas asked about, and the ``level`` and ``vintage`` that it leads to."""

    key: Key
    level: str
    vintage: Optional[str]


class RegsoKey(NamedTuple):
    """The RegSO code of each DeSO code, and of each full name; and the vintage of the RegSO."""

    of_deso: dict[str, str]
    of_name: dict[str, str]
    vintage: str


def read_regso_key(source, layer: str, fields: KeyFields, feedback) -> RegsoKey:
    """A key such as SCB's, with a DeSO and a RegSO code in each row; names of RegSO where it has them."""
    columns = read_columns(source, layer, source.fields().names(), feedback)
    found = {name: texts(values) for name, values in columns.items()}
    deso = fields.deso or _column_of(DESO, found)
    regso = fields.regso or _column_of(REGSO, found)
    if not deso or not regso:
        raise QgsProcessingException(
            tr("{layer} has no columns of both DeSO and RegSO codes. Its fields are: {fields}.").format(
                layer=layer, fields=", ".join(found)
            )
        )
    codes, wholes = read_codes(found[deso]), read_codes(found[regso])
    vintage = _vintage(fields, deso, regso, wholes, layer)
    pairs = [(one, of) for one, of in zip(codes.code, wholes.code) if one is not None and of is not None]
    names = _names(found, fields, wholes.code)
    return RegsoKey(_one_to_one(pairs, layer), _one_to_one(names, layer), vintage)


def read_carry_key(source, layer: str, fields: CarryFields, areas: AreaCodes, account, feedback) -> CarryKey:
    """The rows of the key that lead from the vintage of ``areas``; to one vintage."""
    old, new = (_usual(source, layer, given, names) for given, names in ((fields.old, _OLD), (fields.new, _NEW)))
    told = [
        _there(source, given, name)
        for given, name in ((fields.old_vintage, "from_vintage"), (fields.new_vintage, "to_vintage"))
    ]
    share = _there(source, fields.share, "share")
    columns = read_columns(
        source, layer, list(dict.fromkeys(name for name in (old, new, *told, share) if name)), feedback
    )
    own = {code for code in areas.codes if code is not None}
    froms, tos = read_codes(texts(columns[old]), own), read_codes(texts(columns[new]), own)
    named = [texts(columns[name]) if name else None for name in told]
    with worded(layer, "AREAS"):
        by_old = vintages_of(areas.level, froms, named[0], vintage_of_field(areas.level, old) or areas.vintage)
        from_here = np.array([name == areas.vintage for name in by_old] or [], bool) & (froms.level == areas.level)
        if not from_here.any():
            others = {name for name in by_old if name}
            raise (
                DifferentVintages(areas.level, areas.vintage or "", sorted(others))
                if others
                else DifferentLevels(areas.level, sorted(set(froms.level) - {None}))
            )
        level = level_of_areas(tos.level[from_here])
        by_new = vintages_of(level, tos, named[1], vintage_of_field(level, new) or fields.declared or None)
        wanted = from_here & ((by_new == fields.declared) | (not fields.declared))
        vintage = one_vintage(level, by_new[wanted])
    if level in VINTAGES and (level, vintage) == (areas.level, areas.vintage):
        raise QgsProcessingException(
            tr(
                "{layer} leads from {division} to the same. Choose the key that leads from the vintage of the areas to another."
            ).format(layer=layer, division=areas.label)
        )
    whole = np.array([code is not None for code in tos.code] or [], bool)
    _say_left_out(
        int((~from_here).sum()),
        int((from_here & ~wanted).sum()),
        int((wanted & ~whole).sum()),
        layer,
        account,
        feedback,
    )
    kept = np.flatnonzero(wanted & whole)
    shares = amounts([columns[share][row] for row in kept]) if share else _shares_of_one(froms.code[kept], layer)
    return CarryKey(Key(froms.code[kept], tos.code[kept], shares), level, vintage)


def _shares_of_one(old: np.ndarray, layer: str) -> np.ndarray:
    """A key without shares can only lead each area to one other."""
    several = sorted(code for code, times in Counter(old).items() if times > 1)
    if several:
        raise QgsProcessingException(
            tr(
                "{n} areas of {layer} lead to several others, and it has no shares: {list}. Choose the field of the share."
            ).format(n=len(several), layer=layer, list=listed(several))
        )
    return np.ones(len(old))


def _say_left_out(elsewhere: int, further: int, nowhere: int, layer: str, account, feedback) -> None:
    for text, n in (
        (tr("{n} rows of {layer} do not lead from the vintage of the areas, and are left out."), elsewhere),
        (tr("{n} rows of {layer} lead to another vintage, and are left out."), further),
        (tr("{n} rows of {layer} lead to no code, and are left out."), nowhere),
    ):
        if n:
            account.say(feedback, text.format(n=n, layer=layer), warn=True)


def _there(source, given: str, usual: str) -> str:
    return given or (usual if has_field(source, usual) else "")


def _usual(source, layer: str, given: str, names: tuple[str, ...]) -> str:
    """The field given, or the first of the usual ``names`` that the key has."""
    found = given or next((name for name in names if has_field(source, name)), "")
    if not found:
        raise QgsProcessingException(
            tr(
                "{layer} has none of the fields {names}. Choose the fields of the codes; its fields are: {fields}."
            ).format(layer=layer, names=", ".join(names), fields=", ".join(source.fields().names()))
        )
    return found


def require_vintage(key: RegsoKey, wanted: str, layer: str) -> None:
    """Stop where the key is of other RegSO than ``wanted``."""
    if key.vintage != wanted:
        raise QgsProcessingException(
            tr("{layer} is a key of {found}, but {wanted} is needed. Choose SCB's key of the same vintage as the areas.").format(
                layer=layer, found=division(REGSO, key.vintage), wanted=division(REGSO, wanted)
            )
        )  # fmt: skip


def _column_of(level: str, found: dict) -> str:
    """The first column whose texts all are codes of ``level``."""
    for name, values in found.items():
        seen = [text for text in values[:_LOOKED_AT] if text]
        if seen and all(level_of(code) == level for code in read_codes(seen).code):
            return name
    return ""


def _named(found: dict, pattern: re.Pattern) -> str:
    return next((name for name in found if pattern.fullmatch(name.strip())), "")


def _names(found: dict, fields: KeyFields, codes) -> Iterable[tuple[str, str]]:
    regso = fields.regso_name or _named(found, _REGSO_NAME)
    municipality = fields.municipality_name or _named(found, _MUNICIPALITY_NAME)
    if not regso:
        return []
    wholes = found[municipality] if municipality else [None] * len(codes)
    return [
        (full_name(whole, name) if whole else name, code)
        for whole, name, code in zip(wholes, found[regso], codes)
        if name and code is not None
    ]


def _vintage(fields: KeyFields, deso: str, regso: str, wholes, layer: str) -> str:
    """Of the RegSO: what is declared, what the fields' names say, or the codes' suffix."""
    together: Optional[str] = vintage_of_field(REGSO, regso)
    if not together and (vintage_of_field(DESO, deso) or fields.vintage in VINTAGES[DESO]):
        together = vintage_together(DESO, vintage_of_field(DESO, deso) or fields.vintage, REGSO)
    with worded(layer):
        return next(iter(set(vintages_of(REGSO, wholes, None, together or fields.vintage or None)) - {None}), "")


def _one_to_one(pairs: Iterable[tuple[str, str]], layer: str) -> dict[str, str]:
    told: dict[str, set[str]] = {}
    for one, of in pairs:
        told.setdefault(one, set()).add(of)
    several = sorted(one for one, wholes in told.items() if len(wholes) > 1)
    if several:
        raise QgsProcessingException(
            tr("{n} areas of {layer} lie in several RegSO: {list}. Correct the key first.").format(
                n=len(several), layer=layer, list=listed(several)
            )
        )
    return {one: next(iter(wholes)) for one, wholes in told.items()}
