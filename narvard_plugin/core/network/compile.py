"""From lines to a network: join vertices, split lines where they meet, and contract what lies between junctions.

A vertex with exactly two different neighbours is no junction, unless what may travel there changes. Contracting such
vertices into links keeps every travel time (methods: reach along links) and leaves a fifth of a typical road network.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from .hierarchy import build_hierarchy
from .lines import Lines
from .modes import FERRY, MODES, bit, both, reversed_access
from .network import Network


class Compiled(NamedTuple):
    """A network, the numbers of the lines that had no length, the main part's share of the road that cars may use, and the
    metres of road that vanished because both ends of a piece were joined within the tolerance."""

    network: Network
    without_length: np.ndarray
    main_share: float
    lost_m: float


class NoLength(ValueError):
    """None of the lines has any length."""


class _Segments(NamedTuple):
    """Straight pieces between joined vertices: nodes ``u`` → ``v``, the line they come from, and metres."""

    u: np.ndarray
    v: np.ndarray
    line: np.ndarray
    metres: np.ndarray


class _Chains(NamedTuple):
    """Segments in the order of their chains: each with its orientation, and where every chain starts."""

    segment: np.ndarray
    turned: np.ndarray
    start: np.ndarray


def compile_network(
    lines: Lines, *, crs: str, tolerance: float = 0.01, junction_seconds: float = 0.0, about: dict | None = None
) -> Compiled:
    """Join ``lines`` into a network.

    Lines join where they share a vertex, also inside a line; lines that only cross do not. The end of a line also joins
    other lines' ends, and the nearest vertex inside another line, within ``tolerance`` metres.
    Each passage of a junction where cars can choose costs them ``junction_seconds``, half on each of the two links.
    Raises ``ValueError`` where no line has any length.
    """
    node, node_xy = _join(lines, tolerance)
    segments = _segments(lines, node)
    if len(segments.u) == 0:
        raise NoLength(f"none of the {lines.count_lines} lines has any length")
    access, flags = lines.access[segments.line], lines.flags[segments.line]
    chains = _chains(len(node_xy), segments, access, flags)
    network = _assemble(lines, segments, chains, node_xy, access, flags, junction_seconds, crs, about or {})
    without_length = np.setdiff1d(np.arange(lines.count_lines), segments.line)
    return Compiled(network, without_length, _main_share(network), _total_m(lines) - segments.metres.sum())


def _join(lines: Lines, tolerance: float):
    """Node number of each vertex, and one coordinate per node.

    Vertices in the same place are one node. Beyond that only line ends are joined, so that a tolerance wider than the
    distance between a line's own vertices does not swallow the line.
    """
    key = np.ascontiguousarray(lines.xy, float).view(complex).ravel()
    unique, node = np.unique(key, return_inverse=True)
    points = unique.view(float).reshape(-1, 2)
    if tolerance <= 0 or len(points) < 2:
        return node, points
    pairs = cKDTree(points, compact_nodes=False, balanced_tree=False).query_pairs(tolerance, output_type="ndarray")
    pairs = _that_meet(pairs, points, node, lines.start)
    if len(pairs) == 0:
        return node, points
    graph = coo_matrix((np.ones(len(pairs), bool), pairs.T), shape=(len(points),) * 2)
    _, group = connected_components(graph, directed=False)
    _, first, group = np.unique(group, return_index=True, return_inverse=True)
    return group[node], points[first]


def _that_meet(pairs: np.ndarray, points: np.ndarray, node: np.ndarray, start: np.ndarray) -> np.ndarray:
    """Those of the near ``pairs`` of points that join: two line ends, or an end and the nearest point inside a line.

    Two points that follow each other along a line are its shape, not a meeting.
    """
    if len(pairs) == 0:
        return pairs
    is_end = np.zeros(len(points), bool)
    is_end[node[start[:-1]]] = is_end[node[start[1:] - 1]] = True
    pairs = pairs[is_end[pairs].any(1)]
    along = np.sort(np.column_stack([node[:-1], node[1:]]), axis=1)
    following = np.delete(along[:, 0] * len(points) + along[:, 1], start[1:-1] - 1)
    pairs = pairs[~np.isin(pairs.min(1) * len(points) + pairs.max(1), following)]
    both = is_end[pairs].all(1)
    ends, inner = np.where(is_end[pairs[~both, 0], None], pairs[~both], pairs[~both, ::-1]).T
    metres = np.hypot(*(points[ends] - points[inner]).T)
    order = np.lexsort((metres, ends))
    nearest = order[np.concatenate([[True], ends[order][1:] != ends[order][:-1]])] if len(order) else order
    return np.concatenate([pairs[both], np.column_stack([ends[nearest], inner[nearest]])])


def _total_m(lines: Lines) -> float:
    steps = np.hypot(*np.diff(lines.xy, axis=0).T)
    return float(np.delete(steps, lines.start[1:-1] - 1).sum())


def _segments(lines: Lines, node: np.ndarray) -> _Segments:
    line = np.repeat(np.arange(lines.count_lines), np.diff(lines.start))
    begin = np.flatnonzero(line[1:] == line[:-1])
    begin = begin[node[begin] != node[begin + 1]]
    metres = np.hypot(*(lines.xy[begin + 1] - lines.xy[begin]).T)
    return _Segments(node[begin], node[begin + 1], line[begin], metres)


def _chains(node_count: int, segments: _Segments, access: np.ndarray, flags: np.ndarray) -> _Chains:
    """Order the segments into chains between junctions.

    Half-edge h < s walks segment h forward, h + s walks it backward. ``before[h]`` is the half-edge walked just before h
    where a node that is no junction lies between, so every chain is two linked lists, one each way; pointer doubling
    ranks them all at once.
    """
    s = len(segments.u)
    half = np.arange(2 * s)
    twin = np.concatenate([half[s:], half[:s]])
    tail, head = np.concatenate([segments.u, segments.v]), np.concatenate([segments.v, segments.u])
    order = np.argsort(tail, kind="stable")
    start = np.searchsorted(tail[order], np.arange(node_count + 1))

    nodes = np.flatnonzero(np.diff(start) == 2)
    one, two = order[start[nodes]], order[start[nodes] + 1]
    way_out = np.concatenate([access, reversed_access(access)])
    passes = (
        (head[one] != head[two]) & (way_out[two] == reversed_access(way_out[one])) & (flags[one % s] == flags[two % s])
    )
    one, two = one[passes], two[passes]
    one, two = _open_rings(one, two, s)

    before = half.copy()
    before[two], before[one] = twin[one], twin[two]
    rank = (before != half).astype(np.int64)
    while True:
        ahead = before[before]
        if np.array_equal(ahead, before):
            break
        rank += rank[before]
        before = ahead
    kept = np.flatnonzero(before < before[twin])  # of a chain's two directions, the one whose first half-edge is lower
    kept = kept[np.lexsort((rank[kept], before[kept]))]
    first = np.flatnonzero(rank[kept] == 0)
    return _Chains(kept % s, kept >= s, np.append(first, s))


def _open_rings(one: np.ndarray, two: np.ndarray, s: int):
    """Leave out one node of every ring without a junction, so that the ring becomes a chain back to that node."""
    graph = coo_matrix((np.ones(len(one), bool), (one % s, two % s)), shape=(s, s))
    count, ring = connected_components(graph, directed=False)
    closed = np.bincount(ring[one % s], minlength=count) == np.bincount(ring, minlength=count)
    inside = np.flatnonzero(closed[ring[one % s]])
    _, first = np.unique(ring[one[inside] % s], return_index=True)
    keep = np.ones(len(one), bool)
    keep[inside[first]] = False
    return one[keep], two[keep]


def _assemble(lines, segments, chains, node_xy, access, flags, junction_seconds, crs, about) -> Network:
    seg, turned = chains.segment, chains.turned
    tail = np.where(turned, segments.v[seg], segments.u[seg])
    head = np.where(turned, segments.u[seg], segments.v[seg])
    first_seg, last_seg = chains.start[:-1], chains.start[1:] - 1

    along, against = lines.forward[segments.line[seg]], lines.backward[segments.line[seg]]
    along, against = np.where(turned, against, along), np.where(turned, along, against)
    metres = segments.metres[seg]
    link_access = np.where(turned, reversed_access(access[seg]), access[seg])[first_seg].astype(np.uint8)
    link_flags = flags[seg][first_seg]
    forward, backward = metres * 0.06 / along, metres * 0.06 / against
    if junction_seconds > 0:
        delay = _junction_delay(len(node_xy), segments, access, junction_seconds / 120)
        delay_ok = (link_flags & FERRY) == 0
        for minutes in (forward, backward):
            minutes[first_seg] += delay[tail[first_seg]] * delay_ok
            minutes[last_seg] += delay[head[last_seg]] * delay_ok

    first = chains.start + np.arange(len(chains.start))  # one vertex more than segments per link
    vertex_node = np.empty(first[-1], np.int64)
    tail_vertex = np.arange(len(seg)) + np.repeat(np.arange(len(first_seg)), np.diff(chains.start))
    vertex_node[tail_vertex], vertex_node[tail_vertex + 1] = tail, head
    junctions, ends = np.unique(np.concatenate([tail[first_seg], head[last_seg]]), return_inverse=True)
    link_from, link_to = (ends[: len(first_seg)].astype(np.int32), ends[len(first_seg) :].astype(np.int32))
    weak, strong = _components(len(junctions), link_from, link_to, link_access, _per_link(metres, chains.start))
    return Network(
        crs=crs,
        node_xy=node_xy[junctions],
        link_from=link_from,
        link_to=link_to,
        access=link_access,
        flags=link_flags,
        first=first,
        xy=node_xy[vertex_node],
        metres=_cumulative(metres, chains.start, tail_vertex),
        minutes_forward=_cumulative(forward, chains.start, tail_vertex),
        minutes_backward=_cumulative(backward, chains.start, tail_vertex),
        hierarchy=build_hierarchy(len(junctions), link_from, link_to),
        weak=weak,
        strong=strong,
        road_class=_road_class(lines, segments.line[seg], tail_vertex, len(vertex_node)),
        about=about,
    )


def _road_class(lines: Lines, line: np.ndarray, tail_vertex: np.ndarray, vertex_count: int) -> np.ndarray:
    """Class of the stretch after each vertex; a link's last vertex repeats the one before."""
    road_class = np.zeros(vertex_count, np.uint8)
    if lines.road_class is not None:
        road_class[tail_vertex + 1] = lines.road_class[line]
        road_class[tail_vertex] = lines.road_class[line]
    return road_class


