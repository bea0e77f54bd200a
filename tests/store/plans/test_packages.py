"""A function's part out as a file and back: by id and version, with what conflicts told and nothing half merged."""

import json

import pytest

from narvard_plugin.core.plans.answer_package import read_package
from narvard_plugin.store.plans import answers, packages, referrals, remarks
from narvard_plugin.store.plans.errors import PlanRefused
from tests.data.test_schemas import RESOURCES, complaints

from . import review_steps as steps

SCHEMA = RESOURCES / "schemas" / "partial_answer.schema.json"


@pytest.fixture
def referral_id(workspace):
    made = steps.new_referral(workspace, steps.new_case(workspace, name="=cmd|' /C calc'!A0"))
    referrals.distribute(workspace, made, steps.EVERY_FUNCTION)
    steps.step(workspace, made, "under_beredning")
    steps.run_checks(workspace, made)
    return made


def exported(workspace, referral_id, department):
    """As a file: what JSON holds of it."""
    return json.loads(json.dumps(packages.export_answer_package(workspace, referral_id, department)))


def merge(workspace, document, take=()):
    return packages.merge_answer_package(workspace, read_package(json.dumps(document)), take)


def test_a_filled_in_file_goes_in_once(workspace, referral_id):
    document = exported(workspace, referral_id, "rut")
    assert complaints(document, SCHEMA) == []
    document["answer"]["values"].update(stance="tillstyrker", summary="Bra.\n\nMycket bra.", status="svar_lamnat")
    question, missing = document["checks"]
    assert (question["shown"]["rule_id"], question["shown"]["answers"]) == ("FAS-01", ["ja", "delvis", "nej", "vet_ej"])
    question["values"].update(answer="nej", confirmed_by="Förvaltaren", final_text="Regionen är sakägare.")
    missing["values"].update(verdict="brist", reason="Leden går 90 m bort.", confirmed_by="Förvaltaren")
    document["remarks"].append({"values": {"text": "<b>Egen</b> synpunkt.", "severity": "info"}})
    assert complaints(document, SCHEMA) == []
    merged = merge(workspace, document)
    assert (merged.changed, merged.added, merged.unchanged, merged.conflicts) == (3, 1, 0, ())
    part = steps.part_of(workspace, referral_id, "rut")
    assert (part["status"], part["stance"], part["summary"]) == ("svar_lamnat", "tillstyrker", "Bra.\n\nMycket bra.")
    check = steps.check_of(workspace, referral_id, "FAS-01")
    assert (check["answer"], check["verdict"], check["confirmed_by"]) == ("nej", "brist", "Förvaltaren")
    assert check["final_text"] == "Regionen är sakägare."
    check = steps.check_of(workspace, referral_id, "RIS-01")
    assert (check["verdict"], check["auto_verdict"], check["reason"]) == ("brist", "fel", "Leden går 90 m bort.")
    assert [row["text"] for row in remarks.remarks_of(workspace, referral_id)] == ["<b>Egen</b> synpunkt."]
    assert merge(workspace, document)[:3] == (0, 0, 4)  # read in again, nothing comes twice


def test_what_was_changed_in_the_register_too_is_told_and_not_merged(workspace, referral_id):
    document = exported(workspace, referral_id, "hs")
    part = steps.part_of(workspace, referral_id, "hs")
    answers.answer_part(workspace, part["answer_id"], "avstyrker", "Registrets.", part["row_version"])
    document["answer"]["values"].update(stance="tillstyrker", summary="Filens.")
    (check,) = document["checks"]
    check["values"]["confirmed_by"] = "Strategen"
    merged = merge(workspace, document)
    assert [(one.field, one.register, one.file) for one in merged.conflicts] == [
        ("stance", "avstyrker", "tillstyrker"),
        ("summary", "Registrets.", "Filens."),
    ]
    assert merged.changed == 1  # the check, which nobody else had touched
    assert steps.part_of(workspace, referral_id, "hs")["summary"] == "Registrets."
    taken = merge(workspace, document, take=[part["answer_id"]])
    assert (taken.changed, taken.conflicts) == (1, ())
    assert steps.part_of(workspace, referral_id, "hs")["summary"] == "Filens."


