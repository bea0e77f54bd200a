"""A timetable through QGIS's network, the key from its authentication store, ready for the travel time tools."""

from datetime import date
from pathlib import Path

import pytest
from qgis import processing
from qgis.core import QgsApplication

from narvard_plugin.core.transit.calendar import services_on
from narvard_plugin.sources.gtfs import read_feed
from tests.sources.impatient import files_in
from tests.sources.servers.base import FAULTS
from tests.sources.servers.trafiklab import KEY, for_county

from .fetching_steps import NOTHING, counts, heard, hurry, left_alone, new_workspace, rows_of, sentence_of, stored
from .small_network import CancelAfter, by_id, run

DAY = date(2026, 11, 18)  # a Wednesday in term


@pytest.fixture
def server(county):
    with for_county(county.folder, weekdays=False) as running:
        yield running


@pytest.fixture
def given(server, tmp_path, monkeypatch):
    hurry(monkeypatch, tmp_path / "cache")
    workspace = new_workspace(tmp_path)
    return {
        "WORKSPACE": workspace,
        "BASE_URL": server.base,
        "AUTH": stored("APIHeader", key=KEY),
        "OPERATOR": "exempel",
    }


def test_the_timetable_runs_the_same_services_as_the_countys_own(given, server, county, tmp_path):
    results, said = heard("fetchtimetable", **given, FOLDER=str(tmp_path / "tidtabell"))
    assert results["OUTPUT"] == str(tmp_path / "tidtabell" / "exempel.zip")
    assert counts(results) == [0, 0, 0, 0] and results["DATA_DATE"] == "2026-11-01"
    assert "The timetable exempel is valid 2026-01-01–2026-12-31." in said
    own, fetched = (read_feed([path], DAY) for path in (county.gtfs, results["OUTPUT"]))
    assert services_on(own.calendar, DAY) == services_on(fetched.calendar, DAY) != set()
    assert len(own.trips) == len(fetched.trips) > 0
    row = rows_of(given["WORKSPACE"], "sources")["sources"].iloc[0]
    assert row[["source_id", "part", "region", "data_date", "licence", "row_count"]].tolist() == [
        "trafiklab", "exempel", "99", "2026-11-01", "CC0 1.0", 0,
    ]  # fmt: skip
    assert row["fed"] is None and row["url"] == f"{server.base}/gtfs/exempel/exempel.zip"
    left = server.left
    again, said = heard("fetchtimetable", **given, FOLDER=str(tmp_path / "tidtabell"))
    assert (again["OUTPUT"], server.left) == (results["OUTPUT"], left)
    assert "Nothing was downloaded" in said


def test_the_travel_time_tools_take_it_as_it_is(given, county):
    """Also from the cache, where it has no name of its own."""
    fetched = run("fetchtimetable", **given)["OUTPUT"]
    places = {
        "NETWORK": county.network, "FACILITIES": county.layer("facilities", "type='vardcentral'"), "FACILITY_ID": "facility_id",
        "ORIGINS": county.layer("settlements", "kind='town'"), "POPULATION": "population", "DATE": DAY.isoformat(),
        "START_TIME": "08:00", "END_TIME": "08:10", "OUTPUT": "memory:",
    }  # fmt: skip
    own, same = (by_id(run("transittimes", GTFS=feed, **places)["OUTPUT"], "name") for feed in (county.gtfs, fetched))
    assert own == same and any(row["status"] == "ok" for row in own.values())


def test_the_key_is_in_no_log_no_file_and_no_row(given, server, tmp_path):
    log = []
    QgsApplication.messageLog().messageReceived.connect(lambda *words: log.append(" ".join(map(str, words))))
    _, said = heard("fetchtimetable", **given, FOLDER=str(tmp_path / "ut"))
    assert server.asked[-1].query["key"] == KEY
    wrong = "oriktig+nyckel/77"
    words = sentence_of("fetchtimetable", **{**given, "AUTH": stored("Basic", username="x", password=wrong)}, MAX_AGE=0)
    assert "refused (code 403)" in words and "is invalid" in words and wrong not in words
    server.feeds["exempel"] += b"!"  # so that there is something to download
    for fault in ("closed", "cut_off", "failing", "too_many_for_long", "wrong_content_type"):
        server.misbehave(fault, times=None)
        said += sentence_of("fetchtimetable", **given, MAX_AGE=0)
    for secret in (KEY, wrong, KEY.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D")):
        assert secret not in said + words + "".join(log)
        for path in tmp_path.rglob("*"):
            assert not path.is_file() or secret.encode() not in path.read_bytes(), path


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault not in ("slow", "too_many", "wrong_encoding")])
def test_a_fault_leaves_workspace_and_timetable_as_they_were(given, server, tmp_path, fault):
    before = run("fetchtimetable", **given, FOLDER=str(tmp_path / "ut"))["OUTPUT"]
    content = Path(before).read_bytes()
    server.feeds["exempel"] = server.feeds["exempel"][:-1] + b"!"  # so that there is something to download
    server.misbehave(fault, times=None)
    with left_alone(given["WORKSPACE"]):
        assert NOTHING in sentence_of("fetchtimetable", **given, FOLDER=str(tmp_path / "ut"), MAX_AGE=0)
    assert Path(before).read_bytes() == content
    assert files_in(tmp_path / "ut") == ["exempel.zip"]


def test_cancel_while_the_service_is_silent(given, server, tmp_path):
    server.misbehave("slow", times=None)
    with left_alone(given["WORKSPACE"]):
        feedback = CancelAfter(5)
        assert (
            processing.run("narvard:fetchtimetable", {**given, "FOLDER": str(tmp_path / "ut")}, feedback=feedback) == {}
        )
    assert files_in(tmp_path / "cache") == [] and not (tmp_path / "ut").exists()


def test_what_must_be_said_is_said(given, server, monkeypatch):
    assert "No operator is known for the made-up sample county" in sentence_of(
        "fetchtimetable", **{**given, "OPERATOR": ""}
    )
    assert "no short name at Trafiklab" in sentence_of("fetchtimetable", **{**given, "OPERATOR": "../sl"})
    assert "needs a key or an account" in sentence_of("fetchtimetable", **{**given, "AUTH": None})
    assert "Choose another" in sentence_of("fetchtimetable", **{**given, "AUTH": "saknas1"})
    assert "The file does not exist" in sentence_of("fetchtimetable", **{**given, "OPERATOR": ""}, REGION="06")
    assert server.asked[-1].path == "/gtfs/jlt/jlt.zip", "Jönköping is jlt, whatever Trafiklab's examples say"
    monkeypatch.setenv("NARVARD_SOURCES_OFF", "trafiklab")
    assert "switched off" in sentence_of("fetchtimetable", **given)


def test_sweden_as_one(given, server):
    given = {**given, "OPERATOR": ""}
    assert run("fetchtimetable", **given, FEED="sweden3")["OUTPUT"]
    assert run("fetchtimetable", **given, FEED="sverige2")["OUTPUT"]
    assert [one.path for one in server.asked] == ["/gtfs-sweden/sweden.zip", "/gtfs/sweden.zip"]
