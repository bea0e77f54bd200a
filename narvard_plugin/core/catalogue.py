"""Regions, facility types, services and operators: parsed from loaded JSON, refusing what is wrong and saying where."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from .located import CatalogueError, Node, Text, by_key, root_of

_COLOUR = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True)
class Entry:
    """Something with an id that is stored and a name that is shown."""

    id: str
    name: Text

    def label(self, language: str) -> str:
        return self.name.get(language)


@dataclass(frozen=True)
class Category(Entry):
    order: int


@dataclass(frozen=True)
class LocalName:
    name: str
    read: bool


@dataclass(frozen=True)
class HsaCode:
    """A field of HSA and the value in it that means this type or service."""

    field: str
    value: str
    read: bool


@dataclass(frozen=True)
class FacilityType(Entry):
    """One type of facility. ``osm`` holds sets of tags (one whole set is enough), ``pipos`` values of Serviceform."""

    definition: Text
    category: str
    parent: str | None
    staffed: bool
    mobile: bool
    symbol: str
    colour: str
    also: tuple[str, ...]
    local_names: Mapping[str, LocalName] = field(hash=False)
    osm: tuple[Mapping[str, str], ...] = field(hash=False)
    hsa: tuple[HsaCode, ...]
    pipos: tuple[str, ...]

    def label_in(self, region: str, language: str) -> str:
        """The region's own word for the type (Swedish only), else the common label."""
        local = self.local_names.get(region)
        if local is None or not language.startswith("sv"):
            return self.label(language)
        return local.name[0].upper() + local.name[1:]


@dataclass(frozen=True)
class Theme(Entry):
    """A field of facilities, care or any other: its categories in order and its types by id."""

    categories: Mapping[str, Category] = field(hash=False)
    types: Mapping[str, FacilityType] = field(hash=False)

    def ancestors(self, type_id: str) -> tuple[str, ...]:
        """Ids of the broader types, nearest first."""
        found, parent = [], self.types[type_id].parent
        while parent is not None:
            found.append(parent)
            parent = self.types[parent].parent
        return tuple(found)

    def with_narrower(self, type_id: str) -> frozenset[str]:
        """Ids of the type and of every type under it, as a filter on a register needs them."""
        return frozenset(other for other in self.types if other == type_id or type_id in self.ancestors(other))


@dataclass(frozen=True)
class Service(Entry):
    """A function or specialty, and the care forms and urgencies in which it can be offered."""

    kind: str
    care_forms: tuple[str, ...]
    urgencies: tuple[str, ...]
    hsa: tuple[HsaCode, ...]


@dataclass(frozen=True)
class Services:
    care_forms: Mapping[str, Entry]
    urgencies: Mapping[str, Entry]
    services: Mapping[str, Service]


@dataclass(frozen=True)
class Operator(Entry):
    definition: Text


@dataclass(frozen=True)
class Operators:
    """Who is responsible (``huvudman``) and in which form it is run (``driftsform``): two questions, two lists."""

    huvudman: Mapping[str, Operator]
    driftsform: Mapping[str, Operator]


@dataclass(frozen=True)
class CapacityKind(Entry):
    """What a capacity row counts. ``whole``: only whole numbers make sense."""

    unit: Text
    whole: bool


@dataclass(frozen=True)
class Transport:
    """Public transport: Trafiklab's operator code, and the authority and its brand (``read`` is about these two)."""

    operator: str
    authority: str
    brand: str
    read: bool


@dataclass(frozen=True)
class Region:
    """One of the 21 regions; ``code`` is the county code as text and ``neighbours`` share a border on land.

    ``kolada_read`` is False where the id follows Kolada's pattern but was not seen there.
    """

    code: str
    name: str
    short_name: str
    county: str
    iso: str
    kolada_id: str
    kolada_read: bool
    healthcare_regions: tuple[str, ...]
    healthcare_region_by_municipality: Mapping[str, str] = field(hash=False)
    neighbours: tuple[str, ...]
    municipalities: int
    municipality_region: bool
    transport: Transport


@dataclass(frozen=True)
class Regions:
    """Regions by code, and the names of the healthcare regions (sjukvårdsregioner) by id."""

    regions: Mapping[str, Region]
    healthcare_regions: Mapping[str, str]


def parse_regions(document: Mapping) -> Regions:
    """The regions of ``regions.json``. Raises CatalogueError, also for one-sided or unknown neighbours."""
    root = root_of(document)
    healthcare = by_key(root.nodes("healthcare_regions"), "id", lambda node: node.text("name"))
    regions = by_key(root.nodes("regions"), "code", _region)
    for node, region in zip(root.nodes("regions"), regions.values()):
        node.refer("healthcare_regions", region.healthcare_regions, healthcare, "healthcare region")
        node.refer("neighbours", region.neighbours, regions, "region")
        _check_neighbours(node, region, regions)
        _check_division(node, region)
    return Regions(regions, healthcare)


