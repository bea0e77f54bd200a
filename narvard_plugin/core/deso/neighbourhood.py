"""Ego neighbourhoods: who lives among the k people nearest to each place (methods section 2.7, as EquiPop counts)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Optional

import numpy as np
from scipy.spatial import cKDTree

STEP = 0.25  # metres; squares of the same size lie on whole steps, however much noise their coordinates have
_AT_ONCE = 1_000_000  # pairs of places held at a time: what keeps memory linear in the number of places
_FIRST = 32  # neighbours asked for to begin with
SAME_SHARE = 1e-6  # shares that differ less were never counted apart


class Neighbourhoods(NamedTuple):
    """Per cell and size (n, k): ``people`` reached, those of the ``group`` among them, and ``radius`` in metres.

    ``radius`` reaches to the last ring of cells (a part of it: as far as the same part of its area).
    """

    people: np.ndarray
    group: np.ndarray
    radius: np.ndarray

    @property
    def share(self) -> np.ndarray:
        return self.group / self.people


class _Places(NamedTuple):
    """Where cells lie (m, 2) in whole steps, each place once, with ``people`` and ``group`` (m)."""

    at: np.ndarray
    people: np.ndarray
    group: np.ndarray


def neighbourhoods(
    xy: np.ndarray,
    group: np.ndarray,
    people: np.ndarray,
    sizes: Sequence[float],
    whole: bool = False,
    asked: Optional[Callable[[float], None]] = None,
) -> Neighbourhoods:
    """The ``sizes`` (k, rising) nearest people of every cell (n) at ``xy`` (n, 2; metres), itself first.

    Cells equally far away are taken together. The last such ring counts in part, so that exactly k people are reached,
    or ``whole``. A size of everybody or more takes everybody. ``asked`` is called between blocks with the share done.
    The order of cells changes nothing, to the last digit.

    Raises ValueError where ``people`` sum to 0: nobody has neighbours.
    """
    if not people.sum() > 0:
        raise ValueError("nobody lives in the cells")
    places, place_of = _places(xy, group, people)
    sizes = np.asarray(sizes, float)
    lived_in = _Places(*(values[places.people > 0] for values in places))
    within = sizes < lived_in.people.sum()
    shape = (len(places.at), len(sizes))
    found = Neighbourhoods(np.empty(shape), np.empty(shape), np.empty(shape))
    if within.any():
        counted = _search(places.at, lived_in, sizes[within], whole, asked or (lambda share: None))
        for values, own in zip(found, counted):
            values[:, within] = own
    if not within.all():
        found.people[:, ~within] = lived_in.people.sum()
        found.group[:, ~within] = lived_in.group.sum()
        found.radius[:, ~within] = _farthest(places.at, lived_in.at)[:, None]
    return Neighbourhoods(found.people[place_of], found.group[place_of], found.radius[place_of] * STEP)


def _places(xy, group, people) -> tuple[_Places, np.ndarray]:
    """Each place once, and which of them each cell (n) lies at; sums are taken in an order that the rows do not decide."""
    at = np.rint(xy / STEP)
    at -= at.min(0)  # small whole numbers: squared distances are exact
    order = np.lexsort((group, people, at[:, 1], at[:, 0]))
    at = at[order]
    new = np.r_[True, (np.diff(at, axis=0) != 0).any(1)]
    number = np.cumsum(new) - 1
    place_of = np.empty(len(order), int)
    place_of[order] = number
    return _Places(at[new], np.bincount(number, people[order]), np.bincount(number, group[order])), place_of


def _search(at, lived_in: _Places, sizes, whole: bool, asked) -> tuple[np.ndarray, ...]:
    """People, group and radius (m, k) around each of ``at``; the places that need more neighbours are asked again."""
    tree, everywhere = cKDTree(lived_in.at), len(lived_in.at)
    found = tuple(np.empty((len(at), len(sizes))) for _ in range(3))
    wanted = np.full(len(at), min(_FIRST, everywhere))
    waiting, finished = np.arange(len(at)), 0
    while len(waiting):
        left = []
        for rows in _blocks(waiting, wanted):
            asked(finished / len(at))
            count = wanted[rows].max()
            distance, near = (values.reshape(len(rows), count) for values in tree.query(at[rows], k=count, workers=-1))
            people = np.cumsum(lived_in.people[near], axis=1)
            done = _inside(distance, people) >= sizes[-1]
            if count == everywhere:
                done[:] = True  # also where fractions of people sum to a little less than the size
            group = np.cumsum(lived_in.group[near[done]], axis=1)
            for values, own in zip(found, _rings(distance[done], people[done], group, sizes, whole)):
                values[rows[done]] = own
            wanted[rows[~done]] = _guess(count, people[~done, -1], sizes[-1], everywhere)
            left.append(rows[~done])
            finished += int(done.sum())
        waiting = np.sort(np.concatenate(left))
    return found


def _blocks(waiting: np.ndarray, wanted: np.ndarray) -> Iterator[np.ndarray]:
    """``waiting`` in parts that ask for few pairs at a time, those that want equally many together."""
    waiting = waiting[np.argsort(wanted[waiting], kind="stable")]
    while len(waiting):
        some = waiting[: max(1, _AT_ONCE // wanted[waiting[0]])]
        pairs = wanted[some] * np.arange(1, len(some) + 1)
        rows, waiting = np.split(waiting, [max(1, np.searchsorted(pairs, _AT_ONCE, "right"))])
        yield rows


def _guess(count: int, reached: np.ndarray, size: float, everywhere: int) -> np.ndarray:
    """How many neighbours to ask for next time, if people live as densely farther out; a little more, to be safe."""
    dense = np.ceil(1.25 * count * size / np.maximum(reached, 1e-9))
    return np.clip(dense, 1.5 * count, min(8 * count, everywhere)).astype(int).clip(None, everywhere)


def _inside(distance: np.ndarray, people: np.ndarray) -> np.ndarray:
    """People (b) within the rings that are whole for certain: the last one asked for may go on."""
    rings = (distance < distance[:, -1:]).sum(1)
    return np.where(rings > 0, people[np.arange(len(people)), rings - 1], 0.0)


def _rings(distance, people, group, sizes, whole: bool) -> tuple[np.ndarray, ...]:
    """People, group and radius (b, k) from ``distance`` and the running sums of ``people`` and ``group`` (b, near)."""
    rows, last = np.arange(len(distance)), distance.shape[1] - 1
    columns = []
    for size in sizes:
        reaches = np.minimum((people < size).sum(1), last)
        radius = distance[rows, reaches]
        begin, end = (distance < radius[:, None]).sum(1), (distance <= radius[:, None]).sum(1) - 1
        ring_people, ring_group = people[rows, end], group[rows, end]
        if whole:
            columns.append((ring_people, ring_group, radius))
            continue
        before = np.maximum(begin - 1, 0)
        inner, inner_group, inner_radius = (
            np.where(begin > 0, values[rows, before], 0.0) for values in (people, group, distance)
        )
        part = np.clip((size - inner) / (ring_people - inner), 0, 1)
        out = np.sqrt(inner_radius**2 + part * (radius**2 - inner_radius**2))
        columns.append((np.full(len(rows), size), inner_group + part * (ring_group - inner_group), out))
    return tuple(np.array(parts).reshape(len(sizes), len(rows)).T for parts in zip(*columns))


def _farthest(at: np.ndarray, others: np.ndarray) -> np.ndarray:
    """How far (m) the farthest of ``others`` lies from each of ``at``: always one on their convex hull."""
    farthest = np.zeros(len(at))
    for corner in _hull(others):
        np.maximum(farthest, np.hypot(*(at - corner).T), out=farthest)
    return farthest


def _hull(points: np.ndarray) -> list:
    """The corners of the convex hull of ``points`` (sorted by x, then y; on one line: its ends), by Andrew's chain."""

    def chain(ordered):
        kept = []
        for x, y in ordered:
            while len(kept) > 1:
                (x0, y0), (x1, y1) = kept[-2:]
                if (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0) > 0:
                    break
                kept.pop()
            kept.append((x, y))
        return kept

    ordered = points.tolist()
    return chain(ordered) + chain(reversed(ordered))


