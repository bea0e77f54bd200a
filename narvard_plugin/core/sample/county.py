"""Exempellän as a whole: the geography and every table of care, people and plans that stands on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.spatial import cKDTree

from . import statistics as stats
from . import stories
from .facilities import make_facilities
from .geography import Geography, make_geography
from .grants import bought_index, grant_followup, registered_index, unit_need
from .health import health_figures
from .horizons import care_rates, net_migration, population_forecast
from .listings import Listings, make_listings, minutes_to_facilities
from .plan import COUNTY
from .plan_cases import EARLY, LATE, PlanCases, make_plan_cases
from .plan_drawings import Drawings, draw_plans
from .plan_land import PlanLand, make_plan_land
from .roadgraph import RoadGraph, road_graph
from .services import make_capacity, make_services
from .timetable import make_timetable
from .waiting import Unit, procedure_capacity, waiting_times

_LIMIT_MINUTES = 75.0


@dataclass(frozen=True)
class County:
    """Everything the sample holds. Tables have the columns of the plugin's contract; x, y are metres in EPSG:3006.

    people          one row per 250 m square: origin_id, x, y, population, population_july, region, area_code,
                    municipality, age_…;  people_1km: the same per kilometre
    facilities, capacity, services, listings, waiting, procedure_capacity
    panel, panel_2018   every variable per area and year (newest and older vintage); statistics: the same, long
    published       the population table with its false zeros, as SCB answers
    timetable       GTFS tables by name;  plans: the plan cases, drawings: what they allow where,
                    plan_land: what the checklist measures them against;  scenarios, changes: Ekhamn's conversion
    targets         decided target values
    net_migration   net moves per area of the newest vintage, and of the older, in its last five years
    forecasts, care_rates   people by municipality, year and age; what people of each age use of care in a year
    need_index, bought_index   Care Need Index per centre, as the register keeps it and as a region buys it
    grant_followup  what a grant was used for, and what was measured
    spoiled         name → table of the data gone wrong
    full_centre, good_area_centre, just_below_centre   facility ids that stories are about
    """

    geography: Geography
    people: pd.DataFrame
    people_1km: pd.DataFrame
    facilities: pd.DataFrame
    capacity: pd.DataFrame
    services: pd.DataFrame
    listings: pd.DataFrame
    waiting: pd.DataFrame
    procedure_capacity: pd.DataFrame
    panel: pd.DataFrame
    panel_2018: pd.DataFrame
    statistics: pd.DataFrame
    published: pd.DataFrame
    timetable: dict[str, pd.DataFrame]
    plans: PlanCases
    drawings: Drawings
    plan_land: PlanLand
    scenarios: pd.DataFrame
    changes: pd.DataFrame
    targets: pd.DataFrame
    net_migration: tuple[pd.Series, pd.Series]
    forecasts: pd.DataFrame
    care_rates: pd.DataFrame
    need_index: pd.DataFrame
    bought_index: pd.DataFrame
    grant_followup: pd.DataFrame
    health_figures: pd.DataFrame
    spoiled: dict[str, pd.DataFrame]
    full_centre: str
    good_area_centre: str
    just_below_centre: str


def make_county(scale: float = 1, seed: int = 1, step: Callable[[float], None] = lambda share: None) -> County:
    """The county (scale 1) or a nation of `scale` counties; the same scale and seed give the same tables.

    ``step`` is called with the share done, 0 to 1, between the parts; what it raises stops the work. Timetable, plans
    and stories are those of the hand-made county.
    """
    geography = make_geography(scale, seed, lambda share: step(0.4 * share))
    panel = stats.area_panel(geography.areas, geography.squares_250, _rng(seed, 0))
    old_areas = geography.areas[geography.areas["vintage"] == stats.OLDEST]
    panel_2018 = stats.older_vintage(panel, old_areas, geography.area_key)
    step(0.45)
    parts = list(_counties_with_strips(geography))
    care = []
    for order, part in enumerate(parts):
        share = 0.45 + 0.35 * order / len(parts)
        care.append(_care(part, panel, _rng(seed, 1, order), lambda share=share: step(share)))
    facilities = pd.concat([one.facilities for one in care], ignore_index=True)
    listings = pd.concat([one.listings.rows for one in care], ignore_index=True)
    plans, full = _plans(parts[0], care[0].facilities)
    listed = listings.groupby("unit_id")["number"].sum()
    capacity = stories.fill_centre(make_capacity(facilities, listed, _rng(seed, 3)), full)
    capacity = stories.make_room(capacity, _centres_where(facilities, plans, EARLY))
    step(0.83)
    timetable = make_timetable(parts[0], care[0].graph, lambda: step(0.83))
    step(0.93)
    by_procedure = procedure_capacity(_units(facilities))
    scenarios, changes = stories.ekhamn_scenarios(facilities)
    units = unit_need(listings, panel)
    county = County(
        geography=geography,
        people=_people(geography.squares_250),
        people_1km=_people(geography.squares_1000),
        facilities=facilities,
        capacity=capacity,
        services=make_services(facilities),
        listings=listings,
        waiting=waiting_times(by_procedure, _rng(seed, 4)),
        procedure_capacity=by_procedure,
        panel=panel,
        panel_2018=panel_2018,
        statistics=stats.long_statistics(panel, panel_2018),
        published=stats.published_with_false_zeros(panel, panel_2018),
        timetable=timetable,
        plans=plans,
        drawings=draw_plans(plans),
        plan_land=make_plan_land(parts[0], care[0].facilities, timetable, plans),
        scenarios=scenarios,
        changes=changes,
        targets=stories.target_values(),
        net_migration=(net_migration(panel), net_migration(panel_2018)),
        forecasts=population_forecast(geography.squares_250, panel),
        care_rates=care_rates(),
        need_index=registered_index(units),
        bought_index=bought_index(units, facilities),
        grant_followup=grant_followup(units, _mean_per_person(panel), _rng(seed, 6)),
        health_figures=health_figures(panel),
        spoiled=_spoiled(facilities, listings, _rng(seed, 5)),
        full_centre=full,
        good_area_centre=care[0].listings.good_area_centre,
        just_below_centre=care[0].listings.just_below_centre,
    )
    step(1.0)
    return county


class _Care(NamedTuple):
    """What is made county by county: its roads as a graph, the facilities placed along them, and who is listed."""

    graph: RoadGraph
    facilities: pd.DataFrame
    listings: Listings


def need_by_area(panel: pd.DataFrame, region: str = COUNTY) -> pd.Series:
    """Care Need Index of each area in the last year over the mean of the region's people (1 = the region's mean)."""
    last = panel[panel["year"] == stats.YEARS[-1]].set_index("area_code")
    return stats.cni_per_person(last) / _mean_per_person(panel, region)


def _mean_per_person(panel: pd.DataFrame, region: str = COUNTY) -> float:
    """Points of the Care Need Index per person of the region in the last year."""
    last = panel[panel["year"] == stats.YEARS[-1]].set_index("area_code")
    own = last[last.index.str[:2] == region]
    return float(np.average(stats.cni_per_person(own), weights=own["population"]))


def _rng(seed: int, part: int, county: int = 0) -> np.random.Generator:
    """Each part draws from its own stream, so that a change in one leaves the others as they were."""
    return np.random.default_rng([seed, 100 + part, county])


def _counties_with_strips(geography: Geography) -> Iterator[Geography]:
    """One county at a time with the strip of its neighbour: the polygons and the municipalities stay those of all."""
    codes, own = geography.regions["code"].to_numpy(), geography.regions["own"].to_numpy()
    starts = np.flatnonzero(own)
    for first, last in zip(starts, [*starts[1:], len(codes)]):
        yield _within(geography, codes[first:last])


def _within(geography: Geography, regions: np.ndarray) -> Geography:
    def ours(table: pd.DataFrame) -> np.ndarray:
        return table["region"].isin(regions).to_numpy()

    links = ours(geography.roads)
    vertices = np.diff(geography.road_start)
    return replace(
        geography,
        settlements=geography.settlements[ours(geography.settlements)].reset_index(drop=True),
        roads=geography.roads[links],
        road_xy=geography.road_xy[np.repeat(links, vertices)],
        road_start=np.concatenate([[0], np.cumsum(vertices[links])]),
        squares_250=geography.squares_250[ours(geography.squares_250)].reset_index(drop=True),
    )


def _care(part: Geography, panel: pd.DataFrame, rng: np.random.Generator, pause: Callable[[], None]) -> _Care:
    graph = road_graph(part.roads, part.road_xy, part.road_start)
    pause()
    facilities = make_facilities(part, graph, rng)
    return _Care(graph, facilities, _listings(part, graph, facilities, panel, pause))


def _plans(part: Geography, facilities: pd.DataFrame) -> tuple[PlanCases, str]:
    """The plan cases, and the health centre that the late twin and two more load together."""
    helipad = next(facilities[facilities["type"] == "helikopterbas"].itertuples())
    plans = make_plan_cases(part, (helipad.x, helipad.y), helipad.facility_id)
    late = plans.plan_rings[int(np.flatnonzero(plans.plans["plan_id"] == LATE)[0])]
    return plans, stories.nearest_centre(facilities, tuple(late[:4].mean(axis=0)))


def _centres_where(facilities: pd.DataFrame, plans: PlanCases, plan_id: str) -> list[str]:
    """Health centres of the municipality of a plan."""
    municipality = plans.plans.set_index("plan_id").loc[plan_id, "municipality"]
    centres = facilities[(facilities["type"] == "vardcentral") & (facilities["municipality"] == municipality)]
    return centres["facility_id"].tolist()


def _listings(
    geography: Geography,
    graph: RoadGraph,
    facilities: pd.DataFrame,
    panel: pd.DataFrame,
    pause: Callable[[], None],
) -> Listings:
    centres = facilities[(facilities["type"] == "vardcentral") & facilities["closed"].isna()]
    minutes = minutes_to_facilities(geography, graph, centres, _LIMIT_MINUTES, pause)
    minutes = minutes[np.isfinite(minutes).any(axis=1)]
    squares = geography.squares_250
    nearest = cKDTree(squares[["x", "y"]].to_numpy(float)).query(centres[["x", "y"]].to_numpy(float))[1]
    located = pd.Series(squares["area_2025"].to_numpy()[nearest], index=centres["facility_id"])
    private = pd.Series((centres["driftsform"] != "egen_regi").to_numpy(), index=centres["facility_id"])
    people = squares.groupby("area_2025")["population"].sum()
    return make_listings(
        minutes, people, need_by_area(panel, geography.settlements["region"].iloc[0]), located, private
    )


def _people(squares: pd.DataFrame) -> pd.DataFrame:
    ages = [name for name in squares.columns if name.startswith("age_")]
    table = squares[["rutid", "x", "y", "population", "population_july", "region", "area_2025", "municipality", *ages]]
    return table.rename(columns={"rutid": "origin_id", "area_2025": "area_code", "age_85_w": "age_85_plus"})


def _units(facilities: pd.DataFrame) -> list[Unit]:
    """The hospitals that operate, in the order own region, neighbour, third region."""
    by_place = facilities[facilities["type"].isin(["universitetssjukhus", "lanssjukhus", "lansdelssjukhus"])]
    by_place = by_place.drop_duplicates("place").set_index("place")
    answers_for = (
        ("Lindhamn", 160_000, ()),
        ("Ekhamn", 28_000, ("prostata", "tonsill")),
        ("Norrhamn", 62_000, ("katarakt", "tonsill")),
        ("Granhult", 190_000, ()),
        ("Klavrebo", 120_000, ()),
    )
    return [
        Unit(by_place.loc[place, "region"], by_place.loc[place, "facility_id"], people, without)
        for place, people, without in answers_for
    ]


def _spoiled(facilities: pd.DataFrame, listings: pd.DataFrame, rng: np.random.Generator) -> dict[str, pd.DataFrame]:
    return {
        "grannlan_utan_kommun": stories.neighbour_without_municipality(facilities),
        "apotek_gammal_kalla": stories.stale_facilities(facilities),
        "hsa_omkastade_rt90": stories.hsa_with_swapped_coordinates(facilities),
        "listade_dolda_celler": stories.listings_with_hidden_cells(listings, rng),
    }
