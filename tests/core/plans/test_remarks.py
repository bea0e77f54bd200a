"""Remarks over runs and stages: what follows the checks, what a person has touched, and which number each one has."""

from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.plans.merging import Wish
from narvard_plugin.core.plans.remarks import (
    newest_of_each_number,
    numbers,
    ordered,
    plan_remarks,
    predecessors,
    prior_facts,
    wishes_of,
)


def check(rule_id="KOL-01", verdict="anmarkning", by="Handläggaren", **more):
    row = {"rule_id": rule_id, "department": "rkm", "severity": "rad", "verdict": verdict, "confirmed_by": by,
           "final_text": None, "proposed_text": "Föreslaget.", "explanation": "Förklaring."}  # fmt: skip
    return {**row, **more}


def remark(remark_id="a", rule_id="KOL-01", **more):
    row = {"remark_id": remark_id, "referral_id": f"of {remark_id}", "rule_id": rule_id, "check_id": "c", "text": "Föreslaget.",
           "original_text": "Föreslaget.", "wording": "forslag", "severity": "rad", "departments": "rkm",
           "number": None, "place": 1, "previous": None, "outcome": "oppen"}  # fmt: skip
    return {**row, **more}


WISH = Wish("KOL-01", ("rkm",), "rad", "Föreslaget.")


def test_only_what_a_person_has_confirmed_is_said():
    checks = [
        check(),
        check("KOL-02", by=None),
        check("KOL-03", "ok"),
        check("KOL-04", "oklart"),
        check("KOL-05", "oklart", final_text="Regionen behöver en bullerutredning."),
        check("KOL-06", "brist", proposed_text=None, final_text=" "),
        check("KOL-07", "brist", proposed_text=None, explanation=None),
        check("PRO-05", "anmarkning", severity="info", proposed_text=None),  # what the region itself should know
        check("PRO-02", "anmarkning", severity="info"),
    ]
    assert [(wish.rule_id, wish.text) for wish in wishes_of(checks, {})] == [
        ("KOL-01", "Föreslaget."),
        ("KOL-05", "Regionen behöver en bullerutredning."),
        ("KOL-06", "Förklaring."),
        ("KOL-07", "KOL-07"),  # never left out for want of words
        ("PRO-02", "Föreslaget."),
    ]
    assert wishes_of([check()], {"KOL-01": ("hs", "rkm")})[0].departments == ("rkm", "hs")


def test_a_proposal_follows_the_checks_until_a_person_has_touched_it():
    other = WISH._replace(text="Längre bort nu.")
    assert plan_remarks([WISH], []).add == [WISH]
    assert plan_remarks([WISH], [remark()]) == ([], [], [], [], [])
    assert plan_remarks([other], [remark()]).follow == [("a", other)]
    assert plan_remarks([], [remark()]).strike == ["a"]
    edited = remark(wording="redigerad", text="Mina ord.")
    assert plan_remarks([WISH], [edited]) == ([], [], [], [], [])
    assert plan_remarks([other], [edited]).outdated == ["a"]
    assert plan_remarks([], [edited]).outdated == ["a"]


def test_what_a_person_struck_stays_struck_and_what_no_rule_asked_for_is_left_alone():
    assert plan_remarks([WISH], [remark(wording="struken")]) == ([], [], [], [], [])
    own = remark(rule_id=None, check_id=None, wording="godtagen")
    assert plan_remarks([], [own]) == ([], [], [], [], [])


def test_what_a_run_struck_comes_back_when_the_finding_does():
    gone = remark(wording="struken", place=None)
    assert plan_remarks([], [gone]) == ([], [], [], [], [])
    assert plan_remarks([WISH], [gone]).follow == [("a", WISH)]
    own = remark("b", check_id=None, wording="godtagen")
    assert plan_remarks([WISH], [gone, own]).follow == []  # somebody says it already


