"""What the numbers of plan provisions mean: floor areas with their denominators, heights with their datum, plots, dwellings.

Codes and wordings are those of Boverket's Planbestämmelsekatalogen, release 7. A number is never taken for more than its
provision says: where the denominator, the datum or the value is not known, the result is unclear and tells why.
"""

from __future__ import annotations

import fnmatch
import json
import math
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Optional

import pandas as pd

from ..figures import Unreadable, read_number
from .provision_wording import code_of_wording

GROSS_AREA, FOOTPRINT, UNDER_GROUND = "bruttoarea", "byggnadsarea", "bruttoarea_under_mark"
HEIGHT, STOREYS, PLOT, DWELLINGS = "hojd", "vaningar", "fastighetsstorlek", "bostader"
DISTANCE, PERMEABLE = "avstand", "genomslapplig_mark"

#: What a floor area is counted on, and what a height is measured from.
NO_BASIS, PER_USE, PER_PLOT, PER_BUILDING = "none", "anvandningsomrade", "fastighet", "byggnad"
OF_USE, OF_PROPERTY = "fastighetsarea_i_anvandningsomrade", "fastighetsarea_i_egenskapsomrade"
GROUND_LEVEL, DATUM = "mark", "nollplan"

MOST, LEAST, EXACT = "Max", "Min", "Exakt"
SQUARE_METRES, PERCENT, METRES, COUNT, FLOORS = "m2", "%", "m", "antal", "våningar"
_UNITS = {
    "kvadratmeter": SQUARE_METRES, "m2": SQUARE_METRES, "m²": SQUARE_METRES, "kvm": SQUARE_METRES, "procent": PERCENT,
    "%": PERCENT, "meter": METRES, "m": METRES, "antal": COUNT, "st": COUNT, "våningar": FLOORS,
}  # fmt: skip
_BOUNDS = {"max": MOST, "min": LEAST, "exakt": EXACT}
_FILLED = re.compile(r"\d+(?:[\s\u00a0\u202f]\d{3})*(?:[.,]\d+)?")

#: Families of today's codes, and codes of earlier releases that were about the same. What the older numbers are measured from
#: has not been read, so they have no meaning here; but they are there, and nobody may take the plan for one without them.
HEIGHTS, FLOOR_AREAS = "DP_KM_Eg_Hojd_", "DP_KM_Eg_Utnytt_"
_OLDER = {
    HEIGHTS: re.compile(r"DP_KM_Eg_\w*(hojd|vaning)", re.IGNORECASE),
    FLOOR_AREAS: re.compile(r"DP_KM_Eg_Omfatt_\w*(area|exploat|utnytt)", re.IGNORECASE),
}

#: Why a number cannot be used; `adapters.plan_words` says it to users.
NO_MEANING, NO_VALUE, MANY_VALUES, OTHER_UNIT, OTHER_BOUND = (
    "no_meaning", "no_value", "many_values", "other_unit", "other_bound",
)  # fmt: skip


class Meaning(NamedTuple):
    """What the number of a provision is: ``quantity``, ``unit``, ``bound`` (Max, Min, Exakt), ``basis`` (the denominator of an
    area or the datum of a height) and, for heights, ``form`` (nockhojd, totalhojd, byggnadshojd)."""

    quantity: str
    unit: str
    bound: str
    basis: str = NO_BASIS
    form: str = ""

    @property
    def like(self) -> tuple[str, str, str]:
        """Only numbers alike in this may be summed or compared."""
        return (self.quantity, self.basis, self.form)


class Value(NamedTuple):
    """The number of one provision (NaN where it has none that can be used; ``problem`` then says why)."""

    provision_id: str
    code: str
    meaning: Optional[Meaning]
    number: float
    problem: str = ""


def meaning_of(code: Optional[str], wording: Optional[str] = None) -> Optional[Meaning]:
    """What the number behind a catalogue code is; by the catalogue's wording where the code is not known. None = none known."""
    code = known_code(code, wording)
    kind, _, last = code.removeprefix("DP_KM_Eg_").rpartition("_")
    if not code.startswith("DP_KM_Eg_"):
        return None
    if kind.startswith("Hojd_"):
        return _height(kind, last, wording)
    if kind.startswith("Utnytt_"):
        return _floor_area(kind, last)
    if kind.startswith("Fastighetsstorlek_"):
        bound = LEAST if "Minsta" in last else MOST if "Storsta" in last else None
        return Meaning(PLOT, SQUARE_METRES, bound) if bound else None
    if kind.startswith("LghFordelningOchStorlek"):
        return _dwellings(wording)
    if (kind, last) == ("Plac_Byggnadsverk", "Fastgrans"):
        return Meaning(DISTANCE, METRES, LEAST)
    if (kind, last) == ("MarkensAnordOchVeg_MarkensGenomslapp", "Proc"):
        return Meaning(PERMEABLE, PERCENT, LEAST)
    return None


