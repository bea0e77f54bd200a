"""Indicators as the workspace holds them: which there are, at which levels, and their figures with date and source."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple, Optional

import numpy as np
import pandas as pd
from qgis.core import QgsGeometry

from ..core.access.capacity import LISTED, SPECIALIST, newest_values
from ..core.deso.vintage import DESO, MUNICIPALITY, REGION, REGSO, level_of
from ..core.indicators import MISSING, OK, OTHER, SHARE, Figure, Target, in_order, summed_up
from ..core.located import Text
from ..paths import bundled
from ..sources.facility_catalogue import municipalities
from ..store.workspace import open_workspace
from .reading import Cancelled

UNIT = "unit"
#: From the largest; a figure of one level is never shown on those after it.
LEVELS = (REGION, MUNICIPALITY, REGSO, DESO, UNIT)
LISTED_PER_GP, WAITING, WAITED = "listade_per_specialist", "waiting_times", "share_over_90d"
_TABLES = (
    "statistics",
    "need_index",
    "health_figures",
    "waiting_times",
    "capacity",
    "malvarde",
    "areas",
    "facilities",
    "sources",
)


class Known(NamedTuple):
    """What an indicator of ``indicators.json`` is called and counted in; ``kind`` says whether it can be summed up."""

    label: Text
    unit: Optional[Text]
    kind: str


class Indicator(NamedTuple):
    """One that the workspace has: ``table`` and ``code`` find its rows, ``detail`` tells two of one code apart."""

    table: str
    code: str
    detail: str = ""
    published: str = ""  # its name as the source wrote it


class Figures(NamedTuple):
    """The figures of one indicator at one level, largest first. ``published``: the levels that it is published for;
    ``targets`` that are decided for it; ``boxes``: (west, south, east, north) of the areas, in the workspace's system."""

    indicator: Indicator
    level: str
    rows: list[Figure]
    published: tuple
    targets: list[Target]
    boxes: Mapping[str, tuple]
    region: str


@cache
def known_indicators() -> dict[str, Known]:
    document = json.loads(bundled("resources", "data", "indicators.json").read_text(encoding="utf-8"))
    return {
        row["id"]: Known(Text(**row["label"]), Text(**row["unit"]) if "unit" in row else None, row["kind"])
        for row in document["indicators"]
    }


class IndicatorTables:
    """The tables of a workspace, read once."""

    def __init__(self, workspace: str, canceled: Callable[[], bool] = lambda: False):
        with open_workspace(workspace, writable=False) as opened:
            self.region = opened.region
            self.tables = {}
            for name in _TABLES:
                if canceled():
                    raise Cancelled
                self.tables[name] = opened.read(name)
        self._areas = _newest(self.tables["areas"])
        self._names = self._areas.set_index("area_code")["name"].to_dict()
        self.boxes = _boxes(self.tables["areas"], self.tables["facilities"])

    def indicators(self) -> list[Indicator]:
        """All there are, table by table, then those that only have a target."""
        tables, found = self.tables, []
        found += [Indicator("statistics", name) for name in sorted(tables["statistics"]["variable"].unique())]
        pairs = tables["need_index"][["measure", "scale"]].drop_duplicates().itertuples(index=False)
        found += [Indicator("need_index", measure, scale) for measure, scale in pairs]
        health = tables["health_figures"].drop_duplicates("indicator")
        found += [
            Indicator("health_figures", row.indicator, "", row.indicator_name or "") for row in health.itertuples()
        ]
        pairs = tables["waiting_times"][["specialty", "measure"]].drop_duplicates().itertuples(index=False)
        found += [Indicator(WAITING, specialty, measure) for specialty, measure in pairs]
        if {SPECIALIST, LISTED} <= set(tables["capacity"]["kind"]):
            found.append(Indicator("capacity", LISTED_PER_GP))
        here = {indicator.code for indicator in found}
        decided = tables["malvarde"]["indicator"].unique()
        return found + [Indicator("malvarde", code) for code in decided if code not in here]

    def figures(self, indicator: Indicator, level: str, neighbours: bool = False) -> Figures:
        """The indicator's figures at the ``level``: as published, else summed up from smaller areas where that is honest.

        Areas of the level without any figure are there with the status missing. Without ``neighbours`` only the own
        region's are.
        """
        by_level = _FIGURES[indicator.table](self, indicator)
        rows = by_level.get(level)
        if rows is None:
            rows = self._summed(indicator, by_level, level)
        rows = self._with_missing(rows, level, bool(by_level))
        shown = [row for row in rows if row.own or neighbours]
        return Figures(
            indicator, level, in_order(shown), tuple(one for one in LEVELS if one in by_level), self._targets(indicator),
            self.boxes, self.region,
        )  # fmt: skip

    def levels(self, indicator: Indicator) -> list[str]:
        """The levels that it can be shown at, from the largest."""
        by_level = _FIGURES[indicator.table](self, indicator)
        kind = kind_of(indicator)
        summed = {MUNICIPALITY, REGION} if kind != OTHER and ({DESO, REGSO, MUNICIPALITY} & set(by_level)) else set()
        return [level for level in LEVELS if level in by_level or level in summed] or [REGION]

    def _summed(self, indicator: Indicator, by_level: Mapping, level: str) -> list[Figure]:
        for smaller in (MUNICIPALITY, REGSO, DESO):
            if smaller in by_level and level in (REGION, MUNICIPALITY) and smaller != level:
                larger = {row.code: row.code[: 2 if level == REGION else 4] for row in by_level[smaller]}
                return summed_up(by_level[smaller], larger, self._names_of_larger, self.region, kind_of(indicator))
        return []

    @property
    def _names_of_larger(self) -> dict[str, str]:
        return {**municipalities(), **self._names}

    def _with_missing(self, rows: list[Figure], level: str, any_figure: bool) -> list[Figure]:
        """The rows, and the own region's areas of the level that have none."""
        have = {row.code for row in rows}
        own = self._areas[self._areas["region"] == self.region]
        codes = {
            MUNICIPALITY: own["municipality"].dropna().unique(),
            DESO: [code for code in own["area_code"] if level_of(code) == DESO],
            REGSO: [code for code in own["area_code"] if level_of(code) == REGSO],
        }.get(level, [])
        if not any_figure:  # only a target: there is nothing to rank
            return rows
        return [*rows, *(Figure(code, self.name_of(code), np.nan, MISSING) for code in codes if code not in have)]

    def name_of(self, code: str) -> str:
        return self._names.get(code) or municipalities().get(code) or code

    def _targets(self, indicator: Indicator) -> list[Target]:
        rows = self.tables["malvarde"]
        rows = rows[rows["indicator"] == indicator.code]
        return [
            Target(row.area_code, int(row.year), float(row.target), row.better, row.unit or "", row.decided_by or "")
            for row in rows.itertuples()
        ]

    def source_of(self, table: str) -> str:
        """Who published what the table holds, by the newest row of the sources that fed it."""
        sources = self.tables["sources"]
        fed = sources[sources["fed"] == table].sort_values("fetched")
        return "" if fed.empty else str(fed["publisher"].iloc[-1] or fed["name"].iloc[-1])

    def own(self, code: str) -> bool:
        return code[:2] == self.region


