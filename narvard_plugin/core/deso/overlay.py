"""Counts of areas carried over to zones, by shared ground or by where the cells of a grid lie (methods section 2.9)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix


class Shares(NamedTuple):
    """Pairs (p) of an ``area`` and a ``zone`` (row numbers), and the ``share`` (0–1) of the area's counts within the zone."""

    area: np.ndarray
    zone: np.ndarray
    share: np.ndarray

    def where(self, kept: np.ndarray) -> Shares:
        return Shares(self.area[kept], self.zone[kept], self.share[kept])


class Cells(NamedTuple):
    """Which cells lie where: pairs of ``area`` and ``area_cell``, pairs of ``zone`` and ``zone_cell`` (row numbers), and
    the ``weight`` (c, 0 or more) of every cell."""

    area: np.ndarray
    area_cell: np.ndarray
    zone: np.ndarray
    zone_cell: np.ndarray
    weight: np.ndarray


def by_ground(area: np.ndarray, zone: np.ndarray, shared: np.ndarray, size: np.ndarray) -> Shares:
    """Shares of evenly spread areas: the ground ``shared`` (p, m²) by each pair over the ``size`` (a, m²) of its area.

    What no zone covers stays with the area (tobler's ``allocate_total=False``).
    """
    share = np.minimum(shared / size[area], 1.0) if len(area) else np.zeros(0)
    return Shares(area, zone, share)


def by_cells(cells: Cells, areas: int, zones: int) -> tuple[Shares, np.ndarray]:
    """Shares of areas whose counts lie as the weights of their cells do, and which areas (a bool) have any weight.

    An area without weight has no share here: the caller spreads it by its ground, and says so.
    """
    inside = _matrix(cells.area, cells.area_cell, cells.weight[cells.area_cell], (areas, len(cells.weight)))
    zone = _matrix(cells.zone, cells.zone_cell, np.ones(len(cells.zone)), (zones, len(cells.weight)))
    whole = np.asarray(inside.sum(1)).ravel()
    common = (inside @ zone.T).tocoo()
    pairs = Shares(common.row.astype(np.int64), common.col.astype(np.int64), common.data / whole[common.row])
    return pairs.where(common.data > 0), whole > 0


def share_in_any_zone(cells: Cells, areas: int) -> np.ndarray:
    """The share (a) of each area's weight that lies in at least one zone; NaN for an area without weight."""
    covered = np.zeros(len(cells.weight))
    covered[cells.zone_cell] = 1.0
    weight = cells.weight[cells.area_cell]
    whole = np.bincount(cells.area, weight, areas)
    found = np.bincount(cells.area, weight * covered[cells.area_cell], areas)
    return np.divide(found, whole, out=np.full(areas, np.nan), where=whole > 0)


def share_in_no_area(cells: Cells, zones: int) -> np.ndarray:
    """The share (z) of the weight in each zone that lies in no area; NaN for a zone without weight."""
    outside = np.ones(len(cells.weight))
    outside[cells.area_cell] = 0.0
    weight = cells.weight[cells.zone_cell]
    whole = np.bincount(cells.zone, weight, zones)
    found = np.bincount(cells.zone, weight * outside[cells.zone_cell], zones)
    return np.divide(found, whole, out=np.full(zones, np.nan), where=whole > 0)


def _matrix(row, column, data, shape) -> csr_matrix:
    return csr_matrix((data, (row, column)), shape)


def joined(first: Shares, second: Shares) -> Shares:
    """Both lists of pairs as one."""
    return Shares(*(np.concatenate(both) for both in zip(first, second)))


def sums(shares: Shares, counts: np.ndarray, touched: np.ndarray) -> np.ndarray:
    """The sum (z) in every zone of ``counts`` (a, NaN = unknown), each area giving its share.

    ``touched`` (z bool) are the zones that any area overlaps; the others have no sum (NaN, never 0). An area whose count
    is unknown gives nothing, and a zone that only such areas reach has no sum either.
    """
    known = np.isfinite(counts)[shares.area]
    given = shares.where(known)
    zones = len(touched)
    total = np.bincount(given.zone, given.share * counts[given.area], zones)
    reached = np.bincount(given.zone, minlength=zones) > 0
    unknown = np.bincount(shares.zone[~known], minlength=zones) > 0
    return np.where(touched & (reached | ~unknown), total, np.nan)


def areas_per_zone(shares: Shares, chosen: np.ndarray, zones: int) -> np.ndarray:
    """How many of the ``chosen`` areas (a bool) give a share to each zone (z)."""
    return np.bincount(shares.zone[chosen[shares.area]], minlength=zones)
