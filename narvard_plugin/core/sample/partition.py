"""Dividing cells into small areas of about equal population, and changing the division between two vintages."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.csgraph import connected_components, dijkstra
from scipy.spatial import cKDTree

from .land import Cells, Waves

_PEOPLE_PER_AREA = 1700
_LEAST_LOCALITY = 1100
_WATER_DETOUR = 3.0


class Zone(NamedTuple):
    """Cells that are divided together: the country (A), a smaller locality (B) or the main one (C) of a kommun."""

    municipality: str
    letter: str
    locality: int
    cells: np.ndarray


def zones(municipality: np.ndarray, seat: dict[str, int], settlement: np.ndarray, people: np.ndarray) -> list[Zone]:
    """The zones of every municipality, in order of code and letter.

    municipality (n,) code per cell, "" at sea; seat: code -> index of its main locality; settlement (n,) index of
    the cell's locality or -1; people (n,). Localities under 1 100 people count as country, as at SCB.
    """
    result = []
    for code in sorted(seat):
        ours = municipality == code
        localities = np.unique(settlement[ours & (settlement >= 0)])
        large = [i for i in localities if i != seat[code] and people[settlement == i].sum() >= _LEAST_LOCALITY]
        built = np.isin(settlement, [*large, seat[code]])
        result.append(Zone(code, "A", -1, np.flatnonzero(ours & ~built)))
        result.extend(Zone(code, "B", int(i), np.flatnonzero(ours & (settlement == i))) for i in large)
        result.append(Zone(code, "C", seat[code], np.flatnonzero(ours & (settlement == seat[code]))))
    return result


def neighbour_graph(cells: Cells) -> csr_matrix:
    """Symmetric graph of neighbouring land cells, weights in metres between sites."""
    a, b = cells.pairs.T
    metres = np.hypot(*(cells.xy[a] - cells.xy[b]).T)
    n = len(cells.xy)
    graph = coo_matrix((metres, (a, b)), shape=(n, n)).tocsr()
    return graph + graph.T


def divide(
    zone: np.ndarray, graph: csr_matrix, xy: np.ndarray, people: np.ndarray, rng: np.random.Generator
) -> list[np.ndarray]:
    """The zone's cells as connected areas of about 1 700 people each (one area if there are fewer)."""
    count = max(1, round(int(people[zone].sum()) / _PEOPLE_PER_AREA))
    return _mended(_halved(zone, count, graph, xy, people, rng), graph, people)


def halve(
    area: np.ndarray, graph: csr_matrix, xy: np.ndarray, people: np.ndarray, rng: np.random.Generator
) -> list[np.ndarray]:
    """The area's cells in two connected parts of about equal population."""
    return _mended(_halved(area, 2, graph, xy, people, rng), graph, people)


def shift_border(
    giver: np.ndarray, taker: np.ndarray, share: float, graph: csr_matrix, people: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Both areas after the giver's cells nearest to the taker, with at most `share` of its people, changed sides."""
    both = np.concatenate([giver, taker])
    distance = dijkstra(graph[both][:, both], indices=np.arange(len(giver), len(both)), min_only=True)[: len(giver)]
    order = np.argsort(distance, kind="stable")
    moved = order[np.cumsum(people[giver[order]]) <= share * people[giver].sum()]
    kept = np.setdiff1d(np.arange(len(giver)), moved)
    parts = _mended([giver[kept], np.sort(np.concatenate([taker, giver[moved]]))], graph, people)
    return parts[0], parts[1]


def _halved(
    cells: np.ndarray, count: int, graph: csr_matrix, xy: np.ndarray, people: np.ndarray, rng: np.random.Generator
) -> list[np.ndarray]:
    """`count` parts by halving again and again between the two ends that lie farthest apart."""
    if count <= 1 or len(cells) < 2:
        return [cells]
    local = _joined(graph[cells][:, cells], xy[cells])
    one_end = int(np.argmax(dijkstra(local, indices=0)))
    from_one = dijkstra(local, indices=one_end)
    from_other = dijkstra(local, indices=int(np.argmax(from_one)))
    # Borders follow streams and estates, not a ruler.
    span = float(from_one.max())
    bends = 0.05 * span * Waves(rng, 0.1 * span + 1.0, 0.5 * span + 2.0)(xy[cells])
    order = np.argsort(from_one - from_other + bends, kind="stable")
    passed = np.cumsum(people[cells[order]])
    first_count = count // 2
    # Real areas differ in size; the unevenness of each halving adds up to about a fifth.
    wanted = passed[-1] * first_count / count * rng.uniform(0.9, 1.1)
    cut = int(np.searchsorted(passed, wanted)) + 1
    cut = min(max(cut, 1), len(cells) - 1)
    first, second = _mended([cells[order[:cut]], cells[order[cut:]]], graph, people)
    # Mending may have moved people across, so the number of areas follows the people.
    first_count = round(count * float(people[first].sum() / max(1, people[cells].sum())))
    first_count = min(max(first_count, 1), count - 1)
    return [
        *_halved(first, first_count, graph, xy, people, rng),
        *_halved(second, count - first_count, graph, xy, people, rng),
    ]


def _joined(graph: csr_matrix, xy: np.ndarray) -> csr_matrix:
    """The graph with each loose piece tied to the largest one, by a long edge over the water or town between."""
    pieces, label = connected_components(graph, directed=False)
    if pieces == 1:
        return graph
    main = np.flatnonzero(label == np.bincount(label).argmax())
    distance, nearest = cKDTree(xy[main]).query(xy)
    rows, columns, weights = [], [], []
    for piece in range(pieces):
        ours = np.flatnonzero(label == piece)
        if label[main[0]] == piece:
            continue
        tie = ours[np.argmin(distance[ours])]
        rows.append(tie)
        columns.append(main[nearest[tie]])
        weights.append(_WATER_DETOUR * distance[tie])
    ties = coo_matrix((weights, (rows, columns)), shape=graph.shape).tocsr()
    return graph + ties + ties.T


def _mended(parts: list[np.ndarray], graph: csr_matrix, people: np.ndarray) -> list[np.ndarray]:
    """The parts with loose pieces given to the part they border most; a piece that borders none (an islet) stays."""
    cells = np.concatenate(parts)
    part = np.repeat(np.arange(len(parts)), [len(p) for p in parts])
    local = graph[cells][:, cells].tocoo()
    for _ in range(3):
        same = part[local.row] == part[local.col]
        inside_parts = coo_matrix((local.data[same], (local.row[same], local.col[same])), shape=local.shape)
        pieces, label = connected_components(inside_parts, directed=False)
        if pieces == len(parts):
            break
        weight = np.bincount(label, weights=people[cells] + 1e-3)
        part_of_piece = np.zeros(pieces, dtype=np.int64)
        part_of_piece[label] = part
        main = np.full(len(parts), -1)
        for piece in np.argsort(weight, kind="stable"):
            main[part_of_piece[piece]] = piece
        touching = np.zeros((pieces, len(parts)))
        np.add.at(touching, (label[local.row[~same]], part[local.col[~same]]), 1.0)
        moves = (touching.sum(axis=1) > 0) & (main[part_of_piece] != np.arange(pieces))
        part_of_piece[moves] = touching[moves].argmax(axis=1)
        part = part_of_piece[label]
    return [np.sort(cells[part == i]) for i in range(len(parts))]