def kind_of(indicator: Indicator) -> str:
    if indicator.table == WAITING:
        return SHARE
    if indicator.table == "need_index" and indicator.detail == "points":
        return OTHER
    known = known_indicators().get(indicator.code)
    return known.kind if known and indicator.table in ("statistics", "need_index") else OTHER


def _statistics(tables: IndicatorTables, indicator: Indicator) -> dict[str, list[Figure]]:
    """By level, of the newest vintage and year that has any value."""
    every = tables.tables["statistics"]
    rows = every[every["variable"] == indicator.code]
    rows = rows.assign(level=rows["area_code"].map({code: level_of(code) for code in rows["area_code"].unique()}))
    found = {}
    for level, of_level in rows.groupby("level"):
        valued = of_level[of_level["value"].notna()]
        if level not in LEVELS or valued.empty:
            continue
        year = valued["year"].max()
        vintage = valued.loc[valued["year"] == year, "vintage"].max()
        people = every[(every["variable"] == "population") & (every["year"] == year) & (every["vintage"] == vintage)]
        weight = people.set_index("area_code")["value"].to_dict()
        chosen = of_level[(of_level["year"] == year) & (of_level["vintage"] == vintage)]
        found[level] = [
            Figure(row.area_code, tables.name_of(row.area_code), row.value, row.status or OK,
                   weight.get(row.area_code, np.nan), tables.own(row.area_code), str(year), tables.source_of("statistics"))
            for row in chosen.itertuples()
        ]  # fmt: skip
    return found


def _need(tables: IndicatorTables, indicator: Indicator) -> dict[str, list[Figure]]:
    rows = tables.tables["need_index"]
    rows = rows[(rows["measure"] == indicator.code) & (rows["scale"] == indicator.detail)]
    found: dict[str, list[Figure]] = {}
    names, regions = _units(tables)
    for row in _newest_rows(rows, ["level", "code"], "date").itertuples():
        unit = row.level == UNIT
        level = UNIT if unit else level_of(row.code)
        name = names.get(row.code, row.code) if unit else tables.name_of(row.code)
        own = regions.get(row.code) == tables.region if unit else tables.own(row.code)
        found.setdefault(level, []).append(
            Figure(
                row.code,
                name,
                row.value,
                row.status or OK,
                _real(row.population),
                own,
                _day(row.date),
                row.source or "",
            )
        )
    return found


