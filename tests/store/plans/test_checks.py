"""Runs of the checklist in the register: kept whole, confirmed by people, and never changed by a later run."""

import json
import math

import pandas as pd
import pytest

from narvard_plugin.core.plans.measured import Finding
from narvard_plugin.core.plans.review_run import Judged
from narvard_plugin.sources.plans.checklist_file import open_checklist
from narvard_plugin.store.errors import StoreError
from narvard_plugin.store.plans import checks
from narvard_plugin.store.plans.errors import PlanRefused
from narvard_plugin.store.plans.plan_inputs import every_plan, plan_by_id, plan_of_referral
from narvard_plugin.store.sentences import sentence
from narvard_plugin.store.workspace import create_workspace

from ..conftest import path, store  # noqa: F401 - fixtures

ANSWERS = {"ja": "ok", "delvis": "anmarkning", "nej": "brist", "vet_ej": "oklart"}
POINT = bytes.fromhex("0101000000" + "00" * 16)
AREA = bytes.fromhex(
    "0106000000010000000103000000010000000400000000000000000000000000000000000000"
    "0000000000002440000000000000000000000000000024400000000000002440"
    "00000000000000000000000000000000"
)


@pytest.fixture
def workspace(store):  # noqa: F811
    """A plan that was sent twice, in samråd and in granskning."""
    with create_workspace(store.text, "99") as made:
        case = {"plan_id": "p", "kind": "detaljplan", "municipality": "9901", "name": "Ekbacken", "procedure": "standard",
                "status": "granskning", "came_by": "brev", "noticed": "2026-01-01", "row_version": 1}  # fmt: skip
        made.write("plan_cases", pd.DataFrame([case]))
        versions = [("v1", "samråd"), ("v2", "granskning")]
        made.write("plan_versions", pd.DataFrame([
            {"version_id": own, "plan_id": "p", "stage": stage, "number": 1, "stored": "2026-01-01T00:00:00.000Z"}
            for own, stage in versions]))  # fmt: skip
        made.write("plan_areas", pd.DataFrame({"area_id": ["a1", "a2"], "version_id": ["v1", "v2"]}), wkb=[AREA, AREA])
        referrals = [
            {"referral_id": f"r{number}", "plan_id": "p", "version_id": own, "stage": stage, "standing": "sakagare",
             "received": f"2026-0{number}-01", "answer_by": f"2026-0{number}-20", "level": "delegation",
             "status": "under_beredning", "row_version": 1}
            for number, (own, stage) in enumerate(versions, 1)
        ]  # fmt: skip
        made.write("referrals", pd.DataFrame(referrals))
        remark = {"remark_id": "m", "referral_id": "r1", "rule_id": "FAS-01", "departments": "fast", "number": 1,
                  "text": "x", "original_text": "x", "wording": "godtagen", "severity": "villkor", "outcome": "oppen",
                  "row_version": 1}  # fmt: skip
        made.write("remarks", pd.DataFrame([remark]))
        yield made


def judged(rule_id="FAS-01", verdict="brist", **more):
    told = {"department": "fast", "severity": "villkor", "value": 0.0, "unit": "m", "threshold": "över 50 m",
            "layer": "fastigheter", "layer_date": "2026-05-15", "explanation": "Uppmätt: 0 m.", "facts": {"value": 0.0},
            "input_sha256": "same"}  # fmt: skip
    return Judged(rule_id, **{**told, "verdict": verdict, **more})


RUN = [
    judged(),
    judged("AKU-01", "ok", value=math.inf, facts={"value": math.inf}),
    judged("PRO-06", "ej_bedomt", value=None),
]
FINDINGS = {
    "FAS-01": [Finding("0 m till Lasarettet", POINT, {"value": 0.0}), Finding("utan plats", None)],
    "AKU-01": [],
}


def newest(workspace, rule_id="FAS-01"):
    rows = checks.latest_checks(workspace, "r2")
    return rows[rows["rule_id"] == rule_id].iloc[0]


def test_a_run_is_kept_whole_with_its_evidence(workspace):
    assert checks.store_run(workspace, "r2", RUN, FINDINGS) == 1
    rows = checks.latest_checks(workspace, "r2")
    assert rows["rule_id"].tolist() == ["AKU-01", "FAS-01", "PRO-06"]  # what was fine is kept, too
    fas = newest(workspace)
    assert (fas["verdict"], fas["auto_verdict"], fas["value"], fas["layer_date"]) == ("brist", "brist", 0, "2026-05-15")
    endless = newest(workspace, "AKU-01")
    assert pd.isna(endless["value"])
    assert json.loads(endless["values_json"]) == {"value": "inf"}
    evidence = checks.evidence_of(workspace, rows["check_id"])
    assert evidence["kind"].tolist() == ["karta", "matvarde"]
    assert bytes(evidence["geom"].iloc[0]) == POINT
    assert evidence["geom"].iloc[1] is None
    assert checks.store_run(workspace, "r2", RUN, FINDINGS) == 2
    assert len(workspace.read("checks")) == 6  # the first run stands
    assert set(checks.latest_checks(workspace, "r2")["run"]) == {2}


