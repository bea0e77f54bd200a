"""Health's geography on real data: Dalarna's DeSO, people, kilometre squares and pharmacies, from one tool to the next."""

import csv

import numpy as np
import pandas as pd
import pytest
from qgis import processing
from qgis.core import NULL, QgsVectorLayer

from tests.shared import shared_file

from .small_network import Listening, rows, run

DESO = "data/scb_deso_dalarna/deso_2025_dalarna_raw.geojson"
TAB6574 = "data/scb_deso_dalarna/folkmangd_deso_2024_raw_TAB6574.csv"
SQUARES = "data/scb_grid1km_dalarna/befolkning_1km_2025_dalarna.geojson"
PHARMACIES = "data/pipos_pharmacies_2025/pharmacies_2025.csv"
AGES = ["65_69", "70_74", "75_79", "80_plus"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("dalarna")


@pytest.fixture(scope="module")
def areas(provider, folder):
    """DeSO 2025 with their people of 2024 by age, as ``joinstatistics`` gives them."""
    given = {
        "AREAS": str(shared_file(DESO)), "AREA_CODE": "desokod", "TABLE": str(shared_file(TAB6574)), "TABLE_CODE": "Region",
        "VARIABLE": ["Alder"], "VALUE": "000007Y7 2024", "OUTPUT": str(folder / "areas.gpkg"),
    }  # fmt: skip
    return processing.run("narvard:joinstatistics", given)["OUTPUT"]


@pytest.fixture(scope="module")
def reached(provider, folder, areas):
    """The areas with the mean straight minutes of the people of their squares to the nearest pharmacy."""
    with shared_file(PHARMACIES).open(encoding="utf-8-sig") as file:
        places = [row for row in csv.DictReader(file) if row["lan"].startswith("Dalarna")]
    table = folder / "pharmacies.csv"
    pd.DataFrame(places)[["pharmacy_id", "long", "lat"]].to_csv(table, index=False)
    shops = f"file://{table}?delimiter=,&xField=long&yField=lat&crs=EPSG:4326&detectTypes=no"
    steps = (
        ("native:centroids", {"INPUT": str(shared_file(SQUARES))}, "middles"),
        ("narvard:nearestfacility", {
            "COST": "straight", "ORIGINS": "middles", "ORIGIN_ID": "rutid", "POPULATION": "befolkning_2025",
            "FACILITIES": QgsVectorLayer(shops, "pharmacies", "delimitedtext"), "FACILITY_ID": "pharmacy_id",
        }, "minutes"),
        ("narvard:averagebyarea", {
            "AREAS": areas, "AREA_CODE": "desokod", "POINTS": "minutes", "POINT_AREA": "desokod", "POPULATION": "befolkning_2025",
            "VALUE": "straight_minutes_1",
        }, "reached"),
    )  # fmt: skip
    made = {}
    for tool, given, name in steps:
        given = {key: made.get(value, value) if isinstance(value, str) else value for key, value in given.items()}
        made[name] = processing.run(tool, {**given, "OUTPUT": str(folder / f"{name}.gpkg")})["OUTPUT"]
    return made["reached"]


def table(layer):
    return pd.DataFrame(
        [{name: None if value == NULL else value for name, value in row.items()} for row in rows(layer)]
    )


def test_small_numbers_of_the_old_in_each_municipality(areas):
    """No real number of a DeSO is under five; with thirty as the least, no hidden one follows from a municipality's sum."""
    given = {"INPUT": areas, "FIELDS": AGES, "ROW_GROUP": "kommunkod", "ID": "desokod", "PREFIX": "p_"}
    assert run("protectsmallnumbers", **given, OUTPUT="TEMPORARY_OUTPUT")["SUPPRESSED_COUNT"] == 0
    found = table(run("protectsmallnumbers", **given, MINIMUM=30, OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"])
    real = table(areas).set_index("desokod")[AGES].astype(float)
    for age in AGES:
        hidden = found.set_index("desokod")[f"p_{age}_status"] == "suppressed"
        assert hidden[real[age] < 30].all() and found.set_index("desokod")[age][hidden].isna().all()
        each = real[age][hidden].groupby(found.set_index("desokod")["kommunkod"]).agg(["sum", "count"])
        assert (each["count"] != 1).all() and (each["sum"] >= 30).all()


def test_from_squares_to_equal_access(reached):
    """Where more are old it is farther to a pharmacy, in Dalarna by the straight line."""
    found = table(reached)
    people = found["totalt"].astype(float)
    with_squares = found["mean"].notna()
    assert len(found) == 175 and with_squares.sum() > 150
    mean = np.average(found["mean"][with_squares].astype(float), weights=people[with_squares])
    given = {"AREAS": reached, "AREA_CODE": "desokod", "VALUE": "mean", "POPULATION": "totalt", "RANK": "80_plus"}
    told = table(run("equity", **given, RANK_ORDER="descending", OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"])
    values = told.set_index("measure")["value"].astype(float)
    assert told["measure"].iloc[0] == "quintile_ratio" and np.isfinite(values["quintile_ratio"])
    q1, q5 = (values[name] for name in ("q1", "q5"))
    assert values["quintile_ratio"] == pytest.approx(q5 / q1, rel=1e-9) and min(q1, q5) < mean < max(q1, q5) * 1.5


def test_an_own_index_and_a_forecast(areas, make_layer):
    """Three age groups as shares mixed; Falun and Borlänge grow by a tenth, and the other municipalities have no forecast."""
    shares = processing.run(
        "native:fieldcalculator",
        {
            "INPUT": areas,
            "FIELD_NAME": "old",
            "FIELD_TYPE": 0,
            "FORMULA": '100.0 * "80_plus" / "totalt"',
            "OUTPUT": "memory:",
        },
    )["OUTPUT"]
    given = {"AREAS": shares, "AREA_CODE": "desokod", "VARIABLES": ["old"], "POPULATION": "totalt"}
    typed = table(run("socioeconomicindex", **given, OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"])
    assert set(typed["area_type"]) == {1, 2, 3, 4, 5} and set(typed["area_type_source"]) == {"derived"}
    assert typed.groupby("area_type")["old"].mean().is_monotonic_decreasing
    known = table(areas)
    totals = known["totalt"].astype(float).groupby(known["kommunkod"]).sum()
    ahead = [(None, code, 2040, float(1.1 * totals[code])) for code in ("2080", "2081")]
    forecast = make_layer("code:string,year:integer,population:double", ahead, kind="None")
    feedback = Listening()
    given = {"AREAS": areas, "AREA_CODE": "desokod", "POPULATION": "totalt", "FORECAST": forecast, "YEAR": "2040"}
    result = processing.run("narvard:forecast", {**given, "OUTPUT": "memory:"}, feedback=feedback)
    later = table(result["OUTPUT"])
    own = later["kommunkod"].isin(["2080", "2081"])
    np.testing.assert_allclose(later["population_2040"][own].astype(float), 1.1 * later["totalt"][own].astype(float))
    assert later["population_2040"][~own].isna().all() and "lie in no place of the forecast" in feedback.said
