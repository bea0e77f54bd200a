"""The checklist's small language: what it gives, what stays unknown, what is refused and where, and that it reaches nothing."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.plans.expression import (
    DEEPEST,
    MOST_CHARACTERS,
    MOST_TOKENS,
    ExpressionError,
    Unknown,
    evaluate,
    names,
    parse,
    unknown,
)

VALUES = {"value": 350, "limit": 400.0, "found": True, "stage": "samråd", "nothing": None, "far": math.inf,
          "vague": unknown("parameter", "vague"), "nan": math.nan, "flag": np.bool_(False), "count": np.int64(3)}  # fmt: skip
FUNCTIONS = {
    "has_use": lambda *letters: "D" in letters,
    "near": lambda role, metres: metres > 100,
    "none": lambda: None,
    "first": lambda *given: next((one for one in given if not isinstance(one, Unknown)), given[-1]),
}


def result(text):
    return evaluate(parse(text), VALUES, FUNCTIONS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 + 2 * 3 - -4 / 2", 9),
        ("(1 + 2) * 3", 9),
        ("10 - 3 - 2", 5),
        ("16 / 4 / 2", 2),
        ("value <= limit and not (value > 400)", True),
        ("not found or value == 350.0", True),
        ("not not found", True),
        ("stage == 'samråd'", True),
        ('stage != "granskning"', True),
        ("found == (1 < 2)", True),
        ("far > 1000000", True),
        ("flag or count == 3", True),
        ("has_use('B', 'D')", True),
        ("near('stops', limit / 2)", True),
        ("first(nothing, nan, count) + 1", 4),
        ("true_or_false == 1 or found", True),  # an unknown name, but settled all the same
    ],
)
def test_what_it_gives(text, expected):
    found = result(text)
    assert found == expected
    assert type(found) in (bool, float)


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("nothing > 3", [("name", "nothing")]),
        ("nan * 2 < value", [("name", "nan")]),
        ("none()", [("name", "none")]),
        ("vague <= value and found", [("parameter", "vague")]),
        ("not (missing == 1)", [("name", "missing")]),
        ("nothing > 1 or missing > 1", [("name", "nothing"), ("name", "missing")]),
        ("value / (count - 3)", [("division", "")]),
        ("far - far", [("division", "")]),
    ],
)
def test_what_is_not_known_stays_unknown(text, reasons):
    found = result(text)
    assert isinstance(found, Unknown)
    assert [tuple(reason) for reason in found.reasons] == reasons


@pytest.mark.parametrize(
    ("text", "settled"),
    [("nothing > 3 and value > 400", False), ("value < 400 or vague > 1", True), ("nothing > 1 and flag", False)],
)
def test_an_unknown_part_does_not_matter_where_the_other_settles_it(text, settled):
    assert result(text) is settled


@pytest.mark.parametrize(
    ("text", "at", "says"),
    [
        ("", 0, "ends too early"),
        ("value <", 7, "ends too early"),
        ("(value", 6, "ends too early"),
        ("value = 3", 6, "equality is written =="),
        ("0 < value < 5", 10, "two comparisons with and"),
        ("value 3", 6, "unexpected: '3'"),
        ("has_use('D'", 11, "ends too early"),
        ("has_use(,)", 8, "unexpected: ','"),
        ("value.__class__", 5, "'.'"),
        ("value[0]", 5, "'['"),
        ("1e5", 1, "'e'"),
        ("lambda: 1", 6, "':'"),
        ("'open", 0, '"\'"'),
        ("åäö > 1", 0, "'å'"),
        ("(" * 30 + "1" + ")" * 30, DEEPEST, "levels"),
        ("not " * 30 + "found", 4 * DEEPEST, "levels"),
        ("-" * 30 + "1", DEEPEST, "levels"),
        ("1" + "+1" * 200, 300, f"{MOST_TOKENS} parts"),
        ("1" + " " * MOST_CHARACTERS, MOST_CHARACTERS, f"{MOST_CHARACTERS} characters"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(text, at, says):
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    assert caught.value.at == at
    assert says in caught.value.problem.en and f"character {at + 1}" in caught.value.problem.en
    assert f"tecken {at + 1}" in caught.value.problem.sv


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("found + 1", "+ needs numbers"),
        ("'a' * 2", "* needs numbers"),
        ("not value", "not needs something true or false"),
        ("value and found", "and needs something true or false"),
        ("stage < 'z'", "different kinds"),
        ("stage == 3", "different kinds"),
        ("found == 1", "different kinds"),
        ("eval('1')", "no function eval"),
        ("__import__('os')", "no function __import__"),
        ("print(value)", "no function print"),
    ],
)
def test_clashing_kinds_and_foreign_functions_are_refused(text, says):
    with pytest.raises(ExpressionError, match=f"(?s){says.replace('+', '[+]').replace('*', '[*]')}"):
        result(text)


_WORDS = st.sampled_from(
    ["value", "limit", "found", "stage", "__builtins__", "eval", "and", "or", "not", "(", ")", "'", '"', "==", "<", "+",
     "-", "*", "/", ",", "1", "2.5", "has_use(", "'D'", ".", "{", "\\", "\0", "\n", "é"]
)  # fmt: skip


@settings(max_examples=400, derandomize=True, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(_WORDS, max_size=40).map(" ".join)))
def test_whatever_is_written_ends_in_a_tree_or_a_sentence(text):
    """No crash, no endless run, and nothing of Python within reach: every name must be among the given values."""
    try:
        tree = parse(text)
        found = evaluate(tree, VALUES, FUNCTIONS)
        assert all(name.isidentifier() for name in names(tree))
    except ExpressionError as error:
        found = error
    assert isinstance(found, (bool, float, str, Unknown, ExpressionError))
    assert not isinstance(found, ExpressionError) or 0 <= found.at <= len(text)


_NUMBERS = st.integers(0, 99).map(float)
_TREES = st.recursive(
    _NUMBERS.map(lambda one: (f"{one:.0f}", one)),
    lambda part: st.tuples(part, st.sampled_from("+-*"), part).map(
        lambda one: (
            f"({one[0][0]} {one[1]} {one[2][0]})",
            {"+": one[0][1] + one[2][1], "-": one[0][1] - one[2][1], "*": one[0][1] * one[2][1]}[one[1]],
        )
    ),
    max_leaves=8,
)


@settings(max_examples=100, derandomize=True, deadline=None)
@given(_TREES)
def test_arithmetic_is_that_of_school(tree):
    text, value = tree
    assert evaluate(parse(text), {}, {}) == value
