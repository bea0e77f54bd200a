"""What a checklist's structure cannot say: S1–S8, over names, references, conditions and texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..located import Text
from .checklist import Checklist, Rule
from .condition_grid import Clash, clashes
from .document import ChecklistError
from .expression import ExpressionError, Name, Operation, nodes, parse
from .expression_words import check_words
from .facts import FACTS, FLAG, PLAN_FACTS, ROLE, RULE, WORDS
from .filling import TemplateError, places, short_number
from .judging_words import VERDICT_NAMES
from .rule_inputs import Expression, arguments_of, expressions, inputs_of, kind_of, kinds_for, own_names

_CONDITION_NAMES = {"ok": VERDICT_NAMES["ok"], "remark": VERDICT_NAMES["anmarkning"], "fail": VERDICT_NAMES["brist"]}


def check_list(checklist: Checklist) -> Iterator[Text]:
    """Raise `ChecklistError` for the first thing that is wrong, and yield what is only doubtful."""
    _names_of_parameters(checklist)
    _rule_ids(checklist)
    for rule in checklist.rules:
        _references(rule, checklist)
        for expression in expressions(rule):
            _expression(rule, expression, checklist)
        _texts(rule, checklist)
        _answers(rule, checklist)
    _other_rules(checklist)
    values = {name: one.value for name, one in checklist.params.items()}
    for rule in checklist.rules:
        yield from _conditions(rule, checklist, values)
    yield from _unused(checklist)


def rules_in_conflict(checklist: Checklist, values: Mapping[str, float]) -> list[tuple[Rule, Clash]]:
    """The rules that two of their conditions would hold for at once, with ``values`` as the parameters' numbers."""
    found = []
    for rule in checklist.rules:
        if rule.check is not None:
            overlap, _ = clashes(dict(rule.check.conditions), own_names(rule), values)
            if overlap is not None:
                found.append((rule, overlap))
    return found


def _path(rule: Rule, place: str = "") -> str:
    return f"rules[{rule.id}]" + (f".{place}" if place else "")


def _names_of_parameters(checklist: Checklist) -> None:
    """S4: a name must mean one thing."""
    taken = {*PLAN_FACTS, *(name for facts in FACTS.values() for name in facts), "and", "or", "not"}
    for name in checklist.params:
        if name in taken:
            raise ChecklistError(
                f"params.{name}", Text("namnet är upptaget av det som mäts", "the name is taken by what is measured")
            )


def _rule_ids(checklist: Checklist) -> None:
    """S1."""
    seen = set()
    for rule in checklist.rules:
        if rule.id in seen:
            raise ChecklistError(_path(rule, "id"), Text("står två gånger", "occurs twice"))
        if rule.id in checklist.retired_rule_ids:
            raise ChecklistError(
                _path(rule, "id"),
                Text("är ett indraget nummer och får inte användas igen", "is a withdrawn id, never to be used again"),
            )
        seen.add(rule.id)


def _references(rule: Rule, checklist: Checklist) -> None:
    """S2 and S3: headings, functions and layer roles are declared. Functions are looked at while reading."""
    if rule.group not in checklist.groups:
        raise ChecklistError(
            _path(rule, "id"),
            Text(f"gruppen {rule.group} finns inte i groups", f"there is no group {rule.group} in groups"),
        )
    if rule.department in rule.also:
        raise ChecklistError(
            _path(rule, "also"),
            Text(f"{rule.department} är redan regelns funktion", f"{rule.department} is the rule's function already"),
        )
    for index, role in enumerate(rule.check.roles if rule.check else ()):
        if role not in checklist.layers:
            place = "check.layer" if rule.check.layer and index == 0 else "check.layers"
            raise ChecklistError(_path(rule, place), _no_role(role, checklist))


def _no_role(role: str, checklist: Checklist) -> Text:
    known = ", ".join(checklist.layers)
    return Text(f"rollen {role} finns inte i layers ({known})", f"there is no role {role} in layers ({known})")


