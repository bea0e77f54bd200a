"""From measured to verdict: what is missing, old, unknown or unconfirmed never becomes ok, and every verdict says why."""

import itertools
import math

import pytest

from narvard_plugin.core.plans import codes
from narvard_plugin.core.plans.checklist_reading import read_checklist
from narvard_plugin.core.plans.judging import (
    Confirmed,
    RuleContext,
    before_measuring,
    check_params,
    formula_values,
    judge,
    leans_on_unconfirmed,
    parameter_values,
    proposed_text,
    run_order,
    unconfirmed,
)
from narvard_plugin.core.plans.measured import FAILED, MISSING_LAYER, NO_DATA, LayerUsed, Measured, Unanswerable

from .checklist_steps import shipped_text, small

TODAY = "2026-11-22"
LIST = small()
STOPS, TRAM, GOODS = (
    LayerUsed(role, name, day) for role, name, day in
    (("stops", "Busshållplatser", "2026-09-01"), ("tram", "Spår", ""), ("goods", "Leder", ""))
)  # fmt: skip
NEAR = {"near_m": Confirmed(400, "m", "Anna", "", "RS § 1", "2026-03-01")}
SHIPPED = read_checklist({"region_grund": shipped_text()}, "region_grund")


def context(checklist=LIST, **changes):
    functions = {"has_use": lambda *letters: "D" in letters, "near": lambda role, metres: metres >= 300,
                 "touches": lambda role: False, "intersects": lambda role: True, "need": lambda kind: None,
                 "has_keyword": lambda *words: False}  # fmt: skip
    layers = {one.role: one for one in (STOPS, TRAM, GOODS)}
    given = {"stage": "samråd", "today": TODAY, "functions": functions, "layers": layers, "confirmed": NEAR, **changes}
    return RuleContext(**given)


def walked(value, tram=9000.0, *, layers=(STOPS, TRAM), **more):
    return Measured(facts={"value": value, "value_tram": tram}, layers=layers, **more)


def judged(rule_id, measured=None, checklist=LIST, **changes):
    return judge(checklist.rule(rule_id), checklist, measured, context(checklist, **changes))


@pytest.mark.parametrize(
    ("value", "verdict", "met"),
    [
        (250.0, "ok", "högst 400\u00a0m eller Spårväg högst 400\u00a0m"),
        (400.0, "ok", "högst 400\u00a0m eller Spårväg högst 400\u00a0m"),
        (450.0, "anmarkning", "över 400\u00a0m och högst 500\u00a0m och Spårväg över 400\u00a0m"),
        (812.4, "brist", "över 500\u00a0m och Spårväg över 400\u00a0m"),
    ],
)
def test_value_threshold_layer_and_reason(value, verdict, met):
    found = judged("KOL-01", walked(value))
    assert (found.verdict, found.value, found.unit.sv, found.severity) == (verdict, value, "m", "rad")
    assert found.threshold.sv == (
        "högst 400\u00a0m eller Spårväg högst 400\u00a0m; "
        "anmärkning: över 400\u00a0m och högst 500\u00a0m och Spårväg över 400\u00a0m; "
        "brist: över 500\u00a0m och Spårväg över 400\u00a0m"
    )
    assert found.threshold.en.startswith("at most 400\u00a0m or Tram at most 400\u00a0m; remark: above 400")
    assert found.layer == "Busshållplatser, Spår" and found.layer_date == ""  # one of them has no date
    assert met in found.explanation.sv and "Busshållplatser (2026-09-01), Spår (okänt datum)" in found.explanation.sv
    assert "Tested against" in found.explanation.en and found.unconfirmed == ()


