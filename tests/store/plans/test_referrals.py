"""Planremisser in both stores: their dates, their steps and what is refused."""

from datetime import date

import pandas as pd
import pytest

from narvard_plugin.store.errors import FrozenRow, IllegalStep, RowChanged
from narvard_plugin.store.plans import deadline_rows, referrals
from narvard_plugin.store.plans.cases import add_case, change_case
from narvard_plugin.store.plans.deadline_rows import recompute
from narvard_plugin.store.plans.errors import PlanRefused

TODAY = date(2026, 12, 7)
#: For what does not depend on the kind of store.
in_one_store = pytest.mark.parametrize("store", ["geopackage"], indirect=True)


@pytest.fixture
def plan(workspace):
    return add_case(workspace, {"municipality": "9901", "name": "Kv. Eken", "came_by": "brev"}, TODAY)


@pytest.fixture
def referral(workspace, plan):
    return referrals.register_referral(
        workspace, {"plan_id": plan, "stage": "samråd", "answer_by": "2027-01-08"}, TODAY
    )


def version(workspace, referral_id):
    return referrals.read_referral(workspace, referral_id)["row_version"]


def dates(workspace, referral_id):
    rows = workspace.read("deadlines", within={"referral_id": [referral_id]})
    return {(row.kind, row.department): row.date for row in rows.itertuples()}


def refused(code, function, *arguments, **named):
    with pytest.raises(PlanRefused) as found:
        function(*arguments, **named)
    assert found.value.code == code
    sentence = found.value.sentence()
    assert sentence.endswith(".") and "{" not in sentence
    return sentence


def set_parts(workspace, referral_id, *steps):
    """Every part through the states, as the functions and the coordinator do."""
    for status in steps:
        for row in workspace.read("partial_answers", within={"referral_id": [referral_id]}).itertuples():
            key = {"referral_id": referral_id, "department": row.department}
            workspace.change("partial_answers", key, {"status": status}, row_version=int(row.row_version))


def decided(workspace, referral_id):
    """A referral on its way to beslutad, with a decided statement."""
    referrals.distribute(workspace, referral_id, {"halso": "", "kultur": ""}, TODAY)
    referrals.step(workspace, referral_id, "under_beredning", version(workspace, referral_id), TODAY)
    set_parts(workspace, referral_id, "pagar", "svar_lamnat", "godkand")
    for state in ("sammanstallning", "for_beslut"):
        referrals.step(workspace, referral_id, state, version(workspace, referral_id), TODAY)
    statement = {"statement_id": "y1", "referral_id": referral_id, "version": 1, "status": "beslutat", "stance": "tillstyrker",
                 "decided_by": "Chefen", "decision_date": "2027-01-05", "row_version": 1}  # fmt: skip
    workspace.write("statements", pd.DataFrame([statement]))
    referrals.step(workspace, referral_id, "beslutad", version(workspace, referral_id), TODAY)


def test_a_planremiss_gets_its_dates_and_functions_theirs(workspace, referral):
    assert dates(workspace, referral) == {
        ("fordelas", None): "2026-12-09", ("delsvar", None): "2026-12-22", ("sammanstallt", None): "2026-12-29",
        ("beslut", None): "2027-01-05", ("skicka", None): "2027-01-08", ("svar_senast", None): "2027-01-08",
    }  # fmt: skip
    assert referrals.distribute(workspace, referral, {"halso": "nära", "kultur": ""}, TODAY) == ("halso", "kultur")
    assert referrals.distribute(workspace, referral, {"kultur": "", "fastighet": "egen mark"}, TODAY) == ("fastighet",)
    delsvar = {department: day for (kind, department), day in dates(workspace, referral).items() if kind == "delsvar"}
    assert delsvar == dict.fromkeys(("halso", "kultur", "fastighet"), "2026-12-22")
    parts = workspace.read("partial_answers").set_index("department")
    assert set(parts["answer_by"]) == {"2026-12-22"} and parts.loc["halso", "reason"] == "nära"
    shown = deadline_rows.deadlines_of(workspace, date(2026, 12, 24), referral).set_index(["kind", "department"])
    assert shown.loc[("fordelas", None), "state"] == "done"
    assert shown.loc[("delsvar", "kultur"), ["days", "state"]].tolist() == [-2, "late"]
    assert shown.loc[("sammanstallt", None), "state"] == "soon"
    assert set(shown["case_name"]) == {"Kv. Eken"}


