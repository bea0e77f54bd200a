"""The exchange file on disk: a GeoPackage written beside and renamed when whole, and read without trusting it."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pandas as pd
from osgeo import gdal, ogr, osr

from ..core import exchange
from ..core.exchange import DAY, FACILITIES, INTEGER, REAL, TABLES, TEXT, ExchangeError, Header, X, Y
from ..gdal_answers import close, or_none, told_of
from ..store.geometry import xy_from_wkb
from ..store.register import TABLES as REGISTER
from ..whole_files import name_beside, take_away
from .facility_files import read_table

_LIST = "exchange"
_KINDS = {TEXT: ogr.OFTString, DAY: ogr.OFTString, INTEGER: ogr.OFTInteger64, REAL: ogr.OFTReal}
_SRID = 3006
_BESIDE = "GDAL_PAM_ENABLED"
_BLOCK = 2000
_LITTLE_SPACE = 1 << 20  # bytes
_LARGEST = 2 << 30  # bytes; no region's register comes near
_DOC = (
    "Utbytesfil mellan regioner, version 1 (Närvård). Tabellen exchange har en rad per tabell: format, version, region (länskod), "
    "date (den dag uppgifterna gäller), licence, contact, plugin_version, minimum (minsta antal personer som redovisas), "
    "table_name, row_count och sha256. facilities, services, capacity och (om den lämnas) people har de kolumner som avtalats; "
    "punkter i SWEREF 99 TM (EPSG:3006), avrundade till millimeter. sha256 räknas över huvudet och tabellens rader som "
    "kanonisk JSON i sorterad ordning: en ändrad eller skadad fil tas inte emot. Små tal är skyddade."
)  # fmt: skip


def write_exchange(
    path: Path, header: Header, tables: Mapping[str, pd.DataFrame], cancelled: Callable[[], bool] = lambda: False
) -> bool:
    """Write the file, instead of what stands at ``path``; False where it was ``cancelled`` and nothing was changed.

    Raises ``OSError`` where the place cannot be written.
    """
    unfinished = name_beside(path)
    try:
        if not _write(unfinished, header, tables, cancelled):
            return False
        _check_written(unfinished)
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(unfinished, path)
    finally:
        take_away(unfinished)
    return True


def _check_written(path: Path) -> None:
    """Read back what was written: GDAL says nothing of a disk that filled up while it closed the file."""
    try:
        read_exchange(path)
    except ExchangeError as error:
        full = shutil.disk_usage(path.parent).free < _LITTLE_SPACE
        number = errno.ENOSPC if full else errno.EIO
        raise OSError(number, os.strerror(number), str(path)) from error


def _write(path: Path, header: Header, tables, cancelled) -> bool:
    with told_of(path):
        file = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
        if file is None:
            raise OSError(None, gdal.GetLastErrorMsg() or "GDAL", str(path))
        try:
            return _fill(file, header, tables, cancelled)
        finally:
            close(file)


def _fill(file, header: Header, tables, cancelled) -> bool:
    file.SetMetadataItem("TITLE", f"Närvård: utbytesfil {header.region} {header.date}")
    file.SetMetadataItem("FORMAT", _DOC)
    sums = [
        {
            "table_name": name,
            "row_count": len(rows),
            "sha256": exchange.checksum(header, name, rows),
            **header._asdict(),
        }
        for name, rows in tables.items()
    ]
    kinds = {name: INTEGER if name in ("version", "minimum", "row_count") else TEXT for name in sums[0]}
    _add_table(file, _LIST, _DOC, kinds, {}, pd.DataFrame(sums), False, cancelled)
    for name, rows in tables.items():
        table = REGISTER[name]
        labels = {column.name: column.label_sv for column in table.columns}
        if not _add_table(
            file, name, table.label_sv, TABLES[name].columns, labels, rows, TABLES[name].points, cancelled
        ):
            return False
    file.FlushCache()
    return True


def _add_table(file, name, description, kinds, labels, rows: pd.DataFrame, points: bool, cancelled) -> bool:
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(_SRID)
    shape = ogr.wkbPoint if points else ogr.wkbNone
    layer = file.CreateLayer(name, srs if points else None, shape, [f"DESCRIPTION={description}"])
    for column, kind in kinds.items():
        field = ogr.FieldDefn(column, _KINDS[kind])
        field.SetAlternativeName(labels.get(column, ""))
        layer.CreateField(field)
    layer.StartTransaction()
    columns = [exchange.as_kind(rows[column], kind) for column, kind in kinds.items()]
    places = list(zip(rows[X], rows[Y])) if points else [None] * len(rows)
    for at, (place, *values) in enumerate(zip(places, *columns)):
        if at % _BLOCK == 0 and cancelled():
            layer.CommitTransaction()  # the file is thrown away; of one without its tables GDAL 3.10 could not close it
            return False
        feature = ogr.Feature(layer.GetLayerDefn())
        for index, value in enumerate(values):
            if value is not None:
                feature.SetField(index, value)
        if points and np.isfinite(place).all():
            point = ogr.Geometry(ogr.wkbPoint)
            point.AddPoint_2D(float(place[0]), float(place[1]))
            feature.SetGeometryDirectly(point)
        if layer.CreateFeature(feature) != ogr.OGRERR_NONE:
            raise OSError(None, gdal.GetLastErrorMsg(), file.GetDescription())
    layer.CommitTransaction()
    return True


def is_exchange(path: Path) -> bool:
    """Whether an exchange file, of whatever version, stands at ``path``."""
    with _opened(path) as file:
        layer = file.GetLayerByName(_LIST) if file is not None else None
        return layer is not None and layer.GetLayerDefn().GetFieldIndex("format") >= 0


@contextmanager
def _opened(path: Path):
    """GDAL's file, None where it is none; since 3.10 closing one with a title writes an .aux.xml beside it unless told not to."""
    before = gdal.GetThreadLocalConfigOption(_BESIDE)
    gdal.SetThreadLocalConfigOption(_BESIDE, "NO")
    file = or_none(ogr.GetDriverByName("GPKG").Open, str(path))
    try:
        yield file
    finally:
        if file is not None:
            close(file)
        gdal.SetThreadLocalConfigOption(_BESIDE, before)