def test_a_check_that_was_run_again_meanwhile_is_a_conflict(workspace, referral_id):
    document = exported(workspace, referral_id, "rut")
    question = document["checks"][0]
    question["values"].update(answer="ja", confirmed_by="Förvaltaren")
    steps.run_checks(workspace, referral_id)
    merged = merge(workspace, document)
    assert [(one.id, one.field) for one in merged.conflicts] == [
        (question["id"], "answer"),
        (question["id"], "confirmed_by"),
    ]
    merge(workspace, document, take=[question["id"]])
    check = steps.check_of(workspace, referral_id, "FAS-01")
    assert (int(check["run"]), check["verdict"]) == (2, "ok")


def test_one_wrong_row_and_nothing_of_the_file_goes_in(workspace, referral_id):
    document = exported(workspace, referral_id, "rut")
    document["answer"]["values"]["stance"] = "tillstyrker"
    document["checks"][1]["values"].update(verdict="ok", confirmed_by="Förvaltaren")  # without a reason
    with pytest.raises(PlanRefused, match="reason_missing"):
        merge(workspace, document)
    assert steps.part_of(workspace, referral_id, "rut")["stance"] is None


def test_a_locked_part_and_a_foreign_step_are_refused(workspace, referral_id):
    document = exported(workspace, referral_id, "hs")
    document["answer"]["values"].update(stance="tillstyrker", status="godkand")
    with pytest.raises(PlanRefused, match="package_status") as refused:
        merge(workspace, document)
    assert "godkand" in refused.value.sentence()
    steps.answer(workspace, referral_id, "hs", "avstyrker")
    document["answer"]["values"]["status"] = "svar_lamnat"
    with pytest.raises(PlanRefused, match="part_locked"):
        merge(workspace, document, take=[document["answer"]["id"]])
    assert merge(workspace, document).conflicts  # told, and nothing merged
    with pytest.raises(PlanRefused, match="not_asked"):
        packages.export_answer_package(workspace, referral_id, "kult")


def test_what_the_coordinator_struck_or_shared_meanwhile_is_a_conflict(workspace, referral_id):
    ids = [remarks.add_remark(workspace, referral_id, ["hs"], text, "rad") for text in ("Ett.", "Två.", "Tre.")]
    document = exported(workspace, referral_id, "hs")
    remarks.strike_remark(workspace, ids[0], remarks.read_remark(workspace, ids[0])["row_version"])
    row = remarks.read_remark(workspace, ids[1])
    workspace.change("remarks", {"remark_id": ids[1]}, {"departments": "hs;rut"}, row_version=row["row_version"])
    assert merge(workspace, document)[:3] == (0, 0, 5)  # the file says nothing new
    for told in document["remarks"]:
        told["values"]["text"] += " Ändrat."
    merged = merge(workspace, document)
    assert merged.changed == 1 and {one.id for one in merged.conflicts} == set(ids[:2])
    assert merge(workspace, document, take=ids).changed == 2
    assert [remarks.read_remark(workspace, one)["text"] for one in ids] == [
        "Ett. Ändrat.",
        "Två. Ändrat.",
        "Tre. Ändrat.",
    ]


def test_a_file_that_was_edited_into_something_else_is_refused_with_a_sentence(workspace, referral_id):
    document = exported(workspace, referral_id, "rut")
    other = steps.new_referral(workspace, steps.new_case(workspace, name="En annan plan"))
    referrals.distribute(workspace, other, {"rut": "FAS-01"})
    before = workspace.read("partial_answers"), workspace.read("checks"), workspace.read("remarks")

    def edited(change):
        copy = json.loads(json.dumps(document))
        change(copy)
        return copy

    def both(copy):
        copy["checks"][0]["values"].update(answer="ja", verdict="brist", confirmed_by="X")

    for code, change in {
        "package_row": lambda copy: copy.update(referral_id=other),
        "not_asked": lambda copy: copy.update(department="kult"),
        "unknown_id": lambda copy: copy.update(referral_id="finns inte"),
        "package_removed": lambda copy: copy["answer"]["values"].update(status=None),
        "answer_and_verdict": both,
        "unknown_rule": lambda copy: copy["remarks"].append({"values": {"text": "X", "rule_id": "=1+1"}}),
    }.items():
        with pytest.raises(PlanRefused) as refused:
            merge(workspace, edited(change))
        assert refused.value.code == code and "{" not in refused.value.sentence()
    for table, rows in zip(("partial_answers", "checks", "remarks"), before):
        assert rows.equals(workspace.read(table))
    twice = edited(lambda copy: copy["remarks"].extend([{"values": {"text": "Samma."}}] * 2))
    assert merge(workspace, twice).added == 1