@in_one_store
def test_what_a_planremiss_has_left_behind_asks_for_nothing_though_its_dates_were_counted_later(workspace, plan):
    row = {"referral_id": "r1", "plan_id": plan, "stage": "samråd", "standing": "sakagare", "level": "delegation",
           "received": "2026-12-07", "answer_by": "2027-01-08", "status": "under_beredning", "row_version": 1}  # fmt: skip
    workspace.write("referrals", pd.DataFrame([row]))
    for stored in (False, True):
        if stored:
            recompute(workspace, "r1")
        shown = deadline_rows.deadlines_of(workspace, date(2026, 12, 10), "r1").set_index("kind")
        assert shown["deadline_id"].notna().all() == stored
        assert shown.loc["fordelas", "state"] == "done" and shown.loc["delsvar", "state"] != "done"


def test_a_date_set_by_hand_stands_until_it_is_given_back(workspace, referral):
    referrals.distribute(workspace, referral, {"halso": "", "kultur": ""}, TODAY)
    deadline_rows.set_deadline(workspace, referral, "sammanstallt", date(2026, 12, 30), note="ledighet")
    deadline_rows.set_deadline(workspace, referral, "delsvar", date(2026, 12, 18), department="kultur")
    referrals.grant_extension(workspace, referral, date(2027, 1, 22), version(workspace, referral))
    found = dates(workspace, referral)
    assert found[("sammanstallt", None)] == "2026-12-30"
    assert found[("delsvar", "kultur")] == "2026-12-18" and found[("delsvar", "halso")] == "2027-01-12"
    assert (
        found[("svar_senast", None)] == "2027-01-08"
        and found[("anstand", None)] == found[("skicka", None)] == "2027-01-22"
    )
    parts = workspace.read("partial_answers").set_index("department")["answer_by"]
    assert dict(parts) == {"halso": "2027-01-12", "kultur": "2026-12-18"}
    deadline_rows.set_deadline(workspace, referral, "sammanstallt", None)
    assert dates(workspace, referral)[("sammanstallt", None)] == "2027-01-15"
    rows = workspace.read("deadlines").set_index(["kind"])
    assert rows.loc["sammanstallt", "computed"] == 1


@in_one_store
def test_one_date_for_all_functions_set_by_hand(workspace, referral):
    deadline_rows.set_deadline(workspace, referral, "delsvar", date(2026, 12, 15))
    referrals.distribute(workspace, referral, {"halso": "", "kultur": ""}, TODAY)
    assert {key: day for key, day in dates(workspace, referral).items() if key[0] == "delsvar"} == {
        ("delsvar", None): "2026-12-15"
    }
    assert set(workspace.read("partial_answers")["answer_by"]) == {"2026-12-15"}


def test_computing_anew_changes_nothing(workspace, referral, store):
    referrals.distribute(workspace, referral, {"halso": ""}, TODAY)
    before = store.content()
    referrals.recompute(workspace, referral)
    assert store.content() == before


def test_the_municipality_s_date_is_not_moved(workspace, referral):
    sentence = refused(
        "municipality_date", deadline_rows.set_deadline, workspace, referral, "svar_senast", date(2027, 1, 10)
    )
    assert "never moved" in sentence
    referrals.correct_answer_by(workspace, referral, date(2027, 1, 15), version(workspace, referral))  # a slip, at once
    assert dates(workspace, referral)[("skicka", None)] == "2027-01-15"
    referrals.distribute(workspace, referral, {"halso": ""}, TODAY)
    referrals.step(workspace, referral, "under_beredning", version(workspace, referral), TODAY)
    before = dates(workspace, referral)
    with pytest.raises(FrozenRow):
        referrals.correct_answer_by(workspace, referral, date(2027, 1, 22), version(workspace, referral))
    assert dates(workspace, referral) == before
    refused("extension_too_early", referrals.grant_extension, workspace, referral, date(2027, 1, 15), 1)


