"""Known trips as ``qgis_process`` asks: a county whose roads are slower than signed, and a network that learns it."""

import csv
import shutil
from types import SimpleNamespace

import numpy as np
import pytest
from osgeo import ogr

FACTORS = {1: 1.10, 2: 0.90, 4: 1.25, 6: 1.5, 8: 1.15}  # on drive time, by Klass_181


@pytest.fixture(scope="module")
def county(checkout, county):
    """The county's network as signed, and two logs of trips on roads whose speeds were changed before compiling."""
    folder = county.folder
    package, slow = folder / "exempellan.gpkg", folder / "långsammare.gpkg"
    shutil.copy(package, slow)
    source = ogr.Open(str(slow), update=1)
    for road_class, factor in FACTORS.items():
        for field in ("F_Hogst_225", "B_Hogst_225"):
            source.ExecuteSQL(f"UPDATE roads SET {field} = {field} / {factor} WHERE Klass_181 = {road_class}")
    source = None
    given = {"ROADS": f"{slow}|layername=roads", "PRESET": "nvdb", "NETWORK": folder / "truth.npz"}
    checkout.run("narvard:buildnetwork", given)
    places = {
        "FACILITIES": f"{package}|layername=facilities|subset=type LIKE '%sjukhus'", "FACILITY_ID": "facility_id",
        "ORIGINS": f"{package}|layername=people_1km", "ORIGIN_ID": "origin_id",
    }  # fmt: skip
    checkout.run("narvard:odmatrix", {**places, "NETWORK": folder / "truth.npz", "OUTPUT": folder / "truth.csv"})
    with open(folder / "truth.csv", encoding="utf8") as file:
        known = list(csv.DictReader(file))
    rng = np.random.default_rng(3)
    rng.shuffle(known)
    for name, trips in (("logg.csv", known[:1500]), ("annan.csv", known[1500:2500])):
        with open(folder / name, "w", encoding="utf8", newline="") as file:
            log = csv.writer(file)
            log.writerow(["from_square", "to_hospital", "drive", "trips"])
            for trip, noise in zip(trips, rng.normal(0, 0.08, len(trips))):
                log.writerow([trip["origin_id"], trip["facility_id"], float(trip["minutes"]) * np.exp(noise), 1])
        with open(folder / name, "a", encoding="utf8", newline="") as file:
            csv.writer(file).writerow([trips[0]["origin_id"], trips[0]["facility_id"], "", 1])
    return SimpleNamespace(folder=folder, places=places)


def compare(checkout, county, log, network, **more):
    given = {
        **county.places, "NETWORK": county.folder / network, "TRIPS": county.folder / log, "OBSERVED_MINUTES": "drive",
        "WEIGHT": "trips", "FROM_ID": "from_square", "TO_ID": "to_hospital", "OUTPUT": county.folder / f"{log}.gpkg",
        "SUMMARY": county.folder / "summary.csv", **more,
    }  # fmt: skip
    result = checkout.run("narvard:comparewithobserved", given)
    with open(county.folder / "summary.csv", encoding="utf8") as file:
        rows = {(row["measure"], row["road_class"]): float(row["value"] or "nan") for row in csv.DictReader(file)}
    return result, rows


def test_the_roads_own_factors_are_found_and_hold_for_other_trips(checkout, county):
    page, target = county.folder / "Så väl stämmer modellen.html", county.folder / "calibrated.npz"
    result, told = compare(checkout, county, "logg.csv", "roads.npz", REPORT=page, CALIBRATED_NETWORK=target)
    assert result["TRIP_COUNT"] == 1500 and told["trips_skipped", ""] == 1
    found = {name: told["factor", name] for measure, name in told if measure == "factor" and name.isdigit()}
    for name in ("1", "2", "4"):  # where most of the driving is
        error = told["factor_standard_error", name]
        assert error < 0.03
        assert found[name] == pytest.approx(FACTORS[int(name)], abs=3 * error), name
    assert abs(told["bias_minutes_with_factors", ""]) < 0.2 < abs(result["BIAS_MINUTES"])
    assert told["p90_absolute_minutes_with_factors", ""] < result["P90_MINUTES"]
    text = page.read_text("utf8")
    assert text.count("<circle") == 1500 and "logg" in text
    source = ogr.Open(str(county.folder / "logg.csv.gpkg"))
    layer = source.GetLayer(0)
    assert layer.GetFeatureCount() == 1500 and layer.GetGeomType() == ogr.wkbLineString
    one = layer.GetNextFeature()
    assert one["deviation"] == pytest.approx(one["computed_minutes"] - one["observed_minutes"])

    before, _ = compare(checkout, county, "annan.csv", "roads.npz")
    after, _ = compare(checkout, county, "annan.csv", "calibrated.npz")
    assert abs(after["BIAS_MINUTES"]) < 0.5 * abs(before["BIAS_MINUTES"])
    assert after["P90_MINUTES"] < before["P90_MINUTES"]
    assert after["OVERALL_FACTOR"] == pytest.approx(1, abs=0.02)
