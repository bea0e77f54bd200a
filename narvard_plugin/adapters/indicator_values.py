"""Indicators as the workspace holds them: which there are, at which levels, and their figures with date and source."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple, Optional

import numpy as np
import pandas as pd
from qgis.core import QgsGeometry

from ..core.access.capacity import LISTED, SPECIALIST
from ..core.deso.vintage import DESO, MUNICIPALITY, REGION, REGSO, level_of
from ..core.indicators import MISSING, OTHER, SHARE, Figure, Target, in_order, summed_up
from ..core.located import Text
from ..paths import bundled
from ..store.workspace import open_workspace
from .indicator_figures import FIGURES, LEVELS, LISTED_PER_GP, WAITING, Indicator
from .municipalities import municipality_names
from .reading import Cancelled

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
            Indicator("health_figures", row.indicator, "", row.indicator_name or "", row.unit or "")
            for row in health.itertuples()
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
        by_level = FIGURES[indicator.table](self, indicator)
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
        by_level = FIGURES[indicator.table](self, indicator)
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
        return {**municipality_names(), **self._names}

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
        return self._names.get(code) or municipality_names().get(code) or code

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


def _newest(areas: pd.DataFrame) -> pd.DataFrame:
    return areas[areas["vintage"] == areas["vintage"].max()] if len(areas) else areas


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
