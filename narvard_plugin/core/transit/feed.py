"""A timetable feed (GTFS Schedule) as tables of text, and several feeds as one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from .calendar import WEEKDAYS, Calendar

# Table → column → must the feed have it? All other columns and tables are left unread.
COLUMNS = {
    "stops": {
        "stop_id": True, "stop_name": False, "stop_lat": True, "stop_lon": True, "location_type": False,
        "parent_station": False,
    },
    "routes": {"route_id": True, "route_type": False},
    "calendar": {"service_id": True, **dict.fromkeys(WEEKDAYS, True), "start_date": True, "end_date": True},
    "calendar_dates": {"service_id": True, "date": True, "exception_type": True},
    "trips": {"route_id": False, "service_id": True, "trip_id": True},
    "frequencies": {
        "trip_id": True, "start_time": True, "end_time": True, "headway_secs": True, "exact_times": False,
    },
    "transfers": {
        "from_stop_id": True, "to_stop_id": True, "transfer_type": False, "min_transfer_time": False,
        "from_route_id": False, "to_route_id": False, "from_trip_id": False, "to_trip_id": False,
    },
    "stop_times": {
        "trip_id": True, "arrival_time": True, "departure_time": True, "stop_id": True, "stop_sequence": True,
        "pickup_type": False, "drop_off_type": False, "shape_dist_traveled": False,
    },
}  # fmt: skip
_IDS = (
    "stop_id", "parent_station", "route_id", "service_id", "trip_id", "from_stop_id", "to_stop_id", "from_route_id",
    "to_route_id", "from_trip_id", "to_trip_id",
)  # fmt: skip


class Feed(NamedTuple):
    """What is known of the days around one day. Tables hold text, columns as in ``COLUMNS``; ``trips`` and ``stop_times``
    are those of the services that run then. ``latin``: files that were not written in UTF-8; ``idle``: feeds (paths) in which nothing runs on the day itself."""

    calendar: Calendar
    stops: pd.DataFrame
    routes: pd.DataFrame
    trips: pd.DataFrame
    frequencies: pd.DataFrame
    transfers: pd.DataFrame
    stop_times: pd.DataFrame
    latin: list[str]
    idle: list[str]


def joined(feeds: Sequence[Feed]) -> Feed:
    """Several feeds as one; their ids get the feed's number, so that equal ids of two feeds stay two things."""
    if len(feeds) == 1:
        return feeds[0]
    feeds = [_numbered(feed, number) for number, feed in enumerate(feeds, 1)]
    tables = {
        name: pd.concat([getattr(feed, name) for feed in feeds], ignore_index=True)
        for name in ("stops", "routes", "trips", "frequencies", "transfers", "stop_times")
    }
    weekly, dates = (pd.concat(parts, ignore_index=True) for parts in zip(*(feed.calendar for feed in feeds)))
    latin, idle = ([text for feed in feeds for text in getattr(feed, name)] for name in ("latin", "idle"))
    return Feed(calendar=Calendar(weekly, dates), latin=latin, idle=idle, **tables)


def _numbered(feed: Feed, number: int) -> Feed:
    tables = {
        name: _with_number(table, number)
        for name, table in feed._asdict().items()
        if name in COLUMNS and name != "calendar"
    }
    calendar = Calendar(*(_with_number(table, number) for table in feed.calendar))
    latin = [f"{number}: {name}" for name in feed.latin]
    return feed._replace(calendar=calendar, latin=latin, **tables)


def _with_number(table: pd.DataFrame, number: int) -> pd.DataFrame:
    ids = {column: _prefixed(table[column], number) for column in table.columns if column in _IDS}
    return table.assign(**ids)


def _prefixed(ids: pd.Series, number: int) -> pd.Series:
    return ids.where(ids == "", f"{number}:" + ids)
