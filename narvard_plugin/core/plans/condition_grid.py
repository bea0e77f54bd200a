"""Whether a rule's conditions exclude each other, and leave no gap, tried over a grid of values around every number in them."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping
from typing import NamedTuple, Optional

from .expression import ExpressionError, Literal, Name, Node, Operation, Unknown, evaluate, names, nodes, parse
from .facts import AMOUNT, COUNT, FLAG, WORDS, Fact

_MOST_POINTS = 20_000
_STEP = 0.001  # just beside a number
_COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")
_FIRST = {"first": lambda *given: next((one for one in given if not isinstance(one, Unknown)), given[-1])}


class Clash(NamedTuple):
    """Values at which more than one condition holds, or none: ``true`` are the names of those that do."""

    at: Mapping[str, object]
    true: tuple[str, ...]


def clashes(
    conditions: Mapping[str, str], facts: Mapping[str, Fact], parameters: Mapping[str, float]
) -> tuple[Optional[Clash], Optional[Clash]]:
    """The first point where two conditions hold, and the first where none does; None where there is no such point.

    ``conditions``: name -> expression over ``facts`` and ``parameters``.
    """
    trees = {name: parse(text) for name, text in conditions.items()}
    asked = sorted({name for tree in trees.values() for name in names(tree)} - set(parameters))
    axes = [_points(name, facts[name].kind, trees.values(), parameters) for name in asked]
    while math.prod(len(axis) for axis in axes) > _MOST_POINTS:
        longest = max(range(len(axes)), key=lambda at: len(axes[at]))
        axes[longest] = axes[longest][::2]
    overlap = gap = None
    for point in itertools.product(*axes):
        at = dict(zip(asked, point))
        values = {**parameters, **at}
        found = {name: evaluate(tree, values, _FIRST) for name, tree in trees.items()}
        true = tuple(name for name, value in found.items() if value is True)
        if len(true) > 1 and overlap is None:
            overlap = Clash(at, true)
        if not true and gap is None and not any(isinstance(value, Unknown) for value in found.values()):
            gap = Clash(at, ())
    return overlap, gap


def _points(name: str, kind: str, trees, parameters: Mapping[str, float]) -> list:
    """Values of one fact: at, just below and just above every number that it is compared with, and far out."""
    if kind == FLAG:
        return [False, True]
    compared = [one for tree in trees for one in nodes(tree)
                if isinstance(one, Operation) and one.sign in _COMPARISONS and name in names(one)]  # fmt: skip
    if kind == WORDS:
        words = {one.value for node in compared for one in nodes(node) if isinstance(one, Literal)}
        return [*sorted(str(word) for word in words), "\0"]
    found = {0.0, 1.0, 1e7}
    for number in (value for node in compared for value in _numbers(node, parameters)):
        found |= {number, number - 1, number + 1, number - _STEP, number + _STEP, number * 2}
    if kind == COUNT:
        return sorted(
            {float(math.floor(one)) for one in found if one >= 0} | {math.ceil(one) + 0.0 for one in found if one >= 0}
        )
    if kind == AMOUNT:
        return [*sorted(one for one in found if one >= 0), math.inf]
    return [-1e7, *sorted(found | {-1.0})]


def _numbers(comparison: Node, parameters: Mapping[str, float]) -> set[float]:
    """The numbers in a comparison: its literals and parameters, and what parts made only of those come to."""
    found = set()
    for node in nodes(comparison):
        if isinstance(node, (Literal, Name)) or (isinstance(node, Operation) and node.sign not in _COMPARISONS):
            try:
                value = evaluate(node, parameters, _FIRST)
            except ExpressionError:
                continue
            if isinstance(value, float) and math.isfinite(value):
                found.add(value)
    return found
