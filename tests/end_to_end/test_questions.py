"""A ready-made model as ``qgis_process`` asks, with nothing but the layers given: the rest is as it stands."""

import pytest

from tests.shared import in_campaign

from .test_real_data import table


@in_campaign  # tests/qgis/test_ready_models_health asks the same model, test_installed another one in qgis_process
def test_where_need_is_great_and_far_away(checkout, county):
    target, summary, times = (county.folder / f"{name}.gpkg" for name in ("need", "classes", "times"))
    given = {
        "NETWORK": county.network, "PEOPLE": county.layer("people"), "FACILITIES": county.layer("facilities"),
        "AREAS": county.layer("areas", "region = '99'"), "both:NEED_AND_TIME": target, "both:SUMMARY": summary,
        "nearest:TIMES": times,
    }  # fmt: skip
    out = checkout.run("narvard:needmap", given)
    assert out["both:NEED_AND_TIME"] == str(target)
    areas, cells, people = table(target), table(summary), table(times)
    assert len(areas) == 153 and cells["people"].sum() == areas["population"].sum()
    centres = table(county.layer("facilities")).set_index("facility_id")
    nearest = centres.loc[people["facility_1"].dropna().unique()]
    assert set(nearest["type"]) == {"vardcentral", "narmottagning"} and nearest["closed"].isna().all()
    own = people[people["area_code"] == areas["area_code"][0]].dropna(subset=["minutes_1"])
    mean = (own["minutes_1"] * own["population"]).sum() / own["population"].sum()
    assert areas["restid_mean"][0] == pytest.approx(mean)
