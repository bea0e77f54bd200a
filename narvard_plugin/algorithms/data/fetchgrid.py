"""SCB's population by square kilometre into the workspace."""

from __future__ import annotations

import contextlib
from typing import Optional

import numpy as np
import pandas as pd
from qgis.core import QgsProcessingException, QgsProcessingParameterBoolean, QgsProcessingParameterNumber

from ...core.squares import NOISE, NotASquare, centres
from ...i18n import tr
from ...sources.outlines import Outline, owners
from ...sources.scb_grid import MARK, SIDE, Beside, ScbGrid
from ...store.geometry import xy_from_wkb
from ..fetching import Asking, FetchingAlgorithm
from ..parameters import enum_parameter, region_name
from .fetchareas import neighbours_of
from .workspace_areas import DIVISIONS, one_division, outlines_of, same_division


class FetchGrid(FetchingAlgorithm):
    ID = "fetchgrid"
    SOURCE = "scb_grid"
    TAGS = ("population", "grid", "square", "SCB", "WFS", "fetch", "befolkning", "ruta", "rutnät", "invånare", "hämta")

    def displayName(self):
        return tr("Fetch people by square kilometre (SCB)")

    def shortHelpString(self):
        return tr(
            "Fetches SCB's open population by square kilometre into the workspace's table people: one point per square, with its people, "
            "the region and the area that its centre lies in, and the ages that SCB tells (from 65 in groups of five years).\n\n"
            "The region is the ground of its areas in the workspace: run Fetch areas first. DIVISION says which areas; blank = the newest DeSO. "
            "A square belongs to the region that its centre lies in, so nobody is counted in two regions. A square with its centre at sea or abroad belongs "
            "where most of its ground is, once the areas of the neighbouring regions are in the workspace; until then such squares are counted and told.\n\n"
            "Where the workspace already has other people of the region, such as bought 250 m squares, the tool stops: both would "
            "count everybody twice. REPLACE lets the square kilometres stand instead of them.\n\n"
            "SCB protects every number on its own: the ages of a square may add up to more than its people. Such squares are counted "
            "and listed. The sum is told beside that of the areas, each with its date, since the two are never the same.\n\n"
            "Method: WFS 1.1.0 in pages within the box around the areas; the number of squares must be what SCB says it is, and each must lie where its id "
            "says. The centre comes from the id. Source: SCB, Statistik på rutor (befolkning_1km), CC0."
        )

    def initAlgorithm(self, config=None):
        self._add(
            QgsProcessingParameterNumber(
                "YEAR", tr("Year (31 December)"), defaultValue=2025, minValue=2015, maxValue=2100
            ),
            tr("SCB has a layer for every year from 2015."),
        )
        self._add(
            enum_parameter(
                "DIVISION",
                tr("Areas that say where the region is"),
                {key: name for key, (_, _, name) in DIVISIONS.items()},
                optional=True,
            ),
            tr("Blank = the newest DeSO in the workspace, or RegSO where there is none."),
        )
        self._add(
            QgsProcessingParameterBoolean("NEIGHBOURS", tr("The neighbouring regions, too"), False),
            tr("Regions that border on this one on land; their areas must be in the workspace, too."),
        )
        self._add(
            QgsProcessingParameterBoolean("REPLACE", tr("Instead of other people of the region"), False),
            tr("Bought squares of the region, and whatever else is in the table people for it, are removed."),
        )
        self.add_common()

    def ask(self, parameters, context, asking: Asking) -> ScbGrid:
        regions = [asking.region]
        if self.parameterAsBoolean(parameters, "NEIGHBOURS", context):
            regions += neighbours_of(asking.region)
        stored, chosen = asking.workspace.read("areas"), self.parameterAsEnumString(parameters, "DIVISION", context)
        divisions = [one_division(stored, region, chosen) for region in regions]
        bordering = {other for region in regions for other in neighbours_of(region)} - set(regions)
        areas = pd.concat([division.rows for division in divisions])
        if len({division.name for division in divisions}) > 1:
            raise QgsProcessingException(
                tr(
                    "The regions have areas of different divisions in the workspace ({list}). Choose one in DIVISION."
                ).format(list=", ".join(division.name for division in divisions))
            )
        others = same_division(stored, divisions[0])
        others = others[~others["region"].isin(regions)]
        people = asking.workspace.read("people")
        outlines = outlines_of(areas)
        own = people["region"].isin(regions) | _unclaimed(people, outlines)
        before = people.loc[own, "origin_id"].tolist()
        if not self.parameterAsBoolean(parameters, "REPLACE", context):
            _refuse_others(before, regions)
        return ScbGrid(
            asking.url,
            self.parameterAsInt(parameters, "YEAR", context),
            regions,
            outlines,
            before,
            _other_places(people[~own]),
            outlines_of(others),
            bordering <= set(others["region"]),
            _beside(areas, asking.workspace.read("statistics"), divisions[0].name),
        )


def _refuse_others(ids: list[str], regions: list[str]) -> None:
    try:
        centres([id_.removesuffix(MARK) for id_ in ids], SIDE)
    except NotASquare as error:
        raise QgsProcessingException(
            tr(
                "The workspace already has {n} points with people of {region}, and they are not square kilometres ({id}): with both, everybody "
                "would be counted twice. Keep what you have, or choose REPLACE to have the square kilometres instead."
            ).format(n=len(ids), region=", ".join(map(region_name, regions)), id=error.what)
        ) from error


def _unclaimed(people: pd.DataFrame, outlines: list[Outline]) -> pd.Series:
    """Which of the people have no region of their own but stand within the areas."""
    xy = np.column_stack(xy_from_wkb(people["geom"]))
    return people["region"].isna() & (owners(xy, outlines) >= 0)


def _other_places(people: pd.DataFrame) -> set[str]:
    """Ids that are those of a square kilometre, of points that stand elsewhere than in its middle: of smaller squares."""
    found = set()
    for id_, x, y in zip(people["origin_id"], *xy_from_wkb(people["geom"])):
        with contextlib.suppress(NotASquare):
            if np.abs(centres([id_], SIDE)[0] - (x, y)).max() > NOISE:
                found.add(id_)
    return found


def _beside(areas: pd.DataFrame, statistics: pd.DataFrame, division: str) -> Optional[Beside]:
    """What the workspace knows of the population of ``areas``: statistics of the latest year, else the areas themselves."""
    told = statistics[(statistics["variable"] == "population") & statistics["area_code"].isin(areas["area_code"])]
    told = told[(told["vintage"] == areas["vintage"].iloc[0]) & told["value"].notna()]
    if len(told):
        year = int(told["year"].max())
        return Beside(int(told.loc[told["year"] == year, "value"].sum()), str(year), division)
    if areas["population"].notna().any():
        return Beside(int(areas["population"].sum()), "", division)
    return None
