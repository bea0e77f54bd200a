"""Which pairs of neighbouring cells a road runs between, and what kind of road: from the E-road to the forest track.

Main roads are the cheapest ways between the settlements the plan names, county roads join neighbouring settlements
and share what is there already, and small roads grow as trees to wherever people live.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import NamedTuple

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import dijkstra, minimum_spanning_tree
from scipy.spatial import Voronoi, cKDTree

from .land import Cells, Waves
from .plan import CountyPlan


class Level(IntEnum):
    """Kinds of road, the most important first."""

    MOTORWAY = 0
    RAMP = 1
    TRUNK = 2
    BRIDGE = 3
    NATIONAL = 4
    COUNTY = 5
    ARTERIAL = 6
    COLLECTOR = 7
    MINOR = 8
    STREET = 9
    PRIVATE = 10
    CYCLE = 11
    FOOT = 12
    FERRY = 13
    NONE = 99


class Routes(NamedTuple):
    """pairs (m, 2) neighbouring cells; level (m,) of the road between them or NONE; number (m,) of the road, 0 none.

    motorways: the cell sequences of motorways with the positions of their interchanges; crossings: bridge and ferry
    links as (cell, cell, level, number).
    """

    pairs: np.ndarray
    level: np.ndarray
    number: np.ndarray
    motorways: list[tuple[np.ndarray, list[int]]]
    crossings: list[tuple[int, int, Level, int]]


_LEVEL_OF = {"trunk": Level.TRUNK, "national": Level.NATIONAL, "motorway": Level.MOTORWAY}
_LONGEST_STEP_M = 2600.0
_OPEN_ENOUGH = 0.2


def make_routes(
    plan: CountyPlan,
    cells: Cells,
    people: np.ndarray,
    rng: np.random.Generator,
    pause: Callable[[], None] = lambda: None,
) -> Routes:
    """All roads of a county, as levels of pairs of neighbouring cells.

    ``pause`` is called before each kind of road; what it raises stops the work.
    """
    maker = _RouteMaker(plan, cells, rng)
    pause()
    maker.lay_streets()
    pause()
    maker.lay_main_roads()
    pause()
    maker.lay_county_roads()
    pause()
    maker.lay_town_hierarchy()
    pause()
    maker.lay_small_roads(people)
    maker.lay_paths()
    return Routes(maker.pairs, maker.level, maker.number, maker.motorways, maker.crossings)


class _RouteMaker:
    def __init__(self, plan: CountyPlan, cells: Cells, rng: np.random.Generator) -> None:
        self.plan, self.cells, self.rng = plan, cells, rng
        self.pairs, self.openness = _pairs_with_openness(cells)
        a, b = self.pairs.T
        self.metres = np.hypot(*(cells.xy[a] - cells.xy[b]).T)
        self.level = np.full(len(self.pairs), int(Level.NONE))
        self.number = np.zeros(len(self.pairs), dtype=np.int64)
        same = cells.settlement[a] == cells.settlement[b]
        self.in_town = same & (cells.settlement[a] >= 0)
        middle = (cells.xy[a] + cells.xy[b]) / 2.0
        self.terrain = np.exp(0.27 * Waves(rng, 2500.0, 20000.0)(middle))
        self.centre = np.array(
            [cKDTree(cells.xy[cells.settlement == i]).query((p.x, p.y))[1] for i, p in enumerate(plan.settlements)]
        )
        self.centre = np.array([np.flatnonzero(cells.settlement == i)[c] for i, c in enumerate(self.centre)])
        self.index = {place.name: i for i, place in enumerate(plan.settlements)}
        self.motorway_places = {name for road in plan.main_roads if road.level == "motorway" for name in road.through}
        self.motorways: list[tuple[np.ndarray, list[int]]] = []
        self.crossings: list[tuple[int, int, Level, int]] = []

    def lay_streets(self) -> None:
        """Streets: a connected mesh without diagonals in each locality, thinned towards the edge."""
        town = np.flatnonzero(self.in_town)
        a, b = self.pairs[town].T
        weight = self.metres[town] * (1.0 + 4.0 * (self.openness[town] < _OPEN_ENOUGH))
        weight *= self.rng.uniform(0.85, 1.15, len(town))
        n = len(self.cells.xy)
        tree = minimum_spanning_tree(coo_matrix((weight, (a, b)), shape=(n, n))).tocoo()
        low, high = np.minimum(tree.row, tree.col), np.maximum(tree.row, tree.col)
        self.level[self._pair_numbers(low, high)] = int(Level.STREET)
        closeness = self.cells.closeness[self.pairs[town]].mean(axis=1)
        kept = self.rng.random(len(town)) < 0.9 - 0.42 * closeness
        self.level[town[kept & (self.openness[town] >= _OPEN_ENOUGH)]] = int(Level.STREET)

    def lay_main_roads(self) -> None:
        """The plan's numbered roads; trunk roads pass outside towns, with a road in to the centre."""
        for road in self.plan.main_roads:
            if road.level in ("bridge", "ferry"):
                self._lay_crossing(road.through, road.level, road.number)
                continue
            level = _LEVEL_OF[road.level]
            stops = [self._stop(name, level) for name in road.through]
            legs = [self._path(first, second, level) for first, second in zip(stops, stops[1:])]
            if level == Level.MOTORWAY:
                cells = np.concatenate([legs[0][:1], *[leg[1:] for leg in legs]])
                exits = np.cumsum([len(leg) - 1 for leg in legs])[:-1].tolist()
                self.motorways.append((cells, exits))
            for leg in legs:
                self._raise_to(level, leg, road.number)
            for name, stop in zip(road.through, stops):
                if stop != self.centre[self.index[name]]:
                    self._raise_to(Level.NATIONAL, self._path(stop, self.centre[self.index[name]], Level.NATIONAL), 0)

    def lay_county_roads(self) -> None:
        """Roads between neighbouring settlements, sharing stretches of what is there where that is not far."""
        places = np.array([(place.x, place.y) for place in self.plan.settlements])
        diagram = Voronoi(places)
        for first, second in np.sort(diagram.ridge_points, axis=1)[np.lexsort(np.sort(diagram.ridge_points).T)]:
            gap = float(np.hypot(*(places[first] - places[second])))
            between = (places[first] + places[second]) / 2.0
            alone = np.hypot(*(places - between).T).min() > 0.42 * gap
            same_land = self.cells.island[self.centre[first]] == self.cells.island[self.centre[second]]
            if gap < 34000.0 and alone and same_land:
                path = self._path(self.centre[first], self.centre[second], Level.COUNTY)
                self._raise_to(Level.COUNTY, path, 500 + 7 * int(first) % 400)

    def lay_town_hierarchy(self) -> None:
        """Radial arterials and a ring in the cities, collecting streets in every town."""
        for i, place in enumerate(self.plan.settlements):
            ours = np.flatnonzero(self.cells.settlement == i)
            if place.kind == "village" and len(ours) < 60:
                continue
            offset = self.cells.xy[ours] - (place.x, place.y)
            angle = np.arctan2(offset[:, 1], offset[:, 0])
            spokes = {"city": 9, "town": 6, "village": 3}[place.kind]
            ring = []
            for k in range(spokes):
                turned = np.abs((angle - 2.0 * np.pi * k / spokes + np.pi) % (2.0 * np.pi) - np.pi)
                outer = ours[np.argmin(turned * 2.0 + np.abs(self.cells.closeness[ours] - 0.9))]
                ring.append(ours[np.argmin(turned * 2.0 + np.abs(self.cells.closeness[ours] - 0.55))])
                level = Level.ARTERIAL if place.kind == "city" and k % 3 == 0 else Level.COLLECTOR
                self._raise_to(level, self._path(self.centre[i], outer, level), 0)
            if place.kind != "village":
                level = Level.ARTERIAL if place.kind == "city" else Level.COLLECTOR
                for first, second in zip(ring, ring[1:] + ring[:1]):
                    if first != second:
                        self._raise_to(level, self._path(first, second, level), 0)

    def lay_small_roads(self, people: np.ndarray) -> None:
        """Trees of public and private roads from every inhabited rural cell to the roads that are there, and loops."""
        n, (a, b) = len(people), self.pairs.T
        on_road = np.zeros(n, dtype=bool)
        on_road[self.pairs[self.level < Level.NONE]] = True
        for number in range(self.cells.island.max() + 1):
            ours = np.flatnonzero(self.cells.island == number)
            if not on_road[ours].any():
                on_road[ours[np.argmax(people[ours])]] = True
        rural = ~self.in_town & (self.metres < _LONGEST_STEP_M)
        cost = self.metres * self.terrain * self.rng.uniform(0.8, 1.25, len(self.metres))
        graph = coo_matrix((cost[rural], (a[rural], b[rural])), shape=(n, n)).tocsr()
        distance, parent, _ = dijkstra(
            graph, directed=False, indices=np.flatnonzero(on_road), return_predecessors=True, min_only=True
        )
        downstream = np.where(on_road, 0, people)
        reached = np.flatnonzero(np.isfinite(distance) & ~on_road)
        for cell in reached[np.argsort(-distance[reached], kind="stable")]:
            downstream[parent[cell]] += downstream[cell] if not on_road[parent[cell]] else 0
        used = reached[downstream[reached] > 0]
        low, high = np.minimum(used, parent[used]), np.maximum(used, parent[used])
        level = np.where(downstream[used] > 22, int(Level.MINOR), int(Level.PRIVATE))
        self.level[self._pair_numbers(low, high)] = level
        on_road[used] = True
        loose = rural & (self.level == Level.NONE) & on_road[a] & on_road[b] & (self.openness > _OPEN_ENOUGH)
        loops = loose & (self.rng.random(len(loose)) < 0.10)
        self.level[loops] = int(Level.PRIVATE)

    def lay_paths(self) -> None:
        """Cycle and foot paths: short cuts between streets, and ways out of the towns into the country around them."""
        free = (self.level == Level.NONE) & (self.openness > _OPEN_ENOUGH)
        draw = self.rng.random(len(free))
        shortcuts = free & self.in_town & (draw < 0.6)
        settled = self.cells.settlement[self.pairs]
        edge_of_town = free & ((settled[:, 0] >= 0) != (settled[:, 1] >= 0)) & (draw < 0.25) & (self.metres < 900.0)
        cycle = self.rng.random(len(free)) < 0.7
        self.level[shortcuts | edge_of_town] = int(Level.FOOT)
        self.level[(shortcuts | edge_of_town) & cycle] = int(Level.CYCLE)

    def _stop(self, name: str, level: Level) -> int:
        """The cell where a road passes a settlement: its centre, or for trunk roads a cell on a town's inland side."""
        number = self.index[name]
        place = self.plan.settlements[number]
        centre = int(self.centre[number])
        if level > Level.TRUNK or (place.kind == "village" and name not in self.motorway_places):
            return centre
        gap = cKDTree(self.cells.xy[self.cells.settlement == number]).query(self.cells.xy)[0]
        beside = np.flatnonzero((gap > 200.0) & (gap < 1600.0) & (self.cells.settlement < 0) & self.cells.land)
        aside = np.abs(self.cells.xy[beside, 1] - place.y)
        return int(beside[np.argmin(0.5 * aside - self.cells.coast_m[beside])])

    def _lay_crossing(self, through: tuple[str, ...], kind: str, number: int) -> None:
        first, second = (self.index[name] for name in through)
        heads = [self._shore(first, second), self._shore(second, first)]
        level = Level.BRIDGE if kind == "bridge" else Level.FERRY
        self.crossings.append((heads[0], heads[1], level, number))
        for place, head in zip((first, second), heads):
            self._raise_to(Level.NATIONAL, self._path(self.centre[place], head, Level.NATIONAL), number)

    def _shore(self, place: int, other: int) -> int:
        """The shore cell on the place's land from which the other place is nearest, not far from its own centre."""
        here, there = self.plan.settlements[place], self.plan.settlements[other]
        shore = np.flatnonzero(
            (self.cells.island == self.cells.island[self.centre[place]]) & (self.cells.coast_m < 700.0)
        )
        xy = self.cells.xy[shore]
        cost = np.hypot(*(xy - (here.x, here.y)).T) + 1.3 * np.hypot(*(xy - (there.x, there.y)).T)
        return int(shore[np.argmin(cost)])

    def _path(self, first: int, second: int, level: Level) -> np.ndarray:
        """The cheapest sequence of cells between two cells for a road of this level."""
        xy, (a, b) = self.cells.xy, self.pairs.T
        gap = float(np.hypot(*(xy[first] - xy[second])))
        near = np.hypot(*(xy - xy[first]).T) + np.hypot(*(xy - xy[second]).T) < 1.45 * gap + 4000.0
        usable = near[a] & near[b] & (self.metres < _LONGEST_STEP_M) & (~self.in_town | (self.level < Level.NONE))
        rows = np.flatnonzero(usable)
        cost = self.metres[rows] * self.terrain[rows]
        taken = self.level[rows]
        cost = np.where(taken == Level.MOTORWAY, 5.0 * cost, cost)
        shared = (taken > Level.MOTORWAY) & (taken <= max(level, Level.COUNTY))
        cost = np.where(shared, 0.62 * cost, cost)
        if level <= Level.TRUNK:
            cost = np.where(self.in_town[rows], 4.0 * cost, cost)
        cells = np.unique(np.concatenate([a[rows], b[rows], [first, second]]))
        local_a, local_b = np.searchsorted(cells, a[rows]), np.searchsorted(cells, b[rows])
        graph = coo_matrix((cost, (local_a, local_b)), shape=(len(cells), len(cells))).tocsr()
        start, goal = np.searchsorted(cells, [first, second])
        _, parent = dijkstra(graph, directed=False, indices=start, return_predecessors=True)
        path = [goal]
        while path[-1] != start:
            if parent[path[-1]] < 0:
                raise ValueError(f"No way over land between {xy[first]} and {xy[second]}: move one of the settlements.")
            path.append(parent[path[-1]])
        return cells[path[::-1]]

    def _raise_to(self, level: Level, path: np.ndarray, number: int) -> None:
        """Give the road along a path this level and number where it is not already a more important road."""
        pairs = self._pair_numbers(np.minimum(path[:-1], path[1:]), np.maximum(path[:-1], path[1:]))
        lower = self.level[pairs] > int(level)
        self.level[pairs[lower]] = int(level)
        self.number[pairs[lower]] = number

    def _pair_numbers(self, low: np.ndarray, high: np.ndarray) -> np.ndarray:
        n = len(self.cells.xy)
        return np.searchsorted(self.pairs[:, 0] * n + self.pairs[:, 1], low.astype(np.int64) * n + high)


def _pairs_with_openness(cells: Cells) -> tuple[np.ndarray, np.ndarray]:
    """Neighbouring land cells in order, and how open the way between them is: below 0 a third cell stands in it.

    The openness is the cotangent of the larger angle under which the two triangles beside the pair see it: 1 for
    the side of a square, 0 for its diagonal.
    """
    both = cells.land[cells.ridge_cells].all(axis=1)
    ends = np.sort(cells.ridge_cells[both], axis=1)
    corners = cells.vertices[cells.ridge_vertices[both]]
    first, second = cells.xy[ends[:, 0]], cells.xy[ends[:, 1]]
    along = second - first
    half = np.hypot(*along.T) / 2.0
    normal = np.column_stack([-along[:, 1], along[:, 0]]) / (2.0 * half[:, None])
    height = np.einsum("ijk,ik->ij", corners - ((first + second) / 2.0)[:, None, :], normal)
    openness = np.minimum(height.max(axis=1), -height.min(axis=1)) / half
    order = np.lexsort((ends[:, 1], ends[:, 0]))
    return ends[order].astype(np.int64), openness[order]
