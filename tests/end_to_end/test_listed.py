"""The tools about listed people and waiting times as ``qgis_process`` asks, one after the other, on the sample county."""

import pytest
from osgeo import ogr


def table(path):
    source = ogr.Open(str(path))
    return [feature.items() for feature in source.GetLayer(0)]


def test_from_capacity_over_flows_to_a_closing(checkout, county):
    facilities = f"{county.layer('facilities')}|subset=type = 'vardcentral'"
    units = {"FACILITIES": facilities, "FACILITY_ID": "facility_id"}
    capacity = {"CAPACITY": county.layer("capacity"), "NORM": "1250"}
    places = checkout.run(
        "narvard:primarycarecapacity",
        {**units, **capacity, "OUTPUT": county.folder / "places.gpkg", "SUMMARY": county.folder / "summary.csv"},
    )
    centres = table(county.folder / "places.gpkg")
    assert {row["norm_status"] for row in centres if row["closed"]} == {"unknown"}
    known = [row for row in centres if row["supply"] is not None]
    assert sum(row["spare_places"] for row in known) == pytest.approx(places["SPARE_PLACES"])
    assert {row["measure"] for row in table(county.folder / "summary.csv")} > {"listed", "supply", "share_inside_norm"}

    flows = checkout.run(
        "narvard:listingflows",
        {
            **units, "LISTINGS": county.layer("listings"), "AREAS": county.layer("areas"), "AREA_CODE": "area_code",
            "NETWORK": county.network, "ORIGINS": county.layer("people"), "POPULATION": "population",
            "ORIGIN_AREA": "area_code", "AREA_REGION": "region", "FACILITY_REGION": "region", "REPORT_REGION": "99",
            "OUTPUT": county.folder / "areas.gpkg", "FLOWS": county.folder / "flows.gpkg",
            "AREA_MINUTES": county.folder / "minutes.gpkg",
        },
    )  # fmt: skip
    areas = table(county.folder / "areas.gpkg")
    assert sum(row["listed"] for row in areas) == flows["LISTED"] > 0
    assert 0.5 < flows["SHARE_AT_NEAREST"] < 0.9
    assert all(row["minutes_listed"] >= row["minutes_nearest"] - 1e-9 for row in areas if row["minutes_listed"])

    largest = max((row for row in known if row["region"] == "99"), key=lambda row: row["listed"])
    (county.folder / "changes.csv").write_text(
        f"scenario,facility_id,action,year\nS,{largest['facility_id']},close,2030\n", encoding="utf8"
    )
    closed = checkout.run(
        "narvard:vardvalsconsequence",
        {
            **units, **capacity, "LISTINGS": county.layer("listings"), "CHANGES": county.folder / "changes.csv",
            "SCENARIO": "S", "MATRIX": county.folder / "minutes.gpkg", "PAY_PER_LISTED": 1000,
            "OUTPUT": county.folder / "after.gpkg", "FLOWS": county.folder / "moved.gpkg",
        },
    )  # fmt: skip
    after = table(county.folder / "after.gpkg")
    assert closed["MOVED"] == largest["listed"]
    # A change of one to four people is hidden, and with it how many are listed afterwards and how many have no place.
    known = [row for row in after if row["listed_before"] is not None and row["listed_after"] is not None]
    hidden = sum(row["listed_before"] is not None and row["listed_after"] is None for row in after)
    lost = sum(row["listed_before"] - row["listed_after"] for row in known) - (closed["UNPLACED"] or 0)
    assert abs(lost) <= 4 * (hidden + (closed["UNPLACED"] is None))
    assert largest["facility_id"] not in {row["to_unit"] for row in table(county.folder / "moved.gpkg")}


def test_waiting_times_from_a_file_of_a_spreadsheet(checkout, county):
    source = county.folder / "vantetider.csv"
    source.write_text(
        "Region;Enhet;Specialitet;Mått;Månad;Antal;Andel\n99;Lasarettet;ortopedi;första besök;2025-01;1 250;41,5 %\n"
        "99;Lasarettet;ögon;första besök;januari;12;5\n",
        encoding="utf8",
    )
    given = {
        "INPUT": source, "WORKSPACE": county.folder / "arbetsyta.gpkg", "REGION_FIELD": "Region", "UNIT_FIELD": "Enhet",
        "SPECIALTY_FIELD": "Specialitet", "MEASURE_FIELD": "Mått", "PERIOD_FIELD": "Månad", "NUMBER_FIELD": "Antal",
        "SHARE_FIELD": "Andel", "SHARE_AS": "percent", "OUTPUT": county.folder / "imported.gpkg",
        "REJECTED": county.folder / "rejected.gpkg",
    }  # fmt: skip
    counts = ("ADDED_COUNT", "CHANGED_COUNT", "UNCHANGED_COUNT", "REJECTED_COUNT")
    first = checkout.run("narvard:importwaitingtimes", given)
    assert [first[name] for name in counts] == [1, 0, 0, 1]
    (row,) = table(county.folder / "imported.gpkg")
    assert (row["number"], row["share_over_90d"], row["source"]) == (1250, 0.415, "vantetider")
    (rejected,) = table(county.folder / "rejected.gpkg")
    assert (rejected["row"], rejected["period"]) == (2, "januari")
    again = checkout.run("narvard:importwaitingtimes", given)
    assert [again[name] for name in counts] == [0, 0, 1, 1]
