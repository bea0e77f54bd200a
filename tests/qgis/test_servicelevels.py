"""Service levels as a tool: levels and what is missing, years, rules of one's own, links; and the county's structure."""

import json

import pytest
from qgis import processing
from qgis.core import NULL, QgsVectorLayer

from .small_network import CancelAfter, Listening, by_id, refused, rows, run

PLACES = "name:string,people:integer"
TOWNS = [
    ("POINT(600000 6300000)", "Staden", 20000),
    ("POINT(620000 6300000)", "Orten", 3000),
    ("POINT(630000 6300000)", "Byn", 300),
    ("POINT(600000 6340000)", "Udden", 200),
]
FACILITIES = "facility_id:string,type:string,opened:integer,closed:integer"
CARE = [
    ("POINT(601000 6300000)", "s1", "lanssjukhus", 1980, None),
    ("POINT(600000 6301000)", "v1", "vardcentral", 1980, None),
    ("POINT(620000 6300500)", "v2", "vardcentral", 1980, 2030),
    ("POINT(620500 6300000)", "a2", "apotek", 1990, None),
    ("POINT(630000 6303000)", "o3", "apoteksombud", 1990, None),
    ("POINT(600000 6320000)", "f9", "narmottagning", 1990, None),
]
SERVICES = "facility_id:string,service:string,care_form:string,from_year:integer,to_year:integer"
OFFERED = [
    (None, "s1", "akutmottagning_dygnet_runt", "oppenvard", 1980, 2027),
    (None, "v2", "distriktsskoterska", "oppenvard", 1980, None),
    (None, "o3", "distriktsskoterska", "hemsjukvard", 1980, None),
]


@pytest.fixture
def given(make_layer):
    return {
        "PLACES": make_layer(PLACES, TOWNS), "PLACE_ID": "name", "PLACE_NAME": "name", "POPULATION": "people",
        "FACILITIES": make_layer(FACILITIES, CARE), "FACILITY_ID": "facility_id", "TYPE": "type",
        "SERVICES": make_layer(SERVICES, OFFERED, kind="None"), "YEAR": 2024, "OUTPUT": "TEMPORARY_OUTPUT",
    }  # fmt: skip


def computed(given, **more):
    return run("servicelevels", **{**given, **more})


def test_levels_links_and_what_is_missing(given):
    tables = dict.fromkeys(("LINKS", "MISSING", "SUMMARY"), "TEMPORARY_OUTPUT")
    result = computed(given, **tables)
    found = by_id(result["OUTPUT"], "name")
    assert [found[name]["level"] for name in ("Staden", "Orten", "Byn", "Udden")] == [1, 4, 5, NULL]
    assert found["Staden"]["level_name"] == "Regional centre" and found["Udden"]["level_name"] == "no level"
    assert (found["Orten"]["missing"], found["Orten"]["facilities"]) == ("Local hospital care", 2)
    assert "Pharmacy" in found["Orten"]["services"] and "Dental care" in found["Orten"]["lacking"]
    assert "District nurse's clinic" in found["Byn"]["lacking"]  # the one that there is visits homes
    assert found["Staden"]["missing"] == NULL and found["Udden"]["facilities"] == 0
    assert (result["NODES_COUNT"], result["UNPLACED_COUNT"]) == (3, 1)
    links = {row["from_name"]: (row["to_name"], row["to_level"], row["metres"]) for row in rows(result["LINKS"])}
    assert links == {"Orten": ("Staden", 1, 20000), "Byn": ("Orten", 4, 10000), "Udden": ("Staden", 1, 40000)}
    assert found["Byn"]["superior_name"] == "Orten" and found["Byn"]["superior_metres"] == 10000
    layer = result["LINKS"]
    lengths = {feature["from_name"]: feature.geometry().length() for feature in layer.getFeatures()}
    assert lengths["Byn"] == pytest.approx(10000) and layer.crs().authid() == "EPSG:3006"
    missing = {(row["place_name"], row["service"]): row for row in rows(result["MISSING"])}
    assert missing["Byn", "halsocentral"]["lacks_for"] == "next_level"
    assert (missing["Byn", "halsocentral"]["nearest_name"], missing["Byn", "halsocentral"]["metres"]) == ("Orten", 10000)  # fmt: skip
    assert missing["Orten", "tandvard"]["lacks_for"] == "expected"
    assert missing["Orten", "tandvard"]["nearest_name"] == missing["Orten", "tandvard"]["metres"] == NULL
    summary = [(row["level"], row["places"], row["people"]) for row in rows(result["SUMMARY"])]
    assert summary == [(1, 1, 20000), (2, 0, 0), (3, 0, 0), (4, 1, 3000), (5, 1, 300), (NULL, 1, 200)]