def test_what_a_person_confirmed_follows_along_while_the_inputs_are_the_same(workspace):
    checks.store_run(workspace, "r2", RUN, FINDINGS)
    first = newest(workspace)
    checks.override(workspace, first["check_id"], "anmarkning", "Servitut finns.", "A. Ek", int(first["row_version"]))
    question = newest(workspace, "PRO-06")
    checks.answer_question(workspace, question["check_id"], "delvis", "Delvis i strid.", "A. Ek", 1, answers=ANSWERS)
    checks.store_run(workspace, "r2", RUN, FINDINGS)
    again = newest(workspace)
    assert (again["verdict"], again["auto_verdict"], again["reason"]) == ("anmarkning", "brist", "Servitut finns.")
    assert (again["carried"], again["confirmed_by"], again["replaces"]) == (1, "A. Ek", first["check_id"])
    assert newest(workspace, "PRO-06")["verdict"] == "anmarkning"
    changed = [judged(input_sha256="other"), *RUN[1:]]
    checks.store_run(workspace, "r2", changed, FINDINGS)
    fresh = newest(workspace)
    assert (fresh["verdict"], fresh["carried"]) == ("brist", 0)
    assert fresh["confirmed_by"] is None


def test_confirming_and_answering(workspace):
    checks.store_run(workspace, "r2", RUN, {})
    fas, question = newest(workspace), newest(workspace, "PRO-06")
    checks.confirm(workspace, fas["check_id"], "A. Ek", 1)
    assert newest(workspace)["confirmed_by"] == "A. Ek"
    with pytest.raises(StoreError):  # the row that was read is not the row that stands there
        checks.override(workspace, fas["check_id"], "ok", "fel", "B. Al", 1)
    for refused, code in (
        (lambda: checks.confirm(workspace, question["check_id"], "A. Ek", 1), "nothing_to_confirm"),
        (lambda: checks.override(workspace, fas["check_id"], "kanske", "x", "A. Ek", 2), "unknown_verdict"),
        (lambda: checks.override(workspace, fas["check_id"], "ok", "  ", "A. Ek", 2), "reason_missing"),
        (
            lambda: checks.answer_question(workspace, question["check_id"], "kanske", "", "A. Ek", 1, answers=ANSWERS),
            "unknown_answer",
        ),
        (lambda: checks.confirm(workspace, fas["check_id"], " ", 2), "who_missing"),
        (lambda: checks.confirm(workspace, "nobody", "A. Ek", 1), "unknown_id"),
        (lambda: checks.store_run(workspace, "r2", [], {}), "empty_run"),
    ):
        with pytest.raises(PlanRefused) as error:
            refused()
        assert error.value.code == code
        assert sentence(error.value)
    checks.store_run(workspace, "r2", RUN, {})
    with pytest.raises(PlanRefused) as error:
        checks.confirm(workspace, fas["check_id"], "A. Ek", 2)
    assert error.value.code == "older_run"


def test_a_planremiss_keeps_the_list_that_it_was_taken_in_hand_with(workspace):
    checklist = open_checklist()
    assert checks.frozen_checklist(workspace, "r2") == ""
    for _ in range(2):
        assert checks.freeze_checklist(workspace, "r2", checklist) == checklist.sha256
    assert checks.frozen_checklist(workspace, "r2") == checklist.content
    assert checks.freeze_checklist(workspace, "r1", checklist) == checklist.sha256  # one copy for both
    assert len(workspace.read("checklists")) == 1
    other = type(checklist)(**{**vars(checklist), "sha256": "0" * 64})
    with pytest.raises(PlanRefused) as error:
        checks.freeze_checklist(workspace, "r2", other)
    assert error.value.code == "other_checklist"


def test_a_failed_run_leaves_nothing(workspace):
    bad = [judged(), judged("AKU-01", verdict="kanske")]
    with pytest.raises(StoreError):
        checks.store_run(workspace, "r2", bad, FINDINGS)
    assert len(workspace.read("checks")) == len(workspace.read("evidence")) == 0


def test_plans_as_a_review_meets_them(workspace):
    first, second = plan_of_referral(workspace, "r1"), plan_of_referral(workspace, "r2")
    assert (first.stage, first.version_id, first.previous, first.earlier_remarks) == ("samråd", "v1", None, None)
    assert (second.stage, second.version_id, second.previous.version_id) == ("granskning", "v2", "v1")
    assert [remark["remark_id"] for remark in second.earlier_remarks] == ["m"]
    assert second.areas == (AREA,)
    assert plan_by_id(workspace, "p").version_id == "v2"
    assert [plan.plan_id for plan in every_plan(workspace)] == ["p"]
    for missing in (lambda: plan_by_id(workspace, "q"), lambda: plan_of_referral(workspace, "q")):
        with pytest.raises(PlanRefused):
            missing()


def test_what_people_judged_for_an_answer_stands_still_with_it(workspace):
    checks.store_run(workspace, "r1", [judged("KOL-01")], {})
    stored = checks.latest_checks(workspace, "r1").iloc[0]
    version = int(workspace.read("referrals", within={"referral_id": ["r1"]})["row_version"].iloc[0])
    for status in ("sammanstallning", "for_beslut"):
        workspace.change("referrals", {"referral_id": "r1"}, {"status": status}, row_version=version)
        version += 1
    with pytest.raises(PlanRefused) as refused:
        checks.confirm(workspace, stored["check_id"], "A. Ek", 1)
    assert refused.value.code == "answer_closed"
