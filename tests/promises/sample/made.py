"""Two sample counties, each made once: Exempellän itself, and one of three places that is made part by part in a moment."""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace

import numpy as np

from narvard_plugin.core.sample import areas, land, living, people, road_lines, roads, routes
from narvard_plugin.core.sample.county import County, make_county
from narvard_plugin.core.sample.plan import CountyPlan, MainRoad, Municipality, Settlement


@cache
def county() -> County:
    return make_county(1, 1)


def tiny_plan() -> CountyPlan:
    return CountyPlan(
        "99", "98", {"99": "Lilla län", "98": "Grannlän"}, 5200, 1900,
        (Municipality("9901", "Byhamn", "Byhamn", "99"), Municipality("9801", "Granby", "Granby", "98")),
        (Settlement("Byhamn", 811_000.0, 6_306_000.0, 2900, "town", "9901", hospital=True), Settlement("Åby", 808_000.0, 6_303_000.0, 700, "village", "9901"),
         Settlement("Granby", 802_500.0, 6_306_500.0, 1200, "town", "9801")),
        (MainRoad(1, "national", ("Byhamn", "Åby", "Granby")),),
        ((800_000.0, 6_300_000.0), (800_000.0, 6_312_000.0), (813_000.0, 6_312_000.0), (813_000.0, 6_300_000.0)), (),
        ((790_000.0, 6_290_000.0), (805_000.0, 6_290_000.0), (805_000.0, 6_320_000.0), (790_000.0, 6_320_000.0)),
    )  # fmt: skip


@cache
def tiny(seed: int = 1) -> SimpleNamespace:
    """Every part of the small county, in the order that `geography` makes them."""
    plan, rng = tiny_plan(), np.random.default_rng([seed, 1])
    cells = land.make_cells(plan, rng)
    living_there = living.cell_people(plan, cells, rng)
    weak = living.cell_deprivation(plan, cells, rng)
    codes = np.array([place.municipality for place in plan.settlements])
    municipality = np.where(cells.land, codes[cells.belongs], "")
    laid = routes.make_routes(plan, cells, living_there, rng)
    lines = road_lines.make_lines(laid, cells)
    links, homes = road_lines.make_links(lines, cells, living_there, rng)
    july = living.july_factor(cells, plan)
    squares, square_cell = people.squares_250(plan, cells, living_there, homes, municipality, july, rng)
    counted = np.bincount(square_cell, squares["population"], len(cells.xy)).astype(np.int64)
    vintages = areas.two_vintages(plan, cells, municipality, counted, rng)
    squares = people.with_areas(squares, square_cell, vintages)
    table = areas.area_table(plan, cells, vintages, counted, weak)
    return SimpleNamespace(
        plan=plan, cells=cells, people=living_there, weak=weak, municipality=municipality, routes=laid, lines=lines, links=links, homes=homes, july=july,
        squares=squares, square_cell=square_cell, counted=counted, vintages=vintages, areas=table, roads=roads.road_table(links, cells, plan, rng),
    )  # fmt: skip
