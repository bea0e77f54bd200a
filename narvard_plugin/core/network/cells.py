"""Travel time of every cell of a grid: from places along the roads, plus a straight leg off the road."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from .limits import WITHIN, Step, no_step
from .network import Network
from .search import NONE
from .snap import LAST, Places

MOST_CELLS = 100_000_000


class TooManyCells(ValueError):
    """A grid of so small cells over so large an area does not fit in memory."""


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
    """The smallest grid of whole multiples of ``size`` that covers the rectangle, so that all grids align.

    Raises ``TooManyCells`` above ``MOST_CELLS``.
    """
    left, top = math.floor(xmin / size) * size, math.ceil(ymax / size) * size
    columns, rows = max(1, math.ceil((xmax - left) / size)), max(1, math.ceil((top - ymin) / size))
    if rows * columns > MOST_CELLS:
        raise TooManyCells(f"{rows} × {columns} cells of {size:g} m; the limit is {MOST_CELLS}")
    return Grid(left, top, size, rows, columns)


class Samples(NamedTuple):
    """Places every few metres along links: ``places`` (s), their ``xy`` (s, 2); link i has ``first[i]:first[i + 1]``."""

    places: Places
    xy: np.ndarray
    first: np.ndarray

    def on_links(self, links: np.ndarray) -> np.ndarray:
        """Numbers of the places on ``links``, which are ascending."""
        count = self.first[links + 1] - self.first[links]
        return np.repeat(self.first[links] - (np.cumsum(count) - count), count) + np.arange(count.sum())


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
    return Samples(
        places, begin[row] + share[:, None] * step[row], np.searchsorted(link, np.arange(network.link_count + 1))
    )


class CellTimes(NamedTuple):
    """Minutes (rows, columns; inf = not reached) and the facility reached (−1 = none) of every cell's centre."""

    minutes: np.ndarray
    facility: np.ndarray


def cell_times(
    grid: Grid,
    xy: np.ndarray,
    minutes: np.ndarray,
    facility: np.ndarray,
    max_offroad_m: float,
    offroad_m_per_minute: float,
    step: Step = no_step,
) -> CellTimes:
    """The least of (minutes at a road place + straight leg) over road places within ``max_offroad_m`` of each centre.

    ``xy`` (s, 2), ``minutes`` (s; finite) and ``facility`` (s) of places along roads. Ties go to the lower facility.
    The places of each cell are offered to the cells around it, the nearest first; an offer that could not be the least
    even from the cell's edge is not worked out, so that most of the far ones cost nothing. ``step`` hears the share done.
    """
    times = CellTimes(np.full((grid.rows, grid.columns), np.inf), np.full((grid.rows, grid.columns), NONE))
    if len(xy) == 0:
        return times
    row, column = grid.row_column(xy)
    order = np.lexsort((column, row))
    xy, minutes, facility, row, column = xy[order], minutes[order], facility[order], row[order], column[order]
    first = np.flatnonzero(np.concatenate([[True], (row[1:] != row[:-1]) | (column[1:] != column[:-1])]))
    count = np.diff(np.append(first, len(row)))
    dx = xy[:, 0] - (grid.left + (column + 0.5) * grid.size)
    dy = xy[:, 1] - (grid.top - (row + 0.5) * grid.size)
    least = np.minimum.reduceat(minutes, first)
    offsets = _offsets(grid.size, max_offroad_m)
    for done, (gap_m, down, right) in enumerate(offsets):
        step(done / len(offsets))
        to_row, to_column = row[first] + down, column[first] + right
        offered = (to_row >= 0) & (to_row < grid.rows) & (to_column >= 0) & (to_column < grid.columns)
        offered = np.flatnonzero(offered)
        now = times.minutes[to_row[offered], to_column[offered]]
        offered = offered[least[offered] + gap_m / offroad_m_per_minute <= now]
        if len(offered) == 0:
            continue
        starts = np.cumsum(count[offered]) - count[offered]
        place = np.repeat(first[offered] - starts, count[offered]) + np.arange(count[offered].sum())
        metres = np.hypot(dx[place] - right * grid.size, dy[place] + down * grid.size)
        total = np.where(metres <= max_offroad_m, minutes[place] + metres / offroad_m_per_minute, np.inf)
        best = np.minimum.reduceat(total, starts)
        tied = np.where(total == np.repeat(best, count[offered]), facility[place], LAST)
        _improve(times, to_row[offered], to_column[offered], best, np.minimum.reduceat(tied, starts))
    return times


def _offsets(size: float, max_offroad_m: float) -> list[tuple[float, int, int]]:
    """(least metres from anywhere in a cell to the other's centre, rows down, columns right), the nearest first."""
    reach = math.ceil(max_offroad_m / size + 0.5)
    every = (
        (math.hypot(max(abs(right) - 0.5, 0), max(abs(down) - 0.5, 0)) * size, down, right)
        for down in range(-reach, reach + 1)
        for right in range(-reach, reach + 1)
    )
    return sorted(offset for offset in every if offset[0] <= max_offroad_m)


def _improve(times: CellTimes, row, column, minutes, facility) -> None:
    now, whose = times.minutes[row, column], times.facility[row, column]
    better = (minutes < now) | ((minutes == now) & np.isfinite(minutes) & (facility < whose))
    times.minutes[row[better], column[better]] = minutes[better]
    times.facility[row[better], column[better]] = facility[better]


def ring_of(minutes: np.ndarray, breaks: np.ndarray) -> np.ndarray:
    """Ring number of travel times: i where breaks[i − 1] < t ≤ breaks[i] (the first includes 0); −1 beyond the last."""
    ring = np.searchsorted(breaks * WITHIN, minutes, side="left")
    return np.where(ring < len(breaks), ring, -1)
