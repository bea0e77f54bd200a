"""Words of registers and spreadsheets, and the ids of the catalogue that they mean."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Optional

from ..catalogue import CapacityKind, Entry, Region, Services, Theme

_BETWEEN = re.compile(r"[\s_\-–/.,:;()]+")
_PARTS = re.compile(r"[/(),]")
_COUNTY = re.compile(r"\s+(län|county)$")
_REGION = re.compile(r"^region\s+")
_MUNICIPALITY = re.compile(r"\s+(kommun|stad|municipality)$")


def plain(text: str) -> str:
    """A word without capitals and with one blank for every mark between its parts; å, ä and ö stay what they are."""
    return _BETWEEN.sub(" ", text.casefold()).strip()


class Vocabulary:
    """Which ids a word may mean; a word that means several of them means none."""

    def __init__(self, words: Iterable[tuple[str, str]] = ()):
        self._ids: dict[str, set[str]] = defaultdict(set)
        for word, id_ in words:
            if plain(word):
                self._ids[plain(word)].add(id_)

    def find(self, word: str) -> Optional[str]:
        """The one id that ``word`` means, else None."""
        found = self.all_of(word)
        return found[0] if len(found) == 1 else None

    def all_of(self, word: str) -> list[str]:
        """Every id that ``word`` may mean, in order."""
        return sorted(self._ids.get(plain(word), ()))

    def with_words(self, words: Mapping[str, str]) -> Vocabulary:
        """This vocabulary where each of ``words`` (word: id) means that id alone."""
        changed = Vocabulary()
        changed._ids.update({word: set(ids) for word, ids in self._ids.items()})
        for word, id_ in words.items():
            changed._ids[plain(word)] = {id_}
        return changed


def type_words(theme: Theme) -> Vocabulary:
    """Types by id, name in both languages, parts of a name with a stroke, other words, and the regions' own words."""
    words = []
    for kind in theme.types.values():
        names = [kind.id, *kind.also, *(local.name for local in kind.local_names.values() if local.read)]
        for label in (kind.name.sv, kind.name.en):
            names += [label, *(part for part in _PARTS.split(label) if not part.strip().endswith("-"))]
        words += [(name, kind.id) for name in names]
    return _with_names_first(words, theme.types.values())


def service_words(services: Services) -> Vocabulary:
    """Services by id and name in both languages, and by the abbreviation in brackets."""
    words = []
    for service in services.services.values():
        for label in (service.name.sv, service.name.en):
            words += [(part, service.id) for part in (label, *re.split(r"[()]", label))]
        words.append((service.id, service.id))
    return _with_names_first(words, services.services.values())


def entry_words(entries: Iterable[Entry], more: Iterable[tuple[str, str]] = ()) -> Vocabulary:
    """Entries of a list by id and name in both languages, and by ``more`` words (word, id)."""
    words = [(word, entry.id) for entry in entries for word in (entry.id, entry.name.sv, entry.name.en)]
    return Vocabulary([*words, *more])


def capacity_words(kinds: Mapping[str, CapacityKind]) -> Vocabulary:
    return entry_words(kinds.values())


def region_words(regions: Mapping[str, Region]) -> Vocabulary:
    """County codes by code (also without its leading 0) and by the names of county and region, in the genitive or not."""
    words = []
    for region in regions.values():
        county = _COUNTY.sub("", region.county.casefold())
        bare = [county, _REGION.sub("", region.name.casefold()), region.short_name]
        words += [(word, region.code) for word in (region.code, region.code.lstrip("0"), region.county, region.name)]
        words += [(word + ending, region.code) for word in bare for ending in ("", "s", " län", "s län")]
    return Vocabulary(words)


def municipality_words(names: Mapping[str, str]) -> Vocabulary:
    """Municipality codes by name: ``Österåker``, ``Österåkers kommun``. A name as it stands goes before its genitive."""
    exact = {name: code for code, name in names.items()}
    return Vocabulary([(f"{name}s", code) for name, code in exact.items()]).with_words(exact)


def municipality_of(text: str, words: Vocabulary) -> Optional[str]:
    """The four-digit code that ``text`` is, or names."""
    if text.isascii() and text.isdigit() and len(text) in (3, 4):
        return text.zfill(4)
    return words.find(_MUNICIPALITY.sub("", text.strip().casefold()))


def region_of(text: str, words: Vocabulary) -> Optional[str]:
    """The two-digit county code that ``text`` is, or names."""
    if text.isascii() and text.isdigit() and len(text) in (1, 2):
        return text.zfill(2)
    return words.find(text)


def distinct_label(entry: Entry, language: str, words: Vocabulary) -> str:
    """The entry's name, with its id in brackets where the name alone could mean another entry."""
    label = entry.label(language)
    return label if words.find(label) == entry.id else f"{label} ({entry.id})"


def _with_names_first(words: list[tuple[str, str]], entries: Iterable[Entry]) -> Vocabulary:
    """A whole name or id means its own entry, also where it is another word for a second one.

    Two entries of one name are told apart by the id after it.
    """
    entries = list(entries)
    names = [(name, entry.id) for entry in entries for name in (entry.name.en, entry.name.sv, entry.id)]
    own = Vocabulary(names)
    full = [(f"{name} {entry.id}", entry.id) for entry in entries for name in (entry.name.sv, entry.name.en)]
    clear = {name: id_ for name, id_ in names if own.find(name)}
    return Vocabulary([*words, *full]).with_words(clear)
