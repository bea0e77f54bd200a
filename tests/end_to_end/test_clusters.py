"""Clusters as ``qgis_process`` asks: the sample county's need, and the account that goes with the result."""

import numpy as np

from .test_real_data import table


def test_need_of_the_sample_county(checkout, county):
    target, whole = county.folder / "clusters.gpkg", county.folder / "whole.gpkg"
    given = {
        "AREAS": county.layer("areas"), "AREA_CODE": "area_code", "VALUE": "socioeconomic_index", "WEIGHTS": "knn",
        "NEIGHBOURS": 8, "PERMUTATIONS": 9999, "OUTPUT": target, "GLOBAL": whole,
    }  # fmt: skip
    out = checkout.run("narvard:clusters", given)
    found, maps = table(target).set_index("area_code"), table(whole).set_index("weights")
    assert len(found) == 189 and (found["neighbours"] == 8).all()
    assert out["GLOBAL_I"] == maps.loc["row_standardised", "moran_i"] > 0.3
    np.testing.assert_allclose(found["statistic"].sum() / 188, out["GLOBAL_I"], rtol=1e-9)  # LISA adds up to it
    pointed_out = found["p_adjusted"] <= 0.05
    assert (pointed_out == (found["cluster"] != "not_significant")).all()
    high = found[found["cluster"] == "high_high"]
    assert {"Hultaryd centrum", "Emmaboryd", "Lindhamn väster 2"} <= set(high["name"])
    assert (high["socioeconomic_index"] > found["socioeconomic_index"].mean()).all()
