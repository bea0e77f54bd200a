"""An atlas of a region that can be counted by hand, and the sample county's: the same numbers as the tools that it runs."""

import re
import shutil

import numpy as np
import pandas as pd
import pytest
from qgis import processing
from qgis.core import NULL, QgsGeometry, QgsProcessingContext, QgsProcessingException, QgsVectorLayer

from narvard_plugin.core.atlas.content import TOPICS
from narvard_plugin.store.workspace import create_workspace, open_workspace
from tests.core.atlas.ground import texts
from tests.shared import in_campaign

from .small_network import CancelAfter, Listening, by_id, refused, rows, run

_AGES = [f"age_{low}_{low + 4}" for low in range(0, 85, 5)] + ["age_85_plus"]
_NORTH, _SOUTH = "9901A0010", "9902A0010"


def _wkb(wkt):
    return bytes(QgsGeometry.fromWkt(wkt).asWkb())


_ODD = '<Väst & "öst">'


@pytest.fixture(scope="module")
def made_up(tmp_path_factory):
    """A workspace of two municipalities on the small network: 30 people in the west, 23 in the east, a centre in each, and a
    division of one zone in the west and one where nobody lives."""
    path = tmp_path_factory.mktemp("atlas") / "region.gpkg"
    with create_workspace(str(path), "99") as workspace:
        zones = {"001": (-500, 700), "002": (-9000, -8000)}
        shapes = [f"MULTIPOLYGON((({a} -500, {b} -500, {b} 1500, {a} 1500, {a} -500)))" for a, b in zones.values()]
        named = [("001", "naromrade", _ODD, "99"), ("002", "naromrade", "Ödemarken " * 20, "99")]
        workspace.write(
            "divisions",
            pd.DataFrame(named, columns=["zone_id", "kind", "name", "region"]),
            wkb=[_wkb(one) for one in shapes],
        )
        squares = {_NORTH: (-500, 700), _SOUTH: (700, 3000)}
        areas = pd.DataFrame(
            [(code, "2025", code, code[:4], "99", 10) for code in squares],
            columns=["area_code", "vintage", "name", "municipality", "region", "population"],
        )
        shapes = [f"MULTIPOLYGON((({a} -500, {b} -500, {b} 1500, {a} 1500, {a} -500)))" for a, b in squares.values()]
        workspace.write("areas", areas, wkb=[_wkb(one) for one in shapes])
        people = pd.DataFrame(
            [("one", 10, "99", _NORTH), ("north", 20, "99", _NORTH), ("two", 20, "99", _SOUTH), ("lone", 3, "99", _SOUTH),
             ("next", 50, "98", "9801A0010")],
            columns=["origin_id", "population", "region", "area_code"],
        )  # fmt: skip
        for age in _AGES:
            people[age] = 0
        people["age_40_44"] = people["population"]
        xy = np.array([100, 0, 900, 2900, 2000.0]), np.array([30, 1000, 0, 1400, 0.0])
        workspace.write("people", people, xy=xy)
        facilities = pd.DataFrame(
            [("B", "Bergets vårdcentral", "vardcentral", "99", "9902"), ("N", "Norra vårdcentralen", "vardcentral", "99", "9901")],
            columns=["facility_id", "name", "type", "region", "municipality"],
        )  # fmt: skip
        workspace.write("facilities", facilities, xy=(np.array([1000.0, 0]), np.array([0.0, 500])))
        capacity = [(id, kind, value, "2024-12-31") for id, *values in (("B", 1, 1500), ("N", 1, 900))
                    for kind, value in zip(("heltid_specialist", "listade"), values)]  # fmt: skip
        workspace.write("capacity", pd.DataFrame(capacity, columns=["facility_id", "kind", "value", "date"]))
        workspace.write("services", pd.DataFrame([("B", "dialys")], columns=["facility_id", "service"]))
    return str(path)


@pytest.fixture
def report(made_up):
    """Runs the tool without a network, which is quicker."""

    def make(**more):
        return run("regionreport", **{"WORKSPACE": made_up, "TODAY": "2026-06-20", "OUTPUT": "memory:", **more})

    return make


@pytest.fixture
def travelled(made_up, network, tmp_path):
    """The figures and the page of the region with its network."""
    html = tmp_path / "a.html"
    given = {
        "WORKSPACE": made_up,
        "NETWORK": network,
        "TODAY": "2026-06-20",
        "OUTPUT": "memory:",
        "OUTPUT_HTML": str(html),
    }
    return figures(run("regionreport", **given)["OUTPUT"]), html.read_text("utf-8")


