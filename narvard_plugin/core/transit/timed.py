"""Times of every stop of every trip pattern of a feed: read, checked, and filled in where the feed gives none."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from .clock import BLANK, UNREADABLE, parse_times


class Timed(NamedTuple):
    """Stop times of ``t`` trips, in order of trip and stop: ``trip`` (n number), ``stop`` (n number), ``arrive``, ``depart``
    (n, ms), ``board``, ``alight`` (n bool: allowed here), ``first`` (t + 1): where each trip's begin. ``ids`` (t text)."""

    ids: np.ndarray
    trip: np.ndarray
    stop: np.ndarray
    arrive: np.ndarray
    depart: np.ndarray
    board: np.ndarray
    alight: np.ndarray
    on_demand: np.ndarray
    first: np.ndarray


class Faults(NamedTuple):
    """What was wrong or missing in the ``stop_times`` of the trips that run: ``interpolated`` times, ``untimed`` rows at the end
    of a trip that nothing can tell the time of, rows at ``unknown_stops``, ``unreadable`` (trip ids) with times that cannot
    be read, ``backwards`` (trip ids) with times that run back, ``single`` (trip ids) with fewer than two stops with times."""

    stop_times: int
    interpolated: int
    untimed: int
    unknown_stops: int
    unreadable: list[str]
    backwards: list[str]
    single: list[str]


def read_times(table: pd.DataFrame, stop: np.ndarray, stop_xy: np.ndarray) -> tuple[Timed, Faults]:
    """From the table ``stop_times`` with the number of each row's ``stop`` (n; −1 unknown); ``stop_xy`` (s, 2) metres.

    A trip is left out whole where a time or a sequence number cannot be read or runs backwards: half a trip would bring
    people to the wrong place at the wrong time. Stops without a time get one between the timed ones around them.
    """
    trip, ids = pd.factorize(table["trip_id"])
    sequence = pd.to_numeric(table["stop_sequence"], errors="coerce").to_numpy(float)
    arrive, depart = parse_times(table["arrival_time"]), parse_times(table["departure_time"])
    bad = np.isnan(sequence) | (arrive == UNREADABLE) | (depart == UNREADABLE)
    unreadable = np.zeros(len(ids), bool)
    unreadable[trip[bad]] = True
    keep = np.flatnonzero(~unreadable[trip] & (stop >= 0))
    unknown_stops = int((stop < 0).sum())
    keep = keep[np.lexsort((sequence[keep], trip[keep]))]
    trip, stop, arrive, depart = trip[keep], stop[keep], arrive[keep], depart[keep]
    arrive, depart = np.where(arrive == BLANK, depart, arrive), np.where(depart == BLANK, arrive, depart)
    along = pd.to_numeric(table["shape_dist_traveled"], errors="coerce").to_numpy(float)[keep]
    arrive, depart, known, guessed = _filled(trip, stop, arrive, depart, along, stop_xy)
    untimed = int((~known).sum())
    rows = np.flatnonzero(known)
    trip, stop, arrive, depart, guessed, keep = (v[rows] for v in (trip, stop, arrive, depart, guessed, keep))
    backwards = np.zeros(len(ids), bool)
    backwards[trip[depart < arrive]] = True
    later = np.flatnonzero(trip[1:] == trip[:-1])
    backwards[trip[later[arrive[later + 1] < depart[later]]]] = True
    single = (np.bincount(trip, minlength=len(ids)) < 2) & ~unreadable
    rows = np.flatnonzero(~(backwards | single)[trip])
    number, trip = np.unique(trip[rows], return_inverse=True)
    keep = keep[rows]
    pickup, drop_off = table["pickup_type"].to_numpy()[keep], table["drop_off_type"].to_numpy()[keep]
    timed = Timed(
        ids=np.asarray(ids, object)[number],
        trip=trip,
        stop=stop[rows],
        arrive=arrive[rows],
        depart=depart[rows],
        board=pickup != "1",
        alight=drop_off != "1",
        on_demand=np.isin(pickup, ["2", "3"]) | np.isin(drop_off, ["2", "3"]),
        first=np.searchsorted(trip, np.arange(len(number) + 1)),
    )
    named = (sorted(ids[flag]) for flag in (unreadable, backwards, single))
    return timed, Faults(len(rows), int(guessed[rows].sum()), untimed, unknown_stops, *named)


def _filled(trip, stop, arrive, depart, along, stop_xy):
    """Times with those between timed stops filled in; ``known`` (n bool): has a time now, ``guessed``: it was filled in."""
    n = len(trip)
    timed = arrive != BLANK
    rows = np.arange(n)
    before = np.maximum.accumulate(np.where(timed, rows, -1)) if n else rows
    after = np.minimum.accumulate(np.where(timed, rows, n)[::-1])[::-1] if n else rows
    inside = ~timed & (before >= 0) & (after < n)
    inside[inside] = (trip[before[inside]] == trip[inside]) & (trip[after[inside]] == trip[inside])
    at = np.flatnonzero(inside)
    share = _shares(trip, stop, along, stop_xy, before[at], at, after[at])
    start, end = depart[before[at]], arrive[after[at]]
    filled = start + np.rint(share * (end - start)).astype(np.int64)
    arrive, depart = arrive.copy(), depart.copy()
    arrive[at] = depart[at] = filled
    return arrive, depart, timed | inside, inside


def _shares(trip, stop, along, stop_xy, before, at, after) -> np.ndarray:
    """How far (0–1) rows ``at`` have come from ``before`` to ``after``: by the feed's own distances where all of that stretch
    has rising ones, else by the straight lines from stop to stop, else by the number of stops."""
    same = np.zeros(len(trip), bool)
    same[1:] = trip[1:] == trip[:-1]
    own = np.where(same, np.diff(along, prepend=np.nan), 0.0)
    xy = stop_xy[stop]
    straight = np.where(same, np.hypot(*np.diff(xy, axis=0, prepend=xy[:1]).T), 0.0)
    share = (at - before) / np.maximum(after - before, 1)
    for steps in (straight, own):  # the better measure last
        unknown = ~(steps >= 0)
        total, gaps = np.cumsum(np.where(unknown, 0.0, steps)), np.cumsum(unknown)
        length = total[after] - total[before]
        usable = (gaps[after] == gaps[before]) & (length > 0)
        share[usable] = ((total[at] - total[before]) / np.where(length > 0, length, 1))[usable]
    return np.clip(share, 0, 1)
