"""The one layer that the demonstration makes itself: people aged 80 or more per square kilometre."""

from __future__ import annotations

from pathlib import Path

from osgeo import gdal

from .places import Data

_NAME = "aldre_per_ruta"
_SQL = (
    "SELECT s.geom, s.origin_id, p.population, p.age_80_84 + p.age_85_plus AS age_80_plus, s.source "
    "FROM squares_1km s JOIN people_1km p USING (origin_id)"
)


def path_of(data: Data) -> Path:
    return data.network.parent / f"{_NAME}.gpkg"


def write(data: Data) -> None:
    gdal.UseExceptions()
    options = gdal.VectorTranslateOptions(
        SQLStatement=_SQL, layerName=_NAME, format="GPKG", geometryType="MULTIPOLYGON"
    )
    path_of(data).unlink(missing_ok=True)
    gdal.VectorTranslate(str(path_of(data)), str(data.layers), options=options)
