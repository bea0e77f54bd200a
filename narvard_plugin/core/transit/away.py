"""From the first of many facilities to many places: a search forwards in time, for a block of departures at once.

The best arrival at a stop does not settle who comes first where people are going: two who catch the same run differ in rides
and in facility only. So every arrival of a run keeps the least of these for each departure of the window.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..network.limits import Step, no_step
from .rides import MOST_RIDES, Rides, blocks
from .towards import NEVER, RIDE_BIT, TIME_BIT, pack
from .walking import Walks

RIDE = np.int32(1 << RIDE_BIT)
NOBODY = np.int32(1 << 30)
CELLS_AT_A_TIME = 4_000_000  # of labels handled between two calls of ``step``
BLOCK_BYTES = 128e6


@dataclass(frozen=True, eq=False)
class Away:
    """``ends`` (s, d): the best arrival at each stop by vehicle, for each departure; ``departures`` (d) ms."""

    ends: np.ndarray
    departures: np.ndarray

    def after_walks(self, stop: np.ndarray, ms: np.ndarray) -> np.ndarray:
        """(p, d) best ends for people to whom it is ``ms`` (p) of walking from ``stop`` (p)."""
        return np.minimum(self.ends[stop] + (ms << TIME_BIT)[:, None], NEVER)

    def direct(self, facility: np.ndarray, ms: np.ndarray) -> np.ndarray:
        """(p, d) the ends of walks all the way."""
        return pack(self.departures[None, :] + ms[:, None], facility[:, None])


def search_away(
    rides: Rides, walks: Walks, departures: np.ndarray, most_rides: int = MOST_RIDES, step: Step = no_step
) -> Away:
    """The best arrival at every stop, with at most ``most_rides`` rides."""
    first, departure = rides.links(step)
    arrival = np.repeat(np.arange(len(rides.arrivals), dtype=np.int32), np.diff(first))
    caught = departure < len(rides.departures)
    order = np.argsort(departure[caught], kind="stable")
    links = (departure[caught][order], arrival[caught][order])
    ends = np.full((rides.timetable.stop_count, len(departures)), NEVER)
    rows = len(rides.timetable.stop) + len(rides.departures)
    width = max(1, min(len(departures), int(BLOCK_BYTES / 4 / max(rows, 1))))
    for begin in range(0, len(departures), width):
        block = slice(begin, begin + width)
        step(begin / len(departures))
        labels = _labels(rides, walks, links, departures[block], most_rides, step)
        _keep_first(rides, labels, ends[:, block], step)
    return Away(ends, departures)


def _labels(rides: Rides, walks: Walks, links, departures, most_rides: int, step: Step) -> np.ndarray:
    """(a, d) rides and facility of the best journey that gets off at each arrival; NOBODY where none does."""
    table = rides.timetable
    waiting = _walked(rides, walks, departures, step)
    rides.along_stops.forward(waiting, step)
    walked = waiting
    arrived = np.full((len(rides.arrivals), len(departures)), NOBODY)
    for _ in range(most_rides):
        on_board = np.full((len(table.stop), len(departures)), NOBODY)
        on_board[rides.departures + 1] = np.minimum(waiting + RIDE, NOBODY)  # from the next stop on
        rides.along_runs.forward(on_board, step)
        on_board = on_board[rides.arrivals]
        if np.array_equal(on_board, arrived):
            break
        arrived = on_board
        waiting = _changed(links, arrived, walked, step)
        rides.along_stops.forward(waiting, step)
    return arrived


def _walked(rides: Rides, walks: Walks, departures: np.ndarray, step: Step) -> np.ndarray:
    """(b, d) the least facility whose people catch each departure as the first they can."""
    labels = np.full((len(rides.departures) + 1, len(departures)), NOBODY)
    order = np.argsort(-walks.end_facility, kind="stable")
    stop, ms, facility = (values[order] for values in (walks.end_stop, walks.end_ms, walks.end_facility))
    column = np.arange(len(departures))
    rows = max(1, CELLS_AT_A_TIME // 8 // len(departures))
    for begin in range(0, len(order), rows):
        step(0.0)
        part = slice(begin, begin + rows)
        at = departures[None, :] + ms[part, None]
        caught = rides.next_departure(np.broadcast_to(stop[part, None], at.shape), at)
        # Of several people at one departure the last one written, the least facility, remains.
        labels[caught, column] = facility[part, None]
    return labels[:-1]


def _changed(links, arrived: np.ndarray, walked: np.ndarray, step: Step) -> np.ndarray:
    """(b, d) the best of those who walked from a facility and of those who change from other runs."""
    departure, arrival = links
    waiting = walked.copy()
    filled, starts = np.unique(departure, return_index=True)
    starts = np.append(starts, len(departure))
    for begin, end in blocks(starts, max(1, CELLS_AT_A_TIME // arrived.shape[1])):
        step(0.0)
        stretch = arrived[arrival[starts[begin] : starts[end]]]
        least = np.minimum.reduceat(stretch, starts[begin:end] - starts[begin], axis=0)
        waiting[filled[begin:end]] = np.minimum(waiting[filled[begin:end]], least)
    return waiting


def _keep_first(rides: Rides, labels: np.ndarray, ends: np.ndarray, step: Step) -> None:
    """The earliest arrival at each stop, then the best label, into ``ends`` (s, d)."""
    table = rides.timetable
    stop, time = table.stop[rides.arrivals], table.arrive[rides.arrivals]
    order = np.lexsort((time, stop))
    starts = np.flatnonzero(np.diff(stop[order], prepend=-1))
    bounds = np.append(starts, len(order))
    for begin, end in blocks(bounds, max(1, CELLS_AT_A_TIME // max(labels.shape[1], 1))):
        step(0.0)
        rows = order[bounds[begin] : bounds[end]]
        packed = np.where(labels[rows] < NOBODY, pack(time[rows][:, None], labels[rows]), NEVER)
        ends[stop[order[starts[begin:end]]]] = np.minimum.reduceat(packed, starts[begin:end] - starts[begin], axis=0)
