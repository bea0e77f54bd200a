"""The geometry of plan versions: what provisions have in common, what was gained and lost, and which areas uses have.

Everything is in EPSG:3006, metres and square metres. Slivers between versions that were digitised twice are no changes.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from typing import NamedTuple, Optional

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateTransform,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingException,
    QgsSpatialIndex,
    QgsWkbTypes,
)

from ..core.plans.building_rights import Ground
from ..core.plans.difference import USUAL, Limits, Strips
from ..core.plans.uses import USE, letters_of
from ..i18n import tr
from .reading import UNCHECKED, Cancelled

LINE_HALF_WIDTH_M = 1.0  # lines and points are compared, and drawn, as strips of this much to each side
OVERLAPPING = 0.05  # of the smaller of two areas: more is ground that both have
SAME_PLACE = 0.98  # intersection over union of uses that share a place
_POLYGON = QgsWkbTypes.GeometryType.PolygonGeometry
_SEGMENTS = 8
_GRID_M = 0.001


class Shapes(NamedTuple):
    """Provisions (n) as areas: ``geometries`` (None = nowhere), ``area`` (n, m²; 0 = nowhere) and ``parts`` (n)."""

    geometries: list[Optional[QgsGeometry]]
    area: np.ndarray
    parts: np.ndarray


def from_wkb(wkb: Optional[bytes]) -> Optional[QgsGeometry]:
    """A valid geometry; None where there is none, or nothing is left of it."""
    if not wkb:
        return None
    geometry = QgsGeometry()
    geometry.fromWkb(bytes(wkb))
    if geometry.isNull() or geometry.isEmpty():
        return None
    if not geometry.isGeosValid():
        geometry = geometry.makeValid()
    return None if geometry.isNull() or geometry.isEmpty() else geometry


def union_of(wkbs: Sequence[bytes]) -> Optional[QgsGeometry]:
    """The plan areas as one geometry; None where there are none."""
    found = [geometry for geometry in map(from_wkb, wkbs) if geometry is not None]
    return polygons_of(QgsGeometry.unaryUnion(found)) if found else None


def shapes_of(wkbs: Sequence[Optional[bytes]]) -> Shapes:
    """Provisions as areas; what is a line or a point becomes a narrow strip, so that it has a place of its own."""
    geometries = [as_area(from_wkb(wkb)) for wkb in wkbs]
    area = np.array([0.0 if geometry is None else geometry.area() for geometry in geometries], float)
    parts = np.array([0 if geometry is None else len(geometry.asGeometryCollection()) for geometry in geometries], int)
    return Shapes(geometries, area, parts)


def as_area(geometry: Optional[QgsGeometry]) -> Optional[QgsGeometry]:
    if geometry is None:
        return None
    if geometry.type() != _POLYGON and geometry.wkbType() != QgsWkbTypes.Type.GeometryCollection:
        geometry = geometry.buffer(LINE_HALF_WIDTH_M, _SEGMENTS)
    return polygons_of(geometry)


def polygons_of(geometry: QgsGeometry) -> Optional[QgsGeometry]:
    """The polygons of ``geometry`` as one multipolygon; lines and points that an operation left over are dropped."""
    parts = [part for part in geometry.asGeometryCollection() if part.type() == _POLYGON and part.area() > 0]
    if not parts:
        return None
    joined = QgsGeometry.unaryUnion(parts)
    joined.convertToMultiType()
    return joined


def shared_areas(one: Shapes, other: Shapes, feedback) -> np.ndarray:
    """m² (n, m) that every shape of ``one`` has in common with every shape of ``other``."""
    shared = np.zeros((len(one.geometries), len(other.geometries)))
    index = QgsSpatialIndex()
    for row, geometry in enumerate(other.geometries):
        if geometry is not None:
            index.addFeature(_feature(row, geometry))
    for row, geometry in enumerate(one.geometries):
        if feedback.isCanceled():
            raise Cancelled
        if geometry is None:
            continue
        for near in index.intersects(geometry.boundingBox()):
            piece = _operated(geometry, other.geometries[near], "intersection")
            shared[row, near] = 0.0 if piece is None else piece.area()
    return shared


class Moved(NamedTuple):
    """What came to an area and what left it, without slivers; None = nothing."""

    gained: Optional[QgsGeometry]
    lost: Optional[QgsGeometry]

    @property
    def strips(self) -> Strips:
        return Strips(*(0.0 if geometry is None else geometry.area() for geometry in self))


def moved(before: Optional[QgsGeometry], after: Optional[QgsGeometry], limits: Limits = USUAL) -> Moved:
    """The ground between two shapes of one provision. A provision that lost its place has lost all of it."""
    if before is None or after is None:
        return Moved(after, before)
    return Moved(
        *(without_slivers(_operated(*pair, "difference"), limits) for pair in ((after, before), (before, after)))
    )


def without_slivers(geometry: Optional[QgsGeometry], limits: Limits = USUAL) -> Optional[QgsGeometry]:
    """The parts that are larger than the limit and somewhere wider than it."""
    if geometry is None:
        return None
    kept = [
        part for part in geometry.asGeometryCollection()
        if part.area() > limits.area_m2 and not part.buffer(-limits.width_m / 2, _SEGMENTS).isEmpty()
    ]  # fmt: skip
    return QgsGeometry.collectGeometry(kept) if kept else None


def ground_of(provisions: pd.DataFrame, feedback) -> Ground:
    """The areas that building rights are counted on (provisions as in `plan_content`, with ``wkb``)."""
    rows = provisions.to_dict("records")
    ids = [str(row["provision_id"]) for row in rows]
    areal = [_is_areal(row["wkb"]) for row in rows]
    shapes = shapes_of([row["wkb"] if fits else None for row, fits in zip(rows, areal)])
    uses = [at for at, row in enumerate(rows) if letters_of(row)]
    others = [at for at, row in enumerate(rows) if areal[at] and row["kind"] != USE]
    places, pieces = _places(uses, shapes, feedback)
    shared = shared_areas(_take(shapes, others), pieces, feedback)
    among = shared_areas(_take(shapes, others), _take(shapes, others), feedback)
    smaller = np.minimum(shapes.area[others][:, None], shapes.area[others][None, :])
    over = np.argwhere(np.triu(among > OVERLAPPING * smaller, 1)).tolist()
    return Ground(
        places={ids[at]: numbers for at, numbers in places.items()},
        area={number: float(area) or math.nan for number, area in enumerate(pieces.area)},
        own={ids[at]: float(shapes.area[at]) for at in others},
        parts={ids[at]: int(shapes.parts[at]) for at in others},
        shared={
            (ids[others[row]], place): float(shared[row, place]) for row, place in np.argwhere(shared > 0).tolist()
        },
        regulates={ids[at]: _regulated(rows[at], rows, ids) for at in range(len(rows))},
        overlapping=frozenset(frozenset((ids[others[a]], ids[others[b]])) for a, b in over),
    )


def _is_areal(wkb: Optional[bytes]) -> bool:
    geometry = from_wkb(wkb)
    return geometry is not None and geometry.type() == _POLYGON


def _places(uses: Sequence[int], shapes: Shapes, feedback) -> tuple[dict[int, tuple[int, ...]], Shapes]:
    """The numbers of the places of every use (rows), and the places: each separate area of a use is one, and uses that cover
    each other there, such as B and C together, share it. A use that is not drawn has a place of its own, which is nowhere."""
    whose, pieces = [], []
    for at in uses:
        geometry = shapes.geometries[at]
        own = [None] if geometry is None else geometry.asGeometryCollection()
        whose += [at] * len(own)
        pieces += own
    areas = np.array([0.0 if piece is None else piece.area() for piece in pieces], float)
    every = Shapes(pieces, areas, np.ones(len(pieces), int))
    shared = shared_areas(every, every, feedback)
    union = areas[:, None] + areas[None, :] - shared
    number, kept, places = [], [], {}
    for row, at in enumerate(whose):
        like = [
            other
            for other in range(row)
            if shared[row, other] > 0 and shared[row, other] >= SAME_PLACE * union[row, other]
        ]
        if not like:
            kept.append(row)
        number.append(number[like[0]] if like else len(kept) - 1)
        places[at] = (*places.get(at, ()), number[row])
    return places, _take(every, kept)


def _take(shapes: Shapes, rows: Sequence[int]) -> Shapes:
    at = np.array(rows, int)
    return Shapes([shapes.geometries[row] for row in rows], shapes.area[at], shapes.parts[at])


def _regulated(row, rows, ids) -> list[str]:
    """Ids of the uses that a provision says it regulates, by the register's ids or the national ones."""
    try:
        named = json.loads(row.get("regulates") or "[]")
    except (TypeError, ValueError):
        return []
    wanted = {str(one).lower() for one in named} if isinstance(named, list) else set()
    return [own for own, other in zip(ids, rows) if {own.lower(), str(other.get("national_id")).lower()} & wanted]


