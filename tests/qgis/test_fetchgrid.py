"""People by square kilometre through QGIS's network into a workspace: nobody twice, and all of them or none."""

import shutil

import numpy as np
import pandas as pd
import pytest
from qgis import processing
from qgis.core import QgsProcessingException, QgsVectorLayer

from narvard_plugin.sources.client import Client
from narvard_plugin.store.workspace import create_workspace, open_workspace
from tests.sources.servers.base import FAULTS
from tests.sources.servers.scb_wfs import for_county

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
    whole = {name: list(features) for name, features in made.layers.items()}
    yield made
    made.layers, made.odd = whole, set()
    made.behave()
    made.asked.clear()


@pytest.fixture(scope="module")
def with_areas(made, county, tmp_path_factory):
    path = str(tmp_path_factory.mktemp("areas") / "w.gpkg")
    create_workspace(path, "99").close()
    run("fetchareas", WORKSPACE=path, BASE_URL=made.wfs, VERSION="deso2018;deso2025;regso2025", NEIGHBOURS=True)
    return path


@pytest.fixture
def workspace(with_areas, tmp_path):
    return str(shutil.copy(with_areas, tmp_path / "arbetsyta.gpkg"))


def kept(workspace, table="people"):
    with open_workspace(workspace) as store:
        return store.read(table)


def fetch(workspace, server, **more):
    results = run("fetchgrid", WORKSPACE=workspace, BASE_URL=server.wfs, **more)
    return [results[name] for name in COUNTS]


def test_both_regions_and_again(workspace, server, county):
    assert fetch(workspace, server, NEIGHBOURS=True) == [5408 + 3054, 0, 0, 0]
    people = kept(workspace).set_index("origin_id")
    layer = QgsVectorLayer(county.layer("people_1km"), "people", "ogr")
    known = {feature["origin_id"]: feature for feature in layer.getFeatures()}
    assert set(known) == set(people.index)
    assert [known[id_]["population"] for id_ in people.index] == people["population"].tolist()
    assert sum(known[id_]["region"] != region for id_, region in people["region"].items()) < 30  # astride the border
    own = (people["region"] == "99").sum()
    assert people["age_60_64"].isna().all()
    assert people["age_85_plus"].tolist() == [known[id_]["age_85_plus"] for id_ in people.index]
    codes = set(kept(workspace, "areas").query("vintage == '2025'")["area_code"])
    assert set(people["area_code"]) <= codes
    assert kept(workspace, "sources").iloc[-1][["source_id", "data_date", "part"]].tolist() == [
        "scb_grid", "2025-12-31", "befolkning_1km_2025",
    ]  # fmt: skip
    assert fetch(workspace, server) == [0, 0, 0, own]
    assert kept(workspace).set_index("origin_id").equals(people)


def test_a_refresh_says_what_changed_in_this_region_only(workspace, server):
    fetch(workspace, server, NEIGHBOURS=True)
    before = kept(workspace).groupby("region").size()
    squares = server.layers["befolkning_1km_2025"]
    ours = set(kept(workspace).query("region == '99'")["origin_id"])
    at = [n for n, feature in enumerate(squares) if feature["properties"]["rutid_scb"] in ours]
    more = {**squares[at[0]]["properties"], "beftotalt": squares[at[0]]["properties"]["beftotalt"] + 1}
    squares[at[0]] = {**squares[at[0]], "properties": more}
    del squares[at[1]]
    assert fetch(workspace, server) == [0, 1, 1, before["99"] - 2]
    assert kept(workspace).groupby("region").size().to_dict() == {"98": before["98"], "99": before["99"] - 1}


def test_nobody_is_counted_twice(county, server, tmp_path):
    workspace = str(shutil.copy(county.workspace, tmp_path / "w.gpkg"))
    before = kept(workspace)
    refused("would be counted twice", "fetchgrid", WORKSPACE=workspace, BASE_URL=server.wfs)
    assert kept(workspace).equals(before) and not server.asked
    listening = Listening()
    given = {"WORKSPACE": workspace, "BASE_URL": server.wfs, "REPLACE": True}
    results = processing.run("narvard:fetchgrid", given, feedback=listening)
    people = kept(workspace)
    own = (people["region"] == "99").sum()
    assert sum(results[name] for name in ("ADDED_COUNT", "CHANGED_COUNT", "UNCHANGED_COUNT")) == own
    assert abs(own - 5408) < 30
    theirs = people[people["region"] == "98"].reset_index(drop=True)
    pd.testing.assert_frame_equal(theirs, before[before["region"] == "98"].reset_index(drop=True), check_dtype=False)
    assert "share their id with a smaller square" in listening.said
    again = processing.run("narvard:fetchgrid", given)
    assert [again[name] for name in COUNTS] == [0, 0, 0, own]
    assert (
        f"hold {people[people['region'] == '99']['population'].sum()} people (2025-12-31), DeSO 2025 in the workspace 251994 (2024)"
        in listening.said
    )
    assert "ages add up to more than the population" in listening.said


def test_people_without_a_region_are_found_by_their_place(workspace, server):
    square = server.layers["befolkning_1km_2025"][4000]["properties"]["rutid_scb"]
    east, north = int(square[:6]) + 250.0, int(square[6:]) + 250.0
    place = np.array([east, east + 3e5]), np.array([north, north])
    with open_workspace(workspace) as store:
        store.write("people", pd.DataFrame({"origin_id": ["adress 1", "adress 2"], "population": 4}), xy=place)
    refused("already has 1 points .* .adress 1.", "fetchgrid", WORKSPACE=workspace, BASE_URL=server.wfs)
    fetch(workspace, server, REPLACE=True)
    assert kept(workspace)["origin_id"].str.startswith("adress").sum() == 1


@pytest.mark.parametrize(
    "fault",
    [*(fault for fault in FAULTS if fault not in ("slow", "huge", "too_many")), "swapped", "repeats", "exception"],
)
def test_a_fault_leaves_the_workspace_as_it_was(workspace, server, fault):
    if fault in FAULTS:
        server.misbehave(fault, times=None, after=1)
    else:
        server.odd = {fault}
    with pytest.raises(QgsProcessingException, match="Nothing was stored; what you had is left as it was"):
        fetch(workspace, server)
    assert kept(workspace).empty
    assert set(kept(workspace, "sources")["source_id"]) == {"scb_areas"}


def test_without_areas_the_way_to_them_is_told(tmp_path, workspace, server):
    empty = str(tmp_path / "tom.gpkg")
    create_workspace(empty, "99").close()
    refused("Run Fetch areas first", "fetchgrid", WORKSPACE=empty, BASE_URL=server.wfs)
    refused("no RegSO 2020", "fetchgrid", WORKSPACE=workspace, BASE_URL=server.wfs, DIVISION="regso2020")
    refused("befolkning_1km_2030 unknown", "fetchgrid", WORKSPACE=workspace, BASE_URL=server.wfs, YEAR=2030)


def test_cancel_while_the_service_is_silent(workspace, server):
    server.misbehave("slow", times=None)
    given = {"WORKSPACE": workspace, "BASE_URL": server.wfs}
    assert processing.run("narvard:fetchgrid", given, feedback=CancelAfter(5)) == {}
    assert kept(workspace).empty
