"""What the checklist measures the made-up plans against: stops, hospitals, risks, noise, ground and green. All made up."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.spatial import cKDTree

from .geography import Geography
from .plan import COUNTY
from .plan_cases import SOURCE, PlanCases
from .projection import SWEREF99_TM, from_degrees

#: The day that every layer says its data are from: within the ages that the checklist allows on the twins' days.
LAYERS_DATE = "2026-05-15"
_TERM_SERVICE, _TRAIN = "SKOLDAG_VT", 2
_CELL_M, _MAPPED_M, _TRACK_WEST_M = 100.0, 2000.0, 450.0
_MAIN_CLASS, _DANGEROUS_CLASS = (
    3,
    1,
)  # the highest Klass_181 of roads that make noise, and of routes for dangerous goods
# Made up, as everything here: a real pad has surfaces of its own.
_SURFACE_SLOPE = 0.035
_HOSPITALS = ("universitetssjukhus", "lanssjukhus", "lansdelssjukhus", "narsjukhus")
_OWN_PREMISES = (*_HOSPITALS, "vardcentral", "ambulansstation", "helikopterbas", "folktandvard")


class Raster(NamedTuple):
    """``values`` (rows from north, columns from west), cells of ``cell_m``; ``west``, ``north`` the outer corner, metres."""

    values: np.ndarray
    west: float
    north: float
    cell_m: float


class PlanLand(NamedTuple):
    """Tables with x, y (points), lists of (n, 2) vertices (lines) and of closed rings (areas), EPSG:3006, and rasters."""

    points: dict[str, pd.DataFrame]
    lines: dict[str, tuple[pd.DataFrame, list[np.ndarray]]]
    areas: dict[str, tuple[pd.DataFrame, list[np.ndarray]]]
    rasters: dict[str, Raster]


def make_plan_land(
    geography: Geography, facilities: pd.DataFrame, timetable: dict[str, pd.DataFrame], cases: PlanCases
) -> PlanLand:
    """Every layer of the checklist that the county itself does not have."""
    own = facilities[(facilities["region"] == COUNTY) & facilities["closed"].isna()]
    stops = _stops(timetable)
    rings = dict(zip(cases.plans["plan_id"], cases.plan_rings))
    hospitals = own[own["type"].isin(_HOSPITALS)]
    premises = own[own["type"].isin(_OWN_PREMISES) & (own["driftsform"] == "egen_regi")]
    return PlanLand(
        points={"stops": stops, "stations": stops[stops["train"] == 1].reset_index(drop=True)},
        lines={
            "bus_roads": _roads(geography, _MAIN_CLASS),
            "dangerous_goods": _roads(geography, _DANGEROUS_CLASS),
            "railway": _railways(timetable, stops),
            "tram": (_named({}), []),  # there is none, which a layer says and no layer would not
            "power_lines": _power_line(geography),
        },
        areas={
            "heli_sectors": (_surfaces(cases), cases.sector_rings),
            "hospitals": _around(hospitals, 220.0, 150.0),
            "region_property": _around(premises, 35.0, 30.0),
            "transit_reserve": _strips(rings, {"EX-P021": "Reservat för brons hållplats"}),
            "flood": _corners(rings, {"EX-P022": "Beräknat högsta flöde", "EX-P009": "Skyfall"}),
            "protected": _strips(rings, {"EX-P015": "Vattentäkten Bergbäcken"}),
            "culture": _strips(rings, {"EX-P017": "Gamla epidemisjukhuset", "EX-P013": "Kvarnen"}),
            "green": _parks(geography, rings),
        },
        rasters={"dem": _ground(geography), "noise": _noise(geography, rings)},
    )


def ground_m(xy: np.ndarray) -> np.ndarray:
    """Height of the ground over the sea, metres, at (n, 2): low hills, the same everywhere the county is made."""
    east, north = xy[..., 0], xy[..., 1]
    return 14.0 + 9.0 * np.sin(east / 3100.0) * np.cos(north / 4300.0) + 4.0 * np.sin((east + north) / 1700.0)


def _stops(timetable: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Stops with the departures of a school day."""
    trips = timetable["trips"]
    trips = trips[trips["service_id"] == _TERM_SERVICE].merge(timetable["routes"][["route_id", "route_type"]])
    calls = timetable["stop_times"][["trip_id", "stop_id"]].merge(trips[["trip_id", "route_type"]])
    stops = timetable["stops"]
    departures = calls.groupby("stop_id").size().reindex(stops["stop_id"], fill_value=0)
    trains = calls[calls["route_type"] == _TRAIN]["stop_id"].unique()
    xy = from_degrees(stops[["stop_lon", "stop_lat"]].to_numpy(float), SWEREF99_TM)
    return pd.DataFrame(
        {
            "stop_id": stops["stop_id"],
            "name": stops["stop_name"],
            "turer_vardag": departures.to_numpy(),
            "train": stops["stop_id"].isin(trains).astype(int),
            "x": xy[:, 0],
            "y": xy[:, 1],
            "source": SOURCE,
        }
    )


