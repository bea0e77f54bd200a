"""Need as ``qgis_process`` asks: head counts, the listed of each centre, and the file that a region bought."""

import pytest

from .test_real_data import table


def test_need_of_the_listed_in_the_sample_county(checkout, county):
    folder, layer = county.folder, county.layer
    index, units, types = (folder / f"{name}.gpkg" for name in ("cni", "units", "types"))
    checkout.run("narvard:careneedindex", {"AREAS": layer("areas"), "NATIONAL_MEAN": 2.464455, "OUTPUT": index})
    asked = {"UNITS": layer("facilities", "type = 'vardcentral'"), "LISTINGS": layer("listings"), "AREAS": index}
    checkout.run("narvard:listedneed", {**asked, "INDEX": "cni_ratio", "OUTPUT": units})
    found = table(units).set_index("facility_id")
    good = found.loc["99-vardcentral-026"]
    assert (good["index_area"], good["index_listed"]) == (pytest.approx(0.746, abs=1e-3), pytest.approx(1.29, abs=1e-3))
    assert set(found["index_scale"]) == {"ratio"} and found["listed_status"].isin(["ok", "missing"]).all()
    given = {"VARIABLES": ["share_low_economic_standard", "share_low_education"], "STANDARDISE": "zscore"}
    checkout.run("narvard:socioeconomicindex", {"AREAS": layer("areas"), **given, "PREFIX": "own_", "OUTPUT": types})
    assert set(table(types)["own_area_type"]) == {1, 2, 3, 4, 5}


def test_the_bought_file_goes_into_the_workspace_once(checkout, county):
    given = {
        "INPUT": county.folder / "cni_per_enhet.csv", "WORKSPACE": county.folder / "arbetsyta.gpkg", "DATE": "2025-12-31",
        "CODE_FIELD": "Enhet", "PER_PERSON_FIELD": "CNI per person", "POPULATION_FIELD": "Antal listade",
        "OUTPUT": county.folder / "bought.gpkg",
    }  # fmt: skip
    first, second = (checkout.run("narvard:importcni", given) for _ in range(2))
    assert first["ADDED_COUNT"] == second["UNCHANGED_COUNT"] > 30
    assert second["ADDED_COUNT"] == second["CHANGED_COUNT"] == first["REJECTED_COUNT"] == 0
    assert set(table(county.folder / "bought.gpkg")["import_status"]) == {"unchanged"}