def test_the_text_for_the_statement():
    assert judged("KOL-01", walked(812.4)).text.sv == "Avståndet är 812 m, högst 500 m."
    assert judged("KOL-01", walked(812.4)).text.en == "The distance is 812 m, at most 500 m."
    assert judged("KOL-01", walked(450.0)).text is None  # the rule has no words for a remark
    endless = judged("KOL-01", walked(math.inf, math.inf))
    assert endless.verdict == "brist" and endless.value == math.inf
    assert "∞" not in endless.explanation.sv and "inget inom räckhåll" in endless.explanation.sv
    assert endless.text.sv == "Gångavstånd: inget kan nås från planområdet (Hållplatser, Spårväg)."
    rule = LIST.rule("KOL-01")
    assert proposed_text(rule, LIST, "brist", {"value": 90.0}, NEAR).sv == "Avståndet är 90 m, högst 500 m."
    assert proposed_text(rule, LIST, "anmarkning", {}, NEAR) is None


def test_a_confirmed_number_stands_instead_of_the_list_s():
    stricter = {"near_m": Confirmed(200, "m")}
    found = judged("KOL-01", walked(250.0), confirmed=stricter)
    assert found.verdict == "anmarkning" and "över 200\u00a0m" in found.explanation.sv
    assert parameter_values(LIST, stricter)["near_m"] == 200
    law = {**NEAR, "far_m": Confirmed(440, "m")}  # a region may be stricter than a number it need not confirm
    assert judged("KOL-01", walked(450.0), confirmed=law).verdict == "brist"


@pytest.mark.parametrize("confirmed", [{}, {"near_m": Confirmed(0.4, "km")}, {"other": Confirmed(1, "m")}])
def test_an_unconfirmed_number_gives_only_oklart_with_the_value_shown(confirmed):
    for value in (1.0, 450.0, 900.0):
        found = judged("KOL-01", walked(value), confirmed=confirmed)
        assert (found.verdict, found.value, found.unconfirmed) == ("oklart", value, ("near_m",))
        assert found.explanation.sv.startswith("Regionen har inte fastställt värdet nära (400 m). Uppmätt: ")
        assert found.explanation.en.startswith("The region has not confirmed the value near (400 m). Measured: ")
        assert found.threshold.sv and found.layer
    assert unconfirmed(LIST, confirmed) == ("near_m",) and unconfirmed(LIST, NEAR) == ()


@pytest.mark.parametrize(
    ("measured", "verdict", "says"),
    [
        (Measured(MISSING_LAYER, missing=("stops",)), "fel", "Inget lager är valt för Hållplatser."),
        (Measured(MISSING_LAYER, missing=("tram",), layers=(STOPS,)), "ej_bedomt", "Inget lager är valt för Spårväg."),
        (Measured(MISSING_LAYER, missing=("tram", "stops")), "fel", "Spårväg, Hållplatser"),
        (walked(100.0, layers=(TRAM,)), "fel", "Hållplatser"),  # a measurement that tells no layer is no evidence
        (walked(100.0, layers=(STOPS,)), "ej_bedomt", "Spårväg"),
        (Measured(FAILED, explanation="disken är full"), "fel", "disken är full"),
        (Measured(NO_DATA, explanation="inga tal"), "oklart", "inga tal"),
        (
            walked(100.0, layers=(STOPS._replace(date="2026-08-13"), TRAM)),
            "oklart",
            "(2026-08-13) är äldre än 100 dagar",
        ),
        (walked(100.0, layers=(STOPS._replace(date=""), TRAM)), "oklart", "Lagret Hållplatser har inget datum."),
        (Measured(facts={}, layers=(STOPS, TRAM)), "oklart", "Det är inte känt: mätvärdet."),
        (Measured(facts={"value": math.nan, "value_tram": 500.0}, layers=(STOPS, TRAM)), "oklart", "inte känt"),
        (walked("långt"), "fel", "olika slag av värden"),
    ],
)
def test_what_is_missing_old_or_broken_never_becomes_ok(measured, verdict, says):
    found = judged("KOL-01", measured)
    assert found.verdict == verdict and says in found.explanation.sv
    assert found.text is None


