"""Where imported facilities lie: in metres, and in which region and municipality."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple, Optional

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingException,
    QgsSpatialIndex,
)

from ...adapters.crs import transform_xy
from ...adapters.reading import UNCHECKED, Cancelled, as_text
from ...core.facilities.reading import Facility
from ...i18n import tr
from ...store.schema import GEOMETRY
from .facility_input import SWEREF

#: How a place agrees with the areas. ``unchecked``: there are none; ``unplaced``: there is no place.
INSIDE, NEAR, OUTSIDE, NEIGHBOUR, UNCHECKED_PLACE, UNPLACED = (
    "inside", "near", "outside", "neighbour", "unchecked", "unplaced",
)  # fmt: skip


_REACHES = (1e3, 1e4, 1e5, 1e6, 1e8)  # m; the last is beyond any place on earth


class Found(NamedTuple):
    """The area that a point lies in or nearest to; ``distance`` 0 = in it."""

    region: Optional[str]
    municipality: Optional[str]
    distance: float


class Areas:
    """Polygons with their region and municipality, asked which of them a point lies in or is nearest to."""

    def __init__(self, polygons: Sequence[tuple[QgsGeometry, Optional[str], Optional[str]]]):
        self._polygons = [one for one in polygons if not one[0].isEmpty()]
        self._index = QgsSpatialIndex()
        for at, (geometry, _, _) in enumerate(self._polygons):
            feature = QgsFeature(at)
            feature.setGeometry(geometry)
            self._index.addFeature(feature)
        self.regions = {region for _, region, _ in self._polygons if region}

    def __bool__(self) -> bool:
        return bool(self._polygons)

    def find(self, x: float, y: float) -> Found:
        point = QgsGeometry.fromPointXY(QgsPointXY(x, y))
        box = point.boundingBox().buffered(1.0)
        for at in sorted(self._index.intersects(box)):
            geometry, region, municipality = self._polygons[at]
            if geometry.intersects(point):
                return Found(region, municipality, 0.0)
        distance, at = self._nearest(point)
        _, region, municipality = self._polygons[at]
        return Found(region, municipality, distance)

    def _nearest(self, point: QgsGeometry) -> tuple[float, int]:
        """Distance and number of the nearest polygon; the index's own nearestNeighbor tells a farther one first in QGIS 3.40."""
        box, met = point.boundingBox(), []
        for reach in _REACHES:
            met = self._index.intersects(box.buffered(reach))
            if met:
                break
        distances = {at: self._polygons[at][0].distance(point) for at in met}
        # One whose box is farther away than the reach may still be nearer.
        for at in set(self._index.intersects(box.buffered(min(distances.values())))).difference(met):
            distances[at] = self._polygons[at][0].distance(point)
        return min((distance, at) for at, distance in distances.items())


def areas_of_layer(algorithm, parameters, context, feedback) -> Areas:
    """The polygons of REGION_AREAS in SWEREF 99 TM."""
    source = algorithm.source(parameters, "REGION_AREAS", context)
    if not source.sourceCrs().isValid():
        raise QgsProcessingException(
            tr("The layer in {layer} has no coordinate reference system. Set it in the layer's properties, and run again.")
            .format(layer="REGION_AREAS")
        )  # fmt: skip
    target = QgsCoordinateReferenceSystem(SWEREF)
    transform = QgsCoordinateTransform(source.sourceCrs(), target, context.transformContext())
    fields = [algorithm.field(parameters, name, context) for name in ("AREA_REGION_FIELD", "AREA_MUNICIPALITY_FIELD")]
    indexes = [source.fields().indexFromName(field) if field else -1 for field in fields]
    polygons = []
    for feature in source.getFeatures(QgsFeatureRequest(), UNCHECKED):
        if feedback.isCanceled():
            raise Cancelled
        geometry = feature.geometry()
        if geometry.isNull():
            continue
        geometry.transform(transform)
        region, municipality = (
            _code(feature.attributes()[at], digits) if at >= 0 else None for at, digits in zip(indexes, (2, 4))
        )
        polygons.append((geometry, region or (municipality or "")[:2] or None, municipality))
    return Areas(polygons)


