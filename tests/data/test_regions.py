"""The 21 regions against SCB's code lists and borders."""

import csv
from collections import Counter

import pytest

from narvard_plugin import catalogue
from tests.shared import shared_file


def regions():
    return catalogue.regions().regions


def rows(name):
    with shared_file(f"data/swedish_geodata_sjbrg/{name}").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_codes_and_counties_are_those_of_scb():
    counties = {row["county_code"]: row["county_name"] for row in rows("counties.csv")}
    assert {code: region.county for code, region in regions().items()} == counties
    assert len(counties) == 21


def test_municipalities_are_those_of_scb():
    counted = Counter(row["county_code"] for row in rows("municipalities.csv"))
    assert {code: region.municipalities for code, region in regions().items()} == counted
    assert sum(counted.values()) == 290


def test_neighbours_are_the_counties_that_touch_on_land():
    ogr = pytest.importorskip("osgeo.ogr", reason="GDAL reads SCB's county borders")
    archive = shared_file("data/scb_boundaries_kommun_lan/LanSweref99TM.zip")
    borders = ogr.Open(f"/vsizip/{archive}/Lan_Sweref99TM_region.shp")
    shapes = {feature.GetField("LnKod"): feature.GetGeometryRef().Clone() for feature in borders.GetLayer(0)}
    touching = {
        code: tuple(sorted(other for other in shapes if other != code and shape.Distance(shapes[other]) < 1))
        for code, shape in shapes.items()
    }
    assert {code: region.neighbours for code, region in regions().items()} == touching
    assert sum(map(len, touching.values())) == 2 * 39


def test_gotland_is_both_municipality_and_region_and_an_island():
    alone = [code for code, region in regions().items() if region.municipality_region or not region.neighbours]
    assert alone == ["09"]
    assert regions()["09"].municipalities == 1
    assert regions()["09"].municipality_region


def test_six_healthcare_regions_hold_all_regions_and_only_halland_is_divided():
    members = Counter(part for region in regions().values() for part in region.healthcare_regions)
    assert members == {"norra": 4, "mellansverige": 7, "stockholm": 2, "vastra": 2, "sydostra": 3, "sodra": 4}
    assert set(members) == set(catalogue.regions().healthcare_regions)
    divided = [region for region in regions().values() if len(region.healthcare_regions) > 1]
    assert [region.code for region in divided] == ["13"]
    municipalities = {row["municipality_code"] for row in rows("municipalities.csv") if row["county_code"] == "13"}
    assert set(divided[0].healthcare_region_by_municipality) == municipalities


def test_south_east_is_ostergotland_jonkoping_and_kalmar():
    south_east = [code for code, region in regions().items() if "sydostra" in region.healthcare_regions]
    assert south_east == ["05", "06", "08"]


def test_timetable_operators_are_in_trafiklabs_list():
    listed = shared_file("data/trafiklab_openapi/gtfsRegionalStatic.yaml").read_text(encoding="utf-8")
    words = {line.strip(" -'\"") for line in listed.splitlines()}
    operators = {region.transport.operator for region in regions().values()}
    assert operators <= words
    assert len(operators) == 21
    assert regions()["06"].transport.operator == "jlt"  # the list's own example calls it Jämtland, wrongly


def test_kolada_id_is_the_county_code_and_says_whether_it_was_seen():
    assert {code: region.kolada_id for code, region in regions().items()} == {code: f"00{code}" for code in regions()}
    assert [code for code, region in regions().items() if region.kolada_read] == ["05", "08"]


def test_iso_codes_differ_and_name_known_counties():
    assert len({region.iso for region in regions().values()}) == 21
    assert [regions()[code].iso for code in ("05", "06", "08")] == ["SE-E", "SE-F", "SE-H"]
