"""Results as open data: what lies in the folder, what is hidden, what stays between exports, and what is never published."""

import csv
import hashlib
import json
import re

import pytest
from osgeo import ogr
from qgis import processing
from qgis.core import QgsVectorLayer
from rdflib import Graph, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCAT, DCTERMS, RDF

from tests.core.open_data.test_catalogue import faults

from .small_network import CancelAfter, Listening, refused, rows, run

BASE = "https://www.region.se/oppnadata"
#: Code, municipality, people, of whom old, share of the old, minutes.
AREAS = [
    ("POLYGON((500000 6300000, 501000 6300000, 501000 6301000, 500000 6300000))", "0880A0010", "0880", 900, 3, 0.333, 12.5),
    ("POLYGON((501000 6300000, 502000 6300000, 502000 6301000, 501000 6300000))", "0880A0020", "0880", 800, 90, 11.25, 13.0),
    ("POLYGON((502000 6300000, 503000 6300000, 503000 6301000, 502000 6300000))", "0880B3010", "0880", 700, 60, 8.571, None),
]  # fmt: skip
FIELDS = (
    "area_code:string,municipality:string,population:integer,aged_65_plus:integer,share_old:double,minutes_1:double"
)
CENTRES = [("POINT(500500 6300500)", "v1", "Ekhamns vårdcentral; =1+1"), ("POINT(502500 6300500)", "v2", '"Å" <b>&')]


@pytest.fixture
def areas(make_layer):
    return named(make_layer(FIELDS, AREAS), "Områden 2024")


@pytest.fixture
def centres(make_layer):
    return named(make_layer("facility_id:string,name:string", CENTRES), "Vårdcentraler")


def named(layer, name):
    layer.setName(name)
    return layer


@pytest.fixture
def given(tmp_path):
    return {
        "FOLDER": str(tmp_path / "öppna data"), "BASE_IRI": f"{BASE}/", "PUBLISHER": "Region Exempel & Co", "EMAIL": "oppnadata@region.se",
        "CONTACT": "Enheten för analys", "LICENCE": "cc-by", "OUTPUT": "memory:",
    }  # fmt: skip