def figures(layer):
    return {(row["area_code"], row["measure"]): row for row in rows(layer)}


def test_the_numbers_are_those_of_the_single_tools(travelled, made_up, network):
    found, html = travelled
    with open_workspace(made_up, writable=False) as workspace:
        people, facilities = workspace.layer_source("people"), workspace.layer_source("facilities")
        capacity, services = workspace.layer_source("capacity"), workspace.layer_source("services")
    given = {"NETWORK": network, "ORIGINS": people, "ORIGIN_ID": "origin_id", "POPULATION": "population",
             "FACILITIES": facilities, "FACILITY_ID": "facility_id"}  # fmt: skip
    nearest = by_id(run("nearestfacility", **given, OUTPUT="memory:")["OUTPUT"], "origin_id")
    west = sorted((nearest[id]["minutes_1"], n) for id, n in (("one", 10), ("north", 20)))
    mean = sum(minutes * n for minutes, n in west) / 30
    assert found["9901", "access.primary.car.mean"]["value"] == pytest.approx(mean)
    assert found["9901", "access.primary.car.p90"]["value"] == pytest.approx(west[-1][0])
    assert found["9901", "people.population"]["value"] == 30 and found["99", "people.population"]["value"] == 53
    centres = by_id(
        run(
            "primarycarecapacity", FACILITIES=facilities, FACILITY_ID="facility_id", CAPACITY=capacity, OUTPUT="memory:"
        )["OUTPUT"]
    )
    assert found["9902", "capacity.spare_places"]["value"] == centres["B"]["spare_places"] == -400
    assert found["99", "capacity.listed_per_gp"]["value"] == 1200
    dialysis = rows(run("specialtyaccess", **given, SERVICES=services, SERVICE="dialys", YEAR=2026, ORIGIN_REGION="region",
                        REPORT_REGION="99", FACILITY_REGION="region", SUMMARY="memory:")["SUMMARY"])  # fmt: skip
    assert found["99", "services.dialys.median"]["value"] == pytest.approx(dialysis[0]["median_minutes"])
    assert html.index("Befolkning") < html.index("Restid till vård") < html.index("Målvärden")
    assert "Vägnät: small.npz" in html
    # Three people in the east have no road: neither they nor the share of the others is told, there or in the region.
    for area in ("9902", "99"):
        for measure in ("unreached", "share_20"):
            row = found[area, f"access.primary.car.{measure}"]
            assert (row["value"], row["status"]) == (NULL, "none") and row["why"].startswith("visas inte")
    assert (
        found["9902", "access.primary.car.median"]["value"] > 0
        and found["9901", "access.primary.car.share_20"]["value"] == 100
    )


def test_without_a_network_no_number_of_travel_is_made_up(made_up):
    listening, context = Listening(), QgsProcessingContext()
    given = {"WORKSPACE": made_up, "TODAY": "2026-06-20", "OUTPUT": "memory:"}
    results = processing.run("narvard:regionreport", given, context=context, feedback=listening)
    found = figures(context.getMapLayer(results["OUTPUT"]) if isinstance(results["OUTPUT"], str) else results["OUTPUT"])
    assert not [key for _, key in found if key.startswith(("access.", "services.", "vulnerability.", "need_access."))]
    assert "Restid till vård: Restiden har inte räknats, eftersom ingen vägnätsfil angavs." in listening.said
    assert "Väntetid (vårdgaranti): Väntetider saknas i arbetsytan." in listening.said
    assert results["MISSING_COUNT"] == len(TOPICS) - 3, "people, ages and capacity are there"


def test_regions_are_set_beside_each_other_by_its_own_table(report, make_layer, tmp_path):
    table = str(tmp_path / "other.gpkg")
    found = figures(report(OUTPUT=table, LISTED_PER_GP=1500, ONLY="9901", LANGUAGE="en")["OUTPUT"])
    assert found["99", "people.population"]["label"] == "Population"
    layer = QgsVectorLayer(table, "annan", "ogr")
    strange = make_layer("x:integer", [("POINT(0 0)", 1)])
    html = tmp_path / "both.html"
    report(COMPARE=[layer, strange], OUTPUT_HTML=str(html), LANGUAGE="en")
    text = html.read_text("utf-8")
    assert texts("en")["compare.setting"].split(":")[0] in text
    assert "is no table of an atlas and is left out" in text and "Travel time to care" in text
    assert {row["area_code"] for row in rows(layer)} == {"99", "9901"}


