"""Figures carried from DeSO 2018 to 2025, and real statistics of Dalarna joined by code and vintage, as ``qgis_process`` asks."""

import pytest

from tests.shared import shared_file

from .test_real_data import table

DESO = "data/scb_deso_dalarna/deso_2025_dalarna_raw.geojson"
TAB6574 = "data/scb_deso_dalarna/folkmangd_deso_2024_raw_TAB6574.csv"


def test_figures_of_2023_on_the_areas_of_2025(checkout, county):
    joined, carried = (county.folder / f"{name}.gpkg" for name in ("joined", "carried"))
    folkmangd = {"TABLE": county.folder / "folkmangd_deso.csv", "TABLE_CODE": "region", "VALUES": "folkmangd"}
    asked = {
        "AREAS": county.layer("areas_2018"),
        "AREA_CODE": "area_code",
        **folkmangd,
        "YEAR_FIELD": "tid",
        "YEAR": 2023,
    }
    out = checkout.run("narvard:joinstatistics", {**asked, "OUTPUT": joined})
    assert (out["MATCHED_COUNT"], out["MASKED_COUNT"], out["UNMATCHED_AREA_COUNT"]) == (186, 0, 0)
    asked = {"AREAS": joined, "AREA_CODE": "area_code", "FIELDS": "folkmangd;aged_65_plus", "PREFIX": "from_2018_"}
    asked |= {"KEY": county.layer("area_key"), "TO_VINTAGE": "2025", "RATES": "share_old=aged_65_plus/folkmangd"}
    out = checkout.run("narvard:changevintage", {**asked, "TO_AREAS": county.layer("areas"), "TO_CODE": "area_code", "OUTPUT": carried})  # fmt: skip
    before, after = table(joined), table(carried)
    assert len(after) == 189 and out["MISSING_COUNT"] == out["UNCARRIED_COUNT"] == 0
    assert after["from_2018_folkmangd"].sum() == pytest.approx(before["folkmangd"].sum(), rel=1e-9)
    share = after["from_2018_aged_65_plus"] / after["from_2018_folkmangd"]
    assert after["from_2018_share_old"].to_numpy() == pytest.approx(share.to_numpy())
    assert (after["from_2018_status"] == "estimated").sum() == out["ESTIMATED_COUNT"] > 0


def test_population_of_dalarna(checkout, tmp_path):
    areas, statistics, target = shared_file(DESO), shared_file(TAB6574), tmp_path / "joined.gpkg"
    asked = {"AREAS": areas, "AREA_CODE": "desokod", "TABLE": statistics, "TABLE_CODE": "Region"}
    out = checkout.run(
        "narvard:joinstatistics", {**asked, "VARIABLE": "Alder", "VALUE": "000007Y7 2024", "OUTPUT": target}
    )
    found = table(target)
    assert out["MATCHED_COUNT"] == len(found) == 175 and found["totalt"].sum() == 286546
    assert found[["65_69", "70_74", "75_79", "80_plus"]].sum().sum() == 74684
    assert (found["totalt_status"] == "ok").all()
