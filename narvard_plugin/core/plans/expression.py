"""The small language of a checklist's conditions: names, numbers, words, arithmetic, comparisons, `and or not`, functions.

It is read to a tree and the tree is walked over given values; nothing is ever handed to Python. What is not known
(`Unknown`) stays unknown through arithmetic and comparisons, while `and` and `or` can be settled by their other part.
"""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, Union

from ..located import Text

MOST_CHARACTERS, MOST_TOKENS, DEEPEST = 1000, 300, 25

_TOKEN = re.compile(
    r"(?P<number>\d+(\.\d+)?)|(?P<name>[A-Za-z_][A-Za-z0-9_]*)|'(?P<single>[^'\n]*)'|\"(?P<double>[^\"\n]*)\""
    r"|(?P<sign>==|!=|<=|>=|[<>+\-*/(),])",
    re.ASCII,
)
_SPACE = re.compile(r"[ \t\n\r]*")
_COMPARISONS: dict[str, Callable] = {
    "==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
_ARITHMETIC: dict[str, Callable] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
}  # fmt: skip
_KEYWORDS = ("and", "or", "not")


class ExpressionError(ValueError):
    """What is wrong in an expression, and ``at`` which character of it (from 0)."""

    def __init__(self, problem: Text, at: int):
        super().__init__(f"{problem.en} (at character {at + 1})")
        self.problem = Text(f"{problem.sv} (vid tecken {at + 1})", f"{problem.en} (at character {at + 1})")
        self.at = at


class Literal(NamedTuple):
    """A number or a quoted text."""

    value: Union[float, str]
    at: int


class Name(NamedTuple):
    name: str
    at: int


class Call(NamedTuple):
    name: str
    arguments: tuple
    at: int


class Operation(NamedTuple):
    """``sign`` is and, or, not, a comparison, + - * / or neg; and / or have two parts or more."""

    sign: str
    parts: tuple
    at: int


Node = Union[Literal, Name, Call, Operation]


class Reason(NamedTuple):
    """Why something is not known: ``kind`` is name, parameter, missing, empty, stale, undated, rule, division, nothing or words."""

    kind: str
    what: str


@dataclass(frozen=True)
class Unknown:
    """A value that is not known, and why."""

    reasons: tuple[Reason, ...]


def unknown(kind: str, what: str) -> Unknown:
    return Unknown((Reason(kind, what),))


@lru_cache(maxsize=2000)
def parse(text: str) -> Node:
    """The tree of ``text``. Raises `ExpressionError`, never anything else."""
    if len(text) > MOST_CHARACTERS:
        raise ExpressionError(
            Text(f"uttrycket är längre än {MOST_CHARACTERS} tecken", f"is longer than {MOST_CHARACTERS} characters"),
            MOST_CHARACTERS,
        )
    return _Parser(text).whole()


def nodes(node: Node) -> Iterator[Node]:
    """The node and every one below it."""
    yield node
    below = node.arguments if isinstance(node, Call) else node.parts if isinstance(node, Operation) else ()
    for part in below:
        yield from nodes(part)


def names(node: Node) -> set[str]:
    """Every name in it, but those of functions."""
    return {one.name for one in nodes(node) if isinstance(one, Name)}


def calls(node: Node) -> list[Call]:
    """Every call of a function, the outermost first."""
    return [one for one in nodes(node) if isinstance(one, Call)]


