"""Zones of an own division: polygons joined by zone, what they share, and the land that none of them covers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Optional

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsGeometry

from .ground import Ground, measuring_crs_of, on_ground
from .overlay import shared_ground
from .reading import Cancelled


class Zones(NamedTuple):
    """Zones (z): their ``ids``, ``names`` (None = none), and ``geometries`` in ``crs``; ``population`` (NaN = unknown) and the
    number of ``areas`` (None where they were given as polygons)."""

    ids: list[str]
    names: list[Optional[str]]
    geometries: list[QgsGeometry]
    crs: QgsCoordinateReferenceSystem
    population: np.ndarray
    areas: list[Optional[int]]


class Overlap(NamedTuple):
    """Two zones that both cover some land (km²)."""

    one: str
    other: str
    km2: float


def united(geometries: Sequence[QgsGeometry], zone: Sequence[Optional[str]], feedback) -> dict[str, QgsGeometry]:
    """One MultiPolygon per zone, of the polygons (n) that belong to it; zones sorted by id."""
    parts: dict[str, list[QgsGeometry]] = {}
    for geometry, own in zip(geometries, zone):
        if own is not None and geometry is not None:
            parts.setdefault(own, []).append(geometry)
    made = {}
    for own in sorted(parts):
        if feedback.isCanceled():
            raise Cancelled
        whole = QgsGeometry.unaryUnion(parts[own])
        whole.convertToMultiType()
        whole.normalize()  # the same land is the same text, whatever the order of its parts
        made[own] = whole
    return made


def usable(fids, geometries, crs, transforms, feedback) -> Ground:
    """The polygons as they are, repaired where invalid; None where there is none."""
    return on_ground(fids, geometries, QgsCoordinateTransform(crs, crs, transforms), feedback)


def overlaps(zones: Zones, transforms, feedback) -> list[Overlap]:
    """Pairs of zones that cover the same land."""
    ground = _measured(zones.geometries, zones.crs, transforms, feedback)
    if ground is None:
        return []
    shared = shared_ground(ground, ground, np.zeros(len(zones.ids), bool), np.ones(len(zones.ids), bool), feedback)
    return [
        Overlap(zones.ids[one], zones.ids[other], km2 / 1e6)
        for one, other, km2 in zip(shared.area, shared.zone, shared.shared)
        if one < other
    ]


def uncovered(geometries: Sequence[QgsGeometry], crs, zones: Zones, transforms, feedback) -> np.ndarray:
    """The land (a, km²) of each area that no zone covers."""
    crs_of_measure = measuring_crs_of([one for one in geometries if one is not None], crs, transforms)
    if crs_of_measure is None:
        return np.zeros(len(geometries))
    areas, others = (
        on_ground(range(len(found)), [one or QgsGeometry() for one in found], QgsCoordinateTransform(own, crs_of_measure, transforms), feedback)
        for found, own in ((geometries, crs), (zones.geometries, zones.crs))
    )  # fmt: skip
    shared = shared_ground(areas, others, np.ones(len(areas.fids), bool), np.ones(len(zones.ids), bool), feedback)
    left = areas.size - np.nan_to_num(shared.in_any_zone)
    return np.where(left > 1e-6 * areas.size, left, 0.0) / 1e6


def _measured(geometries, crs, transforms, feedback) -> Optional[Ground]:
    target = measuring_crs_of(geometries, crs, transforms)
    if target is None:
        return None
    return on_ground(range(len(geometries)), geometries, QgsCoordinateTransform(crs, target, transforms), feedback)
