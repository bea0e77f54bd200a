"""From what was measured to a verdict: what is missing, too old, not known or not confirmed never becomes ok."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple, Optional

from ..located import Text
from . import judging_words as words
from .checklist import NO_TEXT, Checklist, Parameter, Rule, within
from .codes import ERROR, FAIL, NOT_APPLICABLE, NOT_JUDGED, OK, OPEN_VERDICTS, REMARK, UNCLEAR
from .condition_words import threshold
from .expression import ExpressionError, Unknown, evaluate, parse, unknown
from .facts import FORMULAS, FUNCTIONS, MAIN_FACT, ROLE
from .filling import fill, places
from .layer_doubt import layer_doubt
from .measured import FAILED, MEASURED, MISSING_LAYER, NO_DATA, NOTHING_TO_MEASURE, LayerUsed, Measured, Unanswerable
from .rule_inputs import inputs_of, own_names

_VERDICT = {"ok": OK, "remark": REMARK, "fail": FAIL}


class Confirmed(NamedTuple):
    """A parameter's value as the region has confirmed it; ``unit`` is the list's Swedish unit."""

    value: float
    unit: str
    who: str = ""
    time: str = ""
    decision: str = ""
    decision_date: str = ""


@dataclass(frozen=True)
class RuleContext:
    """What a rule is judged in.

    ``facts``: what is known of the plan (`facts.PLAN_FACTS`; None or left out = not known). ``functions``: has_use,
    has_keyword, intersects, touches, near and need, of this plan; they answer a flag, or None or `Unanswerable` where it
    cannot be known. ``layers``: every role that a layer is bound to. ``verdicts``: of the rules already judged, a person's
    before the program's. ``today``: ISO date.
    """

    stage: str
    today: str
    facts: Mapping[str, object] = field(default_factory=dict, hash=False)
    functions: Mapping[str, Callable] = field(default_factory=dict, hash=False)
    layers: Mapping[str, LayerUsed] = field(default_factory=dict, hash=False)
    confirmed: Mapping[str, Confirmed] = field(default_factory=dict, hash=False)
    verdicts: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Judgement:
    """A rule's verdict and all that it stands on.

    ``value`` may be infinite (a distance to nothing). ``text``: what is proposed for the statement. ``needs_answer``: a
    person must answer the rule's question. ``unconfirmed``: the parameters it leaned on that the region has not confirmed.
    """

    rule_id: str
    department: str
    severity: str
    verdict: str
    value: Optional[float] = None
    unit: Text = NO_TEXT
    threshold: Text = NO_TEXT
    layers: tuple[LayerUsed, ...] = ()
    explanation: Text = NO_TEXT
    text: Optional[Text] = None
    needs_answer: bool = False
    unconfirmed: tuple[str, ...] = ()
    facts: Mapping[str, object] = field(default_factory=dict, hash=False)

    @property
    def layer(self) -> str:
        """The names of the layers, the main one first."""
        return ", ".join(dict.fromkeys(one.name for one in self.layers))

    @property
    def layer_date(self) -> str:
        """The date of the oldest layer; blank where one of them has none."""
        dates = [one.date for one in self.layers]
        return min(dates) if dates and all(dates) else ""


def run_order(checklist: Checklist) -> tuple[Rule, ...]:
    """The rules in an order where each comes after those whose verdicts it asks for. The list must be without cycles."""
    found: dict[str, Rule] = {}

    def add(rule: Rule) -> None:
        if rule.id not in found:
            for other in inputs_of(rule, checklist).rules:
                add(checklist.rule(other))
            found[rule.id] = rule

    for rule in checklist.rules:
        add(rule)
    return tuple(found.values())


def is_confirmed(parameter: Parameter, confirmed: Mapping[str, Confirmed]) -> bool:
    """Whether rules may lean on the parameter. A confirmed value in another unit than the list's counts for nothing."""
    return not parameter.confirm or _own_value(parameter, confirmed) is not None


