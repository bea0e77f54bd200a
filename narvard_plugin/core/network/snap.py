"""Where points meet the roads: the nearest place along a link, and what it costs to reach the link's ends from there."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.spatial import cKDTree

from .modes import MODES
from .network import Costs, Network

PIECE_M = 100.0  # segments are searched in pieces of at most this length
MUCH_NEARER_M = 100.0  # a difference in distance to the road that a person should hear of
KMH_TO_M_PER_MINUTE = 1000 / 60
_MOST_BOXES = 4_000_000  # compared with points one by one; beyond that, points are counted in as many squares
LAST = np.int64(np.iinfo(np.int64).max)  # after every number; NumPy 2 would make a plain one −1 beside 32 bits


class Places(NamedTuple):
    """``n`` places along links: ``link`` (−1 = none within the limit), the segment's first ``vertex``, the ``share``
    (0–1) of the segment before the place, and the metres off the road, ``offroad_m`` (inf = none)."""

    link: np.ndarray
    vertex: np.ndarray
    share: np.ndarray
    offroad_m: np.ndarray

    def take(self, rows) -> Places:
        return Places(*(column[rows] for column in self))


class Ends(NamedTuple):
    """Minutes between a place and the two ends of its link: (n) at ``link_from`` and (n) at ``link_to``; inf = closed."""

    at_from: np.ndarray
    at_to: np.ndarray


class Finder:
    """Finds the nearest place on the links where ``links`` (m bool) holds."""

    def __init__(self, network: Network, links: np.ndarray):
        self._network = network
        count = np.diff(network.first)
        inner = np.ones(network.first[-1], bool)
        inner[network.first[1:] - 1] = False
        self._vertex = np.flatnonzero(inner & np.repeat(links, count))
        self._link = np.repeat(np.arange(network.link_count), count)[self._vertex]
        begin, step = network.xy[self._vertex], network.xy[self._vertex + 1] - network.xy[self._vertex]
        pieces = np.maximum(np.ceil(np.hypot(*step.T) / PIECE_M), 1).astype(np.int64)
        self._segment = np.repeat(np.arange(len(self._vertex)), pieces)
        number = np.arange(len(self._segment)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
        middle = begin[self._segment] + step[self._segment] * ((number + 0.5) / pieces[self._segment])[:, None]
        self._half = float((np.hypot(*step.T) / pieces).max() / 2) if len(step) else 0.0
        self._tree = cKDTree(middle, compact_nodes=False, balanced_tree=False) if len(middle) else None

    def places(self, xy: np.ndarray, limit_m: float) -> Places:
        """The nearest place to each of ``xy`` (n, 2) within ``limit_m`` metres; exact, ties to the lower link."""
        n = len(xy)
        found = Places(np.full(n, -1), np.full(n, -1), np.zeros(n), np.full(n, np.inf))
        todo, neighbours = np.arange(n), 8
        while len(todo) and self._tree is not None:
            neighbours = min(neighbours, len(self._segment))
            middle_m, piece = self._tree.query(
                xy[todo], k=np.arange(1, neighbours + 1), distance_upper_bound=limit_m + self._half + 1e-6
            )
            nearest = self._nearest_of(xy[todo], piece)
            # A piece that was not listed lies at least half a piece nearer than its middle.
            seen_all = (middle_m[:, -1] - self._half > nearest.offroad_m) | (neighbours == len(self._segment))
            seen_all |= np.isinf(middle_m[:, -1])
            done = todo[seen_all]
            for column, values in zip(found, nearest.take(seen_all)):
                column[done] = values
            todo, neighbours = todo[~seen_all], neighbours * 4
        return _within(found, limit_m)

    def _nearest_of(self, xy: np.ndarray, piece: np.ndarray) -> Places:
        missing = piece == len(self._segment)
        segment = self._segment[np.where(missing, 0, piece)]
        vertex = self._vertex[segment]
        begin = self._network.xy[vertex]
        step = self._network.xy[vertex + 1] - begin
        offset = xy[:, None, :] - begin
        share = np.clip((offset * step).sum(2) / (step * step).sum(2), 0, 1)
        distance = np.hypot(*np.moveaxis(offset - share[..., None] * step, 2, 0))
        distance[missing] = np.inf
        smallest = distance.min(1)
        tied = np.where(distance == smallest[:, None], vertex, LAST)
        best = (np.arange(len(xy)), tied.argmin(1))
        link, vertex, share = self._link[segment[best]], vertex[best], share[best]
        # One name for one place: the end of a segment is the start of the next, but for the link's own end.
        onward = (share == 1) & (vertex < self._network.first[link + 1] - 2)
        return Places(link, vertex + onward, np.where(onward, 0.0, share), smallest)


def _within(places: Places, limit_m: float) -> Places:
    outside = ~(places.offroad_m <= limit_m)
    places.link[outside] = places.vertex[outside] = -1
    places.share[outside] = 0.0
    places.offroad_m[outside] = np.inf
    return places


def nearest_places(network: Network, links: np.ndarray, xy: np.ndarray, limit_m: float) -> Places:
    """The nearest place to each of ``xy`` (n, 2) within ``limit_m`` on the links where ``links`` (m bool) holds."""
    links = links & _near_any(network, xy, limit_m)
    if len(xy) == 0 or not links.any():
        return Places(np.full(len(xy), -1), np.full(len(xy), -1), np.zeros(len(xy)), np.full(len(xy), np.inf))
    return Finder(network, links).places(xy, limit_m)


def _near_any(network: Network, xy: np.ndarray, limit_m: float) -> np.ndarray:
    """(m) bool: True wherever the link's box, widened by ``limit_m``, holds any of the points, and seldom elsewhere."""
    if network.link_count == 0 or not np.isfinite(limit_m):
        return np.ones(network.link_count, bool)
    low, high = network.boxes[0] - limit_m, network.boxes[1] + limit_m
    if len(xy) * network.link_count > _MOST_BOXES:
        return _squares_near_any(low, high, xy, limit_m)
    near = np.zeros(network.link_count, bool)
    for point in xy:
        near |= ((low <= point) & (point <= high)).all(1)
    return near