def test_an_own_division_that_covers_a_part_counts_the_others_in_the_region_alone(made_up, tmp_path):
    """From a workspace that may only be read, with names that no page expects."""
    folder = tmp_path / "read only"
    folder.mkdir()
    path, html = shutil.copy(made_up, str(folder / "region.gpkg")), tmp_path / "a.html"
    folder.chmod(0o555)
    given = {
        "WORKSPACE": path,
        "DIVISION": "naromrade",
        "TODAY": "2026-06-20",
        "HORIZONS": "0001;9999",
        "OUTPUT_HTML": str(html),
    }
    try:
        found = figures(run("regionreport", **given, OUTPUT="memory:")["OUTPUT"])
    finally:
        folder.chmod(0o755)
    people = {code: row["value"] for (code, measure), row in found.items() if measure == "people.population"}
    assert people == {"99": 53, "001": 30, "002": 0}
    text = html.read_text("utf-8")
    assert "23 invånare bor utanför alla områden" in text and not re.search(r">\s*(nan|None|inf)\b|\bnan\b", text)
    assert "&lt;Väst &amp; &#34;öst&#34;&gt;" in text and _ODD not in text


@pytest.mark.parametrize(
    ("match", "more"),
    [
        ("TIMETABLE needs TIMETABLE_DATE", {"TIMETABLE": "{network}"}),
        ("no area of the division", {"ONLY": "0880"}),
        ("no division of the kind lansdel", {"DIVISION": "lansdel"}),
        ("2026-13-40", {"TIMETABLE": "{network}", "TIMETABLE_DATE": "2026-13-40"}),
        ("not in the catalogue", {"SERVICES": "trolldom"}),
        ("HORIZONS must be years", {"HORIZONS": "snart"}),
        ("does not exist", {"OUTPUT_PDF": "/nowhere/at/all/a.pdf"}),
        ("primary|PRIMARY", {"PRIMARY": " ; "}),
    ],
)
def test_what_is_wrong_stops_with_a_sentence(made_up, network, match, more):
    more = {name: network if value == "{network}" else value for name, value in more.items()}
    refused(match, "regionreport", WORKSPACE=made_up, NETWORK=network, OUTPUT="memory:", **more)


def test_a_workspace_without_people_is_refused(tmp_path):
    path = str(tmp_path / "empty.gpkg")
    create_workspace(path, "99").close()
    refused("no people of its own region", "regionreport", WORKSPACE=path, OUTPUT="memory:")


@pytest.mark.parametrize("asks", [3, 40])
def test_cancel_leaves_what_stood_there(made_up, network, tmp_path, asks):
    html = tmp_path / "a.html"
    html.write_text("before", "utf-8")
    given = {"WORKSPACE": made_up, "NETWORK": network, "OUTPUT": str(tmp_path / "a.gpkg"), "OUTPUT_HTML": str(html)}
    results = processing.run("narvard:regionreport", given, context=QgsProcessingContext(), feedback=CancelAfter(asks))
    assert "CHAPTER_COUNT" not in results and html.read_text("utf-8") == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.html", "small.npz"]


def test_a_document_that_cannot_be_written_takes_the_table_with_it(report, tmp_path):
    (tmp_path / "a.html").mkdir()
    with pytest.raises(QgsProcessingException):
        report(OUTPUT=str(tmp_path / "a.gpkg"), OUTPUT_HTML=str(tmp_path / "a.html"))
    assert not (tmp_path / "a.gpkg").exists()


@pytest.fixture(scope="module")
def atlas(county, tmp_path_factory):
    """The sample county's atlas with a chapter for the island's north, as figures, page and PDF."""
    folder = tmp_path_factory.mktemp("atlas")
    given = {
        "WORKSPACE": county.workspace, "NETWORK": county.network, "ONLY": "9904", "SERVICES": "forlossning;stralbehandling",
        "PRIMARY": "vardcentral", "TODAY": "2026-06-20", "OUTPUT": str(folder / "a.gpkg"), "OUTPUT_HTML": str(folder / "a.html"),
        "OUTPUT_PDF": str(folder / "a.pdf"), "RATES": county.layer("care_rates"),
    }  # fmt: skip
    run("regionreport", **given)
    return folder


def of_the_county(atlas):
    return figures(QgsVectorLayer(str(atlas / "a.gpkg"), "", "ogr"))


