"""Areas of two vintages or levels in one layer would count everybody twice: such a layer is refused."""

from __future__ import annotations

from ..core.deso.vintage import (
    OTHER,
    VINTAGES,
    Codes,
    MixedLevels,
    SeveralVintages,
    one_vintage,
    read_codes,
    vintages_of,
)
from .tables import has_field, read_columns, texts
from .vintages import worded

FIELD = "vintage"


def refuse_overlapping_areas(source, layer: str, code: str, feedback) -> None:
    """Stop where the field ``vintage`` of ``source``, or its codes in the field ``code`` ("" = none), are of several kinds."""
    names = [*([FIELD] if has_field(source, FIELD) else []), *([code] if code and code != FIELD else [])]
    columns = {name: texts(values) for name, values in read_columns(source, layer, names, feedback).items()}
    with worded(layer):
        told = sorted({name for name in columns.get(FIELD, ()) if name})
        if len(told) > 1:
            raise SeveralVintages(told)
        if code:
            _refuse_mixed(read_codes(columns[code]))


def _refuse_mixed(codes: Codes) -> None:
    """DeSO beside their kommun, or codes with SCB's suffix beside bare ones. Numbers of an own division may look like anything."""
    levels = sorted(set(codes.level) - {None, OTHER})
    if len(levels) > 1 and set(levels) & set(VINTAGES):
        raise MixedLevels(levels)
    for level in set(levels) & set(VINTAGES):
        if any(codes.suffix):
            one_vintage(level, vintages_of(level, codes))
