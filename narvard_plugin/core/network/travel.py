"""Travel between people and facilities, by road or in a straight line: the questions that the access tools ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from .cells import CellTimes, Grid, Samples, cell_times, grid_over, sample_links
from .matrix import Pairs, node_minutes, pairs_within
from .network import Network, costs_of
from .reach import Journeys, nearest_at_nodes, nearest_at_places
from .search import NONE
from .snap import KMH_TO_M_PER_MINUTE, attach_facilities, attach_origins, offroad_minutes
from .straight import Straight, nearest_straight, pairs_straight

OK, NO_ROAD, NO_ROUTE, BEYOND_LIMIT = "ok", "no_road", "no_route", "beyond_limit"


@dataclass(frozen=True)
class TravelRules:
    """How people travel. ``max_minutes`` is inclusive (inf = no limit); ``speed_factor`` divides drive time."""

    mode: str = "car"
    direction: str = "to_facility"
    max_minutes: float = np.inf
    speed_factor: float = 1.0
    max_offroad_m: float = 1000.0
    offroad_kmh: float = 5.0


class Reached(NamedTuple):
    """For ``n`` origins: ``minutes`` (n, k; inf = none) and ``facility`` (n, k; −1 = none) nearest first, ``offroad_m`` (n;
    inf where no road) and ``status`` (n) of ``ok``, ``no_road``, ``no_route``, ``beyond_limit``."""

    minutes: np.ndarray
    facility: np.ndarray
    offroad_m: np.ndarray
    status: np.ndarray


MOST_CELLS = 100_000_000


class TooManyCells(ValueError):
    """A grid of so small cells over so large an area does not fit in memory."""


class NoFacilityOnRoad(ValueError):
    """No facility lies near enough to a road of the mode."""


@dataclass(frozen=True, eq=False)
class RoadTravel:
    """Travel by road to or from the facilities at ``facility_xy`` (f, 2), whose order settles ties."""

    network: Network
    rules: TravelRules
    facility_xy: np.ndarray

    @cached_property
    def _attached(self):
        places, outside = attach_facilities(self.network, self.rules.mode, self.facility_xy, self.rules.max_offroad_m)
        if not (places.link >= 0).any():
            raise NoFacilityOnRoad(
                f"none of the {len(self.facility_xy)} facilities lies within {self.rules.max_offroad_m:g} m "
                f"of a road that the mode {self.rules.mode} may use"
            )
        return places, outside

    @cached_property
    def facility_rows(self) -> np.ndarray:
        """Numbers of the facilities that are attached to a road."""
        return np.flatnonzero(self._attached[0].link >= 0)

    @property
    def facilities_without_road(self) -> np.ndarray:
        return np.flatnonzero(self._attached[0].link < 0)

    @property
    def facilities_outside_main_part(self) -> np.ndarray:
        """Facilities on roads outside the largest strongly connected part, because none of its roads is near."""
        return np.flatnonzero(self._attached[1])

    @cached_property
    def _journeys(self) -> Journeys:
        places = self._attached[0].take(self.facility_rows)
        return Journeys(
            self.network,
            costs_of(self.network, self.rules.mode, self.rules.speed_factor),
            self.rules.direction,
            places,
            offroad_minutes(places, self.rules.offroad_kmh),
        )

    def nearest(self, origin_xy: np.ndarray, count: int = 1) -> Reached:
        """The ``count`` nearest facilities of every origin (n, 2)."""
        places, cut_off = self._origins(origin_xy)
        rows = np.flatnonzero(places.link >= 0)
        found = nearest_at_places(self._journeys, nearest_at_nodes(self._journeys, count), places.take(rows))
        minutes, facility = np.full((len(origin_xy), count), np.inf), np.full((len(origin_xy), count), NONE)
        minutes[rows] = found.minutes + offroad_minutes(places, self.rules.offroad_kmh)[rows, None]
        facility[rows] = np.where(found.facility == NONE, NONE, self.facility_rows[found.facility])
        return _limited(minutes, facility, places.offroad_m, (places.link < 0) & ~cut_off, self.rules.max_minutes)

    def pairs(self, origin_xy: np.ndarray, step: Callable[[float], None] = lambda share: None) -> Pairs:
        """All pairs within ``max_minutes``. ``step`` hears the share done and may raise to stop."""
        places, _ = self._origins(origin_xy)
        rows = np.flatnonzero(places.link >= 0)
        walk = offroad_minutes(places, self.rules.offroad_kmh)[rows]
        pairs = pairs_within(self._journeys, places.take(rows), walk, self.rules.max_minutes, step)
        return Pairs(rows[pairs.origin], self.facility_rows[pairs.facility], pairs.minutes)

    def cells(self, grid: Grid) -> CellTimes:
        """Time and nearest facility of every cell's centre, within ``max_minutes``."""
        return self._nearest_cells(grid, *self._reached_samples(grid.size))

    def reached_cells(self, cell_size: float) -> tuple[Grid, CellTimes]:
        """The same on a grid over all that is reached."""
        xy, minutes, facility = self._reached_samples(cell_size)
        grid = self._grid_around(xy, cell_size)
        return grid, self._nearest_cells(grid, xy, minutes, facility)

    def _reached_samples(self, cell_size: float):
        """Coordinates, minutes and attached facility of places along the roads within ``max_minutes``."""
        samples = self._samples(cell_size)
        found = nearest_at_places(self._journeys, nearest_at_nodes(self._journeys), samples.places)
        minutes, facility = found.minutes[:, 0], found.facility[:, 0]
        reached = minutes <= min(self.rules.max_minutes, np.finfo(float).max)
        return samples.xy[reached], minutes[reached], facility[reached]

    def _nearest_cells(self, grid: Grid, xy, minutes, facility) -> CellTimes:
        times = self._spread(grid, xy, minutes, facility)
        return CellTimes(times.minutes, np.where(times.facility == NONE, NONE, self.facility_rows[times.facility]))

    def facility_cells(self, cell_size: float) -> Iterator[tuple[int, Grid, CellTimes]]:
        """``(facility number, grid over what it reaches, times)`` for one attached facility after another."""
        samples = self._samples(cell_size)
        ends = self._journeys.ends(samples.places)
        one, two = self.network.link_from, self.network.link_to
        row, facility, along_link = self._journeys.on_same_link(samples.places)
        limit = self.rules.max_minutes
        for chosen, minutes in node_minutes(self._journeys, limit):
            for number, at_nodes in zip(chosen, minutes.T):
                own = facility == number
                links = np.isfinite(at_nodes[one]) | np.isfinite(at_nodes[two])
                links[samples.places.link[row[own]]] = True
                at = np.flatnonzero(np.repeat(links, np.diff(samples.first)))
                link = samples.places.link[at]
                times = np.minimum(at_nodes[one[link]] + ends.at_from[at], at_nodes[two[link]] + ends.at_to[at])
                np.minimum.at(times, np.searchsorted(at, row[own]), along_link[own])
                near = times <= min(limit, np.finfo(float).max)
                grid = self._grid_around(samples.xy[at[near]], cell_size)
                cells = self._spread(grid, samples.xy[at[near]], times[near], np.zeros(near.sum(), np.int64))
                yield int(self.facility_rows[number]), grid, cells

    def _origins(self, xy: np.ndarray):
        return attach_origins(self.network, self.rules.mode, xy, self.rules.max_offroad_m, self._attached[0])

    def _samples(self, cell_size: float) -> Samples:
        return sample_links(self.network, self.network.stoppable(self.rules.mode), cell_size / 2)

    def _grid_around(self, xy: np.ndarray, size: float) -> Grid:
        if len(xy) == 0:
            return grid_over(0, 0, size, size, size)
        margin = self.rules.max_offroad_m
        grid = grid_over(*(xy.min(0) - margin), *(xy.max(0) + margin), size)
        if grid.rows * grid.columns > MOST_CELLS:
            raise TooManyCells(
                f"an area of {grid.rows} × {grid.columns} cells of {size:g} m is too large; the limit is {MOST_CELLS}"
            )
        return grid

    def _spread(self, grid: Grid, xy, minutes, facility) -> CellTimes:
        times = cell_times(
            grid, xy, minutes, facility, self.rules.max_offroad_m, self.rules.offroad_kmh * KMH_TO_M_PER_MINUTE
        )
        return _cells_within(times, self.rules.max_minutes)


