"""Choosing sites and sharing out care as ``qgis_process`` asks: the sample county, and health care in Porto Alegre."""

import numpy as np
import pytest

from tests.shared import in_campaign

from .test_real_data import porto_alegre, table


@pytest.fixture(scope="module")
def county(county):
    """The sample county's folder, its layers by name, and its people as the tools take them."""
    return county.folder, county.layer, {"ORIGINS": county.layer("people_1km"), "ORIGIN_ID": "origin_id"}


def matrix(checkout, folder, people, facilities, name):
    target = folder / name
    asked = {**people, "NETWORK": folder / "roads.npz", "FACILITIES": facilities, "FACILITY_ID": "facility_id"}
    checkout.run("narvard:odmatrix", {**asked, "OUTPUT": target})
    return target


def test_care_is_shared_out_and_sent_on(checkout, county):
    folder, layer, people = county
    hospitals = f"{layer('facilities')}|subset=type LIKE '%sjukhus'"
    pairs = matrix(checkout, folder, people, hospitals, "to_hospitals.gpkg")
    names = ("OUTPUT", "SITES", "MOVES", "PARETO", "CONSEQUENCES", "TRAVEL_BEFORE", "TRAVEL_AFTER")
    targets = {name: folder / f"care_{name.lower()}.gpkg" for name in names}
    asked = {**people, "POPULATION": "population", "ORIGIN_REGION": "region", "MATRIX": pairs, **targets}
    given = {"PROCEDURES": layer("procedure_capacity"), "WAITING": layer("waiting_times")}
    found = checkout.run("narvard:caredistribution", {**given, **asked, "KEEP_LOCAL": "katarakt;0.5"})
    regions, sites = (table(targets[name]).set_index("specialty") for name in ("OUTPUT", "SITES"))
    assert (
        found["MOVED"]
        == regions[["moved_out", "moved_within"]].sum().sum()
        == table(targets["MOVES"])["patients"].sum()
    )
    assert not regions.loc["katarakt", "moved_out"].any() and (regions.loc["prolaps", "verdict"] == "short").all()
    assert regions.loc["hoftprotes", "load_after"].max() < 1 < regions.loc["hoftprotes", "load_before"].max()
    demand = sites.groupby(level=0)[["demand_before", "demand_after"]].sum()
    assert (demand["demand_before"] == demand["demand_after"]).all()
    template = table(targets["CONSEQUENCES"])
    assert template.loc[template["measured"] == 0, "value"].isna().all()
    before, after = (table(targets[name]).set_index("origin_id") for name in ("TRAVEL_BEFORE", "TRAVEL_AFTER"))
    extra = ((after["minutes_1"] - before["minutes_1"]) * after["patients"]).sum()
    np.testing.assert_allclose(extra, regions["person_minutes"].sum(), rtol=1e-9)
    summary = folder / "compared.gpkg"
    compared = {"BEFORE": targets["TRAVEL_BEFORE"], "AFTER": targets["TRAVEL_AFTER"], "VISITS": "patients"}
    checkout.run("narvard:comparescenarios", {**compared, "ORIGIN_ID": "origin_id", "OUTPUT": summary})
    change = table(summary).set_index("origin_id")["change"].dropna()
    np.testing.assert_allclose(change, (after["minutes_1"] - before["minutes_1"])[change.index], atol=1e-9)


@in_campaign  # tests/qgis/test_siteselection covers the same county
def test_one_more_branch_is_placed(checkout, county):
    folder, layer, people = county
    places = f"{layer('facilities')}|subset=type IN ('vardcentral', 'narmottagning') AND region = '99'"
    pairs = matrix(checkout, folder, people, places, "to_primary.gpkg")
    target, who = folder / "sites.gpkg", folder / "who.gpkg"
    asked = {**people, "DEMAND": "population", "MATRIX": pairs, "CANDIDATES": places, "CANDIDATE_ID": "facility_id"}
    found = checkout.run(
        "narvard:siteselection", {**asked, "METHOD": "mclp", "P": 12, "RADIUS": 20, "OUTPUT": target, "ASSIGNMENT": who}
    )
    sites, assigned = table(target), table(who)
    assert found["OPTIMAL"] and found["GAP"] == 0 and sites["chosen"].sum() == 12
    covered = assigned[assigned["status"] == "ok"]
    assert covered["demand"].sum() == found["OBJECTIVE"] == sites["demand"].sum() and covered["minutes"].max() <= 20
    assert assigned["demand"].sum() == found["OBJECTIVE"] + found["UNCOVERED"]


def test_health_care_in_porto_alegre(checkout, tmp_path):
    """The hexagons with health care as candidates: a few more, and the heuristic beside the exact answer."""
    roads, people, centres = porto_alegre(tmp_path)
    network, pairs = str(tmp_path / "net.npz"), str(tmp_path / "matrix.gpkg")
    checkout.run("narvard:buildnetwork", {"ROADS": roads, "NETWORK": network})
    origins = {"ORIGINS": people, "ORIGIN_ID": "id"}
    checkout.run(
        "narvard:odmatrix", {**origins, "NETWORK": network, "FACILITIES": centres, "FACILITY_ID": "id", "OUTPUT": pairs}
    )
    asked = {**origins, "MATRIX": pairs, "DEMAND": "population", "CANDIDATES": centres, "CANDIDATE_ID": "id", "P": 15}
    found = {}
    for name, more in (("best", {}), ("quick", {"EXACT_UP_TO": 0}), ("longest", {"METHOD": "pcenter"})):
        target, who = tmp_path / f"{name}.gpkg", tmp_path / f"{name}_who.gpkg"
        found[name] = checkout.run("narvard:siteselection", {**asked, **more, "OUTPUT": target, "ASSIGNMENT": who})
        served = table(who).query("status == 'ok' and demand > 0")
        longest, total = served["minutes"].max(), (served["demand"] * served["minutes"]).sum()
        np.testing.assert_allclose(found[name]["OBJECTIVE"], longest if name == "longest" else total, rtol=1e-9)
        assert table(target)["chosen"].sum() == 15
    assert found["best"]["OPTIMAL"] and found["best"]["OBJECTIVE"] <= found["quick"]["OBJECTIVE"] * (1 + 1e-9)
    assert (found["quick"]["GAP"] or 0) < 0.05
