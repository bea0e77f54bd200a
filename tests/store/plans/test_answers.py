"""The functions' parts, in both kinds of store: the way of a part, and what it refuses."""

import pytest

from narvard_plugin.store.errors import FrozenRow, IllegalStep, RowChanged
from narvard_plugin.store.plans import answers, referrals
from narvard_plugin.store.plans.errors import PlanRefused

from . import review_steps as steps


@pytest.fixture
def referral_id(workspace):
    made = steps.new_referral(workspace, steps.new_case(workspace))
    referrals.distribute(workspace, made, steps.EVERY_FUNCTION)
    steps.step(workspace, made, "under_beredning")
    return made


def part(workspace, referral_id, department="hs"):
    return steps.part_of(workspace, referral_id, department)


def test_the_findings_propose_who_is_asked(workspace, referral_id):
    assert answers.propose_functions(workspace, referral_id) == []
    steps.run_checks(workspace, referral_id)
    found = answers.propose_functions(workspace, referral_id)
    assert {one.department: one.reason for one in found} == {
        "rut": "FAS-01, RIS-01",  # a question and a missing layer
        "hs": "FAS-01, KOL-01, VRD-01",
        "rkm": "KOL-01",
    }


def test_the_way_of_a_part(workspace, referral_id):
    row = part(workspace, referral_id)
    answer_id, first = row["answer_id"], row["row_version"]
    answers.start_part(workspace, answer_id, first, handler="Strategen")
    answers.answer_part(workspace, answer_id, "avstyrker", "  Kapaciteten\u202e räcker inte.\r\nAlls. ", first + 1)
    answers.lock_part(workspace, answer_id, first + 2)
    with pytest.raises(FrozenRow):
        answers.answer_part(workspace, answer_id, "tillstyrker", "", first + 3)
    assert part(workspace, referral_id)["summary"] == "Kapaciteten räcker inte.\nAlls."
    answers.ask_completion(workspace, answer_id, "Vilka vårdcentraler?", first + 3)
    answers.answer_part(workspace, answer_id, "tillstyrker_med_synpunkter", "Lindhamn.", first + 4)
    answers.lock_part(workspace, answer_id, first + 5)
    answers.approve_part(workspace, answer_id, first + 6)
    row = part(workspace, referral_id)
    assert (row["status"], row["stance"], row["summary"]) == ("godkand", "tillstyrker_med_synpunkter", "Lindhamn.")
    assert (row["handler"], row["row_version"]) == ("Strategen", first + 7)
    events = workspace.read("plan_events", within={"referral_id": [referral_id]})
    assert any("Vilka vårdcentraler?" in text for text in events["text"])
    assert events["plan_id"].notna().all()


def test_what_a_part_refuses(workspace, referral_id):
    row = part(workspace, referral_id)
    answer_id = row["answer_id"]
    for code, work in {
        "unknown_stance": lambda: answers.answer_part(workspace, answer_id, "kanske", "", 1),
        "stance_missing": lambda: answers.lock_part(workspace, answer_id, 1),
        "reason_missing_part": lambda: answers.not_concerned(workspace, answer_id, " ", 1),
        "question_missing": lambda: answers.ask_completion(workspace, answer_id, "", 1),
        "unknown_id": lambda: answers.start_part(workspace, "finns inte", 1),
    }.items():
        with pytest.raises(PlanRefused) as refused:
            work()
        assert refused.value.code == code and refused.value.sentence()
    with pytest.raises(IllegalStep):
        answers.approve_part(workspace, answer_id, row["row_version"])
    with pytest.raises(RowChanged):
        answers.start_part(workspace, answer_id, row["row_version"] + 7)
    assert part(workspace, referral_id) == row


def test_not_concerned_and_asked_after_all(workspace, referral_id):
    row = part(workspace, referral_id)
    answers.not_concerned(workspace, row["answer_id"], "Ingen vård berörs.", row["row_version"])
    answers.reopen_part(workspace, row["answer_id"], row["row_version"] + 1)
    assert part(workspace, referral_id)["status"] == "ej_paborjad"


def test_before_the_decision_the_parts_stand_still(workspace):
    made = steps.new_referral(workspace, steps.new_case(workspace))
    steps.ready(workspace, made)
    steps.step(workspace, made, "for_beslut")
    row = part(workspace, made)
    with pytest.raises(PlanRefused) as refused:
        answers.ask_completion(workspace, row["answer_id"], "Mer?", row["row_version"])
    assert refused.value.code == "answer_closed"