def _health(tables: IndicatorTables, indicator: Indicator) -> dict[str, list[Figure]]:
    """Both sexes together where they are published, of all ages, the newest period; as published and never summed up."""
    rows = tables.tables["health_figures"]
    rows = rows[rows["indicator"] == indicator.code]
    for column, wished in (("sex", "T"), ("age", None)):
        if (rows[column] == wished).any():
            rows = rows[rows[column] == wished]
        elif rows[column].notna().any() and rows[column].isna().any():
            rows = rows[rows[column].isna()]
        elif rows[column].nunique() > 1:
            rows = rows[rows[column] == sorted(rows[column].dropna().unique())[0]]
    found: dict[str, list[Figure]] = {}
    for row in _newest_rows(rows, ["area_code"], "period").itertuples():
        level = {"district": MUNICIPALITY, "country": "country"}.get(row.area_level, row.area_level)
        name = tables.name_of(row.area_code)
        found.setdefault(level, []).append(
            Figure(
                row.area_code,
                name,
                row.value,
                row.status or OK,
                np.nan,
                tables.own(row.area_code),
                str(row.period),
                row.source or "",
            )
        )
    return found


def _waiting(tables: IndicatorTables, indicator: Indicator) -> dict[str, list[Figure]]:
    """Shares over 90 days in per cent, of the newest period; a region's is that of all who wait in it."""
    rows = tables.tables["waiting_times"]
    rows = rows[(rows["specialty"] == indicator.code) & (rows["measure"] == indicator.detail)]
    rows = rows[rows["period"] == rows["period"].max()]
    names, _ = _units(tables)
    units, regions = [], []
    for row in rows.itertuples():
        told = _real(row.share_over_90d) * 100
        where = regions if row.unit is None or row.unit == "" else units
        code, name = (row.region, row.region) if where is regions else (row.unit, names.get(row.unit, row.unit))
        status = OK if np.isfinite(told) else MISSING
        where.append(
            Figure(
                code,
                name,
                told,
                status,
                _real(row.number),
                row.region == tables.region,
                str(row.period),
                row.source or "",
            )
        )
    if units and not regions:
        larger = {unit.code: row.region for unit, row in zip(units, rows.itertuples())}
        regions = summed_up(units, larger, {}, tables.region, SHARE)
    return {level: figures for level, figures in ((REGION, regions), (UNIT, units)) if figures}


def _capacity(tables: IndicatorTables, indicator: Indicator) -> dict[str, list[Figure]]:
    """Listed per full-time specialist at each health centre that has both numbers."""
    rows = tables.tables["capacity"]
    rows = rows[rows["kind"].isin((SPECIALIST, LISTED))]
    names, regions = _units(tables)
    ids = np.array(sorted(rows["facility_id"].unique()), object)
    dates = rows["date"].fillna("").astype(str).tolist()
    values = newest_values(rows["facility_id"], rows["kind"], rows["value"].to_numpy(float), dates, ids)
    last = rows.assign(date=dates).groupby("facility_id")["date"].max()
    with np.errstate(divide="ignore", invalid="ignore"):
        per = values[LISTED] / values[SPECIALIST]
    figures = [
        Figure(id, names.get(id, id), value if np.isfinite(value) else np.nan, OK if np.isfinite(value) else MISSING,
               doctors, regions.get(id) == tables.region, last[id][:10], tables.source_of("capacity"))
        for id, value, doctors in zip(ids, per, values[SPECIALIST])
    ]  # fmt: skip
    return {UNIT: figures} if figures else {}


_FIGURES: Mapping[str, Callable] = {
    "statistics": _statistics,
    "need_index": _need,
    "health_figures": _health,
    WAITING: _waiting,
    "capacity": _capacity,
    "malvarde": lambda tables, indicator: {},
}


def _units(tables: IndicatorTables) -> tuple[dict, dict]:
    facilities = tables.tables["facilities"].set_index("facility_id")
    return facilities["name"].to_dict(), facilities["region"].to_dict()


def _newest(areas: pd.DataFrame) -> pd.DataFrame:
    return areas[areas["vintage"] == areas["vintage"].max()] if len(areas) else areas


def _newest_rows(rows: pd.DataFrame, by: list[str], date: str) -> pd.DataFrame:
    return rows.sort_values(date, kind="stable").drop_duplicates(by, keep="last")


def _boxes(areas: pd.DataFrame, facilities: pd.DataFrame) -> dict[str, tuple]:
    """Of every area, of its municipality and region, and of every facility."""
    found: dict[str, list[float]] = {}
    named = [
        *((wkb, (row.area_code, row.municipality, row.region)) for row, wkb in zip(areas.itertuples(), areas["geom"])),
        *((wkb, (id,)) for id, wkb in zip(facilities["facility_id"], facilities["geom"])),
    ]
    for wkb, codes in named:
        if wkb is None:
            continue
        geometry = QgsGeometry()
        geometry.fromWkb(wkb)
        box = geometry.boundingBox()
        for code in filter(None, codes):
            old = found.get(code, [np.inf, np.inf, -np.inf, -np.inf])
            found[code] = [
                min(old[0], box.xMinimum()), min(old[1], box.yMinimum()),
                max(old[2], box.xMaximum()), max(old[3], box.yMaximum()),
            ]  # fmt: skip
    return {code: tuple(box) for code, box in found.items()}


def _real(value) -> float:
    return np.nan if value is None or pd.isna(value) else float(value)


def _day(value) -> str:
    return "" if value is None else str(value)[:10]
