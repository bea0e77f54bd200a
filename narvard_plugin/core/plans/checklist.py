"""A checklist in memory: parameters, layer roles, functions and rules. `checklist_reading` makes it from a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Optional

from ..located import Text

NO_TEXT = Text("", "")


@dataclass(frozen=True)
class RuleSource:
    """Where a rule or a number comes from. ``read`` is False for what was recalled and not seen in the source itself."""

    ref: str
    kind: str
    read: bool
    url: str = ""
    valid_from: str = ""
    valid_to: str = ""

    def holds(self, day: str) -> bool:
        """Whether it is in force on the ISO date ``day``."""
        return within(day, self.valid_from, self.valid_to)


@dataclass(frozen=True)
class Parameter:
    """A named number of the list.

    ``placeholder``: no source stands behind it. ``confirm``: the region must confirm it before a rule that leans on it
    gives a verdict; False only for a number that was read in its ``source``.
    """

    name: str
    value: float
    unit: Text
    title: Text
    placeholder: bool
    confirm: bool = True
    source: Optional[RuleSource] = None
    note: Optional[Text] = None


@dataclass(frozen=True)
class LayerRole:
    """What a layer is used as. Data older than ``max_age_days`` give no verdict; nor does a role without a layer, or with an
    empty one, unless it ``may_be_empty``: then an empty layer says that there is none of it."""

    name: str
    title: Text
    geometry: str  # point, line, polygon, raster or table
    filter: str = ""
    max_age_days: Optional[int] = None
    optional: bool = False
    may_be_empty: bool = False


@dataclass(frozen=True)
class Check:
    """What the program measures; conditions are expressions over the measured names and the list's parameters.

    In ``params`` a text that is the name of a parameter stands for its number (`judging.check_params`).
    """

    type: str
    ok: str
    remark: str = ""
    fail: str = ""
    subject: str = "plan"  # plan, uses (their union) or use_part (each by itself)
    use: tuple[str, ...] = ()
    layer: str = ""
    layers: tuple[str, ...] = ()
    params: Mapping = field(default_factory=dict, hash=False)
    unit: Text = NO_TEXT
    algorithm: str = ""
    output: str = ""

    @property
    def roles(self) -> tuple[str, ...]:
        """Every layer role that it measures against, the main one first."""
        return (*((self.layer,) if self.layer else ()), *self.layers)

    @property
    def conditions(self) -> Iterator[tuple[str, str]]:
        """``ok``, ``remark`` and ``fail`` with their expressions; those that the rule has."""
        return ((name, text) for name in ("ok", "remark", "fail") for text in [getattr(self, name)] if text)


@dataclass(frozen=True)
class Rule:
    """One rule: a check, a question to a person, or both (the check proposes, the person confirms)."""

    id: str
    title: Text
    help: Optional[Text]
    sources: tuple[RuleSource, ...]
    stages: tuple[str, ...]
    department: str
    also: tuple[str, ...]
    severity: str
    applies: str
    check: Optional[Check]
    question: Optional[Text]
    answers: Mapping[str, str] = field(hash=False)  # answer -> verdict
    evidence: tuple[str, ...] = ()
    text: Mapping[str, Text] = field(default_factory=dict, hash=False)  # verdict -> proposed wording
    facility_types: tuple[str, ...] = ()  # for the guidance by facility type; empty = every type
    guidance: Optional[Text] = None  # what a municipal planner should know, for the guidance
    valid_from: str = ""
    valid_to: str = ""
    off: Optional[Text] = None  # why the region has switched the rule off; None = it is on

    @property
    def group(self) -> str:
        """The letters of its id."""
        return self.id[:3]


@dataclass(frozen=True)
class Checklist:
    """A whole list, with the lists that it extends merged in.

    ``content`` is the merged list as JSON, which can be read again as a list of its own; ``sha256`` is of it.
    ``warnings`` tell what is declared but never used.
    """

    id: str
    version: str
    title: Text
    licence: str
    params: Mapping[str, Parameter] = field(hash=False)
    groups: Mapping[str, Text] = field(hash=False)  # letters of the rules' ids -> heading
    departments: Mapping[str, Text] = field(hash=False)
    answer_labels: Mapping[str, Text] = field(hash=False)
    layers: Mapping[str, LayerRole] = field(hash=False)
    rules: tuple[Rule, ...] = ()
    retired_rule_ids: tuple[str, ...] = ()
    based_on: tuple[str, ...] = ()  # "region_grund 1.0": the lists that it extends, the nearest first
    content: str = ""
    sha256: str = ""
    warnings: tuple[Text, ...] = ()

    def rule(self, rule_id: str) -> Rule:
        """The rule with the id. Raises ``KeyError``."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise KeyError(rule_id)


def within(day: str, first: str, last: str) -> bool:
    """Whether the ISO date ``day`` lies from ``first`` to ``last``, both counted in; blank = no limit."""
    return (not first or day >= first) and (not last or day <= last)
