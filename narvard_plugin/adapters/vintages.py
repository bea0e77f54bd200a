"""Area codes and their vintages read from layers, and sentences for what must not be joined."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from typing import NamedTuple, Optional

import numpy as np
from qgis.core import QgsFeatureSource, QgsProcessingException

from ..core.deso.vintage import (
    DESO,
    MUNICIPALITY,
    NATION,
    OTHER,
    REGION,
    REGSO,
    VINTAGES,
    Codes,
    Contradiction,
    DifferentLevels,
    DifferentVintages,
    MixedLevels,
    NoVintage,
    SeveralVintages,
    UnknownVintage,
    VintageError,
    level_of_areas,
    one_vintage,
    read_codes,
    said_vintages,
    vintage_name,
    vintage_of_field,
    vintages_of,
)
from ..i18n import tr
from .reading import as_text, listed
from .tables import has_field, read_columns, refuse_repeated, texts

#: Where layers say their vintage when no field is named: the register's column, and that of SCB's own layers.
_USUAL_FIELDS = ("vintage", "version")


class AreaCodes(NamedTuple):
    """Areas (a): their bare ``codes`` (object, None = none), and the one ``level`` and ``vintage`` they are of."""

    codes: np.ndarray
    level: str
    vintage: Optional[str]

    @property
    def label(self) -> str:
        return division(self.level, self.vintage)


def vintage_field(source, named: str) -> str:
    """The field ``named`` by the user, else a usual one that ``source`` has; "" without."""
    return named or next((name for name in _USUAL_FIELDS if has_field(source, name)), "")


def told_vintages(values: Optional[Sequence], level: str, named: bool) -> Optional[list[Optional[str]]]:
    """What a field says of vintages, as text; a field that nobody ``named`` counts only where all of it can be vintages."""
    if values is None:
        return None
    told = [None if value is None else as_text(value) for value in values]
    if not named and level in VINTAGES:
        try:
            for text in {text for text in told if text}:
                vintage_name(level, text)
        except UnknownVintage:
            return None
    return told


def area_codes(
    values: Sequence,
    field: str,
    layer: str,
    told: Optional[Sequence],
    declared: str,
    account,
    feedback,
    *,
    named=False,
    known=(),
) -> AreaCodes:
    """What the ``values`` of the code ``field`` of the areas in ``layer`` say; of one level and vintage, each code once.

    ``told`` is the column of vintages (``named`` by the user or not), ``declared`` the vintage given for the whole layer,
    and ``known`` the codes of the other side, against which lost zeros are put back.
    """
    codes = read_codes(texts(values), known)
    with worded(layer):
        level = level_of_areas(codes.level)
        told = told_vintages(told, level, named)
        vintage = one_vintage(level, vintages_of(level, codes, told, declared or vintage_of_field(level, field)))
        if declared and vintage != declared:
            raise Contradiction(next(code for code in codes.code if code is not None), vintage or "", declared)
    refuse_repeated([code for code in codes.code if code is not None], layer, tr("area code"))
    say_padded(codes, layer, account, feedback)
    return AreaCodes(codes.code, level, vintage)


class Coded(NamedTuple):
    """Something with area codes: its ``source``, the ``layer`` (parameter) that it is, and the ``field`` of the codes."""

    source: QgsFeatureSource
    layer: str
    field: str


def refuse_other_vintages(areas: Coded, others: Sequence[Coded], feedback) -> None:
    """Stop where ``areas`` are of several vintages, or say another than what some of ``others`` say that they are of.

    Where one side says nothing, nothing can be compared.
    """
    level, own = _said(areas, None, feedback)
    with worded(areas.layer):
        vintage = one_vintage(level, np.array([*own, None], object))
    for other in others if vintage else ():
        said = _said(other, level, feedback)[1] - {vintage}
        if said:
            with worded(other.layer, areas.layer):
                raise DifferentVintages(level, vintage, sorted(said))


def _said(coded: Coded, level: Optional[str], feedback) -> tuple[str, set[str]]:
    """The vintages that a field or the suffixes say of codes of ``level``; None = the level of most codes."""
    field = vintage_field(coded.source, "")
    columns = read_columns(
        coded.source, coded.layer, list(dict.fromkeys([coded.field, *[field] * bool(field)])), feedback
    )
    codes = read_codes(texts(columns[coded.field]))
    level = level or max(sorted(set(codes.level) - {None}), key=list(codes.level).count, default=OTHER)
    usable = level in VINTAGES or field == _USUAL_FIELDS[0]  # any layer may have a version of its own
    with worded(coded.layer):
        told = told_vintages(columns.get(field), level, False) if usable else None
        return level, {name for name in said_vintages(level, codes, told) if name}


def say_padded(codes: Codes, layer: str, account, feedback) -> None:
    """How many codes got a lost leading zero back."""
    padded = sorted({str(code) for code in codes.code[codes.padded]})
    if padded:
        text = tr("{n} codes of {layer} had lost their leading zero and got it back: {list}. Keep codes as text.")
        account.say(feedback, text.format(n=len(padded), layer=layer, list=listed(padded)), warn=True)


def level_word(level: str) -> str:
    """What users call areas of the level."""
    return {
        DESO: "DeSO",
        REGSO: "RegSO",
        MUNICIPALITY: tr("municipality (kommun)"),
        REGION: tr("region (län)"),
        NATION: tr("the nation (riket)"),
    }.get(level, tr("own division"))


def division(level: str, vintage: Optional[str]) -> str:
    """The level with its vintage: DeSO 2025."""
    return f"{level_word(level)} {vintage}" if vintage else level_word(level)


@contextlib.contextmanager
def worded(layer: str, other: str = ""):
    """Turn a ``VintageError`` about ``layer``, or about joining ``layer`` to ``other``, into its sentence."""
    try:
        yield
    except VintageError as error:
        raise QgsProcessingException(sentence(error, layer, other)) from error


def sentence(error: VintageError, layer: str, other: str = "") -> str:
    """What stands in the way of joining ``layer`` to the areas ``other``, and what to do."""
    if isinstance(error, MixedLevels):
        return tr("{layer} holds areas of several levels ({levels}). Filter it to one of them first.").format(
            layer=layer, levels=", ".join(map(level_word, error.levels))
        )
    if isinstance(error, SeveralVintages):
        return tr(
            "{layer} holds areas of several vintages ({vintages}), which lie over each other. Filter it to one first, such as "
            "\"vintage\" = '{newest}'."
        ).format(layer=layer, vintages=", ".join(error.vintages), newest=error.vintages[-1])
    if isinstance(error, NoVintage):
        return _no_vintage(error, layer)
    if isinstance(error, UnknownVintage):
        return tr("{layer} has {level} codes of the vintage {text}, but there are only {known}. Correct its vintage.").format(
            layer=layer, level=level_word(error.level), text=error.text, known=", ".join(VINTAGES[error.level])
        )  # fmt: skip
    if isinstance(error, Contradiction):
        return tr("{layer} says two vintages of {code}: {one} and {other}. Correct its vintage.").format(
            layer=layer, code=error.code, one=error.one, other=error.other
        )
    if isinstance(error, DifferentVintages):
        return tr(
            "{layer} is of {others}, but {other} is of {own}. Codes of two vintages may name different land, so they are never "
            "joined. Carry the figures over with a key file (the tool changevintage), or through land or people "
            "(catchmentprofile)."
        ).format(
            layer=layer,
            other=other,
            own=division(error.level, error.own),
            others=", ".join(division(error.level, name) for name in error.others),
        )
    if isinstance(error, DifferentLevels):
        return tr(
            "{layer} holds figures of {others}, but {other} is of {own}. A figure is shown only on the level that it was made for: "
            "it says nothing of how the parts differ. Choose areas of the same level, or a table of theirs."
        ).format(
            layer=layer, other=other, own=level_word(error.own), others=", ".join(map(level_word, error.others))
        )  # fmt: skip
    raise error


def _no_vintage(error: NoVintage, layer: str) -> str:
    older, newer = VINTAGES[error.level]
    facts = {
        "layer": layer,
        "level": level_word(error.level),
        "known": tr("{older} or {newer}").format(older=older, newer=newer),
    }
    if error.years:
        text = tr(
            "{layer} has {level} codes without a vintage and figures of years on both sides of 2024 ({years}), so they may be of "
            "{known}. Choose the vintage of {layer}, or the field that says it."
        )
        return text.format(years=listed(error.years), **facts)
    text = tr(
        "Nothing says which vintage the {level} codes of {layer} are of. The same code may name different land in {known}: choose "
        "the vintage of {layer}, or the field that says it."
    )
    return text.format(**facts)