def table(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_folder_holds_what_the_catalogue_tells(areas, centres, given, tmp_path):
    results = run("publish", LAYERS=[areas, centres], **given)
    folder = tmp_path / "öppna data"
    assert sorted(file.name for file in folder.iterdir()) == [
        "SHA256SUMS", "dcat.rdf", "dcat.ttl", "index.html", "omraden-2024.csv", "omraden-2024.gpkg", "omraden-2024.schema.json",
        "vardcentraler.csv", "vardcentraler.gpkg", "vardcentraler.schema.json",
    ]  # fmt: skip
    graph = Graph().parse(str(folder / "dcat.rdf"))
    assert isomorphic(graph, Graph().parse(str(folder / "dcat.ttl")))
    assert list(faults(graph)) == []
    assert {str(iri) for iri in graph.subjects(RDF.type, DCAT.Dataset)} == {
        f"{BASE}/dataset/omraden-2024", f"{BASE}/dataset/vardcentraler",
    }  # fmt: skip
    for file in graph.subjects(RDF.type, DCAT.Distribution):
        path = folder / str(graph.value(file, DCAT.downloadURL)).rpartition("/")[2]
        told = graph.value(URIRef(f"{file}#checksum"), URIRef("http://spdx.org/rdf/terms#checksumValue"))
        assert str(told) == hashlib.sha1(path.read_bytes()).hexdigest()
        assert graph.value(file, DCAT.byteSize).toPython() == path.stat().st_size
    for line in (folder / "SHA256SUMS").read_text("utf-8").splitlines():
        assert line[:64] == hashlib.sha256((folder / line[66:]).read_bytes()).hexdigest()
    page = (folder / "index.html").read_text("utf-8")
    assert "Region Exempel &amp; Co" in page and 'href="omraden-2024.gpkg"' in page and str(tmp_path) not in page
    assert str(tmp_path) not in (folder / "dcat.rdf").read_text("utf-8")
    assert [row["dataset"] for row in rows(results["OUTPUT"])] == ["omraden-2024", "vardcentraler"]


def test_small_numbers_are_hidden_everywhere(areas, make_layer, given, tmp_path):
    again = named(make_layer("area_code:string,aldre:string", [(None, "0880B3010", "60"), (None, "0880A0010", "3"), (None, "0880A0020", "90")], kind="None"), "Äldre")  # fmt: skip
    results = run("publish", LAYERS=[areas, again], PEOPLE_FIELDS="Äldre:aldre", **given)
    first, second, third = table(tmp_path / "öppna data" / "omraden-2024.csv")
    assert [row["aged_65_plus"] for row in (first, second, third)] == ["", "90", ""]
    assert [row["share_old"] for row in (first, second, third)] == ["", "11.25", ""]
    assert [row["population"] for row in (first, second, third)] == ["900", "800", "700"]
    assert first["hidden_fields"] == "aged_65_plus share_old" and second["hidden_fields"] == ""
    assert third["minutes_1"] == "" and "minutes_1" not in third["hidden_fields"]
    assert [row["aldre"] for row in table(tmp_path / "öppna data" / "aldre.csv")] == ["", "90", ""]
    assert [row["hidden"] for row in rows(results["OUTPUT"])] == [4, 2] and results["HIDDEN_COUNT"] == 6
    source = ogr.Open(str(tmp_path / "öppna data" / "omraden-2024.gpkg"))
    kept = [feature.items() for feature in source.GetLayer(0)]
    assert [(row["feature_id"], row["aged_65_plus"]) for row in kept] == [("0880A0010", None), ("0880A0020", 90), ("0880B3010", None)]  # fmt: skip
    assert (
        source.GetLayer(0).GetGeometryColumn() == "geom"
        and source.GetLayer(0).GetFeature(1).GetGeometryRef() is not None
    )


def test_csv_and_geopackage_tell_the_same(centres, given, tmp_path):
    run("publish", LAYERS=[centres], **given)
    first, second = table(tmp_path / "öppna data" / "vardcentraler.csv")
    assert first["name"] == "Ekhamns vårdcentral; =1+1" and second["name"] == '"Å" <b>&'
    assert first["wkt"] == "POINT (500500 6300500)" and (first["latitude"], first["longitude"]) == (
        "56.848303",
        "15.008197",
    )
    schema = json.loads((tmp_path / "öppna data" / "vardcentraler.schema.json").read_text("utf-8"))
    assert [field["name"] for field in schema["fields"]] == list(first)
    layer = QgsVectorLayer(str(tmp_path / "öppna data" / "vardcentraler.gpkg"), "v", "ogr")
    assert [row["name"] for row in rows(layer)] == [first["name"], second["name"]]
    assert layer.crs().authid() == "EPSG:3006"


def test_addresses_and_days_stay(areas, centres, given, tmp_path):
    run("publish", LAYERS=[areas, centres], **given)
    folder = tmp_path / "öppna data"
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    catalogue = folder / "dcat.rdf"
    catalogue.write_text(re.sub(r"20\d\d-\d\d-\d\d</dct", "2025-01-02</dct", catalogue.read_text("utf-8")), "utf-8")
    run("publish", LAYERS=[areas, centres], **given)
    for name in ("omraden-2024.csv", "omraden-2024.gpkg", "vardcentraler.gpkg"):
        assert (folder / name).read_bytes() == before[name]
    assert set(re.findall(r">([\d-]+)</dcterms:(?:issued|modified)", catalogue.read_text("utf-8"))) == {"2025-01-02"}
    areas.startEditing()
    areas.changeAttributeValue(1, areas.fields().indexOf("minutes_1"), 99.0)
    areas.commitChanges()
    run("publish", LAYERS=[areas, centres], **given)
    graph = Graph().parse(str(catalogue))
    days = {str(iri).rpartition("/")[2]: (str(graph.value(iri, DCTERMS.issued)), str(graph.value(iri, DCTERMS.modified)) == "2025-01-02")
            for iri in graph.subjects(RDF.type, DCAT.Dataset)}  # fmt: skip
    assert days == {"omraden-2024": ("2025-01-02", False), "vardcentraler": ("2025-01-02", True)}
    heard = Listening()
    processing.run("narvard:publish", {"LAYERS": [centres], **given}, feedback=heard)
    assert "1 datasets were published before" in heard.said and f"{BASE}/dataset/omraden-2024" in heard.said


def test_a_run_that_does_not_end_leaves_the_earlier_publication(areas, centres, given, tmp_path):
    run("publish", LAYERS=[centres], **given)
    folder = tmp_path / "öppna data"
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    for asks in range(1, 12, 2):
        processing.run("narvard:publish", {"LAYERS": [areas], **given}, feedback=CancelAfter(asks))
        if not (folder / "vardcentraler.csv").is_file():
            break  # so many asks it takes: it ran to its end
        assert {file.name: file.read_bytes() for file in folder.iterdir()} == before
    assert asks > 3
    run("publish", LAYERS=[centres], **given)
    refused("OUTPUT|saknas", "publish", LAYERS=[areas], **{**given, "OUTPUT": str(tmp_path / "saknas" / "x.gpkg")})
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before
    assert [path.name for path in tmp_path.iterdir()] == ["öppna data"]


def test_what_a_killed_run_left_is_put_right(centres, given, tmp_path):
    run("publish", LAYERS=[centres], **given)
    folder = tmp_path / "öppna data"
    folder.rename(tmp_path / ".öppna data.narvard-earlier")
    (tmp_path / ".öppna data.1.narvard-part").mkdir()
    refused("BASE_IRI is", "publish", LAYERS=[centres], **{**given, "BASE_IRI": "https://annan.se/x"})
    run("publish", LAYERS=[centres], **given)
    assert [path.name for path in tmp_path.iterdir()] == ["öppna data"] and (folder / "dcat.rdf").is_file()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"LICENCE": None}, "LICENCE"),
        ({"CONTACT": " "}, "CONTACT must be filled in"),
        ({"EMAIL": "x@y"}, "EMAIL must be an e-mail address"),
        ({"BASE_IRI": "http://region.se/x"}, "BASE_IRI must be"),
        ({"BASE_IRI": "https://region.se/x?y"}, "BASE_IRI must be"),
        ({"ORGANISATION_NUMBER": "12"}, "ten figures"),
        ({"THEMES": "VARD"}, "VARD is none"),
        ({"PERIOD": "i år"}, "cannot be read"),
        ({"METADATA": "{"}, "no JSON"),
        ({"METADATA": '{"Vårdcentraler": {"titel": "x"}}'}, "titel"),
        ({"METADATA": '{"Annat": {"title": "x"}}'}, "Annat"),
        ({"METADATA": '{"Vårdcentraler": {"id": "Å"}}'}, "small letters"),
        ({"PEOPLE_FIELDS": "invånare"}, "invånare"),
        ({"PLACE": "Kalmar"}, "PLACE must be"),
    ],
)
def test_what_cannot_be_used_is_said(centres, given, change, words):
    refused(words, "publish", LAYERS=[centres], **{**given, **change})


