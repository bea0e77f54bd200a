"""The land of the sample county as fine Voronoi cells: what is land, and which place and municipality each cell is in.

Everything later is made of these cells: small areas, municipalities and regions are groups of them (so borders
tile exactly), roads run through their sites, people live in them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import Voronoi, cKDTree

from .plan import CountyPlan, Settlement

RURAL_SPACING_M = 1000.0
COAST_SPACING_M = 430.0
TOWN_SPACING_M = 122.0
_MARGIN_M = 4000.0
_PEOPLE_PER_KM2 = {"city": 2450.0, "town": 1750.0, "village": 1000.0}
_SMALLEST_ISLET_CELLS = 7


class Cells(NamedTuple):
    """The cells of one county; n cells, m pairs of neighbours, r ridges (cell borders).

    xy (n, 2) sites in metres; land (n,); settlement (n,) index of the locality the cell is part of, -1 in the
    country; closeness (n,) 0 at the locality's centre, 1 at its edge; belongs (n,) index of the settlement whose
    surroundings the cell is in, -1 at sea; in_neighbour (n,); island (n,) the number of the connected land, 0 the
    largest, -1 at sea; coast_m (n,) distance to the nearest sea cell; area_m2 (n,), 0 at sea; pairs (m, 2)
    neighbouring land cells; ridge_cells (r, 2); ridge_vertices (r, 2) rows of `vertices` (V, 2).
    """

    xy: np.ndarray
    land: np.ndarray
    settlement: np.ndarray
    closeness: np.ndarray
    belongs: np.ndarray
    in_neighbour: np.ndarray
    island: np.ndarray
    coast_m: np.ndarray
    area_m2: np.ndarray
    pairs: np.ndarray
    ridge_cells: np.ndarray
    ridge_vertices: np.ndarray
    vertices: np.ndarray


class Waves:
    """Smooth noise: a sum of plane waves of random direction and phase, mean 0, standard deviation about 1."""

    def __init__(self, rng: np.random.Generator, shortest_m: float, longest_m: float, count: int = 24) -> None:
        length = np.exp(rng.uniform(np.log(shortest_m), np.log(longest_m), count))
        angle = rng.uniform(0.0, 2.0 * np.pi, count)
        self._phase = rng.uniform(0.0, 2.0 * np.pi, count)
        self._k = 2.0 * np.pi / length * np.array([np.cos(angle), np.sin(angle)])
        # Long waves carry more of the height, as in real terrain.
        self._height = np.sqrt(length / length.sum()) * np.sqrt(2.0)

    def __call__(self, xy: np.ndarray) -> np.ndarray:
        """The height at each of the (n, 2) points."""
        # Written out, since a matrix product may round differently on another machine.
        angle = xy[:, 0, None] * self._k[0] + xy[:, 1, None] * self._k[1] + self._phase
        return (np.sin(angle) * self._height).sum(axis=1)


def inside(xy: np.ndarray, outline: np.ndarray) -> np.ndarray:
    """Which of the (n, 2) points lie inside the (k, 2) outline, open or closed (even-odd rule)."""
    x, y = xy[:, 0], xy[:, 1]
    result = np.zeros(len(xy), dtype=bool)
    x1, y1 = outline[-1]
    for x2, y2 in outline:
        if y1 != y2:
            crosses = (y1 > y) != (y2 > y)
            result ^= crosses & (x < x1 + (y - y1) * (x2 - x1) / (y2 - y1))
        x1, y1 = x2, y2
    return result


def make_cells(plan: CountyPlan, rng: np.random.Generator, pause: Callable[[], None] = lambda: None) -> Cells:
    """The cells of a plan: fine in localities and along the coast, a kilometre wide in the country.

    ``pause`` is called between the stages; what it raises stops the work.
    """
    is_land = _LandTest(plan, rng)
    country = _country_sites(plan, is_land, rng)
    pause()
    towns = [_town_sites(place, is_land, rng) for place in plan.settlements]
    pause()
    town_xy = np.concatenate([xy for xy, _, _ in towns])
    town_place = np.concatenate([np.full(len(part), i) for i, (_, part, _) in enumerate(towns)])
    town_part = np.concatenate([part for _, part, _ in towns])
    town_closeness = np.concatenate([closeness for _, _, closeness in towns])
    town_xy, keep = _without_crowding(town_xy, town_closeness, 0.55 * TOWN_SPACING_M)
    town_place, town_part, town_closeness = town_place[keep], town_part[keep], town_closeness[keep]

    country = country[cKDTree(town_xy).query(country)[0] > 320.0]
    xy = np.round(np.concatenate([town_xy, country]), 3)
    place = np.concatenate([town_place, np.full(len(country), -1)])
    built = np.concatenate([town_part, np.zeros(len(country), dtype=bool)])
    closeness = np.concatenate([town_closeness, np.ones(len(country))])
    diagram = Voronoi(xy)
    pause()
    ridge_cells = diagram.ridge_points.astype(np.int64)
    centres = cKDTree(xy).query([(p.x, p.y) for p in plan.settlements])[1]
    land = _without_specks(is_land(xy) | built, ridge_cells, xy, place >= 0, centres)
    settlement = np.where(land, place, -1)

    pairs = np.sort(ridge_cells[land[ridge_cells].all(axis=1)], axis=1)
    pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    island = _islands(land, pairs)
    border_noise = np.column_stack([Waves(rng, 3000.0, 15000.0)(xy) * 700.0, Waves(rng, 3000.0, 15000.0)(xy) * 700.0])
    in_neighbour = inside(xy + border_noise, np.array(plan.neighbour_outline)) & land
    for i, place in enumerate(plan.settlements):
        in_neighbour[settlement == i] = place.municipality[:2] == plan.neighbour
    ridge_vertices = np.array(diagram.ridge_vertices, dtype=np.int64)
    vertices = np.round(diagram.vertices, 3)
    return Cells(
        xy=xy,
        land=land,
        settlement=settlement,
        closeness=closeness,
        belongs=_surroundings(plan, xy + border_noise, settlement, island, in_neighbour),
        in_neighbour=in_neighbour,
        island=island,
        coast_m=cKDTree(xy[~land]).query(xy)[0],
        area_m2=_cell_areas(xy, land, ridge_cells, ridge_vertices, vertices),
        pairs=pairs,
        ridge_cells=ridge_cells,
        ridge_vertices=ridge_vertices,
        vertices=vertices,
    )


class _LandTest:
    """Land or sea at a point: the plan's outlines bent by noise, and dry ground from every town centre inland."""

    def __init__(self, plan: CountyPlan, rng: np.random.Generator) -> None:
        self._outlines = [np.array(outline) for outline in (plan.mainland, *plan.islands)]
        self._bend = [(Waves(rng, 1200.0, 9000.0), height) for height in (800.0, 800.0)]
        self._centres = np.array([(place.x, place.y) for place in plan.settlements])
        self._dry_m = np.array([max(0.45 * _radius_m(place), 350.0) for place in plan.settlements])
        shore = np.concatenate([_stations(outline) for outline in self._outlines])
        inland = self._centres - shore[cKDTree(shore).query(self._centres)[1]]
        dry = np.any([inside(self._centres, outline) for outline in self._outlines], axis=0)
        inland *= np.where(dry, 1.0, -1.0)[:, None] / np.maximum(np.hypot(*inland.T), 1.0)[:, None]
        # Without it, a bay could cut a coastal place off from the land it belongs to.
        self._inland = inland

    def __call__(self, xy: np.ndarray) -> np.ndarray:
        bent = xy + np.column_stack([waves(xy) * height for waves, height in self._bend])
        land = np.zeros(len(xy), dtype=bool)
        for outline in self._outlines:
            land |= inside(bent, outline)
        for reach in np.arange(0.0, 3500.0, 300.0):
            distance, nearest = cKDTree(self._centres + reach * self._inland).query(xy)
            land |= distance < self._dry_m[nearest]
        return land