def parse_theme(document: Mapping, region_codes: Collection[str]) -> Theme:
    """A theme file such as ``facility_types.json``; ``region_codes`` are those that local names may refer to."""
    root = root_of(document)
    categories = by_key(root.nodes("categories"), "id", lambda node: Category(*node.entry(), node.number("order")))
    types = by_key(root.nodes("types"), "id", _facility_type)
    for node, kind in zip(root.nodes("types"), types.values()):
        node.refer("category", kind.category, categories, "category")
        if kind.parent is not None:
            node.refer("parent", kind.parent, types, "type")
        for local, region in zip(node.nodes("local_names", ()), kind.local_names):
            local.refer("region", region, region_codes, "region")
    _refuse_cycles(root, types)
    in_order = sorted(categories.values(), key=lambda category: category.order)
    return Theme(*root.entry(), MappingProxyType({category.id: category for category in in_order}), types)


def parse_services(document: Mapping) -> Services:
    """The services of ``services.json`` with their care forms and urgencies."""
    root = root_of(document)
    care_forms = by_key(root.nodes("care_forms"), "id", lambda node: Entry(*node.entry()))
    urgencies = by_key(root.nodes("urgencies"), "id", lambda node: Entry(*node.entry()))
    services = by_key(root.nodes("services"), "id", _service)
    for node, service in zip(root.nodes("services"), services.values()):
        node.refer("care_forms", service.care_forms, care_forms, "care form")
        node.refer("urgencies", service.urgencies, urgencies, "urgency")
    return Services(care_forms, urgencies, services)


def parse_operators(document: Mapping) -> Operators:
    """The two lists of ``operators.json``."""
    root = root_of(document)
    huvudman, driftsform = (
        by_key(root.nodes(part), "id", lambda node: Operator(*node.entry(), node.translated("definition")))
        for part in ("huvudman", "driftsform")
    )
    return Operators(huvudman, driftsform)


def parse_capacity_kinds(document: Mapping) -> Mapping[str, CapacityKind]:
    """The kinds of ``capacity_kinds.json`` by id."""
    nodes = root_of(document).nodes("capacity_kinds")
    return by_key(nodes, "id", lambda node: CapacityKind(*node.entry(), node.translated("unit"), node.flag("whole")))


def _check_neighbours(node: Node, region: Region, regions: Mapping[str, Region]) -> None:
    for index, other in enumerate(region.neighbours):
        where = f"{node.path}.neighbours[{index}]"
        if other == region.code:
            raise CatalogueError(where, f"{other!r} is its own neighbour")
        if region.code not in regions[other].neighbours:
            raise CatalogueError(where, f"{other!r} does not have {region.code!r} as neighbour")


def _check_division(node: Node, region: Region) -> None:
    for municipality, healthcare_region in region.healthcare_region_by_municipality.items():
        if healthcare_region not in region.healthcare_regions:
            where = f"{node.path}.healthcare_region_by_municipality.{municipality}"
            raise CatalogueError(where, f"{healthcare_region!r} is no healthcare region of this region")


def _region(node: Node) -> Region:
    kolada, transport = node.node("kolada"), node.node("transport")
    return Region(
        *(node.text(key) for key in ("code", "name", "short_name", "county", "iso")),
        kolada_id=kolada.text("id"),
        kolada_read=kolada.flag("read", True),
        healthcare_regions=node.texts("healthcare_regions"),
        healthcare_region_by_municipality=node.text_map("healthcare_region_by_municipality"),
        neighbours=node.texts("neighbours"),
        municipalities=node.number("municipalities"),
        municipality_region=node.flag("municipality_region"),
        transport=Transport(
            *(transport.text(key) for key in ("operator", "authority", "brand")), read=transport.flag("read", True)
        ),
    )


def _facility_type(node: Node) -> FacilityType:
    colour = node.text("colour")
    if not _COLOUR.fullmatch(colour):
        raise CatalogueError(f"{node.path}.colour", f"{colour!r} is not #rrggbb in lower case")
    mapping = node.node("mapping", {})
    return FacilityType(
        *node.entry(),
        definition=node.translated("definition"),
        category=node.text("category"),
        parent=None if node.value.get("parent", "") is None else node.text("parent"),
        staffed=node.flag("staffed"),
        mobile=node.flag("mobile"),
        symbol=node.text("symbol"),
        colour=colour,
        also=node.texts("also", ()),
        local_names=by_key(node.nodes("local_names", ()), "region", _local_name),
        osm=tuple(tags.text_map() for tags in mapping.nodes("osm", ())),
        hsa=_hsa(mapping),
        pipos=mapping.texts("pipos", ()),
    )


def _service(node: Node) -> Service:
    kind = node.text("kind")
    if kind not in ("function", "specialty"):
        raise CatalogueError(f"{node.path}.kind", f"{kind!r} is neither 'function' nor 'specialty'")
    hsa = _hsa(node.node("mapping", {}))
    return Service(*node.entry(), kind, node.texts("care_forms"), node.texts("urgencies"), hsa)


def _local_name(node: Node) -> LocalName:
    return LocalName(node.text("name"), node.flag("read", True))


def _hsa(mapping: Node) -> tuple[HsaCode, ...]:
    nodes = mapping.nodes("hsa", ())
    return tuple(HsaCode(node.text("field"), node.text("value"), node.flag("read", True)) for node in nodes)


def _refuse_cycles(root: Node, types: Mapping[str, FacilityType]) -> None:
    for node, kind in zip(root.nodes("types"), types.values()):
        chain, parent = [kind.id], kind.parent
        while parent is not None and parent not in chain:
            chain.append(parent)
            parent = types[parent].parent
        if parent == kind.id:
            raise CatalogueError(f"{node.path}.parent", "goes round: " + " > ".join([*chain, parent]))
