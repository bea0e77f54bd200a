"""What a catalogue file with a mistake in it answers: the exact place and the exact problem."""

import copy
import json

import pytest

from narvard_plugin import catalogue
from narvard_plugin.core.catalogue import (
    CatalogueError,
    parse_capacity_kinds,
    parse_operators,
    parse_regions,
    parse_services,
    parse_theme,
)
from tests.shared import ROOT

DATA = {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in (ROOT / "resources/data").glob("*.json")}


REGION_CODES = {region["code"] for region in DATA["regions"]["regions"]}
PARSERS = {
    "regions": parse_regions,
    "facility_types": lambda document: parse_theme(document, REGION_CODES),
    "services": parse_services,
    "operators": parse_operators,
    "capacity_kinds": parse_capacity_kinds,
}


def at(document, path):
    for step in path:
        document = document[step]
    return document


# File, where, key, what is put there (... = removed), the whole message.
MISTAKES = [
    ("facility_types", ["types", 8], "parent", "vardhus", "types[8].parent: 'vardhus' is no known type"),
    ("facility_types", ["types", 8], "parent", ..., "types[8].parent: is missing"),
    (
        "facility_types",
        ["types", 6],
        "parent",
        "narmottagning",
        "types[6].parent: goes round: vardcentrum > narmottagning > vardcentral > vardcentrum",
    ),
    ("facility_types", ["types", 0], "parent", "sjukhus", "types[0].parent: goes round: sjukhus > sjukhus"),
    ("facility_types", ["types", 2], "category", "vård", "types[2].category: 'vård' is no known category"),
    ("facility_types", ["types", 4], "id", "sjukhus", "types[4].id: 'sjukhus' occurs twice"),
    ("facility_types", ["types", 4], "colour", "#ABC", "types[4].colour: '#ABC' is not #rrggbb in lower case"),
    ("facility_types", ["types", 4], "staffed", "ja", "types[4].staffed: must be true or false, not 'ja'"),
    ("facility_types", ["types", 4, "label"], "sv", " ", "types[4].label.sv: is empty"),
    ("facility_types", ["types", 4, "definition"], "en", ..., "types[4].definition.en: is missing"),
    ("facility_types", ["categories", 1], "order", True, "categories[1].order: must be a whole number, not True"),
    (
        "facility_types",
        ["types", 8, "local_names", 1],
        "region",
        "99",
        "types[8].local_names[1].region: '99' is no known region",
    ),
    (
        "facility_types",
        ["types", 8, "mapping", "osm"],
        0,
        "clinic",
        "types[8].mapping.osm[0]: must be an object, not 'clinic'",
    ),
    (
        "regions",
        ["regions", 6],
        "neighbours",
        ["05", "06", "07", "10", "02"],
        "regions[6].neighbours[4]: '02' is no known region",
    ),
    (
        "regions",
        ["regions", 7],
        "neighbours",
        ["08"],
        "regions[7].neighbours[0]: '08' does not have '09' as neighbour",
    ),
    ("regions", ["regions", 7], "neighbours", ["09"], "regions[7].neighbours[0]: '09' is its own neighbour"),
    ("regions", ["regions", 7], "code", "08", "regions[7].code: '08' occurs twice"),
    ("regions", ["regions", 7], "code", 9, "regions[7].code: must be text, not 9"),
    (
        "regions",
        ["regions", 0],
        "healthcare_regions",
        ["ostra"],
        "regions[0].healthcare_regions[0]: 'ostra' is no known healthcare region",
    ),
    (
        "regions",
        ["regions", 10, "healthcare_region_by_municipality"],
        "1384",
        "norra",
        "regions[10].healthcare_region_by_municipality.1384: 'norra' is no healthcare region of this region",
    ),
    ("services", ["services", 0], "care_forms", ["vard"], "services[0].care_forms[0]: 'vard' is no known care form"),
    (
        "services",
        ["services", 0],
        "urgencies",
        ["akut", "snart"],
        "services[0].urgencies[1]: 'snart' is no known urgency",
    ),
    ("services", ["services", 1], "kind", "annat", "services[1].kind: 'annat' is neither 'function' nor 'specialty'"),
    ("services", ["services", 1], "id", "iva", "services[6].id: 'iva' occurs twice"),
    ("operators", ["driftsform", 1], "definition", ..., "driftsform[1].definition: is missing"),
    ("capacity_kinds", ["capacity_kinds", 0], "unit", "st", "capacity_kinds[0].unit: must be an object, not 'st'"),
]


@pytest.mark.parametrize(("name", "where", "key", "value", "message"), MISTAKES, ids=[m[-1] for m in MISTAKES])
def test_a_mistake_is_named_with_its_place(name, where, key, value, message):
    document = copy.deepcopy(DATA[name])
    PARSERS[name](document)
    if value is ...:
        del at(document, where)[key]
    else:
        at(document, where)[key] = value
    with pytest.raises(CatalogueError) as caught:
        PARSERS[name](document)
    assert str(caught.value) == message


def test_a_file_that_is_not_an_object_is_refused():
    with pytest.raises(CatalogueError, match=r"^the file: must be an object, not \[\]$"):
        parse_operators([])


def test_the_loader_adds_the_name_of_the_file(tmp_path):
    file = tmp_path / "operators.json"
    file.write_text('{"huvudman": []}', encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"^operators\.json: driftsform: is missing$"):
        catalogue._parsed(file, parse_operators)


def test_parsed_data_cannot_be_changed():
    with pytest.raises(TypeError):
        catalogue.care().types["nytt"] = None