def _squares_near_any(low: np.ndarray, high: np.ndarray, xy: np.ndarray, limit_m: float) -> np.ndarray:
    """The same of many points: they are counted in squares, and those under each box are summed from its four corners."""
    corner, extent = low.min(0), high.max(0) - low.min(0)
    size = max(limit_m, float(np.sqrt(extent.prod() / _MOST_BOXES)), float(extent.max()) / _MOST_BOXES, 1.0)
    squares = (extent // size).astype(np.int64) + 1
    at = (xy - corner) // size
    at = at[((at >= 0) & (at < squares)).all(1)].astype(np.int64)
    count = np.zeros(squares + 1, np.int64)
    np.add.at(count, tuple(at.T + 1), 1)
    count = count.cumsum(0).cumsum(1)
    (west, south), (east, north) = (
        ((low - corner) // size).astype(np.int64).T,
        ((high - corner) // size).astype(np.int64).T + 1,
    )
    return count[east, north] - count[west, north] - count[east, south] + count[west, south] > 0


class Attached(NamedTuple):
    """Where points were attached: ``places`` (n); ``outside`` (n bool): on (facilities) or only near (origins) roads outside
    the preferred part; ``nearer_elsewhere`` (n bool): such a road lies more than ``MUCH_NEARER_M`` nearer."""

    places: Places
    outside: np.ndarray
    nearer_elsewhere: np.ndarray


def attach_facilities(network: Network, mode: str, xy: np.ndarray, limit_m: float) -> Attached:
    """Places of facilities: in the largest strongly connected part where one of its links lies within ``limit_m``, else on
    any other link."""
    allowed = network.stoppable(mode)
    main = allowed & network.in_main_part(mode)
    places = nearest_places(network, main, xy, limit_m)
    other = nearest_places(network, allowed & ~main, xy, limit_m)
    lost = places.link < 0
    for column, values in zip(places, other):
        column[lost] = values[lost]
    return Attached(places, lost & (other.link >= 0), other.offroad_m + MUCH_NEARER_M < places.offroad_m)


def attach_origins(network: Network, mode: str, xy: np.ndarray, limit_m: float, facilities: Places) -> Attached:
    """Places of origins: on links whose weak component holds a facility, and on no others."""
    allowed = network.stoppable(mode)
    component = network.weak[MODES.index(mode)]
    served = np.unique(component[network.link_from[facilities.link[facilities.link >= 0]]])
    reachable = allowed & np.isin(component[network.link_from], served)
    places = nearest_places(network, reachable, xy, limit_m)
    other = nearest_places(network, allowed & ~reachable, xy, limit_m)
    nearer = (places.link >= 0) & (other.offroad_m + MUCH_NEARER_M < places.offroad_m)
    return Attached(places, (places.link < 0) & (other.link >= 0), nearer)


def offroad_minutes(places: Places, speed_kmh: float) -> np.ndarray:
    """Minutes (n) of the leg between each point and its road."""
    return places.offroad_m / (speed_kmh * KMH_TO_M_PER_MINUTE)


def along(places: Places, cumulative: np.ndarray) -> np.ndarray:
    """A cumulative vertex value (minutes or metres) at each place; the places must be attached."""
    before = cumulative[places.vertex]
    return before + places.share * (cumulative[places.vertex + 1] - before)


def spots(network: Network, places: Places) -> np.ndarray:
    """Coordinates (n, 2) of places; they must be attached."""
    return np.column_stack([along(places, axis) for axis in network.xy.T])


def arriving(network: Network, costs: Costs, places: Places) -> Ends:
    """Minutes from the link's ends to each place; all places must be attached."""
    forward, backward, at_start, at_end = _positions(network, costs, places)
    ahead, back = costs.forward[places.link], costs.backward[places.link]
    return Ends(
        np.where(np.isfinite(ahead) | at_start, forward, np.inf),
        np.where(np.isfinite(back) | at_end, _last(network, costs.vertex_backward, places) - backward, np.inf),
    )


def leaving(network: Network, costs: Costs, places: Places) -> Ends:
    """Minutes from each place to the link's ends; all places must be attached."""
    forward, backward, at_start, at_end = _positions(network, costs, places)
    ahead, back = costs.forward[places.link], costs.backward[places.link]
    return Ends(
        np.where(np.isfinite(back) | at_start, backward, np.inf),
        np.where(np.isfinite(ahead) | at_end, _last(network, costs.vertex_forward, places) - forward, np.inf),
    )


def _positions(network: Network, costs: Costs, places: Places):
    """Minutes from the link's start by each direction's clock, and whether the place is the start or the end itself.

    A place that is a junction can be left and reached there, whichever way its link is open.
    """
    at_start = (places.vertex == network.first[places.link]) & (places.share == 0)
    at_end = (places.vertex == network.first[places.link + 1] - 2) & (places.share == 1)
    return along(places, costs.vertex_forward), along(places, costs.vertex_backward), at_start, at_end


def _last(network: Network, cumulative: np.ndarray, places: Places) -> np.ndarray:
    return cumulative[network.first[places.link + 1] - 1]