def _expression(rule: Rule, expression: Expression, checklist: Checklist) -> None:
    """S4: it can be read, every name and function is known, and it gives the kind of value that is wanted."""
    where = _path(rule, expression.place)
    try:
        tree = parse(expression.text)
        kind = kind_of(tree, kinds_for(expression, checklist), expression.functions)
        check_words(expression, tree)
    except ExpressionError as error:
        raise ChecklistError(where, error.problem) from error
    if kind != expression.gives:
        wanted = Text("något som är sant eller falskt", "something true or false")
        if expression.gives != FLAG:
            wanted = Text("ett tal", "a number")
        raise ChecklistError(where, Text(f"ska ge {wanted.sv}", f"must give {wanted.en}"))
    for role, _ in arguments_of(expression.text, ROLE):
        if role not in checklist.layers:
            raise ChecklistError(where, _no_role(role, checklist))
    for node in nodes(tree):
        if isinstance(node, Operation) and node.sign in ("<", "<=", ">", ">=", "==", "!="):
            _units(where, node, rule, expression, checklist)


def _units(where: str, node: Operation, rule: Rule, expression: Expression, checklist: Checklist) -> None:
    """S4: a fact and a parameter that are compared have the same unit."""
    named = [part.name for part in node.parts if isinstance(part, Name)]
    fact = next((one for one in named if one in expression.facts), None)
    parameter = next((checklist.params[one] for one in named if one in checklist.params), None)
    if fact is None or parameter is None or rule.check is None:
        return
    unit = expression.facts[fact].unit if expression.facts[fact].unit.sv else rule.check.unit
    if unit.sv and unit.sv != parameter.unit.sv:
        raise ChecklistError(
            where,
            Text(
                f"{fact} är i {unit.sv} men {parameter.name} i {parameter.unit.sv}",
                f"{fact} is in {unit.en} but {parameter.name} in {parameter.unit.en}",
            ),
        )


def _texts(rule: Rule, checklist: Checklist) -> None:
    """S7: names in braces exist, words have no number's format. Questions, help and guidance hold parameters only."""
    facts = own_names(rule)
    for verdict, text in rule.text.items():
        _places(_path(rule, f"text.{verdict}"), text, {**dict.fromkeys(checklist.params, ""), **_kinds(facts)})
    for key in ("title", "help", "question", "guidance"):
        text = getattr(rule, key)
        if text is not None:
            # A title stands in tables and menus as it is.
            _places(_path(rule, key), text, {} if key == "title" else dict.fromkeys(checklist.params, ""))


def _kinds(facts) -> dict[str, str]:
    return {name: fact.kind for name, fact in facts.items()}


def _places(path: str, text: Text, kinds: Mapping[str, str]) -> None:
    for language, words in (("sv", text.sv), ("en", text.en)):
        where = f"{path}.{language}"
        try:
            found = places(words)
        except TemplateError as error:
            raise ChecklistError(where, error.problem) from error
        for place in found:
            if place.name not in kinds:
                known = ", ".join(sorted(kinds))
                raise ChecklistError(
                    where,
                    Text(f"{{{place.name}}} är okänt; de kända är {known}",
                         f"{{{place.name}}} is unknown; known are {known}"),
                )  # fmt: skip
            if place.format and kinds[place.name] in (WORDS, FLAG):
                raise ChecklistError(
                    where,
                    Text(f"{place.name} är inget tal och tar inget format",
                         f"{place.name} is no number and takes no format"),
                )  # fmt: skip


def _answers(rule: Rule, checklist: Checklist) -> None:
    """S6."""
    for answer in rule.answers:
        if answer not in checklist.answer_labels:
            raise ChecklistError(
                _path(rule, f"answers.{answer}"),
                Text("svaret saknar namn i answer_labels", "the answer has no name in answer_labels"),
            )


