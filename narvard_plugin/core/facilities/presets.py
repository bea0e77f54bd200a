"""How the registers that are known write a facility: headings, coordinates and words (``facility_presets.json``)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Optional

from ..located import Node, Text, by_key, root_of
from .coordinates import SYSTEMS
from .words import plain

#: What a column of an import may hold.
ROLES = (
    "id", "name", "type", "role", "huvudman", "driftsform", "ownership", "operator", "region", "municipality", "opened",
    "closed", "address", "postal_code", "locality", "x", "y", "coordinates", "source", "source_date", "services", "example",
)  # fmt: skip


class Ownership(NamedTuple):
    """What one word of a register tells of huvudman and driftsform; None = it does not tell."""

    huvudman: Optional[str]
    driftsform: Optional[str]


@dataclass(frozen=True)
class Preset:
    """One register. ``columns``: role -> headings that it may have; ``systems``: codes that coordinates may be in."""

    id: str
    name: Text
    publisher: str
    licence: str
    columns: Mapping[str, Sequence[str]] = field(hash=False)
    north_first: bool
    systems: tuple[str, ...]
    id_prefix: str
    id_pattern: str
    default_type: str
    #: Headings that together say that every row is of ``default_type``.
    default_type_when: tuple[str, ...]

    def columns_in(self, header: Sequence[str]) -> dict[str, int]:
        """Role -> position in ``header``, by the first of its headings that stands there."""
        known = {}
        for at, heading in enumerate(header):
            known.setdefault(plain(heading), at)
        found = {}
        for role, headings in self.columns.items():
            at = next((known[plain(heading)] for heading in headings if plain(heading) in known), None)
            if at is not None:
                found[role] = at
        return found


@dataclass(frozen=True)
class Presets:
    presets: Mapping[str, Preset]
    huvudman: tuple[tuple[str, str], ...]
    driftsform: tuple[tuple[str, str], ...]
    ownership: Mapping[str, Ownership] = field(hash=False)

    def ownership_of(self, word: str) -> Optional[Ownership]:
        return self.ownership.get(plain(word))


def parse_presets(document: Mapping, types, huvudman, driftsform) -> Presets:
    """The presets of ``facility_presets.json``; ids are checked against the catalogue's. Raises CatalogueError."""
    root = root_of(document)
    presets = by_key(root.nodes("presets"), "id", _preset)
    for node, preset in zip(root.nodes("presets"), presets.values()):
        node.refer("systems", preset.systems, SYSTEMS, "system")
        node.node("columns").refer("roles", tuple(preset.columns), ROLES, "role")
        if preset.default_type:
            node.refer("default_type", preset.default_type, types, "type")
    words = root.node("words")
    ownership = {}
    for node in words.nodes("ownership"):
        told = [node.optional_text(name) for name in ("huvudman", "driftsform")]
        for name, id_, known in zip(("huvudman", "driftsform"), told, (huvudman, driftsform)):
            if id_ is not None:
                node.refer(name, id_, known, name)
        ownership.update({plain(word): Ownership(*told) for word in node.texts("words")})
    return Presets(presets, _pairs(words, "huvudman", huvudman), _pairs(words, "driftsform", driftsform), ownership)


def _preset(node: Node) -> Preset:
    columns = node.node("columns")
    return Preset(
        *node.entry(),
        publisher=node.optional_text("publisher") or "",
        licence=node.optional_text("licence") or "",
        columns={role: columns.texts(role) for role in columns.value},
        north_first=node.flag("north_first"),
        systems=node.texts("systems"),
        id_prefix=node.optional_text("id_prefix") or "",
        id_pattern=node.optional_text("id_pattern") or "",
        default_type=node.optional_text("default_type") or "",
        default_type_when=node.texts("default_type_when", ()),
    )


def _pairs(words: Node, part: str, known) -> tuple[tuple[str, str], ...]:
    pairs = []
    for node in words.nodes(part):
        node.refer("id", node.text("id"), known, part)
        pairs += [(word, node.text("id")) for word in node.texts("words")]
    return tuple(pairs)
