"""The figures of one indicator by level, taken from each of the tables that hold any."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from ..core.access.capacity import LISTED, SPECIALIST, newest_values
from ..core.deso.vintage import DESO, MUNICIPALITY, REGION, REGSO, level_of
from ..core.indicators import MISSING, OK, SHARE, Figure, summed_up

if TYPE_CHECKING:
    from .indicator_values import IndicatorTables

UNIT = "unit"
#: From the largest; a figure of one level is never shown on those after it.
LEVELS = (REGION, MUNICIPALITY, REGSO, DESO, UNIT)
LISTED_PER_GP, WAITING = "listade_per_specialist", "waiting_times"


class Indicator(NamedTuple):
    """One that the workspace has: ``table`` and ``code`` find its rows, ``detail`` tells two of one code apart."""

    table: str
    code: str
    detail: str = ""
    published: str = ""  # its name as the source wrote it
    unit: str = ""  # likewise


def _statistics(tables: IndicatorTables, indicator: Indicator) -> dict[str, list[Figure]]:
    """By level, of the newest vintage and year that has any value."""
    every = tables.tables["statistics"]
    rows = every[every["variable"] == indicator.code]
    rows = rows.assign(level=rows["area_code"].map({code: level_of(code) for code in rows["area_code"].unique()}))
    found, source = {}, tables.source_of("statistics")
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
                   weight.get(row.area_code, np.nan), tables.own(row.area_code), str(year), source)
            for row in chosen.itertuples()
        ]  # fmt: skip
    return found


def _need(tables: IndicatorTables, indicator: Indicator) -> dict[str, list[Figure]]:
    rows = tables.tables["need_index"]
    rows = rows[(rows["measure"] == indicator.code) & (rows["scale"] == indicator.detail)]
    found: dict[str, list[Figure]] = {}
    names, regions = names_and_regions(tables)
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
    names, _ = names_and_regions(tables)
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
    names, regions = names_and_regions(tables)
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


FIGURES: Mapping[str, Callable] = {
    "statistics": _statistics,
    "need_index": _need,
    "health_figures": _health,
    WAITING: _waiting,
    "capacity": _capacity,
    "malvarde": lambda tables, indicator: {},
}


def names_and_regions(tables: IndicatorTables) -> tuple[dict, dict]:
    facilities = tables.tables["facilities"].set_index("facility_id")
    return facilities["name"].to_dict(), facilities["region"].to_dict()


def _newest_rows(rows: pd.DataFrame, by: list[str], date: str) -> pd.DataFrame:
    return rows.sort_values(date, kind="stable").drop_duplicates(by, keep="last")


def _real(value) -> float:
    return np.nan if value is None or pd.isna(value) else float(value)


def _day(value) -> str:
    return "" if value is None else str(value)[:10]
