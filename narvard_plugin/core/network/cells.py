"""Travel time of every cell of a grid: from places along the roads, plus a straight leg off the road."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from .network import Network
from .reach import NONE
from .snap import Places


class Grid(NamedTuple):
    """``rows`` × ``columns`` square cells of ``size`` metres; ``left`` and ``top`` are whole multiples of ``size``."""

    left: float
    top: float
    size: float
    rows: int
    columns: int

    def row_column(self, xy: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Row and column (n each) of points; may lie outside the grid."""
        column = np.floor((xy[:, 0] - self.left) / self.size).astype(np.int64)
        return np.floor((self.top - xy[:, 1]) / self.size).astype(np.int64), column

    def centres(self) -> np.ndarray:
        """(rows * columns, 2) coordinates of cell centres, row by row from the top."""
        x = self.left + (np.arange(self.columns) + 0.5) * self.size
        y = self.top - (np.arange(self.rows) + 0.5) * self.size
        return np.column_stack([np.tile(x, self.rows), np.repeat(y, self.columns)])


def grid_over(xmin: float, ymin: float, xmax: float, ymax: float, size: float) -> Grid:
    """The smallest grid of whole multiples of ``size`` that covers the rectangle, so that all grids align."""
    left, top = math.floor(xmin / size) * size, math.ceil(ymax / size) * size
    columns, rows = max(1, math.ceil((xmax - left) / size)), max(1, math.ceil((top - ymin) / size))
    return Grid(left, top, size, rows, columns)


class Samples(NamedTuple):
    """Places every few metres along links: ``places`` (s), their ``xy`` (s, 2); link i has ``first[i]:first[i + 1]``."""

    places: Places
    xy: np.ndarray
    first: np.ndarray


def sample_links(network: Network, links: np.ndarray, spacing_m: float) -> Samples:
    """Places at most ``spacing_m`` apart along every link where ``links`` (m bool) holds, its vertices included."""
    count = np.diff(network.first)
    last = np.zeros(network.first[-1], bool)
    last[network.first[1:] - 1] = True
    vertex = np.flatnonzero(~last & np.repeat(links, count))
    begin, step = network.xy[vertex], network.xy[vertex + 1] - network.xy[vertex]
    parts = np.maximum(np.ceil(np.hypot(*step.T) / spacing_m), 1).astype(np.int64)
    ends_link = last[vertex + 1]
    number = parts + ends_link  # the link's last segment also gives its end
    row = np.repeat(np.arange(len(vertex)), number)
    nth = np.arange(len(row)) - np.repeat(np.cumsum(number) - number, number)
    share = nth / parts[row]
    link = np.repeat(np.arange(network.link_count), count)[vertex][row]
    places = Places(link, vertex[row], share, np.zeros(len(row)))
    return Samples(places, begin[row] + share[:, None] * step[row], np.searchsorted(link, np.arange(network.link_count + 1)))


class CellTimes(NamedTuple):
    """Minutes (rows, columns; inf = not reached) and the facility reached (−1 = none) of every cell's centre."""

    minutes: np.ndarray
    facility: np.ndarray


def cell_times(
    grid: Grid, xy: np.ndarray, minutes: np.ndarray, facility: np.ndarray, max_offroad_m: float, offroad_m_per_minute: float
) -> CellTimes:
    """The least of (minutes at a road place + straight leg) over road places within ``max_offroad_m`` of each centre.

    ``xy`` (s, 2), ``minutes`` (s; finite) and ``facility`` (s) of places along roads. Ties go to the lower facility.
    Cost: one pass over the places for each cell offset within the limit.
    """
    times = CellTimes(np.full((grid.rows, grid.columns), np.inf), np.full((grid.rows, grid.columns), NONE))
    if len(xy) == 0:
        return times
    row, column = grid.row_column(xy)
    order = np.lexsort((column, row))
    xy, minutes, facility, row, column = xy[order], minutes[order], facility[order], row[order], column[order]
    first = np.flatnonzero(np.concatenate([[True], (row[1:] != row[:-1]) | (column[1:] != column[:-1])]))
    group = np.repeat(np.arange(len(first)), np.diff(np.append(first, len(row))))
    cell_row, cell_column = row[first], column[first]
    dx = xy[:, 0] - (grid.left + (column + 0.5) * grid.size)
    dy = xy[:, 1] - (grid.top - (row + 0.5) * grid.size)
    reach = math.ceil(max_offroad_m / grid.size + 0.5)
    for down in range(-reach, reach + 1):
        for right in range(-reach, reach + 1):
            if math.hypot(max(abs(right) - 0.5, 0), max(abs(down) - 0.5, 0)) * grid.size > max_offroad_m:
                continue
            target_row, target_column = cell_row + down, cell_column + right
            inside = (target_row >= 0) & (target_row < grid.rows) & (target_column >= 0) & (target_column < grid.columns)
            if not inside.any():
                continue
            metres = np.hypot(dx - right * grid.size, dy + down * grid.size)
            total = np.where(metres <= max_offroad_m, minutes + metres / offroad_m_per_minute, np.inf)
            least = np.minimum.reduceat(total, first)
            lowest = np.where(total == least[group], facility, np.iinfo(np.int64).max)
            _improve(times, target_row, target_column, inside, least, np.minimum.reduceat(lowest, first))
    return times


def _improve(times: CellTimes, row, column, inside, minutes, facility) -> None:
    row, column, minutes, facility = row[inside], column[inside], minutes[inside], facility[inside]
    now, whose = times.minutes[row, column], times.facility[row, column]
    better = (minutes < now) | ((minutes == now) & np.isfinite(minutes) & (facility < whose))
    times.minutes[row[better], column[better]] = minutes[better]
    times.facility[row[better], column[better]] = facility[better]


def ring_of(minutes: np.ndarray, breaks: np.ndarray) -> np.ndarray:
    """Ring number of travel times: i where breaks[i − 1] < t ≤ breaks[i] (the first includes 0); −1 beyond the last."""
    ring = np.searchsorted(breaks, minutes, side="left")
    return np.where(ring < len(breaks), ring, -1)
