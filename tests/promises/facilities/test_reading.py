"""Registers of facilities: words mean one thing or none, places are where they are said to be, and twins are told."""

import json
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin import catalogue
from narvard_plugin.core.facilities import coordinates as at
from narvard_plugin.core.facilities import osm, words
from narvard_plugin.core.facilities.duplicates import near_pairs
from narvard_plugin.core.facilities.presets import parse_presets
from narvard_plugin.core.facilities.reading import Facility, merged_rows
from narvard_plugin.core.figures import Unreadable
from narvard_plugin.sources.facility_catalogue import municipalities
from tests.promises import promise
from tests.promises.strategies.populations import SEEDS, reordered
from tests.promises.strategies.refusals import tried
from tests.shared import ROOT

CARE, SERVICES, REGIONS = catalogue.care(), catalogue.services(), catalogue.regions().regions
HUVUDMAN, DRIFTSFORM = catalogue.operators().huvudman, catalogue.operators().driftsform
TEXT = st.one_of(st.text(max_size=8), st.text("0123456789 .,;XY:+-", max_size=12))
FORMS = st.sampled_from(["{}", " {} ", "-{}-"])
CASES = st.sampled_from([str, str.upper, str.casefold])


@promise(
    "a word is the same without capitals, with any marks between its parts, and made plain once and for all",
    words.plain,
    long=1200,
)
@given(
    st.text(max_size=10),
    st.lists(st.text("abåäö1", min_size=1, max_size=4), min_size=1, max_size=3),
    st.sampled_from([" ", "-", "_", " / ", ", "]),
)
def test_plain(text, parts, between):
    assert words.plain(words.plain(text)) == words.plain(text)
    assert words.plain(between.join(parts).upper()) == " ".join(parts) == words.plain(f" {between.join(parts)}.")
    assert words.plain("å") != words.plain("a")


@promise("every id and name of the catalogue is found as itself, in capitals too; a name that several have finds none of them",
         words.type_words, words.service_words, words.entry_words, words.capacity_words, words.distinct_label, usual=10, long=300)  # fmt: skip
@given(st.data(), CASES, FORMS)
def test_words_of_the_catalogue(data, case, form):
    lists = [(words.type_words(CARE), CARE.types), (words.service_words(SERVICES), SERVICES.services), (words.entry_words(HUVUDMAN.values()), HUVUDMAN),
             (words.capacity_words(catalogue.capacity_kinds()), catalogue.capacity_kinds())]  # fmt: skip
    vocabulary, entries = data.draw(st.sampled_from(lists))
    entry = entries[data.draw(st.sampled_from(sorted(entries)))]
    assert vocabulary.find(form.format(case(entry.id))) == entry.id
    for name in (entry.name.sv, entry.name.en):
        found = vocabulary.find(case(name))
        twins = {
            other.id
            for other in entries.values()
            if words.plain(name) in (words.plain(one) for one in (other.id, other.name.sv, other.name.en))
        }
        assert found == entry.id if twins == {entry.id} else entry.id in twins
    for language in ("sv", "en"):
        assert vocabulary.find(words.distinct_label(entry, language, vocabulary)) == entry.id
    assert vocabulary.find("") is None and vocabulary.all_of("finns inte") == []


@promise("more words for an entry mean that entry, and nothing where another has them too", words.entry_words)
@given(st.sampled_from(sorted(DRIFTSFORM)), st.sampled_from(sorted(DRIFTSFORM)), st.text("xyz", min_size=1, max_size=4))
def test_more_words(one, other, word):
    vocabulary = words.entry_words(DRIFTSFORM.values(), [(f"q {word}", one), (f"q {word}", other)])
    assert vocabulary.find(f"Q-{word}") == (one if one == other else None)
    assert vocabulary.all_of(f"q {word}") == sorted({one, other})
    settled = vocabulary.with_words({f"q {word}": one})
    assert settled.find(f"q {word}") == one and vocabulary.all_of(f"q {word}") == sorted({one, other})


@promise("a region or municipality is known by its code, with or without its zero, and by its name in any form; else it is none",
         words.region_words, words.region_of, words.municipality_words, words.municipality_of, usual=10, long=600)  # fmt: skip
@given(st.sampled_from(sorted(REGIONS)), st.sampled_from(sorted(municipalities())), CASES, st.text(max_size=5))
def test_regions(code, municipality, case, text):
    vocabulary, region = words.region_words(REGIONS), REGIONS[code]
    for written in (
        code,
        code.lstrip("0"),
        case(region.name),
        case(region.county),
        region.short_name,
        f"{region.short_name}s län",
    ):
        assert words.region_of(written, vocabulary) == code
    places = words.municipality_words(municipalities())
    name = municipalities()[municipality]
    for written in (municipality, municipality.lstrip("0"), case(name), f"{name} kommun", f" {case(name)} "):
        assert words.municipality_of(written, places) == municipality
    genitive = words.municipality_of(f"{name}s kommun", places)
    assert genitive == municipality or municipalities()[genitive] == f"{name}s"
    found, place = words.region_of(text, vocabulary), words.municipality_of(text, places)
    assert found is None or (len(found) == 2 and found.isascii() and found.isdigit())
    assert place is None or (len(place) == 4 and place.isascii() and place.isdigit())


