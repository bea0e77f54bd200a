"""The bundled catalogue as words that an import of facilities is read by."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

from .. import catalogue
from ..core.facilities.presets import Presets, parse_presets
from ..core.facilities.reading import Words
from ..core.facilities.words import entry_words, municipality_words, region_words, service_words, type_words
from ..core.located import by_key, root_of
from ..paths import bundled


@cache
def facility_presets() -> Presets:
    operators = catalogue.operators()
    return parse_presets(_loaded("facility_presets"), catalogue.care().types, operators.huvudman, operators.driftsform)


@cache
def municipalities() -> Mapping[str, str]:
    """Names of the municipalities by code."""
    nodes = root_of(_loaded("municipalities")).nodes("municipalities")
    return by_key(nodes, "code", lambda node: node.text("name"))


@cache
def facility_words() -> Words:
    """Words and codes of the catalogue; codes that were not read in a source mean nothing here."""
    care, services, operators, presets = (
        catalogue.care(),
        catalogue.services(),
        catalogue.operators(),
        facility_presets(),
    )
    return Words(
        theme=care,
        presets=presets,
        types=type_words(care),
        services=service_words(services),
        huvudman=entry_words(operators.huvudman.values(), presets.huvudman),
        driftsform=entry_words(operators.driftsform.values(), presets.driftsform),
        regions=region_words(catalogue.regions().regions),
        municipalities=municipality_words(municipalities()),
        type_codes=_codes(care.types.values(), "hsaBusinessType"),
        service_codes=_codes(services.services.values(), "businessClassificationCode"),
    )


def _codes(entries, field: str) -> dict[str, str]:
    return {code.value: entry.id for entry in entries for code in entry.hsa if code.field == field and code.read}


def _loaded(name: str):
    return json.loads(bundled("resources", "data", f"{name}.json").read_text(encoding="utf-8"))
