"""One run of a checklist over one plan: what each rule rests on, and what it gave."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Optional

from .checklist import Checklist, LayerRole, Rule
from .judging import is_confirmed, parameter_values
from .rule_inputs import inputs_of

#: The parts of a plan that a rule can rest on; each has its own checksum in `PlanInput.parts`.
AREAS, PROVISIONS, CASE, DOCUMENTS, REFERRAL, PREVIOUS, REMARKS = (
    "areas", "provisions", "case", "documents", "referral", "previous", "remarks",
)  # fmt: skip
#: Which of them each type of check reads, beside the area and what its subject and conditions need.
_READ_BY = {
    "use_present": (PROVISIONS,),
    "use_area": (PROVISIONS,),
    "provision_value": (PROVISIONS,),
    "capacity": (PROVISIONS, CASE),
    "height_surface": (PROVISIONS,),
    "document_present": (DOCUMENTS,),
    "date_interval": (REFERRAL, CASE),
    "change": (PROVISIONS, DOCUMENTS, PREVIOUS),
    "prior_remarks": (REMARKS,),
    "processing": (PROVISIONS, CASE),
}
#: Names that stand for what lies outside the list's layers: the road network, the timetable, the register's other plans
#: and its needs of premises.
NETWORK, TIMETABLE, OTHER_PLANS, NEEDS = "network", "timetable", "other_plans", "needs"
_BESIDE = {
    "capacity": (NETWORK, OTHER_PLANS),
    "travel_time": (NETWORK, TIMETABLE),
    "processing": (NETWORK, TIMETABLE, OTHER_PLANS),
}


@dataclass(frozen=True)
class Judged:
    """One rule in one run, as the register keeps it.

    ``verdict`` is the program's; ``value`` may be infinite (a distance to nothing). ``input_sha256`` is of all that the
    verdict rests on. ``carried``: nothing of that has changed, so it stands as it was judged before.
    """

    rule_id: str
    department: str
    severity: str
    verdict: str
    title: str = ""
    value: Optional[float] = None
    unit: str = ""
    threshold: str = ""
    layer: str = ""
    layer_date: str = ""
    explanation: str = ""
    facts: Mapping[str, object] = field(default_factory=dict, hash=False)
    text: str = ""
    applies: Optional[bool] = None
    needs_answer: bool = False
    input_sha256: str = ""
    carried: bool = False


class Binding(NamedTuple):
    """What a verdict rests on outside the plan: a layer's checksum, the date of its data, and whether they are too old."""

    sha256: str
    date: str = ""
    stale: bool = False


def roles_of(rule: Rule, checklist: Checklist) -> tuple[str, ...]:
    """The layer roles that a rule can look at, and the names of what else it can: network, timetable, the register."""
    found = list(inputs_of(rule, checklist).roles)
    if rule.check is not None:
        params = rule.check.params
        found += _BESIDE.get(rule.check.type, ())
        if params.get("metric") == "network_walk":
            found.append(NETWORK)
        if "min_departures_per_hour" in params:
            found.append(TIMETABLE)
    if "need(" in rule.applies:
        found.append(NEEDS)
    return tuple(dict.fromkeys(found))


def parts_read(rule: Rule) -> tuple[str, ...]:
    """The parts of the plan that a rule rests on."""
    parts = [AREAS]
    if rule.check is not None:
        parts += _READ_BY.get(rule.check.type, ())
        if rule.check.subject != "plan" or rule.check.use:
            parts.append(PROVISIONS)
    if "has_use" in rule.applies:
        parts += [PROVISIONS, CASE]
    if "has_keyword" in rule.applies:
        parts += [PROVISIONS, CASE, DOCUMENTS]
    if rule.question is not None:  # whoever answers it has looked at the whole plan
        parts += [PROVISIONS, DOCUMENTS]
    return tuple(dict.fromkeys(parts))


def input_sha256(
    rule: Rule,
    checklist: Checklist,
    plan,
    facts: Mapping[str, object],
    bindings: Mapping[str, Optional[Binding]],
    confirmed: Mapping[str, object],
    verdicts: Mapping[str, str],
) -> str:
    """Checksum of all that a rule's verdict rests on: the same means that running it again would give the same.

    ``plan``: a `PlanInput`; ``facts``: what is known of it; ``bindings``: what is bound to the roles of `roles_of`, None = nothing; ``confirmed``: the
    parameters that the region has made its own; ``verdicts``: of the rules already judged. The stage itself is no part of
    it, but for rules that ask for it: a plan that comes back unchanged is judged as it was.
    """
    lean = inputs_of(rule, checklist)
    values = parameter_values(checklist, confirmed)
    rests_on = {
        "rule": _definition(rule),
        "parts": {part: plan.parts[part] for part in parts_read(rule)},
        "facts": {name: facts.get(name) for name in lean.facts},
        "layers": bindings,
        "roles": {role: _use_of(checklist.layers[role]) for role in lean.roles},
        "params": {
            name: [values[name], is_confirmed(checklist.params[name], confirmed)]
            for name in (*lean.parameters, *lean.applies_parameters)
        },
        "verdicts": {other: verdicts.get(other) for other in lean.rules},
    }
    return fingerprint(rests_on)


def fingerprint(content) -> str:
    """SHA-256 of plain content (dicts, lists, texts, numbers); the order of a dict's keys does not matter."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def quantile(values: Sequence[float], percent: float) -> float:
    """The value that ``percent`` of the ``values`` don't exceed, by nearest rank; infinity where they are endless.

    Raises ValueError for no values and for a percentage outside 0–100.
    """
    if not len(values) or not 0 <= percent <= 100:
        raise ValueError("a percentile needs values, and a percentage from 0 to 100")
    ordered = sorted(values)
    place = -(-percent * len(ordered) // 100) - 1
    return float(ordered[int(max(place, 0))])


def _use_of(role: LayerRole) -> list:
    """What the list says of a role that can change a verdict, beside its age."""
    return [role.filter, role.optional, role.may_be_empty]


def _definition(rule: Rule) -> list:
    check = rule.check
    definition = [rule.id, rule.severity, rule.department, rule.applies, dict(rule.answers)]
    if check is not None:
        definition += [
            check.type, check.ok, check.remark, check.fail, check.subject, check.use, check.roles, dict(check.params),
            check.algorithm, check.output,
        ]  # fmt: skip
    return definition
