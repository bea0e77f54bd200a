"""Facilities among the elements of an Overpass answer, by the catalogue's tags."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Optional

import numpy as np
from osgeo import osr

from ..core.catalogue import FacilityType
from ..core.facilities.coordinates import SWEREF
from ..core.facilities.duplicates import near_pairs
from ..core.facilities.osm import types_of
from ..core.facilities.reading import Words
from ..core.facilities.words import municipality_of, plain

#: Nearer than this two elements of one name and type are one facility, drawn as a point and as a building.
SAME_PLACE = 100.0
#: Tags that say no more than that there is a clinic; a second tag that says more goes before them.
_VAGUE = {"amenity": ("clinic", "doctors"), "healthcare": ("clinic", "doctor", "centre")}


class Facility(NamedTuple):
    """One facility; ``x`` and ``y`` in EPSG:3006, ``huvudman`` and ``driftsform`` only where the operator's name is sure."""

    facility_id: str
    source_id: str
    name: str
    type: str
    huvudman: Optional[str]
    driftsform: Optional[str]
    operator: Optional[str]
    address: Optional[str]
    postal_code: Optional[str]
    locality: Optional[str]
    x: float
    y: float
    tag_count: int


@dataclass
class Read:
    """What an answer holds. ``left_out``: why (no_place, abroad, no_type, types, twice) -> what; ``open``: wide, nameless."""

    facilities: list[Facility] = field(default_factory=list)
    left_out: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    open: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


class NotAnElement(ValueError):
    """Something in the list of elements that is none."""


def read_elements(elements: Sequence, words: Words) -> Read:
    """The facilities of an answer, each place once. Raises `NotAnElement`."""
    read, placed = Read(), []
    for element in elements:
        kind, number, tags = _parts(element)
        if not tags:
            continue
        place = element if kind == "node" else element.get("center")
        name = f"{kind}/{number}"
        if not isinstance(place, dict) or not all(_is_degree(place.get(axis)) for axis in ("lon", "lat")):
            read.left_out["no_place"].append(name)
            continue
        type_, wide = _type(tags, words.theme.types, read)
        if type_:
            placed.append((name, tags, type_, wide, place["lon"], place["lat"]))
    xy = to_sweref([row[4:] for row in placed])
    for (name, tags, type_, wide, *_), (x, y) in zip(placed, xy):
        if not SWEREF.holds(x, y):
            read.left_out["abroad"].append(name)
            continue
        read.facilities.append(_facility(name, tags, type_, x, y, words, read))
        if wide:
            read.open["wide"].append(name)
    _drop_twins(read)
    return read


def _parts(element) -> tuple[str, int, dict[str, str]]:
    kind, number, tags = (
        (element.get(name) for name in ("type", "id", "tags")) if isinstance(element, dict) else [None] * 3
    )
    if kind not in ("node", "way", "relation") or type(number) is not int or not isinstance(tags or {}, dict):
        raise NotAnElement(str(element)[:100])
    for key, value in (tags or {}).items():
        if not isinstance(value, str):  # null would become a name
            raise NotAnElement(f"{kind}/{number}: {key}={value}")
    return kind, number, tags or {}


def _is_degree(value) -> bool:
    return type(value) in (int, float) and abs(value) <= 180


def to_sweref(degrees: Sequence[tuple[float, float]]) -> np.ndarray:
    """Points (n, 2: longitude, latitude) as (n, 2: easting, northing) in EPSG:3006."""
    return _moved(degrees, 4326, 3006)


def to_degrees(xy: Sequence[tuple[float, float]]) -> np.ndarray:
    """Points (n, 2: easting, northing) in EPSG:3006 as (n, 2: longitude, latitude)."""
    return _moved(xy, 3006, 4326)


def _moved(points, *codes: int) -> np.ndarray:
    systems = [osr.SpatialReference(), osr.SpatialReference()]
    for system, code in zip(systems, codes):
        system.ImportFromEPSG(code)
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)  # east first in both
    moved = osr.CoordinateTransformation(*systems).TransformPoints([tuple(map(float, point)) for point in points])
    return np.array(moved, dtype=float).reshape(-1, 3)[:, :2]


def _type(tags: Mapping[str, str], types: Mapping[str, FacilityType], read: Read) -> tuple[Optional[str], bool]:
    """The one type of the tags, and whether only a wide tag told of it."""
    kinds, wide = types_of(tags, types.values())
    if len(kinds) > 1:  # a clinic that is also told to be something else is that
        kinds, wide = types_of(
            {key: value for key, value in tags.items() if value not in _VAGUE.get(key, ())}, types.values()
        )
    if len(kinds) != 1:
        said = "; ".join(
            f"{key}={tags[key]}" for key in ("amenity", "healthcare", "social_facility", "emergency") if key in tags
        )
        read.left_out["types" if kinds else "no_type"].append(said)
        return None, False
    return kinds[0], wide


def _facility(name: str, tags: Mapping[str, str], type_: str, x: float, y: float, words: Words, read: Read) -> Facility:
    operator = tags.get("operator") or None
    called = tags.get("name") or tags.get("official_name")
    if not called:
        read.open["nameless"].append(name)
        called = f"{words.theme.types[type_].name.sv} (utan namn)"
    huvudman, driftsform = principal_of(operator or "", words)
    if huvudman is None:
        read.open["principal"].append(name)
    address = " ".join(tags[key] for key in ("addr:street", "addr:housenumber") if tags.get(key)) or None
    return Facility(
        "osm-" + name.replace("/", "-"), name, called, type_, huvudman, driftsform, operator, address,
        tags.get("addr:postcode") or None, tags.get("addr:city") or None, round(float(x), 3), round(float(y), 3), len(tags),
    )  # fmt: skip


def principal_of(operator: str, words: Words) -> tuple[Optional[str], Optional[str]]:
    """Huvudman and driftsform where the operator is a region or a municipality by its full name. Of a private operator the
    map does not know the contract, nor whether there is one."""
    text = plain(operator)
    if text.startswith("region ") and words.regions.find(operator):
        return "region", "egen_regi"
    if text.endswith((" kommun", " stad")) and municipality_of(operator, words.municipalities):
        return "kommun", "egen_regi"
    return None, None


def _drop_twins(read: Read) -> None:
    """Of elements with one name and type at the same place the one that tells most stays."""
    found = read.facilities
    xy = np.array([(facility.x, facility.y) for facility in found]).reshape(-1, 2)
    dropped = set()
    for pair in near_pairs([f.name for f in found], [f.type for f in found], xy, SAME_PLACE):
        if not dropped.intersection(pair[:2]):
            less = min(pair[:2], key=lambda at: (found[at].tag_count, found[at].source_id))
            dropped.add(less)
            read.left_out["twice"].append(found[less].source_id)
    read.facilities = [facility for at, facility in enumerate(found) if at not in dropped]