def read_exchange(path: Path) -> tuple[Header, dict[str, pd.DataFrame]]:
    """The header and the tables, each checked against its checksum. Raises ``ExchangeError``."""
    if path.stat().st_size > _LARGEST:
        raise ExchangeError("large", megabytes=path.stat().st_size >> 20)
    with path.open("rb") as opened:
        if not opened.read(16).startswith(b"SQLite format 3"):
            raise ExchangeError("format")
    try:
        header, sums, tables = _read(path)
    except RuntimeError as error:  # GDAL's, of a file that is damaged within
        raise ExchangeError("format") from error
    exchange.check_tables(header, sums, tables)
    return header, tables


def _read(path: Path):
    with _opened(path) as file:
        if file is None:
            raise ExchangeError("format")
        found = {file.GetLayer(at).GetName() for at in range(file.GetLayerCount())}
        if _LIST not in found:
            raise ExchangeError("format")
        header, sums = exchange.read_header(_rows(file.GetLayerByName(_LIST)))
        tables = {name: _table(file.GetLayerByName(name), name) for name in TABLES if name in found}
    return header, sums, tables


def _rows(layer) -> list[dict]:
    return [feature.items() for feature in layer]


def _table(layer, name: str) -> pd.DataFrame:
    definition = layer.GetLayerDefn()
    names = [definition.GetFieldDefn(at).GetName() for at in range(definition.GetFieldCount())]
    exchange.check_columns(name, names)
    agreed = TABLES[name]
    srs = layer.GetSpatialRef()
    if agreed.points and (srs is None or srs.GetAuthorityCode(None) != str(_SRID)):
        raise ExchangeError("crs", table=name, found=srs.GetName() if srs is not None else "–")
    at = {column: names.index(column) for column in agreed.columns}
    rows, places = [], []
    for feature in layer:
        rows.append([feature.GetField(index) for index in at.values()])
        geometry = feature.GetGeometryRef()
        places.append(None if geometry is None else bytes(geometry.ExportToIsoWkb(ogr.wkbNDR)))
    table = pd.DataFrame(rows, columns=list(at), dtype=object)
    for column, kind in agreed.columns.items():
        table[column] = _typed(table[column], kind, name)
    if agreed.points:
        table[X], table[Y] = _coordinates(places, name)
    return table


def _coordinates(places, table: str):
    if any(place is not None and (len(place) != 21 or place[1] != 1) for place in places):
        raise ExchangeError("points", table=table)
    return xy_from_wkb(np.array([*places, None], object)[:-1])


def _typed(values: pd.Series, kind: str, table: str) -> pd.Series:
    """Values of one column as its kind; anything else is not what was agreed."""
    try:
        typed = exchange.as_kind(values, kind)
    except (TypeError, ValueError, OverflowError) as error:
        value = next(one for one in values if not _is_of_kind(one, kind))
        raise ExchangeError("values", table=table, column=values.name, kind=kind, value=str(value)) from error
    return pd.Series(typed, dtype=object, index=values.index)


def _is_of_kind(value, kind: str) -> bool:
    try:
        exchange.as_kind(pd.Series([value], dtype=object), kind)
    except (TypeError, ValueError, OverflowError):
        return False
    return True


def read_csv(path: Path) -> pd.DataFrame:
    """Facilities from a CSV file with the agreed columns, x and y in EPSG:3006: a simpler form, without header and checksum.

    A file without rows, or with rows that are too long, is refused: its rows stand instead of the region's. Raises
    `FileProblem` too.
    """
    told = read_table(path)
    agreed = TABLES[FACILITIES]
    exchange.check_columns(FACILITIES, told.header)
    missing = [name for name in (X, Y) if name not in told.header]
    if missing:
        raise ExchangeError("columns", table=FACILITIES, names=missing)
    rows = [(at, [cell.strip() for cell in row]) for at, row in enumerate(told.rows, 1) if any(map(str.strip, row))]
    if not rows:
        raise ExchangeError("no_rows")
    long = [at for at, row in rows if any(row[len(told.header) :])]
    if long:
        raise ExchangeError("cells", rows=long)
    places = [told.header.index(name) for name in agreed.names]
    table = pd.DataFrame([[row[at] or None for at in places] for _, row in rows], columns=agreed.names, dtype=object)
    for column in agreed.names:
        kind = agreed.columns.get(column, REAL)
        values = table[column] if kind != REAL else table[column].str.replace(",", ".", regex=False)
        table[column] = _typed(values, kind, FACILITIES)
    half = table["facility_id"][table[X].isna() != table[Y].isna()].tolist()
    if half:
        raise ExchangeError("half", ids=half)
    table[X], table[Y] = (exchange.rounded(table[column].astype(float)) for column in (X, Y))
    return table
