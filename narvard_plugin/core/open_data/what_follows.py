"""What follows from the sums that are known: a hidden number that is the only unknown of one, and then of the next.

Each row, each column and each sum in another table may hide its numbers well, and all of them together tell one. A sum with a
single unknown gives it; with that known, another may have a single one left. A small number that is found so gets company.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.csgraph import connected_components
from scipy.sparse.linalg import lsqr

from .side_by_side import SAME, People, Space

#: A number by its space, row and column.
Cell = tuple[int, int, int]
#: The numbers of a sum, parts with 1 and their total with -1 (without it where only the sum itself is known).
Signed = dict[Cell, int]
#: Unknowns that are reckoned with together; more are found one after another, as a reader would with a pencil.
_MOST_UNKNOWN = 400
_NOTHING = 1e-9
#: What is left of nothing where many sums are added up step by step.
_ROUNDED = 1e-6


class Sum(NamedTuple):
    """The number (table, field) in ``row`` that is the sum of a ``part`` (table, field) in ``rows``."""

    whole: tuple[int, str]
    row: int
    part: tuple[int, str]
    rows: np.ndarray


def hide_what_follows(
    tables: Sequence[People],
    spaces: Sequence[Space],
    sums: Sequence[Sum],
    hidden: Sequence[Mapping[str, np.ndarray]],
    forced: Sequence[Mapping[str, np.ndarray]],
    minimum: int,
) -> bool:
    """Add to ``forced`` (by table and field, rows) one more number of what tells a small one: of a sum that it stands in, or of
    those that tell it together where all in its own are hidden already; whether any was added."""
    values = [np.column_stack([column.values for column in space.columns]) for space in spaces]
    secret = [_secret(space, hidden) for space in spaces]
    tables_sums = list(_of_other_tables(spaces, sums, values))
    untold = {
        frozenset(list(cells)[1:]) for cells in tables_sums if secret[next(iter(cells))[0]][next(iter(cells))[1:]]
    }
    own_sums = [cells for cells in _rows_and_groups(spaces, values, secret) if frozenset(cells) not in untold]
    known = [*own_sums, *tables_sums]
    unknown = [{cell: sign for cell, sign in cells.items() if secret[cell[0]][cell[1:]]} for cells in known]
    added = False
    for cell in _solved(unknown):
        if not 0 < values[cell[0]][cell[1:]] < minimum:
            continue
        told = _told_in((cells for cells in known if cell in cells), secret)
        told = told or _told_in((known[at] for at in _behind(cell, unknown)), secret)
        if told:
            chosen = min(told, key=lambda one: (values[one[0]][one[1:]] == 0, values[one[0]][one[1:]], one))
            added |= _force(spaces[chosen[0]], chosen, forced)
    return added


def _told_in(sums: Iterable[Signed], secret: Sequence[np.ndarray]) -> list[Cell]:
    return [cell for cells in sums for cell in cells if not secret[cell[0]][cell[1:]]]


def _secret(space: Space, hidden) -> np.ndarray:
    """(rows, columns) bool: hidden wherever the number stands."""
    found = np.zeros((len(space.group), len(space.columns)), bool)
    for number, column in enumerate(space.columns):
        for at, name in column.places:
            found[space.row[at][hidden[at][name]], number] = True
    return found


def _rows_and_groups(spaces: Sequence[Space], values, secret) -> Iterator[Signed]:
    """The numbers of each sum in a row, and of each group in a column, where some are hidden."""
    for number, space in enumerate(spaces):
        own, masked = values[number], secret[number]
        for total, parts in space.families:
            if total is None:
                continue
            used = [*parts, total]
            exact = np.abs(own[:, parts].sum(axis=1) - own[:, total]) < SAME
            for row in np.flatnonzero(exact & masked[:, used].any(axis=1)):
                yield {(number, int(row), column): -1 if column == total else 1 for column in used}
        for column in np.flatnonzero(masked.any(axis=0)):
            for group in np.unique(space.group[masked[:, column]]):
                rows = np.flatnonzero((space.group == group) & np.isfinite(own[:, column]))
                yield {(number, int(row), int(column)): 1 for row in rows}


def _of_other_tables(spaces: Sequence[Space], sums: Sequence[Sum], values) -> Iterator[Signed]:
    """The whole, which is first, and its parts in another table."""
    place = {
        one: (number, at)
        for number, space in enumerate(spaces)
        for at, column in enumerate(space.columns)
        for one in column.places
    }
    for whole, row, part, rows in sums:
        (over, total), (under, column) = place[whole], place[part]
        first = (over, int(spaces[over].row[whole[0]][row]), total)
        cells: Signed = {first: -1, **{(under, int(at), column): 1 for at in spaces[under].row[part[0]][rows]}}
        if np.isfinite([values[cell[0]][cell[1:]] for cell in cells]).all():
            yield cells


def _solved(unknown: list[Signed]) -> set[Cell]:
    """Every cell that is found."""
    found: set[Cell] = set()
    for sums in _connected(unknown):
        cells = sorted(set().union(*(unknown[at] for at in sums)))
        if len(cells) <= _MOST_UNKNOWN:
            found |= _by_elimination([unknown[at] for at in sums], cells)
        else:
            found |= _one_after_another({at: set(unknown[at]) for at in sums})
    return found


def _behind(cell: Cell, unknown: list[Signed]) -> list[int]:
    """The numbers of the sums that tell ``cell`` together: added up, each so many times, they leave it alone. They are looked
    for near it first, among the sums that it stands in, then among those that share unknown cells with these, and so on."""
    near: set[Cell] = {cell}
    while True:
        sums = [at for at, own in enumerate(unknown) if not near.isdisjoint(own)]
        cells = sorted(set().union(*(unknown[at] for at in sums)))
        signs = _signs([unknown[at] for at in sums], cells).T
        wanted = np.array([one == cell for one in cells], float)
        times = lsqr(signs, wanted, atol=_NOTHING, btol=_NOTHING)[0]
        if np.abs(signs @ times - wanted).max() < _ROUNDED or len(cells) == len(near):
            return [at for at, number in zip(sums, times) if abs(number) > _ROUNDED]
        near = set(cells)


def _signs(unknown: list[Signed], cells: list[Cell]) -> csr_matrix:
    """(sums, cells) the sign of each unknown cell in each sum."""
    place = {cell: at for at, cell in enumerate(cells)}
    found = [(row, place[cell], sign) for row, own in enumerate(unknown) for cell, sign in own.items()]
    rows, columns, signs = zip(*found)
    return csr_matrix((np.array(signs, float), (rows, columns)), shape=(len(unknown), len(cells)))


def _connected(unknown: list[Signed]) -> list[list[int]]:
    """The numbers of sums that share unknown cells, directly or by way of others."""
    numbers: dict[Cell, int] = {}
    rows, columns = [], []
    for at, cells in enumerate(unknown):
        for cell in cells:
            rows.append(at)
            columns.append(len(unknown) + numbers.setdefault(cell, len(numbers)))
    size = len(unknown) + len(numbers)
    links = coo_matrix((np.ones(len(rows), bool), (rows, columns)), shape=(size, size))
    label = connected_components(links, directed=False)[1][: len(unknown)]
    together: dict[int, list[int]] = {}
    for at, cells in enumerate(unknown):
        if cells:
            together.setdefault(label[at], []).append(at)
    return list(together.values())


def _by_elimination(unknown: list[Signed], cells: list[Cell]) -> set[Cell]:
    """Gauss and Jordan: a row that is left with one unknown gives it."""
    left = _signs(unknown, cells).toarray()
    done = 0
    for column in range(len(cells)):
        if done == len(left):
            break
        largest = done + int(np.argmax(np.abs(left[done:, column])))
        if abs(left[largest, column]) < _NOTHING:
            continue
        left[[done, largest]] = left[[largest, done]]
        left[done] /= left[done, column]
        factors = left[:, column].copy()
        factors[done] = 0.0
        left -= np.outer(factors, left[done])
        done += 1
    alone = left[(np.abs(left) > _NOTHING).sum(axis=1) == 1]
    return {cells[at] for at in np.abs(alone).argmax(axis=1)}


def _one_after_another(left: dict[int, set[Cell]]) -> set[Cell]:
    where: dict[Cell, list[int]] = {}
    for at, cells in left.items():
        for cell in cells:
            where.setdefault(cell, []).append(at)
    found: set[Cell] = set()
    ready = [at for at, cells in left.items() if len(cells) == 1]
    while ready:
        at = ready.pop()
        if len(left[at]) != 1:
            continue
        cell = next(iter(left[at]))
        found.add(cell)
        for other in where[cell]:
            left[other].discard(cell)
            if len(left[other]) == 1:
                ready.append(other)
    return found


def _force(space: Space, cell: Cell, forced) -> bool:
    added = False
    for at, name in space.columns[cell[2]].places:
        rows = space.row[at] == cell[1]
        added |= bool((rows & ~forced[at][name]).any())
        forced[at][name] |= rows
    return added