@pytest.mark.parametrize(
    ("fields", "row", "words"),
    [
        ("facility_id:string,handler:string", ("POINT(0 0)", "a", "b"), "fields that name persons: handler"),
        ("id:string,text:string", ("POINT(0 0)", "a", "19640823-3234"), "fields that name persons: text"),
        ("id:string,value:double", ("POINT(0 0)", "a", 7.0), "does not know: value"),
        ("id:string,antal:string", ("POINT(0 0)", "a", "7"), "does not know: antal"),
        ("id:string,share_old:double", ("POINT(0 0)", "a", 0.5), "no number of the people"),
        ("origin_id:string,population:integer", ("POINT(0 0)", "a", 4), "places where people live, and 1 of them"),
        ("origin_id:string,minutes:double", ("POINT(0 0)", "a", 4.0), "places where people live"),
        ("id:string,population:integer", ("POINT(0 0)", "a", 1), "places where people live"),
        ("area_code:string,unit_id:string,number:integer,status:string", ("POINT(0 0)", "a", "b", 3, "ok"), "sums by area"),
        ("area_code:string,wkt:string", ("POINT(0 0)", "a", "b"), "the publication itself makes: wkt"),
    ],
)  # fmt: skip
def test_what_is_never_published(make_layer, given, tmp_path, fields, row, words):
    layer = named(make_layer(fields, [row]), "Lager")
    more = {"CHECKED": True, "PEOPLE_FIELDS": "number"} if "number" in fields else {}
    refused(words, "publish", LAYERS=[layer], **more, **given)
    assert list(tmp_path.iterdir()) == []


def test_what_the_user_has_looked_at_is_published(make_layer, given, tmp_path):
    layer = named(
        make_layer("id:string,value:double,who:string", [("POINT(500000 6300000)", "a", 7.0, "Anna")]), "Lager"
    )
    told = {
        "Lager": {
            "id": "matningar",
            "title": "Mätningar",
            "description": "Vad som mättes.",
            "keywords": ["mätning"],
            "period": "2024",
        }
    }
    run(
        "publish",
        LAYERS=[layer],
        CHECKED=True,
        LEAVE_OUT="who",
        METADATA=json.dumps(told),
        ORGANISATION_NUMBER="232100-0000",
        **given,
    )
    assert list(table(tmp_path / "öppna data" / "matningar.csv")[0]) == [
        "feature_id",
        "id",
        "value",
        "latitude",
        "longitude",
        "wkt",
    ]
    text = (tmp_path / "öppna data" / "dcat.ttl").read_text("utf-8")
    assert "Anna" not in text and '"Mätningar"@sv' in text and '"2024"^^xsd:gYear' in text
    assert "<http://dataportal.se/organisation/SE2321000000> a foaf:Agent" in text


