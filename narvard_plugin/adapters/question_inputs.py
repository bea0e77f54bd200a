"""What a ready-made question is asked with, from the workspace: its layers, filtered, and areas with their statistics."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from typing import NamedTuple, Optional

import pandas as pd
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer

from ..i18n import tr
from ..store.schema import Table
from ..store.workspace import open_workspace
from .dock_symbols import vector_layer
from .live_scenario import STORED
from .outputs import Column, fields_of

#: Custom property of the layers that are made for questions, so that they are found again and replaced.
MADE_FOR, MADE_AT = "narvard/question_input", "narvard/question_read"

_EMERGENCY = "'universitetssjukhus', 'lanssjukhus', 'lansdelssjukhus'"
#: Which table an input is, and which of its rows; ``{}`` is filled in from the workspace.
_TABLES = {
    "people": ("people", ""),
    "facilities": ("facilities", ""),
    "services": ("services", ""),
    "capacity": ("capacity", ""),
    "changes": ("scenario_changes", ""),
    "listings": ("listings", "\"date\" = '{listed}'"),
    "forecasts": ("forecasts", "\"forecast\" = '{forecast}'"),
    "stations": ("facilities", '"type" = \'ambulansstation\' AND "closed" IS NULL'),
    "hospitals": ("facilities", f'"type" IN ({_EMERGENCY}) AND "closed" IS NULL'),
}
AREAS_OWN, AREAS_ALL = "areas_own", "areas_all"
_TABLES_OF_AREAS = ("areas", "statistics", "need_index")


class Areas(NamedTuple):
    """Small areas of the newest vintage with a column for each statistic's newest year, and for the first year (name_year)."""

    rows: pd.DataFrame
    wkb: list
    first_year: Optional[int]
    last_year: Optional[int]


class Told(NamedTuple):
    """One source: what it is called, the date of its data, and the tables that it fed ("" = it does not say)."""

    name: str
    day: str
    fed: frozenset


class Ground(NamedTuple):
    """What is read of a workspace to ask with: ``sources`` as QGIS opens them, ``counts`` of rows, and the words of filters."""

    region: str
    sources: Mapping[str, str]
    counts: Mapping[str, int]
    filters: Mapping[str, str]
    areas: Areas
    told_sources: list[Told]
    tables: Mapping[str, Table]
    read_at: str
    scenario_years: Mapping[str, int]

    def sources_of(self, inputs: Iterable[str]) -> list[tuple[str, str]]:
        """Name and date of the sources that fed what is asked with; one that does not say what it fed is named too."""
        used = set().union(
            *(_TABLES_OF_AREAS if one in (AREAS_OWN, AREAS_ALL) else _TABLES.get(one, ())[:1] for one in inputs)
        )
        return list(
            dict.fromkeys((one.name, one.day) for one in self.told_sources if one.fed & used or one.fed == {""})
        )

    def has(self, name: str) -> bool:
        """Whether the input can be filled in."""
        if name in (AREAS_OWN, AREAS_ALL):
            return len(self.areas.rows) > 0
        if name in _TABLES:
            table, _ = _TABLES[name]
            return self.counts[table] > 0
        return name in ("region", "year", "scenario", "first_year", "last_year", "network")


def read_ground(workspace: str) -> Ground:
    names = sorted({table for table, _ in _TABLES.values()})
    with open_workspace(workspace, writable=False) as opened:
        read = {name: opened.read(name) for name in (*names, *_TABLES_OF_AREAS, "scenarios", "sources")}
        sources = {name: opened.layer_source(name) for name in names}
        region, tables = opened.region, dict(opened.tables)
    filters = {"listed": _last(read["listings"], "date"), "forecast": _last(read["forecasts"], "forecast")}
    told = [
        Told(str(row["name"]), str(row["data_date"] or "")[:10], frozenset((row["fed"] or "").split(";")))
        for row in read["sources"].fillna("").to_dict("records")
    ]
    counts = {name: len(rows) for name, rows in read.items()}
    return Ground(
        region, sources, counts, filters, _areas(read), list(dict.fromkeys(told)), tables, str(time.time_ns()),
        read["scenarios"].dropna(subset=["year"]).set_index("scenario")["year"].astype(int).to_dict(),
    )  # fmt: skip


