"""Health through QGIS's network into a workspace: of the area that it is published for, and whole or not at all."""

import contextlib
import functools

import pytest
from qgis import processing
from qgis.core import QgsProcessingContext, QgsProcessingException

from narvard_plugin.algorithms import fetching
from narvard_plugin.sources.client import Client, Pace
from narvard_plugin.store.workspace import create_workspace, open_workspace
from tests.sources.servers import kolada, pxweb1, socialstyrelsen
from tests.sources.servers.base import FAULTS

from .small_network import CancelAfter, Listening, refused, run

COUNTS = ["ADDED_COUNT", "CHANGED_COUNT", "REMOVED_COUNT", "UNCHANGED_COUNT"]
MAKERS = {"kolada": kolada, "socialstyrelsen": socialstyrelsen, "folkhalsomyndigheten": pxweb1}
#: What each source is asked, and how many figures that is: the nation, the region and its twelve municipalities.
ASKED = {
    "kolada": ({"INDICATORS": "N99001;U99002", "YEARS": "2022-2024"}, 14 * 2 * 3),
    "socialstyrelsen": ({"INDICATORS": "dodsorsaker;matt=1", "YEARS": "2022-2024"}, 2 * 2 * 3),
    "folkhalsomyndigheten": ({"INDICATORS": pxweb1.TABLE, "SEX": "all"}, 14 * 2 * 3 * 3),
}
INJURIES = "skadorochskadehandelserisverigeskommunerochlan;matt=1"


@pytest.fixture(autouse=True)
def at_full_speed(monkeypatch):
    monkeypatch.setattr(fetching, "Client", functools.partial(Client, pause=0.01))
    for name in ("kolada", "socialstyrelsen", "pxweb1"):
        monkeypatch.setattr(f"narvard_plugin.sources.{name}._PACE", Pace(1000, 1.0))


@pytest.fixture(scope="module")
def made(county):
    with contextlib.ExitStack() as running:
        servers = {name: running.enter_context(maker.for_county(county.folder)) for name, maker in MAKERS.items()}
        servers["kolada"].calls = 1000
        yield servers


@pytest.fixture(params=MAKERS)
def source(request):
    return request.param


@pytest.fixture
def servers(made):
    yield made
    for server in made.values():
        server.behave()
        server.asked.clear()
    made["kolada"].per_page, made["socialstyrelsen"].most_per_page, made["folkhalsomyndigheten"].cells = (
        5000,
        5000,
        150_000,
    )


@pytest.fixture
def workspace(tmp_path):
    path = str(tmp_path / "arbetsyta.gpkg")
    create_workspace(path, "99").close()
    return path


def kept(workspace, table="health_figures"):
    with open_workspace(workspace) as store:
        return store.read(table)


def fetch(workspace, servers, source, **more):
    given = {"WORKSPACE": workspace, "BASE_URL": servers[source].base, "SOURCE": source, **ASKED[source][0], **more}
    results = run("fetchhealth", **given)
    return [results[name] for name in COUNTS]


def test_from_nothing_and_again(workspace, servers, source):
    count = ASKED[source][1]
    assert fetch(workspace, servers, source) == [count, 0, 0, 0]
    rows = kept(workspace)
    assert set(rows["source"]) == {source} and rows["indicator_name"].str.contains("påhittat").all()
    levels = rows.groupby("area_level")["area_code"].unique().map(list).to_dict()
    assert levels["country"] == ["00"] and levels["region"] == ["99"]
    municipalities = [] if source == "socialstyrelsen" else [f"99{n:02}" for n in range(1, 13)]
    assert sorted(levels.get("municipality", [])) == municipalities
    assert (rows["value"].isna() == (rows["status"] != "ok")).all()
    assert not rows["area_code"].str.len().gt(4).any(), "no figure is painted on a smaller area"
    last = kept(workspace, "sources").iloc[-1]
    assert last[["source_id", "region", "row_count", "fed"]].tolist() == [source, "99", count, "health_figures"]
    assert last["smallest_area"] == ("municipality" if municipalities else "region")
    assert last["data_date"] == "2024-12-31"
    assert fetch(workspace, servers, source) == [0, 0, 0, count]
    assert kept(workspace).equals(rows)


