"""A review: every rule of a checklist run on every plan, each rule's verdict with what it rests on and where it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Optional

import numpy as np

from ...core.plans import codes
from ...core.plans.checklist import Checklist, Rule
from ...core.plans.judging import Confirmed, Judgement, RuleContext, before_measuring, judge, run_order
from ...core.plans.measured import MEASURED, Finding, LayerUsed, Measured, Unanswerable
from ...core.plans.review_run import Judged, input_sha256, roles_of
from ...core.plans.rule_inputs import inputs_of
from ..reading import Cancelled
from .asked import sentences, user_language
from .knowledge import Knowledge
from .measuring import asked_of, measure
from .plan_ground import PlanGround
from .shapes import wkb_of
from .surroundings import Surroundings


@dataclass(frozen=True)
class Reviewed:
    """One plan's run: a verdict per rule of its stage in the list's order, those that the region has switched off among them,
    and by rule what can be shown on a map."""

    plan: PlanGround
    judged: tuple[Judged, ...]
    findings: Mapping[str, Sequence[Finding]] = field(hash=False)


class BoundLayers(Mapping):
    """Role -> the layer bound to it, opened when somebody asks; roles without a layer are not in it."""

    def __init__(self, ground: Surroundings):
        self._ground = ground

    def __getitem__(self, role: str) -> LayerUsed:
        if not self._ground.has(role):
            raise KeyError(role)
        try:
            return self._ground.used_of(role)
        except Unanswerable:
            return LayerUsed(role, self._ground.bounds[role].source)  # whoever looks at it is told why it can't be read

    def __iter__(self) -> Iterator[str]:
        return iter(self._ground.bounds)

    def __len__(self) -> int:
        return len(self._ground.bounds)


def review(
    plan: PlanGround,
    ground: Surroundings,
    confirmed: Mapping[str, Confirmed],
    *,
    settled: Optional[Mapping[str, str]] = None,
    before: Optional[Mapping[str, Mapping]] = None,
    only: Sequence[str] = (),
) -> Reviewed:
    """Run the rules of the plan's stage, or those of ``only`` and the rules that they lean on.

    ``settled``: rule -> verdict that a person has set; rules that lean on such a rule go by it. ``before``: rule -> the row
    of the last run (`checks`): where nothing that a rule rests on has changed, that row stands and nothing is measured.
    """
    knowledge, checklist = Knowledge(plan, ground), ground.checklist
    verdicts: dict[str, str] = {}
    judged: dict[str, Judged] = {}
    findings: dict[str, Sequence[Finding]] = {}
    context = RuleContext(
        plan.plan.stage, ground.today, knowledge.facts, knowledge.functions, BoundLayers(ground), confirmed, verdicts
    )
    rules = {rule.id for rule in checklist.rules if plan.plan.stage in rule.stages}
    rules &= _leaned_on(checklist, only) if only else rules
    for rule in run_order(checklist):
        if ground.feedback.isCanceled():
            raise Cancelled
        if rule.id not in rules:
            continue
        sha256 = _inputs(rule, plan, ground, context)
        earlier = (before or {}).get(rule.id)
        if rule.off is None and earlier is not None and earlier.get("input_sha256") == sha256 and _holds(earlier):
            judged[rule.id], findings[rule.id] = _carried(rule, earlier), earlier.get("findings", ())
        else:
            judged[rule.id], findings[rule.id] = _run(rule, plan, ground, context, sha256)
        if rule.off is None:  # of one that the region has switched off nobody knows what it would have given
            verdicts[rule.id] = (settled or {}).get(rule.id, judged[rule.id].verdict)
    return Reviewed(plan, tuple(judged[rule.id] for rule in checklist.rules if rule.id in judged), findings)


def _leaned_on(checklist: Checklist, ids: Sequence[str]) -> set[str]:
    """The rules and all that they ask for the verdicts of."""
    found, left = set(), list(ids)
    while left:
        rule = checklist.rule(left.pop())
        if rule.id not in found:
            found.add(rule.id)
            left += inputs_of(rule, checklist).rules
    return found


def _inputs(rule: Rule, plan: PlanGround, ground: Surroundings, context: RuleContext) -> str:
    bindings = ground.bindings(roles_of(rule, ground.checklist))
    facts, confirmed, verdicts = context.facts, context.confirmed, context.verdicts
    return input_sha256(rule, ground.checklist, plan.plan, facts, bindings, confirmed, verdicts)


def _run(rule: Rule, plan: PlanGround, ground: Surroundings, context: RuleContext, sha256: str):
    early = before_measuring(rule, ground.checklist, context)
    if early is not None:
        return _judged(rule, early, None, sha256), [_on_the_plan(rule, plan, early)]
    found = measure(asked_of(rule, ground.checklist, context), plan, ground)
    verdict = judge(rule, ground.checklist, found, context)
    return _judged(rule, verdict, found, sha256), list(found.findings) or [_on_the_plan(rule, plan, verdict)]


def _on_the_plan(rule: Rule, plan: PlanGround, judgement: Judgement) -> Finding:
    """What has no place of its own is shown on the plan itself."""
    return Finding(rule.title.get(user_language()), wkb_of(plan.area), {"verdict": judgement.verdict})


def _judged(rule: Rule, judgement: Judgement, found: Optional[Measured], sha256: str) -> Judged:
    language = user_language()
    note = found.explanation if found is not None and found.state == MEASURED else ""
    value = judgement.value
    return Judged(
        rule_id=rule.id,
        department=rule.department,
        severity=rule.severity,
        verdict=judgement.verdict,
        title=rule.title.get(language),
        value=value if value is None or not np.isnan(value) else None,
        unit=judgement.unit.get(language),
        threshold=judgement.threshold.get(language),
        layer=judgement.layer,
        layer_date=judgement.layer_date,
        explanation=sentences([judgement.explanation.get(language), note]),
        facts=judgement.facts,
        text=judgement.text.sv if judgement.text is not None else "",
        applies=judgement.verdict != codes.NOT_APPLICABLE,
        needs_answer=judgement.needs_answer,
        input_sha256=sha256,
    )


def _holds(earlier: Mapping) -> bool:
    """An error is tried again: what it rested on may have come back."""
    return earlier.get("auto_verdict") not in (None, codes.ERROR)


def _carried(rule: Rule, earlier: Mapping) -> Judged:
    """The program's verdict of the last run, as it stands in the register."""
    words = {name: earlier.get(name) or "" for name in ("unit", "threshold", "layer", "layer_date", "explanation")}
    return Judged(
        rule_id=rule.id,
        department=rule.department,
        severity=rule.severity,
        verdict=earlier["auto_verdict"],
        title=rule.title.get(user_language()),
        value=earlier.get("value"),
        text=earlier.get("proposed_text") or "",
        facts=earlier.get("facts") or {},
        applies=earlier["auto_verdict"] != codes.NOT_APPLICABLE,
        needs_answer=rule.question is not None and earlier["auto_verdict"] != codes.NOT_APPLICABLE,
        input_sha256=earlier["input_sha256"],
        carried=True,
        **words,
    )


def roles_needed(checklist: Checklist, stages: Sequence[str]) -> tuple[str, ...]:
    """The roles that any rule of the stages can look at."""
    wanted = (rule for rule in checklist.rules if rule.off is None and set(stages) & set(rule.stages))
    return tuple(dict.fromkeys(role for rule in wanted for role in roles_of(rule, checklist)))
