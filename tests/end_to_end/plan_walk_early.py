"""Ekhagen, the early twin: a need told in a dialogue, a promise kept, remarks met, and nothing left to say at the end."""

import hashlib
import json
from datetime import date

import pytest

from narvard_plugin.core.plans.rows import records
from narvard_plugin.store.errors import StoreError
from narvard_plugin.store.plans import answers, cases, checks, dialogues, needs, referrals, remarks, statements
from tests.qgis.small_network import rows, run

from .plan_outcome import Walked, walked
from .plan_walk import (
    CHECKLIST,
    COORDINATOR,
    EARLY,
    FUNCTIONS,
    HEALTH,
    Place,
    Said,
    begun,
    by_rule,
    dates,
    decided_and_sent,
    differences,
    documents,
    draft_of,
    function_at_work,
    good_answer,
    imported,
    merged,
    need_told,
    papers_kept,
    part_of,
    raced,
    replied,
    reviewed,
    said_in_the_county,
    said_remarks,
    taken,
    text_of,
    together,
)

HEARD_OF, PROMISE = date(2025, 3, 18), "Planen ska medge vård (D), minst 2 400 m² bruttoarea."
MUNICIPALITY, MAIL = "9903", "plan@9903.example"
FILES = "ekhagen_samrad.json", "ekhagen_granskning.json"
REPLIES = {1: "Byggrätten för vård höjs till 2 600 m².", 2: "En vändplats ritas in.", 3: "Angöring medges i gatan."}
FINDINGS = ("anmarkning", "brist")


def walk(place: Place) -> Walked:
    said: dict[tuple[str, str], str] = {}
    plan, need, promise = dialogue(place)
    first = samrad_registered(place, plan, promise)
    samrad_answered(place, first, said)
    second, lost = granskning_registered(place, plan, first, said)
    granskning_answered(place, second, said)
    with place.opened() as workspace:
        (row,) = [one for one in needs.needs_of(workspace, MUNICIPALITY) if one["need_id"] == need]
        needs.change_need(workspace, need, {"status": "tillgodosett"}, row["row_version"])
    return walked(place, plan, (first, second), HEARD_OF, lost, said)


def dialogue(place: Place):
    """The region tells its need, and the municipality promises, before anybody has drawn anything."""
    with place.opened() as workspace:
        need = need_told(place, workspace, MUNICIPALITY)
        meeting = dialogues.add_dialogue(
            workspace, MUNICIPALITY, HEARD_OF.isoformat(), participants="Norrhamns kommun; regionen (påhittade)",
            questions="Behövs en vårdlokal i Ekhagen?",
        )  # fmt: skip
        told = {"municipality": MUNICIPALITY, "name": "Ekhagen", "designation": EARLY, "came_by": "dialog",
                "status": "planbesked", "procedure": "standard", "dwellings_min": 180, "dwellings_max": 180,
                "dwellings_source": "dialogmötet", "region_reference": "RS 2025-002"}  # fmt: skip
        plan = cases.add_case(workspace, told, HEARD_OF)
        promise = dialogues.add_promise(workspace, meeting, PROMISE, "kommunen", due="2025-10-06", plan_id=plan)
        needs.change_need(workspace, need, {"status": "framfort", "plan_id": plan}, 1)
        (due,) = dialogues.promises_due(workspace, date(2025, 9, 29), 14, MUNICIPALITY)
        assert (due["text"], due["days"]) == (PROMISE, 7)
    return plan, need, promise


def samrad_registered(place: Place, plan: str, promise: str) -> str:
    """The samråd version is a version of the case that the dialogue began; its dates are counted back, and the promise is kept."""
    version = imported(place, "ekhagen", "samråd")
    with place.opened() as workspace:
        papers_kept(workspace, plan, version, "2025-10-06")
        case = cases.read_case(workspace, plan)
        assert (case["status"], case["name"]) == ("samråd", "Ekhagen, Hamnängen 7 m.fl.")
        referral = registered(workspace, plan, version, "samråd", "2025-10-06", "2025-11-17")
        assert dates(workspace, referral) == {
            "fordelas": ["2025-10-08"], "delsvar": ["2025-11-05"], "sammanstallt": ["2025-11-10"],
            "beslut": ["2025-11-13"], "skicka": ["2025-11-17"], "svar_senast": ["2025-11-17"],
        }  # fmt: skip
        dialogues.settle_promise(workspace, promise, "infriat", 1, date(2025, 10, 6))
        assert dialogues.promises_due(workspace, date(2025, 10, 7)) == []
    return referral


def registered(workspace, plan, version, stage, received, answer_by) -> str:
    told = {"plan_id": plan, "version_id": version, "stage": stage, "received": received, "start": received,
            "answer_by": answer_by}  # fmt: skip
    return referrals.register_referral(workspace, told, date.fromisoformat(received))


