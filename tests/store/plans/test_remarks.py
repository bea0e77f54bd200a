"""Remarks in the register: made by confirmed checks, worded by people, numbered over two stages."""

import pytest

from narvard_plugin.store.errors import RowChanged
from narvard_plugin.store.plans import remarks
from narvard_plugin.store.plans.errors import PlanRefused
from narvard_plugin.store.workspace import create_workspace

from . import review_steps as steps


@pytest.fixture
def workspace(path):
    """A file: what the database itself guards is tested in both stores elsewhere."""
    with create_workspace(str(path), "99") as made:
        yield made


@pytest.fixture
def plan_id(workspace):
    return steps.new_case(workspace)


@pytest.fixture
def referral_id(workspace, plan_id):
    made = steps.new_referral(workspace, plan_id)
    steps.ready(workspace, made)
    return made


def shown(workspace, referral_id):
    return [
        (row["number"], row["rule_id"], row["departments"], row["wording"])
        for row in remarks.remarks_of(workspace, referral_id)
    ]


def by_rule(workspace, referral_id, rule_id):
    return next(row for row in remarks.remarks_of(workspace, referral_id) if row["rule_id"] == rule_id)


def test_confirmed_findings_become_remarks_once(workspace, referral_id):
    first = remarks.propose_remarks(workspace, referral_id)
    assert len(first.added) == 2
    expected = [(1, "VRD-01", "hs", "forslag"), (2, "KOL-01", "rkm;hs", "forslag")]  # the heaviest first
    assert shown(workspace, referral_id) == expected
    before = workspace.read("remarks")
    assert not any(remarks.propose_remarks(workspace, referral_id))
    assert before.equals(workspace.read("remarks"))


def test_editing_keeps_the_original_and_striking_keeps_the_row(workspace, referral_id):
    remarks.propose_remarks(workspace, referral_id)
    row = by_rule(workspace, referral_id, "VRD-01")
    remarks.edit_remark(workspace, row["remark_id"], " Regionen\u202e kräver lokal.\x00 ", row["row_version"])
    edited = by_rule(workspace, referral_id, "VRD-01")
    assert (edited["text"], edited["wording"]) == ("Regionen kräver lokal.", "redigerad")
    assert edited["original_text"] == row["text"]
    with pytest.raises(RowChanged):
        remarks.edit_remark(workspace, row["remark_id"], "Annat.", row["row_version"])
    remarks.strike_remark(workspace, row["remark_id"], edited["row_version"])
    assert shown(workspace, referral_id) == [
        (1, "KOL-01", "rkm;hs", "forslag"),
        (None, "VRD-01", "hs", "struken"),
    ]
    struck = by_rule(workspace, referral_id, "VRD-01")
    remarks.edit_remark(workspace, row["remark_id"], row["original_text"], struck["row_version"])
    assert by_rule(workspace, referral_id, "VRD-01")["wording"] == "godtagen"


def test_the_coordinator_orders_and_the_numbers_follow(workspace, referral_id):
    remarks.propose_remarks(workspace, referral_id)
    remarks.add_remark(workspace, referral_id, ["rut"], "Namnet på kvarteret bör ändras.", "info")
    ids = [row["remark_id"] for row in remarks.remarks_of(workspace, referral_id)]
    remarks.order_remarks(workspace, referral_id, ids[::-1])
    assert [row[:2] for row in shown(workspace, referral_id)] == [(1, None), (2, "KOL-01"), (3, "VRD-01")]
    with pytest.raises(PlanRefused) as refused:
        remarks.order_remarks(workspace, referral_id, ids[:2])
    assert refused.value.code == "order_incomplete"


