"""The checklist's small language: read, printed, computed, and looked through for what it leans on and where it clashes."""

from __future__ import annotations

import math

from hypothesis import assume, given
from hypothesis import strategies as st

from narvard_plugin.core.plans import condition_grid, condition_words, expression, expression_words, facts, rule_inputs
from narvard_plugin.core.plans.expression import Call, Literal, Name, Operation, Unknown
from narvard_plugin.core.plans.filling import short_number
from tests.core.plans.checklist_steps import small
from tests.core.plans.test_expression import _WORDS, FUNCTIONS, VALUES
from tests.promises import promise
from tests.promises.strategies.refusals import tried

NUMBERS = st.one_of(st.integers(0, 9).map(float), st.sampled_from([0.5, 400.0]))
COMPARED = ("==", "!=", "<", "<=", ">", ">=")


def literal(value):
    return Literal(value, 0)


def _both(part, signs):
    return st.builds(lambda sign, one, other: Operation(sign, (one, other), 0), st.sampled_from(signs), part, part)


AMOUNTS = st.recursive(
    st.one_of(NUMBERS.map(literal), st.sampled_from("abx").map(lambda name: Name(name, 0))),
    lambda part: st.one_of(_both(part, "+-*/"), part.map(lambda one: Operation("neg", (one,), 0))),
    max_leaves=5,
)
FLAGS = st.recursive(
    st.one_of(_both(AMOUNTS, COMPARED), st.sampled_from("pq").map(lambda name: Name(name, 0))),
    lambda part: st.one_of(
        st.builds(
            lambda sign, parts: Operation(sign, tuple(parts), 0),
            st.sampled_from(["and", "or"]),
            st.lists(part, min_size=2, max_size=3),
        ),
        part.map(lambda one: Operation("not", (one,), 0)),
    ),
    max_leaves=4,
)
GIVEN = st.fixed_dictionaries(
    {name: st.one_of(st.none(), NUMBERS, NUMBERS) for name in "abx"}
    | {name: st.one_of(st.none(), st.booleans()) for name in "pq"}
)


def printed(node):
    if isinstance(node, Literal):
        return repr(node.value)
    if isinstance(node, Name):
        return node.name
    if isinstance(node, Call):
        return f"{node.name}({', '.join(map(printed, node.arguments))})"
    parts = [f"({printed(part)})" for part in node.parts]
    return {"neg": f"-{parts[0]}", "not": f"not {parts[0]}"}.get(node.sign) or f" {node.sign} ".join(parts)


def bare(node):
    """The tree without the places of its parts."""
    if isinstance(node, Operation):
        return node.sign, tuple(map(bare, node.parts))
    return node._replace(at=0) if not isinstance(node, Call) else (node.name, tuple(map(bare, node.arguments)))


def worked_out(node, values):
    """By three-valued logic and school arithmetic; None = not known."""
    if isinstance(node, Literal):
        return node.value
    if isinstance(node, Name):
        return values[node.name]
    found = [worked_out(part, values) for part in node.parts]
    if node.sign in ("and", "or"):
        settles = node.sign == "or"
        return settles if settles in found else None if None in found else not settles
    if None in found:
        return None
    one, other = (*found, None)[:2]
    if node.sign == "/":
        return one / other if other else None
    return {
        "not": lambda: not one, "neg": lambda: -one, "+": lambda: one + other, "-": lambda: one - other, "*": lambda: one * other,
        "==": lambda: one == other, "!=": lambda: one != other, "<": lambda: one < other, "<=": lambda: one <= other,
        ">": lambda: one > other, ">=": lambda: one >= other,
    }[node.sign]()  # fmt: skip


@promise("an expression that is printed is read as itself, and gives what a few lines of three-valued logic give; unknown is never guessed",
         expression.parse, expression.evaluate, usual=15, long=4000)  # fmt: skip
@given(st.one_of(FLAGS, AMOUNTS), GIVEN)
def test_evaluated(tree, values):
    text = printed(tree)
    assume(len(text) < expression.MOST_CHARACTERS)
    read, refusal = tried(expression.ExpressionError, expression.parse, text)
    if refusal:
        assert "levels" in refusal.problem.en or "parts" in refusal.problem.en
        return
    assert bare(read) == bare(tree)
    found, wanted = expression.evaluate(read, values, {}), worked_out(tree, values)
    if wanted is None:
        assert isinstance(found, Unknown) and found.reasons
        unknown = {name for name, value in values.items() if value is None}
        assert {reason.what for reason in found.reasons} <= unknown | {""}
    else:
        assert found == wanted and type(found) is type(wanted)