def known_code(code: Optional[str], wording: Optional[str]) -> str:
    """The catalogue code; what the wording tells of it where it is missing; else blank."""
    return _text(code) or code_of_wording(_text(wording))


def _height(kind: str, last: str, wording: Optional[str]) -> Optional[Meaning]:
    if "HogstaVan" in f"{kind}_{last}":
        return Meaning(STOREYS, FLOORS, MOST)
    bound = {"Hojd_HogstaHojd": MOST, "Hojd_ExaktHojd": EXACT, "Hojd_LagstaHojd": LEAST}.get(kind)
    form = next((form for form in ("nockhojd", "totalhojd", "byggnadshojd") if form in last.lower()), None)
    if bound is None or form is None:
        return None
    return Meaning(HEIGHT, METRES, bound, DATUM if last.endswith("Nollplan") else GROUND_LEVEL, form)


def _floor_area(kind: str, last: str) -> Optional[Meaning]:
    group = kind.removeprefix("Utnytt_")
    bound = LEAST if "Minsta" in group else MOST
    if group == "AreaPerByggnad":
        quantity = GROSS_AREA if "Brutto" in last else FOOTPRINT if "Byggnads" in last else None
        return Meaning(quantity, SQUARE_METRES, bound, PER_BUILDING) if quantity else None
    if group == "AreaUnderMark":
        return Meaning(UNDER_GROUND, SQUARE_METRES, bound) if last == "StorstaKvm" else None
    found = re.fullmatch(r"(Brutto|Byggnadsarea|Byggnads)(Kvm|Anv|Egen|Fastigh)?", last)
    if not found:
        return None
    quantity, suffix = GROSS_AREA if found[1] == "Brutto" else FOOTPRINT, found[2]
    if group in ("StorstaAreaKvm", "MinstaAreaKvm"):
        # "none" and "Kvm" are the same: so many m², for the area that the provision itself has.
        basis = {None: NO_BASIS, "Kvm": NO_BASIS, "Anv": PER_USE, "Fastigh": PER_PLOT}.get(suffix)
        return Meaning(quantity, SQUARE_METRES, bound, basis) if basis else None
    if group in ("StorstaAreaProc", "MinstaAreaProc"):
        basis = {"Anv": OF_USE, "Egen": OF_PROPERTY, "Fastigh": PER_PLOT, None: NO_BASIS}.get(suffix)
        return Meaning(quantity, PERCENT, bound, basis) if basis else None
    return None


def _dwellings(wording: Optional[str]) -> Optional[Meaning]:
    """A number of dwellings; the catalogue's other numbers of this kind are shares and sizes of flats."""
    text = _text(wording).lower()
    if not re.search(r"antal (bostäder|lägenheter|bostadslägenheter|bostadsenheter)", text):
        return None
    bound = MOST if re.search(r"högst|störst", text) else LEAST if re.search(r"minst|lägst", text) else EXACT
    return Meaning(DWELLINGS, COUNT, bound)


def values(provisions: pd.DataFrame) -> list[Value]:
    """The number of every provision (rows of `plan_content.PlanContent.provisions`) that has, or should have, one.

    Provisions without any number, such as uses, are not in the list; one whose number has no known meaning is.
    """
    found = (_value(row) for row in provisions.to_dict("records"))
    return [value for value in found if value is not None]


def _value(row: Mapping) -> Optional[Value]:
    wording = _text(row.get("wording"))
    code, meaning = known_code(row.get("code"), wording), meaning_of(row.get("code"), wording)
    told = numbers_told(row.get("values_json"))
    if meaning is None:
        if not told:
            return None
        return Value(str(row["provision_id"]), code, None, math.nan, NO_MEANING)
    number, problem = _the_number(told, wording, meaning)
    return Value(str(row["provision_id"]), code, meaning, number, problem)


class Told(NamedTuple):
    """A number that a provision tells: what it is said to be, its unit and its bound, each blank where it is not said."""

    number: float
    description: str = ""
    unit: str = ""
    bound: str = ""


def numbers_told(values_json: Optional[str]) -> list[Told]:
    """The numbers of the column ``values_json`` (``bestammelsevarde`` of Detaljplan 4.1); texts among the values are left out."""
    try:
        items = json.loads(_text(values_json) or "[]")
    except ValueError:
        return []
    items = items if isinstance(items, list) else [items]
    found = (_told(item) for item in items if isinstance(item, Mapping))
    return [told for told in found if told is not None]


def _told(item: Mapping) -> Optional[Told]:
    given = item.get("variabelvarde", item.get("value"))
    if _text(item.get("datatyp")).lower() == "text":
        return None
    try:
        number = read_number(_text(given))
    except Unreadable:
        return None
    if number is None:
        return None
    description = _text(item.get("beskrivning", item.get("description")))
    unit = _UNITS.get(_text(item.get("enhet", item.get("unit"))).lower(), _text(item.get("enhet", item.get("unit"))))
    bound = _BOUNDS.get(_text(item.get("vardetyp", item.get("bound"))).lower(), "")
    return Told(number, description, unit, bound)


