"""Who is concerned by the findings, and remarks by the same rule made one."""

from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.plans import codes
from narvard_plugin.core.plans.merging import (
    Concerned,
    Wish,
    concerned,
    join_departments,
    merge_wishes,
    split_departments,
)

VERDICTS = [
    ("KOL-01", "rkm", "anmarkning"),
    ("KOL-02", "rkm", "ok"),
    ("VRD-01", "hs", "brist"),
    ("VRD-02", "hs", "ej_bedomt"),
    ("KUL-01", "kult", "ej_tillampligt"),
    ("RIS-01", "akut", "fel"),
]


def test_only_functions_with_something_to_answer_are_concerned():
    also = {"VRD-01": ("fast", "rut"), "KOL-02": ("folk",)}
    assert concerned(VERDICTS, also, ["rut", "hs", "fast", "rkm"]) == [
        Concerned("rut", ("VRD-01",)),
        Concerned("hs", ("VRD-01", "VRD-02")),
        Concerned("fast", ("VRD-01",)),
        Concerned("rkm", ("KOL-01",)),
        Concerned("akut", ("RIS-01",)),  # not in the list's order: last
    ]
    assert concerned(VERDICTS, also)[2].reason == "VRD-01, VRD-02"


def test_nothing_found_concerns_nobody():
    assert concerned([("KOL-01", "rkm", "ok"), ("KUL-01", "kult", "ej_tillampligt")], {"KOL-01": ("hs",)}) == []


def test_wishes_by_one_rule_become_one_that_names_every_function():
    merged = merge_wishes(
        [
            Wish("KOL-01", ("rkm",), "rad", "Hållplatsen ligger för långt bort."),
            Wish("", ("hs",), "info", "Eget."),
            Wish("KOL-01", ("hs", "rkm"), "villkor", "Patienter behöver buss.\n\nHållplatsen ligger för långt bort."),
            Wish("", ("hs",), "info", "Eget."),
        ]
    )
    assert merged == [
        Wish("KOL-01", ("rkm", "hs"), "villkor",
             "Hållplatsen ligger för långt bort.\n\nPatienter behöver buss."),
        Wish("", ("hs",), "info", "Eget."),
        Wish("", ("hs",), "info", "Eget."),
    ]  # fmt: skip


wishes = st.builds(
    Wish,
    st.sampled_from(["KOL-01", "VRD-01", ""]),
    st.lists(st.sampled_from(["rut", "hs", "rkm"]), min_size=1, unique=True).map(tuple),
    st.sampled_from(codes.SEVERITIES),
    st.sampled_from(["a", "b", "a\n\nc"]),
)


@settings(derandomize=True, deadline=None)
@given(st.lists(wishes, max_size=8))
def test_merging_loses_no_function_no_text_and_no_weight(given):
    merged = merge_wishes(given)
    assert merge_wishes(merged) == merged
    rules = [wish.rule_id for wish in merged if wish.rule_id]
    assert len(rules) == len(set(rules))
    for wish in given:
        kept = [one for one in merged if one.rule_id == wish.rule_id]
        assert any(
            set(wish.departments) <= set(one.departments)
            and set(wish.text.split("\n\n")) <= set(one.text.split("\n\n"))
            and codes.SEVERITIES.index(one.severity) >= codes.SEVERITIES.index(wish.severity)
            for one in kept
        )


def test_functions_in_one_cell_come_back():
    assert split_departments(join_departments(["rut", "hs", "rut"])) == ("rut", "hs")
    assert split_departments(" hs ; ;rkm") == ("hs", "rkm")
    assert split_departments(None) == ()
