"""Dialogue, promises, contacts and needs of premises, and letters and lists into cases, in both kinds of store."""

from datetime import date

import pytest

from narvard_plugin.core.plans.watch import contacts
from narvard_plugin.store.errors import RowChanged
from narvard_plugin.store.plans import cases, dialogues, letters, lists, needs, referrals
from narvard_plugin.store.plans.contact_days import contact_days
from narvard_plugin.store.plans.deadline_rows import deadlines_of
from narvard_plugin.store.plans.errors import PlanRefused
from narvard_plugin.store.sentences import sentence

TODAY = date(2026, 11, 22)
NEED = {"municipality": "9901", "place": "Kvarnängen", "service": "vardcentral", "radius_m": 500}
on_a_file = pytest.mark.parametrize("store", ["geopackage"], indirect=True)


@pytest.fixture
def plan(workspace):
    return cases.add_case(workspace, {"municipality": "9901", "name": "Ekbacken", "came_by": "lista"}, TODAY)


def test_promises_of_a_meeting_with_owner_date_and_what_became_of_them(workspace, plan):
    meeting = dialogues.add_dialogue(workspace, "9901", "2026-10-01", participants="Planchefen; RUT")
    late = dialogues.add_promise(workspace, meeting, "Skicka kartan", "kommunen", due="2026-11-01")
    kept = dialogues.add_promise(workspace, meeting, "Lämna behov", "regionen", due="2026-12-01", plan_id=plan)
    dialogues.add_promise(workspace, meeting, "Höras av", "annan")
    told = dialogues.promises_of(workspace, "9901")
    assert [(one["text"], one["given"]) for one in told] == [
        ("Skicka kartan", "2026-10-01"), ("Lämna behov", "2026-10-01"), ("Höras av", "2026-10-01"),
    ]  # fmt: skip
    due = dialogues.promises_due(workspace, TODAY, within_days=14)
    assert [(one["promise_id"], one["days"]) for one in due] == [(late, -21), (kept, 9)]
    (deadline,) = deadlines_of(workspace, TODAY).to_dict("records")
    assert (deadline["kind"], deadline["date"], deadline["case_id"], deadline["days"]) == (
        "lofte",
        "2026-12-01",
        plan,
        9,
    )
    dialogues.settle_promise(workspace, kept, "infriat", 1, TODAY)
    assert deadlines_of(workspace, TODAY)["state"].tolist() == ["done"]
    with pytest.raises(RowChanged):
        dialogues.settle_promise(workspace, kept, "brutet", 1, TODAY)
    assert [one["status"] for one in dialogues.promises_of(workspace)] == ["oppet", "infriat", "oppet"]
    dialogues.settle_promise(workspace, kept, "oppet", 2, TODAY)
    assert deadlines_of(workspace, TODAY)["state"].tolist() != ["done"]


@on_a_file
@pytest.mark.parametrize(
    ("ask", "says"),
    [
        (lambda w, m: dialogues.add_dialogue(w, "9901", "igår"), "igår is no date"),
        (lambda w, m: dialogues.add_promise(w, m, " ", "kommunen"), "Write text"),
        (lambda w, m: dialogues.add_promise(w, m, "x", "staten"), '"staten" is no owner'),
        (lambda w, m: dialogues.add_promise(w, "nej", "x", "kommunen"), "no row"),
        (lambda w, m: dialogues.add_promise(w, m, "x", "kommunen", plan_id="nej", due="2026-01-01"), "no row"),
        (lambda w, m: dialogues.settle_promise(w, "nej", "infriat", 1), "no row"),
        (lambda w, m: dialogues.add_contact(w, {"municipality": "9901"}), "Write body"),
        (lambda w, m: needs.add_need(w, {**NEED, "place": ""}), "Write place"),
        (lambda w, m: needs.add_need(w, {**NEED, "status": "beslutat"}), "who decided it"),
        (lambda w, m: needs.add_need(w, {**NEED, "status": "kanske"}), '"kanske" is no status'),
        (lambda w, m: needs.add_need(w, {**NEED, "earliest_year": 2030, "latest_year": 2028}), "before the earliest"),
        (lambda w, m: needs.change_need(w, "nej", {}, 1), "no row"),
        (lambda w, m: letters.register_letter(w, {}, {}, [letters.Document("a", "b", b"c", "missiv")]), "which plan"),
    ],
)
def test_what_can_not_be_stored_is_told_and_stores_nothing(workspace, ask, says):
    meeting = dialogues.add_dialogue(workspace, "9901", "2026-10-01")
    before = {table: len(workspace.read(table)) for table in workspace.tables}
    with pytest.raises(PlanRefused) as raised:
        ask(workspace, meeting)
    assert says in sentence(raised.value)
    assert {table: len(workspace.read(table)) for table in workspace.tables} == before


