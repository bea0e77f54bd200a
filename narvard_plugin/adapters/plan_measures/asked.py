"""What a check asks of the plan: the rule it belongs to, and its figures with the region's own numbers in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from qgis.core import QgsApplication

from ...core.plans.checklist import Check, Checklist, Rule
from ...core.plans.judging import RuleContext, formula_values
from ...i18n import number


@dataclass(frozen=True)
class Asked:
    """One rule's check. ``params`` have numbers where the list names a parameter."""

    rule: Rule
    checklist: Checklist
    context: RuleContext
    params: Mapping = field(hash=False)

    @property
    def check(self) -> Check:
        return self.rule.check

    def formulas(self, functions: Mapping[str, Callable]) -> dict:
        """What the check's formulas give, number or `expression.Unknown`; ``functions`` are those that only they may use."""
        return formula_values(self.rule, self.checklist, self.context, functions)


def measured_words(asked: Asked, value: float, digits: int = 2) -> str:
    """The rule's title with what was measured, as a map's legend says it."""
    language = user_language()
    unit = asked.check.unit.get(language)
    return f"{asked.rule.title.get(language)}: {number(round(value, digits))} {unit}".rstrip()


def sentences(notes: Sequence[str]) -> str:
    """Notes as running text, each once."""
    return " ".join(dict.fromkeys(note for note in notes if note))


def user_language() -> str:
    """The language that QGIS speaks with the user, as in ``sv``."""
    return (QgsApplication.instance().translation() or QgsApplication.locale())[:2]