SYSTEM = st.sampled_from([at.RT90, at.SWEREF, at.WGS84])


@promise("a place in Sweden is found in the system that it is told in, also where north and east have changed places", at.locate, at.locate_in,
         at.read_pair, usual=10, long=1200)  # fmt: skip
@given(SYSTEM, st.floats(0, 1), st.floats(0, 1), st.booleans(), st.booleans())
def test_places(system, across, up, north_first, comma):
    east = round(system.east[0] + across * (system.east[1] - system.east[0]), 4)
    north = round(system.north[0] + up * (system.north[1] - system.north[0]), 4)
    told = [
        f"{one:.4f}".replace(".", "," if comma else ".") for one in ((north, east) if north_first else (east, north))
    ]
    assert (
        at.locate(*told, north_first, [system.code])
        == (system.code, east, north, False)
        == at.locate_in(*told, north_first, system.code)
    )
    turned = at.locate(*told, not north_first, [system.code])
    assert turned == (system.code, east, north, True)
    other = at.locate_in(*told, north_first, "EPSG:4619")
    assert other == ("EPSG:4619", east, north, False)
    for cell in (f"X:{told[0]} Y:{told[1]}", f"{told[0]} ; {told[1]}", f" x={told[0]}; y={told[1]} "):
        assert [part.strip(" ,;") for part in at.read_pair(cell)] == told
    everything = [one.code for one in (at.RT90, at.SWEREF, at.WGS84)]
    found, refusal = tried(Unreadable, at.locate, *told, north_first, everything)
    assert refusal.problem == "ambiguous" if refusal else found == (system.code, east, north, False)


@promise(
    "what says no place is none, half of one or refused, by its reason",
    at.locate,
    at.locate_in,
    at.read_pair,
    long=1200,
)
@given(TEXT, TEXT, st.booleans(), st.sampled_from(["", "EPSG:3006", "EPSG:9999"]))
def test_any_coordinates(first, second, north_first, code):
    reasons = ("coordinates", "half", "local_zone", "ambiguous", "outside")
    locate = (at.locate_in, code) if code else (at.locate, list(at.SYSTEMS))
    place, refusal = tried(Unreadable, locate[0], first, second, north_first, locate[1])
    assert refusal is None or refusal.problem in reasons
    assert place is None or (math.isfinite(place.east) and math.isfinite(place.north))
    pair, refusal = tried(Unreadable, at.read_pair, f"{first} {second}")
    if pair:
        _, refusal = tried(Unreadable, at.locate, *pair, north_first, list(at.SYSTEMS))
    assert refusal is None or refusal.problem in reasons
    for blank in (("", ""), ("0", "0"), (" ", "..")):
        assert at.locate(*blank, north_first, list(at.SYSTEMS)) is None
    with pytest.raises(Unreadable, match="half"):
        at.locate_in("583000", "", north_first, "EPSG:3006")


@promise(
    "twins are all pairs of one name and type within the distance, nearest first, each once, in any order",
    near_pairs,
    long=600,
)
@given(st.lists(st.tuples(st.sampled_from(["A", "a ", "B"]), st.sampled_from("tu"), st.sampled_from([0.0, 3, 4, 100, math.nan]), st.sampled_from([0.0, 4, 50])), max_size=8),
       st.sampled_from([0.0, 5.0, 120.0]), SEEDS)  # fmt: skip
def test_twins(drawn, distance, seed):
    names, types, east, north = zip(*drawn) if drawn else ((), (), (), ())
    xy = np.column_stack([east, north]).reshape(-1, 2)
    found = near_pairs(names, types, xy, distance)
    expected = {
        (a, b): math.hypot(*(xy[a] - xy[b])) for a in range(len(drawn)) for b in range(a + 1, len(drawn))
        if words.plain(names[a]) == words.plain(names[b]) and types[a] == types[b] and math.hypot(*(xy[a] - xy[b])) <= distance
    }  # fmt: skip
    assert {(pair.first, pair.second): pair.distance for pair in found} == expected and len(found) == len(expected)
    assert [pair.distance for pair in found] == sorted(expected.values())
    order = reordered(seed, len(drawn))
    again = near_pairs([names[row] for row in order], [types[row] for row in order], xy[order], distance)
    assert {tuple(sorted((order[pair.first], order[pair.second]))) for pair in again} == set(expected)


