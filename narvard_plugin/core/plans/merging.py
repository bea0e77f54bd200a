"""One answer from several functions: who is concerned, and remarks by the same rule made one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Optional

from .codes import NOT_APPLICABLE, OK, SEVERITIES

#: Between the codes of functions in one cell.
_BETWEEN = ";"
#: Verdicts that give nobody anything to answer.
_QUIET = (OK, NOT_APPLICABLE)


class Concerned(NamedTuple):
    """A function that has something to answer, and the rules that say so."""

    department: str
    rules: tuple[str, ...]

    @property
    def reason(self) -> str:
        return ", ".join(self.rules)


class Wish(NamedTuple):
    """What one or more functions want said by one rule ("" = by none); ``text`` as they wrote it."""

    rule_id: str
    departments: tuple[str, ...]
    severity: str
    text: str


def split_departments(text: Optional[str]) -> tuple[str, ...]:
    """The codes in a cell such as ``hs;rut``."""
    return tuple(code.strip() for code in (text or "").split(_BETWEEN) if code.strip())


def join_departments(codes: Iterable[str]) -> str:
    """The codes in one cell, each once, in the order they came."""
    return _BETWEEN.join(dict.fromkeys(code for code in codes if code))


def concerned(
    verdicts: Iterable[tuple[str, str, str]], also: Mapping[str, Sequence[str]], order: Sequence[str] = ()
) -> list[Concerned]:
    """The functions that the findings concern, with their reasons.

    ``verdicts``: (rule id, function, verdict) of the newest run. Whatever is neither ``ok`` nor ``ej_tillampligt`` is
    something to answer, also a question nobody answered and a layer that was missing. ``also``: the further functions
    of a rule. ``order``: the functions as the checklist has them; others come last by code.
    """
    found: dict[str, list[str]] = {}
    for rule_id, department, verdict in verdicts:
        if verdict in _QUIET:
            continue
        for code in dict.fromkeys((department, *also.get(rule_id, ()))):
            found.setdefault(code, []).append(rule_id)
    rank = {code: place for place, code in enumerate(order)}
    return [
        Concerned(code, tuple(sorted(set(found[code]))))
        for code in sorted(found, key=lambda code: (rank.get(code, len(rank)), code))
    ]


def merge_wishes(wishes: Iterable[Wish]) -> list[Wish]:
    """Wishes by the same rule made one that names all functions; those by no rule stand for themselves.

    The heaviest severity counts. Texts that differ stand after one another, each once, so that the coordinator sees
    all of them.
    """
    merged: list[Wish] = []
    places: dict[str, int] = {}
    for wish in wishes:
        if not wish.rule_id or wish.rule_id not in places:
            if wish.rule_id:
                places[wish.rule_id] = len(merged)
            merged.append(wish)
            continue
        place = places[wish.rule_id]
        merged[place] = _together(merged[place], wish)
    return merged


def heavier(one: str, other: str) -> str:
    return max(one, other, key=SEVERITIES.index)


def _together(one: Wish, other: Wish) -> Wish:
    texts = dict.fromkeys((*one.text.split("\n\n"), *other.text.split("\n\n")))
    return Wish(
        one.rule_id,
        tuple(dict.fromkeys((*one.departments, *other.departments))),
        heavier(one.severity, other.severity),
        "\n\n".join(text for text in texts if text.strip()),
    )