def test_the_age_is_counted_to_the_day():
    for day, verdict in (("2026-08-14", "ok"), ("2026-08-13", "oklart"), ("2026-08-14T10:00:00", "ok")):
        assert judged("KOL-01", walked(10.0, layers=(STOPS._replace(date=day), TRAM))).verdict == verdict


def test_a_missing_optional_layer_hides_no_fault_that_the_others_show():
    one = {"rules.0.check.ok": "value > far_m and value_tram > far_m",
           "rules.0.check.remark": "value <= far_m or value_tram <= far_m", "rules.0.check.fail": None,
           "rules.0.text": None}  # fmt: skip
    checklist = small(**one)
    near = Measured(facts={"value": 20.0}, layers=(STOPS,), missing=("tram",))
    found = judged("KOL-01", near, checklist)
    assert found.verdict == "anmarkning" and "Spårväg. Utfallet kan därför vara allvarligare." in found.explanation.sv
    far = Measured(facts={"value": 900.0}, layers=(STOPS,), missing=("tram",))
    assert judged("KOL-01", far, checklist).verdict == "ej_bedomt"


def test_numbers_that_contradict_each_other_give_oklart():
    found = judged("KOL-01", walked(550.0), confirmed={"near_m": Confirmed(600, "m")})
    assert found.verdict == "oklart" and "villkoren för ok och brist är uppfyllda samtidigt" in found.explanation.sv
    gap = small(**{"rules.1.check.ok": "value > far_m + 100"})
    assert (
        "Inget av regelns villkor"
        in judged("RIS-01", Measured(facts={"value": 550.0}, layers=(GOODS,)), gap).explanation.sv
    )


def test_where_a_rule_does_not_apply():
    for changes, says in (
        ({"stage": "program"}, "prövas inte i skedet program"),
        ({"functions": {"has_use": lambda *letters: False}}, "gäller inte den här planen"),
    ):
        found = judged("KOL-01", None, **changes)
        assert found.verdict == "ej_tillampligt" and says in found.explanation.sv
    dated = small(**{"rules.0.valid_from": "2027-01-01"})
    assert judged("KOL-01", None, dated).explanation.sv == "Regeln gäller från 2027-01-01."
    off = small(**{"rules.0.off": {"sv": "Vi prövar inte det.", "en": "We do not."}})
    found = judged("KOL-01", None, off)
    assert found.verdict == "ej_tillampligt" and "Vi prövar inte det." in found.explanation.sv


@pytest.mark.parametrize(
    ("changes", "verdict", "says"),
    [
        ({}, None, ""),
        ({"layers": {}}, "fel", "Inget lager är valt för Farligt gods"),
        ({"confirmed": {}}, "oklart", "Regionen har inte fastställt värdet nära (400 m)"),
        ({"functions": {"near": lambda role, metres: None}}, "oklart", "inte känt: near"),
        ({"functions": {}}, "fel", "det finns ingen funktion near"),
    ],
)
def test_whether_a_rule_applies_can_be_unknown(changes, verdict, says):
    found = before_measuring(LIST.rule("RIS-03"), LIST, context(**changes))
    assert (found and found.verdict) == verdict
    assert found is None or says in found.explanation.sv


def test_what_the_measuring_cannot_answer_is_no_no():
    def raising(state, roles=(), text=""):
        def near(role, metres):
            raise Unanswerable(state, roles, text)

        return {"functions": {"near": near}}

    rule = LIST.rule("RIS-03")
    assert before_measuring(rule, LIST, context(**raising(MISSING_LAYER, ("goods",)))).verdict == "fel"
    assert before_measuring(rule, LIST, context(**raising(MISSING_LAYER, ("tram",)))).verdict == "ej_bedomt"
    found = before_measuring(rule, LIST, context(**raising(NO_DATA, (), "Planen har ingen yta.")))
    assert found.verdict == "oklart" and "Planen har ingen yta." in found.explanation.sv


