"""Who is whose neighbour: sparse spatial weights (n × n), row = the area, column = its neighbours."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix, diags, identity
from scipy.spatial import cKDTree

MILLIMETRE = 1e-3  # distances that differ less are equal


def of_pairs(count: int, first: np.ndarray, second: np.ndarray) -> csr_matrix:
    """Weights 1 both ways for the pairs of row numbers ``first``, ``second`` (p) among ``count`` areas."""
    row, column = np.concatenate([first, second]), np.concatenate([second, first])
    return csr_matrix((np.ones(len(row)), (row, column)), (count, count))


def nearest(xy: np.ndarray, count: int) -> csr_matrix:
    """Weight 1 for the ``count`` areas nearest to each of the points ``xy`` (n, 2), in metres; all others where there are fewer.

    The weights need not be mutual. Of areas equally far away (to the millimetre) the first by row number is taken, so give
    the rows in the order of their ids.
    """
    size = len(xy)
    count = min(count, size - 1)
    if count < 1:
        return csr_matrix((size, size))
    asked = min(size, count + 1 + 8)  # itself, and some of those that may be as far away as the last one
    tree, rows = cKDTree(xy), np.arange(size)
    metres, found = tree.query(xy, asked)
    row, column = np.repeat(rows, asked), found.ravel()
    crowded = rows[metres[:, -1] <= metres[:, count] + MILLIMETRE] if asked < size else rows[:0]
    if len(crowded):
        near = tree.query_ball_point(xy[crowded], metres[crowded, count] + MILLIMETRE)
        kept = ~np.isin(row, crowded)
        row = np.concatenate([row[kept], np.repeat(crowded, [len(those) for those in near])])
        column = np.concatenate([column[kept], *near]).astype(int)
    others = row != column
    row, column = row[others], column[others]
    away = np.round(np.hypot(*(xy[row] - xy[column]).T) / MILLIMETRE)
    order = np.lexsort([column, away, row])
    row, column = row[order], column[order]
    taken = np.arange(len(row)) - np.searchsorted(row, row) < count
    return csr_matrix((np.ones(taken.sum()), (row[taken], column[taken])), (size, size))


def in_same_place(xy: np.ndarray) -> np.ndarray:
    """Which of the points ``xy`` (n, 2), in metres, lie where another one does, to the millimetre (n bool)."""
    east, north = np.rint(xy / MILLIMETRE).T
    _, place, count = np.unique(east + 1j * north, return_inverse=True, return_counts=True)
    return count[place] > 1


def neighbour_counts(weights: csr_matrix) -> np.ndarray:
    """How many neighbours each area (n) has."""
    return np.diff(weights.indptr)


def row_standardised(weights: csr_matrix) -> csr_matrix:
    """The weights of each area divided by their sum; an area without neighbours keeps none."""
    total = np.asarray(weights.sum(1)).ravel()
    return csr_matrix(diags(np.divide(1.0, total, out=np.zeros(len(total)), where=total != 0)) @ weights)


def with_itself(weights: csr_matrix) -> csr_matrix:
    """The weights with weight 1 between each area and itself."""
    return csr_matrix(weights + identity(weights.shape[0], format="csr"))
