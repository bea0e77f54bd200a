"""What the demonstration computes itself, as layers: need and minutes per area, and the oldest per square."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
from osgeo import gdal, ogr

from .steps import REGION, Data

AREAS, OLDEST = "behov_och_restid", "aldre_per_ruta"
_OLDEST_SQL = (
    "SELECT s.geom, s.origin_id, p.population, p.age_80_84 + p.age_85_plus AS age_80_plus, s.source "
    "FROM squares_1km s JOIN people_1km p USING (origin_id)"
)


def path_of(data: Data, name: str) -> Path:
    return data.network.parent / f"{name}.gpkg"


def write(data: Data, areas: pd.DataFrame) -> None:
    """``areas`` by area code, joined to the region's polygons; and people aged 80 or more per square kilometre."""
    _select(data, AREAS, f"SELECT geom, area_code, source FROM areas WHERE region = '{REGION}'")
    _add_columns(path_of(data, AREAS), areas)
    _select(data, OLDEST, _OLDEST_SQL)


def _select(data: Data, name: str, sql: str) -> None:
    gdal.UseExceptions()
    options = gdal.VectorTranslateOptions(SQLStatement=sql, layerName=name, format="GPKG", geometryType="MULTIPOLYGON")
    path = path_of(data, name)
    path.unlink(missing_ok=True)
    gdal.VectorTranslate(str(path), str(data.layers), options=options)


def _add_columns(path: Path, rows: pd.DataFrame) -> None:
    source = ogr.Open(str(path), update=1)
    layer = source.GetLayer(0)
    for name in rows:
        layer.CreateField(ogr.FieldDefn(name, _field_type(rows[name])))
    layer.StartTransaction()
    for feature in layer:
        for name, value in rows.loc[feature["area_code"]].items():
            if not pd.isna(value):
                feature[name] = value.item() if isinstance(value, np.generic) else value
        layer.SetFeature(feature)
    layer.CommitTransaction()


def _field_type(values: pd.Series) -> int:
    if pd.api.types.is_integer_dtype(values.dtype):
        return ogr.OFTInteger
    return ogr.OFTReal if pd.api.types.is_float_dtype(values.dtype) else ogr.OFTString
