"""Neighbourhoods and segregation as ``qgis_process`` asks: real squares of Dalarna, and the areas of the sample county."""

import numpy as np
import pytest

from tests.shared import shared_file

from .test_real_data import table

SQUARES = "data/scb_grid1km_dalarna/befolkning_1km_2025_dalarna.geojson"


def test_neighbourhoods_of_dalarna(checkout, tmp_path):
    target = tmp_path / "neighbourhoods.gpkg"
    people, old = "befolkning_2025", "befolkning_65_plus_2025"
    given = {"POINTS": shared_file(SQUARES), "NUMERATOR": old, "TOTAL": people, "POINT_AREA": "desokod"}
    checkout.run("narvard:neighbourhood", {**given, "K": "200,400,1600,1000000", "OUTPUT": target})
    found = table(target)
    assert len(found) == 4004 and found["capped"].sum() == 109
    everybody, group = found[people].sum(), np.minimum(found[old], found[people]).sum()
    assert everybody == 285_587 and (found["people_k1000000"] == everybody).all() and found["all_k1000000"].all()
    np.testing.assert_allclose(found["share_k1000000"], group / everybody, rtol=1e-12)
    for k in (200, 400, 1600):
        assert (found[f"people_k{k}"] == k).all() and found[f"share_k{k}"].between(0, 1).all()
    alone = found[found[people] >= 1600]
    own = np.minimum(alone[old], alone[people]) / alone[people]
    np.testing.assert_allclose(alone["share_k1600"], own, rtol=1e-12)
    assert len(alone) > 10 and (alone["radius_k1600"] == 0).all()
    assert (found["radius_k200"] <= found["radius_k400"]).all() and (
        found["radius_k400"] <= found["radius_k1600"]
    ).all()
    assert found["share_k200"].std() > found["share_k400"].std() > found["share_k1600"].std()


def test_segregation_of_the_sample_county(checkout, county, tmp_path):
    target = tmp_path / "segregation.gpkg"
    given = {"AREAS": county.layer("areas"), "AREA_CODE": "area_code", "TOTAL": "population", "LAND_AREA": "area_km2"}
    checkout.run("narvard:segregation", {**given, "GROUP": "foreign_born;low_education", "OUTPUT": target})
    found = table(target).set_index(["group", "measure"])["value"]
    areas = table(county.layer("areas"))
    for field in ("foreign_born", "low_education"):
        group, rest = areas[field], areas["population"] - areas[field]
        even = (group / group.sum() - rest / rest.sum()).abs().sum() / 2
        assert found[field, "dissimilarity"] == pytest.approx(even, rel=1e-12)
        dense = (group / group.sum() - areas["area_km2"] / areas["area_km2"].sum()).abs().sum() / 2
        assert found[field, "delta"] == pytest.approx(dense, rel=1e-12)
        assert 0 < found[field, "morrill"] < found[field, "dissimilarity"]
    assert found.notna().all() and (found.xs("multigroup_h", level="measure") > 0).all()
