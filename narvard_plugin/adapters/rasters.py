"""Grids of cells as GeoTIFF files and as polygons."""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsProcessingException

from ..core.network.cells import Grid
from ..i18n import tr
from ..whole_files import name_beside, take_away

NO_DATA = -9999.0


def write_geotiff(
    path: str, grid: Grid, values: np.ndarray, crs: QgsCoordinateReferenceSystem, what: str, about: list[str]
) -> None:
    """Write ``values`` (rows, columns; not finite = no data) as Float32 in a band called ``what``.

    An interrupted write leaves what was there before.
    """
    target = Path(path)
    unfinished = name_beside(target)
    driver = gdal.GetDriverByName("GTiff")
    gdal.ErrorReset()
    try:
        dataset = driver.Create(
            str(unfinished),
            grid.columns,
            grid.rows,
            1,
            gdal.GDT_Float32,
            ["COMPRESS=DEFLATE", "TILED=YES", "PREDICTOR=3"],
        )
        if dataset is None:
            raise _unwritable(path, gdal.GetLastErrorMsg())
        dataset.SetGeoTransform((grid.left, grid.size, 0, grid.top, 0, -grid.size))
        dataset.SetProjection(crs.toWkt())
        dataset.SetMetadata({"TIFFTAG_IMAGEDESCRIPTION": "\n".join(about)})
        band = dataset.GetRasterBand(1)
        band.SetNoDataValue(NO_DATA)
        band.SetDescription(what)
        band.WriteArray(np.where(np.isfinite(values), values, NO_DATA).astype(np.float32))
        if np.isfinite(values).any():
            band.ComputeStatistics(False)
        band = dataset = None  # closes the file, and only then is all of it written
        if gdal.GetLastErrorType() >= gdal.CE_Failure:  # as on a full disk; no call says so by itself
            raise _unwritable(path, gdal.GetLastErrorMsg())
        os.replace(unfinished, target)
        for sidecar in (".aux.xml", ".ovr"):  # of an earlier raster with this name
            Path(f"{target}{sidecar}").unlink(missing_ok=True)
    except (OSError, RuntimeError) as error:
        raise _unwritable(path, error) from error
    finally:
        take_away(unfinished)


def _unwritable(path, reason) -> QgsProcessingException:
    return QgsProcessingException(
        tr("The raster {path} cannot be written: {reason}. Choose another file.").format(path=path, reason=reason)
    )


def zone_polygons(grid: Grid, zones: np.ndarray) -> dict[int, QgsGeometry]:
    """One valid MultiPolygon, holes included, for every zone number ≥ 0 of ``zones`` (rows, columns)."""
    memory = gdal.GetDriverByName("MEM").Create("", grid.columns, grid.rows, 1, gdal.GDT_Int32)
    memory.SetGeoTransform((grid.left, grid.size, 0, grid.top, 0, -grid.size))
    band = memory.GetRasterBand(1)
    band.WriteArray(zones.astype(np.int32))
    band.SetNoDataValue(-1)
    shapes = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = shapes.CreateLayer("zones", osr.SpatialReference(), ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("zone", ogr.OFTInteger))
    gdal.Polygonize(band, band.GetMaskBand(), layer, 0)
    parts = defaultdict(list)
    for shape in layer:
        parts[shape.GetField(0)].append(_geometry(shape.GetGeometryRef()))
    return {zone: _multipolygon(polygons) for zone, polygons in sorted(parts.items())}


def _geometry(shape) -> QgsGeometry:
    geometry = QgsGeometry()
    geometry.fromWkb(bytes(shape.ExportToWkb()))
    return geometry


def _multipolygon(polygons: list[QgsGeometry]) -> QgsGeometry:
    """The polygons as one; rings that touch themselves at a corner are taken apart there."""
    whole = QgsGeometry.collectGeometry(polygons)
    if not whole.isGeosValid():
        whole = QgsGeometry.unaryUnion([polygon.makeValid() for polygon in polygons])
    whole.convertToMultiType()
    return whole