def samrad_answered(place: Place, referral: str, said) -> None:
    """Three functions answer, one of them in a file; their remarks become one answer, which a person decides."""
    found, told = reviewed(place, referral, "2025-10-07")
    verdicts = {rule: row["verdict"] for rule, row in found.items() if row["verdict"] in FINDINGS}
    assert verdicts == {"VRD-04": "anmarkning", "VRD-08": "anmarkning"}
    assert (found["VRD-04"]["value"], found["VRD-08"]["value"], found["VRD-03"]["verdict"]) == (2400, 8, "ok")
    assert (told["RUN"], told["UNCHANGED_COUNT"]) == (1, 0)
    said[FILES[0], "reviewplan"] = "; ".join(f"{rule} {verdict}" for rule, verdict in sorted(verdicts.items()))
    proposed = begun(place, referral, ("hs", "fast", "akut"), date(2025, 10, 8))
    assert {"hs", "fast", "akut"} <= set(proposed)
    assert "VRD-04" in proposed["fast"]
    file = place.folder / "fast.json"
    run("exportpartialanswer", WORKSPACE=place.text, REFERRAL=referral, DEPARTMENT="fast", FILE=str(file))
    turning = {"AKU-04": ("anmarkning", "Gatan är en återvändsgata utan vändplats för ambulans.")}
    together(place, [
        function_at_work(place, referral, "hs", Said("tillstyrker", "Lokal för hälsocentral behövs senast 2033.")),
        function_at_work(place, referral, "akut", Said("tillstyrker_med_synpunkter", "Vändplats saknas.", turning)),
    ])  # fmt: skip
    fast_by_file(place, referral, file)
    with pytest.raises(StoreError):
        taken(place, referral, "for_beslut")  # no step is leapt over
    ids = {row["rule_id"]: row["remark_id"] for row in merged(place, referral, "Regionen har varit med från början.")}
    assert set(ids) == {"VRD-04", "AKU-04", None}
    with place.opened() as workspace:
        remarks.order_remarks(workspace, referral, [ids["VRD-04"], ids["AKU-04"], ids[None]])
    two_word_the_same_remark(place, ids["AKU-04"])
    with place.opened() as workspace:
        statements.draft_statement(workspace, referral)
        told = {row["rule_id"]: (row["number"], row["departments"]) for row in remarks.remarks_of(workspace, referral)}
    assert told == {"VRD-04": (1, "fast"), "AKU-04": (2, "akut;bred"), None: (3, "fast")}
    draft = draft_of(place, referral)
    assert (draft["proposal"]["stance"], draft["proposal"]["offered"]) == ("tillstyrker_med_synpunkter", [])
    assert (draft["contradictions"], draft["unconfirmed"]) == ([], [])
    files = documents(place, referral, "ekhagen samråd, utkast", ANNEX=False)
    assert "UTKAST" in text_of(files["html"])
    decided_and_sent(place, referral, "tillstyrker_med_synpunkter", "2025-11-12", MAIL)


def fast_by_file(place: Place, referral: str, file) -> None:
    """The property function answers in a file, while somebody judges one of its checks in the register."""
    who = FUNCTIONS["fast"]
    told = json.loads(file.read_text("utf8"))
    told["answer"]["values"].update(status="pagar", stance="tillstyrker_med_synpunkter", summary="Byggrätten är knapp.")
    for check in told["checks"]:
        rule, verdict = CHECKLIST.rule(check["shown"]["rule_id"]), check["shown"]["auto_verdict"]
        if rule.id == "VRD-08":
            values = {"verdict": "ok", "reason": "Genomförandetiden räknas från laga kraft."}
        elif verdict in ("ej_bedomt", "oklart") and rule.question:
            values = {"answer": good_answer(rule)}
        else:
            values = {} if verdict in FINDINGS else None
        check["values"].update({} if values is None else {**values, "confirmed_by": who})
    told["remarks"].append({"values": {"text": "Angöring för sjukresor bör ritas in vid entrén.", "severity": "rad"}})
    file.write_text(json.dumps(told), "utf8")
    check = by_rule(place, referral)["VRD-08"]
    with place.opened() as workspace:
        checks.confirm(workspace, check["check_id"], COORDINATOR, check["row_version"])
    given = {"WORKSPACE": place.text, "FILE": str(file), "OUTPUT": "memory:"}
    done = run("importpartialanswer", **given)
    assert (done["CONFLICT_COUNT"], done["ADDED_COUNT"]) == (1, 1)
    assert by_rule(place, referral)["VRD-08"]["verdict"] == "anmarkning"
    (row,) = {row["row_id"] for row in rows(done["OUTPUT"])}
    done = run("importpartialanswer", **given, TAKE=row)
    assert (done["CHANGED_COUNT"], done["ADDED_COUNT"], done["CONFLICT_COUNT"]) == (1, 0, 0)
    assert by_rule(place, referral)["VRD-08"]["verdict"] == "ok"
    with place.opened(who) as workspace:
        part = part_of(workspace, referral, "fast")
        answers.lock_part(workspace, part["answer_id"], part["row_version"])


