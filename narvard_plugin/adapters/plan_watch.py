"""Where watched plans lie: what moved since last time, and which of the region's properties are near."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Optional

from qgis.core import QgsFeature, QgsGeometry, QgsSpatialIndex

from .plan_geometry import from_wkb, moved
from .reading import Cancelled


class Property(NamedTuple):
    """Something of the region's: its name and where it is, in EPSG:3006."""

    name: str
    geometry: QgsGeometry


class Near(NamedTuple):
    """The nearest property to a plan, how many metres away (0 = inside or touching), and how many others are as near as asked."""

    name: str
    metres: float
    others: int


def moved_area(before: Optional[QgsGeometry], wkb: Optional[bytes]) -> float:
    """m² that came to a plan's area or left it, without slivers; 0 where either area is not known."""
    after = from_wkb(wkb)
    return 0.0 if before is None or after is None else sum(moved(before, after).strips)


def near_properties(
    plans: Mapping[str, Optional[QgsGeometry]], properties: Sequence[Property], limit_m: float, feedback
) -> dict[str, Near]:
    """By plan: the property nearest to it, of those within ``limit_m``. Raises `Cancelled`."""
    index = QgsSpatialIndex()
    for row, one in enumerate(properties):
        index.addFeature(_feature(row, one.geometry))
    found = {}
    for plan, area in plans.items():
        if feedback.isCanceled():
            raise Cancelled
        if area is None:
            continue
        rows = index.intersects(area.boundingBox().buffered(limit_m))
        distances = sorted((area.distance(properties[row].geometry), properties[row].name) for row in rows)
        within = [(metres, name) for metres, name in distances if metres <= limit_m]
        if within:
            found[plan] = Near(within[0][1], within[0][0], len(within) - 1)
    return found


def _feature(row: int, geometry: QgsGeometry) -> QgsFeature:
    feature = QgsFeature(row)
    feature.setGeometry(geometry)
    return feature