class Evenness(NamedTuple):
    """How many ``areas`` can tell whether figures were spread over their cells, and in how many all shares are ``equal``."""

    areas: int
    equal: int

    @property
    def spread(self) -> bool:
        return self.equal > self.areas / 2


def evenness(group: np.ndarray, people: np.ndarray, area: np.ndarray) -> Evenness:
    """Whether the shares ``group`` / ``people`` of cells (n) are the same all over their ``area`` (n, numbers; -1 = none).

    Only areas with at least two inhabited cells, and some but not all of the group, can tell.
    """
    told = (people > 0) & (area >= 0)
    if not told.any():
        return Evenness(0, 0)
    share, area = group[told] / people[told], area[told]
    count = area.max() + 1
    low, high = np.full(count, np.inf), np.full(count, -np.inf)
    np.minimum.at(low, area, share)
    np.maximum.at(high, area, share)
    mixed = (np.bincount(area, minlength=count) > 1) & (high > SAME_SHARE) & (low < 1 - SAME_SHARE)
    return Evenness(int(mixed.sum()), int((mixed & (high - low <= SAME_SHARE)).sum()))


def even_breaks(shares: np.ndarray, classes: int) -> list[float]:
    """Round numbers below 1 between ``classes`` equally wide classes that tell most ``shares`` (n) apart."""
    low, high = 1000 * np.quantile(shares, [0.05, 0.95])
    for step in (1, 2, 5, 10, 20, 25, 50, 100, 150):  # thousandths
        first = max(1, min(int(np.ceil(low / step)), 1000 // step - classes + 1))
        if (first + classes - 1) * step >= high:
            break
    return [(first + at) * step / 1000 for at in range(classes - 1)]