def unconfirmed(checklist: Checklist, confirmed: Mapping[str, Confirmed]) -> tuple[str, ...]:
    """The list's parameters that the region has yet to confirm."""
    return tuple(name for name, one in checklist.params.items() if not is_confirmed(one, confirmed))


def parameter_values(checklist: Checklist, confirmed: Mapping[str, Confirmed]) -> dict[str, float]:
    """Every parameter's number: the region's own where it has confirmed one, else the list's."""
    found = {}
    for name, parameter in checklist.params.items():
        own = _own_value(parameter, confirmed)
        found[name] = parameter.value if own is None else own
    return found


def _own_value(parameter: Parameter, confirmed: Mapping[str, Confirmed]) -> Optional[float]:
    own = confirmed.get(parameter.name)
    return float(own.value) if own is not None and own.unit == parameter.unit.sv else None


def check_params(rule: Rule, checklist: Checklist, confirmed: Mapping[str, Confirmed]) -> dict:
    """The ``params`` of a rule's check, where the name of a parameter has become its number."""
    values = parameter_values(checklist, confirmed)

    def resolved(value):
        if isinstance(value, str):
            return values.get(value, value)
        if isinstance(value, (list, tuple)):
            return [resolved(one) for one in value]
        return {name: resolved(one) for name, one in value.items()} if isinstance(value, Mapping) else value

    formulas = FORMULAS.get(rule.check.type, ())
    return {name: value if name in formulas else resolved(value) for name, value in rule.check.params.items()}


def formula_values(rule: Rule, checklist: Checklist, context: RuleContext, functions: Mapping[str, Callable]) -> dict:
    """What the formulas of a check give (number or `Unknown`), in their order; ``functions`` are further ones they may use."""
    values = {**context.facts, **parameter_values(checklist, context.confirmed)}
    found = {}
    for name in FORMULAS.get(rule.check.type, ()):
        if name in rule.check.params:
            text = str(rule.check.params[name])
            found[name] = evaluate(parse(text), {**values, **found}, {**_functions(checklist, context), **functions})
    return found


def before_measuring(rule: Rule, checklist: Checklist, context: RuleContext) -> Optional[Judgement]:
    """The judgement of a rule that needs no measuring: off, not in force, not of this plan, or only a question. Else None."""
    if rule.off is not None:
        return _judgement(rule, NOT_APPLICABLE, words.switched_off(rule.off))
    if not within(context.today, rule.valid_from, rule.valid_to):
        return _judgement(rule, NOT_APPLICABLE, words.not_in_force(rule.valid_from, rule.valid_to))
    if context.stage not in rule.stages:
        return _judgement(rule, NOT_APPLICABLE, words.other_stage(context.stage, rule.stages))
    if rule.applies:
        early = _by_applies(rule, checklist, context)
        if early is not None:
            return early
    if not any(source.holds(context.today) for source in rule.sources):
        return _judgement(rule, UNCLEAR, words.lapsed([source.ref for source in rule.sources]))
    if rule.check is None:
        return replace(_judgement(rule, NOT_JUDGED, words.QUESTION_OPEN), needs_answer=True)
    return None


def judge(rule: Rule, checklist: Checklist, measured: Optional[Measured], context: RuleContext) -> Judgement:
    """The verdict on ``rule``; ``measured`` may be None only where `before_measuring` has an answer."""
    early = before_measuring(rule, checklist, context)
    if early is not None:
        return early
    lean = inputs_of(rule, checklist)
    loose = tuple(name for name in lean.parameters if not is_confirmed(checklist.params[name], context.confirmed))
    values = {**context.facts, **measured.facts, **parameter_values(checklist, context.confirmed)}
    main = measured.facts.get(MAIN_FACT.get(rule.check.type, "value"))
    found = Judgement(
        rule.id, rule.department, rule.severity, UNCLEAR,
        value=_as_number(main),
        unit=_unit(rule),
        threshold=threshold(rule, checklist, values),
        layers=measured.layers,
        unconfirmed=loose,
        facts=measured.facts,
    )  # fmt: skip
    verdict, explanation = _verdict(rule, checklist, measured, context, values, loose)
    text = _proposed(rule, checklist, verdict, values, loose)
    asks = rule.question is not None and verdict != NOT_APPLICABLE
    return replace(found, verdict=verdict, explanation=explanation, text=text, needs_answer=asks)


