"""What codes of the register are called in the user's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .. import catalogue
from ..adapters.dock_layers import dock_layers
from ..adapters.facility_index import UNKNOWN, Words
from ..adapters.municipalities import municipality_names
from ..adapters.workspace_snapshot import DIGITS, DataLayer
from ..i18n import tr
from .language import language

#: County code of the made-up sample county, and of the strip of its neighbour.
SAMPLE, SAMPLE_NEIGHBOUR = "99", "98"


def words_of(region: str) -> Callable[[Mapping[str, str]], Words]:
    """The vocabulary of a region, given the names of its municipalities by code."""
    spoken = language()

    def words(municipalities: Mapping[str, str]) -> Words:
        return Words(
            lambda code: type_label(code, region, spoken),
            lambda code: service_label(code, spoken),
            lambda code: municipalities.get(code) or municipality_label(code),
        )

    return words


def type_label(code: str, region: str = "", spoken: str = "") -> str:
    kind = catalogue.care().types.get(code)
    return code if kind is None else kind.label_in(region, spoken or language())


def service_label(code: str, spoken: str = "") -> str:
    return _label(catalogue.services().services, code, spoken)


def care_form_label(code: str) -> str:
    return _label(catalogue.services().care_forms, code)


def urgency_label(code: str) -> str:
    return _label(catalogue.services().urgencies, code)


def huvudman_label(codes: str) -> str:
    """Several stand with ``;`` between them."""
    known = catalogue.operators().huvudman
    return ", ".join(_label(known, code) for code in codes.split(";")) if codes != UNKNOWN else tr("Not known")


def driftsform_label(code: str) -> str:
    return _label(catalogue.operators().driftsform, code) if code != UNKNOWN else tr("Not known")


def capacity_label(code: str) -> str:
    return _label(catalogue.capacity_kinds(), code)


def capacity_unit(code: str) -> str:
    kind = catalogue.capacity_kinds().get(code)
    return "" if kind is None else kind.unit.get(language())


def municipality_label(code: str) -> str:
    return municipality_names().get(code, code)


def region_label(code: str) -> str:
    known = catalogue.regions().regions.get(code)
    if known is not None:
        return known.name
    return {SAMPLE: tr("Sample county (made up)"), SAMPLE_NEIGHBOUR: tr("Its neighbour (made up)")}.get(code, code)


def layer_label(data: DataLayer) -> str:
    """What a layer of health's geography is called beside others of its kind."""
    parts = [
        part_label(column, str(data.where[column])) for column in data.kind.split if column not in ("vintage", DIGITS)
    ]
    if data.name:
        parts = [data.name, *parts[2:]] if len(parts) > 1 else [data.name]
        level = part_label("area_level", str(data.where.get("area_level", "")))
        parts.append(level)
    return ", ".join(part for part in parts if part) or data.kind.label(language())


def division_label(vintage: str, digits: str) -> str:
    """``DeSO 2025``, where the length of the code tells which division it is."""
    known = dock_layers().words[DIGITS].get(digits)
    return f"{known.get(language())} {vintage}" if known else tr("Division of {year}").format(year=vintage)


def part_label(column: str, code: str) -> str:
    return dock_layers().word(column, code, language())


def _label(entries, code: str, spoken: str = "") -> str:
    entry = entries.get(code)
    return code if entry is None else entry.label(spoken or language())
