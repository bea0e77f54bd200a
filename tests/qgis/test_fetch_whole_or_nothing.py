"""A fault on any one request of a fetch, and a cancel at any moment: the workspace has all of the answer or nothing of it."""

import contextlib
import functools
import shutil
from typing import NamedTuple

import pandas as pd
import pytest
from qgis import processing
from qgis.core import QgsProcessingException

from narvard_plugin.algorithms import fetching
from narvard_plugin.algorithms.data import fetchareas, fetchgrid
from narvard_plugin.sources.client import Client, Pace
from narvard_plugin.sources.scb_areas import ScbAreas
from narvard_plugin.sources.scb_grid import ScbGrid
from narvard_plugin.store.workspace import create_workspace, open_workspace
from tests.shared import campaign
from tests.sources.servers import kolada, overpass, pxweb1, pxweb2, scb_wfs, socialstyrelsen
from tests.sources.servers.base import Server

from .small_network import CancelAfter, run

_KEPT = ("areas", "people", "statistics", "health_figures", "facilities", "sources")


class Case(NamedTuple):
    """A tool, its server and the server's address, its parameters, and the fewest requests that it takes."""

    tool: str
    maker: object
    address: str
    parameters: dict
    requests: int
    #: What the server is set to, so that the fetch takes several requests.
    strict: dict = {}


CASES = {
    "areas": Case("fetchareas", scb_wfs, "wfs", {"NEIGHBOURS": True}, 6),
    "grid": Case("fetchgrid", scb_wfs, "wfs", {}, 3),
    "statistics": Case("fetchstatistics", pxweb2, "base", {"YEARS": "2024"}, 6, {"cells": 300, "calls": 1000}),
    "facilities": Case("fetchfacilities", overpass, "interpreter", {}, 1),
    "kolada": Case("fetchhealth", kolada, "base", {"SOURCE": "kolada", "INDICATORS": "N99001;U99002", "YEARS": "2022-2024"}, 6, {"per_page": 20, "calls": 1000}),
    "socialstyrelsen": Case("fetchhealth", socialstyrelsen, "base", {"SOURCE": "socialstyrelsen", "INDICATORS": "dodsorsaker;matt=1", "YEARS": "2024"}, 8, {"most_per_page": 1}),
    "folkhalsomyndigheten": Case("fetchhealth", pxweb1, "base", {"SOURCE": "folkhalsomyndigheten", "INDICATORS": pxweb1.TABLE}, 3, {"cells": 30}),
}  # fmt: skip


@pytest.fixture(autouse=True)
def in_small_steps_at_full_speed(monkeypatch):
    monkeypatch.setattr(fetching, "Client", functools.partial(Client, pause=0.001))
    for name in ("kolada", "socialstyrelsen", "pxweb1"):
        monkeypatch.setattr(f"narvard_plugin.sources.{name}._PACE", Pace(1000, 1.0))
    monkeypatch.setattr(fetchareas, "ScbAreas", functools.partial(ScbAreas, page=60))
    monkeypatch.setattr(fetchgrid, "ScbGrid", functools.partial(ScbGrid, page=1500))


@pytest.fixture(scope="module")
def servers(county):
    with contextlib.ExitStack() as running:
        made = {}
        for name, case in CASES.items():
            made[name] = server = running.enter_context(case.maker.for_county(county.folder))
            for setting, value in case.strict.items():
                setattr(server, setting, value)
        yield made


@pytest.fixture(scope="module")
def begun(county, servers, tmp_path_factory):
    """A workspace with the region's areas, which the squares need."""
    path = str(tmp_path_factory.mktemp("början") / "arbetsyta.gpkg")
    create_workspace(path, "99").close()
    run("fetchareas", WORKSPACE=path, BASE_URL=servers["areas"].wfs, VERSION="deso2025")
    return path


@pytest.fixture(params=CASES)
def chosen(request):
    return request.param


@pytest.fixture
def given(chosen, servers, begun, tmp_path):
    case, server = CASES[chosen], servers[chosen]
    server.behave()
    server.asked.clear()
    workspace = str(shutil.copy(begun, tmp_path / "arbetsyta.gpkg"))
    return {"WORKSPACE": workspace, "BASE_URL": getattr(server, case.address), **case.parameters}


def kept(workspace) -> dict[str, pd.DataFrame]:
    with open_workspace(workspace) as store:
        return {table: store.read(table) for table in _KEPT}


def same(before, after) -> bool:
    return all(before[table].equals(after[table]) for table in _KEPT)


def count_requests(server: Server, tool: str, given: dict, tmp_path) -> int:
    """How many requests a good fetch takes, into a workspace of its own."""
    other = {**given, "WORKSPACE": str(shutil.copy(given["WORKSPACE"], tmp_path / "annan.gpkg"))}
    run(tool, **other)
    assert not same(kept(given["WORKSPACE"]), kept(other["WORKSPACE"])), "a good fetch changes something"
    count = len(server.asked)
    server.asked.clear()
    return count


@pytest.mark.parametrize("fault", ["failing", "malformed"][: campaign(1, 2)])
def test_a_fault_on_whichever_request_stores_nothing(chosen, given, servers, tmp_path, fault):
    case, server = CASES[chosen], servers[chosen]
    count = count_requests(server, case.tool, given, tmp_path)
    assert count >= case.requests
    before = kept(given["WORKSPACE"])
    for k in range(count):
        server.misbehave(fault, times=None, after=k)
        with pytest.raises(QgsProcessingException, match="Nothing was stored; what you had is left as it was"):
            run(case.tool, **given)
        assert same(before, kept(given["WORKSPACE"])), k
    server.behave()
    run(case.tool, **given)
    assert not same(before, kept(given["WORKSPACE"]))


def test_a_cancel_at_whichever_moment_stores_all_or_nothing(chosen, given, servers, tmp_path):
    case = CASES[chosen]
    before, asks, stopped = kept(given["WORKSPACE"]), 0, 0
    while True:
        results = processing.run(f"narvard:{case.tool}", given, feedback=CancelAfter(asks))
        if results:
            break
        assert same(before, kept(given["WORKSPACE"])), asks
        asks, stopped = asks + 1 + asks // campaign(4, 16), stopped + 1
        assert asks < 100_000
    assert stopped >= 2
    assert not same(before, kept(given["WORKSPACE"]))
