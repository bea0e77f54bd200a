"""Travel between people and facilities, by road or in a straight line: the questions that the access tools ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import numpy as np

from .cells import CellTimes, Grid, Samples, cell_times, grid_over, sample_links
from .limits import WITHIN, Step, no_step
from .matrix import Pairs, node_minutes, pairs_within
from .network import Costs, Network
from .prepared import MINUTES_PER_METRE, Prepared, prepared
from .reach import Journeys, Nearest, nearest_at_nodes, nearest_at_places
from .search import NONE
from .snap import KMH_TO_M_PER_MINUTE, Places, offroad_minutes
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

    def within(self, minutes: np.ndarray) -> np.ndarray:
        """Which of ``minutes`` are within ``max_minutes``; infinity never is."""
        return (minutes <= self.max_minutes * WITHIN) & np.isfinite(minutes)


class Reached(NamedTuple):
    """For ``n`` origins: ``minutes`` (n, k; inf = none) and ``facility`` (n, k; −1 = none) nearest first, ``offroad_m`` (n;
    inf where no road), ``status`` (n) of ``ok``, ``no_road``, ``no_route``, ``beyond_limit``, and ``cut_off`` (n bool): a
    road from which no facility can be reached lies much nearer than the one that was used."""

    minutes: np.ndarray
    facility: np.ndarray
    offroad_m: np.ndarray
    status: np.ndarray
    cut_off: np.ndarray


class NoFacilityOnRoad(ValueError):
    """No facility lies near enough to a road of the mode."""


@dataclass(frozen=True, eq=False)
class RoadTravel:
    """Travel by road to or from the facilities at ``facility_xy`` (f, 2), whose order settles ties."""

    network: Network
    rules: TravelRules
    facility_xy: np.ndarray

    def only(self, facilities: np.ndarray) -> RoadTravel:
        """The same travel with only the ``facilities`` (f bool)."""
        return replace(self, facility_xy=self.facility_xy[facilities])

    @cached_property
    def _prepared(self) -> Prepared:
        return prepared(self.network, self.rules.mode, self.rules.speed_factor)

    @cached_property
    def _attached(self):
        attached = self._prepared.facilities(self.facility_xy, self.rules.max_offroad_m)
        if not (attached.places.link >= 0).any():
            raise NoFacilityOnRoad(
                f"none of the {len(self.facility_xy)} facilities lies within {self.rules.max_offroad_m:g} m "
                f"of a road that the mode {self.rules.mode} may use"
            )
        return attached

    @cached_property
    def facility_rows(self) -> np.ndarray:
        """Numbers of the facilities that are attached to a road."""
        return np.flatnonzero(self._attached.places.link >= 0)

    @property
    def facilities_without_road(self) -> np.ndarray:
        return np.flatnonzero(self._attached.places.link < 0)

    @property
    def facilities_outside_main_part(self) -> np.ndarray:
        """Facilities on roads outside the largest strongly connected part, because none of its roads is near."""
        return np.flatnonzero(self._attached.outside)

    @property
    def facilities_moved_to_main_part(self) -> np.ndarray:
        """Facilities attached to that part although another road lies much nearer."""
        return np.flatnonzero(self._attached.nearer_elsewhere)

    @cached_property
    def _journeys(self) -> Journeys:
        return self._journeys_with(self._prepared.costs)

    def _journeys_with(self, costs: Costs) -> Journeys:
        places = self._attached.places.take(self.facility_rows)
        search = self._prepared.search(self.rules.direction == "to_facility", costs is not self._prepared.costs)
        walk = offroad_minutes(places, self.rules.offroad_kmh)
        return Journeys(self.network, costs, self.rules.direction, places, walk, search)

    def nearest(self, origin_xy: np.ndarray, count: int = 1, step: Step = no_step) -> Reached:
        """The ``count`` nearest facilities of every origin (n, 2). ``step`` hears the share done."""
        attached = self._origins(origin_xy)
        places = attached.places
        minutes, facility = self._nearest(self._journeys, places, count, step)
        no_road = (places.link < 0) & ~attached.outside
        return _limited(self.rules, minutes, facility, places.offroad_m, no_road, attached.nearer_elsewhere)

    def _nearest(self, journeys: Journeys, places: Places, count: int, step: Step) -> Nearest:
        n, rows = len(places.link), np.flatnonzero(places.link >= 0)
        at_nodes = nearest_at_nodes(journeys, min(count, len(self.facility_rows)), step)
        found = nearest_at_places(journeys, at_nodes, places.take(rows))
        filled = slice(0, found.minutes.shape[1])
        minutes, facility = np.full((n, count), np.inf), np.full((n, count), NONE)
        minutes[rows, filled] = found.minutes + offroad_minutes(places, self.rules.offroad_kmh)[rows, None]
        facility[rows, filled] = np.where(found.facility == NONE, NONE, self.facility_rows[found.facility])
        return Nearest(minutes, facility)

    def metres(self, origin_xy: np.ndarray, reached: Reached, step: Step = no_step) -> np.ndarray:
        """Metres (n, k; inf = none) of the fastest ways in ``reached``, the answer of ``nearest`` for the same origins.

        Legs off the road count. Of ways whose times tie to a hundredth of a second it is the shortest's. Exact to a
        millimetre: the search is run again with a tiny cost on every metre, and the difference in minutes tells them.
        """
        places, count = self._origins(origin_xy).places, reached.minutes.shape[1]
        longer = self._nearest(self._journeys_with(self._prepared.lengthened_costs), places, count, step)
        # Where two facilities tie, the longer search may name them in another order.
        same = longer.facility[:, None, :] == reached.facility[:, :, None]
        column = np.where(same.any(2), same.argmax(2), np.arange(count))
        with np.errstate(invalid="ignore"):
            along = (np.take_along_axis(longer.minutes, column, 1) - reached.minutes) / MINUTES_PER_METRE
        off_road = places.offroad_m[:, None] + self._attached.places.offroad_m[reached.facility]
        return np.where(reached.facility == NONE, np.inf, np.maximum(along, 0) + off_road)

    def pairs(self, origin_xy: np.ndarray, step: Step = no_step) -> Pairs:
        """All pairs within ``max_minutes``."""
        places = self._origins(origin_xy).places
        rows = np.flatnonzero(places.link >= 0)
        walk = offroad_minutes(places, self.rules.offroad_kmh)[rows]
        pairs = pairs_within(self._journeys, places.take(rows), walk, self.rules.max_minutes, step)
        return Pairs(rows[pairs.origin], self.facility_rows[pairs.facility], pairs.minutes)

    def cells(self, grid: Grid, step: Step = no_step) -> CellTimes:
        """Time and nearest facility of every cell's centre, within ``max_minutes``."""
        return self._nearest_cells(grid, *self._reached_samples(grid.size), step)

    def reached_cells(self, cell_size: float, step: Step = no_step) -> tuple[Grid, CellTimes]:
        """The same on a grid over all that is reached."""
        xy, minutes, facility = self._reached_samples(cell_size)
        grid = self._grid_around(xy, cell_size)
        return grid, self._nearest_cells(grid, xy, minutes, facility, step)

    def facility_cells(self, cell_size: float) -> Iterator[tuple[int, Grid, CellTimes]]:
        """``(facility number, grid over what it reaches, times)`` for one attached facility after another."""
        samples = self._samples(cell_size)
        ends = self._journeys.ends(samples.places)
        one, two = self.network.link_from, self.network.link_to
        row, facility, along_link = self._journeys.on_same_link(samples.places)
        for block in node_minutes(self._journeys, self.rules.max_minutes * WITHIN):
            links = np.flatnonzero(block.reaches(one) | block.reaches(two))
            for column, number in enumerate(block.facilities):
                at_one, at_two = block.minutes[block.row[one], column], block.minutes[block.row[two], column]
                own = facility == number
                on = np.zeros(self.network.link_count, bool)
                on[links] = np.isfinite(at_one[links]) | np.isfinite(at_two[links])
                on[samples.places.link[row[own]]] = True
                at = samples.on_links(np.flatnonzero(on))
                link = samples.places.link[at]
                times = np.minimum(at_one[link] + ends.at_from[at], at_two[link] + ends.at_to[at])
                np.minimum.at(times, np.searchsorted(at, row[own]), along_link[own])
                near = self.rules.within(times)
                grid = self._grid_around(samples.xy[at[near]], cell_size)
                cells = self._spread(grid, samples.xy[at[near]], times[near], np.zeros(near.sum(), np.int64))
                yield int(self.facility_rows[number]), grid, cells

    def _origins(self, xy: np.ndarray):
        return self._prepared.origins(xy, self.rules.max_offroad_m, self._attached.places)

    def _samples(self, cell_size: float) -> Samples:
        return sample_links(self.network, self.network.stoppable(self.rules.mode), cell_size / 2)

    def _reached_samples(self, cell_size: float):
        """Coordinates, minutes and attached facility of places along the roads within ``max_minutes``."""
        samples = self._samples(cell_size)
        found = nearest_at_places(self._journeys, nearest_at_nodes(self._journeys), samples.places)
        minutes, facility = found.minutes[:, 0], found.facility[:, 0]
        reached = self.rules.within(minutes)
        return samples.xy[reached], minutes[reached], facility[reached]

    def _nearest_cells(self, grid: Grid, xy, minutes, facility, step: Step) -> CellTimes:
        times = self._spread(grid, xy, minutes, facility, step)
        return CellTimes(times.minutes, np.where(times.facility == NONE, NONE, self.facility_rows[times.facility]))

    def _grid_around(self, xy: np.ndarray, size: float) -> Grid:
        if len(xy) == 0:
            return grid_over(0, 0, size, size, size)
        margin = self.rules.max_offroad_m
        return grid_over(*(xy.min(0) - margin), *(xy.max(0) + margin), size)

    def _spread(self, grid: Grid, xy, minutes, facility, step: Step = no_step) -> CellTimes:
        speed = self.rules.offroad_kmh * KMH_TO_M_PER_MINUTE
        times = cell_times(grid, xy, minutes, facility, self.rules.max_offroad_m, speed, step)
        return _cells_within(self.rules, times)


