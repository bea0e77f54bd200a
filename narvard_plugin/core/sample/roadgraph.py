"""The sample's roads as a plain graph, for placing care, listing people and drawing bus lines while the county is made.

Every vertex is a node: slow beside the compiled network that the tools use, but it needs nothing from them.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import cKDTree

# A way slower than this over the crow's flight is looked for in the whole network, any other nearby only.
_SLOW_METRES_PER_MINUTE = 600.0


class RoadGraph(NamedTuple):
    """Car links as nodes and minutes: node coordinates (N, 2), arcs (forth and turned round), and where one can stop.

    ``street`` marks the nodes of ordinary local roads, where buildings and bus stops stand.
    """

    xy: np.ndarray
    minutes: csr_matrix
    turned: csr_matrix
    street: np.ndarray
    tree: cKDTree
    stops: np.ndarray

    def nearest(self, xy: np.ndarray) -> np.ndarray:
        """The nearest node one can stop at, per point of shape (n, 2)."""
        return self.stops[self.tree.query(xy)[1]]

    def minutes_to(self, targets: np.ndarray, limit: float = np.inf) -> np.ndarray:
        """Minutes from every node to each target node, shape (len(targets), N); infinite beyond ``limit``."""
        return dijkstra(self.turned, indices=targets, limit=limit)

    def path(self, start: int, end: int) -> np.ndarray:
        """The nodes of the fastest way from start to end, both included."""
        likely = 3 + np.hypot(*(self.xy[end] - self.xy[start])) / _SLOW_METRES_PER_MINUTE
        for limit in (likely, np.inf):
            _, before = dijkstra(self.minutes, indices=start, return_predecessors=True, limit=limit)
            if before[end] >= 0:
                return _walk_back(before, start, end)
        raise ValueError(f"no road leads from node {start} to node {end}")


def _walk_back(before: np.ndarray, start: int, end: int) -> np.ndarray:
    nodes = [end]
    while nodes[-1] != start:
        nodes.append(before[nodes[-1]])
    return np.array(nodes[::-1])


def road_graph(roads: pd.DataFrame, road_xy: np.ndarray, road_start: np.ndarray) -> RoadGraph:
    """The graph of the links that cars may use; links join where they share a vertex, also inside a line."""
    car = (roads["Vagtr_474"] == 1).to_numpy()
    ferry = _flag(roads["Farjeled"])
    speeds = [_kmh(roads[column]) for column in ("F_Hogst_225", "B_Hogst_225")]
    forbidden = [_flag(roads[column]) for column in ("F_ForbjudenFardriktning", "B_ForbjudenFardriktning")]
    street = car & ~ferry & (speeds[0] <= 50)

    link = np.repeat(np.arange(len(roads)), np.diff(road_start))
    xy, node = np.unique(np.round(road_xy, 3), axis=0, return_inverse=True)
    node = node.reshape(-1)
    first = np.flatnonzero(link[:-1] == link[1:])
    of = link[first]
    metres = np.hypot(*(road_xy[first + 1] - road_xy[first]).T)
    arcs = []
    for (a, b), speed, closed in zip(((first, first + 1), (first + 1, first)), speeds, forbidden):
        use = car[of] & ~closed[of] & (node[a] != node[b])
        arcs.append((node[a][use], node[b][use], (metres / speed[of] * 0.06)[use]))
    start, end, minutes = (np.concatenate(parts) for parts in zip(*arcs))
    matrix = _fastest(start, end, minutes, len(xy))
    stoppable = np.unique(node[(car & ~ferry & (speeds[0] < 105))[link]])
    return RoadGraph(
        xy, matrix, matrix.T.tocsr(), _mark(node[street[link]], len(xy)), cKDTree(xy[stoppable]), stoppable
    )


def _fastest(start, end, minutes, count) -> csr_matrix:
    """Parallel arcs as the fastest of them: a sparse matrix would add them up."""
    order = np.lexsort((minutes, end, start))
    start, end, minutes = start[order], end[order], minutes[order]
    keep = np.ones(len(start), dtype=bool)
    keep[1:] = (start[1:] != start[:-1]) | (end[1:] != end[:-1])
    return csr_matrix((np.maximum(minutes[keep], 1e-6), (start[keep], end[keep])), shape=(count, count))


def _kmh(column: pd.Series) -> np.ndarray:
    speed = pd.to_numeric(column, errors="coerce").to_numpy(dtype=float)
    return np.where(speed > 0, speed, 50.0)


def _flag(column: pd.Series) -> np.ndarray:
    return (pd.to_numeric(column, errors="coerce") == 1).to_numpy()


def _mark(nodes: np.ndarray, count: int) -> np.ndarray:
    marked = np.zeros(count, dtype=bool)
    marked[nodes] = True
    return marked