def test_steps_wait_for_the_functions(workspace, referral):
    refused("nobody_asked", referrals.distribute, workspace, referral, {})
    referrals.distribute(workspace, referral, {"halso": "", "kultur": ""}, TODAY)
    with pytest.raises(IllegalStep):
        referrals.step(workspace, referral, "sammanstallning", version(workspace, referral), TODAY)
    referrals.step(workspace, referral, "under_beredning", version(workspace, referral), TODAY)
    sentence = refused(
        "parts_open", referrals.step, workspace, referral, "sammanstallning", version(workspace, referral)
    )
    assert "halso, kultur" in sentence
    set_parts(workspace, referral, "pagar", "svar_lamnat")
    referrals.step(workspace, referral, "sammanstallning", version(workspace, referral), TODAY)
    refused("too_late_to_ask", referrals.distribute, workspace, referral, {"fastighet": ""})
    refused("parts_not_approved", referrals.step, workspace, referral, "for_beslut", version(workspace, referral))
    set_parts(workspace, referral, "godkand")
    referrals.step(workspace, referral, "for_beslut", version(workspace, referral), TODAY)
    done = workspace.read("deadlines").set_index("kind")["done"]
    assert done["sammanstallt"] == "2026-12-07" and pd.isna(done["beslut"])
    referrals.step(workspace, referral, "sammanstallning", version(workspace, referral), TODAY)  # and back again
    assert pd.isna(workspace.read("deadlines").set_index("kind")["done"]["sammanstallt"])
    referrals.step(workspace, referral, "for_beslut", version(workspace, referral), TODAY)
    refused("no_decided_statement", referrals.step, workspace, referral, "beslutad", version(workspace, referral))
    refused("not_decided", referrals.dispatch, workspace, referral, TODAY, "Kommunen")


def test_a_decided_answer_is_sent_and_reported(workspace, referral):
    decided(workspace, referral)
    refused("use_dispatch", referrals.step, workspace, referral, "skickad", version(workspace, referral))
    refused("no_receiver", referrals.dispatch, workspace, referral, TODAY, " ")
    referrals.dispatch(workspace, referral, date(2027, 1, 7), "Exempelstads kommun", version(workspace, referral))
    refused("no_delegation_point", referrals.notify_delegation, workspace, referral, "", TODAY, 1)
    referrals.notify_delegation(workspace, referral, "4.2", date(2027, 1, 20), version(workspace, referral))
    row = referrals.read_referral(workspace, referral)
    assert (row["status"], row["dispatched"], row["dispatched_to"]) == ("skickad", "2027-01-07", "Exempelstads kommun")
    assert (row["delegation_point"], row["delegation_notified"]) == ("4.2", "2027-01-20")
    assert workspace.read("statements")["status"].tolist() == ["skickat"]
    assert set(deadline_rows.deadlines_of(workspace, date(2027, 3, 1), referral)["state"]) == {"done"}
    kinds = workspace.read("plan_events")["kind"].tolist()
    assert kinds == ["inkommen_handling", "expedierat", "delegationsbeslut_anmalt"]
    refused("referral_ended", referrals.ask_extension, workspace, referral, date(2027, 2, 1), 1)


def test_two_people_at_once(workspace, referral):
    read = version(workspace, referral)
    referrals.change_referral(workspace, referral, {"handler": "Anna"}, read)
    with pytest.raises(RowChanged):
        referrals.grant_extension(workspace, referral, date(2027, 1, 22), read)
    row = referrals.read_referral(workspace, referral)
    assert row["handler"] == "Anna" and row["extension_to"] is None
    assert workspace.read("plan_events")["kind"].tolist() == ["inkommen_handling"]


@in_one_store
def test_an_extension_is_asked_for_and_written_down(workspace, referral):
    referrals.ask_extension(
        workspace, referral, date(2027, 1, 22), version(workspace, referral), TODAY, "Nämnd i januari."
    )
    assert referrals.read_referral(workspace, referral)["extension_asked"] == "2026-12-07"
    assert dates(workspace, referral)[("skicka", None)] == "2027-01-08"  # nothing moves before it is granted
    assert "2027-01-22" in workspace.read("plan_events")["text"].iloc[-1]


