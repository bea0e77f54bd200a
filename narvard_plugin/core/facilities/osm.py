"""Types of facilities by OpenStreetMap's tags."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ..catalogue import FacilityType

#: Tags that many other clinics carry too, private dentists among them: a type from one of them alone is to be looked over.
_WIDE = (
    {"amenity": "clinic"},
    {"amenity": "doctors"},
    {"amenity": "dentist"},
    {"healthcare": "clinic"},
    {"healthcare": "doctor"},
    {"healthcare": "dentist"},
)
_KINDS = {"n": "node", "w": "way", "r": "relation"}
_SHORT = re.compile(r"([nwr])(\d+)")
_ALIASES = {"facility": "amenity"}  # exports of health facilities keep the value of amenity under this name


def tags_of(cells: Mapping[str, str]) -> dict[str, str]:
    """The tags among the columns of a row, blank ones left out."""
    return {_ALIASES.get(key, key): value for key, value in cells.items() if value}


def types_of(tags: Mapping[str, str], types: Iterable[FacilityType]) -> tuple[list[str], bool]:
    """Ids of the types whose largest set of tags is in ``tags``, and whether only a wide tag told of them.

    A value may be a list with ``;`` between. Several types with equally large sets are all told.
    """
    best: dict[str, Mapping[str, str]] = {}
    size = 1
    for kind in types:
        for wanted in kind.osm:
            if len(wanted) >= size and all(value in _values(tags.get(key, "")) for key, value in wanted.items()):
                best = best if len(wanted) == size else {}
                size = len(wanted)
                best[kind.id] = wanted
    return sorted(best), bool(best) and all(dict(wanted) in _WIDE for wanted in best.values())


def id_of(tags: Mapping[str, str], id_: str) -> str:
    """``node-12`` or ``way-12``: a node and a way may have the same number. Also from ``n12`` and ``node/12``."""
    kind = tags.get("osm_type", "") or tags.get("@type", "")
    short = _SHORT.fullmatch(id_)
    if short:
        return f"{_KINDS[short[1]]}-{short[2]}"
    if kind and id_.isdigit():
        return f"{kind}-{id_}"
    return id_.replace("/", "-")


def _values(text: str) -> list[str]:
    return [part.strip() for part in text.split(";")]
