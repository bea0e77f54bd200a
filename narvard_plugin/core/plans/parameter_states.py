"""Every parameter of a list as a region has it: the number in force, whether it may be leaned on, and which rules lean on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, Optional

from .checklist import Checklist, Parameter
from .judging import Confirmed, is_confirmed, parameter_values
from .rule_inputs import inputs_of

CONFIRMED, UNCONFIRMED, SOURCED = "faststalld", "ej_faststalld", "last_i_kalla"


class ParameterState(NamedTuple):
    """``value`` is the number in force; ``decision`` the region's own, None where there is none in the list's unit."""

    parameter: Parameter
    value: float
    state: str
    decision: Optional[Confirmed]
    rules: tuple[str, ...]


def parameter_states(checklist: Checklist, confirmed: Mapping[str, Confirmed]) -> list[ParameterState]:
    """Every parameter, those that wait for the region first, then in the order of the list."""
    values = parameter_values(checklist, confirmed)
    leaning = {rule: inputs_of(rule, checklist) for rule in checklist.rules}
    found = []
    for name, parameter in checklist.params.items():
        own = confirmed.get(name)
        own = own if own is not None and own.unit == parameter.unit.sv else None
        rules = tuple(rule.id for rule, lean in leaning.items() if name in (*lean.parameters, *lean.applies_parameters))
        state = CONFIRMED if own else SOURCED if is_confirmed(parameter, confirmed) else UNCONFIRMED
        found.append(ParameterState(parameter, values[name], state, own, rules))
    return sorted(found, key=lambda one: one.state != UNCONFIRMED)
