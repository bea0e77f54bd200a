"""Judging: nothing that is missing, stale, not known or not confirmed is ever ok, and every verdict says why in two languages."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.located import Text
from narvard_plugin.core.plans import (
    codes,
    expression,
    judging,
    judging_words,
    layer_doubt,
    measured,
    parameter_states,
    rule_inputs,
)
from narvard_plugin.core.plans.checklist import LayerRole
from narvard_plugin.core.plans.judging import Confirmed
from narvard_plugin.core.plans.measured import LayerUsed, Measured
from tests.core.plans.checklist_steps import small
from tests.core.plans.test_judging import NEAR, SHIPPED, TODAY, context
from tests.promises import promise

LIST = small()
NUMBERS = st.sampled_from([0.0, 399.0, 400.0, 450.0, 500.0, 501.0, 9e9, math.inf])
VALUE = st.one_of(NUMBERS, NUMBERS, st.sampled_from([None, math.nan]))
AGES = st.sampled_from(["2026-11-22", "2026-09-01", "2026-01-01", "2099-01-01", "", "i våras"])
STATES = st.sampled_from(
    [measured.MEASURED] * 4 + [measured.MISSING_LAYER, measured.NO_DATA, measured.FAILED, measured.NOTHING_TO_MEASURE]
)
ROLES = ("stops", "tram", "goods")
RULE = st.sampled_from(LIST.rules)
CONFIRMED = st.dictionaries(
    st.sampled_from(["near_m", "far_m"]),
    st.builds(Confirmed, st.sampled_from([300, 400, 450, 600]), st.sampled_from(["m", "m", "km"])),
    max_size=2,
)


@st.composite
def measurements(draw):
    facts = {
        "value": draw(VALUE),
        "value_tram": draw(VALUE),
        "missing": draw(st.sampled_from([0, 1])),
        "load_after": draw(VALUE),
    }
    told = draw(st.lists(st.sampled_from(ROLES), unique=True))
    layers = tuple(LayerUsed(role, role.title(), draw(AGES), draw(st.sampled_from([None, 3, 3, 0]))) for role in told)
    missing = tuple(role for role in ROLES if role not in told)
    known = {name: value for name, value in facts.items() if value is not None}
    return Measured(
        draw(STATES),
        known,
        layers,
        missing if draw(st.booleans()) else (),
        "därför",
        doubt=draw(st.sampled_from(["", "", "Kanske."])),
    )


def trusted(rule, layers):
    """Whether each layer that the rule looks at is there, filled, dated and fresh."""
    by_role = {one.role: one for one in layers}
    for role in rule.check.roles:
        one, declared = by_role.get(role), LIST.layers[role]
        if one is None or one.count == 0:
            return False
        if declared.max_age_days is not None:
            try:
                age = (date.fromisoformat(TODAY) - date.fromisoformat(one.date)).days
            except ValueError:
                return False
            if not -366 <= age <= declared.max_age_days:
                return False
    return True


@promise("ok is only where every number is measured, every layer there and fresh, every parameter confirmed, and its condition alone holds",
         judging.judge, judging.before_measuring, usual=20, long=6000)  # fmt: skip
@given(RULE, measurements(), CONFIRMED, st.sampled_from(["samråd", "granskning", "program"]), st.sampled_from([TODAY, "2031-01-01"]),
       st.dictionaries(st.just("RIS-01"), st.sampled_from(codes.VERDICTS)))  # fmt: skip
def test_ok(rule, found, confirmed, stage, today, verdicts):
    where = context(LIST, confirmed=confirmed, stage=stage, today=today, verdicts=verdicts)
    early = judging.before_measuring(rule, LIST, where)
    judged = judging.judge(rule, LIST, found, where)
    assert (judged.rule_id, judged.department, judged.severity) == (rule.id, rule.department, rule.severity)
    assert judged.verdict in codes.VERDICTS and judged.explanation.sv and judged.explanation.en
    if early is not None:
        assert early == judged and judged.verdict not in (codes.OK, codes.REMARK, codes.FAIL)
        assert judged.value is None and (
            judged.needs_answer == (judged.verdict == codes.NOT_JUDGED and rule.check is None)
        )
        return
    assert judged.needs_answer == (rule.question is not None and judged.verdict != codes.NOT_APPLICABLE)
    if judged.verdict in (codes.OK, codes.REMARK, codes.FAIL):
        assert found.state == measured.MEASURED and not judged.unconfirmed
        assert not judging.leans_on_unconfirmed(rule, LIST, confirmed)
        values = {**found.facts, **judging.parameter_values(LIST, confirmed)}
        held = [
            name
            for name, text in rule.check.conditions
            if expression.evaluate(expression.parse(text), values, {}) is True
        ]
        assert [judging._VERDICT[name] for name in held] == [judged.verdict]
    if judged.verdict == codes.OK:
        assert trusted(rule, found.layers) and not found.doubt
        assert not any(
            isinstance(value, float) and math.isnan(value)
            for name, value in found.facts.items()
            if name in rule.check.ok
        )
    if judged.text is not None:
        assert "{" not in judged.text.sv + judged.text.en and "nan" not in judged.text.sv and "∞" not in judged.text.sv
    assert judged.layer_date == "" or judged.layer_date == min(one.date for one in found.layers)


@promise("a layer is leaned on only where it is there, not empty, dated and fresh on the day; the next day it is never fresher",
         layer_doubt.layer_doubt, long=1500)  # fmt: skip
@given(
    st.one_of(st.none(), st.integers(1, 400)),
    st.booleans(),
    st.one_of(st.none(), st.tuples(st.integers(-800, 800), st.sampled_from([None, 0, 5]))),
)
def test_layers(most, may_be_empty, told):
    role, today = (
        LayerRole("r", Text("r", "r"), "point", max_age_days=most, may_be_empty=may_be_empty),
        date(2026, 11, 22),
    )
    used = None if told is None else LayerUsed("r", "R", str(today - timedelta(days=told[0])), told[1])
    found = layer_doubt.layer_doubt(role, used, str(today))
    if told is None:
        assert found == expression.unknown("missing", "r")
    elif told[1] == 0 and not may_be_empty:
        assert found == expression.unknown("empty", "r")
    else:
        assert (found is None) == (most is None or -366 <= told[0] <= most)
        undated = layer_doubt.layer_doubt(role, used._replace(date="i går"), str(today))
        assert undated == (None if most is None else expression.unknown("undated", "r"))
        tomorrow = layer_doubt.layer_doubt(role, used, str(today + timedelta(days=1)))
        assert found is None or tomorrow is not None or told[0] < 0


@promise("a parameter's number is the region's own where it is confirmed in the list's unit, else the list's; no other counts as confirmed",
         judging.parameter_values, judging.is_confirmed, judging.unconfirmed, judging.leans_on_unconfirmed, parameter_states.parameter_states,
         long=600)  # fmt: skip
@given(CONFIRMED)
def test_parameters(confirmed):
    values, states = judging.parameter_values(LIST, confirmed), parameter_states.parameter_states(LIST, confirmed)
    loose = judging.unconfirmed(LIST, confirmed)
    assert set(values) == set(LIST.params) == {one.parameter.name for one in states} and len(states) == len(LIST.params)
    for name, one in LIST.params.items():
        own = confirmed.get(name)
        fits = own is not None and own.unit == one.unit.sv
        assert values[name] == (own.value if fits else one.value)
        assert judging.is_confirmed(one, confirmed) == (fits or not one.confirm) == (name not in loose)
        state = next(other for other in states if other.parameter is one)
        assert (state.value, state.decision) == (values[name], own if fits else None)
        assert (state.state == parameter_states.UNCONFIRMED) == (name in loose) and (
            state.state == parameter_states.CONFIRMED
        ) == fits
        for rule in LIST.rules:
            assert (name in judging.leans_on_unconfirmed(rule, LIST, confirmed)) == (
                rule.id in state.rules and name in loose
            )
    waiting = [one.state == parameter_states.UNCONFIRMED for one in states]
    assert waiting == sorted(waiting, reverse=True)


@promise("every rule is run once and after those that it asks for", judging.run_order)
@given(st.permutations(range(len(SHIPPED.rules))))
def test_order(order):
    turned = replace(SHIPPED, rules=tuple(SHIPPED.rules[at] for at in order))
    found = [rule.id for rule in judging.run_order(turned)]
    assert sorted(found) == sorted(rule.id for rule in SHIPPED.rules)
    for rule in SHIPPED.rules:
        assert all(found.index(other) < found.index(rule.id) for other in rule_inputs.inputs_of(rule, turned).rules)


@promise("a check's settings hold the region's numbers where the list names parameters, and its formulas stay formulas that give a number or say why not",
         judging.check_params, judging.formula_values)  # fmt: skip
@given(
    st.sampled_from([rule for rule in SHIPPED.rules if rule.check]),
    st.integers(1, 99),
    st.one_of(st.none(), st.integers(0, 500)),
)
def test_settings(rule, own, dwellings):
    confirmed = {name: Confirmed(own, one.unit.sv) for name, one in SHIPPED.params.items()}
    found = judging.check_params(rule, SHIPPED, confirmed)
    formulas = judging.FORMULAS.get(rule.check.type, ())
    assert list(found) == list(rule.check.params)
    for name, value in rule.check.params.items():
        if name in formulas or not isinstance(value, str):
            assert name not in formulas or found[name] == value
        else:
            assert found[name] == (own if value in SHIPPED.params else value)
    where = context(SHIPPED, facts={"dwellings": dwellings, "dwellings_house": 0}, confirmed=confirmed)
    asked = {"nearest_attr": lambda *given: None, "weighted_mean": lambda *given: None}
    computed = judging.formula_values(rule, SHIPPED, where, asked)
    assert set(computed) == set(formulas) & set(rule.check.params)
    assert all(isinstance(value, (float, int, expression.Unknown)) and value == value for value in computed.values())
    if rule.check.type == "capacity" and "persons" in computed and isinstance(computed["persons"], expression.Unknown):
        assert isinstance(computed.get("gp", computed["persons"]), expression.Unknown)


@promise("the words proposed for a verdict hold no open place and no number that is not known, and none where the rule has none",
         judging.proposed_text, long=600)  # fmt: skip
@given(RULE, st.sampled_from(codes.VERDICTS), VALUE, CONFIRMED)
def test_proposed(rule, verdict, value, confirmed):
    found = judging.proposed_text(rule, LIST, verdict, {} if value is None else {"value": value}, confirmed)
    if verdict not in rule.text:
        assert found is None
    elif "{value" in rule.text[verdict].sv:
        unknown = value is None or math.isnan(value)
        assert (found is None) == unknown
        assert found is None or (value == math.inf) == ("inget kan nås" in found.sv)
    if found is not None:
        assert found.sv and found.en and not set("{}") & set(found.sv + found.en)
        loose = judging.unconfirmed(LIST, confirmed)
        assert not any("{" + name in rule.text[verdict].sv for name in loose)


WORD = st.text("abcå {}%", min_size=1, max_size=8).filter(str.strip)
REASON = st.builds(
    expression.Reason, st.sampled_from(["name", "parameter", "missing", "empty", "stale", "undated", "rule", "division", "words"]), st.just("")
).flatmap(lambda one: st.sampled_from(
    {"parameter": sorted(LIST.params), "missing": ROLES, "empty": ROLES, "stale": ("stops",), "undated": ROLES, "name": ("value", "x"), "rule": ("RIS-01",)}
    .get(one.kind, ("därför",))).map(lambda what: expression.Reason(one.kind, what)))  # fmt: skip
USED = st.lists(st.builds(LayerUsed, st.sampled_from(ROLES), WORD, st.sampled_from(["", "2026-01-01"])), max_size=3)


def sentences(*said):
    for one in said:
        assert one.sv.strip() and one.en.strip() and "None" not in one.sv and "nan" not in one.sv


@promise("why there is no verdict is said in both languages with all that it is about: reasons, dates, layers, stages and sources",
         judging_words.applies_unknown, judging_words.bad_expression, judging_words.contradiction, judging_words.doubts, judging_words.failed,
         judging_words.lapsed, judging_words.layers_said, judging_words.missing_layers, judging_words.no_data, judging_words.not_in_force,
         judging_words.not_of_this_plan, judging_words.nothing_to_measure, judging_words.other_stage, judging_words.switched_off,
         long=600)  # fmt: skip
@given(
    WORD,
    st.lists(WORD, min_size=1, max_size=3),
    USED,
    st.lists(REASON, min_size=1, max_size=4),
    st.lists(st.sampled_from(ROLES), min_size=1, unique=True),
)
def test_words(word, listed, layers, reasons, roles):
    w, text = judging_words, Text(word, word)
    told = [
        w.applies_unknown(text),
        w.bad_expression(word, text),
        w.failed(word),
        w.no_data(word),
        w.switched_off(text),
        w.lapsed([word]),
        w.other_stage(word, [word]),
    ]
    sentences(*told)
    assert all(word in one.sv and word in one.en for one in told)
    assert all(one in w.lapsed(listed).sv and one in w.other_stage("x", listed).en for one in listed)
    seen = w.layers_said(layers)
    for one in layers:
        assert (
            one.name in seen.sv and (one.date or "okänt datum") in seen.sv and (one.date or "unknown date") in seen.en
        )
    for one in (w.not_of_this_plan(layers), w.nothing_to_measure(Measured(explanation=word, layers=tuple(layers)))):
        sentences(one)
        assert (seen.sv in one.sv and seen.en in one.en) and ("Prövat mot" in one.sv) == bool(layers)
    gap = w.missing_layers(roles, LIST)
    assert all(LIST.layers[role].title.sv in gap.sv and LIST.layers[role].title.en in gap.en for role in roles)
    doubts = w.doubts(expression.Unknown(tuple(reasons)), LIST, {"stops": "2026-01-01"})
    sentences(doubts)
    one_by_one = [w.doubts(expression.Unknown((one,)), LIST, {"stops": "2026-01-01"}) for one in dict.fromkeys(reasons)]
    assert doubts == Text(" ".join(one.sv for one in one_by_one), " ".join(one.en for one in one_by_one))
    both = w.contradiction([codes.OK, codes.FAIL])
    assert "ok och brist" in both.sv and "ok and failed" in both.en
    sentences(w.not_in_force("2026-01-01", ""), w.not_in_force("", "2027-01-01"))
    assert "från 2026-01-01 till 2027-01-01" in w.not_in_force("2026-01-01", "2027-01-01").sv


@promise("what was measured is said with its number, its condition and its layers, what is missing or may be worse beside it",
         judging_words.measured, judging_words.no_condition, judging_words.not_confirmed, judging_words.perhaps_worse,
         judging_words.nothing_in_reach, long=600)  # fmt: skip
@given(
    st.integers(1, 999).map(float),
    st.sampled_from(["ok", "remark", "fail"]),
    USED,
    st.lists(st.sampled_from(["tram"]), max_size=1),
    st.sampled_from(["", "Kanske."]),
)
def test_measured(value, name, layers, missing, doubt):
    w, rule, verdict = judging_words, LIST.rule("KOL-01"), judging._VERDICT[name]
    values = {**judging.parameter_values(LIST, NEAR), "value": value}
    found = Measured(facts={"value": value}, layers=tuple(layers), doubt=doubt)
    said = w.measured(rule, LIST, name, verdict, values, found, missing)
    sentences(said)
    number = f"{value:.0f}\u00a0m"
    assert number in said.sv and w.VERDICT_NAMES[verdict].sv in said.sv and w.layers_said(layers).sv in said.sv
    assert (
        ("Spårväg. Utfallet kan därför vara allvarligare" in said.sv) == bool(missing)
        and doubt in said.sv
        and doubt in said.en
    )
    others = [
        w.no_condition(rule, LIST, found.facts),
        w.perhaps_worse(rule, LIST, found),
        w.not_confirmed(["near_m"], LIST, rule, found.facts),
    ]
    sentences(*others)
    assert all(number in one.sv and number in one.en for one in others)
    assert "nära (400 m)" in others[2].sv and "near (400 m)" in others[2].en
    reach = w.nothing_in_reach(rule, LIST)
    assert all(LIST.layers[role].title.sv in reach.sv for role in rule.check.roles) and TODAY not in reach.sv
