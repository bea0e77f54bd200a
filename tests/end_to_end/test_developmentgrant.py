"""Story 3 as ``qgis_process`` asks: need of the listed, the grant by both bases, and its follow-up."""

import pandas as pd
import pytest

from .test_real_data import table

POT = 20_000_000


def test_the_grant_of_the_sample_county_and_its_follow_up(checkout, county):
    folder, layer = county.folder, county.layer
    file = lambda name: str(folder / f"{name}.gpkg")  # noqa: E731
    areas = {"AREAS": layer("areas"), "AREA_CODE": "area_code"}
    checkout.run("narvard:careneedindex", {**areas, "OUTPUT": file("needs")})
    checkout.run(
        "narvard:listedneed",
        {"UNITS": layer("facilities", "type = 'vardcentral' AND region = '99'"), "UNIT_ID": "facility_id",
         "LISTINGS": layer("listings"), "AREAS": file("needs"), "AREA_CODE": "area_code", "INDEX": "cni_per_person",
         "OUTPUT": file("units")},
    )  # fmt: skip
    given = {
        "UNITS": file("units"), "UNIT_ID": "facility_id", "LISTED": "listed", "INDEX": "index_listed",
        "AREA_INDEX": "index_area", "WITHOUT_LISTED": "leave_out", "DRIFTSFORM": "driftsform", "METHOD": "excess",
        "POT": POT, "THRESHOLD": 2.8, "FLOOR": 10, "CEILING": 600, "METHOD_2": "proportional",
    }  # fmt: skip
    out = checkout.run(
        "narvard:developmentgrant",
        {**given, "OUTPUT": file("grant"), "EFFECT": file("effect"), "COMPARISON": file("comparison")},
    )
    grant, effect, compared = (table(file(name)) for name in ("grant", "effect", "comparison"))
    paid = grant[grant["listed"].notna()]
    assert out["TOTAL"] == out["TOTAL_2"] == paid["amount"].sum() == paid["amount_area"].sum() == POT
    assert paid["per_listed"].between(10 - 1e-2, 600 + 1e-2).all()
    assert (paid.loc[paid["index_listed"] <= 2.8, "bound"] == "floor").all()
    assert paid["explanation"].str.len().min() > 40 and grant["amount"].isna().sum() == 5
    groups = effect.set_index(["group_kind", "group_name"])["amount"]
    assert groups["driftsform"].to_dict() == paid.groupby("driftsform")["amount"].sum().to_dict()
    both = compared[compared["group_kind"] == "all"].set_index("comparison")
    assert (both["gained"] == both["lost"]).all() and set(both.index) == {"rules", "base"}
    assert both.loc["base", "moved"] == paid["area_minus_listed"].clip(lower=0).sum()

    rows = [("99-vardcentral-026", year, 100_000 * (year > 2023), 30 - year % 10, "lower") for year in (2023, 2024)]
    rows += [("99-vardcentral-001", year, 0, 20.0, "lower") for year in (2023, 2024)]
    names = ["unit_id", "year", "amount", "outcome", "better"]
    pd.DataFrame(rows, columns=names).assign(effort="team", indicator="sick").to_csv(
        folder / "followup.csv", index=False
    )
    out = checkout.run(
        "narvard:grantfollowup",
        {"FOLLOWUP": folder / "followup.csv", "UNITS": file("grant"), "UNIT_ID": "facility_id", "AMOUNT": "amount",
         "OUTPUT": file("lines"), "SUMMARY": file("summary")},
    )  # fmt: skip
    lines, (total,) = table(file("lines")), table(file("summary")).to_dict("records")
    assert (total["units"], total["mean_change"], total["difference_in_change"]) == (1, pytest.approx(-1), -1)
    assert total["difference_direction"] == "better" and out["MEASURED_COUNT"] == 1
    assert (lines["status"] == "no_rows").sum() == (paid["amount"] > 0).sum() - 2 == out["NOT_MEASURED_COUNT"]