@promise("any text is a tree or a sentence with its place, in both languages; the tree tells all its names and calls and no others",
         expression.parse, expression.evaluate, expression.names, expression.nodes, expression.calls, usual=15, long=5000)  # fmt: skip
@given(st.one_of(st.text(max_size=40), st.lists(_WORDS, max_size=20).map(" ".join)))
def test_any_text(text):
    tree, refusal = tried(expression.ExpressionError, expression.parse, text)
    if refusal:
        assert 0 <= refusal.at <= len(text) and refusal.problem.sv and refusal.problem.en
        return
    every = list(expression.nodes(tree))
    assert every[0] is tree and all(text[one.at :].strip() for one in every)
    assert expression.names(tree) == {one.name for one in every if isinstance(one, Name)} and all(
        one in text for one in expression.names(tree)
    )
    assert [one.name for one in expression.calls(tree)] == [one.name for one in every if isinstance(one, Call)]
    found, clash = tried(expression.ExpressionError, expression.evaluate, tree, VALUES, FUNCTIONS)
    assert clash is not None or isinstance(found, (bool, float, str, Unknown))
    assert not (isinstance(found, float) and math.isnan(found))


@promise("what is unknown has one reason that says why", expression.unknown)
@given(st.sampled_from(["name", "stale"]), st.text(max_size=5))
def test_unknown(kind, what):
    assert [tuple(one) for one in expression.unknown(kind, what).reasons] == [(kind, what)]
    tree = expression.parse("v > 1 or w > 2")
    told = expression.evaluate(tree, {"v": expression.unknown(kind, what), "w": 1}, {})
    assert told == expression.unknown(kind, what)
    assert expression.evaluate(tree, {"v": expression.unknown(kind, what), "w": 3}, {}) is True


KINDS = {**dict.fromkeys("abx", facts.NUMBER), **dict.fromkeys("pq", facts.FLAG), "stage": facts.WORDS}


@promise("what has a kind can be computed to a value of that kind, and what cannot is refused before it is tried",
         rule_inputs.kind_of, usual=15, long=4000)  # fmt: skip
@given(st.one_of(FLAGS, AMOUNTS, st.lists(_WORDS, max_size=9).map(" ".join)), GIVEN)
def test_kinds(tree, values):
    tree, refusal = tried(
        expression.ExpressionError, expression.parse, tree if isinstance(tree, str) else printed(tree)
    )
    if refusal:
        return
    kind, wrong = tried(
        expression.ExpressionError, rule_inputs.kind_of, tree, KINDS, {"first": facts.FUNCTIONS["first"]}
    )
    if wrong:
        assert wrong.problem.sv and wrong.problem.en
        return
    assert expression.names(tree) <= set(KINDS)
    found = expression.evaluate(tree, {**values, "stage": "samråd"}, {"first": lambda *told: told[0]})
    of = {facts.NUMBER: float, facts.FLAG: bool, facts.WORDS: str}[kind]
    assert isinstance(found, (of, Unknown)) and (of is not float or not isinstance(found, bool))


FACTS = {
    "x": facts.Fact(facts.AMOUNT, facts.Text("", "")), "n": facts.Fact(facts.COUNT, facts.Text("", "")),
    "p": facts.Fact(facts.FLAG, facts.Text("", "")), "w": facts.Fact(facts.WORDS, facts.Text("", "")),
}  # fmt: skip
FIRST = {"first": lambda *told: told[0]}
CONDITIONS = st.sampled_from(
    ["x <= a", "x > a", "x >= a", "n < 2", "n >= 2", "p", "not p", "w == 'u'", "x > a + 1 and n < 3", "x < a or p"]
)


@promise("a clash is a point where those conditions do hold, or none of them; conditions that share everything out have none",
         condition_grid.clashes, usual=10, long=1500)  # fmt: skip