def two_word_the_same_remark(place: Place, remark_id: str) -> None:
    """One is heard; the other is told, and sees what it became."""

    def read(workspace):
        return records(workspace.read("remarks", within={"remark_id": [remark_id]}))[0]

    def word(workspace, row, who):
        remarks.edit_remark(workspace, remark_id, f"Vändplats för ambulans behövs ({who}).", row["row_version"])

    assert raced(place, read, word) == {"written": 1, "told": 1}
    with place.opened() as workspace:
        row = read(workspace)
        assert row["text"] in [f"Vändplats för ambulans behövs ({who})." for who in (COORDINATOR, HEALTH)]
        assert row["wording"] == "redigerad"
        assert row["original_text"] != row["text"]
        remarks.edit_remark(workspace, remark_id, "Vändplats för ambulans behövs.", row["row_version"])


def granskning_registered(place: Place, plan: str, samrad: str, said) -> tuple[str, str]:
    """The plan comes back changed, with what the municipality did about each remark."""
    version = imported(place, "ekhagen", "granskning")
    changes, numbers, told = differences(place, plan, "samråd", "granskning")
    right = numbers["gross_area", "D"]
    assert (right["before"], right["after"], told["USES_LOST"]) == (2400, 2600, "")
    assert [row["after"] for row in changes if row["change"] == "value"] == [2600]
    said[", ".join(FILES), "plandifference"] = f"D {right['before']:g} → {right['after']:g} m²; no use lost"
    replied(place, samrad, "Samrådsredogörelse, s. 4 (påhittad)", lambda number: (REPLIES[number], "tillgodosedd"))
    taken(place, samrad, "aterkopplad", "avslutad")
    with place.opened() as workspace:
        papers_kept(workspace, plan, version, "2026-03-02")
        referral = registered(workspace, plan, version, "granskning", "2026-03-02", "2026-03-30")
    before = by_rule(place, samrad)
    found, counts = reviewed(place, referral, "2026-03-03", only_affected=True)
    assert {rule: row["verdict"] for rule, row in found.items() if row["verdict"] in FINDINGS} == {
        "PRO-05": "anmarkning"
    }
    assert (found["VRD-04"]["verdict"], found["VRD-04"]["value"], found["PRO-04"]["verdict"]) == ("ok", 2600, "ok")
    said[FILES[1], "reviewplan"] = "VRD-04 ok; nothing of villkor or avstyrkan"
    unchanged = {rule for rule, row in found.items() if row["carried"]}
    assert counts["UNCHANGED_COUNT"] == len(unchanged)
    assert {"FAS-01", "AKU-01"} <= unchanged  # they look at the plan area, which is as it was
    assert not {"VRD-03", "VRD-04", "VRD-08", "PRO-05", "FAS-03"} & unchanged  # care, this year, a question to a person
    assert all(found[rule]["value"] == before[rule]["value"] for rule in unchanged)
    assert all(row["confirmed_by"] is None for row in found.values())  # a person's word is of the stage it was said in
    return referral, told["USES_LOST"]


def granskning_answered(place: Place, referral: str, said) -> None:
    """Nothing is left to remark on; what was said in samråd stands there with its numbers, replies and outcomes."""
    words = said_in_the_county(place, EARLY, "granskning")
    begun(place, referral, words, date(2026, 3, 4))
    together(place, [function_at_work(place, referral, code, one) for code, one in words.items()])
    found = merged(place, referral, "Regionens synpunkter är tillgodosedda.")
    assert {remark["severity"] for remark in found} <= {"info"}
    with place.opened() as workspace:
        for remark in found:  # that something has changed is for the region itself
            remarks.strike_remark(workspace, remark["remark_id"], remark["row_version"])
        first = next(one for one in remarks.earlier_remarks(workspace, referral) if one["number"] == 1)
        remarks.add_remark(workspace, referral, ["fast"], "Byggrätten för vård räcker nu.", "info", rule_id="VRD-04",
                           previous=first["remark_id"])  # fmt: skip
        (kept,) = said_remarks(workspace, referral)
        assert (kept["number"], kept["previous"]) == (1, first["remark_id"])
        statements.draft_statement(workspace, referral, stance="tillstyrker")
    draft = draft_of(place, referral)
    assert (draft["proposal"]["stance"], draft["contradictions"]) == ("ingen_erinran", [])
    earlier = [(one["number"], one["municipality_reply"], one["outcome"]) for one in draft["earlier"]]
    assert earlier == [(number, reply, "tillgodosedd") for number, reply in REPLIES.items()]
    checksum = decided_and_sent(place, referral, "tillstyrker", "2026-03-25", MAIL)
    files = documents(place, referral, "ekhagen granskning")
    assert hashlib.sha256(files["pdf"].read_bytes()).hexdigest() == checksum
    for suffix in ("odt", "html"):
        text = text_of(files[suffix])
        assert all(reply in text for reply in REPLIES.values())
        assert "UTKAST" not in text
    replied(place, referral, "Granskningsutlåtande, s. 2 (påhittad)", lambda number: ("Noteras.", "tillgodosedd"))
    with place.opened() as workspace:
        cases.note_event(workspace, "aterkoppling", "Granskningsutlåtandet kom.", referral_id=referral)
    taken(place, referral, "aterkopplad", "avslutad")
