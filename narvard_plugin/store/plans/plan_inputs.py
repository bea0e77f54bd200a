"""Plans as a review meets them, read from the register: many at once, each table once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Optional

import pandas as pd

from ...core.plans import codes
from ...core.plans.inputs import PlanInput, earlier_version, newest_version, stage_of
from ...core.plans.plan_content import DOCUMENT_COLUMNS, PROVISION_COLUMNS
from ...core.plans.rows import records
from ..schema import GEOMETRY
from .errors import PlanRefused


def plan_of_referral(workspace, referral_id: str) -> PlanInput:
    """The plan of one planremiss, in the version and stage that was sent. Raises PlanRefused where there is none."""
    referrals = workspace.read("referrals", within={"referral_id": [referral_id]})
    if referrals.empty:
        raise PlanRefused("unknown_id", table="referrals", id=referral_id)
    return _Register(workspace, [referrals["plan_id"].iloc[0]]).plan(records(referrals)[0])


def plan_by_id(workspace, plan_id: str) -> PlanInput:
    """One plan by its newest planremiss, or by its newest version where nobody has asked. Raises PlanRefused."""
    register = _Register(workspace, [plan_id])
    if plan_id not in register.cases:
        raise PlanRefused("unknown_id", table="plan_cases", id=plan_id)
    return register.plan_or_watched(plan_id)


def every_plan(workspace) -> list[PlanInput]:
    """Every plan that is under way, by the order of the register."""
    register = _Register(workspace)
    return [
        register.plan_or_watched(plan_id)
        for plan_id, case in register.cases.items()
        if case["status"] not in codes.ENDED_STATUSES
    ]


class _Register:
    """The tables of the register about some plans, or all, by plan and version."""

    def __init__(self, workspace, plan_ids: Optional[Sequence[str]] = None):
        within = None if plan_ids is None else {"plan_id": list(plan_ids)}
        self.cases = {row["plan_id"]: row for row in records(workspace.read("plan_cases", within=within))}
        self.versions = _by(records(workspace.read("plan_versions", within=within)), "plan_id")
        ids = [row["version_id"] for rows in self.versions.values() for row in rows]
        of_versions = None if plan_ids is None else {"version_id": ids}
        areas = workspace.read("plan_areas", within=of_versions)
        self.areas = defaultdict(list)
        for version, area in zip(areas["version_id"], areas[GEOMETRY]):
            self.areas[version].append(area)
        provisions = workspace.read("provisions", within=of_versions).rename(columns={GEOMETRY: "wkb"})
        self.provisions = dict(iter(provisions.groupby("version_id")))
        self.documents = _by(records(workspace.read("plan_documents", within=within)), "plan_id")
        self.referrals = _by(records(workspace.read("referrals", within=within)), "plan_id")
        asked = [row["referral_id"] for rows in self.referrals.values() for row in rows]
        of_referrals = None if plan_ids is None else {"referral_id": asked}
        self.remarks = _by(records(workspace.read("remarks", within=of_referrals)), "referral_id")

    def plan_or_watched(self, plan_id: str) -> PlanInput:
        referrals = sorted(self.referrals[plan_id], key=_when)
        return self.plan(referrals[-1]) if referrals else self._watched(plan_id)

    def plan(self, referral: Mapping) -> PlanInput:
        plan_id = referral["plan_id"]
        version = referral["version_id"] or newest_version(self.versions[plan_id], referral["stage"])
        before = [one for one in self.referrals[plan_id] if _when(one) < _when(referral)]
        remarks = [row for one in sorted(before, key=_when) for row in self.remarks[one["referral_id"]]]
        return self._input(plan_id, referral["stage"], version, referral, remarks if before else None)

    def _watched(self, plan_id: str) -> PlanInput:
        stage = stage_of(self.cases[plan_id])
        return self._input(plan_id, stage, newest_version(self.versions[plan_id], stage), {}, None)

    def _input(
        self, plan_id, stage: str, version: Optional[str], referral: Mapping, remarks, earlier=True
    ) -> PlanInput:
        previous = earlier_version(self.versions[plan_id], version) if version and earlier else None
        return PlanInput(
            plan_id=plan_id,
            case=self.cases[plan_id],
            stage=stage,
            areas=self._areas(version),
            provisions=self._provisions(version),
            documents=self._documents(plan_id, version),
            referral=referral,
            version_id=version,
            previous=None if previous is None else self._input(plan_id, stage, previous, {}, None, False),
            earlier_remarks=remarks,
        )

    def _areas(self, version: Optional[str]) -> tuple[bytes, ...]:
        return tuple(bytes(area) for area in self.areas[version] if area is not None)

    def _provisions(self, version: Optional[str]) -> pd.DataFrame:
        found = self.provisions.get(version)
        if found is None:
            return pd.DataFrame(columns=list(PROVISION_COLUMNS), dtype=object)
        found = found.astype(object).where(found.notna(), None)
        return found[list(PROVISION_COLUMNS)].reset_index(drop=True)

    def _documents(self, plan_id: str, version: Optional[str]) -> pd.DataFrame:
        """The documents of a version, and those of the case that belong to none."""
        rows = [row for row in self.documents[plan_id] if row["version_id"] in (None, version)]
        return pd.DataFrame([{name: row[name] for name in DOCUMENT_COLUMNS} for row in rows], columns=DOCUMENT_COLUMNS)


def _by(rows: Sequence[dict], column: str) -> defaultdict[str, list[dict]]:
    found = defaultdict(list)
    for row in rows:
        found[row[column]].append(row)
    return found


def _when(referral: Mapping) -> tuple:
    """Where a planremiss stands among those of its plan."""
    return codes.STAGES.index(referral["stage"]), str(referral["received"]), referral["referral_id"]
