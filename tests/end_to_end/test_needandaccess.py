"""Need and access, access and migration, and the structure picture as ``qgis_process`` asks on the sample county."""

import numpy as np
import pandas as pd
import pytest
from osgeo import ogr

from .test_real_data import table

GROUPS = pd.Index([f"{need}-{access}" for need in (3, 2, 1) for access in (3, 2, 1)])


@pytest.fixture(scope="module")
def areas(county):
    """The region's areas with ``kilometres``: people's mean straight line to the nearest open health centre or branch."""
    people, care = table(county.layer("people")), table(county.layer("facilities"))
    care = care[care["type"].isin(["vardcentral", "narmottagning"]) & care["closed"].isna()]
    gap = np.hypot(*(people[axis].to_numpy()[:, None] - care[axis].to_numpy()[None] for axis in "xy")).min(1) / 1000
    weighted = (gap * people["population"]).groupby(people["area_code"]).sum()
    mean = weighted / people["population"].groupby(people["area_code"]).sum()
    source = ogr.Open(str(county.folder / "exempellan.gpkg"), update=1)
    layer = source.GetLayerByName("areas")
    layer.CreateField(ogr.FieldDefn("kilometres", ogr.OFTReal))
    layer.StartTransaction()
    for feature in layer:
        feature["kilometres"] = mean[feature["area_code"]]
        layer.SetFeature(feature)
    layer.CommitTransaction()
    return county.layer("areas", "region = '99'")


def test_need_and_access(checkout, county, areas):
    target, summary = county.folder / "need.gpkg", county.folder / "classes.gpkg"
    given = {"AREAS": areas, "AREA_CODE": "area_code", "POPULATION": "population", "ACCESS": "kilometres"}
    out = checkout.run(
        "narvard:needandaccess",
        {**given, "NEED": "socioeconomic_index", "OUTPUT": target, "SUMMARY": summary},
    )
    found, cells = table(target), table(summary)
    assert cells["combined_class"].tolist() == list(GROUPS)
    by_class = found.groupby("combined_class")["population"].sum()
    np.testing.assert_array_equal(cells["people"], by_class.reindex(GROUPS).fillna(0))
    assert out["PEOPLE_IN_NEED"] == by_class["3-3"] and out["PEOPLE_LEFT_OUT"] == 0
    weight = found["socioeconomic_index"].rank(pct=True) * found["kilometres"].rank(pct=True)
    np.testing.assert_allclose(found["weight"], weight)
    assert (weight.iloc[np.argsort(found["rank"])].diff().dropna() <= 1e-12).all()
    moved = county.folder / "moves.gpkg"
    out = checkout.run(
        "narvard:accessandmigration",
        {**given, "NET_MIGRATION": "net_migration", "GROUP": "area_type", "OUTPUT": moved, "SUMMARY": summary},
    )
    found = table(moved)
    spread = np.cov(found["kilometres"], found["net_per_1000"], aweights=found["population"])
    assert out["PEARSON"] == pytest.approx(spread[0, 1] / np.sqrt(spread[0, 0] * spread[1, 1]))
    assert "caution" in set(table(summary)["measure"])


def test_the_structure_picture(checkout, county):
    target, links = county.folder / "levels.gpkg", county.folder / "links.gpkg"
    out = checkout.run(
        "narvard:servicelevels",
        {
            "PLACES": county.layer("settlements"), "PLACE_ID": "name", "PLACE_NAME": "name", "FACILITY_ID": "facility_id",
            "FACILITIES": county.layer("facilities"), "TYPE": "type", "SERVICES": county.layer("services"), "YEAR": 2024,
            "OUTPUT": target, "LINKS": links,
        },
    )  # fmt: skip
    level = table(target).set_index("name")["level"]
    assert set(level[level <= 2].index) == {"Lindhamn", "Granhult", "Ekhamn", "Norrhamn"}
    assert out["NODES_COUNT"] == level.notna().sum()
    lines = table(links)
    assert len(lines) == len(level) - 2 and (lines["to_level"] < lines["from_level"].fillna(99)).all()
