"""A raster in questions: its values within an area, and at points, wherever its own reference system puts them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsProcessingException,
)

from ...gdal_answers import or_none
from ...i18n import tr
from ..crs import transform_xy
from ..plan_layers import Bound, shown_name
from .layer_data import SWEREF99TM
from .shapes import middle, within

_MOST_CELLS = 25_000_000  # of one plan; more means a raster finer than any plan is drawn


class Values(NamedTuple):
    """Cells of a raster in an area: ``values`` (c; NaN = the raster says nothing) and ``xy`` (c, 2) in SWEREF 99 TM.

    ``outside``: the share of the area that lies beyond the raster.
    """

    values: np.ndarray
    xy: np.ndarray
    outside: float


@dataclass(eq=False)
class RasterData:
    """An opened raster. It is read a window at a time."""

    role: str
    name: str
    date: str
    sha256: str
    crs: QgsCoordinateReferenceSystem
    dataset: gdal.Dataset
    transforms: object

    def within(self, area: QgsGeometry) -> Values:
        """The cells whose middle lies in the area; of an area smaller than a cell the one that it lies in."""
        there = QgsGeometry(area)
        try:
            there.transform(QgsCoordinateTransform(SWEREF99TM, self.crs, self.transforms))
        except QgsCsException:
            return Values(np.empty(0), np.empty((0, 2)), 1.0)
        box = there.boundingBox()
        (left, top), (right, bottom) = self._cells(
            np.array([(box.xMinimum(), box.yMaximum()), (box.xMaximum(), box.yMinimum())])
        )
        first, last = np.floor([left, top]).astype(int), np.ceil([right, bottom]).astype(int)
        inner_first, inner_last = np.maximum(first, 0), np.minimum(last, [self._width, self._height])
        size = inner_last - inner_first
        if (size <= 0).any():
            return Values(np.empty(0), np.empty((0, 2)), 1.0)
        if size.prod() > _MOST_CELLS:
            raise QgsProcessingException(
                tr("The raster for {role} is too fine to be read over the whole plan.").format(role=self.role)
            )
        values = self._read(inner_first, size)
        xy = self._middles(inner_first, size)
        rows = within(there, xy)
        if not len(rows):
            place = middle(there)[None, :]
            return Values(self._at(place), transform_xy(place, self.crs, SWEREF99TM, self.transforms), 0.0)
        outside = self._share_outside(there)
        back = transform_xy(xy[rows], self.crs, SWEREF99TM, self.transforms)
        return Values(values.ravel()[rows], back, outside)

    def at(self, xy: np.ndarray) -> np.ndarray:
        """Values (n) at points (n, 2) in SWEREF 99 TM; NaN where the raster says nothing."""
        return self._at(transform_xy(xy, SWEREF99TM, self.crs, self.transforms))

    def _at(self, xy: np.ndarray) -> np.ndarray:
        found = np.full(len(xy), np.nan)
        known = np.isfinite(xy).all(1)
        cells = np.full((len(xy), 2), -1)
        cells[known] = np.floor(self._cells(xy[known])).astype(int)
        on = (cells >= 0).all(1) & (cells < [self._width, self._height]).all(1)
        if not on.any():
            return found
        first = cells[on].min(0)
        size = cells[on].max(0) - first + 1
        if size.prod() <= _MOST_CELLS:
            window = self._read(first, size)
            column, row = (cells[on] - first).T
            found[on] = window[row, column]
        else:
            found[on] = [self._read(cell, np.array([1, 1]))[0, 0] for cell in cells[on]]
        return found

    @property
    def _width(self) -> int:
        return self.dataset.RasterXSize

    @property
    def _height(self) -> int:
        return self.dataset.RasterYSize

    def _cells(self, xy: np.ndarray) -> np.ndarray:
        """Column and row (n, 2), with fractions, of coordinates in the raster's system."""
        x0, width, _, y0, _, height = self.dataset.GetGeoTransform()
        return (xy - (x0, y0)) / (width, height)

    def _middles(self, first: np.ndarray, size: np.ndarray) -> np.ndarray:
        x0, width, _, y0, _, height = self.dataset.GetGeoTransform()
        x = x0 + (first[0] + np.arange(size[0]) + 0.5) * width
        y = y0 + (first[1] + np.arange(size[1]) + 0.5) * height
        return np.stack(np.meshgrid(x, y), -1).reshape(-1, 2)

    def _read(self, first: np.ndarray, size: np.ndarray) -> np.ndarray:
        band = self.dataset.GetRasterBand(1)
        read = or_none(band.ReadAsArray, int(first[0]), int(first[1]), int(size[0]), int(size[1]))
        if read is None:
            raise QgsProcessingException(
                tr("The raster for {role} is damaged: its cells cannot be read. Fetch it again.").format(role=self.role)
            )
        values = read.astype(float)
        nothing = band.GetNoDataValue()
        if nothing is not None:
            values[values == nothing] = np.nan
        return values * (band.GetScale() or 1.0) + (band.GetOffset() or 0.0)

    def _share_outside(self, area: QgsGeometry) -> float:
        x0, width, _, y0, _, height = self.dataset.GetGeoTransform()
        corners = sorted((x0, x0 + width * self._width)), sorted((y0, y0 + height * self._height))
        wkt = "POLYGON(({0} {2}, {1} {2}, {1} {3}, {0} {3}, {0} {2}))".format(*corners[0], *corners[1])
        covered = area.intersection(QgsGeometry.fromWkt(wkt)).area()
        return max(0.0, 1 - covered / area.area()) if area.area() else 0.0


def read_raster(
    dataset: gdal.Dataset, crs: QgsCoordinateReferenceSystem, bound: Bound, day: str, transforms
) -> RasterData:
    """The raster, ready for questions. Raises QgsProcessingException where nobody can tell where its cells lie."""
    if not crs.isValid():
        raise QgsProcessingException(
            tr("The layer for {role} has no coordinate reference system. Set it in the layer's properties.").format(
                role=bound.role
            )
        )
    _, _, skew_x, _, skew_y, _ = dataset.GetGeoTransform()
    if skew_x or skew_y:
        text = tr("The raster for {role} is turned; make it north up first.")
        raise QgsProcessingException(text.format(role=bound.role))
    path = Path(dataset.GetDescription())
    stamp = f"{path}:{path.stat().st_size}:{path.stat().st_mtime_ns}" if path.is_file() else str(path)
    return RasterData(bound.role, shown_name(bound), day, stamp, crs, dataset, transforms)
