"""Published plans of the sample county into a workspace, and what becomes of them when they move on."""

import json
from urllib.parse import quote

import pytest
from osgeo import ogr
from qgis import processing
from qgis.core import QgsApplication

from narvard_plugin.sources.credentials import Credentials
from narvard_plugin.store.workspace import open_workspace
from tests.sources.servers.base import FAULTS
from tests.sources.servers.ngp import KEY, SECRET, for_county, plan_uuid

from .fetching_steps import NOTHING, counts, heard, hurry, left_alone, new_workspace, rows_of, sentence_of, stored
from .small_network import CancelAfter, run


@pytest.fixture
def server(county):
    with for_county(county.folder) as running:
        yield running


@pytest.fixture
def given(server, tmp_path, monkeypatch, county):
    hurry(monkeypatch, tmp_path / "cache")
    workspace = new_workspace(tmp_path)
    with_areas(workspace, county)
    return {"WORKSPACE": workspace, "BASE_URL": server.base, "AUTH": stored("Basic", username=KEY, password=SECRET)}


def with_areas(workspace, county):
    """The sample county's municipalities are known by its areas alone."""
    with open_workspace(county.workspace, writable=False) as own, open_workspace(workspace) as new:
        areas = own.read("areas")
        new.write("areas", areas.drop(columns="geom"), wkb=areas["geom"].tolist())


def test_the_countys_plans_from_nothing_and_again(given, server):
    results, said = heard("fetchplans", **given)
    kept = rows_of(given["WORKSPACE"])
    plans, checks = kept["plan_items"].set_index("designation"), kept["plan_checks"]
    told = {item["id"] for item in server.items if item["properties"]["feature"]["typ"] == "detaljplan"}
    assert set(plans["item_id"]) == told and len(told) > 10
    assert counts(results) == [len(told) + len(checks), 0, 0, 0]
    late = plans.loc["EX-P001"]
    assert late[["name", "status", "municipality", "status_date"]].tolist() == [
        "Ekbacken, Lasarettsparken 3 m.fl.", "granskning", "9901", "2026-06-12",
    ]  # fmt: skip
    assert ogr.CreateGeometryFromWkb(late["geom"]).GetArea() == pytest.approx(42000, rel=0.01)
    assert json.loads(late["assets"])["a1"]["title"] == "Plankarta"
    assert checks["found"].sum() == len(told) and (checks["found"] == 0).any()
    assert set(checks["municipality"]) == {code for code in server.municipalities if code[:2] == "99"}
    none = checks.loc[checks["found"] == 0, "municipality"]
    assert f"No digital plan was found in {', '.join(none)}. That does not mean that there is none" in said
    again = run("fetchplans", **given)
    assert counts(again) == [0, 0, 0, len(told) + len(checks)]
    assert len(rows_of(given["WORKSPACE"], "sources")["sources"]) == 2


def test_a_plan_that_moves_on_and_one_that_is_withdrawn(given, server):
    run("fetchplans", **given)
    by_name = {item["properties"]["detaljplan"]["beteckning"]: item for item in server.items if item["assets"]}
    by_name["EX-P001"]["properties"]["detaljplan"]["status"] = "antagen"
    server.items.remove(by_name["EX-P009"])
    checks = len([code for code in server.municipalities if code[:2] == "99"])
    some = counts(run("fetchplans", **given, STATUSES="antagen; granskning"))
    assert some[:3] == [checks, 1, 0], "the plan that was in samråd was not asked for, and is left"
    assert counts(run("fetchplans", **given))[:3] == [0, 1, 1], "it is gone, and one municipality has one less"
    plans = rows_of(given["WORKSPACE"], "plan_items")["plan_items"].set_index("designation")
    assert plans.loc["EX-P001", "status"] == "antagen" and "EX-P009" not in plans.index


@pytest.mark.parametrize("after", [0, 3])
@pytest.mark.parametrize("fault", [f for f in FAULTS if f not in ("slow", "too_many", "huge")])
def test_a_fault_leaves_the_workspace_as_it_was(given, server, fault, after):
    """In the token, and half way through the municipalities."""
    server.misbehave(fault, times=None, after=after)
    with left_alone(given["WORKSPACE"]):
        assert NOTHING in sentence_of("fetchplans", **given)