def _stations(outline: np.ndarray) -> np.ndarray:
    """Points every few hundred metres along a closed outline."""
    closed = np.concatenate([outline, outline[:1]])
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(closed, axis=0).T))])
    at = np.arange(0.0, along[-1], 300.0)
    return np.column_stack([np.interp(at, along, closed[:, axis]) for axis in (0, 1)])


def _radius_m(place: Settlement) -> float:
    """The radius of a round locality with the place's people at its kind's density."""
    return 1000.0 * float(np.sqrt(place.population / _PEOPLE_PER_KM2[place.kind] / np.pi))


def _country_sites(plan: CountyPlan, is_land: _LandTest, rng: np.random.Generator) -> np.ndarray:
    """Jittered sites over land and a margin of sea: wide in the country, narrow along the coast."""
    points = np.concatenate([np.array(outline) for outline in (plan.mainland, *plan.islands)])
    low, high = points.min(axis=0) - _MARGIN_M, points.max(axis=0) + _MARGIN_M
    coarse = _jittered_grid(low, high, RURAL_SPACING_M, rng)
    land = is_land(coarse)
    near = cKDTree(coarse).query(coarse, k=9)[1]
    coastal = (land[near] != land[:, None]).any(axis=1)
    at_sea = ~land & ~coastal & (cKDTree(coarse[land]).query(coarse)[0] < 2.5 * RURAL_SPACING_M)
    fine = _jittered_grid(low, high, COAST_SPACING_M, rng)
    fine = fine[coastal[cKDTree(coarse).query(fine)[1]]]
    wide = coarse[(land & ~coastal) | at_sea]
    wide = wide[cKDTree(fine).query(wide)[0] > 0.8 * COAST_SPACING_M]
    return np.concatenate([fine, wide])