def proposed_text(
    rule: Rule, checklist: Checklist, verdict: str, facts: Mapping[str, object], confirmed: Mapping[str, Confirmed]
) -> Optional[Text]:
    """What is proposed for the statement when a person has settled on ``verdict``; None where the rule has no words for it."""
    loose = unconfirmed(checklist, confirmed)
    return _proposed(rule, checklist, verdict, {**facts, **parameter_values(checklist, confirmed)}, loose)


def _unit(rule: Rule) -> Text:
    if rule.check.unit != NO_TEXT:
        return rule.check.unit
    return own_names(rule)[MAIN_FACT.get(rule.check.type, "value")].unit


def _judgement(rule: Rule, verdict: str, explanation: Text) -> Judgement:
    return Judgement(rule.id, rule.department, rule.severity, verdict, explanation=explanation)


def _as_number(value) -> Optional[float]:
    if isinstance(value, bool):
        return float(value)
    if isinstance(value, str) or value is None or math.isnan(value):
        return None
    return float(value)


def _functions(checklist: Checklist, context: RuleContext) -> dict[str, Callable]:
    """The functions of expressions; those about a layer look first whether there is one, and how old it is."""

    def guarded(name: str, function: Callable) -> Callable:
        about_layer = FUNCTIONS[name].arguments[0] == ROLE

        def answer(*arguments):
            doubts = [one for one in arguments if isinstance(one, Unknown)]
            if doubts:
                return doubts[0]
            if about_layer:
                doubt = layer_doubt(checklist.layers[arguments[0]], context.layers.get(arguments[0]), context.today)
                if doubt is not None:
                    return doubt
            try:
                return function(*arguments)
            except Unanswerable as error:
                if error.state == MISSING_LAYER:
                    return Unknown(tuple(reason for role in error.roles for reason in unknown("missing", role).reasons))
                return unknown("words", error.explanation)

        return answer

    def verdict(rule_id):
        found = context.verdicts.get(rule_id)
        return unknown("rule", rule_id) if found is None or found in OPEN_VERDICTS else found

    def first(*arguments):
        return next((one for one in arguments if not isinstance(one, Unknown)), arguments[-1])

    given = {name: guarded(name, function) for name, function in context.functions.items() if name in FUNCTIONS}
    return {**given, "verdict": verdict, "first": first}


def _by_applies(rule: Rule, checklist: Checklist, context: RuleContext) -> Optional[Judgement]:
    """The judgement where the rule's ``applies`` is not true; None where it is."""
    loose = {name: unknown("parameter", name) for name in unconfirmed(checklist, context.confirmed)}
    values = {**context.facts, **parameter_values(checklist, context.confirmed), **loose}
    looked_at = tuple(
        context.layers[role] for role in inputs_of(rule, checklist).roles
        if role in context.layers and role not in (rule.check.roles if rule.check else ())
    )  # fmt: skip
    try:
        found = evaluate(parse(rule.applies), values, _functions(checklist, context))
    except ExpressionError as error:
        return _judgement(rule, ERROR, words.bad_expression("applies", error.problem))
    if found is True:
        return None
    if found is False:
        return replace(_judgement(rule, NOT_APPLICABLE, words.not_of_this_plan(looked_at)), layers=looked_at)
    about = words.doubts(found, checklist)
    leaned = tuple(reason.what for reason in found.reasons if reason.kind == "parameter")
    told = _judgement(rule, _verdict_of_doubt(found, checklist), words.applies_unknown(about))
    return replace(told, layers=looked_at, unconfirmed=leaned)


def _verdict_of_doubt(doubt: Unknown, checklist: Checklist) -> str:
    """``fel`` where a layer that is required is missing, ``ej_bedomt`` where only optional ones are, else ``oklart``."""
    missing = [reason.what for reason in doubt.reasons if reason.kind == "missing"]
    if any(not checklist.layers[role].optional for role in missing):
        return ERROR
    return NOT_JUDGED if len(missing) == len(doubt.reasons) else UNCLEAR