def test_a_layer_behind_applies_must_be_fresh_too():
    checklist = small(**{"rules.3.applies": "near('stops', far_m)"})
    fresh = before_measuring(checklist.rule("RIS-03"), checklist, context(functions={"near": lambda *given: False}))
    assert fresh.verdict == "ej_tillampligt" and "Prövat mot Busshållplatser (2026-09-01)." in fresh.explanation.sv
    old = context(functions={"near": lambda *given: False}, layers={"stops": STOPS._replace(date="2025-01-01")})
    found = before_measuring(checklist.rule("RIS-03"), checklist, old)
    assert found.verdict == "oklart" and "äldre än 100 dagar" in found.explanation.sv


@pytest.mark.parametrize(
    ("other", "verdict"),
    [("anmarkning", "brist"), ("ok", "ej_tillampligt"), ("ej_tillampligt", "ej_tillampligt"), ("oklart", "oklart"),
     ("fel", "oklart"), ("ej_bedomt", "oklart"), (None, "oklart")],
)  # fmt: skip
def test_a_rule_that_asks_for_another(other, verdict):
    """An open verdict is no answer: the rule that leans on it must not slip away as not applicable."""
    verdicts = {} if other is None else {"RIS-01": other}
    found = judged("RIS-02", Measured(facts={"missing": 1, "missing_list": "riskutredning"}), verdicts=verdicts)
    assert found.verdict == verdict
    if verdict == "oklart":
        assert "RIS-01" in found.explanation.sv


def test_questions():
    asked = judged("RIS-04")
    assert (asked.verdict, asked.needs_answer) == ("ej_bedomt", True)
    found = judged("RIS-01", Measured(facts={"value": 100.0}, layers=(GOODS,)))
    assert (found.verdict, found.needs_answer) == ("anmarkning", True)
    assert judged("RIS-02", Measured(facts={"missing": 0}), verdicts={"RIS-01": "anmarkning"}).needs_answer is False
    assert judged("RIS-01", None, stage="antagen").needs_answer is False


def test_a_source_that_has_lapsed_carries_no_verdict():
    found = judged("RIS-01", Measured(facts={"value": 900.0}, layers=(GOODS,)), today="2031-01-01")
    assert found.verdict == "oklart" and "En policy" in found.explanation.sv


def test_params_and_formulas_take_the_region_s_numbers():
    rule, confirmed = SHIPPED.rule("VRD-01"), {"pc_minutes": Confirmed(20, "min")}
    params = check_params(rule, SHIPPED, confirmed)
    assert (
        params["minutes"] == 20
        and params["include_ongoing_plans_m"] == 3000
        and params["gp"] == "persons / listed_per_gp"
    )
    found = formula_values(rule, SHIPPED, context(SHIPPED, facts={"dwellings": 100, "dwellings_house": 20}), {})
    assert found == {"dwellings": 100, "persons": pytest.approx(20 * 2.7 + 80 * 1.9), "gp": pytest.approx(206 / 1100)}
    from_rights = formula_values(rule, SHIPPED, context(SHIPPED, facts={"bta_housing": 9500.0}), {})
    assert from_rights["persons"] == pytest.approx(190)
    assert {"persons_flat", "load_ok", "pc_minutes"} <= set(leans_on_unconfirmed(rule, SHIPPED, {}))


FACTS = {
    "distance": {"value": 0.0, "value_stations": 0.0, "value_railway": 9e9, "value_tram": 9e9, "names": "x"},
    "use_area": {"area": 1e9, "bta": 1e9},
    "use_present": {"found": True},
    "document_present": {"missing": 0, "missing_list": ""},
    "prior_remarks": {"open": 0, "partly": 0},
    "change": {"changes": 0},
    "height_surface": {"margin": 1e9},
    "capacity": {"load_after": 0.0, "persons": 1.0, "gp": 1.0},
}