def _jittered_grid(low: np.ndarray, high: np.ndarray, spacing_m: float, rng: np.random.Generator) -> np.ndarray:
    columns, rows = np.ceil((high - low) / spacing_m).astype(int)
    x, y = np.meshgrid(np.arange(columns), np.arange(rows))
    grid = np.column_stack([(x + 0.5 * (y % 2)).ravel(), y.ravel()]).astype(float)
    return low + spacing_m * (grid + rng.uniform(-0.36, 0.36, grid.shape))


def _town_sites(
    place: Settlement, is_land: _LandTest, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Sites of one locality: (k, 2) points, which of them are built on, and how far out they lie (0 to 1).

    The locality is a few districts, each a bent grid of its own direction, and grows outwards along lobes until its
    people have room. Sea sites near it are kept, so that its shore is as fine as its streets.
    """
    radius = _radius_m(place)
    centre = np.array([place.x, place.y])
    room_m2 = np.pi * radius**2
    xy = _district_grids(centre, 1.9 * radius + 400.0, max(1, round(room_m2 / 1.1e6)), rng)
    offset = xy - centre
    distance, angle = np.hypot(*offset.T), np.arctan2(offset[:, 1], offset[:, 0])
    lobes = sum(rng.uniform(-0.16, 0.16) * np.cos(k * angle + rng.uniform(0.0, 6.28)) for k in (2, 3, 5, 7))
    outward = distance / (radius * (1.0 + lobes)) * (1.0 + 0.06 * rng.standard_normal(len(xy)))
    land = is_land(xy)
    order = np.argsort(np.where(land, outward, np.inf), kind="stable")
    wanted = max(5, int(room_m2 / TOWN_SPACING_M**2))
    part = np.zeros(len(xy), dtype=bool)
    part[order[: min(wanted, int(land.sum()))]] = True
    edge = outward[part].max()
    keep = part | (~land & (distance < edge * radius))
    return xy[keep], part[keep], np.minimum(outward[keep] / edge, 1.0)


def _district_grids(centre: np.ndarray, reach_m: float, districts: int, rng: np.random.Generator) -> np.ndarray:
    seeds = centre + rng.uniform(-0.75, 0.75, (districts, 2)) * reach_m * 0.6
    seeds[0] = centre
    tree = cKDTree(seeds)
    parts = []
    for i in range(districts):
        spacing = TOWN_SPACING_M * rng.uniform(0.9, 1.1)
        half = int(reach_m / spacing) + 1
        u, v = np.meshgrid(np.arange(-half, half + 1), np.arange(-half, half + 1))
        grid = np.column_stack([u.ravel(), v.ravel()]) * spacing
        grid += rng.uniform(-0.2, 0.2, grid.shape) * spacing
        turn = rng.uniform(0.0, np.pi / 2.0)
        # A slow bend keeps the blocks from looking ruled.
        turn = turn + np.hypot(*grid.T) / reach_m * rng.uniform(-0.6, 0.6)
        xy = centre + np.column_stack(
            [
                grid[:, 0] * np.cos(turn) - grid[:, 1] * np.sin(turn),
                grid[:, 0] * np.sin(turn) + grid[:, 1] * np.cos(turn),
            ]
        )
        parts.append(xy[(tree.query(xy)[1] == i) & (np.hypot(*(xy - centre).T) < reach_m)])
    return np.concatenate(parts)


def _without_crowding(xy: np.ndarray, rank: np.ndarray, least_m: float) -> tuple[np.ndarray, np.ndarray]:
    """The points without those closer than `least_m` to one of lower rank, and the mask of those kept."""
    pairs = cKDTree(xy).query_pairs(least_m, output_type="ndarray")
    keep = np.ones(len(xy), dtype=bool)
    first, second = pairs[:, 0], pairs[:, 1]
    keep[np.where(rank[first] <= rank[second], second, first)] = False
    return xy[keep], keep


def _without_specks(
    land: np.ndarray, ridge_cells: np.ndarray, xy: np.ndarray, near_place: np.ndarray, centres: np.ndarray
) -> np.ndarray:
    """Land without islets and ponds: enclosed water becomes land, and a small islet, or one off a locality, sea.

    near_place (n,) cells as fine as a locality's; centres: the cells in the middle of the localities.
    """
    alike = ridge_cells[land[ridge_cells[:, 0]] == land[ridge_cells[:, 1]]]
    count, label = _components(len(land), alike)
    if land[np.argmin(xy[:, 0])]:
        raise ValueError("The westernmost cell must be at sea: widen the margin around the plan's outlines.")
    stays = (np.bincount(label, minlength=count) >= _SMALLEST_ISLET_CELLS) & (
        np.bincount(label, weights=near_place, minlength=count) == 0
    )
    stays[label[centres]] = True
    ground = land & stays[label]
    _, water = _components(len(land), ridge_cells[~ground[ridge_cells].any(axis=1)])
    return ground | (water != water[np.argmin(xy[:, 0])])


def _islands(land: np.ndarray, pairs: np.ndarray) -> np.ndarray:
    _, label = _components(len(land), pairs)
    size = np.bincount(label, weights=land)
    by_size = np.argsort(-size, kind="stable")
    rank = np.empty(len(size), dtype=np.int64)
    rank[by_size] = np.arange(len(size))
    return np.where(land, rank[label], -1)


def _components(count: int, pairs: np.ndarray) -> tuple[int, np.ndarray]:
    graph = coo_matrix((np.ones(len(pairs), dtype=np.int8), (pairs[:, 0], pairs[:, 1])), shape=(count, count))
    return connected_components(graph, directed=False)


def _surroundings(
    plan: CountyPlan, xy: np.ndarray, settlement: np.ndarray, island: np.ndarray, in_neighbour: np.ndarray
) -> np.ndarray:
    """The settlement each land cell looks to: the nearest one on the same land and in the same region."""
    places = np.array([(place.x, place.y) for place in plan.settlements])
    place_neighbour = np.array([place.municipality[:2] == plan.neighbour for place in plan.settlements])
    place_island = np.array([np.bincount(island[settlement == i]).argmax() for i in range(len(places))])
    belongs = np.full(len(xy), -1)
    for number in range(island.max() + 1):
        for neighbour in (False, True):
            cells = np.flatnonzero((island == number) & (in_neighbour == neighbour))
            ours = np.flatnonzero((place_island == number) & (place_neighbour == neighbour))
            if not len(ours):
                ours = np.flatnonzero((place_island == 0) & (place_neighbour == neighbour))
            if len(cells):
                belongs[cells] = ours[cKDTree(places[ours]).query(xy[cells])[1]]
    return np.where(settlement >= 0, settlement, belongs)


def _cell_areas(
    xy: np.ndarray, land: np.ndarray, ridge_cells: np.ndarray, ridge_vertices: np.ndarray, vertices: np.ndarray
) -> np.ndarray:
    """Square metres per land cell: the triangles between its site and its ridges."""
    area = np.zeros(len(xy))
    bounded = (ridge_vertices >= 0).all(axis=1)
    first, second = vertices[ridge_vertices[bounded, 0]], vertices[ridge_vertices[bounded, 1]]
    for side in (0, 1):
        cell = ridge_cells[bounded, side]
        a, b = first - xy[cell], second - xy[cell]
        np.add.at(area, cell, np.abs(a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]) / 2.0)
    return np.where(land, area, 0.0)
