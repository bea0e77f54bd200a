"""The stops of a feed: places, stations that hold platforms together, and what the feed rules about changing between them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from .clock import DAY, SECOND

NOT_POSSIBLE, TAKES_TIME = "3", "2"
BETWEEN_STOPS = ("", "0", "1", TAKES_TIME, NOT_POSSIBLE)  # 4 and 5 are about staying in the vehicle


class Stops(NamedTuple):
    """``s`` stops: ``ids`` (s text), ``lonlat`` (s, 2; NaN where unknown), ``station`` (s): the number of the station or
    place a stop belongs to, its own number where it stands alone. ``borrowed``: stops that got their station's coordinates."""

    ids: pd.Index
    lonlat: np.ndarray
    station: np.ndarray
    borrowed: int

    def number(self, ids: pd.Series) -> np.ndarray:
        """Numbers (n) of stop ids; −1 for what is no stop."""
        return self.ids.get_indexer(ids)


def read_stops(table: pd.DataFrame) -> Stops:
    """From the table ``stops``; of two rows with one id the first counts."""
    table = table[table["stop_id"] != ""].drop_duplicates("stop_id")
    ids = pd.Index(table["stop_id"])
    lonlat = np.column_stack([_degrees(table["stop_lon"], 180), _degrees(table["stop_lat"], 90)])
    lonlat[np.isnan(lonlat).any(1) | (lonlat == 0).all(1)] = np.nan  # 0, 0 is how some write "unknown"
    parent = ids.get_indexer(table["parent_station"])
    station = np.where(parent < 0, np.arange(len(ids)), parent)
    borrowed = 0
    for _ in range(2):  # a boarding area has a platform, and that a station
        lost = np.isnan(lonlat).any(1) & ~np.isnan(lonlat[station]).any(1)
        lonlat[lost] = lonlat[station[lost]]
        borrowed += int(lost.sum())
        station = station[station]
    return Stops(ids, lonlat, station, borrowed)


def _degrees(texts: pd.Series, most: float) -> np.ndarray:
    values = pd.to_numeric(texts, errors="coerce").to_numpy(float)
    return np.where(np.abs(values) <= most, values, np.nan)


class Changes(NamedTuple):
    """What the feed rules about changing, one row per pair of stops: ``start``, ``end`` (r stop numbers), ``least_ms`` (r):
    the least time it must take, ``possible`` (r bool). ``left_out``: rows about single trips or routes, or about staying
    in the vehicle; ``unknown``: rows with a stop or a type that the feed does not have."""

    start: np.ndarray
    end: np.ndarray
    least_ms: np.ndarray
    possible: np.ndarray
    left_out: int
    unknown: int


def read_changes(table: pd.DataFrame, stops: Stops) -> Changes:
    """From the table ``transfers``. A rule about a station holds for its platforms; what is said of the platforms
    themselves goes before it."""
    special = (table[["from_route_id", "to_route_id", "from_trip_id", "to_trip_id"]] != "").any(axis=1)
    special |= table["transfer_type"].isin(["4", "5"])
    rules = table[~special]
    start, end = stops.number(rules["from_stop_id"]), stops.number(rules["to_stop_id"])
    good = (start >= 0) & (end >= 0) & rules["transfer_type"].isin(BETWEEN_STOPS).to_numpy()
    kind = rules["transfer_type"].to_numpy()[good]
    seconds = pd.to_numeric(rules["min_transfer_time"], errors="coerce").fillna(0).to_numpy(float)[good]
    # Some write an endless time for "never"; two days are as good, and can be added to a clock time.
    least = np.where(kind == TAKES_TIME, np.clip(seconds * SECOND, 0, 2 * DAY), 0).astype(np.int64)
    expanded = _to_platforms(start[good], end[good], stops.station)
    rows, start, end, general = expanded
    frame = pd.DataFrame({"start": start, "end": end, "general": general, "row": rows})
    frame = frame.sort_values(["start", "end", "general", "row"], kind="stable").drop_duplicates(["start", "end"])
    row = frame["row"].to_numpy(np.int64)
    return Changes(
        frame["start"].to_numpy(np.int64),
        frame["end"].to_numpy(np.int64),
        least[row],
        (kind != NOT_POSSIBLE)[row],
        int(special.sum()),
        int((~good).sum()),
    )


def _to_platforms(start: np.ndarray, end: np.ndarray, station: np.ndarray):
    """Every rule for every pair of platforms it holds for: its row, the two stops, and how many of them it names only by
    their station."""
    members = pd.DataFrame({"of": station, "stop": np.arange(len(station)), "general": 1})
    members = members[members["of"] != members["stop"]]
    itself = pd.DataFrame({"of": np.arange(len(station)), "stop": np.arange(len(station)), "general": 0})
    members = pd.concat([members, itself], ignore_index=True)
    rules = pd.DataFrame({"row": np.arange(len(start)), "start": start, "end": end})
    both = rules.merge(members, left_on="start", right_on="of").merge(members, left_on="end", right_on="of")
    general = both["general_x"] + both["general_y"]
    return both["row"].to_numpy(), both["stop_x"].to_numpy(), both["stop_y"].to_numpy(), general.to_numpy()
