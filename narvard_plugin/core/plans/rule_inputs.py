"""What a rule's expressions are made of: their kinds of value, and the parameters, facts, layer roles and rules they lean on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..located import Text
from .checklist import Checklist, Rule
from .expression import Call, ExpressionError, Literal, Name, Node, Operation, calls, names, parse
from .facts import (
    FLAG,
    FORMULA_FUNCTIONS,
    FORMULAS,
    FUNCTIONS,
    NUMBER,
    PLAN_FACTS,
    ROLE,
    RULE,
    TEXT,
    WORDS,
    Fact,
    Function,
    names_of_check,
)
from .filling import places

#: Functions of the conditions ``ok``, ``remark``, ``fail``: they judge what was measured and look at nothing else.
CONDITION_FUNCTIONS = {"first": FUNCTIONS["first"]}
_GIVES = {"verdict": WORDS, "nearest_attr": NUMBER, "weighted_mean": NUMBER}


class Expression(NamedTuple):
    """One expression of a rule: ``place`` in the rule (``check.ok``), its text, and the names and functions it may use."""

    place: str
    text: str
    facts: Mapping[str, Fact]
    functions: Mapping[str, Function]
    gives: str  # FLAG or NUMBER


class Inputs(NamedTuple):
    """What a rule leans on. ``parameters`` are those of the conditions, formulas and texts; those of ``applies`` are beside."""

    parameters: tuple[str, ...]
    applies_parameters: tuple[str, ...]
    facts: tuple[str, ...]
    roles: tuple[str, ...]
    rules: tuple[str, ...]


def expressions(rule: Rule) -> Iterator[Expression]:
    """Every expression of the rule: ``applies``, the conditions and the formulas in ``params``."""
    if rule.applies:
        yield Expression("applies", rule.applies, PLAN_FACTS, FUNCTIONS, FLAG)
    if rule.check is None:
        return
    measured = {**PLAN_FACTS, **names_of_check(rule.check.type, rule.check.layers)}
    for name, text in rule.check.conditions:
        yield Expression(f"check.{name}", text, measured, CONDITION_FUNCTIONS, FLAG)
    known = dict(PLAN_FACTS)
    for name in FORMULAS.get(rule.check.type, ()):
        if name in rule.check.params:
            text = str(rule.check.params[name])
            yield Expression(f"check.params.{name}", text, known, {**FUNCTIONS, **FORMULA_FUNCTIONS}, NUMBER)
            known = {**known, name: Fact(NUMBER, Text(name, name))}


def kind_of(node: Node, kinds: Mapping[str, str], functions: Mapping[str, Function]) -> str:
    """NUMBER, FLAG or WORDS: what the expression gives. Raises `ExpressionError` for unknown names and clashing kinds."""
    if isinstance(node, Literal):
        return WORDS if isinstance(node.value, str) else NUMBER
    if isinstance(node, Name):
        if node.name not in kinds:
            known = ", ".join(sorted(kinds))
            raise ExpressionError(
                Text(
                    f"namnet {node.name} är okänt; de kända är {known}", f"unknown name {node.name}; known are {known}"
                ),
                node.at,
            )
        kind = kinds[node.name]
        return kind if kind in (FLAG, WORDS) else NUMBER
    if isinstance(node, Call):
        return _kind_of_call(node, kinds, functions)
    found = [kind_of(part, kinds, functions) for part in node.parts]
    return _kind_of_operation(node, found)


def _kind_of_operation(node: Operation, found: list[str]) -> str:
    if node.sign in ("and", "or", "not"):
        _demand(node, found, FLAG, Text("något som är sant eller falskt", "something true or false"))
        return FLAG
    if node.sign in ("==", "!="):
        _demand(node, found, found[0], Text("samma slag av värden", "values of the same kind"))
        return FLAG
    _demand(node, found, NUMBER, Text("tal", "numbers"))
    return FLAG if node.sign in ("<", "<=", ">", ">=") else NUMBER


def _demand(node: Operation, found: list[str], kind: str, name: Text) -> None:
    if any(one != kind for one in found):
        sign = "-" if node.sign == "neg" else node.sign
        raise ExpressionError(Text(f"{sign} kräver {name.sv}", f"{sign} needs {name.en}"), node.at)


def _kind_of_call(node: Call, kinds, functions) -> str:
    if node.name not in functions:
        known = ", ".join(sorted(functions))
        raise ExpressionError(
            Text(
                f"funktionen {node.name} finns inte här; de som finns är {known}",
                f"no function {node.name} here; there are {known}",
            ),
            node.at,
        )
    wanted = functions[node.name]
    given = len(node.arguments)
    if given < len(wanted.arguments) or (given > len(wanted.arguments) and not wanted.more):
        n = len(wanted.arguments)
        raise ExpressionError(
            Text(f"{node.name} tar {n} argument, inte {given}", f"{node.name} takes {n} arguments, not {given}"),
            node.at,
        )
    found = []
    for index, argument in enumerate(node.arguments):
        slot = wanted.arguments[index] if index < len(wanted.arguments) else wanted.more
        found.append(kind_of(argument, kinds, functions))
        if slot in (ROLE, RULE, TEXT) and not (isinstance(argument, Literal) and isinstance(argument.value, str)):
            raise ExpressionError(
                Text(f"{node.name} tar ord inom citattecken", f"{node.name} takes words in quotes"), argument.at
            )
    if node.name in _GIVES:
        return _GIVES[node.name]
    if node.name == "first":
        _demand(Operation("first", (), node.at), found, found[0], Text("samma slag av värden", "values of one kind"))
        return found[0]
    if node.name == "near" and found[1] != NUMBER:
        raise ExpressionError(Text("near tar ett avstånd i meter", "near takes a distance in metres"), node.at)
    return FLAG


def kinds_for(expression: Expression, checklist: Checklist) -> dict[str, str]:
    """The kind of every name that the expression may use."""
    return {
        **{name: fact.kind for name, fact in expression.facts.items()},
        **dict.fromkeys(checklist.params, NUMBER),
    }


def arguments_of(text: str, kind: str) -> tuple[tuple[str, int], ...]:
    """The words given as ``kind`` (ROLE or RULE) in the calls of an expression, and where."""
    every = {**FUNCTIONS, **FORMULA_FUNCTIONS}
    return tuple(
        (argument.value, argument.at)
        for call in calls(parse(text))
        for slot, argument in zip(every[call.name].arguments if call.name in every else (), call.arguments)
        if slot == kind and isinstance(argument, Literal) and isinstance(argument.value, str)
    )


def inputs_of(rule: Rule, checklist: Checklist) -> Inputs:
    """Everything the rule leans on, in the order it is met. The rule's expressions must be sound."""
    parameters, in_applies, facts, rules = {}, {}, {}, {}
    roles = dict.fromkeys(rule.check.roles if rule.check else ())
    for one in expressions(rule):
        target = in_applies if one.place == "applies" else parameters
        for name in sorted(names(parse(one.text))):
            (target if name in checklist.params else facts)[name] = None
        roles.update(dict.fromkeys(word for word, _ in arguments_of(one.text, ROLE)))
        rules.update(dict.fromkeys(word for word, _ in arguments_of(one.text, RULE)))
    if rule.check is not None:
        parameters.update(dict.fromkeys(_named_in(rule.check.params, checklist)))
    for text in rule.text.values():
        parameters.update({p.name: None for p in places(text.sv + text.en) if p.name in checklist.params})
    return Inputs(tuple(parameters), tuple(in_applies), tuple(facts), tuple(roles), tuple(rules))


def _named_in(value, checklist: Checklist) -> Iterator[str]:
    """Names of parameters that stand for numbers anywhere in a check's ``params``."""
    if isinstance(value, str):
        if value in checklist.params:
            yield value
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _named_in(one, checklist)
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _named_in(one, checklist)


def own_names(rule: Rule) -> dict[str, Fact]:
    """The facts that the rule's texts may use."""
    measured = names_of_check(rule.check.type, rule.check.layers) if rule.check else {}
    return {**PLAN_FACTS, **measured}