def areas_of_workspace(workspace) -> Areas:
    """The areas of the workspace, of each region the newest vintage."""
    table = workspace.read("areas")
    table = table[table[GEOMETRY].notna()]
    if table.empty:
        return Areas([])
    newest = table.groupby(table["region"].fillna(""))["vintage"].transform("max")
    table = table[table["vintage"] == newest]
    polygons = []
    for wkb, region, municipality in zip(table[GEOMETRY], table["region"], table["municipality"]):
        geometry = QgsGeometry()
        geometry.fromWkb(bytes(wkb))
        municipality = municipality if isinstance(municipality, str) else None
        polygons.append(
            (geometry, region if isinstance(region, str) else (municipality or "")[:2] or None, municipality)
        )
    return Areas(polygons)


def _code(value, digits: int) -> Optional[str]:
    text = as_text(value) if value is not None else ""
    return text.zfill(digits) if text.isdigit() else None


def in_metres(facilities: Sequence[Facility], crs: QgsCoordinateReferenceSystem, context) -> np.ndarray:
    """Places (n, 2) in SWEREF 99 TM, NaN where there is none. ``crs`` is what a place of another code is in."""
    xy = np.full((len(facilities), 2), np.nan)
    systems = defaultdict(list)
    for at, facility in enumerate(facilities):
        if facility.place is not None:
            systems[facility.place.code].append(at)
    target = QgsCoordinateReferenceSystem(SWEREF)
    for code, rows in systems.items():
        given = np.array([[facilities[at].place.east, facilities[at].place.north] for at in rows])
        system = QgsCoordinateReferenceSystem(code)
        xy[rows] = transform_xy(given, system if system.isValid() else crs, target, context.transformContext())
    return xy


class Checked(NamedTuple):
    """A facility with its region and municipality as far as they are known, how its place agrees, and metres outside."""

    facility: Facility
    xy: tuple[float, float]
    status: str
    distance: Optional[float]
    #: The region and municipality that the place lies in, where they are not the facility's own.
    other: str


def check_place(facility: Facility, xy: np.ndarray, areas: Areas, tolerance: float, region: str) -> Optional[Checked]:
    """The facility beside the ``areas``; None where it lies outside all of them, and has no code that says why.

    ``region`` is that of a facility which nothing tells the region of.
    """
    if not np.isfinite(xy).all():
        return Checked(facility._replace(region=facility.region or region), (np.nan, np.nan), UNPLACED, None, "")
    place = (float(xy[0]), float(xy[1]))
    if not areas:
        return Checked(facility._replace(region=facility.region or region), place, UNCHECKED_PLACE, None, "")
    found = areas.find(*place)
    if found.distance > tolerance:
        known = facility._replace(region=facility.region or region)
        if facility.region and areas.regions and facility.region not in areas.regions:
            return Checked(known, place, NEIGHBOUR, found.distance, "")
        return Checked(known, place, OUTSIDE, found.distance, "") if facility.municipality else None
    lies_in = _disagreement(facility, found)
    filled = facility._replace(
        region=facility.region or found.region or region,
        municipality=facility.municipality or (found.municipality if not lies_in else None),
    )
    return Checked(filled, place, NEAR if found.distance else INSIDE, found.distance or None, lies_in)


def _disagreement(facility: Facility, found: Found) -> str:
    """The code of the area where it is not the facility's own. Beyond the border the nearest is no proof."""
    if found.distance:
        return ""
    if facility.municipality and found.municipality and facility.municipality != found.municipality:
        return found.municipality
    if facility.region and found.region and facility.region != found.region:
        return found.region
    return ""
