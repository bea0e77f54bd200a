"""The one answer: drafted, put before whoever decides, decided by a person, and frozen with its file."""

import json
from datetime import date

import pytest

from narvard_plugin.store.errors import FrozenRow, RowChanged
from narvard_plugin.store.plans import referrals, remarks, statements
from narvard_plugin.store.plans.errors import PlanRefused
from narvard_plugin.store.plans.statements import StatementFile

from . import review_steps as steps

FILE = StatementFile("Yttrande.pdf", "application/pdf", bytes(range(256)) * 40)


@pytest.fixture
def referral_id(workspace):
    made = steps.new_referral(workspace, steps.new_case(workspace), delegation_point="3.2")
    steps.ready(workspace, made)
    remarks.propose_remarks(workspace, made)
    return made


def statement(workspace, referral_id):
    return statements.statements_of(workspace, referral_id)[-1]


def test_from_draft_to_frozen(workspace, referral_id):
    statement_id = statements.draft_statement(workspace, referral_id, summary="Sammanfattning.")
    content = json.loads(statement(workspace, referral_id)["content"])
    assert content["proposal"] == {"stance": "tillstyrker_med_synpunkter", "offered": [], "because": ["VRD-01"]}
    assert [one["rule_id"] for one in content["open"]] == ["FAS-01", "RIS-01"]
    assert content["contradictions"] == [
        {"department": "rut", "stance": "tillstyrker", "other": "hs", "other_stance": "avstyrker"},
        {"department": "rkm", "stance": "ingen_erinran", "other": "hs", "other_stance": "avstyrker"},
    ]
    assert [(one["number"], one["check"]["value"]) for one in content["remarks"]] == [(1, 1.22), (2, 612.4)]
    # A draft follows what is changed, under the same id; drafting again changes nothing.
    row = remarks.remarks_of(workspace, referral_id)[0]
    remarks.edit_remark(workspace, row["remark_id"], "Andra ord.", row["row_version"])
    assert statements.draft_statement(workspace, referral_id) == statement_id
    version = statement(workspace, referral_id)["row_version"]
    assert statements.draft_statement(workspace, referral_id) == statement_id
    assert statement(workspace, referral_id)["row_version"] == version
    statements.send_to_decision(workspace, statement_id, version)
    assert referrals.read_referral(workspace, referral_id)["status"] == "for_beslut"
    version = statement(workspace, referral_id)["row_version"]
    decision = ("avstyrker", "Direktören", "2026-04-10", "3.2")
    statements.decide(workspace, statement_id, *decision, version, document=FILE)
    row = statement(workspace, referral_id)
    assert (row["status"], row["stance"], row["decided_by"]) == ("beslutat", "avstyrker", "Direktören")
    assert json.loads(row["content"])["remarks"][0]["text"] == "Andra ord."
    assert statements.stored_file(workspace, statement_id) == FILE
    key = {"referral_id": referral_id, "version": 1}
    with pytest.raises(FrozenRow):
        workspace.change("statements", key, {"summary": "Ändrat."}, row_version=row["row_version"])
    with pytest.raises(PlanRefused, match="statement_exists"):
        statements.draft_statement(workspace, referral_id)
    referrals.dispatch(workspace, referral_id, _day("2026-04-12"), "kommunen")
    assert statement(workspace, referral_id)["status"] == "skickat"
    assert statements.stored_file(workspace, statement_id) == FILE


def test_nothing_decides_but_a_person(workspace, referral_id):
    statement_id = statements.draft_statement(workspace, referral_id)
    assert statement(workspace, referral_id)["stance"] is None  # proposed in the content, never chosen
    statements.send_to_decision(workspace, statement_id, 1)
    row = statement(workspace, referral_id)
    for code, decision in {
        "stance_missing_statement": ("", "Direktören", "2026-04-10", "3.2"),
        "decided_by_missing": ("tillstyrker", " \u202e", "2026-04-10", "3.2"),
        "unknown_stance": ("kanske", "Direktören", "2026-04-10", "3.2"),
    }.items():
        with pytest.raises(PlanRefused) as refused:
            statements.decide(workspace, statement_id, *decision, row["row_version"])
        assert refused.value.code == code and refused.value.sentence()
    with pytest.raises(RowChanged):
        statements.decide(workspace, statement_id, "tillstyrker", "X", "2026-04-10", "3.2", row["row_version"] - 1)
    assert statement(workspace, referral_id) == row
    assert workspace.read("plan_files").empty
    statements.take_back(workspace, statement_id, row["row_version"])
    assert statement(workspace, referral_id)["status"] == "utkast"
    assert referrals.read_referral(workspace, referral_id)["status"] == "sammanstallning"


def test_a_part_that_is_not_approved_keeps_the_draft_from_the_decision(workspace):
    made = steps.new_referral(workspace, steps.new_case(workspace))
    referrals.distribute(workspace, made, {"hs": "VRD-01"})
    steps.step(workspace, made, "under_beredning")
    steps.answer(workspace, made, "hs", "tillstyrker", approve=False)
    steps.step(workspace, made, "sammanstallning")
    statement_id = statements.draft_statement(workspace, made)
    with pytest.raises(PlanRefused, match="parts_not_approved"):
        statements.send_to_decision(workspace, statement_id, 1)
    assert statement(workspace, made)["status"] == "utkast"  # nothing half done


def test_a_decision_by_delegation_needs_its_point(workspace):
    made = steps.new_referral(workspace, steps.new_case(workspace))
    steps.ready(workspace, made)
    statement_id = statements.draft_statement(workspace, made)
    statements.send_to_decision(workspace, statement_id, 1)
    version = statement(workspace, made)["row_version"]
    with pytest.raises(PlanRefused, match="delegation_point_missing"):
        statements.decide(workspace, statement_id, "tillstyrker", "Direktören", "2026-04-10", None, version)


def _day(text):
    return date.fromisoformat(text)