def test_default_fields_need_not_be_named(given):
    whole = rows(computed(given)["OUTPUT"])
    bare = {name: value for name, value in given.items() if name not in ("FACILITY_ID", "TYPE")}
    assert rows(computed(bare)["OUTPUT"]) == whole
    refused("FACILITY_ID must name a field", name="servicelevels", **{**given, "FACILITY_ID": ""})


def test_a_year_asks_what_stands_then(given):
    """2028: no emergency department; 2030: Orten's health centre closes that year."""
    later = by_id(computed(given, YEAR=2028)["OUTPUT"], "name")
    assert later["Staden"]["level"] == 3 and "Emergency department" in later["Staden"]["missing"]
    assert by_id(computed(given, YEAR=2030)["OUTPUT"], "name")["Orten"]["level"] == 5
    feedback = Listening()
    processing.run("narvard:servicelevels", {**given, "YEAR": None, "OUTPUT": "memory:"}, feedback=feedback)
    assert "1 facilities have a year of closing" in feedback.said and "1 rows of SERVICES have a last year" in feedback.said  # fmt: skip


def test_the_distance_decides_what_belongs(given, make_layer):
    assert computed(given, MAX_DISTANCE=20000)["UNPLACED_COUNT"] == 0
    near = computed(given, MAX_DISTANCE=999)
    assert near["UNPLACED_COUNT"] == 4 and by_id(near["OUTPUT"], "name")["Staden"]["level"] == NULL
    degrees = make_layer(PLACES, [("POINT(16.65 56.84)", "Staden", 1)], crs="EPSG:4326")
    found = computed(given, PLACES=degrees, MAX_DISTANCE=500000, LINKS="TEMPORARY_OUTPUT")
    assert found["OUTPUT"].crs().authid() == "EPSG:4326" and found["LINKS"].crs().authid() == "EPSG:3006"
    assert rows(found["OUTPUT"])[0]["level"] == 1


def test_what_is_odd_is_told(given, make_layer):
    odd = [*CARE, ("POINT(600000 6300000)", "x1", "vårdhus", 1990, None), (None, "x2", "apotek", 1990, None)]
    bad = [(None, "gone", "iva", "slutenvard", 1990, None), (None, "s1", "IVA", "slutenvard", 1990, None)]
    given = {**given, "FACILITIES": make_layer(FACILITIES, odd), "SERVICES": make_layer(SERVICES, OFFERED + bad, kind="None")}  # fmt: skip
    feedback = Listening()
    processing.run("narvard:servicelevels", {**given, "OUTPUT": "memory:"}, feedback=feedback)
    for words in (
        "1 facilities have no type of the plugin's list, and count only by their services: x1 (vårdhus)",
        "Skipped 1 features of FACILITIES: x2", "1 facility ids of SERVICES are no usable feature of FACILITIES",
        "1 words in SERVICES are no services of the plugin's list, and count nowhere: IVA",
        "1 of 7 facilities belong to no place", "f9", "No place has: Maternity ward",
    ):  # fmt: skip
        assert words in feedback.said, words


LABEL = {"sv": "Hälsocentral", "en": "Health centre"}
OWN = {
    "functions": [{"id": "centre", "label": LABEL, "types": ["vardcentral"]}],
    "levels": [{"id": "node", "label": {"sv": "Nod", "en": "Node"}, "required": ["centre"]}],
}


