"""From many places to the nearest of many facilities: one search from the facilities backwards in time, for all departures."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..network.limits import Step, no_step
from .rides import LINKS_AT_A_TIME, MOST_RIDES, Rides, blocks
from .walking import Walks

# How a journey ends, as one number that is the lower the better: arrival (ms), then rides, then facility.
TIME_BIT, RIDE_BIT = 32, 24
RIDE = np.int64(1) << RIDE_BIT
NEVER = np.int64(1) << 62


def pack(arrival: np.ndarray, facility: np.ndarray) -> np.ndarray:
    """The end of a walk to ``facility`` at ``arrival`` (ms)."""
    return (np.asarray(arrival, np.int64) << TIME_BIT) | facility


@dataclass(frozen=True, eq=False)
class Towards:
    """``ends`` (b + 1): how one who boards at each of the departures of ``rides``, or waits there for a later one, gets to a
    facility best; the last one is NEVER. ``departures`` (d): ms at which people set out."""

    rides: Rides
    ends: np.ndarray
    departures: np.ndarray

    def after_walks(self, stop: np.ndarray, ms: np.ndarray) -> np.ndarray:
        """(p, d) best ends for people who first walk ``ms`` (p) to ``stop`` (p), for each departure."""
        at = self.departures[None, :] + ms[:, None]
        return self.ends[self.rides.next_departure(np.broadcast_to(stop[:, None], at.shape), at)]

    def direct(self, facility: np.ndarray, ms: np.ndarray) -> np.ndarray:
        """(p, d) the ends of walks all the way."""
        return pack(self.departures[None, :] + ms[:, None], facility[:, None])


def search_towards(
    rides: Rides, walks: Walks, departures: np.ndarray, most_rides: int = MOST_RIDES, step: Step = no_step
) -> Towards:
    """The best end from every departure of every stop, with at most ``most_rides`` rides."""
    table, arrivals = rides.timetable, rides.arrivals
    walked = _walked(rides, walks)
    first, departure = rides.links(step)
    filled = np.flatnonzero(np.diff(first))
    ends = np.full(len(rides.departures) + 1, NEVER)
    best = walked
    for _ in range(most_rides):
        step(0.0)
        on_board = np.full(len(table.stop), NEVER)
        on_board[arrivals - 1] = best  # an arrival is never the first of its run: the row before it is on the way there
        rides.along_runs.backward(on_board)
        boarded = np.append(np.minimum(on_board[rides.departures] + RIDE, NEVER), NEVER)
        rides.along_stops.backward(boarded[:-1])
        if np.array_equal(boarded, ends):
            break
        ends, best = boarded, walked.copy()
        starts = first[filled]
        for begin, end in blocks(np.append(starts, first[-1]), LINKS_AT_A_TIME):
            step(0.0)
            stretch = slice(starts[begin], starts[end] if end < len(starts) else first[-1])
            least = np.minimum.reduceat(ends[departure[stretch]], starts[begin:end] - starts[begin])
            best[filled[begin:end]] = np.minimum(walked[filled[begin:end]], least)
    return Towards(rides, ends, departures)


def _walked(rides: Rides, walks: Walks) -> np.ndarray:
    """(a) the ends of journeys whose last ride ends at each arrival: the walk to the nearest facility."""
    table = rides.timetable
    ms, facility = np.full(table.stop_count, -1), np.zeros(table.stop_count, np.int64)
    order = np.lexsort((walks.end_facility, walks.end_ms, walks.end_stop))[::-1]
    ms[walks.end_stop[order]] = walks.end_ms[order]  # the last one written is the nearest
    facility[walks.end_stop[order]] = walks.end_facility[order]
    stop = table.stop[rides.arrivals]
    ended = pack(table.arrive[rides.arrivals] + ms[stop], facility[stop])
    return np.where(ms[stop] >= 0, ended, NEVER)
