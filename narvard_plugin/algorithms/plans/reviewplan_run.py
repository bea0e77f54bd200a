"""Which plans a review is of, by which checklist each is judged, and keeping the runs in the register."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from qgis.core import QgsProcessingException

from ...adapters.plan_measures.asked import user_language
from ...adapters.plan_measures.reviewing import Reviewed
from ...core.plans.checklist import Checklist
from ...core.plans.checklist_reading import read_frozen
from ...core.plans.document import ChecklistError
from ...core.plans.inputs import PlanInput
from ...core.plans.measured import Finding
from ...core.plans.rows import records
from ...i18n import tr
from ...sources.plans.checklist_file import open_checklist
from ...store.plans.checks import evidence_of, freeze_checklist, latest_checks, store_run
from ...store.plans.plan_inputs import every_plan, plan_by_id, plan_of_referral
from ...store.schema import GEOMETRY

ALL = "*"


class Group(NamedTuple):
    """Plans that are judged by the same list."""

    checklist: Checklist
    plans: list[PlanInput]


def chosen_plans(workspace, plan: str, referral: str) -> list[PlanInput]:
    """The plans that are meant: one planremiss, one plan by its id or that of a planremiss, or all (``*``)."""
    if referral:
        return [plan_of_referral(workspace, referral)]
    if plan == ALL:
        return every_plan(workspace)
    if workspace.read("referrals", within={"referral_id": [plan]}).empty:
        return [plan_by_id(workspace, plan)]
    return [plan_of_referral(workspace, plan)]


def groups_of(workspace, plans: Sequence[PlanInput], path: str) -> list[Group]:
    """The plans by the list that judges them: the one in the file ``path``, else a planremiss's own frozen one, else the
    bundled one."""
    try:
        usual = open_checklist(path)
        frozen = {} if path else _frozen(workspace, plans)
    except ChecklistError as error:
        raise QgsProcessingException(
            tr("The checklist cannot be used: {problem}").format(problem=error.sentence(user_language()))
        ) from error
    groups: dict[str, Group] = {}
    for plan in plans:
        checklist = frozen.get(plan.referral.get("checklist_sha256"), usual)
        groups.setdefault(checklist.sha256, Group(checklist, [])).plans.append(plan)
    return list(groups.values())


def _frozen(workspace, plans: Sequence[PlanInput]) -> Mapping[str, Checklist]:
    wanted = {plan.referral.get("checklist_sha256") for plan in plans} - {None}
    if not wanted:
        return {}
    rows = records(workspace.read("checklists", within={"sha256": sorted(wanted)}))
    return {row["sha256"]: read_frozen(row["content"]) for row in rows}


def last_run(workspace, plan: PlanInput) -> dict[str, dict]:
    """Rule -> the newest row of the plan's planremiss, with its ``facts`` and ``findings``; nothing where nothing was run."""
    referral = plan.referral.get("referral_id")
    return {} if referral is None else _run_of(workspace, referral)


def run_before(workspace, plan: PlanInput) -> dict[str, dict]:
    """The same of the newest planremiss before this one that was reviewed: what a plan that comes back is compared with."""
    asked = workspace.read("referrals", within={"plan_id": [plan.plan_id]}).sort_values("received", kind="stable")
    own = asked["referral_id"] == plan.referral.get("referral_id")
    earlier = asked["referral_id"].iloc[: int(own.to_numpy().argmax())] if own.any() else asked["referral_id"]
    runs = (_run_of(workspace, referral) for referral in reversed(earlier.tolist()))
    return next((run for run in runs if run), {})


def _run_of(workspace, referral: str) -> dict[str, dict]:
    rows = records(latest_checks(workspace, referral))
    evidence = evidence_of(workspace, [row["check_id"] for row in rows]) if rows else None
    for row in rows:
        own = evidence[evidence["check_id"] == row["check_id"]]
        row["facts"] = json.loads(row["values_json"] or "{}")
        row["findings"] = [
            Finding(heading or "", None if shape is None else bytes(shape), json.loads(data or "{}"))
            for heading, shape, data in zip(own["heading"], own[GEOMETRY], own["data"])
        ]
    return {row["rule_id"]: row for row in rows}


def settled(rows: Mapping[str, Mapping]) -> dict[str, str]:
    """Rule -> the verdict that a person has set."""
    return {rule: row["verdict"] for rule, row in rows.items() if row["confirmed_by"] is not None}


def keep_run(workspace, checklist: Checklist, one: Reviewed) -> int | None:
    """Store a run that belongs to a planremiss, with its list; its number, None where nobody has asked or no rule is run."""
    referral = one.plan.plan.referral.get("referral_id")
    if referral is None or not one.judged:
        return None
    freeze_checklist(workspace, referral, checklist)
    return store_run(workspace, referral, one.judged, one.findings)


def without_rules(one: Reviewed, ids: Sequence[str]) -> Reviewed:
    """The run with the wanted rules only."""
    if not ids:
        return one
    judged = tuple(judged for judged in one.judged if judged.rule_id in ids)
    return replace(one, judged=judged, findings={rule: found for rule, found in one.findings.items() if rule in ids})