def _feature(row: int, geometry: QgsGeometry) -> QgsFeature:
    feature = QgsFeature(row)
    feature.setGeometry(geometry)
    return feature


def _operated(one: QgsGeometry, other: QgsGeometry, operation: str) -> Optional[QgsGeometry]:
    """``intersection`` or ``difference`` as polygons; on a millimetre grid where GEOS cannot do it as it stands."""
    result = getattr(one, operation)(other)
    if result.isNull() and result.lastError():
        one, other = (geometry.snappedToGrid(_GRID_M, _GRID_M).makeValid() for geometry in (one, other))
        result = getattr(one, operation)(other)
        if result.isNull() and result.lastError():
            raise QgsProcessingException(
                tr("Two areas of the plan cannot be compared: {error}. Mend their geometry (tool Fix geometries) and import the plan again.")
                .format(error=result.lastError())
            )  # fmt: skip
    return None if result.isNull() else polygons_of(result)


def distances_between(source, fid: int, fids: np.ndarray, crs, transforms) -> np.ndarray:
    """Metres from the feature ``fid`` of ``source`` to each of ``fids`` (n), border to border, in the system ``crs``."""
    transform = QgsCoordinateTransform(source.sourceCrs(), crs, transforms)
    request = QgsFeatureRequest()
    request.setNoAttributes()
    found = {}
    for feature in source.getFeatures(request, UNCHECKED):
        geometry = QgsGeometry(feature.geometry())
        if not geometry.isNull() and not geometry.isEmpty():
            geometry.transform(transform)
            found[feature.id()] = geometry
    return np.array([found[fid].distance(found[int(other)]) for other in fids], float)


def lying_on_another(source, fids: np.ndarray, feedback) -> list[tuple[int, int]]:
    """Pairs of areas among the features ``fids`` of ``source`` that share more than a twentieth of the smaller."""
    wanted = set(map(int, fids))
    request = QgsFeatureRequest()
    request.setNoAttributes()
    found = {f.id(): as_area_only(f.geometry()) for f in source.getFeatures(request, UNCHECKED) if f.id() in wanted}
    rows = [fid for fid in sorted(found) if found[fid] is not None]
    geometries = [found[fid] for fid in rows]
    shapes = Shapes(geometries, np.array([one.area() for one in geometries], float), np.ones(len(rows), int))
    shared = shared_areas(shapes, shapes, feedback)
    smaller = np.minimum(shapes.area[:, None], shapes.area[None, :])
    return [(rows[a], rows[b]) for a, b in np.argwhere(np.triu(shared > OVERLAPPING * smaller, 1)).tolist()]


def as_area_only(geometry: QgsGeometry) -> Optional[QgsGeometry]:
    """The polygons of a geometry; None for points and lines."""
    valid = from_wkb(bytes(geometry.asWkb())) if not geometry.isNull() else None
    return polygons_of(valid) if valid is not None and valid.type() == _POLYGON else None
