"""What is said of a verdict, in Swedish and English."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from ..located import Text
from .checklist import Checklist, Rule
from .codes import ERROR, FAIL, NOT_APPLICABLE, NOT_JUDGED, OK, REMARK, UNCLEAR
from .condition_words import amounts, condition
from .expression import Unknown, names, parse
from .facts import PLAN_FACTS
from .filling import short_number
from .measured import LayerUsed, Measured
from .rule_inputs import own_names

VERDICT_NAMES = {
    OK: Text("ok", "ok"),
    REMARK: Text("anmärkning", "remark"),
    FAIL: Text("brist", "failed"),
    UNCLEAR: Text("oklart", "unclear"),
    NOT_APPLICABLE: Text("ej tillämpligt", "not applicable"),
    NOT_JUDGED: Text("ej bedömt", "not judged"),
    ERROR: Text("fel", "error"),
}
QUESTION_OPEN = Text("Frågan är inte besvarad.", "The question has not been answered.")


def switched_off(reason: Text) -> Text:
    return Text(f"Regionen har stängt av regeln: {reason.sv}", f"The region has switched the rule off: {reason.en}")


def not_in_force(first: str, last: str) -> Text:
    since = Text(f" från {first}", f" from {first}") if first else Text("", "")
    until = Text(f" till {last}", f" until {last}") if last else Text("", "")
    return Text(f"Regeln gäller{since.sv}{until.sv}.", f"The rule is in force{since.en}{until.en}.")


def other_stage(stage: str, stages: Sequence[str]) -> Text:
    listed = ", ".join(stages)
    return Text(
        f"Regeln prövas inte i skedet {stage}, bara i {listed}.",
        f"The rule is not tested in {stage}, only in {listed}.",
    )


def lapsed(refs: Sequence[str]) -> Text:
    listed = "; ".join(refs)
    return Text(
        f"Ingen av regelns källor gäller i dag: {listed}.", f"None of the rule's sources is in force today: {listed}."
    )


def not_of_this_plan(layers: Sequence[LayerUsed]) -> Text:
    seen = layers_said(layers)
    return Text(
        "Regeln gäller inte den här planen." + (f" Prövat mot {seen.sv}." if layers else ""),
        "The rule does not concern this plan." + (f" Tested against {seen.en}." if layers else ""),
    )


def applies_unknown(why: Text) -> Text:
    return Text(
        f"Det går inte att avgöra om regeln gäller planen. {why.sv}",
        f"It cannot be told whether the rule concerns the plan. {why.en}",
    )


def bad_expression(where: str, problem: Text) -> Text:
    return Text(
        f"Regelns uttryck ({where}) går inte att räkna ut: {problem.sv}.",
        f"The rule's expression ({where}) cannot be computed: {problem.en}.",
    )


def failed(explanation: str) -> Text:
    return Text(f"Kontrollen kunde inte köras: {explanation}", f"The check could not be run: {explanation}")


def no_data(explanation: str) -> Text:
    return Text(f"Underlaget ger inget svar: {explanation}", f"The data give no answer: {explanation}")


def missing_layers(roles: Collection[str], checklist: Checklist) -> Text:
    titles = [checklist.layers[role].title for role in roles]
    sv, en = ", ".join(one.sv for one in titles), ", ".join(one.en for one in titles)
    return Text(f"Inget lager är valt för {sv}.", f"No layer is chosen for {en}.")


def doubts(doubt: Unknown, checklist: Checklist, dates: Mapping[str, str] = {}) -> Text:
    """Why something is not known, one sentence a reason."""
    said = [_doubt(reason.kind, reason.what, checklist, dates) for reason in dict.fromkeys(doubt.reasons)]
    return Text(" ".join(one.sv for one in said), " ".join(one.en for one in said))


def _doubt(kind: str, what: str, checklist: Checklist, dates: Mapping[str, str]) -> Text:
    if kind == "parameter":
        return _unset([what], checklist)
    if kind == "missing":
        return missing_layers([what], checklist)
    if kind == "empty":
        title = checklist.layers[what].title
        return Text(
            f"Lagret {title.sv} är tomt, och det visar inte att inget finns.",
            f"The layer {title.en} is empty, which does not show that there is none.",
        )
    if kind in ("stale", "undated"):
        role = checklist.layers[what]
        if kind == "undated":
            return Text(f"Lagret {role.title.sv} har inget datum.", f"The layer {role.title.en} has no date.")
        seen = f" ({dates[what]})" if dates.get(what) else ""
        days = role.max_age_days
        return Text(
            f"Lagret {role.title.sv}{seen} är äldre än {days} dagar.",
            f"The layer {role.title.en}{seen} is older than {days} days.",
        )
    if kind == "rule":
        return Text(f"Regeln {what} har inget säkert utfall.", f"The rule {what} has no certain verdict.")
    if kind == "division":
        return Text("Uträkningen delar med noll.", "The calculation divides by nought.")
    if kind == "words":
        return Text(what, what)
    label = PLAN_FACTS[what].label if what in PLAN_FACTS else _FUNCTION_LABELS.get(what, Text(what, what))
    return Text(f"Det är inte känt: {label.sv}.", f"It is not known: {label.en}.")


_FUNCTION_LABELS = {
    "has_use": Text("planens användningar", "the plan's uses"),
    "has_keyword": Text("planens ord", "the plan's words"),
    "need": Text("regionens lokalbehov", "the region's needs of premises"),
    "value": Text("mätvärdet", "the measured value"),
}


def _unset(loose: Sequence[str], checklist: Checklist) -> Text:
    params = [checklist.params[name] for name in loose]
    sv = ", ".join(f"{one.title.sv} ({short_number(one.value, 'sv')} {one.unit.sv})" for one in params)
    en = ", ".join(f"{one.title.en} ({short_number(one.value, 'en')} {one.unit.en})" for one in params)
    word = "värdet" if len(params) == 1 else "värdena"
    noun = "value" if len(params) == 1 else "values"
    return Text(f"Regionen har inte fastställt {word} {sv}.", f"The region has not confirmed the {noun} {en}.")


def not_confirmed(loose: Sequence[str], checklist: Checklist, rule: Rule, facts: Mapping[str, object]) -> Text:
    found, unset = _measured(rule, checklist, facts), _unset(loose, checklist)
    sv = f" Uppmätt: {found.sv}." if found.sv else ""
    en = f" Measured: {found.en}." if found.en else ""
    return Text(unset.sv + sv, unset.en + en)


def contradiction(verdicts: Sequence[str]) -> Text:
    sv = " och ".join(VERDICT_NAMES[one].sv for one in verdicts)
    en = " and ".join(VERDICT_NAMES[one].en for one in verdicts)
    return Text(
        f"Regelns värden motsäger varandra: villkoren för {sv} är uppfyllda samtidigt.",
        f"The rule's values contradict each other: the conditions for {en} hold at once.",
    )


def nothing_to_measure(found: Measured) -> Text:
    seen = layers_said(found.layers)
    return Text(
        found.explanation + (f" Prövat mot {seen.sv}." if found.layers else ""),
        found.explanation + (f" Tested against {seen.en}." if found.layers else ""),
    )


def perhaps_worse(rule: Rule, checklist: Checklist, found: Measured) -> Text:
    """Why figures that are fine so far do not show that all is well."""
    said = _measured(rule, checklist, found.facts)
    return Text(
        f"Uppmätt: {said.sv}. Det kan vara sämre än så: {found.doubt}",
        f"Measured: {said.en}. It may be worse than that: {found.doubt}",
    )


def no_condition(rule: Rule, checklist: Checklist, facts: Mapping[str, object]) -> Text:
    found = _measured(rule, checklist, facts)
    return Text(
        f"Inget av regelns villkor är uppfyllt. Uppmätt: {found.sv}.",
        f"None of the rule's conditions holds. Measured: {found.en}.",
    )


def measured(
    rule: Rule,
    checklist: Checklist,
    name: str,
    verdict: str,
    values: Mapping,
    found: Measured,
    missing: Collection[str],
) -> Text:
    """What was measured, which condition it met, against which layers, and which optional layers were not there."""
    said = _measured(rule, checklist, found.facts)
    met = condition(getattr(rule.check, name), rule, checklist, values)
    seen, title = layers_said(found.layers), VERDICT_NAMES[verdict]
    sv = [f"Uppmätt: {said.sv}." if said.sv else "", f"Utfallet är {title.sv}: {met.sv}.",
          f"Prövat mot {seen.sv}." if found.layers else ""]  # fmt: skip
    en = [f"Measured: {said.en}." if said.en else "", f"The verdict is {title.en}: {met.en}.",
          f"Tested against {seen.en}." if found.layers else ""]  # fmt: skip
    if found.doubt:
        sv.append(found.doubt)
        en.append(found.doubt)
    if missing:
        gap = missing_layers(missing, checklist)
        sv.append(f"{gap.sv} Utfallet kan därför vara allvarligare.")
        en.append(f"{gap.en} The verdict may therefore be graver.")
    return Text(" ".join(filter(None, sv)), " ".join(filter(None, en)))


def _measured(rule: Rule, checklist: Checklist, facts: Mapping[str, object]) -> Text:
    """The facts that the conditions look at, those of the check before those of the plan."""
    asked = {one for _, text in rule.check.conditions for one in names(parse(text))}
    return amounts(rule, checklist, facts, [one for one in own_names(rule) if one in asked and one in facts])


def nothing_in_reach(rule: Rule, checklist: Checklist) -> Text:
    titles = [checklist.layers[role].title for role in rule.check.roles]
    sv, en = ", ".join(one.sv for one in titles), ", ".join(one.en for one in titles)
    return Text(
        f"{rule.title.sv}: inget kan nås från planområdet ({sv}).",
        f"{rule.title.en}: nothing can be reached from the plan area ({en}).",
    )


def layers_said(layers: Sequence[LayerUsed]) -> Text:
    """Names of layers with the dates of their data."""
    sv = ", ".join(f"{one.name} ({one.date or 'okänt datum'})" for one in layers)
    en = ", ".join(f"{one.name} ({one.date or 'unknown date'})" for one in layers)
    return Text(sv, en)