def _the_number(told: Sequence[Told], wording: str, meaning: Meaning) -> tuple[float, str]:
    """The number that ``meaning`` is about, or NaN and why there is none."""
    if not told:
        written = _FILLED.findall(re.sub(r"m2\b", "m²", wording))
        if len(written) != 1:
            return math.nan, MANY_VALUES if written else NO_VALUE
        return float(read_number(written[0])), ""
    fitting = [one for one in told if one.unit == meaning.unit] or list(told)
    if len({one.number for one in fitting}) > 1:
        return math.nan, MANY_VALUES
    one = fitting[0]
    if one.unit not in ("", meaning.unit) and (one.unit, meaning.unit) != (COUNT, FLOORS):
        return math.nan, OTHER_UNIT
    if one.bound and one.bound != meaning.bound:
        return math.nan, OTHER_BOUND
    if one.number < 0 and meaning.basis != DATUM:  # only the sea's level is a datum that something lies below
        return math.nan, NO_VALUE
    return one.number, ""


def matching(found: Sequence[Value], pattern: str) -> list[Value]:
    """The values whose code fits a ``pattern`` of the checklist, where * stands for any text, and those of an older release's
    code for the same thing, which have the problem NO_MEANING."""
    families = [family for family in _OLDER if pattern.startswith(family)]
    return [
        value for value in found
        if fnmatch.fnmatchcase(value.code, pattern) or any(is_about(value, family) and value.meaning is None for family in families)
    ]  # fmt: skip


def is_about(value: Value, family: str) -> bool:
    """Whether the code belongs to a family (HEIGHTS, FLOOR_AREAS), or did in an older release of the catalogue."""
    return value.code.startswith(family) or bool(_OLDER[family].match(value.code))


class Heights(NamedTuple):
    """The greatest numbers of a plan (NaN = none): metres ``above_ground``, metres ``above_datum``, ``storeys`` of older plans;
    and the heights that cannot be used. Metres above ground and above the datum never meet without an elevation model."""

    above_ground: float
    above_datum: float
    storeys: float
    unclear: tuple[Value, ...] = ()


def heights(provisions: pd.DataFrame, pattern: str = "DP_KM_Eg_Hojd_*", form: str = "") -> Heights:
    """The highest that the provisions allow, of all forms or of one (nockhojd, totalhojd, byggnadshojd).

    Least heights allow nothing and are left out. An older storey count stays a count: metres per storey are not known.
    """
    found = [value for value in matching(values(provisions), pattern) if _is_of(value, (HEIGHT, STOREYS), form)]
    fine = [value for value in found if not value.problem and value.meaning.bound != LEAST]
    return Heights(
        _most(v.number for v in fine if v.meaning.basis == GROUND_LEVEL),
        _most(v.number for v in fine if v.meaning.basis == DATUM),
        _most(v.number for v in fine if v.meaning.quantity == STOREYS),
        tuple(value for value in found if value.problem),
    )


def _is_of(value: Value, quantities: Sequence[str], form: str) -> bool:
    if value.meaning is None:  # a height whose form nobody knows
        return is_about(value, HEIGHTS)
    return value.meaning.quantity in quantities and form in ("", value.meaning.form)


class Limits(NamedTuple):
    """The strictest ``least`` and ``most`` that provisions set (NaN = none), and values that cannot be used."""

    least: float
    most: float
    unclear: tuple[Value, ...] = ()


def plot_sizes(provisions: pd.DataFrame) -> Limits:
    """Size of a plot (fastighet) in m²: the greatest least and the least greatest of the plan's provisions."""
    found = [value for value in values(provisions) if value.meaning and value.meaning.quantity == PLOT]
    fine = [value for value in found if not value.problem]
    return Limits(
        _most(v.number for v in fine if v.meaning.bound == LEAST),
        -_most(-v.number for v in fine if v.meaning.bound == MOST),
        tuple(value for value in found if value.problem),
    )


def dwellings(provisions: pd.DataFrame) -> Limits:
    """Number of dwellings that provisions tell, summed over them; the national specification has no such field of its own."""
    found = [value for value in values(provisions) if value.meaning and value.meaning.quantity == DWELLINGS]
    fine = [value for value in found if not value.problem]
    least = [v.number for v in fine if v.meaning.bound != MOST]
    most = [v.number for v in fine if v.meaning.bound != LEAST]
    return Limits(
        sum(least) if least else math.nan,
        sum(most) if most else math.nan,
        tuple(value for value in found if value.problem),
    )


def _most(numbers) -> float:
    return max(numbers, default=math.nan)


def _text(value) -> str:
    return "" if value is None or value != value else str(value).strip()