@given(
    st.dictionaries(st.sampled_from(["ok", "remark", "fail"]), CONDITIONS, min_size=1),
    st.integers(-2, 600),
    st.integers(0, 9),
)
def test_clashes(conditions, a, wide):
    overlap, gap = condition_grid.clashes(conditions, FACTS, {"a": float(a)})
    for clash in filter(None, (overlap, gap)):
        held = [
            name
            for name, text in conditions.items()
            if expression.evaluate(expression.parse(text), {**clash.at, "a": float(a)}, FIRST) is True
        ]
        assert list(clash.true) == held and len(held) != 1
        assert all(value >= 0 for name, value in clash.at.items() if name in "xn")
    assert overlap is None or len(overlap.true) > 1
    texts = set(conditions.values())
    if {"x <= a", "x > a"} <= texts or {"n < 2", "n >= 2"} <= texts or {"p", "not p"} <= texts:
        assert gap is None
    if a >= 0 and "x <= a" in texts and "x >= a" in texts:
        assert overlap is not None
    shared_out = {"ok": "x <= a", "remark": f"x > a and x <= a + {wide}", "fail": f"x > a + {wide}"}
    assert condition_grid.clashes(shared_out, FACTS, {"a": float(a)}) == (None, None)


RULES = small()


@promise("a condition in words says every number that it compares with, in both languages, and no rule's words are empty",
         condition_words.condition, condition_words.threshold)  # fmt: skip
@given(st.sampled_from(["value <= near_m", "near_m >= value", "not (value > 2)", "value < 3 or value > near_m and value_tram == 7"]),
       st.integers(1, 99_999), st.sampled_from(list(RULES.rules)))  # fmt: skip
def test_conditions_in_words(text, near, rule):
    said = condition_words.condition(text, RULES.rule("KOL-01"), RULES, {"near_m": near})
    for language in ("sv", "en"):
        words = said.get(language)
        assert ("near_m" not in text) == (short_number(near, language) not in words) or near in (2, 3, 7)
        assert all(digit in words for digit in "237" if digit in text)
    same = [
        condition_words.condition(one, RULES.rule("KOL-01"), RULES, {"near_m": near})
        for one in ("value <= near_m", "near_m >= value")
    ]
    assert same[0] == same[1]
    values = {name: one.value for name, one in RULES.params.items()}
    told = condition_words.threshold(rule, RULES, {**values, "near_m": near})
    assert bool(told.sv) == bool(told.en) == (rule.check is not None)
    heads = sum(name in ("remark", "fail") for name, _ in rule.check.conditions) if rule.check else 0
    assert told.sv.count("anmärkning: ") + told.sv.count("brist: ") == heads


@promise("each measured number is told once with its unit, what is not known is left out, and what is endless is never a number",
         condition_words.amounts)  # fmt: skip
@given(st.one_of(st.none(), st.just(math.inf), st.booleans(), st.integers(0, 9999).map(float)), st.integers(0, 9999))
def test_amounts(value, tram):
    said = condition_words.amounts(
        RULES.rule("KOL-01"), RULES, {"value": value, "value_tram": tram}, ["value", "value_tram", "absent"]
    )
    for language, nothing in (("sv", "inget inom räckhåll"), ("en", "nothing within reach")):
        parts = said.get(language).split(", ") if language == "sv" else [said.get(language)]
        assert f"{short_number(tram, language)}\u00a0m" in said.get(language) and "∞" not in said.get(language)
        assert (nothing in said.get(language)) == (value == math.inf and not isinstance(value, bool))
        assert language == "en" or len(parts) == 1 + (isinstance(value, float))


@promise("a word that no plan could match is refused with its place, and every known word is taken",
         expression_words.check_words)  # fmt: skip
@given(st.sampled_from(["stage == '{}'", "'{}' != stage", "has_use('B', '{}')", "verdict('RIS-01') == '{}'", "procedure == '{}'"]),
       st.one_of(st.sampled_from(["samråd", "D", "GATA", "brist", "standard"]), st.text("abcdå", max_size=6)))  # fmt: skip
def test_words(pattern, word):
    text = pattern.format(word)
    one = rule_inputs.Expression("applies", text, facts.PLAN_FACTS, facts.FUNCTIONS, facts.FLAG)
    _, refusal = tried(expression.ExpressionError, expression_words.check_words, one, expression.parse(text))
    known = {"has_use": ("D", "GATA"), "verdict": ("brist",), "procedure": ("standard",)}
    right = next((words for start, words in known.items() if pattern.startswith(start)), ("samråd",))
    assert (refusal is None) == (word in right) and (refusal is None or text[refusal.at] == "'")
