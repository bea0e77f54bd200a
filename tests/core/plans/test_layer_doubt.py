"""Layers that cannot carry a verdict, measurements that may be worse, and plans with nothing that a check is about."""

import pytest

from narvard_plugin.core.plans.judging import before_measuring, judge
from narvard_plugin.core.plans.layer_doubt import layer_doubt
from narvard_plugin.core.plans.measured import NOTHING_TO_MEASURE, LayerUsed, Measured

from .checklist_steps import small
from .test_judging import GOODS, LIST, STOPS, TODAY, TRAM, context, walked


def judged(rule_id, measured, checklist=LIST, **changes):
    return judge(checklist.rule(rule_id), checklist, measured, context(checklist, **changes))


@pytest.mark.parametrize(
    ("day", "kind"),
    [("2026-08-14", None), ("2026-08-13", "stale"), ("", "undated"), ("okänt", "undated"), ("2026", "undated"),
     ("2026-13-01", "undated"), ("2027-05-01", None), ("2062-11-01", "undated")],
)  # fmt: skip
def test_the_age_of_a_layer(day, kind):
    """A timetable counts a weekday ahead; a date years ahead is a slip of the pen, not fresh data."""
    doubt = layer_doubt(LIST.layers["stops"], LayerUsed("stops", "x", day, 5), TODAY)
    assert (doubt and doubt.reasons[0].kind) == kind
    assert layer_doubt(LIST.layers["goods"], LayerUsed("goods", "x", day, 5), TODAY) is None


def test_an_empty_layer_is_no_evidence_unless_the_list_says_so():
    empty = Measured(facts={"value": float("inf")}, layers=(GOODS._replace(count=0),))
    found = judged("RIS-01", empty)
    assert found.verdict == "oklart" and "Lagret Farligt gods är tomt" in found.explanation.sv
    told = small(**{"layers.goods.may_be_empty": True})
    assert judged("RIS-01", empty, told).verdict == "ok"
    here = context(functions={"near": lambda *given: False}, layers={"goods": GOODS._replace(count=0)})
    assert (
        before_measuring(LIST.rule("RIS-03"), LIST, here).verdict == "oklart"
    )  # nor does it settle that a rule is no concern


def test_what_may_be_worse_is_never_ok_but_shows_a_fault():
    fine = judged("KOL-01", walked(250.0, doubt="Två planer är inte räknade."))
    assert fine.verdict == "oklart" and fine.value == 250.0
    assert fine.explanation.sv.endswith("Det kan vara sämre än så: Två planer är inte räknade.")
    bad = judged("KOL-01", walked(900.0, doubt="Två planer är inte räknade."))
    assert bad.verdict == "brist" and "Två planer är inte räknade." in bad.explanation.sv


@pytest.mark.parametrize(
    ("layers", "verdict", "says"),
    [((STOPS, TRAM), "ej_tillampligt", "Inget är ritat. Prövat mot Busshållplatser (2026-09-01)"),
     ((STOPS._replace(date="2020-01-01"), TRAM), "oklart", "äldre än 100 dagar"),
     ((STOPS._replace(count=0), TRAM), "oklart", "är tomt")],
)  # fmt: skip
def test_nothing_to_measure_is_told_of_sound_layers_only(layers, verdict, says):
    found = judged("KOL-01", Measured(NOTHING_TO_MEASURE, explanation="Inget är ritat.", layers=layers))
    assert found.verdict == verdict and says in found.explanation.sv


def test_a_question_about_nothing_is_not_asked():
    nothing = judged("RIS-01", Measured(NOTHING_TO_MEASURE, explanation="Inget.", layers=(GOODS,)))
    assert (nothing.verdict, nothing.needs_answer) == ("ej_tillampligt", False)
