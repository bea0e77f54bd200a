"""What the region could say of a plan: proposed by the worst confirmed finding, decided by a person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, Optional

from .codes import FAIL, OPEN_VERDICTS, REMARK, SEVERITIES

NO_OBJECTION, APPROVES, APPROVES_WITH_REMARKS, OPPOSES = (
    "ingen_erinran",
    "tillstyrker",
    "tillstyrker_med_synpunkter",
    "avstyrker",
)
_BINDING = ("villkor", "avstyrkan")
_FINDINGS = (REMARK, FAIL)
_FOR, _AGAINST = (NO_OBJECTION, APPROVES, APPROVES_WITH_REMARKS), (OPPOSES,)


class Weighed(NamedTuple):
    """One rule's outcome as far as the stance goes; ``confirmed`` by a person."""

    rule_id: str
    severity: str
    verdict: str
    confirmed: bool


class Proposal(NamedTuple):
    """The proposed ``stance``, others that are ``offered``, and the rules that it rests on."""

    stance: str
    offered: tuple[str, ...]
    because: tuple[str, ...]


class Contradiction(NamedTuple):
    """Two functions that say opposite things of the same plan."""

    department: str
    stance: str
    other: str
    other_stance: str


def propose_stance(outcomes: Iterable[Weighed], stage: str) -> Proposal:
    """The stance that the worst confirmed remark or fail proposes (detaljplan.md 6.5).

    ``info`` gives no objection; ``rad`` and ``villkor`` approval with remarks, where a failed ``villkor`` in granskning
    also offers opposition; a failed ``avstyrkan`` opposition. What nobody has confirmed proposes nothing: `left_open`
    and `unconfirmed` list it.
    """
    found = [one for one in outcomes if one.confirmed and one.verdict in _FINDINGS]
    if not found:
        return Proposal(NO_OBJECTION, (), ())
    worst = max(found, key=lambda one: (_weight(one), one.verdict == FAIL))
    because = tuple(sorted(one.rule_id for one in found if _weight(one) == _weight(worst)))
    if worst.severity == "avstyrkan" and worst.verdict == FAIL:
        failed = tuple(sorted(one.rule_id for one in found if one.severity == "avstyrkan" and one.verdict == FAIL))
        return Proposal(OPPOSES, (APPROVES_WITH_REMARKS,), failed)
    if worst.severity == "info":
        return Proposal(NO_OBJECTION, (), because)
    failed_condition = any(one.severity == "villkor" and one.verdict == FAIL for one in found)
    offered = (OPPOSES,) if stage == "granskning" and failed_condition else ()
    return Proposal(APPROVES_WITH_REMARKS, offered, because)


def left_open(outcomes: Iterable[Weighed]) -> list[Weighed]:
    """``fel``, ``oklart`` and ``ej_bedomt`` of binding rules, which a person must see before the decision."""
    return [one for one in outcomes if one.severity in _BINDING and one.verdict in OPEN_VERDICTS]


def unconfirmed(outcomes: Iterable[Weighed]) -> list[Weighed]:
    """Remarks and fails of binding rules that nobody has confirmed: they stand in no remark and propose no stance."""
    return [one for one in outcomes if one.severity in _BINDING and one.verdict in _FINDINGS and not one.confirmed]


def contradictions(stances: Mapping[str, Optional[str]]) -> list[Contradiction]:
    """Pairs of functions of which one opposes and the other does not; ``avstar`` and no stance contradict nobody."""
    opposed = [code for code, stance in stances.items() if stance in _AGAINST]
    return [
        Contradiction(code, stance, other, stances[other])
        for code, stance in stances.items()
        if stance in _FOR
        for other in opposed
    ]


def _weight(one: Weighed) -> int:
    return SEVERITIES.index(one.severity)
