"""What SCB's five area types are called; other types are called what the data call them."""

from __future__ import annotations

from collections.abc import Iterable

from ...i18n import tr


def scb_names() -> dict[str, str]:
    """The type's number as text → its name."""
    return {
        "1": tr("Great socioeconomic challenges"),
        "2": tr("Socioeconomic challenges"),
        "3": tr("Socioeconomically mixed area"),
        "4": tr("Good socioeconomic conditions"),
        "5": tr("Very good socioeconomic conditions"),
    }


def are_scb_types(types: Iterable[str]) -> bool:
    """Whether all ``types`` are of SCB's five, so that their names fit."""
    return set(types) <= set(scb_names())


def names_of(types: Iterable[str]) -> dict[str, str]:
    """Each type → the name that users read."""
    types = list(types)
    names = scb_names() if are_scb_types(types) else {}
    return {kind: names.get(kind, kind) for kind in types}


def labels_of(types: Iterable[str]) -> dict[str, str]:
    """Each type → number and name, for a drawing."""
    return {kind: kind if name == kind else f"{kind} {name}" for kind, name in names_of(types).items()}
