"""Outlines of areas in EPSG:3006, in which points from a source are looked up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Optional

import numpy as np

from ..core.deso.inside import inside, sorted_points


class Outline(NamedTuple):
    """An area by its ``code`` and the ``edges`` of its polygons (see `core.deso.inside.edges_of`)."""

    code: str
    municipality: Optional[str]
    edges: np.ndarray


def box_of(areas: Sequence[Outline]) -> tuple[float, float, float, float]:
    """Easting, northing, easting, northing around the areas."""
    ends = np.concatenate([area.edges for area in areas]).reshape(-1, 2)
    return (*ends.min(0), *ends.max(0))


def owners(xy: np.ndarray, areas: Sequence[Outline]) -> np.ndarray:
    """The row of the area that each of the points ``xy`` (n, 2) lies in, -1 for none."""
    points, owner = sorted_points(xy), np.full(len(xy), -1)
    for row, area in enumerate(areas):
        owner[inside(points, area.edges)] = row
    return owner
