"""Road geometry: curves through the cells, motorways with carriageways and ramps, tracks to the houses, and links."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from .land import Cells
from .routes import Level, Routes

_CARRIAGEWAY_M = 14.0
_RAMP_M = 380.0
_SPLIT_SHARE = 0.8


class Lines(NamedTuple):
    """Roads between nodes, before they are cut into links.

    nodes (k, 2) metres; ends (e, 2) nodes; level, number (e,); one_way (e,) True where only the line's own direction
    is allowed; cell (k,) the cell of each node, -1 for nodes out on the water or on a motorway.
    """

    nodes: np.ndarray
    ends: np.ndarray
    level: np.ndarray
    number: np.ndarray
    one_way: np.ndarray
    cell: np.ndarray


class Links(NamedTuple):
    """Links with their geometry: link i is xy[start[i]:start[i + 1]].

    road (l,) number of the road it is a piece of; from_measure, to_measure (l,) shares along that road; level,
    number, one_way (l,); street (l,) number of the street that runs on through its ends.
    """

    xy: np.ndarray
    start: np.ndarray
    road: np.ndarray
    from_measure: np.ndarray
    to_measure: np.ndarray
    level: np.ndarray
    number: np.ndarray
    one_way: np.ndarray
    street: np.ndarray


def make_lines(routes: Routes, cells: Cells) -> Lines:
    """The roads as lines between nodes: cell sites drawn towards a smooth course, motorways on nodes of their own."""
    used = (routes.level < Level.NONE) & (routes.level != Level.MOTORWAY)
    ends, level, number = routes.pairs[used], routes.level[used], routes.number[used]
    for first, second, kind, road in routes.crossings:
        ends = np.concatenate([ends, [[first, second]]])
        level, number = np.append(level, int(kind)), np.append(number, road)
    nodes = _smoothed(cells.xy, ends, level, cells.settlement < 0)
    one_way = np.zeros(len(ends), dtype=bool)
    lines = Lines(nodes, ends, level, number, one_way, np.arange(len(nodes)))
    for course, exits in routes.motorways:
        lines = _with_motorway(lines, course, exits, int(routes.number[routes.level == Level.MOTORWAY].max()))
    return lines


def _smoothed(xy: np.ndarray, ends: np.ndarray, level: np.ndarray, movable: np.ndarray) -> np.ndarray:
    """Sites pulled towards the middle of their neighbours along the road, so that the course does not zigzag.

    Where roads meet, the most important one decides, so that it runs through the junction smoothly.
    """
    highest = np.full(len(xy), int(Level.NONE))
    np.minimum.at(highest, ends.ravel(), np.repeat(level, 2))
    into_first, into_second = level == highest[ends[:, 0]], level == highest[ends[:, 1]]
    to = np.concatenate([ends[into_first, 0], ends[into_second, 1]])
    source = np.concatenate([ends[into_first, 1], ends[into_second, 0]])
    leading = np.bincount(to, minlength=len(xy))
    pull = np.where(movable & (leading == 2), 0.5, np.where(movable & (leading > 2), 0.2, 0.0))[:, None]
    nodes = xy.copy()
    for _ in range(6):
        total = np.zeros_like(nodes)
        np.add.at(total, to, nodes[source])
        nodes += pull * (total / np.maximum(leading, 1)[:, None] - nodes)
    return nodes


def _with_motorway(lines: Lines, course: np.ndarray, exits: list[int], number: int) -> Lines:
    """Two one-way carriageways along the course, joined to other roads at its ends and by ramps at the exits.

    The carriageways pass 14 m beside the nodes of the roads they cross, so those only cross them on bridges.
    """
    centre = _chaikin(_relaxed(lines.nodes[course], [0, *exits, len(course) - 1]))
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(centre, axis=0).T))])
    exit_at = [float(along[np.argmin(np.hypot(*(centre - lines.nodes[course[i]]).T))]) for i in exits]
    ramp_at = [at + side * _RAMP_M for at in exit_at for side in (-1.0, 1.0)]
    stations = np.unique(np.concatenate([np.linspace(0.0, along[-1], round(along[-1] / 900.0) + 1), ramp_at]))
    middle = np.column_stack([np.interp(stations, along, centre[:, axis]) for axis in (0, 1)])
    heading = np.gradient(middle, axis=0)
    side = np.column_stack([heading[:, 1], -heading[:, 0]]) / np.hypot(*heading.T)[:, None] * _CARRIAGEWAY_M
    inner = slice(1, len(middle) - 1)
    first_new, count = len(lines.nodes), len(middle) - 2
    right = [course[0], *range(first_new, first_new + count), course[-1]]
    left = [course[0], *range(first_new + count, first_new + 2 * count), course[-1]]
    ends = [*zip(right, right[1:]), *zip(left[::-1], left[-2::-1])]
    level = [int(Level.MOTORWAY)] * len(ends)
    for i, at in zip(exits, exit_at):
        before, after = (int(np.argmin(np.abs(stations - at - side * _RAMP_M))) for side in (-1.0, 1.0))
        exit_node = course[i]
        ends += [(right[before], exit_node), (exit_node, right[after])]
        ends += [(left[after], exit_node), (exit_node, left[before])]
        level += [int(Level.RAMP)] * 4
    new = len(ends)
    return Lines(
        nodes=np.concatenate([lines.nodes, (middle + side)[inner], (middle - side)[inner]]),
        ends=np.concatenate([lines.ends, np.array(ends)]),
        level=np.concatenate([lines.level, level]),
        number=np.concatenate([lines.number, np.full(new, number)]),
        one_way=np.concatenate([lines.one_way, np.ones(new, dtype=bool)]),
        cell=np.concatenate([lines.cell, np.full(2 * count, -1)]),
    )


def _relaxed(line: np.ndarray, fixed: list[int]) -> np.ndarray:
    """The line with its bends eased; the points at the fixed positions stay."""
    eased = line.copy()
    for _ in range(8):
        eased[1:-1] = 0.5 * eased[1:-1] + 0.25 * (eased[:-2] + eased[2:])
        eased[fixed] = line[fixed]
    return eased


def _chaikin(line: np.ndarray) -> np.ndarray:
    """The line with its corners cut three times; its ends stay."""
    for _ in range(3):
        cut = np.empty((2 * len(line) - 2, 2))
        cut[0::2] = 0.75 * line[:-1] + 0.25 * line[1:]
        cut[1::2] = 0.25 * line[:-1] + 0.75 * line[1:]
        line = np.concatenate([line[:1], cut, line[-1:]])
    return line


def make_links(lines: Lines, cells: Cells, people: np.ndarray, rng: np.random.Generator) -> tuple[Links, np.ndarray]:
    """All links, and the (h, 2) points along the tracks where country people live.

    Roads are curved through their nodes. Tracks leave country roads at an inner vertex; most roads are cut into
    links there, some are not (their junction lies inside the line, as in real data).
    """
    onward = _onward(lines)
    points, start = _curves(lines, onward)
    road_of_point = np.repeat(np.arange(len(lines.ends)), np.diff(start))
    track_xy, track_start, joints, homes = _tracks(lines, points, start, road_of_point, cells, people, rng)
    cuts = joints[rng.random(len(joints)) < _SPLIT_SHARE]
    links = _cut(lines, points, start, np.unique(cuts), _street_numbers(lines, onward))
    return _with_tracks(links, track_xy, track_start, len(lines.ends)), homes


def _onward(lines: Lines) -> np.ndarray:
    """For each end of each line (2 e,), the line end that continues it most nearly straight, or -1 (turn over 60°)."""
    count = len(lines.ends)
    node = lines.ends.T.ravel()
    other = lines.ends[:, ::-1].T.ravel()
    away = lines.nodes[other] - lines.nodes[node]
    angle = np.arctan2(away[:, 1], away[:, 0])
    order = np.argsort(node, kind="stable")
    first = np.searchsorted(node[order], node[order], side="left")
    size = np.searchsorted(node[order], node[order], side="right") - first
    best = np.full(2 * count, -1)
    best_turn = np.full(2 * count, np.deg2rad(60.0))
    for step in range(int(size.max())):
        mate = order[np.minimum(first + step, 2 * count - 1)]
        turn = np.abs(np.abs((angle[order] - angle[mate] + np.pi) % (2.0 * np.pi) - np.pi) - np.pi)
        # A road rather continues in its own kind.
        turn = turn + 0.12 * (lines.level[order % count] != lines.level[mate % count])
        better = (step < size) & (mate != order) & (turn < best_turn[order])
        best[order[better]], best_turn[order[better]] = mate[better], turn[better]
    return best


def _curves(lines: Lines, onward: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Points of every line as cubic curves (Hermite, tangents after Catmull and Rom), and where each line starts."""
    count = len(lines.ends)
    a, b = lines.nodes[lines.ends[:, 0]], lines.nodes[lines.ends[:, 1]]
    length = np.hypot(*(b - a).T)
    far = lines.nodes[lines.ends[:, ::-1].T.ravel()]
    beyond = far[np.maximum(onward, 0)]
    straight = np.concatenate([b - a, a - b])
    through = straight - (beyond - np.concatenate([a, b]))
    size = np.hypot(*through.T)
    scaled = through * (np.concatenate([length, length]) / np.maximum(size, 1.0))[:, None]
    tangent = np.where((onward >= 0)[:, None], scaled, straight)
    inner = np.clip(np.round(length / np.where(lines.level <= Level.COUNTY, 110.0, 85.0)), 1, 14).astype(np.int64)
    points_per_line = inner + 2
    start = np.concatenate([[0], np.cumsum(points_per_line)])
    line = np.repeat(np.arange(count), points_per_line)
    t = ((np.arange(start[-1]) - start[line]) / (points_per_line[line] - 1.0))[:, None]
    h01 = t * t * (3.0 - 2.0 * t)
    xy = (1.0 - h01) * a[line] + h01 * b[line]
    xy += (t**3 - 2.0 * t**2 + t) * tangent[:count][line] - (t**3 - t**2) * tangent[count:][line]
    # Ends are copied, not computed, so that lines share them to the last bit.
    xy[start[:-1]], xy[start[1:] - 1] = a, b
    return np.round(xy, 3), start