def test_a_fault_at_any_request_leaves_the_workspace_as_it_was(given, server):
    given = {**given, "MUNICIPALITIES": "9901;9902;9903"}
    run("fetchplans", **given)
    total = len(server.asked)
    server.items.pop(0)  # so that there is something to take away
    with left_alone(given["WORKSPACE"]):
        for number in range(total):
            server.misbehave("cut_off", times=None, after=number)
            assert NOTHING in sentence_of("fetchplans", **given), number


def test_a_plan_that_moves_to_another_municipality_is_one_plan(given, server):
    """Its old place is not asked for in the run that finds it in its new one."""
    run("fetchplans", **given)
    plan = next(item for item in server.items if item["properties"]["detaljplan"]["beteckning"] == "EX-P001")
    plan["collection"] = "9902"
    results = run("fetchplans", **given, MUNICIPALITIES="9902")
    assert counts(results)[:3] == [0, 2, 0], "the plan, and how many its municipality has"
    plans = rows_of(given["WORKSPACE"], "plan_items")["plan_items"].set_index("designation")
    assert plans.loc["EX-P001", "municipality"] == "9902"


def test_a_stage_that_is_none_and_one_in_capitals(given, server):
    asked = len(server.asked)
    words = sentence_of("fetchplans", **given, STATUSES="samrad;granskning")
    assert "samrad are no stages of a plan" in words and "överklagad" in words and NOTHING in words
    assert len(server.asked) == asked
    assert counts(run("fetchplans", **given, STATUSES="GRANSKNING"))[0] > 0


def test_the_account_is_in_no_log_no_file_and_no_row(given, server, tmp_path):
    log = []
    QgsApplication.messageLog().messageReceived.connect(lambda *words: log.append(" ".join(map(str, words))))
    _, said = heard("fetchplans", **given, DOCUMENTS=str(tmp_path / "h"), MUNICIPALITIES="9901")
    for odd, sign_in in (
        ("says_it_back", "token"),
        ("says_it_back", "basic"),
        ("page_for_token", "token"),
        ("not_ordered", "basic"),
    ):
        server.odd = {odd}
        said += sentence_of("fetchplans", **given, SIGN_IN=sign_in)
    basic = Credentials(KEY, SECRET).basic.partition(" ")[2]
    for secret in (SECRET, basic, quote(SECRET, safe="")):
        assert secret not in said + "".join(log)
        for path in tmp_path.rglob("*"):
            assert not path.is_file() or secret.encode() not in path.read_bytes(), path


@pytest.mark.parametrize("odd", ["counts_wrong", "repeats", "lonlat", "swapped", "not_ordered", "tokens_die_at_once"])
def test_an_answer_that_may_not_be_believed(given, server, odd):
    server.odd.add(odd)
    with left_alone(given["WORKSPACE"]):
        words = sentence_of("fetchplans", **given)
    assert NOTHING in words and SECRET not in words


def test_documents_basic_and_single_municipalities(given, server, tmp_path):
    results, said = heard(
        "fetchplans",
        **given,
        MUNICIPALITIES="9901",
        SIGN_IN="basic",
        STATUSES="granskning",
        DOCUMENTS=str(tmp_path / "h"),
    )
    assert server.tokens_given == 0
    files = sorted(path.name for path in (tmp_path / "h").iterdir())
    assert files == [f"EX-P001_{plan_uuid('EX-P001')[:8]}_a1.pdf"]
    assert "1 documents are in" in said
    assert counts(results)[0] == 2, "the plan, and that its municipality was asked"
    assert rows_of(given["WORKSPACE"], "sources")["sources"].iloc[0]["part"] == "granskning;9901"
    assert "0580 are no municipalities of the made-up sample county" in sentence_of(
        "fetchplans", **given, MUNICIPALITIES="0580"
    )


def test_cancel_and_no_municipality(given, server, tmp_path):
    server.misbehave("slow", times=None, after=3)
    with left_alone(given["WORKSPACE"]):
        assert processing.run("narvard:fetchplans", given, feedback=CancelAfter(25)) == {}
    (tmp_path / "tom").mkdir()
    empty = new_workspace(tmp_path / "tom")
    assert "Fetch its areas" in sentence_of("fetchplans", **{**given, "WORKSPACE": empty})
    assert "needs a key or an account" in sentence_of("fetchplans", **{**given, "AUTH": None})
