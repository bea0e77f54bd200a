"""A whole region in one run: what stops it, what does not, and what a user reads in either case."""

import functools
import getpass

import pytest
from qgis import processing
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback

from narvard_plugin import settings
from narvard_plugin.algorithms import fetching
from narvard_plugin.sources.client import Client, Pace
from narvard_plugin.store.workspace import open_workspace
from tests.sources.servers.county import HEALTH, served

from .small_network import refused, rows, run

OPEN = "scb_areas;scb_grid;scb_statistics;socialstyrelsen;folkhalsomyndigheten;kolada;osm;boverket"


@pytest.fixture(autouse=True)
def at_full_speed(monkeypatch):
    monkeypatch.setattr(fetching, "Client", functools.partial(Client, pause=0.001))
    for name in ("kolada", "socialstyrelsen", "pxweb1"):
        monkeypatch.setattr(f"narvard_plugin.sources.{name}._PACE", Pace(1000, 1.0))


@pytest.fixture(scope="module")
def services(county):
    with served(county.folder) as running:
        running.servers["kolada"].calls = running.servers["scb_statistics"].calls = 1000
        yield running


@pytest.fixture
def asked(services, tmp_path, monkeypatch):
    monkeypatch.setenv("NARVARD_CACHE_FOLDER", str(tmp_path / "cache"))
    for server in services.servers.values():
        server.behave()
        server.asked.clear()
    urls = ";".join(f"{name}={url}" for name, url in services.urls.items())
    return {
        "WORKSPACE": str(tmp_path / "ny.gpkg"), "REGION": "99", "FOLDER": str(tmp_path / "filer"), "SOURCES": OPEN,
        "SOURCE_URLS": urls, "OUTPUT": "memory:", **HEALTH,
    }  # fmt: skip


def told(asked, **more):
    """{source: (status, what was said)} and the number that failed."""
    results = run("fetchregion", **{**asked, **more})
    return {row["source"]: (row["status"], row["said"]) for row in rows(results["OUTPUT"])}, results["FAILED_COUNT"]


def counted(workspace, table):
    with open_workspace(workspace) as store:
        return len(store.read(table))


def test_a_subset_with_one_that_is_off_one_that_fails_and_one_without_a_key(asked, services, monkeypatch):
    monkeypatch.setenv("NARVARD_SOURCES_OFF", "OSM, boverket")
    services.servers["kolada"].misbehave("failing", times=None)
    found, failed = told(asked, SOURCES=f"{OPEN};trafiklab")
    assert failed == 1
    assert found["kolada"][0] == "failed" and "Nothing was stored" in found["kolada"][1]
    assert found["osm"][0] == found["boverket"][0] == "switched_off" and "Switch it on" in found["osm"][1]
    assert found["trafiklab"][0] == "no_account" and "authentication store" in found["trafiklab"][1]
    assert found["ngp"] == ("not_asked", None)
    assert {found[name][0] for name in ("scb_areas", "scb_grid", "scb_statistics", "socialstyrelsen")} == {"fetched"}
    assert not services.servers["osm"].asked and not services.servers["boverket"].asked
    assert counted(asked["WORKSPACE"], "areas") and not counted(asked["WORKSPACE"], "facilities")


def test_what_needs_the_areas_says_so_when_they_fail(asked, services):
    services.servers["scb_areas"].misbehave("malformed", times=None)
    found, failed = told(asked, SOURCES="scb_areas;scb_grid;osm")
    assert failed == 3 and "Fetch areas" in found["scb_grid"][1] and "Fetch areas" in found["osm"][1]
    assert not counted(asked["WORKSPACE"], "people")


def test_what_cannot_be_stops_it_before_anything_is_asked(asked, services, tmp_path):
    (tmp_path / "fil").write_text("en fil")
    refused(
        "Nothing can be written in the folder.*nothing was fetched",
        "fetchregion",
        **{**asked, "FOLDER": str(tmp_path / "fil" / "mapp")},
    )
    assert not (tmp_path / "ny.gpkg").exists()
    refused("SOURCES holds scb, which is no source", "fetchregion", **{**asked, "SOURCES": "scb"})
    refused(
        "SOURCE_URLS holds scb=http://127.0.0.1:1", "fetchregion", **{**asked, "SOURCE_URLS": "scb=http://127.0.0.1:1"}
    )
    run("createworkspace", WORKSPACE=asked["WORKSPACE"], REGION="08")
    refused("is the workspace of Region Kalmar län", "fetchregion", **asked)
    assert not any(server.asked for server in services.servers.values())


class Hearing(QgsProcessingFeedback):
    """Remembers what was said and how far it was."""

    def __init__(self):
        super().__init__()
        self.said, self.steps = [], []
        self.progressChanged.connect(self.steps.append)

    def pushInfo(self, text):
        self.said.append(text)


@pytest.mark.parametrize("source", ["scb_statistics", "kolada"])
def test_a_user_who_stops_is_told_what_is_kept(asked, services, monkeypatch, source):
    """Each source is whole or not at all, so those that were finished stay: nobody is told that nothing was written.

    The click comes from another thread than the tool's, in the middle of a source.
    """
    feedback, server = Hearing(), services.servers[source]
    whole = type(server).reply
    monkeypatch.setattr(server, "reply", lambda asked: (feedback.cancel(), whole(server, asked))[1])
    assert processing.run("narvard:fetchregion", asked, context=QgsProcessingContext(), feedback=feedback) == {}
    told = [text for text in feedback.said if text.startswith("Cancelled. ")]
    assert len(told) == 1 and "is kept: " in told[0] and "DeSO" in told[0]
    assert counted(asked["WORKSPACE"], "areas") and not counted(asked["WORKSPACE"], "facilities")
    assert bool(counted(asked["WORKSPACE"], "statistics")) == (source == "kolada")
    assert len(server.asked) == 1, "it stops at once"
    assert not services.servers["osm"].asked


def test_progress_goes_forward_to_the_end(asked):
    feedback = Hearing()
    processing.run("narvard:fetchregion", asked, context=QgsProcessingContext(), feedback=feedback)
    assert feedback.steps == sorted(feedback.steps), feedback.steps
    assert feedback.steps[-1] > 90


def test_into_a_workspace_in_postgresql(asked, postgres_connection):
    workspace = f"{postgres_connection}/hela regionen"
    found, failed = told(asked, WORKSPACE=workspace)
    assert failed == 0 and {found[name][0] for name in OPEN.split(";")} == {"fetched"}
    counts = {
        table: counted(workspace, table) for table in ("areas", "people", "statistics", "health_figures", "facilities")
    }
    assert min(counts.values()) > 0
    _, failed = told(asked, WORKSPACE=workspace)
    assert failed == 0 and counts == {table: counted(workspace, table) for table in counts}


def test_settings_as_people_write_them(monkeypatch):
    monkeypatch.setenv("NARVARD_SOURCES_OFF", " Kolada,osm ; ngp")
    assert [settings.load().is_off(name) for name in ("kolada", "osm", "ngp", "boverket")] == [True, True, True, False]
    assert settings.load().switched("osm", True).sources_off == "kolada;ngp"

    def nobody():
        raise KeyError("uid")

    monkeypatch.setattr(getpass, "getuser", nobody)
    monkeypatch.setattr(QgsApplication, "userFullName", lambda: "")
    assert settings.Settings().person == "?"
