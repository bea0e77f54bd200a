"""The one answer: drafted, put before whoever decides, decided by a person, and frozen with its file."""

import hashlib
import json
from datetime import date

import pandas as pd
import pytest

from narvard_plugin.store.errors import FrozenRow, RowChanged
from narvard_plugin.store.plans import answers, referrals, remarks, statements
from narvard_plugin.store.plans.errors import PlanRefused
from narvard_plugin.store.plans.statements import StatementFile
from narvard_plugin.store.workspace import open_workspace

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
            statements.decide(workspace, statement_id, *decision, row["row_version"], document=FILE)
        assert refused.value.code == code and refused.value.sentence()
    for nothing in (None, FILE._replace(content=b"")):
        with pytest.raises(PlanRefused, match="document_missing"):
            statements.decide(
                workspace, statement_id, "tillstyrker", "X", "2026-04-10", "3.2", row["row_version"], document=nothing
            )
    with pytest.raises(RowChanged):
        statements.decide(
            workspace, statement_id, "tillstyrker", "X", "2026-04-10", "3.2", row["row_version"] - 1, document=FILE
        )
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
        statements.decide(
            workspace, statement_id, "tillstyrker", "Direktören", "2026-04-10", None, version, document=FILE
        )


def _day(text):
    return date.fromisoformat(text)


def test_a_boards_decision_rests_on_no_delegation(workspace):
    made = steps.new_referral(workspace, steps.new_case(workspace), level="namnd", delegation_point="3.2")
    steps.ready(workspace, made)
    statement_id = statements.draft_statement(workspace, made)
    statements.send_to_decision(workspace, statement_id, 1)
    version = statement(workspace, made)["row_version"]
    decision = ("tillstyrker", "Nämnden", "2026-04-10", "3.2")
    statements.decide(workspace, statement_id, *decision, version, document=FILE)
    assert statement(workspace, made)["delegation_point"] is None


def test_the_draft_follows_the_newest_run_and_the_decision_does_not(workspace, referral_id):
    """After a second run the remarks still have their evidence, and whatever no longer holds is told."""
    row = remarks.remarks_of(workspace, referral_id)[0]
    remarks.edit_remark(workspace, row["remark_id"], "Våra ord.", row["row_version"])
    steps.run_checks(workspace, referral_id, [*steps.FIRST_RUN[:1], ("VRD-01", "ok", {"value": 0.9})])
    statement_id = statements.draft_statement(workspace, referral_id)
    content = json.loads(statement(workspace, referral_id)["content"])
    told = {one["rule_id"]: one["check"] for one in content["remarks"]}
    assert (told["KOL-01"]["run"], told["KOL-01"]["value"], told["KOL-01"]["confirmed_by"]) == (
        2,
        612.4,
        "Handläggaren",
    )
    assert [(one["rule_id"], one["verdict"]) for one in content["outdated"]] == [("VRD-01", "ok")]
    statements.send_to_decision(workspace, statement_id, statement(workspace, referral_id)["row_version"])
    version = statement(workspace, referral_id)["row_version"]
    decision = ("tillstyrker", "Direktören", "2026-04-10", "3.2")
    statements.decide(workspace, statement_id, *decision, version, document=FILE)
    frozen = statement(workspace, referral_id)
    steps.run_checks(workspace, referral_id, [("KOL-01", "ok", {"value": 5.0})])
    assert statement(workspace, referral_id) == frozen


def test_a_checklist_that_was_not_run_proposes_nothing_quietly(workspace):
    made = steps.new_referral(workspace, steps.new_case(workspace))
    statements.draft_statement(workspace, made)
    content = json.loads(statement(workspace, made)["content"])
    assert not content["reviewed"]
    assert [one["rule_id"] for one in content["open"]] == ["VRD-01", "FAS-01", "RIS-01"]  # all that weigh so
    steps.run_checks(workspace, made, steps.FIRST_RUN[:2])  # only some of the rules
    statements.draft_statement(workspace, made)
    content = json.loads(statement(workspace, made)["content"])
    assert content["reviewed"] and [one["rule_id"] for one in content["open"]] == ["FAS-01", "RIS-01"]


def test_two_people_in_the_same_delsvar_remark_and_statement(store, workspace, referral_id):
    """The second to write is told, and nothing of the first one's is lost; numbers are given once."""
    with open_workspace(store.text) as other:
        row = remarks.remarks_of(other, referral_id)[0]
        remarks.edit_remark(workspace, row["remark_id"], "Först.", row["row_version"])
        with pytest.raises(RowChanged):
            remarks.edit_remark(other, row["remark_id"], "Sedan.", row["row_version"])
        with pytest.raises(RowChanged):
            remarks.strike_remark(other, row["remark_id"], row["row_version"])
        for who, text in ((workspace, "Ena."), (other, "Andra.")):
            remarks.add_remark(who, referral_id, ["rut"], text, "rad")
        assert [one["number"] for one in remarks.remarks_of(other, referral_id)] == [1, 2, 3, 4]
        part = steps.part_of(other, referral_id, "hs")
        answers.ask_completion(workspace, part["answer_id"], "Hur många?", part["row_version"])
        with pytest.raises(RowChanged):
            answers.ask_completion(other, part["answer_id"], "Varför?", part["row_version"])
        part = steps.part_of(other, referral_id, "hs")
        answers.answer_part(workspace, part["answer_id"], "tillstyrker", "Mina ord.", part["row_version"])
        with pytest.raises(RowChanged):
            answers.answer_part(other, part["answer_id"], "avstyrker", "Andra ord.", part["row_version"])
        assert steps.part_of(other, referral_id, "hs")["summary"] == "Mina ord."
        for work in (answers.lock_part, answers.approve_part):
            work(workspace, part["answer_id"], steps.part_of(workspace, referral_id, "hs")["row_version"])
        statement_id = statements.draft_statement(workspace, referral_id, summary="Min.")
        read = statement(other, referral_id)["row_version"]
        statements.draft_statement(workspace, referral_id, summary="Min, längre.", row_version=read)
        with pytest.raises(RowChanged):
            statements.draft_statement(other, referral_id, summary="Din.", row_version=read)
        with pytest.raises(RowChanged):
            statements.send_to_decision(other, statement_id, read)
        statements.send_to_decision(workspace, statement_id, statement(other, referral_id)["row_version"])
        version = statement(other, referral_id)["row_version"]
        decision = ("tillstyrker", "Direktören", "2026-04-10", "3.2", version)
        statements.decide(workspace, statement_id, *decision, document=FILE)
        with pytest.raises(RowChanged):
            statements.decide(other, statement_id, *decision, document=FILE)
        assert json.loads(statement(other, referral_id)["content"])["summary"] == "Min, längre."


def test_a_file_that_is_no_longer_the_decided_one_is_never_handed_out(workspace, referral_id):
    forged = {
        "sha256": hashlib.sha256(FILE.content).hexdigest(),
        "media_type": FILE.media_type,
        "size": 1,
        "content": b"x",
    }
    workspace.write("plan_files", pd.DataFrame([forged]))
    statement_id = statements.draft_statement(workspace, referral_id)
    statements.send_to_decision(workspace, statement_id, 1)
    version = statement(workspace, referral_id)["row_version"]
    decision = ("tillstyrker", "Direktören", "2026-04-10", "3.2")
    statements.decide(workspace, statement_id, *decision, version, document=FILE)
    with pytest.raises(PlanRefused, match="document_changed"):
        statements.stored_file(workspace, statement_id)
