"""OpenStreetMap's facilities through QGIS's network into a workspace, beside a register that they never touch."""

import shutil

import pandas as pd
import pytest
from qgis import processing
from qgis.core import QgsProcessingException

from narvard_plugin.sources.client import Client
from narvard_plugin.store.workspace import create_workspace, open_workspace
from tests.sources.servers.base import FAULTS
from tests.sources.servers.overpass import for_county

from .small_network import CancelAfter, Listening, refused, run

COUNTS = ["ADDED_COUNT", "CHANGED_COUNT", "REMOVED_COUNT", "UNCHANGED_COUNT"]


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    """Between two tries a source is given a second and more; the local one needs none."""
    monkeypatch.setitem(Client.__init__.__kwdefaults__, "pause", 0.01)


@pytest.fixture(scope="module")
def made(county):
    with for_county(county.folder) as running:
        yield running


@pytest.fixture
def server(made):
    whole, base = {iso: list(found) for iso, found in made.elements.items()}, made.base
    yield made
    made.elements, made.base, made.odd = whole, base, ""
    made.behave()
    made.asked.clear()


@pytest.fixture
def workspace(county, tmp_path):
    """The sample county's, with its register."""
    return str(shutil.copy(county.workspace, tmp_path / "arbetsyta.gpkg"))


@pytest.fixture
def bare(workspace):
    """The same without its facilities: only areas."""
    with open_workspace(workspace) as store, store.transaction():
        for table in ("services", "capacity", "facilities"):
            rows = store.read(table)
            store.write(table, rows.drop(columns="geom", errors="ignore").iloc[:0], mode="replace")
    return workspace


def kept(workspace, table="facilities"):
    with open_workspace(workspace) as store:
        return store.read(table)


def fetch(workspace, server, **more):
    results = run("fetchfacilities", WORKSPACE=workspace, BASE_URL=server.interpreter, **more)
    return [results[name] for name in COUNTS]


def test_what_the_register_lacks(workspace, server):
    before, listening = kept(workspace), Listening()
    given = {"WORKSPACE": workspace, "BASE_URL": server.interpreter}
    results = processing.run("narvard:fetchfacilities", given, feedback=listening)
    found = kept(workspace)
    new = found[found["source"] == "OpenStreetMap"]
    assert results["ADDED_COUNT"] == len(new) and set(new["name"]) >= {"Apotek Nyöppnat", "Folktandvård (utan namn)"}
    assert len(new) < 10
    assert set(new["municipality"].str[:2]) == {"99"}
    pd.testing.assert_frame_equal(
        found[found["source"] != "OpenStreetMap"].reset_index(drop=True), before, check_dtype=False
    )
    for words in ("© OpenStreetMap contributors, ODbL 1.0", "incomplete, most of all for health centres", "probably in your register already",
                  "were drawn twice", "came without a place", "healthcare=psychotherapist"):  # fmt: skip
        assert words in listening.said
    source = kept(workspace, "sources").iloc[-1]
    assert source[["source_id", "licence", "data_date", "version"]].tolist() == [
        "osm",
        "ODbL 1.0",
        "2026-11-20",
        server.base,
    ]
    assert fetch(workspace, server) == [0, 0, 0, len(new)]


def test_a_refresh_says_what_changed(bare, server):
    added = fetch(bare, server)[0]
    assert added > 150
    server.base = "2026-12-24T04:00:00Z"
    assert fetch(bare, server) == [0, 0, 0, added]
    ours = server.elements["SE-99"]
    at = [
        n
        for n, element in enumerate(ours)
        if element["type"] == "node" and element["tags"].get("amenity") == "pharmacy"
    ]
    ours[at[0]] = {**ours[at[0]], "tags": {**ours[at[0]]["tags"], "name": "Apoteket Nytt Namn"}}
    ours.append(
        {**ours[at[2]], "id": 99_999, "lat": ours[at[2]]["lat"] + 0.02, "tags": {"amenity": "pharmacy", "name": "Nytt"}}
    )
    del ours[at[1]]
    assert fetch(bare, server) == [1, 1, 1, added - 2]
    dates = kept(bare).set_index("name")["source_date"]
    assert dates["Apoteket Nytt Namn"] == "2026-12-24" and (dates == "2026-11-20").sum() == added - 2


@pytest.mark.parametrize(
    "fault",
    [
        *(fault for fault in FAULTS if fault not in ("slow", "huge", "too_many")),
        "timed_out",
        "half",
        "syntax",
        "busy",
        "remark_in_xml",
    ],
)
def test_a_fault_leaves_the_workspace_as_it_was(workspace, server, fault):
    before = [kept(workspace, table) for table in ("facilities", "sources")]
    if fault in FAULTS:
        server.misbehave(fault, times=None)
    else:
        server.odd = fault
    with pytest.raises(QgsProcessingException, match="Nothing was stored; what you had is left as it was"):
        fetch(workspace, server)
    for table, frame in zip(("facilities", "sources"), before):
        assert kept(workspace, table).equals(frame)


def test_where_to_look(tmp_path, server):
    empty = str(tmp_path / "tom.gpkg")
    create_workspace(empty, "08").close()
    given = {"WORKSPACE": empty, "BASE_URL": server.interpreter}
    refused("Run Fetch areas first", "fetchfacilities", SEARCH="areas", **given)
    refused("no facility in region 08", "fetchfacilities", **given)
    assert '"ISO3166-2"="SE-H"' in server.queries[-1]
    server.elements["SE-H"] = server.elements["SE-99"]
    assert fetch(empty, server)[0] > 150
    assert set(kept(empty)["region"]) == {"08"} and kept(empty)["municipality"].isna().all()
    refused("Run Fetch areas first", "fetchfacilities", REGION="99", **given)


def test_cancel_while_the_service_thinks(workspace, server):
    before = kept(workspace)
    server.misbehave("slow", times=None)
    given = {"WORKSPACE": workspace, "BASE_URL": server.interpreter}
    assert processing.run("narvard:fetchfacilities", given, feedback=CancelAfter(5)) == {}
    assert kept(workspace).equals(before)