def test_two_layers_with_one_name_and_a_folder_with_other_files_are_refused(centres, make_layer, given, tmp_path):
    refused(
        "the same address, or none: Vårdcentraler, Vårdcentraler",
        "publish",
        LAYERS=[centres, named(centres.clone(), "Vårdcentraler")],
        **given,
    )
    folder = tmp_path / "öppna data"
    folder.mkdir()
    (folder / "protokoll.odt").write_bytes(b"x")
    refused("protokoll.odt", "publish", LAYERS=[centres], **given)
    assert [file.name for file in folder.iterdir()] == ["protokoll.odt"]
    (folder / "dcat.rdf").write_bytes(b"<!DOCTYPE x><x/>")
    (folder / "protokoll.odt").unlink()
    refused("dcat.rdf", "publish", LAYERS=[centres], **given)


def test_the_licences_of_the_sources_are_told(make_layer, given):
    layer = named(
        make_layer(
            "facility_id:string,source:string", [("POINT(0 0)", "a", "OpenStreetMap"), ("POINT(1 0)", "b", "SCB")]
        ),
        "Apotek",
    )
    heard = Listening()
    processing.run("narvard:publish", {"LAYERS": [layer], **given}, feedback=heard)
    assert "under ODbL 1.0, which asks that what is made from them has the same licence" in heard.said
    assert "Statistiska" not in heard.said
    heard = Listening()
    processing.run("narvard:publish", {"LAYERS": [layer], **given, "LICENCE": "odbl"}, feedback=heard)
    assert "same licence" not in heard.said


def test_the_sample_county_is_published_and_its_working_material_is_not(county, given, tmp_path):
    """The areas hold no few people; its squares, audit and contacts are refused."""
    areas, municipalities = (QgsVectorLayer(county.layer(name), name, "ogr") for name in ("areas", "municipalities"))
    results = run("publish", LAYERS=[areas, municipalities], **given)
    assert [(row["rows"], row["hidden"]) for row in rows(results["OUTPUT"])] == [(189, 0), (16, 0)]
    assert list(faults(Graph().parse(results["CATALOGUE"]))) == []
    for name, words in (
        ("audit", "working material"),
        ("plan_contacts", "working material"),
        ("people", "places where people live"),
    ):
        layer = QgsVectorLayer(f"{county.workspace}|layername={name}", name, "ogr")
        refused(words, "publish", LAYERS=[layer], **given)


def test_what_an_earlier_publication_hid_stays_hidden_and_what_it_told_is_said(areas, given, tmp_path):
    csv_file = tmp_path / "öppna data" / "omraden-2024.csv"
    run("publish", LAYERS=[areas], **given, MINIMUM=2)
    assert [row["aged_65_plus"] for row in table(csv_file)] == ["3", "90", "60"]
    heard = Listening()
    processing.run("narvard:publish", {"LAYERS": [areas], **given}, feedback=heard)
    assert "2 numbers are hidden now that the earlier publication told" in heard.said
    run("publish", LAYERS=[areas], **given, MINIMUM=2)
    assert [row["aged_65_plus"] for row in table(csv_file)] == ["", "90", ""]


def test_places_and_fields_of_every_kind(make_layer, given, tmp_path):
    circle = "CURVEPOLYGON(CIRCULARSTRING(500000 6300000,501000 6301000,502000 6300000,501000 6299000,500000 6300000))"
    curved = named(make_layer("code:string", [(circle, "a")], kind="CurvePolygon"), "Cirkel")
    high = named(
        make_layer("code:string", [("POINT ZM(500000 6300000 5 7)", "a"), ("POINT EMPTY", "b")], kind="PointZM"), "Höjd"
    )
    run("publish", LAYERS=[curved, high], **given)
    assert table(tmp_path / "öppna data" / "cirkel.csv")[0]["wkt"].startswith("POLYGON ((500000 6300000, ")
    assert [row["wkt"] for row in table(tmp_path / "öppna data" / "hojd.csv")] == ["POINT (500000 6300000)", ""]
    twice = named(make_layer("Code:string,code:string", [("POINT(0 0)", "a", "b")]), "Lika")
    refused("differ only in capitals: Code, code", "publish", LAYERS=[twice], **given)


def test_a_table_of_measures_with_few_people_is_refused(make_layer, given):
    fields = "area_code:string,measure:string,value:double,unit:string,people:integer"
    few = named(make_layer(fields, [(None, "0880A0010", "need.old_alone", 0.3, "%", 900)], kind="None"), "Atlas")
    refused("fewer than 5 people in 1 of its rows", "publish", LAYERS=[few], CHECKED=True, **given)
    many = named(make_layer(fields, [(None, "0880A0010", "need.old_alone", 30.0, "%", 900)], kind="None"), "Atlas")
    assert run("publish", LAYERS=[many], CHECKED=True, **given)["DATASET_COUNT"] == 1