def evaluate(node: Node, values: Mapping[str, object], functions: Mapping[str, Callable]):
    """The number, flag or text that it gives, or `Unknown`.

    ``values`` holds numbers, flags, texts, None (not known) or `Unknown`; a name that it lacks is not known. ``functions``
    take evaluated arguments, `Unknown` among them, and return the same kinds. Raises `ExpressionError` where kinds clash.
    """
    if isinstance(node, Literal):
        return node.value
    if isinstance(node, Name):
        return _known(values.get(node.name), node.name)
    if isinstance(node, Call):
        if node.name not in functions:
            raise ExpressionError(_no_function(node.name), node.at)
        arguments = [evaluate(part, values, functions) for part in node.arguments]
        return _known(functions[node.name](*arguments), node.name)
    if node.sign in ("and", "or"):
        return _joined(node, values, functions)
    found = [evaluate(part, values, functions) for part in node.parts]
    doubts = tuple(reason for one in found if isinstance(one, Unknown) for reason in one.reasons)
    if doubts:
        return Unknown(tuple(dict.fromkeys(doubts)))
    if node.sign == "not":
        return not _flag(found[0], node)
    if node.sign in _COMPARISONS:
        return _compared(node, *found)
    return _computed(node, [_number(one, node) for one in found])


def _known(value, name: str):
    """Values of other libraries become Python's own; None and not-a-number are not known."""
    if isinstance(value, (bool, str, Unknown)):
        return value
    if value is None:
        return unknown("name", name)
    if hasattr(value, "item"):  # a number or flag of numpy
        value = value.item()
        if isinstance(value, bool):
            return value
    value = float(value)
    return unknown("name", name) if math.isnan(value) else value


def _joined(node: Operation, values, functions):
    """`and` is settled by the first false part and `or` by the first true one, also among unknown ones."""
    settles = node.sign == "or"
    doubts: list[Reason] = []
    for part in node.parts:
        found = evaluate(part, values, functions)
        if isinstance(found, Unknown):
            doubts += found.reasons
        elif _flag(found, node) is settles:
            return settles
    return Unknown(tuple(dict.fromkeys(doubts))) if doubts else not settles


def _compared(node: Operation, left, right) -> bool:
    same = isinstance(left, str) == isinstance(right, str) and isinstance(left, bool) == isinstance(right, bool)
    ordered = node.sign not in ("==", "!=")
    if not same or (ordered and isinstance(left, (str, bool))):
        raise ExpressionError(
            Text("jämförelsen är mellan olika slag av värden", "compares values of different kinds"), node.at
        )
    return _COMPARISONS[node.sign](left, right)


def _computed(node: Operation, found: list[float]):
    if node.sign == "neg":
        return -found[0]
    if node.sign == "/" and found[1] == 0:
        return unknown("division", "")
    value = _ARITHMETIC[node.sign](*found)
    return unknown("division", "") if math.isnan(value) else value


def _number(value, node: Operation) -> float:
    if isinstance(value, (bool, str)):
        raise ExpressionError(Text(f"{node.sign} kräver tal", f"{node.sign} needs numbers"), node.at)
    return value


def _flag(value, node: Operation) -> bool:
    if not isinstance(value, bool):
        raise ExpressionError(
            Text(f"{node.sign} kräver något som är sant eller falskt", f"{node.sign} needs something true or false"),
            node.at,
        )
    return value


def _no_function(name: str) -> Text:
    return Text(f"det finns ingen funktion {name}", f"there is no function {name}")


class _Token(NamedTuple):
    kind: str
    text: str
    at: int


def _tokens(text: str) -> list[_Token]:
    found, at = [], _SPACE.match(text).end()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise ExpressionError(_not_understood(text[at]), at)
        kind = match.lastgroup if match.lastgroup not in ("single", "double") else "words"
        said = match.group(match.lastgroup) if kind == "words" else match.group()
        if kind == "number" and text[match.end() : match.end() + 1].isalnum():
            raise ExpressionError(_not_understood(text[match.end()]), match.end())
        found.append(_Token("sign" if said in _KEYWORDS and kind == "name" else kind, said, at))
        if len(found) > MOST_TOKENS:
            raise ExpressionError(
                Text(f"uttrycket har fler än {MOST_TOKENS} delar", f"has more than {MOST_TOKENS} parts"), at
            )
        at = _SPACE.match(text, match.end()).end()
    return [*found, _Token("end", "", len(text))]