def test_a_new_run_moves_what_nobody_touched_and_tells_of_the_rest(workspace, referral_id):
    remarks.propose_remarks(workspace, referral_id)
    row = by_rule(workspace, referral_id, "VRD-01")
    remarks.edit_remark(workspace, row["remark_id"], "Mina ord.", row["row_version"])
    nearer = ("KOL-01", "anmarkning", {**steps.FIRST_RUN[0][2], "text": "Hållplatsen ligger 450 m bort."})
    steps.run_checks(workspace, referral_id, [nearer, ("VRD-01", "ok", {}), *steps.FIRST_RUN[2:]])
    check = steps.check_of(workspace, referral_id, "KOL-01")
    if not check["confirmed_by"]:
        steps.confirm(workspace, referral_id, "KOL-01")
    told = remarks.propose_remarks(workspace, referral_id)
    assert len(told.changed) == 1 and told.outdated == (row["remark_id"],)
    assert by_rule(workspace, referral_id, "KOL-01")["text"] == "Hållplatsen ligger 450 m bort."
    assert by_rule(workspace, referral_id, "VRD-01")["text"] == "Mina ord."


def test_functions_that_write_by_the_same_rule_share_a_remark(workspace, referral_id):
    remarks.add_remark(workspace, referral_id, ["hs"], "Patienter behöver buss.", "villkor", rule_id="KOL-01")
    told = remarks.propose_remarks(workspace, referral_id)
    assert len(told.merged) == 1
    merged = by_rule(workspace, referral_id, "KOL-01")
    assert merged["departments"] == "rkm;hs" and merged["severity"] == "villkor"
    assert merged["text"] == "Närmaste hållplats ligger 612 m bort.\n\nPatienter behöver buss."
    assert not any(remarks.propose_remarks(workspace, referral_id))


def test_numbers_live_over_the_stages_with_the_municipalitys_reply(workspace, plan_id, referral_id):
    remarks.propose_remarks(workspace, referral_id)
    for rule_id, outcome in (("VRD-01", "delvis"), ("KOL-01", "tillgodosedd")):
        row = by_rule(workspace, referral_id, rule_id)
        reply = ("Kommunen ordnar lokal.", "Samrådsredogörelse s. 12", outcome, "Handläggaren")
        remarks.record_reply(workspace, row["remark_id"], *reply, row["row_version"])
    later = steps.new_referral(workspace, plan_id, "granskning", "2026-09-01", "2026-09-30")
    assert remarks.prior_facts(workspace, later) == {
        "open": 0, "partly": 1, "numbers": "", "partly_numbers": "1",
    }  # fmt: skip
    steps.run_checks(workspace, later)
    steps.confirm(workspace, later, "VRD-01")
    remarks.propose_remarks(workspace, later)
    new = remarks.add_remark(workspace, later, ["rut"], "Nytt i granskningen.", "rad")
    rows = remarks.remarks_of(workspace, later)
    assert [(row["number"], row["rule_id"]) for row in rows] == [(1, "VRD-01"), (3, None)]
    assert rows[0]["previous"] == by_rule(workspace, referral_id, "VRD-01")["remark_id"]
    assert rows[1]["remark_id"] == new
    told = [(row["number"], row["stage"], row["outcome"]) for row in remarks.history(workspace, plan_id)]
    assert told == [
        (1, "samråd", "delvis"),
        (1, "granskning", "oppen"),
        (2, "samråd", "tillgodosedd"),
        (3, "granskning", "oppen"),
    ]
    assert remarks.prior_facts(workspace, referral_id)["open"] == 0  # nothing came before the first


def test_a_reply_needs_its_source_and_a_judgement_its_name(workspace, referral_id):
    remarks.propose_remarks(workspace, referral_id)
    row = by_rule(workspace, referral_id, "VRD-01")
    for code, reply in {
        "reply_source_missing": ("Svar.", " ", "oppen", ""),
        "assessor_missing": ("Svar.", "s. 3", "delvis", " "),
        "unknown_outcome": ("Svar.", "s. 3", "kanske", "X"),
    }.items():
        with pytest.raises(PlanRefused) as refused:
            remarks.record_reply(workspace, row["remark_id"], *reply, row["row_version"])
        assert refused.value.code == code and refused.value.sentence()


def test_when_the_answer_has_gone_to_the_decision_the_remarks_stand_still(workspace, referral_id):
    remarks.propose_remarks(workspace, referral_id)
    row = by_rule(workspace, referral_id, "VRD-01")
    steps.step(workspace, referral_id, "for_beslut")
    for work in (
        lambda: remarks.edit_remark(workspace, row["remark_id"], "Annat.", row["row_version"]),
        lambda: remarks.strike_remark(workspace, row["remark_id"], row["row_version"]),
        lambda: remarks.propose_remarks(workspace, referral_id),
        lambda: remarks.add_remark(workspace, referral_id, ["hs"], "Mer.", "rad"),
    ):
        with pytest.raises(PlanRefused, match="answer_closed"):
            work()


