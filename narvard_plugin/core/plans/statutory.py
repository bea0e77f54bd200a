"""Shortest times by law for samråd and granskning, and for appeals: parsed from loaded JSON and chosen by procedure and date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Optional

from ..located import CatalogueError, Node, Text, root_of
from . import codes

#: What is known of a stage's shortest time.
DAYS, UNREGULATED, NOT_HELD, UNKNOWN = "days", "unregulated", "not_held", "unknown"
_KINDS = (DAYS, UNREGULATED, NOT_HELD)
#: An appeal is counted from the day when the adoption was posted.
APPEAL_STAGE = "antagen"


@dataclass(frozen=True)
class StatutoryTime:
    """One rule: ``days`` for its kind ``days``; ``not_held``: the procedure has no such stage.

    ``significant_impact``: True only for plans with betydande miljöpåverkan, None for all. ``read`` is False for what was
    recalled and not seen in a source: never told as a fact. ``valid_to`` None = still.
    """

    id: str
    stage: str
    procedures: tuple[str, ...]
    kind: str
    days: Optional[int]
    significant_impact: Optional[bool]
    valid_from: date
    valid_to: Optional[date]
    law: str
    read: bool
    note: Optional[Text]

    def holds(self, stage: str, procedure: str, on: date) -> bool:
        started = self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)
        return started and self.stage == stage and procedure in self.procedures


class Shortest(NamedTuple):
    """The shortest time of a stage: its kind (`DAYS` …), days and law; ``or_days`` if it has betydande miljöpåverkan after all."""

    kind: str
    days: Optional[int] = None
    law: str = ""
    note: Optional[Text] = None
    or_days: Optional[int] = None


def parse_statutory_times(document: dict) -> tuple[StatutoryTime, ...]:
    """Raises `CatalogueError` with the place of what is wrong."""
    times = tuple(_time(node) for node in root_of(document).nodes("times"))
    ids = [time.id for time in times]
    repeated = next((name for name in ids if ids.count(name) > 1), None)
    if repeated:
        raise CatalogueError("times", f"{repeated!r} occurs twice")
    return times


def shortest_time(
    times: Sequence[StatutoryTime], stage: str, procedure: str, significant_impact: Optional[bool], on: date
) -> Shortest:
    """What is known to hold for a stage that begins on a day; ``significant_impact`` None = not known."""
    holding = [time for time in times if time.read and time.holds(stage, procedure, on)]
    common = next((time for time in holding if not time.significant_impact), None)
    with_impact = next((time for time in holding if time.significant_impact), None)
    chosen = with_impact if significant_impact and with_impact else common
    if chosen is None:
        return Shortest(UNKNOWN)
    perhaps = with_impact.days if significant_impact is None and with_impact else None
    return Shortest(chosen.kind, chosen.days, chosen.law, chosen.note, perhaps)


def last_chance(times: Sequence[StatutoryTime], stage: str, procedure: str, on: date) -> bool:
    """Whether nothing can be said after this stage: samråd in a procedure that has no granskning."""
    return stage == "samråd" and shortest_time(times, "granskning", procedure, None, on).kind == NOT_HELD


def appeal_days(times: Sequence[StatutoryTime], on: date) -> Optional[int]:
    """Days from the posting of an adoption until it can no longer be appealed; None where they are not known."""
    return shortest_time(times, APPEAL_STAGE, "standard", None, on).days


def _time(node: Node) -> StatutoryTime:
    kind, stage, procedures = node.text("kind"), node.text("stage"), node.texts("procedures")
    node.refer("kind", kind, _KINDS, "kind of time")
    node.refer("stage", stage, codes.STAGES, "stage")
    node.refer("procedures", procedures, codes.PROCEDURES, "procedure")
    if (kind == DAYS) != ("days" in node.value):
        raise CatalogueError(f"{node.path}.days", "stands with the kind days, and only there")
    return StatutoryTime(
        node.text("id"),
        stage,
        procedures,
        kind,
        node.number("days") if kind == DAYS else None,
        node.flag("significant_impact") if "significant_impact" in node.value else None,
        _day(node, "valid_from"),
        _day(node, "valid_to") if "valid_to" in node.value else None,
        node.text("law"),
        node.flag("read"),
        node.translated("note") if "note" in node.value else None,
    )


def _day(node: Node, key: str) -> date:
    text = node.text(key)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CatalogueError(f"{node.path}.{key}", f"{text!r} is no date") from None
