"""From the best journey of every departure to what is told of each place: percentiles, reach, transfers and facility."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Union

import numpy as np

from ..network.limits import WITHIN, Step, no_step
from .away import Away
from .clock import MINUTE
from .rides import blocks
from .towards import NEVER, RIDE_BIT, TIME_BIT, Towards
from .walking import Walks

CELLS_AT_A_TIME = 500_000  # of walks × departures handled between two calls of ``step``
UNREACHED = np.int64(np.iinfo(np.int64).max)  # NumPy 2 would make a plain one −1 beside 32 bits


class Journeys(NamedTuple):
    """For ``n`` places and ``d`` departures: travel time ``ms`` (UNREACHED where there is none), ``facility`` (−1) and ``rides``."""

    ms: np.ndarray
    facility: np.ndarray
    rides: np.ndarray


class Summary(NamedTuple):
    """For ``n`` places: ``minutes`` (n, k percentiles; inf), ``share`` (n) of departures that reach a facility in time, the
    ``facility`` (n; −1) that is best in most of these (ties: the lower number), the median of ``transfers`` (n; −1) among
    these, and ``beyond`` (n bool): reached, but never within the longest travel time."""

    minutes: np.ndarray
    share: np.ndarray
    facility: np.ndarray
    transfers: np.ndarray
    beyond: np.ndarray


def summarise(
    search: Union[Towards, Away], walks: Walks, count: int, facility_count: int, percentiles: Sequence[int],
    max_minutes: float = np.inf, step: Step = no_step,
) -> Summary:  # fmt: skip
    """For ``count`` places, a block of them at a time; percentiles are whole numbers from 1 to 100, by nearest rank."""
    parts = [
        _summary(journeys, facility_count, percentiles, max_minutes)
        for journeys in journeys_of(search, walks, count, step)
    ]
    return Summary(*(np.concatenate(values) for values in zip(*parts)))


def journeys_of(search: Union[Towards, Away], walks: Walks, count: int, step: Step = no_step):
    """The best journey of each place and departure, as ``Journeys`` of consecutive blocks of places."""
    order = np.argsort(walks.direct_origin, kind="stable")
    direct = (walks.direct_origin[order], walks.direct_facility[order], walks.direct_ms[order])
    by_stop = np.searchsorted(walks.origin, np.arange(count + 1))
    by_foot = np.searchsorted(direct[0], np.arange(count + 1))
    # A place costs a row of its own besides those of its walks.
    for begin, end in blocks(
        by_stop + by_foot + np.arange(count + 1), max(1, CELLS_AT_A_TIME // len(search.departures))
    ):
        step(begin / count)
        best = np.full((end - begin, len(search.departures)), NEVER)
        stretch = slice(by_stop[begin], by_stop[end])
        _lower(best, walks.origin[stretch] - begin, search.after_walks(walks.stop[stretch], walks.ms[stretch]))
        stretch = slice(by_foot[begin], by_foot[end])
        _lower(best, direct[0][stretch] - begin, search.direct(direct[1][stretch], direct[2][stretch]))
        reached = best < NEVER
        yield Journeys(
            np.where(reached, (best >> TIME_BIT) - search.departures, UNREACHED),
            np.where(reached, best & ((1 << RIDE_BIT) - 1), -1),
            np.where(reached, (best >> RIDE_BIT) & ((1 << (TIME_BIT - RIDE_BIT)) - 1), 0),
        )


def _lower(best: np.ndarray, row: np.ndarray, offered: np.ndarray) -> None:
    """Take over what is better in ``offered`` (p, d) for the rows (p, ascending) of ``best``."""
    rows, first = np.unique(row, return_index=True)
    if len(rows):
        best[rows] = np.minimum(best[rows], np.minimum.reduceat(offered, first, axis=0))


def _summary(journeys: Journeys, facility_count: int, percentiles, max_minutes: float) -> Summary:
    n, d = journeys.ms.shape
    any_reached = (journeys.ms < UNREACHED).any(1)
    reached = (journeys.ms < UNREACHED) & (journeys.ms <= max_minutes * MINUTE * WITHIN)
    ms = np.sort(np.where(reached, journeys.ms, UNREACHED), axis=1)
    at = ms[:, [nearest_rank(percent, d) for percent in percentiles]]
    minutes = np.where(at < UNREACHED, at / MINUTE, np.inf)
    count = reached.sum(1)
    transfers = np.sort(np.where(reached, np.maximum(journeys.rides - 1, 0), UNREACHED), axis=1)
    middle = transfers[np.arange(n), np.maximum((count + 1) // 2 - 1, 0)]
    return Summary(
        minutes,
        count / d,
        _most_frequent(np.where(reached, journeys.facility, -1), facility_count),
        np.where(count > 0, middle, -1),
        any_reached & (count == 0),
    )


def nearest_rank(percent: int, count: int) -> int:
    """Which (from 0) of ``count`` ascending values is the percentile by nearest rank."""
    return -(-percent * count // 100) - 1


def _most_frequent(facility: np.ndarray, facility_count: int) -> np.ndarray:
    """The number that occurs most in each row (ties: the lowest); −1 does not count unless there is nothing else."""
    n = len(facility)
    row, column = np.nonzero(facility >= 0)
    codes, times = np.unique(row * facility_count + facility[row, column], return_counts=True)
    row, number = np.divmod(codes, max(facility_count, 1))
    order = np.lexsort((number, -times, row))
    rows, first = np.unique(row[order], return_index=True)
    result = np.full(n, -1)
    result[rows] = number[order][first]
    return result