@in_one_store
def test_a_samrad_that_no_granskning_follows_says_so_loudly(workspace, plan, referral):
    shown = deadline_rows.deadlines_of(workspace, TODAY).set_index("kind")["note"]
    assert not shown.fillna("").str.contains("LAST CHANCE").any()
    change_case(workspace, plan, {"procedure": "begransat"}, 1)
    shown = deadline_rows.deadlines_of(workspace, TODAY).set_index("kind")["note"].fillna("")
    assert set(shown.index[shown.str.startswith("LAST CHANCE")]) == {"svar_senast", "skicka"}


@in_one_store
def test_a_planremiss_written_by_others_is_not_without_dates(workspace, plan):
    row = {"referral_id": "r", "plan_id": plan, "stage": "samråd", "standing": "bada", "received": "2026-12-07",
           "answer_by": "2027-01-08", "level": "delegation", "status": "inkommen", "row_version": 1}  # fmt: skip
    old = {**row, "referral_id": "old", "received": "1998-12-07", "answer_by": "1999-01-08"}
    workspace.write("referrals", pd.DataFrame([row, old]))
    shown = deadline_rows.deadlines_of(workspace, TODAY)
    assert shown["kind"][shown["referral_id"] == "r"].tolist()[0] == "fordelas" and len(shown) == 7
    assert shown["kind"][shown["referral_id"] == "old"].tolist() == ["svar_senast"]
    assert workspace.read("deadlines").empty


@in_one_store
def test_meetings_of_the_board_renew_the_dates_of_what_it_decides(workspace, plan):
    row = {
        "plan_id": plan,
        "stage": "granskning",
        "received": "2026-08-24",
        "answer_by": "2026-10-09",
        "level": "namnd",
    }
    board = referrals.register_referral(workspace, row, TODAY)
    assert ("sammantrade", None) not in dates(workspace, board)
    meeting = {"level": "namnd", "body": "Regionstyrelsen", "date": "2026-09-24"}
    assert referrals.add_meetings(workspace, [meeting, {**meeting, "date": "2026-10-22"}]) == 2
    found = dates(workspace, board)
    assert (found[("namndhandlingar", None)], found[("sammantrade", None)]) == ("2026-09-10", "2026-09-24")
    assert referrals.add_meetings(workspace, [{**meeting, "papers_by": "2026-09-08"}]) == 1
    assert dates(workspace, board)[("sammanstallt", None)] == "2026-09-08"
    refused("papers_after_meeting", referrals.add_meetings, workspace, [{**meeting, "papers_by": "2026-09-25"}])
    refused("not_delegated", referrals.notify_delegation, workspace, board, "4.2", TODAY, 1)


@in_one_store
def test_the_last_day_to_appeal_is_a_deadline_of_the_case(workspace, plan):
    assert deadline_rows.watch_appeal(workspace, plan, date(2026, 12, 3), 21) == date(2026, 12, 28)
    deadline_rows.watch_appeal(workspace, plan, date(2026, 12, 4), 21)
    (row,) = deadline_rows.deadlines_of(workspace, TODAY).to_dict("records")
    assert (row["kind"], row["date"], row["days"], row["case_id"]) == ("overklagande", "2026-12-28", 21, plan)


def test_what_can_not_be_stored_is_said_and_leaves_nothing(workspace, plan, store):
    before = store.content()
    row = {"plan_id": plan, "stage": "samråd", "answer_by": "2027-01-08"}
    refused("referral_incomplete", referrals.register_referral, workspace, {**row, "answer_by": ""}, TODAY)
    refused("unknown_id", referrals.register_referral, workspace, {**row, "plan_id": "x"}, TODAY)
    assert "1999" in refused(
        "year_outside", referrals.register_referral, workspace, {**row, "answer_by": "1999-01-08"}, TODAY
    )
    refused("unknown_id", referrals.read_referral, workspace, "x")
    refused("unknown_id", deadline_rows.mark_done, workspace, "x", TODAY)
    assert store.content() == before


@in_one_store
def test_only_its_own_steps_change_some_columns(workspace, referral):
    sentence = refused("own_function", referrals.change_referral, workspace, referral, {"status": "beslutad"}, 1)
    assert "status" in sentence
    refused("unknown_kind", deadline_rows.set_deadline, workspace, referral, "fika", TODAY)
