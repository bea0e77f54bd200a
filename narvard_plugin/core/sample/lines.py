"""The public transport lines of the sample county: the places they serve and the stops along the roads."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.spatial import cKDTree

from .geography import Geography
from .plan import COUNTY
from .roadgraph import RoadGraph

BUS, TRAIN, FERRY = 3, 2, 4
_COUNTRY_GAP, _TOWN_GAP = 1900.0, 420.0
_SAME_STOP = 70.0
_PEOPLE_PER_TOWN_LINE = 7500

# number, places, pattern of departures
_REGIONAL = (
    ("101", ("Lindhamn", "Hagbo", "Torsvik", "Sillnäs"), "trunk"),
    ("102", ("Lindhamn", "Smedstad", "Lönnslätt", "Påryda", "Hultaryd", "Kosterud", "Sörmåla"), "regional"),
    ("103", ("Lindhamn", "Rinkamåla", "Ålmåla", "Fliseby"), "regional"),
    ("104", ("Lindhamn", "Drageby", "Mönsvik", "Emmekulla", "Ekhamn"), "trunk"),
    ("105", ("Lindhamn", "Färjesta", "Borgmark", "Glöminge", "Köpingsvall", "Kyrkeborg"), "trunk"),
    ("106", ("Kyrkeborg", "Löttorpa", "Nordudden"), "country"),
    ("107", ("Färjesta", "Mörbyåsa", "Grönhög"), "country"),
    ("108", ("Ekhamn", "Figesund", "Solstadviken", "Valdershamn", "Norrhamn"), "regional"),
    ("109", ("Norrhamn", "Gamlebo", "Edsbroa", "Tunalida"), "country"),
    ("110", ("Norrhamn", "Ankarfors", "Järnboda", "Överbruk", "Södra Vigen", "Brännhult"), "regional"),
    ("111", ("Ekhamn", "Kristehult", "Mosshult", "Granhult"), "regional"),
    ("112", ("Hultaryd", "Alstermåla", "Ruskryd", "Mosshult"), "country"),
    ("113", ("Mosshult", "Virsebo", "Kvarnlunda", "Gullringe", "Järnboda"), "country"),
    ("114", ("Mönsvik", "Fliseby", "Fågelforsa", "Mosshult"), "country"),
    ("115", ("Torsvik", "Bröms", "Tvärmåla", "Vissehult", "Hultaryd", "Emmaboryd"), "country"),
    ("116", ("Kvarnlunda", "Misterfors", "Valdershamn"), "school"),
    ("117", ("Kvarnlunda", "Storebrotorp", "Granhult"), "country"),
    ("118", ("Hultaryd", "Orrefall", "Ålmåla", "Mönsvik"), "school"),
    ("119", ("Järnboda", "Hjortbo", "Ydrefors"), "school"),
    ("120", ("Ekhamn", "Fagerhyltan", "Misterfors"), "school"),
    ("121", ("Lindhamn", "Svensö", "Hagbo"), "country"),
    ("122", ("Torsvik", "Jämsö", "Åhamn"), "country"),
    ("123", ("Mönsvik", "Timmervik", "Påskvik", "Ekhamn"), "school"),
    ("124", ("Norrhamn", "Loftsund", "Helgenäs"), "school"),
    ("125", ("Lindhamn", "Drageby", "Revsudd"), "country"),
    ("126", ("Lindhamn", "Gökalund", "Tvärmåla"), "country"),
    ("127", ("Kvarnlunda", "Vena kvarn", "Kristehult", "Ekhamn"), "country"),
    ("N1", ("Lindhamn", "Hagbo", "Torsvik"), "night"),
    ("N2", ("Lindhamn", "Drageby", "Mönsvik"), "night"),
)
_COAST_RAILWAY = ("Torsvik", "Hagbo", "Lindhamn", "Mönsvik", "Ekhamn", "Valdershamn", "Norrhamn")
_TRAIN_KMH = 95.0
_BUS_OVER_CAR, _BUS_DWELL = 1.12, 0.35


class Line(NamedTuple):
    """One line: its stops in order (rows of the stop table), minutes from the start, and which stops have a time."""

    number: str
    name: str
    route_type: int
    pattern: str
    stops: np.ndarray
    minutes: np.ndarray
    timed: np.ndarray


class _Stops:
    """The stops so far; a line uses a stop that is already there when one lies close by."""

    def __init__(self):
        self.xy: list[tuple[float, float]] = []
        self.names: list[str] = []

    def at(self, xy: np.ndarray, name: str) -> int:
        if self.xy:
            gap = np.hypot(*(np.array(self.xy) - xy).T)
            if gap.min() < _SAME_STOP:
                return int(gap.argmin())
        self.xy.append((float(xy[0]), float(xy[1])))
        number = sum(other == name or other.startswith(f"{name} ") for other in self.names)
        self.names.append(name if number == 0 else f"{name} {number + 1}")
        return len(self.xy) - 1


def make_lines(
    geography: Geography, graph: RoadGraph, pause: Callable[[], None] = lambda: None
) -> tuple[pd.DataFrame, list[Line]]:
    """The stops (name, x, y in EPSG:3006) and the lines of the hand-made county.

    ``pause`` is called before each bus line; what it raises stops the work.
    """
    places = geography.settlements.set_index("name")
    stops = _Stops()
    tree = cKDTree(geography.settlements[["x", "y"]].to_numpy(float))
    lines = [_railway(places, graph, stops)]
    for number, through, pattern in _REGIONAL:
        pause()
        points = places.loc[list(through), ["x", "y"]].to_numpy(float)
        lines.append(_road_line(number, f"{through[0]}–{through[-1]}", pattern, points, geography, tree, graph, stops))
    for name, number, points in _town_routes(geography):
        pause()
        lines.append(_road_line(str(number), f"{name}, stadsbuss", "town", points, geography, tree, graph, stops))
    lines.append(_ferry(places, graph, stops))
    table = pd.DataFrame(stops.xy, columns=["x", "y"])
    table.insert(0, "name", stops.names)
    return table, lines


def _road_line(number, name, pattern, points, geography, tree, graph, stops) -> Line:
    nodes = graph.nearest(points)
    legs = [graph.path(a, b) for a, b in zip(nodes[:-1], nodes[1:]) if a != b]
    path = np.concatenate([legs[0], *(leg[1:] for leg in legs[1:])])
    xy = graph.xy[path]
    metres = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(xy, axis=0).T))])
    car = np.concatenate([[0], np.cumsum(np.asarray(graph.minutes[path[:-1], path[1:]]).ravel())])
    ends = np.isin(path, nodes)
    chosen = _stop_places(xy, metres, ends, geography, tree)
    near = geography.settlements["name"].to_numpy()[tree.query(xy[chosen])[1]]
    rows, kept = [], []
    for position, place in zip(chosen, near):
        row = stops.at(xy[position], place)
        if not rows or row != rows[-1]:
            rows.append(row)
            kept.append(position)
    minutes = car[kept] * _BUS_OVER_CAR + np.arange(len(kept)) * _BUS_DWELL
    timed = ends[kept] | (np.arange(len(kept)) % 7 == 0)
    timed[[0, -1]] = True
    return Line(number, name, BUS, pattern, np.array(rows), minutes, timed)


def _stop_places(xy, metres, ends, geography, tree) -> np.ndarray:
    """Positions along a path where the bus stops: close together in places, far apart in the country."""
    gap, nearest = tree.query(xy)
    town = gap < 250 + 10 * np.sqrt(geography.settlements["population"].to_numpy(float)[nearest])
    chosen, last = [0], 0.0
    for position in range(1, len(xy)):
        if ends[position] or metres[position] - last >= (_TOWN_GAP if town[position] else _COUNTRY_GAP):
            chosen.append(position)
            last = metres[position]
    if len(chosen) > 2 and metres[-1] - metres[chosen[-2]] < _SAME_STOP:
        chosen.pop(-2)
    return np.array(chosen)


def _town_routes(geography: Geography):
    """Name, number and three points (edge, centre, opposite edge) of each town line of the county's larger places."""
    people = geography.squares_250
    xy, weight = people[["x", "y"]].to_numpy(float), people["population"].to_numpy(float)
    number = 0
    for place in geography.settlements.itertuples():
        count = int(place.population // _PEOPLE_PER_TOWN_LINE)
        if place.region != COUNTY:
            continue
        centre = np.array([place.x, place.y])
        away = xy - centre
        inside = (np.hypot(*away.T) < 200 + 11 * np.sqrt(place.population)) & (weight >= 15)
        for line in range(count):
            angle = np.pi * (line + 0.25) / count
            along = away[inside] @ (np.cos(angle), np.sin(angle))
            across = np.abs(away[inside] @ (-np.sin(angle), np.cos(angle)))
            edge = [xy[inside][np.argmax(sign * along - 1.4 * across)] for sign in (1, -1)]
            number += 1
            yield place.name, number, np.array([edge[0], centre, edge[1]])


def _railway(places: pd.DataFrame, graph: RoadGraph, stops: _Stops) -> Line:
    """The coast railway: stations a few hundred metres from the middle of the places."""
    centres = places.loc[list(_COAST_RAILWAY), ["x", "y"]].to_numpy(float)
    stations = graph.xy[graph.nearest(np.add(centres, (-350.0, 120.0)))]
    rows = [stops.at(xy, f"{name} station") for xy, name in zip(stations, _COAST_RAILWAY)]
    km = np.hypot(*np.diff(stations, axis=0).T) * 1.08 / 1000
    minutes = np.concatenate([[0], np.cumsum(km / _TRAIN_KMH * 60 + 2.5)])
    return Line(
        "Kustpilen", "Torsvik–Norrhamn", TRAIN, "train", np.array(rows), minutes, np.ones(len(rows), dtype=bool)
    )


def _ferry(places: pd.DataFrame, graph: RoadGraph, stops: _Stops) -> Line:
    """The summer ferry from the island's north to Ekhamn, for people on foot."""
    ends = places.loc[["Nordudden", "Ekhamn"], ["x", "y"]].to_numpy(float)
    quays = graph.xy[graph.nearest(np.add(ends, (-300.0, 0.0)))]
    rows = [stops.at(xy, f"{name} färjeläge") for xy, name in zip(quays, ("Nordudden", "Ekhamn"))]
    return Line("F1", "Nordudden–Ekhamn", FERRY, "ferry", np.array(rows), np.array([0.0, 95.0]), np.ones(2, dtype=bool))
