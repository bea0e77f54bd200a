"""Small feeds made by hand or at random, and the tool's own computation run on them with straight-line walks."""

import zipfile
from datetime import date
from typing import NamedTuple

import numpy as np

from narvard_plugin.core.network.straight import Straight, pairs_straight
from narvard_plugin.core.transit.away import search_away
from narvard_plugin.core.transit.clock import MINUTE, Window
from narvard_plugin.core.transit.rides import MOST_RIDES, Rides
from narvard_plugin.core.transit.stops import read_changes, read_stops
from narvard_plugin.core.transit.summary import journeys_of, summarise
from narvard_plugin.core.transit.timetable import make_timetable
from narvard_plugin.core.transit.towards import search_towards
from narvard_plugin.core.transit.walking import ChangeRules, make_footpaths, sorted_walks
from narvard_plugin.sources.gtfs import read_feed

DAY = date(2026, 3, 4)  # a Wednesday
METRES_PER_DEGREE = 100_000  # a flat earth of our own: hundredths of a degree are kilometres
METRES_PER_MINUTE = 5000 / 60 / 1.3


def table(text: str) -> str:
    """A table from lines with blanks between columns; a dot is an empty value."""
    rows = [["" if word == "." else word for word in line.split()] for line in text.strip().splitlines()]
    return "\n".join(",".join(row) for row in rows) + "\n"


def write_feed(path, encoding="utf-8", **tables):
    """A zip of ``tables`` {name: text}; what a feed needs and is not given gets an everyday form."""
    tables.setdefault(
        "agency", "agency_id,agency_name,agency_url,agency_timezone\nA,A,https://example.org,Europe/Stockholm\n"
    )
    tables.setdefault("routes", "route_id,route_type\nr,3\n")
    if "calendar" not in tables and "calendar_dates" not in tables:
        tables["calendar_dates"] = f"service_id,date,exception_type\nday,{DAY:%Y%m%d},1\n"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in tables.items():
            archive.writestr(f"{name}.txt", text.encode(encoding))
    return path


class Case(NamedTuple):
    """One question: a feed's ``path``, places in metres, the window in minutes, and the rules."""

    path: object
    origins: np.ndarray
    facilities: np.ndarray
    start: int
    end: int
    towards: bool = True
    max_walk: float = 10.0
    min_change: float = 0.0
    most_rides: int = MOST_RIDES


class Computed(NamedTuple):
    told: object
    timetable: object
    changes: object
    search: object
    walks: object
    xy: dict


def compute(case: Case) -> Computed:
    feed = read_feed([case.path], DAY)
    stops, window = read_stops(feed.stops), Window(case.start, case.end)
    xy = stops.lonlat * METRES_PER_DEGREE
    timetable, told = make_timetable(feed, stops, xy, DAY, window)
    used = np.zeros(len(xy), bool)
    used[timetable.stop] = True
    placed = np.flatnonzero(used & np.isfinite(xy).all(1))
    straight = Straight(np.concatenate([case.facilities, xy[placed]]), 1.3, 5.0)
    pairs = pairs_straight(straight, np.concatenate([case.origins, xy[placed]]), case.max_walk)
    walks = sorted_walks(pairs, len(case.origins), len(case.facilities), placed, case.towards)
    changes = read_changes(feed.transfers, stops)
    rules = ChangeRules(round(case.max_walk * MINUTE), METRES_PER_MINUTE / MINUTE, round(case.min_change * MINUTE))
    footpaths = make_footpaths(walks, changes, xy, stops.station, used, rules)
    rides = Rides(timetable, footpaths, window.start * MINUTE)
    search = (search_towards if case.towards else search_away)(rides, walks, window.departures, case.most_rides)
    return Computed(told, timetable, changes, search, walks, dict(zip(stops.ids, map(tuple, xy))))


def answers(case: Case) -> list:
    """Per origin and departure: (minutes, rides, facility), or None."""
    done = compute(case)
    found = []
    for part in journeys_of(done.search, done.walks, len(case.origins)):
        for ms, facility, rides in zip(*part):
            found.append(
                [None if f < 0 else (int(m), int(r), int(f)) for m, r, f in zip(ms, rides, facility)]
            )  # fmt: skip
    return found


def summary(case: Case, percentiles=(50, 90), max_minutes=np.inf):
    done = compute(case)
    return summarise(done.search, done.walks, len(case.origins), len(case.facilities), percentiles, max_minutes)