def test_rules_of_ones_own(given, tmp_path):
    """They ask for no services, so none are needed."""
    path = tmp_path / "regler.json"
    path.write_text("\ufeff" + json.dumps(OWN), "utf8")  # as Notepad saves it
    found = by_id(computed({**given, "SERVICES": None}, RULES=str(path))["OUTPUT"], "name")
    assert [found[name]["level"] for name in ("Staden", "Orten", "Byn")] == [1, 1, NULL]
    assert (found["Byn"]["missing"], found["Staden"]["level_name"]) == ("Health centre", "Node")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", r"rules in regler.json cannot be used: it is not JSON \(line 1"),
        (json.dumps({**OWN, "levels": [{"id": "node", "label": LABEL, "required": ["center"]}]}), r"levels\[0\].required\[0\]: 'center' is no known function"),
        (json.dumps({**OWN, "functions": [{"id": "centre", "label": LABEL, "types": ["vc"]}]}), r"functions\[0\].types\[0\]: 'vc' is no known type"),
        ("[]", "the file: must be an object"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_rules_is_named(given, tmp_path, text, words):
    path = tmp_path / "regler.json"
    path.write_text(text, "utf8")
    refused(words, name="servicelevels", **{**given, "RULES": str(path)})


@pytest.mark.parametrize(
    ("words", "change"),
    [
        ("The rules ask for services, so SERVICES is needed", {"SERVICES": None}),
        ("No row of SERVICES belongs to a facility in FACILITIES", {"FACILITY_ID": "opened_id"}),
        ("rules in nowhere.json cannot be used: No such file", {"RULES": "/nowhere/nowhere.json"}),
        ("already has fields that this tool adds: place_name, level", {"PLACES": "again"}),
    ],
)
def test_what_cannot_be_told_is_refused(given, make_layer, words, change):
    if change.get("PLACES"):
        change = {"PLACES": computed(given)["OUTPUT"]}
    if change.get("FACILITY_ID"):
        other = [(wkt, f"other {own}", *rest) for wkt, own, *rest in CARE]
        change = {"FACILITIES": make_layer(FACILITIES, other)}
    refused(words, name="servicelevels", **{**given, **change})


def test_no_place_at_all_is_refused(given, make_layer):
    refused("PLACES has no usable point", name="servicelevels", **{**given, "PLACES": make_layer(PLACES, [], kind="Point")})  # fmt: skip


def test_cancel_writes_nothing(given, tmp_path):
    target = tmp_path / "places.gpkg"
    for asks in (0, 5, 12, 14):
        processing.run("narvard:servicelevels", {**given, "OUTPUT": str(target)}, feedback=CancelAfter(asks))
        assert not target.exists()


def test_the_county(county):
    given = {
        "PLACES": county.layer("settlements"), "PLACE_ID": "name", "PLACE_NAME": "name", "POPULATION": "population",
        "FACILITIES": county.layer("facilities"), "FACILITY_ID": "facility_id", "TYPE": "type",
        "SERVICES": county.layer("services"), "YEAR": 2024, "OUTPUT": "TEMPORARY_OUTPUT",
    }  # fmt: skip
    result = computed(given, SUMMARY="TEMPORARY_OUTPUT", LINKS="TEMPORARY_OUTPUT")
    found = by_id(result["OUTPUT"], "name")
    at = {name for name, row in found.items() if row["level"] == 1}, {name for name, row in found.items() if row["level"] == 2}  # fmt: skip
    assert at == ({"Lindhamn", "Granhult"}, {"Ekhamn", "Norrhamn"})
    assert all(row["level"] in (1, 2) for row in found.values() if row["hospital"])
    assert found["Ekhamn"]["lacking"] == "Maternity ward"
    settlements = QgsVectorLayer(county.layer("settlements"), "", "ogr")
    assert sum(row["people"] for row in rows(result["SUMMARY"])) == sum(row["population"] for row in rows(settlements))
    for row in rows(result["LINKS"]):
        assert row["from_level"] == NULL or row["to_level"] < row["from_level"]


def test_a_converted_hospital_takes_its_town_down_a_level(county):
    """Story 2 of FACIT.md, scenario B: Ekhamn becomes a local hospital (närsjukhus) without an emergency department by night."""
    changes = {"CHANGES": f"{county.workspace}|layername=scenario_changes", "SCENARIO": "B", "YEAR": 2028}
    register = {"FACILITIES": county.layer("facilities"), "SERVICES": county.layer("services")}
    sinks = {"OUTPUT": "TEMPORARY_OUTPUT", "SERVICES_OUTPUT": "TEMPORARY_OUTPUT"}
    after = processing.run("narvard:applyscenario", {**register, **changes, **sinks})
    asked = {
        "PLACES": county.layer("settlements"), "PLACE_ID": "name", "PLACE_NAME": "name", "FACILITY_ID": "facility_id",
        "TYPE": "type", "YEAR": 2028, "OUTPUT": "TEMPORARY_OUTPUT",
    }  # fmt: skip
    levels = []
    for facilities, services in (register.values(), (after["OUTPUT"], after["SERVICES_OUTPUT"])):
        result = computed({**asked, "FACILITIES": facilities, "SERVICES": services})
        levels.append({name: row["level"] for name, row in by_id(result["OUTPUT"], "name").items()})
    changed = {name: (levels[0][name], levels[1][name]) for name in levels[0] if levels[0][name] != levels[1][name]}
    assert changed == {"Ekhamn": (2, 3)}
