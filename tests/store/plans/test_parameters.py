"""Numbers that the region confirms: the newest decision counts, none is lost, and half a decision is refused."""

from datetime import date

import pytest

from narvard_plugin.store.errors import AppendOnly
from narvard_plugin.store.plans.errors import PlanRefused
from narvard_plugin.store.plans.parameters import confirm_parameter, confirmed_parameters
from narvard_plugin.store.sentences import sentence

GIVEN = {"name": "walk_stop_m", "value": 350.0, "unit": "m", "who": "Anna", "decision": "RS 2026/12 § 4",
         "decision_date": "2026-03-01"}  # fmt: skip


def test_the_newest_decision_counts_and_the_old_one_stays(workspace):
    assert confirmed_parameters(workspace) == {}
    confirm_parameter(workspace, **GIVEN)
    confirm_parameter(workspace, **{**GIVEN, "name": "pc_minutes", "value": 20, "unit": "min"})
    confirm_parameter(workspace, **{**GIVEN, "value": 300, "decision": "RS 2026/99 § 7", "who": "Bo"})
    found = confirmed_parameters(workspace)
    assert set(found) == {"walk_stop_m", "pc_minutes"}
    own = found["walk_stop_m"]
    assert (own.value, own.unit, own.who, own.decision, own.decision_date) == (
        300,
        "m",
        "Bo",
        "RS 2026/99 § 7",
        "2026-03-01",
    )
    assert own.time and len(workspace.read("parameter_decisions")) == 3


@pytest.mark.parametrize("store", ["geopackage"], indirect=True)
@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"who": " "}, "decision_incomplete"),
        ({"decision": ""}, "decision_incomplete"),
        ({"unit": ""}, "decision_incomplete"),
        ({"value": float("nan")}, "no_number"),
        ({"value": float("inf")}, "no_number"),
        ({"decision_date": "i mars"}, "no_date"),
        ({"decision_date": "2026-02-30"}, "no_date"),
        ({"decision_date": "2026-11-23", "today": date(2026, 11, 22)}, "future_decision"),
    ],
)
def test_half_a_decision_is_refused(workspace, changes, code):
    with pytest.raises(PlanRefused) as caught:
        confirm_parameter(workspace, **{**GIVEN, **changes})
    assert caught.value.code == code and "walk_stop_m" in sentence(caught.value)
    assert confirmed_parameters(workspace) == {}


@pytest.mark.parametrize("store", ["geopackage"], indirect=True)
def test_a_decision_is_never_taken_back(workspace):
    confirm_parameter(workspace, **GIVEN)
    with pytest.raises(AppendOnly):
        workspace.write("parameter_decisions", workspace.read("parameter_decisions"), mode="replace")
