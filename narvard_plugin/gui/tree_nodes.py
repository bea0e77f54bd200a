"""The rows of the dock's tree: built once per reading of the workspace, counted anew for every filter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Optional

from .. import catalogue
from ..adapters.dock_layer_builder import CareKey
from ..adapters.dock_layers import BOTH, CARE, HEALTH, LayerKind, dock_layers
from ..adapters.facility_index import Wanted, folded
from ..adapters.workspace_snapshot import DIGITS, DataLayer, Snapshot
from ..i18n import tr
from .language import language, shown
from .vocabulary import division_label, layer_label, service_label, type_label

ROOT, BRANCH, LAYER, FACILITY, RESULT, QUESTION, NOTE = (
    "root", "branch", "layer", "facility", "result", "question", "note",
)  # fmt: skip
_SWEDISH = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "é": "e"})


class Node:
    """One row. ``key`` is unique in the tree and stays the same from one reading to the next."""

    __slots__ = ("children", "count", "data", "detail", "facility", "key", "kind", "label", "parent", "row", "shown",
                 "tip", "total", "type", "what")  # fmt: skip

    def __init__(self, kind: str, key: str, label: str, **rest):
        self.kind, self.key, self.label = kind, key, label
        self.parent: Optional[Node] = None
        self.children: list[Node] = []
        self.row = 0
        self.shown = True
        self.count = self.total = -1  # facilities here, and without the filters; -1 = not counted
        self.detail = self.tip = ""
        self.type = ""  # the facility type whose symbol the row has
        self.facility = -1
        self.what = None  # position in the index of a type or service
        self.data: Optional[DataLayer] = None
        for name, value in rest.items():
            setattr(self, name, value)

    def add(self, child: Node) -> Node:
        child.parent, child.row = self, len(self.children)
        self.children.append(child)
        return child

    def walk(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def checkable(self) -> bool:
        """Categories too: they stand for the types in them."""
        return self.kind in (LAYER, RESULT) or (self.kind == BRANCH and self.key.startswith(CARE + "/"))

    def layers(self) -> Iterator[Node]:
        """The layers that a checkbox here stands for."""
        if self.kind == LAYER:
            yield self
        elif self.kind == BRANCH:
            yield from (child for child in self.children if child.kind == LAYER)


def build(snapshot: Optional[Snapshot]) -> Node:
    """The whole tree; without a snapshot the three roots stand empty."""
    top = Node(ROOT, "", "")
    for entry in dock_layers().roots.values():
        top.add(Node(ROOT, entry.id, entry.label(language())))
    if snapshot is not None:
        _add_health(top.children[0], snapshot)
        _add_care(top.children[1], snapshot)
    return top


def root_of(top: Node, ident: str) -> Node:
    return next(child for child in top.children if child.key == ident)


def count(top: Node, snapshot: Snapshot, wanted: Wanted) -> None:
    """Let every row know how many it has of what is wanted, and whether it is shown."""
    index, words = snapshot.index, folded(wanted.words).split()
    found = index.matching(wanted)
    every = index.matching(Wanted(wanted.year, wanted.regions))
    types, services = index.type_counts(found), index.services_by_type(found, wanted.year)
    all_types, all_services = index.type_counts(every), index.services_by_type(every, wanted.year)
    for category in root_of(top, CARE).children:
        for kind in category.children:
            kind.count, kind.total = int(types[kind.what]), int(all_types[kind.what])
            kind.shown = kind.count > 0
            for child in kind.children:
                if child.kind == FACILITY:
                    child.shown = bool(found[child.facility])
                else:
                    child.count, child.total = (int(n[kind.what, child.what]) for n in (services, all_services))
                    named = not words or _named(child, words) or _named(kind, words)
                    child.shown = child.count > 0 and named
        category.count = sum(kind.count for kind in category.children)
        category.total = sum(kind.total for kind in category.children)
        category.shown = category.count > 0
    for node in root_of(top, HEALTH).children:
        _count_data(node, wanted, words, said=False)
    for node in root_of(top, BOTH).children:
        _show_named(node, words, said=False)


def notes_of_people(snapshot: Snapshot, wanted: Wanted, horizon_is_now: bool) -> list[Node]:
    """How many people the squares hold, and what a forecast says of the year where the horizon is not now."""
    regions = set(snapshot.population) if wanted.regions is None else wanted.regions
    people = sum(snapshot.population.get(region, 0) for region in regions)
    notes = []
    if people:
        notes.append(_note("now", tr("People in the squares, now"), shown(people)))
    if horizon_is_now:
        return notes
    rows = snapshot.forecasts
    rows = rows[rows["region"].isin(regions) & (rows["year"] == wanted.year)]
    for forecast, part in rows.groupby("forecast"):
        label = tr("People {year}, forecast").format(year=wanted.year)
        notes.append(_note(f"forecast/{forecast}", label, shown(part["population"].sum()), str(forecast)))
    if rows.empty:
        notes.append(_note("forecast", tr("People {year}, forecast").format(year=wanted.year), tr("none")))
    return notes


def _note(key: str, label: str, detail: str, tip: str = "") -> Node:
    return Node(NOTE, f"note/{key}", label, detail=detail, tip=tip or label)


def _add_health(root: Node, snapshot: Snapshot) -> None:
    for kind in dock_layers().layers.values():
        own = [layer for layer in snapshot.layers if layer.kind.id == kind.id]
        if not own:
            continue
        if not kind.split:
            root.add(_data_node(own[0], kind.label(language())))
            continue
        branch = root.add(Node(BRANCH, f"{HEALTH}/{kind.id}", kind.label(language())))
        _add_data(branch, kind, own)


def _add_data(branch: Node, kind: LayerKind, layers: list[DataLayer]) -> None:
    """One row a layer; where there are several divisions the newest stands first, and the earlier have branches of their own."""
    divisions = sorted({_division(layer) for layer in layers}, reverse=True)
    for division in divisions:
        own = [layer for layer in layers if _division(layer) == division]
        named = sorted(((_label(layer, kind), layer) for layer in own), key=lambda pair: swedish(pair[0]))
        under = branch
        if len(divisions) > 1 and len(own) > 1:
            under = branch.add(Node(BRANCH, "/".join((branch.key, *division)), division_label(*division)))
        for label, layer in named:
            under.add(_data_node(layer, label))


def _label(layer: DataLayer, kind: LayerKind) -> str:
    return division_label(*_division(layer)) if kind.split == ("vintage", DIGITS) else layer_label(layer)


def _division(layer: DataLayer) -> tuple[str, str]:
    """Vintage and length of code."""
    return str(layer.where.get("vintage", "")), str(layer.where.get(DIGITS, ""))


def _data_node(layer: DataLayer, label: str) -> Node:
    date = layer.date or tr("date unknown")
    node = Node(LAYER, layer.key, label, data=layer, detail=date)
    tips = [f"{label} ({date})"]
    if layer.kind.now_only:
        tips.append(tr("Describes the present: the same for every horizon."))
    if layer.missing_places:
        tips.append(tr("{n} values have no area in the workspace and are not drawn.").format(n=layer.missing_places))
    node.tip = "\n".join(tips)
    return node


def _add_care(root: Node, snapshot: Snapshot) -> None:
    index, theme = snapshot.index, catalogue.care()
    position = {code: number for number, code in enumerate(index.types)}
    members = _by_type(snapshot)
    offered = _ever_offered(snapshot)
    groups = [(category.id, category.label(language())) for category in theme.categories.values()]
    for ident, label in [*groups, ("", tr("Other types"))]:
        own = [code for code in index.types if (theme.types[code].category if code in theme.types else "") == ident]
        if not own:
            continue
        branch = root.add(Node(BRANCH, f"{CARE}/category/{ident}", label))
        known = [code for code in theme.types if code in own] or own
        for code in known:
            name = type_label(code, snapshot.region)
            node = branch.add(Node(LAYER, str(CareKey(code)), name, type=code, what=position[code]))
            node.tip = theme.types[code].definition.get(language()) if code in theme.types else code
            for service in offered.get(code, ()):
                key, text = str(CareKey(code, index.codes[service])), service_label(index.codes[service])
                node.add(
                    Node(
                        LAYER,
                        key,
                        text,
                        what=service,
                        tip=tr("{type} that offer {service}").format(type=name, service=text),
                    )
                )
            for child in members[code]:
                node.add(child)


def _by_type(snapshot: Snapshot) -> dict[str, list[Node]]:
    """A row for every facility, by type and in Swedish order of the names."""
    rows = snapshot.index.facilities
    found: dict[str, list[Node]] = {code: [] for code in snapshot.index.types}
    texts = zip(rows["type"], rows["name"], rows["facility_id"], rows["locality"], rows["placed"])
    for place, (code, name, ident, locality, placed) in enumerate(texts):
        node = Node(FACILITY, f"facility/{ident}", name, facility=place, detail=locality)
        if not placed:
            node.tip = tr("Has no place, and is not on the map.")
        found[code].append(node)
    for nodes in found.values():
        nodes.sort(key=lambda node: swedish(node.label))
    return found


def _ever_offered(snapshot: Snapshot) -> dict[str, list[int]]:
    """For each type, the services that any of its facilities offers or has offered, in order of their names."""
    index = snapshot.index
    place = {code: number for number, code in enumerate(index.codes)}
    of_type = dict(zip(index.ids, index.facilities["type"]))
    pairs = {
        (of_type[facility], code) for facility, code in zip(index.services["facility_id"], index.services["service"])
    }
    found: dict[str, list[int]] = {}
    for code, service in sorted(pairs, key=lambda pair: swedish(service_label(pair[1]))):
        found.setdefault(code, []).append(place[service])
    return found


def _count_data(node: Node, wanted: Wanted, words: list[str], said: bool) -> bool:
    said = said or _named(node, words)
    if node.kind == LAYER:
        node.count = node.total = node.data.rows_in(wanted.regions)
        node.shown = said and node.count > 0
    elif node.kind == NOTE:
        node.shown = not words
    else:
        inside = [
            _count_data(child, wanted, words, said) for child in node.children
        ]  # all of them, not until one is shown
        node.shown = any(inside)
    return node.shown


def _show_named(node: Node, words: list[str], said: bool) -> bool:
    said = said or _named(node, words)
    inside = [_show_named(child, words, said) for child in node.children]
    node.shown = said or any(inside)
    return node.shown


def _named(node: Node, words: Iterable[str]) -> bool:
    text = folded(node.label)
    return all(word in text for word in words)


def swedish(name: str) -> str:
    """Sorted by this, å, ä and ö come last, whatever language the computer is set to."""
    return name.casefold().translate(_SWEDISH)