@on_a_file
def test_a_meeting_is_changed_and_contacts_stand_once(workspace):
    meeting = dialogues.add_dialogue(workspace, "9901", "2026-10-01")
    dialogues.change_dialogue(workspace, meeting, {"date": "2026-10-02", "notes": "Bra"}, 1)
    assert [(one["date"], one["notes"]) for one in dialogues.dialogues_of(workspace, "9901")] == [("2026-10-02", "Bra")]
    contact = {"municipality": "9901", "body": "Planavdelningen", "email": "plan@9901.example"}
    assert dialogues.add_contact(workspace, contact) == dialogues.add_contact(workspace, contact)
    assert len(dialogues.contacts_of(workspace, "9901")) == 1 and dialogues.contacts_of(workspace, "9902") == []


def test_needs_near_a_point_by_their_own_radius(workspace):
    near = needs.add_need(workspace, NEED, (500_000, 6_400_000))
    assert needs.add_need(workspace, NEED, (500_000, 6_400_000)) == near, "the same need again is the same need"
    wide = needs.add_need(workspace, {**NEED, "place": "Hamnen", "radius_m": 5000}, (503_000, 6_400_000))
    needs.add_need(workspace, {**NEED, "place": "Utan punkt"})
    found = needs.needs_near(workspace, 500_300, 6_400_400)
    assert [(one["need_id"], round(one["distance_m"])) for one in found] == [(near, 500), (wide, 2729)]
    assert [one["need_id"] for one in needs.needs_near(workspace, 500_300, 6_400_400, 1000)] == [near]
    decided = {"status": "beslutat", "decided_by": "Regionstyrelsen", "decided_date": "2026-10-06"}
    needs.change_need(workspace, near, decided, 1)
    with pytest.raises(RowChanged):
        needs.change_need(workspace, near, {"status": "avfort"}, 1)
    needs.change_need(workspace, near, {"status": "avfort"}, 2)
    assert needs.needs_near(workspace, 500_000, 6_400_000, 10) == [], "a dropped need asks for nothing"


@on_a_file
def test_a_list_completes_a_case_and_never_takes_it_back(workspace, plan):
    told = {
        "municipality": "9901",
        "name": "Ekbacken",
        "status": "granskning",
        "designation": "EX-9",
        "dwellings_max": 40,
    }
    kept = lists.keep_listed(workspace, told, "Lista", TODAY)
    assert kept == (plan, "changed")
    case = cases.read_case(workspace, plan)
    assert (case["status"], case["designation"], case["dwellings_source"]) == ("granskning", "EX-9", "Lista")
    assert lists.keep_listed(workspace, told, "Lista", TODAY).fate == "unchanged"
    earlier = {**told, "status": "samråd", "designation": "EX-9", "dwellings_max": 90}
    assert lists.keep_listed(workspace, earlier, "Lista", TODAY).fate == "unchanged"
    assert lists.keep_listed(workspace, {**told, "dwellings_min": 50}, "Lista", TODAY).fate == "unchanged"
    assert cases.read_case(workspace, plan)["dwellings_max"] == 40


def test_a_letter_is_registered_once_whoever_reads_it(workspace, plan):
    letter = letters.Document("brev.eml", "message/rfc822", b"From: plan@9901.example", "missiv")
    case = {"municipality": "9901", "name": "EKBACKEN", "came_by": "mejl"}
    asked = {"stage": "samråd", "received": "2026-11-22", "answer_by": "2026-12-20"}
    done = letters.register_letter(workspace, case, asked, [letter], today=TODAY)
    assert done[:2] == (plan, "known") and (done.referral, done.documents) == ("made", 1)
    again = letters.register_letter(workspace, {**case, "name": "Annat"}, asked, [letter], today=TODAY)
    assert (again.plan_id, again.referral, again.documents) == (plan, "already", 0)
    assert referrals.read_referral(workspace, done.referral_id)["answer_by"] == "2026-12-20"
    (spoken,) = contact_days(workspace, ["9901"], TODAY)
    assert (spoken.how, spoken.days, spoken.silent) == ("referral", 0, False)
    assert contact_days(workspace, ["9902"], TODAY) == contacts(["9902"], [], [], TODAY, 90)
