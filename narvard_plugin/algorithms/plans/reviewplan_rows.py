"""The results of a review as rows: a verdict per rule, and findings as areas, lines and points."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from qgis.core import QgsGeometry, QgsWkbTypes
from qgis.PyQt.QtCore import QDate

from ...adapters.outputs import Column
from ...adapters.plan_measures.reviewing import Reviewed
from ...adapters.plan_measures.shapes import AREA, LINE, POINT, only
from ...core.plans.review_run import Judged
from ...i18n import tr
from ...store.plans.checks import plain

#: How wide lines and points are drawn in the layer of all findings, so that one layer shows every one of them.
DRAWN_M = 5.0
_SEGMENTS = 6
KINDS = {AREA: "area", LINE: "line", POINT: "point"}


class PlanRun(NamedTuple):
    """One plan's review, and the number of the run where it was stored (None = not stored)."""

    reviewed: Reviewed
    run: int | None = None


def verdict_columns() -> list[Column]:
    return [
        Column("plan_id", "text", tr("Plan (id)")),
        Column("plan", "text", tr("Plan")),
        Column("referral_id", "text", tr("Planremiss (id)")),
        Column("stage", "text", tr("Stage")),
        Column("rule_id", "text", tr("Rule")),
        Column("title", "text", tr("Title")),
        Column("department", "text", tr("Function")),
        Column("severity", "text", tr("Severity")),
        Column("verdict", "text", tr("Verdict")),
        Column("value", "real", tr("Value")),
        Column("unit", "text", tr("Unit")),
        Column("threshold", "text", tr("Threshold")),
        Column("layer", "text", tr("Layer")),
        Column("layer_date", "date", tr("Date of the layer")),
        Column("explanation", "text", tr("Explanation")),
        Column("text", "text", tr("Proposed text")),
        Column("applies", "flag", tr("Applies to the plan")),
        Column("needs_answer", "flag", tr("A person must answer")),
        Column("unchanged", "flag", tr("Unchanged since the last run")),
        Column("run", "integer", tr("Run")),
    ]


def verdict_rows(runs: Sequence[PlanRun]) -> list[tuple[None, list]]:
    return [(None, _verdict(one, judged)) for one in runs for judged in one.reviewed.judged]


def _verdict(one: PlanRun, judged: Judged) -> list:
    plan = one.reviewed.plan.plan
    return [
        plan.plan_id, plan.name, plan.referral.get("referral_id"), plan.stage, judged.rule_id, judged.title,
        judged.department, judged.severity, judged.verdict, _finite(judged.value), judged.unit or None,
        judged.threshold or None, judged.layer or None, day(judged.layer_date), judged.explanation or None,
        judged.text or None, judged.applies, judged.needs_answer, judged.carried, one.run,
    ]  # fmt: skip


def finding_columns() -> list[Column]:
    return [
        Column("plan_id", "text", tr("Plan (id)")),
        Column("plan", "text", tr("Plan")),
        Column("rule_id", "text", tr("Rule")),
        Column("title", "text", tr("Title")),
        Column("verdict", "text", tr("Verdict")),
        Column("severity", "text", tr("Severity")),
        Column("department", "text", tr("Function")),
        Column("heading", "text", tr("What was found")),
        Column("value", "real", tr("Value")),
        Column("unit", "text", tr("Unit")),
        Column("layer", "text", tr("Layer")),
        Column("layer_date", "date", tr("Date of the layer")),
        Column("kind", "text", tr("Drawn as (area, line or point)")),
        Column("area_m2", "real", tr("Area (m²)")),
        Column("data", "text", tr("Figures (JSON)")),
    ]


def finding_rows(runs: Sequence[PlanRun], kind=None) -> Iterator[tuple[QgsGeometry, list]]:
    """The findings of a ``kind`` (AREA, LINE, POINT); None = all of them as areas, lines and points as narrow ones."""
    for one in runs:
        by_rule = {judged.rule_id: judged for judged in one.reviewed.judged}
        for rule_id, findings in one.reviewed.findings.items():
            for finding in findings:
                shape = QgsGeometry()
                if finding.wkb is not None:
                    shape.fromWkb(finding.wkb)
                for own in (AREA, LINE, POINT):
                    part = only(shape, own) if not shape.isNull() else shape
                    if part.isNull() or part.isEmpty() or kind not in (None, own) or part.type() != own:
                        continue
                    drawn = _drawn(part, own) if kind is None else _multi(part)
                    yield drawn, _finding(one, by_rule[rule_id], finding, own, part)


def _finding(one: PlanRun, judged: Judged, finding, kind, shape: QgsGeometry) -> list:
    plan = one.reviewed.plan.plan
    return [
        plan.plan_id, plan.name, judged.rule_id, judged.title, judged.verdict, judged.severity, judged.department,
        finding.heading, _finite(judged.value), judged.unit or None, judged.layer or None, day(judged.layer_date),
        KINDS[kind], shape.area() if kind == AREA else None,
        json.dumps(plain(finding.data), ensure_ascii=False, sort_keys=True),
    ]  # fmt: skip


def _drawn(shape: QgsGeometry, kind) -> QgsGeometry:
    return _multi(shape if kind == AREA else shape.buffer(DRAWN_M, _SEGMENTS))


def _multi(shape: QgsGeometry) -> QgsGeometry:
    made = QgsGeometry(shape)
    made.convertToMultiType()
    return made


def _finite(value):
    return None if value is None or not math.isfinite(value) else float(value)


def day(text: str):
    """An ISO day as a layer's date; None where there is none."""
    if not text:
        return None
    found = date.fromisoformat(str(text)[:10])
    return QDate(found.year, found.month, found.day)


WKB_TYPES = {
    AREA: QgsWkbTypes.Type.MultiPolygon,
    LINE: QgsWkbTypes.Type.MultiLineString,
    POINT: QgsWkbTypes.Type.MultiPoint,
}
