"""Facilities that may be the same under different ids: one name and type, near each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy.spatial import cKDTree

from .words import plain


class Pair(NamedTuple):
    """Positions of two facilities, the earlier one first, and the metres between them."""

    first: int
    second: int
    distance: float


def near_pairs(names: Sequence[str], types: Sequence[str], xy: np.ndarray, distance: float) -> list[Pair]:
    """Pairs of the same name (capitals and marks aside) and type at most ``distance`` metres apart, nearest first.

    ``xy`` (n, 2) in metres; a facility without a place (NaN) is in no pair.
    """
    groups = defaultdict(list)
    for at in np.flatnonzero(np.isfinite(xy).all(1)):
        groups[plain(names[at]), types[at]].append(int(at))
    pairs = []
    for group in groups.values():
        if len(group) < 2:
            continue
        for a, b in cKDTree(xy[group]).query_pairs(distance):
            first, second = sorted((group[a], group[b]))
            pairs.append(Pair(first, second, float(np.hypot(*(xy[first] - xy[second])))))
    return sorted(pairs, key=lambda pair: (pair.distance, pair.first, pair.second))
