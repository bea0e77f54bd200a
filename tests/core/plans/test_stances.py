"""The stance that findings propose: the table of severities, worked by hand, and what it never does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.plans import codes
from narvard_plugin.core.plans.stances import (
    Contradiction,
    Weighed,
    contradictions,
    left_open,
    propose_stance,
    unconfirmed,
)


def one(severity, verdict, confirmed=True, rule="KOL-01"):
    return Weighed(rule, severity, verdict, confirmed)


@pytest.mark.parametrize(
    ("severity", "verdict", "stage", "stance", "offered"),
    [
        ("info", "anmarkning", "samråd", "ingen_erinran", ()),
        ("info", "brist", "granskning", "ingen_erinran", ()),
        ("rad", "anmarkning", "samråd", "tillstyrker_med_synpunkter", ()),
        ("rad", "brist", "granskning", "tillstyrker_med_synpunkter", ()),
        ("villkor", "anmarkning", "granskning", "tillstyrker_med_synpunkter", ()),
        ("villkor", "brist", "samråd", "tillstyrker_med_synpunkter", ()),
        ("villkor", "brist", "granskning", "tillstyrker_med_synpunkter", ("avstyrker",)),
        ("avstyrkan", "anmarkning", "granskning", "tillstyrker_med_synpunkter", ()),
        ("avstyrkan", "brist", "samråd", "avstyrker", ("tillstyrker_med_synpunkter",)),
    ],
)
def test_the_table_of_severities(severity, verdict, stage, stance, offered):
    assert propose_stance([one(severity, verdict)], stage) == (stance, offered, ("KOL-01",))


def test_nothing_confirmed_proposes_no_objection():
    outcomes = [one("avstyrkan", "brist", confirmed=False), one("villkor", "ok"), one("villkor", "fel")]
    assert propose_stance(outcomes, "granskning") == ("ingen_erinran", (), ())


def test_a_failed_condition_offers_opposition_also_beside_a_heavier_remark():
    outcomes = [one("avstyrkan", "anmarkning", rule="KOL-04"), one("villkor", "brist", rule="VRD-01")]
    proposal = propose_stance(outcomes, "granskning")
    assert proposal == ("tillstyrker_med_synpunkter", ("avstyrker",), ("KOL-04",))


outcomes = st.lists(
    st.builds(
        Weighed,
        st.sampled_from(["KOL-01", "VRD-01", "RIS-01"]),
        st.sampled_from(codes.SEVERITIES),
        st.sampled_from(codes.VERDICTS),
        st.booleans(),
    ),
    max_size=8,
)


@settings(derandomize=True, deadline=None)
@given(outcomes, st.sampled_from(codes.STAGES))
def test_what_nobody_confirmed_never_moves_the_proposal_and_is_always_listed(outcomes, stage):
    confirmed = [found for found in outcomes if found.confirmed]
    assert propose_stance(outcomes, stage) == propose_stance(confirmed, stage)
    listed = left_open(outcomes) + unconfirmed(outcomes)
    for found in outcomes:
        binding = found.severity in ("villkor", "avstyrkan")
        settled = found.verdict in ("ok", "ej_tillampligt") or (
            found.confirmed and found.verdict in ("anmarkning", "brist")
        )
        assert (found in listed) == (binding and not settled)


def test_functions_that_say_opposite_things_are_shown():
    stances = {"rut": "tillstyrker", "hs": "avstyrker", "rkm": "avstar", "folk": None, "fast": "avstyrker"}
    assert contradictions(stances) == [
        Contradiction("rut", "tillstyrker", "hs", "avstyrker"),
        Contradiction("rut", "tillstyrker", "fast", "avstyrker"),
    ]
    assert contradictions({"rut": "tillstyrker", "hs": "ingen_erinran", "rkm": "avstar"}) == []