def _street_numbers(lines: Lines, onward: np.ndarray) -> np.ndarray:
    """Lines whose ends continue each other both ways carry the same number: they are one street."""

    count = len(lines.ends)
    ends = np.flatnonzero((onward >= 0) & (onward[np.maximum(onward, 0)] == np.arange(2 * count)))
    mates = onward[ends]
    graph = coo_matrix((np.ones(len(ends)), (ends % count, mates % count)), shape=(count, count))
    return connected_components(graph, directed=False)[1]


def _tracks(
    lines: Lines,
    points: np.ndarray,
    start: np.ndarray,
    road_of_point: np.ndarray,
    cells: Cells,
    people: np.ndarray,
    rng: np.random.Generator,
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Dead-end tracks to country homes: their points, where each starts, the points of roads they leave from, homes."""
    kind = lines.level[road_of_point]
    inner = np.ones(len(points), dtype=bool)
    inner[start[:-1]] = inner[start[1:] - 1] = False
    suits = inner & np.isin(kind, [Level.COUNTY, Level.NATIONAL, Level.MINOR, Level.PRIVATE])
    pool = np.flatnonzero(suits)
    sites = cKDTree(cells.xy)
    cell = sites.query(points[pool])[1]
    country = cells.land[cell] & (cells.settlement[cell] < 0)
    pool, cell = pool[country], cell[country]
    crowd = np.bincount(cell, minlength=len(people))
    chance = np.minimum(1.0, 0.20 * people[cell] / crowd[cell])
    joints = pool[rng.random(len(pool)) < chance]
    ahead = points[joints + 1] - points[joints - 1]
    turn = np.where(rng.random(len(joints)) < 0.5, 1.0, -1.0) * rng.uniform(1.0, 2.1, len(joints))
    heading = np.arctan2(ahead[:, 1], ahead[:, 0]) + turn
    tracks = _grown(points[joints], heading, rng.uniform(110.0, 620.0, len(joints)), rng)
    dry = (cells.land[sites.query(tracks.reshape(-1, 2))[1]]).reshape(tracks.shape[:2]).all(axis=1)
    joints, tracks = joints[dry], tracks[dry]
    forked = np.flatnonzero(rng.random(len(tracks)) < 0.35)
    way = tracks[forked, 2] - tracks[forked, 1]
    angle = np.arctan2(way[:, 1], way[:, 0]) + np.where(rng.random(len(forked)) < 0.5, 1.0, -1.0) * 1.1
    forks = _grown(tracks[forked, 2], angle, rng.uniform(80.0, 300.0, len(forked)), rng)
    forks = forks[cells.land[sites.query(forks.reshape(-1, 2))[1]].reshape(forks.shape[:2]).all(axis=1)]
    every = np.concatenate([tracks, forks])
    homes = np.concatenate([every[:, -1], every[:, -2], points[joints]])
    return every.reshape(-1, 2), np.arange(len(every) + 1) * every.shape[1], joints, homes


def _grown(root: np.ndarray, angle: np.ndarray, length: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """(n, 5, 2) gently winding lines from their roots."""
    winding = np.cumsum(rng.normal(0.0, 0.22, (len(root), 4)), axis=1) + angle[:, None]
    step = (length / 4.0)[:, None, None] * np.stack([np.cos(winding), np.sin(winding)], axis=2)
    return np.round(np.concatenate([root[:, None, :], root[:, None, :] + np.cumsum(step, axis=1)], axis=1), 3)


def _cut(lines: Lines, points: np.ndarray, start: np.ndarray, cuts: np.ndarray, street: np.ndarray) -> Links:
    """The lines as links, cut at the given inner points."""
    firsts = np.sort(np.concatenate([start[:-1], cuts]))
    road = np.searchsorted(start, firsts, side="right") - 1
    lasts = np.append(firsts[1:], len(points))
    # A link ends in the point where the next one of its road starts, and that point belongs to both.
    shared = np.append(road[1:] == road[:-1], False)
    lasts = lasts + shared
    size = lasts - firsts
    link_start = np.concatenate([[0], np.cumsum(size)])
    rows = np.arange(link_start[-1]) - np.repeat(link_start[:-1], size) + np.repeat(firsts, size)
    step = np.concatenate([[0.0], np.hypot(*np.diff(points, axis=0).T)])
    step[start[:-1]] = 0.0
    along = np.cumsum(step)
    base = along[start[:-1]]
    total = along[start[1:] - 1] - base
    return Links(
        xy=points[rows],
        start=link_start,
        road=road,
        from_measure=(along[firsts] - base[road]) / total[road],
        to_measure=(along[lasts - 1] - base[road]) / total[road],
        level=lines.level[road],
        number=lines.number[road],
        one_way=lines.one_way[road],
        street=street[road],
    )


def _with_tracks(links: Links, xy: np.ndarray, start: np.ndarray, first_road: int) -> Links:
    count = len(start) - 1
    return Links(
        xy=np.concatenate([links.xy, xy]),
        start=np.concatenate([links.start, links.start[-1] + start[1:]]),
        road=np.concatenate([links.road, first_road + np.arange(count)]),
        from_measure=np.concatenate([links.from_measure, np.zeros(count)]),
        to_measure=np.concatenate([links.to_measure, np.ones(count)]),
        level=np.concatenate([links.level, np.full(count, int(Level.PRIVATE))]),
        number=np.concatenate([links.number, np.zeros(count, dtype=np.int64)]),
        one_way=np.concatenate([links.one_way, np.zeros(count, dtype=bool)]),
        street=np.concatenate([links.street, np.full(count, -1)]),
    )