def _roads(geography: Geography, highest_class: int) -> tuple[pd.DataFrame, list[np.ndarray]]:
    roads = geography.roads.reset_index(drop=True)
    chosen = np.flatnonzero((roads["Klass_181"] <= highest_class).fillna(False).to_numpy(bool))
    start = geography.road_start
    lines = [geography.road_xy[start[row] : start[row + 1]] for row in chosen]
    return roads.loc[chosen, ["Huvnr_556_1", "Klass_181"]].assign(source=SOURCE).reset_index(drop=True), lines


def _railways(timetable: dict[str, pd.DataFrame], stops: pd.DataFrame) -> tuple[pd.DataFrame, list[np.ndarray]]:
    """Each railway line from station to station, drawn a little west of the straight way."""
    routes = timetable["routes"][timetable["routes"]["route_type"] == _TRAIN]
    place = stops.set_index("stop_id")[["x", "y"]]
    lines = []
    trips, calls = timetable["trips"], timetable["stop_times"]
    for route in routes["route_id"]:
        trip = trips.loc[trips["route_id"] == route, "trip_id"].iloc[0]
        passed = calls[calls["trip_id"] == trip].sort_values("stop_sequence")["stop_id"]
        lines.append(place.loc[passed].to_numpy(float) - (_TRACK_WEST_M, 0.0))
    return routes[["route_long_name"]].rename(columns={"route_long_name": "name"}).assign(source=SOURCE), lines


def _power_line(geography: Geography) -> tuple[pd.DataFrame, list[np.ndarray]]:
    """One line along the county's western edge, far from every plan."""
    (west, south), (_, north) = geography.road_xy.min(axis=0), geography.road_xy.max(axis=0)
    return _named({"": "Stamledningen"}), [np.round(np.array([(west, south), (west, north)]), 1)]


def _around(facilities: pd.DataFrame, half_length: float, half_width: float) -> tuple[pd.DataFrame, list[np.ndarray]]:
    corners = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)]) * (half_length, half_width)
    rings = [np.round(corners + xy, 1) for xy in facilities[["x", "y"]].to_numpy(float)]
    return facilities[["facility_id", "name", "type"]].assign(source=SOURCE).reset_index(drop=True), rings


def _surfaces(cases: PlanCases) -> pd.DataFrame:
    """The sectors as surfaces that rise from the pad: height over the sea at its edge, and metres up per metre out."""
    pads = np.array([ring[0] for ring in cases.sector_rings])
    return cases.sectors.assign(start_height_m=np.round(ground_m(pads), 1), slope=_SURFACE_SLOPE)