def test_new_remarks_stand_function_by_function_the_heaviest_first():
    told = [
        ("KOL-01", "rkm", "rad"),
        ("VRD-01", "hs", "villkor"),
        ("KOL-02", "rkm", "avstyrkan"),
        ("VRD-02", "hs", "info"),
    ]
    wishes = [Wish(rule_id, (department, "rut"), severity, "x") for rule_id, department, severity in told]
    assert [wish.rule_id for wish in plan_remarks(wishes, []).add] == ["KOL-02", "KOL-01", "VRD-01", "VRD-02"]


def test_the_remark_that_has_its_number_from_an_earlier_stage_stays_when_several_become_one():
    kept = remark("b", check_id=None, wording="godtagen", departments="hs", previous="x", number=4, text="Buss.")
    (merged,) = plan_remarks([WISH], [remark(), kept]).merge
    assert (merged[0], merged[2]) == ("b", ("a",))


def test_several_functions_remarks_by_one_rule_become_one():
    of_the_program = remark()
    of_a_function = remark("b", check_id=None, wording="godtagen", departments="hs", text="Patienter behöver buss.",
                           original_text="Patienter behöver buss.", severity="villkor")  # fmt: skip
    plan = plan_remarks([WISH], [of_the_program, of_a_function])
    together = Wish("KOL-01", ("rkm", "hs"), "villkor", "Föreslaget.\n\nPatienter behöver buss.")
    assert plan.merge == [("a", together, ("b",))]
    merged = remark(text=together.text, original_text=together.text, departments="rkm;hs", severity="villkor",
                    wording="godtagen")  # fmt: skip
    assert plan_remarks([WISH], [merged, {**of_a_function, "wording": "struken"}]) == ([], [], [], [], [])
    assert plan_remarks([WISH._replace(text="Nytt mått.")], [merged]).outdated == ["a"]


def test_numbers_of_an_earlier_stage_stay_and_new_ones_go_on():
    remarks = [
        remark("a", place=2),
        remark("b", place=1, previous="x", number=4),
        remark("c", place=3, wording="struken"),
        remark("d", place=1),
        remark("e", place=4, previous="y", number=2, wording="struken"),
    ]
    assert numbers(remarks, 5) == [7, 4, None, 6, 2]


@settings(derandomize=True, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1, 5), st.sampled_from(["forslag", "struken", "redigerad"]), st.booleans()), max_size=8
    ),
    st.integers(0, 9),
)
def test_no_number_is_given_twice(rows, highest):
    remarks = [
        remark(str(at), place=place, wording=wording, previous="x" if old else None, number=-at - 1 if old else None)
        for at, (place, wording, old) in enumerate(rows)
    ]
    found = [number for number in numbers(remarks, highest) if number is not None]
    assert len(found) == len(set(found))
    new = sorted(number for number in found if number > 0)
    assert new == list(range(highest + 1, highest + 1 + len(new)))


def test_the_order_is_the_coordinators():
    rows = [remark("a", place=3, number=1), remark("b", place=1, number=9), remark("c", place=2, wording="struken")]
    assert [row["remark_id"] for row in ordered(rows)] == ["b", "a"]


EARLIER = [
    remark("a", "KOL-01", number=1, outcome="tillgodosedd"),
    remark("b", "VRD-01", number=2, outcome="delvis"),
    remark("c", "RIS-01", number=3),
    remark("d", "FAS-01", number=4, wording="struken"),
    remark("e", "RIS-01", number=3, outcome="ej_tillgodosedd"),
    remark("f", None, number=5),
    remark("g", "KUL-01", number=6, outcome="inaktuell"),
]


def test_what_became_of_earlier_remarks():
    assert prior_facts(EARLIER) == {"open": 2, "partly": 1, "numbers": "3 och 5", "partly_numbers": "2"}
    assert prior_facts([]) == {"open": 0, "partly": 0, "numbers": "", "partly_numbers": ""}
    assert [row["remark_id"] for row in newest_of_each_number(EARLIER)] == ["a", "b", "e", "f", "g"]


def test_a_remark_goes_on_from_the_newest_by_the_same_rule():
    found = predecessors(EARLIER)
    assert {rule: row["remark_id"] for rule, row in found.items()} == {"KOL-01": "a", "VRD-01": "b", "RIS-01": "e"}
