"""What stands under the roots of the dock's tree: ``resources/data/dock_layers.json``, parsed once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ..core.catalogue import Entry
from ..core.located import Node, Text, by_key, root_of
from ..paths import bundled

#: The roots' ids, in their order.
HEALTH, CARE, BOTH = "health", "care", "both"


@dataclass(frozen=True)
class LayerKind(Entry):
    """One kind of layer of health's geography; see the schema for what its fields mean."""

    table: str
    draw: str
    join: str
    where: Mapping[str, str]
    where_not: Mapping[str, str]
    split: tuple[str, ...]
    newest: str
    value: str
    names: str
    style: str
    ramp: tuple[str, ...]
    counts: Text
    now_only: bool
    adding: tuple[str, ...]

    @property
    def joined(self) -> bool:
        """Whether the values come from another table than the one that is drawn."""
        return self.table != self.draw


@dataclass(frozen=True)
class Expected:
    """A type that every region has, with its narrower types where those are asked for, how to get it, and the tools that do."""

    type: str
    narrower: bool
    how: Text
    tools: tuple[str, ...]


@dataclass(frozen=True)
class DockLayers:
    roots: Mapping[str, Entry]
    layers: Mapping[str, LayerKind]
    words: Mapping[str, Mapping[str, Text]]
    #: Variables that are numbers of people and no shares.
    counted: tuple[str, ...]
    expected: tuple[Expected, ...]

    def word(self, column: str, code: str, language: str) -> str:
        """What the ``code`` of a column is called; the code itself where nobody has named it."""
        text = self.words.get(column, {}).get(code)
        return code if text is None else text.get(language)


@cache
def dock_layers() -> DockLayers:
    root = root_of(json.loads(bundled("resources", "data", "dock_layers.json").read_text(encoding="utf-8")))
    words = root.node("words")
    return DockLayers(
        by_key(root.nodes("roots"), "id", lambda node: Entry(*node.entry())),
        by_key(root.nodes("layers"), "id", _kind),
        {column: _labels(words.node(column)) for column in words.value},
        root.texts("counted"),
        tuple(
            Expected(n.text("type"), n.flag("narrower", False), n.translated("how"), n.texts("tools"))
            for n in root.nodes("expected")
        ),
    )


def _labels(node: Node) -> Mapping[str, Text]:
    return {code: node.translated(code) for code in node.value}


def _kind(node: Node) -> LayerKind:
    texts = {
        name: node.text(name) if name in node.value else "" for name in ("join", "newest", "value", "names", "style")
    }
    return LayerKind(
        *node.entry(),
        table=node.text("table"),
        draw=node.text("draw"),
        where=node.text_map("where"),
        where_not=node.text_map("where_not"),
        split=node.texts("split", ()),
        ramp=node.texts("ramp", ()),
        counts=node.translated("counts"),
        now_only=node.flag("now_only"),
        adding=node.texts("adding"),
        **texts,
    )
