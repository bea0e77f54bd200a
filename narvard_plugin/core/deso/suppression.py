"""Which cells of a table must be hidden so that no number of few people is told, and none can be worked out (methods 2.5).

A cell stands in lines: its row and its column, whose totals readers know. Hiding the cells of few people (primary
suppression) is not enough: where one cell of a line is hidden, the total minus the others is the cell. So more cells are
hidden (secondary), the smallest first, until every line tells nothing, and no way along rows and columns leads to a cell,
even for a reader who reckons that a hidden number is at least 1.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

#: A line whose total nobody knows: what stands in it can be anything.
NO_LINE = -1


class Cells(NamedTuple):
    """Cells (n) of one or more tables.

    ``value`` people; ``first`` and ``second`` the numbers of the lines that each stands in (rows and columns have numbers of
    their own), ``NO_LINE`` where the total is not known; ``order`` settles ties of value; ``sensitive`` must be hidden;
    ``untold`` is hidden anyhow, such as the rest between parts and their total; ``is_total`` is the sum of its first line.
    """

    value: np.ndarray
    first: np.ndarray
    second: np.ndarray
    order: np.ndarray
    sensitive: np.ndarray
    untold: np.ndarray
    is_total: np.ndarray


class Suppressed(NamedTuple):
    """Which cells (n) are ``hidden``, and which ``lines`` tell a hidden cell all the same, for want of a second one."""

    hidden: np.ndarray
    open_lines: list[int]


def table_cells(values: np.ndarray, few: np.ndarray, first: np.ndarray, second: np.ndarray, order: np.ndarray) -> Cells:
    """Cells (n) without totals of their own: ``few`` (bool) are sensitive."""
    no = np.zeros(len(values), bool)
    return Cells(np.asarray(values, float), first, second, order, few, no, no)


def suppress(cells: Cells, minimum: int) -> Suppressed:
    """Hide the sensitive cells, and the smallest others that it takes.

    A line is closed when it hides no cell, or at least two whose people sum to ``minimum`` or more (their sum is the total
    minus what is told) and are not one each; and when no hidden cell can be worked out over several lines. Cells of nobody
    are hidden last. The order of the cells means nothing.
    """
    hidden = cells.sensitive | cells.untold
    members = _by_preference(cells)
    open_lines: set[int] = set()
    while True:
        wanting = _open_lines(cells, hidden, minimum) - open_lines
        if not wanting:
            wanting = _lines_of_fixed(cells, hidden) - open_lines
        if not wanting:
            return Suppressed(hidden, sorted(open_lines & _telling(cells, hidden, minimum)))
        mended: set[int] = set()  # a cell closes both lines that it stands in
        for line in sorted(wanting):
            if line in mended:
                continue
            told = [cell for cell in members[line] if not hidden[cell]]
            if not told:
                open_lines.add(line)
                continue
            hidden[told[0]] = True
            mended |= {int(cells.first[told[0]]), int(cells.second[told[0]])}


def _lines(cells: Cells, which: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pairs (line, cell) of the cells in ``which`` (bool), a cell once for each line it stands in."""
    rows = np.flatnonzero(which)
    line = np.concatenate([cells.first[rows], cells.second[rows]])
    cell = np.concatenate([rows, rows])
    known = line != NO_LINE
    return line[known], cell[known]


def _open_lines(cells: Cells, hidden: np.ndarray, minimum: int) -> set[int]:
    """Lines where one hidden cell, or too few people in all hidden cells, is told by the total."""
    line, cell = _lines(cells, hidden)
    if not len(line):
        return set()
    count = np.bincount(line)
    people = np.bincount(line, weights=cells.value[cell])
    own_total = cells.is_total[cell] & (line == cells.first[cell])
    total_hidden = np.bincount(line, weights=own_total) > 0
    few = (people < minimum) | (people <= count)
    # Lines that hide only what is untold in any case, and enough of it, tell nothing that must not be told.
    watched = np.bincount(line, weights=cells.sensitive[cell] | ~cells.untold[cell]) > 0
    return set(np.flatnonzero(watched & ((count == 1) | (few & ~total_hidden & (count > 0)))).tolist())


