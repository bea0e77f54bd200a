"""Access to each service and response coverage as ``qgis_process`` asks: the sample county, and ambulances in Porto."""

import numpy as np
import pytest

from .test_real_data import porto, table


@pytest.fixture(scope="module")
def county(county):
    """What the travel tools are asked about in the sample county, and its layers by name."""
    people = {"ORIGINS": county.layer("people_1km"), "ORIGIN_ID": "origin_id", "POPULATION": "population"}
    regions = {"ORIGIN_REGION": "region", "FACILITY_REGION": "region", "REPORT_REGION": "99"}
    return county.folder, {"NETWORK": county.network, **people, **regions}, county.layer


def test_every_service_of_the_sample_county(checkout, county):
    folder, given, layer = county
    target, summary, whole = (folder / f"{name}.gpkg" for name in ("services", "summary", "whole"))
    facilities = {"FACILITIES": layer("facilities"), "FACILITY_ID": "facility_id", "SERVICES": layer("services")}
    asked = {**given, **facilities, "WHEN": "tor 10:00", "YEAR": 2024}
    named = "pci;neurokirurgi;primarvardsjour;distriktsskoterska"
    checkout.run("narvard:specialtyaccess", {**asked, "SERVICE": named, "OUTPUT": target, "SUMMARY": summary})
    checkout.run("narvard:specialtyaccess", {**asked, "SUMMARY": whole})
    found, services, every = table(target), table(summary).set_index("service"), table(whole).set_index("service")
    people = table(layer("people_1km")).query("region == '99'").set_index("origin_id")["population"]
    assert len(found) == 4 * len(people) and len(every) > 80
    same = every.loc[services.index].drop(columns="name")
    assert same.equals(services.drop(columns="name"))
    found["people"] = people.reindex(found["origin_id"]).to_numpy()
    served = found.dropna(subset=["minutes"])
    reached = served.groupby("service")["people"].sum().reindex(services.index, fill_value=0)
    np.testing.assert_array_equal(reached, services["population_reached"])
    weighted = (served["people"] * served["minutes"]).groupby(served["service"]).sum() / reached
    np.testing.assert_allclose(services["mean_minutes"].astype(float), weighted.reindex(services.index), rtol=1e-9)
    missing = every[(every["missing_in_region"] == 1) & (every["facilities"] > 0)]
    assert len(missing) > 5 and (missing["nearest_region"] != "99").all()
    assert (missing["population_crossing"] == missing["population_reached"]).all()


def test_ambulances_of_the_sample_county(checkout, county):
    folder, given, layer = county
    target, summary, units = (folder / f"{name}.gpkg" for name in ("response", "coverage", "units"))
    stations = f"{layer('facilities')}|subset=type = 'ambulansstation'"
    hospitals = f"{layer('facilities')}|subset=type IN ('lanssjukhus', 'lansdelssjukhus', 'universitetssjukhus')"
    out = checkout.run(
        "narvard:responsecoverage",
        {
            **given, "STATIONS": stations, "STATION_ID": "facility_id", "HOSPITALS": hospitals,
            "HOSPITAL_ID": "facility_id", "CALLS_PER_1000": 120, "MUNICIPALITY": "municipality", "OUTPUT": target,
            "SUMMARY": summary, "UNITS": units,
        },
    )  # fmt: skip
    found, rows, one_fewer = table(target), table(summary), table(units)
    served = found["response_minutes"].notna()
    assert out["UNREACHABLE_COUNT"] == found["population"][~served].sum()
    np.testing.assert_allclose(found["response_minutes"][served], found["drive_minutes"][served] + 3.5)
    limits = rows[rows["threshold"].notna()]
    for limit, row in limits[limits["group_kind"] == "all"].set_index("threshold").iterrows():
        within = found["population"][found["response_minutes"] <= limit].sum()
        assert row["population_within"] == within and row["share"] == pytest.approx(within / found["population"].sum())
    by_place = limits[limits["group_kind"] == "municipality"].groupby("threshold")["population_within"].sum()
    everybody = limits[limits["group_kind"] == "all"].set_index("threshold")["population_within"]
    np.testing.assert_array_equal(by_place, everybody.reindex(by_place.index))
    hours = rows[(rows["group_kind"] == "all") & rows["threshold"].isna()]["vehicle_hours"].iloc[0]
    away = found["mission_minutes"].fillna(0) * found["population"]
    assert hours == pytest.approx(away.sum() * 0.12 / 60)
    assert (one_fewer["population_change"] <= 0).all() and one_fewer["population_change"].min() < 0


def test_stations_of_porto(checkout, tmp_path):
    roads, people, stations = porto(tmp_path)
    network = tmp_path / "porto.npz"
    checkout.run("narvard:buildnetwork", {"ROADS": roads, "NETWORK": network})
    given = {"NETWORK": network, "ORIGINS": people, "ORIGIN_ID": "id", "POPULATION": "population", "MODE": "emergency"}
    target, summary, units, nearest = (
        tmp_path / f"{name}.gpkg" for name in ("response", "summary", "units", "nearest")
    )
    checkout.run(
        "narvard:responsecoverage",
        {**given, "STATIONS": stations, "STATION_ID": "id", "THRESHOLDS": "5,8", "OUTPUT": target, "SUMMARY": summary, "UNITS": units},
    )  # fmt: skip
    asked = {"FACILITIES": stations, "FACILITY_ID": "id", "DIRECTION": "from_facility", "COUNT": 2, "OUTPUT": nearest}
    checkout.run("narvard:nearestfacility", {**given, **asked})
    found, two = table(target).set_index("id"), table(nearest).set_index("id")
    np.testing.assert_allclose(found["drive_minutes"], two["minutes_1"], rtol=1e-12)
    assert (found["station_id"].fillna("") == two["facility_1"].fillna("")).all()
    changes = table(units).set_index(["unit_id", "threshold"])
    for station in two["facility_1"].dropna().unique():
        left = two["minutes_1"].where(two["facility_1"] != station, two["minutes_2"])
        for limit in (5.0, 8.0):
            assert changes.loc[(station, limit), "population_within"] == two["population"][left + 3.5 <= limit].sum()
    assert table(summary)["population"].max() == two["population"].sum()