FACILITY = Facility(1, "a", "A", "vardcentral", *[None] * 15, (), ())


@promise(
    "rows of one id that tell the same are one facility with all its services; those that contradict each other none",
    merged_rows,
    long=600,
)
@given(
    st.lists(
        st.tuples(
            st.sampled_from("ab"),
            st.sampled_from("AAB"),
            st.lists(st.sampled_from("xyz"), max_size=2),
            st.sampled_from([(), (("k", 1.0),), (("k", 2.0),)]),
        ),
        max_size=6,
    ),
    SEEDS,
)
def test_merging(drawn, seed):
    rows = [
        FACILITY._replace(row=row, facility_id=id_, name=name, services=tuple(services), capacity=capacity)
        for row, (id_, name, services, capacity) in enumerate(drawn)
    ]
    kept, refused, joined = merged_rows(rows)
    assert len(kept) + len(refused) + joined == len(rows) and len({one.facility_id for one in kept}) == len(kept)
    for one in kept:
        own = [row for row in rows if row.facility_id == one.facility_id]
        assert {*one.services} == {service for row in own for service in row.services} and len(
            set(one.services)
        ) == len(one.services)
        assert {*one.capacity} == {pair for row in own for pair in row.capacity} and len(dict(one.capacity)) == len(
            one.capacity
        )
        assert len({row.name for row in own}) == 1 and one.row == own[0].row
    assert merged_rows(kept) == (kept, [], 0) and {problem for _, problem in refused} <= {"contradicts"}
    again = merged_rows([rows[row] for row in reordered(seed, len(rows))])
    assert {one.facility_id for one in again[0]} == {one.facility_id for one in kept} and again[2] == joined


TAGS = st.dictionaries(
    st.sampled_from(["amenity", "healthcare", "facility", "name"]),
    st.sampled_from(["", "clinic", "hospital", "doctors;clinic", "x"]),
)


@promise(
    "a type is told by its largest set of tags, all of them there; more tags never tell less of it",
    osm.types_of,
    osm.tags_of,
    long=600,
)
@given(TAGS, st.data())
def test_tags(cells, data):
    tags = osm.tags_of(cells)
    assert "" not in tags.values() and "facility" not in tags and osm.tags_of(tags) == tags
    assert set(tags.values()) <= set(cells.values())
    kinds = list(CARE.types.values())
    found, wide = osm.types_of(tags, kinds)
    assert found == sorted(found) and osm.types_of(tags, kinds[::-1]) == (found, wide)
    sizes = {
        kind.id: [
            len(one)
            for one in kind.osm
            if all(value in [part.strip() for part in tags.get(key, "").split(";")] for key, value in one.items())
        ]
        for kind in kinds
    }
    largest = max((max(own) for own in sizes.values() if own), default=0)
    assert found == sorted(id_ for id_, own in sizes.items() if own and max(own) == largest)
    assert not wide or (found and largest == 1)
    told = data.draw(st.sampled_from([one for kind in kinds for one in kind.osm]))
    assert {kind.id for kind in kinds if told in kind.osm} <= set(osm.types_of(dict(told), kinds)[0])


@promise("a node and a way of one number are two facilities, however their ids are written", osm.id_of)
@given(st.integers(0, 10**12), st.sampled_from([("n", "node"), ("w", "way"), ("r", "relation")]))
def test_ids(number, kinds):
    short, kind = kinds
    forms = [osm.id_of({}, f"{short}{number}"), osm.id_of({}, f"{kind}/{number}"), osm.id_of({"osm_type": kind}, f"{number}"), osm.id_of({"@type": kind}, f"{number}"),
             osm.id_of({}, f"{kind}-{number}")]  # fmt: skip
    assert set(forms) == {f"{kind}-{number}"}


@promise("a heading is found however it is written, each role at the first of its headings", parse_presets)
@given(st.data(), CASES, SEEDS)
def test_headings(data, case, seed):
    document = json.loads((ROOT / "resources" / "data" / "facility_presets.json").read_text("utf8"))
    presets = parse_presets(document, CARE.types, HUVUDMAN, DRIFTSFORM)
    preset = presets.presets[data.draw(st.sampled_from(sorted(presets.presets)))]
    first = {role: case(headings[0]) for role, headings in preset.columns.items() if headings}
    roles = [list(first)[row] for row in reordered(seed, len(first))]
    found = preset.columns_in(["någon annan", *(first[role] for role in roles)])
    assert {words.plain(first[roles[place - 1]]) == words.plain(first[role]) for role, place in found.items()} <= {True}
    assert set(found) == set(first) and preset.columns_in([]) == {}
    assert presets.ownership_of("finns inte") is None
