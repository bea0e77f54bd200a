"""Every catalogue file in resources/ against its schema, and the schemas against JSON Schema itself."""

import json

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from tests.shared import ROOT

RESOURCES = ROOT / "resources"
SCHEMAS = sorted((RESOURCES / "schemas").glob("*.schema.json"))
FILES = sorted([*(RESOURCES / "data").glob("*.json"), *(RESOURCES / "themes").glob("*.json")])


def loaded(file):
    return json.loads(file.read_text(encoding="utf-8"))


def complaints(document, schema_file):
    registry = Registry().with_resources((file.name, Resource.from_contents(loaded(file))) for file in SCHEMAS)
    validator = Draft202012Validator(loaded(schema_file), registry=registry)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)]


def test_the_catalogue_files_are_among_them():
    expected = {"regions", "facility_types", "services", "operators", "capacity_kinds", "kultur", "dock_layers"}
    assert expected <= {file.stem for file in FILES}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_file_follows_the_schema_it_names(file):
    document = loaded(file)
    schema_file = (file.parent / document["$schema"]).resolve()
    assert schema_file in SCHEMAS
    assert complaints(document, schema_file) == []


@pytest.mark.parametrize("file", SCHEMAS, ids=lambda file: file.name)
def test_schema_is_draft_2020_12_and_sound(file):
    assert loaded(file)["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(loaded(file))


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda types: types[3].update(colour="red"), "$.types[3].colour: 'red' does not match"),
        (lambda types: types[0].update(extra=1), "$.types[0]: Additional properties are not allowed ('extra'"),
        (lambda types: types[5]["label"].pop("en"), "$.types[5].label: 'en' is a required property"),
        (lambda types: types[5].update(id="Hemsjukhus"), "$.types[5].id: 'Hemsjukhus' does not match"),
    ],
)
def test_theme_schema_refuses_a_slip_of_the_hand(change, complaint):
    document = loaded(RESOURCES / "data" / "facility_types.json")
    change(document["types"])
    (found,) = complaints(document, RESOURCES / "schemas" / "theme.schema.json")
    assert found.startswith(complaint)
