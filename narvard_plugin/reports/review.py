"""The whole review of a planremiss out of the register: as JSON, and its findings with their places."""

from __future__ import annotations

import json
from datetime import datetime, timezone
from typing import NamedTuple, Optional

from qgis.core import QgsGeometry

from ..core.plans.merging import split_departments
from ..core.plans.remarks import STRUCK
from ..core.plans.review_json import review_document
from ..core.plans.rows import one_line, records
from ..store.plans.answers import checklist_of
from ..store.plans.checks import evidence_of, latest_checks
from ..store.plans.referrals import read_referral
from ..store.plans.remarks import remarks_of

_DIGITS = 3  # of a coordinate: a millimetre


class FindingRow(NamedTuple):
    """One finding of the newest run: where it is, and what it says; ``number`` of its remark, None where it has none."""

    geometry: QgsGeometry
    rule_id: str
    title: str
    heading: str
    verdict: str
    severity: str
    number: Optional[int]
    departments: str
    value: Optional[float]
    unit: Optional[str]
    threshold: Optional[str]
    layer: Optional[str]
    layer_date: Optional[str]


def read_document(workspace, referral_id: str, made: Optional[datetime] = None) -> dict:
    """The review as a value that JSON holds; every run of the checklist is in it."""
    referral = read_referral(workspace, referral_id)
    within = {"referral_id": [referral_id]}
    checks = workspace.read("checks", within=within)
    checklist = checklist_of(workspace, referral_id)
    tables = {
        "plan_cases": workspace.read("plan_cases", within={"plan_id": [referral["plan_id"]]}),
        "plan_versions": workspace.read("plan_versions", within={"version_id": [referral["version_id"]]}),
        "checks": checks,
        "evidence": evidence_of(workspace, list(checks["check_id"])),
        **{
            name: workspace.read(name, within=within)
            for name in ("referrals", "partial_answers", "remarks", "statements", "deadlines", "plan_events")
        },
    }
    named = {"name": checklist.id, "version": checklist.version, "sha256": checklist.sha256} if checklist else None
    made = made or datetime.now(timezone.utc)
    stamp = made.strftime("%Y-%m-%dT%H:%M:%SZ")
    return review_document(tables, region=workspace.region, made=stamp, checklist=named, geometry=_geojson)


def read_findings(workspace, referral_id: str) -> tuple[list[FindingRow], int]:
    """What the newest run of every rule found that has a place, and how many findings have none."""
    checks = {row["check_id"]: row for row in records(latest_checks(workspace, referral_id))}
    said = [row for row in remarks_of(workspace, referral_id) if row["check_id"] and row["wording"] != STRUCK]
    remarks = {row["rule_id"]: row for row in said}  # made by an earlier run of the rule, or by this one
    checklist = checklist_of(workspace, referral_id)
    titles = {rule.id: rule.title.sv for rule in checklist.rules} if checklist else {}
    evidence = evidence_of(workspace, list(checks))
    found = []
    for check_id, heading, wkb in zip(evidence["check_id"], evidence["heading"], evidence["geom"]):
        if wkb is None:
            continue
        check = checks[check_id]
        remark = remarks.get(check["rule_id"])
        found.append(
            FindingRow(
                geometry=_geometry(wkb),
                title=titles.get(check["rule_id"], check["rule_id"]),
                heading=one_line(heading or ""),
                number=remark["number"] if remark else None,
                departments=", ".join(split_departments(remark["departments"])) if remark else check["department"],
                **{name: check[name] for name in (
                    "rule_id", "verdict", "severity", "value", "unit", "threshold", "layer", "layer_date",
                )},
            )
        )  # fmt: skip
    return found, len(evidence) - len(found)


def _geojson(wkb: Optional[bytes]) -> Optional[dict]:
    return None if wkb is None else json.loads(_geometry(wkb).asJson(_DIGITS))


def _geometry(wkb: bytes) -> QgsGeometry:
    geometry = QgsGeometry()
    geometry.fromWkb(bytes(wkb))
    return geometry