def _telling(cells: Cells, hidden: np.ndarray, minimum: int) -> set[int]:
    return _open_lines(cells, hidden, minimum) | _lines_of_fixed(cells, hidden)


def _by_preference(cells: Cells) -> list[list[int]]:
    """The cells of each line, in the order that they are hidden in: the smallest first, nobody and totals last."""
    line, cell = _lines(cells, np.isfinite(cells.value))
    value = cells.value[cell]
    order = np.lexsort((cells.order[cell], value, cells.is_total[cell], value == 0, line))
    ends = np.searchsorted(line[order], np.arange(_size(cells) + 1))
    return [cell[order[a:b]].tolist() for a, b in zip(ends[:-1], ends[1:])]


def _size(cells: Cells) -> int:
    """How many lines there are."""
    return int(max(cells.first.max(initial=NO_LINE), cells.second.max(initial=NO_LINE))) + 1


def _lines_of_fixed(cells: Cells, hidden: np.ndarray) -> set[int]:
    """Lines of the hidden cells that follow from the totals of several lines together.

    Lines are nodes and hidden cells the edges between them; a cell without a known total on one side leads outside. What
    the totals leave open is people moved around a ring of edges. A cell of one goes no lower, as readers know, and can be
    passed in one direction only. The totals determine a cell just where no such ring runs through it.
    """
    edges = np.flatnonzero(hidden)
    if not len(edges):
        return set()
    size = _size(cells) + 1
    ends = np.column_stack([cells.first[edges], cells.second[edges]])
    ends = np.where(ends == NO_LINE, size - 1, ends)  # outside
    # People stream from first to second; a total streams into the line that its parts stream out of.
    into = cells.is_total[edges] & np.isin(cells.first[edges], cells.first[~cells.is_total])
    ends[into] = ends[into][:, ::-1]
    ring = _strong(ends, ~cells.untold[edges] & (cells.value[edges] <= 1), size)
    ring[ring] = ~_bridges(ends[ring], size)
    fixed = edges[~ring]
    fixed = fixed[cells.sensitive[fixed] | ~cells.untold[fixed]]
    line, _ = _lines(cells, np.isin(np.arange(len(hidden)), fixed))
    return set(line.tolist())


def _strong(ends: np.ndarray, one_way: np.ndarray, size: int) -> np.ndarray:
    """Which edges (m, 2 nodes of ``size``) join nodes that reach each other, where some (m bool) lead ``one_way`` only."""
    start = np.concatenate([ends[:, 0], ends[~one_way, 1]])
    end = np.concatenate([ends[:, 1], ends[~one_way, 0]])
    graph = coo_matrix((np.ones(len(start)), (start, end)), shape=(size, size))
    part = connected_components(graph, directed=True, connection="strong")[1]
    return part[ends[:, 0]] == part[ends[:, 1]]


def _bridges(ends: np.ndarray, size: int) -> np.ndarray:
    """Which edges (m, 2 nodes of ``size``) lie on no ring (Tarjan's search for bridges, without recursion)."""
    neighbours: list[list[tuple[int, int]]] = [[] for _ in range(size)]
    for edge, (a, b) in enumerate(ends.tolist()):
        neighbours[a].append((b, edge))
        neighbours[b].append((a, edge))
    seen, low = [0] * size, [0] * size
    found = np.zeros(len(ends), bool)
    clock = 0
    for root in range(size):
        if seen[root] or not neighbours[root]:
            continue
        clock += 1
        seen[root] = low[root] = clock
        path = [(root, -1, iter(neighbours[root]))]
        while path:
            node, came, rest = path[-1]
            for other, edge in rest:
                if edge == came:
                    continue
                if seen[other]:
                    low[node] = min(low[node], seen[other])
                    continue
                clock += 1
                seen[other] = low[other] = clock
                path.append((other, edge, iter(neighbours[other])))
                break
            else:
                path.pop()
                if path:
                    above = path[-1][0]
                    low[above] = min(low[above], low[node])
                    found[came] = low[node] > seen[above]
    return found