def _best(rule):
    """Facts by which the rule would be ok, if only everything else were in order; None where the values are of no avail."""
    values = parameter_values(SHIPPED, {})
    for value in (0.0, 1e6, 10.0, 30.0):
        facts = {"value": value, "min": 0.0, **FACTS.get(rule.check.type, {})}
        if rule.check.type == "distance":
            facts["value"] = value
        layers = tuple(LayerUsed(role, role, TODAY) for role in rule.check.roles)
        everything = {name: Confirmed(values[name], one.unit.sv) for name, one in SHIPPED.params.items()}
        case = context(
            SHIPPED, stage=rule.stages[-1], confirmed=everything, verdicts={"RIS-01": "anmarkning"},
            facts={"procedure": "begransat", "implementation_months": 1e6, "need_latest_year": 2040, "this_year": 2026, "need_floor_area_m2": 1.0, "need_plot_m2": 1.0},
            functions={name: lambda *given: True for name in ("has_use", "touches", "near", "intersects", "need", "has_keyword")},
            layers={role: LayerUsed(role, role, TODAY) for role in SHIPPED.layers},
        )  # fmt: skip
        measured = Measured(facts=facts, layers=layers)
        if judge(rule, SHIPPED, measured, case).verdict == codes.OK:
            return measured, case
    return None


@pytest.mark.parametrize("rule", [rule for rule in SHIPPED.rules if rule.check], ids=lambda rule: rule.id)
def test_no_rule_of_the_list_is_ok_without_all_that_it_rests_on(rule):
    """Each rule of the shipped list can be ok; take away one layer, date or confirmed number at a time and it cannot."""
    measured, case = _best(rule)
    for role in rule.check.roles:
        others = tuple(one for one in measured.layers if one.role != role)
        gone = judge(rule, SHIPPED, Measured(facts=measured.facts, layers=others, missing=(role,)), case)
        assert gone.verdict == ("ej_bedomt" if SHIPPED.layers[role].optional else "fel")
        if SHIPPED.layers[role].max_age_days:
            for day in ("", "1999-01-01"):
                old = tuple(one._replace(date=day) if one.role == role else one for one in measured.layers)
                assert judge(rule, SHIPPED, Measured(facts=measured.facts, layers=old), case).verdict == "oklart"
    for name in leans_on_unconfirmed(rule, SHIPPED, {}):
        fewer = {own: value for own, value in case.confirmed.items() if own != name}
        found = judge(rule, SHIPPED, measured, RuleContext(**{**vars(case), "confirmed": fewer}))
        assert found.verdict == "oklart" and SHIPPED.params[name].title.sv in found.explanation.sv
    assert judge(rule, SHIPPED, Measured(FAILED, layers=measured.layers), case).verdict == "fel"
    assert judge(rule, SHIPPED, Measured(NO_DATA, layers=measured.layers), case).verdict == "oklart"


def test_every_text_of_the_list_can_be_filled():
    """With every fact known, each proposed text comes out in both languages with no brace left in it."""
    values = parameter_values(SHIPPED, {})
    everything = {name: Confirmed(values[name], one.unit.sv) for name, one in SHIPPED.params.items()}
    numbers = dict.fromkeys(["value", "min", "persons", "gp", "load_after", "bta", "area", "margin", "need_plot_m2",
                             "need_floor_area_m2", "implementation_months", "height", "surface"], 12.0)  # fmt: skip
    words = dict.fromkeys(["names", "missing_list", "numbers", "partly_numbers", "proposed", "changes_list"], "ord {x}")
    for rule, verdict in itertools.product(SHIPPED.rules, codes.VERDICTS):
        if verdict in rule.text:
            found = proposed_text(rule, SHIPPED, verdict, {**numbers, **words}, everything)
            assert found is not None, rule.id
            assert "{" not in (found.sv + found.en).replace("ord {x}", "")


def test_the_order_of_a_run():
    mixed = small(**{"rules.0.applies": "verdict('RIS-02') == 'ok'"})
    assert [rule.id for rule in run_order(mixed)] == ["RIS-01", "RIS-02", "KOL-01", "RIS-03", "RIS-04"]
