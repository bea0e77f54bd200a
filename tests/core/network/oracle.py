"""An independent truth for reach: every vertex a node, every point spliced in, plain Dijkstra from each facility."""

import heapq

import numpy as np

from narvard_plugin.core.network.lines import Lines
from narvard_plugin.core.network.modes import FERRY, NO_STOP, SPEED_KMH, bit, both


def uniform_lines(xy, start, *, speed=50.0, access=None, flags=0) -> Lines:
    """Lines that share one speed (km/h), access mask (default: every mode both ways) and flags."""
    n = len(start) - 1
    access = both("car", "bike", "walk", "emergency") if access is None else access
    return Lines(
        np.asarray(xy, float),
        np.asarray(start, np.int64),
        np.full(n, float(speed)),
        np.full(n, float(speed)),
        np.full(n, access, np.uint8),
        np.full(n, flags, np.uint8),
    )


def random_lines(rng, points=40, links=70, bends=3, one_way=0.3):
    """Roads between random points with bends in between, some one-way, some ferries, motorways and footpaths."""
    ends = rng.uniform(0, 5000, (points, 2)).round(1)
    xy, start, access, flags = [], [0], [], []
    for _ in range(links):
        a, b = ends[rng.choice(points, 2, replace=False)]
        inner = np.sort(rng.uniform(0, 1, rng.integers(0, bends + 1)))
        line = np.vstack([a, *(a + (b - a) * t + rng.normal(0, 60, 2) for t in inner), b]).round(1)
        xy.append(line)
        start.append(start[-1] + len(line))
        kind = rng.uniform()
        forward, backward = True, kind > one_way
        if rng.uniform() < 0.5:
            forward, backward = backward, forward
        mask = 0
        for mode in ("car", "emergency"):
            mask |= bit(mode) * forward | bit(mode, backward=True) * backward
        for mode in ("walk", "bike"):
            mask |= bit(mode) | bit(mode, backward=True)
        if rng.uniform() < 0.1:
            mask &= ~(bit("car") | bit("car", backward=True))
        access.append(mask)
        flags.append(rng.choice([0, FERRY, NO_STOP], p=[0.85, 0.08, 0.07]))
    n = len(access)
    return Lines(
        np.vstack(xy), np.array(start), rng.uniform(20, 110, n), rng.uniform(20, 110, n),
        np.array(access, np.uint8), np.array(flags, np.uint8),
    )  # fmt: skip


class Oracle:
    """Edges between coordinates for one mode, and searches from spliced points."""

    def __init__(self, lines, mode):
        self.edges = []  # (a, b, minutes forward or inf, minutes backward or inf, may stop)
        for i in range(lines.count_lines):
            line = lines.xy[lines.start[i] : lines.start[i + 1]]
            ferry = lines.flags[i] & FERRY
            stop = not ferry and not (mode in ("car", "emergency") and lines.flags[i] & NO_STOP)
            for a, b in zip(map(tuple, line[:-1]), map(tuple, line[1:])):
                metres = np.hypot(b[0] - a[0], b[1] - a[1])
                if metres == 0:
                    continue
                speeds = (lines.forward[i], lines.backward[i])
                if mode in SPEED_KMH and not ferry:
                    speeds = (SPEED_KMH[mode],) * 2
                ways = (bit(mode), bit(mode, backward=True))
                f, r = (metres * 0.06 / v if lines.access[i] & way else np.inf for v, way in zip(speeds, ways))
                if np.isfinite(f) or np.isfinite(r):
                    self.edges.append((a, b, f, r, stop))

    def locate(self, point, edges=None):
        """(edge number, share, distance) of the nearest edge one may stop on."""
        best = (None, None, np.inf)
        for number, (a, b, _, _, stop) in enumerate(self.edges):
            if not stop or (edges is not None and number not in edges):
                continue
            a, b = np.array(a), np.array(b)
            t = float(np.clip(np.dot(point - a, b - a) / np.dot(b - a, b - a), 0, 1))
            distance = float(np.hypot(*(point - a - t * (b - a))))
            if distance < best[2]:
                best = (number, t, distance)
        return best

    def graph(self, located):
        """Adjacency with each located point as a node ``("p", i)`` on its edge."""
        on_edge = {}
        for i, (number, share, _) in enumerate(located):
            if number is not None:
                on_edge.setdefault(number, []).append((share, i))
        out = {}
        for number, (a, b, f, r, _) in enumerate(self.edges):
            stops = [(0.0, a), *((share, ("p", i)) for share, i in sorted(on_edge.get(number, []))), (1.0, b)]
            for (s, one), (t, two) in zip(stops[:-1], stops[1:]):
                part = t - s
                # Places that coincide are one place, whichever way the road is open.
                if np.isfinite(f) or part == 0:
                    out.setdefault(one, []).append((two, part * f if part else 0.0))
                if np.isfinite(r) or part == 0:
                    out.setdefault(two, []).append((one, part * r if part else 0.0))
        return out

    @staticmethod
    def search(graph, source):
        done, heap = {}, [(0.0, 0, source)]
        tick = 0
        while heap:
            d, _, node = heapq.heappop(heap)
            if node in done:
                continue
            done[node] = d
            for neighbour, minutes in graph.get(node, ()):
                if neighbour not in done:
                    tick += 1
                    heapq.heappush(heap, (d + minutes, tick, neighbour))
        return done

    def weak_components(self):
        """Edge number → component representative, ignoring direction."""
        parent = {}

        def find(x):
            while parent.setdefault(x, x) != x:
                x = parent[x]
            return x

        for a, b, *_ in self.edges:
            parent[find(a)] = find(b)
        return {number: find(edge[0]) for number, edge in enumerate(self.edges)}
