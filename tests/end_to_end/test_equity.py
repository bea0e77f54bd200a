"""Where the population grew and who has the higher index, as ``qgis_process`` asks on the sample county."""

import numpy as np

from .test_real_data import table


def test_growth_and_equity_of_the_sample_county(checkout, county):
    folder = county.folder
    areas = county.layer("areas", "region = '99'")
    growth, change, figure, equity, curve = (folder / name for name in ("growth.gpkg", "change.gpkg", "growth.html", "equity.gpkg", "curve.html"))  # fmt: skip
    given = {"AREAS": areas, "AREA_CODE": "area_code"}
    out = checkout.run(
        "narvard:growthbytype",
        {
            **given, "TYPE_BEFORE": "area_type_2015", "TYPE_AFTER": "area_type", "POPULATION_BEFORE": "population_2015",
            "POPULATION_AFTER": "population", "OUTPUT": growth, "CHANGE_OUTPUT": change, "FIGURE": figure,
        },
    )  # fmt: skip
    found, changed, read = table(growth).set_index("type"), table(change), table(county.layer("areas"))
    read = read[read["region"] == "99"]
    then = read.groupby(read["area_type_2015"].astype(str))[["population_2015", "population"]].sum()
    fixed = then["population"] / then["population_2015"] - 1
    np.testing.assert_allclose(found.loc[list("12345"), "growth_fixed"].astype(float), fixed, rtol=1e-9)
    now = read.groupby(read["area_type"].astype(str))["population"].sum()
    np.testing.assert_allclose(found.loc[list("12345"), "population_after_current"], now)
    assert (
        out["TYPE_CHANGED_COUNT"]
        == changed["type_changed"].sum()
        == (read["area_type_2015"] != read["area_type"]).sum()
    )
    assert (
        changed["change"].sum()
        == found.loc["all", "people_change"]
        == (read["population"] - read["population_2015"]).sum()
    )
    out = checkout.run(
        "narvard:equity",
        {
            **given, "VALUE": "median_income_tkr", "POPULATION": "population", "RANK": "socioeconomic_index",
            "RANK_ORDER": "descending", "VALUE_IS": "good", "OUTPUT": equity, "CURVE": curve,
        },
    )  # fmt: skip
    rows = table(equity).set_index("measure")
    assert rows.index[0] == "quintile_ratio" and rows.loc["quintile_ratio", "value"] == out["QUINTILE_RATIO"] > 1
    assert "disadvantage of the most disadvantaged" in rows.loc["quintile_ratio", "reading"]
    mean = np.average(read["median_income_tkr"], weights=read["population"])
    np.testing.assert_allclose(rows.loc["mean", "value"], mean, rtol=1e-9)
    for page in (figure, curve):
        assert page.read_text("utf8").count("<svg") == 2