def test_a_subject_by_municipality(workspace, servers):
    """The same source has subjects of different levels: it is the rows that say which."""
    listening, context = Listening(), QgsProcessingContext()
    given = {"WORKSPACE": workspace, "BASE_URL": servers["socialstyrelsen"].base, "SOURCE": "socialstyrelsen"}
    processing.run("narvard:fetchhealth", {**given, "INDICATORS": INJURIES}, context=context, feedback=listening)
    rows = kept(workspace)
    assert set(rows["period"]) == {"2022-2024"} and rows["area_level"].value_counts().to_dict() == {
        "municipality": 12, "region": 1, "country": 1,
    }  # fmt: skip
    assert "The smallest area that they exist for is the municipality" in listening.said
    assert kept(workspace, "sources")["smallest_area"].tolist() == ["municipality"]


def test_a_refresh_says_what_changed_and_leaves_other_sources_alone(workspace, servers):
    for source in MAKERS:
        fetch(workspace, servers, source)
    before = kept(workspace)
    server = servers["kolada"]
    whole = dict(server.data)
    try:
        server.data["N99001", "9901", 2024] = [("T", 1.0, False)]
        server.data["N99001", "9902", 2024] = [("T", 2.0, True)]
        server.data["N99001", "9903", 2023] = []
        assert fetch(workspace, servers, "kolada") == [0, 1, 2, ASKED["kolada"][1] - 3]
    finally:
        server.data = whole
    after = kept(workspace)
    assert (
        after[after["source"] != "kolada"]
        .reset_index(drop=True)
        .equals(before[before["source"] != "kolada"].reset_index(drop=True))
    )


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault not in ("slow", "huge", "too_many")])
def test_a_fault_in_the_middle_leaves_the_workspace_as_it_was(workspace, servers, source, fault):
    fetch(workspace, servers, source)
    before = [kept(workspace, table) for table in ("health_figures", "sources")]
    server = servers[source]
    servers["kolada"].per_page, servers["socialstyrelsen"].most_per_page, servers["folkhalsomyndigheten"].cells = (
        20,
        1,
        50,
    )
    server.misbehave(fault, times=None, after=8 if source == "socialstyrelsen" else 4)
    with pytest.raises(QgsProcessingException, match="Nothing was stored; what you had is left as it was"):
        fetch(workspace, servers, source)
    for table, frame in zip(("health_figures", "sources"), before):
        assert kept(workspace, table).equals(frame)


def test_cancel_while_the_service_is_silent(workspace, servers, source):
    servers[source].misbehave("slow", times=None)
    given = {"WORKSPACE": workspace, "BASE_URL": servers[source].base, "SOURCE": source, **ASKED[source][0]}
    assert processing.run("narvard:fetchhealth", given, feedback=CancelAfter(5)) == {}
    assert kept(workspace).empty and kept(workspace, "sources").empty


def test_choices_that_cannot_be_are_told(workspace, servers, monkeypatch):
    def no(words, source, indicators, **more):
        given = {"WORKSPACE": workspace, "BASE_URL": servers[source].base, "SOURCE": source, "INDICATORS": indicators}
        refused(words, "fetchhealth", **given, **more)

    no("no key figure N1", "kolada", "N1")
    no("Choose a measure", "socialstyrelsen", "dodsorsaker")
    no("is a folder. It holds: exempel.px", "folkhalsomyndigheten", "A_Folkhalsodata/B_Exempel")
    no("no areas of region 08", "kolada", "N99001", REGION="08")
    no("says no years", "kolada", "N99001", YEARS="alla")
    monkeypatch.setenv("NARVARD_SOURCES_OFF", "kolada")
    servers["kolada"].asked.clear()
    no("switched off", "kolada", "N99001")
    assert not servers["kolada"].asked and kept(workspace).empty
