"""The geography of Exempellän as tables and arrays: settlements, roads, small areas, squares, borders."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.spatial import cKDTree

from .areas import area_table, two_vintages
from .dissolve import dissolve
from .divisions import divisions
from .land import make_cells
from .living import cell_deprivation, cell_people, july_factor
from .nation import nation_plans, neighbouring
from .people import squares_250, squares_1000, with_areas
from .plan import CountyPlan
from .road_lines import make_lines, make_links
from .roads import bridge_rows, road_table
from .routes import Level, make_routes

# A ring is a closed (n, 2) array, first point repeated last: outer rings run counter-clockwise, holes clockwise.
# A polygon is its outer ring followed by its holes; a place with several islands has several polygons.
Ring = np.ndarray
Polygon = list[Ring]
MultiPolygon = list[Polygon]


@dataclass(frozen=True)
class Geography:
    """Everything that lies still in the sample county; coordinates in metres, EPSG:3006, rounded to millimetres.

    settlements      name, x, y, population (inside the locality), kind (city, town, village), municipality (code),
                     region (code), coastal, on_island, hospital (acute hospital in the place), industrial
    roads            one row per link, NVDB's homogenised columns plus `region`; geometry of row i is
                     road_xy[road_start[i]:road_start[i + 1]]
    road_xy          (V, 2) float64; links join where they share a vertex, also inside a line
    road_start       (L + 1,) int64
    areas            one row per DeSO and vintage: area_code, vintage ("2018", "2025"), name, kind_letter (A, B, C),
                     municipality, region, regso, population, population_july, deprivation (mean 0, spread 1, high =
                     weak), area_km2, x, y (where the people are), coastal, on_island
    area_polygons    MultiPolygon per row of `areas`
    municipalities   code, name, seat, region, population;  municipality_polygons: MultiPolygon per row
    regions          code, name, population, own (True for the county, False for a neighbour's strip);
                     region_polygons: MultiPolygon per row
    divisions        zone_id, kind, name, region: the region's own division of its municipalities;
                     division_polygons: MultiPolygon per row
    squares_250      rutid (lower-left corner, six digits east + seven north), x, y (centre), population,
                     population_july, age_0_4 … age_80_84, age_85_w (sum = population), area_2018, area_2025,
                     municipality, region, on_island; populated squares only
    squares_1000     the same columns summed to 1 km; the codes are those of the most populous 250 m square inside
    area_key         old_code (2018), new_code (2025), share of the old area's people who live in the new one
    """

    settlements: pd.DataFrame
    roads: pd.DataFrame
    road_xy: np.ndarray
    road_start: np.ndarray
    areas: pd.DataFrame
    area_polygons: list[MultiPolygon]
    municipalities: pd.DataFrame
    municipality_polygons: list[MultiPolygon]
    regions: pd.DataFrame
    region_polygons: list[MultiPolygon]
    divisions: pd.DataFrame
    division_polygons: list[MultiPolygon]
    squares_250: pd.DataFrame
    squares_1000: pd.DataFrame
    area_key: pd.DataFrame


class _County(NamedTuple):
    """What one county adds to the geography; `gates` are the ends of its main roads, where bridges may join."""

    geography: Geography
    gates: np.ndarray


def make_geography(scale: float = 1, seed: int = 1, step: Callable[[float], None] = lambda share: None) -> Geography:
    """The county (scale 1) or a nation of `scale` counties side by side (25); the same seed gives the same arrays.

    ``step`` is called with the share done, 0 to 1, between the stages; what it raises stops the work.
    Raises ValueError when scale is not a whole number from 1 to 25.
    """
    if scale not in range(1, 26):
        raise ValueError(f"The scale is a whole number of counties from 1 to 25, not {scale}.")
    plans = nation_plans(int(scale), np.random.default_rng([seed, 0]))
    counties = []
    for k, plan in enumerate(plans):
        counties.append(
            _county(plan, np.random.default_rng([seed, 1 + k]), lambda share, k=k: step((k + share) / len(plans)))
        )
    step(1.0)
    if len(counties) == 1:
        return counties[0].geography
    return _joined(counties)


def _county(plan: CountyPlan, rng: np.random.Generator, step: Callable[[float], None]) -> _County:
    step(0.0)
    cells = make_cells(plan, rng, lambda: step(0.1))
    step(0.2)
    people = cell_people(plan, cells, rng)
    deprivation = cell_deprivation(plan, cells, rng)
    codes = np.array([place.municipality for place in plan.settlements])
    municipality = np.where(cells.land, codes[cells.belongs], "")
    lines = make_lines(make_routes(plan, cells, people, rng, lambda: step(0.3)), cells)
    step(0.6)
    links, homes = make_links(lines, cells, people, rng)
    step(0.65)
    squares, square_cell = squares_250(plan, cells, people, homes, municipality, july_factor(cells, plan), rng)
    # Areas are divided by the people counted in squares, so that their sizes hold for whoever adds up squares.
    counted = np.bincount(square_cell, squares["population"], len(cells.xy)).astype(np.int64)
    step(0.7)
    vintages = two_vintages(plan, cells, municipality, counted, rng)
    step(0.8)
    squares = with_areas(squares, square_cell, vintages)
    main = np.isin(links.level, [Level.TRUNK, Level.NATIONAL])
    municipalities = _with_people(pd.DataFrame(plan.municipalities), squares, "code", "municipality")
    number = {code: i for i, code in enumerate(municipalities["code"])}
    municipality_label = np.array([number.get(code, -1) for code in municipality])
    regions = pd.DataFrame({"code": [plan.region, plan.neighbour]})
    regions["name"] = regions["code"].map(plan.region_names)
    regions["own"] = [True, False]
    region_label = np.where(cells.land, cells.in_neighbour.astype(int), -1)
    settlements = _settlement_table(plan)
    zones, zone_of = divisions(settlements, municipalities)
    zone_number = municipalities["code"].map(zone_of).map(dict(zip(zones["zone_id"], range(len(zones))))).to_numpy()
    zone_label = np.where(municipality_label >= 0, zone_number[municipality_label], -1)
    roads = road_table(links, cells, plan, rng)
    step(0.9)
    geography = Geography(
        settlements=settlements,
        roads=roads,
        road_xy=links.xy,
        road_start=links.start,
        areas=_with_people_per_area(area_table(plan, cells, vintages, counted, deprivation), squares),
        area_polygons=[ring for v in vintages for ring in dissolve(v.label, len(v.codes), cells)],
        municipalities=municipalities,
        municipality_polygons=dissolve(municipality_label, len(municipalities), cells),
        regions=_with_people(regions, squares, "code", "region"),
        region_polygons=dissolve(region_label, 2, cells),
        divisions=zones,
        division_polygons=dissolve(zone_label, len(zones), cells),
        squares_250=squares,
        squares_1000=squares_1000(squares),
        area_key=_area_key(squares),
    )
    return _County(geography, links.xy[links.start[:-1][main]])


def _settlement_table(plan: CountyPlan) -> pd.DataFrame:
    table = pd.DataFrame(plan.settlements)
    table.insert(6, "region", table["municipality"].str[:2])
    return table


def _with_people(table: pd.DataFrame, squares: pd.DataFrame, key: str, column: str) -> pd.DataFrame:
    counted = squares.groupby(column)["population"].sum()
    return table.assign(population=table[key].map(counted).fillna(0).astype(np.int64))


def _with_people_per_area(areas: pd.DataFrame, squares: pd.DataFrame) -> pd.DataFrame:
    """The areas with the people of the squares inside them, so that the two always agree."""
    for value in ("population", "population_july"):
        counted = {year: squares.groupby(f"area_{year}")[value].sum() for year in ("2018", "2025")}
        areas[value] = [int(counted[v].get(code, 0)) for v, code in zip(areas["vintage"], areas["area_code"])]
    return areas


def _area_key(squares: pd.DataFrame) -> pd.DataFrame:
    """Which areas of 2025 the people of each area of 2018 live in; the shares of an old area sum to 1."""
    both = squares.groupby(["area_2018", "area_2025"])["population"].sum().reset_index()
    whole = both.groupby("area_2018")["population"].transform("sum")
    return pd.DataFrame(
        {"old_code": both["area_2018"], "new_code": both["area_2025"], "share": both["population"] / whole}
    )


def _joined(counties: list[_County]) -> Geography:
    """All counties as one geography, with a bridge or road between each pair of neighbouring counties."""
    parts = [county.geography for county in counties]
    bridges = [_bridge(counties[i].gates, counties[j].gates) for i, j in neighbouring(len(counties))]
    offsets = np.cumsum([0, *(part.road_start[-1] for part in parts)])
    starts = [part.road_start[:-1] + offset for part, offset in zip(parts, offsets)]
    bridge_starts = offsets[-1] + np.arange(len(bridges) + 1) * len(bridges[0])

    def stacked(name: str) -> pd.DataFrame:
        return pd.concat([getattr(part, name) for part in parts], ignore_index=True)

    def listed(name: str) -> list[MultiPolygon]:
        return [polygon for part in parts for polygon in getattr(part, name)]

    return Geography(
        settlements=stacked("settlements"),
        roads=pd.concat([stacked("roads"), bridge_rows(bridges, parts[0].roads)], ignore_index=True),
        road_xy=np.concatenate([*(part.road_xy for part in parts), *bridges]),
        road_start=np.concatenate([*starts, bridge_starts]),
        areas=stacked("areas"),
        area_polygons=listed("area_polygons"),
        municipalities=stacked("municipalities"),
        municipality_polygons=listed("municipality_polygons"),
        regions=stacked("regions"),
        region_polygons=listed("region_polygons"),
        divisions=stacked("divisions"),
        division_polygons=listed("division_polygons"),
        squares_250=stacked("squares_250"),
        squares_1000=stacked("squares_1000"),
        area_key=stacked("area_key"),
    )


def _bridge(gates: np.ndarray, other_gates: np.ndarray) -> np.ndarray:
    """The shortest straight line (4, 2) between two counties' main roads, ending in vertices of both."""
    distance, nearest = cKDTree(other_gates).query(gates)
    first = gates[int(np.argmin(distance))]
    second = other_gates[nearest[int(np.argmin(distance))]]
    middle = np.round(first + (second - first) * np.array([[1.0 / 3.0], [2.0 / 3.0]]), 3)
    return np.concatenate([first[None, :], middle, second[None, :]])
