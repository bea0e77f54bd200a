"""A population grid as points that carry weight: points, or the centres of cells, or several points spread over each cell."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from qgis.core import QgsFeatureRequest, QgsGeometry, QgsProcessingException, QgsWkbTypes

from ..i18n import tr
from .cells import middle
from .crs import transform_xy
from .ground import require_crs
from .reading import UNCHECKED, Cancelled, field_indexes, listed, values_at
from .tables import amounts

# Bytes of a polygon with one ring of four corners: its own header, and that of a multi-polygon around it.
_FOUR_CORNERS = {QgsWkbTypes.Type.Polygon: 93, QgsWkbTypes.Type.MultiPolygon: 102}


class Grid(NamedTuple):
    """Points (p) of the cells: ``xy`` (p, 2) in the measuring system and ``weight`` (p). ``cells`` of the layer are used;
    ``unplaced`` and ``unweighted`` are the feature ids of those that have no place or no weight, and of ``whole`` ones
    the shape allowed no splitting."""

    xy: np.ndarray
    weight: np.ndarray
    cells: int
    unplaced: list[int]
    unweighted: list[int]
    whole: int


def read_grid(source, weight_field: str, split: int, target, transforms, feedback) -> Grid:
    """The cells of ``source`` in the system ``target``; without ``weight_field`` each weighs 1.

    A cell with four corners becomes ``split`` × ``split`` points that share its weight, any other one its centre. A
    negative weight stops the tool.
    """
    require_crs(source, "GRID")
    fids, corners, values = _read(source, weight_field, feedback)
    weight = amounts(values) if weight_field else np.ones(len(fids))
    _refuse_negative(weight, fids, weight_field)
    moved = transform_xy(corners.reshape(-1, 2), source.sourceCrs(), target, transforms).reshape(-1, 4, 2)
    placed, weighed = np.isfinite(moved).all((1, 2)), np.isfinite(weight)
    used = placed & weighed
    spread = np.ptp(moved[used], axis=1).max(1) > 0
    xy, cell = _lattice(moved[used], spread, split)
    parts = np.bincount(cell, minlength=used.sum())
    whole = int((~spread).sum()) if split > 1 else 0
    return Grid(xy, (weight[used] / np.maximum(parts, 1))[cell], int(used.sum()), fids[~placed].tolist(),
                fids[placed & ~weighed].tolist(), whole)  # fmt: skip


def _read(source, weight_field: str, feedback) -> tuple[np.ndarray, np.ndarray, list]:
    """Feature ids (c), four corners (c, 4, 2; the same point four times where only a centre is known), and weights."""
    indexes = field_indexes(source, "GRID", [weight_field] if weight_field else [])
    fids, corners, values = [], [], []
    for feature in source.getFeatures(QgsFeatureRequest().setSubsetOfAttributes(indexes), UNCHECKED):
        if feedback.isCanceled():
            raise Cancelled
        fids.append(feature.id())
        corners.append(_corners(feature.geometry()))
        values.append(values_at(feature, indexes)[0] if indexes else 1)
    return np.array(fids, np.int64), np.array(corners, float).reshape(-1, 4, 2), values


def _corners(geometry: QgsGeometry):
    kind = geometry.wkbType()
    if kind in _FOUR_CORNERS:
        wkb = geometry.asWkb().data()
        if len(wkb) == _FOUR_CORNERS[kind]:
            return np.frombuffer(wkb, "<f8", 8, len(wkb) - 80).reshape(4, 2)
    place, _ = middle(geometry)
    return np.full((4, 2), np.nan if place is None else place)


def _lattice(corners: np.ndarray, spread: np.ndarray, split: int) -> tuple[np.ndarray, np.ndarray]:
    """Points (p, 2) and the cell of each: ``split`` × ``split`` evenly over cells (c, 4, 2) that are ``spread``, else one."""
    steps = (np.arange(split) + 0.5) / split
    u, v = (side.ravel()[:, None] for side in np.meshgrid(steps, steps))
    weights = np.hstack([(1 - u) * (1 - v), u * (1 - v), u * v, (1 - u) * v])  # of the corners, going round
    split_cells, whole_cells = np.flatnonzero(spread), np.flatnonzero(~spread)
    points = np.einsum("pk,ckd->cpd", weights, corners[split_cells]).reshape(-1, 2)
    cell = np.concatenate([np.repeat(split_cells, split * split), whole_cells])
    return np.concatenate([points, corners[whole_cells, 0]]), cell


def _refuse_negative(weight: np.ndarray, fids: np.ndarray, field: str) -> None:
    bad = fids[(weight < 0) | np.isinf(weight)]
    if len(bad):
        raise QgsProcessingException(
            tr("{n} features in {layer} have a negative value in {field}: {list}. Correct them first.")
            .format(n=len(bad), layer="GRID", field=field, list=listed(bad.tolist()))
        )  # fmt: skip