@dataclass(frozen=True, eq=False)
class StraightTravel:
    """The same questions answered in a straight line; only ``max_minutes`` of ``rules`` matters."""

    straight: Straight
    rules: TravelRules

    @property
    def facility_rows(self) -> np.ndarray:
        return np.arange(len(self.straight.xy))

    @property
    def facilities_without_road(self) -> np.ndarray:
        return np.empty(0, np.int64)

    @property
    def facilities_outside_main_part(self) -> np.ndarray:
        return np.empty(0, np.int64)

    def nearest(self, origin_xy: np.ndarray, count: int = 1) -> Reached:
        found = nearest_straight(self.straight, origin_xy, count)
        no_road = np.zeros(len(origin_xy), bool)
        return _limited(found.minutes, found.facility, np.zeros(len(origin_xy)), no_road, self.rules.max_minutes)

    def pairs(self, origin_xy: np.ndarray, step: Callable[[float], None] = lambda share: None) -> Pairs:
        pairs = pairs_straight(self.straight, origin_xy, self.rules.max_minutes)
        step(1.0)
        return pairs

    def cells(self, grid: Grid) -> CellTimes:
        found = nearest_straight(self.straight, grid.centres())
        shape = (grid.rows, grid.columns)
        times = CellTimes(found.minutes[:, 0].reshape(shape), found.facility[:, 0].reshape(shape))
        return _cells_within(times, self.rules.max_minutes)

    def reached_cells(self, cell_size: float) -> tuple[Grid, CellTimes]:
        """As by road; needs a finite ``max_minutes``."""
        radius = self.rules.max_minutes * self.straight.metres_per_minute
        grid = grid_over(*(self.straight.xy.min(0) - radius), *(self.straight.xy.max(0) + radius), cell_size)
        return grid, self.cells(grid)

    def facility_cells(self, cell_size: float) -> Iterator[tuple[int, Grid, CellTimes]]:
        """As by road; needs a finite ``max_minutes``."""
        radius = self.rules.max_minutes * self.straight.metres_per_minute
        for number, place in enumerate(self.straight.xy):
            grid = grid_over(*(place - radius), *(place + radius), cell_size)
            alone = StraightTravel(self.straight._replace(xy=place[None, :]), self.rules)
            yield number, grid, alone.cells(grid)


def _limited(minutes, facility, offroad_m, no_road, max_minutes: float) -> Reached:
    nearest = minutes[:, 0]
    status = np.where(np.isinf(nearest), NO_ROUTE, np.where(nearest <= max_minutes, OK, BEYOND_LIMIT)).astype(object)
    status[no_road] = NO_ROAD
    inside = minutes <= max_minutes
    return Reached(np.where(inside, minutes, np.inf), np.where(inside, facility, NONE), offroad_m, status)


def _cells_within(times: CellTimes, max_minutes: float) -> CellTimes:
    inside = times.minutes <= max_minutes
    return CellTimes(np.where(inside, times.minutes, np.inf), np.where(inside, times.facility, NONE))
