"""The service level of places by what they have: the nodes and links of a structure picture (strukturbild)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from ..catalogue import Entry, Services
from ..located import CatalogueError, Node, by_key, root_of

_BLOCK = 4_000_000  # distances at a time


@dataclass(frozen=True)
class Function(Entry):
    """What a place can have: a facility of any of the ``types`` (exactly these), or any of the ``services`` in any of the
    ``care_forms`` (empty = whatever form)."""

    types: tuple[str, ...]
    services: tuple[str, ...]
    care_forms: tuple[str, ...]

    def is_given_by(self, kind: str | None, services: Iterable[tuple[str, str | None]]) -> bool:
        """Whether a facility of type ``kind`` with these (service, care form) gives it."""
        return kind in self.types or any(
            service in self.services and (not self.care_forms or care_form in self.care_forms)
            for service, care_form in services
        )


@dataclass(frozen=True)
class Level(Entry):
    """A level: functions that make it, and those that it should have besides."""

    required: tuple[str, ...]
    expected: tuple[str, ...]


@dataclass(frozen=True)
class Rules:
    """Functions by id in the file's order, and the levels, the highest first."""

    functions: Mapping[str, Function] = field(hash=False)
    levels: tuple[Level, ...]

    @property
    def ask_services(self) -> bool:
        return any(function.services for function in self.functions.values())

    @property
    def ask_care_forms(self) -> bool:
        return any(function.care_forms for function in self.functions.values())


class Standing(NamedTuple):
    """Of places (p): ``level`` (1 = the highest, 0 = none); functions each has ``had`` (functions, p bool); those it lacks of
    its own level's expected ones, ``lacking``, and of what the next level up requires, ``next_up`` (functions, p bool)."""

    level: np.ndarray
    had: np.ndarray
    lacking: np.ndarray
    next_up: np.ndarray


class Nearest(NamedTuple):
    """For each of some points: the number of the nearest other point (−1 = none), and the metres to it (inf)."""

    number: np.ndarray
    metres: np.ndarray


def parse_rules(document: Mapping, types: Collection[str], known: Services) -> Rules:
    """Rules from loaded JSON. Raises CatalogueError at what is missing, repeated or unknown, also types and services."""
    root = root_of(document)
    functions = by_key(root.nodes("functions"), "id", _function)
    for node, function in zip(root.nodes("functions"), functions.values()):
        node.refer("types", function.types, types, "type")
        node.refer("services", function.services, known.services, "service")
        node.refer("care_forms", function.care_forms, known.care_forms, "care form")
        if not (function.types or function.services):
            raise CatalogueError(node.path, f"{function.id!r} names neither types nor services")
    levels = by_key(root.nodes("levels"), "id", _level)
    for node, level in zip(root.nodes("levels"), levels.values()):
        node.refer("required", level.required, functions, "function")
        node.refer("expected", level.expected, functions, "function")
        if not level.required:
            raise CatalogueError(f"{node.path}.required", "is empty, so that every place would have the level")
    if not levels:
        raise CatalogueError("levels", "is empty")
    return Rules(functions, tuple(levels.values()))


def given(
    rules: Rules, kinds: Sequence[str | None], services: Sequence[Iterable[tuple[str, str | None]]]
) -> np.ndarray:
    """(functions, f bool): what each facility gives, by its type and its (service, care form) pairs."""
    table = [
        [function.is_given_by(kind, own) for kind, own in zip(kinds, services)] for function in rules.functions.values()
    ]
    return np.array(table, bool).reshape(len(rules.functions), len(kinds))


def nearest_of(xy: np.ndarray, others: np.ndarray, ids: Sequence[str], allowed: Callable | None = None) -> Nearest:
    """The nearest of ``others`` (m, 2; their ``ids`` as text settle ties) to each of ``xy`` (n, 2), in a straight line.

    ``allowed`` (rows of xy → (rows, m) bool) says which count; all do without it.
    """
    number, metres = np.full(len(xy), -1), np.full(len(xy), np.inf)
    if len(others) == 0:
        return Nearest(number, metres)
    order = np.array(sorted(range(len(others)), key=lambda row: str(ids[row])), int)
    step = max(1, _BLOCK // len(others))
    for start in range(0, len(xy), step):
        rows = np.arange(start, min(start + step, len(xy)))
        gap = np.hypot(xy[rows, None, 0] - others[None, order, 0], xy[rows, None, 1] - others[None, order, 1])
        if allowed is not None:
            gap = np.where(allowed(rows)[:, order], gap, np.inf)
        first = gap.argmin(1)
        metres[rows] = gap[np.arange(len(rows)), first]
        number[rows] = np.where(np.isfinite(metres[rows]), order[first], -1)
    return Nearest(number, metres)


def belonging(facilities: np.ndarray, places: np.ndarray, ids: Sequence[str], limit: float) -> np.ndarray:
    """The place (number; −1 = none) that each facility belongs to: the nearest within ``limit`` metres, itself included."""
    found = nearest_of(facilities, places, ids)
    return np.where(found.metres <= limit, found.number, -1)


def standing(rules: Rules, functions: np.ndarray, place: np.ndarray, places: int) -> Standing:
    """The level of each of ``places`` from what its facilities give: ``functions`` (functions, f bool), ``place`` (f; −1 = none)."""
    had = np.zeros((len(rules.functions), places), bool)
    placed = np.flatnonzero(place >= 0)
    for row, gives in enumerate(functions[:, placed]):
        had[row, place[placed[gives]]] = True
    required = _asked(rules, [level.required for level in rules.levels])
    expected = _asked(rules, [level.expected for level in rules.levels])
    met = np.array([had[asked].all(0) for asked in required])  # levels, places
    last = len(rules.levels)
    own = np.where(met.any(0), met.argmax(0), last)  # counted from 0; ``last`` = no level
    nothing = np.zeros(len(rules.functions), bool)
    lacking = ~had & np.vstack([expected, nothing])[own].T
    next_up = ~had & np.vstack([nothing, required])[own].T
    return Standing(np.where(own < last, own + 1, 0), had, lacking, next_up)


def superior(xy: np.ndarray, level: np.ndarray, ids: Sequence[str]) -> Nearest:
    """The nearest place of a higher level than each place's own; places without level (0) look to all that have one."""
    rank = np.where(level > 0, level, np.inf)
    return nearest_of(xy, xy, ids, lambda rows: rank[None, :] < rank[rows, None])


def _asked(rules: Rules, lists: Sequence[Sequence[str]]) -> np.ndarray:
    """(lists, functions bool): which functions each list names."""
    return np.array([[name in asked for name in rules.functions] for asked in lists], bool)


def _function(node: Node) -> Function:
    parts = (node.texts(key, ()) for key in ("types", "services", "care_forms"))
    return Function(*node.entry(), *parts)


def _level(node: Node) -> Level:
    return Level(*node.entry(), node.texts("required"), node.texts("expected", ()))