def test_numbers_over_three_stages_with_a_second_granskning(workspace, plan_id, referral_id):
    """Struck, added by a function, merged and taken up again: a number is one remark's for as long as the plan lives."""
    remarks.propose_remarks(workspace, referral_id)  # 1 VRD-01, 2 KOL-01
    second = steps.new_referral(workspace, plan_id, "granskning", "2026-09-01", "2026-09-30")
    steps.run_checks(workspace, second)
    steps.confirm(workspace, second, "KOL-01")
    own = remarks.add_remark(workspace, second, ["hs"], "Bussen behövs.", "villkor", rule_id="KOL-01")
    assert by_rule(workspace, second, "KOL-01")["number"] == 2  # the function's own words, the earlier remark's number
    first = by_rule(workspace, referral_id, "KOL-01")["remark_id"]
    for code, more in {"number_taken": {"previous": first}, "unknown_rule": {"rule_id": "=HYPERLINK(1)"}}.items():
        with pytest.raises(PlanRefused) as refused:
            remarks.add_remark(workspace, second, ["rut"], "Också.", "rad", **more)
        assert refused.value.code == code and refused.value.sentence()
    new = remarks.add_remark(workspace, second, ["rut"], "Nytt.", "rad")
    assert remarks.propose_remarks(workspace, second).merged == (own,)
    assert [row[:3] for row in shown(workspace, second)] == [(2, "KOL-01", "rkm;hs"), (3, None, "rut")]
    row = by_rule(workspace, second, "KOL-01")
    remarks.strike_remark(workspace, own, row["row_version"])
    again = remarks.add_remark(workspace, second, ["rkm"], "Ändå.", "rad", rule_id="KOL-01")
    remarks.edit_remark(workspace, own, "Bussen.", by_id(workspace, second, own)["row_version"])
    found = {row["remark_id"]: row["number"] for row in remarks.remarks_of(workspace, second)}
    assert found[again] == 2 and sorted(found.values()) == [2, 3, 4]  # the one that came back is a new one
    third = steps.new_referral(workspace, plan_id, "granskning", "2026-11-02", "2026-11-23")
    steps.run_checks(workspace, third)
    steps.confirm(workspace, third, "KOL-01", "VRD-01")
    remarks.propose_remarks(workspace, third)
    remarks.add_remark(workspace, third, ["rut"], "Nytt igen.", "rad", previous=new)
    remarks.add_remark(workspace, third, ["rut"], "Sista.", "rad")
    assert sorted(row[:2] for row in shown(workspace, third) if row[1]) == [(1, "VRD-01"), (2, "KOL-01")]
    assert sorted(row[0] for row in shown(workspace, third) if not row[1]) == [4, 5]


def by_id(workspace, referral_id, remark_id):
    return next(row for row in remarks.remarks_of(workspace, referral_id) if row["remark_id"] == remark_id)


def test_a_layer_that_is_missing_for_a_day_loses_no_remark(workspace, referral_id):
    remarks.propose_remarks(workspace, referral_id)
    before = by_rule(workspace, referral_id, "KOL-01")
    gone = ("KOL-01", "fel", {"explanation": "Inget lager är valt."})
    steps.run_checks(workspace, referral_id, [gone, *steps.FIRST_RUN[1:]])
    assert remarks.propose_remarks(workspace, referral_id).struck == (before["remark_id"],)
    steps.run_checks(workspace, referral_id)
    steps.confirm(workspace, referral_id, "KOL-01")
    assert remarks.propose_remarks(workspace, referral_id).changed == (before["remark_id"],)
    back = by_rule(workspace, referral_id, "KOL-01")
    assert (back["wording"], back["text"], back["number"]) == ("forslag", before["text"], 2)
    remarks.strike_remark(workspace, back["remark_id"], back["row_version"])  # a person's word stands
    steps.run_checks(workspace, referral_id)
    assert not any(remarks.propose_remarks(workspace, referral_id))
