"""Words in a rule's expressions that no plan could ever match: a slip of the pen there would silence the rule for good."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Optional

from ..located import Text
from . import codes
from .expression import Call, ExpressionError, Literal, Name, Node, Operation, calls, names, nodes, parse
from .rule_inputs import Expression
from .structure import unknown_word
from .uses import is_use, not_a_use

#: The words that a fact of the plan can be.
_CODES: dict[str, Sequence[str]] = {
    "procedure": codes.PROCEDURES,
    "kind": codes.CASE_KINDS,
    "stage": codes.STAGES,
}


def check_words(expression: Expression, tree: Node) -> None:
    """Raise `ExpressionError` for a use, procedure, kind, stage or verdict that there is not, and for an ``ok`` that looks at
    nothing measured."""
    for call in calls(tree):
        for word in call.arguments if call.name == "has_use" else ():
            if not is_use(word.value):
                raise ExpressionError(not_a_use(word.value), word.at)
    for word, known in _compared(tree):
        if word.value not in known:
            raise ExpressionError(unknown_word(word.value, known), word.at)
    if expression.place == "check.ok" and not names(parse(expression.text)) & set(expression.facts):
        raise ExpressionError(
            Text("villkoret ser inte på något som är uppmätt", "the condition looks at nothing that is measured"), 0
        )


def _compared(tree: Node) -> Iterator[tuple[Literal, Sequence[str]]]:
    """Quoted words that are compared with a fact, or a rule's verdict, which can only be one of so many words."""
    for node in nodes(tree):
        if isinstance(node, Operation) and node.sign in ("==", "!="):
            known = next((found for part in node.parts for found in [_known(part)] if found), None)
            for part in node.parts if known else ():
                if isinstance(part, Literal) and isinstance(part.value, str):
                    yield part, known


def _known(part: Node) -> Optional[Sequence[str]]:
    if isinstance(part, Name):
        return _CODES.get(part.name)
    return codes.VERDICTS if isinstance(part, Call) and part.name == "verdict" else None
