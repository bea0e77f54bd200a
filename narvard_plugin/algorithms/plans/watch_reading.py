"""What `watchplans` compares: the register's cases, what the sources say now, who was spoken with, and the region's places."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingException,
)

from ...adapters.municipalities import municipality_names
from ...adapters.plan_geometry import from_wkb, union_of
from ...adapters.plan_watch import Property
from ...adapters.reading import UNCHECKED, Cancelled, as_text, field_indexes, values_at
from ...core.plans.plan_words import status_of
from ...core.plans.rows import records, value
from ...core.plans.watch import Known, Seen
from ...i18n import tr
from ...sources.ngp_items import SOURCE as NGP
from ...sources.plans.words import plan_words
from ...store.plans.cases import latest_versions
from ...store.plans.contact_days import days_spoken
from ...store.schema import GEOMETRY, SRID

#: Fields of a layer that stands instead of the workspace's plan_items; the first must be there.
SOURCE_FIELDS = ("municipality", "item_id", "designation", "name", "status", "status_date", "kind")


class Sources(NamedTuple):
    """What the sources say: plans, their areas by item, and when which municipality was asked.

    ``checks``: (municipality, day, source, plans found). ``asked``: municipality -> sources asked for all its plans.
    ``nowhere``: rows that were left out because they tell no municipality.
    """

    plans: list[Seen]
    areas: dict[str, bytes]
    checks: list[tuple[str, date, str, int]]
    asked: Mapping[str, Collection[str]]
    nowhere: int = 0


class Register(NamedTuple):
    """What the register says: cases and their areas, row versions of all regions' cases, the stages it was asked in, and who was spoken with."""

    cases: list[Known]
    areas: dict[str, QgsGeometry]
    versions: dict[str, int]
    asked_in: Mapping[str, Collection[str]]
    spoken: list[tuple[str, date, str]]


def municipalities_of(workspace, region: str) -> dict[str, str]:
    """Name by code of the region's municipalities, and of those that the workspace knows besides."""
    known = {code: name for code, name in municipality_names().items() if code[:2] == region}
    for table in ("areas", "plan_cases", "plan_items"):
        for code in workspace.read(table)["municipality"].dropna().unique():
            if str(code)[:2] == region:
                known.setdefault(str(code), str(code))
    return known


def read_sources(workspace, region: str) -> Sources:
    """Of the workspace's plan_items and plan_checks."""
    rows = workspace.read("plan_items")
    rows = rows[rows["municipality"].astype(str).str[:2] == region]
    plans = [_seen(row) for row in records(rows)]
    areas = {plan.item_id: bytes(wkb) for plan, wkb in zip(plans, rows[GEOMETRY]) if wkb}
    checks, asked = [], defaultdict(set)
    for row in records(workspace.read("plan_checks")):
        if row["municipality"][:2] == region:
            checks.append((row["municipality"], _day(row["checked"]), row["source"], row["found"]))
            if ": " not in row["source"]:  # "ngp: samråd" asked for some stages, and tells nothing of the others
                asked[row["municipality"]].add(row["source"])
    told = {(plan.municipality, plan.source) for plan in plans}
    for municipality, source in told - {(code, source.split(": ")[0]) for code, _, source, _ in checks}:
        asked[municipality].add(source)  # a file or a map that was read whole, without a check of its own
    return Sources(plans, areas, checks, asked)


def read_layer(source, today: date, region: str, transforms, feedback) -> Sources:
    """Of any layer with the fields `SOURCE_FIELDS`: what a municipality's map says today.

    ``transforms`` is the project's transform context.
    """
    if not source.sourceCrs().isValid():  # its coordinates would be taken for metres of SWEREF 99 TM
        raise QgsProcessingException(tr("SOURCE has no coordinate system. Set it in the layer's properties first."))
    names = [name for name in SOURCE_FIELDS if name == SOURCE_FIELDS[0] or source.fields().indexFromName(name) >= 0]
    indexes = field_indexes(source, "SOURCE", names)
    to_metres, called = _to_metres(source.sourceCrs(), transforms), source.sourceName()
    plans: dict[str, Seen] = {}
    parts: dict[str, list[bytes]] = defaultdict(list)
    nowhere = 0
    for feature in source.getFeatures(QgsFeatureRequest(), UNCHECKED):
        if feedback.isCanceled():
            raise Cancelled
        row = dict(zip(names, values_at(feature, indexes)))
        row = {name: None if cell is None else value(as_text(cell)) for name, cell in row.items()}
        nowhere += not row["municipality"]
        if not (row["municipality"] or "").startswith(region):
            continue
        item_id = row.get("item_id") or f"{called}:{feature.id()}"
        told = {**dict.fromkeys((*SOURCE_FIELDS, "properties")), **row, "item_id": item_id, "source": called}
        plans.setdefault(item_id, _seen(told))  # rows of one id are parts of one plan
        geometry = QgsGeometry(feature.geometry())
        if not geometry.isNull() and not geometry.isEmpty():
            geometry.transform(to_metres)
            geometry.convertToMultiType()
            parts[item_id].append(bytes(geometry.asWkb()))
    joined = {item_id: union_of(several) for item_id, several in parts.items()}
    areas = {item_id: bytes(area.asWkb()) for item_id, area in joined.items() if area is not None}
    found: dict[str, int] = defaultdict(int)
    for plan in plans.values():
        found[plan.municipality] += 1
    checks = [(code, today, called, count) for code, count in found.items()]
    return Sources(list(plans.values()), areas, checks, {code: {called} for code in found}, nowhere)


