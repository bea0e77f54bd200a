"""The profile of zones as ``qgis_process`` asks: the municipalities and health centres of the sample county."""

import pytest

from .test_real_data import table


def test_municipalities_and_their_shares(checkout, county):
    areas_but_one = county.layer("areas", "municipality <> '9905'")
    target, account = county.folder / "profile.gpkg", county.folder / "account.gpkg"
    out = checkout.run(
        "narvard:catchmentprofile",
        {
            "ZONES": county.layer("municipalities"), "AREAS": areas_but_one, "AREA_CODE": "area_code",
            "FIELDS": ["population", "old_alone"], "RATES": "share_old=old_alone/population", "METHOD": "dasymetric",
            "GRID": county.layer("squares_1km"), "GRID_WEIGHT": "population", "SPLIT": 2, "OUTPUT": target,
            "AREA_ACCOUNT": account,
        },
    )  # fmt: skip
    zones, areas, given = table(target), table(account), table(county.layer("areas"))
    given = given[given["municipality"] != "9905"]
    own = zones[zones["status"] == "ok"]
    assert len(own) == given["municipality"].nunique() < len(zones)
    without = zones[zones["status"] == "no_areas"]
    assert without["code"].tolist() == ["9905"] and without["sum_population"].isna().all()
    assert (own["share_old"] - own["sum_old_alone"] / own["sum_population"]).abs().max() < 1e-12
    assert own["sum_population"].sum() == pytest.approx(areas["in_zones_population"].sum())
    assert areas["total_population"].sum() == given["population"].sum()
    assert own["sum_population"].sum() == pytest.approx(given["population"].sum(), rel=1e-3)
    assert out["GROUND_AREAS"] == (areas["spread_by"] == "ground").sum()