def _junction_delay(node_count: int, segments: _Segments, access: np.ndarray, half_minutes: float) -> np.ndarray:
    """Minutes added to a link's end: half the delay at nodes where cars meet at least three ways."""
    drivable = (access & both("car")) > 0
    ways = np.bincount(segments.u[drivable], minlength=node_count)
    ways += np.bincount(segments.v[drivable], minlength=node_count)
    return np.where(ways > 2, half_minutes, 0.0)


def _cumulative(values: np.ndarray, start: np.ndarray, tail_vertex: np.ndarray) -> np.ndarray:
    """Running sum of segment values at every vertex of every link, 0 at the link's start."""
    total = np.concatenate([[0.0], np.cumsum(values)])
    count = np.diff(start)
    result = np.zeros(len(values) + len(count))
    result[tail_vertex + 1] = total[1:] - np.repeat(total[start[:-1]], count)
    return result


def _per_link(values: np.ndarray, start: np.ndarray) -> np.ndarray:
    return np.add.reduceat(values, start[:-1])


def _components(node_count, link_from, link_to, access, metres):
    """Weak component and membership in the largest strong one (by metres of link inside), per mode and junction."""
    weak = np.empty((len(MODES), node_count), np.int32)
    strong = np.zeros((len(MODES), node_count), bool)
    for row, mode in enumerate(MODES):
        ahead, back = (access & bit(mode)) > 0, (access & bit(mode, backward=True)) > 0
        tail = np.concatenate([link_from[ahead], link_to[back]])
        head = np.concatenate([link_to[ahead], link_from[back]])
        graph = coo_matrix((np.ones(len(tail), bool), (tail, head)), shape=(node_count, node_count)).tocsr()
        _, weak[row] = connected_components(graph, directed=True, connection="weak")
        count, part = connected_components(graph, directed=True, connection="strong")
        inside = (ahead | back) & (part[link_from] == part[link_to])
        if inside.any():
            size = np.bincount(part[link_from[inside]], weights=metres[inside], minlength=count)
            strong[row] = part == np.argmax(size)
    return weak, strong


def _main_share(network: Network) -> float:
    """Share (0–1) of the metres that cars may use which lie in the largest strongly connected part."""
    metres = network.metres[network.first[1:] - 1]
    drivable = network.open_to("car") | network.open_to("car", backward=True)
    total = metres[drivable].sum()
    return float(metres[drivable & network.in_main_part("car")].sum() / total) if total > 0 else 0.0
