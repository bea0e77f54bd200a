"""A scenario from the workspace to the gap map, as ``qgis_process`` asks on the sample county."""

import numpy as np
import pandas as pd
import pytest

from narvard_plugin.store.workspace import open_workspace

from .test_real_data import table

EKHAMN = "99-lansdelssjukhus-001"


def test_a_copied_scenario_is_changed_applied_compared_and_held_against_a_target(checkout, county):
    """The copy of scenario B closes the hospital altogether in 2040."""
    layer, workspace = county.layer, county.folder / "arbetsyta.gpkg"
    target = lambda name: str(county.folder / f"{name}.gpkg")  # noqa: E731
    copied = checkout.run(
        "narvard:copyscenario", {"WORKSPACE": workspace, "SCENARIO": "B", "NEW_NAME": "B 2040", "YEAR": 2040}
    )
    assert copied["CHANGE_COUNT"] == 12
    with open_workspace(str(workspace)) as opened:
        last = {"scenario": "B 2040", "facility_id": EKHAMN, "action": "close", "year": 2040}
        opened.write("scenario_changes", pd.DataFrame([last]))
        goal = {"indicator": "restid", "area_code": "99", "area_level": "region", "year": 2040, "target": 20.0}
        opened.write("malvarde", pd.DataFrame([{**goal, "better": "lower", "decided_by": "Regionfullmäktige"}]))
    for name, scenario in (("before", {}), ("after", {"CHANGES": f"{workspace}|layername=scenario_changes"})):
        named = {**scenario, "SCENARIO": "B 2040"} if scenario else {}
        checkout.run(
            "narvard:applyscenario",
            {"FACILITIES": layer("facilities"), "SERVICES": layer("services"), "YEAR": 2040, **named,
             "OUTPUT": target(f"facilities {name}"), "SERVICES_OUTPUT": target(f"services {name}")},
        )  # fmt: skip
        hospitals = target(f"facilities {name}") + "|subset=type LIKE '%sjukhus' AND type <> 'hemsjukhus'"
        checkout.run(
            "narvard:nearestfacility",
            {"COST": "straight", "FACILITIES": hospitals, "FACILITY_ID": "facility_id", "ORIGINS": layer("people_1km"),
             "ORIGIN_ID": "origin_id", "POPULATION": "population", "OUTPUT": target(f"times {name}")},
        )  # fmt: skip
    before, after = (table(target(f"facilities {name}")).set_index("facility_id") for name in ("before", "after"))
    assert set(before.index) - set(after.index) == {EKHAMN}
    assert EKHAMN in set(table(target("services before"))["facility_id"])
    assert EKHAMN not in set(table(target("services after"))["facility_id"])
    minutes = {f"MINUTES_{side}": "straight_minutes_1" for side in ("BEFORE", "AFTER")}
    checkout.run(
        "narvard:comparescenarios",
        {"BEFORE": target("times before"), "AFTER": target("times after"), **minutes, "POPULATION": "population",
         "AREAS": layer("areas"), "AREA_TYPE": "area_type", "OUTPUT": target("change"),
         "AREA_OUTPUT": target("areas"), "SUMMARY": target("summary")},
    )  # fmt: skip
    change, areas, summary = (table(target(name)) for name in ("change", "areas", "summary"))
    theirs = change["facility_1"] == EKHAMN
    assert (change["change"][theirs] > 0).all() and (change["change"][~theirs].abs() < 1e-6).all()
    losers = change["population"][theirs].sum()
    assert losers == areas["losers"].sum() > 20_000
    everyone = summary[summary["group_kind"] == "all"].set_index("measure")
    assert everyone.loc["losers", "change"] == losers and everyone.loc["person_km", "note"]
    assert everyone.loc["person_minutes", "change"] == pytest.approx((change["change"] * change["population"]).sum())
    checkout.run(
        "narvard:targetgap",
        {"AREAS": target("areas"), "VALUE": "mean_after", "POPULATION": "population", "WORKSPACE": workspace,
         "INDICATOR": "restid", "YEAR": 2040, "OUTPUT": target("gap"), "SUMMARY": target("met")},
    )  # fmt: skip
    gap = table(target("gap"))
    own = gap["area_code"].str.startswith("99")
    np.testing.assert_allclose(gap["gap"][own], gap["mean_after"][own] - 20)
    assert gap["gap"][~own].isna().all() and (~own).sum() == 36
    met = table(target("met")).set_index("group_name")
    assert met.loc["all", "areas_met"] == (gap["gap"][own] <= 0).sum()
    assert met.loc["all", "population"] == gap["population"][own].sum()