def _other_rules(checklist: Checklist) -> None:
    """S8: a verdict that is asked for is of a rule that exists and is run in the same stages, and nobody asks in a ring."""
    asks: dict[str, tuple[str, ...]] = {}
    by_id = {rule.id: rule for rule in checklist.rules}
    for rule in checklist.rules:
        for expression in expressions(rule):
            for other, _ in arguments_of(expression.text, RULE):
                where = _path(rule, expression.place)
                if other not in by_id:
                    raise ChecklistError(where, Text(f"regeln {other} finns inte", f"there is no rule {other}"))
                later = [stage for stage in rule.stages if stage not in by_id[other].stages]
                if later:
                    stages = ", ".join(later)
                    raise ChecklistError(
                        where,
                        Text(f"{other} prövas inte i skedet {stages}", f"{other} is not tested in {stages}"),
                    )
                asks[rule.id] = (*asks.get(rule.id, ()), other)
    for rule_id in asks:
        way = _ring(rule_id, asks, ())
        if way:
            listed = " → ".join(way)
            raise ChecklistError(
                f"rules[{rule_id}]",
                Text(f"reglerna frågar varandra i ring: {listed}", f"the rules ask each other in a ring: {listed}"),
            )


def _ring(rule_id: str, asks: Mapping[str, tuple[str, ...]], way: tuple[str, ...]) -> tuple[str, ...]:
    if rule_id in way:
        return (*way, rule_id)
    for other in asks.get(rule_id, ()):
        found = _ring(other, asks, (*way, rule_id))
        if found:
            return found
    return ()


def _conditions(rule: Rule, checklist: Checklist, values: Mapping[str, float]) -> Iterator[Text]:
    """S5: two conditions at once are refused; values that none of them covers give `oklart`, and are told of."""
    if rule.check is None:
        return
    overlap, gap = clashes(dict(rule.check.conditions), own_names(rule), values)
    if overlap is not None:
        at, both = said(overlap)
        raise ChecklistError(
            _path(rule, "check"),
            Text(
                f"villkoren för {both.sv} gäller samtidigt vid {at.sv}",
                f"conditions for {both.en} hold at once at {at.en}",
            ),
        )
    if gap is not None:
        at, _ = said(gap)
        yield Text(f"{rule.id}: inget villkor gäller vid {at.sv}", f"{rule.id}: no condition holds at {at.en}")


def said(clash: Clash) -> tuple[Text, Text]:
    """The values of a clash in words, and the names of the conditions that hold there."""
    at = Text(*(", ".join(f"{name} = {_value(value, language)}" for name, value in clash.at.items())
                for language in ("sv", "en")))  # fmt: skip
    titles = [_CONDITION_NAMES[name] for name in clash.true]
    return at, Text(" och ".join(one.sv for one in titles), " and ".join(one.en for one in titles))


def _value(value, language: str) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return repr(value.replace("\0", "…"))
    return "∞" if value == float("inf") else short_number(value, language)


def _unused(checklist: Checklist) -> Iterator[Text]:
    """S3 and S4: what is declared and never used is perhaps misspelt elsewhere."""
    roles, parameters = set(), set()
    for rule in checklist.rules:
        found = inputs_of(rule, checklist)
        roles |= set(found.roles)
        parameters |= {*found.parameters, *found.applies_parameters}
        for text in (rule.title, rule.help, rule.question, rule.guidance):
            if text is not None:
                parameters |= {place.name for place in places(text.sv + text.en)}
    for name in checklist.layers:
        if name not in roles:
            yield Text(f"rollen {name} används inte av någon regel", f"the role {name} is used by no rule")
    for name in checklist.params:
        if name not in parameters:
            yield Text(f"parametern {name} används inte av någon regel", f"the parameter {name} is used by no rule")
    used = {rule.group for rule in checklist.rules}
    for name in checklist.groups:
        if name not in used:
            yield Text(f"gruppen {name} har ingen regel", f"the group {name} has no rule")
