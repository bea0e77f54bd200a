"""A condition in words, with the numbers that applied: ``value <= walk_stop_m`` becomes "högst 400 m"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..located import Text
from .checklist import Checklist, Rule
from .expression import Literal, Name, Node, Operation, Unknown, evaluate, parse
from .facts import COUNT, MAIN_FACT, Fact
from .filling import short_number
from .rule_inputs import own_names

_COMPARED = {
    "sv": {"<": "under ", "<=": "högst ", ">": "över ", ">=": "minst ", "==": "", "!=": "inte "},
    "en": {"<": "below ", "<=": "at most ", ">": "above ", ">=": "at least ", "==": "", "!=": "not "},
}
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}
_JOINED = {"sv": {"and": " och ", "or": " eller "}, "en": {"and": " and ", "or": " or "}}
_HEADED = {"remark": Text("anmärkning: ", "remark: "), "fail": Text("brist: ", "failed: ")}


class _Words(NamedTuple):
    """What the words are made from: names of facts, numbers of parameters and facts, and the language."""

    facts: Mapping[str, Fact]
    unit: Text
    values: Mapping[str, object]
    language: str

    def label(self, name: str) -> str:
        return self.facts[name].label.get(self.language) if name in self.facts else name

    def unit_of(self, name: str) -> str:
        fact = self.facts.get(name)
        if fact is None:
            return ""
        own = fact.unit.get(self.language)
        return own if own or fact.kind == COUNT else self.unit.get(self.language)


def threshold(rule: Rule, checklist: Checklist, values: Mapping[str, object]) -> Text:
    """The rule's conditions in words; ``values`` are the parameters' numbers, and facts such as a shortest time."""
    if rule.check is None:
        return Text("", "")
    said = []
    for name, text in rule.check.conditions:
        words = condition(text, rule, checklist, values)
        head = _HEADED.get(name, Text("", ""))
        said.append(Text(head.sv + words.sv, head.en + words.en))
    return Text("; ".join(one.sv for one in said), "; ".join(one.en for one in said))


def condition(text: str, rule: Rule, checklist: Checklist, values: Mapping[str, object]) -> Text:
    """One condition in words."""
    facts = _named(rule, checklist)
    node = parse(text)
    return Text(*(_said(node, _Words(facts, rule.check.unit, values, language)) for language in ("sv", "en")))


def amounts(rule: Rule, checklist: Checklist, facts: Mapping[str, object], names) -> Text:
    """The measured numbers among ``names`` with what they are called and their units: "tomtarea 6 000 m²"."""
    known = _named(rule, checklist)
    said = []
    for language in ("sv", "en"):
        words = _Words(known, rule.check.unit, {}, language)
        parts = [_amount(name, facts[name], words) for name in names if _is_number(facts.get(name)) and name in known]
        said.append(", ".join(parts))
    return Text(*said)


def _named(rule: Rule, checklist: Checklist) -> dict[str, Fact]:
    """The rule's facts, those of a further layer called by its title and the main one by nothing at all."""
    found = own_names(rule)
    for role in rule.check.layers:
        if f"value_{role}" in found and role in checklist.layers:
            found[f"value_{role}"] = found[f"value_{role}"]._replace(label=checklist.layers[role].title)
    main = MAIN_FACT.get(rule.check.type, "value")
    if "value" in found and main != "value":
        found["value"] = found["value"]._replace(label=found[main].label)
    return found


def _amount(name: str, value: float, words: _Words) -> str:
    label = words.label(name)
    if value == float("inf"):
        nothing = "inget inom räckhåll" if words.language == "sv" else "nothing within reach"
        return f"{label} {nothing}".strip()
    kept = round(value, 1 if abs(value) >= 10 else 2)  # a measured figure, not the millimetres of its computing
    return f"{label} {_with_unit(kept, words.unit_of(name), words.language)}".strip()


def _with_unit(value: float, unit: str, language: str) -> str:
    if value in (float("inf"), float("-inf")):
        return "∞" + (" " + unit if unit else "")
    return short_number(value, language) + ("\u00a0" + unit if unit else "")


def _is_number(value) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _said(node: Node, words: _Words) -> str:
    if isinstance(node, Operation) and node.sign in ("and", "or"):
        parts = [_inside(part, node.sign, words) for part in node.parts]
        return _JOINED[words.language][node.sign].join(parts)
    if isinstance(node, Operation) and node.sign == "not":
        return _denied(node.parts[0], words)
    if isinstance(node, Operation) and node.sign in _TURNED:
        return _comparison(node, words)
    return words.label(node.name) if isinstance(node, Name) else ""


def _inside(node: Node, sign: str, words: _Words) -> str:
    said = _said(node, words)
    other = isinstance(node, Operation) and node.sign in ("and", "or") and node.sign != sign
    return f"({said})" if other else said


def _denied(node: Node, words: _Words) -> str:
    if isinstance(node, Name) and node.name in words.facts:
        return words.facts[node.name].denied.get(words.language) or _not(words.label(node.name), words)
    return _not(f"({_said(node, words)})", words)


def _not(said: str, words: _Words) -> str:
    return ("inte " if words.language == "sv" else "not ") + said


def _comparison(node: Operation, words: _Words) -> str:
    left, right = node.parts
    sign = node.sign
    if not _has_fact(left, words) and _has_fact(right, words):
        left, right, sign = right, left, _TURNED[sign]
    unit = words.unit_of(left.name) if isinstance(left, Name) else ""
    subject = _plain(left, words)
    said = _COMPARED[words.language][sign] + _bound(right, unit, words)
    return f"{subject} {said}".strip()


def _has_fact(node: Node, words: _Words) -> bool:
    if isinstance(node, Name):
        return node.name in words.facts
    return isinstance(node, Operation) and any(_has_fact(part, words) for part in node.parts)


def _bound(node: Node, unit: str, words: _Words) -> str:
    """The other side of a comparison: a number where it is known, else what it is called."""
    found = evaluate(node, words.values, {})
    if isinstance(found, (Unknown, bool)):
        return _plain(node, words)
    return found if isinstance(found, str) else _with_unit(found, unit, words.language)


def _plain(node: Node, words: _Words) -> str:
    if isinstance(node, Name):
        return words.label(node.name)
    if isinstance(node, Literal):
        return node.value if isinstance(node.value, str) else short_number(node.value, words.language)
    if isinstance(node, Operation) and len(node.parts) == 2:
        left, right = (_plain(part, words) for part in node.parts)
        return f"{left} {node.sign.replace('*', '×')} {right}"
    return ""
