"""Texts about results of real tools: the numbers are the layer's, in both languages, and nothing is made up."""

import re
import zipfile

import pytest
from qgis.core import QgsVectorLayer

from .small_network import common, refused, rows, run


def text_of(layer, **more):
    return run("resulttext", **{"INPUT": layer, "HTML": None, **more})


@pytest.fixture
def nearest(network, people, centres):
    given = common(network, people, centres, FACILITY_SUMMARY="TEMPORARY_OUTPUT")
    results = run("nearestfacility", **given)
    results["kept"] = run.kept  # the layers live as long as their context
    return results


def test_the_numbers_are_those_of_the_layer(nearest):
    people = rows(nearest["OUTPUT"])
    told = text_of(nearest["OUTPUT"])
    text = told["TEXT"]
    reached = [row for row in people if row["minutes_1"]]
    mean = sum(row["n"] * row["minutes_1"] for row in reached) / sum(row["n"] for row in reached)
    lost = sum(row["n"] for row in people) - sum(row["n"] for row in reached)
    assert told["MADE_BY"] == "nearestfacility" and told["MISSING_COUNT"] == 0
    assert f"Underlaget omfattar {sum(row['n'] for row in people)} invånare" in text
    assert f"är {mean:.1f}".replace(".", ",") + " minuter" in text
    assert f"{lost} invånare når ingen vårdenhet" in text
    assert text.index("Resultat") < text.index("Osäkerhet") < text.index("Vad som inte mäts")
    assert (
        "färdsätt bil" in text
        and "vägnät: small.npz" in text
        and "/" not in text.split("Underlag")[1].split("Osäkerhet")[0]
    )
    assert "Travel time" in text_of(nearest["OUTPUT"], LANGUAGE="en")["TEXT"].split("\n")[0]


def test_each_output_has_its_own_words(nearest):
    text = text_of(nearest["FACILITY_SUMMARY"])["TEXT"]
    most = max(rows(nearest["FACILITY_SUMMARY"]), key=lambda row: row["population"])
    assert f"Flest har {most['code']} som närmaste enhet ({most['population']:.0f} invånare)" in text


def test_without_people_no_number_of_people_is_told(network, people, centres):
    given = {**common(network, people, centres), "POPULATION": None, "COST": "straight"}
    layer = run("nearestfacility", **given)["OUTPUT"]
    kept = run.kept
    told = text_of(layer)
    result = told["TEXT"].split("Så är det beräknat")[0]
    assert "Uppgift saknas för: POPULATION" in result and "fågelvägen" in result
    assert not re.search(r"\b0 invånare", result) and told["MISSING_COUNT"] == 1
    del kept


def test_the_prefix_of_a_run_is_seen_through(make_layer):
    areas = make_layer("area_code:string,need:double,time:double,population:integer", [
        (f"POLYGON(({x} 0,{x + 1} 0,{x + 1} 1,{x} 0))", f"a{x}", x, x, 100) for x in range(9)
    ])  # fmt: skip
    given = {"AREAS": areas, "AREA_CODE": "area_code", "NEED": "need", "ACCESS": "time", "PREFIX": "my_"}
    layer = run("needandaccess", **given, OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"]
    kept = run.kept
    worst = [row for row in rows(layer) if row["my_combined_class"] == "3-3"]
    assert f"I {len(worst)} av 9 områden" in text_of(layer)["TEXT"]
    assert "Först i rangordningen står a8" in text_of(layer)["TEXT"]
    del kept


def test_documents_and_their_files(nearest, tmp_path):
    files = {"HTML": "t.html", "DOCUMENT": "t.odt", "TEXT_FILE": "t.txt"}
    paths = {name: str(tmp_path / file) for name, file in files.items()}
    told = text_of(nearest["OUTPUT"], REFERENCE="RS 2026/17", **paths)
    page = (tmp_path / "t.html").read_text("utf8")
    assert "<h2>Resultat</h2>" in page and "http" not in re.sub("http-equiv", "", page)
    with zipfile.ZipFile(tmp_path / "t.odt") as odt:
        assert "Resultat" in odt.read("content.xml").decode() and "RS 2026/17" in odt.read("styles.xml").decode()
    assert (tmp_path / "t.txt").read_text("utf-8-sig").rstrip("\n") == told["TEXT"]
    refused(
        "DOCUMENT must end in .odt or .pdf", "resulttext", INPUT=nearest["OUTPUT"], DOCUMENT=str(tmp_path / "t.doc")
    )
    assert not (tmp_path / "t.doc").exists()


def test_a_geopackage_keeps_what_the_text_needs(network, people, centres, tmp_path):
    path = str(tmp_path / "svar.gpkg")
    run("nearestfacility", **{**common(network, people, centres), "OUTPUT": path})
    assert text_of(path)["MADE_BY"] == "nearestfacility"


def test_a_raster_tells_of_its_land(network, centres, tmp_path):
    path = str(tmp_path / "restid.tif")
    run("traveltimeraster", NETWORK=network, FACILITIES=centres, FACILITY_ID="code", CELL_SIZE=100, OUTPUT=path)
    text = text_of(path)["TEXT"].replace("\N{NO-BREAK SPACE}", " ")
    assert (
        "Rutor med en restid täcker 3 km²" in text and "och 100,0 % inom 60 minuter" in text
    )  # 275 cells of a hectare


def test_a_layer_of_another_program_is_not_known(people):
    told = text_of(people)
    assert told["MADE_BY"] == "" and "kan inte veta vad talen betyder" in told["TEXT"]
    by_hand = text_of(people, TOOL="narvard:nearestfacility")["TEXT"]
    assert "verktyget är angivet för hand" in by_hand and "inga tal kan läsas ut" in by_hand
    refused("no text for a tool called nearest", "resulttext", INPUT=people, TOOL="nearest")


def test_levels_in_a_column_with_gaps_are_counted(county):
    given = {
        "PLACES": county.layer("settlements"), "PLACE_ID": "name", "PLACE_NAME": "name", "POPULATION": "population",
        "FACILITIES": county.layer("facilities"), "SERVICES": county.layer("services"), "YEAR": 2024,
        "OUTPUT": "TEMPORARY_OUTPUT",
    }  # fmt: skip
    layer = run("servicelevels", **given)["OUTPUT"]
    kept = run.kept
    levels = [row["level"] for row in rows(layer)]
    text = text_of(layer, WORKSPACE=county.workspace)["TEXT"]
    assert f"Av 79 orter är {levels.count(1)} på nivå 1 (den högsta), {levels.count(2)} på nivå 2" in text
    assert levels.count(1) > 0 and "Vårdenheter och utbud: Exempellän (påhittat) (2024-12-31)" in text
    assert isinstance(layer, QgsVectorLayer)
    del kept
