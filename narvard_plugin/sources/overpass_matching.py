"""Which facilities of OpenStreetMap stand in the own register already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from scipy.spatial import cKDTree

from ..core.catalogue import FacilityType
from ..core.facilities.words import plain
from ..store.geometry import xy_from_wkb
from .overpass_elements import Facility

#: A hospital's middle and its entrance may be so far apart; two facilities of one kind seldom are.
SAME_KIND = 150.0
#: Chains have the same name in every town.
SAME_NAME = 1000.0


def known_as(found: Sequence[Facility], own: pd.DataFrame, types: Mapping[str, FacilityType]) -> list[str]:
    """For each of ``found`` the id of the nearest of the ``own`` facilities that it probably is; "" for none.

    Probably the same: one kind (a type and what it is a part of are one kind) within ``SAME_KIND`` metres, or one name within
    ``SAME_NAME``.
    """
    x, y = xy_from_wkb(own["geom"])
    placed = np.flatnonzero(np.isfinite(x))
    if not len(placed) or not found:
        return [""] * len(found)
    ids, names, kinds = (own[column].to_numpy()[placed] for column in ("facility_id", "name", "type"))
    xy = np.column_stack([x[placed], y[placed]])
    tree, answers = cKDTree(xy), []
    for facility in found:
        near = sorted(
            (float(np.hypot(*(xy[at] - (facility.x, facility.y)))), str(ids[at]), at)
            for at in tree.query_ball_point((facility.x, facility.y), SAME_NAME)
        )
        same = (
            id_
            for distance, id_, at in near
            if plain(names[at]) == plain(facility.name)
            or (distance <= SAME_KIND and _one_kind(facility.type, kinds[at], types))
        )
        answers.append(next(same, ""))
    return answers


def _one_kind(one: str, other: str, types: Mapping[str, FacilityType]) -> bool:
    return one in _line(other, types) or other in _line(one, types)


def _line(kind: str, types: Mapping[str, FacilityType]) -> list[str]:
    """A type and everything it is a part of."""
    line = [kind]
    while line[-1] in types and types[line[-1]].parent:
        line.append(types[line[-1]].parent)
    return line
