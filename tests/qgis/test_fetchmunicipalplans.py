"""A municipality's own map into a workspace: the sample county's plans, again, changed, faulty, and seen by the watch."""

import contextlib
import json
import shutil

import pytest
from qgis import processing
from qgis.core import QgsProcessingContext, QgsProcessingException

from narvard_plugin.store.workspace import open_workspace
from tests.sources.servers.base import FAULTS
from tests.sources.servers.municipal import for_county

from .fetching_steps import NOTHING, CancelWhen, counts, heard, hurry, left_alone, new_workspace, rows_of, sentence_of
from .small_network import refused, rows, run


@pytest.fixture
def server(county):
    with for_county(county.folder) as running:
        yield running


@pytest.fixture
def workspace(tmp_path, monkeypatch, provider):
    hurry(monkeypatch, tmp_path / "cache")
    return new_workspace(tmp_path)


@pytest.mark.parametrize("form", ["arcgis", "wfs", "geojson"])
def test_the_countys_map_from_nothing_again_and_changed(workspace, server, form):
    given = {
        "WORKSPACE": workspace,
        "URL": getattr(server, form),
        "MUNICIPALITY": "Lindhamn",
        "SOURCE": "Lindhamns karta",
    }
    results, said = heard("fetchmunicipalplans", **given)
    total = len(server.features)
    assert counts(results) == [total + 1, 0, 0, 0] and results["DATA_DATE"]
    kept = rows_of(workspace, "plan_items", "plan_checks", "sources")
    names = {one["properties"]["PLANNAMN"]: one["properties"]["SKEDE"] for one in server.features}
    assert set(kept["plan_items"]["name"]) == set(names) and set(kept["plan_items"]["municipality"]) == {"9901"}
    assert kept["plan_checks"][["source", "found"]].values.tolist() == [["Lindhamns karta", total]]
    assert kept["sources"]["name"].tolist() == ["Lindhamns karta"]
    assert "name = PLANNAMN" in said
    assert counts(run("fetchmunicipalplans", **given)) == [0, 0, 0, total + 1]
    gone = server.features.pop()["properties"]["PLANNAMN"]
    server.features[0]["properties"]["SKEDE"] = "Antagen"
    results, said = heard("fetchmunicipalplans", **given)
    assert counts(results)[:3] == [0, 2, 1], "a plan, and how many there are"
    assert gone in said and "no longer at the source" in said


def test_a_file_a_field_by_hand_and_a_wrong_one(workspace, county, tmp_path):
    path = tmp_path / "karta.geojson"
    shutil.copy(next(county.folder.rglob("kommunens_planer.geojson")), path)
    told = json.loads(path.read_text(encoding="utf-8"))
    for feature in told["features"]:
        feature["properties"]["VAD"] = feature["properties"].pop("PLANNAMN")
    path.write_text(json.dumps(told), encoding="utf-8")
    given = {"WORKSPACE": workspace, "URL": str(path), "MUNICIPALITY": "9901"}
    with left_alone(workspace):
        assert "no field is known" in sentence_of("fetchmunicipalplans", **given).lower()
        assert "no JSON" in sentence_of("fetchmunicipalplans", **given, MAPPING="{name}")
        assert "does not have" in sentence_of("fetchmunicipalplans", **given, MAPPING='{"planens_namn": "VAD"}')
        assert "no field VEM" in sentence_of("fetchmunicipalplans", **given, FIELD_NAME="VEM")
        refused("no municipality", "fetchmunicipalplans", **{**given, "MUNICIPALITY": "Paris"})
        refused("cannot be opened", "fetchmunicipalplans", **{**given, "URL": str(tmp_path / "borta.geojson")})
        refused("https://", "fetchmunicipalplans", **given, FORMAT="wfs")
    assert counts(run("fetchmunicipalplans", **given, MAPPING='{"name": "VAD"}'))[0] == len(told["features"]) + 1


@pytest.mark.parametrize("fault", [f for f in FAULTS if f not in ("slow", "too_many", "huge")])
def test_a_fault_half_way_leaves_the_workspace_as_it_was(workspace, server, fault):
    given = {"WORKSPACE": workspace, "URL": server.arcgis, "MUNICIPALITY": "9901"}
    server.misbehave(fault, times=None, after=3)
    with left_alone(workspace):
        assert NOTHING in sentence_of("fetchmunicipalplans", **given)


def test_cancel_while_the_service_is_slow(workspace, server):
    server.misbehave("slow", times=None, after=1)
    feedback = CancelWhen(lambda: len(server.asked) > 1)
    given = {"WORKSPACE": workspace, "URL": server.arcgis, "MUNICIPALITY": "9901"}
    with left_alone(workspace), contextlib.suppress(QgsProcessingException):
        processing.run("narvard:fetchmunicipalplans", given, context=QgsProcessingContext(), feedback=feedback)
    assert feedback.came


def test_the_watch_sees_what_the_map_tells(county, tmp_path, server):
    mine = str(tmp_path / "county.gpkg")
    shutil.copy(county.workspace, mine)
    with open_workspace(mine) as store:
        known = store.read("plan_cases", within={"municipality": ["9901"]})
    one = known[known["name"] == server.features[0]["properties"]["PLANNAMN"]].iloc[0]
    server.features[0]["properties"]["SKEDE"] = "Laga kraft"
    new = json.loads(json.dumps(server.features[1]))
    new["properties"].update(PLANNAMN="Alldeles ny plan", ARENDE="KS 2026/999", SKEDE="Samråd")
    server.features.append(new)
    run("fetchmunicipalplans", WORKSPACE=mine, URL=server.geojson, MUNICIPALITY="9901", SOURCE="Lindhamns karta")
    results = run("watchplans", WORKSPACE=mine, TODAY="2026-11-22", OUTPUT="memory:")
    found = {(row["kind"], row["plan"]) for row in rows(results["OUTPUT"])}
    assert ("new", "Alldeles ny plan") in found and ("nobody_sent", "Alldeles ny plan") in found
    assert ("changed", one["name"]) in found