def input_layer(ground: Ground, name: str) -> QgsVectorLayer:
    """The layer of an input in the project, made once for each reading; the layer tree does not show it."""
    project = QgsProject.instance()
    made = [one for one in project.mapLayers().values() if one.customProperty(MADE_FOR) == name]
    for layer in made:
        if layer.customProperty(MADE_AT) == ground.read_at:  # a dialog that stands open may hold it
            return layer
    if name in (AREAS_OWN, AREAS_ALL):
        layer = _area_layer(ground, own=name == AREAS_OWN)
    else:
        table, where = _TABLES[name]
        subset = where.format(**{key: value.replace("'", "''") for key, value in ground.filters.items()})
        spoken = QgsApplication.locale()
        layer = vector_layer(ground.sources[table], _titles()[name], subset, ground.tables[table], spoken)
    layer.setCustomProperty(MADE_FOR, name)
    layer.setCustomProperty(MADE_AT, ground.read_at)
    project.removeMapLayers([one.id() for one in made])
    project.addMapLayer(layer, False)
    return layer


def _titles() -> dict[str, str]:
    return {
        "people": tr("People (workspace)"),
        "facilities": tr("Facilities (workspace)"),
        "services": tr("Services (workspace)"),
        "capacity": tr("Capacity (workspace)"),
        "changes": tr("Changes of scenarios (workspace)"),
        "listings": tr("Listings (workspace)"),
        "forecasts": tr("Forecasts (workspace)"),
        "stations": tr("Ambulance stations (workspace)"),
        "hospitals": tr("Hospitals that receive (workspace)"),
    }


def _areas(read: Mapping[str, pd.DataFrame]) -> Areas:
    areas = read["areas"]
    areas = areas[areas["area_code"].str.len() > 4]
    if areas.empty:
        return Areas(areas, [], None, None)
    statistics = read["statistics"]
    valued = statistics[statistics["value"].notna()]
    last = valued.groupby("vintage")["year"].max()
    vintage = max(areas["vintage"].unique(), key=lambda one: (last.get(one, 0), one))
    chosen = areas[areas["vintage"] == vintage]
    of = valued[valued["vintage"] == vintage]
    rows = chosen[["area_code", "vintage", "name", "municipality", "region"]].reset_index(drop=True)
    years = (int(of["year"].min()), int(of["year"].max())) if len(of) else (None, None)
    columns = {}
    for year, suffix in ((years[1], ""), (years[0], f"_{years[0]}")):
        wide = of[of["year"] == year].pivot(index="area_code", columns="variable", values="value")
        for name in wide.columns:
            columns[f"{name}{suffix}"] = wide[name].reindex(rows["area_code"]).to_numpy(float)
    need = read["need_index"]
    need = need[(need["level"] == "area") & need["value"].notna()].sort_values("date")
    for (measure, scale), part in need.groupby(["measure", "scale"]):
        newest = part.drop_duplicates("code", keep="last").set_index("code")["value"]
        columns[f"{measure}_{scale}"] = newest.reindex(rows["area_code"]).to_numpy(float)
    if "population" not in columns:
        columns["population"] = chosen["population"].to_numpy(float)
    return Areas(pd.concat([rows, pd.DataFrame(columns)], axis=1), chosen["geom"].tolist(), *years)


def _area_layer(ground: Ground, own: bool) -> QgsVectorLayer:
    areas = ground.areas
    name = tr("Areas with statistics (own region)") if own else tr("Areas with statistics")
    layer = QgsVectorLayer("MultiPolygon", name, "memory")
    layer.setCrs(QgsCoordinateReferenceSystem(STORED))
    texts = ("area_code", "vintage", "name", "municipality", "region")
    columns = [Column(one, "text" if one in texts else "real") for one in areas.rows.columns]
    layer.dataProvider().addAttributes(list(fields_of(columns)))
    layer.updateFields()
    features = []
    for row, wkb in zip(areas.rows.itertuples(index=False), areas.wkb):
        if own and row.region != ground.region:
            continue
        feature = QgsFeature(layer.fields())
        geometry = QgsGeometry()
        geometry.fromWkb(wkb or b"")
        feature.setGeometry(geometry)
        feature.setAttributes([None if pd.isna(value) else value for value in row])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def _last(rows: pd.DataFrame, column: str) -> str:
    known = rows[column].dropna()
    return "" if known.empty else str(known.max())