def _verdict(rule, checklist, measured: Measured, context, values, loose) -> tuple[str, Text]:
    """The verdict of what was measured, and why."""
    if measured.state == FAILED:
        return ERROR, words.failed(measured.explanation)
    missing = measured.missing
    if measured.state == MEASURED:  # a measurement that does not tell which layer it looked at is no evidence
        told = {layer.role for layer in measured.layers}
        missing = tuple(dict.fromkeys([*missing, *(role for role in rule.check.roles if role not in told)]))
    if any(not checklist.layers[role].optional for role in missing):
        return ERROR, words.missing_layers(missing, checklist)
    if measured.state == MISSING_LAYER:
        return NOT_JUDGED, words.missing_layers(missing, checklist)
    if measured.state == NO_DATA:
        return UNCLEAR, words.no_data(measured.explanation)
    old = [layer_doubt(checklist.layers[layer.role], layer, context.today)
           for layer in measured.layers if layer.role in checklist.layers]  # fmt: skip
    reasons = tuple(reason for doubt in old if doubt is not None for reason in doubt.reasons)
    if reasons:
        return UNCLEAR, words.doubts(Unknown(reasons), checklist, dates={one.role: one.date for one in measured.layers})
    if measured.state == NOTHING_TO_MEASURE:
        return NOT_APPLICABLE, words.nothing_to_measure(measured)
    if loose:
        return UNCLEAR, words.not_confirmed(loose, checklist, rule, measured.facts)
    try:
        return _by_conditions(rule, checklist, measured, values, missing)
    except ExpressionError as error:
        return ERROR, words.bad_expression("check", error.problem)


def _by_conditions(rule, checklist, measured, values, missing) -> tuple[str, Text]:
    functions = {"first": lambda *given: next((one for one in given if not isinstance(one, Unknown)), given[-1])}
    found = {name: evaluate(parse(text), values, functions) for name, text in rule.check.conditions}
    true = [name for name, value in found.items() if value is True]
    doubts = [value for value in found.values() if isinstance(value, Unknown)]
    if len(true) > 1:
        return UNCLEAR, words.contradiction([_VERDICT[name] for name in true])
    if not true and doubts:
        if missing:
            return NOT_JUDGED, words.missing_layers(missing, checklist)
        return UNCLEAR, words.doubts(Unknown(tuple(one for doubt in doubts for one in doubt.reasons)), checklist)
    if not true:
        return UNCLEAR, words.no_condition(rule, checklist, measured.facts)
    verdict = _VERDICT[true[0]]
    if missing and verdict == OK:
        return NOT_JUDGED, words.missing_layers(missing, checklist)
    if measured.doubt and verdict == OK:
        return UNCLEAR, words.perhaps_worse(rule, checklist, measured)
    return verdict, words.measured(rule, checklist, true[0], verdict, values, measured, missing)


def _proposed(rule: Rule, checklist: Checklist, verdict: str, values: Mapping, loose) -> Optional[Text]:
    text = rule.text.get(verdict)
    if text is None or any(place.name in loose for place in places(text.sv + text.en)):
        return None
    filled = fill(text.sv, values, "sv"), fill(text.en, values, "en")
    if None not in filled:
        return Text(*filled)
    infinite = any(values.get(place.name) == math.inf for place in places(text.sv))
    return words.nothing_in_reach(rule, checklist) if infinite else None


def leans_on_unconfirmed(rule: Rule, checklist: Checklist, confirmed: Mapping[str, Confirmed]) -> tuple[str, ...]:
    """The unconfirmed parameters that a rule leans on, in its ``applies`` too."""
    lean = inputs_of(rule, checklist)
    both = dict.fromkeys((*lean.parameters, *lean.applies_parameters))
    return tuple(name for name in both if not is_confirmed(checklist.params[name], confirmed))
