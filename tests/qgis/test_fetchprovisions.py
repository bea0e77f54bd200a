"""Boverket's catalogue of plan provisions into a workspace, release beside release."""

import pytest
from qgis import processing

from tests.sources.impatient import files_in
from tests.sources.servers.base import FAULTS
from tests.sources.servers.boverket import for_county, provision

from .fetching_steps import NOTHING, counts, heard, hurry, left_alone, new_workspace, rows_of, sentence_of
from .small_network import CancelAfter, run


@pytest.fixture
def server(county):
    with for_county(county.folder) as running:
        yield running


@pytest.fixture
def given(server, tmp_path, monkeypatch):
    hurry(monkeypatch, tmp_path / "cache")
    return {"WORKSPACE": new_workspace(tmp_path), "BASE_URL": server.base}


def provisions(given):
    return rows_of(given["WORKSPACE"], "plan_provisions")["plan_provisions"]


def test_two_releases_side_by_side_and_the_same_again(given, server):
    results, said = heard("fetchprovisions", **given)
    assert counts(results) == [9, 0, 0, 0] and results["DATA_DATE"] == "2025-12-01"
    assert "2 provisions are for care" in said and "Source: Boverket, Planbestämmelsekatalogen." in said
    assert counts(run("fetchprovisions", **given, RELEASE="20250601")) == [3, 0, 0, 0]
    assert counts(run("fetchprovisions", **given)) == [0, 0, 0, 9]
    assert provisions(given).groupby("release").size().to_dict() == {"20250601": 3, "20251201": 9}
    row = rows_of(given["WORKSPACE"], "sources")["sources"].iloc[0]
    assert row[["source_id", "fed", "part", "version"]].tolist() == ["boverket", "plan_provisions", "20251201", "7"]


def test_a_corrected_release_says_what_changed(given, server, tmp_path, monkeypatch):
    run("fetchprovisions", **given)
    release = server.releases[-1]
    release["bestammelser"][0]["farg"] = "Ljusgul"
    release["bestammelser"] = [*release["bestammelser"][:-1], provision("Flygplats", "F", "Flygtrafik")]
    monkeypatch.setenv("NARVARD_CACHE_FOLDER", str(tmp_path / "en annan"))
    assert counts(run("fetchprovisions", **given)) == [1, 1, 1, 7]


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault not in ("slow", "too_many", "huge")])
def test_a_fault_leaves_everything_as_it_was(given, server, tmp_path, fault):
    server.misbehave(fault, times=None)
    with left_alone(given["WORKSPACE"]):
        assert NOTHING in sentence_of("fetchprovisions", **given)
    assert files_in(tmp_path / "cache") == []


def test_cancel_while_the_service_is_silent(given, server, tmp_path):
    server.misbehave("slow", times=None)
    with left_alone(given["WORKSPACE"]):
        assert processing.run("narvard:fetchprovisions", given, feedback=CancelAfter(4)) == {}
    assert files_in(tmp_path / "cache") == []
