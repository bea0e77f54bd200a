"""Travel time by timetable from the plans of a review to the features of a layer, for all of them in one search."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ...core.network.travel import NoFacilityOnRoad, RoadTravel, TravelRules
from ...core.transit.clock import MINUTE, Window, milliseconds
from ...core.transit.rides import MOST_RIDES, Rides
from ...core.transit.stops import read_changes
from ...core.transit.summary import summarise
from ...core.transit.timetable import make_timetable
from ...core.transit.towards import search_towards
from ...core.transit.walking import ChangeRules, make_footpaths, sorted_walks
from ..crs import crs_from_text, transform_xy
from .departures import Traffic
from .layer_data import SWEREF99TM
from .network_reach import MOST_OFFROAD_M, WALK_KMH, asking

#: The morning of an ordinary weekday; half of its departures take no longer than what is told.
MORNING = Window(7 * 60, 9 * 60)
MEDIAN = 50
MOST_WALK_MINUTES = 15.0
_DETOUR = 1.3


def minutes_by_transit(traffic: Traffic, network, facilities: np.ndarray, origins: np.ndarray, transforms, feedback):
    """Minutes (n; inf = no journey) from ``origins`` (n, 2) to the nearest of ``facilities`` (f, 2), SWEREF 99 TM.

    The median over every departure minute 07–09, waiting included; walks of at most 15 minutes a leg along the roads.
    Walking all the way counts where that is as short.
    """
    crs = crs_from_text(network.crs)
    here, there, stop_xy = (transform_xy(xy, SWEREF99TM, crs, transforms) for xy in (origins, facilities, traffic.xy))
    step = asking(feedback)
    timetable, _ = make_timetable(traffic.feed, traffic.stops, stop_xy, traffic.day, MORNING)
    used = np.zeros(timetable.stop_count, bool)
    used[timetable.stop] = True
    placed = np.flatnonzero(used & np.isfinite(stop_xy).all(1))
    rules = TravelRules("walk", "to_facility", MOST_WALK_MINUTES, 1.0, MOST_OFFROAD_M, WALK_KMH)
    travel = RoadTravel(network, rules, there)
    travel = replace(travel, facility_xy=np.concatenate([there, stop_xy[placed]]))
    try:
        pairs = travel.pairs(np.concatenate([here, stop_xy[placed]]), step)
    except NoFacilityOnRoad:
        return np.full(len(origins), np.inf)
    walks = sorted_walks(pairs, len(here), len(there), placed, True)
    straight = WALK_KMH * 1000 / 60 / _DETOUR / MINUTE
    changes = read_changes(traffic.feed.transfers, traffic.stops)
    limits = ChangeRules(int(milliseconds(MOST_WALK_MINUTES)), straight, 0)
    footpaths = make_footpaths(walks, changes, stop_xy, traffic.stops.station, used, limits, step)
    rides = Rides(timetable, footpaths, MORNING.start * MINUTE)
    search = search_towards(rides, walks, MORNING.departures, MOST_RIDES, step)
    return summarise(search, walks, len(here), len(there), [MEDIAN], np.inf, step).minutes[:, 0]
