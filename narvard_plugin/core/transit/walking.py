"""Walks between people, stops and facilities, and the changes between stops that walks and the feed allow."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from ..network.limits import WITHIN, Step, no_step
from ..network.matrix import Pairs
from .clock import milliseconds
from .stops import Changes


class Walks(NamedTuple):
    """Walks in the direction of travel, each of at most one leg's minutes. ``origin``, ``stop``, ``ms``: between people and
    stops, by origin. ``direct_origin``, ``direct_facility``, ``direct_ms``: between people and facilities. ``end_stop``, ``end_facility``,
    ``end_ms``: between stops and facilities. ``change_from``, ``change_to``, ``change_ms``: from stop to stop, as people go."""

    origin: np.ndarray
    stop: np.ndarray
    ms: np.ndarray
    direct_origin: np.ndarray
    direct_facility: np.ndarray
    direct_ms: np.ndarray
    end_stop: np.ndarray
    end_facility: np.ndarray
    end_ms: np.ndarray
    change_from: np.ndarray
    change_to: np.ndarray
    change_ms: np.ndarray


def sorted_walks(pairs: Pairs, origin_count: int, facility_count: int, stops: np.ndarray, towards: bool) -> Walks:
    """``pairs`` between origins followed by ``stops`` (p numbers), and facilities followed by the same stops, by kind."""
    ms = milliseconds(pairs.minutes)
    at_origin, at_facility = pairs.origin < origin_count, pairs.facility < facility_count
    stop_here = stops[np.maximum(pairs.origin - origin_count, 0)] if len(stops) else np.zeros(len(ms), np.int64)
    stop_there = stops[np.maximum(pairs.facility - facility_count, 0)] if len(stops) else np.zeros(len(ms), np.int64)
    access = np.flatnonzero(at_origin & ~at_facility)
    access = access[np.lexsort((stop_there[access], pairs.origin[access]))]
    direct, end = np.flatnonzero(at_origin & at_facility), np.flatnonzero(~at_origin & at_facility)
    change = np.flatnonzero(~at_origin & ~at_facility)
    here, there = stop_here[change], stop_there[change]
    return Walks(
        pairs.origin[access], stop_there[access], ms[access],
        pairs.origin[direct], pairs.facility[direct], ms[direct],
        stop_here[end], pairs.facility[end], ms[end],
        *((here, there) if towards else (there, here)), ms[change],
    )  # fmt: skip


class Footpaths(NamedTuple):
    """Where one may board after getting off at each of ``s`` stops: ``to`` and ``ms``, those of stop i at
    ``first[i]:first[i + 1]``; the stop itself is among them unless the feed forbids it."""

    first: np.ndarray
    to: np.ndarray
    ms: np.ndarray


class ChangeRules(NamedTuple):
    """``max_walk_ms`` for one leg, the straight-line speed ``metres_per_ms`` (detour included), and the least time
    ``min_change_ms`` between getting off and boarding, the walk included."""

    max_walk_ms: int
    metres_per_ms: float
    min_change_ms: int = 0


def make_footpaths(
    walks: Walks, changes: Changes, stop_xy: np.ndarray, station: np.ndarray, used: np.ndarray, rules: ChangeRules,
    step: Step = no_step,
) -> Footpaths:  # fmt: skip
    """All changes between the ``used`` (s bool) stops.

    Platforms of one station (``station``, s), and stops that the feed's own rules name together, also connect in a straight
    line where that is shorter than the roads, since roads seldom show the ways inside a station.
    """
    everywhere = np.flatnonzero(used)
    step(0.0)
    start, end = _linked(station, changes, used)
    metres = np.nan_to_num(np.hypot(*(stop_xy[start] - stop_xy[end]).T))
    straight = np.rint(metres / rules.metres_per_ms).astype(np.int64)
    near = straight <= rules.max_walk_ms * WITHIN
    frame = pd.DataFrame(
        {
            "start": np.concatenate([walks.change_from, start[near], everywhere]),
            "end": np.concatenate([walks.change_to, end[near], everywhere]),
            "ms": np.concatenate([walks.change_ms, straight[near], np.zeros(len(everywhere), np.int64)]),
        }
    )
    frame = frame.sort_values(["start", "end", "ms"], kind="stable").drop_duplicates(["start", "end"])
    ruled = pd.DataFrame(
        {"start": changes.start, "end": changes.end, "least": changes.least_ms, "possible": changes.possible}
    )
    frame = frame.merge(ruled, on=["start", "end"], how="left")
    frame = frame[frame["possible"].isna() | (frame["possible"] == True)]  # noqa: E712 - a missing rule forbids nothing
    least = frame["least"].fillna(0).to_numpy(np.int64)
    ms = np.maximum(np.maximum(frame["ms"].to_numpy(np.int64), least), rules.min_change_ms)
    starts = frame["start"].to_numpy(np.int64)
    return Footpaths(np.searchsorted(starts, np.arange(len(used) + 1)), frame["end"].to_numpy(np.int64), ms)


def _linked(station: np.ndarray, changes: Changes, used: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of different used stops in one station, and those that the feed says one may change between."""
    stops = np.flatnonzero(used)
    members = pd.DataFrame({"station": station[stops], "stop": stops})
    members = members[members["station"].duplicated(keep=False)]
    pairs = members.merge(members, on="station")
    listed = changes.possible & used[changes.start] & used[changes.end]
    start = np.concatenate([pairs["stop_x"].to_numpy(np.int64), changes.start[listed]])
    end = np.concatenate([pairs["stop_y"].to_numpy(np.int64), changes.end[listed]])
    apart = start != end
    return start[apart], end[apart]