@in_campaign
def test_the_countys_travel_is_that_of_the_tools(atlas, county):
    found = of_the_county(atlas)
    open_now = "(opened IS NULL OR opened <= 2026) AND (closed IS NULL OR closed > 2026)"
    places = {"NETWORK": county.network, "ORIGINS": county.layer("people", "region = '99'"), "ORIGIN_ID": "origin_id",
              "POPULATION": "population", "FACILITY_ID": "facility_id", "ORIGIN_REGION": "region", "FACILITY_REGION": "region"}  # fmt: skip
    centres = county.layer("facilities", f"type = 'vardcentral' AND {open_now}")
    nearest = rows(run("nearestfacility", **places, FACILITIES=centres, OUTPUT="memory:")["OUTPUT"])
    for area in ("99", "9904"):
        own = [row for row in nearest if row["area_code"].startswith(area) and row["minutes_1"]]
        mean = sum(row["minutes_1"] * row["population"] for row in own) / sum(row["population"] for row in own)
        assert found[area, "access.health_centre.car.mean"]["value"] == pytest.approx(mean)
        assert found[area, "targets.restid_halsocentral.2030.value"]["value"] == pytest.approx(mean)
    assert found["9904", "targets.restid_halsocentral.2030.target"]["value"] == 25
    services = run("specialtyaccess", **places, FACILITIES=county.layer("facilities", open_now), SERVICES=county.layer("services"),
                   SERVICE="forlossning", YEAR=2026, REPORT_REGION="99", SUMMARY="memory:")["SUMMARY"]  # fmt: skip
    (births,) = rows(services)
    assert found["99", "services.forlossning.median"]["value"] == pytest.approx(births["median_minutes"])
    assert found["99", "services.forlossning.share_30"]["value"] == pytest.approx(100 * births["share_30"])


@in_campaign
def test_the_countys_other_numbers_are_those_of_the_tools_and_of_its_facit(atlas, county):
    found = of_the_county(atlas)
    capacity = run("primarycarecapacity", FACILITIES=county.layer("facilities", "type = 'vardcentral' AND closed IS NULL"),
                   FACILITY_ID="facility_id", CAPACITY=county.layer("capacity"), FACILITY_REGION="region", REPORT_REGION="99",
                   OUTPUT="memory:", SUMMARY="memory:")["SUMMARY"]  # fmt: skip
    told = {row["measure"]: row["value"] for row in rows(capacity)}
    for measure in ("centres", "listed", "listed_per_gp", "spare_places"):
        assert found["99", f"capacity.{measure}"]["value"] == pytest.approx(told[measure])
    assert found["99", "capacity.centres"]["value"] == 35
    assert found["99", "waiting.vantar_operation.hoftprotes.share_over_90d"]["value"] == pytest.approx(59.9, abs=0.05)
    by_area = by_id(county.layer("areas", "region = '99'"), "area_code").values()
    assert found["99", "need.types_1_2"]["value"] == pytest.approx(
        100
        * sum(row["population"] for row in by_area if row["area_type"] < 3)
        / sum(row["population"] for row in by_area)
    )
    forecast = by_id(county.layer("forecasts", "year = 2040 AND age_group = 'total' AND code LIKE '99%'"), "code")
    assert found["9904", "forecast.population.2040"]["value"] == pytest.approx(forecast["9904"]["population"], abs=1)
    plans = by_id(county.layer("municipalities"), "code")
    assert plans["9904"]["population"] == found["9904", "people.population"]["value"]


@in_campaign
def test_the_countys_page_and_pdf_read_well(atlas):
    html = (atlas / "a.html").read_text("utf-8")
    assert (atlas / "a.pdf").read_bytes().startswith(b"%PDF") and "http://" not in html.split("<body")[0].replace(
        "http://www.w3.org", ""
    )
    for wrong in (">nan<", ">None<", "{name}", "−0 procent"):
        assert wrong not in html
    assert "Norra Sunnerö" in html and "Lindhamn" in html and "Vad som inte mäts" in html


@in_campaign
def test_an_own_division_counts_everybody_once(county):
    results = run("regionreport", WORKSPACE=county.workspace, DIVISION="narsjukvardsomrade", OUTPUT="memory:")
    people = {
        row["area_code"]: row["value"] for row in rows(results["OUTPUT"]) if row["measure"] == "people.population"
    }
    assert sum(people[code] for code in people if code != "99") == people["99"] == 251_994
    health = [row for row in rows(results["OUTPUT"]) if row["measure"] == "health.fallolyckor_65_plus"]
    assert {row["why"] for row in health if row["area_code"] != "99"} == {"publiceras inte för den här indelningen"}