@dataclass(frozen=True, eq=False)
class StraightTravel:
    """The same questions answered in a straight line; only ``max_minutes`` of ``rules`` matters."""

    straight: Straight
    rules: TravelRules

    def only(self, facilities: np.ndarray) -> StraightTravel:
        return replace(self, straight=self.straight._replace(xy=self.straight.xy[facilities]))

    @property
    def facility_rows(self) -> np.ndarray:
        return np.arange(len(self.straight.xy))

    @property
    def radius_m(self) -> float:
        """How far ``max_minutes`` reaches."""
        return self.rules.max_minutes * self.straight.metres_per_minute

    def nearest(self, origin_xy: np.ndarray, count: int = 1, step: Step = no_step) -> Reached:
        n, filled = len(origin_xy), min(count, len(self.straight.xy))
        found = nearest_straight(self.straight, origin_xy, filled)
        minutes, facility = np.full((n, count), np.inf), np.full((n, count), NONE)
        minutes[:, :filled], facility[:, :filled] = found
        nowhere = np.zeros(n, bool)
        step(1.0)
        return _limited(self.rules, minutes, facility, np.full(n, np.inf), nowhere, nowhere)

    def metres(self, origin_xy: np.ndarray, reached: Reached, step: Step = no_step) -> np.ndarray:
        """As by road: the distance with its detour."""
        return reached.minutes * self.straight.metres_per_minute * self.straight.detour

    def pairs(self, origin_xy: np.ndarray, step: Step = no_step) -> Pairs:
        return pairs_straight(self.straight, origin_xy, self.rules.max_minutes * WITHIN, step)

    def cells(self, grid: Grid, step: Step = no_step) -> CellTimes:
        minutes, facility = np.empty((grid.rows, grid.columns)), np.empty((grid.rows, grid.columns), np.int64)
        rows = max(1, 200_000 // grid.columns)
        for top in range(0, grid.rows, rows):
            step(top / grid.rows)
            part = grid._replace(top=grid.top - top * grid.size, rows=min(rows, grid.rows - top))
            found = nearest_straight(self.straight, part.centres())
            shape = (part.rows, part.columns)
            minutes[top : top + rows] = found.minutes.reshape(shape)
            facility[top : top + rows] = found.facility.reshape(shape)
        return _cells_within(self.rules, CellTimes(minutes, facility))

    def reached_cells(self, cell_size: float, step: Step = no_step) -> tuple[Grid, CellTimes]:
        """As by road; needs a finite ``max_minutes``."""
        xy, radius = self.straight.xy, self.radius_m
        grid = grid_over(*(xy.min(0) - radius), *(xy.max(0) + radius), cell_size)
        return grid, self.cells(grid, step)

    def facility_cells(self, cell_size: float) -> Iterator[tuple[int, Grid, CellTimes]]:
        """As by road; needs a finite ``max_minutes``."""
        for number in range(len(self.straight.xy)):
            grid, times = self.only(np.array([number])).reached_cells(cell_size)
            yield number, grid, times


def _limited(rules: TravelRules, minutes, facility, offroad_m, no_road, cut_off) -> Reached:
    inside = rules.within(minutes)
    nearest = minutes[:, 0]
    status = np.where(np.isinf(nearest), NO_ROUTE, np.where(inside[:, 0], OK, BEYOND_LIMIT)).astype(object)
    status[no_road] = NO_ROAD
    return Reached(np.where(inside, minutes, np.inf), np.where(inside, facility, NONE), offroad_m, status, cut_off)


def _cells_within(rules: TravelRules, times: CellTimes) -> CellTimes:
    inside = rules.within(times.minutes)
    return CellTimes(np.where(inside, times.minutes, np.inf), np.where(inside, times.facility, NONE))
