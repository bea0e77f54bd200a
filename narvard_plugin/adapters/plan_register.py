"""The plans of the register as a layer, each with the area of its newest version and what it tells of dwellings."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple, Optional

from qgis.core import QgsFeature, QgsFields, QgsVectorLayer

from ..core.plans.building_rights import Rights, building_rights
from ..core.plans.codes import ENDED_STATUSES
from ..store.plans.cases import latest_versions, read_version
from ..store.schema import GEOMETRY
from .fields import new_field
from .plan_geometry import ground_of, union_of
from .reading import Cancelled

IN_FORCE = "laga kraft"
_FIELDS = (
    ("plan_id", "text"), ("name", "text"), ("municipality", "text"), ("status", "text"), ("dwellings", "integer"),
)  # fmt: skip


class Register(NamedTuple):
    """``layer`` (EPSG:3006; a plan without an area has no geometry), and ids of plans left out because they have ``ended`` or
    are of ``other_kinds``."""

    layer: QgsVectorLayer
    ended: list[str]
    other_kinds: list[str]


def plans_layer(
    workspace, kinds: Collection[str], years_in_force: float, today: date, feedback, reviewed: str = ""
) -> Register:
    """Every plan of the ``kinds`` under way, and those in force for at most ``years_in_force``: they may not be built yet.

    The plan with the id ``reviewed`` is there whatever it is. The number of dwellings is the greatest that the case tells.
    """
    layer = QgsVectorLayer("MultiPolygon?crs=EPSG:3006", "plans", "memory")
    fields = QgsFields()
    for name, kind in _FIELDS:
        fields.append(new_field(name, kind))
    layer.dataProvider().addAttributes(fields)
    layer.updateFields()
    areas = _areas(workspace, newest_versions(workspace))
    ended, others, features = [], [], []
    for case in workspace.read("plan_cases").to_dict("records"):
        if feedback.isCanceled():
            raise Cancelled
        if case["kind"] not in kinds and case["plan_id"] != reviewed:
            others.append(str(case["plan_id"]))
            continue
        if not _is_coming(case, years_in_force, today) and case["plan_id"] != reviewed:
            ended.append(str(case["plan_id"]))
            continue
        features.append(_feature(layer, case, areas.get(case["plan_id"])))
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return Register(layer, ended, others)


def newest_versions(workspace) -> dict[str, str]:
    """Plan id -> id of its newest version."""
    newest = latest_versions(workspace)
    return dict(zip(newest["plan_id"].astype(str), newest["version_id"]))


def rights_of(workspace, version_id: str, feedback) -> Optional[Rights]:
    """The building rights of a version; None where the register has no provisions of it."""
    provisions = read_version(workspace, version_id).provisions
    return None if provisions.empty else building_rights(provisions, ground_of(provisions, feedback))


def _is_coming(case: dict, years_in_force: float, today: date) -> bool:
    if case["status"] not in ENDED_STATUSES:
        return True
    since = str(case["status_date"] or "")[:10]
    if case["status"] != IN_FORCE or not since[:4].isdigit():
        return False
    return (today - date.fromisoformat(since)).days <= 365.25 * years_in_force


def _areas(workspace, newest: dict[str, str]) -> dict:
    """Plan id -> the area of its newest version, as one geometry."""
    if not newest:
        return {}
    rows = workspace.read("plan_areas", within={"version_id": list(newest.values())})
    by_version = rows.groupby("version_id")[GEOMETRY].apply(list).to_dict()
    return {plan: union_of(by_version.get(version, [])) for plan, version in newest.items()}


def _feature(layer: QgsVectorLayer, case: dict, area) -> QgsFeature:
    feature = QgsFeature(layer.fields())
    if area is not None:
        feature.setGeometry(area)
    most, least = (_count(case[name]) for name in ("dwellings_max", "dwellings_min"))
    dwellings = most if most is not None else least
    feature.setAttributes([*(case[name] for name in ("plan_id", "name", "municipality", "status")), dwellings])
    return feature


def _count(value) -> Optional[int]:
    return None if value is None or value != value else int(value)
