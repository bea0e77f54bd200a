"""DeSO and RegSO through QGIS's network into a workspace: the whole of it, and nothing of it when anything is wrong."""

import shutil

import pandas as pd
import pytest
from osgeo import ogr
from qgis import processing
from qgis.core import QgsProcessingContext, QgsProcessingException

from narvard_plugin import settings
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


@pytest.fixture
def workspace(tmp_path):
    path = str(tmp_path / "arbetsyta.gpkg")
    create_workspace(path, "99").close()
    return path


def kept(workspace, table="areas"):
    with open_workspace(workspace) as store:
        return store.read(table)


def fetch(workspace, server, **more):
    results = run("fetchareas", WORKSPACE=workspace, BASE_URL=server.wfs, **more)
    return [results[name] for name in COUNTS]


def test_everything_from_nothing_and_again(workspace, server, county):
    assert fetch(workspace, server, VERSION="deso2018;deso2025;regso2020;regso2025", NEIGHBOURS=True)[0] > 375
    areas = kept(workspace)
    sizes = areas.groupby([areas["area_code"].str[4] == "R", "vintage", "region"]).size()
    assert (sizes[False, "2025", "99"], sizes[False, "2025", "98"], sizes[False, "2018"].sum()) == (153, 36, 186)
    assert areas["population"].isna().all()
    assert areas.loc[areas["area_code"].str[4] == "R", "name"].notna().all()
    assert set(areas["municipality"]) == set(areas["area_code"].str[:4])
    ground = areas["geom"].map(lambda wkb: ogr.CreateGeometryFromWkb(wkb).GetArea())
    by = ground.groupby([areas["vintage"], areas["area_code"].str[4] == "R"]).sum()
    assert by["2025", True] == pytest.approx(by["2025", False])
    first = kept(workspace, "sources").iloc[0]
    assert first[["source_id", "licence", "data_date", "part", "region", "smallest_area"]].tolist() == [
        "scb_areas", "CC0", "2025-01-01", "deso2018;deso2025;regso2020;regso2025", "99", "deso",
    ]  # fmt: skip
    again = fetch(workspace, server, VERSION="deso2018;deso2025;regso2020;regso2025", NEIGHBOURS=True)
    assert again == [0, 0, 0, len(areas)]
    assert kept(workspace).equals(areas)


def test_the_areas_of_the_county_are_the_same_as_scbs(county, server, tmp_path):
    """The workspace's own borders come back as they are, and their names and populations stay."""
    workspace = str(shutil.copy(county.workspace, tmp_path / "w.gpkg"))
    before = kept(workspace)
    context, listening = QgsProcessingContext(), Listening()
    given = {"WORKSPACE": workspace, "BASE_URL": server.wfs, "VERSION": "deso2025", "NEIGHBOURS": True}
    results = processing.run("narvard:fetchareas", given, context=context, feedback=listening)
    assert [results[name] for name in COUNTS] == [0, 0, 0, 189]
    assert "189 keep what is stored, 0 have none yet" in listening.said
    pd.testing.assert_frame_equal(kept(workspace), before)


def test_a_refresh_says_what_changed_and_leaves_other_divisions_alone(workspace, server):
    fetch(workspace, server, VERSION="deso2018;deso2025;regso2025")
    before = kept(workspace).set_index(["area_code", "vintage"])
    deso = [feature for feature in server.layers["DeSO_2025"] if feature["properties"]["lanskod"] == "99"]
    new = {**deso[0], "properties": {**deso[0]["properties"], "desokod": "9901C9990"}}
    at = next(n for n, feature in enumerate(deso) if n and feature["geometry"]["type"] == "Polygon")
    (first, second, *rest), *holes = deso[at]["geometry"]["coordinates"]
    moved = {"type": "Polygon", "coordinates": [[first, [second[0] + 1.0, second[1]], *rest], *holes]}
    deso[at] = {**deso[at], "geometry": moved}
    server.layers["DeSO_2025"] = [new, *deso[1:]]
    assert fetch(workspace, server, VERSION="deso2025") == [1, 1, 1, 151]
    after = kept(workspace).set_index(["area_code", "vintage"])
    assert set(before.index) - set(after.index) == {(deso[0]["properties"]["desokod"], "2025")}
    others = [key for key in before.index if key[1] == "2018" or key[0][4] == "R"]
    pd.testing.assert_frame_equal(after.loc[others], before.loc[others])


@pytest.mark.parametrize(
    "fault",
    [
        *(fault for fault in FAULTS if fault not in ("slow", "huge", "too_many")),
        "swapped",
        "exception",
        "counts_too_many",
    ],
)
def test_a_fault_leaves_the_workspace_as_it_was(workspace, server, fault):
    fetch(workspace, server, VERSION="deso2018")
    before = [kept(workspace, table) for table in ("areas", "sources")]
    if fault in FAULTS:
        server.misbehave(fault, times=None, after=1)  # DeSO comes whole, RegSO does not
    else:
        server.odd = {fault}
    with pytest.raises(QgsProcessingException, match="Nothing was stored; what you had is left as it was"):
        fetch(workspace, server, VERSION="deso2025;regso2025")
    for table, frame in zip(("areas", "sources"), before):
        assert kept(workspace, table).equals(frame)


def test_cancel_while_the_service_is_silent(workspace, server):
    server.misbehave("slow", times=None)
    given = {"WORKSPACE": workspace, "BASE_URL": server.wfs}
    assert processing.run("narvard:fetchareas", given, feedback=CancelAfter(5)) == {}
    assert kept(workspace).empty and kept(workspace, "sources").empty


def test_choices_that_cannot_be_are_told(workspace, server):
    refused("one or several of deso2018", "fetchareas", WORKSPACE=workspace, BASE_URL=server.wfs, VERSION="deso2024")
    refused(
        "no DeSO 2025 in region 08",
        "fetchareas",
        WORKSPACE=workspace,
        BASE_URL=server.wfs,
        REGION="08",
        VERSION="deso2025",
    )
    assert kept(workspace).empty


def test_a_source_that_is_switched_off_is_not_asked(workspace, server, monkeypatch):
    monkeypatch.setenv("NARVARD_SOURCES_OFF", "scb_areas")
    assert settings.load().is_off("scb_areas")
    refused("switched off", "fetchareas", WORKSPACE=workspace, BASE_URL=server.wfs)
    assert not server.asked
