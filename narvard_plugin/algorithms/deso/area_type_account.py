"""What a table of published area types is of, what is told about it, and what stands in its way."""

from __future__ import annotations

from collections import Counter

from qgis.core import QgsProcessingException

from ...adapters.area_keys import RegsoKey
from ...adapters.reading import listed
from ...adapters.vintages import AreaCodes, division
from ...core.deso.area_types import TYPES, AreaTypeError, Contradicting, NotIndex, NoTypes, Table
from ...core.deso.joining import year_of
from ...core.deso.vintage import DESO, REGSO
from ...i18n import tr


def of_year_only(table: Table, at: int, year: int | None, account, feedback) -> tuple[Table, int]:
    years = [year_of(row[at]) for row in table.rows]
    there = sorted({one for one in years if one})
    if not there or (year is not None and year not in there):
        raise QgsProcessingException(
            tr("{layer} has no rows of {year}. Its years are: {years}.").format(
                layer="TABLE", year=year or "–", years=listed(there) or "–"
            )
        )
    year = year or there[-1]
    return table._replace(rows=[row for row, own in zip(table.rows, years) if own == year]), year


def codes_of_names(areas, key: RegsoKey | None, account, feedback) -> list:
    if key is None:
        raise QgsProcessingException(
            tr("TABLE names its RegSO ({list}) and has no codes. Give KEY, SCB's key with names and codes.").format(
                list=listed(areas[:3])
            )
        )
    unknown = sorted(area for area in areas if area not in key.of_name)
    if len(unknown) == len(areas):
        raise QgsProcessingException(
            tr("No area of TABLE ({list}) is a RegSO code, or a name in KEY such as {names}. Choose another field as TABLE_AREA.").format(
                list=listed(areas[:3]), names=listed(list(key.of_name)[:3])
            )
        )  # fmt: skip
    if unknown:
        text = tr("{n} names of TABLE are not in KEY, and are left out: {list}.")
        account.say(feedback, text.format(n=len(unknown), list=listed(unknown)), warn=True)
    return [key.of_name.get(area) for area in areas]


def refuse_other_types(areas: AreaCodes, wanted: str, found: set[str]) -> None:
    """Types are of an area as it was drawn: they cannot be carried to another vintage as counts can."""
    if wanted not in found:
        raise QgsProcessingException(
            tr("TABLE has types of {found}, but AREAS is {own}, which needs types of {wanted}. Types cannot be carried to another vintage: choose a year of the same vintage, or areas of the table's.").format(
                found=", ".join(division(REGSO, name) for name in sorted(found)), own=areas.label, wanted=division(REGSO, wanted)
            )
        )  # fmt: skip


def tell(areas: AreaCodes, found, of, types, year, account, feedback) -> None:
    counts = Counter(found[found > 0])
    text = tr("{division}, year {year}: {types}.")
    told = ", ".join(tr("type {type}: {n}").format(type=kind, n=counts[kind]) for kind in TYPES)
    account.say(feedback, text.format(division=division(areas.level, areas.vintage), year=year or "–", types=told))
    if areas.level == DESO:
        text = tr(
            "SCB sets the types for RegSO: each DeSO has inherited that of its RegSO, and has no index of its own."
        )
        account.say(feedback, text)
    for text, at in (
        (tr("{n} areas are in no RegSO of the key, and have no type: {list}."), [one is None for one in of]),
        (
            tr("{n} areas lie in a RegSO that is not in TABLE, and have no type: {list}."),
            [one is not None and one not in types for one in of],
        ),
        (tr("{n} areas have no type from SCB (..): {list}."), [types.get(one) == 0 for one in of]),
    ):
        codes = [str(code) for code, here in zip(areas.codes, at) if here]
        if codes:
            account.say(feedback, text.format(n=len(codes), list=listed(sorted(codes))), warn=True)


def type_sentence(error: AreaTypeError) -> str:
    if isinstance(error, NoTypes):
        return tr("TABLE has no column of area types for that year. Its columns are {list}: choose TYPE_FIELD.").format(
            list=", ".join(error.found)
        )
    if isinstance(error, NotIndex) and not error.found:
        return tr("{field} holds nothing but 1–5: it is the area type, not the index. Choose it as TYPE_FIELD.").format(
            field=error.field
        )
    if isinstance(error, Contradicting):
        return tr(
            "{n} areas of TABLE have several types: {list}. Filter it to one row per RegSO, or choose YEAR_FIELD."
        ).format(n=len(error.found), list=listed(error.found))
    return tr(
        "{field} of TABLE holds {list}, which cannot be. Types are 1–5 and an index is a number: choose other fields."
    ).format(field=error.field, list=listed(error.found))
