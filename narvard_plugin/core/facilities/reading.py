"""Rows of a register as facilities: every word is recognised, refused with its reason, or left open and told of."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, Optional

from ..catalogue import Theme
from ..figures import Unreadable, read_number
from . import osm
from .coordinates import Place, locate, locate_in, read_pair
from .presets import Preset, Presets
from .words import Vocabulary, municipality_of, plain, region_of

_YEAR = re.compile(r"(\d{4})(?:[-/.]?\d{2}[-/.]?\d{2})?")
_DATE = re.compile(r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})")
_SERVICES = re.compile(r"[;|\n]")
_YES = ("ja", "yes", "x", "exempel", "example", "1", "true")


class Facility(NamedTuple):
    """One facility as its row tells it; None = not told. ``row`` from 1, ``capacity`` (kind, value)."""

    row: int
    facility_id: str
    name: str
    type: str
    role: Optional[str]
    huvudman: Optional[str]
    driftsform: Optional[str]
    operator: Optional[str]
    region: Optional[str]
    municipality: Optional[str]
    opened: Optional[int]
    closed: Optional[int]
    address: Optional[str]
    postal_code: Optional[str]
    locality: Optional[str]
    source: Optional[str]
    source_date: Optional[str]
    source_id: Optional[str]
    place: Optional[Place]
    services: tuple[str, ...]
    capacity: tuple[tuple[str, float], ...]


class Refused(ValueError):
    """A row that is no facility; ``problem`` names why, ``word`` what stood there."""

    def __init__(self, problem: str, word: str = ""):
        super().__init__(problem, word)
        self.problem, self.word = problem, word


@dataclass(frozen=True)
class Words:
    """Everything that words of a row are looked up in."""

    theme: Theme
    presets: Presets
    types: Vocabulary
    services: Vocabulary
    huvudman: Vocabulary
    driftsform: Vocabulary
    regions: Vocabulary
    municipalities: Vocabulary
    #: Codes that HSA has for types and services.
    type_codes: Mapping[str, str] = field(hash=False)
    service_codes: Mapping[str, str] = field(hash=False)


@dataclass
class Reader:
    """Reads rows of one file. ``notes``: what was left open or put right, as kind -> (row, word)."""

    preset: Preset
    words: Words
    #: Type of every row whose own word is missing.
    type: str = ""
    #: Reference system of all coordinates; "" = told by their size.
    system: str = ""
    notes: dict[str, list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))

    def facility(
        self, row: int, cells: Mapping[str, str], capacity: Mapping[str, str], tags=None, place: Optional[Place] = None
    ) -> Facility:
        """The facility of one row; ``cells`` by role, ``capacity`` by kind, ``tags`` by heading for OpenStreetMap.

        ``place`` is where a map already has it, and goes before coordinates in the cells. Raises `Refused`: no_name, no_type, type, types, id, coordinates, half, ambiguous, local_zone, outside, closed.
        """
        told = {role: text.strip() for role, text in cells.items()}
        kind = self._type(row, told, tags)
        name = told.get("name", "") or self._nameless(row, kind)
        place = place or self._place(row, told)
        huvudman, driftsform = self._operators(row, told)
        region, municipality = self._where(row, told)
        opened, closed = (self._year(row, role, told.get(role, "")) for role in ("opened", "closed"))
        if opened and closed and closed < opened:
            raise Refused("closed", f"{opened}–{closed}")
        own = told.get("id", "")
        return Facility(
            row,
            self._id(own, told, kind, name, place, tags),
            name,
            kind,
            *(told.get(role) or None for role in ("role",)),
            huvudman,
            driftsform,
            told.get("operator") or None,
            region,
            municipality,
            opened,
            closed,
            *(told.get(role) or None for role in ("address", "postal_code", "locality", "source")),
            self._date(row, told.get("source_date", "")),
            own or None,
            place,
            self._services(row, told.get("services", "")),
            tuple(self._capacity(row, capacity)),
        )

    def is_example(self, cells: Mapping[str, str]) -> bool:
        return plain(cells.get("example", "")) in _YES

    def _type(self, row: int, told: Mapping[str, str], tags) -> str:
        word = told.get("type", "")
        if tags is not None and not word:
            return self._type_of_tags(row, tags)
        if not word:
            if not self.type:
                raise Refused("no_type")
            return self.type
        code = self.words.type_codes.get(word.zfill(2)) if self.preset.id == "hsa" and word.isdigit() else None
        kind = self.words.types.find(word) or code
        if kind is None:
            several = self.words.types.all_of(word)
            raise Refused("types" if several else "type", f"{word} ({', '.join(several)})" if several else word)
        return kind

    def _type_of_tags(self, row: int, tags: Mapping[str, str]) -> str:
        values = [tags[key] for key in ("amenity", "healthcare", "social_facility", "emergency") if tags.get(key)]
        named = " ".join(dict.fromkeys(values))
        mapped = self.words.types.find(named)  # what TYPE_MAP says goes before what tags usually mean
        if mapped:
            return mapped
        kinds, wide = osm.types_of(tags, self.words.theme.types.values())
        if len(kinds) == 1:
            if wide:
                self.notes["wide_tag"].append((row, f"{named} → {self.words.theme.types[kinds[0]].name.sv}"))
            return kinds[0]
        if self.type:
            return self.type
        raise Refused("types" if kinds else "type", f"{named} ({', '.join(kinds)})" if kinds else named or "–")

    def _nameless(self, row: int, kind: str) -> str:
        if self.preset.id != "osm":
            raise Refused("no_name")
        self.notes["nameless"].append((row, kind))
        return f"{self.words.theme.types[kind].name.sv} (utan namn)"

    def _place(self, row: int, told: Mapping[str, str]) -> Optional[Place]:
        try:
            first, second = told.get("x", ""), told.get("y", "")
            if told.get("coordinates") and not (first or second):
                first, second = read_pair(told["coordinates"])
            if self.system:
                place = locate_in(first, second, self.preset.north_first, self.system)
            else:
                place = locate(first, second, self.preset.north_first, self.preset.systems)
        except Unreadable as error:
            shown = told.get("coordinates") or f"{told.get('x', '')}; {told.get('y', '')}"
            raise Refused(error.problem, shown) from error
        if place and place.swapped:
            self.notes["swapped"].append((row, told.get("id", "")))
        return place

    def _operators(self, row: int, told: Mapping[str, str]) -> tuple[Optional[str], Optional[str]]:
        if told.get("ownership"):
            found = self.words.presets.ownership_of(told["ownership"])
            if found is None:
                self.notes["ownership"].append((row, told["ownership"]))
                return None, None
            if found.huvudman is None or found.driftsform is None:
                self.notes["ownership_open"].append((row, told["ownership"]))
            return found
        found = []
        for role, vocabulary in (("huvudman", self.words.huvudman), ("driftsform", self.words.driftsform)):
            word = told.get(role, "")
            found.append(_all_found(vocabulary, word) if word else None)
            if word and found[-1] is None:
                self.notes[role].append((row, word))
        return found[0], found[1]

    def _where(self, row: int, told: Mapping[str, str]) -> tuple[Optional[str], Optional[str]]:
        codes = []
        for role, of, words in (
            ("region", region_of, self.words.regions),
            ("municipality", municipality_of, self.words.municipalities),
        ):
            text = told.get(role, "")
            code = of(text, words) if text else None
            if text and code is None:
                self.notes[role].append((row, text))
            elif text.isdigit() and code != text:
                self.notes["padded"].append((row, text))
            codes.append(code)
        region, municipality = codes
        if region and municipality and municipality[:2] != region:
            self.notes["other_county"].append((row, f"{region}, {municipality}"))
        return region or (municipality[:2] if municipality else None), municipality

    def _year(self, row: int, role: str, text: str) -> Optional[int]:
        found = _YEAR.fullmatch(text)
        year = int(found[1]) if found else None
        if text and (year is None or not 1600 <= year <= 2200):
            self.notes[role].append((row, text))
            return None
        return year

    def _date(self, row: int, text: str) -> Optional[str]:
        try:
            found = _DATE.match(text)
            return date(*map(int, found.groups())).isoformat() if found else self._undated(row, text)
        except ValueError:
            return self._undated(row, text)

    def _undated(self, row: int, text: str) -> None:
        if text:
            self.notes["source_date"].append((row, text))

    def _id(self, own: str, told: Mapping[str, str], kind: str, name: str, place: Optional[Place], tags) -> str:
        if own and self.preset.id_pattern and not re.fullmatch(self.preset.id_pattern, own):
            raise Refused("id", own)
        if own:
            return self.preset.id_prefix + (osm.id_of(tags, own) if tags is not None else own)
        if self.preset.id_pattern:
            raise Refused("id")
        # The same as long as what it is made of is, so that the next file of the register finds it again.
        parts = [kind, plain(name), plain(told.get("address", "")), told.get("postal_code", "").replace(" ", "")]
        if not parts[2]:
            parts += [told.get("municipality", ""), f"{place.east:.4f} {place.north:.4f}" if place else ""]
        made = hashlib.sha256("|".join(parts).encode()).hexdigest()[:12]
        return f"{self.preset.id_prefix or self.preset.id + '-'}{made}"

    def _services(self, row: int, text: str) -> tuple[str, ...]:
        found = {}
        whole = self.words.services.find(text) if text else None  # a name may hold a comma of its own
        for part in [text] if whole else _SERVICES.split(text):
            word = part.strip()
            service = self.words.services.find(word) or self.words.service_codes.get(word)
            if service:
                found[service] = True
            elif word:
                self.notes["service"].append((row, word))
        return tuple(found)

    def _capacity(self, row: int, capacity: Mapping[str, str]):
        for kind, text in capacity.items():
            try:
                value = read_number(text)
            except Unreadable:
                value = -1.0
            if value is not None and value >= 0:
                yield kind, value
            elif value is not None:
                self.notes["capacity"].append((row, text))


def _all_found(vocabulary: Vocabulary, text: str) -> Optional[str]:
    """The id that ``text`` means, or several with ``;`` between where it names several; None where one is unknown."""
    ids = [vocabulary.find(part) for part in text.split(";")]
    return ";".join(ids) if all(ids) else None


def merged_rows(facilities: Sequence[Facility]) -> tuple[list[Facility], list[tuple[Facility, str]], int]:
    """One facility per id; rows of an id that tell the same but for services are joined, and counted.

    Rows of an id that contradict each other are all given back with ``contradicts``.
    """
    by_id = defaultdict(list)
    for facility in facilities:
        by_id[facility.facility_id].append(facility)
    kept, refused, joined = [], [], 0
    for same in by_id.values():
        if len({facility._replace(row=0, services=(), capacity=()) for facility in same}) > 1:
            refused += [(facility, "contradicts") for facility in same]
            continue
        services = tuple(dict.fromkeys(service for facility in same for service in facility.services))
        capacity = {kind: value for facility in same for kind, value in facility.capacity}
        if len(capacity) < len({pair for facility in same for pair in facility.capacity}):
            refused += [(facility, "contradicts") for facility in same]
            continue
        kept.append(same[0]._replace(services=services, capacity=tuple(capacity.items())))
        joined += len(same) - 1
    return kept, refused, joined
