"""The sample county's tables as files: a GeoPackage of layers, a timetable feed, plan cases, and data gone wrong."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Optional

import numpy as np
import pandas as pd
from osgeo import ogr, osr

_SRID = 3006
_DATE_COLUMNS = {"date", "source_date", "status_date", "start", "answer_by", "received", "noticed", "answered"}
# A zip entry needs a time of its own; a fixed one lets the same county give the same bytes.
_ZIP_TIME = (2024, 12, 31, 0, 0, 0)
_BOM = "utf-8-sig"  # so that a spreadsheet reads å, ä and ö


class LayerFile:
    """One GeoPackage that layers and tables are added to, each in one transaction; use it in ``with``."""

    def __init__(self, path: Path):
        self._data = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
        if self._data is None:
            raise OSError(f"{path}")
        self._crs = osr.SpatialReference()
        self._crs.ImportFromEPSG(_SRID)

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self._data = None

    def add(
        self, name: str, title: str, rows: pd.DataFrame, kind: int = ogr.wkbNone, wkb: Iterable[bytes] = ()
    ) -> None:
        """Add ``rows`` as the layer ``name``; ``wkb`` holds one geometry of the OGR type ``kind`` per row."""
        options = ["FID=fid", f"IDENTIFIER={title}"]
        if kind == ogr.wkbNone:
            options.append("ASPATIAL_VARIANT=GPKG_ATTRIBUTES")
        layer = self._data.CreateLayer(name, self._crs if kind != ogr.wkbNone else None, kind, options)
        columns = []
        for column in rows.columns:
            layer.CreateField(ogr.FieldDefn(column, _field_type(rows[column])))
            columns.append(_plain(rows[column]))
        shapes = iter(wkb) if kind != ogr.wkbNone else None
        definition = layer.GetLayerDefn()
        layer.StartTransaction()
        for values in zip(*columns):
            feature = ogr.Feature(definition)
            for field, value in enumerate(values):
                if value is not None:
                    feature.SetField(field, value)
            if shapes is not None:
                feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(next(shapes)))
            if layer.CreateFeature(feature) != ogr.OGRERR_NONE:
                raise OSError(f"{name}")
        layer.CommitTransaction()


def point_wkb(xy: np.ndarray) -> list[bytes]:
    """WKB of points, shape (n, 2)."""
    raw = np.ascontiguousarray(xy, dtype="<f8").tobytes()
    head = struct.pack("<BI", 1, 1)
    return [head + raw[i : i + 16] for i in range(0, len(raw), 16)]


def line_wkb(xy: np.ndarray, start: np.ndarray) -> Iterable[bytes]:
    """WKB of lines: line i has the vertices xy[start[i]:start[i + 1]]."""
    raw = np.ascontiguousarray(xy, dtype="<f8").tobytes()
    for first, last in zip(start[:-1].tolist(), start[1:].tolist()):
        yield struct.pack("<BII", 1, 2, last - first) + raw[16 * first : 16 * last]


def multipolygon_wkb(polygons: Sequence[Sequence[np.ndarray]]) -> bytes:
    """WKB of one multipolygon: polygons of closed rings, the outer one first."""
    parts = [struct.pack("<BII", 1, 6, len(polygons))]
    for rings in polygons:
        parts.append(struct.pack("<BII", 1, 3, len(rings)))
        for ring in rings:
            parts.append(struct.pack("<I", len(ring)) + np.ascontiguousarray(ring, dtype="<f8").tobytes())
    return b"".join(parts)


def square_wkb(xy: np.ndarray, side: float) -> Iterable[bytes]:
    """WKB of multipolygons that are squares around their centres, shape (n, 2)."""
    corners = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)]) * side / 2
    return (multipolygon_wkb([[centre + corners]]) for centre in np.asarray(xy, dtype=float))


def write_feed(path: Path, tables: dict[str, pd.DataFrame]) -> None:
    """A GTFS feed: one .txt per table in a zip whose bytes depend on the tables alone."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, table in tables.items():
            entry = zipfile.ZipInfo(f"{name}.txt", date_time=_ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, table.to_csv(index=False, lineterminator="\r\n"))


def write_csv(path: Path, table: pd.DataFrame) -> None:
    """A table with semicolons and a mark that it is UTF-8, as Swedish spreadsheets write them."""
    table.to_csv(path, index=False, sep=";", encoding=_BOM, lineterminator="\r\n")


def _field_type(values: pd.Series) -> int:
    if values.name in _DATE_COLUMNS:
        return ogr.OFTDate
    if pd.api.types.is_bool_dtype(values.dtype) or pd.api.types.is_integer_dtype(values.dtype):
        return ogr.OFTInteger64
    return ogr.OFTReal if pd.api.types.is_float_dtype(values.dtype) else ogr.OFTString


def _plain(values: pd.Series) -> list[Optional[object]]:
    """Python values, None where missing or blank."""
    if pd.api.types.is_bool_dtype(values.dtype):
        values = values.astype(int)
    plain = values.astype(object).to_numpy(copy=True)
    plain[values.isna().to_numpy()] = None
    return [None if value == "" else value for value in plain.tolist()]