def _strips(rings: dict[str, np.ndarray], names: dict[str, str]) -> tuple[pd.DataFrame, list[np.ndarray]]:
    """A strip across each of the named plans, a fifth of its length wide and reaching outside it."""
    shapes = []
    for plan_id in names:
        ring = rings[plan_id]
        long, wide = ring[1] - ring[0], ring[3] - ring[0]
        shapes.append(_ring(ring[0] + 0.4 * long - 0.5 * wide, 0.2 * long, 2.0 * wide))
    return _named(names), shapes


def _corners(rings: dict[str, np.ndarray], names: dict[str, str]) -> tuple[pd.DataFrame, list[np.ndarray]]:
    """Water over a corner of each of the named plans."""
    shapes = []
    for plan_id in names:
        ring = rings[plan_id]
        long, wide = ring[1] - ring[0], ring[3] - ring[0]
        shapes.append(_ring(ring[0] - 0.2 * long - 0.2 * wide, 0.4 * long, 0.4 * wide))
    return _named(names), shapes


def _parks(geography: Geography, rings: dict[str, np.ndarray]) -> tuple[pd.DataFrame, list[np.ndarray]]:
    """A park beside every second plan, and one by the middle of every settlement."""
    shapes, names = [], []
    for order, (plan_id, ring) in enumerate(rings.items()):
        if order % 2 == 1:
            long, wide = ring[1] - ring[0], ring[3] - ring[0]
            shapes.append(_ring(ring[3] + 0.05 * wide, long, 0.3 * wide))
            names.append("Park vid " + plan_id)
    for place in geography.settlements.itertuples():
        shapes.append(
            _ring(np.array([place.x + 150.0, place.y + 150.0]), np.array([140.0, 0.0]), np.array([0.0, 90.0]))
        )
        names.append(place.name + "s stadspark")
    return pd.DataFrame({"name": names, "source": SOURCE}), shapes


def _ring(corner: np.ndarray, along: np.ndarray, across: np.ndarray) -> np.ndarray:
    return np.round(np.array([corner, corner + along, corner + along + across, corner + across, corner]), 1)


def _named(names: dict[str, str]) -> pd.DataFrame:
    return pd.DataFrame({"plan_id": list(names), "name": list(names.values()), "source": SOURCE})


def _grid(geography: Geography) -> tuple[np.ndarray, float, float]:
    """Centres of the cells (rows, columns, 2) over the county, and the outer corner."""
    west, south = np.floor(geography.road_xy.min(axis=0) / 1000) * 1000 - 1000
    east, north = np.ceil(geography.road_xy.max(axis=0) / 1000) * 1000 + 1000
    x = np.arange(west + _CELL_M / 2, east, _CELL_M)
    y = np.arange(north - _CELL_M / 2, south, -_CELL_M)
    return np.stack(np.meshgrid(x, y), axis=-1), float(west), float(north)


def _ground(geography: Geography) -> Raster:
    centres, west, north = _grid(geography)
    return Raster(np.round(ground_m(centres), 1).astype(np.float32), west, north, _CELL_M)


def _noise(geography: Geography, rings: dict[str, np.ndarray]) -> Raster:
    """Equivalent level from the main roads alone: 74 dBA at 10 m, 15 less for each tenfold distance; at least 35.

    Counted only around the plans, as municipalities map noise in their localities: elsewhere NaN.
    """
    centres, west, north = _grid(geography)
    plans = np.array([ring[:4].mean(axis=0) for ring in rings.values()])
    cells = centres.reshape(-1, 2)
    near = np.flatnonzero(np.isfinite(cKDTree(plans).query(cells, distance_upper_bound=_MAPPED_M)[0]))
    _, lines = _roads(geography, _MAIN_CLASS)
    away = cKDTree(np.concatenate(lines)).query(cells[near])[0]
    level = np.full(len(cells), np.nan, dtype=np.float32)
    level[near] = np.round(np.maximum(74.0 - 15.0 * np.log10(np.maximum(away, 10.0) / 10.0), 35.0), 1)
    return Raster(level.reshape(centres.shape[:2]), west, north, _CELL_M)