def _not_understood(sign: str) -> Text:
    if sign == "=":
        return Text("likhet skrivs ==", "equality is written ==")
    return Text(f"tecknet {sign!r} hör inte till språket", f"the character {sign!r} is not of the language")


class _Parser:
    """Recursive descent, one method a level: or, and, not, comparison, sum, product, sign, primary."""

    def __init__(self, text: str):
        self._left = _tokens(text)[::-1]
        self._depth = 0

    def whole(self) -> Node:
        found = self._or()
        if self._next.kind != "end":
            raise ExpressionError(self._unexpected(), self._next.at)
        return found

    @property
    def _next(self) -> _Token:
        return self._left[-1]

    def _take(self, *signs: str) -> Union[_Token, None]:
        """The next token, taken, if it is one of the ``signs``."""
        return self._left.pop() if self._next.kind == "sign" and self._next.text in signs else None

    def _unexpected(self) -> Text:
        if self._next.kind == "end":
            return Text("uttrycket slutar för tidigt", "ends too early")
        return Text(f"oväntat: {self._next.text!r}", f"unexpected: {self._next.text!r}")

    def _deeper(self, at: int) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise ExpressionError(
                Text(f"fler än {DEEPEST} nivåer i varandra", f"more than {DEEPEST} levels inside each other"), at
            )

    def _or(self) -> Node:
        return self._series("or", self._and)

    def _and(self) -> Node:
        return self._series("and", self._not)

    def _series(self, sign: str, part: Callable[[], Node]) -> Node:
        at, parts = self._next.at, [part()]
        while self._take(sign):
            parts.append(part())
        return parts[0] if len(parts) == 1 else Operation(sign, tuple(parts), at)

    def _not(self) -> Node:
        token = self._take("not")
        if token is None:
            return self._comparison()
        self._deeper(token.at)
        found = Operation("not", (self._not(),), token.at)
        self._depth -= 1
        return found

    def _comparison(self) -> Node:
        left = self._sum()
        token = self._take(*_COMPARISONS)
        if token is None:
            return left
        found = Operation(token.text, (left, self._sum()), token.at)
        if self._next.text in _COMPARISONS and self._next.kind == "sign":
            raise ExpressionError(
                Text("skriv två jämförelser med and emellan", "write two comparisons with and between them"),
                self._next.at,
            )
        return found

    def _sum(self) -> Node:
        return self._left_to_right(("+", "-"), self._product)

    def _product(self) -> Node:
        return self._left_to_right(("*", "/"), self._signed)

    def _left_to_right(self, signs: tuple[str, ...], part: Callable[[], Node]) -> Node:
        found, token = part(), self._take(*signs)
        while token is not None:
            found = Operation(token.text, (found, part()), token.at)
            token = self._take(*signs)
        return found

    def _signed(self) -> Node:
        token = self._take("-")
        if token is None:
            return self._primary()
        self._deeper(token.at)
        found = Operation("neg", (self._signed(),), token.at)
        self._depth -= 1
        return found

    def _primary(self) -> Node:
        token = self._next
        if token.kind in ("number", "words"):
            self._left.pop()
            return Literal(float(token.text) if token.kind == "number" else token.text, token.at)
        if token.kind == "name":
            self._left.pop()
            return self._call(token) if self._take("(") else Name(token.text, token.at)
        if self._take("("):
            self._deeper(token.at)
            found = self._or()
            self._close()
            return found
        raise ExpressionError(self._unexpected(), token.at)

    def _call(self, name: _Token) -> Call:
        self._deeper(name.at)
        arguments = []
        if not (self._next.kind == "sign" and self._next.text == ")"):
            arguments.append(self._or())
            while self._take(","):
                arguments.append(self._or())
        self._close()
        return Call(name.text, tuple(arguments), name.at)

    def _close(self) -> None:
        if self._take(")") is None:
            raise ExpressionError(self._unexpected(), self._next.at)
        self._depth -= 1
