"""The profile of zones in the sample county, where the truth is known, and in Dalarna, with grid and people of two dates."""

import csv

import numpy as np
import pytest
from qgis import processing
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

from tests.shared import shared_file

from .small_network import rows
from .test_catchmentprofile import found, profile, told, united_layer


def test_municipalities_of_the_sample_county(county):
    """The areas nest in the municipalities: both methods give their people back, and with them the county's."""
    zones, areas = county.layer("municipalities", "region = '99'"), county.layer("areas")
    truth = [row["population"] for row in rows(zones)]
    areal = profile(zones, areas)
    squares = {"METHOD": "dasymetric", "GRID": county.layer("people"), "GRID_WEIGHT": "population"}
    dasymetric = profile(zones, areas, **squares)
    for result in (areal, dasymetric):
        assert sum(total for (total,) in found(result, "sum_population")) == pytest.approx(sum(truth), rel=2e-3)
    np.testing.assert_allclose([total for (total,) in found(dasymetric, "sum_population")], truth, rtol=2e-3)


def test_the_grid_is_nearer_the_truth_around_the_health_centres(county):
    """Five kilometres around each health centre: who lives there is known from the 250 m squares themselves."""
    source = QgsVectorLayer(county.layer("facilities", "type = 'vardcentral' AND region = '99'"), "", "ogr")
    zones = QgsVectorLayer("Polygon?crs=EPSG:3006", "zones", "memory")
    for facility in source.getFeatures():
        feature = QgsFeature()
        feature.setGeometry(facility.geometry().buffer(5000, 16))
        zones.dataProvider().addFeature(feature)
    people = list(QgsVectorLayer(county.layer("people"), "", "ogr").getFeatures())
    truth = np.array([
        sum(each["population"] for each in people if zone.geometry().contains(each.geometry())) for zone in zones.getFeatures()
    ])  # fmt: skip
    coarse = {"METHOD": "dasymetric", "GRID": county.layer("people_1km"), "GRID_WEIGHT": "population"}
    wrong = {}
    for name, asked in (("areal", {}), ("dasymetric", coarse)):
        result = profile(zones, county.layer("areas"), RATES="share_old=old_alone/population", **asked)
        totals, old, share = np.array(found(result, "sum_population", "sum_old_alone", "share_old"), float).T
        wrong[name] = np.abs(totals - truth).sum() / truth.sum()
        np.testing.assert_allclose(share, old / totals)
    assert wrong["dasymetric"] < wrong["areal"] / 2, wrong


@pytest.fixture(scope="module")
def dalarna(tmp_path_factory):
    """DeSO 2025 of Dalarna with the people of 2024, all and over 80, as a GeoPackage."""
    outlines = shared_file("data/scb_deso_dalarna/deso_2025_dalarna_raw.geojson")
    numbers = {}
    with shared_file("data/scb_deso_dalarna/folkmangd_deso_2024_raw_TAB6574.csv").open(encoding="utf-8-sig") as file:
        for region, age, _, count in list(csv.reader(file))[1:]:
            numbers.setdefault(region.split("_")[0], {})[age] = int(count)
    layer = QgsVectorLayer(str(outlines), "deso", "ogr")
    made = QgsVectorLayer("Polygon?crs=EPSG:3006&field=code:string&field=municipality:string&field=population:integer&field=old:integer", "deso", "memory")  # fmt: skip
    features = []
    for area in layer.getFeatures():
        own, feature = numbers[area["desokod"]], QgsFeature(made.fields())
        total = max(own.values())
        oldest = [value for age, value in own.items() if age.startswith("80")]
        feature.setAttributes([area["desokod"], area["kommunkod"], total, oldest[0]])
        feature.setGeometry(area.geometry())
        features.append(feature)
    made.dataProvider().addFeatures(features)
    return made


def test_around_the_pharmacies_of_dalarna(dalarna, make_layer):
    """Ten kilometres around each pharmacy, on the squares of 2025 and the people of 2024: two dates that are not mixed."""
    grid = str(shared_file("data/scb_grid1km_dalarna/befolkning_1km_2025_dalarna.geojson"))
    with shared_file("data/pipos_pharmacies_2025/pharmacies_2025.csv").open(encoding="utf8") as file:
        places = [
            (f"POINT({row['long']} {row['lat']})",) for row in csv.DictReader(file) if row["lan"].startswith("Dalarna")
        ]
    points = processing.run(
        "native:reprojectlayer",
        {"INPUT": make_layer("", places, "EPSG:4326"), "TARGET_CRS": "EPSG:3006", "OUTPUT": "memory:"},
    )["OUTPUT"]
    asked = {"INPUT": points, "DISTANCE": 10000, "SEGMENTS": 16, "DISSOLVE": False, "OUTPUT": "memory:"}
    zones = processing.run("native:buffer", asked)["OUTPUT"]
    squares = {"METHOD": "dasymetric", "GRID": grid, "GRID_WEIGHT": "befolkning_2025"}
    result = profile(zones, dalarna, RATES="share_old=old/population", AREA_ACCOUNT="TEMPORARY_OUTPUT", **squares)
    account = rows(result["AREA_ACCOUNT"])
    assert len(zones) == 42 and sum(row["total_population"] for row in account) == 286546
    covered = sum(row["in_zones_population"] for row in account)
    each = np.array(found(result, "sum_population", "sum_old", "share_old"), float)
    assert 0.7 < covered / 286546 < 1 and each[:, 0].max() < covered < each[:, 0].sum()
    np.testing.assert_allclose(each[:, 1] / each[:, 0], each[:, 2])
    said = told({"ZONES": zones, "AREAS": dalarna, "FIELDS": "population", "OUTPUT": "TEMPORARY_OUTPUT", **squares})
    assert "cells of GRID weigh 285587" in said and "population 286546" in said
    whole = united_layer(
        make_layer, [QgsGeometry.unaryUnion([area.geometry() for area in dalarna.getFeatures()]).asWkt()]
    )
    assert found(profile(whole, dalarna, **squares), "sum_population", "uncovered_share") == [
        [pytest.approx(286546), 0]
    ]
