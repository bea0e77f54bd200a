"""The rides of a timetable as one graph in time: where each ride can be boarded after each place where one gets off.

A stop time at which one may get off leads, over each footpath, to the first departure that can then be caught; from a
departure one can wait for the next of the same stop, or ride on. Both directions of travel search this same graph, ride by
ride: after round k all journeys of at most k rides are settled, as in RAPTOR (Delling, Pajor and Werneck 2015), but for all
departures of the window at once. No journey that a person could make is left out, and none is made up.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..network.limits import Step, no_step
from .chains import Chains
from .timetable import Timetable
from .walking import Footpaths

MOST_RIDES = 60  # of one journey; the fastest ones have a handful
LINKS_AT_A_TIME = 400_000
STOP_BITS = 32  # departures are sorted by stop and then by time, which together make one number


@dataclass(frozen=True, eq=False)
class Rides:
    """``timetable`` from ``earliest`` (ms) on, with the ``footpaths`` between its stops."""

    timetable: Timetable
    footpaths: Footpaths
    earliest: int

    @cached_property
    def departures(self) -> np.ndarray:
        """(b) rows of the timetable where one may board, by stop and then time."""
        table = self.timetable
        onward = np.ones(len(table.stop), bool)
        onward[table.first[1:] - 1] = False
        rows = np.flatnonzero(table.board & onward & (table.depart >= self.earliest))
        return rows[np.argsort(_number(table.stop[rows], table.depart[rows]), kind="stable")]

    @cached_property
    def arrivals(self) -> np.ndarray:
        """(a) rows of the timetable where one may get off."""
        table = self.timetable
        onward = np.ones(len(table.stop), bool)
        onward[table.first[:-1]] = False
        return np.flatnonzero(table.alight & onward & (table.arrive >= self.earliest))

    @cached_property
    def _numbers(self) -> np.ndarray:
        table = self.timetable
        return _number(table.stop[self.departures], table.depart[self.departures])

    @cached_property
    def _ends(self) -> np.ndarray:
        """(s) one past the last departure of each stop."""
        stops = np.arange(1, self.timetable.stop_count + 1)
        return np.searchsorted(self._numbers, _number(stops, np.zeros(len(stops), np.int64)))

    def next_departure(self, stop: np.ndarray, time: np.ndarray) -> np.ndarray:
        """The first of ``departures`` at ``stop`` no earlier than ``time`` (ms); their number b where there is none."""
        found = np.searchsorted(self._numbers, _number(stop, np.maximum(time, 0)))
        return np.where(found < self._ends[stop], found, len(self._numbers))

    @cached_property
    def along_stops(self) -> Chains:
        """The departures of each stop as a chain."""
        return Chains(np.concatenate([[0], self._ends]))

    @cached_property
    def along_runs(self) -> Chains:
        """The stop times of each run as a chain."""
        return Chains(self.timetable.first)

    def links(self, step: Step = no_step) -> tuple[np.ndarray, np.ndarray]:
        """Links from arrivals to the departures they can first catch: ``first`` (a + 1) and ``departure`` numbers (b = none),
        those of arrival i at ``first[i]:first[i + 1]``."""
        table, paths = self.timetable, self.footpaths
        stop, time = table.stop[self.arrivals], table.arrive[self.arrivals]
        count = np.diff(paths.first)[stop]
        first = np.concatenate([[0], np.cumsum(count)])
        departure = np.empty(first[-1], np.int32)
        for begin, end in blocks(first, LINKS_AT_A_TIME):
            step(first[begin] / max(first[-1], 1))
            those = slice(first[begin], first[end])
            arrival = np.repeat(np.arange(begin, end), count[begin:end])
            path = np.arange(those.start, those.stop) - first[arrival] + paths.first[stop[arrival]]
            departure[those] = self.next_departure(paths.to[path], time[arrival] + paths.ms[path])
        return first, departure


def blocks(first: np.ndarray, size: int):
    """Cuts of 0 … len(first) − 1 rows such that each holds about ``size`` of what ``first`` counts, and at least one row."""
    begin, count = 0, len(first) - 1
    while begin < count:
        end = int(np.searchsorted(first, first[begin] + size, side="right")) - 1
        end = min(max(end, begin + 1), count)
        yield begin, end
        begin = end


def _number(stop: np.ndarray, time: np.ndarray) -> np.ndarray:
    return (stop.astype(np.int64) << STOP_BITS) | time
