"""Checklists: refused with the exact place, merged without losing anything, read again from what was frozen, and leaned on as told."""

import json

from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.located import Text
from narvard_plugin.core.plans import (
    checklist,
    checklist_checks,
    checklist_merging,
    checklist_reading,
    document,
    expression,
    facts,
    rule_inputs,
    structure,
)
from narvard_plugin.core.plans.document import ChecklistError
from tests.core.plans.checklist_steps import SMALL, both, small
from tests.promises import promise
from tests.promises.strategies.documents import JSON, spoilt
from tests.promises.strategies.refusals import tried

LIST = small()
TYPES = {"sjukhus", "vardcentral"}
RULES = st.sampled_from(LIST.rules)


@promise("any list is read or refused with its place in both languages; what is read, frozen and read again is the same list",
         checklist_reading.read_checklist, checklist_reading.read_frozen, checklist_checks.check_list, usual=12, long=2500)  # fmt: skip
@given(st.one_of(spoilt(SMALL), spoilt(SMALL).flatmap(spoilt), JSON).map(json.dumps), st.integers(0, 9999))
def test_lists(text, cut):
    for written in (text, text[:cut]):
        found, refusal = tried(ChecklistError, checklist_reading.read_checklist, {"liten": written}, "liten", TYPES)
        if refusal:
            assert (
                refusal.path
                and refusal.sentence("sv").endswith(".")
                and refusal.sentence("en").startswith(refusal.path)
            )
            continue
        again = checklist_reading.read_frozen(found.content)
        assert again.rules == found.rules and again.params == found.params and again.layers == found.layers
        assert again.sha256 == found.sha256 and list(checklist_checks.check_list(again)) == list(found.warnings)
        assert checklist_reading.read_checklist({"liten": found.content}, "liten", TYPES).sha256 == found.sha256
        ids = [rule.id for rule in found.rules]
        assert len(set(ids)) == len(ids) and not set(ids) & set(found.retired_rule_ids)
        assert all(found.rule(one) is rule for one, rule in zip(ids, found.rules))


@promise("a document of plain values comes back from JSON and YAML as it was, and is one text however it was laid out",
         document.load_document, document.canonical, usual=10, long=2500)  # fmt: skip
@given(
    st.dictionaries(st.text("ab\u00e5", min_size=1, max_size=3), JSON, min_size=1, max_size=4),
    st.text("a:[]{}&*!'\"-, \n#|>0", max_size=12),
)
def test_documents(told, text):
    for written in (json.dumps(told), json.dumps(told, indent=2, ensure_ascii=False), document.canonical(told)):
        assert document.load_document(written, "x") == told
    turned = dict(reversed(list(told.items())))
    assert (
        document.canonical(turned)
        == document.canonical(told)
        == document.canonical(document.load_document(document.canonical(told), "x"))
    )
    found, refusal = tried(ChecklistError, document.load_document, text, "x")
    if refusal:
        assert refusal.path.startswith("x") and refusal.problem.sv and refusal.problem.en
    else:
        assert document.load_document(document.canonical(found), "x") == found and isinstance(found, dict)


OWN = st.fixed_dictionaries({}, optional={
    "params": st.dictionaries(st.sampled_from(["near_m", "far_m", "new_m"]), st.fixed_dictionaries(
        {}, optional={"value": st.integers(401, 499), "title": st.just(both("ny")), "unit": st.just("m")}), max_size=2),
    "rules": st.lists(st.sampled_from(["KOL-01", "RIS-01", "RIS-03", "RIS-09"]), unique=True, max_size=3).map(
        lambda ids: [{"id": one, "severity": "info", "off": both("inte här")} for one in ids]),
    "retired_rule_ids": st.just(["KOL-77"]),
    "groups": st.just({"ABC": both("x")}),
})  # fmt: skip


@promise("a region's list over another changes what it names and nothing else, and laid over itself changes nothing",
         checklist_merging.merged_document, checklist_merging.rule_name, usual=10, long=1500)  # fmt: skip
@given(OWN, st.integers(0, 9))
def test_merging(own, at):
    texts = {
        "liten": json.dumps(SMALL),
        "egen": json.dumps({"schema": SMALL["schema"], "id": "egen", "version": "2.0", "extends": "liten", **own}),
    }
    found, refusal = tried(ChecklistError, checklist_merging.merged_document, texts, "egen")
    named = {rule["id"] for rule in own.get("rules", ())}
    if refusal:
        assert "RIS-09" in named and refusal.path == "rules[RIS-09].id"
        return
    assert found["based_on"] == ["liten 1.0"] and (found["id"], found["version"], found["title"]) == (
        "egen",
        "2.0",
        SMALL["title"],
    )
    assert [rule["id"] for rule in found["rules"]] == [rule["id"] for rule in SMALL["rules"]]
    for rule, before in zip(found["rules"], SMALL["rules"]):
        assert rule == ({**before, "severity": "info", "off": both("inte här")} if before["id"] in named else before)
    for name, one in SMALL["params"].items():
        change = own.get("params", {}).get(name, {})
        assert all(
            found["params"][name][key] == value
            for key, value in {**one, **change}.items()
            if key in found["params"][name]
        )
        if change.get("value", one["value"]) != one["value"]:
            assert "source" not in found["params"][name] and "confirm" not in found["params"][name], (
                "the region must confirm it"
            )
        elif not change:
            assert found["params"][name] == one
    assert found["layers"] == SMALL["layers"] and set(SMALL["groups"]) <= set(found["groups"])
    same = checklist_merging.merged_document(
        {**texts, "egen": json.dumps({**SMALL, "id": "egen", "extends": "liten"})}, "egen"
    )
    assert {**same, "id": "liten"} == {**SMALL, "retired_rule_ids": [], "based_on": ["liten 1.0"]}
    ring = {"a": '{"extends": "b"}', "b": '{"extends": "a"}'}
    assert "ring" in tried(ChecklistError, checklist_merging.merged_document, ring, "a")[1].problem.en
    assert checklist_merging.rule_name({"id": "KOL-01"}, at) == "KOL-01" and checklist_merging.rule_name(
        {"id": at}, at
    ) == str(at)