def read_register(workspace, region: str) -> Register:
    """Cases of the region's municipalities, and every dialogue, contact and planremiss."""
    every = records(workspace.read("plan_cases"))
    cases = [row for row in every if row["municipality"][:2] == region]
    referrals = records(workspace.read("referrals"))
    asked_in = defaultdict(set)
    for row in referrals:
        asked_in[row["plan_id"]].add(row["stage"])
    return Register(
        [_known(row) for row in cases],
        _areas(workspace),
        {row["plan_id"]: row["row_version"] for row in every},
        asked_in,
        days_spoken(workspace, {row["plan_id"]: row["municipality"] for row in cases}),
    )


def read_properties(workspace, region: str, source, today: date, transforms, feedback) -> list[Property]:
    """Facilities that the region runs itself and has not closed, and the features of ``source`` if one is given."""
    rows = workspace.read("facilities")
    found = []
    for row, wkb in zip(records(rows), rows[GEOMETRY]):
        geometry = from_wkb(wkb) if _is_own(row, region, today) else None
        if geometry is not None:
            found.append(Property(row["name"], geometry))
    if source is not None:
        found += _properties_of(source, transforms, feedback)
    return found


def _is_own(facility: Mapping, region: str, today: date) -> bool:
    own = "region" in (facility["huvudman"] or "").replace(",", ";").split(";")
    own = own and facility["driftsform"] in ("egen_regi", None)
    return own and facility["region"] in (region, None) and (facility["closed"] or today.year) >= today.year


def _properties_of(source, transforms, feedback) -> list[Property]:
    named = source.fields().indexFromName("name")
    to_metres, found = _to_metres(source.sourceCrs(), transforms), []
    for feature in source.getFeatures(QgsFeatureRequest(), UNCHECKED):
        if feedback.isCanceled():
            raise Cancelled
        geometry = QgsGeometry(feature.geometry())
        if geometry.isNull() or geometry.isEmpty():
            continue
        geometry.transform(to_metres)
        (name,) = values_at(feature, [named]) if named >= 0 else (None,)
        found.append(Property(f"{source.sourceName()} {feature.id()}" if name is None else as_text(name), geometry))
    return found


def _seen(row: Mapping) -> Seen:
    national, status = row["source"] == NGP, row["status"] or ""
    kind = row.get("kind") or ("" if national else row.get("plan_type")) or ""
    return Seen(
        row["item_id"],
        row["source"],
        row["municipality"] or "",
        row["designation"] or "",
        row["name"] or row["designation"] or "",
        status_of(status, plan_words()) or status,
        row["status_date"] or "",
        _national_id(row["properties"]) or (row["item_id"] if national else ""),
        (plan_words().kinds.find(kind) or "") if kind else "",
    )


def _national_id(properties: Optional[str]) -> str:
    """``detaljplan.objektidentitet`` of what was published, nested or dotted; an item's own id need not be the same."""
    try:
        told = json.loads(properties or "{}")
    except ValueError:
        return ""
    if not isinstance(told, Mapping):
        return ""
    inner = told.get("detaljplan")
    found = inner.get("objektidentitet") if isinstance(inner, Mapping) else told.get("detaljplan.objektidentitet")
    return found if isinstance(found, str) else ""


def _known(row: Mapping) -> Known:
    texts = {name: row[name] or "" for name in Known._fields}
    return Known(**{**texts, "source": NGP if row["came_by"] == "NGP" else texts["source"]})


def _areas(workspace) -> dict[str, QgsGeometry]:
    newest = latest_versions(workspace)
    plan_of = dict(zip(newest["version_id"], newest["plan_id"]))
    areas = workspace.read("plan_areas")
    parts = defaultdict(list)
    for version_id, wkb in zip(areas["version_id"], areas[GEOMETRY]):
        if version_id in plan_of and wkb:
            parts[plan_of[version_id]].append(bytes(wkb))
    joined = {plan_id: union_of(several) for plan_id, several in parts.items()}
    return {plan_id: area for plan_id, area in joined.items() if area is not None}


def _to_metres(crs, transforms) -> QgsCoordinateTransform:
    return QgsCoordinateTransform(crs, QgsCoordinateReferenceSystem(f"EPSG:{SRID}"), transforms)


def _day(text: str) -> date:
    return date.fromisoformat(str(text)[:10])
