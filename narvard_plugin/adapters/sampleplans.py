"""The folder of the sample's plan documents: files as municipalities send them, and what the checklist measures against."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
from osgeo import gdal, ogr, osr

from ..core.sample.county import County
from ..core.sample.plan_cases import EARLY, LATE
from ..core.sample.plan_land import LAYERS_DATE, PlanLand, Raster
from ..core.sample.plan_papers import municipal_map, notice_letter, specification41
from .samplefiles import LayerFile, line_wkb, multipolygon_wkb, point_wkb

FOLDER = "planunderlag"
LAND, LAYERS = "granskningslager.gpkg", "granskningslager.json"
RASTERS = {"dem": "hojd.tif", "noise": "buller.tif"}
_NO_DATA = -9999.0
_VERSIONS = {"ekbacken": LATE, "ekhagen": EARLY}
#: Roles of the checklist that the county's own layers fill: layer, and the fields that have other names there.
_COUNTY_LAYERS = {
    "care": "facilities",
    "ambulance": "facilities",
    "helipads": "facilities",
    "roads": "roads",
    "deso": "areas",
}
_FIELDS = {"deso": {"index": "socioeconomic_index", "pop": "population"}}
_FILTERS = {"ambulance": "\"type\" = 'ambulansstation'", "helipads": "\"type\" = 'helikopterbas'"}


def write_plan_documents(folder: Path, county: County, layers: str) -> None:
    """Make ``folder`` with every file; ``layers`` is the name of the county's layers' file, beside the folder."""
    folder.mkdir()
    for name, plan_id in _VERSIONS.items():
        for stage, word in (("samråd", "samrad"), ("granskning", "granskning")):
            content = specification41(county.plans, county.drawings, plan_id, stage)
            _write_json(folder / f"{name}_{word}.json", content)
    municipality = county.plans.plans.set_index("plan_id").loc[LATE, "municipality"]
    _write_json(folder / "kommunens_planer.geojson", municipal_map(county.plans, municipality))
    (folder / "underrattelse_ekbacken.eml").write_bytes(notice_letter(county.plans).encode("utf-8"))
    _write_land(folder / LAND, county.plan_land)
    for role, file_name in RASTERS.items():
        _write_raster(folder / file_name, county.plan_land.rasters[role])
    _write_json(folder / LAYERS, _roles(county.plan_land, layers))


def _roles(land: PlanLand, layers: str) -> dict:
    """Role → source, as the parameter LAYERS of `reviewplan` takes it; paths are relative to the file that says so."""
    own = {role: f"{LAND}|layername={role}" for role in (*land.points, *land.lines, *land.areas, "heli_sectors")}
    rasters = dict(RASTERS)
    county = {role: f"../{layers}|layername={layer}" for role, layer in _COUNTY_LAYERS.items()}
    roles = {}
    for role, source in {**own, **rasters, **county}.items():
        roles[role] = {"source": source, "date": LAYERS_DATE}
        if role in _FILTERS:
            roles[role]["filter"] = _FILTERS[role]
        if role in _FIELDS:
            roles[role]["fields"] = _FIELDS[role]
    roles["capacity"] = {"source": "workspace:capacity", "date": LAYERS_DATE}
    return roles


def _write_land(path: Path, land: PlanLand) -> None:
    with LayerFile(path) as layers:
        for name, rows in land.points.items():
            layers.add(name, name, rows.drop(columns=["x", "y"]), ogr.wkbPoint, point_wkb(rows[["x", "y"]].to_numpy()))
        for name, (rows, lines) in land.lines.items():
            start = np.concatenate([[0], np.cumsum([len(line) for line in lines])]).astype(np.int64)
            vertices = np.concatenate(lines) if lines else np.zeros((0, 2))
            layers.add(name, name, rows, ogr.wkbLineString, line_wkb(vertices, start))
        for name, (rows, rings) in land.areas.items():
            layers.add(name, name, rows, ogr.wkbMultiPolygon, [multipolygon_wkb([[ring]]) for ring in rings])


def _write_raster(path: Path, raster: Raster) -> None:
    rows, columns = raster.values.shape
    options = ["COMPRESS=DEFLATE", "PREDICTOR=3", "TILED=YES"]
    data = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, 1, gdal.GDT_Float32, options)
    if data is None:
        raise OSError(f"{path}")
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(3006)
    data.SetProjection(crs.ExportToWkt())
    data.SetGeoTransform((raster.west, raster.cell_m, 0.0, raster.north, 0.0, -raster.cell_m))
    band = data.GetRasterBand(1)
    band.SetNoDataValue(_NO_DATA)
    band.WriteArray(np.where(np.isnan(raster.values), np.float32(_NO_DATA), raster.values))
    data.FlushCache()


def _write_json(path: Path, content: dict) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")


def register_geometry(table: pd.DataFrame, shapes: list) -> dict:
    """What `Workspace.write` takes beside ``table``: nothing, points, or areas."""
    if not shapes:
        return {}
    if np.ndim(shapes[0]) == 1:
        places = np.array(shapes, dtype=float)
        return {"xy": (places[:, 0], places[:, 1])}
    return {"wkb": [multipolygon_wkb([[ring] for ring in rings]) for rings in shapes]}