@promise("a day lies within its limits as dates do, both counted in", checklist.within, long=600)
@given(st.dates(), st.one_of(st.none(), st.dates()), st.one_of(st.none(), st.dates()))
def test_within(day, first, last):
    found = checklist.within(str(day), str(first or ""), str(last or ""))
    assert found == ((first is None or first <= day) and (last is None or day <= last))


@promise("numbers under which two conditions of a rule would hold at once are found, each with a point where they do, and said in words",
         checklist_checks.rules_in_conflict, checklist_checks.said)  # fmt: skip
@given(st.integers(1, 900), st.integers(1, 900))
def test_conflicts(near, far):
    found = checklist_checks.rules_in_conflict(LIST, {"near_m": float(near), "far_m": float(far), "load_ok": 1.0})
    assert ("KOL-01" in [rule.id for rule, _ in found]) == (far < near)
    for rule, clash in found:
        values = {**clash.at, "near_m": float(near), "far_m": float(far)}
        assert all(
            expression.evaluate(expression.parse(getattr(rule.check, name)), values, {}) is True for name in clash.true
        )
        at, names = checklist_checks.said(clash)
        assert all(f"{name} = " in at.sv and f"{name} = " in at.en for name in clash.at)
        assert names.sv.count(" och ") == names.en.count(" and ") == len(clash.true) - 1


@promise("what a rule leans on is every name in its expressions and texts, each once, and each is a parameter, a fact, a role or a rule",
         rule_inputs.inputs_of, rule_inputs.expressions, rule_inputs.arguments_of, rule_inputs.kinds_for, rule_inputs.own_names)  # fmt: skip
@given(RULES)
def test_inputs(rule):
    found = rule_inputs.inputs_of(rule, LIST)
    told = list(rule_inputs.expressions(rule))
    assert [one.place for one in told] == [
        *(["applies"] if rule.applies else []),
        *(f"check.{name}" for name, _ in (rule.check.conditions if rule.check else ())),
    ]
    named = {name for one in told for name in expression.names(expression.parse(one.text))}
    assert named <= {*found.parameters, *found.applies_parameters, *found.facts} and not set(found.facts) & set(
        LIST.params
    )
    assert {*found.parameters, *found.applies_parameters} <= set(LIST.params) and set(found.roles) <= set(LIST.layers)
    assert set(found.rules) <= {one.id for one in LIST.rules} - {rule.id}
    assert all(len(set(part)) == len(part) for part in found)
    assert set(rule.check.roles if rule.check else ()) <= set(found.roles)
    for one in told:
        kinds = rule_inputs.kinds_for(one, LIST)
        assert set(one.facts) | set(LIST.params) == set(kinds)
        assert rule_inputs.kind_of(expression.parse(one.text), kinds, one.functions) == one.gives
        for kind in (facts.ROLE, facts.RULE):
            assert all(one.text[at + 1 :].startswith(word) for word, at in rule_inputs.arguments_of(one.text, kind))
    measured = facts.names_of_check(rule.check.type, rule.check.layers) if rule.check else {}
    assert rule_inputs.own_names(rule) == {**facts.PLAN_FACTS, **measured}


@promise(
    "a kind of check gives its own facts and one for each further role, and no name of the plan's but by its own formula",
    facts.names_of_check,
)
@given(st.sampled_from(sorted(facts.FACTS)), st.lists(st.sampled_from(["tram", "goods"]), unique=True).map(tuple))
def test_facts(kind, roles):
    found = facts.names_of_check(kind, roles)
    assert set(facts.FACTS[kind]) <= set(found) and set(found) & set(facts.PLAN_FACTS) <= set(
        facts.FORMULAS.get(kind, ())
    )
    assert {name for name in found if name.startswith("value_")} == (
        {f"value_{one}" for one in roles} if "value" in found else set()
    )
    assert facts.MAIN_FACT.get(kind, "value") in found and facts.names_of_check(kind) == facts.names_of_check(kind, ())


@promise("a value of another kind is refused with its place, true is no number, and an unknown word is told with those that are known",
         structure.of_kind, structure.unknown_word)  # fmt: skip
@given(JSON, st.sampled_from([str, bool, int, float, list, dict]), st.text(max_size=5))
def test_kinds(value, kind, word):
    found, refusal = tried(ChecklistError, structure.of_kind, value, kind, "a.b")
    fits = type(value) is kind or (kind is float and type(value) is int)
    assert (refusal is None) == fits and (found is value if fits else refusal.path == "a.b")
    said = structure.unknown_word(word, ("ett", "två"))
    assert isinstance(said, Text) and all(repr(word) in one and one.endswith("ett, två") for one in (said.sv, said.en))
