"""The list that comes with the plugin: its schema, its conditions over a grid, its words, and what it claims."""

import itertools
import json
import math
import re

import jsonschema
import pytest

from narvard_plugin import catalogue
from narvard_plugin.core.plans.checklist_checks import rules_in_conflict
from narvard_plugin.core.plans.checklist_reading import read_checklist
from narvard_plugin.core.plans.document import load_document
from narvard_plugin.core.plans.expression import evaluate, parse
from narvard_plugin.core.plans.filling import places
from narvard_plugin.core.plans.judging import parameter_values, run_order
from narvard_plugin.core.plans.rule_inputs import own_names
from narvard_plugin.paths import bundled

from .checklist_steps import SMALL, document, shipped_text
from .test_checklist_reading import REGION

TEXT = shipped_text()
LIST = read_checklist({"region_grund": TEXT}, "region_grund", catalogue.care().types)
DOCUMENT = load_document(TEXT, "region_grund")
SCHEMA = json.loads(bundled("resources", "checklists", "checklist.schema.json").read_text("utf8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
#: The rules of the first list, whose ids are permanent.
FIRST = [
    "PRO-01",
    "PRO-02",
    "PRO-03",
    "PRO-04",
    "PRO-05",
    "PRO-06",
    "KOL-01",
    "KOL-02",
    "KOL-03",
    "KOL-04",
    "KOL-05",
    "VRD-01",
    "VRD-02",
    "VRD-03",
    "VRD-04",
    "VRD-05",
    "VRD-06",
    "VRD-07",
    "FAS-01",
    "FAS-02",
    "FAS-03",
    "FAS-04",
    "AKU-01",
    "AKU-02",
    "AKU-03",
    "AKU-04",
    "AKU-05",
    "AKU-06",
    "RIS-01",
    "RIS-02",
    "RIS-03",
    "BUL-01",
    "BUL-02",
    "FOL-01",
    "FOL-02",
    "KUL-01",
    "MIL-01",
    "SAM-01",
]
ADDED = [
    "PRO-07",
    "KOL-06",
    "VRD-08",
    "VRD-09",
    "VRD-10",
    "FAS-05",
    "FAS-06",
    "FAS-07",
    "AKU-07",
    "RIS-04",
    "BER-01",
    "BUL-03",
]
CHECKED = [rule for rule in LIST.rules if rule.check is not None]


def test_the_schema_holds_the_list_and_a_region_s_file():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    for one in (DOCUMENT, SMALL, load_document(REGION, ""), json.loads(LIST.content)):
        assert [error.message for error in VALIDATOR.iter_errors(one)] == []


@pytest.mark.parametrize(
    "changes",
    [
        {"colour": "red"}, {"rules": None}, {"rules.0.id": "KOL-1"}, {"rules.0.stages": []}, {"rules.0.check": None},
        {"rules.0.check.layer": None}, {"rules.0.check.remark": None, "rules.0.check.fail": None},
        {"rules.1.question": None}, {"rules.1.answers": {"ja": "ok"}}, {"params.near_m.confirm": False},
        {"params.far_m.placeholder": True}, {"params.far_m.source.read": False}, {"params.near_m.unit": None},
        {"layers.stops.max_age_days": 0}, {"rules.0.check.output": "X"}, {"rules.0.text.kanske": {"sv": "a", "en": "b"}},
    ],
)  # fmt: skip
def test_the_schema_refuses_what_the_reading_refuses(changes):
    one = document(**changes)
    with pytest.raises(ValueError):
        read_checklist({"liten": json.dumps(one)}, "liten")
    assert list(VALIDATOR.iter_errors(one))


def test_no_rule_is_lost_and_nothing_is_left_over():
    assert sorted(rule.id for rule in LIST.rules) == sorted([*FIRST, *ADDED])
    assert LIST.warnings == () and LIST.retired_rule_ids == ()
    assert set(LIST.departments) == {"rut", "hs", "fast", "rkm", "traf", "bred", "akut", "folk", "kult", "ftv"}
    asked = {department for rule in LIST.rules for department in (rule.department, *rule.also)}
    assert asked == set(LIST.departments)  # every function can come to be asked


@pytest.mark.parametrize("rule", CHECKED, ids=lambda rule: rule.id)
def test_exactly_one_condition_holds_at_every_value(rule):
    """By a grid of its own, denser than the one that reading uses: around every number, on every axis, in all combinations."""
    values = parameter_values(LIST, {})
    conditions = {name: parse(text) for name, text in rule.check.conditions}
    facts = sorted({name for text in dict(rule.check.conditions).values() for name in re.findall(r"[a-z_][a-z0-9_]*", text)
                    if name in own_names(rule)})  # fmt: skip
    numbers = {0.0, 1.0, 2.0, 0.8 * 3000, *(value for value in values.values())}
    kinds = own_names(rule)
    axes = []
    for fact in facts:
        kind = kinds[fact].kind
        around = sorted({n + d for n in numbers for d in (-0.01, 0, 0.01)}) if len(facts) < 3 else sorted(
            {n + d for n in (0.0, 100.0, 400.0) for d in (-0.01, 0, 0.01)})  # fmt: skip
        if kind == "flag":
            axes.append([False, True])
        elif kind == "count":
            axes.append([float(n) for n in range(40)])
        else:
            axes.append([n for n in around if n >= 0] + [math.inf] if kind == "amount" else [-50.0, *around])
    for point in itertools.islice(itertools.product(*axes), 60_000):
        known = {**values, **dict(zip(facts, point))}
        true = [name for name, tree in conditions.items() if evaluate(tree, known, {}) is True]
        assert len(true) == 1, (dict(zip(facts, point)), true)


def test_no_conflict_with_the_list_s_own_numbers_and_one_with_bad_ones():
    values = parameter_values(LIST, {})
    assert rules_in_conflict(LIST, values) == []
    clashing = {rule.id for rule, _ in rules_in_conflict(LIST, {**values, "load_ok": 2.0, "walk_stop_m": 900.0})}
    assert clashing == {"VRD-01", "SAM-01", "KOL-01"}


def test_only_numbers_read_in_a_national_source_need_no_confirming():
    free = {name: one.source.kind for name, one in LIST.params.items() if not one.confirm}
    assert set(free) == {"stop_departures_hour", "tall_urban_m", "tall_rural_m", "dg_m", "noise_max_db", "indoor_leq_db",
                         "indoor_max_db"}  # fmt: skip
    assert set(free.values()) <= {"lag", "forordning", "foreskrift", "allmant_rad", "vagledning", "metod"}
    assert all(one.placeholder or one.source is not None for one in LIST.params.values())


def test_every_rule_has_help_and_words_for_each_fault_that_it_can_find():
    for rule in LIST.rules:
        found = {verdict for verdict in rule.answers.values() if verdict in ("anmarkning", "brist")}
        if rule.check is not None:
            found |= {
                verdict for verdict, text in (("anmarkning", rule.check.remark), ("brist", rule.check.fail)) if text
            }
        assert rule.help is not None and found <= set(rule.text), rule.id


def test_a_fault_told_by_a_number_tells_its_limit():
    """Where a condition compares what was measured with a parameter, the words for it name a parameter of the rule."""
    for rule in CHECKED:
        for verdict, condition in (("anmarkning", rule.check.remark), ("brist", rule.check.fail)):
            limits = set(LIST.params) & set(re.findall(r"[a-z_][a-z0-9_]*", condition))
            told = {place.name for place in places(rule.text[verdict].sv)} if condition else set()
            asked = (
                rule.question is not None and verdict in rule.answers.values()
            )  # also the words for a person's answer
            assert not limits or asked or limits & told, (rule.id, verdict)


def test_layers_that_change_have_a_greatest_age():
    assert [name for name, role in LIST.layers.items() if role.max_age_days is None] == ["dem"]
    assert not any(role.may_be_empty for role in LIST.layers.values())  # what a region lacks is for the region to say


def test_a_rule_that_asks_for_a_verdict_goes_by_every_fault():
    applies = parse(LIST.rule("RIS-02").applies)
    for verdict, expected in (("anmarkning", True), ("brist", True), ("ok", False)):
        assert evaluate(applies, {}, {"verdict": lambda rule, given=verdict: given}) is expected


def test_both_languages_say_the_same_numbers():
    for rule in LIST.rules:
        for text in [*rule.text.values(), *(t for t in (rule.title, rule.help, rule.question, rule.guidance) if t)]:
            assert sorted(places(text.sv)) == sorted(places(text.en)), rule.id
            assert text.sv != text.en


def test_the_words_are_the_project_s_own():
    said = json.dumps(DOCUMENT, ensure_ascii=False)
    assert not re.search(r"\b(nedgrader|avdelningssvar)", said, re.I)
    assert not re.search(
        r"(?<!plan)\bremiss(?!\.(start|inkom|svar_senast))", said
    )  # planremiss, but for the dates' names


def test_a_rule_comes_after_those_it_asks():
    order = [rule.id for rule in run_order(LIST)]
    assert order.index("RIS-01") < order.index("RIS-02") and len(order) == len(LIST.rules)
