"""Ways along the road network from plans to the features of a layer, for all plans of a review at once.

The times from every junction to the nearest feature are found once per layer, filter and way of travelling; each plan's
points are then only looked up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ...core.network.limits import Step
from ...core.network.prepared import prepared
from ...core.network.reach import Journeys, Nearest, nearest_at_nodes, nearest_at_places
from ...core.network.snap import offroad_minutes
from ..crs import crs_from_text, transform_xy
from ..reading import Cancelled
from .layer_data import SWEREF99TM, LayerData
from .shapes import AREA, along, point

#: A road farther off than this is none of the plan's.
MOST_OFFROAD_M = 1000.0
WALK_KMH = 5.0
#: How densely the outline of an area or a line is taken for places to come to.
_SPACING_M = 20.0


class Reached(NamedTuple):
    """For points (n): ``minutes`` (inf = no way), the ``row`` of the feature reached (−1), and whether a road is near (n bool)."""

    minutes: np.ndarray
    row: np.ndarray
    on_road: np.ndarray


@dataclass(frozen=True, eq=False)
class NetworkReach:
    """Reach between points and the features of ``data``; ``places`` are theirs in the network's system, ``row`` whose."""

    journeys: Journeys
    at_nodes: Nearest
    row: np.ndarray
    prepared: object
    crs: object
    transforms: object

    def from_points(self, xy: np.ndarray) -> Reached:
        """From or to points (n, 2) in SWEREF 99 TM, as people go."""
        here = transform_xy(xy, SWEREF99TM, self.crs, self.transforms)
        places = self.prepared.origins(here, MOST_OFFROAD_M, self.journeys.places).places
        on_road = places.link >= 0
        minutes, row = np.full(len(xy), np.inf), np.full(len(xy), -1)
        rows = np.flatnonzero(on_road)
        if len(rows):
            found = nearest_at_places(self.journeys, self.at_nodes, places.take(rows))
            minutes[rows] = found.minutes[:, 0] + offroad_minutes(places, WALK_KMH)[rows]
            reached = found.facility[:, 0] >= 0
            row[rows[reached]] = self.row[found.facility[reached, 0]]
        return Reached(minutes, row, on_road)


def reach_to(network, data: LayerData, mode: str, direction: str, transforms, feedback) -> NetworkReach | None:
    """Reach to (or from) the features of ``data``; None where none of them lies at a road of the mode."""
    crs = crs_from_text(network.crs)
    spots, rows = [], []
    for row in data.placed:
        shape = data.shapes[row]
        found = along(shape, _SPACING_M)
        spots.append(found)
        rows.append(np.full(len(found), row))
    if not spots:
        return None
    xy = transform_xy(np.concatenate(spots), SWEREF99TM, crs, transforms)
    row = np.concatenate(rows)
    ready = prepared(network, mode)
    places = ready.facilities(xy, MOST_OFFROAD_M).places
    attached = np.flatnonzero(places.link >= 0)
    if not len(attached):
        return None
    places = places.take(attached)
    walk = offroad_minutes(places, WALK_KMH)
    journeys = Journeys(network, ready.costs, direction, places, walk, ready.search(direction == "to_facility"))
    at_nodes = nearest_at_nodes(journeys, 1, asking(feedback))
    return NetworkReach(journeys, at_nodes, row[attached], ready, crs, transforms)


def inside_any(data: LayerData, xy: np.ndarray) -> np.ndarray:
    """The row of the area that each point (n, 2) lies in; −1 where in none."""
    row = np.full(len(xy), -1)
    if any(data.shapes[at].type() == AREA for at in data.placed[:1]):
        for number, spot in enumerate(xy):
            met = data.meeting(point(spot))
            row[number] = met[0] if met else -1
    return row


def asking(feedback) -> Step:
    """What a long computation calls: it stops when the user cancels."""

    def step(share: float) -> None:
        if feedback.isCanceled():
            raise Cancelled

    return step
