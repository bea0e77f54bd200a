"""The bundled catalogue: regions, themes of facility types, services, operators and capacity kinds, each read once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from .core import catalogue as core
from .core.plans.statutory import StatutoryTime, parse_statutory_times
from .paths import bundled


@cache
def regions() -> core.Regions:
    return _parsed(_data("regions"), core.parse_regions)


@cache
def themes() -> Mapping[str, core.Theme]:
    """Care first, then every file in ``resources/themes``, by the theme's id."""
    found: dict[str, core.Theme] = {}
    for file in [_data("facility_types"), *sorted(bundled("resources", "themes").glob("*.json"))]:
        theme = _parsed(file, core.parse_theme, regions().regions)
        if theme.id in found:
            raise core.CatalogueError(f"{file.name}: id", f"{theme.id!r} is the id of another theme")
        found[theme.id] = theme
    return found


def care() -> core.Theme:
    """The facility types of health care."""
    return themes()["vard"]


@cache
def services() -> core.Services:
    return _parsed(_data("services"), core.parse_services)


@cache
def operators() -> core.Operators:
    return _parsed(_data("operators"), core.parse_operators)


@cache
def capacity_kinds() -> Mapping[str, core.CapacityKind]:
    return _parsed(_data("capacity_kinds"), core.parse_capacity_kinds)


@cache
def statutory_times() -> tuple[StatutoryTime, ...]:
    """Shortest times by law of the stages of a detail plan."""
    return _parsed(_data("statutory_times"), parse_statutory_times)


def symbol_file(kind: core.FacilityType) -> Path:
    """The SVG that a map draws for a facility type; its colour is a parameter of the file."""
    return bundled("resources", "icons", "types", f"{kind.symbol}.svg")


def _data(name: str) -> Path:
    return bundled("resources", "data", f"{name}.json")


def _parsed(file: Path, parse, *context):
    try:
        return parse(json.loads(file.read_text(encoding="utf-8")), *context)
    except core.CatalogueError as error:
        raise core.CatalogueError(f"{file.name}: {error.path}", error.problem) from error
